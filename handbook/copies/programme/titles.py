"""What the documents are called."""

from __future__ import annotations

from handbook.copies.programme.document import Run, Runs
from handbook.copies.programme.wording import Wording
from handbook.model.programme import Programme
from handbook.model.strategy import Strategy


def programme_title(wording: Wording, programme: Programme) -> Runs:
    """Return what the programme is called."""
    return wording.sentence(programme.title)


def strategy_title(wording: Wording, strategy: Strategy) -> Runs:
    """Return what the strategy is called, with its period."""
    return (*wording.sentence(strategy.title), Run(f" {strategy.period}"))
