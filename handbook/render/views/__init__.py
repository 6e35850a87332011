"""Views across the handbook. Each is a question, never a copy: a statement appears wherever it belongs."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.render.views.alphabet import Alphabet
from handbook.render.views.by_date import ByDate
from handbook.render.views.by_name import ByName
from handbook.render.views.by_objective import ByObjective
from handbook.render.views.by_row import ByRow


@dataclass(frozen=True)
class Views(Alphabet, ByObjective, ByName, ByDate, ByRow):
    """All views over one handbook on the day ``today``."""
