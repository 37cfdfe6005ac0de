"""A comparison as a Word document with tracked changes (ECMA-376-1, 17.13.5): accepted it is the revised
text, rejected the base text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.matter import lines_in_one_order
from resdiff.core.model import MatterKind, Paragraph
from resdiff.core.worddiff import Edit
from resdiff.render.views.both_texts import in_one_order
from resdiff.render.views.note_calls import CallsInEdits, NoteCall, in_joined_reading, note_calls
from resdiff.render.views.xml import attribute, escaped
from resdiff.render.word.parts import parts_with, zipped
from resdiff.render.word.runs import (
    Kind,
    WordRun,
    emphasized,
    ends_of,
    italic,
    label_runs,
    opening_span,
    openings_of,
    pieces_of,
    shown_number,
    with_calls,
)

_TAGS: dict[Kind, str] = {"delete": "del", "insert": "ins", "from": "moveFrom", "to": "moveTo"}
_ABOVE: tuple[MatterKind, ...] = ("masthead", "title", "sponsors", "organ")
_BELOW: tuple[MatterKind, ...] = ("adoption", "vote")
_LINE_STYLES = {"title": "Title"}
_BLANK = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
"""Behind footnotes that came in place of others: two changes at the end of a paragraph are one more than
LibreOffice (7.4) takes.
"""


def comparison_docx(comparison: Comparison, author: str = "resdiff", date: str | None = None) -> bytes:
    """The document: masthead, paragraphs with their printed numbers, record of adoption, footnotes.

    `author` made the tracked changes, at `date` (as 2031-03-07T00:00:00Z) where that is given.
    """
    writer = _Writer(comparison, author, date)
    body = "".join(writer.written())
    return zipped(parts_with(body, writer.notes, language=comparison.revised.language))


def _stands_apart(change: Change) -> bool:
    """Whether the paragraphs of a change stand in the document once for each text."""
    return change.moved or not all(map(_is_run, (change.base, change.revised)))


def _is_run(places: Sequence[int]) -> bool:
    """Whether paragraphs stand one behind the other: where others stand between those of a merge, in one
    place their order would be lost.
    """
    return bool(places) and list(places) == list(range(places[0], places[0] + len(places)))


def _is_move(change: Change) -> bool:
    """Whether a change is told as a move: of one paragraph, word for word."""
    return change.moved and len(change.base) == len(change.revised) == 1 and not change.edits


class _Line(NamedTuple):
    """A paragraph of the document."""

    style: str
    content: str
    """Its runs."""
    mark: Kind | None
    """What happened to the mark that ends it; None where it stays."""
    style_before: str = ""
    """The style of the paragraph whose mark ends it in the base text, where that is another."""
    is_new: bool = False
    """Whether all of it was inserted, its mark too."""
    move: str = ""
    """What the move is called of which it is one end; '' where it was not moved."""


class _Writer:
    """Writes the paragraphs of a comparison; counts the changes and the footnotes."""

    def __init__(self, comparison: Comparison, author: str, date: str | None) -> None:
        self._comparison = comparison
        self._texts = comparison.base, comparison.revised
        self._calls = note_calls(comparison.base), note_calls(comparison.revised)
        moment = f" w:date={attribute(date)}" if date else ""
        self._who = f"w:author={attribute(author)}{moment}"
        self._count = 0
        self._moves: dict[int, str] = {}
        """The names of moves, by the `id()` of their changes."""
        self.notes: list[str] = []
        """The footnotes called so far, each as the elements of its text: LibreOffice takes them in order,
        whatever their ids.
        """

    def _tag(self, kind: Kind) -> str:
        self._count += 1
        return f'w:{_TAGS[kind]} w:id="{self._count}" {self._who}'

    def _lines(self) -> Iterator[_Line]:
        """All paragraphs in their order."""
        yield from self._matter(_ABOVE)
        for placed in in_one_order(self._comparison, _stands_apart):
            is_move = _is_move(placed.change)
            if placed.base is not None:
                line = self._whole(0, placed.base, "from" if is_move else "delete")
                yield line._replace(move=self._move(placed.change)) if is_move else line
            elif placed.revised is not None:
                line = self._whole(1, placed.revised, "to" if is_move else "insert")
                yield line._replace(move=self._move(placed.change)) if is_move else line
            else:
                yield from self._both(placed.change)
        yield from self._matter(_BELOW)
        loose = ([("Footnote", call.note.text) for call in calls.get(None, ())] for calls in self._calls)
        yield from self._both_lists(*loose)

    def _matter(self, kinds: Sequence[MatterKind]) -> Iterator[_Line]:
        """What stands above or below the paragraphs, line by line."""
        shown = (
            [
                (_LINE_STYLES.get(m.kind, "Masthead"), m.text)
                for m in text.matter
                if m.kind in kinds and m.text
            ]
            for text in self._texts
        )
        yield from self._both_lists(*shown)

    def _both_lists(
        self, base: Sequence[tuple[str, str]], revised: Sequence[tuple[str, str]]
    ) -> Iterator[_Line]:
        """Lines of both texts, each with its style."""
        for kind, (style, text) in lines_in_one_order(base, revised):
            yield self._line(style, [WordRun(kind, text)], None if kind == "equal" else kind)

    def _whole(self, side: int, place: int, kind: Kind) -> _Line:
        """A paragraph that one text (0 the base, 1 the revised) alone has there."""
        paragraph = self._texts[side].paragraphs[place]
        calls = self._calls_in(side, [paragraph])
        words = italic(WordRun(kind, paragraph.text), 0, [opening_span(paragraph)])
        in_edits = CallsInEdits(calls, ()) if side == 0 else CallsInEdits((), calls)
        called = with_calls(((run, None) for run in words), in_edits, kind, kind)
        runs = [WordRun(kind, shown_number(paragraph)), *(run for run, _ in called)]
        return self._line(_style(paragraph), runs, kind)

    def _both(self, change: Change) -> Iterator[_Line]:
        """The paragraphs of a change that both texts have.

        Where one has more of them, the marks that end them come or go.
        """
        one, two = (
            [text.paragraphs[k] for k in places]
            for text, places in zip(self._texts, (change.base, change.revised), strict=True)
        )
        old, new = (" ".join(p.text for p in side) for side in (one, two))
        edits = change.shown_edits or (
            (Edit(kind="equal", text=new),)
            if old == new
            else (Edit(kind="delete", text=old), Edit(kind="insert", text=new))
        )
        pieces = emphasized(pieces_of(edits, ends_of(one), ends_of(two)), openings_of(one), openings_of(two))
        pieces = with_calls(pieces, CallsInEdits(self._calls_in(0, one), self._calls_in(1, two)))
        runs: list[WordRun] = [*label_runs(one[0], two[0])]
        i = j = 0
        for run, mark in pieces:
            runs.append(run)
            if mark is None:
                continue
            yield self._line(_style(two[min(j, len(two) - 1)]), runs, None if mark == "equal" else mark)
            i, j = i + (mark != "insert"), j + (mark != "delete")
            runs = [*label_runs(one[i] if mark != "insert" else None, two[j] if mark != "delete" else None)]
        yield self._line(_style(two[-1]), runs, None)

    def _calls_in(self, side: int, paragraphs: Sequence[Paragraph]) -> list[NoteCall]:
        """The calls of footnotes in paragraphs, by their places in the joined readings."""
        return in_joined_reading(paragraphs, [self._calls[side].get(p.id, ()) for p in paragraphs])

    def _line(self, style: str, runs: Sequence[WordRun], mark: Kind | None) -> _Line:
        """A paragraph of runs; `mark` says what happened to the mark that ends it."""
        shown = [run for run in runs if run.text or run.note is not None]
        is_new = mark == "insert" and all(run.kind == "insert" for run in shown)
        content = "".join(
            self._changed(kind, "".join(map(self._run, same)))
            for kind, same in groupby(shown, key=lambda run: run.kind)
        )
        calls = takewhile(lambda run: run.note is not None and run.kind != "equal", reversed(shown))
        behind = _BLANK if len({run.kind for run in calls}) > 1 else ""
        return _Line(style, content + behind, mark, "", is_new)

    def _run(self, run: WordRun) -> str:
        """A run as an element; the footnote that it calls is kept for the part that has them all."""
        if run.note is None:
            return _words(run)
        self.notes.append(f'<w:r><w:t xml:space="preserve">{escaped(run.note)}</w:t></w:r>')
        reference = f'<w:footnoteReference w:id="{len(self.notes)}"/>'
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{reference}</w:r>'

    def written(self) -> Iterator[str]:
        """The paragraphs as elements."""
        for line in _shift_inserted_marks(list(self._lines())):
            properties = f"<w:rPr><{self._tag(line.mark)}/></w:rPr>" if line.mark is not None else ""
            if line.style_before:
                self._count += 1
                before = f'<w:pPr><w:pStyle w:val="{line.style_before}"/></w:pPr>'
                properties += f'<w:pPrChange w:id="{self._count}" {self._who}>{before}</w:pPrChange>'
            element = f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{properties}</w:pPr>{line.content}</w:p>'
            yield f"{self._ranged(element, line)}\n"

    def _move(self, change: Change) -> str:
        """The name of a move, which both of its ends bear."""
        return self._moves.setdefault(id(change), f"move{len(self._moves) + 1}")

    def _ranged(self, element: str, line: _Line) -> str:
        """A paragraph within the range that says which move it is an end of (ECMA-376-1, 17.13.5.21 to
        17.13.5.28).
        """
        if not line.move:
            return element
        self._count += 1
        tag = "moveFromRange" if line.mark == "from" else "moveToRange"
        start = f'<w:{tag}Start w:id="{self._count}" w:name="{line.move}" {self._who}/>'
        return f'{start}{element}<w:{tag}End w:id="{self._count}"/>'

    def _changed(self, kind: Kind, runs: str) -> str:
        """Runs that the same happened to, as one change."""
        return runs if kind == "equal" else f"<{self._tag(kind)}>{runs}</w:{_TAGS[kind]}>"


def _words(run: WordRun) -> str:
    element = "delText" if run.kind == "delete" else "t"
    style = "<w:rPr><w:i/></w:rPr>" if run.is_italic else ""
    return f'<w:r>{style}<w:{element} xml:space="preserve">{escaped(run.text)}</w:{element}></w:r>'


def _shift_inserted_marks(lines: list[_Line]) -> list[_Line]:
    """The paragraphs, the marks of inserted ones put before them where the words before were inserted too, as
    Word does while one types.

    LibreOffice (7.4) takes both for one insertion: rejecting it would take the mark between them along.
    """
    k = 0
    while k < len(lines):
        first, last = lines[k], k
        if first.mark is None and first.content.endswith("</w:ins>"):
            while last + 1 < len(lines) and lines[last + 1].is_new:
                last += 1
        if last > k:
            before = first.style if lines[last].style != first.style else ""
            lines[k], lines[last] = (
                first._replace(mark="insert"),
                lines[last]._replace(mark=None, style_before=before),
            )
        k = last + 1
    return lines


def _style(paragraph: Paragraph) -> str:
    return "Heading" if paragraph.part == "heading" else f"Level{min(paragraph.level, 4)}"
