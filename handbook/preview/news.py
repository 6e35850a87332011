"""What the browser is told: that the site changed, or what is wrong with the words."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

#: Where the browser asks what is new.
NEWS = "/__preview"
#: What each page of the preview carries; a file of its own, since the pages' policy allows no script inside them.
SCRIPT_FILE = f"{NEWS}.js"
SCRIPT = f'<script src="{SCRIPT_FILE}"></script>'
#: Waits for news, loads a changed page anew (which keeps its place), and shows a problem over the last good page
#: until it is mended.
PROGRAM = f"""(async () => {{
  let version = null;
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;margin:0;padding:1rem;max-height:50vh;overflow:auto;" +
    "white-space:pre-wrap;background:#7a1020;color:#fff;font:1rem/1.5 monospace;z-index:99;display:none";
  document.body.append(box);
  for (;;) {{
    try {{
      const news = await (await fetch("{NEWS}?" + version)).json();
      if (version !== null && news.site !== version.split("-")[0]) return location.reload();
      version = news.site + "-" + news.turn;
      box.textContent = news.problems;
      box.style.display = news.problems ? "block" : "none";
    }} catch {{
      await new Promise((resume) => setTimeout(resume, 1000));
    }}
  }}
}})();
"""


@dataclass
class News:
    """How often the site was built, how often a build ended, and what was wrong with the last one."""

    site: int = 0
    turn: int = 0
    problems: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def told(self, problems: str) -> None:
        """Note the end of a build; ``problems`` is empty if it went well."""
        with self.changed:
            self.turn += 1
            self.site += not problems
            self.problems = problems
            self.changed.notify_all()

    def after(self, known: str, patience: float = 20.0) -> dict[str, str]:
        """Return the news once they differ from ``known`` (``site-turn``), or after ``patience`` seconds."""
        with self.changed:
            self.changed.wait_for(lambda: f"{self.site}-{self.turn}" != known, patience)
            return {"site": str(self.site), "turn": str(self.turn), "problems": self.problems}
