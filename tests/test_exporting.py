"""Comparisons written to files from either door: the ending says how, nothing is half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.core.compare import compare
from resdiff.core.errors import UsageError
from resdiff.render.formats import endings_of
from resdiff.workspace.comparison_output import write_comparison
from tests.making import OPERATIVE, made

_STARTS = {
    ".txt": b"base",
    ".md": b"# ",
    ".json": b'{"schema"',
    ".csv": b"kind,",
    ".html": b"<!DOCTYPE html>",
    ".htm": b"<!DOCTYPE html>",
    ".docx": b"PK\x03\x04",
    ".xml": b'<?xml version="1.0"',
}


@pytest.mark.parametrize("ending", endings_of("comparison"))
def test_the_ending_says_how(ending: str, tmp_path: Path) -> None:
    comparison = compare(made(), made(operative=OPERATIVE[1:]))
    path = write_comparison(comparison, str(tmp_path / f"changes{ending}"))
    assert path.read_bytes().startswith(_STARTS[ending])
    with pytest.raises(UsageError, match="is there already"):
        write_comparison(comparison, str(path))


@pytest.mark.parametrize("ending", [".docx", ".xml"])
def test_a_choice_of_changes_is_no_document_of_both_texts(ending: str, tmp_path: Path) -> None:
    chosen = compare(made(), made(operative=OPERATIVE[1:])).only("dropped")
    with pytest.raises(UsageError, match="a choice of changes does not go with"):
        write_comparison(chosen, str(tmp_path / f"changes{ending}"))
    assert not list(tmp_path.iterdir())


def test_an_ending_that_says_nothing_is_refused(tmp_path: Path) -> None:
    for ending in (".odt", ".xlsx"):
        with pytest.raises(UsageError, match="has no ending that names a format"):
            write_comparison(compare(made(), made()), str(tmp_path / f"changes{ending}"))
