"""Text is data: nothing that a resolution holds acts in any output."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs
from resdiff.render.akn.comparison import comparison_akn
from resdiff.render.akn.resolution import resolution_akn
from resdiff.render.data.comparison import comparison_json, resolution_json
from resdiff.render.data.tables import comparison_csv
from resdiff.render.markdown import comparison_markdown, escape
from resdiff.render.markdown_asks import asks_markdown
from resdiff.render.report.asks import asks_html
from resdiff.render.report.comparison import comparison_html
from resdiff.render.tables import csv_table, json_table, text_table
from resdiff.render.terminal.asks import asks_text
from resdiff.render.terminal.comparison import comparison_text
from resdiff.render.views.characters import visible
from resdiff.render.views.csv_rows import cell
from resdiff.workspace.reading import asks_in
from tests.making import OPERATIVE, made

_NASTY = (
    "Requests \x1b[31mports\x07 [bold]now[/bold] <script>alert(1)</script> 2*3 `act` \u202eevil\x9b31m"
    " \u2067\U000e0041;"
)
_ACTING = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\U000e0041",
}


def _comparison() -> Comparison:
    return compare(made(), made(operative=[*OPERATIVE[:2], _NASTY, *OPERATIVE[2:]]))


def _of_one(
    writer: Callable[[Resolution, Verbs | None], Iterable[str]],
) -> Callable[[Comparison], Iterable[str]]:
    """A writer of one text, for the revised one of a comparison."""
    return lambda c: writer(c.revised, c.revised_verbs)


_WRITERS: dict[str, Callable[[Comparison], Iterable[str]]] = {
    "text": lambda c: comparison_text(c),
    "markdown": comparison_markdown,
    "csv": comparison_csv,
    "json": comparison_json,
    "html": comparison_html,
    "akn": comparison_akn,
    "asks as text": lambda c: asks_text(c.revised, asks_in(c.revised) or ()),
    "asks as markdown": lambda c: asks_markdown(c.revised, asks_in(c.revised) or ()),
    "asks as html": lambda c: asks_html(c.revised, asks_in(c.revised) or ()),
    "one as akn": lambda c: resolution_akn(c.revised),
    "one as json": _of_one(resolution_json),
    "table as json": lambda c: json_table([{"text": p.text} for p in c.revised.paragraphs]),
    "table as csv": lambda c: csv_table([{"text": p.text} for p in c.revised.paragraphs]),
    "table as text": lambda c: text_table([{"text": p.text} for p in c.revised.paragraphs]),
}


@pytest.mark.parametrize("form", _WRITERS)
def test_no_control_character_reaches_an_output(form: str) -> None:
    out = "".join(_WRITERS[form](_comparison()))
    assert "requests" in out.lower()
    assert not _ACTING.intersection(out) - {"\n"}


def test_brackets_come_through_literally() -> None:
    for writer in (lambda c: comparison_text(c, width=200), comparison_csv):
        assert "[bold]now[/bold]" in "".join(writer(_comparison()))
    reported = json.loads("".join(comparison_json(_comparison())))
    assert "[bold]now[/bold]" in reported["revised"]["paragraphs"][5]["text"]


def test_json_keeps_every_character() -> None:
    reported = json.loads("".join(comparison_json(_comparison())))
    assert reported["revised"]["paragraphs"][5]["text"] == _NASTY


def test_markdown_is_escaped() -> None:
    out = "".join(comparison_markdown(_comparison()))
    assert "<script>" not in out
    assert "&lt;script&gt;" in out
    assert r"2\*3 \`act\`" in out


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("1. a", r"1\. a"),
        ("- a", r"\- a"),
        ("# a", r"\# a"),
        ("a|b", r"a\|b"),
        ("[x](y)", r"\[x\](y)"),
        ("a & b", "a &amp; b"),
        ("+ a", r"\+ a"),
    ],
)
def test_markdown_signs(text: str, reported: str) -> None:
    assert escape(text) == reported


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\n=1"])
def test_a_formula_stays_text(text: str) -> None:
    assert cell(text).startswith("'")


def test_csv_can_be_read_back() -> None:
    rows = list(csv.DictReader("".join(comparison_csv(_comparison())).splitlines()))
    assert [row["kind"] for row in rows].count("added") == 1


def test_controls_are_shown_as_pictures() -> None:
    assert visible("a\x1b\x07\x7fb") == "a␛␇␡b"
