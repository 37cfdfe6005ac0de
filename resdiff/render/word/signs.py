"""The signs of a paragraph of somebody's Word document, each with the element that holds it; words taken out
and put in between them as tracked changes (ECMA-376-1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any, NamedTuple

from lxml import etree

from resdiff.core.worddiff import Edit
from resdiff.render.views.xml import allowed

WordElement = Any
"""An element of lxml, which has no types."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PUT_IN = frozenset(("ins", "moveTo"))
_TRANSPARENT = _PUT_IN | frozenset("hyperlink smartTag sdt sdtContent fldSimple customXml bdo dir".split())
"""Elements within a paragraph whose runs belong to it."""
_BLANKS = frozenset(("tab", "br", "cr"))
_HIDDEN = ("vanish", "strike", "dstrike")


class Sign(NamedTuple):
    """A sign of the reading of a paragraph, its changes accepted."""

    char: str
    holder: WordElement
    """The `w:t`, or the element that stands for it."""
    place: int
    """Its place in the text of the holder."""


class Marks(NamedTuple):
    """What is taken out of the signs of a paragraph, and put in between them."""

    gone: frozenset[int]
    """The places of signs."""
    come: dict[int, list[str | WordElement]]
    """Words, and runs that call footnotes, by the place of the sign before them, -1 at the start."""
    calls_gone: tuple[WordElement, ...] = ()
    """The elements that call footnotes and are taken out."""


class NewCall(NamedTuple):
    """The call of a footnote that is put in among the edits of a paragraph."""

    run: WordElement


class Author(NamedTuple):
    """Who makes the changes, and the ids of them."""

    attributes: dict[str, str]
    ids: Iterator[int]
    """Those that are free."""
    made: list[int]

    def tagged(self, name: str) -> WordElement:
        """An element of a change."""
        self.made.append(next(self.ids))
        return etree.Element(f"{_W}{name}", {f"{_W}id": str(self.made[-1]), **self.attributes})


