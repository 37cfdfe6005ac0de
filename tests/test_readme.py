"""The README and the guide keep their word."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from resdiff.cli.app import GROUPS, MODULE_OF_COMMAND
from resdiff.core.compare.words import CHOICES
from resdiff.guide import page, pages
from resdiff.workspace.comparing import setting_names
from tests.cli.running import assert_trouble, resdiff
from tests.conftest import ROOT

_README = ROOT.joinpath("README.md").read_text("utf-8")
_FRENCH = (
    "L’Assemblée du littoral,\n\nRappelant sa résolution 9/14 du 6 mars 2028 sur les marais de la côte,\n\n1."
    " Prie tous les membres de contribuer au Fonds dans la mesure de leurs moyens ;\n"
)
_COMMAND = re.compile(r"(?m)^resdiff (.*)$")


def test_the_brief_of_the_readme_is_what_the_demo_prints() -> None:
    passage = _README.split("```\nFund", 1)[1].split("```", 1)[0]
    assert f"Fund{passage}".strip() in resdiff("demo").out


def test_the_readme_is_a_screen_with_the_two_commands_first() -> None:
    assert len(_README.splitlines()) <= 80
    first = "\n".join(_README.splitlines()[:20])
    assert "pip install . && .venv/bin/resdiff demo" in first
    assert "pip install -e '.[dev]' && .venv/bin/pytest" in first


def test_every_page_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`resdiff guide (\w+)`", _README)
    assert named
    assert set(named) <= set(pages())


def test_every_command_of_the_help_stands_in_the_guide() -> None:
    manual = "".join(map(page, pages()))
    for name in (name for names in GROUPS.values() for name in names if name != "demo"):
        assert re.search(rf"\bresdiff {name}\b", manual), name


def test_the_words_of_only_and_fail_on_stand_in_the_guide() -> None:
    assert not [word for word in CHOICES if f"`{word}`" not in page("scripts")]


def test_every_threshold_stands_in_the_guide_with_its_default() -> None:
    reported = re.findall(r"(?m)^\| `((?:align|words)\.\w+)` \| (\S+) \|", page("words"))
    assert [f"{name}={default}" for name, default in reported] == list(setting_names())


def test_a_page_that_is_not_there_is_refused() -> None:
    assert_trouble(resdiff("guide", "cooking"), "no page 'cooking'")
    assert "delegate" in resdiff("guide").out
    assert resdiff("guide", "delegate").out == page("delegate")


@pytest.fixture
def folder(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the files that the guide names, and a store with the lineage that it names."""
    names = ("1-draft.txt", "2-draft-rev1.txt", "3-adopted.txt")
    for name, target in zip(names, ("draft.txt", "rev1.txt", "adopted.txt"), strict=True):
        shutil.copy(samples / "coastal-fund" / name, tmp_path / target)
    shutil.copy(samples / "harbour-watch" / "1-adopted.txt", tmp_path / "last-year.txt")
    shutil.copy(samples / "coastal-fund" / "3-adopted.txt", tmp_path / "english.txt")
    tmp_path.joinpath("french.txt").write_text(_FRENCH, "utf-8")
    shutil.copytree(samples / "mountain-passes", tmp_path / "texts" / "mountain-passes")
    redline = ("compare", tmp_path / "draft.txt", tmp_path / "rev1.txt", "-o", tmp_path / "draft.docx")
    resdiff(*redline, "--author", "Ada Moor")
    monkeypatch.setenv("RESDIFF_STORE", str(tmp_path / "store.db"))
    files = (tmp_path / name for name in ("draft.txt", "rev1.txt", "adopted.txt"))
    resdiff("add", "tidal-marshes", *files)
    return tmp_path


def _blocks(text: str) -> list[str]:
    return re.findall(r"(?s)```sh\n(.*?)```", text)


@pytest.mark.parametrize("name", list(pages()))
def test_the_commands_of_a_page_run(name: str, folder: Path) -> None:
    for line in (line for block in _blocks(page(name)) for line in _COMMAND.findall(block)):
        if "tui" in line or "--write" in line:
            continue
        done = resdiff(*shlex.split(line), cwd=folder)
        assert done.status in (0, 1), f"{line}: {done.err}"


def test_examples_stand_under_every_command_of_the_help() -> None:
    for name in (name for names in GROUPS.values() for name in names):
        if name not in ("demo", "export", "tui", "store"):
            assert "Examples:" in resdiff(name, "--help").out, name


def test_the_help_names_each_command_in_an_uncut_line() -> None:
    out = resdiff("--help").out
    for names in GROUPS.values():
        for name, line in names.items():
            assert re.search(rf"(?m)^  {name} +{re.escape(line)}$", out)
            assert len(line) + 11 <= 80


@pytest.mark.parametrize("name", list(MODULE_OF_COMMAND))
def test_former_names_still_work(name: str) -> None:
    assert resdiff(name, "--help").status == 0


def test_a_mistyped_command_has_its_neighbour_named() -> None:
    assert_trouble(resdiff("comparr", "a", "b"), "did you mean compare?")
    assert_trouble(resdiff("xyzzy"), "lists the commands")
