"""Live preview: the site of all languages is built anew after each edit and the browser follows.

Beside the eight steps: it runs them into a folder of its own. While the words hold a problem, the browser
keeps the last good page and shows the problem over it.
"""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from handbook.problems import CouldNotRun, Refused
from handbook.settings import read_settings
from handbook.stage import Tell
from handbook.way import build_site

#: Where the browser asks what is new.
NEWS = "/__preview"
_CALM = 0.15  # seconds without a further edit before a build begins: editors save in several steps
_SCRIPT = f"""<script>
(async () => {{
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
</script>"""


@dataclass
class News:
    """What the browser is told: how often the site was built, how often a build ended, what is wrong."""

    site: int = 0
    turn: int = 0
    problems: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def told(self, problems: str) -> None:
        """Note the end of a build."""
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


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, news: News, **options: object) -> None:
        self.news = news
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, _, known = self.path.partition("?")
        if path == NEWS:
            self._send(json.dumps(self.news.after(known)).encode(), "application/json")
            return
        file = Path(self.translate_path(path))
        page = file / "index.html" if file.is_dir() else file
        if page.suffix == ".html" and page.is_file() and (path.endswith("/") or file.is_file()):
            self._send(page.read_bytes().replace(b"</body>", _SCRIPT.encode() + b"</body>"), "text/html; charset=utf-8")
        elif not file.exists() and not self.news.site:
            words = f"<!doctype html><title>…</title><body><p>{html.escape('The first build is not finished.')}</p>"
            self._send(f"{words}{_SCRIPT}</body>".encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: a request is no news."""


class _Edits(FileSystemEventHandler):
    def __init__(self, edited: Callable[[], None]) -> None:
        self.edited = edited

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self.edited()


def preview(root: Path, port: int, tell: Tell) -> None:
    """Serve the handbook in ``root`` on the loopback address until interrupted; build after each edit.

    Raises `CouldNotRun` if the port is taken.
    """
    news, edited = News(), threading.Event()
    site = root / "build" / "preview" / "site"
    site.mkdir(parents=True, exist_ok=True)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site), news=news))
    except OSError as error:
        raise CouldNotRun(f"port {port} cannot be used ({error.strerror}); try --port {port + 1}") from None
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    observer = _watch(root, edited)
    tell(f"Open http://127.0.0.1:{port}/ (stop with Ctrl+C)")
    edited.set()
    try:
        while True:
            edited.wait()
            while edited.is_set():
                edited.clear()
                edited.wait(_CALM)
            news.told(_build(root, site, tell))
    finally:
        observer.stop()
        server.shutdown()


def _build(root: Path, site: Path, tell: Tell) -> str:
    """Build once and return what is wrong, or nothing."""
    try:
        done = build_site(root, site, allow_missing=True)
    except (Refused, CouldNotRun) as error:
        tell(str(error))
        return str(error)
    missing = f", {done.missing} translations missing" if done.missing else ""
    tell(f"built: {done.pages} pages{missing}")
    return ""


def _watch(root: Path, edited: threading.Event) -> BaseObserver:
    observer = Observer()
    handler = _Edits(edited.set)
    folders = ["macros", "overrides", "docs", *(path.name for path in root.glob("docs_*"))]
    with suppress(Refused):  # the first build will say what is wrong with mkdocs.yml
        folders += [language.folder for language in read_settings(root).languages]
    for folder in sorted({name for name in folders if (root / name).is_dir()}):
        observer.schedule(handler, str(root / folder), recursive=True)
    observer.schedule(_Only(handler, root / "mkdocs.yml"), str(root), recursive=False)
    observer.start()
    return observer


class _Only(FileSystemEventHandler):
    """Passes on the edits of one file."""

    def __init__(self, handler: _Edits, file: Path) -> None:
        self.handler, self.file = handler, str(file)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self.file in (event.src_path, event.dest_path):
            self.handler.on_any_event(event)
