"""What the checks cannot know from the files of a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Options:
    """What is known of a site beforehand; everything may be left out.

    ``address`` is that of the folder, with its path (``https://example.org/handbook/``); empty: taken from the
    canonical address of the site's own pages. ``languages`` gives the language of the pages below a folder
    (``{"fr": "fr"}``; ``""``: the pages in no such folder); empty: taken from the pages. ``reference`` is the
    language to which pages without translation fall back. ``vague`` holds, by language, link texts that say
    nothing (``click here``). ``twins`` are addresses of others in several languages, each a mapping of
    language to the start of an address. ``trusted`` are hosts from which a page may load something.
    ``sources`` are the endings of what a site
    is made from, and nobody should be led to. ``downloads`` are folders of files that readers take away: they must be
    there, and what is in them is not looked at. ``identify`` tells the language of a text, or ``""`` where it cannot.
    """

    address: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""
    vague: Mapping[str, frozenset[str]] = field(default_factory=dict)
    twins: tuple[Mapping[str, str], ...] = ()
    trusted: frozenset[str] = frozenset()
    sources: tuple[str, ...] = (".md", ".markdown", ".rst", ".yml", ".yaml", ".ipynb", ".adoc", ".j2", ".jinja")
    downloads: tuple[str, ...] = ()
    identify: Callable[[str], str] | None = None
