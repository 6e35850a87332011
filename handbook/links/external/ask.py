"""Addresses are asked through lychee, which has a cache, asks a host only so often, waits and tries again.

What it is given is a page of plain links, since it guesses where an address in running text ends; what it answers is
JSON.
"""

from __future__ import annotations

import html
import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from handbook.links.external.answer import Answer, read_answers
from handbook.links.external.cache import CACHE, forget
from handbook.links.external.lychee import Asking, run_lychee
from handbook.problems import CouldNotRun

#: So many addresses are asked by one run of lychee: what a run that is stopped has not answered is lost.
BATCH = 400


def ask(addresses: Sequence[str], asking: Asking) -> dict[str, Answer]:
    """Return the answers for ``addresses``; where the time did not suffice, those that came.

    Raises `CouldNotRun` if lychee does not start, or ends without a report.
    """
    asking.cache.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + asking.limit
    answers: dict[str, Answer] = {}
    for start in range(0, len(addresses), BATCH):
        try:
            found = _ask_some(addresses[start : start + BATCH], asking, end - time.monotonic())
        except subprocess.TimeoutExpired:
            break
        forget(asking.cache / CACHE, {one.asked for one in found if not one.plain})
        answers |= {one.address: one for one in found}
    return answers


def _ask_some(addresses: Sequence[str], asking: Asking, seconds: float) -> list[Answer]:
    with tempfile.TemporaryDirectory(prefix="lychee-") as folder:
        page, report = Path(folder, "links.html"), Path(folder, "report.json")
        page.write_text(
            "".join(f'<a href="{html.escape(one)}">_</a>\n' for one in addresses), encoding="utf-8", errors="replace"
        )
        said = run_lychee(asking.command(page, report), asking.cache, seconds)
        try:
            found = list(read_answers(json.loads(report.read_bytes()), addresses))
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise CouldNotRun(f"lychee gave no report that can be read ({error!r}); it said: {said}") from error
    if not found:
        raise CouldNotRun(f"lychee asked none of {len(addresses)} addresses; it said: {said}")
    # lychee passes over what it takes for no address at all, such as one of many thousand letters.
    passed_over = set(addresses) - {one.address for one in found}
    return found + [Answer(address, "excluded") for address in sorted(passed_over)]
