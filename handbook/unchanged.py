"""Whether a run would change anything: if not, the site that stands is the answer, at once.

What a run depends on (words, templates, program, packages, settings of the environment, the day, the history
of changes) is held by its content; the site by the size and times of its files. The record lies beside the
site, may be deleted at any time, and is not believed if anything in it differs.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from handbook.kept import program

_PROGRAM = Path(__file__).parent
#: Folders below a handbook that a run writes, or never reads.
_NOT_READ = frozenset(("build", "__pycache__", "node_modules"))
_VARIABLES = ("HANDBOOK_DATE", "SOURCE_DATE_EPOCH", "TZ")
#: What a run takes from the generator besides the program.
_OWN = ("macros", "overrides", "scripts")
_WORD = re.compile(r"[^\s\"'\[\]{},]*/[^\s\"'\[\]{},]+")
_NAME = re.compile(r"\b[A-Z][A-Z0-9_]+\b")


def inputs(root: Path, site: Path, options: Mapping[str, Any]) -> str:
    """Return a mark of all that a run for ``root`` with these ``options`` depends on. Raises `OSError`."""
    digest = hashlib.blake2b(digest_size=16)

    def add(*parts: object) -> None:
        digest.update("\0".join(map(str, parts)).encode("utf-8", "surrogateescape") + b"\n")

    add(program(), root, sorted(options.items()), datetime.datetime.now(datetime.UTC).date())
    asked, seen = {*_VARIABLES}, {site}
    for folder in (root, *_outside(root), *(_PROGRAM.parent / name for name in _OWN)):
        for path in _files(folder, seen):
            content = path.read_bytes()
            add(path, len(content))
            digest.update(content)
            if path.parent == root and path.suffix == ".yml":
                asked.update(_NAME.findall(content.decode("utf-8", "replace")))
    add(*(f"{name}={os.environ[name]}" for name in sorted(asked & os.environ.keys())))
    add(*_history(root))
    return digest.hexdigest()


def _outside(root: Path) -> Iterator[Path]:
    """Yield files and folders that the settings name and that are not below the handbook's folder."""
    for file in filter(Path.is_file, sorted(root.glob("*.yml"))):
        for word in dict.fromkeys(_WORD.findall(file.read_text(encoding="utf-8", errors="replace"))):
            path = (root / word).resolve()
            if not path.is_relative_to(root) and path.exists() and path not in root.parents:
                yield path


def _files(folder: Path, seen: set[Path]) -> Iterator[Path]:
    """Yield the files of a folder in a fixed order, without hidden ones, what a run writes, and folders ``seen``."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder] if folder.is_file() else []:
        if path.name.startswith(".") or path.name in _NOT_READ:
            continue
        if path.is_dir():
            real = path.resolve()
            if real not in seen and not (path / "pyvenv.cfg").exists():
                seen.add(real)
                yield from _files(path, seen)
        elif path.is_file():
            yield path


def _history(root: Path) -> Iterator[str]:
    """Yield which state of a history of changes the words are in: it knows on which day something changed."""
    folder = next((one / ".git" for one in (root, *root.parents) if (one / ".git").exists()), None)
    if folder is not None:
        head = (folder / "HEAD").read_text(encoding="utf-8") if folder.is_dir() else str(os.urandom(8))
        yield head
        for name in (head.removeprefix("ref: ").strip(), "packed-refs"):
            if (folder / name).is_file():
                yield (folder / name).read_text(encoding="utf-8")


def _outputs(site: Path) -> str:
    """Return a mark of the files of a site that no change of one of them leaves as it was."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(site.rglob("*")):
        stat = path.stat()
        if not path.is_dir():
            told = f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\n"
            digest.update(told.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def remembered(site: Path, mark: str) -> dict[str, Any] | None:
    """Return what the run told that made ``site`` from the inputs ``mark``, or None if that is no longer the site."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        record = json.loads(_record(site).read_text(encoding="utf-8"))
        if record.get("inputs") == mark and (site / "index.html").is_file() and record.get("outputs") == _outputs(site):
            told = record.get("told")
            return told if isinstance(told, dict) else None
    return None


def remember(site: Path, mark: str, told: Mapping[str, Any]) -> None:
    """Note that ``site`` was made from the inputs ``mark``, and what was told; or nothing, where that cannot be."""
    with suppress(OSError):
        record = {"inputs": mark, "outputs": _outputs(site), "told": dict(told)}
        part = _record(site).with_name(f"{_record(site).name}.{os.getpid()}")
        part.write_text(json.dumps(record), encoding="utf-8")
        part.replace(_record(site))


def _record(site: Path) -> Path:
    return site.with_name(f".{site.name}-made")
