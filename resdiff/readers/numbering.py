"""The numbers that Word puts before paragraphs: lists, levels, restarts (ECMA-376-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from resdiff.core.model import ListPlace
from resdiff.readers.markup import Element, attribute_of, child, children

_PLACE = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVELS = 9
_MOST = 32_767
"""The highest number that is written as letters or Roman numerals."""


class _Level(Struct):
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None


class _List(Struct):
    """An abstract list: its levels and the paragraph styles that they belong to."""

    levels: dict[int, _Level] = field(default_factory=dict)
    styles: dict[str, int] = field(default_factory=dict)


def roman_numeral(number: int) -> str:
    """A number in small Roman numerals."""
    parts = []
    for value, sign in _ROMAN:
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)


def letters(number: int) -> str:
    """A number as Word writes it in letters: a to z, then aa to zz."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def number_text(number: int, form: str) -> str:
    """A number in a form of WordprocessingML; in digits where the form is another."""
    if form in ("none", "bullet"):
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form in ("lowerLetter", "upperLetter") and number <= 26 * 40:
        return letters(number).upper() if form == "upperLetter" else letters(number)
    if form in ("lowerRoman", "upperRoman"):
        return roman_numeral(number).upper() if form == "upperRoman" else roman_numeral(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


class Numbering:
    """Counts the paragraphs of the lists of a document."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {
            name: _read(one)
            for one in children(numbering, "abstractNum")
            if (name := attribute_of(one, "abstractNumId"))
        }
        self._of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for one in children(numbering, "num"):
            number, abstract = attribute_of(one, "numId"), child(one, "abstractNumId")
            if number is not None and abstract is not None:
                self._of[number] = attribute_of(abstract, "val") or ""
                self._overrides[number], self._starts[number] = _overrides(one)
        self._styles = {
            name: one for one in children(styles, "style") if (name := attribute_of(one, "styleId"))
        }
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.place: ListPlace | None = None
        """Where the paragraph that was asked for last stands in its list; None where it has no number."""

    def label(self, properties: Element | None) -> str:
        """The number of the next paragraph, as it is shown; '' where it has none.

        Paragraphs are to be asked for in their order.
        """
        self.place = None
        place = self._place(properties)
        if place is None:
            return ""
        number, depth = place
        abstract = self._of.get(number)
        definition = self._lists.get(abstract) if abstract is not None else None
        if abstract is None or definition is None or not 0 <= depth < _LEVELS:
            return ""
        level = self._level(number, definition, depth)
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        start = self._starts.get(number, {}).get(depth)
        if start is not None and (number, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((number, depth))
        before = counts[depth]
        counts[depth] = before + 1 if before is not None else start if start is not None else level.start
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(number, definition, deeper).restart
            if restart is None or restart > depth:
                counts[deeper] = None
        self.place = ListPlace(abstract, depth + 1)
        return (
            _PLACE.sub(lambda match: self._shown(int(match[1]) - 1, number, definition, counts), level.text)
            if level.form != "bullet"
            else "•"
        )

    def _shown(self, depth: int, number: str, definition: _List, counts: list[int | None]) -> str:
        level = self._level(number, definition, depth)
        count = counts[depth] if 0 <= depth < _LEVELS else None
        return number_text(count if count is not None else level.start, level.form)

    def _level(self, number: str, definition: _List, depth: int) -> _Level:
        return self._overrides.get(number, {}).get(depth) or definition.levels.get(depth) or _Level()

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and level of a paragraph, by its own properties or those of its style and the styles that
        this is based on.
        """
        own = child(properties, "numPr")
        style = (
            attribute_of(style_name, "val")
            if (style_name := child(properties, "pStyle")) is not None
            else None
        )
        inherited = self._of_style(style)
        number = _value(own, "numId") or (inherited[0] if inherited is not None else None)
        if number is None or number == "0":
            return None
        depth = _value(own, "ilvl") or (inherited[1] if inherited is not None else None)
        if depth is None and style is not None:
            definition = self._lists.get(self._of.get(number, ""))
            depth = str(definition.styles.get(style, 0)) if definition is not None else None
        return number, int(depth) if depth is not None and depth.isdecimal() else 0

    def _of_style(self, style: str | None) -> tuple[str | None, str | None] | None:
        """The list and level that a style gives.

        Styles that are based on one another in a circle give none.
        """
        number = depth = None
        visited: set[str] = set()
        while style is not None and style not in visited:
            visited.add(style)
            element = self._styles.get(style)
            place = child(element, "pPr", "numPr")
            number, depth = number or _value(place, "numId"), depth or _value(place, "ilvl")
            based = child(element, "basedOn")
            style = attribute_of(based, "val") if based is not None else None
        return (number, depth) if number is not None else None


def _value(element: Element | None, name: str) -> str | None:
    inner = child(element, name)
    return attribute_of(inner, "val") if inner is not None else None


def _count(text: str | None) -> int | None:
    return int(text) if text is not None and text.lstrip("-").isdecimal() and len(text) < 8 else None


def _levels(parent: Element) -> Iterator[tuple[int, _Level, str | None]]:
    """The levels below an element, each with its depth and the style it belongs to."""
    for one in children(parent, "lvl"):
        depth = _count(attribute_of(one, "ilvl"))
        if depth is not None:
            start = _count(_value(one, "start"))
            level = _Level(
                start=start if start is not None else 1,
                form=_value(one, "numFmt") or "decimal",
                text=_value(one, "lvlText") or "",
                restart=_count(_value(one, "lvlRestart")),
            )
            yield depth, level, _value(one, "pStyle")


def _read(abstract: Element) -> _List:
    definition = _List()
    for depth, level, style in _levels(abstract):
        definition.levels[depth] = level
        if style is not None:
            definition.styles[style] = depth
    return definition


def _overrides(number: Element) -> tuple[dict[int, _Level], dict[int, int]]:
    """Where a list differs from its abstract list: its levels and its start numbers."""
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for one in children(number, "lvlOverride"):
        depth = _count(attribute_of(one, "ilvl"))
        start = _count(_value(one, "startOverride"))
        if depth is not None and start is not None:
            starts[depth] = start
        levels |= {at: level for at, level, _ in _levels(one)}
    return levels, starts
