"""Small sites in one, two and three languages: each defect of language is found where it is, what is sound is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from handbook.links import Finding, Options
from handbook.links.checks.languages import check_languages
from handbook.links.defects import defect_of
from handbook.links.document import Document
from handbook.links.read import html as html_reader
from handbook.links.read import kinds
from handbook.links.read.content_language import content_language
from handbook.links.run import read_site

SITE = "https://lamps.example/book/"
NAMES = {"en": "English", "fr": "Français", "es": "Español"}
PROSE = {
    "en": "The lamps of the street are lit in the evening by the people who look after them and who know where each "
    "of them stands. Whoever sees that a lamp is dark tells the board at once, which sends somebody before the night "
    "is over. Nobody has to pay for this, because light belongs to everybody who walks through the town after work and "
    "wants to find the way home without falling over stones.",
    "fr": "Les lampes de la rue sont allumées le soir par les personnes qui en prennent soin et qui savent où chacune "
    "se trouve. Quiconque voit une lampe éteinte prévient aussitôt le comité, lequel envoie quelqu’un avant la fin de "
    "la nuit. Personne ne paie pour cela, car la lumière appartient à toutes celles et à tous ceux qui traversent la "
    "ville après le travail et veulent rentrer sans trébucher.",
    "es": "Las lámparas de la calle se encienden por la tarde gracias a quienes las cuidan y saben dónde está cada "
    "una. Quien vea una lámpara apagada avisa enseguida a la junta, que envía a alguien antes del amanecer.",
}
Files = dict[str, str]


def address(name: str) -> str:
    return SITE + name.removesuffix("index.html")


def page(name: str, language: str, versions: Mapping[str, str], default: str, frame: str = "") -> str:
    """Return a sound page: its own canonical address, its versions, a switch, a heading with an anchor."""
    up = "../" * name.count("/")
    heads = "".join(f'<link rel="alternate" hreflang="{c}" href="{address(n)}">\n' for c, n in versions.items())
    switch = "".join(f'<a href="{up}{n}" hreflang="{c}">{NAMES[c]}</a>\n' for c, n in versions.items())
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><title>{name}</title>\n'
        f'<link rel="canonical" href="{address(name)}">\n{heads}'
        f'<link rel="alternate" hreflang="x-default" href="{address(default)}">\n</head>\n<body>\n'
        f'<nav>\n{switch}</nav>\n<nav><a href="#lamps">Lamps</a></nav>\n'
        f'<main>\n<h1 id="lamps">L</h1>\n<p>{PROSE[language]}</p>\n{frame}</main>\n</body></html>\n'
    )


def planted(folders: Mapping[str, str], names: tuple[str, ...] = ("index.html", "light/index.html")) -> Files:
    """Return a sound site with the same pages in each folder."""
    files = {}
    for name in names:
        versions = {language: f"{folder}{name}" for folder, language in folders.items()}
        for folder, language in folders.items():
            files[f"{folder}{name}"] = page(f"{folder}{name}", language, versions, next(iter(versions.values())))
    return files


CHOOSER = (
    f'<!doctype html><html lang="en"><head><title>Lamps</title><link rel="canonical" href="{SITE}">'
    f'<link rel="alternate" hreflang="en" href="{SITE}en/"><link rel="alternate" hreflang="fr" href="{SITE}fr/">'
    f'<link rel="alternate" hreflang="x-default" href="{SITE}"></head>'
    '<body><a href="en/" hreflang="en">English</a><a href="fr/" hreflang="fr">Français</a></body></html>'
)
NOT_FOUND = (
    '<html lang="en"><head><meta name="robots" content="noindex"><title>Lost</title></head><body>x</body></html>'
)
FOLDERS = {**planted({"en/": "en", "fr/": "fr"}), "index.html": CHOOSER, "404.html": NOT_FOUND}
ROOT = planted({"": "en", "fr/": "fr"})
THREE = planted({"en/": "en", "fr/": "fr", "es/": "es"})
ALONE = dict.fromkeys(
    ("index.html", "light/index.html"),
    f'<html lang="en"><head><title>x</title></head><body><p>{PROSE["en"]}</p></body></html>',
)
#: The words of a page end here: what a case adds stands before it.
END = "</main>"
EN, FR = "en/light/index.html", "fr/light/index.html"
CANONICAL_FR = f'<link rel="canonical" href="{SITE}fr/light/">'
TO_EN, TO_FR = (f'<link rel="alternate" hreflang="{one}" href="{SITE}{one}/light/">\n' for one in ("en", "fr"))
DEFAULT = f'<link rel="alternate" hreflang="x-default" href="{SITE}en/light/">\n'


def told(name: str, language: str, head: str, body: str) -> str:
    return f'<html lang="{language}"><head><title>{name}</title>{head}</head><body><main>{body}</main></body></html>'


def only(code: str, words: str, canonical: str = "") -> str:
    """Return a page without versions and switch."""
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return told("Only", code, head, f'<h1 id="lamps">x</h1><p>{words}</p>')


def fallback(head: str = "") -> str:
    """Return a French page on which the English words stand, marked as such."""
    canonical = f'<link rel="canonical" href="{SITE}en/oil/">'
    return told("Oil", "fr", canonical + head, f'<p>Pas encore.</p><div lang="en"><h1>Oil</h1>{PROSE["en"]}</div>')


OIL = {"en/oil/index.html": only("en", PROSE["en"], f"{SITE}en/oil/"), "fr/oil/index.html": fallback()}


@pytest.fixture(autouse=True)
def _content_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader of pages note in which language their main part is."""

    def read(data: bytes, document: Document) -> None:
        html_reader.read_html(data, document)
        root = etree.HTML(data)
        if root is not None:
            document.content_language = content_language(root)

    monkeypatch.setitem(kinds.READERS, "html", read)  # type: ignore[arg-type]


