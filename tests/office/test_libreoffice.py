"""Tracked changes as LibreOffice takes them: accepted there the file is the revised text, rejected the
base.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.formats import WriteOptions
from resdiff.render.views.note_calls import note_calls
from resdiff.render.word.comparison import comparison_docx
from resdiff.workspace.own_redline import redline_in_file
from resdiff.workspace.reading import read
from resdiff.workspace.texts import parse_bytes
from tests.documents import docx, p
from tests.making import OPERATIVE, PREAMBLE, text_of

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARIES = (
    f'{_HEAD}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
    ' "libraries.dtd">\n<library:libraries xmlns:library="http://openoffice.org/2000/library"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"'
    ' xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"'
    ' library:link="false"/></library:libraries>'
)
_LIBRARY = (
    f'{_HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
    ' "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library"'
    ' library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element'
    ' library:name="Module1"/></library:library>'
)
_MODULE = (
    f'{_HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script"'
    """ script:name="Module1" script:language="StarBasic">
Sub Settle(command, source, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>"""
)

pytestmark = pytest.mark.skipif(
    _OFFICE is None, reason="there is no LibreOffice (Debian's package libreoffice-writer)"
)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user profile of LibreOffice with a macro that settles tracked changes."""
    root = tmp_path_factory.mktemp("office")
    _run(root, "--terminate_after_init")
    basic = root / "user" / "basic"
    shutil.rmtree(basic, ignore_errors=True)
    (basic / "Standard").mkdir(parents=True)
    (basic / "script.xlc").write_text(_LIBRARIES)
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY)
    (basic / "Standard" / "Module1.xba").write_text(_MODULE)
    return root


def _run(profile: Path, *arguments: str) -> None:
    command = [
        str(_OFFICE),
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile.as_uri()}",
        *arguments,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _told(text: Resolution) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(p.label, p.text, p.marks) for p in text.paragraphs]


def test_the_samples_accepted_and_rejected_there(profile: Path, samples: Path, tmp_path: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    for base, revised in pairwise(files):
        one, two = read(base), read(revised)
        document = tmp_path / "changes.docx"
        document.write_bytes(comparison_docx(compare(one, two)))
        for command, text in (("AcceptAllTrackedChanges", two), ("RejectAllTrackedChanges", one)):
            target = tmp_path / f"{command}.docx"
            _run(profile, f"macro:///Standard.Module1.Settle({command},{document},{target})")
            again = read(target)
            assert _told(again) == _told(text), (revised, command)
            assert again.masthead.title == text.masthead.title
            assert again.vote == text.vote


_TAIL = "1 LA/12/1.\n\n2 LA/12/2.\n\n3 LA/12/3."
_PLAIN = text_of()
_NOTED = text_of(
    preamble=("Recalling its resolution 9/14 of 6 March 2028,¹ ²", *PREAMBLE[1:]),
    operative=(OPERATIVE[0] + "³", *OPERATIVE[1:]),
    tail=_TAIL,
)
_WITHIN = text_of(
    preamble=(
        "Recalling its resolution 9/14¹ of 6 March 2028,",
        PREAMBLE[1].replace("growing", "growing²"),
        *PREAMBLE[2:],
    ),
    operative=(OPERATIVE[0].replace("all members", "all members³"), *OPERATIVE[1:]),
    tail=_TAIL,
)
_OTHERS = text_of(
    preamble=("Recalling its resolution 9/14 of 6 March 2028,¹", PREAMBLE[2], PREAMBLE[1] + "²"),
    operative=OPERATIVE[1:],
    tail="1 LA/13/1.\n\n2 LA/13/2.",
)


@pytest.mark.parametrize(
    ("base", "revised"),
    [
        (_PLAIN, _NOTED),
        (_NOTED, _PLAIN),
        (_NOTED, _OTHERS),
        (_OTHERS, _NOTED),
        (_PLAIN, _WITHIN),
        (_WITHIN, _NOTED),
        (_OTHERS, _WITHIN),
    ],
)
def test_footnotes_stay_with_their_paragraphs(profile: Path, tmp_path: Path, base: str, revised: str) -> None:
    one, two = parse(base), parse(revised)
    assert any(p.marks for p in (*one.paragraphs, *two.paragraphs))
    document = tmp_path / "changes.docx"
    document.write_bytes(comparison_docx(compare(one, two)))
    for settled, text in zip(_settled(profile, document), (two, one), strict=True):
        assert _noted(settled) == _noted(text)


def _settled(profile: Path, document: Path) -> Iterator[Resolution]:
    """A document with all its changes accepted, then with all of them rejected."""
    for command in ("AcceptAllTrackedChanges", "RejectAllTrackedChanges"):
        target = document.with_name(f"{command}.docx")
        _run(profile, f"macro:///Standard.Module1.Settle({command},{document},{target})")
        yield read(target)


def _noted(text: Resolution) -> list[tuple[str, list[tuple[int, str]]]]:
    """The readings, each with the texts of its notes and where they are called."""
    calls = note_calls(text)
    return [(p.text, [(call.place, call.text) for call in calls.get(p.id, ())]) for p in text.paragraphs]


def _own_file(text: Resolution) -> bytes:
    """A text as a Word document without changes, its footnotes in a part of their own."""
    return comparison_docx(compare(text, text))


@pytest.mark.parametrize(
    ("base", "revised"), [(_WITHIN, _NOTED), (_WITHIN, _OTHERS), (_NOTED, _WITHIN), (_OTHERS, _WITHIN)]
)
def test_notes_and_moves_in_the_own_file(profile: Path, tmp_path: Path, base: str, revised: str) -> None:
    data, two = _own_file(parse(base)), parse(revised)
    one = parse_bytes(data, "it", "it")
    made = redline_in_file(data, compare(one, two), WriteOptions(author="Ada Moor"))
    assert made is not None
    assert made.not_carried == ()
    document = tmp_path / "own.docx"
    document.write_bytes(made.data)
    for settled, text in zip(_settled(profile, document), (two, one), strict=True):
        assert _noted(settled) == _noted(text)


def _with_table(*rows: tuple[str, ...]) -> bytes:
    """A Word document with a table behind its paragraphs, as it is written from a text."""
    cells = ["".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    numbered = [f"{k}. {text}" for k, text in enumerate(OPERATIVE, start=1)]
    body = "".join(map(p, ("The Littoral Assembly,", *PREAMBLE[1:], *numbered)))
    text = parse_bytes(docx(f"{body}{table}"), "it", "it")
    return comparison_docx(compare(text, text))


def test_rows_of_tables_in_the_own_file(profile: Path, tmp_path: Path) -> None:
    """A cell that changed, an empty one that was filled, rows taken out, put in, and moved."""
    head = ("Item", "2031", "Note")
    boats, tugs, lamps, oil = (
        ("Boats", "2 000", ""),
        ("Tugs", "40", "two"),
        ("Lamps", "7", "x"),
        ("Oil", "9", "y"),
    )
    base = _with_table(head, boats, tugs, lamps, oil)
    revised = _with_table(head, ("Boats", "1 600", "as lent"), lamps, ("Nets", "3", "of reed"), oil)
    one, two = (parse_bytes(data, "it", "it") for data in (base, revised))
    made = redline_in_file(base, compare(one, two), WriteOptions(author="Ada Moor"))
    assert made is not None
    assert made.not_carried == ()
    document = tmp_path / "rows.docx"
    document.write_bytes(made.data)
    for settled, text in zip(_settled(profile, document), (two, one), strict=True):
        assert _told(settled) == _told(text)
