"""Editions of a built site, for tests of copies to take away."""

from __future__ import annotations

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
