"""Wrong input: one clear line, status 2, no traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import assert_trouble, resdiff
from tests.making import text_of


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A text that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(text_of(), "utf-8")
    return path


def test_a_missing_file_says_where_it_was_looked_for(good: Path, tmp_path: Path) -> None:
    assert_trouble(resdiff("compare", good, "missing.txt", cwd=tmp_path), "missing.txt", str(tmp_path))


def test_a_folder_is_no_text(good: Path, tmp_path: Path) -> None:
    assert_trouble(resdiff("compare", tmp_path, good), "folder")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "no text"),
        (b"one\x00two", "NUL"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (bytes(range(1, 32)) * 40 + b"\xff", "binary"),
        (b"\x81\x8d", "neither"),
    ],
)
def test_what_is_no_text_is_refused(good: Path, tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert_trouble(resdiff("compare", path, good), word)
    assert_trouble(resdiff("show", "-", stdin=data), word)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_told(good: Path) -> None:
    good.chmod(0)
    assert_trouble(resdiff("show", good), "cannot be read")


def test_a_line_too_long_to_be_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (5 * 1024 * 1024))
    assert_trouble(resdiff("show", path), "line of more than")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["compare", "{}"], "only one text is given"),
        (["compare", "{}", "{}", "--format", "pdf"], "pdf"),
        (["compare", "{}", "{}", "--color", "red"], "red"),
        (["compare", "{}", "{}", "--context", "many"], "--context"),
        (["compare", "{}", "{}", "--context", "-1"], "--context"),
        (["compare", "{}", "{}", "--width", "3"], "--width"),
        (["compare", "{}", "{}", "--only", "bold"], "bold"),
        (["compare", "{}", "{}", "--fail-on", ""], "--fail-on is empty"),
        (["compare", "{}", "{}", "--nothing"], "--nothing"),
        (["schema", "poem"], "poem"),
        (["sing"], "sing"),
    ],
)
def test_wrong_usage_is_told_in_one_line(good: Path, arguments: list[str], word: str) -> None:
    assert_trouble(resdiff(*(a.format(good) for a in arguments)), word)


def test_a_name_that_holds_escape_codes_cannot_act(tmp_path: Path) -> None:
    done = resdiff("show", "no\x1b[31m\nsuch", cwd=tmp_path)
    assert_trouble(done, "no␛[31m")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lemma,scale,strength,source\nrequest,orders,2,us\nrequest,orders,3,us\n", "stands twice"),
        ("lemma,scale,strength,source\n,orders,2,us\n", "no lemma"),
        ("lemma,scale,strength,source\nrequest,orders,99,us\n", "above 10"),
        ("lemma,scale,strength,source\nrequest,orders,-1,us\n", "whole number"),
        ("lemma,scale,strength,source\nrequest,orders\n", "not as many columns"),
        ("lemma,scale,strength,source\nrequest,,2,us\n", "go together"),
        ('lemma,scale,strength,source\n"request,orders,2,us\n', "line"),
    ],
)
def test_a_scale_file_is_checked(good: Path, tmp_path: Path, text: str, word: str) -> None:
    scale = tmp_path / "own.csv"
    scale.write_text(text, "utf-8")
    assert_trouble(resdiff("compare", good, good, "--scale", scale), "own.csv", word)


@pytest.mark.parametrize(
    "setting",
    ["align.gap=0", "align.place=nan", "align.least=-1", "words.largest=1e9", "align.words=2.5", "align.gap"],
)
def test_settings_are_checked(good: Path, setting: str) -> None:
    assert_trouble(resdiff("compare", good, good, "--set", setting), setting.partition("=")[0])


def test_an_endless_source_is_refused(tmp_path: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("there is no /dev/zero here")
    assert_trouble(resdiff("show", "/dev/zero", cwd=tmp_path), "too large")


def test_what_cannot_be_read_is_said_also_of_one_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.doc"
    for data, words in (
        (b"{\\rtf1 text}", "an RTF file"),
        (b"PK\x03\x04rest", "zip"),
        (b"From: Ada\nSubject: Draft\n on two lines\nMIME-Version: 1.0\n\nDear all", "an e-mail"),
    ):
        path.write_bytes(data)
        assert_trouble(resdiff("compare", path), words)
        assert_trouble(resdiff("brief", path), words)
    path.write_bytes(b"Note: it says\nthat the MIME-Version: 1.0 is old\n\n1. Decides to meet.\n")
    assert resdiff("show", path).status == 0


def test_a_lock_file_of_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "~$draft.docx"
    path.write_bytes(b"\x06Editor")
    assert_trouble(resdiff("show", path), "is a lock file")


def test_a_file_with_macros_cannot_be_written(good: Path, tmp_path: Path) -> None:
    assert_trouble(resdiff("compare", good, good, "-o", tmp_path / "a.docm"), ".docm files cannot be written")
