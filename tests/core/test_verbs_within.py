"""Further verbs within a paragraph: what joins them, how they are printed, what they only resemble."""

from __future__ import annotations

import pytest

from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.verbs import OperativeVerb, find_verbs
from resdiff.core.verbs.unknown import unknown_verbs
from tests.making import PREAMBLE, made


def _all(resolution: Resolution) -> list[list[str]]:
    verbs = find_verbs(resolution, find_lexicon("en"))
    assert verbs is not None
    return [[verb.phrase for verb in its_verbs] for its_verbs in verbs]


def _verbs(paragraph: str) -> list[str]:
    return _all(made(operative=[paragraph]))[-1]


def _first(paragraph: str) -> OperativeVerb:
    verbs = find_verbs(made(operative=[paragraph]), find_lexicon("en"))
    assert verbs is not None
    return verbs[-1][0]


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        (
            "Encourages ports to act, as appropriate, and invites the Fund to pay;",
            ["Encourages", "invites"],
        ),
        (
            "Notes the weight of nets, requests, in this respect, the Warden to act;",
            ["Notes", "requests"],
        ),
        ("Notes the nets, and notes, in this regard, the growing weight of reeds;", ["Notes", "notes"]),
        ("Supports and encourages efforts by ports;", ["Supports", "encourages"]),
        ("Urges donors and invites banks to pay;", ["Urges", "invites"]),
        ("Welcomes the report of the Warden and encourages them to go on;", ["Welcomes", "encourages"]),
        ("Deplores the draining of the marsh and demands full respect for reeds;", ["Deplores", "demands"]),
        ("Notes the commitments and demands made by ports;", ["Notes"]),
        ("Notes the offers and demands new ports have made;", ["Notes"]),
        ("Welcomes the decision, which, inter alia, recommends that ports act;", ["Welcomes"]),
        ("Welcomes the Fund, which supports ports and encourages families to read;", ["Welcomes"]),
        ("Recalls that the Fund is needed and encourages ports to pay;", ["Recalls", "encourages"]),
        ("Notes the gains but regrets that they are small;", ["Notes", "regrets"]),
        ("Demands that ports halt works, further demands that boats leave;", ["Demands", "further demands"]),
        ("Calls for the closing of ports in and around the bay, and requests:", ["Calls for", "requests"]),
        ("TAKES NOTE of the report and ENDORSES the advice that it has;", ["TAKES NOTE of", "ENDORSES"]),
        ("Notes the report of the Warden, Urges of the young;", ["Notes"]),
        (
            "Vehemently condemns the loss, and stubbornly demands its end;",
            ["Vehemently condemns", "stubbornly demands"],
        ),
        ("Remains however deeply concerned by the loss;", ["Remains however deeply concerned by"]),
        ("While noting the gains, recognizes that they are small;", ["While noting"]),
        ("Takes full note of the plan;", ["Takes full note of"]),
    ],
)
def test_further_verbs_whatever_joins_them(paragraph: str, verbs: list[str]) -> None:
    assert _verbs(paragraph) == verbs


@pytest.mark.parametrize(
    ("paragraph", "verbs"),
    [
        ("Recalling the pledges and welcoming the gifts,", ["Recalling", "welcoming"]),
        ("Recognizing the gains in promoting trade and encouraging families,", ["Recognizing"]),
        ("Recognizing the gains in trade and encouraging families,", ["Recognizing", "encouraging"]),
        ("Recognizing the gains in promoting trade and stressing its worth,", ["Recognizing", "stressing"]),
        (
            "Welcoming the gains, while still expressing concern at the loss,",
            ["Welcoming", "still expressing concern at"],
        ),
        ("Welcoming the gains of this winter, but noting the loss,", ["Welcoming", "noting"]),
        ("Honouring the memory of keepers and paying tribute to them,", ["Honouring", "paying tribute to"]),
    ],
)
def test_further_participles_of_a_preamble(paragraph: str, verbs: list[str]) -> None:
    assert _all(made(preamble=[paragraph, *PREAMBLE]))[0] == verbs


