"""What MkDocs objects to, said at the place where a person wrote it."""

from __future__ import annotations

import posixpath
import re
import traceback
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from jinja2 import TemplateError

from handbook.problems import Problem
from handbook.read.places import written_at

_PAGE = re.compile(r"(?:Doc file|page|file) '([^']+\.md)'")
_LINK = re.compile(r"link '([^']+)'|reference to '([^']+)'")
_OPTION = re.compile(r"Config value '(\w+)'")
#: So alike two paths are where one may be meant for the other (of 1).
_LIKE = 0.6
_GUESS = re.compile(r"Did you mean '[^']+'\?")


def warned(root: Path, config: str, files: Mapping[str, str], said: str) -> Problem:
    """Return the problem behind a warning. ``files`` maps a page's path to the file a person wrote."""
    page, link = _PAGE.search(said), _LINK.search(said)
    file = files.get(page[1], config) if page else config
    if not link or file == config:
        line = _option_line(root / config, said)
        return Problem(config, line, _sentence(said), todo="See mkdocs.yml and overrides/.")
    address = link[1] or link[2]
    place = written_at(root, file, address)
    guess = _GUESS.search(said)
    if "absolute link" in said:
        wrong = f"the link '{address}' starts at the root of the server"
        return Problem(*place, wrong, "a path from this page, such as other.md", todo=guess[0] if guess else "")
    todo = guess[0] if guess else _meant(address, page[1] if page else "", files)
    return Problem(*place, f"the link '{address}' leads to nothing", todo=todo)


def _meant(address: str, page: str, pages: Iterable[str]) -> str:
    """Return what is to be done about an address that leads to no page."""
    path, mark, anchor = address.partition("#")
    here = posixpath.dirname(page) or "."
    there = [posixpath.relpath(other, here) for other in pages]
    named = _alike(path, there) if path.endswith(".md") and path not in there else ""
    if named and mark:
        named = f"{named[:-2]}#{anchor}'?"
    return named or "Correct the address, or the anchor after '#'."


def _alike(path: str, there: Iterable[str]) -> str:
    """Return ``Did you mean 'x'?`` for the path that resembles ``path``, as a whole or in its last part."""

    def likeness(other: str) -> float:
        one, two = path.removesuffix(".md"), other.removesuffix(".md")
        pairs = ((one, two), (posixpath.basename(one), posixpath.basename(two)))
        return max(SequenceMatcher(None, *pair).ratio() for pair in pairs)

    best = max(there, key=likeness, default="")
    return f"Did you mean '{best}'?" if best and likeness(best) >= _LIKE else ""


def stopped(root: Path, config: str, error: Exception) -> Problem:
    """Return the problem behind an error that ended the build: in a template, or in what mkdocs.yml names."""
    if not isinstance(error, TemplateError):
        wrong = f"MkDocs stopped: {type(error).__name__}: {_sentence(str(error))}"
        return Problem(config, 0, wrong, todo="See its plugins and extensions.")
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    templates = [frame for frame in frames if frame[0].endswith(".html")]
    file, line = templates[-1] if templates else (config, 0)
    if getattr(error, "filename", None):
        file, line = str(getattr(error, "filename", "")), int(getattr(error, "lineno", 0))
    place = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file
    return Problem(place, line, f"the template is not well formed: {_sentence(str(error))}", todo="See overrides/.")


def _sentence(said: str) -> str:
    """Return a message on one line, without the traceback that it may hold."""
    lines = said.strip().split("\n")
    traced = any(line.startswith('  File "') for line in lines)
    return " ".join(" ".join([lines[0], lines[-1]] if traced else lines).split()).rstrip(".")


def _option_line(config: Path, said: str) -> int:
    """Return the line of ``mkdocs.yml`` that holds the option of a complaint, or 0."""
    option = _OPTION.search(said)
    lines = config.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if option and line.startswith(f"{option[1]}:")), 0)
