"""The handbook on a reader's device: a manifest a language, and a worker that keeps that language when asked to.

https://www.w3.org/TR/appmanifest/, https://www.w3.org/TR/service-workers/. The worker's program is
overrides/javascripts/sw.js; here it is told what the final site holds.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel import Locale
from babel.units import format_unit

from handbook.read.settings import Language
from handbook.render.dates import written_day
from handbook.stage import Staged

#: Files that a reader without a network does not need; a page may link to the last one.
_LEFT_OUT = ("404.html", "sw.js", "offline.json", "offline-files.json", "statements.json")
_INDEX = re.compile(r"(^|/)index\.html$")
_PICTURE = re.compile(r'class="header__home".*?<svg(?P<told>[^>]*)>(?P<drawn>.*?)</svg>', re.DOTALL)
_COLOUR = re.compile(r"--md-primary-fg-color:\s*(#[0-9a-fA-F]{3,6})")
_SIZE_OF_PICTURE = 'x="4" y="4" width="16" height="16" fill="#fff"'


def write_offline(staged: Staged, site: Path) -> None:
    """Write ``manifest.webmanifest``, ``icon.svg``, ``offline*.json`` and ``sw.js`` for every language.

    Comes after everything else that writes into ``site``: the worker knows each file by its content.
    """
    for language in staged.settings.languages:
        folder, labels = site / language.code, staged.site.handbooks[language.code].named("labels")
        _write_manifest(language, str(labels.get("offline-name") or language.site_name), folder)
        program = folder / "javascripts" / "sw.js"
        if not program.is_file():  # a look of one's own, without the worker
            continue
        rules = program.read_text(encoding="utf-8")
        program.unlink()
        kept = dict(_kept(folder))
        files = {path: _mark(content) for path, content in kept.items()}
        build = {
            "version": _mark(f"{json.dumps(files)}{rules}".encode()),
            "date": written_day(staged.settings.date, language.locale, labels),
            "size": in_words(sum(map(len, kept.values())), language.locale),
        }
        _write(folder / "offline.json", _json(build))
        told = {"version": build["version"], "files": files | {"offline.json": build["version"]}}
        _write(folder / "offline-files.json", _json(told))
        _write(folder / "sw.js", f'"use strict";\nconst VERSION = "{build["version"]}";\n{rules}')


def in_words(size: int, locale: Locale) -> str:
    """Return a number of bytes as a person says it: ``1.9 MB``, ``850 kB``."""
    if size < 1_000_000:
        return _unit(max(1, round(size / 1000)), "digital-kilobyte", locale)
    return _unit(round(size / 1_000_000, 1), "digital-megabyte", locale)


def _unit(value: float, unit: str, locale: Locale) -> str:
    short = format_unit(value, unit, "short", locale=locale)
    return short if unit not in short else format_unit(value, unit, "long", locale=locale)


def _kept(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield address, below the folder, and content of everything that a reader of this language needs."""
    files = _files(folder)
    for name, content in files.items():
        if name not in _LEFT_OUT or _linked(name, files):
            yield quote(_INDEX.sub(r"\1", name)) or "./", content


def _files(folder: Path) -> dict[str, bytes]:
    """Return the content of all files, folder by folder."""
    found: list[tuple[str, ...]] = []
    for inner, _folders, names in os.walk(folder):
        steps = Path(inner).relative_to(folder).parts
        found += [(*steps, name) for name in names]
    return {"/".join(steps): folder.joinpath(*steps).read_bytes() for steps in sorted(found)}


def _linked(name: str, files: Mapping[str, bytes]) -> bool:
    end = name.encode() + b'"'
    link = re.compile(rb'<a[^>]* href="[^"]*\b' + re.escape(end))
    return any(end in content and link.search(content) for path, content in files.items() if path.endswith(".html"))


def _write_manifest(language: Language, short: str, folder: Path) -> None:
    manifest: dict[str, Any] = {
        "lang": language.code,
        "dir": language.direction,
        "name": language.site_name,
        "short_name": short,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
    }
    picture, colours = _PICTURE.search(_read(folder / "index.html")), _read(folder / "stylesheets" / "colours.css")
    if picture and (colour := _COLOUR.search(colours)):
        box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        drawn = f"<svg{picture['told']} {_SIZE_OF_PICTURE}>{picture['drawn']}</svg>"
        _write(folder / "icon.svg", f'{box}<path fill="{colour[1]}" d="M0 0h24v24H0z"/>{drawn}</svg>\n')
        manifest["icons"] = [{"src": "icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any maskable"}]
        manifest["theme_color"] = colour[1]
    _write(folder / "manifest.webmanifest", _json(manifest))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
