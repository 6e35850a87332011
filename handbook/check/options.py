"""What the check of links is told about a handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from handbook.copies.edition import FOLDER
from handbook.links import Options
from handbook.links.config import read_config
from handbook.read.settings import Settings
from handbook.translations.language.identification import likely_language

#: The file beside ``mkdocs.yml`` that says what only the check of links must know.
LINKS = "links.yml"
#: So many letters tell a language.
_ENOUGH = 600


def link_options(settings: Settings, folders: Mapping[str, str] | None = None) -> Options:
    """Return what ``mkdocs.yml`` says of address and languages, and ``links.yml`` of the rest.

    ``folders`` gives the language of each folder; without it those of the built site, whose chooser at the
    root is in the reference language. Raises `Refused` if ``links.yml`` cannot be used.
    """
    reference = settings.reference.code
    file = settings.root / LINKS
    known = read_config(file, LINKS).options() if file.exists() else Options()
    return replace(
        known,
        address=settings.site_url,
        languages=folders or {one.code: one.code for one in settings.languages} | {"": reference},
        reference=reference,
        downloads=(FOLDER, *(f"{one.code}/{FOLDER}" for one in settings.languages)),
        identify=cache(lambda text: likely_language(text[:_ENOUGH])),
    )
