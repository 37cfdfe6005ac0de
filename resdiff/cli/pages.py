"""--open: what is written as a page is shown in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.core.errors import UsageError
from resdiff.render.formats import ENDINGS

OpenOption = Annotated[
    bool, typer.Option("--open", help="Show it in the browser as a page; with -o also keep the file.")
]


def page_for(is_opened: bool, form: str | None, output: Path | None) -> Path | None:
    """The file that is to be written: as asked, or, to be opened, a new one in a folder of the user's alone.

    Raises UsageError where what is to be opened is no page.
    """
    if not is_opened:
        return output
    if form not in (None, "html") or (output is not None and ENDINGS.get(output.suffix.lower()) != "html"):
        raise UsageError("--open shows a page", "leave out --format, or write a file that ends in .html")
    if output is not None:
        return output
    import tempfile

    return Path(tempfile.mkdtemp(prefix="resdiff-")) / "page.html"


def open_page(is_opened: bool, page: Path | None) -> None:
    """Opens a page that was written; where there is no browser, says where it is."""
    if not is_opened or page is None:
        return
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        diagnostics.print_line(f"there is no browser to open; the page is {page}")
