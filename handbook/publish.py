"""Step 8: the new site takes the place of the old one in one move, or not at all.

Linux (``renameat2`` with ``RENAME_EXCHANGE``) and macOS (``renamex_np`` with ``RENAME_SWAP``) exchange two
folders in one step, so that at every moment, also if the process is killed, one whole site is in place.
Elsewhere two renames follow each other; `restore` mends what a kill between them leaves.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from handbook.problems import CouldNotRun

_AT_FDCWD = -100
_EXCHANGE = 2


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
    """Put the folder ``new`` in the place of ``site`` and delete what was there. Raises `OSError`."""
    if not site.exists():
        os.rename(new, site)
        return
    if _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    old = _kept_aside(site)
    os.rename(site, old)
    try:
        os.rename(new, site)
    except OSError:
        os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def restore(site: Path) -> None:
    """Bring back the old site if a run was killed between two renames; delete a leftover otherwise."""
    old = _kept_aside(site)
    if old.exists() and not site.exists():
        os.rename(old, site)
    elif old.exists():
        shutil.rmtree(old, ignore_errors=True)


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
