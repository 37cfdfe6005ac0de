"""Rules that give something else have another version: else a store would keep what the old ones made, and
verify would call it damaged.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resdiff.core import rules
from tests.rules_record import NAMES, RECORD, digests

_HOW = "raise its version in resdiff/core/rules.py, then record it: python -m tests.rules_record"


def _check(kind: str, given: dict[str, str]) -> None:
    recorded = json.loads(RECORD.read_text("utf-8"))
    for name in NAMES:
        version, known = getattr(rules, name), recorded[name]
        is_same = given[name] == known[kind]
        assert is_same or version != known["version"], (
            f"{name} {version} gives something else for the {kind}: {_HOW}"
        )
        assert (is_same, version) == (
            True,
            known["version"],
        ), f"{name} has a new version that is not recorded: {_HOW}"


def test_rules_whose_results_changed_have_another_version() -> None:
    _check("samples", digests(real=False))


def test_rules_whose_results_changed_for_real_texts_have_another_version(shared: Path) -> None:
    _check("real", digests(real=True))


def test_a_changed_result_is_noticed() -> None:
    given = digests(real=False)
    with pytest.raises(AssertionError, match=f"PARSER {rules.PARSER} gives something else"):
        _check("samples", given | {"PARSER": "0"})
