"""A finding with its words: what is wrong, what to do, the sentences it is about, the text to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.translations.finding import Finding, Pair
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.messages.problems import wrong_text


@dataclass(frozen=True)
class Entry:
    """A finding in the words of a catalogue.

    ``original`` and ``translation`` are the sentences, ``before`` the original that was translated where it
    has changed since, ``paste`` what can be pasted; empty where there is none.
    """

    finding: Finding
    wrong: str
    todo: str
    expected: str = ""
    found: str = ""
    original: str = ""
    translation: str = ""
    before: str = ""
    paste: str = ""

    @property
    def place(self) -> str:
        """Return file and line, as editors and people read them."""
        finding = self.finding
        return f"{finding.file}:{finding.line}" if finding.line else finding.file

    def line(self, catalogue: Catalogue) -> str:
        """Return what is wrong, expected and found, on one line without its place."""
        parts = [self.wrong]
        parts += [f"{catalogue.word('expected')} {self.expected}"] if self.expected else []
        parts += [f"{catalogue.word('found')} {self.found}"] if self.found else []
        return f"{catalogue.word('semicolon')} ".join(parts)


def entries(judged: Judged, findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[Entry]:
    """Yield an entry for each finding, in order."""
    gathered = judged.checked.gathered
    pairs = {(code, pair.key): pair for code, listed in gathered.pairs.items() for pair in listed}
    names = {language.code: language.name for language in gathered.settings.languages}
    for finding in findings:
        pair = pairs.get((finding.code, finding.key))
        yield _entry(finding, pair, names.get(finding.code, ""), catalogue)


def _entry(finding: Finding, pair: Pair | None, language: str, catalogue: Catalogue) -> Entry:
    facts = _spoken(finding, catalogue)
    known = {"key": finding.key, "file": finding.file, "line": str(finding.line), "language": language, **facts}
    original = pair.original.text if pair is not None and pair.original is not None else ""
    translation = pair.translation.text if pair is not None and pair.translation is not None else ""
    return Entry(
        finding,
        catalogue.wrong(finding.check, known),
        catalogue.todo(finding.check, known),
        facts.get("expected", ""),
        facts.get("found", ""),
        original,
        translation,
        facts.get("before", ""),
        finding.fix if finding.fix is not None else facts.get("paste", ""),
    )


def _spoken(finding: Finding, catalogue: Catalogue) -> Mapping[str, str]:
    """Return the facts of a finding; a problem of reading, which the program says in English, in the catalogue's."""
    if finding.check != "unreadable":
        return finding.facts
    return {name: wrong_text(said, catalogue) for name, said in finding.facts.items()}
