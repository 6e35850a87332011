"""The contracts of all files as JSON Schemas, so that an editor completes and checks YAML while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from handbook.join.contract import reference_contract, translation_contract
from handbook.model.handbook import FILES

FOLDER = "schemas"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Yield the path below `FOLDER` and the text of every schema: the reference's and the translations'."""
    for name, annotation in FILES.items():
        if name.startswith("years/"):
            continue  # an earlier year has the form of the current one
        file = name.replace("/*", "-each")
        for folder, contract in (
            ("reference", reference_contract(annotation)),
            ("translation", translation_contract(annotation)),
        ):
            schema = {"$schema": _DRAFT, **contract.json_schema(by_alias=True)}
            yield f"{folder}/{file}.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def outdated(root: Path) -> list[str]:
    """Return the paths of the schemas in ``root`` that are missing, changed or left over."""
    wanted = dict(schemas())
    found = {path.relative_to(root / FOLDER).as_posix() for path in (root / FOLDER).rglob("*.json")}
    changed = {
        path for path, text in wanted.items() if path in found and (root / FOLDER / path).read_text("utf-8") != text
    }
    return sorted((wanted.keys() ^ found) | changed)


def write_schemas(root: Path) -> None:
    """Write all schemas below ``root`` and delete what is left over."""
    wanted = dict(schemas())
    for path in outdated(root):
        if path in wanted:
            (root / FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
            (root / FOLDER / path).write_text(wanted[path], "utf-8")
        else:
            (root / FOLDER / path).unlink()
