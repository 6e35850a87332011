"""The report as Markdown tables, for the page of a job: how much of each language and file is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from handbook.read.settings import Language
from handbook.reports.markdown import head as table_head
from handbook.reports.markdown import plain, row
from handbook.translations.counts import Count, total
from handbook.translations.gate import Judged
from handbook.translations.messages import Catalogue
from handbook.translations.reports.entries import entries
from handbook.translations.reports.text import number

#: So many findings are listed; the job's log holds them all.
LIMIT = 50


def report_summary(judged: Judged, catalogue: Catalogue) -> str:
    """Return the summary: a table of languages, the files that are not finished, all files folded, findings."""
    lines = [f"## {catalogue.word('summary-title')}", "", *_languages(judged, catalogue)]
    for language in judged.checked.gathered.translations:
        lines += _files(judged.checked.counts.get(language.code, {}), language, catalogue)
    lines += _findings(judged, catalogue)
    return "\n".join(lines) + "\n"


def _languages(judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    names = ("language", "units", "words", "translated", "current", "asked", "errors", "warnings")
    yield table_head([catalogue.word(f"summary-{name}") for name in names])
    found = Counter((finding.code, finding.severity) for finding in judged.findings)
    for language in judged.checked.gathered.translations:
        code = language.code
        asked = f"{number(judged.checked.thresholds.get(code, 100), catalogue)} %"
        numbers = [asked, str(found[code, "error"]), str(found[code, "warning"])]
        yield row([plain(language.name), *_cells(total(judged.checked.counts.get(code, {})), catalogue), *numbers])
    yield ""


def _cells(count: Count, catalogue: Catalogue) -> list[str]:
    """Return pieces, words, and what of them is translated and current."""
    complete = f"{count.translated_units} / {count.translated_words} ({number(count.complete, catalogue)} %)"
    current = f"{count.current_units} / {count.current_words} ({number(count.current, catalogue)} %)"
    return [str(count.units), str(count.words), complete, current]


def _files(counts: Mapping[str, Count], language: Language, catalogue: Catalogue) -> Iterator[str]:
    head = [catalogue.word(f"summary-{name}") for name in ("file", "units", "words", "translated", "current")]
    unfinished = {file: count for file, count in counts.items() if count.current < 100}
    if unfinished:
        yield from (f"### {language.name}: {catalogue.word('summary-unfinished')} ({len(unfinished)})", "")
        yield from _table(head, unfinished, catalogue)
    yield from ("<details>", f"<summary>{plain(language.name)}: {catalogue.word('summary-all')}</summary>", "")
    yield from _table(head, counts, catalogue)
    yield from ("</details>", "")


def _table(head: Sequence[str], counts: Mapping[str, Count], catalogue: Catalogue) -> Iterator[str]:
    yield table_head(head)
    yield from (row([plain(file), *_cells(count, catalogue)]) for file, count in counts.items())
    whole = _cells(total(counts), catalogue)
    yield row([f"**{catalogue.word('summary-total')}**", *whole])
    yield ""


def _findings(judged: Judged, catalogue: Catalogue) -> Iterator[str]:
    listed = [finding for finding in judged.findings if finding.severity != "note"]
    if listed:
        yield from (f"### {catalogue.word('summary-findings')} ({len(listed)})", "")
        for entry in entries(judged, listed[:LIMIT], catalogue):
            yield f"- `{entry.place}`: {plain(f'{entry.line(catalogue)}. {entry.todo}')}"
        if len(listed) > LIMIT:
            yield "- …"
