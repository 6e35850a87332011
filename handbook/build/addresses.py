"""The addresses of a page in all languages, as its HTML needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from handbook.read.addresses import page_url
from handbook.read.languages import with_territory
from handbook.read.settings import Settings


@dataclass(frozen=True)
class Alternate:
    """A page in one language: ``link`` is relative to the page shown, ``address`` absolute.

    ``translated`` is false where that language shows the reference text under a notice.
    """

    code: str
    name: str
    direction: str
    formats: str
    link: str
    address: str
    translated: bool
    current: bool

    @property
    def path(self) -> str:
        """Return the address without scheme and host, for pages that stand at no address of their own."""
        return urlsplit(self.address).path

    @property
    def locale(self) -> str:
        """Return language and territory as Open Graph wants them: ``fr_FR``, the likely one if none is named."""
        return with_territory(self.formats).replace("-", "_")


@dataclass(frozen=True)
class Addresses:
    """What the head and the language switch of one page say. ``x_default`` serves any other language."""

    canonical: str
    x_default: str
    alternates: tuple[Alternate, ...]


def addresses(settings: Settings, code: str, path: str, translated: Iterable[str]) -> Addresses:
    """Return the addresses of the page ``path`` of the language ``code``.

    ``translated`` are the codes of the languages in which the page is really written. A page that falls
    back is canonical at the reference language, where it was written.
    """
    url, written = page_url(path), tuple(translated)
    up = "../" * (url.count("/") + 1)
    alternates = tuple(
        Alternate(
            language.code,
            language.name,
            language.direction,
            language.formats or language.code,
            f"{up}{language.code}/{url}",
            settings.address(language.code) + url,
            language.code in written,
            language.code == code,
        )
        for language in settings.languages
    )
    reference = settings.address(settings.reference.code) + url
    canonical = settings.address(code) + url if code in written else reference
    x_default = reference if url else f"{settings.site_url.rstrip('/')}/"
    return Addresses(canonical, x_default, alternates)
