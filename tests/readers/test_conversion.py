"""Old Word and RTF files are read with a LibreOffice that is there, if the user asks for it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import assert_trouble, resdiff

_OLD = b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le")
_RTF = rb"""{\rtf1\ansi{\*\revtbl{Unknown;}{Ada Warden;}}
\pard The Harbour Council,\par
\pard\fi720 1. \i Decides\i0  to keep {\revised\revauth1 the northern }light;\par
\pard\fi720 2. \i Requests\i0  the keeper to report.\par}"""


def _office(folder: Path, monkeypatch: pytest.MonkeyPatch, docx: Path | None) -> None:
    """Puts a program named soffice on the path that copies a Word file to where the converted one belongs,
    or does nothing.
    """
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    lines = [f"#!{sys.executable}", "import pathlib, shutil, sys"]
    if docx is not None:
        lines.append("target = pathlib.Path(sys.argv[-2], pathlib.Path(sys.argv[-1]).stem + '.docx')")
        lines.append(f"shutil.copy({str(docx)!r}, target)")
    program.write_text("\n".join(lines), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))


@pytest.fixture
def pair(tmp_path: Path, samples: Path) -> tuple[Path, Path, Path]:
    """A text as a Word file, the same as an old Word file, and the folder of both."""
    good = samples / "harbour-watch" / "1-adopted.txt"
    docx = tmp_path / "text.docx"
    resdiff("compare", good, good, "-o", docx)
    old = tmp_path / "text.doc"
    old.write_bytes(_OLD)
    return docx, old, tmp_path


def test_an_old_file_is_read_as_its_conversion(
    pair: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    docx, old, folder = pair
    _office(folder, monkeypatch, docx)
    shown = resdiff("show", old, "--convert")
    assert shown.status == 0
    words = resdiff("show", docx).out.partition("\n")[2]
    assert shown.out.partition("\n")[2] == words != ""
    assert resdiff("compare", docx, old, "--convert").status == 0
    assert resdiff("brief", docx, old, "--convert").status == 0
    store = folder / "store.db"
    assert resdiff("add", "lights", old, "--convert", "--store", store).status == 0
    assert resdiff("show", "lights@latest", "--store", store).out.partition("\n")[2] == words
    assert_trouble(resdiff("show", old), "pass --convert")  # never without being asked
    assert_trouble(resdiff("add", folder, "--convert", "--jobs", "2"), "--convert goes with one process")


def test_what_libreoffice_does_not_convert_is_refused(
    pair: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, old, folder = pair
    monkeypatch.setattr("resdiff.workspace.conversion._PROGRAMS", ("no-such-program",))
    assert_trouble(resdiff("show", old, "--convert"), "LibreOffice (soffice) is not installed")
    monkeypatch.undo()
    _office(folder, monkeypatch, None)
    assert_trouble(resdiff("show", old, "--convert"), "LibreOffice does not open it")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="there is no LibreOffice")
def test_libreoffice_keeps_tracked_changes(tmp_path: Path) -> None:
    path = tmp_path / "draft.rtf"
    path.write_bytes(_RTF)
    compared = resdiff("compare", path, "--convert", "--color", "never")
    assert compared.status == 1
    assert "{+the northern+}" in compared.out
    assert "proposed by Ada Warden" in compared.out
