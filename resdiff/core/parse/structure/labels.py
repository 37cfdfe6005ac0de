"""Printed numbers of paragraphs: 12., (a), (iv), a., PP2 bis, OP6 alt, dashes.

What they are and on which level they stand.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resdiff.core.genres import un
from resdiff.core.languages import arabic
from resdiff.core.model import ListPlace
from resdiff.core.patterns import compiled_late

_BIS = rf"(?:[ .]{{0,2}}{un.LATIN_AFTER_NUMBER}\b)"
_NUMBER = re.compile(
    rf"(?P<open>\[)?(?P<prefix>{un.LABEL_PREFIX}[ .]?)?"
    rf"(?P<digits>\d{{1,3}})(?P<bis>{_BIS}*)(?P<close>[.):\]]{{0,2}})(?=[\s*_\[“\"A-Z]|$)\s*",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(\d{1,3})\.[\u200b\u200e\u200f\u2060\ufeff]*\s+")
_DASHED = re.compile(r"(\d{1,3})(?: [-–] ?|[-–] )(?=[“\"\[]?[^\W\d_a-z])")
"""A number with a dash for its dot: '1- Urges', '١ - '."""
_FIRST_ITEM = re.compile(r"\(([ai])\)\s+(?=\S)")
_BARE_NUMBER = re.compile(r"(\d{1,3})[,:;]?\s+(?=[A-Z*_\u201c])")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z“\"])")
_EMPHASIZED = re.compile(r"[*_]{1,3}(\(?\w{1,4}\)?\.?)[*_]{1,3}\s+")
_LETTER = re.compile(
    rf"\((?P<in>[a-z]{{1,4}}|[ivxlc]{{1,7}}|\d{{1,2}}|[A-Z])(?P<bis>{_BIS}*)\)(?P<bis2>{_BIS}*)\s*"
)
_BARE = re.compile(r"(?P<in>[a-z]|[ivx]{2,4})[.)]\s+(?=\S)")
_DASH = re.compile(r"(?:[–—•·]|[-*+](?=\s))\s*")
_ARABIC = "|".join(sorted(arabic.ITEMS, key=lambda item: (-len(item), item)))
_ARABIC_LETTERS = "|".join(item for item in arabic.ITEMS if len(item) < 3)
_ARABIC_ITEM = compiled_late(rf"\((?P<in>{_ARABIC})\)\s*|(?P<bare>{_ARABIC}) ?[-–]\s+")
_ARABIC_POINT = compiled_late(rf"\((?:{_ARABIC})\)|(?:{_ARABIC_LETTERS}) ?[-–]\s")
"""'(أ)' and 'أ -'; names of letters before a dash number headings as well."""
_FIRST_ARABIC = frozenset(item[0] for item in arabic.ITEMS)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PARTY = r"[A-Z][A-Za-z0-9&.+-]*"
ATTRIBUTION = re.compile(
    rf"\(?{_PARTY}(?:(?:, ?| ?/ ?){_PARTY})*: ?(?:[a-z]+\)? (?=[A-Z\[])|\)? ?(?=[A-Z\[]))|\({_PARTY}(?:,"
    rf" ?{_PARTY})*: ?[a-z]+\) ?"
)
"""Who wants what, before a label or an opening: 'G77, RF: ', '(EU: delete) ', 'EU, UK: retain '."""
LONGEST_ATTRIBUTION = 60
_LABELLED = re.compile(rf"\[{{0,2}}{un.LABEL_PREFIX}[ .]?\d")
_FIRST_LETTER = frozenset("_[PpOo0123456789(–—•·-*+abcdefghijklmnopqrstuvwxyz")


class Label(NamedTuple):
    """A label at the start of a block."""

    printed: str
    """As printed, without the dot: '12', '(a)', '7 bis', '[3]'."""
    length: int
    """Characters of the block's text it takes, the blank after it included."""
    kind: str
    """number, letter or dash."""
    inner: str
    """What stands between the brackets: 'a', 'iv', '12'."""
    prefix: str = ""
    """PP or OP where the label says so."""
    provisional: bool = False
    """Whether bis, ter or alt follow the number."""
    start: int = 0
    """1 where a bracket that belongs to the text stands before the label: '[12. Decides'."""
    item: str = ""
    """'a' where the number bears its first item with it: '58. (a) Requests'."""

    @property
    def ordinal(self) -> int:
        """The number of a numbered label."""
        return int(self.inner)


