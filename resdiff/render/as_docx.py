"""A comparison as a Word document with tracked changes (ECMA-376-1, 17.13.5): accepted it is the revised text, rejected the base text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from resdiff.core.compare import Change, Comparison
from resdiff.core.model import Matter, MatterKind, Paragraph, Resolution
from resdiff.core.worddiff import Edit
from resdiff.render.docx_parts import parts_with
from resdiff.render.docx_runs import Kind, Run, emphasized, ends_of, italic, label_runs, opening_of, openings_of, pieces_of, shown_number
from resdiff.render.xml_text import allowed, escaped, without_mark

_TAGS: dict[Kind, str] = {"delete": "del", "insert": "ins", "from": "moveFrom", "to": "moveTo"}
_ABOVE: tuple[MatterKind, ...] = ("masthead", "title", "sponsors", "organ")
_BELOW: tuple[MatterKind, ...] = ("adoption", "vote")
_LINE_STYLES = {"title": "Title", "footnote": "Footnote"}
_BLANK = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
"""Behind footnotes that came in place of others: two changes at the end of a paragraph are one more than LibreOffice (7.4) takes."""
_CALL = re.compile(r'<w:footnoteReference w:id="(\d+)"/>')
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every part bears, so that the same comparison gives the same bytes."""


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """Who made the tracked changes, and when."""

    author: str = "resdiff"
    date: str | None = None
    """As 2031-03-07T00:00:00Z; none where it is not told."""


def comparison_docx(comparison: Comparison, options: DocxOptions | None = None) -> bytes:
    """The document: masthead, paragraphs with their printed numbers, record of adoption, footnotes."""
    writer = _Writer(options or DocxOptions())
    one, two = comparison.base, comparison.revised
    lines = [*writer.lines(one, two, _ABOVE), *_in_order(comparison, writer), *writer.lines(one, two, _BELOW)]
    lines += writer.lines(one, two, ("footnote",))
    body = "".join(writer.written(lines))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_with(body, writer.notes).items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _in_order(comparison: Comparison, writer: _Writer) -> Iterator[_Line]:
    """The paragraphs in the order of the revised text; those that only the base text has there stand in its order between them."""
    found: list[tuple[int | None, list[_Line]]] = []
    left: list[tuple[int, _Line]] = []
    for change in comparison.changes:
        if change.base and change.revised and change.moved:
            is_same = len(change.base) == len(change.revised) == 1 and not change.edits
            found += [(None, [writer.whole(comparison.revised, j, "to" if is_same else "insert")]) for j in change.revised]
            left += [(i, writer.whole(comparison.base, i, "from" if is_same else "delete")) for i in change.base]
        elif not change.base:
            found += [(None, [writer.whole(comparison.revised, j, "insert")]) for j in change.revised]
        elif not change.revised:
            left += [(i, writer.whole(comparison.base, i, "delete")) for i in change.base]
        else:
            found.append((change.base[0], list(writer.both(change, comparison))))
    left.sort(key=lambda one: one[0])
    for place, told in found:
        while left and place is not None and left[0][0] < place:
            yield left.pop(0)[1]
        yield from told
    yield from (line for _, line in left)


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


