"""Memory for a handbook whose translations are right: every pair as it stands."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from handbook.translations.checks import Checked
from handbook.translations.finding import Finding
from handbook.translations.gate import check_handbook
from handbook.translations.gather import gather
from handbook.translations.memory import Remembered, memory_file
from handbook.translations.unit import digest


def remember(root: Path) -> None:
    """Remember all translations of the handbook in `root` as renderings of the present originals."""
    gathered = gather(root)
    for language in gathered.translations:
        files: dict[str, list[tuple[str, Remembered]]] = defaultdict(list)
        for pair in gathered.pairs[language.code]:
            if pair.original and pair.translation:
                one = Remembered(pair.original.text, digest(pair.translation.text), "2026-01-01")
                files[pair.translation.file.removeprefix(f"{language.folder}/")].append((pair.key, one))
        for file, entries in files.items():
            path = root / language.folder / "translated-from" / f"{file.removesuffix('.yml')}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(memory_file(entries), encoding="utf-8")


def told(checked: Checked, *, notes: bool = False) -> list[Finding]:
    """Return the findings that count."""
    return [one for one in checked.findings if notes or one.severity != "note"]


def said(root: Path) -> list[tuple[str, str]]:
    """Return check and place of each finding that counts."""
    return [(one.check, f"{one.file}:{one.line}") for one in told(check_handbook(root))]
