"""Words that are replaced by the same others throughout a text are said once."""

from __future__ import annotations

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.compare import Comparison
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.renamings import Renaming, Renamings
from resdiff.render.views.brief import brief_blocks
from tests.core.test_ask_changes import compared

_TASKS = ("mend the outer moles", "light the northern reef", "count the boats", "chart the sands of the bay")
_OLD, _NEW = "island authorities", "island Government"


def _texts(old: str, new: str, times: int, rest: tuple[str, ...] = ()) -> Comparison:
    """Two texts in which `times` paragraphs ask `old`, then `new`; `rest` stands in both."""
    base = [f"Urges the {old} to {task} before the storms of the winter begin;" for task in _TASKS[:times]]
    revised = [f"Urges the {new} to {task} before the storms of the winter begin;" for task in _TASKS[:times]]
    return compared([*base, *rest], [*revised, *rest])


def _names(comparison: Comparison) -> list[tuple[str, str, int]]:
    return [(item.base, item.revised, len(item.changes)) for item in comparison.renamings().items]


@pytest.mark.parametrize(("times", "wanted"), [(2, []), (3, [(_OLD, _NEW, 3)]), (4, [(_OLD, _NEW, 4)])])
def test_three_paragraphs_make_a_renaming(times: int, wanted: list[tuple[str, str, int]]) -> None:
    assert _names(_texts(_OLD, _NEW, times)) == wanted


@pytest.mark.parametrize(("standing", "is_renamed"), [(1, True), (2, False)])
def test_words_that_still_stand_elsewhere_are_not_renamed(standing: int, is_renamed: bool) -> None:
    rest = tuple(f"Notes the reports of the {_OLD} on year {k} of the survey;" for k in range(standing))
    assert bool(_names(_texts(_OLD, _NEW, 3, rest))) is is_renamed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("harbour of 12 boats", "harbour of 40 boats"),
        ("Warden, who shall act,", "Warden, who should act,"),
        ("Warden and the Board", "Warden and the Boards"),
        ("northern Board", "northern and southern Board"),
        ("equal and skilled keepers", "equal, skilled and safe keepers"),
        ("Warden, as appropriate,", "Warden, where possible,"),
    ],
)
def test_numbers_and_what_decides_the_sense_are_no_names(old: str, new: str) -> None:
    assert _names(_texts(old, new, 4)) == []


def test_a_verb_that_is_replaced_everywhere_is_no_name() -> None:
    base = [f"Requests the Warden to {task} before the storms begin;" for task in _TASKS]
    revised = [text.replace("Requests", "Urges") for text in base]
    assert _names(compared(base, revised)) == []


def test_a_name_has_the_words_that_stand_around_it_everywhere() -> None:
    comparison = _texts("transitional authorities of Belmora", "transitional cabinet of Belmora", 3)
    assert _names(comparison) == [
        ("transitional authorities of Belmora", "transitional cabinet of Belmora", 3)
    ]


def test_a_paragraph_that_says_nothing_else_is_routine_and_its_ask_goes_on() -> None:
    comparison = _texts(_OLD, _NEW, 3)
    assert [change.outcome for change in comparison.asks(every=False)] == ["carried on"] * 3
    first = comparison.asks(every=False)[0]
    assert first.base is not None
    assert first.base.addressee == f"the {_OLD}"  # as it was written
    assert [answer.weight.rules for answer in comparison.answers()[-3:]] == [("renamed",)] * 3


def test_what_changes_beside_a_name_is_said() -> None:
    base = [f"Urges the {_OLD} to {task} before the storms of winter begin;" for task in _TASKS]
    revised = [text.replace(_OLD, _NEW) for text in base]
    base.append(f"Urges ports to lend their tugs to the {_OLD} at dusk;")
    revised.append(f"Urges ports to lend their tugs and boats to the {_NEW} at dusk;")
    base.append(f"Notes the long survey of the reef by the {_OLD} and its charts;")
    revised.append(f"Notes the long survey of the reef by the {_NEW} and its many new charts of the sands;")
    revised[1] = revised[1].replace("northern reef", "northern reef and all of its bells")
    brief = brief_of(compared(base, revised))
    blocks = {block.title: block.lines for block in brief_blocks(brief)}
    assert [*blocks] == ["Altered", "Renamed", "Reworded"]
    assert [line.name for line in blocks["Altered"]] == ["OP2", "OP5"]
    (reworded,) = (section for section in brief.sections if section.name == "reworded")
    assert [hunk.gone for item in reworded.items for hunk in item.hunks] == [" charts"]
    for line in (*blocks["Altered"], *blocks["Reworded"]):
        assert not any("Government" in text for style, text in line.runs if style in ("added", "dropped"))
    (line,) = blocks["Renamed"]
    assert (line.name, len(line.changes)) == ("6 paragraphs", 6)
    assert "".join(text for _, text in line.runs) == f"{_OLD} → {_NEW}"


def test_owners_are_renamed_too_and_a_name_within_the_new_one_stays() -> None:
    item = Renaming(base="Board", revised="Board of the Harbour", changes=(0, 1, 2))
    renamings = Renamings([item], frozenset({("", "of the Harbour")}))
    assert renamings.renamed("the Board’s boats, the board") == (
        "the Board of the Harbour’s boats, the Board of the Harbour"
    )
    assert renamings.renamed("the Board of the Harbour") == "the Board of the Harbour"
    assert renamings.renamed("Boards and a Boarder") == "Boards and a Boarder"
    place = Hunk(gone="authorities’", come="Government’s", before="the ", after=" boats")
    assert Renamings([item], frozenset({("authorities", "Government")})).covers(place)
    assert not Renamings([item], frozenset({("authorities", "Government")})).covers(
        place._replace(come="Fund")
    )


def test_paragraphs_where_more_changes_beside_a_name_are_counted_too() -> None:
    base = [f"Urges the {_OLD} to {task} before the storms of the winter begin;" for task in _TASKS]
    revised = [text.replace(_OLD, _NEW) for text in base]
    revised[3] = revised[3].replace(f"the {_NEW} to", f"the {_NEW} and pilots of the bay to")
    assert _names(compared(base, revised)) == [(_OLD, _NEW, 4)]
    revised[3] = base[3].replace("island authorities to", "Highlands Governments of all bays to")
    assert _names(compared(base, revised)) == [(_OLD, _NEW, 3)]
    base[3] = base[3].replace("authorities", "subauthorities")
    revised[3] = base[3].replace("subauthorities", "Governmental services")
    assert _names(compared(base, revised)) == [(_OLD, _NEW, 3)]
