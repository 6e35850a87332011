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

_AT_FDCWD = -100
_EXCHANGE = 2


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
    os.rename(new, site)
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
