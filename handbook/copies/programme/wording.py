"""The words of an edition as runs: the same sentences, fixed words, dates and sources as on its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handbook.copies.edition import Edition
from handbook.copies.programme.document import Run, Runs
from handbook.copies.programme.runs import runs_of
from handbook.model.dates import PartialDate
from handbook.model.text import Text
from handbook.problems import Problem, Refused
from handbook.read.addresses import page_url
from handbook.render.dates import written
from handbook.render.environment import PageEnvironment, page_environment
from handbook.render.queries import Queries
from handbook.render.rows import Row


@dataclass(frozen=True)
class Wording:
    """Says what an ``edition`` says, by the means of its ``pages``."""

    edition: Edition
    pages: PageEnvironment

    @property
    def queries(self) -> Queries:
        """Return what can be asked of the handbook."""
        return self.pages.queries

    def sentence(self, text: Text) -> Runs:
        """Return a sentence as runs, marked where it is in another language."""
        return self._runs(self.queries.sentences.printed(text))

    def label(self, name: str) -> Text:
        """Return a fixed word; raise `Refused` where the handbook lacks it."""
        labels = self.edition.handbook.named("labels")
        if name not in labels:
            file = f"{self.edition.staged.settings.reference.folder}/data/labels.yml"
            wrong = f"the label '{name}' is missing"
            raise Refused([Problem(file, 0, wrong, todo="Add it: the copies of the programme print it.")])
        text: Text = labels[name]
        return text

    def words(self, *names: str) -> Runs:
        """Return fixed words, one after the other, as runs."""
        return tuple(run for name in names for run in self.sentence(self.label(name)))

    def date(self, when: PartialDate, until: PartialDate | None = None) -> str:
        """Return a date, or a period, as the language writes it."""
        dates = [written(one, self.edition.language.locale, self.label) for one in (when, until) if one]
        return " – ".join(dates)

    def place(self, row: Row, at_home: str) -> Runs:
        """Return where a row stands: in which part of its document, which is named unless it is ``at_home``."""
        macros = self.pages.jinja.get_template("statement.jinja").module
        place = self._runs(str(macros.place_in(row)).strip())  # type: ignore[attr-defined]
        if row.document.key == at_home:
            return place
        return (*self.sentence(row.document.short), *self.words("comma"), Run(" "), *place)

    def address(self, target: str) -> str:
        """Return the absolute address of a link as a sentence has it: an address, or ``@`` and a key; else nothing."""
        if not target.startswith("@"):
            return target
        page = self.edition.staged.site.homes[self.edition.language.code].get(target[1:])
        return f"{self.edition.address}{page_url(page)}#{target[1:]}" if page else ""

    def _runs(self, inline: str) -> Runs:
        return runs_of(inline, self.address)


def wording_of(edition: Edition) -> Wording:
    """Return the wording of an edition."""
    staged = edition.staged
    return Wording(edition, page_environment(staged.settings, staged.site.handbooks, edition.language, staged.fresh))


def capital(runs: Runs) -> Runs:
    """Return runs that begin with a capital letter, as a line of its own does."""
    return tuple(replace(run, words=run.words[:1].upper() + run.words[1:]) if run is runs[0] else run for run in runs)


def styled(runs: Iterable[Run], bold: bool = False, italic: bool = False) -> Runs:
    """Return runs that are bold or italic as well."""
    return tuple(replace(run, bold=run.bold or bold, italic=run.italic or italic) for run in runs)
