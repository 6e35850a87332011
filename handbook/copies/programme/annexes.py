"""What stands behind the text: its dates, its short forms and where each paragraph comes from."""

from __future__ import annotations

from handbook.copies.programme.document import BREAK, Run, Runs
from handbook.copies.programme.draft import Draft
from handbook.copies.programme.wording import styled
from handbook.model.documents import Document
from handbook.model.entries import Entry
from handbook.render.views.alphabet import folded


def dates(draft: Draft, source: Document | None) -> None:
    """Add the dated events that are drawn from the document ``source``, as numbered paragraphs."""
    name = f"{source.key.rpartition('.')[2]}/" if source else ""
    events = draft.wording.edition.handbook.named("events").values()
    drawn = [event for event in events if name and any(ref.startswith(name) for ref in event.source)]
    if drawn:
        draft.labelled(1, "count-event", "events")
    for event in drawn:
        draft.statement(event, before=draft.wording.date(event.when, event.until) if event.when else "")


def short_forms(draft: Draft) -> None:
    """Add the full names of the short forms that the paragraphs print, in the order of the alphabet."""
    wording = draft.wording
    found = {entry.key: entry for _, record in draft.told for entry in wording.queries.shortened(record)}
    if not found:
        return
    draft.labelled(1, "copy-abbreviations", "short-forms")
    rows = [_form(draft, entry) for entry in sorted(found.values(), key=lambda entry: folded(entry.label))]
    head = (wording.words("copy-short-form"), wording.words("copy-full-name"))
    draft.table(head, rows, (30, 70))


def _form(draft: Draft, entry: Entry) -> tuple[Runs, ...]:
    return styled(draft.wording.sentence(entry.label), bold=True), draft.wording.sentence(entry.name)


def sources(draft: Draft, source: Document | None) -> None:
    """Add where each paragraph comes from; rows of the document ``source`` itself do not repeat its name."""
    wording = draft.wording
    home = source.key if source else ""
    rows = []
    for number, record in draft.told:
        found = sorted(wording.queries.rows(record), key=lambda row: row.document.key != home)
        places = [wording.place(row, home) for row in found]
        title = wording.sentence(record.title) if record.title else ()
        rows.append((number, title, _one_below_the_other(places)))
    draft.labelled(1, "source-of", "sources")
    draft.table(
        (wording.words("copy-paragraph"), wording.words("copy-statement"), wording.words("source-of")),
        rows,
        (14, 32, 54),
    )


def _one_below_the_other(places: list[Runs]) -> Runs:
    return tuple(run for place in places for run in (Run(BREAK), *place))[1:]
