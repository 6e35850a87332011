"""A run publishes a whole site or leaves the old one as it was, whatever happens on the way."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import ROOT, Tree, plant

from handbook.problems import CouldNotRun
from handbook.way import build_site

STEPS = ["1 read", "2 join", "3 render", "4 stage", "5 build", "6 finish", "7 check", "8 publish"]
posix = pytest.mark.skipif(os.name != "posix", reason="signals, locks and limits of POSIX")


@pytest.fixture
def old(built: Tree, tmp_path: Path) -> Tree:
    """A handbook with its site, which a test may change."""
    shutil.copytree(built.root, tmp_path / "handbook")
    return Tree(tmp_path / "handbook")


def command(tree: Tree, *arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "scripts" / "build.py"), "--handbook", str(tree.root), *arguments]


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"HANDBOOK_ENVIRONMENT": "ready", **more}


def run(tree: Tree, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(tree, *arguments), env=environment(**more), capture_output=True, text=True, check=False, timeout=120
    )


def start(tree: Tree) -> subprocess.Popen[str]:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where tests run in the background, it is passed over
    return subprocess.Popen(
        command(tree),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(process: subprocess.Popen[str], step: str) -> None:
    """Read what a run tells until it begins a step."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(step):
            return
    pytest.fail(f"the run ended before '{step}'")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(tree: Tree) -> list[str]:
    return sorted(path.name for path in tree.root.iterdir() if path.name in (".site-new", ".site-old"))


def test_a_run_tells_its_eight_steps(tiny: Tree) -> None:
    heard: list[str] = []
    done = build_site(tiny.root, tiny.root / "site", tell=heard.append)
    assert [said[: len(step)] for said, step in zip(heard, STEPS, strict=True)] == STEPS
    assert (done.languages, done.pages, done.missing) == (("en", "fr"), 4, 0)
    assert sorted(path.name for path in done.site.iterdir()) == [
        "404.html",
        "_headers",
        "en",
        "fr",
        "index.html",
        "robots.txt",
        "sitemap.xml",
        "statements.schema.json",
    ]
    assert leftovers(tiny) == []


def test_the_command_says_where_the_site_is(tiny: Tree) -> None:
    done = run(tiny)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n4 pages in en, fr, in " in done.stdout
    assert f"Open {tiny.root / 'site' / 'index.html'}" in done.stdout
    assert [line[: len(step)] for line, step in zip(done.stdout.splitlines(), STEPS, strict=False)] == STEPS


BROKEN: dict[str, tuple[Callable[[Tree], None], str]] = {
    "mkdocs.yml": (lambda tree: tree.append("mkdocs.yml", "\n nav: x: y\n"), "mkdocs.yml:30: "),
    "a data file": (lambda tree: tree.append("docs/data/programme/light.yml", "title: Again\n"), "light.yml:18: "),
    "a page": (lambda tree: tree.append("docs_fr/index.md", "\n{{ rien() }}\n"), "docs_fr/index.md:15: "),
    "a link": (lambda tree: tree.append("docs/index.md", "\n[x](y.md)\n"), "docs/index.md:15: "),
    "the built site": (
        lambda tree: tree.append("docs/index.md", "\n[x](https://lamps.example/book/en/y/)\n"),
        "docs/index.md:15: the link 'x' leads to a page that does not exist",
    ),
}


