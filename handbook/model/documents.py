"""The source documents and the register of their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from handbook.model.dates import PartialDate
from handbook.model.record import Named, Record, Short
from handbook.model.text import Text

Voice = Literal["union", "administration"]
Status = Literal["proposed", "published", "agreed", "reported", "achieved"]


class Document(Record):
    """A document that statements come from.

    ``rows`` registers what it holds: part -> kind -> items, separated by spaces, so that
    ``programme-2025/II.A/means/4`` exists if ``rows`` has ``II.A: {means: "1 2 3 4"}``.
    ``parts`` names parts whose code in ``rows`` is no number of the document (``front``: cover);
    ``course`` also names ``course.1``. ``meeting`` is the one that it was put to, with session and date.
    ``status`` is what the documents themselves allow to say, no more.
    """

    title: Text
    short: Text
    about: Text
    caution: Text | None = None
    symbol: Short | None = None
    meeting: Text | None = None
    date: PartialDate | None = None
    period: Short | None = None
    voice: Voice
    status: Status
    parts: Named[Text] = Field(default_factory=dict)
    rows: dict[str, dict[str, str]] = Field(min_length=1)

    def refs(self, name: str) -> Iterator[str]:
        """Yield every row of the document called ``name`` as ``name/part/kind/item``."""
        for part, kinds in self.rows.items():
            for kind, items in kinds.items():
                for item in items.split():
                    yield f"{name}/{part}/{kind}/{item}"
