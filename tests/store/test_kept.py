"""What is kept of texts and comparisons is what parsing and comparing give, under the rules and options that
made it.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resdiff.core.compare import Comparison, compare
from resdiff.core.parse import parse
from resdiff.core.rules import COMPARISONS
from resdiff.store.codec import decode_resolution, encode_resolution, paragraph_rows
from resdiff.store.comparisons import options_key
from resdiff.store.repository import Store
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.comparing import compare_texts, make_options
from resdiff.workspace.reading import read
from resdiff.workspace.references import open_repository
from resdiff.workspace.steps import version_rows
from resdiff.workspace.stored import index_store, pending
from tests.cli.running import resdiff
from tests.making import resolutions, revisions
from tests.store.content import run


@given(st.one_of(resolutions(), st.text(max_size=600)))
def test_a_parsed_text_comes_back_as_it_was(text: str) -> None:
    parsed = parse(text, name="x", sha256="y")
    assert decode_resolution(encode_resolution(parsed), paragraph_rows(parsed), "x", "y") == parsed


def _never_called(*arguments: object) -> Comparison:
    raise AssertionError("a kept comparison was made anew")


def test_a_kept_comparison_is_the_one_that_was_made(
    filled: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    references = [version.reference for version in filled.versions()]
    texts = {name: read(name, store=str(place)) for name in references}
    made = {(one, two): compare(texts[one], texts[two]) for one, two in combinations(references, 2)}
    for base, revised in made:
        compare_texts(base, revised, store=str(place))
    monkeypatch.setattr("resdiff.workspace.stored.compare", _never_called)
    for (base, revised), comparison in made.items():
        assert compare_texts(base, revised, store=str(place)) == comparison


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(texts=revisions())
def test_any_comparison_comes_back_as_it_was(texts: tuple[str, str], tmp_path: Path) -> None:
    place = tmp_path / "any.db"
    place.unlink(missing_ok=True)
    for name, text in zip("ab", texts, strict=True):
        tmp_path.joinpath(name).write_text(text + name, "utf-8")
    with open_repository(str(place), create=True) as store:
        add_files("any", [str(tmp_path / "a"), str(tmp_path / "b")], GivenFacts(label=None), store)
    made = compare(read("any@first", store=str(place)), read("any@latest", store=str(place)))
    assert compare_texts("any", None, store=str(place)) == made


def test_other_options_are_kept_apart_and_a_scale_of_ones_own_not_at_all(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    count = filled.rows("SELECT count(*) FROM comparison")[0][0]
    other = make_options(settings=["align.place=0.9"])
    assert options_key(other) == '{"align.place": 0.9}'
    assert compare_texts("marshes", None, other, store=str(place)) == compare_texts(
        "marshes", None, other, store=str(place)
    )
    assert filled.rows("SELECT count(*) FROM comparison")[0][0] == count + 1
    scale = tmp_path / "scale.csv"
    scale.write_text("lemma,scale,strength,source\ndecide,directive,9,ours\n", "utf-8")
    assert (
        compare_texts("marshes", None, make_options(str(scale)), store=str(place)).scale_name == "scale.csv"
    )
    assert filled.rows("SELECT count(*) FROM comparison")[0][0] == count + 1


def test_what_other_rules_made_is_made_anew_and_never_mixed_in(filled: Store, place: Path) -> None:
    before = compare_texts("marshes", None, store=str(place))
    with filled.writing():
        filled.run("UPDATE comparison SET rules = '0', added = 99")
        filled.run("UPDATE version SET parser = '0', verbs = '0'")
    assert filled.rows("SELECT count(*) FROM verbs WHERE phrase NOT LIKE 'not yet%'") == [(0,)]
    assert filled.rows("SELECT DISTINCT kind FROM changes") == [("not yet: run resdiff store index",)]
    assert pending(filled) == 6 + 4
    assert compare_texts("marshes", None, store=str(place)) == before
    assert run(place, "store", "index").out == "6 texts parsed anew, 4 comparisons made\n"
    assert [step.counts.added for step in version_rows("marshes", filled)[0] if step.counts] == [1, 1, 8]
    assert filled.rows("SELECT count(DISTINCT rules) FROM comparison") == [(2,)]
    run(place, "store", "compact")
    assert filled.rows("SELECT DISTINCT rules FROM comparison") == [(COMPARISONS,)]
    assert run(place, "store", "verify").status == 0


def test_no_compare_leaves_it_to_store_index_and_the_log_tells_all_the_same(
    place: Path, marshes: list[str]
) -> None:
    assert run(place, "add", "marshes", *marshes, "--no-compare").status == 0
    assert "3 not yet parsed or compared" in run(place, "store", "info").out
    with open_repository(str(place)) as store:
        assert (
            store.rows("SELECT compared FROM versions ORDER BY place")[1:]
            == [("not yet: run resdiff store index",)] * 3
        )
        assert run(place, "store", "index", "-j", "2").out == "0 texts parsed anew, 3 comparisons made\n"
        assert store.rows("SELECT compared FROM versions ORDER BY place") == [
            (None,),
            ("yes",),
            ("yes",),
            ("yes",),
        ]
        assert index_store(store).compared == 0
    assert "not yet" not in run(place, "store", "info").out


def test_a_file_may_stand_on_one_side_and_a_symbol_means_the_stored_text(
    filled: Store, place: Path, marshes: list[str]
) -> None:
    mixed = compare_texts(marshes[2], "marshes@latest", store=str(place))
    assert mixed.changes == compare_texts("LA/RES/12/9", "LA/RES/13/4", store=str(place)).changes
    done = run(place, "compare", "marshes", "nothing-there")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "'marshes@latest' is the last version of the lineage" in done.err
    done = resdiff("compare", "no-such-file", "marshes@latest", "--store", place)
    assert "there is no file 'no-such-file'" in done.err
    assert "nor a version of that name in the store" in done.err
