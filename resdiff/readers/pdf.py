"""PDF -> text in blocks: the lines of its pages, then what belongs together on them."""

from __future__ import annotations

import pypdfium2

from resdiff.core.errors import InputError
from resdiff.core.model import SourceText
from resdiff.readers.glyphs import page_lines
from resdiff.readers.layout import arrange
from resdiff.readers.page_furniture import PageLine
from resdiff.readers.source_builder import MOST_TEXT

MOST_PAGES = 2_000
"""The most pages that are read."""


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
    size = 0
    warnings = []
    for number in range(count):
        lines = _page(document, number)
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
    if not any(pages):
        raise InputError(
            f"{name} holds no text", "its pages are images: run text recognition (OCR) on it first"
        )
    text = arrange(pages)
    return SourceText(text.text, text.blocks, tuple(warnings))


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
