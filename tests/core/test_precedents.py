"""Agreed language: runs of six words that stand elsewhere, likeness of wordings, passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.precedents.likeness import Wording, likeness, passage, rarest
from resdiff.core.precedents.runs import LEAST, Gram, Run, RunFinder
from resdiff.core.tokens import searched_words

_WORDS = st.lists(st.sampled_from("abcd"), max_size=24).map(" ".join)


def _finder(readings: list[str]) -> RunFinder:
    """A finder over readings, by plain search."""

    def find(gram: Gram) -> tuple[int, str] | None:
        sought = f" {' '.join(gram)} "
        forms = [" ".join(word for word, _, _ in searched_words(text)) for text in readings]
        return next(((k, readings[k]) for k, text in enumerate(forms) if sought in f" {text} "), None)

    return RunFinder(find)


def _grams(text: str) -> list[Gram]:
    words = [word for word, _, _ in searched_words(text)]
    return [tuple(words[k : k + LEAST]) for k in range(len(words) - LEAST + 1)]


@given(st.lists(_WORDS, max_size=4), _WORDS)
def test_new_words_are_those_that_no_run_of_six_has(readings: list[str], text: str) -> None:
    known = {gram for reading in readings for gram in _grams(reading)}
    covered = {k + j for k, gram in enumerate(_grams(text)) if gram in known for j in range(LEAST)}
    runs = _finder(readings).runs(text)
    assert "".join(run.text for run in runs) == text
    place, agreed = 0, set()
    for run in runs:
        if run.reading is not None:
            agreed |= set(range(place, place + run.words))
            assert f" {run.text.strip()} " in f" {readings[run.reading]} "
        place += run.words
    assert agreed == covered
    assert place == len(text.split())


def test_a_run_is_as_long_as_it_can_be_whatever_its_signs_and_capitals() -> None:
    text = "Requests the Warden to keep the register, each year, of all moles."
    finder = _finder(["requests THE warden to keep the - register each year in the harbour"])
    assert finder.runs(text) == [
        Run("Requests the Warden to keep the register, each year, ", 0, 9),
        Run("of all moles.", None, 3),
    ]


def test_five_words_in_common_are_new_and_six_are_not() -> None:
    for count, reading in ((5, None), (6, 0)):
        words = " ".join(f"word{k}" for k in range(count))
        assert [run.reading for run in _finder([f"a {words} b"]).runs(words)] == [reading]


def test_accents_make_no_other_word() -> None:
    finder = _finder(["the accord of Besancon on the keeping of tides"])
    assert [run.reading for run in finder.runs("The accord of Besançon on the keeping")] == [0]


def test_rare_words_count_more_and_order_counts() -> None:
    weights = {"moles": 5.0, "the": 0.1, "of": 0.1}
    wording = "the moles of the harbour".split()
    rare = likeness(wording, "moles stand".split(), weights)
    common = likeness(wording, "the the of".split(), weights)
    assert rare.score > common.score
    turned = likeness("a b c".split(), "c b a".split(), {})
    assert turned.places in ((0,), (1,), (2,))
    assert likeness([], ["a"], {}).score == 0
    assert likeness("a b".split(), "a b".split(), {}).similarity == 1


def test_the_rarest_words_are_those_of_the_fewest_readings() -> None:
    assert rarest("a b c d a".split(), {"a": 3, "b": 1, "c": 0, "d": 3}, 2) == ["b", "a"]


def _passage(wording: str, reading: str) -> str:
    one, two = Wording(wording), Wording(reading)
    return passage(one, two, likeness(one.forms, two.forms, {}))


def test_a_passage_is_of_whole_clauses_where_they_begin_and_end_near() -> None:
    before, after = ((" ".join(f"{sign}{k}" for k in range(30))) for sign in "xy")
    clause = " ".join(f"light{k}" for k in range(16))
    changed = clause.replace("light3", "lamp").replace("light9", "lamp") + " and oil"
    near, far = (" ".join(f"w{k}" for k in range(count)) for count in (11, 12))
    assert _passage(changed, f"{before}; {near} {clause} {near}, {after}") == f"… {near} {clause} {near} …"
    assert _passage(changed, f"{before}; {far} {clause} {far}, {after}") == f"… {clause} …"
    assert _passage(changed, f"{before}, {clause}, {near}, {after}") == f"… {clause} …"


def test_of_a_much_longer_reading_the_passage_is_given() -> None:
    before, after = ((" ".join(f"{sign}{k}" for k in range(30))) for sign in "xy")
    clause = " ".join(f"light{k}" for k in range(16))
    changed = clause.replace("light3", "lamp").replace("light9", "lamp") + " and oil"
    assert _passage(changed, f"{before} {clause} {after}") == f"… {clause} …"
    assert _passage(clause, f"{before} {clause} {after}") == f"{before} {clause} {after}"  # a fragment
    assert _passage(changed, f"{clause} x0") == f"{clause} x0"  # most of it
    seven, eight = (" ".join(f"x{k}" for k in range(count)) for count in (7, 8))
    assert _passage(changed, f"{before} {clause} {seven}") == f"… {clause} {seven}"
    assert _passage(changed, f"{before} {clause} {eight}") == f"… {clause} …"
    assert _passage(changed, f"{seven} {clause} {after}") == f"{seven} {clause} …"
    assert _passage(changed, f"{eight} {clause} {after}") == f"… {clause} …"
    long = " ".join(f"x{k}" for k in range(20))
    assert _passage(changed, f"{before} {clause} {seven}") == f"… {clause} {seven}"
    twelve = " ".join(f"y{k}" for k in range(12))
    assert _passage(changed, f"{clause} {twelve}") == f"{clause} {twelve}"  # how it goes on is wanted
    assert _passage(changed, f"{clause} {long}") == f"{clause} …"
    assert _passage(changed, f"{twelve} {clause}") == f"… {clause}"
    assert _passage(changed, f"{eight[:11]} {clause}") == f"{eight[:11]} {clause}"
    forty = " ".join(f"oil{k}" for k in range(40))
    in_other_words = forty.replace("oil7", "gas") + " and lamps that burn it"
    assert _passage(in_other_words, f"{twelve} {forty}") == f"{twelve} {forty}"  # most of it
    half = " ".join(f"light{k}" for k in range(6)) + " " + after.replace("y", "z")
    assert _passage(half, f"{before} {clause}") == f"{before} {clause}"  # partly there
