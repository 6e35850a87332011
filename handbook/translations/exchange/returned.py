"""A pack that came back is read and checked, before anything is written."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.problems import Problem, refuse, shown
from handbook.translations.exchange.po import read_po
from handbook.translations.exchange.read_xliff import read_xliff
from handbook.translations.exchange.returned_words import wrong_words
from handbook.translations.exchange.segment import Pack, Segment, mark
from handbook.translations.exchange.spoken import Vocabulary, vocabulary
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered
from handbook.translations.status import state_of
from handbook.translations.unit import folded, plain

_NO_BREAK = re.compile(r"[\u00a0\u2007\u202f]")
_READERS = {".po": read_po, ".xlf": read_xliff, ".xliff": read_xliff}


@dataclass(frozen=True)
class Returned:
    """What a pack brings: the units that are done, with their words; keys of what is left; what is wrong.

    ``wrong`` are pairs of a unit's key (or nothing) and a problem.
    """

    code: str
    done: tuple[tuple[Pair, str], ...]
    left: tuple[str, ...]
    wrong: tuple[tuple[str, Problem], ...]


def read_pack(file: Path) -> Pack:
    """Return the pack in ``file``; raise `Refused` if it cannot be read."""
    problems: list[Problem] = []
    reader = _READERS.get(file.suffix.lower())
    text = _text(file, problems) if reader is not None else None
    if reader is None:
        problems.append(Problem(file.name, 0, "this is no pack", "a file that ends in .po, .xlf or .xliff"))
    found = reader(file.name, text, problems) if reader is not None and text is not None else None
    refuse(problems)
    assert found is not None, "what cannot be read has a problem"
    return found


def _text(file: Path, problems: list[Problem]) -> str | None:
    """Return the text of a pack: UTF-8, with or without a mark, or XML in UTF-16 with one."""
    todo = "Save or export the file as UTF-8."
    try:
        data = file.read_bytes()
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and file.suffix.lower() != ".po"
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except OSError as error:
        problems.append(Problem(file.name, 0, "the file cannot be read", found=(error.strerror or str(error)).lower()))
        return None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file.name, line, "the file is not in UTF-8", todo=todo))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def returned(gathered: Gathered, pack: Pack, name: str, code: str = "") -> Returned:
    """Hold a pack from the file ``name`` against the handbook, and against the language ``code`` if one is given.

    Raises `Refused` if the pack is of another language, or of a handbook with another reference language.
    """
    codes = [one.code for one in gathered.translations]
    own = gathered.settings.reference.code
    pack = replace(pack, code=_known(pack.code, codes), source=_known(pack.source, [own]))
    if pack.code not in codes or (code and pack.code != code):
        expected = f"'{code}'" if code else " or ".join(f"'{one}'" for one in codes)
        refuse([Problem(name, 1, "the pack is of another language", expected, shown(pack.code or None))])
    if pack.source != own:
        refuse([Problem(name, 1, "the pack translates from another language", f"'{own}'", shown(pack.source or None))])
    return _Check(gathered, pack, name).result()


def _known(said: str, codes: Sequence[str]) -> str:
    """Return the code that is meant where a program has added a region or capitals: ``fr`` for ``fr_FR``."""
    known, wanted = {code.lower(): code for code in codes}, said.replace("_", "-").lower()
    return known.get(wanted) or known.get(wanted.partition("-")[0]) or said


class _Check:
    """Sorts the segments of a pack."""

    def __init__(self, gathered: Gathered, pack: Pack, name: str) -> None:
        self.pack, self.name = pack, name
        self.pairs: Mapping[str, Pair] = {
            p.original.key: p for p in gathered.pairs[pack.code] if p.original is not None
        }
        self.known: Vocabulary = vocabulary(gathered.units)

    def result(self) -> Returned:
        """Return what the pack brings."""
        done: list[tuple[Pair, str]] = []
        left: list[str] = []
        wrong = list(self._lost())
        times = Counter(one.key for one in self.pack.segments)
        for one in (_settled(one, self.pairs.get(one.key)) for one in self.pack.segments):
            found = [self._problem(one, said) for said in self._wrong(one, times)]
            wrong += [(one.key, problem) for problem in found]
            if not found and one.done:
                pair = self.pairs[one.key]
                done.append((pair, _brought(one, pair) if _changed(one, pair) else _now(pair)))
            elif not found:
                left.append(one.key)
        fresh = ((pair, words) for pair, words in done if state_of(pair) != "current" or words != _now(pair))
        return Returned(self.pack.code, tuple(fresh), tuple(left), tuple(wrong))

    def _lost(self) -> Iterator[tuple[str, Problem]]:
        there = {one.id for one in self.pack.segments}
        keys = {Segment(key, "", "", "", "current").id: key for key in self.pairs}
        for lost in (each for each in self.pack.ids if each not in there):
            key = keys.get(lost, "")
            gist = f"'{key}' was in the pack and is missing" if key else "a unit that was in the pack is missing"
            yield key, Problem(self.name, 0, gist, todo="Export the whole file, or unpack with --partial.")

    def _wrong(self, one: Segment, times: Counter[str]) -> Iterator[str]:
        """Yield what is wrong with a segment; only what somebody worked on can be wrong in its words."""
        pair = self.pairs.get(one.key)
        if times[one.key] > 1:
            yield f"it stands {times[one.key]} times in the pack"
        elif pair is None:
            yield "the handbook has no such unit"
        elif one.done or _changed(one, pair):
            yield from self._worked_on(one, pair)

    def _worked_on(self, one: Segment, pair: Pair) -> Iterator[str]:
        assert pair.original is not None, "pairs of a pack have originals"
        if plain(one.source) != plain(pair.original.text):
            yield "the pack was made from another version of the original; make a new one for this unit"
        changed, meanwhile = _changed(one, pair), one.sent and mark(_now(pair)) != one.sent
        if meanwhile and _brought(one, pair) != _now(pair) and (changed or state_of(pair) != "current"):
            yield "the translation in the handbook has changed since the pack was made"
        if not changed:
            return
        if one.foreign:
            yield f"there is markup that the pack had not: {one.foreign}"
        if not one.target.strip():
            yield "the translation was deleted"
        elif not one.done:
            yield "the words are new, and the unit is still marked as not finished"
        else:
            words = one.target.strip(" \n") if "\n" in one.target.strip() else folded(one.target)
            yield from wrong_words(pair.original, words, self.pack.code, self.known)

    def _problem(self, one: Segment, said: str) -> Problem:
        return Problem(self.name, one.line, f"'{one.key}': {said}")


def _now(pair: Pair) -> str:
    return pair.translation.text if pair.translation is not None else ""


def _brought(one: Segment, pair: Pair) -> str:
    """Return the words that a segment brings: those of now, where a program only lost their no-break spaces."""
    words, now = folded(one.target), _now(pair)
    same = {unicodedata.normalize("NFC", each) for each in (now, folded(_NO_BREAK.sub(" ", now)))}
    return now if unicodedata.normalize("NFC", words) in same else words


def _settled(one: Segment, pair: Pair | None) -> Segment:
    """Return a segment as it counts: of one whose program says nothing of its state, only new words are done.

    The source in the place of a translation is nobody's work.
    """
    if not one.silent or pair is None:
        return one
    if folded(one.target) == folded(one.source):
        return replace(one, target=_now(pair), sent=mark(_now(pair)))
    return one if _changed(one, pair) else replace(one, done=False)


def _changed(one: Segment, pair: Pair) -> bool:
    return mark(_brought(one, pair)) != (one.sent or mark(_now(pair)))
