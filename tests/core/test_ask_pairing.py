"""Which asks of two texts are one ask."""

from __future__ import annotations

import pytest

from resdiff.core.compare import best_pairs, compare
from resdiff.core.compare.ask_aspects import stems_asked
from resdiff.core.compare.asks import AskChange, pair_asks
from resdiff.core.compare.changes import Change
from resdiff.core.parse import parse
from resdiff.workspace.reading import asks_in
from tests.core.test_ask_changes import compared
from tests.making import text_of

_LONG = "to light the northern mole, the southern mole and the outer reef at dusk"
_KEEP = "Decides to remain seized of the matter."


def _changes(base: list[str], revised: list[str]) -> list[AskChange]:
    return [change for change in compared(base, revised).asks() if change.outcome != "carried on"]


def test_points_of_one_act_in_corresponding_paragraphs_are_one_ask() -> None:
    rest = (
        "and notes the survey of the northern bay, its sands, its lamps and the keepers of all of its piers;"
    )
    tasks = "of the outer bay, to lend its tugs, to light its lamps, to count boats and to train young pilots"
    base = f"Urges the Board to mend moles and reefs {tasks}, {rest}"
    survey = "the survey of the northern bay, its sands, its lamps and the keepers of all of its piers"
    revised = (
        f"Notes {survey}, and urges ports to continue to mend moles and reefs wherever storms broke them;"
    )
    assert [change.outcome for change in _changes([base, _KEEP], [revised, _KEEP])] == ["altered"]
    other = revised.replace("moles", "piers")
    assert [change.outcome for change in _changes([base, _KEEP], [other, _KEEP])] == ["gone", "new"]


def test_an_inflected_word_is_the_same_word() -> None:
    base = (
        "Welcomes the Board, and encourages the Office to provide lasting secretarial support to the Board;"
    )
    revised = (
        "Urges the Office to continue providing lasting secretarial support to the Board for Lamps and"
        " Moles and to the meeting of all keepers of the northern and of the southern bay, at its request;"
    )
    noted = "Notes the storms that broke the northern mole in the winter;"
    outcomes = [change.outcome for change in _changes([base, noted, _KEEP], [noted, revised, _KEEP])]
    assert "gone" not in outcomes


def test_the_one_mandate_of_each_text_is_one_ask_wherever_it_stands() -> None:
    base = ["Decides to extend the mandate of the Harbour Watch for six months until 31 May 2040;", _KEEP]
    noted = "Notes the storms that broke the northern mole in the winter;"
    given = "that the mandate of the Harbour Watch, as enlarged, shall be extended until 30 November 2041"
    revised = [noted, f"Also decides {given};", _KEEP]
    assert [change.outcome for change in _changes(base, revised) if change.outcome in ("new", "gone")] == []
    sand = "Decides to establish a committee on sand and to lend it three tugs until 30 November 2041;"
    assert [change.outcome for change in _changes(base, [noted, sand, _KEEP])] == ["gone", "new"]
    two = [*revised, "Decides to extend the mandate of the Reef Watch until 30 June 2041;"]
    assert "new" in [change.outcome for change in _changes(base, two)]


def test_an_act_of_the_organ_is_not_what_somebody_was_asked_unless_it_says_the_same() -> None:
    tail = "the views of ports, of pilots and of the fishers of the northern bay"
    base = [f"Requests the Warden to seek in writing before the winter {tail};", _KEEP]
    revised = [f"Decides to hold two open days at the mole each spring and to hear {tail};", _KEEP]
    assert [change.outcome for change in _changes(base, revised)] == ["gone", "new"]


def test_a_verb_in_the_same_words_is_not_altered() -> None:
    given = "to include in the provisional agenda of its sixty-first session the item entitled “Lamps”"
    base = [f"Decides, subject to the survey of the reef, {given};", _KEEP]
    assert [change.aspects for change in _changes(base, [f"Decides {given};", _KEEP])] == [("what",)]


def test_a_name_among_several_may_be_in_short() -> None:
    one = f"Urges parties to the Pact on Moles and all other ports {_LONG};"
    assert _changes([one, _KEEP], [one.replace(" on Moles", ""), _KEEP]) == []
    assert _changes([one, _KEEP], [one.replace(" and all other ports", ""), _KEEP]) != []


def test_bodies_have_long_names_or_short_ones() -> None:
    one = f"Urges the Office of the United Nations Warden {_LONG} with the United Nations Fund;"
    assert _changes([one, _KEEP], [one.replace("United Nations ", ""), _KEEP]) == []


_LAMPS = f"Urges ports {_LONG};"


