"""What reading a PDF costs beside the raw text that PDFium gives of it.

usage: python -m tests.benchmarks.documents

Prints seconds of CPU on a PDF of 60 pages, put together of those in ../shared/data/pdf.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from time import process_time

import pypdfium2

from resdiff.readers.pdf import read_pdf
from tests.conftest import SHARED

_PAGES = 60
_TIMES = 3


def main() -> None:
    """Measures and prints."""
    if not SHARED.is_dir():
        sys.stdout.write("the texts of ../shared are absent: nothing is measured\n")
        return
    data = _document()
    raw = min(_measured(lambda: _raw(data)) for _ in range(_TIMES))
    read = min(_measured(lambda: read_pdf(data, "it")) for _ in range(_TIMES))
    sys.stdout.write(
        f"{_PAGES} pages: raw text {raw:.3f} s, read {read:.3f} s: {read / raw:.2f} times (asked: at most"
        " 2.5)\n"
    )


def _document() -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for path in sorted((SHARED / "pdf").glob("*.pdf")):
        part = pypdfium2.PdfDocument(path)
        whole.import_pages(part, list(range(min(len(part), _PAGES - len(whole)))))
        if len(whole) == _PAGES:
            break
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def _raw(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def _measured(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
