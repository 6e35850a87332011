"""What came of asking, for a person at a terminal and as data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from handbook.links.defects import Severity, defect_of
from handbook.links.external.gather import Place
from handbook.links.external.outcome import Outcome
from handbook.links.finding import Finding
from handbook.reports.visible import encodable, visible

#: So many places of one address are told to a person; the data holds them all.
PLACES = 3
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def by_severity(outcome: Outcome) -> list[Finding]:
    """Return the findings of an outcome, the worst first, those of one class together."""
    return sorted(outcome.findings, key=lambda one: (SEVERITIES.index(defect_of(one.code).severity), one.code))


def report_text(outcome: Outcome) -> str:
    """Return the report for a terminal: a paragraph for each finding, then what was asked."""
    return "\n".join([*(_paragraph(outcome, one) for one in by_severity(outcome)), *summary(outcome)])


def summary(outcome: Outcome) -> Iterator[str]:
    """Yield sentences on how much was asked and found."""
    held = f", {outcome.cached} of which held at an earlier run and were not asked again" if outcome.cached else ""
    yield f"{len(outcome.links)} external addresses on {outcome.day.isoformat()}{held}."
    counted = Counter(defect_of(one.code).severity for one in outcome.findings)
    yield ", ".join(f"{counted[one]} {one}{'s' if counted[one] != 1 else ''}" for one in SEVERITIES) + "."
    for finding, exempt in outcome.tolerated:
        yield visible(
            f"Known until {exempt.until.isoformat()}: {finding.address} ({finding.code}). Reason: {exempt.reason}"
        )
    if outcome.unasked:
        yield f"Only a part is known: the time did not suffice for {len(outcome.unasked)} addresses."


def shown_places(places: Sequence[Place]) -> str:
    """Return the first places of an address, and how many more there are."""
    more = [f"and {len(places) - PLACES} more"] if len(places) > PLACES else []
    return ", ".join([f"{one.file}:{one.line}" for one in places[:PLACES]] + more)


def places_of(outcome: Outcome, finding: Finding) -> Sequence[Place]:
    """Return every place of the address of a finding; the finding's own one if no page links there."""
    own = (Place(finding.file, finding.line, finding.words),)
    return own if finding.code.startswith("exception-") else outcome.links.get(finding.address, own)


def _paragraph(outcome: Outcome, finding: Finding) -> str:
    defect = defect_of(finding.code)
    places = shown_places(places_of(outcome, finding))
    said = f"{places}: {defect.severity}: {defect.says(finding)}. {defect.asks(finding)}"
    return f"{visible(said)}\n    {defect.page}\n"


def report_json(outcome: Outcome) -> str:
    """Return the report as data: what `Outcome` holds, with the words of each finding."""
    data = {
        "format": 1,
        "day": outcome.day.isoformat(),
        "complete": not outcome.unasked,
        "addresses": len(outcome.links),
        "cached": outcome.cached,
        "unasked": list(outcome.unasked),
        "findings": [_data(outcome, one) for one in by_severity(outcome)],
        "tolerated": [
            {"code": finding.code, "address": finding.address, "reason": one.reason, "until": one.until.isoformat()}
            for finding, one in outcome.tolerated
        ],
    }
    return encodable(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def report_schema() -> str:
    """Return the JSON Schema of the report as data."""
    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")


def _data(outcome: Outcome, finding: Finding) -> Mapping[str, Any]:
    defect = defect_of(finding.code)
    return {
        "code": finding.code,
        "severity": defect.severity,
        "page": defect.page,
        "address": finding.address,
        "instead": finding.instead,
        "wrong": defect.says(finding),
        "todo": defect.asks(finding),
        "facts": dict(finding.facts),
        "places": [one._asdict() for one in places_of(outcome, finding)],
    }
