"""The whole way, from words to a published site, in one function."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.build.jobs import build_all, jobs
from handbook.check.site import check_site
from handbook.copies.kinds import Kinds
from handbook.copies.lay import lay_copies
from handbook.copies.make import Made
from handbook.copies.take import take_copies
from handbook.finish.offline import write_offline
from handbook.finish.open_data import write_open_data
from handbook.finish.root_pages import write_root_pages
from handbook.finish.search import write_search
from handbook.finish.security import secure
from handbook.finish.sitemap import write_sitemap
from handbook.kept import Kept
from handbook.problems import CouldNotRun, Problem, refuse
from handbook.process import give_back, until_too_late
from handbook.publish import check_place, publish, restore, throw_away
from handbook.stage import Staged, Tell, silent, stage_handbook

_ATTEMPTS = 10


@dataclass(frozen=True)
class Published:
    """A finished run: where the site is, its languages, how many translations were missing, remarks, copies."""

    site: Path
    languages: tuple[str, ...]
    pages: int
    missing: int
    remarks: tuple[Problem, ...]
    copies: int = 0


def build_site(
    root: Path,
    site: Path,
    allow_missing: bool = False,
    tell: Tell = silent,
    kept: Kept | None = None,
    look: Callable[[Staged], None] = lambda _staged: None,
    kinds: Kinds | None = None,
) -> Published:
    """Build the handbook in ``root`` and publish it in ``site``.

    Raises `Refused` with all problems of the words or of the built site, `CouldNotRun` if something else
    prevents the run; in both cases ``site`` stays as it was. ``tell`` hears each step as it begins;
    ``kept`` spares what was worked out before; ``look`` is shown the staged handbook on its way; ``kinds`` of
    copies to take away are made and offered, where there are any.
    """
    check_place(root, site)
    with until_too_late() as too_late, _workshop(site) as work:
        staged = stage_handbook(root, work / "stage", allow_missing, tell, kept)
        look(staged)
        new = work / "site"
        tell(f"5 build     {', '.join(staged.site.pages)} side by side")
        refuse(build_all(list(jobs(staged, new))))
        tell("6 finish    chooser, 404 pages, sitemap, open data, search, policy, offline")
        write_root_pages(staged, overrides(root), new)
        write_sitemap(staged, new)
        write_open_data(staged, new)
        copies = take_copies(staged, new, work / "copies", overrides(root), tell, kinds) if kinds else Made()
        write_search(staged, new)
        secure(staged, new)
        write_offline(staged, new)
        if copies.copies:
            lay_copies(staged, copies, new)
        tell("7 check     links, anchors, languages")
        give_back()
        checked = check_site(staged, new)
        refuse(checked.problems)
        tell(f"8 publish   {site}")
        too_late()
        publish(new, site)
        pages = sum(len(pages) for pages in staged.site.pages.values())
        remarks = (*staged.remarks, *checked.remarks, *copies.remarks)
        return Published(site, tuple(staged.site.pages), pages, staged.missing, remarks, len(copies.copies))


def overrides(root: Path) -> Path:
    """Return the folder of templates: the handbook's own, else the generator's."""
    own = root / "overrides"
    return own if (own / "root").is_dir() else Path(__file__).parents[1] / "overrides"


@contextmanager
def _workshop(site: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``site``, on the same disk, for one run at a time; clear it afterwards.

    Leftovers of killed runs are cleared as well. Raises `CouldNotRun` while another run is at work.
    """
    work = site.with_name(f".{site.name}-new")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(site.with_name(f".{site.name}-lock"), os.O_CREAT | os.O_RDWR, 0o666)
    except OSError as error:
        raise CouldNotRun(f"{site.parent} cannot be written: {error.strerror}") from None
    with os.fdopen(lock):
        _take(lock, site)
        try:
            restore(site)
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir()
            yield work
        except OSError as error:
            raise CouldNotRun(f"{error.filename or work}: {error.strerror or error}") from error
        finally:
            throw_away(work, site)


def _take(lock: int, site: Path) -> None:
    """Take the lock, which the system frees when the run and its build processes end, however they end.

    The build processes of a run that was killed need a moment to notice, so this waits a little.
    """
    try:
        import fcntl
    except ImportError:  # a system without flock: runs are not kept apart
        return
    for _attempt in range(_ATTEMPTS):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.1)
        else:
            return
    raise CouldNotRun(f"another run is building {site}; wait until it has ended")
