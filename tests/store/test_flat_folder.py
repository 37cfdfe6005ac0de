"""A folder of texts side by side is sorted into lineages, shown as a plan, and kept on a yes."""

from __future__ import annotations

import json
import shutil
from itertools import combinations
from pathlib import Path

import pytest

from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.store.repository import Store
from resdiff.workspace.reading import read
from resdiff.workspace.sorting import sort_texts
from tests.cli.running import assert_trouble
from tests.store.content import run


@pytest.fixture
def flat(tmp_path: Path, samples: Path) -> Path:
    """The texts of all samples in one folder, under names that say nothing."""
    folder = tmp_path / "flat"
    folder.mkdir()
    for number, path in enumerate(sorted(samples.rglob("*.txt"))):
        shutil.copy(path, folder / f"{(number * 7) % 100:02d}.txt")
    return folder


def _groups(folder: Path) -> set[frozenset[str]]:
    """The texts that belong together, as the samples say."""
    return {
        frozenset(path.read_text("utf-8") for path in sub.glob("*.txt"))
        for sub in folder.iterdir()
        if sub.is_dir()
    }


def test_the_samples_are_sorted_into_their_lineages(flat: Path, place: Path, samples: Path) -> None:
    done = run(place, "add", str(flat), "--yes")
    assert done.status == 0
    with Store(place) as store:
        lineages = [store.versions(lineage.slug) for lineage in store.lineages()]
        groups = {frozenset(store.data(v).decode() for v in versions) for versions in lineages}
        assert groups == _groups(samples)
        for versions in lineages:
            dates = [v.date or "" for v in versions]
            assert dates == sorted(dates)
    assert run(place, "store", "verify").status == 0


def test_the_plan_is_shown_and_nothing_is_added_before_a_yes(flat: Path, place: Path) -> None:
    done = run(place, "add", str(flat))
    assert (done.status, "pass --yes to add these texts as they are sorted" in done.err) == (2, True)
    assert "fund-for-the-protection-and-restoration-of-tidal-marshes: 4 texts" in done.out
    assert "LA/12/L.7/Rev.1, 2031-02-26, revised draft  (title)" in done.out
    assert not place.exists()


def test_texts_join_the_lineage_of_their_title_that_is_in_the_store(
    flat: Path, place: Path, marshes: list[str]
) -> None:
    run(place, "add", "marshes", *marshes[:2])
    assert "marshes: 4 texts, joins those in the store" in run(place, "add", str(flat)).out
    assert run(place, "add", str(flat), "--yes").status == 0
    with Store(place) as store:
        assert [v.label for v in store.versions("marshes")] == [
            "LA/12/L.7",
            "LA/12/L.7/Rev.1",
            "12/9",
            "13/4",
        ]
    again = run(place, "add", str(flat), "--yes")
    assert again.out.startswith("0 texts stored, 13 already stored")


def test_a_dropped_text_is_left_out_and_draws_no_other_by_its_title(
    flat: Path, place: Path, samples: Path
) -> None:
    text = samples / "ferry-mandate" / "1-resolution-212.txt"
    run(place, "add", "ferries", str(text))
    run(place, "drop", "ferries", "--yes")
    with Store(place) as store:
        (dropped,) = store.versions(with_dropped=True)
    out = run(place, "add", str(flat)).out
    run(place, "add", str(flat), "--yes")
    undo = f"resdiff drop --undo '{dropped.reference}' brings it back"
    assert f": dropped as {dropped.reference}; {undo}" in out
    with Store(place) as store:
        assert "ferries" not in {lineage.slug for lineage in store.lineages()}
        assert sum(lineage.versions for lineage in store.lineages()) == 12
    assert run(place, "drop", "--undo", "ferries").status == 0


def test_texts_do_not_join_a_lineage_by_the_title_of_a_dropped_text(
    flat: Path, place: Path, samples: Path
) -> None:
    run(place, "add", "marshes", str(samples / "coastal-fund" / "2-draft-rev1.txt"))
    run(place, "add", "marshes", str(samples / "harbour-watch" / "1-adopted.txt"))
    run(place, "drop", "marshes@LA/12/L.7/Rev.1", "--yes")
    out = run(place, "add", str(flat)).out
    assert not [line for line in out.splitlines() if line.startswith("marshes") and "4 texts" in line]
    assert "fund-for-the-protection-and-restoration-of-tidal-marshes: 3 texts" in out


