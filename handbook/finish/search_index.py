"""The index of the search: the sections in which each word stands, and how often, a title counting for more.

Words with the same stem count as one. What a word says in a section follows from that and from the section's length;
overrides/javascripts/search/answers.js works it out.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from handbook.finish.search_terms import folded, stemmer, terms
from handbook.finish.worth_finding import Found

#: Signs for numbers of six bits; overrides/javascripts/search/index.js reads them.
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: A hit is a section's number and, in the last six bits, how much the word counts there.
_MOST = len(SIGNS)
#: How much a word counts in a name of the section, in its title, in its words.
_NAME, _TITLE, _TEXT = 5, 4, 1
#: Lengths of sections are told in steps of so many words.
_STEP = 4
#: So many signs stand in one file of the index: what a browser loads for a word.
_FILE = 24_000
#: Marks behind a word of the list: that its stem is that of the word before, or which one it is.
_SAME, _NUMBER = "=", "~"


@dataclass(frozen=True)
class Index:
    """What a browser needs to find words: ``words`` with their stems, ``hits`` in parts, the first stem of each.

    ``lengths`` are the numbers of words of the sections.
    """

    words: str
    hits: tuple[str, ...]
    starts: tuple[int, ...]
    lengths: tuple[int, ...]

    @property
    def start(self) -> dict[str, Any]:
        """Return what a browser needs before the first question."""
        lengths = "".join(SIGNS[min(length // _STEP, len(SIGNS) - 1)] for length in self.lengths)
        return {"words": self.words, "starts": self.starts, "lengths": lengths}


def index_of(found: Sequence[Found], code: str, silent: Iterable[str]) -> Index:
    """Return the index of sections in the language ``code``; ``silent`` words count in titles and names only."""
    quiet = {folded(word) for phrase in silent for word in terms(phrase)}
    stem, counts = stemmer(code), Counter[str]()
    hits: dict[str, array[int]] = defaultdict(lambda: array("L"))
    lengths = []
    for number, one in enumerate(found):
        called, said = one.section.called, one.section.said
        if one.hidden:
            said = said + Counter(terms(" ".join(one.hidden)))
        named = Counter(terms(" ".join((*one.own_names, *one.other_names))))
        lengths.append(sum(said.values()) + sum(called.values()) or 1)
        counts.update({*said, *called, *named})
        weights: dict[str, int] = defaultdict(int)
        for words, weight in ((said, _TEXT), (called, _TITLE), (named, _NAME)):
            for word, times in words.items():
                if words is not said or folded(word) not in quiet:
                    weights[stem(word)] += weight * times
        for one_stem, weight in weights.items():
            hits[one_stem].append(number * _MOST + min(weight, _MOST - 1))
    every = sorted(counts)
    numbers = {one: number for number, one in enumerate(dict.fromkeys(map(stem, every)))}
    lines = [_line(hits[one]) for one in numbers]
    starts = tuple(_starts(lines)) or (0,)
    files = tuple("\n".join(lines[start:end]) for start, end in zip(starts, (*starts[1:], len(lines)), strict=True))
    return Index(
        "\n".join(_listed(every, counts, [numbers[stem(word)] for word in every])), files, starts, tuple(lengths)
    )


def _line(hits: Iterable[int]) -> str:
    """Return growing numbers by the gaps between them, five bits a sign, the sixth saying that more follow.

    Behind each stands how much the word counts there.
    """
    signs, last = list[str](), -1
    for hit in hits:
        number, weight = divmod(hit, _MOST)
        gap, last = number - last - 1, number
        while gap >= 32:
            signs.append(SIGNS[gap & 31 | 32])
            gap >>= 5
        signs.append(SIGNS[gap] + SIGNS[weight])
    return "".join(signs)


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Yield the first line of each file."""
    room = 0
    for number, line in enumerate(lines):
        if room < len(line) + 1:
            yield number
            room = _FILE
        room -= len(line) + 1


def _listed(words: Sequence[str], counts: Mapping[str, int], stems: Sequence[int]) -> Iterator[str]:
    """Yield each word without the beginning that it shares with the one before.

    Before it stand the length of that and how frequent the word is, behind it which stem it has, if not a new one.
    """
    before, new, last = "", 0, -1
    for word, stem in zip(words, stems, strict=True):
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        same = min(sum(1 for _ in alike), len(SIGNS) - 1)
        mark = "" if stem == new else _SAME if stem == last else f"{_NUMBER}{stem}"
        yield f"{SIGNS[same]}{min(9, counts[word].bit_length())}{word[same:]}{mark}"
        before, new, last = word, max(new, stem + 1), stem
