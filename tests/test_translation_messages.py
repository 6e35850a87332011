"""What scripts/translations.py says is said in three languages, whole, and with the typography of each."""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Tree
from translated import LIGHT, accepted, snapshot, with_lamps

from handbook.problems import Problem
from handbook.translations.messages import catalogue, catalogue_languages
from handbook.translations.messages.problems import problem_text, translated, wrong_text
from handbook.translations.work.lines import fitted, fitted_to

TRANSLATIONS = ROOT / "handbook" / "translations"
MESSAGES = TRANSLATIONS / "messages"
OTHERS = [code for code in catalogue_languages() if code != "en"]
#: The modules whose problems a person meets who translates.
SPEAKING = sorted(
    [module for folder in ("work", "exchange", "writing") for module in (TRANSLATIONS / folder).glob("*.py")]
    + [TRANSLATIONS / f"{name}.py" for name in ("memory", "accept", "write_back")]
    + [ROOT / "handbook" / "read" / f"{name}.py" for name in ("text", "words", "yaml", "yaml_tree", "pages", "marks")]
)


def said(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "translations.py"), *words, "--handbook", str(root)]
    known = {"HANDBOOK_ENVIRONMENT": "ready", "PYTHONIOENCODING": "utf-8", "LC_ALL": ""}
    environment = os.environ | known | environment
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def read(folder: str, code: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((MESSAGES / folder / f"{code}.yml").read_text("utf-8"))
    return loaded


def facts(message: object) -> set[str]:
    forms = message.values() if isinstance(message, dict) else [message]
    return {fact for form in forms for fact in re.findall(r"(?<!\{)\{(\w+)\}", str(form))}


@pytest.mark.parametrize("code", OTHERS)
def test_the_words_of_the_script_are_the_same_in_every_language(code: str) -> None:
    english, other = read("work", "en"), read("work", code)
    assert list(english) == list(other)
    assert {name: facts(words) - {"count"} for name, words in english.items()} == {
        name: facts(words) - {"count"} for name, words in other.items()
    }


@pytest.mark.parametrize("code", OTHERS)
def test_the_problems_are_the_same_in_every_language(code: str) -> None:
    words = read("problems", code)
    assert list(words) == list(read("problems", OTHERS[0]))
    assert [english for english, own in words.items() if facts(english) != facts(own)] == []


@pytest.mark.parametrize("folder", ["work", "problems"])
def test_french_marks_keep_their_no_break_space(folder: str) -> None:
    words = [str(own) for own in read(folder, "fr").values()]
    bare = [own for own in words if re.search(r"(?<!par) [:;?!»](?=\s|$|')|« |[^\u00a0\s]»|«[^\u00a0]", own)]
    assert bare == []
    assert [own for own in words if re.search(r"\w'\w", own)] == []


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("module", SPEAKING, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_problem_is_known_in_every_language(module: Path, code: str) -> None:
    unknown = [sentence for sentence in sentences(module) if translated(sentence, code) is None]
    assert unknown == []


def sentences(module: Path) -> Iterator[str]:
    """Yield what a module says in problems, with a fact for each name it puts in."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "Problem",
            "CouldNotRun",
        ):
            first = isinstance(node.func, ast.Name) and node.func.id == "CouldNotRun"
            given = [*(node.args[:1] if first else node.args[2:3]), *node.args[5:6]]
            given += [word.value for word in node.keywords if word.arg in ("wrong", "todo")]
        elif isinstance(node, ast.Assign) and any(
            isinstance(name, ast.Name) and name.id in ("wrong", "todo", "gist") for name in node.targets
        ):
            given = [node.value]
        else:
            continue
        for each in given:
            branches = [each.body, each.orelse] if isinstance(each, ast.IfExp) else [each]
            yield from (text for branch in branches if (text := _text(branch)))


def _text(node: ast.expr) -> str:
    """Return the words of a string, with ``7`` for what is put in; nothing if another sentence is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    text = ""
    for part in node.values if isinstance(node, ast.JoinedStr) else ():
        if isinstance(part, ast.Constant):
            text += str(part.value)
        elif isinstance(part, ast.FormattedValue) and not text[-1:].isalpha():
            text += "'7'" if "shown(" in ast.unparse(part) else "7"
    return "" if text == "'7': 7" or text.startswith("7 at column") else text


def test_a_problem_in_words() -> None:
    french = catalogue("fr", "work")
    problem = Problem("a.yml", 3, "'words' is written twice (first on line 2)", "words", "'l'été'", "Delete it.")
    assert problem_text(problem, french) == (
        "a.yml:3: «\u00a0words\u00a0» est écrit deux fois (d’abord à la ligne 2)\u00a0; attendu des mots\u00a0;"
        " trouvé «\u00a0l'été\u00a0». Supprimez-le."
    )
    unknown = Problem("a.yml", 3, "nobody knows this", todo="Delete it.")
    assert problem_text(unknown, french) == str(unknown) == problem_text(unknown, catalogue("en", "work"))
    assert wrong_text("x cannot be written: Permission denied", french) == "impossible d’écrire x\u00a0: accès refusé"
    assert translated("'a.b': the translation was deleted", "es") == "«a.b»: se ha suprimido la traducción"
    assert translated("'a.b': nobody knows this", "es") is None
    tabs = "there is a tab at column 4 (and on 2 more lines)"
    assert translated(tabs, "es") == "hay una tabulación en la columna 4 (y en 2 líneas más)"


def test_lines_fit_a_terminal() -> None:
    key = "programme.light.objectives.bright-streets.text.and-more"
    lines = list(fitted(["short", f"    {key}", "      Original\u00a0: one two three four five six seven"], 30))
    assert lines == [
        "short",
        f"    {key}",
        "      Original\u00a0: one two three",
        "        four five six seven",
    ]
    assert list(fitted([""], 80)) == [""]


@pytest.fixture
def changed(tiny: Tree) -> Tree:
    accepted(with_lamps(tiny))
    tiny.replace("docs/data/programme/light.yml", "twice a year", "three times a year")
    tiny.replace(LIGHT, "title: De la lumière pour tout le monde", 'title: ""')
    tiny.replace("docs/lamps.md", "- Lamps of oil\n", "- Lamps of wax\n")
    tiny.append("docs_fr/data/documents.yml", "plan-1902:\n  title: Plan pour 1902\n")
    return tiny


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en_GB", ["to be done, 4 of ", "Translation, unchanged: Compter", "[-gone from the original-]", "NAME"]),
        ("fr_FR", ["à faire, 4 sur ", "Traduction, inchangée\u00a0: Compter", "À traduire (1)", ", ligne 13", "NOM"]),
        ("es_ES", ["por hacer, 4 de ", "Traducción, sin cambios: Compter", "Por traducir (1)", "NOMBRE"]),
    ],
)
def test_status_in_the_language_of_the_terminal(changed: Tree, language: str, expected: list[str]) -> None:
    done = said(changed.root, "status", LANG=f"{language}.UTF-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert [words for words in expected if words not in done.stdout] == []
    assert done.stdout.count("[-twice-]{+three times+}") == 1
    assert said(changed.root, "status", "--messages", language, LANG="C").stdout.split() == done.stdout.split()


def test_lines_are_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal, file = io.StringIO(), io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    line = "  docs_fr/lamps.md:12: " + "une phrase qui est longue\u00a0: " * 5
    assert fitted_to(file, [line]) == [line]
    wrapped = fitted_to(terminal, [line])
    assert max(map(len, wrapped)) <= 40
    assert " ".join(" ".join(wrapped).split(" ")).split() == line.split()


def test_a_language_without_messages_is_said_once_and_english_is_spoken(changed: Tree) -> None:
    done = said(changed.root, "status", "index.md", "--messages", "de", LANG="fr_FR.UTF-8")
    assert done.stderr == "There are no messages in 'de', so these are in English. There are: en, es, fr.\n"
    assert done.stdout.endswith("Nothing to do.\n")
    assert said(changed.root, "status", "index.md", LANG="de_DE.UTF-8").stderr == ""


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ("status lampes.md", 1, "lampes.md: rien à traduire ne porte ce nom. Vouliez-vous dire «\u00a0lamps.md\u00a0»"),
        ("accept --language de", 2, "Dites ce qui est juste"),
        ("accept --language de lamps.md", 2, "n’a pas de traduction «\u00a0de\u00a0»"),
        ("accept --language fr --wording lamps.md", 2, "--wording parle de l’original"),
        ("accept --since HEAD", 2, "il n’y a pas d’historique de git ici"),
        ("accept --since=--output=x", 2, "n’est pas une révision de git"),
        ("accept --everything --date 1901-13-01", 2, "attendu AAAA-MM-JJ, trouvé «\u00a01901-13-01\u00a0»"),
        ("pack --output mkdocs.yml", 2, "Rien n’a été écrit."),
        ("unpack nothing.po", 1, "nothing.po: le fichier ne peut pas être lu\u00a0; trouvé aucun fichier de ce nom."),
        ("unpack mkdocs.yml", 1, "ce n’est pas un envoi\u00a0; attendu un fichier en .po, .xlf ou .xliff."),
        ("status --handbook nowhere", 2, "nowhere ne contient pas de guide"),
    ],
)
def test_mistakes_in_french(changed: Tree, words: str, code: int, expected: str) -> None:
    given = ["--handbook", str(changed.root), *words.split()]
    command = [sys.executable, str(ROOT / "scripts" / "translations.py"), given[2], *given[:2], *given[3:]]
    environment = os.environ | {
        "HANDBOOK_ENVIRONMENT": "ready",
        "PYTHONIOENCODING": "utf-8",
        "LC_ALL": "fr_FR.UTF-8",
        "GIT_CEILING_DIRECTORIES": str(changed.root.parent),
    }
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=changed.root, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_what_one_language_refuses_is_written_for_none(tmp_path: Path) -> None:
    """All languages are looked at before the first is written: what is said, 'nothing was written', is true."""
    shutil.copytree(ROOT / "tests" / "sample", tmp_path, dirs_exist_ok=True)
    memory = tmp_path / "docs_de" / "translated-from" / "index.yml"
    memory.parent.mkdir()
    memory.write_text("format: 99\nunits: {}\n", "utf-8")
    before = snapshot(tmp_path)
    done = said(tmp_path, "accept", "--everything", LANG="es_ES.UTF-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "la memoria la escribió una versión más reciente del programa" in done.stderr
    assert done.stderr.endswith("\n\n1 problema. No se ha escrito nada.\n")
    assert snapshot(tmp_path) == before


def test_each_language_is_asked_for_its_own_folder_only(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sample", tmp_path, dirs_exist_ok=True)
    done = said(tmp_path, "status", "docs_de/index.md", LANG="C")
    assert (done.returncode, done.stdout.count(" to be done, "), done.stderr) == (1, 1, "")
    (tmp_path / "docs_ar" / "index.md").write_text("", "utf-8")
    assert "docs_ar" in said(tmp_path, "status", LANG="C").stdout
    assert "docs_ar" not in said(tmp_path, "status", "--language", "de", LANG="C").stdout
    done = said(tmp_path, "accept", "docs_ar", "--language", "de", LANG="C")
    assert (done.returncode, done.stdout) == (1, "")
