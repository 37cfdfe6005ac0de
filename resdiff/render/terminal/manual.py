"""A page of the manual, which is Markdown, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO


def manual_text(markdown: str, *, width: int, is_coloured: bool) -> Iterator[str]:
    """The page in lines of `width` cells, headings, lists, tables and commands set apart."""
    from rich.console import Console
    from rich.markdown import Markdown

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=is_coloured,
        color_system="standard" if is_coloured else None,
        legacy_windows=False,
    )
    console.print(Markdown(markdown, code_theme="ansi_dark", inline_code_theme="ansi_dark"))
    yield from (f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
