"""The asks of two texts, paired, the balance of verbs, and what alters the force of a paragraph."""

from __future__ import annotations

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.minor import one_spelling
from resdiff.core.parse import parse
from tests.making import PREAMBLE, text_of


def compared(base: list[str], revised: list[str], heads: tuple[str, str] = ("", "")) -> Comparison:
    """Two texts with these operative paragraphs, compared."""
    one, two = (parse(text_of(operative=o, head=h)) for o, h in zip((base, revised), heads, strict=True))
    return compare(one, two)


def _changes(base: list[str], revised: list[str], heads: tuple[str, str] = ("", "")) -> list[AskChange]:
    return [change for change in compared(base, revised, heads).asks() if change.outcome != "carried on"]


_LONG = "to light the northern mole, the southern mole and the outer reef at dusk"
_KEEP = "Decides to remain seized of the matter."


@pytest.mark.parametrize(
    ("base", "revised", "aspects"),
    [
        (f"Requests the Warden {_LONG};", f"Urges the Warden {_LONG};", ("verb",)),
        (f"Urges the Warden {_LONG};", f"Strongly urges the Warden {_LONG};", ("verb",)),
        (f"Requests the Warden {_LONG};", f"Requests the Board {_LONG};", ("who",)),
        (f"Requests the Warden {_LONG};", f"Requests the Warden {_LONG} and at dawn;", ("scope",)),
        (
            f"Requests the Warden {_LONG};",
            f"Requests the Warden {_LONG.replace('light', 'chart')};",
            ("what",),
        ),
        (
            f"Requests the Warden {_LONG};",
            f"Requests the Warden {_LONG.replace('outer', 'inner')};",
            ("scope",),
        ),
        (f"Requests the Warden {_LONG};", f"Requests the Warden {_LONG}, as appropriate;", ("hedge",)),
        (f"Requests the Warden {_LONG};", f"Requests the Warden {_LONG} by May 2041;", ("due",)),
        (
            f"Requests the Warden {_LONG};",
            f"Requests the Warden to continue {_LONG};",
            ("pace",),
        ),
        (
            f"Requests the Warden {_LONG};",
            f"Requests the Warden to continue to chart the bay, and {_LONG};",
            ("what",),
        ),
        (
            f"Requests the Warden to continue to also chart the bay and {_LONG};",
            f"Requests the Warden to chart the bay and {_LONG};",
            ("pace",),
        ),
        (
            "Requests the Warden to continue lighting the northern mole and the outer reef at dusk;",
            "Requests the Warden to continue to light the northern mole and the outer reef at dusk;",
            (),
        ),
        (
            f"Requests the Warden {_LONG} as at the meetings of 18 and 19 May 2030;",
            f"Requests the Warden {_LONG} as at the meetings of 29 and 30 June 2031;",
            (),
        ),
        (
            f"Requests the Warden {_LONG};",
            f"Requests the Warden {_LONG}, including boats, where appropriate;",
            ("scope",),
        ),
        (f"Requests the Warden {_LONG};", f"Requests the Warden {_LONG.replace('reef', 're-ef')};", ()),
        (f"Requests the Harbour-Warden {_LONG};", f"Requests the Harbour -Warden {_LONG};", ()),
        (
            f"Requests the Warden {_LONG} with 30 boats;",
            f"Requests the Warden {_LONG} with 40 boats;",
            ("figure",),
        ),
        (
            f"Requests the Warden {_LONG} on Goal-7 boats;",
            f"Requests the Warden {_LONG} on Goal‑7 boats;",
            (),
        ),
        (f"Requests the Warden {_LONG} by storm-lamp;", f"Requests the Warden {_LONG} by storm lamp;", ()),
        (f"Requests the Warden {_LONG};", f"Requests the Warden of the North {_LONG};", ()),
        (f"Requests the Warden, pilots {_LONG};", f"Requests the Warden and the pilots {_LONG};", ()),
        (f"Requests the Warden {_LONG};", f"Requests the Warden and pilots {_LONG};", ("who",)),
        (
            f"Requests the Warden {_LONG} by May 2041;",
            f"Requests the Warden {_LONG} by May 2042;",
            (),
        ),
        (f"Requests the Warden {_LONG};", f"Also requests the Warden {_LONG};", ()),
        (f"Requests the Warden {_LONG} of his;", f"Requests the Warden {_LONG} of her;", ()),
        (
            f"Requests the Warden {_LONG} as in paragraphs 4 and 5;",
            f"Requests the Warden {_LONG} as in paragraph 6;",
            (),
        ),
        (f"Requests non-port bodies {_LONG};", f"Requests non\u2011port bodies {_LONG};", ()),
        (
            f"Requests the Warden {_LONG} for nine months;",
            f"Requests the Warden {_LONG} for six months;",
            ("figure",),
        ),
        (
            f"Requests the Warden {_LONG} every two months;",
            f"Requests the Warden {_LONG} every six months;",
            ("pace",),
        ),
        (f"Urges ports {_LONG};", f"Urges ports not {_LONG};", ("what",)),
    ],
)
def test_what_is_altered(base: str, revised: str, aspects: tuple[str, ...]) -> None:
    changes = _changes([base, _KEEP], [revised, _KEEP])
    assert [(change.outcome, change.aspects) for change in changes] == (
        [("altered", aspects)] if aspects else []
    )


