"""A comparison as Akoma Ntoso: the revised text with what came and went marked, and each change told in the
analysis.

Words that came stand in `ins`, those that went in `del`; paragraphs that were split, merged or moved, and
dropped ones, stand there as a whole. Read without `del` it is the revised text, read without `ins` the base
text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.matter import lines_in_one_order
from resdiff.core.model import MatterKind, Resolution
from resdiff.core.worddiff import Edit
from resdiff.render.akn.parts import (
    ABOVE,
    BEGIN,
    BELOW,
    DOCUMENT_END,
    Item,
    address_of,
    eids,
    line_of,
    lines_in,
    meta,
    note_element,
    sections_of,
    structure,
    with_notes,
)
from resdiff.render.views.both_texts import in_one_order
from resdiff.render.views.note_calls import CallsInEdits, NoteCall, note_calls
from resdiff.render.views.printed import printed
from resdiff.render.views.xml import attribute, escaped

_BASE = "base_"
"""What the names of paragraphs of the base text begin with."""
_Tag = Literal["ins", "del"]
_MODIFICATIONS = {
    "edited": "substitution",
    "added": "insertion",
    "dropped": "repeal",
    "split": "split",
    "merged": "join",
}
"""Textual modifications, as the standard names them, by what happened."""


def comparison_akn(comparison: Comparison) -> Iterator[str]:
    """The comparison as an Akoma Ntoso document, in pieces, valid by the schema of OASIS."""
    one, two = comparison.base, comparison.revised
    texts = _Text(one, _BASE, "del"), _Text(two, "", "ins")
    yield BEGIN
    yield from meta(two, analysis=_analysis(comparison, *texts))
    yield from lines_in(
        "preface", _lines(one, two, ABOVE) + _both_lists(*(text.loose_notes() for text in texts))
    )
    items = _levelled(_placed(comparison, *texts))
    yield from structure(
        _lines(one, two, ("organ",)), items, _lines(one, two, BELOW), "".join(meta(two, "annex"))
    )
    yield DOCUMENT_END


class _Text:
    """One of the two texts: the names of its paragraphs in the document, their sections and notes."""

    def __init__(self, text: Resolution, prefix: str, tag: _Tag) -> None:
        self.paragraphs = text.paragraphs
        self.names = eids(text.paragraphs, prefix)
        self.sections = sections_of(text.paragraphs)
        self._calls = note_calls(text)
        self._tag: _Tag = tag

    def calls(self, place: int) -> Sequence[NoteCall]:
        """The calls of footnotes in a paragraph."""
        return self._calls.get(self.paragraphs[place].id, ())

    def loose_notes(self) -> list[str]:
        """The footnotes that hang on no paragraph."""
        return list(map(note_element, self._calls.get(None, ())))

    def whole(self, place: int) -> Item:
        """A paragraph that this text alone has there."""
        paragraph = self.paragraphs[place]
        content = _marked(self._tag, with_notes(paragraph.text, self.calls(place)))
        number = _marked(self._tag, escaped(printed(paragraph.label)))
        return Item(
            name=self.names[place], part=paragraph.part, level=paragraph.level, number=number, content=content
        )


def _marked(tag: _Tag, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if content else ""


def _lines(one: Resolution, two: Resolution, kinds: Sequence[MatterKind]) -> list[str]:
    """What stands above or below the paragraphs, line by line."""
    return _both_lists(
        *([line_of(m) for m in text.matter if m.kind in kinds and m.text] for text in (one, two))
    )


def _both_lists(base: Sequence[str], revised: Sequence[str]) -> list[str]:
    """Lines of both texts in one list, what came and went marked."""
    both = lines_in_one_order(base, revised)
    return [
        line if kind == "equal" else _marked("del" if kind == "delete" else "ins", line)
        for kind, line in both
    ]


def _analysis(comparison: Comparison, one: _Text, two: _Text) -> str:
    """Each change as a textual modification of the revised text, with the paragraphs of the base text that it
    was made of.
    """
    names = eids(comparison.base.paragraphs)
    source = f"<source href={attribute(address_of(comparison.revised))}/>"
    mods: list[str] = []
    for change in comparison.changes:
        kind = _MODIFICATIONS.get(change.kind) or (
            "renumbering" if change.moved or change.renumbered else None
        )
        if kind is None:
            continue
        changed = [two.names[j] for j in change.revised] or [one.names[i] for i in change.base]
        targets = "".join(f'<destination href="#{name}"/>' for name in changed)
        if change.base:
            targets += (
                f"<previous href={attribute(f'{address_of(comparison.base)}#{names[change.base[0]]}')}/>"
            )
            if _stands_apart(change, comparison):
                targets += "".join(f'<old href="#{one.names[i]}"/>' for i in change.base)
        targets += "".join(f'<new href="#{two.names[j]}"/>' for j in change.revised)
        mods.append(
            f'<textualMod type="{kind}" eId="change_{len(mods) + 1}">{source}{targets}</textualMod>\n'
        )
    return f"<passiveModifications>\n{''.join(mods)}</passiveModifications>\n" if mods else ""


def _stands_apart(change: Change, comparison: Comparison) -> bool:
    """Whether the paragraphs of a change stand in the document once for each text: at other places, or in
    another part.
    """
    if change.moved or len(change.base) != 1 or len(change.revised) != 1:
        return True
    return (
        comparison.base.paragraphs[change.base[0]].part
        != comparison.revised.paragraphs[change.revised[0]].part
    )


def _placed(comparison: Comparison, one: _Text, two: _Text) -> Iterator[tuple[int, Item, bool]]:
    """The paragraphs of both texts in one order, each with its section, and whether the revised text has
    it.
    """
    for placed in in_one_order(
        comparison, lambda change: _stands_apart(change, comparison), (one.sections, two.sections)
    ):
        if placed.base is not None:
            yield one.sections[placed.base], one.whole(placed.base), False
        elif placed.revised is not None:
            yield two.sections[placed.revised], two.whole(placed.revised), True
        else:
            i, j = placed.change.base[0], placed.change.revised[0]
            yield two.sections[j], _both(placed.change, (one, i), (two, j)), True


def _levelled(placed: Iterator[tuple[int, Item, bool]]) -> list[tuple[int, Item]]:
    """The paragraphs with the sections and levels that keep the revised text's structure: what went fits in
    between.
    """
    levelled: list[tuple[int, Item]] = []
    section, level = 2, 1
    for at, item, stays in reversed(list(placed)):
        if stays:
            section, level = at, item.level
        else:
            at = min(at, section)
            item = Item(
                name=item.name,
                part=item.part,
                level=max(item.level, level),
                number=item.number,
                content=item.content,
            )
        levelled.append((at, item))
    levelled.reverse()
    reached = 0
    for k, (at, item) in enumerate(levelled):
        reached = max(reached, at)
        levelled[k] = reached, item
    return levelled


def _both(change: Change, base: tuple[_Text, int], revised: tuple[_Text, int]) -> Item:
    """A paragraph that both texts have at the same place.

    `base` and `revised` are texts with its place in each.
    """
    one, two = (text.paragraphs[place] for text, place in (base, revised))
    number = _marked_up(printed(one.label), printed(two.label), (), CallsInEdits((), ()))
    calls = CallsInEdits(*(text.calls(place) for text, place in (base, revised)))
    content = _marked_up(one.text, two.text, change.shown_edits, calls)
    return Item(
        name=revised[0].names[revised[1]],
        part=two.part,
        level=two.level,
        number=number,
        content=content,
    )


def _marked_up(old: str, new: str, edits: Sequence[Edit], calls: CallsInEdits) -> str:
    """A text with its insertions and deletions and its footnotes; replaced as a whole if there are no word
    edits.
    """
    if old == new:
        edits = (Edit(kind="equal", text=new),)
    edits = edits or (Edit(kind="delete", text=old), Edit(kind="insert", text=new))
    pieces = (
        piece for edit in edits for piece in calls.pieces(edit.kind, edit.text, gone="delete", come="insert")
    )
    content = ""
    for kind, same in groupby(pieces, key=lambda piece: piece.kind):
        spelled = "".join(
            escaped(piece.content) if isinstance(piece.content, str) else note_element(piece.content)
            for piece in same
        )
        content += spelled if kind == "equal" else _marked("del" if kind == "delete" else "ins", spelled)
    return content