class _Writer:
    """Writes paragraphs; counts the changes and the footnotes."""

    def __init__(self, options: DocxOptions) -> None:
        date = f" w:date={quoteattr(allowed(options.date))}" if options.date else ""
        self._who = f"w:author={quoteattr(allowed(options.author))}{date}"
        self._count = 0
        self._known: list[str] = []
        """The footnotes that paragraphs call, in the order of the comparison."""
        self.notes: list[str] = []
        """The footnotes of what was written, in its order, each as the elements of its text."""

    def _tag(self, kind: Kind) -> str:
        self._count += 1
        return f'w:{_TAGS[kind]} w:id="{self._count}" {self._who}'

    def lines(self, one: Resolution, two: Resolution, kinds: Sequence[MatterKind]) -> Iterator[_Line]:
        """What stands above or below the paragraphs, line by line; of footnotes those that no paragraph calls."""
        base, revised = ([(_LINE_STYLES.get(m.kind, "Masthead"), m.text) for m in _loose(text, kinds)] for text in (one, two))
        for kind, a, b, c, d in SequenceMatcher(None, base, revised, autojunk=False).get_opcodes():
            if kind == "equal":
                yield from (self.paragraph(style, [Run("equal", text)], None) for style, text in base[a:b])
            else:
                yield from (self.paragraph(style, [Run("delete", text)], "delete") for style, text in base[a:b])
                yield from (self.paragraph(style, [Run("insert", text)], "insert") for style, text in revised[c:d])

    def whole(self, text: Resolution, place: int, kind: Kind) -> _Line:
        """A paragraph that one text alone has there."""
        paragraph = text.paragraphs[place]
        runs = [Run(kind, shown_number(paragraph)), *italic(Run(kind, paragraph.text), 0, [opening_of(paragraph)])]
        return self.paragraph(_style(paragraph), runs, kind, self._references(text, [paragraph], kind))

    def both(self, change: Change, comparison: Comparison) -> Iterator[_Line]:
        """The paragraphs of a change that both texts have; where one has more of them, the marks that end them come or go."""
        one = [comparison.base.paragraphs[i] for i in change.base]
        two = [comparison.revised.paragraphs[j] for j in change.revised]
        old, new = (" ".join(p.text for p in side) for side in (one, two))
        edits = change.edits or ((Edit("equal", new),) if old == new else (Edit("delete", old), Edit("insert", new)))
        pieces = emphasized(pieces_of(edits, ends_of(one), ends_of(two)), openings_of(one), openings_of(two))
        runs: list[Run] = [*label_runs(one[0], two[0])]
        i = j = 0
        for run, mark in pieces:
            runs.append(run)
            if mark is None:
                continue
            yield self.paragraph(_style(two[min(j, len(two) - 1)]), runs, None if mark == "equal" else mark)
            i, j = i + (mark != "insert"), j + (mark != "delete")
            runs = [*label_runs(one[i] if mark != "insert" else None, two[j] if mark != "delete" else None)]
        is_same = _notes_of(comparison.base, one) == _notes_of(comparison.revised, two)
        gone = "" if is_same else self._references(comparison.base, one, "delete")
        stay = self._references(comparison.revised, two, "equal" if is_same else "insert")
        yield self.paragraph(_style(two[-1]), runs, None, f"{gone}{stay}{_BLANK}" if gone and stay else gone + stay)

    def _references(self, text: Resolution, paragraphs: Sequence[Paragraph], kind: Kind) -> str:
        """The calls of the footnotes of paragraphs, all in one element: LibreOffice loses the end of the paragraph behind several."""
        found = ""
        for note in _notes_of(text, paragraphs):
            self._known.append(note)
            found += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self._known)}"/></w:r>'
        return found if kind == "equal" or not found else f"<{self._tag(kind)}>{found}</w:{_TAGS[kind]}>"

    def _numbered(self, content: str) -> str:
        """Content with its footnotes numbered as they are written: LibreOffice takes their texts in that order, whatever their ids."""
        return _CALL.sub(self._next_note, content) if "footnoteReference" in content else content

    def _next_note(self, call: re.Match[str]) -> str:
        note = self._known[int(call[1]) - 1]
        self.notes.append(f'<w:r><w:t xml:space="preserve">{escaped(note)}</w:t></w:r>')
        return f'<w:footnoteReference w:id="{len(self.notes)}"/>'

    def paragraph(self, style: str, runs: Sequence[Run], mark: Kind | None, behind: str = "") -> _Line:
        """A paragraph of runs; `mark` says what happened to the mark that ends it, `behind` stands at its end."""
        is_new = mark == "insert" and all(run.kind == "insert" for run in runs if run.text)
        told = "".join(self._changed(kind, same) for kind, same in groupby(filter(_has_text, runs), key=_kind_of))
        return _Line(style, told + behind, mark, "", is_new)

    def written(self, lines: Sequence[_Line]) -> Iterator[str]:
        """The paragraphs as elements."""
        for line in _ended_last(lines):
            told = f"<w:rPr><{self._tag(line.mark)}/></w:rPr>" if line.mark is not None else ""
            if line.style_before:
                self._count += 1
                before = f'<w:pPr><w:pStyle w:val="{line.style_before}"/></w:pPr>'
                told += f'<w:pPrChange w:id="{self._count}" {self._who}>{before}</w:pPrChange>'
            yield f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/>{told}</w:pPr>{self._numbered(line.content)}</w:p>\n'

    def _changed(self, kind: Kind, runs: Iterable[Run]) -> str:
        """Runs that the same happened to, as one change."""
        told = "".join(map(_run, runs))
        return told if kind == "equal" else f"<{self._tag(kind)}>{told}</w:{_TAGS[kind]}>"


def _has_text(run: Run) -> bool:
    return bool(run.text)


def _kind_of(run: Run) -> Kind:
    return run.kind


def _run(run: Run) -> str:
    element = "delText" if run.kind == "delete" else "t"
    italic = "<w:rPr><w:i/></w:rPr>" if run.is_italic else ""
    return f'<w:r>{italic}<w:{element} xml:space="preserve">{escaped(run.text)}</w:{element}></w:r>'


def _ended_last(lines: Sequence[_Line]) -> list[_Line]:
    """The paragraphs, the marks of inserted ones put before them where the words before were inserted too, as Word does while one types.

    LibreOffice (7.4) takes both for one insertion: rejecting it would take the mark between them along.
    """
    found = list(lines)
    k = 0
    while k < len(found):
        first, last = found[k], k
        if first.mark is None and first.content.endswith("</w:ins>"):
            while last + 1 < len(found) and found[last + 1].is_new:
                last += 1
        if last > k:
            before = first.style if found[last].style != first.style else ""
            found[k], found[last] = first._replace(mark="insert"), found[last]._replace(mark=None, style_before=before)
        k = last + 1
    return found


def _style(paragraph: Paragraph) -> str:
    return "Heading" if paragraph.part == "heading" else f"Level{min(paragraph.level, 4)}"


def _loose(text: Resolution, kinds: Sequence[MatterKind]) -> Iterator[Matter]:
    """The matter of some kinds that stands by itself."""
    ids = {p.id for p in text.paragraphs}
    return (m for m in text.matter if m.kind in kinds and m.text and (m.kind != "footnote" or m.paragraph not in ids))


def _notes_of(text: Resolution, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The texts of the footnotes of paragraphs, without their marks."""
    ids = {p.id for p in paragraphs}
    return [without_mark(m.text) for m in text.matter if m.kind == "footnote" and m.paragraph in ids and m.text]
