"""Every format over real files of every reader: each is written, whatever the files hold."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.compare import compare
from resdiff.core.errors import ResdiffError
from resdiff.core.history import follow
from resdiff.core.model import Resolution
from resdiff.render.formats import Subject, formats_of, render_subject
from resdiff.workspace.reading import asks_in, read, verbs_in
from tests.making import asks_of_two

_FOLDERS = ("word/template", "word/scenarios", "cases/documents", "amendments")


def _readable(folder: Path) -> list[Resolution]:
    texts = []
    for path in sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".json"):
        with suppress(ResdiffError):  # what cannot be read is the matter of the readers' own tests
            texts.append(read(path))
    return texts


def _write(subject: Subject, values: Sequence[Any]) -> None:
    for form in formats_of(subject):
        pieces = render_subject(subject, form, values)
        assert len(pieces if isinstance(pieces, bytes) else "".join(pieces)) > 0, form


@pytest.mark.parametrize("folder", _FOLDERS)
def test_every_format_is_written(shared: Path, folder: str) -> None:
    texts = _readable(shared / folder)
    assert len(texts) > 1
    for text in texts:
        _write("resolution", (text, verbs_in(text)))
        _write("asks", (text, asks_in(text) or ()))
    for base, revised in pairwise(texts):
        comparison = compare(base, revised)
        _write("comparison", (comparison,))
        _write("brief", ([brief_of(comparison)],))
        _write("ask changes", (comparison,))
        if base.language == revised.language:
            history = follow([base, revised])
            _write("history", (history, history.threads))
            _write("blame", (history,))
            _write("ask threads", ([asks_of_two("real", base, revised)],))
