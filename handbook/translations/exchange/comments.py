"""The comments in a pack, which a translator reads: in the language of the translation where there are messages."""

from __future__ import annotations

from handbook.translations.exchange.protected import protected
from handbook.translations.exchange.segment import Segment
from handbook.translations.messages import Catalogue, catalogue, choose_language
from handbook.translations.work.word_changes import word_changes


def comments_in(code: str) -> Catalogue:
    """Return the messages for a translator into the language ``code``."""
    return catalogue(choose_language(code), "work")


def where(one: Segment, words: Catalogue) -> str:
    """Return what a text is and where it stands: ``Titre d’un encadré, Les lampes``."""
    kind = words.word(f"kind-{one.kind}") if one.kind else ""
    return ", ".join(filter(None, (kind, one.where)))


def state(one: Segment, words: Catalogue) -> str:
    """Return what is to be done with a text; nothing where it is right."""
    return words.word(f"pack-{one.state}") if one.state != "current" else ""


def changes(one: Segment, words: Catalogue) -> str:
    """Return what has changed in the original since it was translated; nothing where that is not known."""
    return words.word("pack-changes", changes=word_changes(one.before, one.source)) if one.before else ""


def kept(one: Segment, words: Catalogue) -> str:
    """Return what is not to be translated; nothing where there is nothing of the kind."""
    parts = list(dict.fromkeys(protected(one.source)))
    return words.word("pack-keep", parts=" ".join(parts)) if parts else ""
