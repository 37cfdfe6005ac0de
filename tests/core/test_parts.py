"""Parts of a text: annexes, further texts with letters, declarations, headings, lists, its masthead."""

from __future__ import annotations

import pytest

from resdiff.core.model import Resolution
from resdiff.core.parse import parse

_HEAD = "7/9. Lights\n\nThe Littoral Assembly,\n\nRecalling its decision,\n\n"
_RECORD = "\n\n31st plenary meeting\n7 March 2031\n\n"


def _ids(text: Resolution) -> list[str]:
    return [paragraph.id for paragraph in text.paragraphs]


@pytest.mark.parametrize("join", [" ", "\n"])
def test_an_annex_with_a_long_title_behind_the_record_is_an_annex(join: str) -> None:
    title = "Political declaration of the fourth meeting of the Littoral Assembly on the upkeep of lights"
    annex = f"Annex{join}{title} and of all that goes with them\n\nWe, the keepers, resolve:\n\n1. To act."
    text = parse(f"{_HEAD}1. Adopts the declaration annexed hereto.{_RECORD}{annex}\n")
    assert _ids(text)[-2:] == ["annex.P1", "annex.OP1"]
    assert text.paragraphs[2].part == "heading"


def test_a_long_sentence_about_an_annex_is_no_heading() -> None:
    line = f"Annex II The lights of the bay {'and what it says of the lights of the bay ' * 4}are to be read."
    assert "heading" not in {p.part for p in parse(f"{_HEAD}1. Decides to meet.\n\n{line}\n").paragraphs}


@pytest.mark.parametrize("letter", ["B\nBells and their upkeep", "B\n\nBells and their upkeep", "B"])
def test_a_further_text_behind_the_record_has_its_letter(letter: str) -> None:
    text = parse(
        f"{_HEAD}1. Decides to meet.{_RECORD}{letter}\n\nThe Littoral Assembly,\n\nNoting the bells,\n\n"
        f"1. Decides to ring.{_RECORD}"
    )
    assert _ids(text)[-2:] == ["PP2", "B.OP1"]
    assert {matter.kind for matter in text.matter} == {"title", "organ", "adoption"}


def test_a_letter_in_a_record_without_a_further_text_stays_there() -> None:
    text = parse(f"{_HEAD}1. Decides to meet.{_RECORD}A Note\n\nB\n\nAll were for it.\n")
    assert _ids(text) == ["PP1", "OP1"]


def test_a_declaration_within_a_text_has_one_form_of_ids() -> None:
    text = parse(
        f"{_HEAD}1. Adopts the following declaration:\n\nDeclaration of the keepers\n\n"
        "We, the keepers, resolve, and in this regard:\n\n1. We urge ports to pay;\n\n"
        "2. Noting the rest, we act;\n\n"
        "We, the keepers, also ring.\n\n4. And we rest.\n"
    )
    assert _ids(text) == ["PP1", "OP1", "H1", "2.P1", "2.OP1", "2.OP2", "2.P2", "2.OP4"]


def test_a_draft_declaration_without_an_organ_has_its_numbers() -> None:
    text = parse("Zero draft\n\n1. We, the keepers, resolve to act.\n\n2. We urge ports to pay.\n")
    assert (_ids(text), text.masthead.stage) == (["OP1", "OP2"], "zero draft")


def test_the_long_title_of_a_section_is_a_heading() -> None:
    title = "Implementation of the Compact for the Upkeep of " + "the Lights of the Bay and of " * 8 + "Bells"
    text = parse(f"{_HEAD}1. Decides to meet;\n\nII\n\n{title}\n\n2. Decides to ring.\n")
    assert _ids(text) == ["PP1", "OP1", "H1", "H2", "OP2"]
    plain = parse(f"{_HEAD}1. Decides to meet;\n\n{title}\n\n2. Decides to ring.\n")
    assert "H1" not in _ids(plain)


def test_decimal_numbers_are_labels_of_items_and_of_subsections() -> None:
    items = parse(f"{_HEAD}1. Requests the Warden:\n\n9.1 Mend the moles;\n\n9.2 Light the bells.\n")
    assert _ids(items) == ["PP1", "OP1", "OP1(9.1)", "OP1(9.2)"]
    assert items.paragraphs[-1].text == "Light the bells."
    titles = parse(f"{_HEAD}1. Decides to meet.\n\n1.1 Bells of the bay\n\n2. Decides to ring.\n")
    assert _ids(titles) == ["PP1", "OP1", "H1", "OP2"]


def test_items_on_lines_of_their_own_in_a_text_with_blank_lines() -> None:
    lines = (
        "1. Calls upon ports to build:\n  a. moles,\n  b. bells such as:\n    i. old ones,\n    ii. new ones;"
    )
    text = parse(f"{_HEAD}{lines}\n\n2. Decides to ring.\n")
    assert _ids(text) == ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP1(b)(i)", "OP1(b)(ii)", "OP2"]
    dashes = parse(f"{_HEAD}1. Calls upon ports to build:\n- moles;\n- bells.\n")
    assert _ids(dashes) == ["PP1", "OP1", "OP1-1", "OP1-2"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "1. Notes that ports (a) light moles, (b) ring bells;\n(c) mend nets, as chap. I,\nsect. D. says.",
        "1. Notes what is said of moles:\n(c) of the rules.",
        "1. Notes that ports light moles;\n(a) of the rules is read so.",
    ],
)
def test_a_wrapped_line_that_begins_as_an_item_is_none(wrapped: str) -> None:
    assert _ids(parse(f"{_HEAD}{wrapped}\n")) == ["PP1", "OP1"]


@pytest.mark.parametrize("mark", ["", "**"])
def test_lines_that_name_sponsors(mark: str) -> None:
    between = "\n\n" if mark else "\n"
    facts = between.join(
        f"{mark}{name}:{mark} {value}"
        for name, value in (("Topic", "Lights"), ("Sponsors", "Norland, Sund"), ("Signatories", "Mole"))
    )
    text = parse(
        f"Draft resolution 1.2{between}{facts}\n\nThe Littoral Assembly,\n\nNoting all,\n\n1. Acts.\n"
    )
    assert text.masthead.sponsors == ("Norland", "Sund", "Mole")
    assert sum(matter.kind == "sponsors" for matter in text.matter) == 2


@pytest.mark.parametrize("line", ["on 16 September 2031", "* Reissued for technical reasons on 7 May 2032"])
def test_dates_and_notes_are_no_title(line: str) -> None:
    text = parse(
        f"RESOLUTION 196 (2031)\n\nAdopted by the Security Council at its 3924th meeting,\n\n{line}\n\n"
        "The Security Council,\n\nRecalling its decision,\n\n1. Acts.\n"
    )
    assert text.masthead.title is None


def test_an_organ_line_without_comma_below_other_lines() -> None:
    text = parse(
        "24 (2031). Resolution of 30 April 2031\nThe Lagoon Council\n\nResolves that Reeds be admitted.\n"
    )
    assert (text.masthead.organ, _ids(text)) == ("Lagoon Council", ["OP1"])
