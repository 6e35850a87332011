"""The commands of ``scripts/translations.py``: each returns what it says, line by line, and an exit code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from handbook.problems import refuse
from handbook.read.words import MEMORY
from handbook.translations.accept import Accepted, check_acceptable, forget, unused_files
from handbook.translations.accept import accept as remember
from handbook.translations.exchange.pack import pack as packed
from handbook.translations.exchange.po import po
from handbook.translations.exchange.unpack import unpack as unpacked
from handbook.translations.exchange.xliff import xliff
from handbook.translations.finding import Pair
from handbook.translations.gather import Gathered, gather
from handbook.translations.messages import Catalogue
from handbook.translations.messages.problems import problem_text
from handbook.translations.status import Task, tasks
from handbook.translations.work.meant import chosen_pairs, codes, other_folders, pairs_since, readable
from handbook.translations.work.status_text import status_text
from handbook.translations.writing.homes import home
from handbook.translations.writing.new_files import site_file
from handbook.write.files import write_together

Said = tuple[list[str], int]


def status(root: Path, words: Catalogue, language: str | None, what: Sequence[str]) -> Said:
    """Say what is to be done for the translations; exit code 1 if there is anything."""
    gathered = gather(root)
    others = other_folders(gathered, language)
    wrong = [problem for problem in gathered.problems if problem.file.partition("/")[0] not in others]
    said = [words.word("mend-first", problem=problem_text(problem, words)) for problem in wrong]
    todo: list[Task] = []
    for code in codes(gathered, language):
        pairs = readable(gathered, code, chosen_pairs(gathered, code, what, language))
        if what and not pairs:
            continue
        found = _tasks(gathered, code, pairs)
        todo += found
        name = gathered.settings.language(code).name
        said += [*([""] if said else []), *status_text(name, code, found, len(pairs), words)]
    if any(task.changes for task in todo):
        said += ["", words.word("legend")]
    return said, int(bool(todo or wrong))


def accept(
    root: Path,
    words: Catalogue,
    language: str | None,
    what: Sequence[str],
    everything: bool,
    since: str | None,
    wording: bool,
) -> Said:
    """Remember that translations are right, or that the original changed in words only.

    The exit code is 1 if something that was meant cannot be right: it is not translated, or has no original.
    """
    gathered = gather(root)
    forgotten, what, none_left = _forgotten(gathered, words, language, what)
    if none_left:
        return forgotten, 0
    meant: dict[str, Collection[Pair] | None] = {}
    for code in codes(gathered, language):
        if since:
            meant[code] = pairs_since(gathered, code, since, wording)
        else:
            meant[code] = None if everything else chosen_pairs(gathered, code, what, language)
        check_acceptable(gathered, code, meant[code], wording)  # all languages, before anything is written
    said = forgotten
    unfit = 0
    right: dict[str, int] = {}
    for code, chosen in meant.items():
        name = gathered.settings.language(code).name
        if chosen is not None and not chosen:
            said += [words.word("since-none", name=name, revision=since)] if since else []
            continue
        done = remember(gathered, code, chosen, gathered.settings.date.isoformat(), wording)
        pairs = gathered.pairs[code] if chosen is None else chosen
        unready = list(_unready(gathered, code, pairs, words)) if not wording else []
        unfit += len(unready)
        said += [_accepted(name, done, words), *unready]
        right |= {code: done.units} if done.units else {}
    if language is None and what and len(right) > 1:
        names = ", ".join(gathered.settings.language(code).name for code in right)
        said.append(words.counted("accepted-all", sum(right.values()), names=names, code=next(iter(right))))
    return said, int(bool(unfit))


def pack(
    root: Path,
    words: Catalogue,
    language: str | None,
    what: Sequence[str],
    all: bool,  # noqa: A002
    format: str,  # noqa: A002
    output: Path,
    comments: Catalogue | None = None,
) -> Said:
    """Write a pack for each language that has anything to be packed.

    Its comments are in the language that is translated into, unless ``comments`` gives others.
    """
    gathered = gather(root)
    refuse([one for one in gathered.problems if f"/{MEMORY}/" not in one.file])
    said: list[str] = []
    for code in codes(gathered, language):
        chosen = chosen_pairs(gathered, code, what, language) if what else None
        if chosen is not None and not chosen:
            continue
        one = packed(gathered, code, all, chosen, comments)
        name = gathered.settings.language(code).name
        if not one.segments:
            said.append(words.word("packed-none", name=name))
            continue
        file = output / (f"handbook-{code}.po" if format == "po" else f"handbook-{code}.xlf")
        write_together({file.resolve(): po(one, comments) if format == "po" else xliff(one, comments)})
        said.append(words.counted("packed", len(one.segments), name=name, file=str(file)))
    return said, 0


def unpack(root: Path, words: Catalogue, language: str | None, file: Path, partial: bool) -> Said:
    """Write what a translator has done into the words; exit code 1 if some of it was not taken."""
    done = unpacked(root, file, gather(root).settings.date.isoformat(), language or "", partial)
    said = [problem_text(problem, words) for problem in done.refused]
    if done.refused:
        said += ["", words.counted("not-taken", len(done.refused))]
    said += [words.word("written", file=name) for name in done.files]
    said.append(words.counted("unpacked", done.units) if done.units else words.word("unpacked-none"))
    said += [words.counted("unpacked-left", len(done.left))] if done.left else []
    return said, int(bool(done.refused))


def _tasks(gathered: Gathered, code: str, pairs: Collection[Pair]) -> list[Task]:
    settings, config = gathered.settings, site_file(gathered)
    return list(tasks(pairs, lambda unit: home(unit, settings.reference, settings.language(code), config)))


def _forgotten(
    gathered: Gathered, words: Catalogue, language: str | None, what: Sequence[str]
) -> tuple[list[str], list[str], bool]:
    """Forget the memory that is named of words that exist no more.

    Return what is said, the other names, and whether nothing but that was named.
    """
    said, gone = list[str](), set[str]()
    for code in codes(gathered, language):
        files = forget(gathered, code, what) if unused_files(gathered, code).intersection(what) else ()
        gone |= set(files)
        if files:
            written = words.counted("written-files", len(files), files=", ".join(files))
            said.append(words.word("forgotten", name=gathered.settings.language(code).name, files=written))
    return said, [name for name in what if name not in gone], bool(gone) and gone.issuperset(what)


def _accepted(name: str, done: Accepted, words: Catalogue) -> str:
    """Return what was remembered, and in which file or how many."""
    files = words.counted("written-files", len(done.files), files=", ".join(done.files))
    if done.units:
        return words.counted("accepted", done.units, name=name, files=files if done.files else "").rstrip()
    return words.word("forgotten" if done.files else "accepted-none", name=name, files=files)


def _unready(gathered: Gathered, code: str, pairs: Collection[Pair], words: Catalogue) -> Iterator[str]:
    """Yield what cannot be right, whoever says so: no translation, or no original."""
    for task in _tasks(gathered, code, pairs):
        if task.state in ("missing", "orphaned"):
            place = f"{task.file}:{task.line}" if task.line else task.file
            yield "  " + words.word(f"accept-{task.state}", key=task.pair.key, place=place)
