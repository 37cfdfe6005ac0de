"""Proposed words are looked for where they stood: the same words elsewhere in a paragraph say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.core.history.proposed_words import _stands_in_place
from resdiff.core.parse import parse
from tests.cli.running import resdiff
from tests.documents import docx, p
from tests.making import text_of
from tests.readers.test_word_changes import ADA, BEN, HEAD, deleted, put_in, run

_TOP = "The Littoral Assembly,\n\nRecalling its resolution 9/14 of 6 March 2028,\n\n"
_END = "\n\n2. Decides to meet.\n"


@pytest.mark.parametrize(
    ("words", "old", "adopted", "fate"),
    [
        (
            f"{run('urgent lamps to give ')}{put_in(ADA, 'urgent ')}{run('light')}",
            "urgent lamps to give light",
            "urgent lamps to give light",
            "+ urgent (not adopted)",
        ),
        (
            f"{run('the ')}{deleted(ADA, 'new ')}{run('lamps and the new buoys')}",
            "the new lamps and the new buoys",
            "the lamps and the new buoys",
            "- new (adopted)",
        ),
        (
            f"{run('the ')}{deleted(ADA, 'new ')}{run('lamps and the new buoys')}",
            "the new lamps and the new buoys",
            "the new lamps and the buoys",
            "- new (not adopted)",
        ),
        (
            f"{run('the lamps ')}{put_in(ADA, 'each year ')}{run('and the buoys')}",
            "the lamps and the buoys",
            "the lamps and, each year and with care, the buoys",
            "+ each year (adopted)",
        ),
    ],
)
def test_words_are_adopted_in_their_place(
    words: str, old: str, adopted: str, fate: str, tmp_path: Path
) -> None:
    (tmp_path / "draft.docx").write_bytes(
        docx(
            HEAD + f"<w:p>{run('1. Urges ports to mend ')}{words}{run(';')}</w:p>" + p("2. Decides to meet.")
        )
    )
    for name, said in (("last", old), ("adopted", adopted)):
        (tmp_path / f"{name}.txt").write_text(f"{_TOP}1. Urges ports to mend {said};{_END}", "utf-8")
    done = resdiff("compare", *(tmp_path / name for name in ("last.txt", "draft.docx", "adopted.txt")))
    assert fate in " ".join(done.out.split())


def test_words_of_others_beside_those_of_an_author_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    words = f"{deleted(ADA, 'red')}{put_in(ADA, 'blue')}{run(' lamps')}{put_in(BEN, ' and buoys')}"
    path.write_bytes(docx(HEAD + f"<w:p>{run('1. Urges ports to mend ')}{words}{run(';')}</w:p>"))
    assert "proposed by Ben Fen: + and buoys" in resdiff("compare", path, "--by", "ben").out
    alone = f"{deleted(BEN, 'red lamps')}{put_in(BEN, 'blue lamps')}"
    path.write_bytes(docx(HEAD + f"<w:p>{run('1. Urges ports to mend ')}{alone}{run(';')}</w:p>"))
    assert "proposed by Ben Fen:" not in resdiff("compare", path, "--by", "ben").out


def test_the_items_of_an_agenda_are_no_footnotes() -> None:
    body = text_of(operative=["Decides to meet in panel 2 and panel 3 of the forum;", "Asks for lamps."])
    agenda = "Annex\n\nAgenda of the forum\n\n1 Opening.\n\n2 Election of two Chairs.\n\n3 Rules.\n"
    text = parse(f"{body}\n{agenda}")
    assert [one.text for one in text.matter if one.kind == "footnote"] == []
    assert "panel 2 and panel 3" in "".join(one.text for one in text.paragraphs)
    notes = "Annex\n\nRules of the forum\n\nPorts meet in panels.2\n\n2 Election of two Chairs.\n"
    assert [one.mark for one in parse(f"{body}\n{notes}").matter if one.kind == "footnote"] == ["2"]


def test_a_sign_that_was_taken_out_is_no_word_that_stays() -> None:
    kept = "The keeper, who came, left"
    assert not _stands_in_place(kept, 10, 11, "The keeper who came, left")
    assert _stands_in_place(kept, 10, 11, kept)
    assert not _stands_in_place(kept, 0, 10, "")
