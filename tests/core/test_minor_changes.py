"""Which places at which words change alter nothing: citations, dates, plurals, pronouns; and which do."""

from __future__ import annotations

import pytest

from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import is_minor_at


@pytest.mark.parametrize(
    ("gone", "come", "before", "after"),
    [
        ("2031", "2032", "of 3 May", "on"),
        ("3 May", "12 June", "of", "2031"),
        ("3 May 2031", "12 June 2032", "held on", "in"),
        ("5", "12", "from 3 to", "June 2031"),
        ("", "2334 (2016)", "its resolutions 2231 (2015) and", "on lamps"),
        ("3", "4", "its resolutions 2 and", ""),
        ("12/4", "13/5", "recalling", ""),
        ("policy", "policies", "its", ""),
        ("", "at its tenth session", "the report that was submitted to the Council", "on lamps"),
        ("measure", "measures", "its", ""),
        ("his", "his or her", "in", "report"),
    ],
)
def test_what_alters_nothing(gone: str, come: str, before: str, after: str) -> None:
    assert is_minor_at(Hunk(gone, come, before, after))


@pytest.mark.parametrize(
    ("gone", "come", "before", "after"),
    [
        ("2000", "3000", "shall have", "boats"),
        ("40", "50", "from 3 to", "June"),
        ("5", "12", "from 3 to", "lamps"),
        ("", "and the Council of Ports in 2033", "the Warden", "to report"),
        ("", "by the Harbour of Norland in 2030", "the attack", ""),
        ("", "or", "the Warden", "the Fund"),
        ("at its seventy-seventh session", "", "of the matter", "under"),
        ("by 2030", "", "lamps", ""),
        ("20", "30", "the plan of", "boats"),
    ],
)
def test_what_alters_something(gone: str, come: str, before: str, after: str) -> None:
    assert not is_minor_at(Hunk(gone, come, before, after))
