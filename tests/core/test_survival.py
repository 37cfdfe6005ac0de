"""How long paragraphs stand, and readings near to a phrase."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from resdiff.core.history import History, follow
from resdiff.core.history.near import nearest
from resdiff.core.history.phrases import standing, words_in
from resdiff.core.history.survival import survival_of, thread_ending, turnovers
from tests.making import OPERATIVE, made

_LAMPS = "Requests the keeper of the eastern lamps to report every spring on oil, wicks and glass;"
_BELLS = "Invites the bell founders of the outer islands to cast a new bell for every harbour;"


def _history(*dates: str | None) -> History:
    """Four versions: one paragraph comes and goes at once, one goes after two versions, four stay."""
    first, second = made(operative=(_LAMPS, *OPERATIVE)), made(operative=(_LAMPS, _BELLS, *OPERATIVE))
    texts = [first, second, made(operative=OPERATIVE), made(operative=OPERATIVE)]
    return follow(
        [replace(t, masthead=replace(t.masthead, date=d)) for t, d in zip(texts, dates, strict=True)]
    )


def test_a_version_tells_what_it_kept_and_changed() -> None:
    one, two, three = turnovers(_history(None, None, None, None))
    assert (one.added, one.dropped, one.edited, one.words_added, one.words_dropped) == (1, 0, 0, 16, 0)
    assert (two.added, two.dropped, two.words_added, two.words_dropped) == (0, 2, 0, 32)
    assert (three.kept, three.added, three.dropped, three.edited) == (two.kept, 0, 0, 0)


def test_lives_are_counted_as_kaplan_and_meier_do() -> None:
    history = _history("2031-01", "2032-01-01", "2033-01-01", "2034-01-01")
    count = len(history.threads)
    survival = survival_of(history)
    assert survival.curve == (
        (1, round(1 - 1 / count, 4)),
        (2, round((1 - 1 / count) * (1 - 1 / (count - 1)), 4)),
    )
    assert survival.half_life is survival.half_life_years is None
    assert sorted(str(thread_ending(history, thread)) for thread in history.threads if thread.last < 3) == [
        "dropped",
        "dropped",
    ]
    short = follow([made((), (_LAMPS, _BELLS)), made((), (_LAMPS, OPERATIVE[0])), made((), (OPERATIVE[0],))])
    assert survival_of(short).half_life == 2


def test_half_a_life_is_told_in_years_where_every_version_has_a_date() -> None:
    texts = [made((), (_LAMPS, _BELLS)), made((), (OPERATIVE[0], OPERATIVE[1]))]
    dated = [
        replace(t, masthead=replace(t.masthead, date=d))
        for t, d in zip(texts, ("2031-03-07", "2034-03"), strict=True)
    ]
    assert survival_of(follow(dated)).half_life_years == 3.0
    assert survival_of(follow([dated[0], texts[1]])).half_life_years is None


@pytest.mark.parametrize(
    ("phrase", "text", "results"),
    [
        (
            "keepers of the eastern lamps",
            "every keeper of eastern lamps shall report",
            "keeper of eastern lamps",
        ),
        (
            "keepers of the eastern lamps",
            "every keeper with the eastern lamps shall report",
            "keeper with the eastern lamps",
        ),
        ("keepers of the eastern lamps", "the western lamps and the keepers", None),
        ("report", "reports are due", "reports"),
        ("the", "of a", None),
    ],
)
def test_what_is_near_to_a_phrase(phrase: str, text: str, results: str | None) -> None:
    words = text.split()
    place = nearest(phrase.split(), words)
    assert (" ".join(words[place[0] : place[1]]) if place is not None else None) == results


def test_a_chinese_phrase_stands_within_a_sentence() -> None:
    words = words_in("武器禁运")
    assert standing(words, "包括旅行禁令、资产冻结和武器禁运在内", with_near=False) == "武器禁运"
    assert standing(words, "武器和禁运", with_near=False) is None
