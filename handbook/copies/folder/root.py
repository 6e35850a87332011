"""The chooser at the root of a copy in all languages."""

from __future__ import annotations

from handbook.copies.edition import Edition
from handbook.copies.folder.links import Links
from handbook.copies.trees import drop, made, opened, written

_CHOOSER = "index.html"


def chooser(edition: Edition, links: Links) -> dict[str, bytes]:
    """Return the chooser of the site, which stands beside the folders of its languages, with its style and script."""
    site, code = edition.folder.parent, edition.staged.settings.reference.code
    root = opened(site / _CHOOSER)
    address = f"{edition.staged.settings.site_url.rstrip('/')}/"
    for element in [*root.iter("script", "link"), *root.iterfind(".//meta[@http-equiv]")]:
        if element.get("rel") != "canonical":
            drop(element)
    head = root.find("head")
    assert head is not None, "the chooser has a head"
    own = site / code
    files = {
        "root.css": b"".join(
            (own / "stylesheets" / f"{name}.css").read_bytes() for name in ("colours", "words", "root")
        ),
        "root.js": b"".join((own / "javascripts" / f"{name}.js").read_bytes() for name in ("colours", "chooser")),
    }
    head.append(made("link", rel="stylesheet", href="root.css"))
    head.append(made("script", src="root.js", defer="defer"))
    for link in root.iter("a"):
        link.set("href", links.to(link.get("href") or "", address, _CHOOSER))
    return {_CHOOSER: written(root).encode(), **files}
