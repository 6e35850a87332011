"""Memory that is damaged is replaced by what a person says, and never lost in silence."""

from __future__ import annotations

from collections.abc import Collection

from handbook.problems import Problem, refuse
from handbook.read.words import MEMORY
from handbook.translations.gather import Gathered
from handbook.translations.memory import place


def check_memory(gathered: Gathered, code: str, partly: Collection[str]) -> None:
    """Raise `Refused` if words cannot be read, or memory that is damaged would be lost.

    ``partly`` are the files of words of which only some units will be remembered anew.
    """
    folder = gathered.settings.language(code).folder
    rewritten = {f"{folder}/{MEMORY}/{place(file, folder)}" for file in partly}
    found: list[Problem] = []
    for problem in gathered.problems:
        of_memory = f"/{MEMORY}/" in problem.file
        whole = "' is damaged" not in problem.wrong and "another file" not in problem.wrong
        later = of_memory and problem.file.startswith(f"{folder}/") and "newer program" in problem.wrong
        if not of_memory or later or (problem.file in rewritten and whole):
            found.append(problem)
    refuse(found)
