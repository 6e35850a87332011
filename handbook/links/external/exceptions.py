"""What is known not to answer is set apart, with its reason, until its day; exceptions that do nothing are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from handbook.links.config import Exempt
from handbook.links.finding import Finding

Tolerated = tuple[Finding, Exempt]


def set_apart(
    findings: Iterable[Finding], exceptions: Sequence[Exempt], day: date
) -> tuple[list[Finding], list[Tolerated]]:
    """Return the findings that count on ``day``, and those that an exception covers, with it."""
    counted: list[Finding] = []
    tolerated: list[Tolerated] = []
    for finding in findings:
        covering = next((one for one in exceptions if one.holds(day) and one.covers(finding.address)), None)
        if covering is None:
            counted.append(finding)
        else:
            tolerated.append((finding, covering))
    return counted, tolerated


def judge_exceptions(
    exceptions: Iterable[Exempt], found: Sequence[Finding], linked: Iterable[str], day: date, file: str
) -> Iterator[Finding]:
    """Yield the exceptions of ``file`` that are over or do nothing.

    ``found`` is everything that was found, covered or not; ``linked`` are all addresses of the site.
    """
    addresses = list(linked)
    for one in exceptions:
        facts = {"until": one.until.isoformat(), "reason": one.reason}
        if not any(one.covers(finding.address) for finding in found):
            needed = "it answers well" if any(map(one.covers, addresses)) else "no link leads there"
            yield Finding("exception-unused", file, one.line, one.address, facts={**facts, "found": needed})
        elif not one.holds(day):
            yield Finding("exception-expired", file, one.line, one.address, facts=facts)
