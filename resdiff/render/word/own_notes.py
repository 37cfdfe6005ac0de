"""The footnotes of somebody's Word document: new ones, copies of those that move, words that changed in one
(ECMA-376-1, 17.11).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from resdiff.core.worddiff import Edit, WordDiff, shown_edits
from resdiff.render.views.note_calls import CallsInEdits, NoteCall
from resdiff.render.word.signs import (
    Author,
    NewCall,
    WordElement,
    mark,
    marks_of,
    run_of,
    signs_of,
    text_runs_of,
    w,
)


class CalledEdits(NamedTuple):
    """The edits of a paragraph, and what becomes of the calls of footnotes in it."""

    edits: tuple[Edit | NewCall, ...]
    gone: tuple[WordElement, ...]
    """The elements of calls that are taken out."""


class _GoneCall(NamedTuple):
    place: int
    """The edits before it."""
    text: str
    """That of its footnote."""
    call: WordElement


class OwnNotes:
    """The part of the footnotes of a document, None where it has none."""

    def __init__(self, part: WordElement | None, author: Author) -> None:
        self._part, self._author, self._has_new = part, author, False
        notes = part.findall(w("footnote")) if part is not None else []
        self._notes = {note.get(w("id")): note for note in notes if not note.get(w("type"))}

    def calls_in(self, paragraph: WordElement) -> list[WordElement]:
        """The elements that call footnotes in a paragraph, in order, without those taken out."""
        return [call for run in text_runs_of(paragraph) for call in run.iter(w("footnoteReference"))]

    def change(self, call: WordElement, old: str, new: str) -> bool:
        """Marks what changed in the footnote that is called; False, with nothing marked, where its words are
        others or stand in several paragraphs.
        """
        note = self._notes.get(call.get(w("id")))
        paragraphs = note.findall(w("p")) if note is not None else []
        if len(paragraphs) != 1:
            return False
        signs = signs_of(paragraphs[0])
        start = next((k for k, sign in enumerate(signs) if not sign.char.isspace()), len(signs))
        marks = marks_of(signs, start, shown_edits(WordDiff().edits(old, new)[0]))
        if marks is None:
            return False
        mark(paragraphs[0], signs, marks, self._author)
        return True

    def new_call(self, text: str, like: WordElement | None) -> WordElement | None:
        """The run that calls a new footnote, in the looks of another call; None where the document has no
        part for footnotes.
        """
        if self._part is None:
            return None
        model = next(iter(self._notes.values()), None)
        note = etree.SubElement(self._part, w("footnote"))
        paragraph = etree.SubElement(note, w("p"))
        first = model.find(w("p")) if model is not None else None
        if first is not None:
            paragraph.extend(deepcopy(first.findall(w("pPr"))))
            own_marks = [run for run in first.iter(w("r")) if run.find(w("footnoteRef")) is not None]
            paragraph.extend(deepcopy(own_marks[:1]))
        paragraph.append(run_of(f" {text}", None))
        return self._call(note, like)

    def called(
        self,
        edits: Sequence[Edit],
        calls: tuple[Sequence[NoteCall], Sequence[NoteCall]],
        elements: Sequence[WordElement],
        like: WordElement | None,
    ) -> CalledEdits:
        """The edits of a paragraph with the calls of footnotes that come; words that changed in a footnote
        whose call stays are marked in it.

        `calls` are those of the base and the revised reading, `elements` those of the document. Where they
        are not those of the base reading the edits stay as they are.
        """
        if len(elements) != len(calls[0]):
            return CalledEdits(tuple(edits), ())
        in_edits, stay = CallsInEdits(*calls), iter(elements)
        made: list[Edit | NewCall] = []
        gone: list[_GoneCall] = []
        for edit in edits:
            for kind, content in in_edits.pieces(edit.kind, edit.text, "delete", "insert"):
                if isinstance(content, str):
                    made.append(Edit(kind=kind, text=content))
                elif kind == "delete":
                    gone.append(_GoneCall(len(made), content.text, next(stay)))
                elif kind == "equal":
                    next(stay)
                elif gone and self._is_changed(gone[-1], len(made), content.text):
                    gone.pop()
                else:
                    run = self.new_call(content.text, like)
                    made += [NewCall(run)] if run is not None else []
        return CalledEdits(tuple(made), tuple(one.call for one in gone))

    def _is_changed(self, gone: _GoneCall, place: int, new: str) -> bool:
        """Marks the words that changed in the footnote that stood in the same place; False where none did, or
        they cannot be marked.
        """
        return gone.place == place and self.change(gone.call, gone.text, new)

    def copy_for(self, call: WordElement) -> None:
        """Makes a call, which stands in a copy, one of a copy of its footnote."""
        note = self._notes.get(call.get(w("id")))
        if note is None or self._part is None:
            call.getparent().remove(call)
            return
        copy = deepcopy(note)
        self._part.append(copy)
        call.set(w("id"), self._number(copy))
        self._notes[copy.get(w("id"))] = copy

    def put_in_order(self, document: WordElement) -> None:
        """Puts the footnotes in the order of their calls and numbers them so, where there are new ones:
        LibreOffice (7.4) takes them in order, whatever their ids.
        """
        if self._part is None or not self._has_new:
            return
        calls = list(document.iter(w("footnoteReference")))
        notes = {
            note.get(w("id")): note for note in self._part.findall(w("footnote")) if not note.get(w("type"))
        }
        order = dict.fromkeys([*(call.get(w("id")) for call in calls), *notes])
        ids = {name: str(k) for k, name in enumerate((one for one in order if one in notes), start=1)}
        for name, number in ids.items():
            self._part.append(notes[name])
            notes[name].set(w("id"), number)
        for call in calls:
            call.set(w("id"), ids.get(call.get(w("id")), call.get(w("id"))))

    def _call(self, note: WordElement, like: WordElement | None) -> WordElement:
        run = etree.Element(w("r"))
        properties = like.getparent().find(w("rPr")) if like is not None else None
        if properties is None:
            properties = etree.Element(w("rPr"))
            etree.SubElement(properties, w("vertAlign")).set(w("val"), "superscript")
        run.append(deepcopy(properties))
        etree.SubElement(run, w("footnoteReference")).set(w("id"), self._number(note))
        return run

    def _number(self, note: WordElement) -> str:
        """A free id for a new footnote."""
        self._has_new = True
        note.set(w("id"), str(next(self._author.ids)))
        return str(note.get(w("id")))
