"""What stands in a text or a store is found and shown: signs of any style, stores that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.core.brief import brief_of
from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import ResdiffError
from resdiff.core.history import follow
from resdiff.core.parse import parse
from resdiff.core.tokens import search_form
from resdiff.render.terminal.brief import brief_text
from resdiff.render.terminal.brief_rows import hit_rows
from resdiff.tui.app import ResdiffApp
from resdiff.tui.library import why_empty
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.widgets.history_view import HistoryView
from tests.making import text_of
from tests.tui.driving import drive, foot, settled

_OLD = "Urges ports to respect the rule of non\u2011interference, and to act;"
_NEW = "Urges ports to respect the rule of non\u2011interference, and to act at once;"


@pytest.mark.parametrize("typed", ["non-interference", "NON-INTERFERENCE"])
def test_a_hyphen_of_any_style_is_found(typed: str) -> None:
    comparison = compare(
        parse(text_of(operative=["Notes the fog;", _OLD])), parse(text_of(operative=["Notes the fog;", _NEW]))
    )
    assert len(hit_rows(comparison, typed)) == 2

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("slash", *("minus" if char == "-" else char for char in typed), "enter")
        await settled(pilot)
        assert "1 of 1" in foot(pilot)

    drive(ResdiffApp(comparison), steps)


def test_words_are_marked_where_they_stand() -> None:
    words = "Notes that e\u0301te\u0301 and soft\u00adness are near ports, and acts;"
    old, new = (
        parse(text_of(operative=["Notes the fog;", line])) for line in (words, f"{words[:-1]} at once;")
    )
    for row in hit_rows(compare(old, new), "ports")[1:]:
        assert [text for style, text in row.runs if style == "found"] == ["ports"]
    assert len(search_form(words)) == len(words)
    assert search_form("İS") == "İs"


def test_a_store_that_cannot_be_read_is_not_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"no store")

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        shown = str(pilot.app.screen.query_one("#empty", Static).content)
        assert "cannot be read" in shown
        assert "empty" not in shown
        await pilot.press("d")
        await settled(pilot)
        assert path.read_bytes() == b"no store"
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.check_action("samples", ()) is False

    drive(ResdiffApp(store=str(path)), steps)


def test_why_there_are_no_lineages(tmp_path: Path) -> None:
    assert why_empty(tmp_path, can_be_read=True).startswith("The store is empty.")
    assert why_empty(tmp_path / "none", can_be_read=True).startswith("There is no store yet at")
    assert why_empty(tmp_path, can_be_read=False).startswith("The store at")


def test_after_a_filter_without_a_match_the_cursor_is_where_it_was(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        await pilot.press("down")
        before = screen.lineage_at_cursor()
        await pilot.press("slash", *"zzz", "enter", "escape")
        await settled(pilot)
        assert screen.lineage_at_cursor() == before != screen._lineages[0].slug

    drive(ResdiffApp(store=str(store)), steps)


def test_a_history_that_was_narrow_shows_all_versions_again() -> None:
    texts = [parse(text_of(operative=[f"Urges ports to count {n} boats;"])) for n in range(12)]
    view = HistoryView(follow(texts), follow(texts).threads)
    view.set_width(120)
    wide = view.head()
    view.set_width(11 + 24 + 3 * 4)
    narrow = view.head()
    assert narrow.count("<") == 1
    assert "12*" in narrow
    view.set_width(120)
    assert view.head() == wide
    view.choose(0)
    view.set_width(11 + 24 + 3 * 4)
    assert "1*" in view.head()
    assert "<" not in view.head()


def test_the_brief_is_copied_as_text(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("Y")
        assert pilot.app.clipboard == "".join(brief_text(brief_of(comparison), width=100))
        assert pilot.app.clipboard.startswith("Fund for the protection")

    drive(ResdiffApp(comparison), steps)