def findings(folder: Path, files: Files, **options: object) -> list[Finding]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site = read_site(folder, Options(address=SITE, **options))  # type: ignore[arg-type]
    return list(check_languages(site))


def changed(files: Files, *changes: tuple[str, str, str]) -> Files:
    """Return files in which words were replaced: file, old words, new ones; words put before ``END`` are added."""
    result = dict(files)
    for name, old, new in changes:
        assert old in result[name], (name, old)
        result[name] = result[name].replace(old, new + END if old == END else new, 1)
    return result


def codes(found: list[Finding]) -> list[tuple[str, str]]:
    return sorted((one.code, one.file) for one in found)


SOUND: dict[str, Files] = {
    "a folder for each of two languages": FOLDERS,
    "the reference at the root": ROOT,
    "three languages": THREE,
    "one language": ALONE,
    "one language, in a folder": planted({"en/": "en"}),
    "one file": {"index.html": '<html lang="en"><body>x</body></html>'},
    "a region": {name: text.replace('<html lang="fr"', '<html lang="fr-CH"') for name, text in FOLDERS.items()},
    "a page not found in each language": {
        **FOLDERS,
        "en/404.html": NOT_FOUND,
        "fr/404.html": NOT_FOUND.replace('"en"', '"fr"').replace(
            "x<", '<nav><a href="../en/" hreflang="en">English</a>'
        ),
    },
    "a page that is not translated yet": {**FOLDERS, **OIL},
    "a page that is not translated yet, in the language of its words": {
        **FOLDERS,
        **OIL,
        "fr/oil/index.html": only("en", PROSE["en"], f"{SITE}en/oil/"),
    },
    "a page in one language only": {**FOLDERS, "en/oil/index.html": only("en", PROSE["en"], f"{SITE}en/oil/")},
    "the switch to a page that is not translated yet": {
        **FOLDERS,
        **OIL,
        "en/oil/index.html": told(
            "Oil",
            "en",
            f'<link rel="canonical" href="{SITE}en/oil/">',
            '<nav><a href="../../fr/oil/" hreflang="fr">Français</a></nav>',
        ),
    },
    "the switch to the home page where a page is missing": {
        **FOLDERS,
        "en/oil/index.html": told(
            "Oil",
            "en",
            f'<link rel="canonical" href="{SITE}en/oil/">',
            '<nav><a href="../../fr/" hreflang="fr">Français</a></nav>',
        ),
    },
    "a translated name of a page": {
        "en/index.html": FOLDERS["en/index.html"],
        "fr/index.html": FOLDERS["fr/index.html"],
        "en/light/index.html": FOLDERS[EN].replace("fr/light/", "fr/lumiere/"),
        "fr/lumiere/index.html": FOLDERS[FR].replace("fr/light/", "fr/lumiere/"),
    },
    "a link to the original, marked": changed(
        FOLDERS, (FR, END, '<p>Voir <a href="../../en/light/" hreflang="en">l’original</a>.</p>')
    ),
    "both versions side by side": changed(
        FOLDERS, (FR, END, '<a href="../">ici</a> <a href="../../en/" hreflang="en">en anglais</a>')
    ),
    "a link to the chooser": changed(FOLDERS, (FR, END, '<a href="../../">Langues</a>')),
    "a link to a page that exists in one language, marked": changed(
        {**FOLDERS, "en/oil/index.html": only("en", PROSE["en"], f"{SITE}en/oil/")},
        (FR, END, '<a href="../../en/oil/" hreflang="en">L’huile (en anglais)</a>'),
    ),
    "a file of another language that has no version": changed(
        {**FOLDERS, "en/form.pdf": "%PDF-"}, (FR, END, '<a href="../../en/form.pdf">Form (anglais)</a>')
    ),
    "a picture of another language": changed(
        {**FOLDERS, "en/lamp.png": "x", "fr/lamp.png": "x"}, (FR, END, '<img src="../../en/lamp.png" alt="">')
    ),
    "versions side by side in one folder": {
        f"{name}{end}.html": text.replace("/index.html", end + ".html")
        for name in ("index", "light")
        for end, text in (
            (
                f".{code}",
                told(name, code, "", f'<nav><a href="{name}.{other}.html" hreflang="{other}">{word}</a></nav>'),
            )
            for code, other, word in (("en", "fr", "Français"), ("fr", "en", "English"))
        )
    },
    "varieties of one language": {
        f"{number}.html": told("x", code, "", '<a href="0.html">x</a><a href="1.html">y</a>')
        for number, code in enumerate(("en", "en-US", "en-GB"))
    },
    "a chooser in a variety of a language": {**FOLDERS, "index.html": CHOOSER.replace('lang="en"', 'lang="en-US"')},
    "a page that sends its readers on": {
        **FOLDERS,
        "fr/old/index.html": '<html><head><meta http-equiv="refresh" content="0; url=../light/"></head></html>',
    },
    "anchors numbered by a program": changed(
        FOLDERS, (FR, END, '<p id="fn:1">x</p><a href="#fn:1">1</a><p id="a_1">x</p><a href="#a_1">x</a>')
    ),
    "letters of a register": changed(FOLDERS, (FR, END, '<h2 id="é">É</h2><a href="#é">É</a>')),
    "an anchor that nobody links": changed(FOLDERS, (FR, END, '<h2 id="wick">x</h2>')),
    "a version on another host": changed(
        FOLDERS, (FR, DEFAULT, f'{DEFAULT}<link rel="alternate" hreflang="de" href="https://lampen.example/licht/">')
    ),
    "a copy for printing": {
        **FOLDERS,
        "fr/print.html": told(
            "fr/light/index.html", "fr", f'<link rel="canonical" href="{SITE}fr/light/">', f"<p>{PROSE['fr']}</p>"
        ),
    },
    "names of persons only, equal in both languages": {
        **FOLDERS,
        **{f"{c}/who/index.html": only(c, "Ada Lovelace " * 60, f"{SITE}{c}/who/") for c in ("en", "fr")},
    },
    "a footer that links something in another language": changed(
        {**FOLDERS, "en/legal/index.html": only("en", "Law", f"{SITE}en/legal/")},
        (FR, "</body>", '<footer><a href="../../en/legal/" hreflang="en">Mentions légales</a></footer></body>'),
    ),
}


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_not_found(tmp_path: Path, files: Files) -> None:
    allowed = {"alternate-missing", "switch-missing"} if any("who/" in name for name in files) else set()
    assert [one for one in codes(findings(tmp_path, files)) if one[0] not in allowed] == []


