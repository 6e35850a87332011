"""Footnotes: on the site they stand at the end of a page, on paper at the foot of the sheet that calls them."""

from __future__ import annotations

import copy

from lxml import etree


def noted(body: etree._Element) -> None:
    """Put the words of each footnote where it is called; the style sheet takes them to the foot of the sheet."""
    lists = [one for one in body.iter("div") if "footnote" in (one.get("class") or "").split()]
    notes = {note.get("id"): note for one in lists for note in one.iter("li")}
    for call in [one for one in body.iter("a") if "footnote-ref" in (one.get("class") or "").split()]:
        note = notes.get((call.get("href") or "").removeprefix("#"))
        place = call.getparent()
        if note is not None and place is not None:
            _call(place if place.tag == "sup" else call, note)
    for one in lists:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _call(place: etree._Element, note: etree._Element) -> None:
    """Replace the sign that calls a note by its words."""
    number = int(note.get("data-called") or 0) + 1
    note.set("data-called", str(number))
    words = etree.Element("span", {"class": "footnote", "id": f"{note.get('id')}-{number}"})
    words.tail = place.tail
    for part in note.iter("p"):
        inner = copy.deepcopy(part)
        inner.tag, inner.tail = "span", " "
        for back in [one for one in inner.iter("a") if "footnote-backref" in (one.get("class") or "").split()]:
            holder = back.getparent()
            if holder is not None:
                holder.remove(back)
        words.append(inner)
    parent = place.getparent()
    if parent is not None:
        parent.replace(place, words)
