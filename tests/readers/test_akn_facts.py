"""What the metadata of Akoma Ntoso states: adoption, title, votes by name; read, and written again."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from lxml import etree

from resdiff.core.model import Resolution, Vote
from resdiff.core.parse import parse
from resdiff.render.akn.resolution import resolution_akn
from resdiff.workspace.texts import parse_bytes
from tests.conftest import SHARED

_UN = SHARED / "unxml"
_SIDES = {"inFavour": "in_favour", "against": "against", "abstaining": "abstaining"}


def _count(side: str, *names: str) -> str:
    voters = "".join(f"<organization refersTo='memberState'>{name}</organization>" for name in names)
    return f"<count value='0' refersTo='{side}'><u:voters>{voters}</u:voters></count>"


def _read(counts: Iterable[str] = (), language: str = "eng", date: str = "2031-03-07") -> Resolution:
    data = (
        "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0' xmlns:u='u'><statement"
        f" name='resolution'><meta><identification><FRBRdate date='{date}' name='adoption'/><FRBRdate"
        f" date='2031-04-01' name='markup'/><FRBRlanguage language='{language}'/></identification>"
        "<classification><keyword refersTo='title' showAs='Littoral Council resolution 91 (2031)"
        " [on the moles of the east]'/></classification><analysis><parliamentary><voting>"
        f"{''.join(counts)}</voting></parliamentary></analysis></meta>"
        "<coverPage><p><docNumber>L/RES/91 (2031)</docNumber></p><p><docTitle"
        " refersTo='#resolutionNumber'>Resolution 91 (2031)</docTitle></p><p><docTitle"
        " refersTo='#adoption'>Adopted by the Littoral Council at its 812th meeting, on 7 March"
        " 2031</docTitle></p></coverPage><preamble><formula><p>The Littoral Council,</p></formula>"
        "</preamble><mainBody><paragraph><num>1.</num><content><p>Decides to light the"
        " moles.</p></content></paragraph></mainBody></statement></akomaNtoso>"
    )
    return parse_bytes(data.encode(), "'it'", "it")


def test_the_line_of_adoption_is_a_record_and_no_title() -> None:
    text = _read()
    assert text.masthead.title == "the moles of the east"
    assert (text.masthead.date, text.masthead.stage) == ("2031-03-07", "adopted")
    assert [m.text[:29] for m in text.matter if m.kind == "adoption"] == ["Adopted by the Littoral Counc"]


def test_a_title_in_another_language_than_the_text_is_left_out() -> None:
    assert _read(language="fra").masthead.title is None


def test_a_date_that_is_none_is_not_taken() -> None:
    assert _read(date="soon").masthead.date == "2031-03-07"  # from the line of adoption


def test_a_date_that_stands_for_none_is_none() -> None:
    text = _read(date="0001-01-01")
    assert text.masthead.date == "2031-03-07"


def test_votes_have_names() -> None:
    text = _read([_count("inFavour", "Eastmere", "South  Mole"), _count("#abstaining", "Weir")])
    assert text.vote == Vote(
        manner="recorded",
        in_favour=2,
        against=0,
        abstaining=1,
        names={"in_favour": ("Eastmere", "South Mole"), "abstaining": ("Weir",)},
    )
    unanimous = _read([_count("inFavour", "Weir"), _count("against")]).vote
    assert unanimous is not None
    assert unanimous.manner == "unanimous"
    assert _read([_count("inFavour")]).vote is None


def test_what_is_written_states_the_same() -> None:
    text = _read([_count("inFavour", "Eastmere", "Moles &amp; Weirs"), _count("abstaining", "Weir")])
    written = "".join(resolution_akn(text)).encode()
    again = parse_bytes(written, "'it'", "it")
    assert again.vote == text.vote
    assert (again.masthead.date, again.masthead.stage) == (text.masthead.date, "adopted")


def test_the_date_of_a_draft_is_no_adoption() -> None:
    head = "LA/13/L.7\n\n7 March 2031\n\nDraft resolution\n\nThe Littoral Assembly,\n\n"
    text = parse(f"{head}Recalling its aims,\n\n1. Decides to meet.\n")
    assert (text.masthead.date, text.masthead.stage) == ("2031-03-07", "draft")
    again = parse_bytes("".join(resolution_akn(text)).encode(), "'it'", "it")
    assert again.masthead.stage == "draft"


@pytest.mark.skipif(not _UN.is_dir(), reason="the texts in ../shared are absent")
@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar", "de"])
def test_real_files_state_their_vote_and_date(language: str) -> None:
    for path in sorted(_UN.glob(f"{language}/*.xml"))[:: 1 if language == "de" else 16]:
        root = etree.parse(path).getroot()
        dates = [
            one.get("date")
            for one in root.iter("{*}FRBRdate")
            if one.get("name") == "adoption" and (one.get("date") or "0001")[:4] != "0001"
        ]
        names = {
            _SIDES[side]: sum(1 for _ in count.iter("{*}organization"))
            for count in root.iter("{*}count")
            if (side := str(count.get("refersTo")))
        }
        text = parse_bytes(path.read_bytes(), path.name, path.name)
        assert text.masthead.date in dates or not dates, path
        assert text.masthead.symbol is not None, path
        if any(names.values()):
            assert text.vote is not None, path
            stated = {side: len(who) for side, who in text.vote.names.items()}
            assert stated == {side: count for side, count in names.items() if count}, json.dumps(stated)
