"""Every statement as open data, one file a language, with a published JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from handbook.model.documents import Status, Voice
from handbook.read.addresses import page_url
from handbook.read.settings import Language
from handbook.render.queries import Queries
from handbook.render.sentences import Sentences
from handbook.render.views import Views
from handbook.stage import Staged

SCHEMA = "statements.schema.json"


class SourceData(BaseModel):
    """A row of a source document behind a statement."""

    model_config = ConfigDict(extra="forbid")
    ref: str = Field(description="document/part/kind/item")
    document: str
    voice: Voice
    status: Status
    date: str | None = Field(description="The date of the document, where it has one")


class StatementData(BaseModel):
    """One statement; document, voice, status and date are those of its first source."""

    model_config = ConfigDict(extra="forbid")
    key: str = Field(description="Permanent, the same in every language; also the anchor of the address")
    kind: str
    title: str | None = Field(description="A short heading, plain words")
    text: str = Field(description="Inline Markdown")
    plain: str = Field(description="The same without Markdown")
    caution: str | None = Field(description="A remark of the handbook, plain words")
    language: str = Field(description="The language of the text: the reference language if not translated")
    source: list[str]
    sources: list[SourceData]
    document: str
    voice: Voice
    status: Status
    date: str | None
    carried_over: int | None = Field(description="The year it comes from, until it is confirmed for the present one")
    when: str | None = Field(description="For an event, a step or a figure: its own date")
    serves: list[str] = Field(description="The objectives of the strategy to which it belongs")
    roles: list[str] = Field(description="Who can do it")
    bodies: list[str]
    instruments: list[str]
    terms: list[str]
    address: str = Field(description="The page and anchor that show the statement")
    languages: list[str] = Field(description="The languages in which the statement exists")


class StatementsFile(BaseModel):
    """The statements of a handbook in one language."""

    model_config = ConfigDict(extra="forbid")
    schema_address: str = Field(alias="$schema")
    language: str
    title: str
    address: str
    statements: list[StatementData]


def write_open_data(staged: Staged, site: Path) -> None:
    """Write ``<language>/statements.json`` for every language, and the schema at the root."""
    schema = StatementsFile.model_json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    _write(site / SCHEMA, json.dumps(schema, ensure_ascii=False, indent=1))
    root = staged.settings.site_url.rstrip("/")
    for language in staged.settings.languages:
        data = StatementsFile.model_validate(
            {
                "$schema": f"{root}/{SCHEMA}",
                "language": language.code,
                "title": language.site_name,
                "address": staged.settings.address(language.code),
                "statements": list(_statements(staged, language)),
            }
        )
        _write(site / language.code / "statements.json", data.model_dump_json(by_alias=True, indent=1))


def _write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _statements(staged: Staged, language: Language) -> Iterator[dict[str, Any]]:
    handbook = staged.site.handbooks[language.code]
    sentences = Sentences(handbook, {}, language.locale)
    queries, views = Queries(handbook, sentences), Views(handbook, sentences, staged.settings.date)
    codes = [language.code for language in staged.settings.languages]
    for record in handbook.statements():
        text = record.text
        assert text is not None
        rows = queries.rows(record)
        sources = [
            {
                "ref": row.ref,
                "document": row.ref.partition("/")[0],
                "voice": row.document.voice,
                "status": row.document.status,
                "date": row.document.date,
            }
            for row in rows
        ]
        named = sentences.entries(record.title, text)
        home = staged.site.homes[handbook.language][record.key]
        yield {
            **{name: sources[0][name] for name in ("document", "voice", "status", "date")},
            "key": record.key,
            "kind": record.own_kind,
            "title": sentences.plain(record.title) if record.title else None,
            "text": sentences.unmarked(text),
            "plain": sentences.plain(text),
            "caution": sentences.plain(record.caution) if record.caution else None,
            "language": text.language,
            "source": list(record.source),
            "sources": sources,
            "carried_over": getattr(record, "carried_over", None),
            "when": getattr(record, "when", None),
            "serves": list(views.objectives_of(record)),
            "roles": list(getattr(record, "roles", ())),
            **{
                register: [entry.key.rpartition(".")[2] for entry in named if entry.key.startswith(f"{register}.")]
                for register in ("bodies", "instruments", "terms")
            },
            "address": f"{staged.settings.address(handbook.language)}{page_url(home)}#{record.key}",
            "languages": [code for code in codes if f"{record.key}.text" not in staged.site.handbooks[code].missing],
        }
