"""The site holds what its pages ask for: the theme's own scripts, styles and dictionaries stay behind."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbook.stage import Staged

#: What the theme copies into every site, and no page of ours loads.
_UNUSED = ("assets/javascripts", "assets/stylesheets")


def leave_out_unused(staged: Staged, site: Path) -> None:
    """Remove from each language what the engine's theme put there and no page asks for."""
    for language in staged.settings.languages:
        for folder in _UNUSED:
            shutil.rmtree(site / language.code / folder, ignore_errors=True)
