"""Asks as text: who is asked to do what, of one text, and what became of the asks of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.asks import Asks
from resdiff.core.compare import Comparison
from resdiff.core.compare.asks import AskOutcome
from resdiff.core.model import Resolution
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.ask_pages import AskEntry, ask_changes_page, asks_page
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import titles_of
from resdiff.render.views.style import StyleName

_INDENT = "    "
_SIGNS: dict[AskOutcome | None, tuple[str, StyleName]] = {
    "new": ("+ ", "added"),
    "altered": ("~ ", "edited"),
    "gone": ("- ", "dropped"),
    None: ("", "strong"),
}


def asks_text(text: Resolution, asks: Asks, *, width: int = 80, is_coloured: bool = False) -> Iterator[str]:
    """What a text asks for, in lines of `width` cells; verbs that ask nothing are counted."""
    lines = _Lines(width, is_coloured)
    page = asks_page(text, asks)
    for section in page.sections:
        for entry in section.entries:
            yield from lines.entry(entry, section.outcome)
    yield from (f"{line}\n" for line in page.head)


def ask_changes_text(comparison: Comparison, *, width: int = 80, is_coloured: bool = False) -> Iterator[str]:
    """What became of the asks of two texts, in lines of `width` cells; those carried on are counted."""
    lines = _Lines(width, is_coloured)
    for side, title in zip(("base   ", "revised"), titles_of(comparison), strict=True):
        yield from lines.wrapped([("", f"{side}   "), ("strong", visible(title))])
    page = ask_changes_page(comparison)
    for line in page.head:
        yield from lines.wrapped([("", line)])
    for section in page.sections:
        yield "\n" + lines.paint(section.title, "strong") + "\n"
        for entry in section.entries:
            yield from lines.entry(entry, section.outcome)


class _Lines:
    """Lines of one width."""

    def __init__(self, width: int, is_coloured: bool) -> None:
        self._width, self._is_coloured = width, is_coloured
        self.paint = Paint(colour=is_coloured)

    def wrapped(self, runs: Sequence[StyledRun], indent: str = "") -> Iterator[str]:
        """Runs of styled text, wrapped."""
        for line in wrap(runs, self._width - len(indent), self.paint):
            yield f"{indent}{line}".rstrip() + "\n"

    def entry(self, entry: AskEntry, outcome: AskOutcome | None) -> Iterator[str]:
        """An ask: its paragraph, verb and facts, and what is asked below, with what changed."""
        sign, style = _SIGNS[outcome]
        aspects = f"  {entry.aspects}" if entry.aspects else ""
        words = visible(entry.words)
        yield from self.wrapped([(style, f"{sign}{entry.place}  "), ("", words), ("faint", aspects)])
        if outcome == "altered":
            yield from self.wrapped(list(edit_runs(entry.clause, self._is_coloured)), _INDENT)
        else:
            for edit in entry.clause:
                yield from self.wrapped([("faint", visible(edit.text))], _INDENT)
        for aspect, old, new in entry.values:
            runs: list[StyledRun] = [("", f"{aspect}: "), ("delete", visible(old)), ("", " → ")]
            yield from self.wrapped([*runs, ("insert", visible(new))], _INDENT)
