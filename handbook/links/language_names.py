"""What languages are called, in themselves and in others (Unicode CLDR, by way of Babel)."""

from __future__ import annotations

import re
from functools import cache

from handbook.links.language_tags import main

#: The usual entries of a language switch, so that Babel's tables (0.1 s) are read only for others.
_USUAL = {
    "ar": "العربية",
    "ca": "català",
    "cs": "čeština",
    "de": "deutsch",
    "en": "english",
    "es": "español",
    "fr": "français",
    "hi": "हिन्दी",
    "it": "italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "nederlands",
    "pl": "polski",
    "pt": "português",
    "ru": "русский",
    "tr": "türkçe",
    "uk": "українська",
    "zh": "中文",
}

_LONGEST_TAG = 3


@cache
def names(language: str, within: str = "") -> frozenset[str]:
    """Return what a language is called in ``within`` (in itself if empty), in small letters, with its tags."""
    if not within and language in _USUAL:
        return frozenset((language, _USUAL[language]))
    from babel import Locale, UnknownLocaleError  # only sites in several languages need it

    found = {language.casefold(), main(language)} if not within else set()
    try:
        named = Locale.parse(language, sep="-")
        inside = Locale.parse(within or language, sep="-")
        found |= {str(named.get_language_name(inside)), str(named.get_display_name(inside))}
    except (UnknownLocaleError, ValueError):
        pass
    return frozenset(one.casefold() for one in found if one and one != "None")


def is_name(label: str, language: str, *within: str) -> bool:
    """Tell whether a label names a language: in itself, by its tag, in English, or in one of the others."""
    return is_own_name(label, language) or _holds(label, language, ("en", *within))


def is_own_name(label: str, language: str) -> bool:
    """Tell whether a label names a language as those who speak it do, or by its tag."""
    return _holds(label, language, ("",))


def own_name(language: str) -> str:
    """Return what a language calls itself, or its tag where that is not known."""
    longer = sorted(names(language) - {language.casefold(), main(language)}, key=len)
    return longer[0].capitalize() if longer else language


@cache
def _holds(label: str, language: str, within: tuple[str, ...]) -> bool:
    folded = label.casefold()
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", folded))
    called = frozenset().union(*(names(language, one) for one in within))
    # A tag names a language only where it stands alone: "en" and "de" are words of others.
    named = {one for one in words if len(one) > _LONGEST_TAG or len(words) == 1}
    return any(one in named or (one in folded and not one.isalpha()) or one == folded.strip() for one in called)