def read_label(text: str) -> Label | None:
    """The label that a block's text begins with; None where there is none."""
    if not text:
        return None
    if (
        (before := _before_label(text))
        and (inner := read_label(text[before:])) is not None
        and inner.kind == "number"
    ):
        return inner._replace(length=inner.length + before, start=inner.start + before)
    if text[0] in _FIRST_ARABIC or (text[0] == "(" and text[1:2] in _FIRST_ARABIC):
        return read_arabic_item(text) if _ARABIC_POINT.match(text) is not None else None
    if text[0] not in _FIRST_LETTER and not text[0].isdecimal():
        return None
    if (plain := _PLAIN.match(text)) is not None:
        first = _FIRST_ITEM.match(text, plain.end())
        if first is not None:
            return Label(f"{plain[1]} ({first[1]})", first.end(), "number", plain[1], item=first[1])
        return Label(plain[1], plain.end(), "number", plain[1])
    if (dashed := _DASHED.match(text)) is not None:
        return Label(dashed[1], dashed.end(), "number", dashed[1])
    if (decimal := _DECIMAL.match(text)) is not None:
        return Label(decimal[1], decimal.end(), "letter", decimal[1])
    if text[0] in "*_" and (marked := _EMPHASIZED.match(text)) is not None:
        inner = read_label(marked[1] + " x")
        return inner._replace(length=marked.end()) if inner is not None else None
    if (match := _NUMBER.match(text)) is not None and (label := _numbered(match)) is not None:
        return label
    if (match := _LETTER.match(text)) is not None:
        printed = f"({match['in']}){match['bis2']}" if match["bis2"] else f"({match['in']}{match['bis']})"
        return Label(printed, match.end(), "letter", match["in"], "", bool(match["bis"] or match["bis2"]))
    if (match := _BARE.match(text)) is not None:
        printed = match["in"] if match[0].rstrip()[-1] == "." else f"({match['in']})"
        return Label(printed, match.end(), "letter", match["in"])
    if (match := _DASH.match(text)) is not None:
        return Label(match[0].strip(), match.end(), "dash", "")
    return None


def read_arabic_item(text: str) -> Label | None:
    """A point that an Arabic letter numbers, or its name; it counts as the Latin letter of that place."""
    match = _ARABIC_ITEM.match(text)
    if match is None:
        return None
    place = arabic.ITEMS[match["in"] or match["bare"]]
    return Label(f"({arabic.LETTERS[place]})", match.end(), "letter", chr(ord("a") + place))


def _before_label(text: str) -> int:
    """How many characters that belong to the text stand before its label: an attribution, or the outer of two
    brackets.
    """
    if text.startswith("[["):
        return 1 if _LABELLED.match(text, 1) is not None else 0
    if text.find(":", 0, LONGEST_ATTRIBUTION) < 0:
        return 0
    match = ATTRIBUTION.match(text)
    return match.end() if match is not None and _LABELLED.match(text, match.end()) is not None else 0


def read_bare_number(text: str, number: int) -> Label | None:
    """`number` at the start of a block without its dot, or with a comma for it, as scanned texts have it.

    None for any other.
    """
    match = _BARE_NUMBER.match(text)
    return (
        Label(match[1], match.end(), "number", match[1])
        if match is not None and int(match[1]) == number
        else None
    )


def _numbered(match: re.Match[str]) -> Label | None:
    close, prefix, bis = match["close"], (match["prefix"] or "").strip(" .").upper(), match["bis"]
    bracketed = bool(match["open"]) and "]" in close
    if ":" in close and not (prefix or bis):
        return None
    if match["open"] and not bracketed and not (prefix or bis or "." in close):
        return None
    if not (prefix or bis or close.strip("]:")) or (close == "]" and not bracketed):
        return None
    start = 1 if match["open"] and not bracketed else 0
    body = f"{match['prefix'] or ''}{match['digits']}{bis}".strip()
    printed = f"[{body}]" if bracketed else body
    return Label(printed, match.end(), "number", match["digits"], prefix, bool(bis), start)


def roman_value(text: str) -> int:
    """The value of a roman number in lower case; 0 where it is none."""
    total = 0
    for digit, after in zip(text, (*text[1:], ""), strict=True):
        if digit not in _ROMAN:
            return 0
        value = _ROMAN[digit]
        total += -value if after and _ROMAN.get(after, 0) > value else value
    return total


