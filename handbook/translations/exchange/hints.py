"""What a translator should know of the entries that a sentence names: their forms in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from handbook.join.references import REGISTERS, named_entries
from handbook.read.words import Words

_TERM = re.compile(r"\{\{[^}]*?\bterm\(\s*[\"']([^\"']+)[\"']")
Names = Mapping[str, Mapping[str, Any]]


def names_of(words: Words) -> Names:
    """Return the entries of one language by key, with their names."""
    files = (words.data.get(name) for name in REGISTERS)
    entries = {str(key): each for file in files if file is not None for key, each in file.tree.items()}
    return {key: each for key, each in entries.items() if isinstance(each, dict)}


def hints(text: str, original: Names, translation: Names, lacking: str = "") -> Iterator[str]:
    """Yield a line for each entry that ``text`` names: what it prints, in the original and in the translation.

    ``lacking`` is said of what has no translation yet.
    """
    for key in dict.fromkeys((*named_entries(text), *_TERM.findall(text))):
        if key in original:
            yield f"[[{key}]]: {_shown(original[key])} = {_shown(translation.get(key, {})) or lacking}"


def _shown(entry: Mapping[str, Any]) -> str:
    name, short = entry.get("name"), entry.get("short")
    return f"{short} ({name})" if short and short != name else str(name or "")
