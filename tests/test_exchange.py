"""Packs go out and come back: untouched ones change nothing, sound work is taken, anything wrong is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import polib
import pytest
from conftest import ROOT, Tree
from test_translations_status import translations
from translated import LIGHT, accepted, snapshot, states, unit, with_lamps

from handbook.problems import CouldNotRun, Refused
from handbook.translations.exchange.pack import pack
from handbook.translations.exchange.po import po
from handbook.translations.exchange.segment import Pack, Segment
from handbook.translations.exchange.spoken import spoken
from handbook.translations.exchange.unpack import Unpacked, unpack
from handbook.translations.exchange.xliff import xliff
from handbook.translations.gather import gather
from handbook.translations.messages import catalogue as messages
from handbook.translations.unit import Kind

ENGLISH = "docs/data/programme/light.yml"
ASK = "programme.light.means.ask-the-board.text"
COUNT = "programme.light.means.count-lamps.text"
STREETS = "programme.light.objectives.bright-streets.text"
BOX = "lamps.md#lamps/admonition-1"
SPACE = "{urn:oasis:names:tc:xliff:document:2.0}"
FOLDERS = ("docs", "docs_fr", "docs_es")
FORMATS = ("po", "xlf")


@pytest.fixture
def work(tiny: Tree) -> Tree:
    """A handbook with one outdated, one missing and one touched unit, and one that nobody accepted."""
    with_lamps(tiny)
    accepted(tiny)
    tiny.replace(ENGLISH, "Ask the [[lamp-board]] for 40 lamps.", "Ask the [[lamp-board]] for 50 lamps: now.")
    tiny.replace(LIGHT, "    text: Compter les lampes deux fois par an.\n", "")
    tiny.replace(ENGLISH, "by 31 December", "before 31 December")
    tiny.replace(LIGHT, "chaque rue", "toutes les rues")
    tiny.replace("docs_fr/translated-from/lamps.yml", "english: Take care\n", "english: Take care\n    x: y\n")
    assert states(tiny) == {ASK: "outdated", COUNT: "missing", STREETS: "touched", BOX: "unrecorded"}
    return tiny


def packed(tree: Tree, form: str, everything: bool = False) -> Path:
    one = pack(gather(tree.root), "fr", everything)
    file = tree.root.parent / f"{tree.root.name}-fr.{form}"
    file.write_bytes(po(one) if form == "po" else xliff(one))
    return file


def taken(tree: Tree, file: Path, partial: bool = False, code: str = "") -> Unpacked:
    return unpack(tree.root, file, "1901-07-07", code, partial)


def translate(file: Path, words: dict[str, str], finished: bool = True) -> None:
    """Do what a translator does, with another program than the one that reads it."""
    if file.suffix == ".po":
        catalogue = polib.pofile(str(file))
        for entry in catalogue:
            if entry.msgctxt in words:
                entry.msgstr = words[entry.msgctxt]
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"] + ([] if finished else ["fuzzy"])
        catalogue.save(str(file))
        return
    ElementTree.register_namespace("", SPACE.strip("{}"))
    tree = ElementTree.parse(file)
    for each in tree.iter(f"{SPACE}unit"):
        if each.get("name") in words:
            data = {one.text: one.get("id", "") for one in each.iter(f"{SPACE}data")}
            segment = each.find(f"{SPACE}segment")
            assert segment is not None
            for old in segment.findall(f"{SPACE}target"):
                segment.remove(old)
            target = ElementTree.SubElement(segment, f"{SPACE}target")
            _fill(target, words[str(each.get("name"))], data)
            segment.set("state", "translated" if finished else "initial")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def _fill(target: ElementTree.Element, words: str, data: dict[str | None, str]) -> None:
    last = None
    for number, part in enumerate(filter(None, re.split(r"(\[\[.*?\]\]|\{\{.*?\}\})", words))):
        if part in data:
            last = ElementTree.SubElement(target, f"{SPACE}ph", {"id": f"x{number}", "dataRef": data[part]})
        elif last is None:
            target.text = (target.text or "") + part
        else:
            last.tail = (last.tail or "") + part


def refused(tree: Tree, file: Path, *said: str, partial: bool = False) -> None:
    """Expect a pack to be refused with all of these words, and nothing to be written."""
    before = snapshot(tree.root)
    with pytest.raises(Refused) as caught:
        taken(tree, file, partial)
    for words in said:
        assert re.search(words, str(caught.value)), f"{words!r} is not in {caught.value}"
    assert snapshot(tree.root) == before


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("everything", [False, True])
def test_an_untouched_pack_changes_nothing(work: Tree, form: str, everything: bool) -> None:
    before = snapshot(work.root)
    done = taken(work, packed(work, form, everything))
    assert (done.files, done.units, done.refused) == ((), 0, ())
    assert set(done.left) == {ASK, COUNT, STREETS, BOX}
    assert snapshot(work.root) == before


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_done_is_written_and_accepted(work: Tree, form: str) -> None:
    file = packed(work, form)
    text = work.read(LIGHT)
    ask = "Demander tout de suite 50 lampes au [[lamp-board]]\u00a0: « oui ».  "
    translate(file, {ASK: ask, COUNT: "Compter les lampes deux fois par an.", BOX: "Attention"})
    done = taken(work, file)
    assert (done.files, done.units, done.left, done.refused) == ((LIGHT,), 3, (STREETS,), ())
    assert states(work) == {STREETS: "touched"}
    assert unit(work, ASK).text == ask.strip()
    assert work.read(LIGHT) == (
        text.replace("Demander 40 lampes au [[lamp-board]].", ask.strip())
        + "    text: Compter les lampes deux fois par an.\n"
    )
    assert "on: '1901-07-07'" not in work.read("docs_fr/translated-from/data/labels.yml")
    before = snapshot(work.root)
    assert taken(work, file).units == 0  # a second time, nothing is new
    assert snapshot(work.root) == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_new_page_comes_back(work: Tree, form: str) -> None:
    work.write("docs/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nAll about oil.\n\n- Whale\n- Olive\n")
    file = packed(work, form)
    french = {"/description": "L’huile.", "#oil/heading-1": "L’huile", "#oil/paragraph-1": "Tout sur l’huile."}
    french |= {"#oil/item-1": "Baleine", "#oil/item-2": "Olive"}
    translate(file, {f"oil.md{key}": words for key, words in french.items()})
    assert taken(work, file).files == ("docs_fr/oil.md",)
    page = "---\ndescription: L’huile.\n---\n# L’huile { #oil }\n\nTout sur l’huile.\n\n- Baleine\n- Olive\n"
    assert work.read("docs_fr/oil.md") == page
    assert not any(key.startswith("oil.md") for key in states(work))


def test_a_po_reader_finds_what_a_translator_needs(work: Tree) -> None:
    catalogue = polib.pofile(str(packed(work, "po")), check_for_duplicates=True)
    assert catalogue.metadata["Language"] == "fr"
    entries = {entry.msgctxt: entry for entry in catalogue}
    assert set(entries) == {ASK, COUNT, STREETS, BOX}
    ask = entries[ASK]
    assert ask.msgid == "Ask the [[lamp-board]] for 50 lamps: now."
    assert ask.msgstr == "Demander 40 lampes au [[lamp-board]]."
    assert ask.previous_msgid == "Ask the [[lamp-board]] for 40 lamps."
    assert ask.fuzzy
    assert ask.occurrences[0][0] == LIGHT
    assert "L’original a changé depuis la traduction" in ask.comment
    assert "for [-40-]{+50+} lamps" in ask.comment
    assert "[[lamp-board]]: JLB (Joint Lamp Board) = CPL (Comité paritaire des lampes)" in ask.comment
    assert "À garder tel quel\u00a0: [[lamp-board]]" in ask.comment
    assert (entries[COUNT].msgstr, entries[COUNT].fuzzy) == ("", False)
    assert "Titre d’un encadré, Lamps" in entries[BOX].comment
    assert "State:" not in str(catalogue)
    everything = polib.pofile(str(packed(work, "po", True)), check_for_duplicates=True)
    gathered = gather(work.root)
    assert {entry.msgctxt: entry.msgid for entry in everything} == {one.key: one.text for one in gathered.units["en"]}


def test_comments_are_in_the_language_of_the_translation_or_in_the_one_that_is_asked_for(work: Tree) -> None:
    words = messages("es", "work")
    one = pack(gather(work.root), "fr", said=words)
    for asked in (po(one, words).decode(), xliff(one, words).decode()):
        assert "El original ha cambiado desde que se tradujo" in asked
        assert "Título de un recuadro" in asked
    assert "L’original a changé" in xliff(one).decode()
    assert "The original has changed" in po(replace(one, code="de")).decode()  # no messages in German
    kinds = {f"kind-{kind}" for kind in get_args(Kind)}
    for code in ("en", "fr", "es"):
        assert kinds <= messages(code, "work").words.keys()


@pytest.mark.parametrize("everything", [False, True])
def test_xliff_keeps_the_rules_of_the_core(work: Tree, everything: bool) -> None:
    root = ElementTree.parse(packed(work, "xlf", everything)).getroot()
    assert (root.tag, root.get("version")) == (f"{SPACE}xliff", "2.0")
    assert (root.get("srcLang"), root.get("trgLang")) == ("en", "fr")
    files = list(root)
    assert [file.tag for file in files] == [f"{SPACE}file"] * len(files) != []
    assert len({file.get("id") for file in files}) == len(files)
    for file in files:
        tags = [each.tag.removeprefix(SPACE) for each in file]
        assert tags == ["notes"] * (tags[0] == "notes") + ["unit"] * (len(tags) - (tags[0] == "notes"))
        assert len({each.get("id") for each in file.iter(f"{SPACE}unit")}) == len(list(file.iter(f"{SPACE}unit")))
        for each in file.iter(f"{SPACE}unit"):
            _check_unit(each)


def _check_unit(each: ElementTree.Element) -> None:
    assert re.fullmatch(r"[\w.:-]+", each.get("id", ""))  # an NMTOKEN
    order = [child.tag.removeprefix(SPACE) for child in each]
    assert order in (["notes", "segment"], ["notes", "originalData", "segment"])
    data = {one.get("id"): one.text for one in each.iter(f"{SPACE}data")}
    assert len(data) == len(list(each.iter(f"{SPACE}data")))
    segment = each.find(f"{SPACE}segment")
    assert segment is not None
    assert segment.get("state") in ("initial", "translated", "reviewed", "final")
    assert re.fullmatch(r"[^:]+:[^:]+", segment.get("subState", ""))
    assert [child.tag.removeprefix(SPACE) for child in segment] in (["source"], ["source", "target"])
    used = set()
    for side in segment:
        codes = list(side)
        assert all(code.tag == f"{SPACE}ph" and not list(code) for code in codes)
        assert len({code.get("id") for code in codes}) == len(codes)
        used |= {code.get("dataRef") for code in codes}
    assert used == set(data)
    source, target = (segment.find(f"{SPACE}{name}") for name in ("source", "target"))
    assert source is not None
    ids = {code.get("id"): code.get("dataRef") for code in source}
    assert all(ids.get(code.get("id"), code.get("dataRef")) == code.get("dataRef") for code in target or ())


def test_xliff_says_what_a_translator_needs(work: Tree) -> None:
    root = ElementTree.parse(packed(work, "xlf")).getroot()
    ask = next(each for each in root.iter(f"{SPACE}unit") if each.get("name") == ASK)
    notes = {note.get("category"): note.text for note in ask.iter(f"{SPACE}note")}
    assert notes["english-before"] == "Ask the [[lamp-board]] for 40 lamps."
    assert notes["english-changes"] == "Ask the [[lamp-board]] for [-40-]{+50+} lamps{+: now+}."
    assert "Comité paritaire des lampes" in str(notes["term"])
    source = next(ask.iter(f"{SPACE}source"))
    assert [source.text, *(f"{code.get('disp')}|{code.tail}" for code in source)] == [
        "Ask the ",
        "[[lamp-board]]| for 50 lamps: now.",
    ]


def test_a_code_may_be_deleted_where_the_translation_that_counts_lacks_it() -> None:
    text, once = '[[a]], [[a]] {{ b("c") }}', '[[a]] {{ b("c") }}'
    for target, may in ((once, ["no", "yes", "no"]), ("", ["no"] * 3)):
        one = Segment("k", "f", text, target, "current", done=True)
        root = ElementTree.fromstring(xliff(Pack("en", "fr", "1901-02-03", [one])))
        codes = list(next(root.iter(f"{SPACE}source")))
        assert [code.get("canDelete") for code in codes] == may
        assert [code.get("canCopy") for code in codes] == ["yes", "yes", "no"]


WRONG = {
    "sentence": (COUNT, "- Compter les lampes", "the mark of a heading"),
    "html": (COUNT, "Compter <b>les lampes</b>", "raw HTML"),
    "bold": (COUNT, "Compter **les lampes", "without its pair"),
    "lost": (ASK, "Demander 50 lampes maintenant.", r"references are missing: \[\[lamp-board\]\]"),
    "more": (COUNT, "Compter avec le [[lamp-board]].", "references are there that the original has not"),
    "half": (ASK, "Demander 50 lampes au [[lamp-board].", "double brackets are opened or closed, not both"),
    "ending": (ASK, "Demander 50 lampes au [[lamp-board:nom]].", "unknown ending"),
    "link": (COUNT, "Compter [ici](https://a.example).", "links are there"),
    "misread": (COUNT, "Compter les lampes Ã©teintes.", "another encoding"),
    "hidden": (COUNT, "Compter\u200b les lampes.", r"U\+200B"),
    "lines": (COUNT, "Compter\nles lampes.", "line break"),
    "english": (
        COUNT,
        "Light every street by 31 December 1901 and count the lamps twice.",
        "the language 'en', not 'fr'",
    ),
    "anchor": (BOX, "Attention { #ici }", "anchor"),
    "list": ("lamps.md#lamps/paragraph-1", "- Il y a des lampes.", "cannot be written"),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", WRONG)
def test_wrong_words_are_refused_and_with_partial_the_others_taken(work: Tree, kind: str, form: str) -> None:
    key, words, said = WRONG[kind]
    file = packed(work, form, everything=True)
    translate(file, {STREETS: "Éclairer toutes les rues avant la fin de 1901.", key: words})
    refused(work, file, said)
    done = taken(work, file, partial=True)
    assert (done.files, done.units) == ((LIGHT,), 1)
    assert re.search(said, "\n".join(map(str, done.refused)))
    assert unit(work, STREETS).text == "Éclairer toutes les rues avant la fin de 1901."
    assert words not in "\n".join(one.text for one in gather(work.root).units["fr"])


def _po(change: Callable[[polib.POFile], object]) -> Callable[[Path], None]:
    def changed(file: Path) -> None:
        catalogue = polib.pofile(str(file))
        change(catalogue)
        catalogue.save(str(file))

    return changed


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def changed(file: Path) -> None:
        file.write_bytes(change(file.read_bytes()))

    return changed


def _unit(data: bytes, key: str) -> bytes:
    found = re.search(rb'\s*<unit [^>]*name="' + re.escape(key.encode()) + rb'".*?</unit>', data, re.S)
    assert found is not None
    return found[0]


#: What happens to a pack, and what is said: for a file as a whole, also with --partial.
WHOLE = {
    ("po", "damaged"): (_bytes(lambda data: data + b'msgctxt broken "\n'), "damaged"),
    ("po", "cut-off"): (_bytes(lambda data: data[:-9]), "damaged"),
    ("po", "latin-1"): (_bytes(lambda data: data.decode().encode("latin-1", "replace")), "not in UTF-8"),
    ("po", "utf-16"): (_bytes(lambda data: data.decode().encode("utf-16")), "not in UTF-8"),
    ("po", "spanish"): (_po(lambda one: one.metadata.update({"Language": "es"})), "of another language"),
    ("po", "from-german"): (_po(lambda one: one.metadata.update({"X-Handbook-Source": "de"})), "from another language"),
    ("po", "future"): (
        _po(lambda one: one.metadata.update({"X-Handbook-Format": "9"})),
        "format 1; found '9'",
    ),
    ("po", "foreign"): (_bytes(lambda data: b'msgid ""\nmsgstr ""\n'), "not a pack of this program"),
    ("po", "empty"): (_bytes(lambda data: b""), "not a pack|damaged"),
    ("xlf", "damaged"): (_bytes(lambda data: data[:-30]), "not XML, or it is damaged"),
    ("xlf", "latin-1"): (_bytes(lambda data: data.decode().encode("latin-1", "replace")), "not in UTF-8"),
    ("xlf", "spanish"): (_bytes(lambda data: data.replace(b'trgLang="fr"', b'trgLang="es"')), "of another language"),
    ("xlf", "entities"): (_bytes(lambda data: data.replace(b"<xliff", b"<!DOCTYPE x []><xliff", 1)), "document type"),
    ("xlf", "old"): (_bytes(lambda data: data.replace(b"document:2.0", b"document:1.2")), "not a pack of this program"),
}
#: The same for one unit; with --partial the others are taken.
ONE = {
    ("po", "lost"): (_po(lambda one: one.remove(one.find(COUNT, by="msgctxt"))), f"'{COUNT}' was in the pack"),
    ("po", "doubled"): (_po(lambda one: one.append(one.find(COUNT, by="msgctxt"))), "stands 2 times"),
    ("po", "unknown"): (
        _po(lambda one: setattr(one.find(COUNT, by="msgctxt"), "msgctxt", "programme.dark.title")),
        "no such unit",
    ),
    ("po", "emptied"): (_po(lambda one: setattr(one.find(ASK, by="msgctxt"), "msgstr", "")), "deleted"),
    ("xlf", "lost"): (_bytes(lambda data: data.replace(_unit(data, COUNT), b"")), f"'{COUNT}' was in the pack"),
    ("xlf", "doubled"): (
        _bytes(lambda data: data.replace(_unit(data, COUNT), _unit(data, COUNT) * 2)),
        "stands 2 times",
    ),
    ("xlf", "unknown"): (_bytes(lambda data: data.replace(COUNT.encode(), b"programme.dark.title")), "no such unit"),
}


@pytest.mark.parametrize(("form", "kind"), WHOLE)
def test_a_pack_that_cannot_be_used_is_refused_as_a_whole(work: Tree, form: str, kind: str) -> None:
    change, said = WHOLE[form, kind]
    file = packed(work, form)
    translate(file, {STREETS: "Éclairer toutes les rues."})
    change(file)
    refused(work, file, said)
    refused(work, file, said, partial=True)


@pytest.mark.parametrize(("form", "kind"), ONE)
def test_a_unit_that_is_lost_doubled_or_unknown(work: Tree, form: str, kind: str) -> None:
    change, said = ONE[form, kind]
    file = packed(work, form)
    translate(file, {STREETS: "Éclairer toutes les rues."})
    change(file)
    refused(work, file, re.escape(said))
    assert taken(work, file, partial=True).units == 1
    assert unit(work, STREETS).text == "Éclairer toutes les rues."


@pytest.mark.parametrize("form", FORMATS)
def test_words_on_both_sides_that_changed_meanwhile(work: Tree, form: str) -> None:
    file = packed(work, form)
    work.replace(ENGLISH, "50 lamps: now", "60 lamps: now")
    work.replace(LIGHT, "toutes les rues", "chaque ruelle")
    assert taken(work, file).files == ()  # nobody worked on these
    translate(file, {ASK: "Demander 50 lampes au [[lamp-board]].", STREETS: "Éclairer les rues."})
    refused(work, file, f"{ASK}.*another version of the original", f"{STREETS}.*has changed since the pack")


def test_new_words_that_are_not_finished_are_said(work: Tree) -> None:
    file = packed(work, "po")
    translate(file, {ASK: "Demander 50 lampes au [[lamp-board]].", BOX: "Gare !"}, finished=False)
    refused(work, file, f"{ASK}.*not finished", f"{BOX}.*not finished")


@pytest.mark.parametrize("state", ['state="initial" ', ""])
def test_a_program_that_says_nothing_of_states_says_it_by_the_words(work: Tree, state: str) -> None:
    work.replace(LIGHT, "Demander 40", "Demander\u00a040")
    file = packed(work, "xlf")
    translate(file, {COUNT: "Compter toutes les lampes.", STREETS: "Éclairer les rues."}, finished=False)
    text = file.read_text(encoding="utf-8").replace('state="initial" ', state).replace("\u00a0", " ")
    box = "Take care</source>"
    text = re.sub(rf"{box}\s*<target>Attention</target>", f"{box}<target>Take care</target>", text)  # the source again
    file.write_text(text, encoding="utf-8")
    assert text.count("Take care</target>") == 1
    found = taken(work, file)
    assert (found.units, set(found.left), found.refused) == (2, {ASK, BOX}, ())
    assert unit(work, STREETS).text == "Éclairer les rues."
    assert states(work) == {ASK: "outdated", BOX: "unrecorded"}


def test_half_a_translation_without_states_is_not_finished(work: Tree) -> None:
    pieces = FIRST.replace("final", "initial") + LAST.format(s="initial", t="")
    refused(work, _pieces(work, pieces), f"{STREETS}.*not finished")


def test_markup_of_another_program_is_said(work: Tree) -> None:
    file = packed(work, "xlf")
    translate(file, {COUNT: "Compter LES lampes."})
    data = file.read_text(encoding="utf-8")
    file.write_text(data.replace("LES", '<pc id="9">les</pc>'), encoding="utf-8")
    refused(work, file, "markup that the pack had not: <pc>")
    file.write_text(data.replace("LES", '<mrk id="9" translate="no">les</mrk>'), encoding="utf-8")
    assert taken(work, file).units == 1
    assert unit(work, COUNT).text == "Compter les lampes."


def _pieces(work: Tree, pieces: str, words: str = "Éclairer toutes les rues") -> Path:
    """Return a pack in which another program has laid out the segment of `STREETS` anew."""
    file = packed(work, "xlf")
    data = file.read_text(encoding="utf-8")
    unit = _unit(data.encode(), STREETS).decode()
    source = re.search("<source>(\\w+) (.*)</source>", unit)
    assert source is not None
    new = re.sub("<segment.*</segment>", pieces.format(a=source[1], b=source[2], d=words), unit, flags=re.S)
    file.write_text(data.replace(unit, new), encoding="utf-8")
    return file


FIRST = '<segment state="final"><source>{a}</source><target>Vite\u00a0:</target></segment>'
LAST = '<segment state="{s}"><source>{{b}}</source>{t}</segment>'
TARGET = "<target>{d}</target>"
PIECES = {
    "blank-between": FIRST + "<ignorable><source> </source></ignorable>" + LAST.format(s="final", t=TARGET),
    "another-order": '<segment state="final"><source>{a}</source><target order="3">{d}</target></segment>'
    '<ignorable><source> </source></ignorable><segment state="final"><source>{b}</source>'
    '<target order="1">Vite\u00a0:</target></segment>',
    "deep": '<segment state="final"><source>{a} {b}</source><target>'
    + '<mrk id="m">' * 3000
    + "Vite\u00a0: {d}"
    + "</mrk>" * 3000
    + "</target></segment>",
}
#: Half a translation, and states that no version of XLIFF knows.
HALVES = {
    "no-target": FIRST + LAST.format(s="final", t=""),
    "blank-target": FIRST + LAST.format(s="final", t="<target> </target>"),
    "unfinished": FIRST + LAST.format(s="initial", t=TARGET),
    "unknown-state": FIRST + LAST.format(s="done", t=TARGET),
}


@pytest.mark.parametrize("kind", PIECES)
def test_a_unit_that_a_program_has_split_is_put_together(work: Tree, kind: str) -> None:
    assert taken(work, _pieces(work, PIECES[kind])).units == 1
    assert unit(work, STREETS).text == "Vite\u00a0: Éclairer toutes les rues"


@pytest.mark.parametrize("kind", HALVES)
def test_half_a_translation_is_never_taken(work: Tree, kind: str) -> None:
    refused(work, _pieces(work, HALVES[kind]), f"{STREETS}.*not finished")


def test_a_code_is_known_by_its_id_alone(work: Tree) -> None:
    file = packed(work, "xlf")
    translate(file, {STREETS: "Éclairer."})
    ask = _unit(file.read_bytes(), ASK).decode()
    done = re.sub(r'state="\w+"', 'state="final"', re.sub(r"(<target>.*?<ph id=.1.)[^>]*/>", r"\1/> vite", ask))
    assert done.count("dataRef") == ask.count("dataRef") - 1
    file.write_bytes(file.read_bytes().replace(ask.encode(), done.encode()))
    assert taken(work, file).units == 2
    assert unit(work, ASK).text == "Demander 40 lampes au [[lamp-board]] vite."


@pytest.mark.parametrize("form", FORMATS)
def test_blanks_that_a_program_has_changed_are_no_new_words(work: Tree, form: str) -> None:
    work.replace(LIGHT, "Demander 40 lampes", "Demander\u00a040\u202flampes été")
    accepted(work)
    before = snapshot(work.root)
    file = packed(work, form, everything=True)
    text = file.read_text(encoding="utf-8").replace("\u00a0", " ").replace("\u202f", " ").replace("é", "e\u0301")
    if form == "xlf":
        text = text.replace("<target>", "<target>\n  ").replace("</target>", "\n</target>")
    file.write_text(text, encoding="utf-8")
    assert taken(work, file).files == ()
    assert snapshot(work.root) == before


@pytest.mark.parametrize("form", FORMATS)
def test_newer_words_of_the_handbook_stay_where_nobody_translated(work: Tree, form: str) -> None:
    accepted(work)
    file = packed(work, form, everything=True)
    work.replace(LIGHT, "toutes les rues", "chaque ruelle")
    before = snapshot(work.root)
    assert taken(work, file).files == ()
    assert snapshot(work.root) == before


@pytest.mark.parametrize(("form", "codes"), [("po", ("Language: fr", "Language: fr_FR")), ("xlf", ('"fr"', '"FR-fr"'))])
def test_a_region_is_no_other_language(work: Tree, form: str, codes: tuple[str, str]) -> None:
    file = packed(work, form)
    translate(file, {STREETS: "Éclairer toutes les rues."})
    file.write_text(file.read_text(encoding="utf-8").replace(*codes), encoding="utf-8")
    assert taken(work, file, code="fr").units == 1


def test_plurals_and_odd_line_ends_concern_their_unit_alone(work: Tree) -> None:
    file = packed(work, "po")
    translate(
        file, {STREETS: "Éclairer toutes les rues.", BOX: "Gare\u2028!", ASK: "Demander 50 lampes, [[lamp-board]]."}
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('msgstr "Demander', 'msgid_plural "x"\nmsgstr[0] "Demander'), encoding="utf-8", newline="\r"
    )
    refused(work, file, f"{ASK}.*msgid_plural", f"{BOX}.*U.2028")
    assert taken(work, file, partial=True).units == 1
    assert unit(work, STREETS).text == "Éclairer toutes les rues."


def test_of_a_new_page_the_block_that_is_wrong_is_said(work: Tree) -> None:
    work.write("docs/new/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nAll about oil.\n\nMore.\n")
    file = packed(work, "po")
    french = {
        "/description": "L’huile.",
        "#oil/heading-1": "L’huile",
        "#oil/paragraph-1": "- Tout.",
        "#oil/paragraph-2": "Et.",
    }
    translate(file, {STREETS: "Éclairer."} | {f"new/oil.md{key}": words for key, words in french.items()})
    done = taken(work, file, partial=True)
    assert (done.files, done.units) == ((LIGHT,), 1)
    assert "'- Tout.' cannot be written here" in "\n".join(map(str, done.refused))
    assert not (work.root / "docs_fr/new").exists()


def test_a_folder_that_was_made_goes_with_its_file(work: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    work.write("docs/new/oil.md", "---\ndescription: Oil.\n---\n# Oil { #oil }\n\nAll about oil.\n")
    file = packed(work, "po")
    french = {"/description": "L’huile.", "#oil/heading-1": "L’huile", "#oil/paragraph-1": "Tout."}
    translate(file, {f"new/oil.md{key}": words for key, words in french.items()})
    monkeypatch.setattr("handbook.translations.exchange.unpack.accept", _fails)
    with pytest.raises(KeyboardInterrupt):
        taken(work, file)
    assert not (work.root / "docs_fr/new").exists()


def _fails(*_: object) -> None:
    raise KeyboardInterrupt


def test_memory_that_would_be_lost_stops_everything(work: Tree) -> None:
    file = packed(work, "po")
    translate(file, {COUNT: "Compter les lampes."})
    work.write("docs_fr/translated-from/data/programme/light.yml", "format: 2\nunits: {}\n")
    refused(work, file, "newer program")


def test_all_or_nothing(work: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    file = packed(work, "po")
    translate(file, {COUNT: "Compter les lampes.", BOX: "Gare !"})
    before, replace, calls = snapshot(work.root), Path.replace, []

    def memory_fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if "translated-from" in str(target):
            raise OSError(28, "No space left on device", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", memory_fails)
    with pytest.raises(CouldNotRun):
        taken(work, file)
    assert len(calls) > 2
    assert snapshot(work.root) == before


def test_the_language_of_words() -> None:
    known = {
        "en": frozenset(["the", "lamps", "are", "hot", "and", "the", "oil", "is", "dear"]),
        "fr": frozenset(["les", "lampes"]),
    }
    assert spoken("The lamps are hot and dear", "fr", known) == "en"
    assert spoken("Des mots que personne ne connaît ici", "fr", known) == "fr"
    assert spoken("the lamps", "fr", known) == "fr"


def test_the_door(work: Tree) -> None:
    for form, name in (("po", "handbook-fr.po"), ("xliff", "handbook-fr.xlf")):
        done = translations(work.root, "pack", "--language", "fr", "--format", form)
        assert (done.returncode, done.stdout) == (0, f"Français: 4 texts in {name}\n")
        done = translations(work.root, "unpack", name)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Nothing in the pack is new.\n4 texts of the pack are not translated yet" in done.stdout
    file = work.root / "handbook-fr.po"
    translate(file, {COUNT: "- Compter", STREETS: "Éclairer toutes les rues."})
    done = translations(work.root, "unpack", "handbook-fr.po")
    assert done.returncode == 1
    assert "1 problem. Nothing was written." in done.stderr
    done = translations(work.root, "unpack", "handbook-fr.po", "--partial", "--date", "1901-08-08")
    assert done.returncode == 1
    assert f"Written: {LIGHT}" in done.stdout
    assert "1901-08-08" in work.read("docs_fr/translated-from/data/programme/light.yml")
    assert translations(work.root, "unpack", "nothing.po").returncode == 1
    assert translations(work.root, "unpack", "mkdocs.yml").returncode == 1
    assert translations(work.root, "pack", "--language", "de").returncode == 2


@pytest.mark.parametrize("form", FORMATS)
def test_everything_of_this_handbook_survives_the_round_trip(tmp_path: Path, form: str) -> None:
    tree = Tree(tmp_path)
    for file in (
        ROOT / "mkdocs.yml",
        *(path for name in ("docs", "docs_fr", "docs_es") for path in (ROOT / name).rglob("*")),
    ):
        if file.is_file():
            tree.write(file.relative_to(ROOT).as_posix(), file.read_bytes())
    before = snapshot(tree.root)
    file = packed(tree, form, everything=True)
    done = taken(tree, file)
    assert (done.files, done.units, done.left, done.refused) == ((), 0, (), ())
    assert snapshot(tree.root) == before
    texts = {one.key: one.text for one in gather(tree.root).units["fr"]}
    longer = {key: f"{words} bis" for key, words in list(texts.items())[::9]}
    translate(file, longer)
    assert taken(tree, file).refused == ()
    assert {one.key: one.text for one in gather(tree.root).units["fr"]} == texts | longer
