"""In which paragraph of another text most words of a thought stand."""

from __future__ import annotations

import pytest

from resdiff.core.brief.thoughts import Thought, WordsOfText
from resdiff.core.compare import compare
from tests.making import made

_TEN = "lamps nets buoys ropes tugs bells moles reefs boats keepers".split()
_OTHERS = "Notes pilots, wrecks, storms, charts and tides;"


def _place(verb: str, words: list[str], *paragraphs: str) -> int | None:
    comparison = compare(made(operative=[_OTHERS]), made(operative=[*paragraphs, _OTHERS]))
    text = WordsOfText(comparison.revised, comparison.revised_verbs)
    place = text.with_most_of(Thought(verb, tuple(words)))
    if place is None:
        return None
    first = next(k for k, one in enumerate(comparison.revised.paragraphs) if one.part == "operative")
    return place - first


def _with(words: list[str]) -> str:
    return f"Stresses the worth of {', '.join(words)};"


@pytest.mark.parametrize(("count", "place"), [(8, 0), (7, None)])
def test_most_words_of_a_thought_with_another_verb(count: int, place: int | None) -> None:
    words = [*_TEN[:count], *"pilots wrecks storms".split()[: 10 - count]]
    assert _place("welcomes", words, _with(_TEN)) == place


@pytest.mark.parametrize(("count", "place"), [(6, 0), (5, None)])
def test_fewer_are_enough_where_the_verb_is_the_same(count: int, place: int | None) -> None:
    words = [*_TEN[:count], *"pilots wrecks storms charts tides".split()[: 10 - count]]
    assert _place("stressing", words, _with(_TEN)) == place


@pytest.mark.parametrize(("count", "place"), [(5, 0), (4, None)])
def test_few_words_stand_anywhere(count: int, place: int | None) -> None:
    assert _place("welcomes", _TEN[:count], _with(_TEN)) == place


def test_a_word_that_the_text_does_not_have_is_new_but_for_the_same_verb() -> None:
    words = [*_TEN[:9], "harpoons"]
    assert _place("welcomes", words, _with(_TEN)) is None
    assert _place("stresses", words, _with(_TEN)) == 0


def test_words_in_another_order_are_another_thought() -> None:
    assert _place("welcomes", _TEN, _with(_TEN[::-1])) is None
    assert _place("welcomes", _TEN, _with(_TEN[5:]), _with(_TEN)) == 1
