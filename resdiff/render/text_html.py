"""One text as an HTML page: its lines in their order, numbers as printed, verbs in italics, footnotes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.model import Matter, Paragraph, Resolution
from resdiff.core.verbs import Verbs
from resdiff.render.labels import facts_of, title_of
from resdiff.render.page import END, anchor, begin, html_text, value, warnings_html
from resdiff.render.readings import Side


def resolution_html(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    """The page, in pieces; what pages repeat round the text is left out."""
    side = Side(resolution, verbs)
    yield begin(title_of(resolution))
    facts = facts_of(resolution)
    yield f'<p class="told">{html_text(facts)}</p>\n' if facts else ""
    yield f'{warnings_html(resolution.warnings)}</header>\n<main id="main" {side.language}>\n'
    places = {id(paragraph): k for k, paragraph in enumerate(resolution.paragraphs)}
    notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]
    numbers = {(note.paragraph, note.mark): k for k, note in enumerate(notes)}
    elements: list[Paragraph | Matter] = [m for m in resolution.matter if m.kind not in ("furniture", "footnote") and m.text]
    elements += resolution.paragraphs
    for element in sorted(elements, key=_start):
        if isinstance(element, Matter):
            yield f'<p class="{element.kind}">{html_text(element.text)}</p>\n'
        else:
            marks = " ".join(_call(mark, numbers.get((element.id, mark))) for mark in element.marks)
            reading = side.readings([places[id(element)]], [("", element.text)])
            yield f"<div id={value(anchor(element.id))}>{reading.removesuffix('</p>')}{marks}</p></div>\n"
    if notes:
        yield '<section role="doc-endnotes" aria-label="Footnotes">\n<hr>\n'
        yield from (f'<p id="note-{k}" role="doc-footnote">{html_text(note.text)}</p>\n' for k, note in enumerate(notes))
        yield "</section>\n"
    yield "</main>\n"
    yield END


def _call(mark: str, note: int | None) -> str:
    """The mark of a footnote, with a link to the note where the text holds it."""
    told = html_text(mark) if note is None else f'<a role="doc-noteref" href="#note-{note}">{html_text(mark)}</a>'
    return f"<sup>{told}</sup>"


def _start(element: Paragraph | Matter) -> int:
    return element.source[0][0] if element.source else 0
