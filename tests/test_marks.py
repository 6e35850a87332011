"""Pages are kept by what they are made of; not where a plugin, a hook or an extension may look elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Tree

from handbook.build.job import Job
from handbook.build.jobs import build_all, jobs
from handbook.build.language import build_kept
from handbook.build.marks import Marks
from handbook.kept import Kept
from handbook.stage import stage_handbook

LASTING = {
    "as it is": ("", "", True),
    "another plugin": ("plugins:\n", "plugins:\n  - search\n", False),
    "a plugin with options": ("plugins:\n", "plugins:\n  - macros: { module_name: x }\n", False),
    "a hook of its own": ("hooks: [", "hooks: [own.py, ", False),
    "an extension of the words": ("[admonition,", "[admonition, footnotes, markdown.extensions.tables,", True),
    "an extension that reads files": ("[admonition,", "[admonition, pymdownx.snippets,", False),
    "an extension of its own": ("[admonition,", "[admonition, own_things.ext:Maker,", False),
    "settings elsewhere": ("strict: true", "strict: true\nINHERIT: base.yml", False),
}


def made_jobs(tree: Tree, work: Path, kept: Kept) -> list[Job]:
    return list(jobs(stage_handbook(tree.root, work / "stage", False, kept=kept), work / "site"))


@pytest.mark.parametrize(("old", "new", "lasting"), LASTING.values(), ids=LASTING)
def test_pages_are_kept_where_nothing_looks_elsewhere(
    tiny: Tree, tmp_path: Path, old: str, new: str, lasting: bool
) -> None:
    job = made_jobs(tiny, tmp_path / "work", Kept())[0]
    tiny.replace("mkdocs.yml", old or "strict: true", new or "strict: true")
    assert Marks(job).lasting is lasting


def test_a_language_that_was_made_before_needs_no_engine(tiny: Tree, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    first = made_jobs(tiny, tmp_path / "first", kept)
    assert build_all(first) == []
    again = made_jobs(tiny, tmp_path / "again", kept)
    assert [build_kept(job) for job in again] == [True, True]
    for one, other in zip(first, again, strict=True):
        files = [path.relative_to(one.site) for path in sorted(one.site.rglob("*")) if path.is_file()]
        assert files == [path.relative_to(other.site) for path in sorted(other.site.rglob("*")) if path.is_file()]
        assert all((one.site / file).read_bytes() == (other.site / file).read_bytes() for file in files)
    tiny.append("docs_fr/light.md", "\nPlus.\n")
    assert [build_kept(job) for job in made_jobs(tiny, tmp_path / "more", kept)] == [True, False]
