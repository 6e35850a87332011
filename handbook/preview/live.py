"""One page at a time from the words as they are now: what a browser asks for is made when it asks.

What all pages together decide is taken from the last whole run, which follows each edit: so a page is seen at
once, and set right a little later where an edit changed more than words.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from handbook.build.engine import Engine
from handbook.build.job import SHARED, Job
from handbook.build.objections import heard
from handbook.kept import Kept, mark_of
from handbook.preview.moment import Moment
from handbook.preview.outline import Outline
from handbook.problems import Problem, Refused, refuse
from handbook.stage import Gathered, gather_handbook, silent, staged_page, write_tree

#: More pages than a person edits at once: those of another branch, for which the whole run is waited for.
_FEW = 5


class Live:
    """The handbook in ``root`` as it is now; ``folder`` is for what the engine wants to read as files."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self._kept, self._lock = Kept(root / "build" / "kept", here=True), threading.RLock()
        self._words: Gathered | None = None
        self._outline: Outline | None = None
        self._moment: Moment | None = None
        self._edited, self._settling = set[str](), set[str]()
        self._made: dict[tuple[str, str], bytes] = {}
        self._good: dict[str, bytes] = {}
        self._engines: dict[str, _Opened] = {}

    def read(self, edited: Collection[str] = ()) -> None:
        """Read the words again. Raises `Refused` with what is wrong with them; what was read before then stays.

        Pages that were ``edited`` are rendered at once, since other pages show their titles, which the outline has
        only after a whole run that began later.
        """
        with self._lock:
            self._edited.update(edited)
            problems: list[Problem] = []
            found = gather_handbook(self.root, True, problems, silent, self._kept)
            refuse(problems)
            self._words = found
            if self._outline is None:
                self._outline = Outline.guessed(found)
            self._begin(self._outline)

    def whole_run_begins(self) -> None:
        """Hear that a whole run begins, which finds every edit until now."""
        with self._lock:
            self._settling |= self._edited
            self._edited = set()

    def set_right(self, outline: Outline) -> None:
        """Take what the whole run that began last has found out."""
        with self._lock:
            self._outline, self._settling = outline, set()
            if self._words is not None:
                self._begin(outline)

    def page(self, address: str) -> bytes | None:
        """Return the page at ``address`` (``fr/questions/``); None if there is none, or not yet.

        Raises `Refused` with what is wrong with the page.
        """
        code, _, url = address.partition("/")
        with self._lock:
            moment = self._moment
            path = moment.paths.get(url) if moment is not None and code in moment.outline.pages else None
            if moment is None or path is None or code not in moment.handbooks:
                return None
            if (code, path) not in self._made:
                self._made[code, path] = self._good[address] = self._html(moment, code, path)
            return self._made[code, path]

    def last(self, address: str) -> bytes | None:
        """Return a page as it was when nothing was wrong with it; None if it was never asked for."""
        return self._good.get(address)

    def folders(self, code: str) -> tuple[str, ...]:
        """Return the folders of words from which a language takes its files, its own first."""
        with self._lock:
            languages = self._words.settings.languages if self._words is not None else ()
        own = [language for language in languages if language.code == code]
        return tuple(language.folder for language in (*own, *(one for one in languages if own and one.reference)))

    def _begin(self, outline: Outline) -> None:
        assert self._words is not None, "words are read before a moment begins"
        self._made = {}
        self._moment = moment = Moment(self._words, outline, self.folder)
        edited = self._edited | self._settling
        for code, path in moment.at(sorted(edited)) if len(edited) <= _FEW else ():
            with suppress(Refused):  # told when the page is asked for
                moment.rendered(code, path)

    def _html(self, moment: Moment, code: str, path: str) -> bytes:
        page = moment.rendered(code, path)
        job = moment.job(code)
        if code not in self._engines:
            self._engines[code] = _Opened(self._kept)
        text = staged_page(page, job.language, moment.handbooks[code].named("labels"))
        made, problems = heard(job, lambda _said: self._engines[code].html(moment, job, path, text))
        refuse(problems)
        assert made is not None, "without an objection, the page is made"
        return made


class _Opened:
    """The engine of one language, opened again when its settings change, arranged again when pages or titles do."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._engine: Engine | None = None
        self._settings = self._arrangement = ""

    def html(self, moment: Moment, job: Job, path: str, text: str) -> bytes:
        """Return the HTML of a page from its staged ``text``."""
        settings = mark_of((job.settings.root / job.settings.config).read_bytes())
        titles = [(page, *map(front.get, SHARED)) for page, front in job.fronts.items()]
        arrangement = mark_of(titles, [one.assets for one in moment.words.words])
        file = job.staged / path
        if self._engine is None or settings != self._settings:
            write_tree(moment.files(job.language.code), job.staged)
            with self._kept.shelf(f"templates.{job.language.code}") as templates:
                self._engine = Engine(job, templates)
        elif arrangement != self._arrangement:
            write_tree(moment.files(job.language.code), job.staged)
            self._engine.arrange(job)
        self._settings, self._arrangement = settings, arrangement
        file.write_text(text, encoding="utf-8", newline="\n")
        self._engine.env.auto_reload = True  # a template may be edited as well
        self._engine.job = job
        self._engine.take(path, self._engine.converted(path))
        return self._engine.html(path)