@pytest.mark.parametrize(("break_it", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_failed_run_leaves_the_old_site_byte_for_byte(
    old: Tree, break_it: Callable[[Tree], None], expected: str
) -> None:
    before = files(old.root / "site")
    break_it(old)
    done = run(old)
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line]
    assert expected in lines[0]
    assert lines[1:] == ["1 problem. Nothing was published."]
    assert files(old.root / "site") == before
    assert leftovers(old) == []


def test_all_problems_are_counted(tiny: Tree) -> None:
    tiny.append("docs/index.md", "\n{{ nothing() }}\n")
    tiny.append("docs_fr/index.md", "\n{{ rien() }}\n")
    done = run(tiny)
    assert done.returncode == 1
    assert "2 problems. Nothing was published." in done.stderr
    assert not (tiny.root / "site").exists()


def named(found: dict[str, bytes]) -> set[str]:
    """The files but those of the search, whose names follow their content."""
    return {name for name in found if "/search/" not in name}


@posix
@pytest.mark.parametrize(("step", "delay"), [("1", 0), ("4", 0), ("5", 0), ("5", 0.3), ("6", 0), ("8", 0)])
def test_a_run_that_is_killed_leaves_a_whole_site_and_the_next_run_works(old: Tree, step: str, delay: float) -> None:
    before = files(old.root / "site")
    old.replace("docs/data/programme/light.yml", "Count the lamps twice", "Count all lamps twice")
    process = start(old)
    wait_for(process, step)
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    after = files(old.root / "site")
    if after != before:  # then it was killed after the one move, and the new site is whole
        assert "Count all lamps twice" in old.read("site/en/light/index.html")
        assert named(after) == named(before)
    done = run(old)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Count all lamps twice" in old.read("site/en/light/index.html")
    assert named(files(old.root / "site")) == named(before)
    assert leftovers(old) == []


@posix
def test_a_second_run_says_that_one_is_at_work(old: Tree) -> None:
    process = start(old)
    wait_for(process, "5")
    os.kill(process.pid, signal.SIGSTOP)
    try:
        done = run(old)
    finally:
        os.kill(process.pid, signal.SIGCONT)
    assert done.returncode == 2
    assert f"Could not run: another run is building {old.root / 'site'}; wait until it has ended." in done.stderr
    assert process.wait(timeout=120) == 0
    process.communicate()
    assert leftovers(old) == []


@posix
def test_an_interrupted_run_says_so_in_one_line(old: Tree) -> None:
    before = files(old.root / "site")
    process = start(old)
    wait_for(process, "5")
    os.killpg(process.pid, signal.SIGINT)
    _out, errors = process.communicate(timeout=120)
    assert process.returncode == 2
    assert errors == "\nStopped. Nothing was published.\n"
    assert files(old.root / "site") == before
    assert leftovers(old) == []


@posix
@pytest.mark.parametrize("step", ["1", "3", "5", "6", "7", "8", ""])
def test_an_interruption_at_any_moment_stops_the_run_or_comes_too_late(old: Tree, step: str) -> None:
    before = files(old.root / "site")
    old.append("docs/index.md", "\nA new word.\n")
    process = start(old)
    if step:
        wait_for(process, step)
    else:
        assert process.stdout is not None
        process.stdout.read()  # all is told, and the program is about to end
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    _out, errors = process.communicate(timeout=120)
    done = files(old.root / "site") != before
    assert done is (not step) or step in "678"  # which are short
    assert (process.returncode, errors) == ((0, "") if done else (2, "\nStopped. Nothing was published.\n"))
    assert leftovers(old) == []


LATER = """
import runpy, sys, time
real = time.time
time.time = lambda: real() + 400 * 86400
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_the_same_words_give_the_same_bytes(built: Tree, tmp_path: Path) -> None:
    other = plant(tmp_path / "another folder" / "été")
    strange = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    strange["HANDBOOK_DATE"] = datetime.date.today().isoformat()  # every page tells the day that it is built for
    words = [sys.executable, "-c", LATER, *command(other)[1:]]
    done = subprocess.run(
        words, env=environment(**strange), umask=0o077, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    one, two = files(built.root / "site"), files(other.root / "site")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


@posix
def test_a_full_disk_is_said_and_leaves_the_old_site(old: Tree) -> None:
    import resource

    before = files(old.root / "site")
    done = subprocess.run(
        command(old),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000)),
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Could not run: ")
    assert len(done.stderr.splitlines()) == 1
    assert files(old.root / "site") == before
    assert leftovers(old) == []


def stopped(_job: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full(_job: object) -> None:
    raise OSError(28, "No space left on device", "page.html")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a language may be built in this process")
@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (stopped, "a build process was stopped (killed, or out of memory)"),
        (full, "page.html: No space left on device"),
    ],
)
def test_a_build_process_that_does_not_come_to_an_end_leaves_the_old_site(
    old: Tree, no_pango: None, monkeypatch: pytest.MonkeyPatch, ends: Callable[[object], None], said: str
) -> None:
    before = files(old.root / "site")
    monkeypatch.setattr("handbook.build.jobs.build_language", ends)
    with pytest.raises(CouldNotRun, match=re.escape(said)):
        build_site(old.root, old.root / "site")
    assert files(old.root / "site") == before


def test_a_place_that_cannot_be_written_is_named(tiny: Tree) -> None:
    done = run(tiny, "--output", str(tiny.root / "mkdocs.yml" / "site"))
    assert done.returncode == 2
    assert done.stderr.startswith(f"Could not run: {tiny.root / 'mkdocs.yml'} cannot be written: ")


def test_a_handbook_that_is_not_there_is_named_and_not_made(tiny: Tree) -> None:
    nothing = Tree(tiny.root / "nothing")
    done = run(nothing)
    assert (done.returncode, done.stderr) == (2, f"Could not run: {nothing.root} is not a folder.\n")
    assert not nothing.root.exists()


@pytest.mark.parametrize("place", [".", "docs", "docs/index.md"])
def test_words_are_never_replaced_by_a_site(tiny: Tree, place: str) -> None:
    before = files(tiny.root)
    done = run(tiny, "--output", str(tiny.root / place))
    assert done.returncode == 2
    assert done.stderr.startswith("Could not run: ")
    assert files(tiny.root) == before


def test_the_site_can_stand_elsewhere(tiny: Tree, tmp_path: Path) -> None:
    place = tmp_path / "public" / "été"
    done = run(tiny, "--output", str(place), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert (place / "fr" / "index.html").is_file()
    assert not (tiny.root / "site").exists()


def test_help_shows_how_to_run_it() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build.py"), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "python3 scripts/build.py --allow-missing" in done.stdout
