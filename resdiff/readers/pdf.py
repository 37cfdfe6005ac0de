"""PDF -> text in blocks: the lines of its pages, then what belongs together on them."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from resdiff.core.errors import InputError
from resdiff.core.model import SourceText
from resdiff.readers.glyphs import page_lines
from resdiff.readers.layout import arrange
from resdiff.readers.page_furniture import PageLine
from resdiff.readers.source_builder import MOST_TEXT

MOST_PAGES = 2_000
"""The most pages that are read."""
_FEW_LETTERS, _FEW_LINES, _MOST_OF_PAGE = 300, 4, 0.5
"""Characters and lines of a stamp or a header at most, and the share of a page that an image covers at least
where the page is a scan.
"""


def read_pdf(data: bytes, name: str) -> SourceText:
    """The text of a PDF in blocks, with a warning for each page that is left out; `name` is used in errors.

    Raises InputError for what is encrypted or broken, has no text at all, or more pages or text than are
    read.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        message = str(error).lower()
        if "password" in message or "security" in message:
            raise InputError(f"{name} is encrypted", "save it without a password first") from None
        raise InputError(
            f"{name} is a PDF that cannot be read", "it is broken: open it in a viewer and save it again"
        ) from None
    try:
        return _read(document, name)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, name: str) -> SourceText:
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"{name} has {count:,} pages", f"PDFs of up to {MOST_PAGES:,} pages are read")
    pages: list[list[PageLine]] = []
    size = scans = 0
    warnings = []
    for number in range(count):
        lines = _page(document, number)
        if lines and _is_scan(document, number, lines):
            scans += 1
            warnings.append(f"page {number + 1} is an image: only the words that stand beside it are read")
        if not lines:
            why = "cannot be read" if lines is None else "has no text: an image or a blank page"
            warnings.append(f"page {number + 1} {why}; it is left out")
        size += sum(len(line.text) for line in lines or ())
        if size > MOST_TEXT:
            raise InputError(
                f"{name} holds too much text",
                f"up to {MOST_TEXT // 1024 // 1024} million characters are read",
            )
        pages.append(lines or [])
    if sum(map(bool, pages)) == scans:
        raise InputError(
            f"{name} holds no text", "its pages are images: run text recognition (OCR) on it first"
        )
    text = arrange(pages)
    return SourceText(text.text, text.blocks, tuple(warnings))


def _is_scan(document: pypdfium2.PdfDocument, number: int, lines: Sequence[PageLine]) -> bool:
    """Whether a page is an image with a stamp or a header: of recognized text there is more."""
    if len(lines) > _FEW_LINES or sum(len(line.text) for line in lines) > _FEW_LETTERS:
        return False
    page = document[number]
    try:
        width, height = page.get_size()
        return any(
            (right - left) * (top - bottom) >= _MOST_OF_PAGE * width * height
            for image in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,))
            for left, bottom, right, top in (image.get_bounds(),)
        )
    except pypdfium2.PdfiumError:
        return False
    finally:
        page.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> list[PageLine] | None:
    """The lines of a page; None where it is broken."""
    try:
        page = document[number]
        try:
            text = page.get_textpage()
            return list(page_lines(text, number))
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None
