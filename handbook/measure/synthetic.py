"""Handbooks of any size that say nothing: for this project, and the same pages for the plain engine and theme.

A page has about 590 words: five sections and three below them, two lists, a table, five links, a box.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
_CHAPTERS = 7
_SHOWN = '\n{{ documents(3) }}\n\n{{ area("all") }}\n'
_FRONT = "---\ndescription: {}\n---\n"


def write_handbook(root: Path, folder: Path, pages: int) -> None:
    """Write a handbook of so many ``pages`` a language into ``folder``, with look and labels of that in ``root``."""
    chapters, names = _chapters(root), _names(pages)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    others = tuple(f"            {title}: " for title in _titles(root) if title not in chapters)
    kept = "\n".join(line for line in config.split("\n") if not line.startswith(others))
    _write(folder / "mkdocs.yml", f"{kept}\n{_nav(names, chapters)}")
    for name in ("macros", "overrides", "scripts", "handbook"):
        (folder / name).symlink_to(root / name)
    for code, words in _words().items():
        own = folder / (f"docs_{code}" if (root / f"docs_{code}").is_dir() else "docs")
        for name, text in _read("least.yml").items():
            said, _, facts = text.replace("TITLE", words[0].capitalize()).partition("---\n")
            _write(own / f"data/{name}.yml", said + (facts if own.name == "docs" else ""))
        shutil.copy(root / own.name / "data/labels.yml", own / "data/labels.yml")
        for name, text in _pages(names, words):
            _write(own / f"{name}.md", _FRONT.format(words[0]) + text + (_SHOWN if name == "index" else ""))


def write_plain(root: Path, folder: Path, pages: int) -> None:
    """Write the same pages for the engine, the theme and the plugin for languages as they come."""
    names = _names(pages)
    config = (_HERE / "plain.yml").read_text(encoding="utf-8")
    _write(folder / "mkdocs.yml", f"{config}{_nav(names, _chapters(root))}")
    for code, words in _words().items():
        for name, text in _pages(names, words):
            _write(folder / "docs" / code / f"{name}.md", text)


def _words() -> Mapping[str, list[str]]:
    return {code: words.split() for code, words in _read("words.yml").items()}


def _read(name: str) -> Mapping[str, str]:
    said: Mapping[str, str] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return said


def _titles(root: Path) -> list[str]:
    """Return the titles of the groups of pages, all of which have translations."""
    nav = (root / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    return re.findall(r"^ +- (.+):$", nav, re.MULTILINE)


def _chapters(root: Path) -> list[str]:
    return _titles(root)[:_CHAPTERS]


def _names(pages: int) -> list[str]:
    return ["index", *(f"page-{number}" for number in range(1, pages))]


def _nav(names: list[str], chapters: list[str]) -> str:
    lines = ["nav:", "  - index.md"]
    for number, chapter in enumerate(chapters):
        lines += [f"  - {chapter}:", *(f"      - {name}.md" for name in names[1:][number :: len(chapters)])]
    return "\n".join(lines) + "\n"


def _pages(names: list[str], words: list[str]) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(names):
        yield name, _page(random.Random(number), number, names, words)  # noqa: S311


def _page(chance: random.Random, number: int, names: list[str], words: list[str]) -> str:
    def said(count: int) -> str:
        return " ".join(chance.choices(words, k=count)).capitalize() + "."

    links = [f"[{said(2)[:-1]}]({names[(number + step) % len(names)]}.md)" for step in range(1, 6)]
    parts = [f"# {said(2)[:-1]} {number} {{ #start }}", said(40)]
    for section in range(5):
        parts += [f"## {said(3)[:-1]} {{ #part-{section} }}", said(45), f"{said(30)} {links[section]}."]
        if section < 3:
            parts += [f"### {said(2)[:-1]} {{ #part-{section}-more }}", said(35)]
        if section < 2:
            parts.append("\n".join(f"- {said(9)}" for _ in range(4)))
    table = [f"| {said(1)} | {said(1)} |", "| --- | --- |", *(f"| {said(2)} | {said(4)} |" for _ in range(4))]
    parts += ["\n".join(table), f'!!! note "{said(2)}"\n    {said(20)}']
    return "\n\n".join(parts) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
