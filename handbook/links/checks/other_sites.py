"""Links to sites of others lead to the version in the page's language, where there is one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from handbook.links.checks.targets import finding
from handbook.links.finding import Finding
from handbook.links.language_tags import main
from handbook.links.versions import Versions


def check_other_sites(versions: Versions) -> Iterator[Finding]:
    """Yield links to the version of another site in another language, by the table of `Options.twins`."""
    tables = [{main(tag): _plain(start) for tag, start in one.items()} for one in versions.site.options.twins]
    if not tables:
        return

    @cache
    def better(address: str, language: str) -> tuple[str, str]:
        return _better(tables, address, language)

    for page in versions.site.pages:
        language = main(versions.tongue.get(page.name) or page.language)
        for link in versions.site.links(page) if language else ():
            one = link.reference
            if link.target.kind == "outside" and one.kind == "link":
                other, instead = better(one.address.strip(), language)
                if other:
                    code = "other-version-marked" if one.language else "other-version"
                    yield finding(code, page, link, instead, language=language, other=other)


def _better(tables: list[dict[str, str]], address: str, language: str) -> tuple[str, str]:
    """Return the language of an address and where its version in ``language`` begins; nothing if it is right.

    The longest start in any table decides. A file below a start that others begin with too has no language.
    """
    plain = _plain(address)
    found = [(len(start), code, one) for one in tables for code, start in one.items() if _begins(plain, start)]
    if not found:
        return "", ""
    _, other, table = max(found, key=lambda each: each[0])
    start = table[other]
    shared = any(one != start and one.startswith(start) for one in table.values())
    if other == language or language not in table or (shared and _is_file(plain)):
        return "", ""
    return other, table[language] + plain[len(start) :]


def _begins(address: str, start: str) -> bool:
    rest = address[len(start) :]
    return address.startswith(start) and (start.endswith(("/", "=", "-")) or rest[:1] in ("", "/", "?", "#"))


def _is_file(address: str) -> bool:
    end = posixpath.splitext(urlsplit(address).path)[1].lower()
    return end not in ("", ".html", ".htm", ".php", ".aspx", ".asp", ".jsp")


def _plain(address: str) -> str:
    """Return an address as it is compared: https, the host in small letters, a slash after it."""
    parts = urlsplit(address)
    return parts._replace(scheme="https", netloc=parts.netloc.lower(), path=parts.path or "/").geturl()
