"""Searching Chinese texts, which are written without blanks, beside English ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.store.search import spans_of
from tests.cli.running import resdiff
from tests.core.test_languages import _TEXTS


@pytest.fixture
def store(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RESDIFF_STORE", str(tmp_path / "store.db"))
    path = tmp_path / "zh.txt"
    path.write_text("\n\n".join(_TEXTS["zh"]) + "\n", "utf-8")
    assert resdiff("add", "tidal-marshes", samples / "coastal-fund" / "3-adopted.txt").status == 0
    assert resdiff("add", "marshes-zh", path).status == 0
    return path


def test_words_within_a_chinese_sentence_are_found(store: Path) -> None:
    out = resdiff("search", "堤坝").out
    assert "PP2" in out
    assert "强调堤坝的作用" in out
    assert "OP1" in resdiff("search", "守护人 缴费").out
    assert resdiff("search", "守护人缴费").status == 1
    assert "PP2" in resdiff("search", "堤*").out
    assert resdiff("search", "堤坝", "--count").out == "1 paragraph in 1 version\n"
    assert resdiff("search", "堤坝", "--in", "tidal").status == 1


def test_english_words_are_found_beside_them(store: Path) -> None:
    assert "tidal-marshes" in resdiff("search", "seized").out


def test_what_is_sought_is_marked() -> None:
    assert spans_of("堤坝", "强调堤坝的作用，堤坝") == [(2, 4), (8, 10)]
