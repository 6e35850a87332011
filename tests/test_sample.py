"""A handbook of another union, in other languages, is built end to end by the same code."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml
from conftest import ROOT
from html_page import HtmlPage, html_page, text

from handbook.way import Published, build_site

SAMPLE = ROOT / "tests" / "sample"
ADDRESS = "https://lighthouses.example/manual/"
LANGUAGES = {"pt": "ltr", "ar": "rtl", "de": "ltr"}
PAGES = ("", "charter/", "programme/", "programme/watch/", "programme/pay/", "calendar/", "words/", "sources/")
PAGES += ("years/1987/", "years/1987/changes/", "years/1987/watch/", "years/1987/pay/")
EVERY_PAGE = [(code, page) for code in LANGUAGES for page in PAGES]

# What the theme, the labels and the navigation say around the words of a page.
AROUND = {
    "pt": {
        "skip": "Ir para o conteúdo",
        "search": "Pesquisar",
        "contents": "Índice",
        "next": "Próximo",
        "switch": "Língua",
        "palette": ["Passar para cores escuras", "Passar para cores claras"],
        "sections": ["O programa", "Palavras e datas"],
        "note": "Nota",
        "copyright": "Sindicato dos Faroleiros",
    },
    "ar": {
        "skip": "انتقل إلى المحتوى",
        "search": "بحث",
        "contents": "جدول المحتويات",
        "next": "التالية",
        "switch": "اللغة",
        "palette": ["التحويل إلى الألوان الداكنة", "التحويل إلى الألوان الفاتحة"],
        "sections": ["البرنامج", "الكلمات والتواريخ"],
        "note": "ملاحظة",
        "copyright": "نقابة حُرّاس المنارات",
    },
    "de": {
        "skip": "Zum Inhalt",
        "search": "Suchen",
        "contents": "Inhaltsverzeichnis",
        "next": "Weiter",
        "switch": "Sprache",
        "palette": ["Zu dunklen Farben wechseln", "Zu hellen Farben wechseln"],
        "sections": ["Das Programm", "Wörter und Termine"],
        "note": "Hinweis",
        "copyright": "Gewerkschaft Leuchtfeuer",
    },
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return build_site(SAMPLE, tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture
def site(published: Published) -> Path:
    return published.site


def page_of(site: Path, code: str, page: str) -> HtmlPage:
    return html_page(site / code / page / "index.html")


def statements(site: Path, code: str) -> list[dict[str, object]]:
    data = json.loads((site / code / "statements.json").read_text(encoding="utf-8"))
    assert data["language"] == code
    found: list[dict[str, object]] = data["statements"]
    return found


def test_the_build_knows_the_languages_of_its_own_configuration(published: Published) -> None:
    assert published.languages == tuple(LANGUAGES)
    assert published.pages == len(EVERY_PAGE)
    assert published.missing == 0


def test_every_language_has_every_page_and_no_other(site: Path) -> None:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    wanted = {f"{code}/{page}index.html" for code, page in EVERY_PAGE} | {
        f"{code}/{name}.html" for code in LANGUAGES for name in ("404", "offline")
    }
    assert found == wanted | {"index.html", "404.html"}


def test_the_build_leaves_the_folder_of_words_alone(published: Published) -> None:
    assert {path.name for path in SAMPLE.iterdir()} == {"mkdocs.yml", "docs", "docs_ar", "docs_de"}


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_a_page_says_its_language_and_direction(site: Path, code: str, page: str) -> None:
    html = page_of(site, code, page)
    assert html.root.get("lang") == code
    assert html.root.get("dir") == LANGUAGES[code]
    assert len(html.all(".//h1")) == 1


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_a_page_names_its_address_in_every_language(site: Path, code: str, page: str) -> None:
    html = page_of(site, code, page)
    own = f"{ADDRESS}{code}/{page}"
    fallback = f"{ADDRESS}pt/{page}" if page else ADDRESS
    assert html.attributes("./head/link[@rel='canonical']", "href") == [own]
    assert html.alternates == {other: f"{ADDRESS}{other}/{page}" for other in LANGUAGES} | {"x-default": fallback}
    assert html.meta("og:url") == own
    assert html.meta("og:description") == html.meta("description")


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_the_switch_links_to_the_same_page_in_the_other_languages(site: Path, code: str, page: str) -> None:
    links = page_of(site, code, page).all(".//details[@class='languages']//a")
    own = f"{ADDRESS}{code}/{page}"
    assert [urljoin(own, link.get("href", "")) for link in links] == [f"{ADDRESS}{to}/{page}" for to in LANGUAGES]
    assert [(link.get("lang"), link.get("dir")) for link in links] == list(LANGUAGES.items())
    assert [text(link) for link in links] == ["Português", "العربية", "Deutsch"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_around_the_words_is_in_the_language_of_the_page(site: Path, code: str) -> None:
    html, home, wanted = page_of(site, code, "programme/watch/"), page_of(site, code, ""), AROUND[code]
    footer = html.all(".//a[@class='md-footer__link md-footer__link--next']//span")
    assert html.texts(".//a[@class='md-skip']") == [wanted["skip"]]
    assert html.texts(".//button[@class='search-open']") == [wanted["search"]]
    assert wanted["contents"] in html.attributes(".//nav[@aria-label]", "aria-label")
    assert text(footer[0]) == wanted["next"]
    assert html.texts(".//span[@class='languages__label']") == [wanted["switch"]]
    colours = html.one(".//button[@id='colours']")
    assert [colours.get("data-to-dark"), colours.get("data-to-light")] == wanted["palette"]
    assert [title for title in html.texts(".//nav[@class='chapters']//li/*") if title in wanted["sections"]]
    assert html.texts(".//div[@class='md-copyright']") == [wanted["copyright"]]
    assert home.texts(".//p[@class='admonition-title']") == [wanted["note"]]


@pytest.mark.parametrize(("code", "page"), EVERY_PAGE)
def test_no_word_of_the_theme_stays_in_its_own_language(site: Path, code: str, page: str) -> None:
    html = page_of(site, code, page)
    shown = [*html.texts(".//title"), text(html.one("./body"))]
    for name in ("aria-label", "title", "placeholder", "alt"):
        shown += html.attributes(f".//*[@{name}]", name)
    left = re.findall(r"\b(?:Search|Skip|Table of contents|Previous|Back to top|Made with|Clear|Header)\b", str(shown))
    assert left == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_navigation_shows_the_short_title_of_an_area(site: Path, code: str) -> None:
    short = {"pt": "Vigia", "ar": "المناوبة", "de": "Wache"}[code]
    title = {"pt": "A vigia e a segurança", "ar": "المناوبة والسلامة", "de": "Wache und Sicherheit"}[code]
    html = page_of(site, code, "programme/watch/")
    assert text(html.one(".//h1")).startswith(title)
    assert html.texts(".//nav[@class='chapters']//a[@aria-current='page']") == [short]


@pytest.mark.parametrize("page", PAGES)
def test_anchors_are_the_same_in_all_languages(site: Path, page: str) -> None:
    first, *others = (page_of(site, code, page).anchors for code in LANGUAGES)
    assert first
    assert others == [first, first]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_statement_is_at_its_address_in_its_own_words(site: Path, code: str) -> None:
    for statement in statements(site, code):
        address, _, anchor = str(statement["address"]).partition("#")
        html = page_of(site, code, address.removeprefix(f"{ADDRESS}{code}/"))
        assert html.all(f".//*[@id='{anchor}']"), anchor
        assert statement["plain"] in text(html.one(".//article"))
        assert statement["language"] == code


def test_every_language_has_the_same_statements_and_facts(site: Path) -> None:
    facts = ("key", "kind", "source", "voice", "status", "date", "when", "bodies", "instruments", "languages")
    first, *others = ([{name: one[name] for name in facts} for one in statements(site, code)] for code in LANGUAGES)
    assert others == [first, first]
    kinds = {"vision", "mission", "pillar", "note", "objective", "means", "fact", "priority", "contact"}
    assert {one["kind"] for one in first} == kinds | {"event", "figure"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_row_of_the_register_is_the_source_of_a_statement(site: Path, code: str) -> None:
    documents = yaml.safe_load((SAMPLE / "docs" / "data" / "documents.yml").read_text(encoding="utf-8"))
    rows = {
        f"{name}/{part}/{kind}/{item}"
        for name, document in documents.items()
        for part, kinds in document["rows"].items()
        for kind, items in kinds.items()
        for item in items.split()
    }
    assert {ref for statement in statements(site, code) for ref in statement["source"]} == rows  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_open_data_keeps_its_published_schema(site: Path, code: str) -> None:
    schema = json.loads((site / "statements.schema.json").read_text(encoding="utf-8"))
    data = json.loads((site / code / "statements.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
    assert data["$schema"] == f"{ADDRESS}statements.schema.json"
    assert data["address"] == f"{ADDRESS}{code}/"


def test_voice_and_status_follow_from_the_document(site: Path) -> None:
    by_key = {statement["key"]: statement for statement in statements(site, "ar")}
    reported = by_key["figures.lamps-in-store"]
    proposed = by_key["programme.pay.means.ask-figures"]
    assert (reported["voice"], reported["status"], reported["date"]) == ("administration", "reported", "1986")
    assert (proposed["voice"], proposed["status"], proposed["date"]) == ("union", "proposed", "1987-03-14")
    assert proposed["bodies"] == ["coast-service"]


@pytest.mark.parametrize(
    ("code", "dates"),
    [
        ("pt", ["outono de 1987", "14 de março de 1987 – 15 de março de 1987", "1 de outubro"]),
        ("ar", ["خريف عام 1987", "14 مارس 1987 – 15 مارس 1987", "1 أكتوبر"]),
        ("de", ["Herbst 1987", "14. März 1987 – 15. März 1987", "1. Oktober"]),
    ],
)
def test_dates_are_written_as_the_language_writes_them(site: Path, code: str, dates: list[str]) -> None:
    label = {"pt": "Data:", "ar": "التاريخ:", "de": "Datum:"}[code]
    assert page_of(site, code, "calendar/").texts(".//p[@class='when']") == [f"{label} {date}" for date in dates]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("pt", "CPL: Conselho Paritário da Luz"),
        ("ar", "مجلس الضوء: المجلس المشترك لشؤون الضوء"),
        ("de", "PLR: Paritätischer Lichtrat"),
    ],
)
def test_an_abbreviation_is_in_words_under_its_statement(site: Path, code: str, words: str) -> None:
    assert words in page_of(site, code, "programme/watch/").texts(".//p[@class='in-words']")


def test_the_sitemap_lists_every_page_with_its_alternates(site: Path) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = {}
    for url in root.findall("s:url", space):
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", space)}
        entries[url.findtext("s:loc", "", space)] = links
    assert sorted(entries) == sorted([ADDRESS, *(f"{ADDRESS}{code}/{page}" for code, page in EVERY_PAGE)])
    for code, page in EVERY_PAGE:
        assert entries[f"{ADDRESS}{code}/{page}"] == page_of(site, code, page).alternates
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_the_chooser_offers_every_language_in_its_own_words(site: Path) -> None:
    html = html_page(site / "index.html")
    links = html.all(".//a[@hreflang]")
    assert html.root.get("lang") == "pt"
    assert [(a.get("href"), a.get("lang"), a.get("dir")) for a in links] == [
        (f"{code}/", code, direction) for code, direction in LANGUAGES.items()
    ]
    assert [text(a) for a in links] == [
        "Português Manual dos faróis",
        "العربية دليل المنارات",
        "Deutsch Handbuch der Leuchttürme",
    ]
    assert html.alternates == {code: f"{ADDRESS}{code}/" for code in LANGUAGES} | {"x-default": ADDRESS}


def test_the_root_page_not_found_speaks_every_language(site: Path) -> None:
    html = html_page(site / "404.html")
    sections = [(part.get("lang"), part.get("dir")) for part in html.all(".//section")]
    assert sections == list(LANGUAGES.items())
    assert html.texts(".//h1") + html.texts(".//h2") == [
        "Página não encontrada",
        "الصفحة غير موجودة",
        "Seite nicht gefunden",
    ]
    assert html.attributes(".//a", "href") == [f"/manual/{code}/" for code in LANGUAGES]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_its_own_page_not_found(site: Path, code: str) -> None:
    html = html_page(site / code / "404.html")
    words = {"pt": "Página não encontrada", "ar": "الصفحة غير موجودة", "de": "Seite nicht gefunden"}
    assert html.root.get("lang") == code
    assert html.root.get("dir") == LANGUAGES[code]
    assert html.texts(".//article//h1") == [words[code]]
    assert html.attributes(".//article//a", "href") == [f"/manual/{code}/"]
    assert html.meta("robots") == "noindex"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_search_index_holds_the_language_alone(site: Path, code: str) -> None:
    words = "".join(file.read_text(encoding="utf-8") for file in (site / code / "search").rglob("text-*.json")).lower()
    own = {"pt": "lâmpadas", "ar": "المصابيح", "de": "ersatzlampen"}
    assert [other for other, word in own.items() if word in words] == [code]


def test_the_sample_holds_the_fixed_words_that_the_project_has() -> None:
    wanted = yaml.safe_load((ROOT / "docs" / "data" / "labels.yml").read_text(encoding="utf-8"))
    given = yaml.safe_load((SAMPLE / "docs" / "data" / "labels.yml").read_text(encoding="utf-8"))
    missing = [name for name in wanted if name not in given and not name.startswith("group-")]
    assert missing == [], "add them to tests/sample/docs*/data/labels.yml"


@pytest.mark.parametrize(
    ("code", "new", "before", "now", "dropped"),
    [
        ("pt", "As noites nas ilhas", "passa de 60 km/h", "passa de 50 km/h", "Noites iguais"),
        ("ar", "ليالي الجزر", "سرعة الريح 60", "سرعة الريح 50", "ليالٍ متساوية"),
        ("de", "Die Nächte auf den Inseln", "der Wind 60 km/h", "der Wind 50 km/h", "Gleiche Nächte"),
    ],
)
def test_a_page_says_what_changes_between_two_years(
    site: Path, code: str, new: str, before: str, now: str, dropped: str
) -> None:
    html = page_of(site, code, "years/1987/changes/")
    items = html.texts(".//article//li")
    assert [new in each or dropped in each for each in items].count(True) == 2
    assert any(before in each and now in each for each in items)
    headings = [each.rpartition(" ")[2] for each in html.texts(".//article//h2")]
    assert headings == ["(1)", "(2)", "(1)", "(4)"]


@pytest.mark.parametrize(
    ("code", "mark"),
    [("pt", "Vem de 1987;"), ("ar", "منقول من عام 1987"), ("de", "Aus 1987 übernommen")],
)
def test_a_statement_that_nobody_has_confirmed_says_so(site: Path, code: str, mark: str) -> None:
    marks = page_of(site, code, "programme/watch/").texts(".//p[@class='to-be-confirmed']")
    assert len(marks) == 1
    assert marks[0].startswith(mark)
    assert page_of(site, code, "years/1987/watch/").texts(".//p[@class='to-be-confirmed']") == []


# No code names a language, a union or a year: what follows holds the code against that.

CODE = [
    path
    for room in ("handbook", "macros", "scripts", "overrides")
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in (".py", ".jinja", ".html", ".js", ".css")
]
PYTHON = [path for path in CODE if path.suffix == ".py"]
# A report is for those who write, as messages are.
TEMPLATES = [path for path in CODE if path.suffix != ".py" and path.name != "report.html"]
CODES = "ar|de|en|es|fr|it|pt|ru|zh"
NAMED = re.compile(
    rf"^(?:{CODES})(?:[-_][A-Z]{{2}})?$|docs_(?:{CODES})\b"
    r"|\b(?:Arabic|English|French|German|Portuguese|Spanish|Français|Español)\b"
    r"|\b(?:ILO|OIT|ILOAT|TAOIT|ONU|JNC|CNP)\b"
    r"|(?<![-/\w])(?:19|20)\d\d(?![\d/])"
)
# Addresses of standards carry the year in which they were agreed; keys are in English by design.
ALLOWED = re.compile(r"https?://|^2001:db8:|^tag:yaml\.org|small English letters")
# What is known of single languages stands in these tables and nowhere else; without a row, a language is only
# checked by the rules of all.
TABLES = {
    f"handbook/translations/{name}.py"
    for name in (
        "language/english",
        "language/french",
        "language/spanish",
        "language/tables",
        "meaning/language",
        "meaning/negation_words",
        "meaning/ordinals",
        "meaning/words",
        "messages/__init__",
        "terminology/inflection",
    )
} | {"handbook/links/language_names.py"}
COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/|<!--.*?-->|^\s*//[^\n]*$", re.S | re.M)


def literals(path: Path) -> list[tuple[int, str]]:
    """Return the strings of a Python file, without those that explain it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    said = {id(block.value) for block in blocks}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [(node.lineno, node.value) for node in strings if id(node) not in said]


