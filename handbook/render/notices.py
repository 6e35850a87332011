"""What is behind its original says so to readers, where it stands, with the way to the original."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote

from handbook.read.addresses import page_url
from handbook.read.settings import Language, Settings
from handbook.render.dates import written
from handbook.render.rendered import RenderedPage, RenderedSite
from handbook.render.sentences import Sentences
from handbook.translations.freshness import Behind, Freshness
from handbook.translations.freshness import anchor as place_of

_PLACE = r"^(?:\#.*\{{ \#{0} \}}|\{{: \#{0}[^}}]*\}})$"


def with_notices(settings: Settings, site: RenderedSite, fresh: Mapping[str, Freshness]) -> RenderedSite:
    """Return the pages with a notice at everything that is outdated, and with the day of their translation."""
    pages = {code: dict(found) for code, found in site.pages.items()}
    for language in settings.translations:
        noted = notices_of(settings, site, language, fresh)
        pages[language.code] = {path: noted(page) for path, page in pages[language.code].items()}
    return RenderedSite(pages, site.homes, site.handbooks)


def notices_of(
    settings: Settings, site: RenderedSite, language: Language, fresh: Mapping[str, Freshness]
) -> Callable[[RenderedPage], RenderedPage]:
    """Return what puts the notices on a page of a translation."""
    code, homes = language.code, site.homes[settings.reference.code]
    sentences = Sentences(site.handbooks[code], {}, language.locale)
    outdated, days = _outdated(fresh[code], site.homes[code]), _days(fresh[code], site.homes[code])

    def noted(page: RenderedPage) -> RenderedPage:
        if page.language != code:
            return page
        notices = _Notices(settings, language, sentences, page, homes)
        return notices.on(outdated.get(page.path, {}), days.get(page.path, ""))

    return noted


def _outdated(fresh: Freshness, homes: Mapping[str, str]) -> dict[str, dict[str, Behind]]:
    """Return what is outdated on each page, by its anchor."""
    found: dict[str, dict[str, Behind]] = {}
    for one in fresh.behind:
        if one.state == "outdated":
            found.setdefault(_page_of(one.anchor, homes), {}).setdefault(one.anchor, one)
    return found


def _days(fresh: Freshness, homes: Mapping[str, str]) -> dict[str, str]:
    """Return the last day of translation on each page."""
    found: dict[str, str] = {}
    for key, day in fresh.days.items():
        page = _page_of(place_of(key), homes)
        found[page] = max(day, found.get(page, ""))
    return found


def _page_of(anchor: str, homes: Mapping[str, str]) -> str:
    page, mark, _section = anchor.partition("#")
    return page if mark else homes.get(anchor, "")


class _Notices:
    """Writes the notices of one page."""

    def __init__(
        self, settings: Settings, language: Language, sentences: Sentences, page: RenderedPage, homes: Mapping[str, str]
    ) -> None:
        self.settings, self.language, self.sentences, self.page, self.homes = settings, language, sentences, page, homes

    def on(self, outdated: Mapping[str, Behind], day: str) -> RenderedPage:
        """Return the page with a notice at what is ``outdated``, else with the last ``day`` of its translation."""
        markdown = self.page.markdown
        for anchor, one in outdated.items():
            markdown = self._noted(markdown, anchor.rpartition("#")[2], one)
        translated = self._words("translated-from", day) if day and not outdated else ""
        return replace(self.page, markdown=markdown, translated=translated)

    def _noted(self, markdown: str, anchor: str, one: Behind) -> str:
        """Put a notice after the heading or paragraph that carries ``anchor``, else at the top of the page."""
        notice = self._notice(anchor, one)
        place = re.compile(_PLACE.format(re.escape(anchor)), re.M) if anchor else None
        found = place.search(markdown) if place else None
        if found is None:
            return f"{notice}\n\n{markdown}"
        return f"{markdown[: found.end()]}\n\n{notice}\n{markdown[found.end() :]}"

    def _notice(self, anchor: str, one: Behind) -> str:
        original = self.settings.reference
        home = self.homes.get(anchor, self.page.path)
        up = "../" * (page_url(self.page.path).count("/") + 1)
        address = f"{up}{original.code}/{page_url(home)}{f'#{quote(anchor)}' if anchor else ''}"
        day = one.changed.isoformat() if one.changed else ""
        text = self._words("outdated" if day else "outdated-undated", day)
        link = f'<a href="{address}" hreflang="{original.code}">{self.sentences.label("read-original")}</a>'
        return f'!!! outdated "{self.sentences.label("outdated-title")}"\n    {text} {link}'

    def _words(self, label: str, day: str) -> str:
        words = self.sentences.label(label).replace("LANGUAGE", self.settings.reference.name)
        return words.replace("DATE", written(day, self.language.locale, self.sentences.label)) if day else words
