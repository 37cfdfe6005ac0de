"""What order and likeness leave: grown paragraphs, lists, other parts, parts of splits, formulas."""

from __future__ import annotations

import pytest

from resdiff.core.compare import Comparison, Judgements, compare
from resdiff.core.parse import parse
from tests.making import text_of

_KEEP = "Decides to remain seized of the matter."
_TAIL = (
    "in particular decision 4/12, by which it set up the board of pilots and told it to gather proof of every"
    " breach of the Compact, to hold open days in each of the ports of the bay, and to print a yearly account"
    " of the state of the lights, the moles, the bells and the lives of those who keep them"
)


def _links(base: list[str], revised: list[str], tails: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
    comparison = _compared(base, revised, tails)
    one, two = comparison.base.paragraphs, comparison.revised.paragraphs
    return [
        ("+".join(one[i].id for i in change.base), "+".join(two[j].id for j in change.revised))
        for change in comparison.changes
        if not (change.base and change.base == change.revised and change.kind == "unchanged")
    ]


def _compared(base: list[str], revised: list[str], tails: tuple[str, str] = ("", "")) -> Comparison:
    one, two = (parse(text_of(operative=o, tail=t)) for o, t in zip((base, revised), tails, strict=True))
    return compare(one, two)


_SHORT = "Recalls all its decisions on the upkeep of the lights and the rest of their keepers"


@pytest.mark.parametrize(
    ("base", "revised", "linked"),
    [
        (f"{_SHORT};", f"{_SHORT}, {_TAIL};", True),
        (_KEEP, f"{_KEEP[:-1]}, {_TAIL}.", True),  # six words and more from the start
        ("Notes the lights.", f"Notes the lights, {_TAIL}.", False),
        (
            f"{_SHORT};",
            f"Laments all its decisions on the upkeep of the lights and the rest of their keepers, {_TAIL};",
            True,  # nothing else stands there
        ),
        (
            f"{_SHORT};",
            f"Laments all its plans on the upkeep of the lights and the rest of their keepers, {_TAIL};",
            False,
        ),
        (
            f"{_SHORT};",
            f"Recalls all its rules and the upkeep of the lights and the rest of their keepers, {_TAIL};",
            True,
        ),
        (f"{_SHORT};", f"Recalls the rest of the keepers of the lights, {_TAIL};", False),
    ],
)
def test_a_paragraph_that_grew_at_its_place_is_edited(base: str, revised: str, linked: bool) -> None:
    expected = [("OP1", "OP1")] if linked else [("OP1", ""), ("", "OP1")]
    assert sorted(_links([base], [revised])) == sorted(expected)
    assert sorted(_links([revised], [base])) == sorted(expected)


def test_beside_others_a_paragraph_that_grew_opens_alike_and_has_nearly_all_words() -> None:
    other = "Urges pilots to count the boats and the bells of every harbour twice a year;"
    for opening, middle, is_linked in (
        ("Laments", "all its decisions on", False),
        ("Recalls", "all its rules and the", False),
        ("Recalls", "all its decisions on", True),
    ):
        grown = f"{opening} {middle} the upkeep of the lights and the rest of their keepers, {_TAIL};"
        assert (("OP1", "OP2") in _links([f"{_SHORT};"], [other, grown])) == is_linked


def test_a_paragraph_is_alone_where_both_its_neighbours_correspond() -> None:
    grown = f"Recalls all its rules and the upkeep of the lights and the rest of their keepers, {_TAIL};"
    new = "Urges pilots to count the boats and the bells of every harbour twice a year;"
    for before, after in (([new], []), ([], [new])):
        links = _links([f"{_SHORT};", _KEEP], [*before, grown, *after, _KEEP])
        assert "OP1" not in {one for one, two in links if two}
    assert ("OP1", "OP1") in _links([f"{_SHORT};", _KEEP], [grown, _KEEP])


def test_the_first_paragraph_of_a_text_has_no_neighbour_before_it() -> None:
    one, two = (
        parse(text_of(preamble=[f"{start},", "Noting the tide,"], operative=[_KEEP]))
        for start in (
            "Recalling all its decisions on the upkeep of the lights and the rest of their keepers",
            f"Recalling all its rules and the upkeep of the lights and the rest of their keepers, {_TAIL}",
        )
    )
    assert all(change.base and change.revised for change in compare(one, two).changes)


def test_alone_a_paragraph_of_six_words_may_have_grown() -> None:
    short, grown = "Recalls the rules of the harbour;", f"Recalls the old rules of the harbour, {_TAIL};"
    new = "Urges pilots to count the boats and the bells of every harbour twice a year;"
    assert _links([short, _KEEP], [grown, _KEEP]) == [("OP1", "OP1")]
    assert ("OP1", "OP1") not in _links([short, _KEEP], [grown, new, _KEEP])


def test_what_weighs_most_stands_in_a_paragraph_that_grew_alone() -> None:
    line = "Recalls its call to ports to send the names of all keepers of {} in the bay at dusk;"
    around = [line.format(name) for name in ("bells", "moles", "nets", "boats")]
    grown = line.replace(";", f", {_TAIL};")
    for one, two, is_linked in (("eels", "eels and whales", True), ("eels cod crabs", "whales", False)):
        base, revised = ([*around[:2], text, *around[2:]] for text in (line.format(one), grown.format(two)))
        assert (("OP3", "OP3") in _links(base, revised)) == is_linked


def test_an_item_that_became_a_sub_item_is_the_same() -> None:
    item = "Decides to include in the agenda of its {} session {} entitled “Lights of the coast”;"
    one = item.format("tenth", "an item")
    two = item.format("eleventh", "under the item entitled “Seas and shores”, the sub\u2011item")
    assert _links([one, _KEEP], [two, _KEEP]) == [("OP1", "OP1")]


def test_a_formula_about_something_else_does_not_grow() -> None:
    report = "Requests the Warden to submit to the Council at its tenth session a report on {}"
    base, revised = report.format("eels"), report.format("the whales of the northern sea, ") + _TAIL
    new = "Urges pilots to count the boats of every harbour;"
    assert _links([f"{base};", _KEEP], [new, f"{revised};", _KEEP]) == [
        ("OP1", ""),
        ("", "OP1"),
        ("", "OP2"),
        ("OP2", "OP3"),
    ]


@pytest.mark.parametrize(
    ("formula", "one", "two"),
    [
        ("Decides to include in the agenda of its ninth session the item entitled “{}”;", "Lights", "Storms"),
        (
            "Decides to include in its agenda, under the item entitled “Sea”, the sub-item entitled “{}”;",
            "A",
            "B",
        ),
        (
            "Decides to extend the mandate of the Expert on {} for a period of three years;",
            "lights",
            "whales",
        ),
    ],
)
def test_formulas_about_other_things_stay_apart(formula: str, one: str, two: str) -> None:
    same_item = "under the item" in formula
    expected = [("OP1", "OP1")] if same_item else [("OP1", ""), ("", "OP1")]
    assert _links([formula.format(one), _KEEP], [formula.format(two), _KEEP]) == expected


def test_an_opening_line_goes_with_its_points() -> None:
    points = ["(a) To map all works;", "(b) To keep a register of moles;", "(c) To print it every year;"]
    longer = f"Urges ports, with due regard to what they are used to, {_TAIL}:"
    assert _links(["Urges ports:", *points, _KEEP], [longer, *points, _KEEP]) == [("OP1", "OP1")]
    assert _links(["Urges ports:", points[0], _KEEP], [longer, points[0], _KEEP]) == [
        ("OP1", ""),
        ("", "OP1"),
    ]


def test_readings_go_to_an_annex_and_back() -> None:
    line = "We reaffirm our wish to light every mole of the bay and to rest the keepers for years to come;"
    annex = f"Annex\n\nDeclaration\n\n1. {line}\n"
    comparison = _compared([line, _KEEP], [_KEEP], ("", annex))
    moved = [comparison.revised.paragraphs[c.revised[0]].id for c in comparison.changes if c.moved]
    assert "annex.OP1" in moved
    reworded = annex.replace("We reaffirm our wish", "We all own our wish")
    assert ("OP1", "annex.OP1") in _links([line, _KEEP], [_KEEP], ("", reworded))
    assert ("annex.OP1", "OP1") in _links([_KEEP], [line, _KEEP], (reworded, ""))
    other = annex.replace("light every mole of the bay and to rest the", "pay")
    assert ("OP1", "") in _links([line, _KEEP], [_KEEP], ("", other))
    twice = f"{annex}\n2. {line}\n"
    assert ("OP1", "") in _links([line, _KEEP], [_KEEP], ("", twice))


def test_identical_twins_are_paired_in_order() -> None:
    report = "Requests the Warden to submit a report on {} to the Council at its tenth session;"
    base = [report.format(word) for word in ("marsh birds", "marsh fishes")]
    revised = [report.format(word) for word in ("marsh bird", "marsh fish", "marsh fires")]
    assert _links(base, revised) == [("OP1", "OP1"), ("OP2", "OP2"), ("", "OP3")]


_FIRST = "Strongly condemns all breaches of the Compact that were seen in the bay of Norland"
_SECOND = "urges its boards to light fully and at once the moles that the last reports of the Warden name"


def test_a_part_that_was_reworded_and_stands_elsewhere_is_a_part() -> None:
    base = [f"{_FIRST}, {_SECOND};", "Welcomes the gift of a bell by the port of Sund;", _KEEP]
    part = f"{_FIRST}, some of which, says the board, may well be the worst of the last ten years;"
    revised = [
        "Urges its boards to light fully and at once the moles that the last reports of the Warden name;",
        "Welcomes the gift of a bell by the port of Sund;",
        part,
        _KEEP,
    ]
    assert ("OP1", "OP1+OP3") in _links(base, revised)
    assert ("OP1+OP3", "OP1") in _links(revised, base)
    other = [
        revised[0],
        revised[1],
        "Laments storms that sank many boats of the bay of Norland in the spring;",
        _KEEP,
    ]
    assert ("OP1", "OP1") in _links(base, other)


def test_an_opening_line_stays_alone_where_most_points_are_others() -> None:
    same = ["(a) To map all works;", "(b) To keep a register of moles;"]
    base = ["Urges ports:", *same, "(c) To rest;", "(d) To sing;", "(e) To sail;", _KEEP]
    longer = f"Urges ports, with due regard to what they are used to, {_TAIL}:"
    revised = [longer, *same, "(c) To dance on decks;", "(d) To weld;", "(e) To write to kin;", _KEEP]
    assert ("OP1", "OP1") not in _links(base, revised)


def test_a_point_that_grew_into_a_paragraph_need_not_open_alike() -> None:
    point = "To end the draining of marshes and the cutting of reeds in the north"
    base = ["Calls upon ports:", f"(a) {point};", "(b) To pay the keepers;", _KEEP]
    revised = [f"Calls upon ports t{point[1:]}, {_TAIL};", _KEEP]
    assert ("OP1(a)", "OP1") in _links(base, revised)


def test_a_paragraph_that_grew_and_kept_its_number_is_edited_wherever_it_stands() -> None:
    names = (
        "Welcomes the bells of Sund;",
        "Thanks the crews of Mole;",
        "Invites the boards of Bay to a feast;",
    )
    lines = "\n\n".join(["The Littoral Assembly,", "Recalling its decision,", "{}"])
    one = parse(
        lines.format(
            "\n\n".join([f"3. {_SHORT};", *(f"{k}. {n}" for k, n in zip("456", names, strict=True))])
        )
    )
    two = parse(
        lines.format(
            "\n\n".join([*(f"{k}. {n}" for k, n in zip("012", names, strict=True)), f"3. {_SHORT}, {_TAIL};"])
        )
    )
    comparison = compare(one, two)
    assert any(c.base and c.revised and c.kind == "edited" for c in comparison.changes)


def test_a_part_of_the_preamble_is_no_part_of_an_operative_paragraph() -> None:
    base = [f"{_FIRST}, {_SECOND};", _KEEP]
    revised = [f"U{_SECOND[1:]};", _KEEP]
    part = f"Recalling that it {_FIRST[0].lower()}{_FIRST[1:]},"
    one = parse(text_of(operative=base))
    two = parse(text_of(preamble=["Recalling its rules,", part], operative=revised))
    assert all(len(change.revised) < 2 for change in compare(one, two).changes)


def test_a_rest_of_few_words_is_no_part() -> None:
    base = [f"Strongly condemns theft, {_SECOND};", _KEEP]
    revised = [
        f"U{_SECOND[1:]};",
        _KEEP,
        "Strongly condemns theft of nets, of bells, of sails and of old anchors;",
    ]
    assert all(len(pair[1].split("+")) < 2 for pair in _links(base, revised))


def test_a_subject_with_a_word_in_common_may_be_the_same() -> None:
    line = "Decides to extend the mandate of the Expert on {} for a period of three years;"
    base, revised = [line.format("lights and storms"), _KEEP], [line.format("lights"), _KEEP]
    assert _links(base, revised) == [("OP1", "OP1")]


def test_the_short_rest_of_a_paragraph_is_a_part() -> None:
    whole, other = "Requests the Warden to report on the lights, and urges ports to pay.", "Notes the bells;"
    parts = ["Requests the Warden to report on the lights;", other, "Urges ports to pay."]
    assert ("OP1", "OP1+OP3") in _links([whole, other], parts)
    assert ("OP1+OP3", "OP1") in _links(parts, [whole, other])
    longer = [*parts[:2], "Urges ports to pay for every bell and mole."]
    assert ("OP1", "OP1+OP3") not in _links([whole, other], longer)
    more = whole.replace("to pay", "to pay by May 2031")
    assert ("OP1", "OP1+OP3") not in _links([more, other], parts)
    less = [*parts[:2], "Urges ports."]
    assert ("OP1", "OP1+OP3") not in _links([whole.replace("urges ports to pay", "urges ports"), other], less)


def test_points_run_into_one_paragraph_go_with_their_opening_line() -> None:
    points = [
        "To map all works of the bay with the keepers;",
        "To keep a register of moles, lights and bells;",
        "To print the yearly account of the storms;",
    ]
    items = [f"({letter}) {point}" for letter, point in zip("abc", points, strict=True)]
    joined = ", ".join(f"{point[0].lower()}{point[1:-1]}" for point in points)
    whole = f"Urges ports {joined};"
    parts = "OP1+OP1(a)+OP1(b)+OP1(c)"
    assert (parts, "OP1") in _links(["Urges ports:", *items, _KEEP], [whole, _KEEP])
    assert ("OP1", parts) in _links([whole, _KEEP], ["Urges ports:", *items, _KEEP])
    assert (parts, "OP1") not in _links(["Invites masters:", *items, _KEEP], [whole, _KEEP])
    one, two = (parse(text_of(operative=lines)) for lines in (["Urges ports:", *items], [whole]))
    opening, run_on = ([p.id for p in text.paragraphs].index("OP1") for text in (one, two))
    parted = compare(one, two, judgements=Judgements(parted=((opening, run_on),)))
    assert (opening,) in [change.base for change in parted.changes if change.kind == "dropped"]
    (change,) = (c for c in _compared(["Urges ports:", *items], [whole]).changes if c.kind == "merged")
    assert [shift.change for shift in change.verbs] == ["kept"]


def test_a_paragraph_that_begins_as_the_whole_and_goes_on_otherwise_is_a_part() -> None:
    part = (
        f"{_FIRST}, some of which may well be the worst of the last ten years of all the shores of the bay;"
    )
    rest = "Urges its boards to light fully and at once the moles that the last reports of the Warden name;"
    assert ("OP1", "OP1+OP2") in _links([f"{_FIRST}, {_SECOND};", _KEEP], [part, rest, _KEEP])
    assert ("OP1+OP2", "OP1") in _links([part, rest, _KEEP], [f"{_FIRST}, {_SECOND};", _KEEP])
    other = part.replace("all breaches of the Compact that", "all that")
    assert ("OP1", "OP1+OP2") not in _links([f"{_FIRST}, {_SECOND};", _KEEP], [other, rest, _KEEP])
