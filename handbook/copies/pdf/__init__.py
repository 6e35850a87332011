"""The handbook and its chapters as PDF."""

from handbook.copies.pdf.pdf import pdf

__all__ = ["pdf"]
