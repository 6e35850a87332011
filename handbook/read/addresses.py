"""The address of a page inside its language; the same whatever engine builds it."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote


def html_file(path: str) -> str:
    """Return the file of a page inside its language: ``programme/field.md`` -> ``programme/field/index.html``."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return f"{folder}{slash}{'' if name in ('index', 'README') else f'{name}/'}index.html"


@cache
def page_url(path: str) -> str:
    """Return the address of a page inside its language: ``programme/field.md`` -> ``programme/field/``."""
    return quote(html_file(path).removesuffix("index.html"))
