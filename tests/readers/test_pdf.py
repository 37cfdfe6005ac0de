"""PDFs: lines to paragraphs, furniture and footnotes apart, over page breaks.

The UN's own where they are at hand.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from resdiff.core.errors import InputError
from resdiff.core.model import Resolution
from resdiff.readers.hyphens import Hyphens
from resdiff.readers.pdf import read_pdf
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.conftest import SHARED
from tests.documents import Piece, pdf
from tests.making import ORGAN

_LEFT, _INDENTED, _LEADING, _ROOM = 120.0, 144.0, 12.0, 18.0


_OVER_THE_PAGE = (
    "all keepers is wanted in every harbour and on every shore of the region, and that its lamps are lit at"
    " dusk throughout the year and whatever the weather may be,"
)


class _Page:
    """Writes lines down a page."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._y = 700.0

    def paragraph(self, opening: str, *lines: str, size: float = 10) -> None:
        """A paragraph whose first line is indented and begins in italics."""
        self._y -= _ROOM
        width = len(opening) * size * 0.45
        self.pieces.append((_INDENTED, self._y, size, "F2", opening))
        self.pieces.append((_INDENTED + width, self._y, size, "F1", lines[0]))
        for line in lines[1:]:
            self.line(line)

    def line(self, text: str, left: float = _LEFT, size: float = 10) -> None:
        """A line below the last."""
        self._y -= _LEADING
        self.pieces.append((left, self._y, size, "F1", text))

    def raised(self, text: str, left: float) -> None:
        """A superscript in the last line."""
        self.pieces.append((left, self._y + 4, 6, "F1", text))

    def edge(self, *pieces: Piece) -> _Page:
        """What stands round the text."""
        self.pieces += pieces
        return self


def _document() -> bytes:
    one, two = _Page(), _Page()
    one.line("12/9. The Tidal Marsh Fund")
    one.paragraph(ORGAN, " ")
    one.paragraph(
        "Recalling",
        " its resolution 9/14 of 6 March 2028 on the marshes of the Secretary-",
        "General and the keepers who look after them,",
    )
    one.paragraph("Recognizing", " that marshes hold back the water of storms")
    one.raised("1", 345)
    one.pieces.append((352, one.pieces[-2][1], 10, "F1", "and that the cooperation of"))
    one.line(_OVER_THE_PAGE[: _OVER_THE_PAGE.index("that")])
    one.edge(
        (99, 90, 8, "F3", "__________________"),
        (117, 80, 6, "F1", "1"),
        (121, 78, 8, "F1", "Resolution 8/2."),
        (60, 36, 8, "F1", "1/2 31-00207"),
    )
    two.edge((60, 740, 8, "F3", "LA/RES/12/9"), (60, 36, 8, "F1", "31-00207 2/2"))
    two.line(_OVER_THE_PAGE[_OVER_THE_PAGE.index("that") :])
    two.paragraph("1. Requests", " the keepers:")
    two.paragraph("(a) To", " light the mole;")
    two.paragraph("2. Decides", " to remain seized of the matter.")
    return pdf([one.pieces, two.pieces])


def _read(data: bytes) -> Resolution:
    return parse_bytes(data, "'it'", "it")


def test_paragraphs_go_on_over_pages_and_what_stands_round_them_is_told_apart() -> None:
    text = _read(_document())
    assert [(k.label, k.marks, k.page) for k in text.paragraphs] == [
        (None, (), 1),
        (None, ("1",), 1),
        ("1", (), 2),
        ("(a)", (), 2),
        ("2", (), 2),
    ]
    assert [k.text for k in text.paragraphs] == [
        (
            "Recalling its resolution 9/14 of 6 March 2028 on the marshes of the Secretary-General and the"
            " keepers who look after them,"
        ),
        (
            "Recognizing that marshes hold back the water of storms and that the cooperation of"
            f" {_OVER_THE_PAGE}"
        ),
        "Requests the keepers:",
        "To light the mole;",
        "Decides to remain seized of the matter.",
    ]
    kinds = [(m.kind, m.text) for m in text.matter]
    assert ("furniture", "LA/RES/12/9") in kinds
    assert ("furniture", "31-00207 2/2") in kinds
    assert [(m.mark, m.paragraph) for m in text.matter if m.kind == "footnote"] == [("1", "PP2")]
    assert text.masthead.number == "12/9"


@pytest.mark.parametrize(("broken", "compound"), [(True, False), (False, True)])
def test_a_hyphen_at_the_end_of_a_line_is_undone_where_it_breaks_a_word(broken: bool, compound: bool) -> None:
    page = _Page()
    other = "The harbour keepers value the coopera" + ("tion" if broken else "-tion of all")
    page.paragraph(
        "Recalling",
        " that in every harbour of the region and on every shore the coopera-",
        "tion of all keepers is wanted,",
    )
    page.line(other)
    (text,) = (k.text for k in _read(pdf([page.pieces])).paragraphs if "Recalling" in k.text)
    assert ("cooperation of all" in text) is broken
    assert ("coopera-tion of all" in text) is compound


