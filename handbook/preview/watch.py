"""Edits, as the system tells of them."""

from __future__ import annotations

import queue
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from handbook.problems import Refused
from handbook.read.settings import read_settings

_EDITS = ("created", "modified", "moved", "deleted")
#: Steps of one save follow each other in less than so many seconds: the file is emptied, then written.
_STEP = 0.01
#: What editors leave beside a file while they save it.
_PASSING = (".swp", ".swx", ".tmp", "~")


class Edits:
    """The files below the words, macros and templates that were edited and not asked for yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._watched: set[str] = set()
        self._observer: BaseObserver = Observer()
        self._observer.schedule(_Handler(self, root), str(root), recursive=False)
        self.look_again()
        self._observer.start()

    def look_again(self) -> None:
        """Watch folders that are new, such as those of a language that was added."""
        folders = ["macros", "overrides", "docs", *(path.name for path in self.root.glob("docs_*"))]
        with suppress(Refused):  # the settings may be in the making
            folders += [language.folder for language in read_settings(self.root).languages]
        for folder in sorted({name for name in folders if (self.root / name).is_dir()} - self._watched):
            self._watched.add(folder)
            self._observer.schedule(_Handler(self, self.root / folder), str(self.root / folder), recursive=True)

    def told(self, path: Path) -> None:
        """Note an edit."""
        if path.is_relative_to(self.root) and not path.name.startswith(".") and not path.name.endswith(_PASSING):
            self._told.put(path.relative_to(self.root).as_posix())

    def wait(self, patience: float | None = None) -> set[str]:
        """Return the files that were edited, waiting for the first; none if that takes ``patience`` seconds."""
        found: set[str] = set()
        with suppress(queue.Empty):
            found.add(self._told.get(timeout=patience))
            while True:
                found.add(self._told.get(timeout=_STEP))
        return found

    def end(self) -> None:
        """Stop watching."""
        self._observer.stop()


class _Handler(FileSystemEventHandler):
    """Tells of edits in a folder; of the root, of mkdocs.yml and of folders that come and go."""

    def __init__(self, edits: Edits, folder: Path) -> None:
        self.edits, self.folder = edits, folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _EDITS or (event.is_directory and event.event_type == "modified"):
            return
        for path in {Path(str(event.src_path)), Path(str(event.dest_path or event.src_path))}:
            if self.folder != self.edits.root or path.suffix == ".yml" or path.name.startswith("docs"):
                self.edits.told(path)
