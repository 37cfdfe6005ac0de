"""What stands in the list beside a comparison, and how a place is gone to."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.core.brief import brief_of
from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import ResdiffError
from resdiff.core.parse import parse
from resdiff.core.progress import no_progress
from resdiff.render.terminal.brief_rows import balance_rows, brief_rows, outline_rows
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.wrap import cells
from resdiff.render.views.labels import text_names
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.store_actions import add_to_store
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.workspace.comparing import compare_texts
from tests.making import made, text_of
from tests.tui.driving import drive, foot, settled


@pytest.mark.parametrize(("named", "reached"), [("op12", "OP12"), ("PP3", "PP3"), ("op5(b)", "OP5(b)")])
def test_a_paragraph_is_gone_to_by_its_id(comparison: Comparison, named: str, reached: str) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.press("slash", *named, "enter")
        place = text.change_at_cursor()
        assert place is not None
        change = comparison.changes[place]
        assert reached in {comparison.revised.paragraphs[k].id for k in change.revised}
        assert "in the text" not in foot(pilot)

    drive(ResdiffApp(comparison), steps)


def test_the_foot_says_at_which_change_that_matters_the_cursor_is(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert screen.brief is not None
        await pilot.press("g", "n")
        for which in range(1, screen.brief.matters + 1):
            assert f" {which} of {screen.brief.matters} that matter" in foot(pilot)
            await pilot.press("n")

    drive(ResdiffApp(comparison), steps, (120, 40))


def test_headings_are_an_outline_of_their_own() -> None:
    head = "The Littoral Assembly,\n\nRecalling its resolution 9/14,\n\nI\nLights\n\n"
    base, revised = (parse(f"{head}1. Urges {words};\n") for words in ("ports to act", "pilots to rest"))
    rows = outline_rows(compare(base, revised))
    assert not any("OP1" in words for row in rows for _, words in row.runs)
    assert len(rows) >= 2


def test_verbs_that_became_others_stand_before_those_of_whole_paragraphs() -> None:
    keep = "Decides to remain seized of the matter."
    base = made(operative=["Urges ports to light moles;", "Invites pilots to rest at noon;", keep])
    revised = made(
        operative=[
            "Requests boards to publish lists of lamps and towers each year in the gazette;",
            "Invites ports to light moles;",
            "Invites pilots to rest at noon, and thanks them;",
            keep,
        ]
    )
    rows = balance_rows(brief_of(compare(base, revised)))
    lines = ["".join(words for _, words in row.runs) for row in rows]
    heads = [line for line in lines if line.isupper()]
    assert heads == ["BALANCE", "ANOTHER VERB", "IN STANDING PARAGRAPHS", "IN NEW AND DROPPED PARAGRAPHS"]
    assert "urges" in lines[lines.index("ANOTHER VERB") + 1].casefold()
    assert "requests" in lines[-1].casefold()


def test_the_list_of_equal_texts_says_that_nothing_changed() -> None:
    rows = brief_rows(brief_of(compare(made(), made())))
    assert rows[0].runs == (("", "No paragraph changed."),)


def test_a_line_of_wide_characters_is_cut_between_them() -> None:
    runs = clipped([("strong", "利比亚"), ("", "各方促请")], 10)
    assert "".join(text for _, text in runs) == "利比亚各…"
    assert cells("".join(text for _, text in runs)) <= 10
    assert clipped([("", "利比")], 4) == [("", "利比")]
    assert "".join(text for _, text in clipped([("", "ports and moles")], 6)) == "ports…"


def test_the_text_that_is_read_and_the_place_in_it_are_named(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("v")
        await settled(pilot)
        assert "LA/RES/13/4" in str(pilot.app.screen.query_one("#head", Static).render())
        await pilot.press("slash", *"op3", "enter")
        assert " OP3 " in foot(pilot)
        await pilot.press("G")
        assert " 100% " in foot(pilot)
        assert "? help" in foot(pilot)

    drive(ResdiffApp(store=str(store)), steps)


def test_a_comparison_without_a_title_is_named_by_its_lineage(tmp_path: Path) -> None:
    store, files = str(tmp_path / "store.db"), [tmp_path / "1.txt", tmp_path / "2.txt"]
    for path, act in zip(files, ("act", "rest"), strict=True):
        path.write_text(text_of(operative=[f"Urges ports to {act};"]), "utf-8")
    add_to_store(store, "lamps", list(map(str, files)), no_progress)
    comparison = compare_texts("lamps", None, store=store)
    assert text_names(comparison)[0] == "lamps"
    assert text_names(compare_texts(str(files[0]), str(files[1])))[0] == ""
