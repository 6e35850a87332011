"""Views across the handbook: by objective, role, entry, date and row, each a question to the same records."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

import pytest
from small import handbook, sentences

from handbook.model.record import Record
from handbook.render.queries import Queries, Unknown
from handbook.render.views import Views

S = "source: plan/I/means/1"
FILES = {
    "documents": """\
plan: { title: Plan, short: P, about: A., voice: union, status: proposed, rows: { I: { means: "1 2", event: "1" } } }
town: { title: Town, short: T, about: A., voice: administration, status: reported, rows: { A: { indicator: "1" } } }
""",
    "bodies": f"board: {{ kind: joint, name: Board, about: 'With the [[oil]].', {S} }}\n",
    "instruments": f"rule: {{ kind: internal, name: Rule, about: R., {S} }}\n",
    "terms": f"""\
oil: {{ kind: work, name: Oil, about: O., {S} }}
fixed: {{ kind: contract, name: Fixed, about: F., {S} }}
daily: {{ kind: contract, name: Daily, about: D., {S} }}
""",
    "strategy": f"""\
title: Strategy
period: 1900-1902
vision: {{ title: Vision, text: V., {S} }}
mission: {{ title: Mission, text: M., {S}, every: year }}
pillars: {{ one: {{ title: One, text: O., {S} }} }}
objectives:
  peace: {{ title: Peace, parts: {{ a: {{ title: A, text: A., {S} }} }} }}
  light: {{ title: Light, text: L., {S} }}
  rest: {{ title: Rest, text: R., {S} }}
course-of-action:
  headings: {{ one: {{ pillar: one, means: {{ visit: {{ title: V, text: V., {S}, serves: light, for: keeper }} }} }} }}
""",
    "programme": "title: Plan\nyear: 1901\nareas: [lamps, boats]\n",
    "programme/lamps": f"""\
number: I
title: Lamps
serves: peace
objectives: {{ all: {{ title: All, text: All., {S} }} }}
means:
  count: {{ title: Count, text: Count., {S}, for: [keeper, clerk], every: week }}
  buy: {{ title: Buy, text: 'Buy [[oil]].', {S}, serves: [light, rest], caution: 'For the [[daily]].',
          notes: {{ n: {{ text: 'For the [[fixed]].', {S} }} }} }}
contacts: {{ store: {{ text: Ask the store., {S} }} }}
sections: {{ east: {{ letter: A, title: East, means: {{ row: {{ title: Row, text: R., {S}, for: clerk }} }} }} }}
""",
    "programme/boats": f"number: II\ntitle: Boats\nmeans: {{ sail: {{ title: Sail, text: S., {S},\
 parts: {{ a: {{ text: 'With [[fixed]].', {S} }} }} }} }}\n",
    "figures": f"""\
own: {{ title: F, text: T., {S}, value: 1, unit: days, when: 1900, population: p, area: lamps,
        serves: [light, peace] }}
areas: {{ title: F, text: T., source: town/A/indicator/1, value: 1, unit: days, when: 1900, population: p,
          area: lamps }}
loose: {{ title: F, text: T., {S}, value: 1, unit: days, when: 1900, population: p, area: boats }}
""",
    "reports/town": f"""\
title: Report
short: R
document: town
outcomes:
  one: {{ number: "1", title: O, text: O., {S}, serves: rest, areas: {{ a: {{ number: "1.1", title: A, text: A., {S},
          paragraphs: {{ p: {{ title: P, text: P., {S} }}, q: {{ title: Q, text: Q., {S}, serves: peace }} }} }} }} }}
lessons: {{ l: {{ title: L, text: L., {S} }} }}
""",
    "campaigns/oil": f"""\
title: Oil
serves: light
steps: {{ ask: {{ title: Ask, text: A., {S} }} }}
results: {{ won: {{ title: Won, text: W., {S} }} }}
left-open: {{ open: {{ title: Open, text: O., {S}, serves: rest }} }}
contacts: {{ office: {{ text: Write., {S} }} }}
""",
    "roles": """\
keeper: { name: Keeper, about: K., of: programme.lamps.means.count }
clerk: { name: Clerk, about: C., of: programme.lamps.means.count }
""",
    "questions": """\
dark: { group: case, title: 'Dark?', text: 'Ask the [[board]].', of: programme.lamps.means.buy, ask: board,
        serves: light }
lost: { group: case, title: 'Lost?', text: 'Ask [[rule]].',
        of: [programme.boats.means.sail, programme.lamps.means.count] }
