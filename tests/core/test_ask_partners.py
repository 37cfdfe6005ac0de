"""Which ask of a paragraph that stands is the partner of which: thresholds."""

from __future__ import annotations

import pytest

from resdiff.core.compare.asks import AskChange
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


_LIST = "the lamps of the northern mole, the buoys of the outer reef and the charts of the old harbour"
_KEEP = "Decides to remain seized of the matter."


def _changed(base: list[str], revised: list[str]) -> list[AskChange]:
    asks = compared([*base, _KEEP], [*revised, _KEEP]).asks()
    return [ask for ask in asks if ask.outcome != "carried on"]


def test_an_act_without_its_purpose_went_into_another_ask() -> None:
    act = "apply common standards for the control of the oil of all lamps"
    purpose = "in order to ensure even light"
    report = "report on the moles of the northern bay, on its tugs and on the pay of its keepers"
    noted = "Notes the storms;"
    base = [f"Requests the Warden to {report};", noted, f"Requests the Warden to {act}, {purpose};"]
    both = f"Requests the Warden to {report} and to {act};"
    (change,) = _changed(base, [noted, both])
    assert (change.outcome, change.aspects) == ("altered", ("scope",))
    assert (change.is_part, change.was_part) == (True, True)
    (gone,) = [edit.text.strip(" ,") for edit in change.clause_edits() if edit.kind != "equal"]
    assert gone == purpose
    (new,) = _changed([noted, both], base)
    assert (new.outcome, new.is_part, new.was_part) == ("altered", True, False)
    other = [f"Requests the Warden to {report} and to mend the lamps;", noted]
    assert "gone" in [one.outcome for one in _changed(base, other)]


def test_a_mandate_is_not_taken_away_by_a_task_of_the_old_one() -> None:
    lights = "a warden for the lights of the bay"
    tasks = [f"(a) To report to the Board in writing each spring on {_LIST};", "(b) To count lamps;"]
    base = [f"Decides to appoint, for one year, {lights}, with this mandate:", *tasks]
    extend = (
        f"Decides to extend the mandate of {lights} for one year, and to report to the Board in writing each"
        f" spring on {_LIST};"
    )
    mandates = [one for one in _changed(base, [extend]) if one.base is not None and one.base.sets_mandate]
    assert [one.revised.clause[:9] for one in mandates if one.revised is not None] == ["to extend"]


def test_an_ask_that_grew_is_one_ask_and_not_a_part_and_a_new_one() -> None:
    steps = "take immediate and effective steps to mend the lamps and to light the outer reef at dusk"
    noted = "Notes the storms;"
    base = [f"Urges the parties to the plan to {steps};", noted]
    grown = (
        f"Urges the parties to the wider plan to end all six grave wrecks of the bay, to {steps}, and to take"
        " measures so that every pilot has a boat, a chart and an oar of the best wood of the northern coast;"
    )
    (change,) = _changed(base, [noted, grown])
    assert (change.outcome, change.is_part) == ("altered", False)
    assert "what" in change.aspects
    (back,) = _changed([noted, grown], base)
    assert (back.outcome, back.is_part) == ("altered", False)
