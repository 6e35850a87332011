"""Step 8: the new site takes the place of the old one in one move, or not at all.

Linux (``renameat2`` with ``RENAME_EXCHANGE``) and macOS (``renamex_np`` with ``RENAME_SWAP``) exchange two
folders in one step, so that at every moment, also if the process is killed, one whole site is in place.
Elsewhere two renames follow each other; `restore` mends what a kill between them leaves. To delete thousands of
files takes a slow disk seconds, for which nobody waits: a small process of its own does it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from handbook.problems import CouldNotRun

_AT_FDCWD = -100
_EXCHANGE = 2
_DELETE = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"


def check_place(root: Path, site: Path) -> None:
    """Raise `CouldNotRun` if ``site`` is something else than the place of a site: all in it will be replaced."""
    if not root.is_dir():
        raise CouldNotRun(f"{root} is not a folder")
    if site == root or site in root.parents:
        raise CouldNotRun(f"{site} holds the handbook itself; choose another folder for the site")
    if site.exists() and not site.is_dir():
        raise CouldNotRun(f"{site} is a file; choose a folder for the site")
    if site.is_dir() and site != root / "site" and any(site.iterdir()) and not (site / "index.html").is_file():
        raise CouldNotRun(f"{site} holds other things than a site; choose an empty or a new folder")


def publish(new: Path, site: Path) -> None:
    """Put the folder ``new`` in the place of ``site``, and what was there in its place. Raises `OSError`."""
    if not site.exists():
        os.rename(new, site)
        return
    if _exchange(new, site):
        return
    old = _kept_aside(site)
    os.rename(site, old)
    try:
        os.rename(new, site)
    except OSError:
        os.rename(old, site)
        raise
    with suppress(OSError):  # the new site is in place; what is left is deleted by the next run
        os.rename(old, new)


def restore(site: Path) -> None:
    """Bring back the old site if a run was killed between two renames; delete leftovers otherwise."""
    old = _kept_aside(site)
    if old.exists() and not site.exists():
        os.rename(old, site)
    for leftover in (old, _gone(site)):
        shutil.rmtree(leftover, ignore_errors=True)


def throw_away(folder: Path, site: Path) -> None:
    """Let a folder beside ``site`` vanish at once, and be deleted while nobody waits."""
    gone = _gone(site)
    try:
        os.rename(folder, gone)
        _start(sys.executable, "-I", "-S", "-c", _DELETE, os.fspath(gone.absolute()))
    except OSError:  # an older one is in the way, or no process can be started
        for each in (folder, gone):
            shutil.rmtree(each, ignore_errors=True)


def _start(*command: str) -> None:
    """Start a process that shares nothing with this one: not the lock of a run, not the terminal and its signals."""
    none = subprocess.DEVNULL
    subprocess.Popen(command, cwd="/", stdin=none, stdout=none, stderr=none, start_new_session=True)  # noqa: S603


def _gone(site: Path) -> Path:
    return site.with_name(f".{site.name}-gone")


def _kept_aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where the system cannot."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    paths = (os.fsencode(one), os.fsencode(other))
    if sys.platform.startswith("linux") and hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(paths[0], paths[1], _EXCHANGE) == 0)
    return False
