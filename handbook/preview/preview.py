"""Shows pages as the words are now, builds the whole site behind them, and tells the browser what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

from handbook.preview.live import Live
from handbook.preview.news import News, Shown, shown
from handbook.preview.outline import Outline
from handbook.preview.watch import Edits
from handbook.preview.whole import Whole
from handbook.problems import CouldNotRun, Problem, Refused
from handbook.stage import Tell
from handbook.way import overrides

#: Editors save in several steps: what is wrong is told when so many seconds passed without a further edit.
_CALM = 0.2
#: What is put together from its source and the whole site.
_MADE = "/sw.js"
#: The whole site is built after so many seconds without a further edit.
_PAUSE = 0.5
_WORDS = (".md", ".yml")
#: Files that are published as they stand in their source.
_USED = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf")


class Preview:
    """The handbook in ``root`` and everything that is known to be wrong with it."""

    def __init__(self, root: Path, site: Path, tell: Tell) -> None:
        self.news, self.live, self.site = News(), Live(root, site.parent / "live"), site
        self._root, self._tell, self._edits = root, tell, Edits(root)
        self._whole: Whole | None = None
        self._unread: tuple[Problem, ...] = ()
        self._found: tuple[Problem, ...] = ()
        self._failure, self._looks, self._sites = "", 0, 0
        self._wanted = threading.Event()
        self.ended = False

    def problems(self, address: str) -> str:
        """Return what is wrong with the words, with the page at ``address``, or with the whole site."""
        said = dict.fromkeys(str(one) for one in (*self._unread, *self._of_page(address), *self._found))
        return "\n".join(filter(None, (*said, self._failure)))

    def file(self, address: str) -> Path | None:
        """Return the style, script or picture at ``address`` as it is in its source, if it is used as it is there."""
        code, _, path = address.partition("/")
        folders = (overrides(self._root), *(self._root / name for name in self.live.folders(code)))
        return next((folder / path for folder in folders if _is_used(path) and (folder / path).is_file()), None)

    def shown(self, address: str) -> Shown:
        """Return what is shown at ``address``, its styles and pictures included."""
        return shown(self._html(address), self._looks)

    def follow(self) -> None:
        """Read the words after each edit, until the process ends."""
        self._whole = Whole(self._root, self.site)
        threading.Thread(target=self._build_after_edits, args=(self._whole,), daemon=True).start()
        self._read(frozenset())
        while True:
            edited = self._edits.wait()
            self._read(edited)
            while self._unread and (more := self._edits.wait(_CALM)):
                self._read(more)
            self._tell_problems()
            self.news.spread()

    def close(self) -> None:
        """Stop watching and building."""
        self.ended = True
        self._edits.end()
        if self._whole is not None:
            self._whole.end()

    def _html(self, address: str) -> bytes | None:
        """Return the page at ``address`` as the words are now, or as it is in the site; None if it is in neither."""
        try:
            made = self.live.page(address)
        except Refused:
            made = self.live.last(address)
        if made is None:
            file = self.site / address / "index.html" if address.endswith("/") or not address else self.site / address
            made = file.read_bytes() if file.suffix == ".html" and file.is_file() else None
        return made

    def _read(self, edited: Collection[str]) -> None:
        if not all(file.endswith(_WORDS) for file in edited):
            self._looks += 1
        if "mkdocs.yml" in edited or any("/" not in file for file in edited):
            self._edits.look_again()
        try:
            self.live.read(edited)
            self._unread = ()
        except Refused as refused:
            self._unread = refused.problems
        except OSError as error:
            self._unread = (Problem(str(error.filename or ""), 0, f"the file cannot be read: {error.strerror}"),)
        self._found = tuple(one for one in self._found if one.file not in edited)
        if not self._unread:
            self.news.spread()
        self._wanted.set()

    def _tell_problems(self) -> None:
        for problem in self._unread:
            self._tell(str(problem))

    def _of_page(self, address: str) -> tuple[Problem, ...]:
        try:
            self.live.page(address)
        except Refused as refused:
            return refused.problems
        return ()

    def _build_after_edits(self, whole: Whole) -> None:
        """Build the whole site whenever nobody has edited for a while."""
        while not self.ended:
            self._wanted.wait()
            while self._wanted.is_set():
                self._wanted.clear()
                self._wanted.wait(_PAUSE if self._sites else 0)
            self.live.whole_run_begins()
            try:
                built = whole.build(self._outlined)
            except CouldNotRun as error:
                self._failure = "" if self.ended else f"Could not run: {error}."
                return
            if not self._wanted.is_set():
                self._found, self._failure = built.problems, built.failure
            self._sites += not (built.problems or built.failure)
            self._tell(built.said or "\n".join(map(str, built.problems)) or built.failure)
            self.news.spread()

    def _outlined(self, outline: Outline) -> None:
        self.live.set_right(outline)
        self.news.spread()


def _is_used(path: str) -> bool:
    return path.endswith(_USED) and not path.endswith(_MADE)
