"""Asks whose words stand in a text further on, and decisions that are recalled."""

from __future__ import annotations

import pytest

from resdiff.core.history.ask_threads import AskThread
from resdiff.render.views.ask_threads import thread_words
from tests.core.test_asks_through_time import dated_text, threads_of

_LIGHT = "Requests the Warden to light the northern mole, the southern mole and the outer reef at dusk;"
_KEEP = "Urges ports to keep the register of catches;"


def _gone(*years: list[str]) -> AskThread:
    """The one ask that is gone in the last text."""
    (gone,) = (thread for thread in threads_of(*years) if thread.end != "standing")
    return gone


def test_the_words_of_an_ask_may_stand_in_a_text_further_on() -> None:
    again = _LIGHT.replace("Requests the Warden to", "Stresses that the Warden is to")
    gone = _gone([_LIGHT, _KEEP], [_KEEP], [_KEEP], [_KEEP, again])
    assert (gone.end, gone.last.restated_in, gone.last.restated_version) == ("restated", "OP2", 3)
    first = _gone([_LIGHT, _KEEP], [_KEEP], [_KEEP, again], [_KEEP, again])
    assert first.last.restated_version == 2
    near = _gone([_LIGHT, _KEEP], [_KEEP, again], [_KEEP])
    assert (near.last.restated_in, near.last.restated_version) == ("OP2", 1)
    lapsed = _gone([_LIGHT, _KEEP], [_KEEP], [_KEEP])
    assert (lapsed.end, lapsed.last.restated_version) == ("lapsed", None)


@pytest.mark.parametrize(
    ("recalls", "place"),
    [
        ("Recalls its decision to designate 3 May as the Day of the Keepers;", "OP2"),
        ("Recalls its decision to designate boats for the outer reef and its nets;", None),
        ("Recalls that 3 May is the Day of the Keepers;", None),
    ],
)
def test_a_decision_that_is_recalled_is_said_again(recalls: str, place: str | None) -> None:
    decides = "Decides to designate 3 May as the Day of the Keepers of the Northern Lights;"
    assert _gone([decides, _KEEP], [_KEEP, recalls]).last.restated_in == place


@pytest.mark.parametrize(
    ("act", "noted", "is_answered"),
    [
        ("to support", "the efforts", False),
        ("to support", "the support given by ports to the work", True),
        ("greater cooperation to support", "the efforts", False),
        ("to speed", "the efforts", True),
    ],
)
def test_the_efforts_of_somebody_are_no_support_of_them(act: str, noted: str, is_answered: bool) -> None:
    asked = f"Encourages {act} the Guild of Pilots in lighting the northern mole and the outer reef;"
    later = f"Welcomes {noted} of the Guild of Pilots in lighting the northern mole and the outer reef;"
    assert (_gone([asked, _KEEP], [_KEEP, later]).last.answered_in == "OP2") == is_answered


_MANY = "Requests the Warden to mend the sluices, gates, weirs and dams of the upper river;"


def test_an_ask_of_which_a_later_text_says_much_has_perhaps_not_lapsed() -> None:
    others = [f"Notes the {word} of the river and of the guild;" for word in ("floods", "fords", "mills")]
    half = "Stresses that weirs, dams, gates and sluices silt up in spring;"
    gone = _gone([_MANY, *others], [*others], [*others, half])
    assert (gone.end, gone.last.restated_in, gone.last.restated_version) == ("perhaps restated", "OP4", 2)
    assert _gone([_MANY, *others], [*others, half], [*others, half]).last.restated_version == 1
    little = "Stresses that weirs silt up in spring;"
    assert _gone([_MANY, *others], [*others, little]).end == "lapsed"
    inflected = "Stresses the mending of weirs, dams and gates in spring;"
    assert _gone([_MANY, *others], [*others, inflected]).end == "perhaps restated"
    whole = "Stresses that the sluices, gates, weirs and dams of the upper river are to be mended;"
    restated = _gone([_MANY, *others], [*others], [*others, half, whole])
    assert (restated.end, restated.last.restated_in) == ("restated", "OP5")


def test_few_words_and_names_of_an_ask_stand_anywhere() -> None:
    notes = "Notes the floods of the river;"
    few = "Requests the Warden to mend the sluices at dusk;"
    assert _gone([few, notes], [notes, "Stresses that the sluices silt up at dusk;"]).end == "lapsed"
    named = "Requests the Warden to visit the Guild of Pilots and Keepers of Lamps, and its five halls;"
    again = "Notes the Guild of Pilots and Keepers of Lamps;"
    assert _gone([named, notes], [notes, again]).end == "lapsed"


def test_words_that_stand_everywhere_weigh_little() -> None:
    common = [f"Notes the {word} of the lower river, quay and mole;" for word in ("floods", "fords", "mills")]
    asked = "Requests the Warden to dredge and cart off mud at the lower river, quay and mole;"
    assert _gone([asked, *common], common).end == "lapsed"


def test_of_several_paragraphs_the_one_that_says_most_is_named() -> None:
    half = "Stresses the mending of gates of the upper bay;"
    more = "Stresses the mending of the gates and sluices of the upper bay;"
    years = [_MANY, _KEEP], [_KEEP, half, more]
    gone = _gone(*years)
    assert gone.last.restated_in == "OP3"
    texts = [dated_text(operative, 2030 + k) for k, operative in enumerate(years)]
    assert "much of its words stands in 31/1 (2031) OP3" in thread_words(gone, texts)
