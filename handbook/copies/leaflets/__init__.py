"""One sheet an objective: what is wanted, how, what a reader can do, where to turn."""

from handbook.copies.leaflets.leaflets import leaflets

__all__ = ["leaflets"]
