"""Every kind of copy, in one place."""

from __future__ import annotations

import contextlib
import importlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from handbook.copies.edition import Edition, Wanted

#: What tells which copies of a language are wanted, and which one of all languages; loaded when it is asked for.
OfALanguage = Callable[[], Callable[[Edition], Iterator[Wanted]]]
OfAll = Callable[[], Callable[[Sequence[Edition]], Wanted]]


@dataclass(frozen=True)
class Kinds:
    """The kinds of copies that there are, by name."""

    of_a_language: Mapping[str, OfALanguage]
    of_all: Mapping[str, OfAll] = field(default_factory=dict)


class Lacking(Exception):
    """A package or a library that a kind needs is not there; its words say which."""


def load(module: str, name: str) -> Callable[[Any], Any]:
    """Return a function of a module of this package. Raises `Lacking` where this system cannot load it."""
    with lacking():
        kind: Callable[[Any], Any] = getattr(importlib.import_module(f"handbook.copies.{module}"), name)
        return kind


@contextlib.contextmanager
def lacking() -> Iterator[None]:
    """Raise `Lacking` for what says that a package or a library is missing, and let nothing be printed of it."""
    heard = io.StringIO()  # WeasyPrint prints a page of advice
    try:
        with contextlib.redirect_stdout(heard):
            yield
    except ImportError as error:
        raise Lacking(str(error)) from None
    except OSError as error:
        if "cannot load library" not in str(error):
            raise
        raise Lacking(str(error).partition(":")[0]) from None


#: Every kind, in the order in which readers see them: the function of a module of this package.
KINDS = Kinds(
    {name: partial(load, name, name) for name in ("pdf", "epub", "single", "folder", "programme", "leaflets")},
    {"folder of all languages": partial(load, "folder", "all_languages")},
)
