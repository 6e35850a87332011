"""What the programme and the strategy say, in the order of a meeting document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handbook.copies.programme.draft import Draft
from handbook.copies.programme.numbers import letter, roman
from handbook.copies.programme.titles import strategy_title
from handbook.model.programme import Area, Collections, Programme, Section
from handbook.model.strategy import Strategy

#: How the n-th of several headings is numbered.
Numbered = Callable[[int], str]


def unnumbered(_number: int) -> str:
    """Return no number."""
    return ""


def introduction(draft: Draft, programme: Programme) -> None:
    """Add what the programme says of itself and of its year."""
    if programme.introduction or programme.priorities or programme.contacts:
        draft.labelled(1, "copy-introduction", f"{programme.key}.introduction")
    draft.statements(programme.introduction.values())
    _group(draft, 2, "count-priority", f"{programme.key}.priorities", programme.priorities)
    _group(draft, 2, "count-contact", f"{programme.key}.contacts", programme.contacts)


def foundations(draft: Draft, strategy: Strategy) -> None:
    """Add vision, mission and objectives of the strategy under one heading, as a programme recalls them."""
    draft.heading(1, strategy_title(draft.wording, strategy), f"{strategy.key}.foundations")
    _vision_and_mission(draft, strategy, 2, unnumbered)
    _objectives(draft, strategy, 2, unnumbered, unnumbered)


def whole_strategy(draft: Draft, strategy: Strategy) -> None:
    """Add the whole strategy, its sections and what they hold numbered."""
    _vision_and_mission(draft, strategy, 1, roman)
    _objectives(draft, strategy, 1, roman, letter)
    course = strategy.course_of_action
    if course is None:
        return
    words = draft.wording.words("copy-course-of-action")
    draft.heading(1, words, course.key, roman(4), _upto(roman, 4), course.notes.values())
    for count, heading in enumerate(course.headings.values(), 1):
        title = draft.wording.sentence(strategy.pillars[heading.pillar].title)
        draft.heading(2, title, heading.key, letter(count), _upto(letter, len(course.headings)))
        draft.statements(heading.means.values())


def area(draft: Draft, one: Area, siblings: tuple[str, ...]) -> None:
    """Add an area of the programme; ``siblings`` are the numbers of its series."""
    title = draft.wording.sentence(one.title)
    draft.heading(1, title, one.key, one.number, siblings, one.notes.values())
    _collections(draft, one, 2)
    letters = tuple(section.letter for section in one.sections.values())
    for section in one.sections.values():
        _section(draft, section, letters)
    figures = draft.wording.queries.figures(one.key.rpartition(".")[2])
    _group(draft, 2, "count-figure", f"{one.key}.figures", {figure.key: figure for figure in figures})


def _section(draft: Draft, section: Section, letters: tuple[str, ...]) -> None:
    title = draft.wording.sentence(section.title)
    draft.heading(2, title, section.key, section.letter, letters, section.notes.values())
    _collections(draft, section, 3)


def _collections(draft: Draft, part: Collections, level: int) -> None:
    """Add what an area or a section wants, what comes first, what is done and where to turn."""
    _group(draft, level, "count-objective", f"{part.key}.objectives", part.objectives)
    _group(draft, level, "count-priority", f"{part.key}.priorities", part.priorities)
    _group(draft, level, "count-means", f"{part.key}.means", part.means)
    _group(draft, level, "count-contact", f"{part.key}.contacts", part.contacts)


def _group(draft: Draft, level: int, label: str, key: str, records: Mapping[str, Any]) -> None:
    """Add statements of one kind under their heading, if there are any."""
    if records:
        draft.labelled(level, label, key)
        draft.statements(records.values())


def _vision_and_mission(draft: Draft, strategy: Strategy, level: int, number: Numbered) -> None:
    notes = strategy.notes.values()
    for count, (record, remarks) in enumerate(((strategy.vision, ()), (strategy.mission, notes)), 1):
        title = draft.wording.sentence(record.title)
        draft.heading(level, title, f"{record.key}.title", number(count), _upto(number, 4))
        draft.statement(record, titled=False, notes=remarks)
    draft.statements(strategy.pillars.values())


def _objectives(draft: Draft, strategy: Strategy, level: int, number: Numbered, inner: Numbered) -> None:
    words = draft.wording.words("count-objective")
    draft.heading(level, words, f"{strategy.key}.objectives", number(3), _upto(number, 4))
    for count, objective in enumerate(strategy.objectives.values(), 1):
        title, siblings = draft.wording.sentence(objective.title), _upto(inner, len(strategy.objectives))
        notes = () if objective.text else objective.notes.values()
        draft.heading(level + 1, title, f"{objective.key}.title", inner(count), siblings, notes)
        if objective.text:
            draft.statement(objective, titled=False)
        else:
            draft.statements(objective.parts.values())


def _upto(number: Numbered, last: int) -> tuple[str, ...]:
    return tuple(number(count) for count in range(1, last + 1))