def name_of_element(element: WordElement) -> str:
    """The name without its namespace, '' for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def w(name: str) -> str:
    """A name of WordprocessingML with its namespace."""
    return f"{_W}{name}"


def signs_of(paragraph: WordElement) -> list[Sign]:
    """The signs of a paragraph in their order."""
    return [sign for run in text_runs_of(paragraph) for sign in _signs_of_run(run)]


def text_runs_of(parent: WordElement) -> Iterator[WordElement]:
    """The runs of a paragraph that are read, its changes accepted."""
    for element in parent:
        name = name_of_element(element)
        if name == "r":
            if not _is_hidden(element):
                yield element
        elif name in _TRANSPARENT:
            yield from text_runs_of(element)


def _is_hidden(run: WordElement) -> bool:
    properties = run.find(w("rPr"))
    switches = [properties.find(w(name)) for name in _HIDDEN] if properties is not None else []
    return any(
        switch is not None and switch.get(w("val")) not in ("0", "false", "off", "none")
        for switch in switches
    )


def _signs_of_run(run: WordElement) -> Iterator[Sign]:
    for element in run:
        name = name_of_element(element)
        if name == "t":
            yield from (Sign(char, element, place) for place, char in enumerate(element.text or ""))
        elif name in _BLANKS:
            yield Sign(" ", element, 0)
        elif name == "noBreakHyphen":
            yield Sign("\u2011", element, 0)


def marks_of(signs: Sequence[Sign], start: int, edits: Iterable[Edit | NewCall]) -> Marks | None:
    """The edits of a reading on the signs of its paragraph; None where these are others.

    Blanks need not be the same, and figures among them may be the calls of notes. A tab or a line break
    before words that others replace stays.
    """
    gone: set[int] = set()
    come: dict[int, list[str | WordElement]] = {}
    at = begun = start
    for edit in edits:
        if isinstance(edit, NewCall):
            come.setdefault(at - 1, []).append(edit.run)
            continue
        if edit.kind == "insert":
            text = edit.text
            if begun in gone and name_of_element(signs[begun].holder) in _BLANKS and text[:1] == " ":
                gone.discard(begun)
                text = text[1:]
            come.setdefault(at - 1, []).append(text)
            continue
        begun = at
        for char in edit.text:
            while at < len(signs) and signs[at].char != char and _may_be_passed(signs[at].char, char):
                gone.update([at] if edit.kind == "delete" and signs[at].char.isspace() else [])
                at += 1
            if at < len(signs) and signs[at].char == char:
                gone.update([at] if edit.kind == "delete" else [])
                at += 1
            elif not char.isspace():
                return None
    rest = "".join(sign.char for sign in signs[at:]).strip()
    return Marks(frozenset(gone), come) if not rest or rest.isdigit() else None


def _may_be_passed(sign: str, sought: str) -> bool:
    return not sought.isspace() and (sign.isspace() or sign.isdigit())


def mark(paragraph: WordElement, signs: Sequence[Sign], marks: Marks, author: Author) -> None:
    """Marks words of a paragraph as taken out and put in; runs keep their looks, other people's changes
    stay.
    """
    number = {(id(sign.holder), sign.place): k for k, sign in enumerate(signs)}
    for run in list(text_runs_of(paragraph)):
        pieces = list(_pieces(run, number, marks))
        if any(kind != "stay" for kind, _ in pieces):
            _replace(run, [_made(kind, content, run, author) for kind, content in pieces], author)


def _pieces(run: WordElement, number: dict[tuple[int, int], int], marks: Marks) -> Iterator[tuple[str, Any]]:
    """A run in parts: elements that stay, that are taken out, and words that are put in."""
    parts: list[tuple[str, Any]] = []
    for element in run:
        name = name_of_element(element)
        if name == "rPr":
            continue
        count = len(element.text or "") if name == "t" else 1
        for place in range(count):
            k = number.get((id(element), place))
            if k == 0:
                parts += [("come", content) for content in marks.come.get(-1, ())]
            is_gone = k in marks.gone or any(element is call for call in marks.calls_gone)
            parts.append(("gone" if is_gone else "stay", element.text[place] if name == "t" else element))
            if k is not None:
                parts += [("come", content) for content in marks.come.get(k, ())]
    for kind, same in groupby(parts, key=lambda part: part[0]):
        yield kind, [content for _, content in same]


def _made(kind: str, content: Any, run: WordElement, author: Author) -> WordElement:
    """An element of a part of a run."""
    if kind == "come":
        change = author.tagged("ins")
        for part in content:
            change.append(run_of(part, run.find(w("rPr"))) if isinstance(part, str) else part)
        return change
    made = _bare(run)
    for is_text, same in groupby(content, key=lambda one: isinstance(one, str)):
        if is_text:
            made.append(_text("".join(same), "delText" if kind == "gone" else "t"))
        else:
            made.extend(deepcopy(element) for element in same)
    if kind == "stay":
        return made
    change = author.tagged("del")
    change.append(made)
    return change


def _bare(run: WordElement) -> WordElement:
    """A run without content, of the same looks."""
    made = etree.Element(w("r"), dict(run.attrib))
    properties = run.find(w("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def run_of(text: str, looks: WordElement | None, is_italic: bool | None = None) -> WordElement:
    """A run of words, tabs among them, in the looks of another; slanted or upright where that is given."""
    run = etree.Element(w("r"))
    properties = deepcopy(looks) if looks is not None else etree.Element(w("rPr"))
    if is_italic is not None:
        for name in ("i", "iCs"):
            for one in properties.findall(w(name)):
                properties.remove(one)
        if is_italic:
            _put_in_order(properties, "i")
    if len(properties):
        run.append(properties)
    for nth, part in enumerate(text.split("\t")):
        if nth:
            run.append(etree.Element(w("tab")))
        if part or not nth:
            run.append(_text(part, "t"))
    return run


_BEFORE_ITALIC = frozenset("ins del moveFrom moveTo rStyle rFonts b bCs".split())
"""What stands before `w:i` in the properties of a run (ECMA-376-1, 17.3.2.28)."""


def _put_in_order(properties: WordElement, name: str) -> None:
    place = sum(name_of_element(one) in _BEFORE_ITALIC for one in properties)
    properties.insert(place, etree.Element(w(name)))


def _text(text: str, name: str) -> WordElement:
    element = etree.Element(w(name), {_SPACE: "preserve"})
    element.text = allowed(text)
    return element


def _replace(run: WordElement, parts: Sequence[WordElement], author: Author) -> None:
    """Puts parts in the place of a run; words put in stand outside of what somebody else has put in."""
    parent = run.getparent()
    place = parent.index(run)
    parent.remove(run)
    for offset, part in enumerate(parts):
        parent.insert(place + offset, part)
    if name_of_element(parent) in _PUT_IN:
        for part in parts:
            if name_of_element(part) == "ins":
                _lift(part, author)


def _lift(change: WordElement, author: Author) -> None:
    """Takes a change out of the one it stands in, which goes on behind it as a change of its own id."""
    outer = change.getparent()
    behind = etree.Element(outer.tag, {**outer.attrib, w("id"): str(next(author.ids))})
    behind.extend(list(change.itersiblings()))
    outer.addnext(change)
    if len(behind):
        change.addnext(behind)
    if not len(outer):
        outer.getparent().remove(outer)


def take_out(paragraph: WordElement, author: Author, is_move: bool = False) -> None:
    """Marks a whole paragraph as taken out, or as moved from there, its mark too."""
    tag = "moveFrom" if is_move else "del"
    for run in list(text_runs_of(paragraph)):
        parent = run.getparent()
        change = author.tagged(tag)
        parent.replace(run, change)
        change.append(run)
        if is_move:  # words that moved stay `w:t`
            continue
        for element in run.findall(w("t")):
            run.replace(element, _text(element.text or "", "delText"))
        for element in run.findall(w("instrText")):  # of a field (ECMA-376-1, 17.16.13)
            element.tag = w("delInstrText")
    mark_end(paragraph, author.tagged(tag))


def mark_end(paragraph: WordElement, change: WordElement) -> None:
    """Says of the mark that ends a paragraph that it was taken out or put in."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    looks = properties.find(w("rPr"))
    if looks is None:
        looks = etree.Element(w("rPr"))
        behind = [one for one in properties if name_of_element(one) in ("sectPr", "pPrChange")]
        properties.insert(properties.index(behind[0]) if behind else len(properties), looks)
    looks.insert(sum(name_of_element(one) == "ins" for one in looks), change)
