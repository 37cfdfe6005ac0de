"""Asks as text: who is asked to do what, of one text, and what became of the asks of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.asks import Ask, Asks
from resdiff.core.compare import Comparison
from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.compare.asks import AskChange, AskOutcome
from resdiff.core.model import Resolution
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, wrap
from resdiff.render.views.asks import ask_counts, aspect_values, balance_words, described
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import titles_of
from resdiff.render.views.style import StyleName

_INDENT = "    "
_SECTIONS: tuple[tuple[AskOutcome, str, str, StyleName], ...] = (
    ("new", "New asks", "+", "added"),
    ("altered", "Altered", "~", "edited"),
    ("gone", "Gone", "-", "dropped"),
)


def asks_text(text: Resolution, asks: Asks, *, width: int = 80, is_coloured: bool = False) -> Iterator[str]:
    """What a text asks for, in lines of `width` cells; verbs that ask nothing are left out."""
    page = _Page(width, is_coloured)
    asking = [ask for ask in asks if ask.asks and not ask.is_opening]
    for ask in asking:
        yield from page.ask("", "strong", ask, text)
    yield f"{len(asking)} of {len(asks)} operative verbs and points ask for something or decide it\n"


def ask_changes_text(comparison: Comparison, *, width: int = 80, is_coloured: bool = False) -> Iterator[str]:
    """What became of the asks of two texts, in lines of `width` cells; those carried on are counted."""
    page = _Page(width, is_coloured)
    for side, title in zip(("base   ", "revised"), titles_of(comparison), strict=True):
        yield from page.lines([("", f"{side}   "), ("strong", visible(title))])
    asks = comparison.asks()
    yield from page.lines([("", ask_counts(asks))])
    if comparison.balance:
        yield from page.lines([("", f"operative verbs: {balance_words(comparison.balance)}")])
    for outcome, title, sign, style in _SECTIONS:
        those = [change for change in asks if change.outcome == outcome]
        if those:
            yield "\n" + page.paint(title, "strong") + "\n"
        for change in those:
            yield from page.change(sign, style, change, comparison)


class _Page:
    """Lines of one width."""

    def __init__(self, width: int, is_coloured: bool) -> None:
        self._width, self._is_coloured = width, is_coloured
        self.paint = Paint(colour=is_coloured)

    def lines(self, runs: Sequence[StyledRun], indent: str = "") -> Iterator[str]:
        """Runs of styled text, wrapped."""
        for line in wrap(runs, self._width - len(indent), self.paint):
            yield f"{indent}{line}".rstrip() + "\n"

    def ask(self, sign: str, style: StyleName, ask: Ask, text: Resolution) -> Iterator[str]:
        """An ask: its paragraph, verb and facts, and what is asked below."""
        yield from self._head(sign, style, ask, text)
        if ask.clause:
            yield from self.lines([("faint", visible(ask.clause))], _INDENT)

    def _head(
        self, sign: str, style: StyleName, ask: Ask, text: Resolution, aspects: Sequence[Aspect] = ()
    ) -> Iterator[str]:
        name = f"{sign} {text.paragraphs[ask.paragraph].id}".strip()
        altered = f"  ({', '.join(aspects)})" if aspects else ""
        yield from self.lines([(style, f"{name}  "), ("", visible(described(ask))), ("faint", altered)])

    def change(self, sign: str, style: StyleName, change: AskChange, comparison: Comparison) -> Iterator[str]:
        """What became of an ask; of an altered one the words that changed."""
        if change.revised is None or change.base is None:
            for ask, text in ((change.base, comparison.base), (change.revised, comparison.revised)):
                if ask is not None:
                    yield from self.ask(sign, style, ask, text)
            return
        yield from self._head(sign, style, change.revised, comparison.revised, change.aspects)
        yield from self.lines(list(edit_runs(change.clause_edits(), self._is_coloured)), _INDENT)
        for aspect, old, new in aspect_values(change):
            runs: list[StyledRun] = [("", f"{aspect}: "), ("delete", visible(old)), ("", " → ")]
            yield from self.lines([*runs, ("insert", visible(new))], _INDENT)
