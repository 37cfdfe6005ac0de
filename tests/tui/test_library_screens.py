"""The library, the reader and the search, by their keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.render.terminal.enlarged import paragraph_lines
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.answers import AnswersScreen
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.screens.help import HelpScreen
from resdiff.tui.screens.library import LibraryScreen
from resdiff.tui.screens.reader import ReaderScreen
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.page import Page
from resdiff.tui.widgets.reader_view import ReaderView
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.reading import read, verbs_in
from resdiff.workspace.references import open_repository
from tests.tui.driving import drive, foot, seen


def test_the_library_filters_sorts_and_opens_comparisons(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        left, right = (
            pilot.app.screen.query_one("#lineages", LineList),
            pilot.app.screen.query_one("#versions", LineList),
        )
        assert "Fund for the protection of tidal marsh… 4" in seen(left)
        rows = [line.rstrip().split() for line in seen(right).splitlines() if line.strip()]
        assert [row[0] for row in rows] == ["12/9", "LA/12/L.7", "LA/12/L.7/Rev.1", "13/4"]
        assert rows[-1][1:] == ["adopted", "2032-03-05", "38", "++~~-···", "+8", "~12", "-4", "▲4", "…"]
        await pilot.press("slash", *"WATCH", "enter")
        assert "marshes" not in seen(left)
        await pilot.press("escape", "enter", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, ComparisonScreen)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("g", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen), "nothing stands before the first version"

    drive(ResdiffApp(store=str(store)), steps)


def test_a_filter_without_a_match_says_so_and_shows_no_lineage(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("slash", *"zzz", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert str(pilot.app.screen.query_one("#lineage", Static).content).startswith("no lineage matches")
        assert not seen(pilot.app.screen.query_one("#step", BriefList)).strip()
        await pilot.press("escape")
        assert not str(pilot.app.screen.query_one("#lineage", Static).content).startswith("no lineage")

    drive(ResdiffApp(store=str(store)), steps)


def test_the_version_that_is_described_is_in_sight_on_a_low_screen(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        right = pilot.app.screen.query_one("#versions", LineList)
        top, height = right.scroll_offset.y, right.scrollable_content_region.height
        assert height < 4
        assert top <= right.cursor < top + height

    drive(ResdiffApp(store=str(store)), steps, (100, 8))


def test_the_help_of_the_library_speaks_of_no_files(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("question_mark")
        shown_help = str(pilot.app.screen.query_one("VerticalScroll Static", Static).content)
        assert "filter the lineages" in shown_help
        assert "choose the file" not in shown_help

    drive(ResdiffApp(store=str(store)), steps)


def test_a_store_that_is_not_there_is_told_and_an_empty_one_says_how_to_begin(tmp_path: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        assert pilot.app.screen.query_one("#empty").display
        assert "There is no store yet at " in str(pilot.app.screen.query_one("#empty", Static).content)
        await pilot.press("enter", "x", "s", "slash", "escape")

    drive(ResdiffApp(store=str(tmp_path / "none.db")), steps)


def test_a_version_is_read_as_a_document_with_an_outline(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("v")
        await pilot.pause()
        text, outline = (
            pilot.app.screen.query_one(ReaderView),
            pilot.app.screen.query_one("#list", LineList),
        )
        assert "LA/RES/13/4 Fund for the protection" in seen(text)
        assert "PP1 " in seen(text)
        await pilot.press("i", "j", "j")
        assert {"PREAMBLE", "PP1", "PP2"} <= {line.split()[0] for line in seen(outline).splitlines() if line}
        paragraph = text.paragraph_at(text.cursor)
        assert paragraph is not None
        assert paragraph.id == "PP2"
        await pilot.press("escape", "slash", *"belmora", "enter")
        first = text.cursor
        assert re.search(r"'belmora' 1 of 3  *n next  *p before  *⎋ end", foot(pilot)) is not None
        await pilot.press("n")
        assert (text.cursor > first, "'belmora' 2 of 3" in foot(pilot)) == (True, True)
        await pilot.press("n", "n")
        assert (text.cursor == first, "'belmora' 1 of 3" in foot(pilot)) == (True, True)
        await pilot.press("p", "n")
        assert (text.cursor, "'belmora' 1 of 3" in foot(pilot)) == (first, True)
        assert "belmora" in text.text_of_row(text.cursor).casefold()
        await pilot.press("escape", "p", "y")
        assert "i outline" in foot(pilot)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert "(LA/RES/13/4 Fund" in pilot.app.clipboard

    drive(ResdiffApp(store=str(store)), steps)


@pytest.mark.parametrize("width", [24, 40, 100])
def test_paragraphs_of_a_document_have_the_height_that_is_reckoned(samples: Path, width: int) -> None:
    text = read(samples / "coastal-fund" / "4-next-year.txt")
    view = ReaderView(text, verbs_in(text))
    view.set_width(width)
    for row in range(view.count_rows()):
        lines = view.lines_of_row(row)
        assert len(lines) == view.height_of_row(row)
        assert max(sum(len(part) for _, part in line) for line in lines) <= width


def test_a_phrase_is_sought_in_the_store_and_read_where_it_stands(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("f", *'"marsh land" regist*', "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        hits = pilot.app.screen.query_one("#list", LineList)
        assert seen(hits).splitlines()[:2] == ["marshes", "  OP6 2031–2032, 2 versions  Deplores the sale…"]
        page = seen(pilot.app.screen.query_one(Page))
        assert "the same in marshes@12/9, OP8, LA/RES/12/9, 2031-03-07" in page
        await pilot.press("enter")
        await pilot.pause()
        text = pilot.app.screen.query_one(ReaderView)
        paragraph = text.paragraph_at(text.cursor)
        assert paragraph is not None
        assert paragraph.id == "OP6"
        await pilot.press("q", "slash", *"?!", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert any("holds no word" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, LibraryScreen)

    drive(ResdiffApp(store=str(store)), steps)


def test_ranks_and_sources_of_verbs_stand_beside_them(comparison: Comparison) -> None:
    place = next(
        k for k, c in enumerate(comparison.changes) if any(s.shift == "strengthened" for s in c.verbs)
    )
    reported = "\n".join(
        "".join(text for _, text in line)
        for line in paragraph_lines(comparison.changes[place], comparison, 100)
    )
    assert "strengthened  " in reported
    assert ": attitude" in reported or "negative " in reported or "directive " in reported
    assert "% of the words in common" in reported


def test_the_line_at_the_foot_shows_five_keys_and_a_click_does_what_the_key_does(
    comparison: Comparison,
) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        hints = pilot.app.screen.query_one(Hints)
        shown = "n next that matters ] any change v verbs / find ? help ≡"
        assert hints.render_line(0).text.split() == shown.split()
        text = pilot.app.screen.query_one(ComparisonView)
        await pilot.click(hints, offset=(26, 0))
        assert text.cursor == 1
        await pilot.click(hints, offset=(56, 0))
        assert isinstance(pilot.app.screen, HelpScreen)

    drive(ResdiffApp(comparison), steps)


def test_the_brief_of_the_step_at_the_cursor_stands_below_the_versions(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        step = pilot.app.screen.query_one("#step", LineList)
        assert "ALTERED" in seen(step)
        await pilot.press("right", "g", "j")  # the first draft
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert seen(step).strip() == ""

    drive(ResdiffApp(store=str(store)), steps)


async def _answers(pilot: Pilot[ResdiffError], *keys: str) -> tuple[LineList, Page]:
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, AnswersScreen)
    return pilot.app.screen.query_one("#list", LineList), pilot.app.screen.query_one("#text", Page)


def test_what_became_of_a_draft_is_a_list_that_its_texts_prove(samples: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    with open_repository(store, create=True) as filled:
        files = sorted(map(str, samples.joinpath("mountain-passes").glob("*.txt")))
        add_files("passes", files[2:3], GivenFacts(stage="adopted", date="2028-11-01"), filled)
        add_files("passes", [files[0]], GivenFacts(stage="draft", date="2031-10-01"), filled)
        add_files("passes", files[3:], GivenFacts(), filled)

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        its_list, page = await _answers(pilot, "o")
        assert "LOST" in seen(its_list)
        rows = seen(its_list).splitlines()
        assert any("  added: " in row for row in rows)
        assert not any("edited: " in row for row in rows)
        await pilot.press("slash", *"the", "enter")
        await pilot.pause()
        hits = [line for line in foot(pilot).split("  ") if "'the'" in line]
        which, of = map(int, re.findall(r"'the' (\d+) of (\d+)", hits[0])[0])
        await pilot.press("p")
        assert f"'the' {which - 1 or of} of {of}" in foot(pilot)
        await pilot.press("n", "n")
        assert f"'the' {which + 1} of {of}" in foot(pilot)
        await pilot.press("escape", "g")
        await pilot.pause()
        before = seen(page)
        await pilot.press("n")
        assert seen(page) == before  # at a title the page of the first item below it stands
        await pilot.press("n")
        assert seen(page) != before
        await pilot.press("slash", *"wardens", "enter")
        assert "wardens" in seen(page)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)

    drive(ResdiffApp(store=store), steps)


def test_asks_through_time_lead_to_the_text(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        its_list, page = await _answers(pilot, "A")
        assert "NEW IN 13/4 (2032)" in seen(its_list)
        await pilot.press("n", "n", "y")
        assert pilot.app.clipboard
        assert "13/4 (2032)" in seen(page)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(ReaderView).resolution.source == "marshes@13/4"

    drive(ResdiffApp(store=str(store)), steps)


def test_the_words_of_a_paragraph_lead_to_where_they_stand(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("v")
        await pilot.pause()
        pilot.app.screen.query_one(ReaderView).move_to(pilot.app.screen.query_one(ReaderView).row_of("OP6"))
        its_list, page = await _answers(pilot, "w", "n")
        assert "100%  LA/RES/12/9 OP8, 2031-03-07" in seen(its_list)
        assert "Deplores the sale of marsh land" in seen(page)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(ReaderView).resolution.source == "marshes@12/9"

    drive(ResdiffApp(store=str(store)), steps)


def test_a_version_without_a_draft_says_why(store: Path) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        await pilot.press("o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert any("no draft stands before" in str(note.message) for note in pilot.app._notifications)

    drive(ResdiffApp(store=str(store)), steps)
