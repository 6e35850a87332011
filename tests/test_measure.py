"""What is measured is comparable: the same pages for both, sound ones, and runs that really ran."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import ROOT, Tree

from handbook.measure.links import grown
from handbook.measure.runs import Run, row, run
from handbook.measure.synthetic import write_handbook, write_plain


def test_a_handbook_of_any_size_is_sound_and_the_same_for_both(tmp_path: Path) -> None:
    write_handbook(ROOT, tmp_path / "ours", 9)
    write_plain(ROOT, tmp_path / "plain", 9)
    assert Tree(tmp_path / "ours").problems() == []
    for code, folder in (("en", "docs"), ("fr", "docs_fr"), ("es", "docs_es")):
        names = sorted(path.name for path in (tmp_path / "plain" / "docs" / code).iterdir())
        assert len(names) == 9
        for name in names:
            text = (tmp_path / "plain" / "docs" / code / name).read_text()
            assert text in (tmp_path / "ours" / folder / name).read_text()
            assert 500 < len(text.split()) < 800
            assert (text.count("\n## "), text.count("\n### "), text.count("](")) == (5, 3, 5)


def test_the_same_size_is_the_same_handbook(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_plain(ROOT, tmp_path / name, 4)
    texts = [[path.read_text() for path in sorted((tmp_path / name).rglob("*.md"))] for name in ("one", "other")]
    assert texts[0] == texts[1]


def test_a_run_is_measured() -> None:
    code = "import time; print('begun'); data = bytearray(90_000_000); time.sleep(0.3); print('done')"
    one = run([sys.executable, "-c", code])
    assert 0.3 < one.seconds < 20
    assert one.said["begun"] < one.said["done"] <= one.seconds
    assert one.memory > 80 or not Path("/proc/self/smaps_rollup").exists()


def test_the_memory_of_what_a_run_starts_is_its_own() -> None:
    inner = "import time; data = bytearray(90_000_000); time.sleep(0.4)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    assert run([sys.executable, "-c", code]).memory > 80 or not Path("/proc/self/smaps_rollup").exists()


def test_a_run_that_fails_is_no_measure() -> None:
    with pytest.raises(RuntimeError, match="exit code 3: broken"):
        run([sys.executable, "-c", "print('broken'); raise SystemExit(3)"])


def test_a_row_tells_median_spread_memory_and_ratio() -> None:
    runs = [Run(2.0, 50.0), Run(4.0, 70.0), Run(3.0, 60.0)]
    assert row("ours", runs, 6.0).split() == ["ours", "3.00", "2.00", "70MB", "0.50"]


def test_a_site_grows_by_sound_pages(built: Tree, tmp_path: Path) -> None:
    before = len(list((built.root / "site").rglob("*.html")))
    site = grown(built.root / "site", tmp_path / "site", before + 6)
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert len(pages) == before + 6
    assert {"en/light-1/index.html", "fr/light-3/index.html"} <= set(pages)
    assert "/en/light-2/</loc>" in (site / "sitemap.xml").read_text()
    assert 'href="light-1/"' in (site / "fr/index.html").read_text()