def test_asks_come_and_go() -> None:
    changes = _changes(
        ["Requests the Warden to paint the bell;", _KEEP],
        ["Encourages ports to lend sails to the young;", _KEEP],
    )
    assert sorted(change.outcome for change in changes) == ["gone", "new"]


_ONE = (
    "Welcomes the early spring of the salt marshes, the return of the birds and the many nests of the reeds"
)
_TWO = "Recalls that storms drove thirty boats ashore last winter, where crews showed their courage"


def test_asks_of_one_verb_that_say_other_things_are_two() -> None:
    changes = _changes(
        [f"{_ONE}, and requests the Warden to paint the northern bell in white and red;", _KEEP],
        [f"{_TWO}, and requests the Warden to teach young sailors of the northern bell red knots;", _KEEP],
    )
    assert sorted(change.outcome for change in changes) == ["gone", "new"]


def test_an_ask_that_stands_in_another_paragraph_is_carried_on() -> None:
    ask = f"and requests the Warden {_LONG}"
    base, revised = [f"{_ONE}, {ask};", f"{_TWO};", _KEEP], [f"{_ONE};", f"{_TWO}, {ask};", _KEEP]
    assert _changes(base, revised) == []


def test_an_ask_put_into_a_standing_paragraph_is_new() -> None:
    base = "Welcomes the survey of the outer reefs that the Warden made in the spring"
    (change,) = _changes([f"{base};", _KEEP], [f"{base}, and requests the Board to publish it;", _KEEP])
    assert (change.outcome, change.revised.addressee if change.revised else None) == ("new", "the Board")


def test_a_point_that_becomes_a_paragraph_is_carried_on() -> None:
    base = [
        "Calls upon all ports:",
        f"(a) {_LONG.capitalize()};",
        "(b) To pay for the bell of the mole;",
        _KEEP,
    ]
    revised = [
        f"Calls upon all ports {_LONG};",
        "Calls upon all ports to pay for the bell of the mole;",
        _KEEP,
    ]
    assert [change.outcome for change in compared(base, revised).asks()] == ["carried on"] * 2
    assert [change.outcome for change in compared(revised, base).asks()] == ["carried on"] * 2


def test_points_under_another_verb_are_altered() -> None:
    points = ["(a) Mend the outer moles of the bay;", "(b) Light the bells of the harbour;", _KEEP]
    changes = _changes(["Urges ports:", *points], ["Invites ports to consider:", *points])
    assert [(c.outcome, c.aspects, c.revised and c.revised.is_opening) for c in changes] == [
        ("altered", ("verb",), True),
    ]


def test_who_is_asked_by_a_list_is_altered_once_and_its_points_by_their_own_words() -> None:
    bells = "(b) Light the bells of the harbour and those of both moles at dusk;"
    points = ["(a) Mend the outer moles of the bay;", bells, _KEEP]
    other = [points[0], bells.replace("moles", "piers"), _KEEP]
    changes = _changes(["Urges ports:", *points], ["Urges ports and their pilots:", *other])
    assert [(c.outcome, c.aspects, c.revised and c.revised.is_opening) for c in changes] == [
        ("altered", ("who",), True),
        ("altered", ("scope",), False),
    ]