# files, then what changes (file, old words, new words), then what is found and where
Case = tuple[Files, list[tuple[str, str, str]], list[tuple[str, str]]]
BROKEN: dict[str, Case] = {
    "no language": (FOLDERS, [(FR, '<html lang="fr"', "<html")], [("no-language", FR)]),
    "an empty language": (FOLDERS, [(FR, '<html lang="fr"', '<html lang=""')], [("no-language", FR)]),
    "no language on a root page": (FOLDERS, [("404.html", ' lang="en"', "")], [("no-language", "404.html")]),
    "no language on a site in one language": (
        ALONE,
        [("index.html", ' lang="en"', "")],
        [("no-language", "index.html")],
    ),
    "a word for a language": (ALONE, [("index.html", '"en"', '"english-language"')], [("bad-language", "index.html")]),
    "an underscore": (ALONE, [("index.html", '"en"', '"en_GB"')], [("bad-language", "index.html")]),
    "a bad language in the head": (
        FOLDERS,
        [(EN, DEFAULT, f'{DEFAULT}<link rel="alternate" hreflang="es_ES" href="{SITE}fr/">')],
        [("bad-language", EN)],
    ),
    "a bad language at a link": (
        FOLDERS,
        [(FR, END, '<a href="../../en/light/" hreflang="in english">x</a>')],
        [("bad-language", FR)],
    ),
    "the language of another folder": (
        THREE,
        [(FR, '<html lang="fr"', '<html lang="es"')],
        [("wrong-language", FR)],
    ),
    "a root page in the language of a folder": (
        ROOT,
        [("light/index.html", '<html lang="en"', '<html lang="fr"')],
        [("wrong-language", "light/index.html")],
    ),
    "a link into another language": (FOLDERS, [(FR, END, '<a href="../../en/">x</a>')], [("language-leak", FR)]),
    "the other way": (FOLDERS, [(EN, END, '<a href="../../fr/">x</a>')], [("language-leak", EN)]),
    "a leak in a menu, in words that begin like a tag": (
        FOLDERS,
        [(FR, END, '<nav><a href="../../en/light/">En bref</a></nav>')],
        [("language-leak", FR)],
    ),
    "a leak to the same page": (FOLDERS, [(FR, END, '<a href="../../en/light/">x</a>')], [("language-leak", FR)]),
    "a leak to an anchor": (FOLDERS, [(FR, END, '<a href="../../en/#lamps">x</a>')], [("language-leak", FR)]),
    "a leak by the whole address": (FOLDERS, [(FR, END, f'<a href="{SITE}en/light/">x</a>')], [("language-leak", FR)]),
    "a leak by a path": (FOLDERS, [(FR, END, '<a href="/book/en/">x</a>')], [("language-leak", FR)]),
    "a leak in the menu": (FOLDERS, [(FR, END, '<nav><a href="../../en/">Home</a></nav>')], [("language-leak", FR)]),
    "a leak to the root": (ROOT, [(FR, END, '<a href="../../">x</a>')], [("language-leak", FR)]),
    "a leak from the root": (
        ROOT,
        [("index.html", END, '<a href="fr/light/">x</a>')],
        [("language-leak", "index.html")],
    ),
    "a leak to a file": (
        {**FOLDERS, "en/form.pdf": "%PDF-", "fr/form.pdf": "%PDF-"},
        [(FR, END, '<a href="../../en/form.pdf">x</a>')],
        [("language-leak", FR)],
    ),
    "a leak to a page of another name": (
        SOUND["a translated name of a page"],
        [("fr/index.html", END, '<a href="../en/light/">x</a>')],
        [("language-leak", "fr/index.html")],
    ),
    "two leaks": (
        FOLDERS,
        [(FR, END, '<a href="../../en/">x</a><a href="../../en/light/">x</a>')],
        [("language-leak", FR), ("language-leak", FR)],
    ),
    "a page of another language, not marked": (
        {**FOLDERS, "en/oil/index.html": only("en", "x", f"{SITE}en/oil/")},
        [(FR, END, '<a href="../../en/oil/">x</a>')],
        [("unmarked-language", FR)],
    ),
    "a switch without mark": (
        FOLDERS,
        [(FR, END, '<nav><a href="../../en/light/">English</a></nav>')],
        [("unmarked-language", FR)],
    ),
    "a marked link where the page exists in this language": (
        FOLDERS,
        [(FR, END, '<a href="../../en/" hreflang="en">x (anglais)</a>')],
        [("could-be-local", FR)],
    ),
    "a marked link, and the same in the head": (
        FOLDERS,
        [(FR, END, '<a href="../../en/" hreflang="en">x</a>'), (FR, "</head>", '<link rel="prev" href="../"></head>')],
        [("could-be-local", FR)],
    ),
    "a link marked with another language": (
        THREE,
        [(FR, END, '<a href="../../es/light/" hreflang="en">x</a>')],
        [("link-language", FR)],
    ),
    "a version that the head lacks": (
        FOLDERS,
        [(FR, TO_EN, "")],
        [("alternate-missing", FR), ("alternate-not-returned", EN)],
    ),
    "a head without versions": (
        FOLDERS,
        [(FR, TO_EN, ""), (FR, TO_FR, ""), (FR, DEFAULT, "")],
        [("alternate-missing", FR), ("alternate-not-returned", EN)],
    ),
    "a version that is another page": (
        FOLDERS,
        [(EN, f'hreflang="fr" href="{SITE}fr/light/">\n<', f'hreflang="fr" href="{SITE}fr/">\n<')],
        [("alternate-extra", EN)],
    ),
    "a default that is another page": (
        {**THREE, "en/oil/index.html": only("en", "x", f"{SITE}en/oil/")},
        [(EN, DEFAULT, DEFAULT.replace("light", "oil"))],
        [("alternate-extra", EN)],
    ),
    "a version by a relative address": (
        FOLDERS,
        [(EN, f'href="{SITE}fr/light/"', 'href="../../fr/light/"')],
        [("alternate-relative", EN)],
    ),
    "a version by a path": (
        FOLDERS,
        [(EN, f'href="{SITE}fr/light/"', 'href="/book/fr/light/"')],
        [("alternate-relative", EN)],
    ),
    "a version in another language": (
        THREE,
        [(EN, f'hreflang="fr" href="{SITE}fr/light/"', f'hreflang="fr" href="{SITE}es/light/"')],
        [("alternate-language", EN)],
    ),
    "a page that is missing in its list": (FOLDERS, [(FR, TO_FR, "")], [("alternate-self", FR)]),
    "a version twice": (FOLDERS, [(FR, TO_EN, TO_EN + TO_EN)], [("alternate-twice", FR)]),
    "a second version of a language": (
        FOLDERS,
        [(FR, DEFAULT, DEFAULT + TO_EN.replace("light/", ""))],
        [("alternate-twice", FR)],
    ),
    "no default": (FOLDERS, [(FR, DEFAULT, "")], [("no-default", FR)]),
    "no default anywhere": (
        {
            name: re.sub("<link[^>]*x-default[^>]*>", "", text)
            for name, text in planted({"en/": "en", "fr/": "fr"}).items()
        },
        [],
        [
            ("no-default", "en/index.html"),
            ("no-default", "fr/index.html"),
        ],
    ),
    "a page that does not exist is told elsewhere": (FOLDERS, [(EN, f'{SITE}fr/light/"', f'{SITE}fr/lumen/"')], []),
    "no versions anywhere": (
        {c + n: only(c[:2], PROSE[c[:2]]) for c in ("en/", "fr/") for n in ("index.html", "x.html")},
        [],
        [("alternate-missing", "en/index.html"), ("alternate-missing", "fr/index.html")],
    ),
    "a language that the page itself has not": (
        FOLDERS,
        [(EN, DEFAULT, f'{DEFAULT}<link rel="alternate" hreflang="es" href="{SITE}en/light/">')],
        [("alternate-language", EN)],
    ),
    "a page for what is not found, in one language of several": (
        {**ROOT, "404.html": told("x", "fr", "", '<a href="/book/fr/">x</a><a href="/book/fr/light/">y</a>')},
        [],
        [("wrong-language", "404.html")],
    ),
    "no canonical address": (FOLDERS, [(FR, CANONICAL_FR, "")], [("canonical-missing", FR)]),
    "a relative canonical address": (
        FOLDERS,
        [(FR, f'canonical" href="{SITE}fr/light/"', 'canonical" href="./"')],
        [("canonical-relative", FR)],
    ),
    "two canonical addresses": (
        FOLDERS,
        [(FR, CANONICAL_FR, CANONICAL_FR + CANONICAL_FR.replace("light/", ""))],
        [("canonical-twice", FR)],
    ),
    "the canonical address of another page": (
        {**FOLDERS, "fr/light/index.html": FOLDERS[FR].replace(PROSE["fr"], "Autre chose.")},
        [(FR, f'canonical" href="{SITE}fr/light/"', f'canonical" href="{SITE}fr/"')],
        [("canonical-elsewhere", FR)],
    ),
    "the canonical address of another site": (
        FOLDERS,
        [(FR, f'canonical" href="{SITE}fr/light/"', 'canonical" href="https://other.example/fr/light/"')],
        [("canonical-elsewhere", FR)],
    ),
    "a canonical address in another language": (
        FOLDERS,
        [(FR, f'canonical" href="{SITE}fr/light/"', f'canonical" href="{SITE}en/light/"')],
        [("canonical-language", FR)],
    ),
    "a canonical address at the root, in another language": (
        ROOT,
        [(FR, f'canonical" href="{SITE}fr/light/"', f'canonical" href="{SITE}light/"')],
        [("canonical-language", FR)],
    ),
    "an untranslated page that calls itself the original": (
        {**FOLDERS, **OIL},
        [("fr/oil/index.html", f"{SITE}en/oil/", f"{SITE}fr/oil/")],
        [("canonical-language", "fr/oil/index.html")],
    ),
    "a canonical address that leads on": (
        {**FOLDERS, "fr/old.html": f'<html><meta http-equiv="refresh" content="0; url={SITE}fr/light/"></html>'},
        [(FR, f'canonical" href="{SITE}fr/light/"', f'canonical" href="{SITE}fr/old.html"')],
        [("canonical-redirect", FR)],
    ),
    "a canonical address of nothing is told elsewhere": (
        FOLDERS,
        [(FR, f'canonical" href="{SITE}fr/light/"', f'canonical" href="{SITE}fr/lumen/"')],
        [],
    ),
    "an untranslated page that offers itself": (
        {**FOLDERS, **OIL, "fr/oil/index.html": fallback(f'<link rel="alternate" hreflang="fr" href="{SITE}fr/oil/">')},
        [],
        [("fallback-offered", "fr/oil/index.html")],
    ),
    "an untranslated page that is offered by the original": (
        {
            **FOLDERS,
            **OIL,
            "en/oil/index.html": told(
                "Oil",
                "en",
                f'<link rel="canonical" href="{SITE}en/oil/">{TO_EN}{TO_FR}{DEFAULT}'.replace("light", "oil"),
                PROSE["en"],
            ),
        },
        [],
        [("fallback-offered", "en/oil/index.html")],
    ),
    "an anchor with another name": (
        FOLDERS,
        [(FR, 'id="lamps"', 'id="lampes"'), (FR, "#lamps", "#lampes")],
        [("other-anchors", FR)],
    ),
    "a section that one language has": (
        FOLDERS,
        [(EN, END, '<h2 id="wick">Wick</h2><a href="#wick">Wick</a>')],
        [("other-anchors", FR)],
    ),
    "a section that only the translation has": (
        FOLDERS,
        [(FR, END, '<h2 id="wick">Wick</h2><a href="#wick">Wick</a>')],
        [("other-anchors", EN)],
    ),
    "an anchor that is linked from elsewhere": (
        FOLDERS,
        [(EN, END, '<h2 id="wick">Wick</h2>'), ("en/index.html", END, '<a href="light/#wick">Wick</a>')],
        [("other-anchors", FR)],
    ),
    "a switch that leads to the home page": (
        FOLDERS,
        [(FR, 'href="../../en/light/index.html" hreflang="en"', 'href="../../en/" hreflang="en"')],
        [("wrong-switch", FR)],
    ),
    "a switch that leads to another language": (
        THREE,
        [(FR, 'href="../../en/light/index.html" hreflang="en"', 'href="../../es/light/" hreflang="en"')],
        [("wrong-switch", FR)],
    ),
    "a switch that leads away from its own page": (
        FOLDERS,
        [(FR, 'href="../../fr/light/index.html" hreflang="fr"', 'href="../" hreflang="fr"')],
        [("wrong-switch", FR)],
    ),
    "a switch that lacks a language": (
        THREE,
        [(FR, '<a href="../../es/light/index.html" hreflang="es">Español</a>', "")],
        [("switch-missing", FR)],
    ),
    "a page without a switch": (
        {
            name: text if name != FR else text.replace(">Français<", "><").replace(">English<", "><")
            for name, text in FOLDERS.items()
        },
        [],
        [("switch-missing", FR)],
    ),
    "an entry with the name of another language": (
        THREE,
        [(FR, 'hreflang="en">English', 'hreflang="en">Español')],
        [("switch-label", FR)],
    ),
    "an entry named in the language of the page": (FOLDERS, [(FR, ">English<", ">Anglais<")], [("switch-foreign", FR)]),
}


