"""Search: one Pagefind index a language, of sections; what a page shows is found by the anchor it stands under.

Each section becomes a record, a small HTML file that Pagefind reads and that is not published. A record says the
title, the words, and words that are found but not shown: short and full names from the glossary, letters taken
apart (``œ``), the abbreviations of other languages.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from handbook.finish.found_by import FoundBy, vocabulary
from handbook.finish.search_records import found_sections, record_of
from handbook.finish.search_words import read_search_words
from handbook.finish.sections import Section
from handbook.problems import CouldNotRun, Problem, refuse
from handbook.stage import Staged

#: The folder of the index, inside the folder of its language.
FOLDER = "pagefind"
#: Its interfaces, which are not used, and its worker: the program runs in the page.
_UNUSED = ("pagefind-*.js", "pagefind-*.css")


def write_search(staged: Staged, site: Path) -> None:
    """Write ``<language>/pagefind/`` for every language, side by side.

    Raises `Refused` if the words that people type cannot be used, `CouldNotRun` if Pagefind fails.
    """
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        runs = []
        for language in staged.settings.languages:
            code, records, target = language.code, Path(folder, language.code), site / language.code / FOLDER
            typed = read_search_words(staged.settings.root, language.folder, problems)
            found_by = FoundBy(staged, code, typed)
            found = list(found_sections(site / code, found_by))
            problems.extend(typed.unknown({section.anchor for _path, section, _chapter in found}))
            _write(records, {path: record_of(section, found_by, code) for path, section, _chapter in found})
            runs.append((running.enter_context(_started(records, target, code)), target, found, found_by))
        for run, target, found, found_by in runs:
            _said, wrong = run.communicate()
            if run.returncode:
                raise CouldNotRun(f"Pagefind could not write the search: {wrong.strip() or run.returncode}")
            _clear(target)
            known = vocabulary(found_by.known(section) for _path, section, _chapter in found)
            (target / "words.txt").write_text(known, encoding="utf-8", newline="\n")
            marks = _marks(found, _numbers(target), found_by)
            (target / "marks.json").write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8", newline="\n")
    refuse(problems)


def _started(records: Path, target: Path, code: str) -> subprocess.Popen[str]:
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        command = [str(get_executable()), "--quiet", "--site", str(records), "--output-path", str(target)]
    except (ImportError, FileNotFoundError):
        raise CouldNotRun("Pagefind is not installed; install requirements.txt") from None
    command += ["--force-language", code.partition("-")[0]]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603


def _numbers(target: Path) -> dict[str, str]:
    """Return what Pagefind calls each record, by the record's path."""
    numbers = {}
    for file in (target / "fragment").glob("*.pf_fragment"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        numbers[unquote(fragment["url"].lstrip("/"))] = file.stem
    return numbers


def _marks(found: Sequence[tuple[str, Section, str]], numbers: Mapping[str, str], found_by: FoundBy) -> dict[str, Any]:
    """Return chapter and rank of every record, and the names and the typed words that some have.

    Pagefind's own filters would do; but it writes them in any order, so that two builds differ.
    """
    chapters = list(dict.fromkeys(chapter for _path, _section, chapter in found if chapter))
    sections: dict[str, tuple[int, str]] = {}
    names: dict[str, str] = {}
    others: dict[str, str] = {}
    finds: dict[str, str] = {}
    chosen: set[str] = set()
    for path, section, chapter in found:
        number = numbers.get(unquote(path))
        if number is None:
            continue  # Pagefind leaves out a page without a word of its own
        sections[number] = (chapters.index(chapter) if chapter else -1, found_by.rank(section))
        names.update(dict.fromkeys(found_by.own_names(section), number))
        others.update(dict.fromkeys(found_by.other_names(section), number))
        if section.anchor not in chosen and (typed := found_by.typed.found_by.get(section.anchor)):
            chosen.add(section.anchor)
            finds[number] = ",".join(typed)
    marks = {"chapters": chapters, "sections": sections, "names": others | names}  # its own names go before
    typed_words = found_by.typed
    return marks | {
        "finds": finds,
        "unanswered": ",".join(typed_words.unanswered),
        "silent": " ".join(typed_words.silent),
    }


def _clear(target: Path) -> None:
    """Delete what the search of the handbook does not load."""
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
    programs = sorted(target.glob("wasm.*.pagefind"))
    for file in programs:
        if len(programs) > 1 and file.name == "wasm.unknown.pagefind":
            file.unlink()


def _write(folder: Path, records: Mapping[str, str]) -> None:
    folder.mkdir()
    for path, record in records.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(record, encoding="utf-8", newline="\n")
