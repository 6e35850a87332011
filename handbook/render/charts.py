"""What a chart of a figure shows: its values with their words and lengths. The drawing itself is a macro."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from handbook.model.dates import PartialDate
from handbook.model.facts import Figure
from handbook.model.text import Text
from handbook.render.queries import Unknown
from handbook.render.sentences import Sentences

#: The longest bar, in the units of the drawing, which is 320 wide.
LONGEST = 318
#: How many characters of the chart's letters fit the drawing, on the safe side.
_LETTERS = 40
_LINE, _BAR = 18, 32


@dataclass(frozen=True)
class Bar:
    """One value: its label, its words (``124 days``), its date if it has its own.

    ``lines`` are the words over the bar, each with its place from the top; ``top`` is the bar's own and
    ``width`` its length.
    """

    label: Text
    words: str
    when: PartialDate | None
    lines: tuple[tuple[str, int], ...]
    top: int
    width: float


@dataclass(frozen=True)
class Charts:
    """The charts of one handbook."""

    sentences: Sentences

    def bars(self, figure: Figure) -> tuple[Bar, ...]:
        """Return the bars of a figure; the longest is `LONGEST`, a share is measured against 100.

        Raises `Unknown` for a figure that asks for no chart.
        """
        if figure.chart is None:
            raise Unknown(f"'{figure.key}' has no chart", "Write 'chart: bars' or 'chart: share', or call figure().")
        name = figure.key.removeprefix("figures.")
        if figure.value is not None:
            words = self.sentences.amount(name)
            return (_bar(figure.population, words, None, words, 0, figure.value / 100),)
        largest = max(value.value for value in figure.values.values())
        drawn: list[Bar] = []
        for key, value in figure.values.items():
            words = self.sentences.amount(f"{name}.{key}")
            above = f"{words} – {self.sentences.plain(value.label)}"
            share = value.value / largest if largest else 0
            drawn.append(_bar(value.label, words, value.when, above, height(drawn), share))
        return tuple(drawn)

    def chart_height(self, bars: tuple[Bar, ...]) -> int:
        """Return the height of a drawing with these bars."""
        return height(bars)


def height(bars: tuple[Bar, ...] | list[Bar]) -> int:
    """Return how far down the bars reach."""
    return bars[-1].top + _BAR if bars else 0


def _bar(label: Text, words: str, when: PartialDate | None, above: str, start: int, share: float) -> Bar:
    lines = textwrap.wrap(above, _LETTERS, break_long_words=False) or [""]
    placed = tuple((line, start + _LINE * number - 4) for number, line in enumerate(lines, 1))
    return Bar(label, words, when, placed, start + _LINE * len(lines), round(LONGEST * share, 1))
