"""The door through which MkDocs comes in: it loads this file and calls what is imported here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from handbook.build.hooks import (
    on_config,
    on_env,
    on_nav,
    on_page_context,
    on_page_markdown,
    on_post_page,
    on_serve,
    on_startup,
    on_template_context,
)

__all__ = [
    "on_config",
    "on_env",
    "on_nav",
    "on_page_context",
    "on_page_markdown",
    "on_post_page",
    "on_serve",
    "on_startup",
    "on_template_context",
]
