"""Entries that nothing names: no mistake, but somebody should know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.join.references import REGISTERS, named_entries, strings
from handbook.problems import Problem
from handbook.read.words import Words

#: Facts that hold keys of entries.
_FACTS = ("ask", "choices")
_LINK = re.compile(rf"\]\(@(?:{'|'.join(REGISTERS)})\.([^)\s]+)\)")


def unused_entries(reference: Words) -> Iterator[Problem]:
    """Yield a remark for each body, instrument and term that no other sentence, fact or page names."""
    used = _used(reference)
    for register in REGISTERS:
        file = reference.data.get(register)
        for key in file.tree if file is not None else ():
            assert file is not None
            if key not in used:
                wrong = f"nothing names the entry '{key}'"
                todo = f"Name it as [[{key}]] in a sentence, or delete it."
                yield Problem(file.file, file.line((key,)), wrong, todo=todo)


def _used(reference: Words) -> set[str]:
    used: set[str] = set()
    for name, file in reference.data.items():
        for path, words in strings(file.tree) if file is not None else ():
            own = str(path[0]) if name in REGISTERS else ""
            used.update(key for key in (*named_entries(words), *_linked(words)) if key != own)
            if any(part in _FACTS for part in path):
                used.add(words)
    for page in reference.pages.values():
        used.update(_linked(page.body) if page is not None else ())
        for call in page.calls if page is not None else ():
            for argument in map(str, (*call.arguments, *call.named.values())):
                used.update((argument, argument.rpartition(".")[2]))
    return used


def _linked(words: str) -> Iterator[str]:
    """Yield the keys of entries that words link to as ``[words](@bodies.key)``."""
    yield from (found[1] for found in _LINK.finditer(words))
