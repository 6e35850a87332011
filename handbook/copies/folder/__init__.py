"""A zip of a language, or of all, whose pages are opened from the folder that it unpacks to, without a network."""

from handbook.copies.folder.folder import all_languages, folder, folders

__all__ = ["all_languages", "folder", "folders"]
