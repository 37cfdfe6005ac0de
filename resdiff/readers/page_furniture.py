"""What a page puts above and below its text: running titles, symbols, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from resdiff.core.footnote import SUPERSCRIPTS
from resdiff.core.languages import english
from resdiff.core.model import BlockKind
from resdiff.core.parse.layout.furniture import RULE
from resdiff.core.symbols import SYMBOL


class PageLine(NamedTuple):
    """A line of a page; lengths in points, heights counted from the foot of the page."""

    page: int
    """From 0."""
    left: float
    right: float
    bottom: float
    height: float
    """The room that its font makes for letters, accents and tails included."""
    is_italic: bool
    """Whether it begins in italics."""
    is_bold: bool
    text: str


_SIGN = re.compile(
    r"\d{1,3}/\d{1,3}(?:\s+\d{2}-\d{5}.*)?|\d{2}-\d{5}\b.*|\*\d{6,}[A-Z]?\*?|[Pp]age \d+(?: (?:of|/) ?\d+)?|-"
    r" ?\d{1,3} ?-|\d{1,3}"
    r"|GE\.\d{2}-\d{5}.*|/\.\.\.|[Pp]lease recycle.*"
)
"""Page numbers, job numbers and what else stands at the edge of a page by its form."""
BEGINS_NOTE = re.compile(
    rf"{SUPERSCRIPTS}|\*{{1,3}}\s?\D|[a-z]/|(?!\d{{1,2}}(?: ?(?:{english.JOINS_DAYS}|[-–]) ?\d{{1,2}})?"
    rf" {english.MONTH})\d{{1,3}}\s+\S"
)
"""What a footnote begins with: its mark, which is no day of a date."""
_DIGITS = re.compile(r"\d+")
SMALLER = 0.94
"""A line lower than this share of the usual one is set in a smaller size."""
_SHORT = 6
"""Words of a running title that counts pages, at most."""
_MOST_FURNITURE, _MOST_SMALL = 6, 3
"""Lines above or below the text of a page at most; and those that are known by their small letters alone."""
_ENDS_NOTE = (".", ";", ")", "]")
_NEAR = 4.0
"""Points by which lines at one place of several pages differ at most."""


def usual_height(lines: Sequence[PageLine]) -> float:
    """The height that most letters of the lines have."""
    counts: dict[float, int] = defaultdict(int)
    for line in lines:
        counts[round(line.height, 1)] += len(line.text)
    return max(counts, key=lambda height: (counts[height], height)) if counts else 1.0


def kinds_of(
    pages: Sequence[Sequence[PageLine]], in_tables: Sequence[Collection[int]], usual: float
) -> list[list[BlockKind]]:
    """For each line of each page whether it is text, furniture or a footnote; the lines whose places on their
    page are `in_tables` are rows. `usual` is the height of lines of text.
    """
    repeated = _repeated(pages)
    kinds: list[list[BlockKind]] = []
    goes_on = False
    for page, rows in zip(pages, in_tables, strict=True):
        kinds.append(_kinds(page, rows, usual, repeated, goes_on))
        notes = [line for line, kind in zip(page, kinds[-1], strict=True) if kind == "footnote"]
        goes_on = bool(notes) and not notes[-1].text.endswith(_ENDS_NOTE)
    return kinds


def _repeated(pages: Sequence[Sequence[PageLine]]) -> set[tuple[str, int]]:
    """The texts, as `_form` gives them, that stand at the same height of several pages; heights in steps."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page:
            for step in _steps(line):
                places[_form(line), step].add(line.page)
    return {place for place, on_pages in places.items() if len(on_pages) > 1}


def _steps(line: PageLine) -> tuple[int, int]:
    """The height of a line in steps, so that lines that are near have one in common."""
    step = int(line.bottom / _NEAR)
    return step, step + 1


def _form(line: PageLine) -> str:
    """The text of a line, of a short one without its numbers: a running title may count pages, a paragraph
    that has the same words as another has its own number.
    """
    is_short = len(line.text.split()) <= _SHORT
    return _DIGITS.sub("#", line.text) if is_short else line.text


def _kinds(
    page: Sequence[PageLine],
    rows: Collection[int],
    usual: float,
    repeated: set[tuple[str, int]],
    goes_on: bool,
) -> list[BlockKind]:
    """The kinds of the lines of a page; `goes_on` says whether a note of the page before has not ended."""
    kinds: list[BlockKind] = ["row" if k in rows else "text" for k in range(len(page))]
    order = sorted(range(len(page)), key=lambda k: -page[k].bottom)

    def is_furniture(line: PageLine) -> bool:
        by_form = _SIGN.fullmatch(line.text) is not None or (
            line.page > 0 and SYMBOL.fullmatch(line.text) is not None
        )
        return by_form or any((_form(line), step) in repeated for step in _steps(line))

    def is_small(line: PageLine) -> bool:
        return line.page > 0 and line.height < SMALLER * usual and not RULE.fullmatch(line.text)

    above = list(_first_of_kind(order, kinds, lambda k: is_furniture(page[k]) or is_small(page[k])))
    small = [k for k in above if not is_furniture(page[k])]
    if len(small) > _MOST_SMALL:  # a whole page of small letters is text, or a table
        above = above[: above.index(small[0])]
    if len(above) < len(order) and kinds[order[len(above)]] == "row":
        # the small letters are of the table, which is not repeated
        while above and above[-1] in small:
            above.pop()
    for k in (*above, *_first_of_kind(order[::-1], kinds, lambda k: is_furniture(page[k]))):
        kinds[k] = "furniture"
    _find_notes(page, order, kinds, usual, goes_on)
    return kinds


def _first_of_kind(
    order: Sequence[int], kinds: Sequence[BlockKind], is_kind: Callable[[int], bool]
) -> Iterator[int]:
    """The first lines in an order that are of a kind, up to the first row of a table: at most so many as a
    page has around its text.
    """
    return takewhile(lambda k: kinds[k] != "row" and is_kind(k), order[:_MOST_FURNITURE])


def _find_notes(
    page: Sequence[PageLine], order: Sequence[int], kinds: list[BlockKind], usual: float, goes_on: bool
) -> None:
    """The footnotes: below a rule, or small lines at the foot of the page, the first of which bears a mark
    unless a note of the page before `goes_on` and text stands above them.
    """
    inner = [k for k in order if kinds[k] == "text"]
    rule = next(
        (place for place, k in enumerate(inner) if RULE.fullmatch(page[k].text) and place + 1 < len(inner)),
        None,
    )
    if rule is None:
        rule = len(inner)
        while rule and page[inner[rule - 1]].height < SMALLER * usual:
            rule -= 1
        is_continued = goes_on and rule > 0
        while not is_continued and rule < len(inner) and not BEGINS_NOTE.match(page[inner[rule]].text):
            rule += 1
    for k in inner[rule:]:
        kinds[k] = "footnote"
    for k in inner:
        if RULE.fullmatch(page[k].text):
            kinds[k] = "furniture"
