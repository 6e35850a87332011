"""HTML on paper: tagged PDF files (PDF/UA-1) that are the same bytes for the same words."""

from handbook.copies.print.paper import Laid, lay_out
from handbook.copies.print.tags import fuller_tags

__all__ = ["Laid", "fuller_tags", "lay_out"]
