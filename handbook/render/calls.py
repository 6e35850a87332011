"""What pages call is held against what macros take, and a page against its twin, before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from handbook.kept import Shelf, mark_of
from handbook.problems import Problem, listed, near, shown
from handbook.read.marks import Call
from handbook.read.pages import Page
from handbook.read.words import Words
from handbook.render.environment import MACROS, macro_names

#: Headings have six levels, and macros count in nothing else.
_LEVELS = range(1, 7)


@dataclass(frozen=True)
class Signature:
    """The arguments of a macro in order; those with a default need not be given."""

    names: tuple[str, ...]
    defaults: Mapping[str, Any]

    @property
    def example(self) -> str:
        """Return how a page writes the arguments that it must give."""
        return ", ".join(f'"{name}"' for name in self.names if name not in self.defaults)


def check_calls(root: Path, words: Sequence[Words], shelf: Shelf | None = None) -> Iterator[Problem]:
    """Yield a problem for every call and heading that cannot be right; a page that has one is not used further.

    ``root`` is the folder that holds ``macros/``; one that is on the ``shelf`` is not parsed again. What a call's
    key means is not asked here: the data say it.
    """
    shelf = shelf if shelf is not None else Shelf({})
    signatures = {name: signature(root, name, shelf) for name in macro_names(root)}
    reference = next(one for one in words if one.language.reference)
    usable = dict(reference.pages)
    for one in words:
        for path, page in one.pages.items():
            found = list(_check_page(page, usable.get(path), signatures)) if page is not None else []
            if found:
                one.pages[path] = None
            yield from found
        for page in one.unsound:
            yield from _check_page(page, None, signatures)


def signature(root: Path, name: str, shelf: Shelf) -> Signature | None:
    """Return what the macro ``name`` takes; None where its file has mistakes, which rendering reports."""
    try:
        source = (root / MACROS / f"{name}.jinja").read_text("utf-8")
        return shelf.result(mark_of(name, source), partial(_parsed, source, name))
    except (TemplateSyntaxError, nodes.Impossible, OSError, UnicodeDecodeError):
        return None


def _parsed(source: str, name: str) -> Signature | None:
    for macro in Environment(autoescape=True).parse(source).find_all(nodes.Macro):
        if macro.name == name:
            names = tuple(argument.name for argument in macro.args)
            values = [default.as_const() for default in macro.defaults]
            return Signature(names, dict(zip(names[len(names) - len(values) :], values, strict=True)))
    return None


def _check_page(page: Page, twin: Page | None, signatures: Mapping[str, Signature | None]) -> Iterator[Problem]:
    for call in page.calls:
        if call.name not in signatures:
            todo = near(call.name, signatures) or f"Pages can call {listed(signatures, 40)}."
            yield Problem(page.file, call.line, f"'{call.name}' is not a macro", todo=todo)
        elif signature := signatures[call.name]:
            yield from _check_call(page.file, call, signature)
    if twin is not None and twin is not page:
        yield from _check_headings(page, twin)


def _check_call(file: str, call: Call, signature: Signature) -> Iterator[Problem]:
    expected = f"{{{{ {call.name}({signature.example}) }}}}"
    given = dict(zip(signature.names, call.arguments, strict=False)) | call.named
    for name in call.named:
        if name not in signature.names:
            todo = near(name, signature.names) or f"It takes {listed(signature.names) or 'nothing'}."
            yield Problem(file, call.line, f"the macro '{call.name}' takes no '{name}'", expected, todo=todo)
    if len(call.arguments) > len(signature.names):
        wrong = f"the macro '{call.name}' is given too much"
        yield Problem(file, call.line, wrong, expected, shown(call.written), "Take out what is too much.")
    for name in signature.names:
        if name in given:
            yield from _check_value(file, call, name, given[name], signature.defaults.get(name, ""))
        elif name not in signature.defaults:
            wrong = f"the macro '{call.name}' lacks its '{name}'"
            yield Problem(file, call.line, wrong, expected, shown(call.written), "Write it between the brackets.")


def _check_value(file: str, call: Call, name: str, value: Any, default: Any) -> Iterator[Problem]:
    """Yield a problem if ``value`` is not of the kind of the argument's default (a word, if it has none)."""
    kind = type(default)
    expected = {bool: "true or false", int: "a number from 1 to 6"}.get(kind, "words in quotes")
    fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if default is not None and not (fits and (kind is not int or value in _LEVELS)):
        wrong = f"the '{name}' of the macro '{call.name}' is of the wrong kind"
        yield Problem(file, call.line, wrong, expected, shown(value), "Correct it between the brackets.")


def _check_headings(page: Page, twin: Page) -> Iterator[Problem]:
    """Yield a problem for each heading whose anchor is not its twin's: they are equal in all languages."""
    if [heading.anchor for heading in page.headings] == [heading.anchor for heading in twin.headings]:
        return
    theirs = {heading.anchor for heading in page.headings}
    ours = {heading.anchor for heading in twin.headings}
    less = [heading for heading in twin.headings if heading.anchor not in theirs]
    more = [heading for heading in page.headings if heading.anchor not in ours]
    for lost, extra in zip_longest(less, more):
        if extra is None:
            expected = f"the translation of {twin.file}:{lost.line}"
            yield Problem(page.file, 0, f"the heading '#{lost.anchor}' is missing", expected, todo="Add it.")
        elif lost is None:
            wrong = f"{twin.file} has no heading '#{extra.anchor}'"
            yield Problem(page.file, extra.line, wrong, todo="Delete it here, or add it there.")
        else:
            wrong = f"the heading has another anchor than {twin.file}:{lost.line}"
            todo = "Anchors are the same in every language."
            yield Problem(page.file, extra.line, wrong, f"#{lost.anchor}", f"#{extra.anchor}", todo)
    for heading, original in zip(page.headings, twin.headings, strict=False):
        if not less and not more and heading.anchor != original.anchor:
            wrong = f"the headings stand in another order than in {twin.file}"
            yield Problem(page.file, heading.line, wrong, f"#{original.anchor}", f"#{heading.anchor}")
            return
