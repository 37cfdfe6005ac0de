"""The brief in words, as every medium shows it: a head of two lines, then blocks of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from resdiff.core.brief import Brief, BriefSection, SectionName
from resdiff.core.brief.builder import grouped
from resdiff.core.wording import counted, third_person
from resdiff.render.views.brief_line import BriefLine
from resdiff.render.views.brief_lines import brief_line
from resdiff.render.views.brief_rolled import rolled_lines
from resdiff.render.views.brief_words import BETWEEN
from resdiff.render.views.labels import in_ranges, name_of, text_names
from resdiff.render.views.pointed import pointed_words
from resdiff.render.views.style import SHIFT_SIGNS, StyleName

MOST_LINES = 60
"""Lines of a brief at most."""
_BY_PRIORITY: tuple[tuple[SectionName, ...], ...] = (
    ("new asks",),
    ("asks gone", "also matters", "altered"),
    ("renamed", "watched"),
    ("new thoughts", "gone", "reworded"),
    ("cited", "elsewhere", "rolled on"),
)
_TITLES: dict[SectionName, str] = {
    "new asks": "New asks",
    "altered": "Altered",
    "asks gone": "Asks gone",
    "renamed": "Renamed",
    "watched": "Watched",
    "also matters": "Also matters",
    "new thoughts": "New thoughts",
    "gone": "Gone",
    "reworded": "Reworded",
    "cited": "Cited",
    "elsewhere": "Elsewhere",
    "rolled on": "Rolled on",
}
_IN_TURN = tuple(tuple(_TITLES[name] for name in names) for names in _BY_PRIORITY)
"""The titles in the order in which their lines are given room, those together that have it in turn."""
_OF_ASKS = frozenset(_TITLES[name] for name in ("new asks", "asks gone", "altered"))
_PRIORITY = [title for titles in _IN_TURN for title in titles]
_RESERVE = 4
"""Lines that are left free: items may take more than one."""
_BESIDE_LINES = 2
"""Lines of a block beside its items: its title, and what is left out."""
_LEAST_OF_ASKS = 3
"""Items of a block of asks at least, where there is room."""
_FLOWING = frozenset(
    ("renamed", "watched", "new thoughts", "gone", "reworded", "cited", "elsewhere", "rolled on")
)
_MAY_STAND_APART = frozenset(("new thoughts", "gone", "reworded"))
"""Sections whose items have lines of their own where there is room."""
_SHARED = ("new asks", "asks gone")
"""Sections whose items may share a line."""
_HEADLINED = 4
"""Verbs of the balance in the head at most."""
_FLOWED_WORDS = 12
"""Words of an item of a flowing block at most."""
_FEW_LINES = 20
"""Lines of a brief up to which each is said in the most words, where no layout is looked for."""
MOST_FLOWED, LEAST_FLOWED = 14, 2
"""Items of a flowing block at most, and at least where there are so many."""


class BriefBlock(NamedTuple):
    """A section: its title and its lines."""

    title: str
    note: str
    """Whose ids its lines have, where these are of the older text; of altered asks how many of them matter;
    else ''.
    """
    total: int
    """How many things the section holds."""
    lines: tuple[BriefLine, ...]
    flows: bool
    """Whether its lines are short and stand one behind the other."""
    rest: str = ""
    """What is left out: '12 more: OP3, OP4'."""

    @property
    def is_altered(self) -> bool:
        """Whether its lines are of altered asks, those that matter first."""
        return self.title == _TITLES["altered"]

    @property
    def is_of_asks(self) -> bool:
        """Whether its lines say who is asked to do what: they say little where they are cut."""
        return self.title in _OF_ASKS


def brief_head(brief: Brief) -> tuple[str, str]:
    """The two lines that say most: which texts, and what happened in numbers."""
    title, names = text_names(brief.comparison)
    return f"{title}: {names}" if title else names, _summary(brief)


def _summary(brief: Brief) -> str:
    if not brief.changes:
        return "No paragraph changed."
    verb = "matters" if brief.matters == 1 or brief.changes == 1 else "matter"
    matter = f"{brief.matters} of {counted(brief.changes, 'changed paragraph')} {verb}"
    asks = "; ".join(part for part in (_ask_counts(brief), _balance(brief)) if part)
    asks = asks[:1].upper() + asks[1:]
    return f"{asks}. {matter}." if asks else f"{matter}."


def brief_counts(brief: Brief) -> str:
    """The second line of the head where it may be cut at its end: the verbs stand last."""
    if not brief.changes:
        return "No paragraph changed."
    matter = f"{brief.matters} of {brief.changes} {'matters' if brief.matters == 1 else 'matter'}"
    parts = [part for part in (_ask_counts(brief), matter, _balance(brief)) if part]
    return BETWEEN.join(parts)


def _ask_counts(brief: Brief) -> str:
    """'1 new ask, 5 altered (2 matter), none gone'; '' where asks are not known."""
    if brief.comparison.scale_name is None:
        return ""
    new = counted(brief.new, "new ask") if brief.new else "no new ask"
    altered, heavy = f"{brief.altered or 'none'} altered", brief.altered_that_matter
    if heavy < brief.altered:
        altered += f" ({heavy or 'none'} {'matters' if heavy == 1 else 'matter'})"
    return f"{new}, {altered}, {brief.gone or 'none'} gone"


def _balance(brief: Brief) -> str:
    """The verbs whose number changed: 'urges 2→1, 3 other verbs'."""
    language = brief.comparison.revised.language
    balance = [
        f"{third_person(row.lemma, language)} {row.base}→{row.revised}" for row in brief.balance[:_HEADLINED]
    ]
    left = len(brief.balance) - len(balance)
    if left:
        balance.append(counted(left, "other verb"))
    return ", ".join(balance) if brief.comparison.scale_name is not None else ""


def brief_blocks(brief: Brief, most: int = MOST_LINES, flows: bool = True) -> list[BriefBlock]:
    """The sections in words, as `BriefSections` puts them."""
    blocks = BriefSections(brief).blocks(most, MOST_FLOWED if flows else None)
    if sum(len(block.lines) for block in blocks) > _FEW_LINES:
        return blocks
    return [block._replace(lines=tuple(line.in_full for line in block.lines)) for block in blocks]


class BriefSections:
    """The sections of a brief, put in words once, for whoever looks for the layout that fits."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._lines: dict[tuple[SectionName, bool], tuple[BriefLine, ...]] = {}
        self._shorts: dict[BriefLine, BriefLine] = {}

    def blocks(self, most: int, flowed: int | None) -> list[BriefBlock]:
        """The sections; where there would be more lines than `most`, asks of one verb and addressee share a
        line, and what still does not fit is named by its ids.

        Thoughts and rewordings stand one behind the other, `flowed` of them at most; each on lines of its own
        where that is None.
        """
        blocks: list[BriefBlock] = []
        shares: dict[str, int] = {}
        for is_dense in (False, True):
            blocks = [self._block(section, is_dense, flowed) for section in self._brief.sections]
            room = most - _size([block for block in blocks if block.flows]) - _RESERVE
            shares = _shares([block for block in blocks if not block.flows], room)
            if all(block.flows or len(block.lines) <= shares[block.title] for block in blocks):
                break
        cut = (block if block.flows else _cut(block, shares[block.title]) for block in blocks)
        heavy = self._brief.altered_that_matter
        return [
            block._replace(note=_heavy_note(block, heavy)) if block.is_altered else block for block in cut
        ]

    def _short(self, line: BriefLine) -> BriefLine:
        if line not in self._shorts:
            self._shorts[line] = _short(line)
        return self._shorts[line]

    def _lines_of(self, section: BriefSection, is_dense: bool) -> tuple[BriefLine, ...]:
        key = (section.name, is_dense and section.name in (*_SHARED, "altered"))
        if key not in self._lines:
            items = grouped(section.items) if key[1] and section.name in _SHARED else section.items
            lines = (
                rolled_lines(self._brief, items)
                if section.name == "rolled on"
                else (brief_line(self._brief, section.name, item, key[1]) for item in items)
            )
            self._lines[key] = tuple(lines)
        return self._lines[key]

    def _block(self, section: BriefSection, is_dense: bool, flowed: int | None) -> BriefBlock:
        """A section in words; of a flowing one so many items."""
        title, count = _TITLES[section.name], sum(max(len(item.asks), 1) for item in section.items)
        lines = self._lines_of(section, is_dense)
        if section.name == "rolled on":
            return BriefBlock(title, "", count, lines, True)
        rest = ""
        may_stand_apart = section.name in _MAY_STAND_APART
        is_flowing = section.name in _FLOWING and (flowed is not None or not may_stand_apart)
        if is_flowing and len(lines) > (flowed or MOST_FLOWED):
            lines, rest = _weightiest(lines, flowed or MOST_FLOWED)
        if is_flowing and may_stand_apart:
            lines = tuple(self._short(line) for line in lines)
        return BriefBlock(title, self._note(section.name), count, lines, is_flowing, rest)

    def _note(self, name: SectionName) -> str:
        """What stands behind a title."""
        return f"(ids of {name_of(self._brief.comparison.base)})" if name in ("asks gone", "gone") else ""