def test_a_point_has_a_verb_of_the_organ_behind_its_infinitive() -> None:
    points = [
        "Requests the Warden:",
        "(a) To convene the Panel, and requests the Panel to report;",
        "(b) To show what the Panel is and requests the Panel to do;",
        "(c) To train keepers, of whom the Fund decides, and pays for it;",
        "(d) To convene the Panel and further encourages the Panel to report;",
    ]
    assert _all(made(operative=points))[-4:] == [["requests"], [], [], ["further encourages"]]


def test_verbs_behind_a_subject() -> None:
    statement = parse(
        "Statement by the President\n\n"
        "“The Littoral Council reaffirms its concern about storms. The Council welcomes the work of keepers"
        " and calls upon ports to help.\n\n"
        "“The report of the Council requests nothing. The Warden requests leave.\n\n"
        "We, the ministers of the ports, assembled at the mole, reaffirm our duty and call upon all to act.\n"
    )
    assert _all(statement) == [
        [],
        ["reaffirms its concern", "welcomes", "calls upon"],
        [],
        ["reaffirm", "call upon"],
    ]


def test_a_decision_speaks_in_the_past() -> None:
    text = "At its 12th meeting, on 4 May 2031, the Littoral Assembly, on its own, decided to meet"
    assert _all(parse(f"{text} and requested the Warden to report."))[0] == ["decided", "requested"]
    assert _all(parse("On 4 May 2031 the Littoral Assembly decided to meet."))[0] == []


def test_items_below_we_are_imperatives() -> None:
    text = parse(
        "The Littoral Assembly\n\nAdopts the declaration annexed to the present resolution.\n\nAnnex\n\n"
        "Declaration\n\nWe, the keepers, reaffirm our duty and, in this regard:\n\n"
        "1. Strongly urge ports to report;\n\n2. Request the Warden to write.\n\nPlan\n\n3. Request forms.\n"
    )
    assert [verbs for verbs in _all(text) if verbs] == [
        ["Adopts"],
        ["reaffirm"],
        ["Strongly urge"],
        ["Request"],
    ]


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Welcomes the work", "Welcomes with appreciation the work"),
        ("Condemns the draining", "Condemns, in the strongest terms, the draining"),
        ("Takes note of the work", "Takes note with appreciation of the work"),
    ],
)
def test_what_raises_a_verb(weaker: str, stronger: str) -> None:
    one, two = _first(f"{weaker} of the ports;").sense, _first(f"{stronger} of the ports;").sense
    assert one.scale == two.scale
    assert (one.strength or 0) < (two.strength or 0)


@pytest.mark.parametrize("verb", ["Reiterates", "Reaffirms", "Renews"])
def test_a_feeling_that_is_repeated_has_its_own_rung(verb: str) -> None:
    expressed, repeated = (
        _first("Expresses its deep concern at it;"),
        _first(f"{verb} its deep concern at it;"),
    )
    assert (expressed.sense.scale, expressed.sense.strength) == (
        repeated.sense.scale,
        repeated.sense.strength,
    )


def test_a_quotation_that_is_never_closed_ends_after_a_while() -> None:
    near, far = "ports ", "ports " * 60
    assert _verbs(f"Notes the report “Lights of {near}, and requests the Warden to act;") == ["Notes"]
    assert _verbs(f"Notes the report “Lights of {far}, and requests the Warden to act;") == [
        "Notes",
        "requests",
    ]


def test_openings_that_the_lexicon_lacks_are_listed() -> None:
    text = made(
        preamble=["Beholding the sea in storms,"], operative=["Moistens the lights;", "Requests the rest;"]
    )
    verbs = find_verbs(text, find_lexicon("en"))
    assert verbs is not None
    unknown = unknown_verbs(text, verbs)
    assert [[verb.phrase for verb in its_verbs] for its_verbs in unknown] == [
        ["Beholding"],
        ["Moistens"],
        [],
    ]
