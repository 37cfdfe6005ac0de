"""Word with tracked changes: accepting all gives the revised text, rejecting all the base text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from lxml import etree

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.readers.changes import Changes
from resdiff.render.word.comparison import comparison_docx
from resdiff.workspace.reading import read
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.core.test_languages import _TEXTS
from tests.making import made, revisions, text_of


def _told(text: Resolution) -> list[tuple[str | None, str]]:
    return [(p.label, p.text) for p in text.paragraphs]


def _read(data: bytes, changes: Changes) -> Resolution:
    return parse_bytes(data, "'it'", "it", changes)


@given(revisions())
def test_accepted_and_rejected_give_both_texts(pair: tuple[str, str]) -> None:
    one, two = map(parse, pair)
    data = comparison_docx(compare(one, two))
    assert _told(_read(data, "accept")) == _told(two)
    assert _told(_read(data, "reject")) == _told(one)


def test_the_samples_both_ways(samples: Path) -> None:
    for base, revised in (
        pair for folder in sorted(samples.iterdir()) for pair in pairwise(sorted(folder.glob("*.txt")))
    ):
        one, two = read(base), read(revised)
        data = comparison_docx(compare(one, two))
        assert data == comparison_docx(compare(one, two))
        for changes, text in (("accept", two), ("reject", one)):
            again = _read(data, changes)  # type: ignore[arg-type]  # both are words of Changes
            assert _told(again) == _told(text), revised
            assert again.masthead.title == text.masthead.title


def test_words_put_to_an_end_do_not_mark_the_split_behind_them() -> None:
    one = made(
        preamble=(
            "Recalling its resolution 9/14 of 6 March 2028",
            "Noting the tides of the sound, and recognizing the moles of all ports,",
        )
    )
    two = made(
        preamble=(
            "Recalling its resolution 9/14 of 6 March 2028 and its annex",
            "Noting the tides of the sound,",
            "Recognizing the moles of all ports,",
        )
    )
    data = comparison_docx(compare(one, two))
    assert _told(_read(data, "accept")) == _told(two)
    assert _told(_read(data, "reject")) == _told(one)


def test_a_number_with_its_first_item_comes_back() -> None:
    one = made(operative=("Urges members:", "(a) To row;"))
    two = parse(
        text_of(operative=())
        + "\n58. (a) Requests the keepers to light the mole;\n\n(b) Also requests them to ring the bell;\n"
    )
    assert [p.label for p in two.paragraphs][-2:] == ["58 (a)", "(b)"]
    assert _told(_read(comparison_docx(compare(one, two)), "accept")) == _told(two)


def test_what_opens_a_paragraph_is_in_italics() -> None:
    one = made(operative=("Calls upon all members to row;", "Invites all to pay;"))
    two = made(operative=("Urges all members to row;", "Invites all to pay;", "Decides to act."))
    with zipfile.ZipFile(io.BytesIO(comparison_docx(compare(one, two)))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    reported = ["".join(run.itertext()) for run in root.iter(f"{w}r") if run.find(f"{w}rPr/{w}i") is not None]
    assert [words.strip() for words in reported][-4:] == ["Calls upon", "Urges", "Invites", "Decides"]


def test_notes_that_no_paragraph_calls_are_not_lost(samples: Path) -> None:
    one, two = (read(samples / "coastal-fund" / name) for name in ("1-draft.txt", "3-adopted.txt"))
    assert any(m.paragraph is None for m in one.matter if m.kind == "footnote")
    data = comparison_docx(compare(one, two))
    assert not compare(one, _read(data, "reject")).has_change
    assert not compare(two, _read(data, "accept")).has_change


def test_author_and_date_and_signs_of_xml() -> None:
    one, two = made(), made(operative=("Calls upon <all> members & \x01 friends to contribute;",))
    data = comparison_docx(compare(one, two), 'A "clerk" & co', "2031-03-07T00:00:00Z")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        assert archive.testzip() is None
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = list(root.iter(f"{w}ins", f"{w}del"))
    assert {element.get(f"{w}author") for element in marks} == {'A "clerk" & co'}
    assert {element.get(f"{w}date") for element in marks} == {"2031-03-07T00:00:00Z"}
    assert len({element.get(f"{w}id") for element in marks}) == len(marks)
    assert [p.text for p in _read(data, "accept").paragraphs][
        -1
    ] == "Calls upon <all> members & \ufffd friends to contribute;"


def test_the_command_writes_it(samples: Path, tmp_path: Path) -> None:
    files = [samples / "coastal-fund" / name for name in ("2-draft-rev1.txt", "3-adopted.txt")]
    target = tmp_path / "changes.docx"
    assert (
        resdiff("compare", *files, "-q", "-o", target, "--author", "the clerk", "--date", "2031-03-07").status
        == 1
    )
    again = resdiff("compare", target, "-q", "-f", "json")
    assert again.status == 1
    one, two = (json.loads(resdiff("show", file, "-q", "-f", "json").out)["paragraphs"] for file in files)
    reported = json.loads(again.out)
    assert [p["text"] for p in reported["base"]["paragraphs"]] == [p["text"] for p in one]
    assert [p["text"] for p in reported["revised"]["paragraphs"]] == [p["text"] for p in two]
    for date in ("soon", "2031-02-29", "0000-01-01", "2031-03-07T25:00:00"):
        assert_trouble(
            resdiff("compare", *files, "-q", "-o", target, "--date", date), f"invalid date '{date}'"
        )
    assert_trouble(resdiff("compare", *files, "-q", "-f", "html", "-o", target), "does not fit --format html")
    assert_trouble(
        resdiff("compare", *files, "-q", "-f", "docx", "-o", tmp_path / "out.xml"),
        "does not fit --format docx",
    )
    assert_trouble(
        resdiff("compare", *files, "-q", "-o", target, "--only", "added"), "--only does not go with Word"
    )


def test_several_footnotes_of_a_paragraph_stay_apart() -> None:
    head = "The Littoral Assembly,\n\nRecalling the Convention¹ and its Protocol,²\n\nNoting the tides,\n\n"
    notes = "____________________\n\n¹ Resolution 8/2.\n\n² Resolution 8/3.\n"
    one, two = (parse(f"{head}1. {verb} the keepers to report;\n\n{notes}") for verb in ("Invites", "Urges"))
    again = _read(comparison_docx(compare(one, two)), "accept")
    assert [p.marks for p in again.paragraphs] == [("1", "2"), (), ()]
    assert [m.text for m in again.matter if m.kind == "footnote"] == [
        "¹ Resolution 8/2.",
        "² Resolution 8/3.",
    ]


def test_both_ends_of_a_move_stand_in_ranges_of_one_name() -> None:
    lamps, bells = "lamps of the northern mole", "bells of the southern harbour"
    base = f"The Littoral Assembly,\n\nNoting the {lamps},\n\nWelcoming the {bells},\n\nNoting the fog,\n\n"
    revised = (
        f"The Littoral Assembly,\n\nWelcoming the {bells},\n\nNoting the fog,\n\nNoting the {lamps},\n\n"
    )
    end = "1. Decides to meet.\n"
    comparison = compare(parse(base + end), parse(revised + end))
    with zipfile.ZipFile(
        io.BytesIO(comparison_docx(comparison, "Ada Moor", "2031-03-07T00:00:00Z"))
    ) as archive:
        document = archive.read("word/document.xml").decode()
    starts = re.findall(
        r'<w:move(From|To)RangeStart w:id="(\d+)" w:name="(\w+)" w:author="Ada Moor"', document
    )
    ends = re.findall(r'<w:move(From|To)RangeEnd w:id="(\d+)"/>', document)
    assert sorted(kind for kind, _, _ in starts) == ["From", "To"]
    assert len({name for _, _, name in starts}) == 1
    assert sorted((kind, number) for kind, number, _ in starts) == sorted(ends)
    assert len(set(re.findall(r'<w:\w+(?<!End) w:id="(\d+)"', document))) == len(
        re.findall(r'<w:\w+(?<!End) w:id="(\d+)"', document)
    )
    for changes, text in (("accept", comparison.revised), ("reject", comparison.base)):
        again = _read(comparison_docx(comparison), cast("Changes", changes))
        assert [p.text for p in again.paragraphs] == [p.text for p in text.paragraphs]


@pytest.mark.parametrize(
    ("language", "part"),
    [("ar", "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>"), ("fr", '<w:lang w:val="fr-FR"/>')],
)
def test_a_word_file_bears_its_language_and_direction(language: str, part: str) -> None:
    text = parse("\n\n".join(_TEXTS[language]) + "\n")
    with zipfile.ZipFile(io.BytesIO(comparison_docx(compare(text, text)))) as archive:
        assert part in archive.read("word/styles.xml").decode()
    english = parse("The Littoral Assembly,\n\nNoting the fog,\n\n1. Decides to meet.\n")
    with zipfile.ZipFile(io.BytesIO(comparison_docx(compare(english, english)))) as archive:
        assert part not in archive.read("word/styles.xml").decode()
