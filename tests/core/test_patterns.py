"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from resdiff.core.patterns import compiled_late


def test_a_late_pattern_is_one() -> None:
    late = compiled_late(r"(\w)b", re.IGNORECASE)
    assert [match[1] for match in late.finditer("AB xb")] == ["A", "x"]
    assert late.sub("-", "AB") == "-"
    assert late.pattern == r"(\w)b"


def test_it_is_compiled_at_its_first_use() -> None:
    late = compiled_late("(")
    with pytest.raises(re.error):
        late.search("a")


def test_it_is_compiled_for_each_method_once(monkeypatch: pytest.MonkeyPatch) -> None:
    late, compiled = compiled_late("a"), re.compile("a")
    calls: list[str] = []

    def compile_counted(source: str, _flags: int) -> re.Pattern[str]:
        calls.append(source)
        return compiled

    monkeypatch.setattr("resdiff.core.patterns.re.compile", compile_counted)
    assert late.search("a")
    assert late.search("ba")
    assert calls == ["a"]
