"""What a user does by keys, and what then stands on the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import ResdiffError
from resdiff.core.worddiff import Edit
from resdiff.render.terminal.brief_rows import outline_rows
from resdiff.render.terminal.rows import shortened
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.line_list import LineList
from tests.making import OPERATIVE, made
from tests.tui.driving import drive, foot, seen


def test_the_changes_stand_side_by_side_and_keys_go_from_one_to_the_next(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        assert text.is_side_by_side
        assert "= PP1: 1 unchanged" in seen(text)
        # a third of it changed: its readings stand side by side; a few words: they stand in one
        assert re.search(r"\S +│ \S", seen(text)) is not None
        reached: list[int] = []
        for _ in range(40):
            await pilot.press("right_square_bracket")
            place = text.change_at_cursor()
            if place is not None and (not reached or reached[-1] != place):
                reached.append(place)
        wanted = [
            k for k, change in enumerate(comparison.changes) if change.kind != "unchanged" or change.moved
        ]
        assert reached == wanted
        await pilot.press("g")
        assert text.scroll_offset.y == 0
        await pilot.press("G")
        assert "vote: 15-5-4 → 18-2-4" in seen(text)

    drive(ResdiffApp(comparison), steps, (180, 40))


def test_below_a_hundred_columns_the_view_is_unified_and_u_changes_it(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        assert not text.is_side_by_side
        reached = []
        for _ in range(2):
            await pilot.press("u")
            reached.append(text.is_side_by_side)
        assert reached == [True, False]

    drive(ResdiffApp(comparison), steps, (80, 24))


def test_a_resize_keeps_the_place(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        for _ in range(12):
            await pilot.press("right_square_bracket")
        before = text.changes_in_sight()[0]
        for size in ((40, 12), (200, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert abs(text.changes_in_sight()[0] - before) <= 1

    drive(ResdiffApp(comparison), steps)


def test_c_shows_unchanged_paragraphs_folded_all_or_not(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        folded = len(text.rows)
        await pilot.press("c")
        assert len(text.rows) > folded
        await pilot.press("c")
        assert len(text.rows) < folded
        assert " unchanged" not in seen(text)
        await pilot.press("c")
        assert len(text.rows) == folded

    drive(ResdiffApp(comparison), steps)


def test_the_brief_is_the_list_and_moving_in_it_moves_the_text(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        text, its_list = screen.query_one(ComparisonView), screen.query_one("#list", LineList)
        await pilot.pause()
        assert its_list.display
        assert "ALTERED" in seen(its_list)
        await pilot.press("tab")
        assert its_list.has_focus
        records = seen(its_list).splitlines()
        first = next(k for k, line in enumerate(records) if line.startswith("NEW ASKS")) + 1
        await pilot.press(*"j" * first)
        place = text.change_at_cursor()
        assert place is not None
        assert comparison.answers()[place].weight.rules == ("new ask",)
        await pilot.press("v")
        assert "▲ 'Noting with deep" in seen(its_list)
        await pilot.press("v", "enter")
        assert text.has_focus

    drive(ResdiffApp(comparison), steps)


def test_n_goes_by_what_matters_and_a_bracket_by_any_change(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.pause()
        reached: list[int] = []
        for _ in range(40):
            await pilot.press("n")
            place = text.change_at_cursor()
            if place is not None and (not reached or reached[-1] != place):
                reached.append(place)
        matters = [k for k, answer in enumerate(comparison.answers()) if answer.weight.value == 3]
        assert [place for place in reached if place in matters] == matters
        assert len(reached) <= len(matters) + 1  # the one at which it began

    drive(ResdiffApp(comparison), steps)


def test_on_a_narrow_screen_tab_shows_the_list_in_place_of_the_text(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        text, its_list = screen.query_one(ComparisonView), screen.query_one("#list", LineList)
        await pilot.pause()
        assert (text.display, its_list.display) == (True, False)
        await pilot.press("tab")
        assert (text.display, its_list.display) == (False, True)
        await pilot.press("j", "enter")
        assert (text.display, its_list.display) == (True, False)
        await pilot.press("tab", "escape")
        assert (text.display, its_list.display) == (True, False)

    drive(ResdiffApp(comparison), steps, (80, 24))


def test_a_word_is_sought_and_what_is_not_there_is_said_at_the_foot(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.press("slash", *"GOVERNMENT OF B", "enter")
        place = text.change_at_cursor()
        assert place is not None
        assert comparison.revised.paragraphs[comparison.changes[place].revised[0]].id == "OP3"
        screen = pilot.app.screen
        await pilot.press("escape", "slash", *"dragon", "enter")
        assert text.change_at_cursor() == place
        assert "'dragon' is not in the text" in foot(pilot)
        await pilot.press("n", "escape")  # ends the search and leaves nothing
        assert pilot.app.screen is screen
        assert "dragon" not in foot(pilot)

    drive(ResdiffApp(comparison), steps)


def test_a_paragraph_is_copied_with_its_reference_and_m_goes_to_the_other_end_and_back(
    comparison: Comparison,
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        place = next(k for k, change in enumerate(comparison.changes) if change.moved)
        while text.change_at_cursor() != place:
            await pilot.press("right_square_bracket")
        await pilot.press("y")
        reading = comparison.revised.paragraphs[comparison.changes[place].revised[0]].text
        assert pilot.app.clipboard.startswith(reading)
        assert "LA/RES/13/4" in pilot.app.clipboard
        await pilot.press("m")
        assert text.change_at_cursor() != place
        await pilot.press("m")
        assert text.change_at_cursor() == place

    drive(ResdiffApp(comparison), steps)


def test_a_comparison_is_written_to_a_file_and_a_bad_name_is_told(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("e", *"x.doc", "enter")
        assert any(
            "has no ending that names a format" in str(note.message) for note in pilot.app._notifications
        )
        await pilot.press("escape", "e", *"out.md", "enter")
        assert isinstance(pilot.app.screen, ComparisonScreen)

    drive(ResdiffApp(comparison), steps)
    assert "Encourages" in tmp_path.joinpath("out.md").read_text("utf-8")


def test_help_themes_and_quitting(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        before = pilot.app.theme
        await pilot.press("t")
        assert pilot.app.theme != before
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape", "q")
        assert pilot.app._exit

    drive(ResdiffApp(comparison), steps)


def test_help_moves_with_the_keys_of_every_screen(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("question_mark")
        block = pilot.app.screen.query_one(VerticalScroll)
        places = []
        for key in ("j", "k", "space", "G", "g"):
            await pilot.press(key)
            await pilot.pause()
            places.append(int(block.scroll_offset.y))
        line, back, screen, end, start = places
        assert (line, back, start) == (1, 0, 0)
        assert 1 < screen <= end == block.max_scroll_y

    drive(ResdiffApp(comparison), steps, (80, 14))


def test_how_much_matters_is_seen_on_a_narrow_screen(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        head = str(pilot.app.screen.query_one("#head", Static).content).splitlines()[-1]
        assert re.search(r"gone · \d+ of \d+ matter · ", head[:80]) is not None

    drive(ResdiffApp(comparison), steps, (80, 24))


def test_brackets_markup_and_escape_codes_are_shown_literally() -> None:
    odd = (
        "Requests the [bold]Chair[/bold] to [red]light[/] \x1b[31mthe\x1b[0m mole \\[ and"
        " [link=x]wait[/link];"
    )
    comparison = compare(made(), made(operative=(*OPERATIVE[:1], odd, *OPERATIVE[2:])))

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        shown = " ".join(seen(pilot.app.screen.query_one(ComparisonView)).split())
        assert "[bold]Chair[/bold] to [red]light[/] ␛[31mthe␛[0m mole \\[ and [link=x]wait[/link];" in shown

    drive(ResdiffApp(comparison), steps, (90, 60))


def test_what_is_selected_with_the_mouse_can_be_copied(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.mouse_down(text, offset=(2, 0))
        await pilot.hover(text, offset=(8, 2))
        await pilot.mouse_up(text, offset=(8, 2))
        assert pilot.app.screen.get_selected_text() == "PP1: 1 unchanged\n\n~ PP2  ed"

    drive(ResdiffApp(comparison), steps)


def test_a_long_run_that_stays_shrinks_to_its_ends() -> None:
    words = " ".join(f"light{k}" for k in range(40))
    edits = [
        Edit(kind="insert", text="New "),
        Edit(kind="equal", text=words),
        Edit(kind="delete", text=" old"),
    ]
    shown = [edit.text for edit in shortened(edits)]
    assert shown[1].split() == [*words.split()[:6], "…", *words.split()[-6:]]
    short = " ".join(words.split()[:24])
    assert shortened([edits[0], Edit(kind="equal", text=short)])[1].text == short


def test_words_that_are_sought_are_listed_and_shown_whole(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        text, its_list = screen.query_one(ComparisonView), screen.query_one("#list", LineList)
        await pilot.press("slash", *"register", "enter")
        assert seen(its_list).splitlines()[0].split()[0] == "'register'"
        hits = [k for k, c in enumerate(comparison.changes) if "register" in comparison.revised_reading(c)]
        assert its_list.count_lines() > len(hits) > 0
        assert text.change_at_cursor() in hits
        assert "register" in seen(text)
        which = hits.index(text.change_at_cursor() or 0) + 1
        assert f"'register' {which} of {len(hits)} " in foot(pilot)
        for _ in hits:
            await pilot.press("n")
            which = which % len(hits) + 1
            assert f"'register' {which} of {len(hits)} " in foot(pilot)
        await pilot.press("escape")
        assert "next that matters" in foot(pilot)
        assert "ALTERED" in seen(its_list)

    drive(ResdiffApp(comparison), steps)


def test_the_outline_leads_to_the_parts_of_the_text(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        text, its_list = screen.query_one(ComparisonView), screen.query_one("#list", LineList)
        await pilot.press("i", "tab", "j")
        rows = [line.split() for line in seen(its_list).splitlines() if line.strip()]
        assert [row[0] for row in rows][:3] == ["PREAMBLE", "PP1", "PP2"]
        place = text.change_at_cursor()
        assert place is not None
        assert comparison.changes[place].revised
        assert comparison.revised.paragraphs[comparison.changes[place].revised[0]].id == "PP2"
        signs = [row.total for row in outline_rows(comparison) if row.changes]
        assert {"+", "~", ""} <= set(signs)
        await pilot.press("i")
        assert "ALTERED" in seen(its_list)

    drive(ResdiffApp(comparison), steps)


def test_enter_opens_a_paragraph_and_unfolds_a_run(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        text = pilot.app.screen.query_one(ComparisonView)
        rows = text.count_rows()
        fold = next(k for k, row in enumerate(text.rows) if row.is_fold and row.end - row.first > 1)
        size = text.rows[fold].end - text.rows[fold].first
        text.move_to(fold)
        await pilot.press("enter")
        assert text.count_rows() == rows + size - 1
        await pilot.press("right_square_bracket", "enter")
        assert "% of the words in common" in seen(text)
        assert text.height_of_row(text.cursor) == len(text.lines_of_row(text.cursor))
        await pilot.press("enter")
        assert "% of the words in common" not in seen(text)

    drive(ResdiffApp(comparison), steps)


def test_the_theme_that_was_chosen_is_there_the_next_time(comparison: Comparison) -> None:
    chosen: list[str] = []

    async def choose(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("t", "t")
        chosen.append(pilot.app.theme)

    async def look(pilot: Pilot[ResdiffError]) -> None:
        chosen.append(pilot.app.theme)

    drive(ResdiffApp(comparison), choose)
    drive(ResdiffApp(comparison), look)
    assert chosen[0] == chosen[1] != "textual-dark"


def test_a_theme_that_there_is_not_is_forgotten(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "theme").write_bytes(b"\xff\x1b[31m no theme")

    async def look(pilot: Pilot[ResdiffError]) -> None:
        assert pilot.app.theme in pilot.app.available_themes

    drive(ResdiffApp(comparison), look)


def test_a_brief_that_is_read_when_its_screen_is_left_is_not_shown(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        await screen.query_one("#head").remove()  # as a screen that is taken down loses its parts
        screen.brief = None
        screen.run_worker(screen._read_brief, thread=True)
        await pilot.app.workers.wait_for_complete()
        assert screen.brief is None

    drive(ResdiffApp(comparison), steps)
