"""The first page of an e-book: what it is, of which day, whose words it holds and on what they are based."""

from __future__ import annotations

from markupsafe import escape

from handbook.copies.edition import Edition
from handbook.copies.epub.xhtml import document
from handbook.copies.imprint import edition_words, sources


def cover(edition: Edition, publisher: str) -> bytes:
    """Return the cover as a page, with the standing of each source document."""
    labels, name, home = edition.labels, escape(edition.language.site_name), escape(edition.address)
    based = "\n".join(f"<li>{escape(title)} ({escape(standing)})</li>" for title, standing in sources(edition))
    listed = f"<h2>{escape(labels['copy-sources'])}</h2>\n<ul>\n{based}\n</ul>" if based else ""
    body = f"""<section class="cover">
<p>{escape(publisher)}</p>
<h1>{name}</h1>
<p>{escape(edition_words(edition))}</p>
{listed}
<p>{escape(labels["copy-newest"])} <a href="{home}" dir="ltr">{home}</a></p>
</section>"""
    return document(edition.language, edition.language.site_name, body, "cover")
