"""The report for people, on a terminal: what is wrong, where, what to do, the sentences, the text to paste."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.translations.counts import total
from handbook.translations.finding import Finding
from handbook.translations.fixes import Fix
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import Entry, entries

#: So many findings of one kind and language are shown at first.
LIMIT = 20


def report_text(judged: Judged, catalogue: Catalogue, everything: bool = False) -> Iterator[str]:
    """Yield the lines of the report; of each kind and language the first `LIMIT`, or ``everything``."""
    seen = Counter[tuple[str, str]]()
    shown: list[Finding] = []
    for finding in judged.findings:
        kind = (finding.code, finding.check)
        seen[kind] += 1
        shown += [finding] if everything or seen[kind] <= LIMIT else []
    for entry in entries(judged, shown, catalogue):
        yield from _entry(entry, catalogue)
    for (_, check), count in seen.items():
        if not everything and count > LIMIT:
            yield catalogue.word("more", count=str(count - LIMIT), check=check)
    yield from _end(judged, catalogue)


def _entry(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    severity = catalogue.word(f"severity-{entry.finding.severity}")
    end = "" if entry.line(catalogue).endswith((".", "!", "?")) else "."
    colon = catalogue.word("colon")
    yield f"{entry.place}: {severity}{colon} {entry.line(catalogue)}{end} {entry.todo}".rstrip()
    before = catalogue.word("before", on=entry.finding.facts.get("on", ""))
    named = [(before, entry.before), (catalogue.word("original"), entry.original)]
    named += [(catalogue.word("translation"), entry.translation), (catalogue.word("paste"), entry.paste)]
    for name, text in named:
        if text:
            lines = text.split("\n")
            yield f"    {name}{colon} {lines[0]}" if len(lines) == 1 else f"    {name}{colon}"
            yield from (f"        {line}" for line in lines if len(lines) > 1)
    yield ""


def _end(judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    checked = judged.checked
    for language in checked.gathered.translations:
        count = total(checked.counts.get(language.code, {}))
        facts = {"complete": number(count.complete, catalogue), "current": number(count.current, catalogue)}
        asked = number(checked.thresholds.get(language.code, 100), catalogue)
        yield catalogue.word("progress", name=language.name, words=str(count.words), asked=asked, **facts)
    if checked.dismissed:
        yield catalogue.counted("dismissed", len(checked.dismissed))
    if judged.tolerated and not judged.created:
        yield catalogue.word("tolerated", count=str(len(judged.tolerated)))
    severities = Counter(finding.severity for finding in judged.findings)
    counted = [(name, severities[name]) for name in ("error", "warning", "note")]
    if judged.findings:
        yield ", ".join(catalogue.counted(f"{name}s", count) for name, count in counted if count) + "."
    yield catalogue.word("failed" if judged.failed else "passed" if judged.findings else "fine")


def number(value: float, catalogue: Catalogue) -> str:
    """Return a percentage as the language of the messages writes it."""
    return f"{value:.1f}".removesuffix(".0").replace(".", catalogue.word("decimal"))


def fixes_text(mended: list[Fix], catalogue: Catalogue) -> Iterator[str]:
    """Yield what ``--fix`` did: the place, the text before and after, of each translation."""
    if not mended:
        yield catalogue.word("fixed-none")
        return
    yield catalogue.word("fixed")
    for fix in mended:
        checks = ", ".join(dict.fromkeys(finding.check for finding in fix.findings))
        yield f"{fix.unit.file}:{fix.unit.line}: {checks}"
        yield f"    - {fix.unit.text}"
        yield f"    + {fix.text}"
    yield ""


def report_record(judged: Judged, file: object, catalogue: Catalogue) -> Iterator[str]:
    """Yield what became of the record of old findings in ``file``."""
    if judged.created:
        yield catalogue.word("created", count=str(len(judged.tolerated)), file=str(file))
    elif judged.shrunk:
        yield catalogue.word("shrunk", count=str(judged.shrunk), file=str(file))
