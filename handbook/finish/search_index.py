"""The index of the search: the sections in which each word stands, and how much it says there.

How much that is was worked out beforehand, after Robertson and Zaragoza, The Probabilistic Relevance Framework:
BM25 and Beyond (2009), so that a browser only adds up. Words with the same stem count as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from handbook.finish.search_terms import folded, stemmer, terms
from handbook.finish.worth_finding import Found

#: Signs for numbers of six bits; overrides/javascripts/search/index.js reads them.
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: How much a word counts in a name of the section, in its title, in its words.
_NAME, _TITLE, _TEXT = 5, 4, 1
#: What another time adds, what a long section takes away, and how far the plain number counts beside that.
_SATURATION, _LENGTH, _PLAIN = 1.2, 0.7, 0.4
#: So many signs stand in one file of the index: what a browser loads for a word.
_FILE = 24_000
#: Marks behind a word of the list: that its stem is that of the word before, or which one it is.
_SAME, _NUMBER = "=", "~"


@dataclass(frozen=True)
class Index:
    """What a browser needs to find words: ``words`` with their stems, ``hits`` in parts, the first stem of each."""

    words: str
    hits: tuple[str, ...]
    starts: tuple[int, ...]


def index_of(found: Sequence[Found], code: str, silent: Iterable[str]) -> Index:
    """Return the index of sections in the language ``code``; ``silent`` words count in titles and names only."""
    quiet = {folded(word) for phrase in silent for word in terms(phrase)}
    stem, counts = stemmer(code), Counter[str]()
    weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    lengths = []
    for number, one in enumerate(found):
        said = Counter(terms(" ".join((one.section.text, *one.hidden))))
        called = Counter(terms(one.section.title))
        named = Counter(terms(" ".join((*one.own_names, *one.other_names))))
        lengths.append(sum(said.values()) + sum(called.values()) or 1)
        counts.update({*said, *called, *named})
        for words, weight in ((said, _TEXT), (called, _TITLE), (named, _NAME)):
            for word, times in words.items():
                if words is not said or folded(word) not in quiet:
                    weights[stem(word)][number] += weight * times
    every = sorted(counts)
    numbers = {one: number for number, one in enumerate(dict.fromkeys(map(stem, every)))}
    hits = [_hits(_said(weights[one], lengths)) for one in numbers]
    starts = tuple(_starts(hits)) or (0,)
    files = tuple("\n".join(hits[start:end]) for start, end in zip(starts, (*starts[1:], len(hits)), strict=True))
    return Index("\n".join(_listed(every, counts, [numbers[stem(word)] for word in every])), files, starts)


def _said(weights: Mapping[int, float], lengths: Sequence[int]) -> dict[int, float]:
    """Return how much a word says in each section in which it stands."""
    middle = sum(lengths) / len(lengths)
    return {
        number: (1 - _PLAIN) * (_SATURATION + 1) * weight / (_SATURATION * _long(lengths[number] / middle) + weight)
        + _PLAIN * weight / (middle / 5)
        for number, weight in weights.items()
    }


def _long(length: float) -> float:
    return 1 - _LENGTH + _LENGTH * length


def _hits(said: Mapping[int, float]) -> str:
    """Return growing numbers by the gaps between them, five bits a sign, the sixth saying that more follow.

    Behind each stands what the word says there, as the root of its part of the most.
    """
    signs, last, most = list[str](), -1, max(said.values(), default=1)
    for number in sorted(said):
        gap, last = number - last - 1, number
        while gap >= 32:
            signs.append(SIGNS[gap & 31 | 32])
            gap >>= 5
        signs.append(SIGNS[gap] + SIGNS[round(63 * (said[number] / most) ** 0.5)])
    return "".join(signs)


def _starts(hits: Sequence[str]) -> Iterator[int]:
    """Yield the first line of each file."""
    room = 0
    for number, line in enumerate(hits):
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
