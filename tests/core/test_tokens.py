"""The laws of tokens."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.tokens import Vocabulary, plain_style, tokenize, whole_words, words_of_phrase

_READINGS = st.text(alphabet=st.sampled_from("ab Z9,;:.()[]'’“”-–/ \u00e9"), max_size=60).map(
    lambda t: " ".join(t.split())
)


@given(_READINGS)
def test_joined_tokens_are_the_reading(text: str) -> None:
    assert "".join(tokenize(text)) == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("shall, as", ["shall", ",", " as"]),
        ("Secretary-General's", ["Secretary-General's"]),
        ("[shall/should]", ["[", "shall/should", "]"]),
        ("A/HRC/RES/43/21.", ["A/HRC/RES/43/21", "."]),
        ("1,250,000 dollars, 3,", ["1,250,000", " dollars", ",", " 3", ","]),
        ("GC(62)/RES/6 (a)", ["GC(62)/RES/6", " (", "a", ")"]),
        ("1.5 per cent", ["1.5", " per", " cent"]),
        ("آمنة، ثم سلمية؛", ["آمنة", "،", " ثم", " سلمية", "؛"]),
    ],
)
def test_signs_are_tokens_and_words_stay_whole(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


def test_the_matching_form_has_one_style_of_quotes_dashes_and_blanks() -> None:
    assert plain_style("the “living shore” – a marsh’s edge") == plain_style(
        'the "living shore" - a marsh\'s edge'
    )


def test_a_vocabulary_gives_each_word_one_character() -> None:
    vocabulary = Vocabulary()
    one, two = vocabulary.encode("all members of the Fund"), vocabulary.encode("the Fund of all members")
    assert len(one) == 5
    assert sorted(one) == sorted(two)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the mole-keepers' 12 lamps", ["the", "mole", "keepers", "12", "lamps"]),
        ("关于港口的第12号决议", [*"关于港口的第", "12", *"号决议"]),
    ],
)
def test_a_phrase_has_chinese_characters_as_words(text: str, words: list[str]) -> None:
    assert [match[0] for match in words_of_phrase(text)] == words


@pytest.mark.parametrize(
    ("words", "text", "is_there"),
    [("港口", "关于港口的决议", True), ("port", "ports", False), ("port", "the port,", True)],
)
def test_words_stand_as_whole_ones_but_chinese_ones_anywhere(words: str, text: str, is_there: bool) -> None:
    assert bool(re.search(whole_words(re.escape(words), words), text)) is is_there
