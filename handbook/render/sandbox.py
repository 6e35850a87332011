"""What pages are rendered in: Jinja, sandboxed, with macros compiled once a process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handbook.translations.freshness import Freshness


class _Compiled(BytecodeCache):
    """Keeps compiled macros while this process runs: every language needs the same ones."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` if its macro was compiled before; Jinja itself sees whether the source has changed."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


#: Compiled macros of this process.
COMPILED = _Compiled()


class Sandbox(ImmutableSandboxedEnvironment):
    """Judges an attribute once for each type of object, on which alone it depends."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._judged: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether templates may read ``attr`` of such an object."""
        asked = type(obj), attr
        if asked not in self._judged:
            self._judged[asked] = super().is_safe_attribute(obj, attr, value)
        return self._judged[asked]


class Asked(Mapping[str, Freshness]):
    """What is said of the translations; knows whether a page asked for it, since it changes with any page."""

    def __init__(self, fresh: Mapping[str, Freshness]) -> None:
        self.fresh, self.asked = fresh, False

    def __getitem__(self, code: str) -> Freshness:
        self.asked = True
        return self.fresh[code]

    def __iter__(self) -> Iterator[str]:
        self.asked = True
        return iter(self.fresh)

    def __len__(self) -> int:
        self.asked = True
        return len(self.fresh)
