"""The words that go, come and stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.worddiff import Edit, WordDiff, WordOptions, shown_edits

_READINGS = st.lists(
    st.sampled_from("the marsh, fund; of (a) ports ports, “sea” sea [and] and also, 12/9 Calls upon".split()),
    max_size=24,
).map(" ".join)


def _edits(base: str, revised: str, options: WordOptions | None = None) -> list[tuple[str, str]]:
    edits, _ = WordDiff(options).edits(base, revised)
    return [(edit.kind, edit.text) for edit in edits]


@given(_READINGS, _READINGS)
def test_both_readings_can_be_rebuilt(base: str, revised: str) -> None:
    edits, whole = WordDiff().edits(base, revised)
    assert whole
    assert "".join(e.text for e in edits if e.kind != "insert") == base
    assert "".join(e.text for e in edits if e.kind != "delete") == revised


@given(_READINGS)
def test_a_reading_against_itself_stays(text: str) -> None:
    edits, _ = WordDiff().edits(text, text)
    assert edits == ((Edit(kind="equal", text=text),) if text else ())


@given(_READINGS, _READINGS)
def test_no_word_is_cut(base: str, revised: str) -> None:
    edits, _ = WordDiff().edits(base, revised)
    for one, two in pairwise(edits):
        if one.kind != "equal" and two.kind != "equal":
            continue
        assert not (one.text[-1:].isalnum() and two.text[:1].isalnum())


def test_a_changed_word_is_told_as_such() -> None:
    assert _edits("all States to act", "all members to act") == [
        ("equal", "all"),
        ("delete", " States"),
        ("insert", " members"),
        ("equal", " to act"),
    ]


def test_a_verb_phrase_is_never_cut() -> None:
    base, revised = "Takes note of the report", "Takes note with appreciation of the report"
    edits, _ = WordDiff().edits(base, revised, [(0, 13)], [(0, 31)])
    assert [(e.kind, e.text) for e in edits] == [
        ("delete", "Takes note of"),
        ("insert", "Takes note with appreciation of"),
        ("equal", " the report"),
    ]


def test_a_lone_common_word_between_two_changes_is_shown_as_changed_with_them() -> None:
    base, revised = "the old lamps of stone towers fail", "the new beacons of iron masts fail"
    edits, _ = WordDiff().edits(base, revised)
    assert [edit.text for edit in edits if edit.is_folded] == [" of"]
    assert [(edit.kind, edit.text) for edit in shown_edits(edits)] == [
        ("equal", "the"),
        ("delete", " old lamps of stone towers"),
        ("insert", " new beacons of iron masts"),
        ("equal", " fail"),
    ]
    unfolded, _ = WordDiff(WordOptions(fold=0)).edits(base, revised)
    assert _edits(base, revised) == [(edit.kind, edit.text) for edit in unfolded]
    assert shown_edits(unfolded) == unfolded


@given(_READINGS, _READINGS)
def test_the_shown_edits_rebuild_both_readings(base: str, revised: str) -> None:
    edits = shown_edits(WordDiff().edits(base, revised)[0])
    assert "".join(e.text for e in edits if e.kind != "insert") == base
    assert "".join(e.text for e in edits if e.kind != "delete") == revised
    assert not any(edit.is_folded for edit in edits)


def test_a_number_and_a_symbol_are_replaced_whole() -> None:
    assert ("delete", " 1,250") in _edits("spend 1,250 dollars", "spend 1,300 dollars")
    assert ("insert", " GC(67)/RES/7") in _edits("see GC(62)/RES/6 now", "see GC(67)/RES/7 now")


def test_too_large_a_pair_is_told_as_replaced_and_said_to_be() -> None:
    edits, whole = WordDiff(WordOptions(largest=4)).edits("one two three four", "five six seven eight")
    assert not whole
    assert [e.kind for e in edits] == ["delete", "insert"]


@pytest.mark.parametrize(("base", "revised"), [("the “sea”", 'the "sea"'), ("long‑term", "long-term")])
def test_words_written_in_another_style_are_told_as_changed(base: str, revised: str) -> None:
    kinds = {kind for kind, _ in _edits(base, revised)}
    assert {"delete", "insert"} <= kinds


def test_the_limit_of_words_is_included_and_what_exceeds_it_is_replaced_as_a_whole() -> None:
    base, revised = "A one B", "A two B"
    assert WordDiff(WordOptions(largest=2)).edits(base, revised)[1]
    edits, is_by_words = WordDiff(WordOptions(largest=1)).edits("one two three", "one four three")
    assert not is_by_words
    assert [(e.kind, e.text) for e in edits] == [
        ("equal", "one"),
        ("delete", " two"),
        ("insert", " four"),
        ("equal", " three"),
    ]


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_lone_word_that_the_other_side_has_twice_stays_where_it_first_stands(is_turned: bool) -> None:
    one, two = "begin lamp end", "begin old lamp new lamp bright end"
    expected = ["begin", " old", " lamp", " new lamp bright", " end"]
    edits = _edits(*((two, one) if is_turned else (one, two)), WordOptions(fold=0))
    assert [text for _, text in edits] == expected
    kind = "delete" if is_turned else "insert"
    assert [k for k, _ in edits] == ["equal", kind, "equal", kind, "equal"]


def test_words_written_otherwise_are_changed_one_by_one() -> None:
    assert _edits("the “sea” and “shore” now", 'the "sea" and “shore” now') == [
        ("equal", "the"),
        ("delete", " “"),
        ("insert", ' "'),
        ("equal", "sea"),
        ("delete", "”"),
        ("insert", '"'),
        ("equal", " and “shore” now"),
    ]


def test_a_phrase_takes_the_blank_before_it_and_stays_whole_wherever_it_stands() -> None:
    base, revised = "The board calls upon States to act", "The board calls on States to act"
    phrases = ([(10, 20)], [(10, 18)])
    edits, _ = WordDiff().edits(base, revised, *phrases)
    assert [(e.kind, e.text) for e in edits] == [
        ("equal", "The board"),
        ("delete", " calls upon"),
        ("insert", " calls on"),
        ("equal", " States to act"),
    ]


def test_a_phrase_at_the_end_is_never_cut() -> None:
    base, revised = "to see to it and to note with regret", "to see to it and to note with deep regret"
    edits, _ = WordDiff().edits(base, revised, [(20, 36)], [(20, 41)])
    assert [(e.kind, e.text) for e in edits] == [
        ("equal", "to see to it and to"),
        ("delete", " note with regret"),
        ("insert", " note with deep regret"),
    ]
