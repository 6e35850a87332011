"""Step 4: the rendered pages become a complete tree of plain Markdown for each language.

The tree is all that the engine sees: pages with their front matter, and every other file of the words'
folders (pictures, downloads), the language's own before the reference's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from handbook.join.completeness import check_pages, missing_labels, missing_translations
from handbook.join.join import Joined, join
from handbook.join.unused import unused_entries
from handbook.kept import Kept
from handbook.problems import Problem, refuse
from handbook.read.settings import Language, Settings, read_settings
from handbook.read.words import Words, read_words
from handbook.render.calendar_file import CALENDAR, calendar_file
from handbook.render.calls import check_calls
from handbook.render.environment import macros_root
from handbook.render.notices import with_notices
from handbook.render.pages import render
from handbook.render.rendered import RenderedPage, RenderedSite
from handbook.translations.freshness import Freshness, freshness

#: What is told while a run goes on.
Tell = Callable[[str], None]
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def silent(_said: str) -> None:
    """Hear a step and say nothing."""


@dataclass(frozen=True)
class Staged:
    """A handbook after steps 1 to 4, with the tree of each language in ``folder/<code>``.

    ``words`` are what people wrote, ``fresh`` is what is said of each translation. ``missing`` counts what
    translations lack; it is above 0 only where the run was told to go on. ``remarks`` are no mistakes, but somebody
    should know. ``kept`` is what earlier runs worked out.
    """

    settings: Settings
    site: RenderedSite
    folder: Path
    words: tuple[Words, ...]
    fresh: Mapping[str, Freshness]
    missing: int
    remarks: tuple[Problem, ...] = ()
    kept: Kept = field(default_factory=Kept)


@dataclass(frozen=True)
class Gathered:
    """A handbook after steps 1 and 2; ``joined`` is None where the reference language cannot be used."""

    settings: Settings
    words: tuple[Words, ...]
    joined: Joined | None
    missing: int

    @property
    def reference(self) -> Words:
        """Return the words of the reference language."""
        return next(one for one in self.words if one.language.reference)


def gather_handbook(root: Path, allow_missing: bool, problems: list[Problem], tell: Tell, kept: Kept) -> Gathered:
    """Read and join the handbook in ``root``, adding every problem; raise `Refused` if there is nothing to go on."""
    with kept.shelf("read") as shelf:
        settings = read_settings(root, shelf=shelf)
        tell(f"1 read      {', '.join(language.folder for language in settings.languages)}")
        words = read_words(settings, problems, shelf)
    if not (root / settings.reference.folder).is_dir():
        refuse(problems)  # nothing can be said of the rest
    tell("2 join      facts and sentences")
    with kept.shelf("join") as shelf:
        joined = join(words, problems, shelf)
    missing = list(missing_translations(root, words, joined))
    if not allow_missing:
        problems.extend(missing)
    problems.extend(check_pages(settings, words))
    problems.extend(missing_labels(words))
    with kept.shelf("macros") as shelf:
        problems.extend(check_calls(macros_root(root), words, shelf))
    return Gathered(settings, words, joined, len(missing))


def stage_handbook(
    root: Path, folder: Path, allow_missing: bool, tell: Tell = silent, kept: Kept | None = None
) -> Staged:
    """Read, join, render and stage the handbook in ``root``; raise `Refused` with every problem.

    With ``allow_missing``, what has no translation is shown in the reference language, marked as such.
    """
    problems, kept = list[Problem](), kept or Kept()
    found = gather_handbook(root, allow_missing, problems, tell, kept)
    settings, words = found.settings, found.words
    if found.joined is None:
        refuse(problems)
    assert found.joined is not None
    tell(f"3 render    {sum(len(one.pages) for one in words)} pages")
    with kept.shelf("units") as shelf:
        fresh = freshness(settings, words, shelf)
    site = render(settings, words, found.joined, fresh, problems, kept)
    refuse(problems)
    site = with_notices(settings, site, fresh)
    tell("4 stage     one tree of Markdown a language")
    trees = {each.code: dict(_files(settings, words, site, each, problems)) for each in settings.languages}
    refuse(problems)
    for code, files in trees.items():
        write_tree(files, folder / code)
    remarks = tuple(unused_entries(found.reference))
    return Staged(settings, site, folder, words, fresh, found.missing, remarks, kept)


def write_tree(files: Mapping[str, bytes], folder: Path) -> None:
    """Write ``files`` into ``folder``; what is there and not one of them is deleted.

    A file that would not change is left alone, so that a program that watches the tree sees edits only.
    """
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_file() and found.relative_to(folder).as_posix() not in files:
            found.unlink()
        elif found.is_dir() and not any(found.iterdir()):
            found.rmdir()
    for path, content in files.items():
        _write(folder / path, content)


def _files(
    settings: Settings, words: tuple[Words, ...], site: RenderedSite, language: Language, problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of everything in the tree of ``language``; a later one replaces an earlier one."""
    reference = next(one for one in words if one.language.reference)
    own = next(one for one in words if one.language.code == language.code)
    for one in (reference, own):
        for path in one.assets:
            file = f"{one.language.folder}/{path}"
            try:
                yield path, (settings.root / file).read_bytes()
            except OSError as error:
                problems.append(Problem(file, 0, "the file cannot be read", found=(error.strerror or "").lower()))
    handbook = site.handbooks[language.code]
    if handbook.named("events"):
        yield CALENDAR, calendar_file(settings, language, handbook, site.homes[language.code])
    labels = handbook.named("labels")
    for path, page in site.pages[language.code].items():
        yield path, staged_page(page, language, labels).encode()


def front_of(page: RenderedPage, language: Language, labels: Mapping[str, str]) -> dict[str, object]:
    """Return the front matter of a page, which tells the theme what falls back."""
    front: dict[str, object] = {"title": page.title, "description": " ".join(page.description.split())}
    if page.hide:
        front["hide"] = list(page.hide)
    if page.language != language.code:
        front |= {"written_in": page.language, "notice": str(labels["page-not-translated"])}
    elif page.partly:
        front["notice"] = str(labels["page-partly-translated"])
    if page.translated:
        front["translated"] = page.translated
    return front


def staged_page(page: RenderedPage, language: Language, labels: Mapping[str, str]) -> str:
    """Return a page as the engine reads it: its front matter and its Markdown."""
    head = yaml.dump(
        front_of(page, language, labels), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000
    )
    return f"---\n{head}---\n{page.markdown}"


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
