"""Terms: a word of the field with its forms in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Use = Literal["preferred", "accepted", "banned", "false-friend"]


@dataclass(frozen=True)
class Term:
    """An English word of the field, with its forms in English and in one other language.

    ``key`` is its entry's, where it has one. ``wanted``: the translation must hold one of the forms.
    ``reserved``: the English must hold the word where the translation holds a preferred form.
    """

    word: str
    english: tuple[str, ...]
    preferred: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    false_friends: tuple[str, ...] = ()
    key: str | None = None
    wanted: bool = True
    reserved: bool = True

    def own(self) -> Iterator[tuple[Use, str]]:
        """Yield every form in the other language with its use."""
        uses: tuple[Use, ...] = ("preferred", "accepted", "banned", "false-friend")
        for use, forms in zip(uses, (self.preferred, self.accepted, self.banned, self.false_friends), strict=True):
            yield from ((use, form) for form in forms)


@dataclass(frozen=True)
class Form:
    """One form of one or more terms: its stems, and what has to be written with capital letters."""

    stems: tuple[str, ...]
    capitals: str
    meanings: tuple[tuple[Use, Term], ...]

    def fits(self, written: Sequence[str]) -> bool:
        """Return whether the words of a text have the capitals that the form asks for."""
        if self.capitals == "all":
            return all(word.isupper() for word in written if word.isalpha())
        return not self.capitals or written[0][0].isupper()
