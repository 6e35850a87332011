"""Packs as PO, the format of gettext; read and written by the library polib."""

from __future__ import annotations

import re

import polib

from handbook.problems import Problem
from handbook.translations.exchange.comments import changes, comments_in, kept, state, where
from handbook.translations.exchange.segment import FORMAT, Pack, Segment
from handbook.translations.messages import Catalogue

_WORDS = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"(?:#.*|(?:#[~|]\s*)*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?{_WORDS})?")
#: What polib takes for the end of a line, and what stands for it meanwhile.
_ENDS = {ord(end): 0xF0000 + number for number, end in enumerate("\v\f\x1c\x1d\x1e\x85\u2028\u2029")}
_BACK = {kept: end for end, kept in _ENDS.items()}
_SENT = re.compile(r"^handbook: sent (\w+)$", re.M)


def po(pack: Pack, words: Catalogue | None = None) -> bytes:
    """Return a pack as a PO file; what is not right yet is marked as fuzzy.

    Its comments are ``words``: those of the language that is translated into, unless others are given.
    """
    words = words or comments_in(pack.code)
    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Project-Id-Version": f"handbook {pack.source}-{pack.code}",
        "POT-Creation-Date": f"{pack.day} 00:00+0000",
        "Language": pack.code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Handbook-Format": FORMAT,
        "X-Handbook-Source": pack.source,
        "X-Handbook-Units": " ".join(pack.ids),
    }
    for one in pack.segments:
        fuzzy = ["fuzzy"] if one.target and not one.done else []
        entry = polib.POEntry(msgctxt=one.key, msgid=one.source, msgstr=one.target, flags=fuzzy)
        entry.previous_msgid = one.before or None
        entry.comment = "\n".join(_comments(one, words))
        entry.occurrences = [(one.file, "")]
        file.append(entry)
    return str(file).encode() + b"\n"


def _comments(one: Segment, words: Catalogue) -> list[str]:
    said = [where(one, words), state(one, words), changes(one, words), kept(one, words)]
    return [*filter(None, said), *one.hints, f"handbook: sent {one.sent}"]


def _odd_line(text: str) -> int:
    """Return the first line that is not one of a PO file, which polib would take for something; 0 if there is none."""
    lines = text.split("\n")
    if lines[-1].strip():
        return len(lines)  # the end is cut off
    return next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line.strip())), 0)


def read_po(name: str, text: str, problems: list[Problem]) -> Pack | None:
    """Return the pack in ``text``; None after adding a problem."""
    gist, todo = "this is not a PO file, or it is damaged", "Export it anew, as PO in UTF-8."
    try:
        file = polib.pofile(text.translate(_ENDS), wrapwidth=100) if not (odd := _odd_line(text)) else None
    except (OSError, ValueError, IndexError) as error:
        line = re.search(r"line (\d+)", str(error))
        file, odd = None, int(line[1]) if line else 0
    if file is None:
        problems.append(Problem(name, odd, gist, todo=todo))
        return None
    said = file.metadata
    if said.get("X-Handbook-Format") != FORMAT:
        found = f"'{said['X-Handbook-Format']}'" if "X-Handbook-Format" in said else "none"
        todo = "Send back the file that scripts/translations.py pack made."
        problems.append(Problem(name, 1, "this is not a pack of this program", f"format {FORMAT}", found, todo))
        return None
    segments = [_segment(entry) for entry in file if not entry.obsolete]
    ids = tuple(said.get("X-Handbook-Units", "").split())
    return Pack(said.get("X-Handbook-Source", ""), said.get("Language", ""), "", segments, ids)


def _segment(entry: polib.POEntry) -> Segment:
    sent = _SENT.search(entry.comment or "")
    words = entry.msgstr or next(iter(entry.msgstr_plural.values()), "")
    return Segment(
        (entry.msgctxt or "").translate(_BACK),
        "",
        entry.msgid.translate(_BACK),
        words.translate(_BACK),
        "current",
        sent=sent[1] if sent else "",
        done=bool(words.strip()) and "fuzzy" not in entry.flags,
        line=entry.linenum or 0,
        foreign="msgid_plural" if entry.msgid_plural or entry.msgstr_plural else "",
    )
