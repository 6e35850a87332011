"""Words that cannot be used: marks in sentences, references to nothing, translations that do not fit.

Each case is a change of the tiny handbook and the start of the one line that must come of it.
"""

from __future__ import annotations

from broken_changes import (
    BODIES,
    DOCUMENTS,
    FIGURE,
    FORM_OF_LAMPS,
    FR_BODIES,
    FR_LIGHT,
    FR_TEXT,
    LABELS,
    LIGHT,
    NIGHTS,
    PROGRAMME,
    QUESTIONS,
    REPORT,
    ROLES,
    SOURCE,
    STRATEGY,
    Change,
    add,
    cut,
    drop,
    folded,
    put,
    sentence,
    strategy,
    swap,
    together,
)

SENTENCES: dict[str, tuple[Change, str]] = {
    "raw HTML": (sentence("Count <b>all</b> the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds raw HTML"),
    "raw HTML on the third line": (
        folded("Count the lamps", "twice a year,", "also <b>the old</b> ones", "and more."),
        f"{LIGHT}:19: 'means.count-lamps.text' holds raw HTML; expected inline Markdown",
    ),
    "a comment of HTML": (
        sentence("Count <!-- all --> the lamps."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds raw HTML",
    ),
    "raw HTML in a title": (
        swap(LIGHT, "title: Count the lamps", "title: Count <i>the</i> lamps"),
        f"{LIGHT}:15: 'means.count-lamps.title' holds raw HTML; expected inline Markdown",
    ),
    "raw HTML in a remark": (
        add(LIGHT, "    caution: Count<br>again.\n"),
        f"{LIGHT}:18: 'means.count-lamps.caution' holds raw HTML; expected inline Markdown; found '<br>again.'",
    ),
    "raw HTML in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    text: >-\n      Compter\n      les <i>lampes</i>."),
        f"{FR_LIGHT}:15: 'means.count-lamps.text' holds raw HTML; expected inline Markdown",
    ),
    "raw HTML in a label": (
        swap(LABELS, "what-we-want: What we want", "what-we-want: What <i>we</i> want"),
        f"{LABELS}:4: 'what-we-want' holds raw HTML; expected inline Markdown; found '<i>we</i> want'",
    ),
    "an HTML entity": (
        folded("Count the lamps", "of oil &amp; gas."),
        f"{LIGHT}:18: 'means.count-lamps.text' holds an HTML",
    ),
    "an HTML entity in numbers": (
        folded("Count the lamps", "of &#233;lan."),
        f"{LIGHT}:18: 'means.count-lamps.text' holds an HTML entity; expected inline Markdown",
    ),
    "a macro call": (folded("Count", "{{ lamps }}"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "a block of Jinja": (
        folded("Count", "the lamps", "{% if lamps %}now{% endif %}"),
        f"{LIGHT}:19: 'means.count-lamps.text' holds Jinja; expected inline Markdown",
    ),
    "a comment of Jinja": (folded("Count", "{# all #} lamps"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "the end of a macro call": (folded("Count", "the }} lamps"), f"{LIGHT}:18: 'means.count-lamps.text' holds Jinja"),
    "braces": (folded("Count", "the lamps { #x }"), f"{LIGHT}:18: 'means.count-lamps.text' holds a brace"),
    "a script": (
        sentence("Count [here](javascript:alert(1)) now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link to",
    ),
    "a link to a file": (
        sentence("Count [here](light.md) now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link to",
    ),
    "a link never closed": (
        sentence("Count [here](https://lamps.example now."),
        f"{LIGHT}:16: 'means.count-lamps.text' holds a link that is never closed; expected inline Markdown",
    ),
    "a picture": (sentence("Count ![here](lamp.png) now."), f"{LIGHT}:16: 'means.count-lamps.text' holds a picture"),
    "a heading": (sentence("'# Count'"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading, list,"),
    "a list": (sentence("'- Count'"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading, list,"),
    "a numbered list": (sentence("1. Count"), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a heading,"),
    "two paragraphs": (folded("Count", "", "the lamps"), f"{LIGHT}:17: 'means.count-lamps.text' holds an empty"),
    "a footnote": (sentence("Count[^1] the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds the mark of a"),
    "bold never closed": (sentence("Count **the lamps."), f"{LIGHT}:16: 'means.count-lamps.text' holds '**' without"),
}

REFERENCES: dict[str, tuple[Change, str]] = {
    "an entry that does not exist": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-bord]]"),
        f"{LIGHT}:12: the entry 'lamp-bord' does not exist",
    ),
    "an entry like no other": (
        swap(LIGHT, "[[lamp-board]]", "[[zzzz]]"),
        f"{LIGHT}:12: the entry 'zzzz' does not exist",
    ),
    "an entry with a capital": (
        swap(LIGHT, "[[lamp-board]]", "[[Lamp-Board]]"),
        f"{LIGHT}:12: the entry 'Lamp-Board' does not exist",
    ),
    "an entry without a key": (swap(LIGHT, "[[lamp-board]]", "[[]]"), f"{LIGHT}:12: the entry '' does not exist"),
    "an entry on the third line": (
        folded("Ask.", "Then ask.", "Then the [[lamp-bord]]."),
        f"{LIGHT}:19: the entry 'lamp-bord' does not exist",
    ),
    "an entry broken over two lines": (
        folded("Ask the [[lamp-", "board]] now."),
        f"{LIGHT}:17: the entry 'lamp- board' does not exist",
    ),
    "brackets never closed": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-board]"),
        f"{LIGHT}:12: double brackets are opened or closed, not both; expected [[key]]",
    ),
    "brackets never opened": (
        swap(LIGHT, "[[lamp-board]]", "lamp-board]]"),
        f"{LIGHT}:12: double brackets are opened or closed, not both; expected [[key]]",
    ),
    "an ending that does not exist": (
        swap(LIGHT, "[[lamp-board]]", "[[lamp-board:nam]]"),
        f"{LIGHT}:12: '[[lamp-board:nam]]' has an unknown ending; expected [[lamp-board:name]].",
    ),
    "an entry in an explanation": (
        swap(BODIES, "The board that", "The [[bord]] that"),
        f"{BODIES}:5: the entry 'bord' does not exist",
    ),
    "an entry in the name of an entry": (
        swap(BODIES, "name: Joint", "name: The [[lamp-board]], joint"),
        f"{BODIES}:3: 'lamp-board.name' names an entry, and the name of an entry holds words only",
    ),
    "an entry in a label": (
        swap(LABELS, "what-we-want: What we want", "what-we-want: What [[we]] want"),
        f"{LABELS}:4: the entry 'we' does not exist",
    ),
    "an entry that only the translation misspells": (
        swap(FR_LIGHT, "[[lamp-board]]", "[[lamp-bord]]"),
        f"{FR_LIGHT}:10: the entry 'lamp-bord' does not exist",
    ),
    "an entry that the translation leaves out": (
        swap(FR_LIGHT, "[[lamp-board]]", "comité"),
        f"{FR_LIGHT}:9: 'means.ask-the-board.text' names other entries than docs/data/programme/light.yml:11",
    ),
    "an entry that the translation adds": (
        swap(FR_LIGHT, FR_TEXT, "    text: Compter avec le [[lamp-board]]."),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' names other entries than docs/data/programme/light.yml:16",
    ),
    "one key in two registers": (
        together(
            put(
                "docs/data/terms.yml",
                "lamp-board:\n  kind: idea\n  name: Lamp\n  about: A lamp.\n  source: plan-1901/I/means/1\n",
            ),
            put("docs_fr/data/terms.yml", "lamp-board:\n  name: Lampe\n  about: Une lampe.\n"),
        ),
        "docs/data/terms.yml:1: the entry 'lamp-board' exists already in docs/data/bodies.yml, line 1",
    ),
    "a link to a key that does not exist": (
        sentence("See [the streets](@programme.light.means.count-lamp)."),
        f"{LIGHT}:16: the link '@programme.light.means.count-lamp' leads to nothing",
    ),
    "a source row that does not exist": (
        swap(LIGHT, SOURCE, "source: plan-1901/I/means/3"),
        f"{LIGHT}:17: the source row 'plan-1901/I/means/3' does not exist; expected document/part/kind/item",
    ),
    "one row of a list that does not exist": (
        swap(LIGHT, SOURCE, "source:\n      - plan-1901/I/means/2\n      - plan-1901/I/means/9"),
        f"{LIGHT}:19: the source row 'plan-1901/I/means/9' does not exist; expected document/part/kind/item",
    ),
    "a document that does not exist": (
        swap(LIGHT, SOURCE, "source: plan-1902/I/means/2"),
        f"{LIGHT}:17: the document 'plan-1902' of the source row 'plan-1902/I/means/2' does not exist",
    ),
    "a document like no other": (
        swap(LIGHT, SOURCE, "source: zz/I/means/2"),
        f"{LIGHT}:17: the document 'zz' of the source row 'zz/I/means/2' does not exist",
    ),
    "a source that is no row": (
        swap(LIGHT, SOURCE, "source: somewhere"),
        f"{LIGHT}:17: 'somewhere' is not a source row",
    ),
    "an empty source": (swap(LIGHT, SOURCE, 'source: ""'), f"{LIGHT}:17: '' is not a source row; expected"),
    "no source": (swap(LIGHT, SOURCE, "source:"), f"{LIGHT}:17: 'means.count-lamps.source' is of the wrong type"),
    "a number as a source": (
        swap(LIGHT, SOURCE, "source: 12"),
        f"{LIGHT}:17: 'means.count-lamps.source' is of the wrong",
    ),
    "an empty list of sources": (swap(LIGHT, SOURCE, "source: []"), f"{LIGHT}:17: 'means.count-lamps.source' is empty"),
    "a source of an entry": (
        swap(BODIES, "means/1", "means/11"),
        f"{BODIES}:6: the source row 'plan-1901/I/means/11' does",
    ),
    "a row that nothing comes from": (
        swap(DOCUMENTS, '"1 2"', '"1 2 3"'),
        f"{DOCUMENTS}:9: the row 'plan-1901/I/means/3' is the source of no statement",
    ),
    "an area without a file": (
        swap(PROGRAMME, "[light]", "[light, dark]"),
        f"{PROGRAMME}:3: the area 'dark' has no file docs/data/programme/dark.yml; expected light",
    ),
    "an area under a misspelt name": (
        swap(PROGRAMME, "[light]", "[lihgt]"),
        f"{PROGRAMME}:3: the area 'lihgt' has no file docs/data/programme/lihgt.yml; expected light",
    ),
    "an area twice": (swap(PROGRAMME, "[light]", "[light, light]"), f"{PROGRAMME}:3: the area 'light' is listed twice"),
    "an area that is not listed": (
        together(
            put("docs/data/programme/oil.yml", "number: II\ntitle: Oil\n"),
            put("docs_fr/data/programme/oil.yml", "title: Huile\n"),
        ),
        "docs/data/programme/oil.yml: the area 'oil' is not listed in docs/data/programme.yml",
    ),
    "an area that is gone in all languages": (
        together(drop(LIGHT), drop(FR_LIGHT)),
        f"{PROGRAMME}:3: the area 'light' has no file docs/data/programme/light.yml",
    ),
    "an objective that does not exist": (
        together(add(LIGHT, "serves: [piece]\n"), strategy),
        f"{LIGHT}:18: 'piece' is not an objective of the strategy; expected peace. Did you mean 'peace'?",
    ),
    "an objective without a strategy": (
        add(LIGHT, "serves: [peace]\n"),
        f"{LIGHT}:18: 'peace' is not an objective of the strategy",
    ),
    "a reminder of nothing": (
        together(
            add(LIGHT, "remember:\n  twice:\n    text: Twice a year.\n    of: [means.count-lamp]\n"),
            add(FR_LIGHT, "remember:\n  twice:\n    text: Deux fois.\n"),
        ),
        f"{LIGHT}:21: 'means.count-lamp' is not a statement of this file",
    ),
    "a reminder of a title": (
        together(
            add(LIGHT, "remember:\n  twice:\n    text: Twice a year.\n    of: title\n"),
            add(FR_LIGHT, "remember:\n  twice:\n    text: Deux fois.\n"),
        ),
        f"{LIGHT}:21: 'title' is not a statement of this file",
    ),
    "a pillar that does not exist": (
        together(strategy, swap(STRATEGY, "pillar: oil", "pillar: iol")),
        f"{STRATEGY}:15: 'iol' is not a pillar; expected oil. Did you mean 'oil'?",
    ),
    "an objective with neither text nor parts": (
        together(
            strategy,
            swap("docs_fr/data/strategy.yml", "    text: La paix dans les rues.\n", ""),
            swap(STRATEGY, "    text: Peace in the streets.\n    source: plan-1901/I/objective/1\n", ""),
        ),
        f"{STRATEGY}:8: the objective 'peace' has neither 'text' nor 'parts'",
    ),
    "an objective with a text and no source": (
        together(
            strategy,
            swap(
                STRATEGY,
                "    text: Peace in the streets.\n    source: plan-1901/I/objective/1\n",
                "    text: Peace in the streets.\n",
            ),
        ),
        f"{STRATEGY}:8: the objective 'peace' has a text without a source, or a source without a text",
    ),
    "a figure of no area": (
        put("docs/data/figures.yml", FIGURE.replace("area: light", "area: lihgt")),
        "docs/data/figures.yml:5: 'lihgt' is not an area of the programme; expected light",
    ),
}

TRANSLATIONS: dict[str, tuple[Change, str]] = {
    "a missing sentence in a translation": (
        swap(FR_LIGHT, f"{FR_TEXT}\n", ""),
        f"{FR_LIGHT}:11: 'means.count-lamps.text' is missing",
    ),
    "a missing statement": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", ""),
        f"{FR_LIGHT}:6: 'means.count-lamps' is missing",
    ),
    "a missing group": (cut(FR_LIGHT, "means:"), f"{FR_LIGHT}:1: 'means' is missing; expected the translation of"),
    "a misspelt key in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    txt: Compter les lampes."),
        f"{FR_LIGHT}:13: the key 'txt' in 'means.count-lamps' is unknown",
    ),
    "a misspelt statement": (
        swap(FR_LIGHT, "  count-lamps:", "  count-lamp:"),
        f"{FR_LIGHT}:11: 'means.count-lamp' is not in docs/data/programme/light.yml",
    ),
    "a misspelt group": (swap(FR_LIGHT, "means:", "maens:"), f"{FR_LIGHT}:6: the key 'maens' is unknown"),
    "a misspelt label": (
        swap("docs_fr/data/labels.yml", "what-we-want:", "what-we-wnt:"),
        "docs_fr/data/labels.yml:4: 'what-we-wnt' is not in docs/data/labels.yml",
    ),
    "a statement too many": (
        add(FR_LIGHT, "  light-moons:\n    title: Lunes\n    text: Allumer les lunes.\n"),
        f"{FR_LIGHT}:14: 'means.light-moons' is not in docs/data/programme/light.yml",
    ),
    "a group too many": (
        add(FR_LIGHT, "priorities:\n  first:\n    title: Lunes\n    text: Allumer les lunes.\n"),
        f"{FR_LIGHT}:14: 'priorities' is not in docs/data/programme/light.yml",
    ),
    "a remark too many": (
        add(FR_LIGHT, "    caution: Attention.\n"),
        f"{FR_LIGHT}:14: 'means.count-lamps.caution' is not in",
    ),
    "a source in a translation": (
        add(FR_LIGHT, f"    {SOURCE}\n"),
        f"{FR_LIGHT}:14: 'source' in 'means.count-lamps' is a fact,",
    ),
    "a number in a translation": (
        add(FR_LIGHT, "number: I\n"),
        f"{FR_LIGHT}:14: 'number' is a fact, and facts are written",
    ),
    "a date in a translation": (
        add("docs_fr/data/documents.yml", '  date: "1901-03-04"\n'),
        "docs_fr/data/documents.yml:5: 'date' in 'plan-1901' is a fact, and facts are written once, in",
    ),
    "a kind in a translation": (
        add(FR_BODIES, "  kind: joint\n"),
        f"{FR_BODIES}:5: 'kind' in 'lamp-board' is a fact, and facts",
    ),
    "a year in a translation": (
        add("docs_fr/data/programme.yml", "year: 1901\n"),
        "docs_fr/data/programme.yml:2: 'year' is a fact, and facts are written once, in",
    ),
    "a label that the original lacks": (
        swap(LABELS, 'see: "see:"\n', ""),
        "docs_fr/data/labels.yml:14: 'see' is not in docs/data/labels.yml",
    ),
    "a translated statement without anything": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", "  count-lamps:\n"),
        f"{FR_LIGHT}:11: 'means.count-lamps' is of the wrong type; expected a group of keys; found nothing.",
    ),
    "words instead of a translated statement": (
        swap(FR_LIGHT, f"  count-lamps:\n    title: Compter les lampes\n{FR_TEXT}\n", "  count-lamps: Compter\n"),
        f"{FR_LIGHT}:11: 'means.count-lamps' is of the wrong type; expected a group of keys; found 'Compter'",
    ),
}

FIGURES, UNITS, FORMS = "docs/data/figures.yml", "docs/data/units.yml", "docs/data/forms.yml"
ASKED, KEEPERS = "docs/data/questions.yml", "docs/data/roles.yml"
KEPT = add(LIGHT, "    for: keeper\n")

NAMES: dict[str, tuple[Change, str]] = {
    "a unit that does not exist": (
        put(FIGURES, FIGURE.replace("days", "day")),
        f"{FIGURES}:7: 'day' is not a unit (see units.yml); expected percent, days, weeks, months or years. "
        "Did you mean 'days'?",
    ),
    "a unit of the house that does not exist": (
        together(
            put(UNITS, "lamps: { one: NUMBER lamp, other: NUMBER lamps }\n"),
            put(FIGURES, FIGURE.replace("unit: days", "unit: lmaps")),
        ),
        f"{FIGURES}:7: 'lmaps' is not a unit (see units.yml); expected percent, days, weeks, months, years or lamps. "
        "Did you mean 'lamps'?",
    ),
    "a unit that loses its number": (
        put(UNITS, "lamps:\n  one: a lamp\n  other: many lamps\n"),
        f"{UNITS}:3: 'lamps.other' does not say where the number stands. Write NUMBER in its place.",
    ),
    "a translated unit that loses its number": (
        together(
            put(UNITS, "lamps: { one: NUMBER lamp, other: NUMBER lamps }\n"),
            put("docs_fr/data/units.yml", "lamps: { one: une lampe, other: lampes }\n"),
        ),
        "docs_fr/data/units.yml:1: 'lamps.other' does not say where the number stands. Write NUMBER in its place.",
    ),
    "a unit that names an entry": (
        put(UNITS, "lamps: { other: 'NUMBER lamps of the [[lamp-board]]' }\n"),
        f"{UNITS}:1: 'lamps.other' names an entry, and a unit holds words only. Write the words out.",
    ),
    "a role that nobody has": (
        put(KEEPERS, ROLES),
        f"{KEEPERS}:1: no statement is for the role 'keeper'. Write 'for: keeper' in statements, or delete it.",
    ),
    "a role that does not exist": (
        together(put(KEEPERS, ROLES), add(LIGHT, "    for: [keper]\n")),
        f"{LIGHT}:18: 'keper' is not a role (see roles.yml); expected keeper. Did you mean 'keeper'?",
    ),
    "a role where there are none": (
        KEPT,
        f"{LIGHT}:18: 'keeper' is not a role (see roles.yml). Correct it, or delete it.",
    ),
    "a role drawn from nothing": (
        together(put(KEEPERS, ROLES.replace("count-lamps", "count-lamp")), KEPT),
        f"{KEEPERS}:4: 'programme.light.means.count-lamp' is not the key path of a statement; "
        "expected its file and its keys, with dots. Did you mean 'programme.light.means.count-lamps'?",
    ),
    "an objective that a statement does not serve": (
        together(strategy, add(LIGHT, "    serves: peaec\n")),
        f"{LIGHT}:18: 'peaec' is not an objective of the strategy; expected peace. Did you mean 'peace'?",
    ),
    "a question to nobody": (
        put(ASKED, QUESTIONS.replace("ask: lamp-board", "ask: [lamp-board, lamp-bord]")),
        f"{ASKED}:6: 'lamp-bord' is not a body (see bodies.yml); expected lamp-board. Did you mean 'lamp-board'?",
    ),
    "a question drawn from nothing": (
        put(ASKED, QUESTIONS.replace("ask-the-board", "ask-the-town")),
        f"{ASKED}:5: 'programme.light.means.ask-the-town' is not the key path of a statement; "
        "expected its file and its keys, with dots. Did you mean 'programme.light.means.ask-the-board'?",
    ),
    "a question drawn from itself": (
        put(ASKED, QUESTIONS.replace("programme.light.means.ask-the-board", "questions.oil")),
        f"{ASKED}:5: 'questions.oil' is not the key path of a statement; expected its file and its keys, with dots.",
    ),
    "a question drawn from no statement at all": (
        put(ASKED, QUESTIONS.replace("[programme.light.means.ask-the-board]", "[]")),
        f"{ASKED}:5: 'oil.of' is empty; expected at least one. Fill it.",
    ),
    "a figure that does not exist": (
        together(put(FIGURES, FIGURE), sentence("Count [[figures.lmaps]].")),
        f"{LIGHT}:16: 'figures.lmaps' is not one value of a figure; expected figures. and a key of figures.yml. "
        "Did you mean 'figures.lamps'?",
    ),
    "a figure of several values without one": (
        together(put(FIGURES, NIGHTS), sentence("Count [[figures.nights]].")),
        f"{LIGHT}:16: 'figures.nights' is not one value of a figure; "
        "expected [[figures.nights.then]] or [[figures.nights.now]]. Name one of its values.",
    ),
    "a value that a figure does not have": (
        together(put(FIGURES, NIGHTS), sentence("Count [[figures.nights.nwo]].")),
        f"{LIGHT}:16: 'figures.nights.nwo' is not one value of a figure; expected figures. and a key of figures.yml. "
        "Did you mean 'figures.nights.now'?",
    ),
    "a value of a figure with one": (
        together(put(FIGURES, FIGURE), sentence("Count [[figures.lamps.now]].")),
        f"{LIGHT}:16: 'figures.lamps.now' is not one value of a figure; expected figures. and a key of figures.yml. "
        "Did you mean 'figures.lamps'?",
    ),
    "the name of a figure": (
        together(put(FIGURES, FIGURE), swap(FIGURES, "40 lamps", "[[figures.lamps:name]]")),
        f"{FIGURES}:3: '[[figures.lamps:name]]' has an unknown ending; expected [[figures.lamps:number]].",
    ),
    "a choice that is no term": (
        put(FORMS, FORM_OF_LAMPS.replace("[]", "[oil-lamp]")),
        f"{FORMS}:6: 'oil-lamp' is not a term (see terms.yml). Correct it, or delete it.",
    ),
    "a report of no document": (
        put("docs/data/reports/town.yml", REPORT.replace("plan-1901\n", "plan-1902\n")),
        "docs/data/reports/town.yml:3: 'plan-1902' is not a document (see documents.yml); expected plan-1901. "
        "Did you mean 'plan-1901'?",
    ),
    "a figure that a translation leaves out": (
        together(
            put(FIGURES, FIGURE.replace("40 lamps", "[[figures.lamps:number]] lamps")),
            put("docs_fr/data/figures.yml", "lamps: { title: Lampes, text: Il y a 40 lampes., population: Toutes. }\n"),
        ),
        "docs_fr/data/figures.yml:1: 'lamps.text' names other entries than docs/data/figures.yml:3; "
        "expected [[figures.lamps]]; found none. Add [[figures.lamps]].",
    ),
}
