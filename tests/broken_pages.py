"""Pages, files and settings that cannot be used.

Each case is a change of the tiny handbook and the start of the one line that must come of it.
"""

from __future__ import annotations

from broken_changes import (
    AREA,
    BODIES,
    CONFIG,
    DOCUMENTS,
    FR_BODIES,
    FR_HOME,
    FR_PAGE,
    HOME,
    LABELS,
    LIGHT,
    PAGE,
    PROGRAMME,
    Change,
    add,
    alone,
    count_of_labels,
    cut,
    drop,
    folder,
    link,
    moved,
    pipe,
    put,
    swap,
    together,
)

FILES: dict[str, tuple[Change, str]] = {
    "a language without its folder": (drop("docs_fr"), "docs_fr: the folder of the language 'fr' is missing"),
    "the reference language without its folder": (drop("docs"), "docs: the folder of the language 'en' is missing"),
    "no data": (drop("docs/data"), "docs/data: the folder is missing or empty. Put it back with its files."),
    "no translated data": (
        drop("docs_fr/data"),
        f"docs_fr/data: {count_of_labels() + 14} sentences are not translated: the folder is",
    ),
    "no labels": (drop(LABELS), f"{LABELS}: the file is missing. docs_fr/data/labels.yml translates it: put it"),
    "no translated labels": (
        drop("docs_fr/data/labels.yml"),
        f"docs_fr/data/labels.yml: {count_of_labels()} sentences of docs/data/labels.yml are not",
    ),
    "no documents": (drop(DOCUMENTS), f"{DOCUMENTS}: the file is missing. docs_fr/data/documents.yml translates it:"),
    "no bodies": (drop(BODIES), f"{BODIES}: the file is missing. docs_fr/data/bodies.yml translates it: put it"),
    "no translated bodies": (drop(FR_BODIES), f"{FR_BODIES}: 3 sentences of docs/data/bodies.yml are not"),
    "no programme": (drop(PROGRAMME), f"{PROGRAMME}: the file is missing. docs_fr/data/programme.yml translates it:"),
    "no area": (drop(LIGHT), f"{LIGHT}: the file is missing. docs_fr/data/programme/light.yml translates it: put it"),
    "no page": (together(drop(PAGE), drop(FR_PAGE)), f"{CONFIG}:28: the navigation names 'light.md', and there is"),
    "no translated page": (drop(FR_PAGE), f"{FR_PAGE}: the page is not translated: the file is missing"),
    "no home page": (drop(HOME), f"{HOME}: the handbook has no home page. Create this file."),
    "no settings": (drop(CONFIG), f"{CONFIG}: the file is missing. Put it back or create it."),
    "a file in a folder's place": (
        together(drop("docs_fr"), put("docs_fr", "x")),
        "docs_fr: the folder of the language 'fr' is missing",
    ),
    "a file in the place of data": (
        together(drop("docs_fr/data"), put("docs_fr/data", "x")),
        f"docs_fr/data: {count_of_labels() + 14} sentences are not translated: the folder is missing or empty. Create",
    ),
    "a folder in the place of settings": (folder(CONFIG), f"{CONFIG}: this is not a file; found a folder."),
    "a folder in the place of labels": (folder(LABELS), f"{LABELS}: this is a folder with the name of a file"),
    "a folder in the place of a page": (folder(PAGE), f"{PAGE}: this is a folder with the name of a file. Rename it."),
    "a folder in the place of a translated page": (
        folder(FR_PAGE),
        f"{FR_PAGE}: this is a folder with the name of a file",
    ),
    "a link that turns in a circle": (link("docs/loop", "."), "docs/loop: this is a link, not a file"),
    "a link to itself": (link("docs/data/me.yml", "me.yml"), "docs/data/me.yml: this is a link, not a file"),
    "a link to nothing": (link(BODIES, "nowhere.yml"), f"{BODIES}: this is a link, not a file. Copy the file here."),
    "a link that leads out": (link("docs/users.md", "/etc/passwd"), "docs/users.md: this is a link, not a file"),
    "a language that is a link to itself": (
        link("docs_fr", "docs_fr"),
        "docs_fr: the folder of the language 'fr' is missing",
    ),
    "a pipe": (pipe("docs/data/events.yml"), "docs/data/events.yml: this is not a file. Delete it."),
    "a pipe beside the pages": (pipe("docs/lamp.png"), "docs/lamp.png: this is not a file. Delete it."),
    "a pipe in the place of settings": (pipe(CONFIG), f"{CONFIG}: this is not a file; found a device."),
    "the ending .yaml": (
        moved(BODIES, "docs/data/bodies.yaml"),
        "docs/data/bodies.yaml: only .yml files stand in data/",
    ),
    "the ending .YML": (moved(BODIES, "docs/data/bodies.YML"), "docs/data/bodies.YML: only .yml files stand in data/"),
    "a copy that an editor left": (
        put("docs/data/bodies.yml~", "x"),
        "docs/data/bodies.yml~: only .yml files stand in data/",
    ),
    "another file among the data": (
        put("docs/data/notes.txt", "x"),
        "docs/data/notes.txt: only .yml files stand in data/",
    ),
    "a page among the data": (put("docs/data/notes.md", "x"), "docs/data/notes.md: only .yml files stand in data/"),
    "a misspelt name": (put("docs/data/bodeis.yml", "a: b\n"), "docs/data/bodeis.yml: no content is called 'bodeis'"),
    "a misspelt name in a translation": (
        put("docs_fr/data/bodeis.yml", "a: b\n"),
        "docs_fr/data/bodeis.yml: no content is called 'bodeis'",
    ),
    "a folder too deep": (
        put("docs/data/programme/light/east.yml", "a: b\n"),
        "docs/data/programme/light/east.yml: no content is called 'programme/light/east'",
    ),
    "a translation without its original": (
        put("docs_fr/data/terms.yml", "lamp: {name: lampe}\n"),
        "docs/data/terms.yml: the file is missing. docs_fr/data/terms.yml translates it: put it back, or",
    ),
}

