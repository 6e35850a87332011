"""The dialog of the site's search, as a copy holds it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin

from lxml import etree

from handbook.copies.edition import Edition
from handbook.copies.search.script import plain_script
from handbook.copies.trees import opened
from handbook.problems import CouldNotRun

_FILE, _HERE = "search-dialog.xml", Path(__file__).parent


def dialogue(edition: Edition) -> etree._Element:
    """Return the dialog; its links are addresses below the folder of the language. Raises `CouldNotRun`."""
    try:
        found = opened(edition.folder / _FILE).find(".//dialog")
    except OSError as error:
        raise CouldNotRun(f"{edition.folder / _FILE} cannot be read: {error.strerror}") from None
    if found is None:
        raise CouldNotRun(f"{edition.folder / _FILE} holds no dialog")
    for link in found.iter("a"):
        link.set("href", unquote(urljoin(edition.address, link.get("href"))).removeprefix(edition.address))
    return found


def script(edition: Edition, module: str, folder: Path) -> str:
    """Return a module of a copy in ``folder`` as one script, with those that all copies and the site have."""
    return plain_script(module, folder, _HERE, edition.folder / "javascripts" / "search")