def test_pages_without_text_are_told_and_a_document_of_them_refused(tmp_path: Path) -> None:
    page = _Page()
    page.paragraph("Recalling", " its resolution 9/14,")
    assert read_pdf(pdf([page.pieces, []]), "it").warnings == (
        "page 2 has no text: an image or a blank page; it is left out",
    )
    with pytest.raises(InputError, match="holds no text") as reported:
        read_pdf(pdf([[], []]), "'scan.pdf'")
    assert "OCR" in reported.value.hint
    path = tmp_path / "broken.pdf"
    path.write_bytes(pdf([page.pieces])[:200])
    assert_trouble(resdiff("show", path), "a PDF that cannot be read")


def _with_image(data: bytes, page: int, share: float) -> bytes:
    """A PDF with an image on a page that covers a share of its width and of its height."""
    document = pypdfium2.PdfDocument(data)
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pypdfium2.PdfBitmap.new_native(8, 8, pypdfium2.raw.FPDFBitmap_BGR))
    width, height = document[page].get_size()
    image.set_matrix(pypdfium2.PdfMatrix().scale(share * width, share * height))
    on = document[page]
    on.insert_obj(image)
    on.gen_content()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_an_image_with_a_stamp_is_a_scan() -> None:
    text, stamp = _Page(), _Page()
    for number in range(8):
        text.paragraph(
            "Recalling", f" its resolution {number}/14 on the lamps of the outer moles of the coast,"
        )
    stamp.line("Digitized by the Lamp Library")
    both = pdf([text.pieces, stamp.pieces])
    said = ("page 2 is an image: only the words that stand beside it are read",)
    assert read_pdf(_with_image(both, 1, 0.8), "it").warnings == said
    for page, share in ((1, 0.6), (0, 0.9)):  # a third of the page, and an image behind recognized text
        assert read_pdf(_with_image(both, page, share), "it").warnings == ()
    with pytest.raises(InputError, match="holds no text"):
        read_pdf(_with_image(pdf([stamp.pieces]), 0, 0.8), "it")
    letterhead = _Page()
    for number in range(6):
        letterhead.line(f"{number}. Acts;")
    assert read_pdf(_with_image(pdf([letterhead.pieces]), 0, 0.9), "it").warnings == ()


def test_a_name_says_nothing_of_the_format(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(_document())
    assert json.loads(resdiff("show", path, "-f", "json").out)["paragraphs"][-1]["page"] == 2


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts of ../shared are absent")
def test_a_pdf_and_the_clean_text_of_the_same_document_do_not_differ() -> None:
    clean = {
        path.stem.partition("_")[2]: path for path in sorted((SHARED / "lineages").glob("*/*A_RES_*.txt"))
    }
    pairs = [
        (clean[path.stem], path)
        for path in sorted((SHARED / "pdf").glob("A_RES_*.pdf"))
        if path.stem in clean
    ][:6]
    assert pairs
    for base, revised in pairs:
        reported = json.loads(resdiff("compare", base, revised, "-f", "json", "-q").out)["summary"]
        assert (
            reported["added"],
            reported["dropped"],
            reported["edited"],
            reported["split"],
            reported["merged"],
        ) == (
            0,
            0,
            0,
            0,
            0,
        ), revised


def test_a_text_file_loads_no_reader_of_documents(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"{ORGAN}\n\n1. Decides to remain seized of the matter.\n", "utf-8")
    reported = "print(sorted({'lxml', 'pypdfium2', 'zipfile'} & set(sys.modules)))"
    code = f"import sys; from resdiff.workspace.reading import read; read({str(path)!r}); {reported}"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_what_a_text_shows_decides_whether_a_hyphen_stays() -> None:
    known = Hyphens(
        [
            "a low income of the members",
            "terrorist acts of many kinds and of a long time",
            "many more lines of the same kind",
        ]
        * 20
    )
    assert known.is_broken("the manip-", "ulation of prices")
    assert not known.is_broken("of low-", "income countries")
    assert not known.is_broken("of anti-", "terrorist measures")
    assert not known.is_broken("the Secretary-", "General")
    assert not known.is_broken("at its twenty-", "seventh session")
    assert not known.is_broken("of non-", "resident pilots")
    assert not known.is_broken("in the Long-", "range plan")
    assert known.is_broken("in the harmo-", "nious bay")
    spoken = Hyphens(["the halfway house", "and selfish gulls", "in the shortage", "of wells"])
    assert spoken.is_broken("a half-", "way house")
    assert spoken.is_broken("in the short-", "age of it")
    breaking = Hyphens([*(["the har-", "bour of the"] * 9), "bay"])
    assert breaking.is_broken("of cross-", "ing boats")
    assert not breaking.is_broken("at its twenty-", "seventh session")
