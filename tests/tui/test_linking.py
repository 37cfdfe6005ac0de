"""Paragraphs that are linked and unlinked by hand, and the list that offers what one may be linked with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from resdiff.core.compare import Comparison, compare
from resdiff.core.compare.candidates import candidates
from resdiff.core.errors import ResdiffError
from resdiff.core.parse import parse
from resdiff.render.terminal.candidate_rows import candidate_rows
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.workspace.comparing import compare_texts
from tests.tui.driving import drive, seen, settled


def _shown(pilot: Pilot[ResdiffError]) -> ComparisonScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


def _is_linking(pilot: Pilot[ResdiffError]) -> bool:
    return _shown(pilot).linking is not None


def _alone(comparison: Comparison) -> tuple[int, int]:
    """The places of the first dropped and the first added change."""
    kinds = [change.kind for change in comparison.changes]
    return kinds.index("dropped"), kinds.index("added")


async def _to(pilot: Pilot[ResdiffError], paragraph: str) -> None:
    """From the list of candidates to the row of a paragraph."""
    for _ in range(len(_shown(pilot).comparison.changes)):
        if _shown(pilot).listing.paragraph_at_cursor() == paragraph:
            return
        await pilot.press("j")
    raise AssertionError(paragraph)


def test_paragraphs_of_files_are_linked_and_parted_for_as_long_as_they_are_shown(
    comparison: Comparison,
) -> None:
    place, other = _alone(comparison)
    dropped, added = comparison.changes[place], comparison.changes[other]
    mine = comparison.base.paragraphs[dropped.base[0]].id

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        _shown(pilot).view.move_to_change(place)
        await pilot.press("l")
        assert f"LINK {mine} WITH, IN THE REVISED TEXT" in seen(_shown(pilot).listing)
        await _to(pilot, comparison.revised.paragraphs[added.revised[0]].id)
        await pilot.pause()
        assert _shown(pilot).view.change_at_cursor() == other, "the text shows the candidate"
        await pilot.press("enter")
        await settled(pilot)
        changes = _shown(pilot).comparison.changes
        linked = next(c for c in changes if c.base == dropped.base)
        assert (linked.revised, linked.by_hand) == (added.revised, True)
        notes = [str(note.message) for note in pilot.app._notifications]
        assert any(f"linked {mine} by hand until you quit" in note for note in notes)
        await pilot.press("x")
        await settled(pilot)
        assert _shown(pilot).comparison.changes == changes, "nothing is decided by one key"
        await pilot.press("x")
        await settled(pilot)
        kinds = {
            (c.kind, c.by_hand)
            for c in _shown(pilot).comparison.changes
            if dropped.base == c.base or added.revised == c.revised
        }
        assert kinds == {("dropped", True), ("added", True)}

    drive(ResdiffApp(comparison), steps)


def test_stored_paragraphs_are_linked_and_parted_for_good(store: Path) -> None:
    def comparison() -> Comparison:
        return compare_texts("marshes", None, store=str(store))

    place, _ = _alone(comparison())
    mine = comparison().base.paragraphs[comparison().changes[place].base[0]].id

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        _shown(pilot).view.move_to_change(place)
        await pilot.press("enter")
        await pilot.pause()
        text = seen(_shown(pilot).view)
        assert all(words in text for words in (f"- {mine}  dropped", f"base: {mine} (operative"))
        await pilot.press("l")
        await _to(pilot, "OP2")
        await pilot.press("enter")
        await settled(pilot)
        changes = _shown(pilot).comparison.changes
        (linked,) = (k for k, change in enumerate(changes) if change.by_hand)
        assert _shown(pilot).view.change_at_cursor() == linked
        assert _shown(pilot).comparison.revised.paragraphs[changes[linked].revised[0]].id == "OP2"
        await pilot.press("enter")
        await pilot.pause()
        assert "decided by hand" in seen(_shown(pilot).view)
        assert any(change.by_hand for change in comparison().changes), "the store keeps it"
        await pilot.press("x", "x")
        await settled(pilot)
        by_hand = [change.kind for change in _shown(pilot).comparison.changes if change.by_hand]
        assert sorted(by_hand) == ["added", "dropped"]

    drive(ResdiffApp(comparison(), str(store)), steps)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_offer_ends_and_nothing_is_linked(comparison: Comparison, size: tuple[int, int]) -> None:
    place, other = _alone(comparison)
    added = comparison.revised.paragraphs[comparison.changes[other].revised[0]].id

    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = _shown(pilot)
        screen.view.move_to_change(place)
        await pilot.press("l", "g", "enter")
        assert _is_linking(pilot), "a title links nothing"
        await pilot.press("slash", *added, "enter")
        await pilot.pause()
        assert screen.listing.paragraph_at_cursor() == added, "an id that is typed is found in the list"
        await pilot.press("escape")
        await pilot.pause()
        assert not _is_linking(pilot)
        assert screen.view.change_at_cursor() == place
        assert screen.focused is screen.view
        assert screen.view.display
        assert "LINK" not in seen(screen.listing)
        await pilot.press("l", "v")
        assert not _is_linking(pilot)
        assert "BALANCE" in seen(screen.listing)
        await pilot.press("escape", "j", "l")
        assert _is_linking(pilot)
        assert not any(change.by_hand for change in screen.comparison.changes)

    drive(ResdiffApp(comparison), steps, size)


def test_a_line_that_is_no_paragraph_is_linked_with_nothing(comparison: Comparison) -> None:
    async def steps(pilot: Pilot[ResdiffError]) -> None:
        screen = _shown(pilot)
        await pilot.press("G")
        assert screen.view.change_at_cursor() is None
        await pilot.press("l")
        assert not _is_linking(pilot)
        assert [str(note.message) for note in pilot.app._notifications] == ["no paragraph stands here"]

    drive(ResdiffApp(comparison), steps)


def _texts(base: str, revised: str) -> Comparison:
    return compare(parse(base), parse(revised))


_ALIKE = "1. Requests the Harbour Board to mend the lamps of the outer mole before the winter;\n"
_OTHER = "2. Thanks the pilots of the strait for their patience;\n"
_NEW = "3. Encourages the ports to lend the Board lamps, wicks and oil of their own;\n"


def test_what_has_no_counterpart_is_offered_first_then_what_is_likest() -> None:
    comparison = _texts(_ALIKE + _OTHER + "3. Deplores fog;\n", _ALIKE + _OTHER + _NEW)
    place, other = _alone(comparison)
    offered = candidates(comparison.changes[place], comparison)
    assert next((c.paragraph, c.is_alone) for c in offered) == (2, True)
    assert offered[0].change == other
    assert {c.paragraph for c in offered[1:]} == {0, 1}
    assert not any(c.is_alone for c in offered[1:])
    back = candidates(comparison.changes[other], comparison)
    assert [c.paragraph for c in back] == [2, 0, 1], "the paragraph with more words in common stands before"


def test_a_linked_paragraph_is_not_offered_its_own_counterpart() -> None:
    comparison = _texts(_ALIKE + _OTHER, _ALIKE + _OTHER)
    (first, second) = comparison.changes
    assert [c.paragraph for c in candidates(first, comparison)] == [1]
    assert [c.paragraph for c in candidates(second, comparison)] == [0]


def test_every_change_of_real_pairs_is_offered_the_other_paragraphs(shared: Path) -> None:
    lineages = json.loads(shared.joinpath("lineages", "index.json").read_text("utf-8"))
    for lineage in lineages[::60]:
        first, last = (shared / "lineages" / v["file"] for v in lineage["versions"][:2])
        comparison = compare_texts(str(first), str(last))
        sizes = len(comparison.base.paragraphs), len(comparison.revised.paragraphs)
        for change in comparison.changes:
            offered = candidates(change, comparison)
            own = len(change.revised) if change.base else len(change.base)
            assert len(offered) == (sizes[1] if change.base else sizes[0]) - own
            rows = candidate_rows(change, offered, comparison)
            assert sum(bool(row.paragraph) for row in rows) == len(offered)
            assert sum(int(row.total) for row in rows if row.total) == len(offered)
