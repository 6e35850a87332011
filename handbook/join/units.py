"""Units in words: each says where its number stands, and nothing but words."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.join.references import Data, dotted, strings
from handbook.problems import Problem


def check_units(data: Data) -> Iterator[Problem]:
    """Yield a problem for each unit of one language that would lose its number, or that names an entry."""
    file = data.get("units")
    for path, words in strings(file.tree) if file is not None else ():
        assert file is not None
        # One and two of something may be said without a number, as in Arabic.
        if path[-1] == "other" and "NUMBER" not in words:
            wrong, todo = f"'{dotted(path)}' does not say where the number stands", "Write NUMBER in its place."
            yield Problem(file.file, file.line(path), wrong, todo=todo)
        if "[[" in words:
            wrong = f"'{dotted(path)}' names an entry, and a unit holds words only"
            yield Problem(file.file, file.line(path), wrong, todo="Write the words out.")
