"""What a brief shows first among reworded paragraphs, where new thoughts stood, and which citations went."""

from __future__ import annotations

import pytest

from resdiff.core.brief import Brief, brief_of
from resdiff.core.compare import compare
from resdiff.core.watch import NOTHING_WATCHED
from resdiff.render.terminal.brief import brief_text
from resdiff.render.views.brief_ranks import rank_of
from tests.making import made


def _brief(base: list[str], revised: list[str]) -> Brief:
    return brief_of(compare(made(preamble=base), made(preamble=revised)), NOTHING_WATCHED)


def _text(base: list[str], revised: list[str]) -> str:
    return " ".join("".join(brief_text(_brief(base, revised), width=200)).split())


@pytest.mark.parametrize(
    ("old", "new", "is_first"),
    [
        ("increase", "decrease", True),
        ("decreases", "increases", True),
        ("improvement", "deterioration", True),
        ("progress", "lack", True),
        ("progress", "setbacks", True),
        ("success", "failure", True),
        ("satisfaction", "concern", True),
        ("increase", "change", False),
        ("increase", "increase and decrease", False),
        (
            "great and wide and swift and lasting increase",
            "small and slow and brief and local decrease",
            True,
        ),
        (
            "great, wide, swift, lasting and sure increase",
            "small, slow, brief, local and late decrease",
            False,
        ),
    ],
)
def test_a_finding_that_says_the_opposite_comes_first(old: str, new: str, is_first: bool) -> None:
    finding = "Noting the overall {} in the number of lamps that were lit on the outer moles at dusk,"
    brief = _brief([finding.format(old)], [finding.format(new)])
    (item,) = next(one.items for one in brief.sections if one.name == "reworded")
    assert bool(rank_of(brief, "reworded", item)[0]) is is_first


def test_a_thought_that_is_new_may_have_the_words_of_an_old_one() -> None:
    survey = "the survey of the northern moles, of the outer reefs and of all harbour lamps of the coast"
    rest = "the storms that broke the piers of the old town, the pay of its keepers and the oil of its tugs"
    more = "the charts of the bay, the boats of its pilots, the schools of fishers and the nets of the fleet"
    base = [f"Recalling {rest}, {more}, {rest.replace('old', 'new')}, and {survey},", "Noting fog,"]
    assert "(most of its words: was PP1)" in _text(base, ["Noting fog,", f"Recalling further {survey},"])


def test_of_many_documents_in_whose_place_one_stands_all_are_gone() -> None:
    lamps = "on the lamps of the northern coast,"
    new = [f"Recalling its resolution 79/248 {lamps}"]
    assert "− A/RES/54/248" in _text([f"Recalling its resolutions 54/248, 55/222 and 56/242 {lamps}"], new)
    assert "− A/RES/54/248" not in _text([f"Recalling its resolution 54/248 {lamps}"], new)
