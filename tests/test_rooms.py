"""The rooms of the project: imports go one way, and each room does only what it is for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

# From the ground up; a room may import from the rooms before it, and from itself.
FLOORS = (
    "problems",
    "process",
    "kept",
    "side_by_side",
    "apart",
    "reports",
    "links",
    "model",
    "read",
    "write",
    "join",
    "translations",
    "render",
    "stage",
    "build",
    "finish",
    "copies",
    "check",
    "publish",
    "way",
    "unchanged",
    "next_year",
    "preview",
    "measure",
)
MODULES = sorted((ROOT / "handbook").rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""


def room(path: Path) -> str:
    return path.relative_to(ROOT / "handbook").with_suffix("").parts[0]


def of_the_handbook(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("handbook.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_from_later_steps_to_earlier_ones(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        assert not of_the_handbook(path)
        return
    assert own in FLOORS, f"{own} has no floor yet: give it one in this test and in handbook/__init__.py"
    back = {name for name in of_the_handbook(path) if FLOORS.index(name) > FLOORS.index(own)}
    assert not back


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_build_step_knows_the_engine(path: Path) -> None:
    engine = [name for name in imports(path) if name.split(".")[0] in ("mkdocs", "material", "mkdocs_static_i18n")]
    assert not engine or room(path) == "build"


def test_the_check_of_links_knows_nothing_of_handbooks() -> None:
    used = {name for path in MODULES if room(path) == "links" for name in of_the_handbook(path)}
    assert used == {"problems", "kept", "side_by_side", "reports", "links"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_step_prints_or_ends_the_process(path: Path) -> None:
    names = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    assert not names & {"print", "exit", "quit", "breakpoint", "input"}
    assert "sys.exit" not in path.read_text(encoding="utf-8")


def test_the_scripts_are_doors() -> None:
    for path in sorted((ROOT / "scripts").glob("*.py")):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 130, f"{path.name} has grown rooms of its own: {lines} lines"
        assert '"""' in path.read_text(encoding="utf-8").split("\n")[0]


def test_nothing_imports_the_scripts_or_the_tests() -> None:
    doors = {path.stem for path in (ROOT / "scripts").glob("*.py")}
    for path in MODULES:
        assert not {name.split(".")[0] for name in imports(path)} & (doors | {"scripts", "tests", "conftest"})
