"""The laws of threads and of the origins of words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.errors import UsageError
from resdiff.core.history import History, HistoryBuilder, follow, runs_of, shifts_at
from resdiff.core.parse import parse
from tests.making import OPERATIVE, PREAMBLE, made, resolutions, revisions

_TIDE = (
    "Invites the harbour masters to publish the tables of the spring tides on the first day of each quarter;"
)


def _assert_laws(history: History) -> None:
    for version, (text, origins) in enumerate(zip(history.versions, history.origins, strict=True)):
        for paragraph, known in zip(text.paragraphs, origins, strict=True):
            runs = runs_of(paragraph.text, known)
            assert "".join(piece for piece, _ in runs) == paragraph.text
            assert all(0 <= origin <= version for origin in known)
        standing = Counter(
            place.paragraph
            for thread in history.threads
            for place in thread.places
            if place.version == version
        )
        assert standing == Counter(range(len(text.paragraphs)))
    for thread in history.threads:
        versions = [place.version for place in thread.places]
        assert versions == sorted(set(versions))


@given(st.lists(revisions(), min_size=1, max_size=3), resolutions())
def test_pieces_rebuild_every_reading_and_every_paragraph_stands_in_one_thread(
    pairs: list[tuple[str, str]], last: str
) -> None:
    texts = [parse(text) for pair in pairs for text in pair]
    history = follow([*texts, parse(last), texts[0]])
    _assert_laws(history)
    assert history == follow([*texts, parse(last), texts[0]], lambda k: history.comparisons[k - 1])


@given(revisions())
def test_a_further_version_changes_nothing_of_those_before(pair: tuple[str, str]) -> None:
    one, two = map(parse, pair)
    short, long = follow([one, two]), follow([one, two, one])
    assert long.origins[:2] == short.origins
    assert [tuple(p for p in t.places if p.version < 2) for t in long.threads if t.first < 2] == [
        t.places for t in short.threads
    ]


@given(st.lists(revisions(), min_size=1, max_size=2), resolutions(), st.integers(2, 5))
def test_one_by_one_or_at_once_makes_no_difference(
    pairs: list[tuple[str, str]], last: str, known: int
) -> None:
    texts = [parse(text) for pair in [*pairs, (last, pairs[0][0])] for text in pair]
    whole = follow(texts)
    assert follow(texts, steps=follow(texts[:known]).steps) == whole
    following = HistoryBuilder(texts[0])
    for end, text in enumerate(texts[1:], start=2):
        following.take_in(text)
        assert following.history() == follow(texts[:end])


def test_a_word_keeps_its_version_through_edit_move_and_renumbering() -> None:
    second = made(
        operative=(
            OPERATIVE[0],
            OPERATIVE[2],
            OPERATIVE[1].replace("nine trustees", "eleven trustees"),
            OPERATIVE[3],
        )
    )
    history = follow([made(), second, second])
    (board,) = (k for k, p in enumerate(second.paragraphs) if "trustees" in p.text)
    runs = runs_of(second.paragraphs[board].text, history.origins[2][board])
    assert [(piece.strip(), origin) for piece, origin in runs if origin] == [("eleven", 1)]
    assert history.shares() == {0: sum(len(p.text.split()) for p in second.paragraphs) - 1, 1: 1}


def test_what_was_dropped_and_comes_back_is_the_same_thread_with_its_old_words() -> None:
    full, without = made(operative=(*OPERATIVE[:2], _TIDE, *OPERATIVE[2:])), made()
    back = made(operative=(*OPERATIVE[:2], _TIDE.replace("first day", "second day"), *OPERATIVE[2:]))
    history = follow([full, without, back])
    (thread,) = (t for t in history.threads if t.first == 0 and t.at(1) is None)
    assert [(place.version, place.fate) for place in thread.places] == [(0, "first"), (2, "reintroduced")]
    runs = runs_of(
        back.paragraphs[thread.places[1].paragraph].text, history.origins[2][thread.places[1].paragraph]
    )
    assert [origin for piece, origin in runs if "harbour masters" in piece or "quarter" in piece] == [0, 0]


def test_a_phrase_taken_over_from_another_paragraph_is_as_old_as_it_is_there() -> None:
    phrase = "seeds, sluice designs and survey data"
    later = made(
        operative=(OPERATIVE[0].replace(";", f", and to share seeds, {phrase[7:]};"), *OPERATIVE[1:])
    )
    history = follow([made(), later])
    first = next(k for k, p in enumerate(later.paragraphs) if p.part == "operative")
    runs = runs_of(later.paragraphs[first].text, history.origins[1][first])
    assert [(piece.strip(), origin) for piece, origin in runs] == [
        ("Calls upon all members to contribute to the Fund,", 0),
        ("and", 1),
        (f"to share {phrase};", 0),
    ]


def test_a_split_branches_a_merge_joins() -> None:
    joined = (
        "Requests the keeper to light the harbour lamp at dusk, and calls upon every pilot to report the"
        " state of the sea at dawn;"
    )
    parts = (
        "Requests the keeper to light the harbour lamp at dusk;",
        "Calls upon every pilot to report the state of the sea at dawn;",
    )
    whole, apart = made(operative=(joined, *OPERATIVE[1:])), made(operative=(*parts, *OPERATIVE[1:]))
    history = follow([whole, apart, whole, apart])
    trunk = next(
        t for t in history.threads if t.first == 0 and whole.paragraphs[t.places[0].paragraph].text == joined
    )
    (branch,) = (t for t in history.threads if t.first == 1)
    assert [place.fate for place in trunk.places] == ["first", "split", "merged", "split"]
    assert (branch.branched_from, branch.joined_to, branch.last) == (trunk.number, None, 3)
    (ended,) = (t for t in follow([whole, apart, whole]).threads if t.first == 1)
    assert (ended.joined_to, ended.last) == (trunk.number, 1)


def test_verbs_that_shift_are_told_where_they_do() -> None:
    history = follow(
        [made(), made(operative=(*OPERATIVE[:2], OPERATIVE[2].replace("Encourages", "Urges"), OPERATIVE[3]))]
    )
    assert [s.shift for t in history.threads for p in t.places for s in shifts_at(history, p)] == [
        "strengthened"
    ]


def test_what_is_no_lineage_is_refused_or_told() -> None:
    with pytest.raises(UsageError, match="two versions"):
        follow([made()])
    french = parse(
        "L'Assemblée générale,\n\nRappelant sa résolution 9/14 sur les ports de la côte,\n\n1. Demande aux"
        " États de garder les phares;\n"
    )
    assert french.language == "fr"
    with pytest.raises(UsageError, match="different languages"):
        follow([made(), french])
    other = made(
        ("Guided by the stars and by old charts of the northern coast,",),
        ("Appoints Mira Tolland keeper of the great clock.",),
    )
    assert any("hardly a paragraph in common" in reported for reported in follow([made(), other]).warnings)
    assert follow([made(), made(PREAMBLE[:2])]).warnings == ()
