"""What the browser is told: that its page changed, or what is wrong with the words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

#: Where the browser asks what is new.
NEWS = "/__preview"
#: What each page of the preview carries; a file of its own, since the pages' policy allows no script inside them.
SCRIPT_FILE = f"{NEWS}.js"
#: Asks what is new of the page that is shown, loads a changed one anew (which keeps its place), and shows a problem
#: over the last good page until it is mended.
PROGRAM = f"""(async () => {{
  let mark = document.currentScript.dataset.mark;
  let told = "";
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;margin:0;padding:1rem;max-height:50vh;overflow:auto;" +
    "white-space:pre-wrap;background:#7a1020;color:#fff;font:1rem/1.5 monospace;z-index:99;display:none";
  document.body.append(box);
  for (;;) {{
    try {{
      const known = new URLSearchParams({{ page: location.pathname, mark, told }});
      const news = await (await fetch("{NEWS}?" + known)).json();
      if (news.mark !== mark) return location.reload();
      told = news.told;
      box.textContent = news.problems;
      box.style.display = news.problems ? "block" : "none";
    }} catch {{
      await new Promise((resume) => setTimeout(resume, 500));
    }}
  }}
}})();
"""


def script(mark: str) -> str:
    """Return the element that a page carries, with the mark of what it shows."""
    return f'<script src="{SCRIPT_FILE}" data-mark="{mark}"></script>'


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
