"""The outline of a text: its parts, headings and annexes, in order."""

from __future__ import annotations

from typing import NamedTuple

from resdiff.core.model import Resolution
from resdiff.core.parse.structure.endings import annex_of, is_annex_without_title
from resdiff.render.views.characters import visible


class OutlineEntry(NamedTuple):
    """A part of a text, and the place of its first paragraph."""

    name: str
    first: int
    is_heading: bool
    """Whether it is a heading or a paragraph within a part."""


def _parts_of(resolution: Resolution) -> list[OutlineEntry]:
    """The parts and headings of a text; an annex bears its title: 'Annex I · Statute'."""
    entries: list[OutlineEntry] = []
    part = before = ""
    for place, paragraph in enumerate(resolution.paragraphs):
        text = visible(paragraph.text)
        if paragraph.part == "heading" and is_annex_without_title(before):
            entries[-1] = entries[-1]._replace(name=f"{entries[-1].name} · {text}")
        elif paragraph.part == "heading":
            entries.append(OutlineEntry(text, place, is_heading=annex_of(paragraph.text) is None))
        elif paragraph.part != part and not before:
            entries.append(OutlineEntry(paragraph.part.upper(), place, is_heading=False))
        if paragraph.part != "heading":
            part = paragraph.part
        before = paragraph.text if paragraph.part == "heading" else ""
    return entries


def outline_of(resolution: Resolution) -> list[OutlineEntry]:
    """The parts and headings of a text. Where no heading divides a part, parts alone say little of where one
    is: then the numbered and preambular paragraphs stand below them, points left out.
    """
    entries = _parts_of(resolution)
    if any(entry.is_heading for entry in entries):
        return entries
    paragraphs = [
        OutlineEntry(f"{paragraph.id}  {visible(paragraph.text)}", place, is_heading=True)
        for place, paragraph in enumerate(resolution.paragraphs)
        if paragraph.part not in ("heading", "table") and paragraph.parent is None
    ]
    return sorted([*entries, *paragraphs], key=lambda entry: entry.first)
