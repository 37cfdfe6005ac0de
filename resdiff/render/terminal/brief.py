"""The brief as text: a head of two lines, then a line an ask or two, never more than a screen or so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from math import ceil

from resdiff.core.brief import Brief
from resdiff.render.terminal.cut_runs import cut_to_room
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, cells, fitted, wrap
from resdiff.render.views.brief import (
    LEAST_FLOWED,
    MOST_FLOWED,
    MOST_LINES,
    BriefBlock,
    BriefSections,
    brief_head,
    by_priority,
)
from resdiff.render.views.brief_line import NEXT_ASK, BriefLine
from resdiff.render.views.brief_records import not_known, record_lines
from resdiff.render.views.characters import visible
from resdiff.render.views.pointed import Weigh, alike

_INDENT = "  "
_NAME = 16
"""Cells of the column of ids at most."""
_WHO = 22
"""Cells of a column of addressees at most; longer ones stand before what they are asked, which then has the
whole line.
"""
_NARROW = 100
"""Cells of a line from which on addressees may have a column of their own."""
_LEAST_LINES = 8
"""Lines of a step of a lineage at least."""
_FEWER = 2
"""Lines by which a brief is made shorter until it fits."""
_DEEPEST, _LEAST_OF_ASKS = 5, 2
"""Lines of one item at most; and of an ask that needs as many at least."""
_FIRST_OF_OTHERS = 2
"""Lines that any other item has at most, until asks have all that they need."""
_FEW_ASKS = 3
"""Asks that share an item and have a line each."""
_SLACK = (0, 2, 4, 8, 12, 16, 24, 32)
"""Cells of a line that wrapping may leave empty, the fewest first."""
_ASKS_OF_LINE, _SHARE_OF_SHARED = 2, 6
"""Of more, asks that share a line of their words at most, while all have a share of the lines at most."""


def brief_text(
    brief: Brief, *, width: int = 80, is_coloured: bool = False, most: int = MOST_LINES
) -> Iterator[str]:
    """A brief in lines of `width` cells, `most` at most."""
    page = _Page(width, Paint(colour=is_coloured), most)
    head = list(page.head(brief))
    head += page.records(record_lines(brief))
    below = [*page.unknown(not_known(brief))]
    room = most - len(head) - len(below)
    lines: list[str] = []
    sections = BriefSections(brief)
    for (fewer, flowed), deepest in product(_layouts(most), range(_DEEPEST, 0, -1)):
        blocks = sections.blocks(room - fewer, flowed)
        depths = [
            max(deepest, _LEAST_OF_ASKS) if block.is_of_asks else min(deepest, _FIRST_OF_OTHERS)
            for block in blocks
        ]
        lines = [
            line for block, depth in zip(blocks, depths, strict=True) for line in page.block(block, depth)
        ]
        if len(lines) <= room:
            lines = page.fullest(blocks, depths, room)
            break
    if len(lines) > room:  # two texts that hardly have a paragraph in common
        lines = lines[: max(room - 1, 0)]
        while lines and not lines[-1].startswith(_INDENT):  # a title with nothing below it
            lines.pop()
        lines.append(f"{_INDENT}… the rest: resdiff compare shows every change\n")
    yield from (*head, *lines, *below)


def _layouts(most: int) -> Iterator[tuple[int, int | None]]:
    """By how many lines the sections are made shorter, and how many thoughts of each stand one behind the
    other: these are left out before asks are.
    """
    yield 0, None
    yield from ((0, flowed) for flowed in range(MOST_FLOWED, LEAST_FLOWED, -_FEWER))
    yield from ((fewer, LEAST_FLOWED) for fewer in range(0, most, _FEWER))


def briefs_text(briefs: Sequence[Brief], *, width: int = 80, is_coloured: bool = False) -> Iterator[str]:
    """One brief; or those of the steps of a lineage, the lines shared out among them."""
    for k, brief in enumerate(briefs):
        yield from ("\n",) if k else ()
        most = max(_LEAST_LINES, MOST_LINES // len(briefs))
        yield from brief_text(brief, width=width, is_coloured=is_coloured, most=most)


def brief_head_text(brief: Brief, *, width: int, is_coloured: bool) -> Iterator[str]:
    """The two lines that say most, wrapped."""
    yield from _Page(width, Paint(colour=is_coloured), MOST_LINES).head(brief)


class _Page:
    """Lines of one width."""

    def __init__(self, width: int, paint: Paint, most: int) -> None:
        """`most` lines are there for all."""
        self._width, self._paint = width, paint
        self._most_shared = max(most // _SHARE_OF_SHARED, 1)
        self._drawn: dict[tuple[object, ...], list[str]] = {}
        """What was drawn of an item or a flowing section, by what it was drawn from: layouts are tried one
        after the other, and most of them draw the same.
        """

    def head(self, brief: Brief) -> Iterator[str]:
        """The two lines of the head."""
        title, summary = brief_head(brief)
        yield from self._lines([("strong", visible(title))])
        yield from self._lines([("", visible(summary))])

    def _lines(self, runs: Sequence[StyledRun], indent: str = "") -> Iterator[str]:
        for line in wrap(runs, self._width - cells(indent), self._paint):
            yield f"{indent}{line}".rstrip() + "\n"

    def records(self, records: Sequence[tuple[str, str, str]]) -> Iterator[str]:
        """Title, sponsors and vote, with both values."""
        for kind, old, new in records:
            yield from self._cut(
                [
                    ("strong", f"{kind.upper():<14}"),
                    ("dropped", visible(old)),
                    ("", " → "),
                    ("added", visible(new)),
                ],
                "",
                2,
            )

    def unknown(self, lines: Sequence[str]) -> Iterator[str]:
        """What is not known."""
        for k, line in enumerate(lines):
            title = "NOT KNOWN" if not k else ""
            yield from self._cut([("strong", f"{title:<14}"), ("faint", visible(line))], "", 2)

    def fullest(self, blocks: Sequence[BriefBlock], depths: Sequence[int], room: int) -> list[str]:
        """Sections that fit with items of so many lines each; where there is room left, items have a line
        more each, asks before all others, those that say most first, then another one.
        """
        drawn = [list(self.block(block, depth)) for block, depth in zip(blocks, depths, strict=True)]
        growing = [k for k in by_priority(blocks) if not blocks[k].flows]
        for depth, is_of_asks in product(range(min(depths, default=_DEEPEST), _DEEPEST), (True, False)):
            for k in tuple(growing):
                if blocks[k].is_of_asks != is_of_asks or depth < depths[k]:
                    continue
                free = room - sum(map(len, drawn)) + len(drawn[k])
                counts = range(1, len(blocks[k].lines) + 1)
                deeper = bisect_right(
                    counts, free, key=lambda count: sum(1 for _ in self.block(blocks[k], depth, count))
                )
                drawn[k] = list(self.block(blocks[k], depth, deeper))
                if deeper < len(blocks[k].lines):
                    growing.remove(k)
        return [line for lines in drawn for line in lines]

    def block(self, block: BriefBlock, deepest: int, deeper: int = 0) -> Iterator[str]:
        """A section; no item of it takes more lines than `deepest`, the first `deeper` one more."""
        title = f"{block.title.upper()} {block.note}".rstrip()
        if block.flows:
            yield from self._once(partial(self._flow, title, block), (title, block.lines, block.rest))
            return
        yield self._paint(title, "strong") + "\n"
        names = min(max(cells(line.name) for line in block.lines), _NAME)
        whos = max(cells(visible(line.who)) for line in block.lines)
        whos = whos if whos <= _WHO and self._width >= _NARROW else 0
        for k, line in enumerate(block.lines):
            about = (line, names, whos, deepest + (k < deeper))
            yield from self._once(partial(self._item, *about), about)
        if block.rest:
            yield from self._lines([("faint", visible(f"… {block.rest}"))], _INDENT)

    def _once(self, draw: Callable[[], Iterator[str]], about: tuple[object, ...]) -> list[str]:
        """The lines that are drawn from something, drawn once."""
        if about not in self._drawn:
            self._drawn[about] = list(draw())
        return self._drawn[about]

    def _item(self, line: BriefLine, names: int, whos: int, deepest: int) -> Iterator[str]:
        name = visible(line.name)
        head = f"{_INDENT}{fitted(name, names)}  "
        stands_above = cells(name) > names  # ids are never cut
        if stands_above:
            yield from self._lines([("", name)], _INDENT)
            head = _INDENT * 3
        if whos and not stands_above:
            head += f"{fitted(visible(line.who), whos)}  "
        who: list[StyledRun] = []
        if line.who and (stands_above or not whos):
            who = [("strong", visible(line.who)), ("", " · ")]
        runs = self._longest_that_fits(line, who, self._width - cells(head), deepest)
        if line.verb and len(set(line.changes)) > 1:  # what each of its asks asks has to be seen
            halved = min(ceil(line.asks / _ASKS_OF_LINE), self._most_shared)
            deepest = max(deepest, halved, min(line.asks, _FEW_ASKS))
            if line.asks > _FEW_ASKS:
                runs = self._fewer_asks(runs, self._width - cells(head), deepest)
        yield from self._cut(runs, head, deepest, line.weigh)

    def _longest_that_fits(
        self, line: BriefLine, before: Sequence[StyledRun], room: int, deepest: int
    ) -> list[StyledRun]:
        """The words of a line behind others, the most that need no more lines than these where there are some
        to spare; else its own, of an ask or a thought all: where it is cut, the words stay that say most.
        """
        fuller = line.fuller_words if deepest > _LEAST_OF_ASKS else ()
        last = line.words if line.changes_words else line.in_full.words
        for words in fuller:
            runs = [*before, *((style, visible(text)) for style, text in words)]
            if len(wrap(runs, room, self._paint)) <= deepest:
                return runs
        return [*before, *((style, visible(text)) for style, text in last)]

    def _fewer_asks(self, runs: list[StyledRun], room: int, deepest: int) -> list[StyledRun]:
        """The words of asks that share lines, as many asks as have room in these, and how many more there
        are.
        """
        begins = [k for k, (_, text) in enumerate(runs) if text.startswith(NEXT_ASK)]
        if len(wrap(runs, room, self._paint)) <= deepest:
            return runs
        for left, begin in enumerate(reversed(begins), start=1):
            fewer: list[StyledRun] = [*runs[:begin], ("faint", f"{NEXT_ASK}{left} more")]
            if len(wrap(fewer, room, self._paint)) <= deepest:
                return fewer
        return runs

    def _cut(self, runs: Sequence[StyledRun], head: str, deepest: int, weigh: Weigh = alike) -> Iterator[str]:
        """Runs behind a head, in so many lines at most; '…' says where words are left out."""
        room = self._width - cells(head)
        lines = wrap(runs, room, self._paint)
        for slack in _SLACK if len(lines) > deepest else ():
            lines = wrap(cut_to_room(runs, (room - slack) * deepest, weigh), room, self._paint)
            if len(lines) <= deepest:
                break
        lines = lines[:deepest]
        gap = " " * cells(head)
        for k, line in enumerate(lines or [""]):
            yield f"{gap if k else head}{line}".rstrip() + "\n"

    def _flow(self, title: str, block: BriefBlock) -> Iterator[str]:
        """Short lines one behind the other."""
        runs: list[StyledRun] = [("strong", f"{title}  ")]
        for k, line in enumerate(block.lines):
            runs += [("faint", " · ")] if k else []
            runs.append(("strong", visible(line.name)))
            runs += [
                (style, visible(text) if j else f" {visible(text)}")
                for j, (style, text) in enumerate(line.words)
            ]
        if block.rest:
            runs.append(("faint", visible(f" · {block.rest}")))
        lines = wrap(runs, self._width - cells(_INDENT), self._paint)
        for k, text in enumerate(lines):
            yield f"{_INDENT if k else ''}{text}".rstrip() + "\n"
