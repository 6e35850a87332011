"""Tags of languages, as ``lang`` and ``hreflang`` hold them.

https://www.rfc-editor.org/rfc/rfc5646#section-2.1
The form is checked, not the registry: ``xx`` may be a language, ``english`` and ``fr_FR`` are no tags at all.
"""

from __future__ import annotations

import re
from functools import cache

_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # a language, perhaps with the older way to write a dialect
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"  # variants
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z\d]{1,8})+)?"  # private use
    r"|x(?:-[a-z\d]{1,8})+"
    r"|i-[a-z]{2,8}|sgn-(?:be-fr|be-nl|ch-de)|zh-min(?:-nan)?|en-gb-oed|art-lojban|cel-gaulish)",
    re.IGNORECASE,
)


def is_tag(tag: str) -> bool:
    """Tell whether ``tag`` has the form of a language tag (RFC 5646, section 2.1)."""
    return _TAG.fullmatch(tag) is not None


@cache
def main(tag: str) -> str:
    """Return the language of a tag alone, in small letters: ``fr`` of ``fr-CH``."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def script(tag: str) -> str:
    """Return the script that a tag names, in small letters, or ``""``: ``hant`` of ``zh-Hant-TW``."""
    return next((part.lower() for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")


def agree(one: str, other: str) -> bool:
    """Tell whether two tags can be of one text: ``fr`` and ``fr-CH`` can, ``fr-CA`` and ``fr-CH`` cannot.

    One must begin with the other (RFC 4647, section 3.3.1, basic filtering, in either direction).
    """
    one, other = one.lower(), other.lower()
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")
