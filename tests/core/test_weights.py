"""How much changes weigh, and by which rule."""

from __future__ import annotations

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.compare.weights import RULES, WORDS
from resdiff.core.compare.words import read_choice
from resdiff.core.parse import parse
from resdiff.core.watch import Watch
from tests.making import made

_ASK = "Requests the keepers to light the mole each evening;"


def _pair(base: str, revised: str, part: str = "operative") -> Comparison:
    if part == "operative":
        return compare(made(operative=[base, _ASK]), made(operative=[revised, _ASK]))
    return compare(made(preamble=[base]), made(preamble=[revised]))


def _rules(comparison: Comparison, watch: Watch | None = None) -> list[str]:
    """The rules of the changed paragraphs."""
    answers = comparison.answers(watch or Watch())
    return [
        rule
        for change, answer in zip(comparison.changes, answers, strict=True)
        if change.counts and change.kind != "unchanged"
        for rule in answer.weight.rules
    ]


@pytest.mark.parametrize(
    ("base", "revised", "rule"),
    [
        (
            "Notes the report of the board on the northern tides;",
            "Notes the report of the board on the northern tides, and requests ports to keep a register;",
            "new ask",
        ),
        (
            "Notes the report of the board on the northern tides, and requests ports to keep a register;",
            "Notes the report of the board on the northern tides;",
            "ask gone",
        ),
        (
            "Requests the board to publish the register of boats by 2031;",
            "Requests the board to publish the register of boats by 2031, as appropriate;",
            "ask altered",
        ),
        ("Requests ports to rest at low water;", "Urges ports to rest at low water;", "verb"),
        ("Notes the loss of boats;", "Condemns the loss of boats;", "condemnation"),
        (
            "Condemns the wrecking of boats of 3 March 2031 at the mole;",
            "Condemns the wrecking of boats of 3 March 2031 and of 5 May 2032 at the mole;",
            "condemnation",
        ),
        (
            "Stresses that the harbour of the north is closed to all boats;",
            "Stresses that the harbour of the north is not closed to all boats;",
            "negation",
        ),
        (
            "Stresses that all harbours shall be closed to boats at night;",
            "Stresses that all harbours should be closed to boats at night;",
            "modal",
        ),
        (
            "Stresses that the fee of the harbour is 250 dollars a boat;",
            "Stresses that the fee of the harbour is 350 dollars a boat;",
            "amount",
        ),
    ],
)
def test_what_matters(base: str, revised: str, rule: str) -> None:
    assert rule in _rules(_pair(base, revised))


@pytest.mark.parametrize(
    ("base", "revised", "rule"),
    [
        (
            "Recognizing the need of the ports of the north,",
            "Recognizing the need of the ports of the south,",
            "text",
        ),
        (
            "Recalling its resolutions 3/1 of 4 May 2030 and 4/2 of 6 May 2031,",
            "Recalling its resolutions 3/1 of 4 May 2030, 4/2 of 6 May 2031 and 5/9 of 3 May 2032,",
            "names",
        ),
        (
            "Mindful of the task of the Keepers of the Lights,",
            "Mindful of the tasks of the Keepers of the Lights,",
            "names",
        ),
        (
            "Noting the plan of the High Warden for the mole,",
            "Noting the plan of the Littoral High Warden for the Tides for the mole,",
            "names",
        ),
        (
            "Noting the Mole Action Plan and its aims for the coast,",
            "Noting the MAP and its aims for the coast,",
            "names",
        ),
        (
            "Noting the lights of the mole at the tenth session of the board,",
            "Noting the lights of the mole at the twelfth session of a board,",
            "names",
        ),
        (
            "Noting the duty of the Warden in his or her reports on lights,",
            "Noting the duty of the Warden in her reports on lights,",
            "names",
        ),
        (
            "Noting the reeds and the lights of the coast in the north,",
            "Noting the lights and the reeds of the coast in the north,",
            "names",
        ),
        ("Noting with concern, the lights,", "Noting with concern the lights,", "typography"),
        ("Noting the members of the coast,", "Noting the Members of the coast,", "typography"),
    ],
)
def test_what_does_not_matter(base: str, revised: str, rule: str) -> None:
    assert _rules(_pair(base, revised, "preamble")) == [rule]


def test_dates_that_moved_on_or_stand_elsewhere_condemn_nothing_anew() -> None:
    words = "{} the wrecking of boats of {} at the mole;"
    for verb, dates in (("Condemns", "5 May 2032"), ("Notes", "3 March 2031 and of 5 May 2032")):
        pair = _pair(words.format(verb, "3 March 2031"), words.format(verb, dates))
        assert "condemnation" not in _rules(pair)


def test_small_words_that_decide_the_sense_are_no_names() -> None:
    for base, revised in (("all boats", "boats"), ("boats and nets", "boats or nets")):
        rules = _rules(_pair(f"Noting the need of {base},", f"Noting the need of {revised},", "preamble"))
        assert rules == ["text"]


def test_a_wider_addressee_is_extent_and_another_one_matters() -> None:
    base = "Urges ports to preserve the lights of the mole;"
    assert _rules(_pair(base, base.replace("ports", "ports and other members"))) == ["text"]
    wider = base.replace("ports", "ports and other members")
    assert _rules(_pair(wider, base)) == ["text"]
    assert _rules(_pair(base, base.replace("ports", "the keepers"))) == ["ask altered"]


def test_what_is_recalled_is_routine_only_where_nothing_else_changed() -> None:
    base = "Welcomes the report of the board on 15,300 boats in the harbours of the north;"
    assert _rules(_pair(base, base.replace("Welcomes", "Recalls"))) == ["recalled"]
    other = base.replace("Welcomes", "Recalls").replace("of the north", "of all southern islands")
    assert _rules(_pair(base, other)) == ["text"]


