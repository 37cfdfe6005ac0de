"""Asks whose words stand in a text further on, and decisions that are recalled."""

from __future__ import annotations

import pytest

from resdiff.core.history.asks import AskThread
from tests.core.test_asks_through_time import threads_of

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
