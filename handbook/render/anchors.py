"""Pages held against each other: every key is shown once, links by key arrive, twins have the same anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.problems import Problem, listed
from handbook.read.pages import Page
from handbook.read.places import written_at
from handbook.read.records import Records
from handbook.read.words import Words
from handbook.render.links import guess, targets
from handbook.render.rendered import RenderedPage


def doubled(
    handbook: Handbook, one: Words, pages: Mapping[str, RenderedPage], homes: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each anchor that a page has twice, and each record that two pages show in full."""
    for page in pages.values():
        written = one.pages.get(page.path)
        twice = [anchor for anchor, count in Counter(page.anchors).items() if count > 1]
        if twice:
            wrong = f"the anchor '{twice[0]}'{_and_more(twice)} is used twice on the page"
            todo = "Rename one heading's anchor, or call the macro that shows it once."
            yield Problem(page.file, _line(written, written, twice), wrong, todo=todo)
        elsewhere: dict[str, list[str]] = {}
        for anchor in page.anchors:
            if homes[anchor] != page.path and anchor in handbook.records and anchor not in twice:
                elsewhere.setdefault(homes[anchor], []).append(anchor)
        for home, shown in elsewhere.items():
            wrong = f"'{shown[0]}'{_and_more(shown)} is shown in full here and on {home}"
            todo = "Call the macro on one page; elsewhere, link to it."
            yield Problem(page.file, _line(written, one.pages.get(home), shown), wrong, "one place", todo=todo)


def _and_more(anchors: list[str]) -> str:
    return f" (with {len(anchors) - 1} more)" if len(anchors) > 1 else ""


def _line(page: Page | None, other: Page | None, anchors: list[str]) -> int:
    """Return the line of a heading or call of ``page`` that ``other`` (or the page itself, before) has too."""
    if page is None or other is None:
        return 0
    at = [heading.line for heading in page.headings if heading.anchor in anchors]
    earlier = [call for call in other.calls if page is not other]
    for call in page.calls:
        if any(call.written == each.written for each in earlier):
            at.append(call.line)
        earlier += [call] if page is other else []
    return at[-1] if at else 0


def unshown_statements(handbook: Handbook, homes: Mapping[str, str], reference: Words) -> Iterator[Problem]:
    """Yield a problem for each statement that is on no page, at the line where it is written."""
    for statement in handbook.statements():
        if statement.key not in homes:
            wrong = f"the statement '{statement.key}' is on no page"
            place = Records(reference).place(statement.key)
            assert place is not None, "a statement was read from a file"
            yield Problem(place.file, place.line, wrong, todo="Call the macro that shows it on a page.")


def lost_links(
    root: Path, page: RenderedPage, homes: Mapping[str, str], excused: Container[str], handbook: Handbook
) -> Iterator[Problem]:
    """Yield a problem for each link by key to nothing; an entry that is on no page is named without a link.

    ``excused`` are keys that are on no page because of another problem.
    """
    for key in sorted(set(targets(page.markdown))):
        register = key.split(".")[0] in ("bodies", "instruments", "terms", "documents")
        if key not in homes and key not in excused and not (register and key in handbook.records):
            places = (written_at(root, page.file, words) for words in (f"@{key}", key))
            place = next((place for place in places if place[1]), (page.file, 0))
            yield Problem(*place, f"the link '@{key}' leads to nothing", todo=guess(key, homes) or "Correct the key.")


def other_anchors(
    reference: Mapping[str, RenderedPage], pages: Mapping[str, Mapping[str, RenderedPage]]
) -> Iterator[Problem]:
    """Yield a problem where a page has not the anchors of its twin, in the same order."""
    repeated = _repeated(reference)
    for others in pages.values():
        ignored = repeated | _repeated(others)
        for path, page in others.items():
            ours = reference.get(path)
            if ours is None or ours.file == page.file:
                continue
            wanted, given = (dict.fromkeys(one for one in each.anchors if one not in ignored) for each in (ours, page))
            if list(wanted) == list(given):
                continue
            less = [f"#{anchor}" for anchor in wanted if anchor not in given]
            more = [f"#{anchor}" for anchor in given if anchor not in wanted]
            found = [f"{listed(less)} missing" if less else "", f"{listed(more)} too much" if more else ""]
            yield Problem(
                page.file,
                0,
                f"the anchors are not those of {ours.file}",
                "the same, in the same order",
                " and ".join(filter(None, found)) or "another order",
                "Use the same headings' anchors and the same macro calls.",
            )


def _repeated(pages: Mapping[str, RenderedPage]) -> set[str]:
    """Return the anchors that several pages have, which `doubled` names."""
    counted = Counter(anchor for page in pages.values() for anchor in set(page.anchors))
    return {anchor for anchor, count in counted.items() if count > 1}