def test_asks_for_reports_on_other_matters_are_not_one_ask() -> None:
    """Asks of unlinked paragraphs that have only the words in common with which any report is asked for."""
    report = "and requests the Secretary-General to report thereon to the Council at its next session;"
    storms = "Notes that the northern mole broke, that two piers sank and that tugs ran aground in the storms"
    base = [f"{storms} of the winter, {report}", _LAMPS, _KEEP]
    other = "Welcomes the new boats of the fishers, their sails of hemp, songs and lanterns of horn"
    revised = [_LAMPS, _KEEP, f"{other} and the many painted kites of their children on holidays, {report}"]
    assert sorted(change.outcome for change in _changes(base, revised)) == ["gone", "new"]


def test_asks_of_one_verb_and_addressee_are_one_with_half_their_words() -> None:
    noted = "Notes the storms that broke the northern mole in the winter;"
    survey = "Recalls the long survey of sands, of reeds and of the dunes that the storms of autumn took away"
    base = f"{survey}, and urges ports to light moles, to count boats, to lend tugs and to train pilots;"
    ice = "Commends those seal wardens who, in spite of fog, cut through the ice of the strait each night"
    revised = f"{ice}, and {{}} ports to light moles, to count boats, to keep seals and to mend nets;"
    outcomes = [c.outcome for c in _changes([base, noted, _KEEP], [noted, revised.format("urges"), _KEEP])]
    assert outcomes == ["altered"]
    other = revised.format("invites").replace("light moles, to count boats", "count boats, to light moles")
    outcomes = [c.outcome for c in _changes([base, noted, _KEEP], [noted, other, _KEEP])]
    assert outcomes == ["gone", "new"]


def test_a_mandate_that_is_alike_is_paired_once() -> None:
    noted = "Notes the storms that broke the northern mole in the winter;"
    base = "Decides to extend the mandate of the Harbour Watch until 31 May 2040;"
    revised = "Decides to extend the mandate of the Harbour Watch and of its pilots until 30 November 2041;"
    assert len(_changes([base, noted, _KEEP], [noted, revised, _KEEP])) == 1


def test_inflected_words_of_reports_say_nothing_of_their_own() -> None:
    noted = "Notes the storms that broke the northern mole in the winter;"
    base = "Requests the Warden to prepare, provide and present comprehensive updates on lamps;"
    revised = "Requests the Warden to prepare, provide and present comprehensive updates on moles;"
    survey = "Recalls the long survey of sands, of reeds and of the dunes that the storms took, and requests"
    ice = "Commends seal wardens who cut through the ice of the strait each night in fog, and requests"
    one, two = (text.replace("Requests", head) for text, head in ((base, survey), (revised, ice)))
    outcomes = [change.outcome for change in _changes([one, noted, _KEEP], [noted, two, _KEEP])]
    assert outcomes == ["gone", "new"]


_NEWS = "Notes the storms that broke the northern mole in the winter;"


def _of_one_beginning(verb: str, who: str, asked: str) -> list[str]:
    """What became of an ask to intensify efforts that is much reworded, elsewhere and with another verb."""
    old = (
        "intensify their efforts to light the outer moles, reefs, bells and lamps of the bay, with tugs lent"
    )
    base = f"Encourages keepers and ports to {old} by the Fund, the Board and the pilots of all quays;"
    return [c.outcome for c in _changes([base, _NEWS, _KEEP], [_NEWS, f"{verb} {who} {asked};", _KEEP])]


def test_asks_that_begin_with_the_same_act_are_one_whatever_follows() -> None:
    asked = "to consider intensifying their efforts to light the outer moles before any storm comes near"
    assert _of_one_beginning("Invites", "keepers and all ports", asked) == ["altered"]
    assert _of_one_beginning("Invites", "pilots", asked) == ["gone", "new"]
    other = asked.replace("efforts to light", "watch for storms near")
    assert _of_one_beginning("Invites", "keepers and all ports", other) == ["gone", "new"]
    little = (
        "to intensify their efforts to light and so to win the trust of islanders, fishers, masters, guests"
    )
    assert _of_one_beginning("Invites", "keepers and all ports", f"{little} and heirs") == ["gone", "new"]
    assert _of_one_beginning("Invites", "keepers and all ports", f"{little} and pilots") == ["altered"]


def test_the_longer_the_beginning_the_fewer_other_words_make_one_ask() -> None:
    rest = "islanders, fishers, masters, guests, bakers, weavers and smiths of nine towns may sleep"
    long = f"to intensify their efforts to light the outer {{}}, so that {rest}"
    assert _of_one_beginning("Invites", "keepers and all ports", long.format("walls")) == ["altered"]
    short = long.format("walls").replace("outer walls", "walls")
    assert _of_one_beginning("Invites", "keepers and all ports", short) == ["gone", "new"]
    more = long.format(", ".join(f"wall{k}ed" for k in range(60)))
    assert _of_one_beginning("Invites", "keepers and all ports", more) == ["gone", "new"]