def letter(text: str) -> int:
    """The place of a letter label: a 1, z 26, aa 27, bb 28; 0 where it is none."""
    if not text.isalpha() or not text.isascii() or len(set(text)) != 1:
        return 0
    return 26 * (len(text) - 1) + ord(text[0]) - ord("a") + 1


class Levels:
    """The sub-paragraph labels that are open, outermost first: from their order follows on which level the
    next stands.
    """

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []
        self._places: list[ListPlace | None] = []
        """For each open label where its document puts it in a list."""

    def clear(self) -> None:
        """A new paragraph begins."""
        self.open.clear()
        self._places.clear()

    def is_in_turn(self, label: Label) -> bool:
        """Whether a label follows one that is open, or is the first of its kind."""
        kinds = _values(label)
        return 1 in kinds.values() or any(kinds.get(kind) == value + 1 for kind, value in self.open)

    def place(self, label: Label, place: ListPlace | None = None) -> int:
        """The level below the paragraph (1 for the first) on which the label stands.

        Keeps it as the last one there.

        Where the document says how an item stands to the one before it in the same list, that decides. Else
        '(i)' after '(h)' is a letter, after '(a)' a roman number: a label that follows an open one is its
        sibling, one that is the first of its kind goes deeper, and any other joins the level of its kind.
        """
        depth = self._listed(label, place) or self._counted(label)
        del self._places[depth - 1 :]
        self._places.append(place)
        return depth

    def _listed(self, label: Label, place: ListPlace | None) -> int | None:
        """The level by the lists of the document; None where they do not tell."""
        last = self._places[-1] if self._places else None
        if place is None or last is None or place.list != last.list:
            return None
        depth = len(self.open) + 1
        if place.level <= last.level:
            levels = [
                open_place.level if open_place is not None and open_place.list == place.list else 0
                for open_place in self._places
            ]
            if place.level not in levels:
                return None
            depth = levels.index(place.level) + 1
        kinds = _values(label)
        sibling = self.open[depth - 1][0] if depth <= len(self.open) else ""
        kind = (
            sibling
            if sibling in kinds
            else next((kind for kind, value in kinds.items() if value == 1), next(iter(kinds)))
        )
        return self._set(depth, kind, kinds[kind])

    def _counted(self, label: Label) -> int:
        """The level by the order of the labels alone."""
        kinds = _values(label)
        for depth in range(len(self.open), 0, -1):
            kind, value = self.open[depth - 1]
            if kind in kinds and (
                kinds[kind] == value + 1 or kind == "dash" or (label.provisional and kinds[kind] == value)
            ):
                return self._set(depth, kind, kinds[kind])
        first = [kind for kind, value in kinds.items() if value == 1 and all(kind != k for k, _ in self.open)]
        if first:
            return self._set(len(self.open) + 1, first[0], 1)
        for depth in range(len(self.open), 0, -1):
            if self.open[depth - 1][0] in kinds:
                return self._set(depth, self.open[depth - 1][0], kinds[self.open[depth - 1][0]])
        kind = next(iter(kinds))
        return self._set(len(self.open) + 1, kind, kinds[kind])

    def _set(self, depth: int, kind: str, value: int) -> int:
        del self.open[depth - 1 :]
        self.open.append((kind, value))
        return depth


def _values(label: Label) -> dict[str, int]:
    """What a label may be, with its place in that order; a letter before a roman number.

    'a.' and '(a)' are of different kinds.
    """
    if label.kind == "dash":
        return {"dash": 1}
    if label.inner.isdigit():
        return {"digit": int(label.inner)}
    if "." in label.inner:
        stem, _, last = label.inner.rpartition(".")
        return {f"{stem.count('.')}.": int(last)}
    if label.inner.isupper():
        return {"upper": letter(label.inner.lower())}
    dot = "" if label.printed.endswith(")") or len(label.printed) > len(label.inner) else "."
    kinds = {f"letter{dot}": letter(label.inner), f"roman{dot}": roman_value(label.inner)}
    if label.inner == "i":
        kinds = {f"roman{dot}": 1, f"letter{dot}": 9}
    return {kind: value for kind, value in kinds.items() if value} or {f"letter{dot}": 0}
