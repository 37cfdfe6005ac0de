"""The README keeps its word."""

from __future__ import annotations

import re

from resdiff.core.compare.words import CHOICES
from resdiff.workspace.comparing import setting_names
from tests.cli.running import resdiff
from tests.conftest import ROOT

_README = ROOT.joinpath("README.md").read_text("utf-8")


def test_the_passage_of_the_demo_is_what_the_demo_prints() -> None:
    passage = _README.split("```\n~ OP4", 1)[1].split("```", 1)[0]
    demo = resdiff("demo").out
    for change in f"~ OP4{passage}".strip().split("\n\n"):
        assert change in demo


def test_every_command_of_the_help_is_told() -> None:
    commands = re.findall(r"(?m)^  ([\w-]+)  ", resdiff("--help").out.split("Commands:")[1])
    reported = re.findall(r"(?m)^\| `resdiff ([\w-]+)", _README)
    assert sorted(reported) == sorted(commands)


def test_the_words_of_only_and_fail_on_are_told() -> None:
    assert not [word for word in CHOICES if word != "unchanged" and f"`{word}`" not in _README]


def test_the_two_commands_stand_on_the_first_screen() -> None:
    first = "\n".join(_README.splitlines()[:20])
    assert "pip install . && .venv/bin/resdiff demo" in first
    assert "pip install -e '.[dev]' && .venv/bin/pytest" in first


def test_every_threshold_is_told_with_its_default() -> None:
    reported = re.findall(r"(?m)^\| `((?:align|words)\.\w+)` \| (\S+) \|", _README)
    assert [f"{name}={default}" for name, default in reported] == list(setting_names())
