"""The finished pages of a language as a book: chapters of pages, cleaned of what only a screen needs."""

from handbook.copies.book.book import Book, BookPage, Chapter, book

__all__ = ["Book", "BookPage", "Chapter", "book"]
