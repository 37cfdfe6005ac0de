"""One text as an HTML page: its lines in their order, numbers as printed, verbs in italics, footnotes at the
end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.model import Paragraph, Resolution, Span
from resdiff.core.verbs import Verbs
from resdiff.render.report.page import anchor
from resdiff.render.report.readings import ReportSide
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.labels import facts_of, title_of


class _Line(NamedTuple):
    place: int
    """Where it starts in the source."""
    kind: str
    """What it is; '' for a paragraph."""
    words: str | Markup
    """Of a paragraph its element."""


def resolution_html(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    """The page, in pieces; what pages repeat round the text is left out."""
    side = ReportSide(text=resolution, verbs=verbs)
    notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]
    numbers = {(note.paragraph, note.mark): k for k, note in enumerate(notes)}
    lines = [
        _Line(_start(p.source), "", as_markup(side.whole(k, anchor(p.id), list(_calls(p, numbers)))))
        for k, p in enumerate(resolution.paragraphs)
    ]
    lines += [
        _Line(_start(m.source), m.kind, m.text)
        for m in resolution.matter
        if m.kind not in ("furniture", "footnote") and m.text
    ]
    return rendered_page(
        "resolution.html",
        title_of(resolution),
        facts=facts_of(resolution),
        warnings=resolution.warnings,
        language=as_markup(side.language),
        lines=sorted(lines, key=lambda line: line.place),
        notes=[note.text for note in notes],
    )


def _calls(
    paragraph: Paragraph, numbers: Mapping[tuple[str | None, str | None], int]
) -> Iterator[tuple[int, str]]:
    """The marks of the footnotes of a paragraph by their places; one whose footnote the text has leads to
    it.
    """
    last = -1
    for mark, place in zip(paragraph.marks, paragraph.mark_places, strict=True):
        number = numbers.get((paragraph.id, mark))
        link = Markup('<a role="doc-noteref" href="#note-{}">{}</a>').format(number, mark)
        gap = " " if place == last else ""
        yield place, gap + str(Markup("<sup>{}</sup>").format(mark if number is None else link))
        last = place


def _start(source: Sequence[Span]) -> int:
    return source[0][0] if source else 0
