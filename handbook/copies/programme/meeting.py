"""The programme and the strategy of an edition as meeting documents."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.copies.edition import Edition
from handbook.copies.programme.annexes import dates, short_forms, sources
from handbook.copies.programme.document import Document, Head, Run, Runs, Spoken, plain
from handbook.copies.programme.draft import Draft
from handbook.copies.programme.parts import area, foundations, introduction, whole_strategy
from handbook.copies.programme.titles import programme_title, strategy_title
from handbook.copies.programme.wording import Wording, capital, styled, wording_of
from handbook.model.documents import Document as Source
from handbook.model.strategy import Strategy
from handbook.render.rows import row_of


def programme_document(edition: Edition) -> Document:
    """Return the programme in the order of its source: introduction, foundations, areas, annexes.

    The strategy's vision, mission and objectives stand in it where the programme's own document repeats them.
    Raises `Refused` where a fixed word is missing.
    """
    handbook, draft = edition.handbook, Draft(wording_of(edition))
    programme, strategy = handbook.programme, handbook.strategy
    assert programme is not None, "asked for only where there is one"
    source = _source(edition, "programme", str(programme.year))
    introduction(draft, programme)
    if source and strategy and _repeats(source, strategy):
        foundations(draft, strategy)
    for series in (programme.areas, programme.field_areas):
        areas = [handbook.areas[name] for name in series if name in handbook.areas]
        for one in areas:
            area(draft, one, tuple(each.number for each in areas))
    return _document(draft, source, programme_title(draft.wording, programme), "programme", programme.key)


def strategy_document(edition: Edition) -> Document:
    """Return the whole strategy: vision, mission, objectives, course of action, annexes.

    Raises `Refused` where a fixed word is missing.
    """
    strategy, draft = edition.handbook.strategy, Draft(wording_of(edition))
    assert strategy is not None, "asked for only where there is one"
    source = _source(edition, "strategy", strategy.period)
    whole_strategy(draft, strategy)
    return _document(draft, source, strategy_title(draft.wording, strategy), "strategy", strategy.vision.key)


def _source(edition: Edition, part: str, period: str) -> Source | None:
    """Return the first document that a part of the handbook is drawn from and that is of its own period or year.

    What was carried over comes from an older one, whose symbol and status would be wrong here.
    """
    for statement in edition.handbook.statements():
        if statement.key.startswith(f"{part}."):
            for ref in statement.source:
                document = row_of(edition.handbook, ref).document
                if period == (document.period or (document.date or "").partition("-")[0]):
                    return document
    return None


def _repeats(source: Source, strategy: Strategy) -> bool:
    name = source.key.rpartition(".")[2]
    return any(ref.startswith(f"{name}/") for ref in (*strategy.vision.source, *strategy.mission.source))


def _document(draft: Draft, source: Source | None, title: Runs, file: str, key: str) -> Document:
    """Return the drafted blocks with their annexes and their head.

    ``file`` in ``data/`` holds its words; ``key`` is shown on the page that says the same.
    """
    dates(draft, source)
    short_forms(draft)
    sources(draft, source)
    wording, edition = draft.wording, draft.wording.edition
    settings = edition.staged.settings
    head = Head(
        union=edition.language.copyright or edition.language.site_name,
        title=plain(title),
        title_runs=title,
        symbol=(source.symbol or "") if source else "",
        date=wording.date(source.date) if source and source.date else "",
        meeting=capital(wording.sentence(source.meeting)) if source and source.meeting else (),
        remarks=tuple(_remarks(wording, source, key)),
        day=settings.date.isoformat(),
    )
    return Document(
        edition.language.code,
        f"{edition.language.folder}/data/{file}.yml",
        {each.code: Spoken(each.tag, each.direction) for each in settings.languages},
        str(wording.label("copy-contents")),
        head,
        tuple(draft.blocks),
    )


def _remarks(wording: Wording, source: Source | None, key: str) -> Iterator[Runs]:
    """Yield what the document may be called, what it is, what is not known of it, and where its text is kept."""
    if source:
        status = wording.words("status", f"status-{source.status}")
        yield (*styled((status[0], Run(" "), *status[1:]), bold=True), Run(". "), *wording.sentence(source.about))
        if source.caution:
            mark = styled(wording.words("caution", "colon"), bold=True)
            yield (*mark, Run(" "), *wording.sentence(source.caution))
    edition = wording.edition
    day = edition.staged.settings.date.isoformat()
    words = wording.label("edition").replace("DATE", wording.date(day))
    address = wording.address(f"@{key}") or edition.address
    colon = plain(wording.words("colon"))
    yield (Run(f"{edition.language.site_name} – {words}{colon} "), Run(address, link=address))
