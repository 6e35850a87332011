"""Step 4: the rendered pages become a complete tree of plain Markdown for each language.

The tree is all that the engine sees: pages with their front matter, and every other file of the words'
folders (pictures, downloads), the language's own before the reference's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from handbook.join.join import Joined, join
from handbook.problems import Problem, near, refuse
from handbook.read.words import Words, read_words
from handbook.render.pages import RenderedPage, RenderedSite, render
from handbook.settings import Language, Settings, read_settings

#: What is told while a run goes on.
Tell = Callable[[str], None]


def silent(_said: str) -> None:
    """Hear a step and say nothing."""


@dataclass(frozen=True)
class Staged:
    """A handbook after steps 1 to 4, with the tree of each language in ``folder/<code>``.

    ``missing`` counts what translations lack; it is above 0 only where the run was told to go on.
    """

    settings: Settings
    site: RenderedSite
    folder: Path
    missing: int


def stage_handbook(root: Path, folder: Path, allow_missing: bool, tell: Tell = silent) -> Staged:
    """Read, join, render and stage the handbook in ``root``; raise `Refused` with every problem.

    With ``allow_missing``, what has no translation is shown in the reference language, marked as such.
    """
    problems: list[Problem] = []
    settings = read_settings(root)
    tell(f"1 read      {', '.join(language.folder for language in settings.languages)}")
    words = read_words(settings, problems)
    tell("2 join      facts and sentences")
    joined = join(words, problems)
    missing = list(_missing(words, joined))
    if not allow_missing:
        problems.extend(missing)
    _check_pages(settings, words, problems)
    if joined is None:
        refuse(problems)
    assert joined is not None
    tell(f"3 render    {sum(len(one.pages) for one in words)} pages")
    site = render(settings, words, joined, problems)
    refuse(problems)
    tell("4 stage     one tree of Markdown a language")
    for language in settings.languages:
        _stage(settings, words, site, language, folder / language.code)
    return Staged(settings, site, folder, len(missing))


def _missing(words: tuple[Words, ...], joined: Joined | None) -> Iterator[Problem]:
    """Yield every sentence and page that a translation lacks."""
    reference = next(one for one in words if one.language.reference)
    for one in words:
        if joined is not None:
            yield from (each.problem for each in joined.missing.get(one.language.code, ()))
        for path in reference.pages:
            if path not in one.pages:
                file = f"{one.language.folder}/{path}"
                todo = f"Translate {reference.language.folder}/{path} into this file."
                yield Problem(file, 0, "the page is not translated: the file is missing", todo=todo)


def _check_pages(settings: Settings, words: tuple[Words, ...], problems: list[Problem]) -> None:
    """Every page is in the navigation and in the reference language, and the reverse."""
    reference = next(one for one in words if one.language.reference)
    listed = {entry.page: entry.line for entry in settings.navigation}
    for entry in settings.navigation:
        if entry.page not in reference.pages:
            wrong = f"the navigation names '{entry.page}', and there is no such page"
            todo = near(entry.page, reference.pages) or f"Create {reference.language.folder}/{entry.page}."
            problems.append(Problem(settings.config, entry.line, wrong, todo=todo))
    for one in words:
        for path in one.pages:
            file = f"{one.language.folder}/{path}"
            if path not in reference.pages:
                twin = f"{reference.language.folder}/{path}"
                todo = near(path, reference.pages) or "Write that page first, or delete this one."
                problems.append(Problem(file, 0, f"the page has no twin {twin}", todo=todo))
            elif path not in listed and one is reference:
                todo = f"Add it under 'nav' in {settings.config}."
                problems.append(Problem(file, 0, "the page is not in the navigation", todo=todo))


def _stage(settings: Settings, words: tuple[Words, ...], site: RenderedSite, language: Language, folder: Path) -> None:
    """Write the tree of ``language`` into ``folder``; what is there and not part of it is deleted.

    A file that would not change is left alone, so that a program that watches the tree sees edits only.
    """
    files = dict(_files(settings, words, site, language))
    for path, content in files.items():
        _write(folder / path, content)
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_file() and found.relative_to(folder).as_posix() not in files:
            found.unlink()
        elif found.is_dir() and not any(found.iterdir()):
            found.rmdir()


def _files(
    settings: Settings, words: tuple[Words, ...], site: RenderedSite, language: Language
) -> Iterator[tuple[str, bytes]]:
    reference = next(one for one in words if one.language.reference)
    own = next(one for one in words if one.language.code == language.code)
    for one in (reference, own):
        for path in one.assets:
            yield path, (settings.root / one.language.folder / path).read_bytes()
    labels = site.handbooks[language.code].named("labels")
    for path, page in site.pages[language.code].items():
        yield path, _page(page, language, labels).encode()


def _page(page: RenderedPage, language: Language, labels: Mapping[str, str]) -> str:
    """Return a page with its front matter, which tells the theme what falls back."""
    front: dict[str, object] = {"title": page.title, "description": " ".join(page.description.split())}
    if page.hide:
        front["hide"] = list(page.hide)
    if page.language != language.code:
        front |= {"written_in": page.language, "notice": str(labels["page-not-translated"])}
    elif page.partly:
        front["notice"] = str(labels["page-partly-translated"])
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n{page.markdown}"


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