def test_formulas_past_events_and_answers_are_light() -> None:
    seized = compare(
        made(operative=[_ASK]), made(operative=[_ASK, "Decides to remain seized of the matter;"])
    )
    assert _rules(seized) == ["procedure"]
    gone = compare(made(operative=["Takes note of the report of the board;", _ASK]), made(operative=[_ASK]))
    assert _rules(gone) == ["past event"]
    back = compare(made(operative=[_ASK]), made(operative=["Takes note of the report of the board;", _ASK]))
    assert _rules(back) == ["text"]
    answered = _pair(
        "Requests the board of the Fund to conduct a study on the role of lights in storms;",
        "Takes note of the study of the board of the Fund on the role of lights in storms;",
    )
    assert _rules(answered) == ["answered"]


def test_terms_of_the_list_matter_where_a_text_has_them_newly() -> None:
    base = "Noting the needs of all ports,"
    newly = _pair(base, "Noting the needs of all ports, and their territorial integrity,", "preamble")
    assert _rules(newly) == ["watched"]
    assert [t.term for answer in newly.answers() for t in answer.watched] == ["territorial integrity"]
    ignored = newly.answers(Watch(ignored=("territorial integrity",)))
    assert not any(answer.watched for answer in ignored)
    again = compare(
        made(preamble=[base, "Stressing territorial integrity,"]),
        made(
            preamble=[
                "Noting the needs of all ports, and territorial integrity,",
                "Stressing territorial integrity,",
            ]
        ),
    )
    assert "watched" not in _rules(again)


def test_a_term_that_is_part_of_a_longer_word_does_not_stand_there() -> None:
    base = made(preamble=["Deploring genocides of old,", "Noting the needs of all ports,"])
    revised = made(preamble=["Deploring genocides of old,", "Noting the needs of all ports, and genocide,"])
    assert [t.term for answer in compare(base, revised).answers() for t in answer.watched] == ["genocide"]


def test_own_terms_matter_wherever_they_come_and_ignored_ones_nowhere() -> None:
    pair = compare(
        made(preamble=["Noting the lights, as appropriate,", "Mindful of boats,"]),
        made(preamble=["Noting the lights, as appropriate,", "Mindful of boats, as appropriate,"]),
    )
    assert _rules(pair) == ["text"]
    assert _rules(pair, Watch(terms=("As Appropriate",))) == ["watched"]
    assert _rules(pair, Watch(ignored=("as appropriate",))) == ["ignored"]


def test_the_own_list_alone_fails_a_script() -> None:
    newly = _pair("Noting all ports,", "Noting all ports, and their territorial integrity,", "preamble")
    choice = read_choice("watched")
    assert any("watched" in words for words in newly.further_words(choice))
    assert not any("watched" in words for words in newly.further_words(choice, Watch(terms=("boats",))))


def test_changes_are_chosen_by_their_weight() -> None:
    pair = _pair("Requests ports to rest at low water;", "Urges ports to rest at low water;")
    assert len(pair.only("matters").changes) == 1
    assert pair.only("substance").changes == ()


def test_every_rule_has_a_weight_that_people_meet() -> None:
    assert {WORDS[rule.weight] for rule in RULES} == {"matters", "substance", "routine"}
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_own_terms_in_chinese_stand_without_blanks() -> None:
    text = "大会，\n\n回顾港口的规章，\n\n1. 请秘书长{}报告港口的情况；\n"
    pair = compare(parse(text.format("")), parse(text.format("酌情")))
    assert "watched" in _rules(pair, Watch(terms=("酌情",)))


def test_a_comma_of_another_script_is_punctuation() -> None:
    text = "إن المجلس،\n\n1. يحث الموانئ{} على إنارة المصابيح عند الغروب؛\n"
    pair = compare(parse(text.format("")), parse(text.format("،")))
    assert pair.changes[-1].reasons == ("punctuation",)


def test_a_not_that_negates_nothing_is_no_negation() -> None:
    pair = _pair(
        "Notes the storms of the winter, not least those of the northern bay;",
        "Notes the storms of the winter, and those of the northern bay;",
    )
    assert "negation" not in _rules(pair)
    pair = _pair("Notes that the mole is safe in storms;", "Notes that the mole is not safe in storms;")
    assert "negation" in _rules(pair)


def test_what_a_prefix_negated_is_negated_by_a_word() -> None:
    one = "Notes the right of all keepers to lamps with non-discrimination in each of the bays;"
    two = one.replace("with non-discrimination", "without discrimination")
    assert "negation" not in _rules(_pair(one, two))
    assert "negation" in _rules(_pair(two, two.replace("without", "with")))
    not_here = "Notes that boats may not enter the bay and that tugs may leave the bay;"
    not_there = "Notes that boats may enter the bay and that tugs may not leave the bay;"
    assert "negation" in _rules(_pair(not_here, not_there))


def test_an_ask_is_answered_by_the_verb_that_stands_in_its_place() -> None:
    year = "the year of boats in the northern bay in 2041"
    both = (
        f"Calls for {year}, and urges ports to lend their tugs to the keepers of all lamps on each day of it;"
    )
    noted = f"Notes with appreciation {year}, whose keepers had tugs, lamps and boats on each day of it;"
    assert "ask gone" in _rules(_pair(both, noted))
    one = "Requests the Warden to report on the lamps of the northern bay and of its outer moles and reefs;"
    taken = "Takes note of the report on the lamps of the northern bay and of its outer moles and reefs;"
    assert "ask gone" not in _rules(_pair(one, taken))
