"""Bytes of a file become text, or a problem that says how to save the file."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from handbook.problems import Problem

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2028\u2029\ufeff\ufffd]")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(\s|$)")
_SAVE = "Save the file as UTF-8 without a byte-order mark."


def read_text(root: Path, file: str, problems: list[Problem]) -> str | None:
    """Return the text of ``root/file`` with Unix line ends, or None after adding a problem.

    Refused: a missing or unreadable file, a byte-order mark, another encoding than UTF-8, control
    and invisible characters, and marks that a version-control conflict left behind.
    """
    path = root / file
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(file, 0, "the file is missing", todo="Put it back or create it."))
        return None
    except OSError as error:
        why = "it is a folder" if path.is_dir() else (error.strerror or "unknown reason").lower()
        problems.append(Problem(file, 0, "the file cannot be read", found=why))
        return None
    text = _decode(file, data, problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if _unwanted(file, text, problems) else text


def _decode(file: str, data: bytes, problems: list[Problem]) -> str | None:
    marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    for mark, name in zip(marks, ("UTF-8", "UTF-16", "UTF-16"), strict=True):
        if data.startswith(mark):
            problems.append(Problem(file, 1, "the file starts with a byte-order mark", found=name, todo=_SAVE))
            return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{data[error.start]:02x}"
        problems.append(Problem(file, line, "the file is not UTF-8", expected="UTF-8", found=found, todo=_SAVE))
        return None


def _unwanted(file: str, text: str, problems: list[Problem]) -> bool:
    before = len(problems)
    for number, line in enumerate(text.split("\n"), start=1):
        if mark := _CONFLICT.match(line):
            problems.append(
                Problem(
                    file,
                    number,
                    "a merge conflict was left in the file",
                    found=f"'{mark[1]}'",
                    todo="Keep one of the two versions and delete the marks.",
                )
            )
        if hidden := _CONTROL.search(line):
            problems.append(
                Problem(
                    file,
                    number,
                    f"an invisible character stands at column {hidden.start() + 1}",
                    found=f"U+{ord(hidden[0]):04X}",
                    todo="Delete it, or type the word again.",
                )
            )
    return len(problems) > before
