"""The gate: gathers a handbook, checks its translations, and says whether they may be published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.problems import CouldNotRun
from handbook.translations.baseline import Record, read_record, recorded, sift, write_record
from handbook.translations.checks import Checked, check_all
from handbook.translations.finding import Finding
from handbook.translations.gather import gather
from handbook.translations.thresholds import read_thresholds


@dataclass(frozen=True)
class Judged:
    """What was found and what of it counts.

    ``findings`` are those that are not ``tolerated`` by the record; ``created`` tells that the record was
    begun by this run, ``shrunk`` how many findings left it.
    """

    checked: Checked
    findings: tuple[Finding, ...]
    tolerated: tuple[Finding, ...] = ()
    created: bool = False
    shrunk: int = 0

    @property
    def failed(self) -> bool:
        """Return whether anything would mislead a reader."""
        return any(finding.severity == "error" for finding in self.findings)


def check_handbook(root: Path) -> Checked:
    """Return what the checks find in the handbook in ``root``.

    Raises `Refused` if ``mkdocs.yml`` cannot be used, or asks for something that is no percentage.
    """
    gathered = gather(root)
    return check_all(gathered, read_thresholds(root, gathered.settings.config))


def judge(checked: Checked, baseline: Path | None = None, may_create: bool = True) -> Judged:
    """Return what counts, with the record of old findings in ``baseline``, which is brought up to date.

    A record that does not exist is begun with the present findings if ``may_create``. Raises `CouldNotRun`
    if it is damaged or cannot be written, or does not exist and may not be begun.
    """
    if baseline is None:
        return Judged(checked, checked.findings)
    created = not baseline.exists()
    if created and not may_create:
        raise CouldNotRun(
            f"{baseline}: there is no such record. Begin it on your own computer and keep it with the words"
        )
    record: Record = recorded(checked.findings) if created else read_record(baseline)
    new, tolerated, kept = sift(checked.findings, record)
    if created or kept != record:
        write_record(baseline, kept)
    return Judged(checked, tuple(new), tuple(tolerated), created, record.total() - kept.total())