@pytest.mark.parametrize(("files", "changes", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_defect_is_found(
    tmp_path: Path, files: Files, changes: list[tuple[str, str, str]], expected: list[tuple[str, str]]
) -> None:
    found = findings(tmp_path, changed(files, *changes))
    assert codes(found) == sorted(expected), found


@pytest.mark.parametrize(("files", "changes", "expected"), BROKEN.values(), ids=BROKEN)
def test_each_finding_can_be_said(
    tmp_path: Path, files: Files, changes: list[tuple[str, str, str]], expected: list[tuple[str, str]]
) -> None:
    for one in findings(tmp_path, changed(files, *changes)):
        defect = defect_of(one.code)
        assert "unknown)" not in defect.says(one) + defect.asks(one)


def test_a_finding_tells_line_address_words_and_what_exists(tmp_path: Path) -> None:
    files = changed(FOLDERS, (FR, END, '<a href="../../en/#lamps">lampes</a>'))
    (one,) = findings(tmp_path, files)
    line = files[FR].split("\n").index('<a href="../../en/#lamps">lampes</a></main>') + 1
    assert (one.line, one.address, one.words, one.instead) == (line, "../../en/#lamps", "lampes", "../#lamps")


LANGUAGES = {"de": "de", "fr": "fr"}
ILO = ({"en": "https://un.example/", "fr": "https://un.example/fr/", "es": "https://un.example/es/"},)
OTHERS = {
    "the English version on a French page": ("fr", "https://un.example/report", "", "other-version"),
    "its first page": ("fr", "https://un.example", "", "other-version"),
    "the French version on an English page": ("en", "https://un.example/fr/report", "", "other-version"),
    "another version on a Spanish page": ("es", "http://UN.example/fr/report", "", "other-version"),
    "marked": ("fr", "https://un.example/report", 'hreflang="en"', "other-version-marked"),
    "the right version": ("fr", "https://un.example/fr/report", "", ""),
    "the right version, in English": ("en", "https://un.example/report", "", ""),
    "a language that the site has not": ("de", "https://un.example/report", "", ""),
    "another site": ("fr", "https://other.example/report", "", ""),
    "a name that begins alike": ("fr", "https://un.example.org/report", "", ""),
    "a file below the common start": ("fr", "https://un.example/media/report.pdf", "", ""),
    "a file below the start of a language": ("en", "https://un.example/fr/report.pdf", "", "other-version"),
    "a region": ("fr-CH", "https://un.example/report", "", "other-version"),
}


@pytest.mark.parametrize(("language", "to", "mark", "code"), OTHERS.values(), ids=OTHERS)
def test_sites_of_others_are_linked_in_the_language_of_the_page(
    tmp_path: Path, language: str, to: str, mark: str, code: str
) -> None:
    text = f'<html lang="{language}"><head><title>x</title></head><body><a href="{to}" {mark}>x</a></body></html>'
    assert [one.code for one in findings(tmp_path, {"index.html": text}, twins=ILO)] == [code] * bool(code)


def test_the_version_of_another_site_is_proposed(tmp_path: Path) -> None:
    text = '<html lang="fr"><body><a href="https://un.example/report?x=1#y">x</a></body></html>'
    (one,) = findings(tmp_path, {"index.html": text}, twins=ILO)
    assert one.instead == "https://un.example/fr/report?x=1#y"


def identify(text: str) -> str:
    return "fr" if " les " in f" {text.lower()} " else "en" if " the " in f" {text.lower()} " else ""


def test_words_in_another_language_are_found(tmp_path: Path) -> None:
    files = changed(FOLDERS, (FR, PROSE["fr"], PROSE["en"]))
    assert codes(findings(tmp_path, files, identify=identify)) == [("text-language", FR)]


def test_words_in_another_language_are_found_by_the_original(tmp_path: Path) -> None:
    files = changed(FOLDERS, (FR, PROSE["fr"], PROSE["en"]))
    assert codes(findings(tmp_path, files, reference="en")) == [("text-language", FR)]


@pytest.mark.parametrize("files", [FOLDERS, ROOT, ALONE, {**FOLDERS, **OIL}])
def test_words_in_the_right_language_are_left_alone(tmp_path: Path, files: Files) -> None:
    assert findings(tmp_path, files, identify=identify, reference="en") == []


def test_few_words_tell_no_language(tmp_path: Path) -> None:
    files = changed(FOLDERS, (FR, PROSE["fr"], "The lamp"))
    assert findings(tmp_path, files, identify=identify) == []


def test_languages_that_were_told_go_before_what_pages_say(tmp_path: Path) -> None:
    files = {name: text.replace('<html lang="fr"', '<html lang="en"') for name, text in FOLDERS.items()}
    found = findings(tmp_path, files, languages={"en": "en", "fr": "fr"})
    assert {one for one in codes(found) if one[0] == "wrong-language"} == {
        ("wrong-language", "fr/index.html"),
        ("wrong-language", FR),
    }


def test_varieties_of_a_language_are_told_apart(tmp_path: Path) -> None:
    both = {one: f'<html lang="{one}"><head><title>x</title></head></html>' for one in ("pt-BR", "pt-PT")}
    files = {"pt-br/x.html": both["pt-PT"], "pt-pt/x.html": both["pt-PT"]}
    found = findings(tmp_path, files, languages={"pt-br": "pt-BR", "pt-pt": "pt-PT"})
    assert codes(found) == [("wrong-language", "pt-br/x.html")]


def test_a_site_without_any_language_is_told_once(tmp_path: Path) -> None:
    files = {f"{number}.html": "<html><head><title>x</title></head></html>" for number in range(9)}
    assert codes(findings(tmp_path, files)) == [("no-language", "0.html")]


def test_a_switch_that_always_leads_to_the_first_page_is_told_once(tmp_path: Path) -> None:
    names = ("index.html", *(f"p{number}/index.html" for number in range(6)))
    files = planted({"en/": "en", "fr/": "fr"}, names)
    for name, text in files.items():
        for number in range(6):
            text = text.replace(f'/p{number}/index.html" hreflang', '/" hreflang')
        files[name] = text
    assert [one.code for one in findings(tmp_path, files)] == ["wrong-switch"]


def test_versions_that_are_all_relative_are_told_once(tmp_path: Path) -> None:
    files = {name: re.sub(f'(hreflang="..") href="{SITE}', r'\1 href="/book/', text) for name, text in THREE.items()}
    assert [one.code for one in findings(tmp_path, files)] == ["alternate-relative"]


def test_anchors_made_from_translated_headings_are_told_once(tmp_path: Path) -> None:
    files = dict(FOLDERS)
    for name in (EN, "en/index.html"):
        files = changed(
            files, (name, END, "".join(f'<h2 id="lamp{i}">x</h2><a href="#lamp{i}">x</a>' for i in range(9)))
        )
    for name in (FR, "fr/index.html"):
        files = changed(files, (name, END, "".join(f'<h2 id="feu{i}">x</h2><a href="#feu{i}">x</a>' for i in range(9))))
    assert codes(findings(tmp_path, files)) == [("translated-anchors", "fr/index.html")]


def test_a_sitemap_that_offers_an_untranslated_page_is_found(tmp_path: Path) -> None:
    entry = "<url><loc>{}</loc></url>"
    sitemap = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
    files = {**FOLDERS, **OIL, "sitemap.xml": sitemap.format(entry.format(f"{SITE}en/oil/"))}
    assert findings(tmp_path, files) == []
    files["sitemap.xml"] = sitemap.format(entry.format(f"{SITE}fr/oil/"))
    expected = [("fallback-offered", "sitemap.xml")] if kinds.kind_of("sitemap.xml") else []
    assert codes(findings(tmp_path, files)) == expected
