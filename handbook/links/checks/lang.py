"""Each page says in which language it is, and is in that one."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.language_tags import is_tag, main
from handbook.links.versions import Versions, same_text

#: Fewer characters do not tell a language.
_ENOUGH = 200
#: On so many pages it is told page by page that none of them says a language.
_FEW = 3


def check_lang(versions: Versions) -> Iterator[Finding]:
    """Yield pages whose ``lang`` is missing, is no language tag, or is not that of their folder or their words.

    Where no page of the site says a language, that is told once.

    https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes
    """
    pages = [page for page in versions.site.pages if page.name not in versions.site.moves.pages]
    silent = [page for page in pages if not page.language and (page.title or page.references)]
    everywhere = len(silent) > _FEW and not any(page.language for page in pages)
    scope = f"; no page of this site does ({len(silent)})" if everywhere else ""
    for page in silent[:1] if everywhere else silent:
        facts = {"expected": versions.tongue.get(page.name) or "…", "scope": scope}
        yield Finding("no-language", page.name, page.language_line, facts=facts)
    for page in pages:
        if not page.language:
            continue
        if not is_tag(page.language):
            instead = page.language.replace("_", "-")
            meant = instead if is_tag(instead) else ""
            facts = {"found": page.language, "where": "lang"}
            yield Finding("bad-language", page.name, page.language_line, instead=meant, facts=facts)
        else:
            yield from _check(versions, page)


def _check(versions: Versions, page: Document) -> Iterator[Finding]:
    expected = versions.tongue.get(page.name, "") if versions.folders else ""
    if expected and not versions.fits(page.language, expected) and page.name not in versions.fallbacks:
        facts = {"found": page.language, "expected": expected}
        yield Finding("wrong-language", page.name, page.language_line, facts=facts)
    elif other := _other(versions, page):
        yield Finding("text-language", page.name, page.language_line, facts={"found": page.language, "expected": other})


def _other(versions: Versions, page: Document) -> str:
    """Return the language in which the words of a page are, if it is clearly another than the page says, or ``""``."""
    if page.content_language or len(page.text) < _ENOUGH:
        return ""
    if (identify := versions.site.options.identify) is not None:
        found = identify(page.text)
        return found if found and main(found) != main(page.language) else ""
    reference = main(versions.site.options.reference)
    for language, other in versions.groups.get(page.name, {}).items():
        if reference == main(language) != main(page.language) and same_text(page, versions.site.documents[other]):
            return language
    return ""
