"""What paragraphs of two languages have in common whatever their words: figures, months, symbols.

Groups of thousands and decimals are written in each language's way (Editorial Manual; 1 250 000, 1.250.000,
1,250,000), large numbers with a word or sign for the thousand or million.
"""

from __future__ import annotations

import re
from collections import Counter

from resdiff.core import languages
from resdiff.core.model import Paragraph
from resdiff.core.patterns import YEAR
from resdiff.core.tokens import plain_style

_MONTH = re.compile(rf"\b({'|'.join(sorted(languages.MONTH_NUMBERS, key=len, reverse=True))})\b")
_MONTH_SIGN = re.compile(r"(?<!\d)(\d{1,2})月")
_BRACKETED_YEAR = re.compile(r"\((\d{4})\)")
_YEAR = re.compile(YEAR)
_GROUPED = re.compile(r"(?<![\d/.,])\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d/])")
_SCALES = {
    **dict.fromkeys(("million", "millions", "millón", "millones", "млн", "миллион", "миллиона"), 6),
    **dict.fromkeys(("миллионов", "مليون", "ملايين"), 6),
    **dict.fromkeys(("billion", "billions", "milliard", "milliards", "млрд", "миллиард", "миллиарда"), 9),
    **dict.fromkeys(("миллиардов", "بليون", "بلايين", "مليار"), 9),
    "万": 4,
    "亿": 8,
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_SCALED = re.compile(
    rf"(?<![\d/.,])(\d{{1,3}}(?: \d{{3}})+|\d+(?:[.,]\d+)?) ?(?:{languages.MORE_THAN})?({_SCALE})"
)
_REVERSED = re.compile(r"(?<![\d/.,])(?<!\d )(\d{3}) (\d{1,3})(?![\d/.,]| \d)")
"""Groups of thousands in the order in which Arabic texts may have them: '000 17' for 17 000."""
_DISEASE = re.compile(languages.DISEASE_OF_2019)
_FIGURE = re.compile(r"\d+")

Figures = Counter[str]


def figures_in(paragraph: Paragraph, language: str) -> Figures:
    """The figures of a paragraph as digits, its months as 'm3', each as often as it stands there."""
    text = plain_style(paragraph.text)
    text = _DISEASE.sub("19", text)
    if language == "ar":
        text = _REVERSED.sub(_in_order, text)
    facts: Figures = Counter()

    def take(fact: str) -> str:
        facts[fact] += 1
        return " "

    text = _MONTH_SIGN.sub(lambda match: take(f"m{int(match[1])}"), text)
    text = _MONTH.sub(lambda match: take(f"m{languages.MONTH_NUMBERS[match[1]]}"), text)
    text = _SCALED.sub(lambda match: take(_whole(match[1], _SCALES[match[2]])), text)
    text = _GROUPED.sub(lambda match: take("".join(_FIGURE.findall(match[0]))), text)
    facts.update(figure.lstrip("0") or "0" for figure in _FIGURE.findall(text))
    return facts


def years_among(paragraph: Paragraph, figures: Figures) -> frozenset[str]:
    """The years among the figures of a paragraph, but those of resolutions, '2140 (2014)': some versions
    leave them out where the number alone says which it is.
    """
    of_resolutions = _BRACKETED_YEAR.findall(plain_style(paragraph.text))
    return frozenset(figure for figure in figures if _YEAR.fullmatch(figure)) - set(of_resolutions)


def _in_order(match: re.Match[str]) -> str:
    """Two groups in the order in which they count, where the second cannot be one of thousands."""
    first, second = match[1], match[2]
    return f"{second} {first}" if len(second) < len(first) or first.startswith("0") else match[0]


def _whole(number: str, scale: int) -> str:
    """A number with a decimal sign times a power of ten, as digits: '1,5' million is '1500000'."""
    whole, _, decimals = number.replace(" ", "").replace(",", ".").partition(".")
    return (whole + decimals.ljust(scale, "0")[:scale]).lstrip("0") or "0"


def share_of_figures(one: Figures, two: Figures) -> float:
    """The share of facts in common, 0 to 1; a half where neither has any."""
    total = sum(one.values()) + sum(two.values())
    return 2 * sum((one & two).values()) / total if total else 0.5
