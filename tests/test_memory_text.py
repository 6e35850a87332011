"""What is read at a glance is what YAML reads; what is not as it was written is left to YAML."""

from __future__ import annotations

import pytest
import yaml
from conftest import ROOT

from handbook.translations.memory_text import memory_text, read_at_a_glance

WORDS = (
    "Ask the [[jnc]].",
    "[[jnc]] asks: when?",
    "It's 'so'",
    "'",
    "a # b",
    "a: b",
    "ends:",
    "null",
    "Yes",
    "12",
    "- item",
    "{x}",
    "& so",
    "* so",
    "“Quoted”",
    "¿Cuándo?",
    'He said "no"',
    "a\u00a0b",
    "a\nb",
    "tab\there",
    "é",
    "true story",
)


@pytest.mark.parametrize("words", WORDS, ids=repr)
def test_what_was_written_is_read_back(words: str) -> None:
    units = {
        "roles.one.text": (words, "0a1b2c3d", "2026-11-22"),
        "a-page.md#x/cell-1": ("One", "12345678", "2026-11-22"),
    }
    text = memory_text(units)
    glance = read_at_a_glance(text)
    assert glance in (None, units)
    read = yaml.safe_load(text)["units"]
    assert {key: (one["english"], one["translation"], one["on"]) for key, one in read.items()} == units


def test_nearly_all_of_a_handbook_is_read_at_a_glance() -> None:
    files = sorted(ROOT.glob("docs_*/translated-from/**/*.yml"))
    read = {path: read_at_a_glance(path.read_text(encoding="utf-8")) for path in files}
    assert sum(units is not None for units in read.values()) > 0.9 * len(files) > 0
    for path, units in read.items():
        if units is not None:
            known = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            assert {key: {"english": e, "translation": t, "on": on} for key, (e, t, on) in units.items()} == known[
                "units"
            ]


SOUND = memory_text({"roles.one.text": ("One", "0a1b2c3d", "2026-11-22")})


@pytest.mark.parametrize(
    "text",
    [
        "",
        SOUND + SOUND.split("units:\n")[1],
        SOUND.replace("format: 1", "format: 2"),
        SOUND.replace("One", "'One"),
        SOUND.replace("One", "One: two"),
        SOUND.replace("One", "null"),
        SOUND.replace("One", "One\u200b"),
        SOUND.replace("'on'", "on"),
        SOUND + "# more\n",
        SOUND.replace("0a1b2c3d", "x"),
        "<<<<<<< ours\n" + SOUND,
    ],
    ids=repr,
)
def test_anything_else_is_left_to_yaml(text: str) -> None:
    assert read_at_a_glance(text) is None
