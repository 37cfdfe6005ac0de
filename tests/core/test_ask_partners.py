"""Which ask of a paragraph that stands is the partner of which: thresholds."""

from __future__ import annotations

import pytest

from resdiff.core.compare.minor import without_inflection
from tests.core.test_ask_changes import compared

_STANDS = (
    "Notes with deep concern that storms took the lamps of the northern mole, of the southern mole and of the"
    " outer reef in each of the last nine winters, and that no port has lit them since"
)
_OLD = [f"lamp{k}ard" for k in range(20)]
_NEW = [f"reef{k}ard" for k in range(20)]


def _outcomes(old: str, new: str) -> set[str]:
    return {ask.outcome for ask in compared([f"{_STANDS}, and {old};"], [f"{_STANDS}, and {new};"]).asks()}


@pytest.mark.parametrize(("common", "outcomes"), [(2, {"gone", "new"}), (5, {"altered"})])
def test_an_ask_with_few_words_of_another_is_another(common: int, outcomes: set[str]) -> None:
    new = [*_OLD[:common], *_NEW[common:]]
    verb = "decides to gather"
    assert _outcomes(f"{verb} {' '.join(_OLD)}", f"{verb} {' '.join(reversed(new))}") == outcomes
    verb = "requests the Warden to gather"
    assert _outcomes(f"{verb} {' '.join(_OLD)}", f"{verb} {' '.join(reversed(new))}") == outcomes


def test_an_ask_of_few_words_may_be_another_wording_of_it() -> None:
    assert _outcomes("requests the Warden to act", "requests the Warden to rest at noon") == {"altered"}


@pytest.mark.parametrize(("common", "is_one"), [(14, False), (17, True)])
def test_what_the_organ_decides_is_asked_of_somebody_where_most_words_stay(common: int, is_one: bool) -> None:
    new = [*_OLD[:common], *_NEW[common:]]
    outcomes = _outcomes(f"decides to gather {' '.join(_OLD)}", f"invites pilots to gather {' '.join(new)}")
    assert ("altered" in outcomes) == is_one


@pytest.mark.parametrize(("kept", "common", "is_ended"), [(5, 12, False), (5, 18, True), (12, 18, False)])
def test_an_ask_whose_words_stand_beside_is_not_the_one_with_its_verb(
    kept: int, common: int, is_ended: bool
) -> None:
    old = f"encourages the Warden to gather {' '.join(_OLD)}"
    ending = " ".join([*_OLD[:kept], *_NEW[kept:]])
    beside = " ".join([*_OLD[:common], *_NEW[:15]])
    new = f"requests the Warden to end {ending}, and requests the Keeper to hold {beside}"
    changes = compared([f"{_STANDS}, and {old};"], [f"{_STANDS}, and {new};"]).asks()
    (ended,) = [ask for ask in changes if ask.revised and ask.revised.clause.startswith("to end")]
    assert (ended.outcome == "new") == is_ended


@pytest.mark.parametrize("words", ["assess assesses assessing", "provide provides provided"])
def test_a_verb_is_one_word_in_all_its_forms(words: str) -> None:
    assert len(set(map(without_inflection, words.split()))) == 1
