"""One text as Akoma Ntoso 3.0 (OASIS LegalDocML), in the structure of the United Nations' guidelines: a
statement named 'resolution'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.model import MatterKind, Resolution
from resdiff.render.akn.parts import (
    ABOVE,
    BEGIN,
    BELOW,
    DOCUMENT_END,
    Item,
    eids,
    line_of,
    lines_in,
    meta,
    note_element,
    sections_of,
    structure,
    with_notes,
)
from resdiff.render.views.note_calls import note_calls
from resdiff.render.views.printed import printed
from resdiff.render.views.xml import escaped


def resolution_akn(resolution: Resolution) -> Iterator[str]:
    """The text as an Akoma Ntoso document, in pieces, valid by the schema of OASIS."""
    calls = note_calls(resolution)
    items = [
        Item(
            name=name,
            part=p.part,
            level=p.level,
            number=escaped(printed(p.label)),
            content=with_notes(p.text, calls.get(p.id, ())),
        )
        for name, p in zip(eids(resolution.paragraphs), resolution.paragraphs, strict=True)
    ]
    yield BEGIN
    yield from meta(resolution)
    yield from lines_in("preface", _lines(resolution, ABOVE) + list(map(note_element, calls.get(None, ()))))
    placed = list(zip(sections_of(resolution.paragraphs), items, strict=True))
    yield from structure(
        _lines(resolution, ("organ",)), placed, _lines(resolution, BELOW), "".join(meta(resolution, "annex"))
    )
    yield DOCUMENT_END


def _lines(resolution: Resolution, kinds: Sequence[MatterKind]) -> list[str]:
    return [line_of(m) for m in resolution.matter if m.kind in kinds and m.text]
