"""resdiff brief, and the settings of a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from resdiff.core.compare import Comparison
from resdiff.core.progress import Progress, no_progress
from tests.cli.running import assert_trouble, resdiff


@pytest.fixture
def pair(samples: Path) -> tuple[Path, Path]:
    """Two texts."""
    folder = samples / "coastal-fund"
    return folder / "2-draft-rev1.txt", folder / "3-adopted.txt"


def test_a_brief_of_two_texts(pair: tuple[Path, Path]) -> None:
    made = resdiff("brief", *pair)
    lines = made.out.splitlines()
    assert made.status == 0
    assert "changed paragraphs matter." in " ".join(made.out.split())
    assert any(line == "ALTERED" for line in lines)
    assert len(lines) <= 60
    assert all(len(line) <= 110 for line in lines)


@pytest.mark.parametrize("ending", [".md", ".html", ".docx"])
def test_a_brief_is_written_in_every_format(pair: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"brief{ending}"
    assert resdiff("brief", *pair, "-o", target).status == 0
    assert target.stat().st_size > 1000


def test_a_lineage_has_a_brief_a_step(samples: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    resdiff("import", samples, "--store", store)
    made = resdiff("brief", "coastal-fund", "--store", store)
    assert made.status == 0
    assert made.out.count("→") >= 3
    assert " ".join(made.out.split()).count("changed paragraphs matter.") == 3
    one = resdiff("brief", "coastal-fund@first..latest", "--store", store)
    assert one.out.splitlines()[0].count("→") == 1


def test_the_rules_are_printed_with_their_reasons() -> None:
    lines = resdiff("brief", "--rules").out.splitlines()
    assert lines[0].split() == ["rule", "weight", "because"]
    assert any(line.startswith("new ask") and "matters" in line for line in lines)


def test_a_brief_of_nothing_is_refused() -> None:
    assert_trouble(resdiff("brief"), "no text is given")


def _compared(pair: tuple[Path, Path], folder: Path, *arguments: str) -> int:
    return resdiff("compare", *pair, *arguments, cwd=folder).status


def test_the_settings_of_a_folder_are_read(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert _compared(pair, tmp_path, "--fail-on", "watched") == 0
    (tmp_path / "resdiff.toml").write_text('watch = ["voluntary basis"]\n', "utf-8")
    words = pair[1].read_text("utf-8") == pair[0].read_text("utf-8")
    assert not words
    text = pair[1].read_text("utf-8").replace("1. ", "1. On a voluntary basis ", 1)
    changed = tmp_path / "changed.txt"
    changed.write_text(text, "utf-8")
    assert _compared((pair[1], changed), tmp_path, "--fail-on", "watched") == 1


def test_the_store_of_a_folder_is_used(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RESDIFF_STORE", raising=False)
    (tmp_path / "resdiff.toml").write_text('store = "mine.db"\n', "utf-8")
    assert resdiff("add", "fund", pair[0], cwd=tmp_path).status == 0
    assert (tmp_path / "mine.db").exists()
    other = tmp_path / "other.db"
    assert resdiff("add", "fund", pair[0], cwd=tmp_path, env={"RESDIFF_STORE": str(other)}).status == 0
    assert other.exists()


def test_the_scale_of_a_folder_is_used(pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "resdiff.toml").write_text('scale = "absent.csv"\n', "utf-8")
    assert_trouble(resdiff("compare", *pair, cwd=tmp_path), "absent.csv")
    assert_trouble(resdiff("brief", *pair, cwd=tmp_path), "absent.csv")


@pytest.mark.parametrize("option", ["--only=changed", "--context=1", "--changes=reject", "--scale=a.csv"])
def test_three_texts_refuse_what_asks_of_two(pair: tuple[Path, Path], option: str) -> None:
    assert_trouble(resdiff("compare", *pair, pair[1], option), "does not go with what became of a draft")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("watch = 3\n", "no list of terms"),
        ('watch = [""]\n', "no list of terms"),
        ("colour = 1\n", "unknown key 'colour'"),
        ("watch = [\n", "not valid TOML"),
        ('store = "../elsewhere.db"\n', "leads out of the folder"),
        ('scale = "/etc/scale.csv"\n', "leads out of the folder"),
        ("store = 3\n", "is no path"),
    ],
)
def test_settings_that_cannot_be_read_end_in_one_line(
    pair: tuple[Path, Path], tmp_path: Path, content: str, word: str
) -> None:
    (tmp_path / "resdiff.toml").write_text(content, "utf-8")
    assert_trouble(resdiff("compare", *pair, cwd=tmp_path), word)


def test_a_report_is_no_text_and_a_page_of_one_text_is(pair: tuple[Path, Path], tmp_path: Path) -> None:
    report, text = tmp_path / "report.html", tmp_path / "text.html"
    for command in ("compare", "brief"):
        resdiff(command, *pair, "-o", report)
        assert_trouble(resdiff("show", report), "a report that resdiff wrote")
    resdiff("show", pair[1], "-o", text)
    assert resdiff("show", text).status == 0


def test_the_asks_of_a_lineage_go_through_its_years_and_those_of_a_range_are_paired(
    samples: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store.db"
    resdiff("add", samples, "--store", store)
    last = resdiff("asks", "coastal-fund", "--store", store)
    assert last.status == 0
    assert "standing, " in last.out
    assert "new ask" in resdiff("asks", "coastal-fund@first..latest", "--store", store).out
    assert "new ask" not in resdiff("asks", "coastal-fund@latest", "--store", store).out


def test_the_terminal_refuses_with_three_texts_what_asks_of_two(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resdiff.cli.interface.has_terminal", lambda: True)
    assert_trouble(resdiff("tui", *pair, pair[1], "--scale=a.csv"), "--scale does not go with what became")
    three = (*pair, pair[1])
    for option in ("--side-by-side", "--date=2031-03-07"):
        what = f"{option.partition('=')[0]} does not go with what became of a draft"
        assert_trouble(resdiff("compare", *three, option), what)


@pytest.mark.parametrize(
    "option",
    [
        "--open",
        "--output=a.html",
        "--format=html",
        "--side-by-side",
        "--date=2031-03-07",
        "--by=Ann",
        "--context=2",
        "--fail-on=matters",
    ],
)
def test_the_terminal_refuses_what_it_has_no_use_for(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr("resdiff.cli.interface.has_terminal", lambda: True)
    done = resdiff("compare", *pair, "--tui", option)
    assert_trouble(done, f"{option.partition('=')[0]} does not go with --tui")


def test_the_terminal_shows_what_was_chosen_by_the_own_list(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[Comparison] = []

    def run_it(ask: Callable[[Progress], Comparison], store: str | None) -> int:
        shown.append(ask(no_progress))
        return 0

    monkeypatch.setattr("resdiff.cli.compare.open_comparison", run_it)
    (tmp_path / "resdiff.toml").write_text('watch = ["public register"]', "utf-8")
    assert resdiff("compare", *pair, "--tui", "--only=watched", cwd=tmp_path).status == 0
    (comparison,) = shown
    assert comparison.is_selection
    assert len(comparison.changes) == 1


def test_a_version_that_is_not_there_is_named_before_a_second_text_is_asked_for(
    samples: Path, tmp_path: Path
) -> None:
    store = str(tmp_path / "store.db")
    assert resdiff("add", str(samples), "--store", store).status == 0
    for name, why in (("coastal-fund@1999", "1999"), ("coastal-fund@12/9", "only one text is given")):
        done = resdiff("brief", name, "--store", store)
        assert done.status == 2
        assert why in done.err
        assert ("only one text" in done.err) == (name == "coastal-fund@12/9")
