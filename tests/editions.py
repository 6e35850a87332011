"""Editions of a built site, for tests of copies to take away."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from real_site import Site

from handbook.copies.edition import Edition
from handbook.stage import stage_handbook


def editions(site: Site, folder: Path) -> dict[str, Edition]:
    """Return an edition for each language of a site; ``folder`` takes the staged words."""
    staged = stage_handbook(site.settings.root, folder, allow_missing=False)
    return {one.code: Edition(staged, one, site.folder / one.code) for one in staged.settings.languages}


@pytest.fixture(scope="session")
def sample_editions(sample: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The editions of the invented union, one of which is written right to left."""
    return editions(sample, tmp_path_factory.mktemp("staged"))


def with_a_picture(edition: Edition, folder: Path) -> Edition:
    """Return a copy of an edition in ``folder``, with a page that shows a picture, lamp.svg, which is not there yet."""
    shutil.copytree(edition.folder, folder)
    page = folder / "words" / "index.html"
    shown = page.read_text(encoding="utf-8").replace("</article>", '<img src="../lamp.svg" alt="Lampe"></article>')
    page.write_text(shown, encoding="utf-8")
    return replace(edition, folder=folder)
