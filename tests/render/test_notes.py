"""What was carried over and what altered the force of a paragraph stand below it in every readable format."""

from __future__ import annotations

import json
from html import unescape

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.parse import parse
from resdiff.render.formats import render_subject
from tests.making import text_of

_RUN = "the lights of the outer moles and the bells of the inner harbours of all ports"
_ONE = "Welcomes the early spring of the salt marshes and the many nests of the reeds that follow"
_TWO = "Recalls that storms drove thirty boats ashore last winter, where crews showed their courage"
_ASK = "and requests the Warden to mend the old nets of the crews"
_RULE = "Decides that all ports {} light the moles of the bay at dusk and at dawn;"


def _comparison() -> Comparison:
    three = "Notes that the outer bells of the harbour were rung by crews all through the winter nights"
    four = "Thanks the pilots of the northern shore, who taught young sailors the knots of their fathers"
    base = [f"{_ONE}, {_RUN};", f"{_TWO};", f"{three}, {_ASK};", f"{four};", _RULE.format("shall")]
    revised = [f"{_ONE};", f"{_TWO}, {_RUN};", f"{three};", f"{four}, {_ASK};", _RULE.format("should")]
    return compare(parse(text_of(operative=base)), parse(text_of(operative=revised)))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_notes_stand_below_their_paragraph(form: str) -> None:
    shown = " ".join(unescape("".join(render_subject("comparison", form, [_comparison()]))).split())
    for note in (
        "carried over to OP2: 'the lights of the outer moles",
        "carried over from OP1: 'the lights of the outer moles",
        "'requests' went to OP4",
        "'requests' came from OP3",
        "modal: shall → should",
    ):
        assert note in shown.replace("\\", "")


def test_json_says_where_runs_and_verbs_went() -> None:
    document = json.loads("".join(render_subject("comparison", "json", [_comparison()])))
    one, two, three, four, five = document["changes"][-5:]
    assert [run["to"] for run in one["carried"]] == ["OP2"]
    assert [run["from"] for run in two["carried"]] == ["OP1"]
    assert [verb.get("to") for verb in three["verbs"]][-1] == "OP4"
    assert [verb.get("from") for verb in four["verbs"]][-1] == "OP3"
    assert five["signals"] == [{"kind": "modal", "base": "shall", "revised": "should", "standing": True}]
    assert five["asks"]["altered"][0]["aspects"] == ["what"]


def test_csv_has_a_column_of_signals() -> None:
    head, *rows = "".join(render_subject("comparison", "csv", [_comparison()])).splitlines()
    place = head.split(",").index("signals")
    assert rows[-1].split(",")[place] == "modal: shall > should"


def test_a_verb_that_became_another_one_went_nowhere() -> None:
    """A paragraph that became a point has the verb of the opening line of its list."""
    act = "light all moles of the inner and the outer bay at dusk and to pay the keepers in full"
    point = "(a) To map the reefs of the northern shore with the pilots and the masters of boats;"
    base = [f"Urges ports to {act};", "Calls upon ports:", point, "(b) To rest;"]
    revised = ["Calls upon ports:", f"(a) To {act};", point.replace("(a)", "(b)"), "(c) To rest;"]
    comparison = compare(parse(text_of(operative=base)), parse(text_of(operative=revised)))
    assert [
        (shift.change, shift.elsewhere)
        for change in comparison.changes
        for shift in change.verbs
        if shift.base and shift.base.phrase == "Urges"
    ] == [("replaced", "revised")]
    assert "went to" not in "".join(render_subject("comparison", "text", [comparison]))
