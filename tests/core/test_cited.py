"""The documents that a brief names as newly cited, or no longer."""

from __future__ import annotations

from pathlib import Path

from resdiff.core.brief import brief_of
from resdiff.core.citations import documents_cited
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.render.views.brief import brief_blocks
from resdiff.render.views.citations import cited_words
from tests.cli.running import resdiff
from tests.making import text_of

_KEEP = "Decides to remain seized of the matter."


def _cited(base: list[str], revised: list[str]) -> list[str]:
    head = "General Assembly\n\nA/RES/{}/1"
    one = parse(text_of(preamble=base, operative=[_KEEP], head=head.format(84)))
    two = parse(text_of(preamble=revised, operative=[_KEEP], head=head.format(85)))
    blocks = {block.title: block.lines for block in brief_blocks(brief_of(compare(one, two)))}
    return [f"{line.name} {line.runs[0][1]}" for line in blocks.get("Cited", ())]


def test_what_is_newly_cited_and_no_longer_is_said() -> None:
    base = [
        "Recalling General Assembly resolution 70/1 on the harbours of the northern bay,",
        "Noting the reeds,",
    ]
    revised = [
        "Recalling the harbours of the bay,",
        "Noting the reeds, and General Assembly resolutions 71/2 and 72/3 on their gathering by hand,",
    ]
    assert _cited(base, revised) == ["PP2 + A/RES/71/2", "PP2 + A/RES/72/3", "PP1 − A/RES/70/1"]
    assert _cited(base, base) == []
    assert _cited(base, base[1:]) == ["was PP1 − A/RES/70/1"]
    elsewhere = ["Recalling the harbours of the bay,", "Noting the reeds, and resolution 70/1,"]
    assert _cited(base, elsewhere) == []


def test_what_moves_on_with_the_texts_is_not() -> None:
    own = "Recalling its resolution {}/1 on the lamps of the northern bay,"
    assert _cited([own.format(83)], [own.format(84)]) == []
    long = (
        "Recalling General Assembly resolution {} on {} of the northern bay and on the keepers of its lamps,"
    )
    assert _cited([long.format("70/1", "the reeds")], [long.format("71/9", "all moles and the reefs")]) == []
    other = (
        "Recalling Security Council resolution 2140 (2031) on all moles and the reefs of the northern bay,"
    )
    assert _cited([long.format("70/1", "the reeds")], [other]) == [
        "PP1 + S/RES/2140 (2031)",
        "was PP1 − A/RES/70/1",
    ]


def test_a_number_by_session_is_no_resolution_of_the_economic_and_social_council() -> None:
    head = "Economic and Social Council\n\nE/RES/2031/12"
    preamble = ["Recalling resolutions 68/1 and 2030/4 on reeds,"]
    text = parse(text_of(preamble=preamble, operative=[_KEEP], head=head))
    assert [*documents_cited(text, None)] == ["A/RES/68/1", "E/RES/2030/4"]


def test_a_text_says_what_it_cites_and_where() -> None:
    preamble = ["Recalling General Assembly resolution 70/1,", "Guided by resolutions 70/1 and 71/2,"]
    text = parse(text_of(preamble=preamble, operative=[_KEEP], head="General Assembly"))
    assert cited_words(text, None) == "A/RES/70/1 (PP1, PP2) · A/RES/71/2 (PP2)"
    assert cited_words(parse(text_of(operative=[_KEEP])), None) == ""


def test_show_names_what_is_cited(samples: Path) -> None:
    shown = resdiff("show", str(samples / "coastal-fund" / "4-next-year.txt")).out
    assert "cited\n    LA/RES/9/14 (PP2)" in shown


def test_one_more_of_a_kind_is_newly_cited_beside_one_that_moved_on() -> None:
    base = "Recalling its resolutions {} and 70/5 on the lamps of the northern bay and its keepers"
    assert _cited([f"{base.format('81/1')},"], [f"{base.format('83/2')}, and resolution 44/12,"]) == [
        "PP1 + A/RES/44/12"
    ]