def _heavy_note(block: BriefBlock, heavy: int) -> str:
    """How many of the altered asks that are shown matter, where not all do: these stand first. `heavy` is how
    many matter in all.
    """
    shown = sum(line.rank[0] for line in block.lines)
    if not 0 < heavy < block.total:
        return ""
    if shown < heavy:
        first = f"the first {shown}" if shown > 1 else "the first"
        return f"({first} of {heavy} that matter)" if shown else f"({heavy} matter)"
    return "(the first matters)" if heavy == 1 else f"(the first {heavy} matter)"


def _size(blocks: Sequence[BriefBlock]) -> int:
    return sum(2 if block.flows else 1 + len(block.lines) for block in blocks)


def by_priority(blocks: Sequence[BriefBlock]) -> list[int]:
    """The places of sections, in the order in which they are given room."""
    return sorted(range(len(blocks)), key=lambda k: _PRIORITY.index(blocks[k].title))


def _shares(blocks: Sequence[BriefBlock], room: int) -> dict[str, int]:
    """How many lines each block may have below its title: new asks first, thoughts and rewordings last, those
    of one rank a line each in turn; one line at least, of asks some.
    """
    least = {b.title: min(_LEAST_OF_ASKS, len(b.lines)) if b.is_of_asks else 1 for b in blocks}
    shares = least if sum(least.values()) + _BESIDE_LINES * len(blocks) <= room else dict.fromkeys(least, 1)
    left = max(room - sum(shares.values()) - _BESIDE_LINES * len(blocks), 0)
    for titles in _IN_TURN:
        in_turn = [block for block in blocks if block.title in titles]
        while left and (growing := [block for block in in_turn if shares[block.title] < len(block.lines)]):
            for block in growing[:left]:
                shares[block.title] += 1
            left -= len(growing[:left])
    return shares


