"""`resdiff compare` and `resdiff demo` as scripts use them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import assert_trouble, resdiff, resdiff_alone
from tests.making import OPERATIVE, text_of


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two texts: in the second a verb is stronger and a paragraph is new."""
    base, revised = tmp_path / "base.txt", tmp_path / "revised.txt"
    base.write_text(text_of(), "utf-8")
    revised.write_text(
        text_of(
            operative=[
                OPERATIVE[0],
                "Adopts the budget;",
                OPERATIVE[1].replace("Requests", "Urges"),
                *OPERATIVE[2:],
            ]
        ),
        "utf-8",
    )
    return base, revised


def test_the_status_tells_whether_something_changed(pair: tuple[Path, Path]) -> None:
    assert resdiff("compare", pair[0], pair[0]).status == 0
    assert resdiff("compare", *pair).status == 1


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("strengthened", 1),
        ("added", 1),
        ("dropped", 0),
        ("weakened,moved", 0),
        ("renumbered", 1),
        ("vote", 0),
        ("title", 0),
    ],
)
def test_fail_on_narrows_what_counts(pair: tuple[Path, Path], word: str, status: int) -> None:
    assert resdiff("compare", *pair, "--fail-on", word).status == status


def test_only_tells_the_chosen_changes(pair: tuple[Path, Path]) -> None:
    reported = json.loads(resdiff("compare", *pair, "--format", "json", "--only", "added").out)
    assert [change["kind"] for change in reported["changes"]] == ["added"]


def test_standard_input_is_read_once(pair: tuple[Path, Path]) -> None:
    assert resdiff("compare", "-", pair[0], stdin=pair[0].read_bytes()).status == 0
    assert_trouble(resdiff("compare", "-", "-"), "both texts are '-'", "once")


def test_text_without_a_terminal_has_no_escape_codes(pair: tuple[Path, Path]) -> None:
    plain = resdiff("compare", *pair)
    assert "\x1b" not in plain.out
    assert "[-Requests-]{+Urges+}" in plain.out
    assert "\x1b[" in resdiff("compare", *pair, "--color", "always").out


@pytest.mark.parametrize("form", ["text", "json", "markdown", "csv"])
def test_the_same_input_gives_the_same_bytes(pair: tuple[Path, Path], form: str) -> None:
    one, two = (resdiff("compare", *pair, "-f", form, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert one.out == two.out != ""


def test_output_goes_to_a_file_whole_or_not_at_all(pair: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert resdiff("compare", *pair, "-f", "json", "-o", target).out == ""
    assert json.loads(target.read_text("utf-8"))["summary"]["added"] == 1
    assert_trouble(resdiff("compare", *pair, "-o", tmp_path / "no" / "out.txt"), "cannot be written")
    assert_trouble(resdiff("compare", *pair, "-o", tmp_path), "cannot be written")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["base.txt", "out.json", "revised.txt"]


@pytest.mark.parametrize("width", [24, 40, 80, 120])
@pytest.mark.parametrize("layout", ["--unified", "--side-by-side"])
def test_no_line_is_wider_than_asked(pair: tuple[Path, Path], width: int, layout: str) -> None:
    lines = resdiff("compare", *pair, "--width", str(width), layout).out.splitlines()
    assert max(map(len, lines)) <= width


def test_demo_compares_two_samples_from_anywhere(tmp_path: Path) -> None:
    done = resdiff("demo", cwd=tmp_path)
    assert done.status == 0
    assert "merged" in done.out
    assert "weakened" in done.out


def test_a_closed_pipe_leaves_no_traceback(pair: tuple[Path, Path]) -> None:
    large = pair[0].parent / "large.txt"
    large.write_text(
        text_of(operative=[f"Requests the keeper of light {k} to report on it;" for k in range(4000)]),
        "utf-8",
    )
    command = f"{sys.executable} -m resdiff show {large} | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode in (0, 141)
    assert done.stdout.count("\n") == 1


def test_a_scale_file_ranks_the_verbs(pair: tuple[Path, Path], tmp_path: Path) -> None:
    scale = tmp_path / "own.csv"
    scale.write_text("lemma,scale,strength,source\nrequest,orders,2,us\nurge,orders,1,us\n", "utf-8")
    reported = json.loads(resdiff("compare", *pair, "-f", "json", "--scale", scale).out)
    assert [row["lemma"] for row in reported["verbs"]["weakened"]] == ["urge"]
    assert reported["options"]["scale"] == {"name": "own.csv", "source": ["us"]}
    assert_trouble(resdiff("compare", *pair, "--scale", pair[0]), "is not a scale file")


def test_a_threshold_can_be_set(pair: tuple[Path, Path]) -> None:
    assert resdiff("compare", *pair, "--set", "align.place=1").status == 1
    assert_trouble(resdiff("compare", *pair, "--set", "align.speed=1"), "align.speed", "align.place=")
    assert_trouble(resdiff("compare", *pair, "--set", "align.place=two"), "is not a number")
    assert_trouble(resdiff("compare", *pair, "--set", "align.place=2"), "out of range")


def test_warnings_go_to_standard_error_unless_quiet(tmp_path: Path) -> None:
    text = tmp_path / "draft.txt"
    text.write_text(text_of(operative=["Requests ports [to act] [to wait];"]), "utf-8")
    assert "2 bracketed passages" in resdiff("compare", text, text).err
    assert resdiff("compare", text, text, "--quiet").err == ""


def test_an_input_is_never_written_over(pair: tuple[Path, Path]) -> None:
    before = pair[0].read_bytes()
    assert_trouble(resdiff("compare", *pair, "-o", pair[0]), "is an input too")
    assert pair[0].read_bytes() == before


def test_a_link_is_followed_and_a_mode_kept(pair: tuple[Path, Path], tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", "utf-8")
    target.chmod(0o600)
    link.symlink_to(target)
    resdiff("compare", *pair, "-o", link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert "1 added" in target.read_text("utf-8")


def test_a_device_is_written_to_and_stays_one(pair: tuple[Path, Path]) -> None:
    assert "1 added" in resdiff_alone("compare", *pair, "-o", "/dev/stdout").out
    assert "1 added" in resdiff("compare", *pair, "-o", "-").out
    resdiff("compare", *pair, "-o", "/dev/null")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("redirection", "status"),
    [(">&-", 2), ("2>&- >/dev/null", 1), ("> /dev/full", 2), ("| true; exit ${PIPESTATUS[0]}", 141)],
)
def test_streams_that_cannot_be_written_are_told_by_the_status(
    pair: tuple[Path, Path], redirection: str, status: int
) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    command = f"{sys.executable} -m resdiff compare {pair[0]} {pair[1]} {redirection}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_context_goes_without_only(pair: tuple[Path, Path]) -> None:
    assert_trouble(resdiff("compare", *pair, "--only", "added", "--context", "2"), "--context", "--only")


def test_a_scale_of_ones_own_takes_no_ask_away(pair: tuple[Path, Path], tmp_path: Path) -> None:
    scale = tmp_path / "own.csv"
    scale.write_text("lemma,scale,strength,source\nrequest,pressing,2,us\nurge,pressing,1,us\n", "utf-8")
    with_scale, without = (
        json.loads(resdiff("asks", pair[1], "-f", "json", *options).out)["asks"]
        for options in (("--scale", scale), ())
    )
    assert [ask["clause"] for ask in with_scale] == [ask["clause"] for ask in without]
    assert len(without) > 2
