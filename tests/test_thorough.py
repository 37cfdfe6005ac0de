"""The property tests of the usual suite at length: pytest -m thorough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.core.worddiff import WordDiff
from resdiff.render.akn.comparison import comparison_akn
from resdiff.render.report.resolution import resolution_html
from resdiff.render.word.comparison import comparison_docx
from resdiff.workspace.texts import parse_bytes
from tests.core.test_compare import assert_laws
from tests.core.test_parse import assert_nothing_lost
from tests.making import resolutions, revisions

pytestmark = pytest.mark.thorough
_AT_LENGTH = settings(max_examples=3000, derandomize=False)


@_AT_LENGTH
@given(revisions())
def test_the_laws_of_a_comparison_both_ways(texts: tuple[str, str]) -> None:
    base, revised = parse(texts[0]), parse(texts[1])
    there, back = compare(base, revised), compare(revised, base)
    assert_laws(there)
    assert_laws(back)
    assert (there.summary.added, there.summary.dropped) == (back.summary.dropped, back.summary.added)


@_AT_LENGTH
@given(st.text(max_size=2000))
def test_any_text_is_parsed_and_nothing_of_it_is_lost(text: str) -> None:
    assert_nothing_lost(text, parse(text))


@_AT_LENGTH
@given(
    st.text(max_size=120).map(lambda t: " ".join(t.split())),
    st.text(max_size=120).map(lambda t: " ".join(t.split())),
)
def test_both_readings_can_be_rebuilt(base: str, revised: str) -> None:
    edits, _ = WordDiff().edits(base, revised)
    assert "".join(e.text for e in edits if e.kind != "insert") == base
    assert "".join(e.text for e in edits if e.kind != "delete") == revised


@_AT_LENGTH
@given(revisions())
def test_written_documents_hold_both_texts(texts: tuple[str, str]) -> None:
    one, two = parse(texts[0]), parse(texts[1])
    comparison = compare(one, two)
    for data in (comparison_docx(comparison), "".join(comparison_akn(comparison)).encode()):
        for changes, text in (("accept", two), ("reject", one)):
            again = parse_bytes(data, "it", "it", changes)  # type: ignore[arg-type]  # both are words of Changes
            assert [(p.label, p.text) for p in again.paragraphs] == [
                (p.label, p.text) for p in text.paragraphs
            ]


@_AT_LENGTH
@given(resolutions())
def test_a_text_comes_back_out_of_its_page(source: str) -> None:
    text = parse(source)
    again = parse_bytes("".join(resolution_html(text, None)).encode(), "it", "it")
    assert [(p.id, p.label, p.text) for p in again.paragraphs] == [
        (p.id, p.label, p.text) for p in text.paragraphs
    ]
