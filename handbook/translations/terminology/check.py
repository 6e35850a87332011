"""Both languages must use the handbook's words for the same things."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.translations.finding import Finding, Pair, Severity, found
from handbook.translations.terminology.index import Hit
from handbook.translations.terminology.read import Terminology
from handbook.translations.terminology.sides import Side, content, names, quotations, without_quotations
from handbook.translations.terminology.terms import Term
from handbook.translations.unit import same

_SHORT = ("heading", "cell", "navigation", "label", "admonition")


def check_terminology(pair: Pair, terms: Terminology) -> Iterator[Finding]:
    """Yield a finding for each word of the field that a translation says otherwise, or adds.

    ``term-missing``: the English word occurs, none of its forms in the translation; ``term-banned``: a form
    that is never, or not here, the right one; ``term-other``: a form of another English word;
    ``term-unnamed``: a name written out where a sentence can hold ``[[key]]``. Facts: ``term``,
    ``expected``, ``found``.
    """
    if pair.original is None or pair.translation is None or same(pair.original.text, pair.translation.text):
        return
    if pair.original.kind == "name":  # here the words are defined
        return
    original, translation = pair.original.text, pair.translation.text
    own_words, left = without_quotations(original, translation)
    ours, theirs = Side(terms.english, original, True), Side(terms.own, left, False)
    wanted = ours if own_words == original else Side(terms.english, own_words, True)
    told: set[str] = set()
    for finding in _judged(pair, wanted, ours, theirs):
        if told.isdisjoint((finding.facts["term"], finding.facts["found"].lower())):
            told.update((finding.facts["term"], finding.facts["found"].lower() or finding.facts["term"]))
            yield finding
    if any(term.key and len(hit.form.stems) > 1 for hit in theirs.hits for _, term in hit.form.meanings):
        yield from _unnamed(pair, own_words, terms)


def _judged(pair: Pair, wanted: Side, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Yield all that may be said; the first finding of a word or form is the one that counts.

    ``wanted`` is the English without what the translation quotes of it.
    """
    if ours.hits or theirs.hits:
        yield from _banned(pair, ours, theirs)
        yield from _missing(pair, wanted, ours, theirs)
        yield from _other(pair, ours, theirs)


def _banned(pair: Pair, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Yield a finding for each form that is wrong: everywhere, or for an English word that stands there.

    What is in quotation marks is quoted on purpose, unless the English says it too.
    """
    quoted = [" ".join(one.split()) for one in quotations(theirs.text)]  # no-break spaces stand in some
    for hit in theirs.hits:
        if ours.explains(hit):
            continue
        aside = any(hit.written in one for one in quoted)
        for use, term in hit.form.meanings:
            if use == "banned" and not (aside and not ours.says(term)):
                yield _finding("term-banned", "error" if ours.says(term) else "warning", pair, term, hit.written)
            elif use == "false-friend" and ours.times(term) > theirs.times(term):
                yield _finding("term-banned", "error", pair, term, hit.written)


def _missing(pair: Pair, wanted: Side, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Yield a finding for each English word without any of its forms; what may stand instead is told.

    A title may leave a word out for brevity, and an entry need not repeat its own name.
    """
    for hit in wanted.hits:
        meant = [term for _, term in hit.form.meanings if term.preferred and term.wanted]
        if meant and not any(theirs.says(term) or f".{term.key}." in pair.key for term in meant):
            instead = next((one for one in _strangers(ours, theirs) if _alike(one, meant[0], theirs.code)), None)
            written = instead.written if instead else ""
            severity: Severity = "error" if instead else _unless_brief(pair)
            yield _finding("term-missing", severity, pair, meant[0], written)


def _unless_brief(pair: Pair) -> Severity:
    """Return the weight of a difference that a title, in which words are left out, may have."""
    return "note" if pair.translation is not None and pair.translation.kind in _SHORT else "warning"


def _alike(hit: Hit, term: Term, code: str) -> bool:
    """Return whether a form can be taken for one of a term: they share a word."""
    return any(not content(code, form).isdisjoint(hit.form.stems) for form in term.preferred)


def _other(pair: Pair, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Yield a finding for each form of a word that the English does not hold."""
    for hit in _strangers(ours, theirs):
        term = next(term for use, term in hit.form.meanings if use == "preferred")
        yield found("term-other", _unless_brief(pair), pair, term=term.word, expected=term.word, found=hit.written)


def _strangers(ours: Side, theirs: Side) -> Iterator[Hit]:
    """Yield the preferred forms of a translation whose English words do not occur."""
    for hit in theirs.hits:
        uses = {use for use, _ in hit.form.meanings}
        if "preferred" in uses and all(term.reserved for _, term in hit.form.meanings) and not ours.explains(hit):
            yield hit


def _unnamed(pair: Pair, original: str, terms: Terminology) -> Iterator[Finding]:
    """Yield a finding for each name that a sentence of the data writes out; pages hold no ``[[key]]``."""
    unit = pair.translation
    if unit is None or unit.kind != "sentence" or "/data/" not in unit.file:
        return
    for written in terms.names.pattern.findall(unit.text) if terms.names.pattern else ():
        name = terms.names.of[written]
        named = names(original, name.key) or name.english in original
        if named and not names(unit.text, name.key) and f".{name.key}." not in pair.key:
            fix = unit.text.replace(written, name.mark, 1)
            yield found("term-unnamed", "note", pair, fix=fix, term=name.english, expected=name.mark, found=written)


def _finding(check: str, severity: Severity, pair: Pair, term: Term, written: str) -> Finding:
    expected = term.preferred[0] if term.preferred else term.word
    return found(check, severity, pair, term=term.word, expected=expected, found=written)
