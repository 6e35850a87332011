"""What the HTML of a page is made from, as marks by which it can be kept.

An article depends on its words, the settings, and which files there are (its links lead to them); a whole page also
on what all pages of its language share: templates, titles, labels, the day.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from handbook.build.job import LANGUAGE, SHARED, Job
from handbook.kept import mark_of

#: The plugins and the hooks whose work depends on nothing but what is marked here.
_PLUGINS = frozenset(("i18n",))
_HOOKS = Path(__file__).parents[2] / "scripts" / "mkdocs_hooks.py"
#: Extensions that look at more than the words: at other files, or at pages of the web.
_LOOKING_ELSEWHERE = frozenset(("pymdownx.snippets", "pymdownx.b64", "pymdownx.magiclink", "pymdownx.blocks.snippets"))
_OWN_EXTENSIONS = re.compile(r"(?:markdown\.extensions\.)?[a-z_]+|pymdownx\.[a-z.]+")
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9_]+\b")


class Marks:
    """The marks of one language's pages."""

    def __init__(self, job: Job) -> None:
        self.job, self.root = job, job.settings.root
        self.config = (self.root / job.settings.config).read_bytes()

    @cached_property
    def lasting(self) -> bool:
        """Return whether a page that was made from the same marks can be used again.

        A plugin, a hook or an extension of somebody's own may look at anything, so nothing is kept then.
        """
        tree = self._tree
        names = {part: set(_names(tree.get(part))) for part in ("plugins", "hooks", "markdown_extensions")}
        extensions = names["markdown_extensions"]
        known = all(map(_OWN_EXTENSIONS.fullmatch, extensions)) and not extensions & _LOOKING_ELSEWHERE
        hooks = all((self.root / hook).resolve() == _HOOKS.resolve() for hook in names["hooks"])
        return known and hooks and names["plugins"] <= _PLUGINS and "INHERIT" not in tree

    @cached_property
    def articles(self) -> dict[str, str]:
        """Return the mark of each page's article by the page's path."""
        staged, files = self.job.staged, "\n".join(self.files)
        same = mark_of(self.config, self.job.language, self.job.settings.site_url, files, *self._environment())
        return {path: mark_of("article", same, path, (staged / path).read_bytes()) for path in self.job.translated}

    @cached_property
    def pages(self) -> dict[str, str]:
        """Return the mark of each page's HTML by the page's path."""
        job = self.job
        return {
            path: mark_of("page", self.frame, article, job.translated[path]) for path, article in self.articles.items()
        }

    @cached_property
    def rest(self) -> str:
        """Return the mark of all files beside the pages."""
        others = [path for path in self.files if path not in self.job.translated]
        return mark_of("rest", self.frame, *(part for path in others for part in (path, self._staged(path))))

    @cached_property
    def frame(self) -> str:
        """Return the mark of what every page of the language shares."""
        job = self.job
        titles = [(path, *map(front.get, SHARED)) for path, front in job.fronts.items()]
        told = (job.language, job.settings.site_url, job.settings.date, titles, job.labels, job.offers)
        home = job.translated.get("index.md")
        looks = (part for path in self._look() for part in (path, path.read_bytes()))
        return mark_of(self.config, *told, home, *self._environment(), "\n".join(self.files), *looks)

    @cached_property
    def files(self) -> list[str]:
        """Return the paths of the staged files."""
        staged = self.job.staged
        return sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())

    def _staged(self, path: str) -> bytes:
        return (self.job.staged / path).read_bytes()

    def _environment(self) -> Iterator[str]:
        """Yield the variables that the settings may name."""
        for name in sorted(set(_VARIABLE.findall(self.config.decode("utf-8", "replace"))) & os.environ.keys()):
            if name != LANGUAGE:  # set by each job itself
                yield f"{name}={os.environ[name]}"

    @property
    def _tree(self) -> dict[str, Any]:
        return _tree(self.config)

    def _look(self) -> Iterator[Path]:
        """Yield the files, and those in the folders, that the settings name, but for the words and what is made."""
        words = [(self.root / language.folder).resolve() for language in self.job.settings.languages]
        told = {name: value for name, value in self._tree.items() if name not in ("docs_dir", "site_dir", "nav")}
        for word in sorted({*_scalars(told)}):
            path = (self.root / word).resolve()
            if not any(one.is_relative_to(path) or path.is_relative_to(one) for one in words):
                found = [path] if path.is_file() else path.rglob("*") if path.is_dir() else []
                yield from sorted(one for one in found if one.is_file() and one.suffix != ".pyc")


def _scalars(tree: object) -> Iterator[str]:
    """Yield every word that could name a file."""
    if isinstance(tree, Mapping):
        yield from (one for child in tree.values() for one in _scalars(child))
    elif isinstance(tree, list):
        yield from (one for child in tree for one in _scalars(child))
    elif isinstance(tree, str) and tree.strip("./ ") and len(tree) < 200 and "\n" not in tree:
        yield tree


_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Bare(_Fast):  # type: ignore[misc]
    """Reads settings without knowing the engine's own tags."""


_Bare.add_multi_constructor("", lambda _loader, _suffix, _node: None)


@cache
def _tree(config: bytes) -> dict[str, Any]:
    """Return the settings of the engine; every language has the same."""
    tree = yaml.load(config, Loader=_Bare)  # noqa: S506
    return tree if isinstance(tree, dict) else {}


def _names(listed: object) -> Iterator[str]:
    """Yield the names in a list of plugins, hooks or extensions, each with or without options."""
    for one in listed if isinstance(listed, list | dict) else ():
        yield from map(str, one) if isinstance(one, Mapping) else (str(one),)
