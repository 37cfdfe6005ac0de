"""The comparison as one object: changes by id, edits by paragraph, progress."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.model import Resolution, Vote
from tests.core.test_compare import reasons_between
from tests.making import OPERATIVE, made

_ONE = "Requests ports to light the northern mole in every storm of the winter,"
_TWO = "and to teach the signals of the beacon in all schools of the shore;"
_APART = (
    "Requests ports to light the northern mole in each storm of the winter;",
    "Requests ports also to teach the signals of the beacon in all schools of the shore;",
)


def _whole() -> tuple[str, ...]:
    return (f"{_ONE} {_TWO}", *OPERATIVE)


def _parts() -> tuple[str, ...]:
    return (*_APART, *OPERATIVE)


@pytest.mark.parametrize("kind", ["split", "merged"])
def test_the_pieces_of_a_split_or_merge_make_up_the_paragraphs_of_the_side_that_has_several(
    kind: str,
) -> None:
    texts = (made(operative=_whole()), made(operative=_parts()))
    base, revised = texts if kind == "split" else texts[::-1]
    comparison = compare(base, revised)
    (change,) = [c for c in comparison.changes if c.kind == kind]
    side, lacks = (revised, "delete") if kind == "split" else (base, "insert")
    pieces = comparison.edits_by_paragraph(change)
    readings = {p.id: p.text for p in side.paragraphs}
    assert [name for name, _ in pieces] == ["OP1", "OP2"]
    for name, edits in pieces:
        assert "".join(e.text for e in edits if e.kind != lacks).strip() == readings[name]
    assert any(e.kind == lacks for _, edits in pieces for e in edits)


def test_any_other_change_gives_its_edits_in_one_piece() -> None:
    comparison = compare(made(operative=_whole()), made(operative=[f"{_ONE} with care, {_TWO}", *OPERATIVE]))
    (change,) = [c for c in comparison.changes if c.kind == "edited"]
    assert comparison.edits_by_paragraph(change) == [("", change.edits)]


def test_unchanged_paragraphs_have_no_edits_though_their_number_or_a_mark_changed() -> None:
    base = made(["Recalling the Convention on the Shore,¹"])
    revised = made(
        ["Recalling the Convention on the Shore,"], ["Adopts the rules of the board of the Fund;", *OPERATIVE]
    )
    unchanged = [c for c in compare(base, revised).changes if c.kind == "unchanged"]
    assert {c.reasons for c in unchanged} == {("footnote",), ("numbering",)}
    assert {c.edits for c in unchanged} == {()}


def test_a_dropped_paragraph_has_its_change_by_its_id_in_the_base() -> None:
    comparison = compare(made(operative=["Adopts the rules of the Fund;", *OPERATIVE]), made())
    assert comparison["OP5"].kind == "unchanged"
    assert comparison["OP5"].base == (7,)
    with pytest.raises(KeyError):
        comparison["OP6"]


def test_progress_rises_within_bounds() -> None:
    operative = [f"Requests the warden of port {k} to light the mole {k} times;" for k in range(70)]
    shares: list[float] = []

    def note(share: float, _subject: str = "", /) -> None:
        shares.append(share)

    compare(made(operative=operative), made(operative=operative), progress=note)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Decides to meet, and requests ports to act;",
            "Decides to meet, and also requests ports to act;",
        ),
        (
            "Decides to meet, and further requests ports to act;",
            "Decides to meet, and requests ports to act;",
        ),
    ],
)
def test_an_ordering_word_at_an_inner_verb_is_ordering_on_whichever_side_it_stands(
    one: str, two: str
) -> None:
    assert reasons_between(one, two) == ("unchanged", ("ordering",))


def test_a_choice_of_other_changes_has_no_voters() -> None:
    def voted(*names: str) -> Resolution:
        vote = Vote(manner="recorded", in_favour=len(names), names={"in_favour": names})
        return replace(made(), vote=vote)

    comparison = compare(voted("Fen", "Mere"), voted("Mere", "Tarn"))
    assert comparison.voters_in_base_only == ("Fen",)
    chosen = comparison.only("added")
    assert (chosen.voters_in_base_only, chosen.voters_in_revised_only) == ((), ())
    assert comparison.only("vote").voters_in_revised_only == ("Tarn",)
