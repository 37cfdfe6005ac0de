"""A Word file is read again before it is handed out."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from resdiff.core.compare import Comparison, compare
from resdiff.core.errors import InputError
from resdiff.core.parse import parse
from resdiff.render.word.comparison import comparison_docx
from resdiff.workspace.comparison_output import write_comparison
from resdiff.workspace.redline_check import check_redline
from tests.cli.running import assert_trouble, resdiff
from tests.documents import zipped

_HEAD = "The Littoral Assembly,\n\nNoting the fog,\n\n"
_LIGHT = "Requests the Warden to light the lamps of the northern mole at dusk and to keep them lit"
_PAY = "invites all ports of the coast to pay for the oil of these lamps by the end of the year"


def _comparison() -> Comparison:
    """Two paragraphs become one, and the one between them goes."""
    bells = "2. Welcomes the bells of the bay;"
    base = f"{_HEAD}1. {_LIGHT};\n\n{bells}\n\n3. I{_PAY[1:]};\n\n4. Decides to meet.\n"
    revised = f"{_HEAD}1. {_LIGHT}, and {_PAY};\n\n2. Decides to meet.\n"
    return compare(parse(base), parse(revised))


def test_what_stood_between_merged_paragraphs_stays_between_them() -> None:
    comparison = _comparison()
    assert [change.base for change in comparison.changes if len(change.base) == 2] == [(1, 3)]
    check_redline(comparison_docx(comparison), comparison)


@pytest.mark.parametrize(
    ("pattern", "done"),
    [(r"<w:ins [^>]*[^/]>.*?</w:ins>", "accepted"), (r"<w:del [^>]*[^/]>.*?</w:del>", "rejected")],
)
def test_a_file_that_would_not_be_the_text_is_refused(pattern: str, done: str) -> None:
    comparison = _comparison()
    with zipfile.ZipFile(BytesIO(comparison_docx(comparison))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    document = bytes(parts["word/document.xml"]).decode()  # type: ignore[arg-type]
    parts["word/document.xml"] = re.sub(pattern, "", document, flags=re.DOTALL)
    with pytest.raises(InputError, match=f"its changes {done}, would not be the text at"):
        check_redline(zipped(parts), comparison)


def test_nothing_is_written_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = compare(parse(f"{_HEAD}1. Decides to meet.\n"), parse(f"{_HEAD}1. Decides to ring.\n"))
    monkeypatch.setattr("resdiff.render.word.comparison._Writer._whole", lambda *_: next(iter(())))
    wrong = comparison_docx(other)
    monkeypatch.setattr("resdiff.render.word.comparison.comparison_docx", lambda *_, **__: wrong)
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(f"{_HEAD}1. Decides to sing.\n")
    two.write_text(f"{_HEAD}1. Decides to dance.\n")
    target = tmp_path / "redline.docx"
    assert_trouble(resdiff("compare", one, two, "-o", target), "would not be the text at")
    assert not target.exists()
    with pytest.raises(InputError):
        write_comparison(_comparison(), str(target))
    assert not target.exists()


def test_a_label_that_is_not_known_stands_among_the_words_alike() -> None:
    """A document whose list says so labels a paragraph in a form that plain words do not show."""
    texts = [
        parse(f"{_HEAD}1. Decides:\n\n(a) {end};\n\n2. Decides to meet.\n") for end in ("To ring", "To sing")
    ]
    labelled = []
    for text in texts:
        paragraphs = tuple(
            replace(one, label="(أ)") if one.label == "(a)" else one for one in text.paragraphs
        )
        labelled.append(replace(text, paragraphs=paragraphs))
    assert [one.label for one in labelled[0].paragraphs] == [None, "1", "(أ)", "2"]
    base, revised = labelled
    comparison = compare(base, revised)
    check_redline(comparison_docx(comparison), comparison)