def _cut(block: BriefBlock, share: int) -> BriefBlock:
    """The block with so many lines; the ids of what is left out stay."""
    if len(block.lines) <= share:
        return block
    lines, rest = _weightiest(block.lines, share)
    return block._replace(lines=lines, rest=rest)


def _weightiest(lines: Sequence[BriefLine], most: int) -> tuple[tuple[BriefLine, ...], str]:
    """So many of some lines, those that say most, in their order; and what is left out: '12 more: OP3'."""
    ranks = [(line.rank, _changed_letters(line), -k) for k, line in enumerate(lines)]
    chosen = {-k for _, _, k in sorted(ranks, reverse=True)[:most]}
    names = [name for k, line in enumerate(lines) if k not in chosen for name in line.name.split(", ")]
    stay = tuple(line for k, line in enumerate(lines) if k in chosen)
    left = sum(line.asks for line in lines) - sum(line.asks for line in stay)
    is_each = left == len(dict.fromkeys(names))
    return stay, f"{left} more{':' if is_each else ', in'} {in_ranges(names)}"


def _changed_letters(line: BriefLine) -> int:
    return sum(len(text) for style, text in line.runs if style in ("added", "dropped"))


def _short(line: BriefLine) -> BriefLine:
    """A line that stands among others in a paragraph: a verb that went up or down, else a number, else the
    longest of its changes, in few words.
    """
    changes: list[list[tuple[StyleName, str]]] = [[]]
    for style, text in line.runs:
        if text == BETWEEN:
            changes.append([])
        else:
            changes[-1].append((style, text))
    is_shift = any(
        text.endswith((SHIFT_SIGNS["strengthened"], SHIFT_SIGNS["weakened"], SHIFT_SIGNS["recast"]))
        for _, text in changes[0]
    )
    figures = [runs for runs in changes if _is_figure(runs)]
    chosen = changes[0] if is_shift else max(figures or changes, key=_letters)
    runs = ((style, pointed_words(text, _FLOWED_WORDS, line.weigh)) for style, text in chosen)
    return line._replace(runs=tuple(runs), fuller=())


def _letters(runs: Sequence[tuple[StyleName, str]]) -> int:
    return sum(len(text) for _, text in runs)


def _is_figure(runs: Sequence[tuple[StyleName, str]]) -> bool:
    """Whether a change is from a number to another."""
    values = [text for style, text in runs if style in ("added", "dropped")]
    return len(values) == 2 and all(value[:1].isdigit() for value in values)
