"""Which paragraphs correspond."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given

from resdiff.core.align import Alignment, align
from resdiff.core.align.anchors import spine
from resdiff.core.parse import parse
from tests.making import OPERATIVE, PREAMBLE, made, revisions

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


_THREE = (
    "Requests the wardens of the pier to keep the lamps of the harbour burning in every storm of the year",
    "to publish a list of all ships that passed the mole by night within the last four weeks",
    "to pay the pilots of the outer islands on the first day of each month without delay",
)


@pytest.mark.parametrize("is_merged", [False, True])
def test_a_paragraph_that_became_three_is_a_split_and_the_reverse_a_merge(
    is_merged: bool,
) -> None:
    whole = f"{_THREE[0]}, {_THREE[1]}, and {_THREE[2]};"
    parts = (f"{_THREE[0]};", f"Requests them {_THREE[1]};", f"Also requests them {_THREE[2]};")
    one = made(operative=(OPERATIVE[0], whole, OPERATIVE[-1]))
    three = made(operative=(OPERATIVE[0], *parts, OPERATIVE[-1]))
    pair = (three, one) if is_merged else (one, three)
    (link,) = [link for link in align(*pair).links if not link.equal]
    assert (link.base, link.revised) == (((4, 5, 6), (4,)) if is_merged else ((4,), (4, 5, 6)))
    assert link.confidence > 0.5


def test_a_neighbour_of_another_part_or_with_few_words_joins_no_split() -> None:
    whole = f"{_THREE[0]}, {_THREE[1]}, and rests;"
    one = made(operative=(whole, OPERATIVE[-1]))
    two = made(operative=(f"{_THREE[0]};", f"Requests them {_THREE[1]};", "Rests and waits;", OPERATIVE[-1]))
    assert ((3,), (3, 4)) in {(link.base, link.revised) for link in align(one, two).links}


def test_progress_goes_from_nothing_towards_the_whole_through_every_gap() -> None:
    line = "Requests the warden of pier {n} to keep lamp {n} of row {n} for {n} nights;"
    lines = [line.format(n=n) for n in range(12)]
    edited = [line.replace("keep", "hold") if k % 3 == 1 else line for k, line in enumerate(lines)]
    shares: list[float] = []

    def take(share: float, subject: str = "", /) -> None:
        shares.append(share)

    align(made(operative=lines), made(operative=edited), progress=take)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] < 1) == (0, True)


def test_of_two_orders_the_one_with_more_text_stays_in_place() -> None:
    short = "Thanks the keepers;"
    long = "Requests the wardens to keep the lamps of the outer mole in every storm;"
    links = align(made(operative=(short, long)), made(operative=(long, short))).links
    assert [(link.base, link.revised) for link in links if link.moved] == [((3,), (4,))]
