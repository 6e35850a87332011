"""One run of a program: how long it takes on the clock, and how much memory it holds with all that it starts."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PAUSE = 0.05
_PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Run:
    """Seconds on the clock, memory at most in megabytes (0 where it is not known), seconds until each line it said."""

    seconds: float
    memory: float
    said: Mapping[str, float] = field(default_factory=dict)


def run(command: Sequence[str], folder: Path | None = None, status: Sequence[int] = (0,)) -> Run:
    """Run ``command`` in ``folder`` and measure it. Raises `RuntimeError` if its exit code is none of ``status``."""
    start, said = time.monotonic(), dict[str, float]()
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        memory = _Memory(process.pid)
        assert process.stdout is not None, "it is a pipe"
        for line in process.stdout:
            said[line.rstrip()] = time.monotonic() - start
    seconds = time.monotonic() - start
    if process.returncode not in status:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}: {' '.join(list(said)[-3:])}")
    return Run(seconds, memory.most, said)


class _Memory(threading.Thread):
    """Looks now and then how much memory a process and its children hold."""

    def __init__(self, number: int) -> None:
        super().__init__(daemon=True)
        self.number, self.most = number, 0.0
        self.start()

    def run(self) -> None:
        """Look until the process has ended."""
        while (_PROCESSES / str(self.number)).exists() and (now := sum(map(_held, _family(self.number)))):
            self.most = max(self.most, now)
            time.sleep(_PAUSE)


def _family(number: int) -> Iterator[int]:
    """Yield a process and all that it has started and that still run."""
    yield number
    try:
        for thread in (_PROCESSES / str(number) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))
    except OSError:  # it has just ended
        return


def _held(number: int) -> float:
    """Return the memory of a process in megabytes; what several share is shared out."""
    try:
        told = (_PROCESSES / str(number) / "smaps_rollup").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024


def row(name: str, runs: Sequence[Run], base: float = 0.0) -> str:
    """Return a line of a table: median and spread of the seconds, memory, and the ratio to ``base`` seconds."""
    seconds = [one.seconds for one in runs]
    middle, spread = statistics.median(seconds), max(seconds) - min(seconds)
    ratio = f"{middle / base:>8.2f}" if base else ""
    return f"{name:<28}{middle:>9.2f}{spread:>9.2f}{max(one.memory for one in runs):>7.0f}MB{ratio}"


def median(runs: Sequence[Run]) -> float:
    """Return the median of the seconds."""
    return statistics.median(one.seconds for one in runs)


HEAD = f"{'':<28}{'seconds':>9}{'spread':>9}{'memory':>9}{'ratio':>8}"
