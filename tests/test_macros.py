"""Each macro writes the Markdown of its golden pair; `python3 tests/test_macros.py` writes the pairs anew."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, TINY

from handbook.join.join import join
from handbook.problems import Problem
from handbook.read.settings import read_settings
from handbook.read.words import read_words
from handbook.render.environment import PageEnvironment, macro_names, page_environment
from handbook.translations.freshness import Behind, Freshness

GOLDEN = ROOT / "tests" / "golden"
LANGUAGES = ("en", "fr")
FRESH = Freshness(
    "fr",
    units=1040,
    current=1038,
    words=9000,
    current_words=8990,
    behind=(
        Behind("terms.lamp-round.about", "outdated", "terms.lamp-round", "The streets.", datetime.date(1901, 3, 4)),
        Behind("oil.md#top/item-1", "missing", "oil.md#top", "Oil.", None),
        Behind("labels.see", "outdated", "labels", "see:", None),
    ),
    days={},
)
PAGES = sorted(path.stem for path in GOLDEN.glob("*.md") if "." not in path.stem)


@cache
def environments() -> dict[str, PageEnvironment]:
    """The golden words, in English and in a French that lacks some sentences."""
    config = GOLDEN / "mkdocs.yml"
    config.write_text(TINY["mkdocs.yml"], encoding="utf-8")
    try:
        settings = read_settings(GOLDEN)
    finally:
        config.unlink()
    problems: list[Problem] = []
    joined = join(read_words(settings, problems), problems)
    assert problems == [], [str(problem) for problem in problems]
    assert joined is not None
    settings = replace(settings, root=ROOT, date=datetime.date(1901, 3, 5))
    return {
        language.code: page_environment(settings, joined.handbooks, language, {"fr": FRESH})
        for language in settings.languages
    }


def written(page: str, code: str) -> str:
    """What the page's macro calls become; runs of empty lines, which mean nothing, are one."""
    source = (GOLDEN / f"{page}.md").read_text(encoding="utf-8")
    text = environments()[code].template(source, f"{page}.md").render()
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def expected(page: str, code: str) -> Path:
    return GOLDEN / f"{page}.{code}.expected.md"


def test_every_macro_has_a_golden_pair() -> None:
    assert macro_names(ROOT) == PAGES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_macro_writes_what_its_golden_pair_says(page: str, code: str) -> None:
    assert written(page, code) == expected(page, code).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        for language in LANGUAGES:
            expected(each, language).write_text(written(each, language), encoding="utf-8")
