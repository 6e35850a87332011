"""What copies are made from, and what a copy is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.problems import Problem, Refused
from handbook.read.settings import Language
from handbook.stage import Staged

#: The folder of copies below a language's folder.
FOLDER = "copies"


class Labels(dict[str, str]):
    """Fixed words by name, from a ``file``. Raises `Refused` for one that is not there."""

    def __init__(self, labels: Mapping[str, str], file: str) -> None:
        super().__init__(labels)
        self.file = file

    def __missing__(self, name: str) -> str:
        """Raise `Refused`."""
        todo = "Add it: copies to take away print it."
        raise Refused([Problem(self.file, 0, f"the label '{name}' is missing", todo=todo)])


@dataclass(frozen=True)
class Edition:
    """The finished pages of one language, in ``folder``: HTML files with their styles, scripts and pictures."""

    staged: Staged
    language: Language
    folder: Path

    @property
    def handbook(self) -> Handbook:
        """Return the handbook in this language."""
        return self.staged.site.handbooks[self.language.code]

    @property
    def labels(self) -> Mapping[str, str]:
        """Return the fixed words of this language; one that is not there is a problem of the words."""
        return Labels(self.handbook.named("labels"), f"{self.staged.settings.reference.folder}/data/labels.yml")

    @property
    def address(self) -> str:
        """Return the absolute address of the home page, ending in a slash."""
        return self.staged.settings.address(self.language.code)


@dataclass(frozen=True)
class Wanted:
    """A copy that can be made: what readers are told of it, and how its bytes come about.

    ``kind`` is one of ``pdf``, ``docx``, ``epub``, ``html``, ``zip`` and decides the words for its type; ``name`` is
    the file's name below `FOLDER`. ``group`` sorts the list: ``whole``, ``programme``, ``chapters``, ``leaflets``.
    ``pages`` are the pages (``objectives/equality.md``) that link to it, none for a copy that only the list names.
    ``make`` runs in a process of its own; it raises `Refused` with problems that name a file, or `CouldNotRun`.
    """

    kind: str
    group: str
    name: str
    title: str
    make: Callable[[], bytes]
    pages: tuple[str, ...] = ()
