"""Which units have other words than at a revision of git."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from handbook.problems import CouldNotRun
from handbook.read.pages import parse_page
from handbook.read.settings import Language
from handbook.read.words import Words
from handbook.read.yaml import parse
from handbook.translations.data_units import data_units
from handbook.translations.gather import Gathered
from handbook.translations.page_units import page_units
from handbook.translations.site_units import site_units
from handbook.translations.unit import Unit, plain

_NUMBER = re.compile(r"-\d+$")


def touched_since(gathered: Gathered, code: str, revision: str) -> set[str]:
    """Return the keys of the units of a language whose words differ from those at a git revision.

    What is not committed yet counts, typography does not. Raises `CouldNotRun` where git or the revision
    is missing.
    """
    root, language = gathered.settings.root, gathered.settings.language(code)
    changed = changed_files(root, revision)
    touched: set[str] = set()
    for file in {unit.file for unit in gathered.units[code]} & changed:
        then = {_identity(unit) for unit in _units_then(root, revision, file, language)}
        now = (unit for unit in gathered.units[code] if unit.file == file)
        touched.update(unit.key for unit in now if _identity(unit) not in then)
    return touched


def changed_files(root: Path, revision: str) -> set[str]:
    """Return the files below ``root`` that are not what they were at a revision, new ones too."""
    if revision.startswith("-"):
        raise CouldNotRun(f"'{revision}' is no revision of git")  # nor an option, which git would obey
    _git(root, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    names = _git(root, "diff", "--name-only", "--relative", "-z", revision, "--", ".").split("\0")
    names += _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")
    return set(filter(None, names))


def _identity(unit: Unit) -> tuple[str, str]:
    """Return what a unit says and where; the number of a block does not count, since blocks move."""
    return (_NUMBER.sub("", unit.key) if "#" in unit.key else unit.key), plain(unit.text)


def _units_then(root: Path, revision: str, file: str, language: Language) -> Iterator[Unit]:
    try:
        text = _git(root, "show", f"{revision}:./{file}").replace("\r\n", "\n")
    except CouldNotRun:
        return  # the file is new
    inner = file.removeprefix(f"{language.folder}/")
    if inner == file:
        config = parse(file, text, [], engine_tags=True)
        yield from site_units(config, language) if config is not None else ()
    elif inner.endswith(".md"):
        yield from page_units(Words(language, {}, {inner: parse_page(inner, file, text, [])}, []))
    else:
        name = inner.removeprefix("data/").removesuffix(".yml")
        yield from data_units(Words(language, {name: parse(file, text, [])}, {}, []))


def _git(root: Path, *words: str) -> str:
    environment = os.environ | {"LC_ALL": "C"}  # what it says is read here, in English
    try:
        done = subprocess.run(["git", *words], cwd=root, env=environment, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        raise CouldNotRun("git is not installed; name the pages or texts instead of a revision") from None
    if done.returncode:
        raise CouldNotRun(_why(words, done.stderr.decode(errors="replace").strip().partition("\n")[0]))
    return done.stdout.decode(errors="replace")


def _why(words: tuple[str, ...], said: str) -> str:
    """Return why git did not do what ``words`` ask, from what it ``said`` first."""
    if "not a git repository" in said:
        return "there is no history of git here; name the pages or texts instead of a revision"
    if words[0] == "rev-parse":
        revision = words[-1].removesuffix("^{commit}")
        return f"git knows no revision '{revision}' here; name the pages or texts instead"
    return f"git refused: {said}"