def test_two_asks_that_begin_with_the_same_act_are_not_paired_by_it() -> None:
    asked = "Invites keepers and all ports to intensify their efforts to light the {};"
    tail = "with tugs lent by the Fund, the Board and the pilots of all quays of the southern bay"
    base = f"Encourages keepers and ports to intensify their efforts to light the outer moles, {tail};"
    new = [asked.format("bells of the quays, where ships lie"), asked.format("harbour, its lamps and boats")]
    one, two = (
        [c.outcome for c in _changes([base, _NEWS, _KEEP], [_NEWS, *n, _KEEP])] for n in (new[:1], new)
    )
    assert (one, two) == (["altered"], ["gone", "new", "new"])
    assert [c.outcome for c in _changes([_NEWS, *new, _KEEP], [base, _NEWS, _KEEP])] == [
        "new",
        "gone",
        "gone",
    ]


def test_in_what_capacity_somebody_acts_is_no_beginning() -> None:
    capacity = "the Warden, {}in his capacity as Chair of the Board, to"
    old = f"Encourages {capacity} light the outer moles, the reefs, the bells and the lamps of all quays;"
    new = f"Invites {capacity} lend two tugs and a hundred nets to the pilots and masters of the north;"
    texts = [[old.format(""), _NEWS, _KEEP], [_NEWS, new.format(""), _KEEP]]
    assert [c.outcome for c in _changes(*texts)] == ["gone", "new"]


def test_reports_that_begin_alike_are_not_one_ask_by_that() -> None:
    old = "Encourages the Warden to submit a yearly report on the eels of the outer reef and on nets and cod;"
    new = "Invites the Warden to submit a yearly report on lamps, bells and piers that the Fund has paid for;"
    assert [c.outcome for c in _changes([old, _NEWS, _KEEP], [_NEWS, new, _KEEP])] == ["gone", "new"]


def test_a_short_ask_may_become_part_of_one_of_the_corresponding_paragraph() -> None:
    old = "Urges pilots to keep watch at dusk and to train young keepers, and invites ports to {};"
    new = "Urges pilots to keep watch at dusk, to speed the lighting of moles and to train young keepers;"
    speed = "speed the lighting of moles"
    for asked, are_parts in (
        (speed, [True]),
        ("speed the lighting of bells", []),
        ("train keepers", []),
        ("train", []),
    ):
        changes = compared([old.format(asked), _KEEP], [new, _KEEP]).asks()
        assert [change.is_part for change in changes if change.is_part] == are_parts
    outcomes = [c.outcome for c in _changes([f"Invites ports to {speed};", _NEWS], [_NEWS, new])]
    assert "gone" in outcomes


def test_the_asks_of_paragraphs_that_were_linked_by_hand_are_one_ask() -> None:
    old = "Urges pilots to count the seals of the outer reef in every winter;"
    new = "Invites the Fund to lend tugs, nets and lamps to the fishers of the bay;"
    comparison = compared([old, _NEWS, _KEEP], [_NEWS, new, _KEEP])
    places = [
        next(k for k, p in enumerate(t.paragraphs) if p.text in (old, new))
        for t in (comparison.base, comparison.revised)
    ]
    judgements = comparison.judgements.decided((places[0], places[1]), is_linked=True)
    by_hand = compare(comparison.base, comparison.revised, judgements=judgements)
    assert [c.outcome for c in comparison.asks() if c.outcome != "carried on"] == ["gone", "new"]
    assert [c.outcome for c in by_hand.asks() if c.outcome != "carried on"] == ["altered"]


def test_an_ask_that_stands_in_an_unchanged_paragraph_is_not_gone_from_another() -> None:
    row = "to light northern moles, to chart southern reefs, to mend outer bells and to count boats"
    part = "to chart southern reefs and to mend outer bells"
    compared_texts = compared(
        [f"Requests the Warden {row};", f"Requests the Warden {part};"], [f"Requests the Warden {row};"]
    )
    of_all = [ask.outcome for ask in compared_texts.asks()]
    of_changed = [ask.outcome for ask in compared_texts.asks(every=False)]
    assert of_all == ["carried on", "carried on"]
    assert of_changed == ["carried on"]


def test_asks_of_the_same_words_are_paired_however_many_there_are() -> None:
    count = 201  # more pairs than are compared word by word
    verbs = [f"Requests the Warden {_LONG}, no. {k};" for k in range(count)]
    assert {(c.outcome, c.is_part) for c in _paired_apart(verbs, verbs)} == {("carried on", False)}
    of_others = [verbs[1].replace("Requests the Warden", "Urges ports")]
    assert {c.is_part for c in _paired_apart(verbs[:1], of_others)} == {True}  # another verb, somebody else


