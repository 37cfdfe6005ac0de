"""One text as an HTML page: its lines in their order, numbers as printed, verbs in italics, footnotes at the
end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resdiff.core.model import Paragraph, Resolution, Span
from resdiff.core.verbs import Verbs
from resdiff.render.report.page import PAGE_END, anchor, html_text, page_start, warnings_html
from resdiff.render.report.readings import ReportSide
from resdiff.render.views.labels import facts_of, title_of


def resolution_html(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    """The page, in pieces; what pages repeat round the text is left out."""
    side = ReportSide(text=resolution, verbs=verbs)
    yield page_start(title_of(resolution))
    facts = facts_of(resolution)
    yield f'<p class="told">{html_text(facts)}</p>\n' if facts else ""
    yield f'{warnings_html(resolution.warnings)}</header>\n<main id="main" {side.language}>\n'
    notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]
    numbers = {(note.paragraph, note.mark): k for k, note in enumerate(notes)}
    elements = [
        (_start(p.source), side.whole(k, anchor(p.id), _calls(p, numbers)))
        for k, p in enumerate(resolution.paragraphs)
    ]
    lines = (m for m in resolution.matter if m.kind not in ("furniture", "footnote") and m.text)
    elements += [(_start(m.source), f'<p class="{m.kind}">{html_text(m.text)}</p>') for m in lines]
    yield from (f"{element}\n" for _, element in sorted(elements, key=lambda one: one[0]))
    if notes:
        yield '<section role="doc-endnotes" aria-label="Footnotes">\n<hr>\n'
        yield from (
            f'<p id="note-{k}" role="doc-footnote">{html_text(note.text)}</p>\n'
            for k, note in enumerate(notes)
        )
        yield "</section>\n"
    yield "</main>\n"
    yield PAGE_END


def _calls(paragraph: Paragraph, numbers: Mapping[tuple[str | None, str | None], int]) -> str:
    """The marks of the footnotes of a paragraph, with links to those that the text holds."""
    calls = []
    for mark in paragraph.marks:
        note, shown = numbers.get((paragraph.id, mark)), html_text(mark)
        calls.append(
            f"<sup>{shown}</sup>"
            if note is None
            else f'<sup><a role="doc-noteref" href="#note-{note}">{shown}</a></sup>'
        )
    return " ".join(calls)


def _start(source: Sequence[Span]) -> int:
    return source[0][0] if source else 0
