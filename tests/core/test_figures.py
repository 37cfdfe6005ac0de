"""Numbers of four figures: years move with the texts, amounts do not."""

from __future__ import annotations

import pytest

from resdiff.core.compare import compare
from resdiff.core.figures import is_year_at
from resdiff.core.parse import parse
from tests.making import text_of

_BEFORE = "in by since until before after during from for the its their this that year"


@pytest.mark.parametrize(
    ("text", "is_year"),
    [
        ("deploy 2000 troops along the coast", False),
        ("deploy 2000 military personnel", False),
        ("a force of 1999 police", False),
        ("the 2021 commitments of the ports", True),
        ("by 2030 countries will have", True),
        ("since 2011 sanctions have", True),
        ("Agenda 2030 calls for", True),
        ("in the year 2034,", True),
        ("the period 2030–2034 shows", True),
        ("some 2400 boats", False),
        *((f"{word} 2021 commitments", True) for word in _BEFORE.split()),
        *((f"it was {word} 2021 commitments", True) for word in _BEFORE.split()),
        ("Montevideo 2021 commitments", True),
        ("montevideo 2021 commitments", False),
    ],
)
def test_what_counts_is_no_year(text: str, is_year: bool) -> None:
    start = next(k for k, sign in enumerate(text) if sign.isdigit())
    start = text.index("2034") if "2034" in text else start
    assert is_year_at(text, start, start + 4) == is_year


@pytest.mark.parametrize(("old", "new"), [("2000", "2100"), ("2,000", "2,100"), ("1999", "2099")])
def test_another_amount_of_four_figures_matters(old: str, new: str) -> None:
    base, revised = (
        parse(text_of(operative=(f"Authorizes the Harbour Mission to deploy {figure} troops on the coast.",)))
        for figure in (old, new)
    )
    comparison = compare(base, revised)
    change = next(one for one in comparison.changes if one.kind == "edited")
    assert "roll-over" not in change.reasons
    assert comparison.only("amount").changes == (change,)
    assert comparison.only("matters").changes == (change,)