PAGES: dict[str, tuple[Change, str]] = {
    "an empty page": (put(PAGE, ""), f"{PAGE}:1: the page has no front matter"),
    "a page of front matter": (
        put(PAGE, "---\ndescription: Light.\n---\n"),
        f"{PAGE}:4: the page is empty. Write it, or delete the file.",
    ),
    "no front matter": (
        swap(PAGE, "---\ndescription: Light for all.\n---\n", ""),
        f"{PAGE}:1: the page has no front matter; expected '---', 'description: …', '---' as its first lines",
    ),
    "front matter never closed": (
        swap(PAGE, "---\n{{ title", "{{ title"),
        f"{PAGE}:1: the front matter is not closed. Add a line '---' after it.",
    ),
    "front matter that is a list": (
        swap(PAGE, "description: Light for all.", "- Light for all."),
        f"{PAGE}:1: the front matter is not a group of keys; expected 'key: value' lines; found a list.",
    ),
    "front matter that is not YAML": (
        swap(PAGE, "description: Light for all.", "description: Light: for all."),
        f"{PAGE}:2: a colon followed by a space stands inside a sentence, or the indentation is off",
    ),
    "front matter without anything": (
        swap(PAGE, "description: Light for all.\n", ""),
        f"{PAGE}:1: the front matter is empty. Write its content, or delete it.",
    ),
    "no description": (
        swap(PAGE, "description: Light for all.", "title: Light for all"),
        f"{PAGE}:1: the page has no description",
    ),
    "an empty description": (
        swap(PAGE, "description: Light for all.", "description:"),
        f"{PAGE}:2: the page's 'description' is not a sentence; expected words; found nothing.",
    ),
    "a list as a description": (
        swap(PAGE, "description: Light for all.", "description: [Light]"),
        f"{PAGE}:2: the page's 'description' is not a sentence; expected words; found a list.",
    ),
    "HTML in a description": (
        swap(PAGE, "description: Light for all.", "description: Light <b>for</b> all."),
        f"{PAGE}:2: the page's 'description' holds '<'; expected plain words, without marks.",
    ),
    "a number as a title": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\ntitle: 1901"),
        f"{PAGE}:3: the page's 'title' is not a sentence; expected words; found '1901'.",
    ),
    "a misspelt key in the front matter": (
        swap(PAGE, "description: Light for all.", "descripton: Light for all."),
        f"{PAGE}:2: the key 'descripton' is unknown here; expected title, description or hide",
    ),
    "an unknown key in the front matter": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\nauthor: x"),
        f"{PAGE}:3: the key 'author' is unknown here; expected title, description or hide. Delete the line.",
    ),
    "hiding something unknown": (
        swap(PAGE, "description: Light for all.", "description: Light for all.\nhide: [tocc]"),
        f"{PAGE}:3: 'hide' names something unknown: 'tocc'; expected footer, navigation, path, tags or toc",
    ),
    "no title": (
        together(swap(PAGE, '{{ title("programme.light") }}\n\n', ""), alone),
        f"{PAGE}:4: the page has no title; expected a heading '# Title {{ #name }}'.",
    ),
    "a heading without an anchor": (
        swap(HOME, "## Documents { #documents }", "## Documents"),
        f"{HOME}:8: the heading has no permanent anchor; expected '## Documents {{ #documents }}'",
    ),
    "an anchor without its hash": (
        swap(HOME, "{ #documents }", "{ documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an empty anchor": (swap(HOME, "{ #documents }", "{ # }"), f"{HOME}:8: the heading's anchor is not well formed"),
    "an anchor never closed": (
        swap(HOME, "{ #documents }", "{ #documents"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor with an accent": (
        swap(HOME, "{ #documents }", "{ #données }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor with a capital": (
        swap(HOME, "{ #documents }", "{ #Documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor of two words": (
        swap(HOME, "{ #documents }", "{ #the documents }"),
        f"{HOME}:8: the heading's anchor is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "an anchor at its brace": (
        swap(HOME, "{ #documents }", "{#documents}"),
        f"{HOME}:8: '{{#' is a mark of Jinja's comments, which pages do not use",
    ),
    "an anchor twice": (
        swap(HOME, "{ #bodies }", "{ #documents }"),
        f"{HOME}:11: the anchor 'documents' is used twice on the",
    ),
    "an anchor that a macro has": (
        together(
            swap(HOME, "{ #documents }", "{ #bodies-joint }"),
            swap(FR_HOME, "{ #documents }", "{ #bodies-joint }"),
            alone,
        ),
        f"{HOME}:8: the anchor 'bodies-joint' is used twice on the page",
    ),
    "an anchor that only the translation has": (
        swap(FR_HOME, "{ #documents }", "{ #papiers }"),
        f"{FR_HOME}:8: the heading has another anchor than docs/index.md:8; expected #documents",
    ),
    "a heading that the translation lacks": (
        swap(FR_HOME, "## Documents { #documents }\n", ""),
        f"{FR_HOME}: the heading '#documents' is missing; expected the translation of docs/index.md:8. Add it.",
    ),
    "a heading that the translation adds": (
        swap(FR_HOME, "## Documents", "## Lampes { #lamps }\n\n## Documents"),
        f"{FR_HOME}:8: docs/index.md has no heading '#lamps'. Delete it here, or add it there.",
    ),
    "a heading with a line below it": (
        swap(HOME, "## Documents { #documents }", "Documents\n---------"),
        f"{HOME}:8: a heading is written with a line below it. Write '## Documents {{ #documents }}'.",
    ),
    "a heading without a space": (
        swap(HOME, "## Documents", "##Documents"),
        f"{HOME}:8: the heading is not well formed; expected '## Documents {{ #documents }}'",
    ),
    "a heading of seven levels": (
        swap(HOME, "## Documents", "####### Documents"),
        f"{HOME}:8: the heading is not well formed; expected '###### Documents {{ #documents }}'",
    ),
    "a heading without words": (
        swap(HOME, "## Documents { #documents }", "##"),
        f"{HOME}:8: the heading is empty; found '##'. Write its words, or delete it.",
    ),
    "raw HTML on a page": (add(PAGE, "\n<script>alert(1)</script>\n"), f"{PAGE}:8: raw HTML is not used on pages"),
    "an anchor in HTML": (add(PAGE, '\n<a id="lamps"></a>\n'), f"{PAGE}:8: raw HTML is not used on pages"),
    "a comment of HTML on a page": (add(PAGE, "\n<!-- not yet -->\n"), f"{PAGE}:8: raw HTML is not used on pages"),
    "an entry in brackets on a page": (
        add(HOME, "\nThe [[lamp-board]] meets.\n"),
        f"{HOME}:15: double brackets name entries in data/ only; found 'The [[lamp-board]] meets.'",
    ),
    "a link by key to nothing": (
        add(HOME, "\n[The area](@programme.lihgt)\n"),
        f"{HOME}:15: the link '@programme.lihgt' leads to nothing. Did you mean '@programme.light'?",
    ),
    "a page that the navigation lacks": (
        together(
            put("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n"),
            put("docs_fr/oil.md", "---\ndescription: Huile.\n---\n# Huile { #oil }\n"),
        ),
        "docs/oil.md: the page is not in the navigation. Add it under 'nav' in mkdocs.yml.",
    ),
    "a page without its original": (
        put("docs_fr/lihgt.md", "---\ndescription: x\n---\n# A { #a }\n"),
        "docs_fr/lihgt.md: the page has no twin docs/lihgt.md. Did you mean 'light.md'?",
    ),
    "a page in the form of another engine": (
        put("docs/oil.markdown", "# Oil\n"),
        "docs/oil.markdown: the page has another ending than pages have; expected .md.",
    ),
    "a page with a loud ending": (
        put("docs/oil.MD", "# Oil\n"),
        "docs/oil.MD: the page has another ending than pages have",
    ),
    "a page of HTML": (
        put("docs/oil.html", "<h1>Oil</h1>\n"),
        "docs/oil.html: the page has another ending than pages have",
    ),
}

CALLS: dict[str, tuple[Change, str]] = {
    "a macro that does not exist": (
        swap(PAGE, AREA, '{{ arae("light") }}'),
        f"{PAGE}:6: 'arae' is not a macro. Did you mean 'area'?",
    ),
    "a word instead of a call": (
        swap(PAGE, AREA, "{{ light }}"),
        f"{PAGE}:6: the macro 'light' is named without brackets",
    ),
    "a call without brackets": (
        swap(PAGE, AREA, "{{ area }}"),
        f"{PAGE}:6: the macro 'area' is named without brackets",
    ),
    "a call without its key": (swap(PAGE, AREA, "{{ area() }}"), f"{PAGE}:6: the macro 'area' lacks its 'key'"),
    "a call with too much": (
        swap(PAGE, AREA, '{{ area("light", "", 2) }}'),
        f"{PAGE}:6: the macro 'area' is given too much; expected {{{{ area(\"key\") }}}}",
    ),
    "a misspelt argument": (
        swap(HOME, "documents(3)", "documents(levl=3)"),
        f"{HOME}:10: the macro 'documents' takes no 'levl'; expected {{{{ documents() }}}}. Did you mean 'level'?",
    ),
    "a key without quotes": (swap(PAGE, AREA, "{{ area(light) }}"), f"{PAGE}:6: the call of 'area' is not well formed"),
    "a key in curly quotes": (
        swap(PAGE, AREA, "{{ area(“light”) }}"),
        f"{PAGE}:6: the call of 'area' is not well formed",
    ),
    "a number instead of a key": (
        swap(PAGE, AREA, "{{ area(12) }}"),
        f"{PAGE}:6: the 'key' of the macro 'area' is of the",
    ),
    "words instead of a level": (
        swap(HOME, "documents(3)", 'documents("3")'),
        f"{HOME}:10: the 'level' of the macro 'documents' is of the wrong kind; expected a number from 1 to 6",
    ),
    "a level beyond all headings": (
        swap(HOME, "documents(3)", "documents(99)"),
        f"{HOME}:10: the 'level' of the macro 'documents' is of the wrong kind; expected a number from 1 to 6",
    ),
    "a key that does not exist": (
        swap(PAGE, 'title("programme.light")', 'title("programme.lihgt")'),
        f"{PAGE}:4: 'programme.lihgt' does not exist in data/. Did you mean 'programme.light'?",
    ),
    "an area that does not exist": (
        swap(PAGE, AREA, '{{ area("lihgt") }}'),
        f"{PAGE}:6: 'lihgt' is not an area of the programme. Did you mean 'light'?",
    ),
    "a statement that does not exist": (
        swap(HOME, "count-lamps", "count-lamp"),
        f"{HOME}:6: 'programme.light.means.count-lamp' does not exist in data/",
    ),
    "an entry that no page can call": (
        add(HOME, '\n{{ term("lamp-bord") }}\n'),
        f"{HOME}:15: the entry 'lamp-bord' does not exist. Did you mean 'lamp-board'?",
    ),
    "a register that does not exist": (
        swap(HOME, '"bodies"', '"bodeis"'),
        f"{HOME}:13: there is no register 'bodeis'. Did you mean 'bodies'?",
    ),
    "a key that has no title": (
        swap(PAGE, 'title("programme.light")', 'title("bodies")'),
        f"{PAGE}:4: what is called here has no 'title'. Name the key of something that has one.",
    ),
    "a brace too few": (
        swap(PAGE, AREA, '{ area("light") }}'),
        f"{PAGE}:6: a macro call is closed and was not opened",
    ),
    "single braces": (swap(PAGE, AREA, '{ area("light") }'), f"{PAGE}:6: a macro call stands in single braces"),
    "a call never closed": (swap(PAGE, AREA, '{{ area("light")'), f"{PAGE}:6: a macro call is opened and not closed"),
    "a call closed by half": (
        swap(PAGE, AREA, '{{ area("light") }'),
        f"{PAGE}:6: a macro call is opened and not closed",
    ),
    "a call never opened": (
        swap(PAGE, AREA, 'area("light") }}'),
        f"{PAGE}:6: a macro call is closed and was not opened",
    ),
    "a bracket never closed on a page": (
        swap(PAGE, AREA, '{{ area("light" }}'),
        f'{PAGE}:6: pages only call macros, by name and with brackets; expected {{{{ name("key") }}}}',
    ),
    "quotes never closed on a page": (
        swap(PAGE, AREA, '{{ area("light) }}'),
        f"{PAGE}:6: the call of 'area' is not well formed; expected {{{{ area(\"key\") }}}}",
    ),
    "an empty call": (add(PAGE, "\n{{ }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a calculation": (add(PAGE, "\n{{ 1 / 0 }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a way into Python": (
        add(PAGE, "\n{{ ''.__class__.__mro__ }}\n"),
        f"{PAGE}:8: pages only call macros, by name and with",
    ),
    "a filter": (add(PAGE, "\n{{ 'x' | shout }}\n"), f"{PAGE}:8: pages only call macros, by name and with brackets"),
    "a loop without end": (
        add(PAGE, "\n{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call macros; expected {{{{ name(\"key\") }}}}. Delete it.",
    ),
    "a condition never closed": (
        add(PAGE, "\n{% if true %}\nx\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call",
    ),
    "the end of a condition": (add(PAGE, "\nx %}\n"), f"{PAGE}:8: '%}}' is not used on pages, which only call"),
    "a file of the disk": (
        add(PAGE, "\n{% include '/etc/passwd' %}\n"),
        f"{PAGE}:8: '{{%' is not used on pages, which only call",
    ),
    "a comment of Jinja on a page": (
        add(PAGE, "\n{# not yet\n"),
        f"{PAGE}:8: '{{#' is a mark of Jinja's comments, which",
    ),
    "a macro called twice": (
        swap(HOME, "{{ documents(3) }}\n", "{{ documents(3) }}\n\n{{ documents(3) }}\n"),
        f"{HOME}:12: the anchor 'documents.plan-1901' is used twice on the page",
    ),
    "a statement on two pages": (
        add(HOME, f"\n{AREA}\n"),
        f"{PAGE}:6: 'programme.light.objectives.bright-streets' (with 2 more) is shown in full here and on",
    ),
}

SETTINGS: dict[str, tuple[Change, str]] = {
    "no address": (
        swap(CONFIG, "site_url: https://lamps.example/book/\n", ""),
        f"{CONFIG}:1: the address of the site is missing; expected site_url: https://…/; found nothing",
    ),
    "an address without its scheme": (
        swap(CONFIG, "https://lamps.example/book/", "lamps.example"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address of another kind": (
        swap(CONFIG, "https://lamps.example/book/", "ftp://lamps.example/"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address with a question": (
        swap(CONFIG, "https://lamps.example/book/", "https://lamps.example/?book"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "an address without a host": (
        swap(CONFIG, "https://lamps.example/book/", "https://"),
        f"{CONFIG}:2: the address of the site is not well formed; expected site_url: https://…/",
    ),
    "no plugins": (
        cut(CONFIG, "plugins:", "markdown_extensions"),
        f"{CONFIG}:1: no language is listed; expected a list under",
    ),
    "no languages": (
        cut(CONFIG, "      languages:", "markdown_extensions"),
        f"{CONFIG}:11: no language is listed; expected a list under plugins, i18n, languages",
    ),
    "a language in words": (
        swap(CONFIG, "        - locale: fr\n", "        - welsh\n        - locale: fr\n"),
        f"{CONFIG}:16: this is not a language; expected '- locale: fr' and its name; found 'welsh'.",
    ),
    "two reference languages": (
        swap(CONFIG, "locale: fr\n", "locale: fr\n          default: true\n"),
        f"{CONFIG}:17: a second language is the reference; expected 'default: true' at one language",
    ),
    "no reference language": (swap(CONFIG, "default: true, ", ""), f"{CONFIG}:14: no language is the reference"),
    "a reference language in quotes": (
        swap(CONFIG, "default: true", 'default: "true"'),
        f"{CONFIG}:14: no language is the reference; expected 'default: true' at one language",
    ),
    "a language nobody speaks": (
        swap(CONFIG, "locale: fr", "locale: xx"),
        f"{CONFIG}:16: this is not the code of a language; expected a code such as fr, es, pt-BR; found 'xx'",
    ),
    "a language without its code": (
        swap(CONFIG, "- locale: fr\n          name", "- name"),
        f"{CONFIG}:16: the language has no code; expected a code such as fr, es, pt-BR; found nothing",
    ),
    "a language twice": (swap(CONFIG, "locale: fr", "locale: en"), f"{CONFIG}:16: the language 'en' is listed twice"),
    "a code in capitals": (
        swap(CONFIG, "locale: fr", "locale: FR"),
        f"{CONFIG}:16: this is not the code of a language",
    ),
    "a code that leads out": (
        swap(CONFIG, "locale: fr", "locale: ../docs"),
        f"{CONFIG}:16: this is not the code of a language; expected a code such as fr, es, pt-BR",
    ),
    "no as a code": (swap(CONFIG, "locale: fr", "locale: no"), f"{CONFIG}:16: this is not the code of a language"),
    "a number as a code": (
        swap(CONFIG, "locale: fr", "locale: 12"),
        f"{CONFIG}:16: this is not the code of a language",
    ),
    "a language without its name": (
        swap(CONFIG, "          name: Français\n", ""),
        f"{CONFIG}:16: 'name' is missing for the language 'fr'. Add 'name: …' to its entry.",
    ),
    "a number as a name": (
        swap(CONFIG, "name: Français", "name: 12"),
        f"{CONFIG}:17: 'name' of the language 'fr' is not words",
    ),
    "a language without the site's name": (
        swap(CONFIG, "          site_name: Allumage\n", ""),
        f"{CONFIG}:16: 'site_name' is missing for the language 'fr'. Add 'site_name: …' to its entry.",
    ),
    "formats of no language": (
        swap(CONFIG, "name: Français", "name: Français\n          extra: { formats: zz-ZZ }"),
        f"{CONFIG}:18: 'zz-ZZ' is not a language whose formats are known; expected a code such as en-GB.",
    ),
    "no words for a section": (
        swap(CONFIG, "          nav_translations: { The year: L’année }\n", ""),
        f"{CONFIG}:16: the title 'The year' of the navigation has no words in 'fr'",
    ),
    "empty words for a section": (
        swap(CONFIG, "{ The year: L’année }", '{ The year: "" }'),
        f"{CONFIG}:20: the title 'The year' of the navigation has no words in 'fr'",
    ),
    "words for a misspelt section": (
        swap(CONFIG, "{ The year: L’année }", "{ The yaer: L’année }"),
        f"{CONFIG}:20: the navigation has no title 'The yaer'; expected The year. Did you mean 'The year'?",
    ),
    "words for a section too many": (
        swap(CONFIG, "{ The year: L’année }", "{ The year: L’année, Other: Autre }"),
        f"{CONFIG}:20: the navigation has no title 'Other'; expected The year. Delete the line.",
    ),
    "a list of words for sections": (
        swap(CONFIG, "{ The year: L’année }", "[L’année]"),
        f"{CONFIG}:20: 'nav_translations' is not a group of keys; expected 'title: its translation' lines",
    ),
    "a date that is none": (
        add(CONFIG, "extra:\n  date: 1901-02-30\n"),
        f"{CONFIG}:30: the date of the handbook is not a date; expected YYYY-MM-DD; found '1901-02-30'.",
    ),
    "a date in words": (
        add(CONFIG, "extra: { date: today }\n"),
        f"{CONFIG}:29: the date of the handbook is not a date; expected YYYY-MM-DD; found 'today'.",
    ),
    "no as a date": (
        add(CONFIG, "extra: { date: no }\n"),
        f"{CONFIG}:29: the date of the handbook is not a date; expected YYYY-MM-DD; found 'no'.",
    ),
    "no navigation": (cut(CONFIG, "nav:"), f"{CONFIG}:1: the navigation is missing"),
    "an empty navigation": (
        together(cut(CONFIG, "nav:"), add(CONFIG, "nav: []\n")),
        f"{CONFIG}:1: the navigation is missing; expected a list of pages under 'nav'",
    ),
    "navigation in words": (
        together(cut(CONFIG, "nav:"), add(CONFIG, "nav: index.md\n")),
        f"{CONFIG}:1: the navigation is missing; expected a list of pages under 'nav'",
    ),
    "navigation to a missing page": (
        add(CONFIG, "      - oil.md\n"),
        f"{CONFIG}:29: the navigation names 'oil.md', and there is",
    ),
    "navigation to a misspelt page": (
        swap(CONFIG, "- light.md", "- lihgt.md"),
        f"{CONFIG}:28: the navigation names 'lihgt.md', and there is no such page. Did you mean 'light.md'?",
    ),
    "navigation to a page twice": (
        add(CONFIG, "      - light.md\n"),
        f"{CONFIG}:29: the navigation names 'light.md' twice",
    ),
    "navigation out of the folder": (
        swap(CONFIG, "- light.md", "- ../docs/light.md"),
        f"{CONFIG}:28: the navigation names '../docs/light.md', and there is no such page",
    ),
    "navigation to another site": (
        add(CONFIG, "      - https://lamps.example/\n"),
        f"{CONFIG}:29: the navigation names something that is not a page; expected a path that ends in .md",
    ),
    "navigation to nothing": (add(CONFIG, "      -\n"), f"{CONFIG}:29: the navigation names something that is not a"),
    "navigation to a number": (
        add(CONFIG, "      - 12\n"),
        f"{CONFIG}:29: the navigation names something that is not a",
    ),
}