def test_every_table_of_languages_exists() -> None:
    assert {path.relative_to(ROOT).as_posix() for path in PYTHON} >= TABLES


@pytest.mark.parametrize(
    "path",
    [path for path in PYTHON if path.relative_to(ROOT).as_posix() not in TABLES],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_code_names_a_language_a_union_or_a_year(path: Path) -> None:
    named = [(line, words) for line, words in literals(path) if NAMED.search(words) and not ALLOWED.search(words)]
    assert named == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_or_script_names_a_language_a_union_or_a_year(path: Path) -> None:
    source = COMMENT.sub("", path.read_text(encoding="utf-8"))
    words = re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`|>[^<>{}]+<", source)
    assert [word for word in words if NAMED.search(word.strip("\"'`<>\n "))] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_holds_words_for_readers(path: Path) -> None:
    if path.suffix in (".js", ".css"):
        assert not re.search(r"(?:textContent|innerText|innerHTML|content)\s*[=:]\s*[\"'`]\w", path.read_text())
        return
    source = COMMENT.sub("", path.read_text(encoding="utf-8"))
    source = re.sub(r"<(script|style)\b.*?</\1>|<!doctype[^>]*>", "", source, flags=re.S)
    source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.S)
    source = re.sub(r"</?[a-z][^>]*>", "", source)  # tags of HTML
    source = re.sub(r"(?:!!!|\?\?\?\+?) [a-z-]+|\{:?[^}\n]*\}|\(@[^)]*\)", "", source)  # marks of Markdown
    assert re.findall(r"[^\W\d_]+", source) == []


def test_the_sample_speaks_of_nothing_that_this_project_speaks_of(site: Path) -> None:
    for code, page in EVERY_PAGE:
        shown = text(page_of(site, code, page).one("./body"))
        assert not re.search(r"\b(?:ILO|OIT|BIT|English|Français|Español|20[12]\d)\b", shown)
