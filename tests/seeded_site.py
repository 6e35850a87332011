"""A sound site in three languages, as several people would write it by hand, and what is put into it wrongly.

A mark ``§code§`` in the words of a seed tells which defect is to be found on its line; the marks are taken out before
the files are written. What concerns a whole file is told at line 0.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

HOST = "https://lending.example/"
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}
Expected = Counter[tuple[str, int, str]]
Files = dict[str, str | bytes]

TITLES = {
    "": ("The lending library", "La bibliothèque de prêt", "La biblioteca de préstamo"),
    "hours/": ("When we are open", "Quand nous ouvrons", "Cuándo abrimos"),
    "lend/": ("To borrow a tool", "Emprunter un outil", "Pedir una herramienta"),
    "fees/": ("What it costs", "Ce que cela coûte", "Lo que cuesta"),
    "rooms/": ("Our rooms", "Nos salles", "Nuestras salas"),
    "rooms/north/": ("The north room", "La salle nord", "La sala norte"),
    "rooms/south/": ("The south room", "La salle sud", "La sala sur"),
    "children/": ("For children", "Pour les enfants", "Para la infancia"),
    "contact/": ("How to reach us", "Nous joindre", "Cómo encontrarnos"),
    "access/": ("Without steps", "Sans marches", "Sin escalones"),
}
PROSE = {
    "en": "Whoever lives in the town can borrow what the library keeps, from a hammer to a ladder, and brings it "
    "back within a month so that the next person does not have to wait for it. Those who know how to repair things "
    "meet on Thursday in the evening and show it to others, which costs nothing and is open to everybody.",
    "fr": "Toute personne qui habite la ville peut emprunter ce que la bibliothèque conserve, du marteau à l’échelle, "
    "et le rapporte dans le mois afin que la personne suivante ne doive pas attendre. Celles et ceux qui savent "
    "réparer se retrouvent le jeudi soir et le montrent aux autres, ce qui ne coûte rien et reste ouvert à tous.",
    "es": "Quien vive en la ciudad puede llevarse lo que guarda la biblioteca, desde un martillo hasta una escalera, "
    "y lo devuelve antes de un mes para que la persona siguiente no tenga que esperar. Quienes saben reparar cosas se "
    "reúnen los jueves por la tarde y lo enseñan a los demás, lo que no cuesta nada y está abierto a todo el mundo.",
}
_NO_PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lost</title><meta name="robots" '
_NO_PAGE += 'content="noindex"></head>\n<body><p>There is nothing here. <a href="/">Begin again</a></p></body></html>\n'
_ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


def identify(text: str) -> str:
    """Return the language of a text by the small words that are in it."""
    small = {"en": ("the", "and", "which"), "fr": ("et", "le", "du"), "es": ("los", "una", "y")}
    words = text.lower().split()
    found = {language: sum(map(words.count, each)) for language, each in small.items()}
    best = max(found, key=lambda one: found[one])
    return best if found[best] > 3 else ""


def _page(language: str, slug: str) -> str:
    """Return a sound page: head, menus, switch, words, foot, each thing on a line of its own."""
    number, up = list(LANGUAGES).index(language), "../" * (slug.count("/") + 1)
    home = up.removeprefix("../") or "./"
    title, address = TITLES[slug][number], f"{HOST}{language}/{slug}"
    picture = f"{up}media/{language}/hall.jpg"
    lines = [
        "<!doctype html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{title}</title>",
        f'<link rel="canonical" href="{address}">',
        *(f'<link rel="alternate" hreflang="{one}" href="{HOST}{one}/{slug}">' for one in LANGUAGES),
        f'<link rel="alternate" hreflang="x-default" href="{HOST}en/{slug}">',
        f'<link rel="stylesheet" href="{up}look/site.css?v=12">',
        f'<link rel="icon" href="{up}media/icon.svg" type="image/svg+xml">',
        f'<link rel="manifest" href="{up}app.webmanifest">',
        f'<link rel="alternate" type="application/rss+xml" title="News" href="{up}{language}/news.xml">',
        f'<meta property="og:image" content="{HOST}media/card.png">',
        f'<meta property="og:url" content="{address}">',
        f'<script src="{up}look/menu.js" defer></script>',
        "</head>",
        "<body>",
        f'<header><a href="{home}"><img src="{up}media/icon.svg" alt="{TITLES[""][number]}"></a></header>',
        "<nav>",
        *(f'<a href="{home}{one}">{names[number]}</a>' for one, names in TITLES.items() if one),
        "</nav>",
        '<nav class="languages">',
        *(f'<a href="{up}{one}/{slug}" hreflang="{one}" lang="{one}">{name}</a>' for one, name in LANGUAGES.items()),
        "</nav>",
        "<main>",
        f'<h1 id="begin">{title}</h1>',
        f"<p>{PROSE[language]}</p>",
        f'<h2 id="rules">{number + 1}. {title}</h2>',
        f'<img src="{picture}" srcset="{picture} 1x, {picture}?big 2x" alt="{title}">',
        f'<img src="{_ICON}" alt="">',
        f'<p id="été"><a href="{home}hours/#%C3%A9t%C3%A9">{title}: été</a> <a href="#rules">{title}: 2</a></p>',
        f'<p><a href="{up}files/{language}/plan.pdf">PDF: {title}</a> <a href="{home}rooms/north/#rules">N–S</a></p>',
        '<p><a href="mailto:desk@lending.example?subject=Hammer%20and%20ladder">desk@lending.example</a></p>',
        '<p><a href="tel:+41-22-555-01-00">+41 22 555 01 00</a></p>',
        '<p><code>{{ words }}</code> <kbd>[a][b]</kbd> <a href="https://tools.example.net/">tools.example.net</a></p>',
        "<!-- here -->",
        "</main>",
        f'<footer><a href="{up}calendar.ics">{TITLES["hours/"][number]}: .ics</a></footer>',
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _chooser() -> str:
    heads = "\n".join(f'<link rel="alternate" hreflang="{one}" href="{HOST}{one}/">' for one in LANGUAGES)
    links = "\n".join(f'<a href="{one}/" hreflang="{one}" lang="{one}">{name}</a>' for one, name in LANGUAGES.items())
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Library</title>\n'
        f'<link rel="canonical" href="{HOST}">\n{heads}\n<link rel="alternate" hreflang="x-default" href="{HOST}">\n'
        f"</head>\n<body>\n{links}\n</body>\n</html>\n"
    )


def _sitemap() -> str:
    addresses = [HOST, *(f"{HOST}{language}/{slug}" for language in LANGUAGES for slug in TITLES)]
    entries = "\n".join(f"<url>\n<loc>{one}</loc>\n</url>" for one in addresses)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{entries}\n</urlset>\n'


def _news(language: str) -> str:
    title = TITLES[""][list(LANGUAGES).index(language)]
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n<title>{title}</title>\n'
        f"<link>{HOST}{language}/</link>\n<description>{title}</description>\n<item>\n<title>1</title>\n"
        f'<link>{HOST}{language}/hours/#rules</link>\n<enclosure url="{HOST}media/talk.mp3" length="1" '
        f'type="audio/mpeg"/>\n</item>\n<!-- here -->\n</channel>\n</rss>\n'
    )


CSS = """@import "print.css" print;
@font-face { font-family: Round; src: url("fonts/round.woff2") format("woff2"); }
body { background: url(../media/paper.png); }
/* url(nothing.png) */
.lamp { mask: url(#lamp); }
"""
MANIFEST = """{
  "name": "Library",
  "start_url": "en/",
  "scope": "./",
  "icons": [
    {"src": "media/icon.svg", "sizes": "any"}
  ]
}
"""
CALENDAR = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Library//EN
BEGIN:VEVENT
UID:1@lending.example
DTSTART:20270105T180000Z
SUMMARY:Repair
URL:{HOST}en/hours/
END:VEVENT
END:VCALENDAR
"""
REDIRECTS = """# where pages were before
/old/hours /en/hours/ 301
/old/rooms/* /en/rooms/:splat 301
"""
SPRITE = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<symbol id="lamp"><path d="M0 0"/></symbol>
<use href="#lamp"/>
<a href="../en/hours/"><text>Hours</text></a>
</svg>
"""
JSON_FEED = f"""{{
  "version": "https://jsonfeed.org/version/1.1",
  "home_page_url": "{HOST}en/",
  "items": [
    {{"id": "1", "url": "{HOST}en/lend/"}}
  ]
}}
"""


def pdf(*addresses: str) -> bytes:
    """Return a PDF file of one page with links to addresses."""
    from pypdf import PdfWriter
    from pypdf.annotations import Link

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for address in addresses:
        writer.add_annotation(0, Link(rect=(0, 0, 50, 50), url=address))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def sound() -> Files:
    """Return a site with which nothing is wrong."""
    files: Files = {f"{one}/{slug}index.html": _page(one, slug) for one in LANGUAGES for slug in TITLES}
    files |= {f"{one}/news.xml": _news(one) for one in LANGUAGES}
    files |= {f"media/{one}/hall.jpg": one.encode() for one in LANGUAGES}
    files |= {f"media/{one}/map.png": one.encode() for one in LANGUAGES}
    files |= {f"files/{one}/form.pdf": pdf(f"{HOST}{one}/lend/") for one in LANGUAGES}
    files |= {f"files/{one}/plan.pdf": pdf(f"{HOST}{one}/rooms/") for one in LANGUAGES}
    files |= {"index.html": _chooser(), "404.html": _NO_PAGE, "sitemap.xml": _sitemap()}
    files |= {"robots.txt": f"User-agent: *\nDisallow:\nSitemap: {HOST}sitemap.xml\n", "_redirects": REDIRECTS}
    files |= {"look/site.css": CSS, "look/print.css": "p { color: black }\n", "look/menu.js": "// menu\n"}
    files |= {"look/fonts/round.woff2": b"w", "media/paper.png": b"p", "media/card.png": b"p", "media/talk.mp3": b"m"}
    files |= {"media/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n', "media/sprite.svg": SPRITE}
    files |= {"app.webmanifest": MANIFEST, "calendar.ics": CALENDAR, "feed.json": JSON_FEED}
    return files


_MARK = re.compile(r"§([a-z-]+)§")


class Seeded:
    """A site into which defects are put: its files, and what is to be found in them."""

    def __init__(self) -> None:
        self.files = sound()
        self.whole: Expected = Counter()

    def add(self, name: str, *lines: str) -> None:
        """Put lines where a file says that there is room; a page is named by its address."""
        self.change(name, "<!-- here -->", "\n".join((*lines, "<!-- here -->")))

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words, which stand once in a file, by others."""
        name = f"{name}index.html" if name.endswith("/") else name
        text = self.files[name]
        if not isinstance(text, str) or text.count(old) != 1:
            raise ValueError(f"{name}: '{old}' does not stand there once")
        self.files[name] = text.replace(old, new)

    def put(self, name: str, content: str | bytes, *codes: str) -> None:
        """Write a file, of which as a whole some defects are to be told."""
        self.files[name] = content
        self.tell(name, *codes)

    def tell(self, name: str, *codes: str) -> None:
        """Note what is to be told of a whole file."""
        self.whole.update((name, 0, code) for code in codes)

    def expected(self) -> Expected:
        """Return what is to be found, with the number of each."""
        return self.whole + Counter(_marked(self.files))

    def write(self, root: Path) -> Path:
        """Write the files into a folder, without the marks."""
        return write(root, {n: _MARK.sub("", t) if isinstance(t, str) else t for n, t in self.files.items()})


def _marked(files: Mapping[str, str | bytes]) -> Iterator[tuple[str, int, str]]:
    for name, text in files.items():
        for number, line in enumerate(text.split("\n") if isinstance(text, str) else (), 1):
            yield from ((name, number, code) for code in _MARK.findall(line))


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
