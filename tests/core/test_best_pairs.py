"""Which asks of two texts are taken for one, where there are many."""

from __future__ import annotations

import pytest

from resdiff.core.asks import Ask
from resdiff.core.compare import best_pairs as pairing
from resdiff.core.compare.best_pairs import best_pairs
from tests.core.test_asks import asks_in

_CRAFT = ("lamps", "nets", "buoys", "ropes", "tugs", "bells")


def _asks(*crafts: str) -> list[Ask]:
    return asks_in(*(f"Urges ports to mend their {craft} by the winter of each year;" for craft in crafts))


def _paired(olds: list[Ask], news: list[Ask], least: float = 0.9) -> list[tuple[str, str]]:
    pairs = best_pairs(olds, news, lambda one, two: True, lambda one, two: least)
    return [(_craft(old), _craft(new)) for old, new in pairs]


def _craft(ask: Ask) -> str:
    return next(craft for craft in _CRAFT if craft in ask.clause)


@pytest.mark.parametrize("order", [_CRAFT, _CRAFT[::-1], (*_CRAFT[3:], *_CRAFT[:3])])
def test_each_ask_pairs_with_its_own_words(order: tuple[str, ...]) -> None:
    assert sorted(_paired(_asks(*_CRAFT), _asks(*order))) == sorted((craft, craft) for craft in _CRAFT)


def test_alike_asks_pair_in_their_order_and_each_once() -> None:
    pairs = _paired(_asks("lamps", "nets", "buoys"), _asks("ropes", "tugs", "bells"), 0.5)
    assert pairs == [("lamps", "ropes"), ("nets", "tugs"), ("buoys", "bells")]
    assert _paired(_asks("lamps", "nets"), _asks("ropes", "tugs"), 1.0) == []


def test_of_many_asks_those_pair_that_have_a_rare_word_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "_MOST_PAIRS", 4)
    assert sorted(_paired(_asks(*_CRAFT), _asks(*_CRAFT[::-1]))) == sorted((one, one) for one in _CRAFT)
    monkeypatch.setattr(pairing, "_RAREST", 1)
    asked: list[tuple[str, str]] = []

    def may_be(one: Ask, two: Ask) -> bool:
        asked.append((_craft(one), _craft(two)))
        return True

    best_pairs(_asks(*_CRAFT), _asks(*_CRAFT), may_be, lambda one, two: 0.9)
    assert sorted(asked) == sorted((one, one) for one in _CRAFT)
