"""The title in the user's own Word document."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.formats import WriteOptions
from resdiff.workspace import own_redline
from resdiff.workspace.own_redline import OwnRedline, redline_in_file
from resdiff.workspace.texts import parse_bytes
from tests.documents import docx, p

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREAMBLE = ("The Littoral Assembly,", "Recalling its resolution 9/14 of 6 March 2028,")
_OPERATIVE = (
    "1. Calls upon all members to contribute to the Fund;",
    "2. Requests the Secretary-General to report yearly on the Fund;",
    "3. Decides to remain seized of the matter.",
)
_DATA = docx("".join(map(p, ("12/9. Lamps of the coast", *_PREAMBLE, *_OPERATIVE))))


def _revised(operative: tuple[str, ...] = _OPERATIVE) -> Resolution:
    return parse("\n\n".join(("12/9. Lamps of the reefs", *_PREAMBLE, *operative)))


def _redline(revised: Resolution) -> OwnRedline:
    made = redline_in_file(_DATA, compare(parse_bytes(_DATA, "it", "it"), revised), WriteOptions())
    assert made is not None
    return made


def test_the_title_is_marked_behind_its_number() -> None:
    made = _redline(_revised())
    assert (made.has_marks, made.not_carried) == (True, ())
    assert parse_bytes(made.data, "it", "it").masthead.title == "Lamps of the reefs"
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    assert "".join(text.text or "" for text in document.iter(f"{_W}delText")).strip() == "coast"


@pytest.mark.parametrize("is_marked", [False, True])
def test_a_title_that_stands_nowhere_or_is_not_read_again_stays_and_is_said(
    monkeypatch: pytest.MonkeyPatch, is_marked: bool
) -> None:
    monkeypatch.setattr(own_redline, "mark_line", lambda *_: is_marked)
    yearly = tuple(text.replace("yearly", "monthly") for text in _OPERATIVE)
    assert _redline(_revised(yearly)).not_carried == ("title",)


def test_the_number_before_a_new_title_is_marked_too() -> None:
    revised = parse("\n\n".join(("14/3. Lamps of the reefs", *_PREAMBLE, *_OPERATIVE)))
    made = _redline(revised)
    head = parse_bytes(made.data, "it", "it").masthead
    assert (head.number, head.title, made.not_carried) == ("14/3", "Lamps of the reefs", ())


def test_lines_that_somebody_changed_in_the_revised_file_are_marked_in_the_base_file() -> None:
    title = (
        "<w:p><w:r><w:t xml:space='preserve'>12/9. Lamps of the </w:t></w:r>"
        "<w:del w:id='1' w:author='Mar'><w:r><w:delText>coast</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='Mar'><w:r><w:t>reefs</w:t></w:r></w:ins></w:p>"
    )
    data = docx(title + "".join(map(p, (*_PREAMBLE, *_OPERATIVE))))
    made = _redline(parse_bytes(data, "that", "that"))
    assert (made.has_marks, made.not_carried) == (True, ())
    assert parse_bytes(made.data, "it", "it").masthead.title == "Lamps of the reefs"


def test_a_tab_before_words_that_are_replaced_stays() -> None:
    title = "<w:p><w:r><w:t>12/9. Lamps of the</w:t><w:tab/><w:t>coast</w:t></w:r></w:p>"
    data = docx(title + "".join(map(p, (*_PREAMBLE, *_OPERATIVE))))
    made = redline_in_file(data, compare(parse_bytes(data, "it", "it"), _revised()), WriteOptions())
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    (gone,) = document.iter(f"{_W}del")
    assert list(gone.iter(f"{_W}tab")) == []
    assert [text.text for text in next(document.iter(f"{_W}ins")).iter(f"{_W}t")] == ["reefs"]
    assert parse_bytes(made.data, "it", "it").masthead.title == "Lamps of the reefs"
