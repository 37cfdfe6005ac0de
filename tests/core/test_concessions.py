"""What became of a draft's proposals."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.history.concessions import DraftOutcome, concessions, outcome_of
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.terminal.draft_outcomes import draft_outcome_text
from resdiff.render.views.draft_outcomes import concession_rows, tally_words
from tests.making import OPERATIVE, made, text_of

_LAMP = "Invites the keepers of the northern lights to log every lamp that fails during a storm;"
_TIDE = "Requests the harbour masters to publish the tables of the spring tides each quarter;"
_FOG = "Recommends that pilots carry a bell and a horn whenever fog is foretold on the estuary;"


def _outcomes(base: Resolution, draft: Resolution, adopted: Resolution) -> list[tuple[str | None, str]]:
    results = concessions(compare(base, draft), compare(draft, adopted), compare(base, adopted))
    return [(known.proposal, known.outcome) for known in results]


def test_a_proposal_is_kept_dropped_softened_or_back() -> None:
    base = made()
    draft = made(
        operative=(OPERATIVE[0].replace("Calls upon", "Urges"), *OPERATIVE[1:3], _LAMP, _TIDE, OPERATIVE[3])
    )
    assert _outcomes(base, draft, draft) == [("edited", "kept"), ("added", "kept"), ("added", "kept")]
    assert _outcomes(base, draft, base) == [("edited", "back"), ("added", "dropped"), ("added", "dropped")]
    softer = made(
        operative=(
            OPERATIVE[0],
            *OPERATIVE[1:3],
            _LAMP,
            _TIDE.replace("Requests", "Invites"),
            _FOG,
            OPERATIVE[3],
        )
    )
    assert _outcomes(base, draft, softer) == [
        ("edited", "back"),
        ("added", "kept"),
        ("added", "softened"),
        (None, "new"),
    ]


def test_what_a_draft_would_drop_is_kept_out_or_back() -> None:
    base, draft = made(operative=(*OPERATIVE[:2], _FOG, *OPERATIVE[2:])), made()
    assert _outcomes(base, draft, draft) == [("dropped", "kept")]
    assert _outcomes(base, draft, base) == [("dropped", "back")]


def test_what_adoption_does_beyond_the_draft_is_new() -> None:
    base = made(operative=(*OPERATIVE[:2], _FOG, *OPERATIVE[2:]))
    adopted = made(operative=(OPERATIVE[0], OPERATIVE[1].replace("nine", "eleven"), *OPERATIVE[2:]))
    results = concessions(compare(base, base), compare(base, adopted), compare(base, adopted))
    assert [(k.proposal, k.outcome, k.at_adoption) for k in results] == [
        (None, "new", "edited"),
        (None, "new", "dropped"),
    ]
    assert results[0].base == results[0].draft != ()
    assert results[1].adopted == ()


def test_a_dropped_paragraph_is_back_or_changed_or_gone_by_what_was_adopted() -> None:
    base, draft = made(operative=(*OPERATIVE[:2], _FOG, *OPERATIVE[2:])), made()
    changed = made(operative=(*OPERATIVE[:2], _FOG.replace("a bell and a horn", "a drum"), *OPERATIVE[2:]))
    assert _outcomes(base, draft, changed) == [("dropped", "changed")]
    replaced = made(operative=(*OPERATIVE[:2], _FOG.replace("a horn", "a drum"), _TIDE, *OPERATIVE[2:]))
    assert _outcomes(base, replaced, replaced) == [("edited", "kept"), ("added", "kept")]


def test_a_paragraph_that_adoption_cuts_in_two_is_kept_and_its_words_elsewhere_are_not_lost() -> None:
    base = made()
    long = (
        f"{_LAMP.rstrip(';')}, and calls upon the harbour masters to publish the tables of the spring tides;"
    )
    draft = made(operative=(*OPERATIVE[:2], long, *OPERATIVE[2:]))
    merged = made(
        operative=(
            OPERATIVE[0],
            OPERATIVE[1].rstrip(";") + ", and " + _LAMP[0].lower() + _LAMP[1:],
            *OPERATIVE[2:],
        )
    )
    apart = made(operative=(*OPERATIVE[:2], _LAMP, *OPERATIVE[2:]))
    assert ("added", "dropped") not in _outcomes(base, apart, merged)
    assert _outcomes(base, draft, base) == [("added", "dropped")]


def test_commas_and_capitals_are_no_proposal_and_no_outcome() -> None:
    base = made()
    form = made(operative=(OPERATIVE[0].replace(" the ", " The ", 1), *OPERATIVE[1:]))
    draft = made(operative=(*OPERATIVE[:2], _LAMP, *OPERATIVE[2:]))
    adopted = made(
        operative=(
            *OPERATIVE[:2],
            _LAMP.replace("northern", "Northern").replace("lamp that", "lamp, that"),
            *OPERATIVE[2:],
        )
    )
    assert any(change.counts for change in compare(base, form).changes)
    assert _outcomes(base, form, base) == _outcomes(base, base, form) == []
    assert _outcomes(base, draft, adopted) == [("added", "kept")]
    changed = made(operative=(OPERATIVE[0], OPERATIVE[1].replace("nine", "eleven"), *OPERATIVE[2:]))
    back = made(operative=(OPERATIVE[0], OPERATIVE[1].replace("nine", "Nine"), *OPERATIVE[2:]))
    assert _outcomes(base, changed, back) == [("edited", "back")]


def test_a_draft_that_proposes_nothing_has_no_outcome() -> None:
    assert _outcomes(made(), made(), made()) == []


def test_what_a_draft_changes_beside_words_has_an_outcome_too() -> None:
    base, moved = made(), made(operative=(OPERATIVE[1], OPERATIVE[0], *OPERATIVE[2:]))

    def titled(text: Resolution, title: str) -> Resolution:
        return replace(text, masthead=replace(text.masthead, title=title))

    draft = titled(moved, "Lights of the reef")
    for adopted, expected in (
        (draft, {"title": {"kept": 1}, "move": {"kept": 1}}),
        (titled(base, "Lights"), {"title": {"back": 1}, "move": {"back": 1}}),
        (titled(moved, "Lights of the mole"), {"title": {"changed": 1}, "move": {"kept": 1}}),
    ):
        outcome = outcome_of(*(compare(*pair) for pair in _pairs(titled(base, "Lights"), draft, adopted)))
        assert _beside(outcome) == expected
        assert tally_words(outcome).startswith("the draft proposed no words of a paragraph; title: 1 ")


def test_what_became_of_a_footnote_is_known_where_its_paragraph_has_another_number() -> None:
    def noted(note: str, *more: str) -> Resolution:
        paragraphs = (*more, OPERATIVE[0].replace("Fund;", "Fund;1"), *OPERATIVE[1:])
        return parse(text_of(operative=paragraphs) + f"\n____________\n1 {note}\n")

    base, draft = noted("LA/12/31, annex."), noted("LA/12/32, annex.")
    for adopted, outcome in (
        (noted("LA/12/31, annex.", _LAMP), "back"),
        (noted("LA/12/32, annex.", _LAMP), "kept"),
    ):
        became = outcome_of(*(compare(*pair) for pair in _pairs(base, draft, adopted)))
        assert _beside(became) == {"footnote": {outcome: 1}}


def _beside(outcome: DraftOutcome) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for change in outcome.beside():
        of_kind = counts.setdefault(change.kind, {})
        of_kind[change.outcome] = of_kind.get(change.outcome, 0) + 1
    return counts


def _noted(notes: Sequence[str], *operative: str) -> Resolution:
    """A text of which the first paragraphs have a footnote each."""
    own = operative or OPERATIVE
    marked = [f"{line[:-1]};{k + 1}" if k < len(notes) else line for k, line in enumerate(own)]
    foot = "\n".join(f"{k + 1} {note}\n" for k, note in enumerate(notes))
    return parse(text_of(operative=marked) + f"\n____________\n{foot}")


@pytest.mark.parametrize(
    ("base", "draft", "adopted", "outcomes"),
    [
        (["LA/1."], ["LA/1.", "LA/2."], ["LA/1."], {"dropped": 1}),
        (["LA/1."], ["LA/1.", "LA/2."], ["LA/1.", "LA/3."], {"changed": 1}),
        (["LA/1."], ["LA/1.", "LA/2."], ["LA/4.", "LA/2."], {"new": 1, "kept": 1}),
        (["LA/1."], ["LA/2."], ["LA/1."], {"back": 1}),
        (["LA/1."], ["LA/2."], [], {"not known": 1}),
    ],
)
def test_each_footnote_has_its_outcome(
    base: list[str], draft: list[str], adopted: list[str], outcomes: dict[str, int]
) -> None:
    texts = _pairs(_noted(base), _noted(draft), _noted(adopted))
    outcome = outcome_of(*(compare(*pair) for pair in texts))
    assert _beside(outcome) == {"footnote": outcomes}
    assert outcome.is_as_proposed == (not outcomes.keys() - {"kept", "not known"})
    shown = "".join(draft_outcome_text(outcome, 80, False))
    words = "changed at adoption alone" if "new" in outcomes else next(iter(outcomes))
    assert f"footnote {words} (" in " ".join(shown.split())
    rows = list(concession_rows(outcome))
    assert {row["proposal"] or row["at_adoption"] for row in rows} == {"footnote"}
    assert [row["outcome"] for row in rows if row["at_adoption"]] == ["new"] * outcomes.get("new", 0)
    assert tally_words(outcome).endswith(
        "1 new at adoption" if "new" in outcomes else "nothing new at adoption"
    )


def test_what_adoption_alone_changed_is_listed_and_what_was_lost_stands_first() -> None:
    moved = (OPERATIVE[1], OPERATIVE[0], *OPERATIVE[2:])
    draft = _noted(["LA/1.", "LA/2."])
    outcome = outcome_of(*(compare(*p) for p in _pairs(_noted(["LA/9."]), draft, _noted(["LA/1."], *moved))))
    assert [(change.kind, change.outcome) for change in outcome.beside()] == [
        ("footnote", "dropped"),
        ("move", "new"),
        ("footnote", "kept"),
    ]
    (move,) = [change for change in outcome.beside() if change.kind == "move"]
    assert move.outcome == "new"
    assert move.ids[0] == ""
    assert not outcome.is_as_proposed


def _pairs(base: Resolution, draft: Resolution, adopted: Resolution) -> list[tuple[Resolution, Resolution]]:
    return [(base, draft), (draft, adopted), (base, adopted)]
