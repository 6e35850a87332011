"""Over a hundred defects in a site of three languages: each is found at its line, and nothing else is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from handbook.links import Options, check_links
from tests.seeded_site import HOST, LANGUAGES, Expected, Seeded, identify, pdf, sound, write

OPTIONS = Options(
    address=HOST,
    identify=identify,
    reference="en",
    trusted=frozenset(("films.example.org",)),
    twins=({"en": "https://tools.example.org/en/", "fr": "https://tools.example.org/fr/"},),
)
#: Defects in the words of a page, by the page: each line stands in its main part.
LINES: dict[str, tuple[str, ...]] = {
    "en/": (
        '<p><a href="nothing/">The rules of the house</a>§missing-page§</p>',
        '<p><a href="hours.htm">Hours of the desk</a>§missing-page§</p>',
        '<p><a href="/en/workshop/">The workshop</a>§missing-page§</p>',
        f'<p><a href="{HOST}en/cellar/">The cellar</a>§missing-page§</p>',
        '<p><a href="hours/#nowhere">Hours in winter</a>§missing-anchor§</p>',
        '<p><a href="#nowhere">Further below</a>§missing-anchor§</p>',
        '<p><a href="hours/#Rules">Rules of hours</a>§anchor-case§</p>',
        '<p><a href="hours/#%C3%A9te">Summer hours</a>§missing-anchor§</p>',
        f'<p><a href="{HOST}en/hours/#nothing">Hours by full address</a>§missing-anchor§§own-address§</p>',
        '<p><img src="../media/none.jpg" alt="A hall">§missing-file§</p>',
        '<p><img src="../media/en/hall.jpg" srcset="../media/en/hall-2.jpg 2x" alt="A hall">§missing-file§</p>',
        '<picture><source srcset="../media/hall.webp 800w, ../media/en/hall.jpg 400w">§missing-file§',
        '<img src="../media/en/hall.jpg" alt="A hall"></picture>',
        '<video src="../media/film.mp4" controls></video>§missing-file§',
        '<video src="../media/talk.mp3" poster="../media/film.jpg"></video>§missing-file§',
        '<audio controls><source src="../media/song.mp3"></audio>§missing-file§',
        '<video src="../media/talk.mp3"><track src="../media/words.vtt" srclang="en"></video>§missing-file§',
        '<object data="../media/plan.svg"></object>§missing-file§',
        '<embed src="../media/plan.swf">§missing-file§',
        '<iframe src="../en/map/" title="Map"></iframe>§missing-page§',
        '<input type="image" src="../media/go.png" alt="Go">§missing-file§',
        '<p style="background: url(../media/wall.png)">Wall</p>§missing-file§',
        '<svg><use href="../media/sprite.svg#lantern"/></svg>§missing-anchor§',
        '<svg><image href="../media/drawn.png" width="1"/></svg>§missing-file§',
        '<form action="ask/"><button>Ask us</button></form>§missing-page§',
        '<map name="m"><area href="yard/" alt="The yard"></map>§missing-page§',
        '<blockquote cite="source.html">Words</blockquote>§missing-page§',
    ),
    "en/hours/": (
        '<p><a href="../../files/en/rules.pdf">The rules, PDF</a>§missing-file§</p>',
        '<p><a href="../../files/en/form.docx" download>A form</a>§missing-file§</p>',
        '<p><a href="../../files/en/plan.pdf#page=9">Page nine of the plan</a>§missing-anchor§</p>',
        '<p><a href="../Fees/">What tools cost</a>§wrong-case§</p>',
        '<p><img src="../../media/en/Hall.JPG" alt="A hall">§wrong-case§</p>',
        '<p><a href="../lend">How to borrow</a>§missing-slash§</p>',
        '<p><a href="../lend.md">Borrowing, in full</a>§source-link§</p>',
        '<p><a href="../../data/hours.yml">Hours as data</a>§source-link§</p>',
        '<p><a href="../../../hours/">The old site</a>§outside-folder§</p>',
        '<p><a href="../../media/">All pictures</a>§folder-without-page§</p>',
        f'<p><a href="{HOST}en/lend/">Borrowing by full address</a>§own-address§</p>',
        '<p><a href="file:///home/ann/rules.html">Rules of Ann</a>§local-file§</p>',
        '<p><a href="C:\\\\Users\\\\ann\\\\rules.docx">Rules of the board</a>§local-file§</p>',
        '<p><a href="\\\\\\\\server\\\\rules.docx">Rules of the server</a>§local-file§</p>',
        '<p><a href="http://localhost:8000/en/">As it was tried</a>§localhost§</p>',
        '<p><a href="https://127.0.0.1/en/">As it was tried again</a>§localhost§</p>',
        '<p><a href="http://192.168.1.4/">The printer</a>§localhost§</p>',
        '<p><a href="http://tools.example.net/list">A list of tools</a>§insecure§</p>',
        '<p><img src="http://films.example.org/a.jpg" alt="A film">§mixed-content§</p>',
        '<iframe src="http://films.example.org/a" title="Film"></iframe>§mixed-content§',
        '<script src="https://scripts.example.com/count.js"></script>§third-party§',
        '<iframe src="https://maps.example.com/x" title="Map"></iframe>§third-party§',
        '<p><img src="https://pixel.example.com/1.gif" alt="Logo of friends">§third-party§</p>',
        '<p><a href="htps://tools.example.net/">Tools</a>§unknown-scheme§</p>',
        '<p><a href="mialto:desk@lending.example">The desk</a>§unknown-scheme§</p>',
        '<p><a href="javascript:open()">Open it</a>§script-address§</p>',
    ),
    "en/lend/": (
        '<p><a href="mailto:">Write to nobody</a>§bad-mail§</p>',
        '<p><a href="mailto:desk.lending.example">Write to the desk</a>§bad-mail§</p>',
        '<p><a href="mailto:desk@@lending.example">Write to a clerk</a>§bad-mail§</p>',
        '<p><a href="mailto:the desk@lending.example">Write to us</a>§bad-mail§</p>',
        '<p><a href="mailto:a@lending.example;b@lending.example">Write to both</a>§bad-mail§</p>',
        '<p><a href="mailto:desk@lending">Write home</a>§bad-mail§</p>',
        '<p><a href="tel:">Call nobody</a>§bad-telephone§</p>',
        '<p><a href="tel:+41-CALL-US">Call us</a>§bad-telephone§</p>',
        '<p><a href="tel:0225550100">Call the desk</a>§loose-telephone§</p>',
        '<p><a href="https://https://tools.example.net/">Tools, twice</a>§bad-address§</p>',
        '<p><a href="https:/tools.example.net/">Tools, a slash short</a>§bad-address§</p>',
        '<p><a href="https//tools.example.net/">Tools, no colon</a>§bad-address§</p>',
        '<p><a href="http://">Tools, nowhere</a>§bad-address§</p>',
        '<p><a href="https://tools.example .net/">Tools, a blank</a>§bad-address§</p>',
        '<p><a href="https://tools.example.net/100%">Tools, all of them</a>§bad-address§</p>',
        '<p><a href="https://tools.example.net/a,">Tools, a comma</a>§untidy-address§</p>',
        '<p><a href="..\\\\fees\\\\">Fees, written backwards</a>§untidy-address§</p>',
        '<p><a href="">Words to come</a>§empty-address§</p>',
        '<p><img src="" alt="A picture to come">§empty-address§</p>',
        "<p><a>An address to come</a>§no-address§</p>",
        '<p><a href="#">A place to come</a>§placeholder-address§</p>',
        '<p id="begin">Once more</p>§duplicate-id§',
        '<p><a href="../hours/"></a>§empty-text§</p>',
        '<p><a href="../hours/"> &nbsp; </a>§empty-text§</p>',
        '<p><a href="../hours/"><img src="../../media/card.png" alt=""></a>§empty-text§</p>',
        '<p><a href="../hours/"><svg><path d="M0 0"/></svg></a>§empty-text§</p>',
        '<p><a href="../hours/">Click here</a>§vague-text§ to learn when we are open.</p>',
        '<p><a href="../fees/">here</a>§vague-text§</p>',
        '<p><a href="../rooms/">Read more…</a>§vague-text§</p>',
        '<p><a href="../rooms/north/">The room</a> is in the north,</p>',
        '<p><a href="../rooms/south/">The room</a>§same-text§ in the south.</p>',
        '<p><img src="../../media/card.png">§missing-alternative§</p>',
        '<p><img src="../../media/card.png" alt=""></p>§empty-alternative§',
        '<p><img src="../../media/card.png" alt="card.png"> is a picture.§empty-alternative§</p>',
        '<p><a href="../hours/">→</a>§vague-text§</p>',
        '<p><a href="mailto:desk@lending.example?subject=A hammer">Ask for a hammer</a>§untidy-address§</p>',
        '<p><a href="https:///tools.example.net/">Tools, a slash more</a>§bad-address§</p>',
        '<p><a href="../hours//">Hours, a slash more</a>§untidy-address§</p>',
        '<p><a href="www.example.org">Tools, no beginning</a>§missing-page§</p>',
        '<p><a href="https://tools.example.net/a/list">https://tools.example.net/a/list</a>§address-as-text§</p>',
        '<p><a href="../hours/" aria-label="">§empty-text§</a></p>',
    ),
    "en/fees/": (
        "<p>It costs {{ fees.year }} a year.§unrendered-template§</p>",
        "<p>It costs {{ fees.<em>half</em>_year }} for half a year.§unrendered-template§</p>",
        "<p>See [the rules][]§undefined-reference§ once more.</p>",
        "<p>{% if children %}§unrendered-template§ Children pay less.</p>",
        '<p><img src="../../media/card.png" alt="{{ title }}">§unrendered-template§</p>',
        "<p>It costs [[fees.month]] a month.§unrendered-name§</p>",
        "<p>Free for all {: .important }§unrendered-attributes§</p>",
        "<p>See [the rules][rules-of-fees]§undefined-reference§ for more.</p>",
        "<p>See [the rooms](../rooms/index.md)§undefined-reference§ too.</p>",
        "<p>It was raised in the year before.[^raise]§undefined-footnote§</p>",
        '<p><a href="../{{ page }}/">What is left</a>§unrendered-template§§missing-page§</p>',
        '<p><a href="/old/hours">Old hours</a>§redirect§</p>',
        '<p><a href="../moved/">What we moved</a>§redirect§</p>',
        '<p><a href="../../fr/lend/">How the French borrow</a>§language-leak§</p>',
        '<p><a href="https://tools.example.org/fr/saws">Saws of others</a>§other-version§</p>',
        '<p><a href="https://tools.example.org/fr/axes" hreflang="fr">Axes of others</a>§other-version-marked§</p>',
        '<p><a href="../../files/fr/form.pdf">The form on paper</a>§file-language§</p>',
    ),
    "fr/fees/": (
        '<p><a href="../rien/">Les règles de la maison</a>§missing-page§</p>',
        '<p><a href="../../en/lend/">Les règles du prêt</a>§language-leak§</p>',
        f'<p><a href="{HOST}en/hours/">Les heures</a>§language-leak§§own-address§</p>',
        '<p><a href="/en/hours/#rules">Les heures d’été</a>§language-leak§</p>',
        '<p><a href="../../en/only/">Une page de là-bas</a>§unmarked-language§</p>',
        '<p><a href="../../en/access/" hreflang="en">Sans marches (en anglais)</a>§could-be-local§</p>',
        '<p><a href="../rooms/" hreflang="en">Les salles (en anglais)</a>§link-language§</p>',
        '<p><a href="../hours/" hreflang="english">Heures</a>§bad-language§</p>',
        '<p><a href="../hours/">Cliquez ici</a>§vague-text§</p>',
        '<p><a href="../rooms/">En savoir plus</a>§vague-text§</p>',
        '<p><a href="https://tools.example.org/en/saws">Les scies des autres</a>§other-version§</p>',
        '<p><a href="../hours/#e%CC%81te%CC%81">Un été composé</a>§other-accents§</p>',
        '<p><a href="../../media/cafe%CC%81.png">Le café en image</a>§other-accents§</p>',
    ),
    "es/fees/": (
        '<p><a href="../nada/">Las reglas de la casa</a>§missing-page§</p>',
        '<p><a href="../../fr/lend/">Las reglas</a>§language-leak§</p>',
        '<p><a href="../../en/only/">Una página de allí</a>§unmarked-language§</p>',
        '<p><a href="../hours/">Haga clic aquí</a>§vague-text§</p>',
        '<p><a href="../rooms/">Leer más</a>§vague-text§</p>',
        "<p>Cuesta {{ precio }} al año.§unrendered-template§</p>",
        '<p><img src="../../media/en/map.png" alt="La sala en inglés">§file-language§</p>',
    ),
}


def _in_pages(site: Seeded) -> None:
    for name, lines in LINES.items():
        site.add(name, *lines)
    site.put("media/caf\u00e9.png", b"p")
    head = '<title>Only here</title><meta name="robots" content="noindex">'
    only = f'<html lang="en"><head>{head}</head><body>x</body></html>'
    site.put("en/only/index.html", only)


def _in_heads(site: Seeded) -> None:
    def own(page: str) -> str:
        return f'<link rel="canonical" href="{HOST}{page}">'

    def other(language: str, page: str) -> str:
        return f'<link rel="alternate" hreflang="{language}" href="{HOST}{page}">'

    rooms = "fr/rooms/north/"
    site.change(
        rooms,
        '<link rel="stylesheet" href="../../../look/site.css?v=12">',
        '<link rel="stylesheet" href="../site.css">§missing-file§',
    )
    site.change(
        rooms,
        "../../../look/menu.js",
        '../../../look/menus.js"></script>§missing-file§<script src="../../../look/menu.js',
    )
    site.change(
        rooms,
        'href="../../../media/icon.svg" type',
        'href="../favicon.ico">§missing-file§<link rel="icon" href="../../../media/icon.svg" type',
    )
    site.change(rooms, f'content="{HOST}media/card.png">', f'content="{HOST}media/cards.png">§missing-file§')
    site.change(
        rooms, 'rel="manifest" href="../../../app.webmanifest">', 'rel="manifest" href="../app.json">§missing-file§'
    )
    site.change(rooms, 'href="../../../fr/news.xml">', 'href="../../../fr/new.xml">§missing-file§')
    site.change(
        rooms, f'og:url" content="{HOST}fr/rooms/north/">', f'og:url" content="{HOST}fr/room/north/">§missing-page§'
    )
    site.change(
        rooms,
        "</title>",
        '</title>\n<link rel="preload" as="font" href="../round.woff">§missing-file§\n'
        '<link rel="stylesheet" href="https://fonts.example.com/css">§third-party§\n'
        '<meta name="twitter:image" content="../card.png">§missing-file§\n'
        "<style>h1 { background: url(x.png) }</style>§missing-file§",
    )
    # The address of the page itself
    site.change("en/rooms/", own("en/rooms/"), '<link rel="canonical" href="/en/rooms/">§canonical-relative§')
    site.change("en/rooms/south/", own("en/rooms/south/"), f"{own('en/')}§canonical-elsewhere§")
    site.change("sitemap.xml", f"<loc>{HOST}en/rooms/south/</loc>", f"<loc>{HOST}en/rooms/south/</loc>§sitemap-extra§")
    site.change("fr/rooms/south/", own("fr/rooms/south/"), f"{own('en/rooms/south/')}§canonical-language§")
    site.change("es/rooms/", own("es/rooms/"), "")
    site.tell("es/rooms/index.html", "canonical-missing")
    site.change(
        "es/rooms/north/", own("es/rooms/north/"), f"{own('es/rooms/north/')}\n{own('es/rooms/')}§canonical-twice§"
    )
    site.change("es/rooms/south/", own("es/rooms/south/"), f"{own('es/salas/sur/')}§missing-page§")
    # Its versions
    site.change("en/children/", other("fr", "fr/children/"), f"{other('fr', 'fr/')}§alternate-extra§")
    site.change(
        "fr/children/",
        other("en", "en/children/"),
        '<link rel="alternate" hreflang="en" href="../../en/children/">§alternate-relative§',
    )
    site.change("es/children/", other("fr", "fr/children/"), f"{other('fr', 'en/children/')}§alternate-language§")
    site.change("en/contact/", other("es", "es/contact/") + "\n", "")
    site.change("en/contact/", other("en", "en/contact/"), f"{other('en', 'en/contact/')}§alternate-missing§")
    site.change("es/contact/", other("en", "en/contact/"), f"{other('en', 'en/contact/')}§alternate-not-returned§")
    site.change("fr/contact/", other("x-default", "en/contact/"), "")
    site.change("fr/contact/", other("en", "en/contact/"), f"{other('en', 'en/contact/')}§no-default§")
    site.change(
        "en/access/",
        other("fr", "fr/access/"),
        f"{other('fr', 'fr/access/')}\n{other('fr', 'fr/lend/')}§alternate-twice§",
    )
    site.change("fr/access/", other("es", "es/access/"), f"{other('es_ES', 'es/access/')}§bad-language§")
    site.change("es/access/", other("es", "es/access/"), "")
    site.change("es/access/", other("en", "en/access/"), f"{other('en', 'en/access/')}§alternate-self§")
    site.change("es/lend/", other("fr", "fr/lend/"), f"{other('fr', 'fr/pret/')}§missing-page§")


def _in_languages(site: Seeded) -> None:
    site.change("fr/hours/", '<html lang="fr">', '<html lang="en">§wrong-language§')
    site.change("es/hours/", '<html lang="es">', "<html>§no-language§")
    site.change("fr/lend/", '<html lang="fr">', '<html lang="fr_FR">§bad-language§')
    english = sound()["en/children/index.html"]
    assert isinstance(english, str)
    words = english[english.index("<p>Whoever") : english.index('<h2 id="rules">')]
    french = sound()["fr/children/index.html"]
    assert isinstance(french, str)
    site.change("fr/children/", french[french.index("<p>Toute") : french.index('<h2 id="rules">')], words)
    site.change("fr/children/", '<html lang="fr">', '<html lang="fr">§text-language§')
    site.change("es/lend/", 'id="rules"', 'id="reglas"§other-anchors§')
    site.change("es/lend/", 'href="#rules"', 'href="#reglas"')
    # The switch
    site.change(
        "en/rooms/north/",
        'href="../../../fr/rooms/north/" hreflang="fr" lang="fr">Français</a>',
        'href="../../../fr/" hreflang="fr" lang="fr">Français</a>§wrong-switch§',
    )
    site.change("fr/rooms/", 'lang="en">English</a>', 'lang="en">Anglais</a>§switch-foreign§')
    site.change("es/rooms/", 'lang="en">English</a>', 'lang="en">Français</a>§switch-label§')
    switch = '<a href="../../../es/rooms/south/" hreflang="es" lang="es">Español</a>\n'
    site.change("en/rooms/south/", switch, "")
    site.change("en/rooms/south/", 'lang="en">English</a>', 'lang="en">English</a>§switch-missing§')
    site.change("es/children/", '<a href="../contact/">', '<a href="../../en/contact/">')
    site.change("es/children/", "Cómo encontrarnos</a>", "Cómo encontrarnos</a>§language-leak§")
    site.change(
        "es/access/",
        '<a href="../lend/">Pedir una herramienta</a>',
        '<a href="../pedir/">Pedir una herramienta</a>§missing-page§',
    )


def _in_the_folder(site: Seeded) -> None:
    site.put("en/alone/index.html", _plain("en", "en/alone/"), "orphan-page", "sitemap-missing")
    site.put("en/moved/index.html", _sending("../lend/", ""))
    site.put("en/gone/index.html", _sending("../workshops/", "§redirect-to-nothing§"))
    site.put("en/round/index.html", _sending("../about/", "§redirect-loop§"))
    site.put("en/about/index.html", _sending("../round/", "§redirect-loop§"))
    site.change(
        "_redirects",
        "/old/hours ",
        "/a /b§redirect-chain§\n/b /en/lend/\n/c /d§redirect-loop§\n/d /c§redirect-loop§\n"
        "/e /en/never/§redirect-to-nothing§\n/f§redirect-rule§\n/old/hours ",
    )
    site.change("sitemap.xml", f"<loc>{HOST}en/lend/</loc>", f"<loc>{HOST}en/lent/</loc>§sitemap-extra§")
    site.tell("en/lend/index.html", "sitemap-missing")
    site.change("sitemap.xml", f"<loc>{HOST}en/access/</loc>", "<loc>/en/access/</loc>§sitemap-address§")
    site.change(
        "sitemap.xml", f"<loc>{HOST}fr/access/</loc>", "<loc>http://lending.example/fr/access/</loc>§sitemap-address§"
    )
    site.change(
        "sitemap.xml",
        f"<loc>{HOST}es/access/</loc>",
        f"<loc>{HOST}es/access/</loc>\n</url>\n<url>\n<loc>{HOST}404.html</loc>§sitemap-extra§",
    )
    site.change(
        "sitemap.xml",
        f"<loc>{HOST}</loc>",
        f"<loc>{HOST}</loc>\n</url>\n<url>\n<loc>{HOST}en/moved/</loc>§sitemap-extra§",
    )
    site.change(
        "robots.txt",
        f"{HOST}sitemap.xml",
        f"{HOST}sitemap.xml\nSitemap: {HOST}map.xml§missing-file§\nSitemap: /sitemap.xml§sitemap-address§",
    )
    site.change("look/site.css", '"print.css" print;', '"print.css" print;\n@import url(paper.css);§missing-file§')
    site.change("look/site.css", "fonts/round.woff2", "fonts/Round.woff2")
    site.change("look/site.css", 'format("woff2"); }', 'format("woff2"); }§wrong-case§')
    site.change("look/site.css", "paper.png); }", "papers.png); }§missing-file§")
    site.change("app.webmanifest", '"media/icon.svg"', '"media/icons.svg"§missing-file§')
    site.change("app.webmanifest", '"scope": "./"', '"scope": "/fr/"§manifest-scope§')
    site.change(
        "calendar.ics",
        f"URL:{HOST}en/hours/",
        f"URL:{HOST}en/hour/§missing-page§\nATTACH:/files/en/plan.pdf§relative-address§",
    )
    site.change("media/sprite.svg", "../en/hours/", '../en/hour/"/>§missing-page§<a href="../en/hours/')
    site.change("feed.json", f"{HOST}en/lend/", f"{HOST}en/lent/")
    site.change("feed.json", '{"id": "1",', '{"id": "1",§missing-page§')
    site.add("fr/news.xml", f"<item><link>{HOST}fr/loin/</link></item>§missing-page§")
    site.add("es/news.xml", "<item><link>/es/hours/</link></item>§relative-address§")
    site.files["files/es/plan.pdf"] = pdf(f"{HOST}es/salas/")
    site.tell("files/es/plan.pdf", "missing-page")
    site.put("data/broken.webmanifest", '{"icons": [\n§damaged§')
    site.put("media/broken.svg", '<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n</svg>§damaged§\n')
    latin = _plain("fr", "fr/vieux/").replace("Page", "Été").encode("latin-1")
    site.put("fr/vieux/index.html", latin, "orphan-page", "sitemap-missing")
    site.whole["fr/vieux/index.html", 2, "wrong-encoding"] += 1


def _sending(address: str, mark: str = "") -> str:
    head = "<title>Moved</title>\n"
    order = f'<meta http-equiv="refresh" content="0; url={address}">{mark}'
    return f'<!doctype html><html lang="en"><head>{head}{order}</head></html>\n'


def _plain(language: str, address: str) -> str:
    head = f'<link rel="canonical" href="{HOST}{address}"><link rel="icon" href="/media/icon.svg">'
    switch = "".join(f'<a href="/{one}/" hreflang="{one}">{name}</a> ' for one, name in LANGUAGES.items())
    return (
        f'<!doctype html><html lang="{language}">\n<head><title>Page</title>{head}</head><body>{switch}</body></html>\n'
    )


def seeded() -> Seeded:
    site = Seeded()
    for put in (_in_pages, _in_heads, _in_languages, _in_the_folder):
        put(site)
    return site


def found(folder: Path, options: Options = OPTIONS) -> Expected:
    return Counter((one.file, one.line, one.code) for one in check_links(folder, options))


def test_each_seeded_defect_is_found_at_its_line_and_nothing_else(tmp_path: Path) -> None:
    site = seeded()
    expected, told = site.expected(), found(site.write(tmp_path))
    assert told - expected == Counter()
    assert expected - told == Counter()
    assert expected.total() > 120
    assert len({code for _, _, code in expected}) > 65


@pytest.mark.parametrize("options", [Options(), OPTIONS])
def test_the_sound_site_gives_nothing(tmp_path: Path, options: Options) -> None:
    assert found(write(tmp_path, sound()), options) == Counter()
