"""What a build leaves after an edit, with everything that earlier builds worked out, is what a clean build leaves.

Edits are drawn at random; `HANDBOOK_EDITS=200` makes as many in one go.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Tree

from handbook.kept import Kept
from handbook.problems import Refused
from handbook.way import build_site

EDITS = int(os.environ.get("HANDBOOK_EDITS", "8"))
OIL = "---\ndescription: Oil.\n---\n# Oil {{ #oil }}\n\nWords {0}, and [light](light.md).\n"
SPANISH = """\
        - locale: es
          name: Español
          site_name: Farolas
          site_description: Lo que queremos.
          nav_translations: { The year: El año }
"""


class Writer:
    """A person who edits a handbook without a plan."""

    def __init__(self, tree: Tree, seed: int) -> None:
        self.tree, self.chance, self.count = tree, random.Random(seed), 0

    def edit(self) -> str:
        """Make one edit that is possible now, and return its name."""
        self.count += 1
        while True:
            one = self.chance.choice(KINDS)
            if one(self):
                return one.__name__.removeprefix("_")

    def _any(self, pattern: str) -> str:
        found = sorted(self.tree.root.glob(pattern))
        return self.chance.choice(found).relative_to(self.tree.root).as_posix() if found else ""

    def _put(self, file: str, old: str, new: str, count: int = 0) -> bool:
        text = self.tree.read(file)
        changed = re.sub(old, lambda _found: new, text, count=count)
        self.tree.write(file, changed)
        return changed != text


def _a_page(self: Writer) -> bool:
    self.tree.append(self._any("docs*/*.md"), f"\nWords {self.count}.\n")
    return True


def _a_page_back(self: Writer) -> bool:
    return self._put(self._any("docs*/*.md"), r"\nWords \d+\.\n", "")


def _a_sentence(self: Writer) -> bool:
    return self._put(self._any("docs*/data/programme/light.yml"), r"\b4\d\b", f"4{self.count % 10}")


def _a_name(self: Writer) -> bool:
    return self._put(self._any("docs*/data/bodies.yml"), r"short: \w+", f"short: LB{self.count}")


def _a_title(self: Writer) -> bool:
    return self._put(
        self._any("docs*/data/programme/light.yml"), r"(?m)\Atitle: .*|(?<=\n)title: .*", f"title: Light {self.count}"
    )


def _a_fact(self: Writer) -> bool:
    return self._put("docs/data/documents.yml", r'date: "1901-0\d-04"', f'date: "1901-0{1 + self.count % 9}-04"')


def _a_label(self: Writer) -> bool:
    return self._put(self._any("docs*/data/labels.yml"), r"(?m)^search: .*", f"search: Search {self.count}")


def _the_navigation(self: Writer) -> bool:
    return self._put("mkdocs.yml", r"The year: [^}]*", f"The year: Année {self.count} ", 1)


def _a_template(self: Writer) -> bool:
    file = "overrides/partials/top.html"
    return self._put(file, r"(<!-- \d+ -->)?\Z", f"<!-- {self.count} -->", 1)


def _a_style(self: Writer) -> bool:
    self.tree.append("overrides/stylesheets/handbook.css", f"\n.own-{self.count} {{ color: red }}\n")
    return True


def _a_macro(self: Writer) -> bool:
    return self._put("macros/mention.jinja", r"(\{# \d+ #\}\n)?\Z", f"{{# {self.count} #}}\n", 1)


def _a_page_more(self: Writer) -> bool:
    folder = self._any("docs*")
    if not (self.tree.root / "docs/oil.md").exists():
        folder = "docs"
        self._put("mkdocs.yml", r"\n  - The year:", "\n  - oil.md\n  - The year:", 1)
    self.tree.write(f"{folder}/oil.md", OIL.format(self.count))
    return True


def _a_page_less(self: Writer) -> bool:
    for file in sorted(self.tree.root.glob("docs*/oil.md")):
        file.unlink()
    return self._put("mkdocs.yml", r"\n  - oil\.md", "")


def _a_translation_less(self: Writer) -> bool:
    file = self.tree.root / "docs_fr/light.md"
    if file.exists():
        file.rename(self.tree.root / "light.md.aside")
    else:
        (self.tree.root / "light.md.aside").rename(file)
    return True


def _a_page_elsewhere(self: Writer) -> bool:
    names = ("light.md", "lamps/light.md")
    old, new = names if "lamps/light.md" not in self.tree.read("mkdocs.yml") else names[::-1]
    for folder in sorted(self.tree.root.glob("docs*")):
        if (folder / old).exists():
            (folder / new).parent.mkdir(exist_ok=True)
            (folder / old).rename(folder / new)
        for page in folder.glob("*.md"):
            self._put(page.relative_to(self.tree.root).as_posix(), re.escape(f"({old})"), f"({new})")
    return self._put("mkdocs.yml", rf"- {re.escape(old)}", f"- {new}")


def _a_picture(self: Writer) -> bool:
    folder = self._any("docs*")
    self.tree.write(f"{folder}/lamp.svg", f"<svg><!-- {self.count} --></svg>")
    return True


def _a_language(self: Writer) -> bool:
    if "locale: es" in self.tree.read("mkdocs.yml"):
        return self._put("mkdocs.yml", re.escape(SPANISH), "")
    return self._put("mkdocs.yml", r"markdown_extensions:", f"{SPANISH}markdown_extensions:", 1)


def _the_address(self: Writer) -> bool:
    return self._put("mkdocs.yml", r"lamps\d*\.example", f"lamps{self.count}.example")


def _the_memory(self: Writer) -> bool:
    shutil.rmtree(self.tree.root / "docs_fr/translated-from", ignore_errors=True)
    memory = "format: 1\nunits: {}\n"
    self.tree.write("docs_fr/translated-from/light.yml", memory if self.count % 2 else f"{memory}# {self.count}\n")
    return True


KINDS: list[Callable[[Writer], bool]] = [
    _a_page,
    _a_page_back,
    _a_sentence,
    _a_name,
    _a_title,
    _a_fact,
    _a_label,
    _the_navigation,
    _a_template,
    _a_style,
    _a_macro,
    _a_page_more,
    _a_page_less,
    _a_translation_less,
    _a_page_elsewhere,
    _a_picture,
    _a_language,
    _the_address,
    _the_memory,
]


def built(tree: Tree, site: Path, kept: Kept | None) -> dict[str, bytes] | str:
    """Return the files of a build, or what is wrong with the words."""
    try:
        build_site(tree.root, site, allow_missing=True, kept=kept)
    except Refused as refused:
        return str(refused)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def own(tiny: Tree) -> Tree:
    """A handbook with a look and macros of its own, which can be edited as well."""
    for folder in ("overrides", "macros"):
        shutil.copytree(ROOT / folder, tiny.root / folder)
    text = tiny.read("mkdocs.yml")
    tiny.write("mkdocs.yml", re.sub(r"custom_dir: [^,]+", f"custom_dir: {tiny.root / 'overrides'}", text))
    return tiny


def _restore(folder: Path, source: Path) -> None:
    """Make ``folder`` what ``source`` is, but for what builds keep there."""
    kept = folder / "build"
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path != kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("build"))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_build_after_any_edit_is_a_clean_build(
    own: Tree, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    aside = tmp_path_factory.mktemp("aside")
    writer, kept = Writer(own, seed), Kept(own.root / "build" / "kept")
    done, published = ["nothing"], 0
    for _turn in range(EDITS // 2 + 1):
        ours, clean = (built(own, aside / name, store) for name, store in (("ours", kept), ("clean", None)))
        if isinstance(ours, str) or isinstance(clean, str):
            assert ours == clean, done
            assert (aside / "before").exists(), ours
            _restore(own.root, aside / "before")
        else:
            published += 1
            assert ours.keys() == clean.keys(), done
            assert [path for path in clean if ours[path] != clean[path]] == [], done
        shutil.rmtree(aside / "clean", ignore_errors=True)
        _restore(aside / "before", own.root)
        done = [writer.edit() for _ in range(writer.chance.choice((1, 1, 1, 3)))]
    assert published > EDITS // 4, "most edits leave a handbook that can be built"