def test_a_cadence_that_changed_alters_when_it_is_due() -> None:
    heads = ("7/9. Lights", "8/9. Lights")
    report = "Requests the Warden to submit a report to the Council at its {} session;"
    rolled = _changes([report.format("ninth"), _KEEP], [report.format("tenth"), _KEEP], heads)
    later = _changes([report.format("ninth"), _KEEP], [report.format("twelfth"), _KEEP], heads)
    assert rolled == []
    assert [change.aspects for change in later] == [("due",)]


def test_the_sides_swap() -> None:
    base = [f"Requests the Warden {_LONG};", "Encourages ports to lend sails;", _KEEP]
    revised = [f"Urges the Warden {_LONG};", _KEEP]
    swap = {"new": "gone", "gone": "new"}
    one, two = _changes(base, revised), _changes(revised, base)
    assert sorted(swap.get(c.outcome, c.outcome) for c in one) == sorted(c.outcome for c in two)


def test_the_balance_counts_operative_verbs_alone() -> None:
    comparison = compared(
        ["Requests the Warden to act, and urges ports to pay;", _KEEP],
        ["Requests the Warden to act;", "Requests ports to pay;", "Invites all to the fair;", _KEEP],
    )
    assert [tuple(row) for row in comparison.balance] == [
        ("invite", 0, 1),
        ("request", 1, 2),
        ("urge", 1, 0),
    ]


def _signals(base: str, revised: str) -> list[tuple[str, str | None, str | None, bool]]:
    comparison = compared([base, _KEEP], [revised, _KEEP])
    return [(s.kind, s.base, s.revised, s.standing) for signals in comparison.signals() for s in signals]


_WHOLE = "Decides that all ports {} light {} moles of the outer reef and the bell of the inner harbour{};"


@pytest.mark.parametrize(
    ("base", "revised", "signals"),
    [
        (("shall", "30", ""), ("should", "30", ""), [("modal", "shall", "should", True)]),
        (("shall", "30", ""), ("shall not", "30", ""), [("negated", None, "not", True)]),
        (("shall", "30", ""), ("shall", "40", ""), [("amount", "30", "40", True)]),
        (
            ("shall", "3 per cent of", ""),
            ("shall", "5 per cent of", ""),
            [("amount", "3 per cent", "5 per cent", True)],
        ),
        (
            ("shall", "30", ""),
            ("shall", "30", ", as appropriate"),
            [("hedged", None, "as appropriate", True)],
        ),
        (
            ("shall", "30", ", as appropriate"),
            ("shall", "30", ""),
            [("unhedged", "as appropriate", None, True)],
        ),
        (
            ("shall", "30", ""),
            ("shall", "30", ", and that they will, as appropriate, lend sails and nets to the young"),
            [("hedged", None, "as appropriate", False)],
        ),
        (("shall", "30", " of 4 May 2031"), ("shall", "30", " of 4 May 2032"), []),
        (
            ("shall", "30", " as paragraphs 10, 17, 18, 19 20, 21, 22, 23, 26, 27 and 32 say"),
            ("shall", "30", " as paragraphs 3, 6, 8, 9, 13, 14, 15, 16, 17, 18, 19, 20, 25 and 31 say"),
            [],
        ),
        (("shall", "30", " of 4 May"), ("shall", "30", " of 5 May"), []),
        (("shall", "30", " of 4 May 2031"), ("shall", "30", " of 5 May 2031"), []),
        (("shall", "30", ""), ("are to", "30", ""), []),
        (
            ("shall", "30", ""),
            ("shall", "30", ", and that they do not lend their sails and nets to the young of the shore"),
            [],
        ),
        (("shall", "30", " in paragraph 4"), ("shall", "30", " in paragraph 6"), []),
    ],
)
def test_what_alters_the_force(
    base: tuple[str, str, str],
    revised: tuple[str, str, str],
    signals: list[tuple[str, str | None, str | None, bool]],
) -> None:
    assert _signals(_WHOLE.format(*base), _WHOLE.format(*revised)) == signals


def test_another_addressee_is_a_signal() -> None:
    base, revised = f"Requests the Warden {_LONG};", f"Requests the Board {_LONG};"
    assert _signals(base, revised) == [("addressee", "the Warden", "the Board", True)]
    assert _signals(base, f"Requests it {_LONG};") == []
    assert _signals(base, f"Welcomes that the Warden {_LONG};") == []
    shared = f"Requests the Warden, and urges ports, {_LONG};"
    assert _signals(shared, shared.replace("urges ports", "urges masters")) == [
        ("addressee", "ports", "masters", True)
    ]


