"""The head of a page: what it loads, what it is the same as, and what others show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.links.document import Kind, Reference

#: https://html.spec.whatwg.org/multipage/links.html#linkTypes and the icons of Apple and Mozilla.
_RELATIONS: Mapping[str, Kind] = {
    "stylesheet": "style",
    "icon": "icon",
    "apple-touch-icon": "icon",
    "apple-touch-icon-precomposed": "icon",
    "apple-touch-startup-image": "icon",
    "mask-icon": "icon",
    "fluid-icon": "icon",
    "manifest": "manifest",
    "canonical": "canonical",
    "modulepreload": "script",
}
#: What a page loads ahead. https://fetch.spec.whatwg.org/#concept-potential-destination
_AHEAD: Mapping[str, Kind] = {
    "style": "style",
    "script": "script",
    "font": "font",
    "image": "image",
    "audio": "media",
    "video": "media",
    "track": "media",
}
#: Only a connection is made, or nothing is asked for at all.
_NOT_ASKED = frozenset(("preconnect", "dns-prefetch", "pingback", "profile"))
_SOCIAL = frozenset(
    ("og:image", "og:image:url", "og:image:secure_url", "og:video", "og:video:url", "og:audio", "og:audio:url")
)
_CARDS = frozenset(("twitter:image", "twitter:image:src", "image", "thumbnail"))
_TILES = frozenset(("msapplication-tileimage", "msapplication-config"))
_REFRESH = re.compile(
    r"\s*[\d.]+\s*(?:[;,]\s*|\s)(?:url\s*=\s*)?(?:\"([^\"]*)|'([^']*)|(.*))", re.IGNORECASE | re.DOTALL
)


def read_link(told: Mapping[str, str], line: int) -> Iterator[Reference]:
    """Yield what a `link` element with the attributes ``told`` refers to."""
    address, relations = told.get("href"), told.get("rel", "").lower().split()
    if address is None or not _NOT_ASKED.isdisjoint(relations):
        return
    language, media = told.get("hreflang", ""), told.get("type", "text/html").lower()
    if "alternate" in relations and language and "html" in media:
        yield Reference("alternate", address, line, "link", language=language)
        return
    kinds = [_RELATIONS[one] for one in relations if one in _RELATIONS]
    if "preload" in relations:
        kinds.append(_AHEAD.get(told.get("as", "").lower(), "other"))
    yield Reference(kinds[0] if kinds else "other", address, line, f"link {' '.join(relations)}".strip())


def read_meta(told: Mapping[str, str], line: int) -> Iterator[Reference]:
    """Yield what a `meta` element with the attributes ``told`` refers to.

    https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh, https://ogp.me/
    """
    content = told.get("content", "")
    name = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
    if told.get("http-equiv", "").lower() == "refresh":
        if (found := _REFRESH.match(content)) and (address := (found[1] or found[2] or found[3] or "").strip()):
            yield Reference("refresh", address, line, "meta")
    elif name in _SOCIAL or name in _CARDS:
        yield Reference("social", content, line, f"meta {name}")
    elif name == "og:url":
        yield Reference("other", content, line, "meta og:url")
    elif name in _TILES and content.lower() != "none":
        yield Reference("icon" if name.endswith("image") else "other", content, line, f"meta {name}")
