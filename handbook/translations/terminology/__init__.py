"""The handbook's own words, checked in both directions: registers, lists of words, inflection."""

from handbook.translations.terminology.check import check_terminology
from handbook.translations.terminology.read import Terminology, read_terminology

__all__ = ["Terminology", "check_terminology", "read_terminology"]
