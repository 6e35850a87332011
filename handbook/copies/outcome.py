"""How the making of a copy ends, as plain data that one process can tell another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handbook.copies.kinds import Lacking, lacking
from handbook.problems import CouldNotRun, Problem, Refused


@dataclass(frozen=True)
class Outcome:
    """How a piece of work ended: well, with ``problems``, with a ``failure``, or for want of something ``lacking``."""

    problems: tuple[Problem, ...] = ()
    failure: str = ""
    lacking: str = ""


def outcome_of(work: Callable[[], None]) -> Outcome:
    """Do a piece of work and return how it ended, whatever happens."""
    try:
        with lacking():
            work()
    except Lacking as error:
        return Outcome(lacking=str(error))
    except Refused as refused:
        return Outcome(refused.problems)
    except CouldNotRun as error:
        return Outcome(failure=str(error))
    except MemoryError:
        return Outcome(failure="there is not enough memory")
    except Exception as error:
        return Outcome(failure=f"{type(error).__name__}: {error}")
    return Outcome()
