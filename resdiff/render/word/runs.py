"""The readings of a comparison in runs, as Word has them: what stays, goes and comes, openings in italics,
ends of paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from resdiff.core.model import Paragraph
from resdiff.core.worddiff import Edit
from resdiff.render.views.note_calls import CallsInEdits
from resdiff.render.views.printed import printed

Kind = Literal["equal", "delete", "insert", "from", "to"]


class WordRun(NamedTuple):
    """Words of a paragraph, and what happened to them."""

    kind: Kind
    text: str
    is_italic: bool = False
    """Whether they open the paragraph: the United Nations print these words in italics."""
    note: str | None = None
    """The text of the footnote that is called there; None for words."""


def shown_number(paragraph: Paragraph) -> str:
    """The number of a paragraph as it is printed, with a blank behind it."""
    number = printed(paragraph.label)
    return f"{number} " if number else ""


def label_runs(one: Paragraph | None, two: Paragraph | None) -> Iterator[WordRun]:
    """The number of a paragraph of both texts, or of one alone."""
    before, after = (shown_number(p) if p is not None else "" for p in (one, two))
    if before == after:
        yield WordRun("equal", after)
    else:
        yield WordRun("delete", before)
        yield WordRun("insert", after)


def ends_of(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Where in the joined readings of paragraphs the blanks stand that join them."""
    ends = set()
    at = -1
    for paragraph in paragraphs[:-1]:
        at += len(paragraph.text) + 1
        ends.add(at)
    return ends


def pieces_of(
    edits: Sequence[Edit], base: set[int], revised: set[int]
) -> Iterator[tuple[WordRun, Kind | None]]:
    """The edits in runs; behind one that ends a paragraph what happened to the mark there.

    `base` and `revised` are the places of the blanks that join the paragraphs of each text. A blank that
    joins paragraphs of one side is such a mark there; on the other side it is a blank that came or went.
    """
    i = j = 0
    for edit in edits:
        pending: list[str] = []
        for sign in edit.text:
            at_base, at_revised = edit.kind != "insert" and i in base, edit.kind != "delete" and j in revised
            i, j = i + (edit.kind != "insert"), j + (edit.kind != "delete")
            if not at_base and not at_revised:
                pending.append(sign)
                continue
            yield WordRun(edit.kind, "".join(pending)), None
            pending = []
            if edit.kind != "equal" or (at_base and at_revised):
                yield WordRun("equal", ""), edit.kind
            elif at_base:
                yield WordRun("insert", " "), "delete"
            else:
                yield WordRun("delete", " "), "insert"
        if pending:
            yield WordRun(edit.kind, "".join(pending)), None


def opening_span(paragraph: Paragraph) -> tuple[int, int]:
    """The characters of a reading that open it; (0, 0) for none."""
    return (paragraph.opening.start, paragraph.opening.end) if paragraph.opening is not None else (0, 0)


def openings_of(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The openings of paragraphs within their joined readings."""
    openings, begin = [], 0
    for paragraph in paragraphs:
        start, end = opening_span(paragraph)
        openings.append((begin + start, begin + end))
        begin += len(paragraph.text) + 1
    return openings


def emphasized(
    pieces: Iterator[tuple[WordRun, Kind | None]],
    base: Sequence[tuple[int, int]],
    revised: Sequence[tuple[int, int]],
) -> Iterator[tuple[WordRun, Kind | None]]:
    """The pieces with openings in runs of their own.

    `base` and `revised` are the openings in the joined readings.
    """
    i = j = 0
    for run, mark in pieces:
        *parts, last = italic(run, *((i, base) if run.kind == "delete" else (j, revised)))
        yield from ((part, None) for part in parts)
        yield last, mark
        i += (len(run.text) if run.kind != "insert" else 0) + (mark in ("equal", "delete"))
        j += (len(run.text) if run.kind != "delete" else 0) + (mark in ("equal", "insert"))


def with_calls(
    pieces: Iterable[tuple[WordRun, Kind | None]],
    calls: CallsInEdits,
    gone: Kind = "delete",
    come: Kind = "insert",
) -> Iterator[tuple[WordRun, Kind | None]]:
    """The pieces with the calls of footnotes as runs of their own."""
    for run, mark in pieces:
        cut = [
            run._replace(kind=kind, text=content)
            if isinstance(content, str)
            else WordRun(kind, "", note=content.text)
            for kind, content in calls.pieces(run.kind, run.text, gone, come)
        ]
        yield from ((one, None) for one in cut[:-1])
        yield cut[-1], mark
        if mark is not None:
            calls.pass_end(mark)


def italic(run: WordRun, begin: int, openings: Sequence[tuple[int, int]]) -> list[WordRun]:
    """A run that begins at a place of a reading, in parts: what opens a paragraph apart from the rest."""
    parts, last = [], 0
    for start, end in openings:
        a, b = max(start - begin, last), min(end - begin, len(run.text))
        if a < b:
            parts += [run._replace(text=run.text[last:a]), run._replace(text=run.text[a:b], is_italic=True)]
            last = b
    return [*parts, run._replace(text=run.text[last:])]
