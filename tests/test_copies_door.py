"""`build.py --copies`: where the system lacks a library or a package, the site is built and says what it left out."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, Tree

from handbook.copies import needs

#: Packages that are not there, or find no library: what Python meets instead of them.
NO_LIBRARY = "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nAdvice, on many lines.\")\n"
NO_PACKAGE = "raise ModuleNotFoundError(\"No module named 'docx'\")\n"


def run(tree: Tree, *arguments: str, without: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--handbook", str(tree.root), *arguments]
    environment = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"} | ({"PYTHONPATH": str(without)} if without else {})
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture
def tree(tiny: Tree) -> Tree:
    """A handbook with a page for the list."""
    for folder in ("docs", "docs_fr"):
        tiny.write(f"{folder}/take.md", "---\ndescription: x\n---\n# Take { #take }\n\n{{ copies() }}\n")
    tiny.replace("mkdocs.yml", "  - index.md\n", "  - index.md\n  - take.md\n")
    return tiny


def test_without_a_library_the_site_is_built_and_says_what_is_left_out(tree: Tree, tmp_path: Path) -> None:
    lacking = tmp_path / "lacking"
    lacking.mkdir()
    (lacking / "weasyprint.py").write_text(NO_LIBRARY)
    (lacking / "docx.py").write_text(NO_PACKAGE)
    done = run(tree, "--copies", without=lacking)
    assert done.returncode == 0, done.stderr
    assert "cannot load library 'libpango-1.0-0'. " in done.stdout
    assert "Advice" not in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    page = tree.read("site/en/take/index.html")
    assert ".pdf" not in page
    assert "(ZIP, " in page
    assert not list((tree.root / "site").rglob("*.pdf"))


def test_a_run_with_copies_tells_how_many_and_is_over_at_once_the_next_time(tree: Tree) -> None:
    first = run(tree, "--copies")
    assert first.returncode == 0, first.stdout + first.stderr
    assert " copies to take away, in " in first.stdout
    assert zipfile.is_zipfile(tree.root / "site" / "copies" / "handbook.zip")
    assert "Nothing has changed" in run(tree, "--copies").stdout
    plain = run(tree)
    assert "Nothing has changed" not in plain.stdout
    assert "copies to take away" not in plain.stdout
    assert not list((tree.root / "site").rglob("copies"))


def test_missing_libraries_are_named_as_debian_calls_them_and_for_other_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reason, elsewhere = (
        "cannot load library 'x'",
        "On any other system, install Pango and HarfBuzz (libnowhere, libc): ",
    )
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "LIBRARIES", {"libnowhere.so.9": "libnowhere9", "libc.so.6": "libc6"})
    monkeypatch.setattr(needs, "FASTER", {"libnotthere.so.9": "libnotthere9"})
    assert needs.missing_libraries() == ["libnowhere9"]
    assert needs.helpful_libraries() == ["libnowhere9", "libnotthere9"]
    debian, other = needs.what_to_do(reason).split(". ", 1)
    assert debian == "On Debian and Ubuntu, type: sudo apt-get install libnowhere9"
    assert other.startswith(elsewhere)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert needs.missing_libraries() == []
    assert needs.what_to_do(reason).startswith(elsewhere)
    assert needs.what_to_do("No module named 'docx'").startswith("Run the build with a network connection")


def test_what_copies_can_do_without_is_no_reason_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(needs, "LIBRARIES", {"libc.so.6": "libc6"})
    monkeypatch.setattr(needs, "FASTER", {"libnotthere.so.9": "libnotthere9"})
    assert needs.helpful_libraries() == []


def test_what_copies_depend_on_outside_the_program_is_known() -> None:
    told = list(needs.surroundings())
    assert told == list(needs.surroundings())
    assert any("pango" in one for one in told) or needs.missing_libraries()


@pytest.mark.parametrize(("there", "done"), [("pango", False), ("pango subset", True), ("", False)])
def test_what_debian_has_is_installed_where_it_lacks_something_else(there: str, done: bool, tmp_path: Path) -> None:
    apt, log = tmp_path / "apt-get", tmp_path / "installed"
    apt.write_text(
        f"""#!{sys.executable}
import sys, pathlib
wanted = [word for word in sys.argv[2:] if not word.startswith("-")]
if not set(wanted) <= set("{there}".split()):
    sys.exit(100)
with pathlib.Path({str(log)!r}).open("a") as log:
    log.writelines(name + "\\n" for name in wanted)
"""
    )
    apt.chmod(0o755)
    ask = (
        "import os, debian; os.geteuid = lambda: 0; "
        "raise SystemExit(not debian.install_system_packages('pango', 'subset'))"
    )
    environment = os.environ | {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT / "scripts")}
    ended = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=False)
    assert (ended.returncode == 0) is done
    assert (log.read_text().split() if log.exists() else []) == there.split()
