"""One statement is added to the real words, and no page is touched: every view it belongs to shows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from handbook.stage import Staged, stage_handbook

KEY = "programme.field.means.new-statement"
FACTS = """\
    source: programme-2025/S2.I/means/1
    serves: [safety-and-health]
    for: [safety-representative, negotiator]
    every: quarter
"""
WORDS = {
    "docs": ("A statement on trial", "Ask the [[cosh]] under [[igds-385]] for staff on [[tc]] contracts."),
    "docs_fr": ("Une phrase à l’essai", "S’adresser au [[cosh]] selon la [[igds-385]] pour le personnel [[tc]]."),
    "docs_es": ("Una frase de prueba", "Acudir al [[cosh]] según la [[igds-385]] para el personal de [[tc]]."),
}
VIEWS = {
    "objectives/safety-and-health.md": "by objective",
    "by-role/tasks.md": "by role",
    "at-the-table.md": "the checklist of negotiators",
    "by-contract.md": "by contract",
    "bodies/joint.md": "by body",
    "texts.md": "by text",
    "words.md": "by term",
    "calendar.md": "by date",
    "sources/programme-2025-more.md": "by source",
}


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    root = tmp_path_factory.mktemp("views")
    for name in ("docs", "docs_fr", "docs_es", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder, (title, text) in WORDS.items():
        file = root / folder / "data" / "programme" / "field.yml"
        facts = FACTS if folder == "docs" else ""
        added = f"means:\n  new-statement:\n    title: {title}\n    text: {text}\n{facts}"
        words = file.read_text(encoding="utf-8")
        assert words.count("\nmeans:\n") == 1
        file.write_text(words.replace("\nmeans:\n", f"\n{added}", 1), encoding="utf-8")
    return stage_handbook(root, tmp_path_factory.mktemp("stage"), allow_missing=False)


@pytest.mark.parametrize("folder", WORDS)
@pytest.mark.parametrize("page", VIEWS, ids=list(VIEWS.values()))
def test_a_view_shows_the_statement(staged: Staged, page: str, folder: str) -> None:
    code = folder.partition("_")[2] or "en"
    title = WORDS[folder][0]
    link = f"[{title}]("
    lines = [line for line in staged.site.pages[code][page].markdown.splitlines() if link in line]
    assert lines
    assert all(f"#{KEY})" in line for line in lines)


@pytest.mark.parametrize("folder", WORDS)
def test_its_area_shows_it_in_full(staged: Staged, folder: str) -> None:
    code = folder.partition("_")[2] or "en"
    assert f"{WORDS[folder][0]} {{ #{KEY} }}" in staged.site.pages[code]["programme/field.md"].markdown
    assert staged.site.homes[code][KEY] == "programme/field.md"


@pytest.mark.parametrize("page", ["objectives/equality.md", "organizing.md", "in-the-field.md"])
def test_other_views_do_not_show_it(staged: Staged, page: str) -> None:
    assert KEY not in staged.site.pages["en"][page].markdown


def test_the_view_by_role_shows_it_under_its_roles_alone(staged: Staged) -> None:
    page = staged.site.pages["en"]["by-role/tasks.md"].markdown
    shown = {part.partition(" }")[0] for part in page.split("{ #roles.")[1:] if KEY in part}
    assert shown == {"safety-representative", "negotiator"}


def test_a_handbook_of_a_day_has_files_for_calendars(staged: Staged) -> None:
    for code in ("en", "fr", "es"):
        assert Path(staged.folder, code, "calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
