"""Options and filters that cannot mean anything together are refused in one line, and nothing is said that is
not so.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import resdiff


@pytest.fixture
def place(tmp_path: Path, samples: Path) -> str:
    """A store with both sample lineages: coastal-fund and harbour-watch."""
    path = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", path).status == 0
    return path


_ONE, _TWO = "coastal-fund@12/9:OP1", "coastal-fund@13/4:OP1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("search", "the", "--in", "nowhere"), "no lineage has 'nowhere' in its name or title"),
        (("search", "the", "--since", "2099"), "no version has these dates and this stage"),
        (("search", "the", "--since", "2032", "--until", "2031"), "--until 2031 is before --since 2032"),
        (("search", "the", "--since", "2019-99"), "invalid date '2019-99' of --since"),
        (("search", "the", "--until", "2019-02-30"), "invalid date '2019-02-30' of --until"),
        (("precedents", "Deplores the sale", "--in", "nowhere"), "no lineage has 'nowhere'"),
        (
            ("link", "coastal-fund@12/9:OP1", "coastal-fund@13/4:OP1", "--apart", "--forget"),
            "exclude each other",
        ),
        (("edit", "coastal-fund@13/4", "--round-of", "12/9"), "coastal-fund@13/4 is no draft"),
        (("rows", "texts", "nowhere.txt"), "there is no file, folder or lineage 'nowhere.txt'"),
    ],
)
def test_what_means_nothing_is_refused(place: str, arguments: tuple[str, ...], message: str) -> None:
    done = resdiff(*arguments, "--store", place)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_a_range_of_dates_may_be_one_day(place: str) -> None:
    done = resdiff("search", "marsh*", "--since", "2031-03-07", "--until", "2031-03", "--store", place)
    assert done.status == 0


@pytest.mark.parametrize(
    "option", ["label", "stage", "date", "symbol", "base-of", "before", "supersedes", "reason"]
)
def test_what_describes_one_file_is_refused_with_a_folder(samples: Path, tmp_path: Path, option: str) -> None:
    store = tmp_path / "none.db"
    done = resdiff("add", str(samples), f"--{option}", "draft", "--store", str(store))
    assert done.status == 2
    assert f"--{option} describes one file" in done.err
    assert not store.exists()


def test_two_votes_for_one_text_are_refused_and_none_is_set(place: str, tmp_path: Path) -> None:
    table = tmp_path / "votes.csv"
    head = "symbol,in favour,against,abstaining\n"
    table.write_text(f"{head}LA/RES/12/9,15,5,4\nLA/RES/12/9,1,2,3\n")
    done = resdiff("add", "--votes", str(table), "--store", place)
    assert done.status == 2
    assert "line 3 gives another vote for LA/RES/12/9 than a line before" in done.err
    table.write_text(f"{head}LA/RES/12/9,15,x,4\n")
    assert "line 2, LA/RES/12/9" in resdiff("add", "--votes", str(table), "--store", place).err
    table.write_text(f"{head}LA/RES/12/9,1,2,3\nLA/RES/12/9,1,2,3\n")
    assert "1 text got" in resdiff("add", "--votes", str(table), "--store", place).out


def test_the_hint_of_a_search_can_be_typed(place: str) -> None:
    err = resdiff("search", "fund's marshes", "--store", place).err
    assert "resdiff search 'fund'\"'\"'s AND marshes'" in err or "no paragraph of the store has" in err
    assert "AND AND" not in resdiff("search", "marshes fund AND", "--store", place).err


def test_names_are_matched_in_any_case_beyond_ascii(tmp_path: Path, samples: Path) -> None:
    store = str(tmp_path / "store.db")
    text = str(
        samples / "harbour-watch" / sorted(p.name for p in (samples / "harbour-watch").glob("*.txt"))[0]
    )
    assert resdiff("add", "marée", text, "--store", store).status == 0
    done = resdiff("search", "the", "--in", "MARÉE", "--format", "json", "--store", store)
    assert json.loads(done.out)


def test_a_brief_of_texts_that_have_a_year_or_a_month_alone(place: str) -> None:
    for date, words in (("2032", "(2032)"), ("2032-04", "(Apr 2032)"), ("2032-04-03", "(3 Apr 2032)")):
        assert resdiff("edit", "coastal-fund@13/4", "--date", date, "--store", place).status == 0
        done = resdiff("brief", "coastal-fund@12/9..13/4", "--store", place)
        assert done.status in (0, 1)
        assert words in done.out


def test_asks_that_are_filtered_are_counted_alone(place: str) -> None:
    every = resdiff("asks", "coastal-fund@latest", "--store", place).out
    assert "operative verbs and points ask for something or decide it" in every
    chosen = resdiff("asks", "coastal-fund@latest", "--task", "report", "--store", place).out
    assert "operative verbs and points" not in chosen
    none = resdiff("asks", "coastal-fund@latest", "--due", "1999", "--store", place).out
    assert "0 asks" in none
    assert resdiff("asks", "coastal-fund@latest", "--stage", "adopted", "--store", place).status == 2


def test_a_correction_by_a_text_that_is_stored_already_is_refused(place: str, samples: Path) -> None:
    file = str(samples / "coastal-fund" / "3-adopted.txt")
    options = ("--supersedes", "13/4", "--reason", "misprint", "--store", place)
    done = resdiff("add", "coastal-fund", file, *options)
    assert done.status == 2
    assert "nothing is corrected" in done.err
