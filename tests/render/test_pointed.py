"""Which words stay where there is no room for all: the first ones, and a later phrase that says more."""

from __future__ import annotations

import pytest

from resdiff.render.views.pointed import alike, pointed, pointed_words


def _weigh(*telling: str) -> dict[str, float]:
    return dict.fromkeys(telling, 5.0)


def _words(text: str, most: int, *telling: str) -> str:
    weights = _weigh(*telling)
    return pointed_words(text, most, lambda word: weights.get(word.strip(",;"), 1.0))


_FINDINGS = "the findings of the Harbour Mission of the Littoral Assembly on wrecks, fog and broken lamps"


def test_a_later_phrase_that_says_more_takes_the_place_of_words_in_between() -> None:
    assert _words(_FINDINGS, 8, "wrecks", "fog") == "the findings … on wrecks, fog …"
    assert _words(_FINDINGS, 8) == "the findings of the Harbour Mission of the Littoral Assembly …"


def test_a_text_that_nearly_has_room_is_whole() -> None:
    text = "count the seals of the bay and of the strait"
    assert _words(text, 9, "strait") == text
    assert _words(text, 6, "strait") != text


def test_a_phrase_begins_behind_a_sign_or_at_a_word_that_opens_one() -> None:
    text = "keep registers nets oars sails ropes anchors lamps chains, whales seals"
    assert _words(text, 7, "whales", "seals") == "keep registers nets … whales seals"
    unsigned = text.replace(",", "")
    assert _words(unsigned, 7, "whales", "seals") == "keep registers nets oars sails ropes anchors …"


def test_what_is_said_of_the_subject_of_a_clause_goes_before_other_phrases() -> None:
    text = "that fog of the outer mole and of the strait can wreck boats of all sizes in every port"
    assert _words(text, 9, "wreck") == "that fog of the outer … can wreck …"
    no_clause = text.removeprefix("that ")
    assert "… can wreck" not in _words(no_clause, 9, "wreck")
    relative = text.replace("can", "which can")
    assert "… can wreck" not in _words(relative, 9, "wreck")


def test_a_further_act_goes_before_other_phrases() -> None:
    text = "write a plan of the mole with pilots and fishers of bays and to lend boats to ports of the strait"
    assert _words(text, 11) == "write a plan of the mole with pilots and fishers of bays …"
    assert "and to lend boats" in _words(text, 11, "lend", "boats")
    assert "and to lend" not in _words(text.replace("and to lend", "and lend"), 11)


def test_what_decides_how_firm_a_phrase_is_is_never_left_out() -> None:
    text = "that boats of the mole in spring shall not be lent out for wrecking of whales"
    assert "for wrecking" not in _words(text, 8, "wrecking", "whales")
    free = text.replace("shall not be lent", "were lent")
    assert "for wrecking" in _words(free, 8, "wrecking", "whales")


def test_no_phrase_begins_within_a_period_or_a_name() -> None:
    text = "keep old nets whole in autumn from 3 to 9 May 2031 at night"
    assert "… to 9 May" not in _words(text, 8, "9", "May", "2031")
    named = "the holding of the great yearly meeting with fishers of the Summit of the Lamps at sea"
    assert "… of the Lamps" not in _words(named, 7, "Lamps")


def test_near_phrases_go_before_far_ones() -> None:
    far = " ".join(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    text = f"keep registers nets oars sails ropes lamps with whales there {far} on squids now"
    weights = {"whales": 5.0, "squids": 5.5}
    shown = pointed_words(text, 7, lambda word: weights.get(word, 1.0))
    assert "with whales" in shown
    weights["squids"] = 9.0
    assert "on squids" in pointed_words(text, 7, lambda word: weights.get(word, 1.0))


def test_cells_are_counted_and_what_was_cut_before_stays_cut() -> None:
    text = "keep the register of nets in every harbour of the coast …"
    shown = pointed(text, 30, len, alike)
    assert shown == "keep the register of nets …"
    assert pointed("keep nets …", 30, len, alike) == "keep nets …"
    assert pointed(" — keep nets", 30, len, alike) == " — keep nets"
    assert pointed(f" — {text}", 20, len, alike).startswith(" — keep")


@pytest.mark.parametrize("most", range(1, 14))
def test_the_words_shown_are_those_of_the_text_in_their_order(most: int) -> None:
    words = iter(_FINDINGS.split())
    shown = [word for word in _words(_FINDINGS, most, "fog", "lamps").split() if word != "…"]
    assert all(word in words for word in shown)


def test_of_the_noun_of_an_act_it_is_said_what_is_done() -> None:
    text = "the holding of the yearly meeting of pilots with fishers on wrecks, fog and lamps"
    assert _words(text, 9, "wrecks", "fog").startswith("the holding of the yearly … on wrecks")
    assert _words(text.replace("holding", "wish"), 9, "wrecks", "fog").startswith(
        "the wish of the yearly … on wrecks"
    )


def test_words_said_again_say_nothing_more() -> None:
    text = "keep the lamps of the port in order, and mend lamps, lamps and lamps of wrecks"
    assert _words(text, 7, "lamps") == "keep the lamps of the port in order, …"


def test_a_phrase_that_is_cut_to_one_word_takes_the_place_of_nothing() -> None:
    text = "keep the great old registers of ports from 3 to 9 May 2031 at the mole"
    assert "… from …" not in _words(text, 9, "9", "May", "2031")


def test_a_complement_is_not_joined_to_what_it_does_not_belong_to() -> None:
    text = "the use of lamps that are conducive to fog, and their great merits in the old wars for ports here"
    assert "… for ports" not in _words(text, 9, "ports", "here")
    plain = text.replace(", and", " with")
    assert "… for ports here" in _words(plain, 9, "ports", "here")