who: { group: answer, title: 'Who?', text: 'The [[board]].', of: programme.lamps.means.buy, serves: light }
""",
    "open-questions": """\
two: { title: 'Two?', text: T., of: programme.lamps.means.buy, serves: light }
three: { title: 'Three?', text: T., of: programme.lamps.means.buy }
""",
    "differences": f"""\
dash: {{ group: titles, title: Dash, text: D., {S} }}
order: {{ group: course, title: Order, text: O., {S} }}
comma: {{ group: titles, title: Comma, text: C., {S} }}
""",
    "events": f"""\
past: {{ title: E, text: E., {S}, when: 1901-03-04 }}
before: {{ title: E, text: E., {S}, when: "1899" }}
today: {{ title: E, text: E., {S}, when: 1901-03-05 }}
running: {{ title: E, text: E., {S}, when: 1901-03-01, until: 1901-03-05 }}
ended: {{ title: E, text: E., {S}, when: 1901-02, until: 1901-03-04 }}
month: {{ title: E, text: E., {S}, when: 1901-03 }}
season: {{ title: E, text: E., {S}, when: 1901-winter }}
tomorrow: {{ title: E, text: E., {S}, when: 1901-03-06 }}
april: {{ title: E, text: E., {S}, when: 1901-04 }}
feast: {{ title: E, text: E., {S}, when: --05-01 }}
february: {{ title: E, text: E., {S}, when: --02-29 }}
walk: {{ title: E, text: E., {S} }}
""",
    "years/1900/programme": "title: Plan\nyear: 1900\nareas: [lamps]\n",
    "years/1900/programme/lamps": f"""\
