"""The outline of a text: parts, headings, annexes by their titles."""

from __future__ import annotations

import pytest

from resdiff.render.views.outline import outline_of
from tests.making import made


@pytest.mark.parametrize(
    ("annex", "title", "name"),
    [
        ("Annex", "Plan for the harbours", "Annex · Plan for the harbours"),
        ("Annex II", "Plan for the harbours", "Annex II · Plan for the harbours"),
    ],
)
def test_an_annex_bears_its_title_and_parts_stand_once(annex: str, title: str, name: str) -> None:
    blocks = [annex, title, "1. The plan names each harbour.", "Timetable", "2. The plan is read each year."]
    tail = "\n\n".join(blocks)
    text = made(tail=tail)
    entries = outline_of(text)
    assert [(entry.name, entry.is_heading) for entry in entries if "Timetable" not in entry.name] == [
        ("PREAMBLE", False),
        ("OPERATIVE", False),
        (name, False),
    ]
    places = [entry.first for entry in entries]
    assert places == sorted(places)
    assert text.paragraphs[places[0]].part == "preamble"
    assert text.paragraphs[places[2]].part == "heading"
