"""Bytes of a file become text, or a problem that says how to save the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from handbook.problems import Problem

#: Characters that nobody sees and no keyboard writes on purpose: controls, marks of direction that override
#: the words' own, soft hyphens, private and broken ones. The joiners that some scripts need are not among them.
HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u2064"
    r"\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\uffff]"
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?=\s|$)", re.M)
# What is wrong, how it looks, what to do.
_UNWANTED = (
    (
        "a merge conflict was left in the file",
        _CONFLICT,
        "Keep one of the two versions and delete the marks.",
    ),
    ("there is a tab", re.compile(r"\t"), "Type spaces instead; indent with two spaces."),
    ("there is an invisible character", HIDDEN, "Delete it, or type the word again."),
    (
        "the indentation is not made of plain spaces",
        re.compile(r"^ *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.M),
        "Delete the blanks at the start of the line and type spaces.",
    ),
)
_SAVE = "Save the file as UTF-8 without a byte-order mark."
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """Return the text of ``root/file`` with Unix line ends, or None after adding a problem.

    Refused: a missing or unreadable file, a byte-order mark, another encoding than UTF-8, tabs, control
    and invisible characters, and marks that a version-control conflict left behind.
    """
    path = root / file
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            problems.append(Problem(file, 0, "this is not a file", found="a folder" if path.is_dir() else "a device"))
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, 0, "the file is missing", todo="Put it back or create it."))
        return None
    except OSError as error:
        problems.append(Problem(file, 0, "the file cannot be read", found=(error.strerror or str(error)).lower()))
        return None
    text = _decode(file, data, problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unwanted = list(_unwanted(file, text))
    problems.extend(unwanted)
    return None if unwanted else text


def _decode(file: str, data: bytes, problems: list[Problem]) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            problems.append(Problem(file, 1, "the file starts with a byte-order mark", found=name, todo=_SAVE))
            return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{data[error.start]:02x}"
        problems.append(Problem(file, line, "the file is not UTF-8", found=found, todo=_SAVE))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        found = "zero bytes (UTF-16, or not a text)"
        problems.append(Problem(file, line, "the file is not UTF-8", found=found, todo=_SAVE))
        return None
    return text


def _unwanted(file: str, text: str) -> Iterator[Problem]:
    """Yield one problem for each kind of unwanted character, at its first place."""
    for wrong, pattern, todo in _UNWANTED:
        match = pattern.search(text)
        if match is None:
            continue
        lines = sum(1 for line in text.split("\n") if pattern.search(line))
        more = f" (and on {lines - 1} more line{'s' if lines > 2 else ''})" if lines > 1 else ""
        at = match.end() - 1
        line = text.count("\n", 0, at) + 1
        if pattern is _CONFLICT:
            yield Problem(file, line, wrong + more, found=f"'{match[0]}'", todo=todo)
        else:
            column = at - text.rfind("\n", 0, at)
            yield Problem(file, line, f"{wrong} at column {column}{more}", found=f"U+{ord(text[at]):04X}", todo=todo)
