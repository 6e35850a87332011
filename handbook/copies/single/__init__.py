"""The whole handbook of a language in one HTML file, which opens on any phone and asks for nothing."""

from handbook.copies.single.single import single

__all__ = ["single"]
