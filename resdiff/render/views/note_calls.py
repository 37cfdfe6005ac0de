"""Footnotes by the paragraphs that call them, each with the place of its call in the reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from resdiff.core.footnote import read_footnote
from resdiff.core.model import Matter, Paragraph, Resolution

RunKind = TypeVar("RunKind", bound=str)
_ONLY_REVISED = ("insert", "to")
_ONLY_BASE = ("delete", "from")


class NoteCall(NamedTuple):
    """The call of a footnote."""

    place: int
    """The characters of the reading before it."""
    note: Matter

    @property
    def text(self) -> str:
        """The footnote without its mark."""
        return read_footnote(self.note.text).text


class RunPiece(NamedTuple, Generic[RunKind]):
    """Words of a run, or the call of a footnote that stands in it, and what happened to them."""

    kind: RunKind
    content: str | NoteCall


def note_calls(text: Resolution) -> dict[str | None, list[NoteCall]]:
    """The footnotes of a text by the ids of the paragraphs that call them, in the order of their calls.

    One whose call has no known place is called at the end of its paragraph; under None stand those that hang
    on no paragraph.
    """
    paragraphs = {paragraph.id: paragraph for paragraph in text.paragraphs}
    calls: dict[str | None, list[NoteCall]] = {}
    for note in text.matter:
        if note.kind == "footnote" and note.text:
            paragraph = paragraphs.get(note.paragraph or "")
            called = calls.setdefault(paragraph.id if paragraph is not None else None, [])
            called.append(NoteCall(_place(note, paragraph) if paragraph is not None else 0, note))
    for in_paragraph in calls.values():
        in_paragraph.sort(key=lambda call: call.place)
    return calls


def _place(note: Matter, paragraph: Paragraph) -> int:
    """The first place of the mark of a footnote in the paragraph that it hangs on."""
    places = (
        place
        for mark, place in zip(paragraph.marks, paragraph.mark_places, strict=False)
        if mark == note.mark
    )
    return next(places, len(paragraph.text))


def in_joined_reading(paragraphs: Sequence[Paragraph], calls: Sequence[Sequence[NoteCall]]) -> list[NoteCall]:
    """The calls of several paragraphs, placed in their readings joined by blanks."""
    placed: list[NoteCall] = []
    begin = 0
    for paragraph, called in zip(paragraphs, calls, strict=True):
        placed += [call._replace(place=begin + call.place) for call in called]
        begin += len(paragraph.text) + 1
    return placed


def cut_at_calls(reading: str, calls: Sequence[NoteCall]) -> Iterator[tuple[str, NoteCall | None]]:
    """A reading in parts, each with the call behind it; the last has none."""
    begin = 0
    for call in calls:
        yield reading[begin : call.place], call
        begin = call.place
    yield reading[begin:], None


class CallsInEdits:
    """Puts the calls of both texts into the edits between their readings, which it is given in order.

    A call stands behind the words before it. One that both texts have behind the same words stays; any other
    goes or comes.
    """

    def __init__(self, base: Sequence[NoteCall], revised: Sequence[NoteCall]) -> None:
        self._base, self._revised = _Calls(base), _Calls(revised)

    def pieces(self, kind: RunKind, text: str, gone: RunKind, come: RunKind) -> Iterator[RunPiece[RunKind]]:
        """The next words with the calls among them; `gone` and `come` are the kinds of calls that only the
        base text or only the revised text has there.
        """
        olds = self._base.within(text) if kind not in _ONLY_REVISED else {}
        news = self._revised.within(text) if kind not in _ONLY_BASE else {}
        begin = 0
        for place in sorted({*olds, *news}):
            if place > begin:
                yield RunPiece(kind, text[begin:place])
            before, after = olds.get(place, []), news.get(place, [])
            stay = {call.text for call in before} & {call.text for call in after}
            yield from (RunPiece(gone, call) for call in before if call.text not in stay)
            yield from (RunPiece(kind if call.text in stay else come, call) for call in after)
            begin = place
        if begin < len(text) or not text:
            yield RunPiece(kind, text[begin:])

    def pass_end(self, kind: str) -> None:
        """Goes past the blank that joins two paragraphs of the texts, or of one of them."""
        if kind not in _ONLY_REVISED:
            self._base.at += 1
        if kind not in _ONLY_BASE:
            self._revised.at += 1


class _Calls:
    """The calls of one text that are still to come."""

    def __init__(self, calls: Sequence[NoteCall]) -> None:
        self._calls = list(calls)
        self.at = 0
        """The characters of the reading that have been gone past."""

    def within(self, text: str) -> dict[int, list[NoteCall]]:
        """The calls in the next words of the reading, by the characters of these before them."""
        end = self.at + len(text)
        taken: dict[int, list[NoteCall]] = {}
        while self._calls and self._calls[0].place <= end:
            call = self._calls.pop(0)
            taken.setdefault(max(call.place - self.at, 0), []).append(call)
        self.at = end
        return taken
