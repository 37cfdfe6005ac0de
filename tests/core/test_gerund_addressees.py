"""Acts that are called for by their nouns, which name nobody who is asked."""

from __future__ import annotations

import pytest

from resdiff.workspace.reading import asks_in
from tests.making import made


@pytest.mark.parametrize(
    ("paragraph", "addressee"),
    [
        ("Calls for closing the gap in access to lamps;", None),
        ("Recommends assisting fishing ports in mending lamps;", None),
        ("Calls for ensuring an even supply of oil to all ports;", None),
        ("Encourages participating ports to mend lamps;", "participating ports"),
        ("Urges the remaining ports to mend lamps;", "the remaining ports"),
        ("Urges existing funding agencies to mend lamps;", "existing funding agencies"),
        ("Urges participating training institutes to mend lamps;", "participating training institutes"),
        ("Urges neighbouring shipping companies to mend lamps;", "neighbouring shipping companies"),
        ("Recommends assisting developing ports in mending lamps;", None),
    ],
)
def test_an_act_is_nobody_who_is_asked(paragraph: str, addressee: str | None) -> None:
    (ask,) = asks_in(made(operative=[paragraph])) or ()
    assert ask.addressee == addressee
