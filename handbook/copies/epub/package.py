"""The list of all that an e-book holds, with what libraries and readers' programs ask of it.

https://www.w3.org/TR/epub-33/#sec-package-doc, https://www.w3.org/TR/epub-a11y-11/.
"""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import escape

from handbook.copies.edition import Edition

#: What is true of every edition, and of one with charts or pictures, which always come with words.
_FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability")
_SEEN = ("alternativeText",)


@dataclass(frozen=True)
class File:
    """A file of the book: ``name`` below its folder, what it is, and whether it is read in its turn."""

    name: str
    content: bytes
    properties: str = ""
    read: bool = False

    @property
    def media(self) -> str:
        """Return its type, by its name."""
        if self.name.endswith(".xhtml"):
            return "application/xhtml+xml"
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


def package(edition: Edition, files: Sequence[File], publisher: str, description: str) -> bytes:
    """Return the package document; it is the same for the same files and the same day."""
    language = edition.language
    names = {one.name: f"f{number}" for number, one in enumerate(files, 1)}
    items = "\n".join(_item(one, names[one.name]) for one in files)
    spine = "\n".join(f'<itemref idref="{names[one.name]}"/>' for one in files if one.read)
    told = "\n".join(_metadata(edition, any(map(_is_seen, files)), publisher, description))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language.code}" \
dir="{language.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{told}
</metadata>
<manifest>
{items}
</manifest>
<spine page-progression-direction="{language.direction}">
{spine}
</spine>
</package>
""".encode()


def _item(file: File, name: str) -> str:
    properties = f' properties="{file.properties}"' if file.properties else ""
    return f'<item id="{name}" href="{quote(file.name)}" media-type="{file.media}"{properties}/>'


def _is_seen(file: File) -> bool:
    return "svg" in file.properties or file.media.startswith("image/")


def _metadata(edition: Edition, seen: bool, publisher: str, description: str) -> Iterator[str]:
    language, day = edition.language, edition.staged.settings.date.isoformat()
    yield f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, edition.address)}</dc:identifier>'
    yield f"<dc:title>{escape(language.site_name)}</dc:title>"
    yield f"<dc:language>{language.code}</dc:language>"
    yield f"<dc:date>{day}</dc:date>"
    yield f"<dc:source>{escape(edition.address)}</dc:source>"
    for name, words in (("publisher", publisher), ("creator", publisher), ("description", description)):
        if words:
            yield f"<dc:{name}>{escape(words)}</dc:{name}>"
    yield f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
    for mode in ("textual", *(("visual",) if seen else ())):
        yield f'<meta property="schema:accessMode">{mode}</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    for feature in (*_FEATURES, *(_SEEN if seen else ())):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    summary = escape(edition.labels["copy-accessible"])
    yield f'<meta property="schema:accessibilitySummary">{summary}</meta>'
