"""How the CPU that work takes grows with its size: work that is doubled should take about twice as long."""

from __future__ import annotations

import gc
import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from inspect import getsource
from math import sqrt
from pkgutil import walk_packages
from statistics import median
from time import process_time
from typing import Any

import resdiff.core.parse
import resdiff.readers

BOUNDED = frozenset(
    f"core.parse.footnotes:{name}"
    for name in ("_ABBREVIATED", "_COUNTED", "_FREE_BEFORE", "_TOKEN", "_WORD_BEFORE")
)
"""Patterns that look at no more than the 32 characters before a number."""
_SEARCHING = {
    "sub": "finditer",
    "subn": "finditer",
    "findall": "finditer",
    "split": "finditer",
    "search": "finditer",
}
"""Uses of a pattern that look at every place of a text."""
MOST_GROWTH = 2.6
"""The most that a doubling may cost."""

_SENTENCE = "Decides to keep the lights of the northern harbour burning"
_UNITS = {
    "letters": "a",
    "capitals": "A",
    "digits": "7",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "no-break spaces": "\u00a0",
    "open brackets": "[",
    "closed brackets": "]",
    "brackets in brackets": "[(",
    "parentheses": "(",
    "closed parentheses": ")",
    "quotes": "“",
    "straight quotes": '"',
    "apostrophes": "’",
    "dots": ".",
    "dots and blanks": ". ",
    "hyphens": "-",
    "dashes": "–",
    "underscores": "_",
    "asterisks": "*",
    "commas": ",",
    "semicolons": "; ",
    "slashes": "/",
    "numbers": "1 ",
    "fractions": "1/2\n",
    "numbers on lines": "7\n",
    "numbered lines": "1. a\n",
    "labels": "(a) ",
    "labels on lines": "(a)\n",
    "roman numerals": "xviii ",
    "roman labels": "(iv)\n",
    "superscripts": "²",
    "notes": "word²\n",
    "notes below": "¹ See below.\n",
    "marks": "word1 ",
    "attributions": "[EU, UK: retain] ",
    "attributions on lines": "G77, RF: retain\n",
    "alternatives": "[shall/should] ",
    "combining marks": "e\u0301",
    "marks alone": "\u0301",
    "bidi marks": "\u200f",
    "bidi controls": "\u202e",
    "zero width": "\u200b",
    "hyphens at line ends": "harbour-\n",
    "soft hyphens": "har\u00adbour ",
    "symbols": "A/RES/73/1 ",
    "dates": "24 March 2011, ",
    "months": "March ",
    "names": "Northern Isles, ",
    "countries": "Isles (Republic of the), ",
    "openings": "Recalling ",
    "adverbs": "strongly ",
    "verbs": "and requests ",
    "opened paragraphs": "Recalling\n\n",
    "organs": "The Council,\n\n",
    "headings": "Annex\n\n",
    "bis": "OP2 bis ",
    "pages": "25-20952\n2/6\n\n",
    "wrapped lines": f"{_SENTENCE}\n",
    "tags": "<b>",
    "entities": "&amp;",
    "emphasis": "*a* ",
    "surrounded": " a",
    "dotted lines": "....\n",
    "emoji": "\U0001f30a",
    "chinese": "决定",
    "arabic": "تقرر ",
    "mixed": "a1.(b) ",
    "votes": "In favour: A, B\n",
    "paragraphs": f"1. {_SENTENCE};\n\n",
    "numbered paragraphs": f"{{n}}. {_SENTENCE};\n\n",
    "glued paragraphs": "{n}. Requests ports to wait; ",
    "glued numbers": "; {n}. a ",
    "numbered marks": "word{n}, ",
    "numbered notes": "{n} See A.\n",
    "named numbers": "Agenda {n} ",
    "dotted letters": "a.",
    "hyphened letters": "a-",
    "words": "port ",
    "capitalized words": "Port ",
    "sub-paragraphs": "(a) Ports;\n\n",
}
"""What texts of a family repeat; {n} is counted from 1."""


def _repeated(unit: str, size: int) -> str:
    count = max(size // len(unit), 1)
    return (
        "".join([unit.replace("{n}", str(n)) for n in range(1, count + 1)]) if "{n}" in unit else unit * count
    )


def families() -> dict[str, Callable[[int], str]]:
    """Families of texts, each made for a number of characters.

    A unit is repeated alone, in a paragraph of a resolution, and beside the signs by which the parser takes
    its longer ways.
    """
    made: dict[str, Callable[[int], str]] = {}
    for name, unit in _UNITS.items():
        made[name] = lambda size, unit=unit: _repeated(unit, size)  # type: ignore[misc]
        made[f"{name} in a paragraph"] = lambda size, unit=unit: (  # type: ignore[misc]
            f"The Tidal Assembly,\n\nRecalling its resolution 9/14,\n\n1. {_SENTENCE} {_repeated(unit, size)}"
            f" and rests;\n\n2. {_SENTENCE}.\n\n¹ See A/1.\n"
        )
        made[f"{name} in a masthead"] = lambda size, unit=unit: (  # type: ignore[misc]
            f"A/80/L.1\n\nDraft resolution {_repeated(unit, size)}\n\nThe Tidal Assembly,\n\n1."
            f" {_SENTENCE}.\n"
        )
        made[f"{name} beside signs"] = lambda size, unit=unit: (  # type: ignore[misc]
            f"1. *Decides* to [keep] - {_repeated(unit, size)} (1) _lights_ har\u00adbour,1 EU: retain 2-"
            " \u200bx* \u2010 a\n\n1 See A/1.\n"
        )
    return made


def patterns() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Every pattern of the readers and the parser as it is used: the place and name of each, and the use."""
    for package in (resdiff.readers, resdiff.core.parse):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            loaded = import_module(module.name)
            source = getsource(loaded)
            for name, value in sorted(vars(loaded).items()):
                if not isinstance(getattr(value, "pattern", None), str):
                    continue
                used = set(re.findall(rf"\b{name}\.(\w+)", source)) - {"pattern"}
                place = f"{module.name.removeprefix('resdiff.')}:{name}"
                for method in (
                    sorted({_SEARCHING.get(word, word) for word in used}) if place not in BOUNDED else ()
                ):
                    yield f"{place}.{method}", partial(_use, getattr(value, method))


def _use(method: Callable[[str], object], text: str) -> None:
    results = method(text)
    if isinstance(results, Iterator):
        deque(results, 0)


def growth_of(
    work: Callable[[Any], object], make: Callable[[int], Any], least: float, most: int, first: int = 2_000
) -> float:
    """How much longer work takes when its size is doubled, over two doublings.

    The median of three where one is too much.

    The size is doubled from `first` on until the work takes `least` seconds of CPU; work that takes less at
    the size `most` is quick enough, and its growth is told as 1.
    """
    size = first
    while _cost(work, make(size)) < least:
        size *= 2
        if size > most:
            return 1.0
    small, large = make(size), make(4 * size)
    growth = _growth(work, small, large)
    return (
        growth
        if growth < MOST_GROWTH
        else median([growth, _growth(work, small, large), _growth(work, small, large)])
    )


def _growth(work: Callable[[Any], object], small: Any, large: Any) -> float:
    """The growth a doubling where one subject is four times the other."""
    return sqrt(_cost(work, large) / _cost(work, small))


def _cost(work: Callable[[Any], object], subject: Any) -> float:
    """Seconds of CPU; without the collection of garbage, which the command does not do either."""
    gc.disable()
    try:
        begin = process_time()
        work(subject)
        return process_time() - begin
    finally:
        gc.enable()
