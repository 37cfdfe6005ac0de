"""Verb phrases: where they end, what they mean, how they rank."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from resdiff.core.errors import LexiconError
from resdiff.core.lexicon import Lexicon, find_lexicon
from resdiff.core.lexicon.entries import LEXICON_COLUMNS, read_scale
from resdiff.core.model import Phrase


def _english() -> Lexicon:
    lexicon = find_lexicon("en")
    assert lexicon is not None
    return lexicon


def _opened(text: str) -> tuple[str, Phrase]:
    opening = _english().opening(text)
    assert opening is not None, text
    return text[opening.start : opening.end], opening.phrase


@pytest.mark.parametrize(
    ("text", "phrase", "lemma"),
    [
        ("Calls upon all members to pay;", "Calls upon", "call upon"),
        ("Calls for the closing of the roads;", "Calls for", "call for"),
        ("Also requests the Warden to report;", "Also requests", "request"),
        ("Requests further the Warden to report;", "Requests further", "request"),
        ("Strongly condemns the draining of marshes;", "Strongly condemns", "condemn"),
        (
            "Takes note with appreciation of the report;",
            "Takes note with appreciation of",
            "take note with appreciation",
        ),
        ("Expresses its deep concern at the surge;", "Expresses its deep concern at", "express concern"),
        (
            "Expresses once again its firm concern about the surge;",
            "Expresses once again its firm concern about",
            "express concern",
        ),
        (
            "Noting with grave concern that ships run aground,",
            "Noting with grave concern",
            "note with concern",
        ),
        ("Bearing in mind the limited means of islands,", "Bearing in mind", "bear in mind"),
        ("Having considered the report of the Warden,", "Having considered", "have considered"),
    ],
)
def test_a_phrase_is_known_to_its_end(text: str, phrase: str, lemma: str) -> None:
    said, sense = _opened(text)
    assert (said, sense.lemma) == (phrase, lemma)


def test_modifiers_shift_the_strength_and_ordering_words_never_do() -> None:
    plain, strong, grave = (
        _opened(text)[1].strength
        for text in ("Condemns the", "Strongly condemns the", "Condemns in the strongest terms the")
    )
    assert plain is not None
    assert strong is not None
    assert grave is not None
    assert plain < strong < grave
    assert _opened("Requests the")[1].strength == _opened("Further requests the")[1].strength
    assert _opened("Further requests the")[1].ordering == ("further",)


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Suggests", "Invites"),
        ("Invites", "Encourages"),
        ("Encourages", "Recommends"),
        ("Recommends", "Requests"),
        ("Requests", "Urges"),
        ("Urges", "Demands"),
        ("Takes note of", "Welcomes"),
        ("Welcomes", "Commends"),
        ("Regrets", "Deplores"),
        ("Recalls", "Recognizes"),
        ("Recognizes", "Reaffirms"),
        ("Deplores", "Condemns"),
    ],
)
def test_the_ladders_keep_the_order_that_the_sources_agree_on(weaker: str, stronger: str) -> None:
    one, two = _opened(f"{weaker} the")[1], _opened(f"{stronger} the")[1]
    assert one.scale == two.scale is not None
    assert one.strength is not None
    assert two.strength is not None
    assert one.strength < two.strength


def test_the_organ_acting_stands_on_no_scale() -> None:
    for text in (
        "Decides to establish the Fund;",
        "Adopts the rules;",
        "Approves the budget;",
        "Authorizes the Watch to act;",
    ):
        assert (_opened(text)[1].scale, _opened(text)[1].strength) == ("act", None)


@pytest.mark.parametrize(
    "text", ["The Fund welcomes gifts,", "Marshes shelter fish,", "", "12", "Requested the Warden to go;"]
)
def test_what_is_no_opening_opens_nothing(text: str) -> None:
    assert _english().opening(text) is None


def test_a_pair_on_which_sources_disagree_is_disputed() -> None:
    assert _english().dispute("call upon", "urge")
    assert _english().dispute("urge", "call upon")
    assert _english().dispute("urge", "encourage") is None


def test_every_ranked_entry_names_its_source() -> None:
    text = resources.files("resdiff.core.lexicon").joinpath("en.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert tuple(rows[0]) == LEXICON_COLUMNS
    assert not [row["phrase"] for row in rows if row["strength"] and not row["source"]]


def test_no_lexicon_is_no_error() -> None:
    assert find_lexicon("xx") is None


def test_a_scale_file_replaces_every_rank() -> None:
    own = find_lexicon(
        "en", "lemma,scale,strength,source\nrequest,orders,2,us\nurge,orders,1,us\n", "own.csv"
    )
    assert own is not None
    opening = own.opening("Requests the Warden to act;")
    other = own.opening("Demands that ships stop;")
    assert opening is not None
    assert other is not None
    assert (opening.phrase.scale, opening.phrase.strength) == ("orders", 2)
    assert (other.phrase.scale, other.phrase.strength) == (None, None)
    assert own.scale_name == "own.csv"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("lemma,scale\nrequest,orders\n", "no column"),
        ("lemma,scale,strength,source\nrequest,orders,high,us\n", "whole number"),
        ("lemma,scale,strength,source\n", "no row"),
        ("", "no column"),
    ],
)
def test_a_scale_file_of_another_form_is_refused(text: str, reported: str) -> None:
    with pytest.raises(LexiconError, match=reported):
        read_scale(text, "own.csv")
