"""Decisions tell in the past what the organ did: every verb of the lexicon has its past form."""

from __future__ import annotations

import pytest

from resdiff.core.parse import parse
from resdiff.workspace.reading import verbs_in


def _verbs(past: str) -> list[str]:
    paragraph = f"At its 5th meeting, on 4 May 2031, the Littoral Assembly, on its own, {past} the lamps"
    text = parse(f"{paragraph};\n1. Decides to remain seized of the matter.\n")
    return [verb.phrase for verb in next(iter(verbs_in(text) or ()), ())]


@pytest.mark.parametrize(
    "past",
    [
        *("regretted", "submitted", "referred", "deferred", "transmitted"),
        *("understood", "upheld", "took note of", "drew attention to", "gave", "set up"),
        *("stressed", "noted", "reaffirmed", "requested"),
    ],
)
def test_a_decision_tells_what_was_done(past: str) -> None:
    assert _verbs(past)[:1] == [past] or _verbs(past)[:1] == [past.split()[0]]


@pytest.mark.parametrize("wrong", ["regreted", "submited", "refered", "understanded", "upholded"])
def test_what_is_no_past_is_no_verb(wrong: str) -> None:
    assert _verbs(wrong) == []
