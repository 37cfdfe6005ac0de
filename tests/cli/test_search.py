"""search over the store: which texts are looked at, what is marked, what is counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from resdiff.store.search import spans_of
from tests.cli.running import resdiff


@pytest.fixture
def marshes(tmp_path: Path, samples: Path) -> str:
    """A store with both sample lineages."""
    path = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", path).status == 0
    return path


def _versions(store: str, *options: str) -> set[str]:
    done = resdiff("search", "marsh*", "--format", "json", "--store", store, *options)
    return {row["version"].partition("@")[2] for row in json.loads(done.out)}


@pytest.mark.parametrize(
    ("options", "versions"),
    [
        (["--since", "2032"], {"13/4"}),
        (["--since", "2031-03-07"], {"12/9", "13/4"}),
        (["--until", "2031-02"], {"LA/12/L.7", "LA/12/L.7/Rev.1"}),
        (["--until", "2031"], {"LA/12/L.7", "LA/12/L.7/Rev.1", "12/9"}),
        (["--stage", "revised draft"], {"LA/12/L.7/Rev.1"}),
        (["--stage", "adopted", "--in", "COASTAL"], {"12/9", "13/4"}),
        (["--in", "fund for the protection", "--since", "2032"], {"13/4"}),
        (["--in", "harbour"], set()),
    ],
)
def test_which_texts_are_looked_at_can_be_chosen(
    marshes: str, options: list[str], versions: set[str]
) -> None:
    assert _versions(marshes, *options) == versions


def test_the_count_is_that_of_the_list(marshes: str) -> None:
    listed = resdiff("search", "marsh*", "--format", "json", "--store", marshes, "--limit", "999")
    rows = json.loads(listed.out)
    done = resdiff("search", "marsh*", "--count", "--store", marshes)
    assert done.out == f"{len(rows)} paragraphs in {len({row['version'] for row in rows})} versions\n"
    assert resdiff("search", "nowhere", "--count", "--store", marshes).status == 1


def test_words_are_a_phrase_and_stand_apart_where_and_parts_them(marshes: str) -> None:
    def count(*words: str) -> str:
        return resdiff("search", *words, "--count", "--store", marshes).out

    assert count("sale", "of", "marsh") == count("sale of marsh") == count('"sale of marsh"')
    assert not count("sale of marsh").startswith("0 ")
    assert count("marsh of sale") == count("marsh sale") == "0 paragraphs in 0 versions\n"
    apart = count("marsh AND sale")
    assert not apart.startswith("0 ")
    assert apart == count('"marsh" sale') == count("marsh AND sal*")
    assert count("marsh land AND drain it") == count('"marsh land" "drain it"')


def test_a_phrase_without_a_hit_says_where_its_words_stand_apart(marshes: str) -> None:
    done = resdiff("search", "marsh sale", "--store", marshes)
    (number,) = re.findall(r"has 'marsh sale'; (\d+) paragraphs: resdiff search 'marsh AND sale'", done.err)
    rows = resdiff("search", "marsh AND sale", "--format", "json", "--store", marshes).out
    assert len(json.loads(rows)) == int(number) > 0
    assert "resdiff search" not in resdiff("search", "marsh giraffe", "--store", marshes).err
    assert "resdiff search" not in resdiff("search", "giraffe", "--store", marshes).err


def test_equal_readings_stand_once_and_hits_are_marked(marshes: str) -> None:
    out = resdiff("search", '"marsh land"', "--store", marshes, "--color", "always").out
    assert "\x1b[7mmarsh land\x1b[0m" in out
    assert "13/4, OP6, 2031–2032, 2 versions" in out
    assert out.count("Deplores the sale") == 1


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("sea", ["Sea", "sea"]),
        ('"sea  level"', ["Sea level"]),
        ("leve*", ["level", "levels"]),
        ('sea "sea level"', ["Sea", "sea"]),
        ("a.b", ["a.b"]),
        ("nothing", []),
    ],
)
def test_what_is_marked_is_what_was_asked_for(query: str, marked: list[str]) -> None:
    text = "Sea level and levels of the sea; seas, a.b"
    assert [text[start:end] for start, end in spans_of(query, text)] == marked


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--since", "spring", "invalid date 'spring' of --since: write 2019, 2019-05 or 2019-05-31"),
        ("--until", "20", "invalid date '20' of --until"),
        ("--stage", "final", "unknown stage 'final': stages are zero draft, draft,"),
    ],
)
def test_a_date_or_stage_that_is_none_is_refused(marshes: str, option: str, value: str, message: str) -> None:
    done = resdiff("search", "marsh", option, value, "--store", marshes)
    assert done.status == 2
    assert message in done.err
