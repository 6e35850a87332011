"""The versions of a page have the same anchors, so that a link to a section holds in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.links.document import Document
from handbook.links.finding import Finding
from handbook.links.near import Names
from handbook.links.versions import Versions

#: Made by programs, numbered or by the alphabet: nobody links them from elsewhere.
_MADE = re.compile(
    r"__.*|fn(?:ref)?\d*[:_-].*|id\d+|_\d+|[^\W\d_]|.*[-_]\w|.*[-_]\d+|toc.*|(?:search|main|content|top)"
)

_FEW = 2


def check_twin_anchors(versions: Versions) -> Iterator[Finding]:
    """Yield pages that lack anchors which their version in the reference language has, or have others.

    Only anchors count that some link of the site leads to, in any language. Where most anchors of a language
    differ, they were made from translated headings: that is told once, at the first page of the language.
    """
    made = {one for anchors in versions.anchors.values() for one in anchors if _MADE.fullmatch(one)}
    compared: dict[str, list[tuple[Document, Document, list[str], list[str]]]] = {}
    same: dict[str, int] = {}
    for page, original in _pairs(versions):
        used = {one for each in (page, original) for one in versions.anchors.get(each.name, ())} - made
        lacking = [one for one in original.ids if one in used and one not in page.ids]
        extra = [one for one in page.ids if one in used and one not in original.ids]
        language = versions.tongue[page.name]
        same[language] = same.get(language, 0) + len(used & page.ids.keys() & original.ids.keys())
        if lacking or extra:
            compared.setdefault(language, []).append((page, original, lacking, extra))
    for language, found in compared.items():
        differing = sum(max(len(lacking), len(extra)) for _, _, lacking, extra in found)
        if differing > _FEW and differing > same[language]:
            facts = {"language": language, "number": str(differing)}
            yield Finding("translated-anchors", versions.home(language) or found[0][0].name, facts=facts)
        else:
            for each in found:
                yield from _differing(*each)


def _pairs(versions: Versions) -> Iterator[tuple[Document, Document]]:
    """Yield each translated page with its original: that in the reference language, else in the first one."""
    reference = versions.key(
        versions.site.options.reference or versions.folders.get("", "") or next(iter(versions.known), "")
    )
    documents = versions.site.documents
    for name in sorted(versions.real & versions.groups.keys()):
        group = versions.groups[name]
        first = reference if reference in group else sorted(group)[0]
        if group[first] != name and group[first] in versions.real:
            yield documents[name], documents[group[first]]


def _differing(page: Document, original: Document, lacking: list[str], extra: list[str]) -> Iterator[Finding]:
    near = Names(extra)
    renamed: set[str] = set()
    for one in lacking:
        instead = near.nearest(one) or (extra[0] if len(lacking) == len(extra) == 1 else "")
        renamed.add(instead)
        line = page.ids.get(instead, 0)
        facts = {
            "other": original.name,
            "line": str(original.ids[one]),
            "found": f" (here it is '{instead}')" * bool(instead),
        }
        yield Finding("other-anchors", page.name, line, f"#{one}", facts=facts)
    for one in extra:
        if one not in renamed:
            facts = {"other": page.name, "line": str(page.ids[one]), "found": ""}
            yield Finding("other-anchors", original.name, 0, f"#{one}", facts=facts)
