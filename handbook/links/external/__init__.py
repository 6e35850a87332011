"""Do the addresses of others that a site leads to still answer? They are asked through lychee, never by a reader.

    from handbook.links.external import Asking, check_external, find_lychee
    outcome = check_external(site, Asking(find_lychee(), cache), date(2026, 11, 22), config.external)

`gather` finds the addresses, `ask` lets `lychee` ask them, `judge` says what an answer means, `exceptions` sets apart
what is known, `report` tells it. Raises `handbook.problems.CouldNotRun` where nothing can be known.
"""

from handbook.links.external.lychee import Asking, find_lychee
from handbook.links.external.outcome import Outcome, check_external

__all__ = ["Asking", "Outcome", "check_external", "find_lychee"]