def test_what_is_no_text_or_a_second_copy_is_left_out_by_name(flat: Path, place: Path) -> None:
    (flat / "notes.txt").write_text("Buy milk.\n", "utf-8")
    (flat / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (flat / ".hidden.txt").write_text("Buy milk.\n", "utf-8")
    text = next(path for path in sorted(flat.glob("*.txt")) if "LA/RES/12/9" in path.read_text("utf-8"))
    (flat / "zz-copy.txt").write_text(f"{text.read_text('utf-8')}\n", "utf-8")
    out = run(place, "add", str(flat)).out
    assert f"left out: '{flat / 'notes.txt'}': no resolution is recognized in it" in out
    assert "broken.pdf" in out
    assert f"left out: '{flat / 'zz-copy.txt'}': '{text.name}' is the same LA/RES/12/9" in out
    assert "hidden" not in out


def test_an_index_and_sub_folders_go_before_the_sorting(flat: Path, place: Path) -> None:
    names = sorted(path.name for path in flat.iterdir())
    rows = [{"lineage": "mine", "versions": [{"file": name} for name in names[:2]]}]
    (flat / "index.json").write_text(json.dumps(rows), "utf-8")
    assert run(place, "add", str(flat)).status == 0
    with Store(place) as store:
        assert [(row.slug, row.versions) for row in store.lineages()] == [("mine", 2)]


def test_an_empty_folder_ends_in_one_line(tmp_path: Path, place: Path) -> None:
    (tmp_path / "none").mkdir()
    assert_trouble(run(place, "add", str(tmp_path / "none")), "holds no lineage")


def test_texts_without_title_join_by_their_words_and_a_longer_title_by_its_own(samples: Path) -> None:
    texts = [(path, read(path)) for path in sorted(samples.rglob("*.txt"))]
    reasons = {entry.because for row in sort_texts(texts) for entry in row.texts}
    assert {reason.split()[0] for reason in reasons if reason} == {"title", "words", "cites"}


def _pairs(groups: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_real_texts_are_sorted_with_hardly_a_wrong_pair(shared: Path) -> None:
    index = json.loads((shared / "lineages" / "index.json").read_text("utf-8"))
    titles: dict[tuple[str, str], list[str]] = {}
    for lineage in index[::3]:
        organ = lineage["lineage"].partition("-")[0].removesuffix("80")
        names = [version["file"] for version in lineage["versions"]]
        titles.setdefault((organ, lineage["title"]), []).extend(names)
    files = [name for names in titles.values() for name in names]
    rows = sort_texts([(Path(name), read(shared / "lineages" / name)) for name in files])
    right, made = _pairs(list(titles.values())), _pairs([[str(e.path) for e in row.texts] for row in rows])
    assert len(made & right) >= 0.97 * len(made)
    titled = {pair for pair in right if not pair[0].startswith("sc-")}
    assert len(made & titled) >= 0.97 * len(titled)


def test_a_title_that_ends_in_a_number_takes_no_name_of_another_lineage() -> None:
    def text(title: str, organ: str, name: str) -> tuple[Path, Resolution]:
        head = f"31/1. {title}"
        return Path(name), parse(f"{head}\n\nThe {organ},\n\n1. Urges {name} to light moles;\n")

    texts = [
        text("Lights", "Littoral Assembly", "ports"),
        text("Lights", "Harbour Council", "boards"),
        text("Lights (2)", "Tidal Board", "pilots"),
    ]
    slugs = [row.slug for row in sort_texts(texts)]
    assert len(slugs) == len(set(slugs)) == 3


def test_a_text_without_a_title_takes_no_name_of_the_store_and_is_known_again(
    place: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    paragraphs = "The Littoral Assembly,\n\nRecalling its resolution 9/14,\n\n1. Urges {} to light moles;\n"
    (folder / "lamps.txt").write_text(paragraphs.format("ports"), "utf-8")
    other = tmp_path / "other.txt"
    other.write_text(paragraphs.format("keepers of the outer reef and all pilots"), "utf-8")
    run(place, "add", "lamps", str(other))
    assert run(place, "add", str(folder), "--yes").status == 0
    with Store(place) as store:
        assert sorted(lineage.slug for lineage in store.lineages()) == ["lamps", "lamps-2"]
    again = run(place, "add", str(folder), "--yes")
    assert again.out.startswith("0 texts stored, 1 already stored")