number: I
title: Lamps
serves: [peace, light, rest]
objectives: {{ all: {{ title: All, text: All., {S} }} }}
means: {{ count: {{ title: Count, text: 'Count [[fixed]].', {S}, for: keeper, every: week, caution: C. }} }}
contacts: {{ store: {{ text: Ask the store., source: plan/I/means/2 }} }}
""",
}
BOOK = handbook(FILES)


def views(today: str = "1901-03-05") -> Views:
    return Views(BOOK, sentences(BOOK), datetime.date.fromisoformat(today))


def keys(records: Iterable[Record]) -> list[str]:
    return [record.key for record in records]


SERVED = {
    "strategy.objectives.peace": ("peace",),
    "strategy.objectives.peace.parts.a": ("peace",),
    "strategy.course-of-action.headings.one.means.visit": ("light",),
    "strategy.vision": (),
    "programme.lamps": ("peace",),
    "programme.lamps.means.count": ("peace",),
    "programme.lamps.sections.east.means.row": ("peace",),
    "programme.lamps.means.buy": ("light", "rest"),
    "programme.lamps.means.buy.notes.n": ("light", "rest"),
    "programme.boats.means.sail": (),
    "reports.town.outcomes.one.areas.a.paragraphs.p": ("rest",),
    "reports.town.outcomes.one.areas.a.paragraphs.q": ("peace",),
    "reports.town.lessons.l": (),
    "campaigns.oil.results.won": ("light",),
    "campaigns.oil.left-open.open": ("rest",),
    "figures.areas": (),
    "years.1900.programme.lamps.means.count": (),
}


@pytest.mark.parametrize("key", SERVED)
def test_a_record_serves_its_own_objectives_or_those_of_what_holds_it(key: str) -> None:
    assert views().objectives_of(BOOK.records[key]) == SERVED[key]


def test_an_objective_finds_what_serves_it_and_nothing_of_earlier_years() -> None:
    found = views()
    assert keys(found.means_for("peace")) == [
        "programme.lamps.means.count",
        "programme.lamps.sections.east.means.row",
    ]
    assert keys(found.means_for("light")) == ["programme.lamps.means.buy"]
    assert keys(found.course_for("light")) == ["strategy.course-of-action.headings.one.means.visit"]
    assert keys(found.wanted_for("peace")) == ["programme.lamps.objectives.all"]
    assert keys(found.reported("rest")) == ["reports.town.outcomes.one.areas.a.paragraphs.p"]
    assert keys(found.won("light")) == ["campaigns.oil.results.won"]
    assert keys(found.left_open("rest")) == ["campaigns.oil.left-open.open"]
    assert keys(found.open_questions("light")) == ["open-questions.two"]
    assert keys(found.questions("case", "light")) == ["questions.dark"]
    assert keys(found.questions("answer", "light")) == ["questions.who"]
    assert found.won("rest") == found.left_open("light") == found.course_for("peace") == ()


def test_without_an_objective_everything_is_found() -> None:
    found = views()
    assert len(found.reported()) == 3  # with the lesson
    assert keys(found.won()) == ["campaigns.oil.results.won"]
    assert keys(found.left_open()) == ["campaigns.oil.left-open.open"]
    assert keys(found.open_questions()) == ["open-questions.two", "open-questions.three"]
    assert keys(found.questions("case")) == ["questions.dark", "questions.lost"]


def test_a_figure_speaks_to_its_own_objectives_or_to_those_of_its_area() -> None:
    assert keys(views().figures_for("light")) == ["figures.own"]
    assert keys(views().figures_for("peace")) == ["figures.own", "figures.areas"]
    assert views().figures_for("rest") == ()


def test_every_figure_is_listed_once_under_its_first_objective_in_order() -> None:
    groups = [(group.key if group else None, keys(figures)) for group, figures in views().figures_by_objective()]
    assert groups == [
        ("strategy.objectives.peace", ["figures.areas"]),
        ("strategy.objectives.light", ["figures.own"]),
        (None, ["figures.loose"]),
    ]


def test_a_role_finds_what_it_can_do() -> None:
    found = views()
    assert keys(found.roles()) == ["roles.keeper", "roles.clerk"]
    visit, count = "strategy.course-of-action.headings.one.means.visit", "programme.lamps.means.count"
    row = "programme.lamps.sections.east.means.row"
    assert keys(found.for_role("keeper")) == [visit, count]
    assert keys(found.for_role("keeper", "peace")) == [count]
    assert keys(found.for_role("")) == [visit, count, row]


UNKNOWN: dict[str, tuple[Callable[[Views], object], str]] = {
    "a role": (lambda found: found.for_role("keper"), "'keper' is not a role (see roles.yml)"),
    "a group": (lambda found: found.questions("cases"), "'cases' is not a group of questions"),
    "an objective of means": (lambda found: found.means_for("lihgt"), "'lihgt' is not an objective of the strategy"),
    "an objective of a role": (
        lambda found: found.for_role("keeper", "lihgt"),
        "'lihgt' is not an objective of the strategy",
    ),
}


@pytest.mark.parametrize(("ask", "wrong"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_view_of_nothing_is_refused_with_what_was_meant(ask: Callable[[Views], object], wrong: str) -> None:
    with pytest.raises(Unknown) as refused:
        ask(views())
    assert refused.value.wrong == wrong
    assert refused.value.todo.startswith("Did you mean ")


def test_lists_gather_what_is_alike_from_everywhere_but_earlier_years() -> None:
    found = views()
    assert keys(found.contacts()) == ["programme.lamps.contacts.store", "campaigns.oil.contacts.office"]
    assert [(record.key, record.every) for record in found.regular()] == [
        ("strategy.mission", "year"),
        ("programme.lamps.means.count", "week"),
    ]
    assert keys(found.cautions()) == ["programme.lamps.means.buy"]
    assert {group: keys(each) for group, each in found.differences().items()} == {
        "titles": ["differences.dash", "differences.comma"],
        "course": ["differences.order"],
    }


def test_terms_find_the_statements_that_name_them_in_title_text_caution_or_part() -> None:
    assert [(term.key, keys(records)) for term, records in views().terms_named("contract")] == [
        ("terms.fixed", ["programme.boats.means.sail"]),
        ("terms.daily", ["programme.lamps.means.buy"]),
    ]
    assert keys(views().statements_naming(BOOK.records["terms.oil"])) == [  # type: ignore[arg-type]
        "programme.lamps.means.buy"
    ]
    assert views().terms_named("idea") == []


DATED = {
    "past": ["past", "ended", "before"],
    "current": ["running", "month", "season", "today"],
    "coming": ["tomorrow", "april"],
    "yearly": ["february", "feast"],
    "undated": ["walk"],
}


def test_an_event_is_past_running_or_to_come_by_the_day_of_the_build() -> None:
    found = {tense: sorted(name.removeprefix("events.") for name in keys(views().dated(tense))) for tense in DATED}
    assert found == {tense: sorted(names) for tense, names in DATED.items()}


def test_what_is_to_come_begins_with_the_next_and_what_is_past_with_the_last() -> None:
    assert keys(views().dated("past")) == ["events.past", "events.ended", "events.before"]
    assert keys(views().dated("coming")) == ["events.tomorrow", "events.april"]
    assert keys(views().dated("yearly")) == ["events.february", "events.feast"]


def test_another_day_moves_events_and_nothing_else() -> None:
    assert len(views("1902-01-01").dated("past")) == len(DATED["past"] + DATED["current"] + DATED["coming"])
    assert len(views("1898-12-31").dated("coming")) == len(DATED["past"] + DATED["current"] + DATED["coming"])
    assert views("1902-01-01").counts() == views().counts()


def test_statements_and_entries_are_counted_by_kind_without_earlier_years() -> None:
    counts = views().counts()
    assert counts["means"] == 6  # a part is counted as its parent's kind
    assert counts["note"] == 1
    assert counts["objective"] == 5  # three of the strategy, a part and one of the programme
    assert counts["contact"] == 2
    assert (counts["body"], counts["instrument"], counts["term"]) == (1, 1, 3)
    assert (counts["event"], counts["figure"], counts["lesson"], counts["report-paragraph"]) == (12, 3, 1, 2)
    assert not {"role", "question", "open-question", "difference", "form"} & counts.keys()


def test_every_row_of_every_document_tells_what_is_drawn_from_it() -> None:
    (plan, rows), (town, others) = views().by_row()
    assert (plan.key, town.key) == ("documents.plan", "documents.town")
    assert [(row.part, row.kind, row.item, row.document.key) for row, _ in rows] == [
        ("I", "means", "1", "documents.plan"),
        ("I", "means", "2", "documents.plan"),
        ("I", "event", "1", "documents.plan"),
    ]
    drawn = keys(rows[0][1])
    assert "strategy.vision" in drawn
    assert "programme.lamps.means.buy.notes.n" in drawn
    assert not [key for key in drawn if key.partition(".")[0] in ("bodies", "terms", "differences", "years")]
    # An earlier year is named only for a row from which nothing else is drawn.
    earlier = ["years.1900.programme.lamps.contacts.store"]
    assert [keys(records) for _, records in (*rows[1:], *others)] == [earlier, [], ["figures.areas"]]


def test_a_page_can_show_one_document_and_some_of_its_parts() -> None:
    ((town, _),) = views().by_row("town")
    assert town.key == "documents.town"
    ((_, rows),) = views().by_row("plan", "I")
    assert len(rows) == 3


def test_a_page_can_show_some_objectives_and_some_roles() -> None:
    found = views()
    whole = found.figures_by_objective()
    first = whole[0][0]
    assert first is not None
    assert found.figures_by_objective(first.key.rpartition(".")[2]) == whole[:1]
    assert keys(found.roles("clerk")) == ["roles.clerk"]
    asked = [keys(found.questions("case", first=one)) for one in ("peace", "light", "rest")]
    assert sorted(key for one in asked for key in one) == sorted(
        question.key for question in found.questions("case") if found.objectives_of(question)
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda found: found.by_row("lost"),
        lambda found: found.by_row("plan", "X"),
        lambda found: found.figures_by_objective("lost"),
        lambda found: found.roles("lost"),
        lambda found: found.questions("case", first="lost"),
    ],
)
def test_a_page_that_asks_for_a_part_that_is_not_there_is_told(ask: Callable[[Views], object]) -> None:
    with pytest.raises(Unknown, match=r"'(lost|X)' is not"):
        ask(views())


def test_a_question_finds_the_texts_behind_it_and_the_bodies_that_it_names() -> None:
    queries = Queries(BOOK, sentences(BOOK))
    dark, lost = BOOK.records["questions.dark"], BOOK.records["questions.lost"]
    assert keys(queries.asked(dark)) == ["bodies.board"]
    assert keys(queries.bodies_behind(dark)) == []  # the board is asked already
    assert keys(queries.bodies_behind(BOOK.records["questions.who"])) == ["bodies.board"]
    assert keys(queries.texts_behind(lost)) == ["instruments.rule"]
    assert keys(queries.texts_behind(dark)) == []


def test_the_texts_behind_a_question_are_those_of_its_statements_too() -> None:
    lamps = FILES["programme/lamps"].replace("text: 'Buy [[oil]].'", "text: 'Buy [[oil]] by [[rule]] of [[board]].'")
    book = handbook({**FILES, "programme/lamps": lamps})
    queries = Queries(book, sentences(book))
    assert keys(queries.texts_behind(book.records["questions.dark"])) == ["instruments.rule"]
    assert keys(queries.bodies_behind(book.records["questions.dark"])) == []