def _paired_apart(base: list[str], revised: list[str]) -> tuple[AskChange, ...]:
    """What became of the asks of two texts none of whose paragraphs correspond."""
    texts = [parse(text_of(operative=paragraphs)) for paragraphs in (base, revised)]
    olds, news = (asks_in(text) or () for text in texts)
    changes = [Change(kind="dropped", base=(k,), revised=()) for k in range(len(texts[0].paragraphs))]
    changes += [Change(kind="added", base=(), revised=(k,)) for k in range(len(texts[1].paragraphs))]
    return pair_asks(olds, news, changes)


def test_an_amount_of_money_is_no_version() -> None:
    base = f"Requests the Warden {_LONG} for USD 2.5 million;"
    (change,) = _changes([base, _KEEP], [base.replace("2.5", "3.5"), _KEEP])
    assert change.aspects == ("figure",)
    apiece = base.replace(" million", " a boat")
    (change,) = _changes([apiece, _KEEP], [apiece.replace("2.5", "3.5"), _KEEP])
    assert change.aspects == ("figure",)
    per_cent = base.replace("USD 2.5 million", "Area 2.5 per cent")
    (change,) = _changes([per_cent, _KEEP], [per_cent.replace("2.5", "3.5"), _KEEP])
    assert change.aspects == ("figure",)


def test_a_term_within_a_longer_word_is_no_term() -> None:
    base = "Requests the Warden to publish an annual report on the biannual count of lights and moles;"
    (ask,) = asks_in(parse(text_of(operative=[base]))) or ()
    assert "annual" in ask.due
    assert "biannual" in stems_asked(ask)
    (change,) = _changes([base, _KEEP], [base.replace("biannual", "triannual"), _KEEP])
    assert change.aspects == ("scope",)


def test_of_two_asks_of_a_paragraph_none_takes_the_partner_of_the_other() -> None:
    survey = "keep the moles, the reefs and the outer bay free from oil, nets and wreckage in all seasons"
    kept = "put in place a fair answer to storms and work with pilots to mend lamps"
    base = f"Calls upon ports to {survey}, and also calls upon ports to {kept};"
    revised = f"Reiterates the need for ports to {survey}, and calls upon ports to {kept};"
    changes = compared([base, _KEEP], [revised, _KEEP]).asks()
    assert {(c.outcome, c.base.clause[:16]) for c in changes if c.base is not None} >= {
        ("carried on", "to put in place "),
        ("gone", "to keep the mole"),
    }


def test_asks_that_are_alike_in_part_pair_by_the_verbs_that_correspond() -> None:
    base = "Demands that pilots stop raids on ships at once, and urges them to take up the talks of the bay;"
    revised = "Urges pilots to stop raids on ships at once, and to take up the talks of the bay;"
    altered = [c for c in compared([base, _KEEP], [revised, _KEEP]).asks() if c.outcome == "altered"]
    assert [c.base.verb.phrase for c in altered if c.base is not None] == ["Demands"]


_DANGER = "strategies to decrease the danger of storms"


def test_an_ask_that_was_widened_is_the_same_ask() -> None:
    short = f"developing {_DANGER} to moles, piers, lamps and boats of the coast"
    wide = (
        f"developing and adopting, with the advice of the Board, {_DANGER}, ice, sand and tides of spring"
        " and fall to the moles, jetties, piers, quays, lamps, buoys, nets and boats of the coast, so that"
        " pilots, keepers, fishers and their guests may sail by night and by day, in summer and in winter"
    )
    noted = "Notes the ice that broke the northern mole in the winter;"
    base = [f"Urges ports to keep {short};", noted, _KEEP]
    ask = f"Urges ports to keep {wide};"
    assert [change.outcome for change in _changes(base, [noted, ask, _KEEP])] == ["altered"]
    other = ask.replace("to keep", "to share")  # another act
    assert [change.outcome for change in _changes(base, [noted, other, _KEEP])] == ["gone", "new"]
    fewer = ask.replace("moles, jetties, piers", "jetties").replace("lamps, buoys, nets and boats", "buoys")
    assert [change.outcome for change in _changes(base, [noted, fewer, _KEEP])] == ["gone", "new"]


def test_asks_of_very_many_pairs_are_compared_by_their_rare_words(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy")
    asks = [f"Urges ports to mend the {name} mole, the {name} pier and " for name in names]
    between = [f"Notes the {name} storms of the winter, which broke what stood there;" for name in names]
    base = [*(f"{ask}all lamps of the coast;" for ask in asks), *between, _KEEP]
    revised = [*between, *(f"{ask}each boat at sea;" for ask in asks[::-1]), _KEEP]
    before = [change.outcome for change in _changes(base, revised)]
    monkeypatch.setattr(best_pairs, "_MOST_PAIRS", 20)
    assert [change.outcome for change in _changes(base, revised)] == before
    assert set(before) == {"altered"}
