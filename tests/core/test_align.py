"""Which paragraphs correspond."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from resdiff.core.align import Alignment, AlignOptions, align
from resdiff.core.align.anchors import spine
from resdiff.core.parse import parse
from tests.making import PREAMBLE, made, revisions

_ITEMS = (
    "Calls upon all members to contribute to the Fund in accordance with their capacities;",
    (
        "Requests the Secretary-General to appoint a board of nine trustees with regard for geographical"
        " balance;"
    ),
    "Encourages universities to share seeds, sluice designs and the data of their surveys;",
    "Invites shipowners to keep their tankers at a distance of ten nautical miles from the shore;",
    "Proclaims 3 May the Day of the Living Shore;",
)


def _operative(
    base: Sequence[str], revised: Sequence[str]
) -> set[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """The links between operative paragraphs, by their numbers."""
    first = len(PREAMBLE) - 1
    alignment = align(made(PREAMBLE, base), made(PREAMBLE, revised))
    return {
        (tuple(i - first for i in link.base), tuple(j - first for j in link.revised), link.moved)
        for link in alignment.links
        if link.base[0] > first
    }


def test_equal_paragraphs_are_linked_in_place() -> None:
    assert _operative(_ITEMS, _ITEMS) == {((k,), (k,), False) for k in range(1, 6)}


def test_an_ordering_word_and_the_closing_mark_are_no_difference() -> None:
    alignment = align(
        made(operative=["Requests ports to act;"]), made(operative=["Also requests ports to act."])
    )
    assert alignment.links[-1].equal


def test_an_added_and_a_dropped_paragraph_have_no_link() -> None:
    links = _operative(_ITEMS[:4], [_ITEMS[0], _ITEMS[4], *_ITEMS[2:4]])
    assert links == {((1,), (1,), False), ((3,), (3,), False), ((4,), (4,), False)}


def test_a_moved_paragraph_is_told_as_moved() -> None:
    links = _operative(_ITEMS, [_ITEMS[3], *_ITEMS[:3], _ITEMS[4]])
    assert ((4,), (1,), True) in links
    assert sum(moved for _, _, moved in links) == 1


def test_a_moved_and_edited_paragraph_is_found() -> None:
    edited = (
        "Urges shipowners to keep their tankers at a distance of five nautical miles from the shore and its"
        " marshes;"
    )
    assert ((4,), (1,), True) in _operative(_ITEMS, [edited, *_ITEMS[:3], _ITEMS[4]])


def test_a_split_and_a_merge_are_told_as_such() -> None:
    whole = (
        f"{_ITEMS[1][:-1]}, and to submit to the Assembly at its next session the draft rules of procedure of"
        " that board;"
    )
    parts = [
        _ITEMS[1],
        (
            "Also requests the Secretary-General to submit to the Assembly at its next session the draft"
            " rules of procedure of that board;"
        ),
    ]
    assert ((2,), (2, 3), False) in _operative([_ITEMS[0], whole, _ITEMS[2]], [_ITEMS[0], *parts, _ITEMS[2]])
    assert ((2, 3), (2,), False) in _operative([_ITEMS[0], *parts, _ITEMS[2]], [_ITEMS[0], whole, _ITEMS[2]])


def test_a_preambular_paragraph_made_operative_is_linked() -> None:
    base = made(
        [*PREAMBLE, "Recalling the outcome of the Conference on Rising Waters and the pledges made there,"],
        _ITEMS,
    )
    revised = made(
        PREAMBLE,
        ["Recalls the outcome of the Conference on Rising Waters and the pledges made there;", *_ITEMS],
    )
    assert ((3,), (3,)) in {(link.base, link.revised) for link in align(base, revised).links}


def test_boilerplate_alone_makes_no_link() -> None:
    base = made(
        operative=[
            "Requests the Secretary-General to report to the Assembly at its ninth session on the mole;"
        ]
    )
    revised = made(
        operative=[
            "Requests the Secretary-General to convene in the spring a conference of pilots and keepers;"
        ]
    )
    assert len(align(base, revised).links) == len(PREAMBLE)


def test_every_threshold_does_something_or_is_not_there() -> None:
    base, revised = made(PREAMBLE, _ITEMS), made(PREAMBLE, [_ITEMS[0].replace("Fund", "Trust"), *_ITEMS[1:]])
    strict = AlignOptions(place=1.0, moved=1.0, lone=1.0, weak=0.0)
    assert len(align(base, revised, strict).links) < len(align(base, revised).links)


@given(revisions())
def test_a_paragraph_stands_in_one_link_at_most_and_links_are_one_to_several(texts: tuple[str, str]) -> None:
    alignment = _align(texts)
    for side in ("base", "revised"):
        places = [k for link in alignment.links for k in getattr(link, side)]
        assert len(places) == len(set(places))
    for link in alignment.links:
        assert len(link.base) == 1 or len(link.revised) == 1
        assert 0 <= link.confidence <= 1
        assert 0 < link.similarity <= 1


@given(revisions())
def test_the_other_way_round_the_links_are_the_same(texts: tuple[str, str]) -> None:
    there = {(link.base, link.revised, link.moved, link.similarity) for link in _align(texts).links}
    back = {
        (link.revised, link.base, link.moved, link.similarity) for link in _align((texts[1], texts[0])).links
    }
    assert there == back


def _align(texts: tuple[str, str]) -> Alignment:
    return align(parse(texts[0]), parse(texts[1]))


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ({0: 0, 1: 1, 2: 2}, {0: 0, 1: 1, 2: 2}),
        ({0: 2, 1: 0, 2: 1}, {1: 0, 2: 1}),
        ({}, {}),
    ],
)
def test_a_spine_is_the_longest_run_in_order(pairs: dict[int, int], kept: dict[int, int]) -> None:
    assert spine(pairs) == kept