def test_days_are_no_amounts() -> None:
    base = "Takes note of the meeting of ports held on 18 and 19 May 2030, with 30 boats;"
    assert _signals(base, base.replace("18 and 19 May 2030", "29 and 30 June 2031")) == []
    assert _signals(base, base.replace("30 boats", "40 boats")) == [("amount", "30", "40", True)]


def test_promotion_and_demotion() -> None:
    line = "that the outer reefs of the northern shore be lit at dusk by the keepers of the mole"
    lower = parse(text_of(preamble=[*PREAMBLE, f"Stressing {line},"], operative=[_KEEP]))
    upper = parse(text_of(operative=[f"Stresses {line};", _KEEP]))
    kinds = [
        [s.kind for signals in compare(*pair).signals() for s in signals]
        for pair in ((lower, upper), (upper, lower))
    ]
    assert kinds == [["promoted"], ["demoted"]]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("asks", 2),
        ("hedged", 1),
        ("modal", 1),
        ("negated", 0),
        ("amount", 0),
        ("addressee", 0),
        ("promoted", 0),
    ],
)
def test_changes_are_chosen_by_asks_and_signals(word: str, count: int) -> None:
    comparison = compared(
        [f"Requests the Warden {_LONG};", _WHOLE.format("shall", "30", ""), _KEEP],
        [f"Requests the Warden {_LONG}, as appropriate;", _WHOLE.format("should", "30", ""), _KEEP],
    )
    assert len(comparison.only(word).changes) == count


def test_texts_in_two_languages_have_no_asks() -> None:
    french = parse("Le Conseil,\n\n1. Prie le gardien d'agir ;\n", language="fr")
    assert compare(french, parse(text_of(operative=[_KEEP]))).asks() == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fulfill", "fulfil"),
        ("organize", "organise"),
        ("centered", "centred"),
        ("survivor-centered", "survivor-centred"),
        ("labor", "labour"),
        ("defense", "defence"),
        ("program", "programme"),
        ("travelled", "traveled"),
        ("meters", "metres"),
        ("35%", "35 per cent"),
        ("35 per cent", "35 percent"),
        ("lighting the northern harbours", "light the northern harbour"),
        ("a country party", "countries party"),
        ("with regard to the care", "with respect to the care"),
        ("lends of boats", "lend of boats"),
        ("the lamps in his or her bay", "the lamps in her bay"),
    ],
)
def test_another_spelling_alters_no_ask(old: str, new: str) -> None:
    one, two = (f"Requests the Warden {_LONG} with {word} of care;" for word in (old, new))
    assert not _changes([one, _KEEP], [two, _KEEP])


def test_parts_of_a_word_with_hyphens_have_one_spelling() -> None:
    assert one_spelling("survivor-centered") == one_spelling("survivor-centred") == "survivor-centred"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("size", "sise"),
        ("35 per cent", "36 per cent"),
        ("35", "35 per cent"),
        ("lighter", "lightly"),
        ("harbours", "harbingers"),
        ("arms", "army"),
    ],
)
def test_another_word_or_figure_does(old: str, new: str) -> None:
    one, two = (f"Requests the Warden {_LONG} with {word} of care;" for word in (old, new))
    assert len(_changes([one, _KEEP], [two, _KEEP])) == 1


def test_the_number_of_a_version_is_no_amount() -> None:
    base = f"Requests the Warden {_LONG} under the Harbour Plan 1.0 and LAMPS+10, on 2.5 metres;"
    (change,) = _changes([base, _KEEP], [base.replace("1.0", "2.0").replace("+10", "+20"), _KEEP])
    assert change.aspects == ("scope",)
    (change,) = _changes([base, _KEEP], [base.replace("on 2.5", "on 3.5"), _KEEP])
    assert "figure" in change.aspects


@pytest.mark.parametrize(
    ("base", "revised"),
    [
        ("Urges ports to paint marks into charts;", "Urges ports to paint marks in charts;"),
        ("Thanks all ports, and urges them to act;", "Thanks all ports, and urges pilots to act;"),
        ("Urges country parties to light moles;", "Urges countries parties to light moles;"),
    ],
)
def test_small_words_and_pronouns_alter_nothing(base: str, revised: str) -> None:
    assert not _changes([base, _KEEP], [revised, _KEEP])
