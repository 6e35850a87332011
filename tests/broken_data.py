"""Data that cannot be read: wrong bytes, broken YAML, wrong keys and types.

Each case is a change of the tiny handbook and the start of the one line that must come of it.
"""

from __future__ import annotations

from broken_changes import (
    AREA,
    BODIES,
    CONFIG,
    DOCUMENTS,
    EVENT,
    FIGURE,
    FORM_OF_LAMPS,
    FR_BODIES,
    FR_LIGHT,
    FR_PAGE,
    FR_TEXT,
    HOME,
    LABELS,
    LIGHT,
    NIGHTS,
    PAGE,
    PROGRAMME,
    REPORT,
    SOURCE,
    TEXT,
    Change,
    add,
    line_of_label,
    put,
    recoded,
    sentence,
    swap,
)

ENCODING: dict[str, tuple[Change, str]] = {
    "a tab in the indentation": (
        swap(BODIES, "  short", "\tshort"),
        f"{BODIES}:4: there is a tab at column 1; found U+0009",
    ),
    "tabs on several lines": (
        swap(BODIES, "  short: JLB\n  about", "\tshort: JLB\n\tabout"),
        f"{BODIES}:4: there is a tab at column 1 (and on 1 more line); found U+0009. Type spaces instead",
    ),
    "a tab inside a sentence": (
        swap(BODIES, "Joint Lamp", "Joint\tLamp"),
        f"{BODIES}:3: there is a tab at column 14; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a tab on a page": (swap(PAGE, AREA, f"\t{AREA}"), f"{PAGE}:6: there is a tab at column 1; found U+0009"),
    "a tab in the front matter": (
        swap(PAGE, "description: ", "description:\t"),
        f"{PAGE}:2: there is a tab at column 13; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a tab in the settings": (
        swap(CONFIG, "  - index.md", "\t- index.md"),
        f"{CONFIG}:26: there is a tab at column 1; found U+0009. Type spaces instead; indent with two spaces.",
    ),
    "a byte-order mark in data": (recoded(BODIES, "utf-8-sig"), f"{BODIES}:1: the file starts with a byte-order mark"),
    "a byte-order mark on a page": (recoded(HOME, "utf-8-sig"), f"{HOME}:1: the file starts with a byte-order mark"),
    "a byte-order mark in the settings": (
        recoded(CONFIG, "utf-8-sig"),
        f"{CONFIG}:1: the file starts with a byte-order mark",
    ),
    "UTF-16": (recoded(BODIES, "utf-16"), f"{BODIES}:1: the file starts with a byte-order mark; found UTF-16"),
    "UTF-16 without a mark": (recoded(BODIES, "utf-16-le"), f"{BODIES}:1: the file is not UTF-8; found zero bytes"),
    "UTF-32": (recoded(BODIES, "utf-32"), f"{BODIES}:1: the file starts with a byte-order mark; found UTF-32"),
    "Latin-1 in a translation": (
        recoded(FR_BODIES, "latin-1"),
        f"{FR_BODIES}:2: the file is not UTF-8; found the byte 0xe9",
    ),
    "Latin-1 on a page": (
        recoded(FR_PAGE, "latin-1", "’", "'"),
        f"{FR_PAGE}:2: the file is not UTF-8; found the byte 0xe8",
    ),
    "a quotation mark of Windows": (
        recoded(HOME, "cp1252", "Welcome", "Welcome’"),
        f"{HOME}:4: the file is not UTF-8; found the byte 0x92",
    ),
    "half a character": (
        lambda tree: tree.write(BODIES, tree.read(BODIES).encode() + b"# \xed\xa0\x80\n"),
        f"{BODIES}:8: the file is not UTF-8; found the byte 0xed",
    ),
    "bytes that are no text": (
        put(BODIES, bytes(range(256))),
        f"{BODIES}:2: the file is not UTF-8; found the byte 0x80",
    ),
    "a picture called .yml": (
        put(BODIES, b"\x89PNG\r\n\x1a\n\x00\x00"),
        f"{BODIES}:1: the file is not UTF-8; found the byte 0x89",
    ),
    "a zero byte": (swap(BODIES, "Joint Lamp", "Joint\0Lamp"), f"{BODIES}:3: the file is not UTF-8; found zero bytes"),
    "a zero-width space": (
        swap(BODIES, "Joint Lamp", "Joint\u200b Lamp"),
        f"{BODIES}:3: there is an invisible character at column 14; found U+200B",
    ),
    "a soft hyphen": (swap(HOME, "Welcome", "Wel\u00adcome"), f"{HOME}:4: there is an invisible character at column 6"),
    "a mark that turns the direction": (
        swap(FR_BODIES, "Comité paritaire", "Comité \u202eparitaire"),
        f"{FR_BODIES}:2: there is an invisible character at column 16; found U+202E",
    ),
    "the mark of a broken character": (
        swap(FR_BODIES, "Comité paritaire", "Comit\ufffd paritaire"),
        f"{FR_BODIES}:2: there is an invisible character at column 14; found U+FFFD",
    ),
    "a character for private use": (
        swap(BODIES, "Joint Lamp", "Joint \ue000Lamp"),
        f"{BODIES}:3: there is an invisible character at column 15; found U+E000",
    ),
    "a line end of another system": (
        swap(BODIES, "Joint Lamp", "Joint\x85Lamp"),
        f"{BODIES}:3: there is an invisible character at column 14; found U+0085",
    ),
    "a no-break space in the indentation": (
        swap(BODIES, "  short", "\u00a0\u00a0short"),
        f"{BODIES}:4: the indentation is not made of plain spaces at column 1; found U+00A0",
    ),
    "an invisible character written with a backslash": (
        sentence('"Count \\u200b lamps"'),
        f"{LIGHT}:16: an invisible character is written with a backslash; found U+200B. Delete it.",
    ),
    "half a character written with a backslash": (
        sentence('"Count \\ud800 lamps"'),
        f"{LIGHT}:16: an invisible character is written with a backslash; found U+D800. Delete it.",
    ),
    "a merge conflict in data": (
        swap(
            LIGHT,
            "    title: Count the lamps\n",
            "<<<<<<< HEAD\n    title: Count the lamps\n=======\n    title: Number the lamps\n>>>>>>> other\n",
        ),
        f"{LIGHT}:15: a merge conflict was left in the file (and on 1 more line); found '<<<<<<<'",
    ),
    "a merge conflict on a page": (
        add(HOME, "\n<<<<<<< HEAD\na\n||||||| base\nc\n=======\nb\n>>>>>>> other\n"),
        f"{HOME}:15: a merge conflict was left in the file (and on 1 more line); found '<<<<<<<'",
    ),
    "the end of a merge conflict": (
        add(HOME, "\n>>>>>>> other\n"),
        f"{HOME}:15: a merge conflict was left in the file",
    ),
}

YAML: dict[str, tuple[Change, str]] = {
    "an empty file": (put(BODIES, ""), f"{BODIES}:1: the file is empty. Write its content, or delete it."),
    "only comments": (put(BODIES, "# nothing\n\n# at all\n"), f"{BODIES}:1: the file is empty. Write its content, or"),
    "only a mark of a document": (put(BODIES, "---\n"), f"{BODIES}:1: the file is empty. Write its content, or"),
    "an empty group": (put(BODIES, "{}\n"), f"{BODIES}:1: the file is empty. Write its content, or delete it."),
    "an empty translation": (put(FR_BODIES, ""), f"{FR_BODIES}:1: the file is empty. Write its content, or delete"),
    "empty settings": (put(CONFIG, "\n"), f"{CONFIG}:1: the file is empty. Write its content, or delete it."),
    "a list instead of keys": (put(BODIES, "- lamp-board\n- lamps\n"), f"{BODIES}:1: the file is not a group of keys"),
    "a sentence instead of keys": (
        put(BODIES, "The lamp board looks after the lamps.\n"),
        f"{BODIES}:1: the file is not a group of keys; expected 'key: value' lines",
    ),
    "a number instead of keys": (put(BODIES, "12\n"), f"{BODIES}:1: the file is not a group of keys"),
    "a list in the settings": (put(CONFIG, "- docs\n"), f"{CONFIG}:1: the file is not a group of keys"),
    "a colon in a sentence": (sentence("Count: the lamps"), f"{LIGHT}:16: a colon followed by a space stands inside a"),
    "a comment that swallows words": (
        sentence("Count lamp #4 now"),
        f"{LIGHT}:16: the words after '#' are a comment and would",
    ),
    "double quotes never closed": (
        sentence('"Count the lamps'),
        f"{LIGHT}:16: a quotation mark is opened and never closed",
    ),
    "single quotes never closed": (
        sentence("'Count the lamps"),
        f"{LIGHT}:16: a quotation mark is opened and never closed",
    ),
    "words after the closing quote": (
        sentence('"Count" the lamps'),
        f"{LIGHT}:16: the indentation does not fit the lines",
    ),
    "an apostrophe in single quotes": (
        sentence("'Count the lamp's oil'"),
        f"{LIGHT}:16: the indentation does not fit the lines above, or text follows a closing quote",
    ),
    "a sentence that starts with a bracket": (
        sentence("[Count] the lamps"),
        f"{LIGHT}:16: a value starts with [ and is taken for a list",
    ),
    "a sentence that starts with an entry": (
        sentence("[[lamp-board]] counts the lamps"),
        f"{LIGHT}:16: a value starts with [ and is taken for a list",
    ),
    "a bracket never closed": (sentence("[Count the lamps"), f"{LIGHT}:16: a value starts with [ and is taken for a"),
    "a sentence that starts with a brace": (
        sentence("{Count} the lamps"),
        f"{LIGHT}:16: a value starts with {{ and is taken for a group",
    ),
    "a sentence that starts with @": (
        sentence("@all count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs",
    ),
    "a sentence that starts with %": (
        sentence("%all count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs",
    ),
    "a sentence that starts with a backtick": (
        sentence("`all` count the lamps"),
        f"{LIGHT}:16: a value starts with a character that needs quotes (such as @, ` or %)",
    ),
    "a sentence that starts with *": (
        sentence("*all* count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes",
    ),
    "a sentence that starts with bold": (
        sentence("**all** count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes. Put the value in quotes.",
    ),
    "a sentence that starts with &": (
        sentence("& count the lamps"),
        f"{LIGHT}:16: a value starts with * or & and needs quotes",
    ),
    "a sentence that starts with !": (
        sentence("!Count the lamps"),
        f"{LIGHT}:16: a value that starts with ! is taken for a",
    ),
    "a sentence that starts with >": (
        sentence("> Count the lamps"),
        f"{LIGHT}:16: words follow > or | on the same line",
    ),
    "a sentence that starts with |": (
        sentence("| Count the lamps"),
        f"{LIGHT}:16: words follow > or | on the same line",
    ),
    "a sentence that starts with ?": (
        sentence("? Count the lamps"),
        f"{LIGHT}:16: a value starts with a question mark and",
    ),
    "a sentence that starts with a dash": (
        sentence("- Count the lamps"),
        f"{LIGHT}:16: a value starts with a dash and is taken for",
    ),
    "a backslash in double quotes": (sentence('"Count \\d lamps"'), f"{LIGHT}:16: a backslash stands in double quotes"),
    "too little indentation": (swap(LIGHT, TEXT, TEXT[1:]), f"{LIGHT}:16: the indentation does not fit the lines"),
    "too much indentation": (swap(LIGHT, TEXT, f" {TEXT}"), f"{LIGHT}:16: a colon followed by a space stands inside a"),
    "a folded sentence without indentation": (
        swap(LIGHT, TEXT, "    text: >-\n    Count the lamps."),
        f"{LIGHT}:17: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a folded sentence that falls back": (
        swap(LIGHT, TEXT, "    text: >-\n      Count the\n  lamps."),
        f"{LIGHT}:18: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a key without its colon": (
        swap(LIGHT, TEXT, "    text Count the lamps"),
        f"{LIGHT}:16: a line is neither 'key: value' nor part of a sentence above",
    ),
    "a key without a space after its colon": (
        swap(LIGHT, TEXT, "    text:Count the lamps"),
        f"{LIGHT}:16: a line is neither 'key: value' nor part of a sentence above",
    ),
    "an entry without its colon": (
        swap(BODIES, "lamp-board:", "lamp-board"),
        f"{BODIES}:1: a line is neither 'key: value' nor part of a sentence above",
    ),
    "an anchor": (sentence("&lamps Count the lamps"), f"{LIGHT}:16: anchors (&) and aliases (*) of YAML are not"),
    "an alias": (sentence("*lamps"), f"{LIGHT}:16: anchors (&) and aliases (*) of YAML are not used here"),
    "aliases that expand without end": (
        add(BODIES, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
        f"{BODIES}:8: anchors (&) and aliases (*) of YAML are not used here. Write the words out.",
    ),
    "a merge of keys": (
        add(BODIES, "other:\n  <<: {kind: joint}\n"),
        f"{BODIES}:9: groups are not merged with '<<' here",
    ),
    "a tag that runs Python": (
        sentence("!!python/object/apply:os.system [ls]"),
        f"{LIGHT}:16: a value that starts with ! is taken for a tag. Put the value in quotes.",
    ),
    "a tag of Python": (
        sentence("!!python/name:os.system x"),
        f"{LIGHT}:16: a value that starts with ! is taken for a",
    ),
    "a tag of its own": (sentence("!sentence Count"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag that is known": (sentence("!!str 40"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag of MkDocs in data": (sentence("!ENV HOME"), f"{LIGHT}:16: a value that starts with ! is taken for a tag"),
    "a tag without its handle": (sentence("!e!x lamps"), f"{LIGHT}:16: a value that starts with ! is taken for a"),
    "a second document": (add(BODIES, "---\na: b\n"), f"{BODIES}:8: a line '---' begins a second document"),
    "a mark at the end": (add(BODIES, "---\n"), f"{BODIES}:8: a line '---' begins a second document"),
    "words after the end": (add(BODIES, "...\na: b\n"), f"{BODIES}:9: something follows the end of the file's"),
    "a directive of another YAML": (
        swap(BODIES, "lamp-board:", "%YAML 3.0\n---\nlamp-board:"),
        f"{BODIES}:1: a line that starts with % is not used here. Delete the line.",
    ),
    "ten thousand brackets": (
        add(BODIES, "x: " + "[" * 10_000 + "]" * 10_000 + "\n"),
        f"{BODIES}:8: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "ten thousand brackets never closed": (
        add(BODIES, "x: " + "[" * 10_000 + "\n"),
        f"{BODIES}:8: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "groups in groups in groups": (
        add(BODIES, "".join(f"{'  ' * level}a:\n" for level in range(60))),
        f"{BODIES}:48: the groups are nested too deeply. A few levels are enough; look for brackets left open.",
    ),
    "a key that is a list": (
        add(BODIES, "? [a, b]\n: x\n"),
        f"{BODIES}:8: this is not a key; expected a word followed",
    ),
    "an empty key": (add(BODIES, '"": x\n'), f"{BODIES}:8: this is not a key; expected a word followed by a colon."),
    "a tag that runs Python in the settings": (
        add(CONFIG, "extra: !!python/object/apply:os.getcwd []\n"),
        f"{CONFIG}:29: a value that starts with ! is taken for a tag. Put the value in quotes.",
    ),
    "settings that are not YAML": (
        add(CONFIG, "a: b: c\n"),
        f"{CONFIG}:29: a colon followed by a space stands inside a",
    ),
}

KEYS: dict[str, tuple[Change, str]] = {
    "a key twice in an entry": (
        swap(BODIES, "  short: JLB\n", "  short: JLB\n  short: JLB\n"),
        f"{BODIES}:5: 'short' is written twice (first on line 4)",
    ),
    "a key twice, once in quotes": (
        swap(BODIES, "  short: JLB\n", "  short: JLB\n  'short': JLB\n"),
        f"{BODIES}:5: 'short' is written twice (first on line 4)",
    ),
    "an entry twice": (add(BODIES, "lamp-board: {}\n"), f"{BODIES}:8: 'lamp-board' is written twice (first on line"),
    "a group twice": (add(LIGHT, "objectives: {}\n"), f"{LIGHT}:18: 'objectives' is written twice (first on line"),
    "a key twice in a statement": (
        swap(LIGHT, "    title: Count the lamps\n", "    title: Count the lamps\n    title: Count\n"),
        f"{LIGHT}:16: 'title' is written twice (first on line 15)",
    ),
    "a key twice in a translation": (
        swap(FR_LIGHT, "    title: Compter les lampes\n", "    title: Compter les lampes\n    title: Compter\n"),
        f"{FR_LIGHT}:13: 'title' is written twice (first on line 12)",
    ),
    "a key twice in the settings": (
        add(CONFIG, "site_url: https://other.example/\n"),
        f"{CONFIG}:29: 'site_url' is written twice (first on line 2)",
    ),
    "a key twice in the front matter": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\ndescription: Light."),
        f"{PAGE}:3: 'description' is written twice (first on line 2)",
    ),
    "a misspelt key": (swap(BODIES, "  short", "  shrt"), f"{BODIES}:4: the key 'shrt' in 'lamp-board' is unknown"),
    "a misspelt key that is needed": (
        swap(LIGHT, TEXT, "    txt: Count the lamps."),
        f"{LIGHT}:16: the key 'txt' in 'means.count-lamps' is unknown",
    ),
    "a key with a capital": (
        swap(LIGHT, TEXT, "    Text: Count the lamps."),
        f"{LIGHT}:16: the key 'Text' in 'means.count-lamps' is unknown",
    ),
    "an unknown key": (swap(BODIES, "  short", "  colour"), f"{BODIES}:4: the key 'colour' in 'lamp-board' is unknown"),
    "an unknown group": (add(LIGHT, "mean: {}\n"), f"{LIGHT}:18: the key 'mean' is unknown"),
    "an unknown key in the reference of a fact": (
        add(PROGRAMME, "budget: 12\n"),
        f"{PROGRAMME}:4: the key 'budget' is unknown",
    ),
    "a missing title": (
        swap(LIGHT, "    title: Count the lamps\n", ""),
        f"{LIGHT}:14: 'means.count-lamps.title' is missing",
    ),
    "a missing sentence": (swap(LIGHT, f"{TEXT}\n", ""), f"{LIGHT}:14: 'means.count-lamps.text' is missing"),
    "a missing source": (swap(LIGHT, f"    {SOURCE}\n", ""), f"{LIGHT}:14: 'means.count-lamps.source' is missing"),
    "a missing explanation": (
        swap(BODIES, "  about: The board that looks after the lamps.\n", ""),
        f"{BODIES}:1: 'lamp-board.about' is missing. Add 'about: …' here.",
    ),
    "a missing year": (swap(PROGRAMME, "year: 1901\n", ""), f"{PROGRAMME}:1: 'year' is missing. Add 'year: …' here."),
    "a key with a capital and a line below": (
        swap(BODIES, "lamp-board:", "Lamp_Board:"),
        f"{BODIES}:1: the key 'Lamp_Board' has another form",
    ),
    "a key with a dot": (
        swap(BODIES, "lamp-board:", "lamp.board:"),
        f"{BODIES}:1: the key 'lamp.board' has another form",
    ),
    "a key of two words": (
        swap(LIGHT, "  count-lamps:", "  count lamps:"),
        f"{LIGHT}:14: the key 'count lamps' has another form",
    ),
    "a key with an accent": (
        swap(LIGHT, "  count-lamps:", "  cóunt:"),
        f"{LIGHT}:14: the key 'cóunt' has another form",
    ),
    "a number as a key": (add(BODIES, "12: x\n"), f"{BODIES}:8: the key '12' has another form"),
    "nothing as a key": (add(BODIES, "~: x\n"), f"{BODIES}:8: the key '~' has another form"),
}

TYPES: dict[str, tuple[Change, str]] = {
    "an empty sentence": (sentence('""'), f"{LIGHT}:16: 'means.count-lamps.text' is an empty sentence"),
    "a blank sentence": (sentence('"   "'), f"{LIGHT}:16: 'means.count-lamps.text' is an empty sentence"),
    "no sentence": (sentence(""), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence; expected words"),
    "a sentence that is null": (sentence("~"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a list instead of a sentence": (
        sentence("[Count, lamps]"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "a list below a sentence": (
        sentence("\n      - Count\n      - lamps"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence; expected words; found a list",
    ),
    "a number instead of a sentence": (sentence("40"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a decimal number instead of a sentence": (
        sentence("4.5"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "no instead of a sentence": (sentence("no"), f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence"),
    "a date instead of a sentence": (sentence("2025-02-20"), f"{LIGHT}:16: 'means.count-lamps.text' holds a bare date"),
    "a group instead of a sentence": (
        sentence("{en: Count}"),
        f"{LIGHT}:16: 'means.count-lamps.text' is not a sentence",
    ),
    "an empty sentence in a translation": (
        swap(FR_LIGHT, FR_TEXT, '    text: ""'),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is an empty sentence; expected words; found nothing",
    ),
    "no sentence in a translation": (
        swap(FR_LIGHT, FR_TEXT, "    text:"),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is missing",
    ),
    "no instead of a translated sentence": (
        swap(FR_LIGHT, FR_TEXT, "    text: no"),
        f"{FR_LIGHT}:13: 'means.count-lamps.text' is not a sentence; expected words; found 'no'",
    ),
    "a year in letters": (swap(PROGRAMME, "1901", "MCMI"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year in quotes": (swap(PROGRAMME, "1901", '"1901"'), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "half a year": (swap(PROGRAMME, "1901", "1901.5"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year that is yes": (swap(PROGRAMME, "1901", "yes"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year of two digits": (
        swap(PROGRAMME, "1901", "19"),
        f"{PROGRAMME}:2: 'year' is out of bounds; expected 1000 or",
    ),
    "a year before all years": (
        swap(PROGRAMME, "1901", "-1"),
        f"{PROGRAMME}:2: 'year' is out of bounds; expected 1000 or",
    ),
    "a year of another count": (swap(PROGRAMME, "1901", "01901"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year without end": (swap(PROGRAMME, "1901", ".inf"), f"{PROGRAMME}:2: 'year' is of the wrong type"),
    "a year of ten thousand digits": (
        swap(PROGRAMME, "1901", "9" * 10_000),
        f"{PROGRAMME}:2: 'year' is of the wrong type; expected a whole number",
    ),
    "an area instead of a list": (swap(PROGRAMME, "[light]", "light"), f"{PROGRAMME}:3: 'areas' is of the wrong type"),
    "a group instead of a list": (
        swap(PROGRAMME, "[light]", "{light: 1}"),
        f"{PROGRAMME}:3: 'areas' is of the wrong type; expected words or a list of words; found a group of keys.",
    ),
    "an empty list": (swap(PROGRAMME, "[light]", "[]"), f"{PROGRAMME}:3: 'areas' is empty; expected at least one"),
    "no in a list": (
        swap(PROGRAMME, "[light]", "[light, no]"),
        f"{PROGRAMME}:3: 'areas', entry 2 is of the wrong type",
    ),
    "a list instead of statements": (
        put(LIGHT, "number: I\ntitle: Light\nobjectives:\n  - title: Bright streets\n"),
        f"{LIGHT}:3: 'objectives' is of the wrong type; expected a group of keys; found a list.",
    ),
    "a group without anything": (add(LIGHT, "priorities:\n"), f"{LIGHT}:18: 'priorities' is of the wrong type"),
    "a statement without anything": (
        add(LIGHT, "priorities:\n  first:\n"),
        f"{LIGHT}:19: 'priorities.first' is of the wrong type; expected a group of keys; found nothing.",
    ),
    "words instead of a statement": (
        add(LIGHT, "priorities:\n  first: Count the lamps.\n"),
        f"{LIGHT}:19: 'priorities.first' is of the wrong type; expected a group of keys",
    ),
    "a kind that does not exist": (
        swap(BODIES, "kind: joint", "kind: jiont"),
        f"{BODIES}:2: 'lamp-board.kind' has an unknown value",
    ),
    "a voice that does not exist": (
        swap(DOCUMENTS, "voice: union", "voice: onion"),
        f"{DOCUMENTS}:6: 'plan-1901.voice' has an unknown value; expected union or administration",
    ),
    "a status that no document has": (
        swap(DOCUMENTS, "status: proposed", "status: adopted"),
        f"{DOCUMENTS}:7: 'plan-1901.status' has an unknown value",
    ),
    "a language that has no code": (
        swap(BODIES, "[en]", "[english]"),
        f"{BODIES}:7: 'lamp-board.attested', entry 1 has another",
    ),
    "no as a language": (swap(BODIES, "[en]", "[no]"), f"{BODIES}:7: 'lamp-board.attested', entry 1 is of the wrong"),
    "maybe": (add(BODIES, "  everyday: maybe\n"), f"{BODIES}:8: 'lamp-board.everyday' is of the wrong type"),
    "a number as the rows of a document": (
        swap(DOCUMENTS, 'objective: "1"', "objective: 1"),
        f"{DOCUMENTS}:9: 'plan-1901.rows.I.objective' is of the wrong type; expected words; found '1'",
    ),
    "a list of rows": (
        swap(DOCUMENTS, 'I: { objective: "1", means: "1 2" }', "- I"),
        f"{DOCUMENTS}:8: 'plan-1901.rows' is of the wrong type; expected a group of keys; found a list.",
    ),
    "a date in words": (
        swap(DOCUMENTS, '"1901-03-04"', "4 March 1901"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "the thirtieth of February": (
        swap(DOCUMENTS, '"1901-03-04"', '"1901-02-30"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not exist",
    ),
    "the thirteenth month": (
        swap(DOCUMENTS, '"1901-03-04"', "1901-13-04"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not exist",
    ),
    "the year zero": (
        swap(DOCUMENTS, '"1901-03-04"', '"0000"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is a date that does not",
    ),
    "a day before the year": (
        swap(DOCUMENTS, '"1901-03-04"', '"04-03-1901"'),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a season of another world": (
        swap(DOCUMENTS, '"1901-03-04"', "1901-monsoon"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a list instead of a date": (
        swap(DOCUMENTS, '"1901-03-04"', "[1901]"),
        f"{DOCUMENTS}:5: 'plan-1901.date' is not a date",
    ),
    "a value in letters": (
        put("docs/data/figures.yml", FIGURE.replace("40", "forty")),
        "docs/data/figures.yml:6: 'lamps.value' is of the wrong type; expected a number; found 'forty'.",
    ),
    "a value that is no number": (
        put("docs/data/figures.yml", FIGURE.replace("40", ".nan")),
        "docs/data/figures.yml:6: 'lamps.value' is of the wrong type; expected a number; found '.nan'.",
    ),
    "a unit without words": (
        put("docs/data/figures.yml", FIGURE.replace("unit: days", 'unit: ""')),
        "docs/data/figures.yml:7: 'lamps.unit' has another form; expected small English letters",
    ),
    "a label that is a number": (
        swap(LABELS, 'first-of-month: "1"', "first-of-month: 1"),
        f"{LABELS}:{line_of_label('first-of-month')}: 'first-of-month' is not a sentence; expected words; found '1'.",
    ),
}


def figure(old: str, new: str, text: str = FIGURE) -> Change:
    """Write a figure with a slip."""
    assert text.count(old) == 1
    return put(FIGURES, text.replace(old, new))


FIGURES, EVENTS = "docs/data/figures.yml", "docs/data/events.yml"
FACTS: dict[str, tuple[Change, str]] = {
    "an event on an impossible day": (
        put(EVENTS, EVENT.replace("03-04", "02-30")),
        f"{EVENTS}:5: 'night.when' is a date that does not exist; expected YYYY-MM-DD, YYYY-MM, YYYY-autumn, YYYY "
        "or --MM-DD; found '1901-02-30'.",
    ),
    "an event of every year on an impossible day": (
        put(EVENTS, EVENT.replace("1901-03-04", "--02-30")),
        f"{EVENTS}:5: 'night.when' is a date that does not exist; expected YYYY-MM-DD, YYYY-MM, YYYY-autumn, YYYY",
    ),
    "an event on a day in words": (
        put(EVENTS, EVENT.replace("1901-03-04", "4 March")),
        f"{EVENTS}:5: 'night.when' is not a date; expected YYYY-MM-DD, YYYY-MM, YYYY-autumn, YYYY or --MM-DD; found",
    ),
    "an event that ends before it begins": (
        put(EVENTS, f"{EVENT}  until: 1901-03-03\n"),
        f"{EVENTS}:1: 'night' does not hold together; expected 'until' after 'when', both with a year or both without. "
        "Correct one of the two dates.",
    ),
    "an event that ends and never begins": (
        put(EVENTS, EVENT.replace("when", "until")),
        f"{EVENTS}:1: 'night' does not hold together; expected 'until' after 'when', both with a year or both without",
    ),
    "an event of every year that ends in one": (
        put(EVENTS, EVENT.replace("1901-03-04", "--03-04\n  until: 1901-03-05")),
        f"{EVENTS}:1: 'night' does not hold together; expected 'until' after 'when', both with a year or both without",
    ),
    "a period of a figure that ends before it begins": (
        figure("when: 1901\n", "when: 1901\n  until: 1900\n"),
        f"{FIGURES}:1: 'lamps' does not hold together; expected 'until' after 'when', both with a year or both without",
    ),
    "a figure without a unit": (
        figure("  unit: days\n", ""),
        f"{FIGURES}:1: 'lamps.unit' is missing. Add 'unit: …' here.",
    ),
    "a figure without a source": (
        figure("  source: plan-1901/I/means/1\n", ""),
        f"{FIGURES}:1: 'lamps.source' is missing. Add 'source: …' here.",
    ),
    "a figure without a date": (
        figure("  when: 1901\n", ""),
        f"{FIGURES}:1: 'lamps.when' is missing. Add 'when: …' here.",
    ),
    "a figure of nobody": (
        figure("  population: All streets.\n", ""),
        f"{FIGURES}:1: 'lamps.population' is missing. Add 'population: …' here.",
    ),
    "a figure without a value": (
        figure("  value: 40\n", ""),
        f"{FIGURES}:1: 'lamps' does not hold together; expected either one 'value' or several 'values'. "
        "Write one of the two.",
    ),
    "a figure with a value and several": (
        figure("  unit: days\n", "  unit: days\n  value: 4\n", NIGHTS),
        f"{FIGURES}:1: 'nights' does not hold together; expected either one 'value' or several 'values'. "
        "Write one of the two.",
    ),
    "a chart with one value": (
        figure("    now: { label: Now, value: 3 }\n", "", NIGHTS),
        f"{FIGURES}:1: 'nights' does not hold together; expected two 'values' or more. "
        "Write 'value: …' for a single number.",
    ),
    "bars of a single number": (
        put(FIGURES, f"{FIGURE}  chart: bars\n"),
        f"{FIGURES}:1: 'lamps' does not hold together; expected two 'values' or more for a chart of bars. "
        "Add values, or delete 'chart'.",
    ),
    "a bar below nothing": (
        figure("value: 3 }", "value: -3 }", NIGHTS),
        f"{FIGURES}:1: 'nights' does not hold together; expected no value below 0 in a chart of bars. "
        "Correct it, or delete 'chart'.",
    ),
    "a share of 120 percent": (
        figure("40\n  unit: days\n", "120\n  unit: percent\n  chart: share\n"),
        f"{FIGURES}:1: 'lamps' does not hold together; expected one 'value' from 0 to 100 in percent for a share. "
        "Correct it, or delete 'chart'.",
    ),
    "a share below nothing": (
        figure("40\n  unit: days\n", "-1\n  unit: percent\n  chart: share\n"),
        f"{FIGURES}:1: 'lamps' does not hold together; expected one 'value' from 0 to 100 in percent for a share",
    ),
    "a share of days": (
        put(FIGURES, f"{FIGURE}  chart: share\n"),
        f"{FIGURES}:1: 'lamps' does not hold together; expected one 'value' from 0 to 100 in percent for a share",
    ),
    "a share of several values": (
        figure("chart: bars", "chart: share", NIGHTS.replace("days", "percent")),
        f"{FIGURES}:1: 'nights' does not hold together; expected one 'value' from 0 to 100 in percent for a share",
    ),
    "a chart of another shape": (
        figure("chart: bars", "chart: cake", NIGHTS),
        f"{FIGURES}:11: 'nights.chart' has an unknown value; expected bars or share; found 'cake'.",
    ),
    "a value without its label": (
        figure("label: Now, ", "", NIGHTS),
        f"{FIGURES}:8: 'nights.values.now.label' is missing. Add 'label: …' here.",
    ),
    "an owner of a figure": (
        put(FIGURES, f"{FIGURE}  owner: union\n"),
        f"{FIGURES}:10: the key 'owner' in 'lamps' is unknown; expected title, text",
    ),
    "a rhythm that is none": (
        add(LIGHT, "    every: fortnight\n"),
        f"{LIGHT}:18: 'means.count-lamps.every' has an unknown value; expected week, month, quarter, half-year or year",
    ),
    "a unit without its plural": (
        put("docs/data/units.yml", "lamps: { one: NUMBER lamp }\n"),
        "docs/data/units.yml:1: 'lamps.other' is missing. Add 'other: …' here.",
    ),
    "a unit in a plural of no language": (
        put("docs/data/units.yml", "lamps: { three: NUMBER lamps, other: NUMBER lamps }\n"),
        "docs/data/units.yml:1: the key 'three' in 'lamps' is unknown; expected zero, one, two, few, many or other",
    ),
    "a report without outcomes": (
        put("docs/data/reports/town.yml", REPORT.partition("outcomes")[0] + "outcomes: {}\n"),
        "docs/data/reports/town.yml:4: 'outcomes' is empty; expected at least one. Fill it.",
    ),
    "a field higher than a sheet": (
        put("docs/data/forms.yml", FORM_OF_LAMPS.replace("lines: 2", "lines: 90")),
        "docs/data/forms.yml:5: 'lamps.fields.where.lines' is out of bounds; expected 20 or less; found '90'.",
    ),
    "a field without any line": (
        put("docs/data/forms.yml", FORM_OF_LAMPS.replace("lines: 2", "lines: 0")),
        "docs/data/forms.yml:5: 'lamps.fields.where.lines' is out of bounds; expected 1 or more; found '0'.",
    ),
}
