"""A sentence, or a run of words, that stands twice in a translation and not in its original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.translations.finding import Finding, Pair, found

#: A clause counts from so many words on, wherever it stands again; a run right behind itself from fewer.
_CLAUSE, _RUN = 5, 3
#: The end of a clause; a point inside a word, a number or a reference ends none.
_END = re.compile(r"[.!?…;:,](?=[\s»”)*_]|$)|\s[–—]\s")
_WORD = re.compile(r"\[\[[^\]]*\]\]|\{\{.*?\}\}|[\w’'-]+")


def check_repetition(pair: Pair) -> Iterator[Finding]:
    """Yield a clause or run of words that stands twice, unless the original repeats something too."""
    if pair.original is None or pair.translation is None:
        return
    again = repeated(pair.translation.text)
    if again and not repeated(pair.original.text):
        yield found("repeated-words", "warning", pair, found=again)


def repeated(text: str) -> str:
    """Return the first words that stand twice in a text; nothing if there are none."""
    words = text.lower().split()
    threes = list(zip(words, words[1:], words[2:], strict=False))
    if len(set(threes)) == len(threes):
        return ""
    clauses = [clause for clause in _END.split(text) if clause.count(" ") >= _CLAUSE - 1]
    if len(clauses) > 1:
        seen: set[str] = set()
        for clause in clauses:
            said = _WORD.findall(clause.lower())
            if len(said) >= _CLAUSE:
                same = " ".join(said)
                if same in seen:
                    return clause.strip(" \u00a0\u202f*_«»“”()")
                seen.add(same)
    return _run(text, words)


def _run(text: str, words: list[str]) -> str:
    """Return words that are repeated right behind themselves."""
    last: dict[str, int] = {}
    for place, word in enumerate(words):
        before = last.get(word)
        last[word] = place
        if before is not None and place - before >= _RUN and words[before:place] == words[place : 2 * place - before]:
            return " ".join(text.split()[before:place])
    return ""
