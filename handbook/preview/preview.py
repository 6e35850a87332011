"""Builds after each edit into a folder of its own, and tells the browser."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from handbook.preview.news import News
from handbook.preview.server import server
from handbook.problems import CouldNotRun, Refused
from handbook.read.settings import read_settings
from handbook.stage import Tell
from handbook.way import build_site

_CALM = 0.15  # seconds without a further edit before a build begins: editors save in several steps
_EDITS = ("created", "modified", "moved", "deleted")


def preview(root: Path, port: int, tell: Tell) -> None:
    """Serve the handbook in ``root`` on the loopback address until interrupted; build after each edit.

    Raises `CouldNotRun` if the port is taken.
    """
    news, edited = News(), threading.Event()
    site = root / "build" / "preview" / "site"
    site.mkdir(parents=True, exist_ok=True)
    web = server(site, port, news)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    observer = _watch(root, edited)
    tell(f"Open http://127.0.0.1:{web.server_port}/ (stop with Ctrl+C)")
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
        web.shutdown()


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
    """Watch the folders of words, macros and templates, and the files beside them."""
    observer = Observer()
    folders = ["macros", "overrides", "docs", *(path.name for path in root.glob("docs_*"))]
    with suppress(Refused):  # the first build will say what is wrong with mkdocs.yml
        folders += [language.folder for language in read_settings(root).languages]
    for folder in sorted({name for name in folders if (root / name).is_dir()}):
        observer.schedule(_Edits(edited, root / folder), str(root / folder), recursive=True)
    observer.schedule(_Edits(edited, root / "mkdocs.yml"), str(root), recursive=False)
    observer.start()
    return observer


class _Edits(FileSystemEventHandler):
    """Sets an event after each edit of a file or of anything below a folder."""

    def __init__(self, edited: threading.Event, place: Path) -> None:
        self.edited, self.place = edited, place

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (Path(str(event.src_path)), Path(str(event.dest_path or event.src_path)))
        if event.event_type in _EDITS and any(path.is_relative_to(self.place) for path in paths):
            self.edited.set()
