"""The catalogue of defects: each class has a page that a person can use, and the code and the pages agree."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from handbook.links.defects import Defect, defect_of, defects
from handbook.links.finding import Finding
from handbook.links.reports.explained import explained

LINKS = ROOT / "handbook" / "links"
PAGES = sorted((LINKS / "defects").glob("*.md"))
MODULES = sorted(path for path in (ROOT / "handbook").rglob("*.py") if "handbook.links" in path.read_text("utf-8"))
#: What a `Finding` knows of itself.
OWN = {"address", "words", "instead", "file"}
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
KNOWN = {path.stem for path in PAGES}

Function = ast.FunctionDef | ast.AsyncFunctionDef


# What the code says.


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, Function))


@cache
def makers(path: Path) -> set[str]:
    """Return the names that make a finding: the classes, and functions of the module that take a code first."""
    own = {node.name for node in functions(path) if node.args.args and node.args.args[0].arg == "code"}
    return own | {"Finding", "Fault"}


def makes(path: Path) -> Iterator[tuple[ast.Call, Function | None]]:
    """Yield each call that makes a finding, with the function it stands in."""
    inside = {call: node for node in functions(path) for call in ast.walk(node) if isinstance(call, ast.Call)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers(path):
            yield node, inside.get(node)


def first(call: ast.Call) -> ast.expr | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return call.args[0] if call.args else named[0] if named else None


def strings(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def codes(node: ast.expr | None, path: Path) -> set[str]:
    """Return the codes that an expression is, as far as it says so: a function of the module is followed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return codes(node.body, path) | codes(node.orelse, path)
    if isinstance(node, ast.BoolOp):
        return {code for one in node.values for code in codes(one, path)}
    if isinstance(node, ast.Tuple) and node.elts:
        return codes(node.elts[0], path)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        called = [one for one in functions(path) if one.name == node.func.id]
        returns = [one.value for each in called for one in ast.walk(each) if isinstance(one, ast.Return)]
        return {code for one in returns if not isinstance(one, ast.Call) for code in codes(one, path)}
    return set()


def given(name: str, inside: Function) -> Iterator[ast.expr]:
    """Yield what a name is set to in a function, alone or as the first of several."""
    for node in ast.walk(inside):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                one = target.elts[0] if isinstance(target, ast.Tuple) else target
                if isinstance(one, ast.Name) and one.id == name:
                    yield node.value


def used() -> Iterator[tuple[Path, int, str]]:
    """Yield each code that is named where a finding is made, or where a name for its code is set."""
    for path in MODULES:
        for call, inside in makes(path):
            code = first(call)
            said = given(code.id, inside) if isinstance(code, ast.Name) and inside is not None else [code]
            yield from ((path, call.lineno, one) for each in said for one in codes(each, path) if one)


@cache
def facts() -> set[str]:
    """Return every name that is given to a fact anywhere in the code."""
    found: set[str] = set()
    for path in MODULES:
        found |= {keyword.arg for call, _ in makes(path) for keyword in call.keywords if keyword.arg}
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Dict):
                found |= {
                    key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
                }
    return found


# What the pages say.


def head(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1])
    assert isinstance(found, dict)
    return found


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def page(path: Path) -> Defect:
    return defect_of(path.stem)


@cache
def said_in_code() -> set[str]:
    return {one for module in MODULES for one in strings(tree(module))}


@cache
def said_in_tests() -> str:
    files = [*(ROOT / "tests").glob("test_*link*.py"), ROOT / "tests/test_check_site.py"]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


@each_page
def test_the_head_holds_what_the_message_needs(path: Path) -> None:
    said = head(path)
    assert CODE.fullmatch(path.stem)
    assert said["severity"] in ("error", "warning", "note")
    assert {"severity", "wrong", "todo"} <= set(said) <= {"severity", "wrong", "todo", "facts"}
    assert isinstance(said["wrong"], str)
    assert not said["wrong"].rstrip().endswith("."), "the report ends the sentence"
    assert isinstance(said["todo"], str)
    assert said["todo"].rstrip().endswith((".", "!", "?", "}")), "a sentence ends, or with a fact such as an address"
    assert "\n" not in said["wrong"].strip() + said["todo"].strip()


@each_page
def test_sentences_use_only_facts_that_exist(path: Path) -> None:
    said = head(path)
    named = fields(said["wrong"]) | fields(said["todo"])
    assert named <= OWN | set(said.get("facts", [])) | facts()
    assert set(said.get("facts", [])) <= facts()


@each_page
def test_the_text_explains_shows_and_cures(path: Path) -> None:
    text = page(path).text
    lines = text.split("\n")
    assert re.fullmatch(r"# \S.{3,70}", lines[0])
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert re.search(r"\*\*Examples?\.\*\*|^## Example", text, re.MULTILINE)
    assert re.search(r"\*\*Cure\.\*\*|^## Cure", text, re.MULTILINE)
    assert 4 <= len([line for line in lines if line.strip()]) <= 40


@each_page
def test_the_page_can_be_shown_in_a_report(path: Path) -> None:
    shown = explained(page(path), 3)
    assert shown.count("<h3") == 1
    assert "<h1" not in shown
    assert "<h2" not in shown


@each_page
def test_the_message_is_whole_when_nothing_is_known(path: Path) -> None:
    bare = Finding(path.stem, "index.html")
    assert page(path).says(bare).strip()
    assert page(path).asks(bare).strip()


def test_each_code_has_a_page() -> None:
    missing = [f"{path.relative_to(ROOT)}:{line}: {code}" for path, line, code in used() if code not in KNOWN]
    assert missing == []


@each_page
def test_each_page_is_used_by_the_code(path: Path) -> None:
    assert path.stem in said_in_code()


@each_page
def test_each_page_is_used_by_a_test(path: Path) -> None:
    assert re.search(rf"(?<![\w-]){path.stem}(?![\w-])", said_in_tests())


def test_titles_differ() -> None:
    titles = [one.text.split("\n")[0] for one in defects().values()]
    assert len(titles) == len(set(titles))
