"""Links by hand are kept with time and author, honoured by every comparison of the two versions, and shown as
such.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resdiff.core.compare import Change, CompareOptions
from resdiff.store.judgements import all_judgements
from resdiff.store.repository import Store
from resdiff.workspace.comparing import compare_texts, make_options
from resdiff.workspace.editing import decide
from tests.cli.running import assert_trouble
from tests.store.content import run


def _change(place: Path, base: str, revised: str, one: str, options: CompareOptions | None = None) -> Change:
    """What became of a base paragraph, by its id."""
    comparison = compare_texts(base, revised, options, store=str(place))
    k = next(k for k, p in enumerate(comparison.base.paragraphs) if p.id == one)
    return next(c for c in comparison.changes if k in c.base)


def test_a_link_is_kept_with_time_and_author_and_honoured_both_ways(filled: Store, place: Path) -> None:
    assert (
        run(place, "link", "marshes@12/9:OP1", "marshes@13/4:OP2", "--by", "a delegate").out
        == "marshes@12/9:OP1 is linked with marshes@13/4:OP2\n"
    )
    (known,) = all_judgements(filled)
    assert (known.decision, known.author, known.timestamp[:2]) == ("link", "a delegate", "20")
    for options in (
        None,
        make_options(settings=["align.place=0.9"]),
        make_options(settings=["words.fold=0"]),
    ):
        change = _change(place, "marshes@12/9", "marshes@13/4", "OP1", options)
        assert change.by_hand
        assert change.kind == "edited"
    assert _change(place, "marshes@13/4", "marshes@12/9", "OP2").by_hand
    assert "edited, renumbered, by hand" in run(place, "compare", "marshes").out
    rows = json.loads(run(place, "compare", "marshes", "-f", "json", "-q").out)["changes"]
    assert [row["revised"] for row in rows if row["by_hand"]] == [["OP2"]]
    assert filled.rows("SELECT revised_paragraphs FROM changes WHERE by_hand") == [("OP2",)]


def test_a_later_decision_takes_the_place_of_an_earlier_one(filled: Store, place: Path) -> None:
    pair = ("marshes@12/9:OP2", "marshes@13/4:OP2")
    usual = _change(place, "marshes@12/9", "marshes@13/4", "OP2")
    assert run(place, "unlink", *pair).out.endswith(" is unlinked from marshes@13/4:OP2\n")
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP2").kind == "dropped"
    assert run(place, "link", *reversed(pair)).status == 0
    assert len(all_judgements(filled)) == 1
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP2").by_hand
    assert "already" in run(place, "link", *pair).out
    assert run(place, "link", *pair, "--forget").status == 0
    assert all_judgements(filled) == ()
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP2") == usual
    assert "there is no decision" in run(place, "unlink", *pair, "--forget").out


@pytest.mark.parametrize(
    ("pair", "word"),
    [
        (("marshes@12/9:OP99", "marshes@13/4:OP1"), "has no paragraph 'OP99'"),
        (("marshes@12/9", "marshes@13/4:OP1"), "is not a paragraph"),
        (("marshes@12/9:OP1", "marshes@12/9:OP2"), "of one text"),
        (("marsh@12/9:OP1", "marshes@12/9:OP2"), "did you mean 'marshes'"),
        (("marshes@12/9:OP1", "marshes@13/4:OP4"), "OP1 and OP4 are linked with other paragraphs"),
    ],
)
def test_a_link_that_cannot_be_is_refused(
    filled: Store, place: Path, pair: tuple[str, str], word: str
) -> None:
    for one, two in (("OP1", "OP2"), ("OP1", "OP3"), ("OP5", "OP4"), ("OP6", "OP4")):
        assert decide(f"marshes@12/9:{one}", f"marshes@13/4:{two}", "link", None, filled)
    assert_trouble(run(place, "link", *pair), word)
    assert len(all_judgements(filled)) == 4
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP1").kind == "split"
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP5").kind == "merged"


def test_a_decision_follows_its_paragraph_where_a_new_parser_calls_it_otherwise(
    filled: Store, place: Path
) -> None:
    run(place, "link", "marshes@12/9:OP1", "marshes@13/4:OP2")
    with filled.writing():
        filled.run("UPDATE judgement SET base_paragraph = 'OP77'")
        filled.run("DELETE FROM comparison")
    assert _change(place, "marshes@12/9", "marshes@13/4", "OP1").by_hand
    with filled.writing():
        filled.run("UPDATE judgement SET base_reading = revised_reading")
        filled.run("DELETE FROM comparison")
    comparison = compare_texts("marshes@12/9", "marshes@13/4", store=str(place))
    assert any("fits no paragraph any more" in warning for warning in comparison.warnings)
    assert not any(change.by_hand for change in comparison.changes)


def test_pairs_that_nobody_decided_are_not_shown_as_by_hand(filled: Store, place: Path) -> None:
    before = compare_texts("marshes@12/9", "marshes@13/4", store=str(place))
    assert run(place, "unlink", "marshes@12/9:OP4", "marshes@13/4:OP6").status == 0
    after = compare_texts("marshes@12/9", "marshes@13/4", store=str(place))
    assert after.changes == before.changes
