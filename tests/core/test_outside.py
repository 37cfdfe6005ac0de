"""Nothing outside the paragraphs changes in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resdiff.core.compare import Comparison, compare
from resdiff.core.parse import parse
from tests.cli.running import resdiff
from tests.making import PREAMBLE, made, text_of

_TEXT = """Littoral Assembly

LA/RES/12/9

Distr.: General
7 March 2031

Twelfth session
Agenda item 5

Resolution adopted by the Littoral Assembly on 7 March 2031

12/9. Fund for tidal marshes

The Littoral Assembly,

Recalling its resolution 9/14 of 6 March 2028,

1. Calls upon all members to contribute to the Fund;

2. Decides to remain seized of the matter.

31st meeting
7 March 2031

Resolution adopted without a vote.
"""


def _compared(old: str, new: str) -> Comparison:
    assert old in _TEXT
    return compare(parse(_TEXT), parse(_TEXT.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("LA/RES/12/9", "LA/RES/13/4", "masthead"),
        ("Distr.: General", "Distr.: Limited", "masthead"),
        ("Twelfth session", "Thirteenth session", "masthead"),
        ("12/9. Fund", "13/4. Fund", "title"),
        ("31st meeting", "32nd meeting", "adoption"),
    ],
)
def test_facts_that_move_from_text_to_text_are_listed_and_do_not_count(old: str, new: str, kind: str) -> None:
    comparison = _compared(old, new)
    assert not comparison.has_change
    assert [(m.kind, m.counts) for m in comparison.matter_changes] == [(kind, False)]
    assert comparison.uncounted_matter_changes == comparison.matter_changes


def test_another_organ_and_another_title_count() -> None:
    organ = _compared("The Littoral Assembly,\n", "The Upland Assembly,\n")
    assert [(m.kind, m.base, m.revised) for m in organ.counted_matter_changes] == [
        ("organ", "The Littoral Assembly,", "The Upland Assembly,")
    ]
    title = _compared("Fund for tidal marshes", "Fund for salt marshes")
    assert [m.kind for m in title.counted_matter_changes] == ["title"]
    assert organ.has_change
    assert title.has_change


def test_prose_above_the_text_counts() -> None:
    prose = "On the proposal of the keepers of the northern lights:"
    comparison = _compared("12/9. Fund for tidal marshes\n", f"{prose}\n\n12/9. Fund for tidal marshes\n")
    (change,) = (change for change in comparison.changes if change.counts)
    assert (change.kind, change.base, change.revised) == ("added", (), (0,))
    paragraph = comparison.revised.paragraphs[0]
    assert (paragraph.id, paragraph.part, paragraph.text) == ("P1", "body", prose)
    (warning,) = comparison.revised.warnings
    assert warning == "1 block above the text was not recognized and is kept as P1"


def test_what_only_one_text_has_because_of_its_stage_is_listed() -> None:
    comparison = _compared("\n\n31st meeting\n7 March 2031\n\nResolution adopted without a vote.\n", "\n")
    assert not comparison.has_change
    assert {m.kind for m in comparison.matter_changes} == {"adoption", "vote"}
    assert all(m.revised is None for m in comparison.matter_changes)


def test_a_word_in_any_block_of_the_samples_is_never_silent(samples: Path) -> None:
    silent = []
    for path in sorted(samples.glob("*/*.txt")):
        source = path.read_text("utf-8")
        text = parse(source)
        for block in re.finditer(r"[^\n]*[^\W\d_]{4,}[^\n]*", source):
            word = re.search(r"[^\W\d_]{4,}", block[0])
            assert word is not None
            start = block.start() + word.start()
            changed = f"{source[:start]}Zzyxq{source[start + len(word[0]) :]}"
            comparison = compare(text, parse(changed))
            if not comparison.has_change and not comparison.matter_changes:
                silent.append((path.name, block[0]))
    assert silent == []


def test_the_command_lists_what_does_not_count_and_any_fails_on_it(tmp_path: Path) -> None:
    base, revised = tmp_path / "base.txt", tmp_path / "revised.txt"
    base.write_text(_TEXT, "utf-8")
    revised.write_text(_TEXT.replace("Twelfth session", "Thirteenth session"), "utf-8")
    done = resdiff("compare", base, revised)
    assert (done.status, "lines that differ but do not count: masthead 1" in done.out) == (0, True)
    for form in ("markdown", "html"):
        assert "do not count: masthead 1" in resdiff("compare", base, revised, "-f", form).out
    assert resdiff("compare", base, revised, "--fail-on", "any", "-q").status == 1
    assert resdiff("compare", base, base, "--fail-on", "any", "-q").status == 0
    assert resdiff("compare", base, revised, "--fail-on", "title", "-q").status == 0


def test_paragraphs_that_count_as_unchanged_and_differ_are_listed(tmp_path: Path) -> None:
    base, revised = tmp_path / "base.txt", tmp_path / "revised.txt"
    text = text_of(PREAMBLE, ["Requests the keepers to report;", "Requests the pilots' help."])
    base.write_text(text, "utf-8")
    changed = text.replace("2. Requests the pilots'", "2. Also requests the pilots\u2019")
    revised.write_text(
        changed.replace("1. Requests the keepers", "1. Also requests the keepers of lamps"), "utf-8"
    )
    line = "do not count: ordering words 1, typography 1"
    for form in ("text", "markdown", "html"):
        done = resdiff("compare", base, revised, "-f", form, "--width", "120")
        assert (done.status, line in done.out) == (1, True)
    assert "ROLLED ON OP2 (also, further)" in resdiff("brief", base, revised).out


def test_marks_of_footnotes_and_job_numbers_are_listed_and_page_numbers_are_not() -> None:
    noted = _TEXT.replace("6 March 2028,", "6 March 2028,1") + "\n____________\n1 LA/12/31.\n"
    other = noted.replace("2028,1", "2028,2").replace("\n1 LA/12/31", "\n2 LA/12/31")
    marks = compare(parse(noted), parse(other))
    assert [(m.kind, m.base, m.revised, m.counts) for m in marks.matter_changes] == [
        ("footnote", "1", "2", False)
    ]
    printed = _TEXT.replace("\n\n2. Decides", "\n\n31-00415 2/3\n\n2. Decides")
    pages = compare(parse(printed), parse(printed.replace("31-00415 2/3", "31-00415 3/3")))
    assert pages.matter_changes == ()
    job = compare(parse(printed), parse(printed.replace("31-00415", "32-00977")))
    assert [(m.kind, m.base, m.revised, m.counts) for m in job.matter_changes] == [
        ("furniture", "31-00415", "32-00977", False)
    ]


@pytest.mark.parametrize(("word", "counts"), [("Peace at the", True), ("Peace of", False)])
def test_a_line_above_the_text_is_prose_from_four_words_on(word: str, counts: bool) -> None:
    comparison = compare(made(head=f"{word} shore;"), made(head=f"{word} quay;"))
    assert [p.id for p in comparison.revised.paragraphs if p.part == "body"] == ["P1"] * counts
    assert [change.counts for change in comparison.matter_changes] == [False] * (not counts)
    assert comparison.has_change is counts
