"""A comparison as tracked changes in the Word document of its base text: styles, headers, tables, notes,
comments and other people's changes stay, only what changed is touched.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from resdiff.core.compare import Change, Comparison
from resdiff.core.model import Paragraph
from resdiff.core.tokens import without_blanks
from resdiff.core.worddiff import Edit
from resdiff.render.views.both_texts import Placed, in_one_order
from resdiff.render.views.note_calls import CallsInEdits, note_calls
from resdiff.render.views.printed import printed
from resdiff.render.word.own_moves import moved_copy, put_in_range
from resdiff.render.word.own_notes import OwnNotes
from resdiff.render.word.own_places import DocumentPlace
from resdiff.render.word.own_rows import change_row, put_row_in, take_row_out
from resdiff.render.word.runs import WordRun, italic, opening_span, with_calls
from resdiff.render.word.signs import (
    Author,
    Marks,
    WordElement,
    mark,
    mark_end,
    marks_of,
    name_of_element,
    run_of,
    signs_of,
    take_out,
    w,
)

_FOR_END_ALONE = ("sectPr", "pPrChange")
"""Properties of a paragraph that a new one does not take over."""
_FOR_ITS_OWN = (*_FOR_END_ALONE, "numPr")
"""Those that one of another level does not take over."""


def stands_apart(change: Change) -> bool:
    """Whether the paragraphs of a change are taken out in one place and put in in another."""
    return change.moved or len(change.base) != 1 or len(change.revised) != 1


class OwnFile:
    """Writes a comparison into the elements of a document."""

    def __init__(
        self,
        comparison: Comparison,
        places: dict[int, DocumentPlace],
        rows: dict[int, WordElement],
        notes: OwnNotes,
        author: Author,
    ) -> None:
        """`rows` are the rows of tables by the places of those of the base text."""
        self._comparison, self._places, self._rows, self._author = comparison, places, rows, author
        self._notes = notes
        self._calls = note_calls(comparison.base), note_calls(comparison.revised)
        self._moved = {
            id(change): deepcopy(places[change.base[0]].element)
            for change in comparison.changes
            if change.moved and len(change.base) == len(change.revised) == 1 and change.base[0] in places
        }
        """The elements of paragraphs that move, as they were, by the `id()` of their changes."""
        calls = (call for place in places.values() for call in notes.calls_in(place.element))
        self._call_like = next(calls, None)
        """A call whose looks those of new footnotes have."""
        self._last: WordElement | None = None
        """The paragraph, or the table, that was handled last."""
        self._last_row: WordElement | None = None
        """The row that was handled last, None behind a paragraph."""
        self.rows_left: list[Change] = []
        """The changes of rows that are not marked."""

    def write(self) -> bool:
        """Marks all changes; False where one of a paragraph cannot be marked. Rows that cannot are left."""
        for placed in in_one_order(self._comparison, stands_apart):
            if self._is_row(placed):
                if not self._row(placed):
                    self.rows_left.append(placed.change)
                continue
            self._last_row = None
            if placed.base is not None:
                place = self._places.get(placed.base)
                if place is None:
                    return False
                self._take_out(placed.change, place)
            elif placed.revised is not None and id(placed.change) in self._moved:
                if not self._move_in(placed.change):
                    return False
            elif placed.revised is not None:
                self._put_in(self._comparison.revised.paragraphs[placed.revised])
            elif not self._both(placed.change):
                return False
        return True

    def _take_out(self, change: Change, place: DocumentPlace) -> None:
        is_move = id(change) in self._moved
        take_out(place.element, self._author, is_move)
        self._last = place.element
        if is_move:
            self._last = put_in_range(place.element, "moveFrom", self._name(change), self._author)

    def _move_in(self, change: Change) -> bool:
        """Puts a paragraph that moved in at its new place, its words that changed marked."""
        copy = moved_copy(self._moved[id(change)], self._notes, self._author)
        self._insert(copy)
        place = self._places[change.base[0]]
        is_marked = self._mark_words(change, place._replace(element=copy, signs=signs_of(copy)))
        self._last = put_in_range(copy, "moveTo", self._name(change), self._author)
        return is_marked

    def _name(self, change: Change) -> str:
        """The name that both ends of a move bear."""
        return f"resdiff{1 + list(self._moved).index(id(change))}"

    def _is_row(self, placed: Placed) -> bool:
        """Whether what is placed is a row of a table, in one of the texts at least."""
        base, revised = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        if placed.base is not None:
            return base[placed.base].part == "table"
        if placed.revised is not None:
            return revised[placed.revised].part == "table"
        change = placed.change
        return "table" in (base[change.base[0]].part, revised[change.revised[0]].part)

    def _row(self, placed: Placed) -> bool:
        """Marks what became of a row; False where that cannot be marked."""
        base, revised = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        if placed.revised is not None:
            words = revised[placed.revised].text
            row = put_row_in(words, self._last_row, self._author) if self._last_row is not None else None
        else:
            place = placed.base if placed.base is not None else placed.change.base[0]
            row = self._rows.get(place)
            if row is not None and placed.base is not None:
                take_row_out(row, self._author)
            elif row is not None:
                old, new = base[place].text, revised[placed.change.revised[0]].text
                if old != new and not change_row(row, old, new, self._author):
                    return False
        if row is None:
            return placed.change.kind == "unchanged" and not placed.change.moved
        self._last_row = row
        self._last = [*row.iterancestors(w("tbl"))][-1]
        return True

    def _both(self, change: Change) -> bool:
        """Marks the words of a paragraph that both texts have."""
        one = self._comparison.base.paragraphs[change.base[0]]
        two = self._comparison.revised.paragraphs[change.revised[0]]
        place = self._places.get(change.base[0])
        if place is None:
            return one.text == two.text
        self._last = place.element
        return self._mark_words(change, place)

    def _mark_words(self, change: Change, place: DocumentPlace) -> bool:
        """Marks the words and calls of footnotes that changed in the element of a paragraph."""
        one = self._comparison.base.paragraphs[change.base[0]]
        two = self._comparison.revised.paragraphs[change.revised[0]]
        edits = change.shown_edits or (
            (Edit(kind="equal", text=one.text),)
            if one.text == two.text
            else (Edit(kind="delete", text=one.text), Edit(kind="insert", text=two.text))
        )
        called = self._notes.called(
            edits,
            (self._calls[0].get(one.id, ()), self._calls[1].get(two.id, ())),
            self._notes.calls_in(place.element),
            self._call_like,
        )
        marks = marks_of(place.signs, place.start, called.edits)
        if marks is None:
            return False
        marks = self._numbered_anew(_with_number(marks, place, one, two), one, two)
        marks = marks._replace(calls_gone=called.gone)
        if any(marks):
            mark(place.element, place.signs, marks, self._author)
        return True

    def _numbered_anew(self, marks: Marks, one: Paragraph, two: Paragraph) -> Marks:
        """The marks with the number that a paragraph gains, where the document has numbers in words."""
        if one.label is not None or two.label is None:
            return marks
        base = self._comparison.base.paragraphs
        numbered = (like for k, like in self._places.items() if base[k].part == two.part and like.start)
        model = next(numbered, None)
        if model is None:
            return marks
        number = f"{printed(two.label)}{_behind_number(model)}"
        return marks._replace(come={**marks.come, -1: [number, *marks.come.get(-1, ())]})

    def _put_in(self, paragraph: Paragraph) -> None:
        """Puts a new paragraph behind the one handled last, in the looks of one of its kind."""
        model, is_like = self._model(paragraph)
        element = etree.Element(w("p"))
        properties = model.element.find(w("pPr"))
        if properties is not None:
            properties = deepcopy(properties)
            for one in list(properties):
                if name_of_element(one) in (_FOR_END_ALONE if is_like else _FOR_ITS_OWN):
                    properties.remove(one)
            for looks in properties.findall(w("rPr")):
                for one in list(looks):
                    if name_of_element(one) in ("ins", "del", "moveFrom", "moveTo"):
                        looks.remove(one)
            element.append(properties)
        mark_end(element, self._author.tagged("ins"))
        change = self._author.tagged("ins")
        change.extend(self._runs(paragraph, model, has_number=bool(model.start) or not is_like))
        element.append(change)
        self._insert(element)

    def _insert(self, element: WordElement) -> None:
        """Puts an element behind the one handled last, before the first paragraph where there is none."""
        if self._last is None:
            next(iter(self._places.values())).element.addprevious(element)
        else:
            self._last.addnext(element)
        self._last = element

    def _runs(self, paragraph: Paragraph, model: DocumentPlace, has_number: bool) -> list[WordElement]:
        """The runs of a new paragraph: its number where that stands in words, its opening verb slanted, the
        calls of its footnotes.
        """
        number = printed(paragraph.label) if has_number else ""
        words = italic(WordRun("insert", paragraph.text), 0, [opening_span(paragraph)])
        calls = CallsInEdits((), self._calls[1].get(paragraph.id, ()))
        runs = [WordRun("insert", f"{number}{_behind_number(model)}" if number else "")]
        runs += [run for run, _ in with_calls(((run, None) for run in words), calls)]
        made = [
            self._notes.new_call(run.note, self._call_like)
            if run.note is not None
            else run_of(run.text, model.looks, run.is_italic)
            for run in runs
            if run.text or run.note is not None
        ]
        return [run for run in made if run is not None]

    def _model(self, paragraph: Paragraph) -> tuple[DocumentPlace, bool]:
        """A paragraph of the base text of the same part and level, with a number or without as this one, else
        of the part, else any; and whether it is such a one: others have numbers of their own.
        """
        base = self._comparison.base.paragraphs
        of_part = [k for k in self._places if base[k].part == paragraph.part]
        likes = [k for k in of_part if base[k].level == paragraph.level]
        if any(self._places[k].start for k in of_part):  # there numbers stand in words
            likes = [k for k in likes if (base[k].label is None) == (paragraph.label is None)]
        if likes:
            return self._places[likes[-1]], True
        return (self._places[of_part[-1]] if of_part else next(iter(self._places.values()))), False


def _behind_number(model: DocumentPlace) -> str:
    """What stands between the number of a paragraph and its words: a tab, or a blank."""
    is_tab = model.start > 0 and name_of_element(model.signs[model.start - 1].holder) == "tab"
    return "\t" if is_tab else " "


def _with_number(marks: Marks, place: DocumentPlace, one: Paragraph, two: Paragraph) -> Marks:
    """The marks with those of a printed number that is another, where it stands in words."""
    old, new = printed(one.label), printed(two.label)
    before = [k for k in range(place.start) if not place.signs[k].char.isspace()]
    written = "".join(place.signs[k].char for k in before)
    if old == new or not before or written.rstrip(".") != without_blanks(old).rstrip("."):
        return marks
    last = before[-1]
    come = {**marks.come, last: [new, *marks.come.get(last, ())]}
    return marks._replace(gone=marks.gone | frozenset(before), come=come)
