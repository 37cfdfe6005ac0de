"""Runs of words and verbs that stand elsewhere are not dropped, and not new."""

from __future__ import annotations

from resdiff.core.compare import Comparison, compare
from resdiff.core.parse import parse
from tests.making import text_of

_KEEP = "Decides to remain seized of the matter."
_RUN = "the lights of the outer moles and the bells of the inner harbours of all ports"  # 15 words
_ONE = "Welcomes the early spring of the salt marshes and the many nests of the reeds that follow"
_TWO = "Recalls that storms drove thirty boats ashore last winter, where crews showed their courage"


def _compared(base: list[str], revised: list[str]) -> Comparison:
    return compare(parse(text_of(operative=base)), parse(text_of(operative=revised)))


def _carried(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    base, revised = comparison.base.paragraphs, comparison.revised.paragraphs
    return [
        (
            run.text,
            base[run.came_from].id if run.came_from is not None else None,
            revised[run.to].id if run.to is not None else None,
        )
        for change in comparison.changes
        for run in change.carried
    ]


def test_a_run_that_stands_elsewhere_is_carried_over() -> None:
    base, revised = [f"{_ONE}, {_RUN};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {_RUN};", _KEEP]
    assert _carried(_compared(base, revised)) == [(_RUN, None, "OP2"), (_RUN, "OP1", None)]
    assert _carried(_compared(revised, base)) == [(_RUN, "OP2", None), (_RUN, None, "OP1")]


def test_twelve_words_are_a_run_and_eleven_are_none() -> None:
    for size, count in ((12, 2), (11, 0)):
        run = " ".join(_RUN.split()[:size])
        comparison = _compared([f"{_ONE}, {run};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {run};", _KEEP])
        assert len(_carried(comparison)) == count


def test_words_joined_by_signs_are_words() -> None:
    run = "lights/moles of the outer/inner bays, bells/buoys of all/most ports/bays"
    base, revised = [f"{_ONE}, {run};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {run};", _KEEP]
    assert [text for text, _, _ in _carried(_compared(base, revised))] == [run, run]


def test_a_run_in_another_style_is_the_same() -> None:
    dashed = "the lights of the outer-most moles and the bells of the inner harbours of all ports"
    base = [f"{_ONE}, {dashed};", f"{_TWO};", _KEEP]
    revised = [f"{_ONE};", f"{_TWO}, {dashed.replace('-', chr(0x2010))};", _KEEP]
    assert [run[0].count("moles") for run in _carried(_compared(base, revised))] == [1, 1]


def test_a_formula_that_stands_in_many_places_is_not_carried_over() -> None:
    others = [f"Notes that {word} keep {_RUN};" for word in ("boards", "crews", "guilds", "ports")]
    for standing, count in ((others, 0), (others[:3], 2)):
        base = [f"{_ONE}, {_RUN};", f"{_TWO};", *standing, _KEEP]
        revised = [f"{_ONE};", f"{_TWO}, {_RUN};", *standing, _KEEP]
        assert len(_carried(_compared(base, revised))) == count


def test_two_runs_that_meet_are_both_told() -> None:
    one, two = "a b c d e f g h i j k l m", "n o p q r s t u v w x y z"
    base = [f"{_ONE}, {one};", f"{_TWO}, {two};", _KEEP]
    revised = [f"{_ONE};", f"{_TWO};", f"{_KEEP[:-1]} and of {one} {two}."]
    texts = {run[0] for run in _carried(_compared(base, revised))}
    assert texts == {one, two}


def _verbs(comparison: Comparison) -> list[tuple[str, str | None, str | None, int | None]]:
    return [
        (shift.change, (shift.base or shift.revised or shift).phrase, shift.elsewhere, shift.stands_in)  # type: ignore[union-attr]
        for change in comparison.changes
        for shift in change.verbs
        if shift.change != "kept" or shift.elsewhere is not None
    ]


def test_a_verb_that_went_to_another_paragraph_is_not_dropped() -> None:
    ask = "and requests the Warden to light the outer moles at dusk"
    base, revised = [f"{_ONE}, {ask};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {ask};", _KEEP]
    assert _verbs(_compared(base, revised)) == [
        ("kept", "requests", "revised", None),
        ("kept", "requests", "base", None),
    ]
    comparison = _compared(base, revised)
    assert comparison.only("dropped-verb").changes == comparison.only("added-verb").changes == ()


def test_a_verb_before_fewer_than_six_words_is_dropped_and_added() -> None:
    ask = "and requests the Warden to light moles"
    base, revised = [f"{_ONE}, {ask};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {ask};", _KEEP]
    assert [verb[0] for verb in _verbs(_compared(base, revised))] == ["dropped", "added"]


def test_a_dropped_verb_says_where_its_words_stand_too() -> None:
    ask = "Requests the Warden to light the outer moles at dusk in {};"
    base, revised = (
        [ask.format("storms"), f"{_ONE};", ask.format("fog"), _KEEP],
        [f"{_ONE};", ask.format("fog"), _KEEP],
    )
    (dropped,) = _verbs(_compared(base, revised))
    assert dropped == ("dropped", "Requests", None, 4)


def test_a_point_that_becomes_a_paragraph_has_the_verb_of_its_opening_line() -> None:
    base = [
        "Calls upon all ports:",
        "(a) To light the outer moles at dusk;",
        "(b) To pay the keepers of bells;",
        _KEEP,
    ]
    revised = [
        "Calls upon all ports to light the outer moles at dusk;",
        "Calls upon all ports to pay the keepers of bells;",
        _KEEP,
    ]
    for pair in ((base, revised), (revised, base)):
        comparison = _compared(*pair)
        assert [shift for change in comparison.changes for shift in change.verb_changes] == []
    stronger = [line.replace("Calls upon", "Urges") for line in revised]
    shifts = [s for change in _compared(base, stronger).changes for s in change.verb_changes]
    assert {shift.shift for shift in shifts if shift.change == "replaced"} == {"disputed"}


def test_a_verb_that_stands_elsewhere_may_have_another_ordering_word() -> None:
    ask = "requests the Warden to light the outer moles at dusk in {};"
    base = [f"Also {ask.format('storms')}", f"{_ONE};", f"R{ask.format('fog')[1:]}", _KEEP]
    comparison = _compared(base, [f"{_ONE};", f"R{ask.format('fog')[1:]}", _KEEP])
    assert [verb[3] for verb in _verbs(comparison)] == [4]


def test_six_words_behind_a_verb_are_enough() -> None:
    ask = "and requests the Warden to light old moles"
    base, revised = [f"{_ONE}, {ask};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {ask};", _KEEP]
    assert [verb[0] for verb in _verbs(_compared(base, revised))] == ["kept", "kept"]
