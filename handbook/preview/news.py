"""What the browser is told: that its page changed, or what is wrong with the words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from handbook.kept import mark_of

#: Where the browser asks what is new.
NEWS = "/__preview"
#: What each page of the preview carries; a file of its own, since the pages' policy allows no script inside them.
SCRIPT_FILE = f"{NEWS}.js"
#: Asks what is new of the page that is shown, and shows it.
PROGRAM = Path(__file__).with_name("news.js")
_SIGNS = 12


class Shown(NamedTuple):
    """What is shown at an address: a page or None, a mark of all that a reader sees, and one of all but its words."""

    html: bytes | None
    mark: str
    frame: str


def shown(html: bytes | None, looks: object) -> Shown:
    """Return what is shown with a page; ``looks`` stands for the styles and pictures beside it."""
    before, _, rest = (html or b"").partition(b"<article")
    _words, _, after = rest.rpartition(b"</article>")
    return Shown(html, mark_of(html, looks)[:_SIGNS], mark_of(before, after, looks)[:_SIGNS])


def script(page: Shown) -> str:
    """Return the element that a page carries, with the marks of what it shows."""
    return f'<script src="{SCRIPT_FILE}" data-mark="{page.mark}" data-frame="{page.frame}"></script>'


@dataclass
class News:
    """Wakes whoever waits, at each edit and at the end of each whole run."""

    turn: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def spread(self) -> None:
        """Wake all who wait."""
        with self.changed:
            self.turn += 1
            self.changed.notify_all()

    def once(self, worth_telling: Callable[[], bool], patience: float = 20.0) -> None:
        """Return once there is something to tell, or after ``patience`` seconds."""
        turn = -1
        while True:
            with self.changed:
                if turn == self.turn and not self.changed.wait_for(lambda: self.turn != turn, patience):  # noqa: B023
                    return
                turn = self.turn
            if worth_telling():
                return
