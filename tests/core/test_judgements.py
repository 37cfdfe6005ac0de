"""What people decide about paragraphs goes before what the aligner finds, whichever text is called the
base.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.compare import Change, Comparison, Judgements, compare
from resdiff.core.errors import UsageError
from resdiff.core.parse import parse
from tests.core.test_compare import assert_laws
from tests.making import made, revisions

_BASE = made()
_REVISED = made(
    operative=(
        "Calls upon all members to contribute to the Fund;",
        "Encourages members to share seeds, sluice designs and survey data;",
        "Urges a board of nine trustees;",
        "Decides to remain seized of the matter.",
    )
)


def _of(comparison: Comparison, base: tuple[int, ...], revised: tuple[int, ...]) -> Change:
    return next(c for c in comparison.changes if (c.base, c.revised) == (base, revised))


def test_a_link_by_hand_holds_where_the_aligner_found_none() -> None:
    assert _of(compare(_BASE, _REVISED), (4,), ()).kind == "dropped"
    change = _of(compare(_BASE, _REVISED, judgements=Judgements(linked=((4, 5),))), (4,), (5,))
    assert (change.kind, change.by_hand, change.confidence) == ("edited", True, 1.0)


def test_paragraphs_that_are_parted_by_hand_are_dropped_and_added_though_they_are_alike() -> None:
    comparison = compare(_BASE, _REVISED, judgements=Judgements(parted=((3, 3),)))
    assert _of(comparison, (3,), ()).by_hand
    assert _of(comparison, (), (3,)).by_hand
    assert not _of(comparison, (5,), (4,)).by_hand


@pytest.mark.parametrize(
    ("linked", "kind", "base", "revised"),
    [(((3, 3), (3, 5)), "split", (3,), (3, 5)), (((3, 3), (4, 3)), "merged", (3, 4), (3,))],
)
def test_a_paragraph_linked_with_several_is_split_or_merged(
    linked: tuple[tuple[int, int], ...], kind: str, base: tuple[int, ...], revised: tuple[int, ...]
) -> None:
    comparison = compare(_BASE, _REVISED, judgements=Judgements(linked=linked))
    assert _of(comparison, base, revised).kind == kind
    assert_laws(comparison)


@given(revisions(), st.data())
def test_every_judgement_is_kept_and_the_laws_with_it(texts: tuple[str, str], data: st.DataObject) -> None:
    base, revised = parse(texts[0]), parse(texts[1])
    pairs = st.tuples(st.integers(0, len(base.paragraphs) - 1), st.integers(0, len(revised.paragraphs) - 1))
    linked, parted = data.draw(pairs), data.draw(pairs)
    judgements = Judgements(linked=(linked,), parted=(parted,) if parted != linked else ())
    there, back = (
        compare(base, revised, judgements=judgements),
        compare(revised, base, judgements=judgements.turned()),
    )
    for comparison, (one, two), (three, four) in (
        (there, linked, parted),
        (back, linked[::-1], parted[::-1]),
    ):
        assert_laws(comparison)
        assert _of(comparison, (one,), (two,)).by_hand
        assert linked == parted or not any(three in c.base and four in c.revised for c in comparison.changes)


def test_a_decision_takes_the_place_of_the_earlier_one_about_the_pair() -> None:
    judgements = Judgements(linked=((1, 2), (3, 4)), parted=((5, 6),))
    assert judgements.decided((1, 2), False) == Judgements(linked=((3, 4),), parted=((5, 6), (1, 2)))
    assert judgements.decided((5, 6), True) == Judgements(linked=((1, 2), (3, 4), (5, 6)))
    assert judgements.turned() == Judgements(linked=((2, 1), (4, 3)), parted=((6, 5),))


def test_a_link_that_would_join_several_paragraphs_with_several_is_refused() -> None:
    split = Judgements(linked=((1, 2), (1, 3)))
    assert split.decided((1, 4), True).linked == ((1, 2), (1, 3), (1, 4))
    with pytest.raises(UsageError, match="split or merged, not both") as error:
        split.decided((5, 3), True)
    assert error.value.hint == "one of the two is linked with a paragraph that has further links"


def test_a_decision_touches_the_paragraphs_that_it_is_about() -> None:
    judgements = Judgements(linked=((1, 2),), parted=((3, 4),))
    assert judgements.touch((1,), (2, 5))
    assert not judgements.touch((3,), (4,))
    assert judgements.touch((3,), ())
    assert judgements.touch((), (4,))
    assert not judgements.touch((1,), ())
