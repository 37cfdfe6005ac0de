"""Footnote marks: found in the readings, lifted from them, and tied to the footnotes they call.

A superscript is a mark; after a number it is one only if that footnote exists, else an exponent. A number is
one where it is glued to a closing sign ('Rights,2', ';1') or has the old form '1/', and behind a word where
other marks speak for it (footnote_claims.py), but never before a group of digits or in Chinese. A number
between blanks is one only where a footnote of that number stands on the same page ('Agenda, 1 to'), and so
are the last digits of a number ('for 20231 and', 'Agenda 214') where nothing else on the page calls that
footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from resdiff.core.footnote import MARK_BEFORE_NOTE, plain_figures
from resdiff.core.languages import english
from resdiff.core.model import Matter, Paragraph, StrippedSpan
from resdiff.core.parse.footnote_claims import Mark, claimed_numbers, is_in_turn, take_marks
from resdiff.core.patterns import compiled_late

_SUPERSCRIPT = re.compile(r"(?<!\d)(?<!\b[kcm]m)(?<!\bm)[¹²³⁰⁴-⁹]+")
_SUPERSCRIPT_OF_NUMBER = re.compile(r"(?<=\d)[¹²³⁰⁴-⁹]+(?=[\s,;.:)]|$)")
_OLD = compiled_late(r"(?<=[\w,;.)”\"’]) (\d{1,3})/(?=[\s,;.]|$)")
_STARS = compiled_late(r"(?<=[\w.,;:)])(\*{1,3})(?=[\s\]]|$)")
_AFTER_YEAR = compiled_late(rf"(?:{english.MONTH} |(?:19|20)\d\d[–‑-])(?:19|20)\d\d(\d{{1,3}})(?=[\s,;.)]|$)")
_DIGITS = re.compile(r"\d+")
_WITHIN_NUMBER = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]+) (?P<number>\d{3,6})(?=[\s,;.)]|$)(?![.,]\d)")
_NUMBERED_NAME = re.compile(r"\b[^\W\d_]+ \d+(?!\d|[.,/]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GLUED_AFTER = re.compile(
    rf"(?<=[\w,;.:)”]) (\d{{1,3}})(?=(?!{english.ORDINAL_ENDING}\b|{english.MEASURE})[a-z]{{2,}})"
)
_TOKEN = re.compile(r"\S+$")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]|[-’'‑])*[^\W\d_]{2}[^\W\d_]$")
_ABBREVIATED = re.compile(rf"{english.NOTE_ABBREVIATION}\.$", re.IGNORECASE)
_FREE_BEFORE = re.compile(r"(?:(?<!\b\d)(?<!\b\d\d)(?<!\b\d{3})[,;]|[.:)\]”’\"»]|[^\W\d_]{3,}|\b\d{4})$")
_COUNTED = re.compile(rf"\b(?:{english.REFERRING_BEFORE_NOTE}|{english.MONTH})$", re.IGNORECASE)
_MANY_COUNTED = re.compile(rf"\b(?:{english.REFERRED_TO})s$", re.IGNORECASE)
_NUMBER_FOLLOWS = re.compile(english.FURTHER_NUMBER)
_UNIT = re.compile(rf"(?:{english.MONTH}|{english.UNIT})")
_PLURAL = re.compile(english.PLURAL)
_GROUP = re.compile(r"[ \u00a0\u202f]\d{3}(?!\d)")
"""A further group of three digits of one number: '1 250'."""
_IDEOGRAPHS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"))
"""Chinese characters: Chinese has no blanks, so a figure is glued to each word, and marks are raised."""


def _classes() -> bytes:
    """A table that makes every letter an 'a', every digit a '0' and every closing sign a ','."""
    table = bytearray(range(256))
    for byte in range(256):
        if chr(byte).isalpha() or byte >= 0x80:
            table[byte] = ord("a")
        elif chr(byte).isdigit():
            table[byte] = ord("0")
        elif chr(byte) in ",;.:)]\"'":
            table[byte] = ord(",")
    return bytes(table)


_CLASS = _classes()


def tie_footnotes(
    paragraphs: list[Paragraph], matter: list[Matter], source: str
) -> tuple[list[Paragraph], list[Matter]]:
    """Lifts the marks from the readings, and gives every footnote its mark and paragraph.

    A mark whose footnote the source lacks becomes a footnote without text.
    """
    marked = [replace(m, mark=_mark_of(m.text)) if m.kind == "footnote" else m for m in matter]
    noted = frozenset(m.mark for m in marked if m.kind == "footnote" and m.mark)
    may_mark = [k for k, paragraph in enumerate(paragraphs) if noted or _may_mark(paragraph.text)]
    names = _NumberedNames(source)
    candidates = [mark for k in may_mark for mark in _marks(k, paragraphs[k], source, noted, names)]
    if not candidates:
        return paragraphs, marked
    taken = take_marks(candidates, marked, paragraphs)
    claimed = frozenset(filter(str.isdigit, noted)) or claimed_numbers(candidates, paragraphs)
    calls = [m for m in candidates if m in taken or (m.sureness > 0 and is_in_turn(m.mark, claimed))]
    stripped = list(paragraphs)
    by_paragraph: dict[int, list[Mark]] = {}
    for mark in calls:
        by_paragraph.setdefault(mark.paragraph, []).append(mark)
    for k, marks in by_paragraph.items():
        stripped[k] = _lift(paragraphs[k], marks, source)
    listed = set(noted)
    for mark in calls:
        if mark.mark not in listed:
            listed.add(mark.mark)
            paragraph = paragraphs[mark.paragraph]
            marked.append(
                Matter(
                    kind="footnote",
                    line=paragraph.line,
                    text="",
                    source=(),
                    mark=mark.mark,
                    paragraph=paragraph.id,
                )
            )
    return stripped, marked


def _mark_of(note: str) -> str | None:
    match = MARK_BEFORE_NOTE.match(note)
    if match is None:
        return None
    return match[1] or match[2] or (plain_figures(match[3]) if match[3] else match[4])


def _marks(
    k: int, paragraph: Paragraph, source: str, noted: frozenset[str], names: _NumberedNames
) -> list[Mark]:
    """What may be marks in a paragraph, in order."""
    text = paragraph.text
    spans: list[tuple[int, int, str, int]] = []
    if not text.isascii():
        spans += [(*m.span(), plain_figures(m[0]), 2) for m in _SUPERSCRIPT.finditer(text)]
        spans += [
            (*m.span(), plain_figures(m[0]), 1)
            for m in _SUPERSCRIPT_OF_NUMBER.finditer(text)
            if plain_figures(m[0]) in noted
        ]
    if "*" in text:
        spans += [(*m.span(), m[1], 2) for m in _STARS.finditer(text)]
    if "/ " in text or "/," in text:
        spans += [(*m.span(), m[1], 2) for m in _OLD.finditer(text)]
    if noted:
        spans += [(*m.span(1), m[1], 1) for m in _AFTER_YEAR.finditer(text) if m[1] in noted]
        spans += [(m.start(1), m.end(), m[1], 0) for m in _GLUED_AFTER.finditer(text) if m[1] in noted]
        spans += [(*span, text[slice(*span)], -1) for span in _ends_of_numbers(text, names, noted)]
    spans += _numbers(text, noted)
    if not spans:
        return []
    places = _places(paragraph, source)
    spans.sort()
    marks, blanks, at = [], 0, 0
    for start, end, mark, sureness in spans:
        blanks, at = blanks + text.count(" ", at, start), start
        marks.append(Mark(start, end, mark, sureness, k, places[start - blanks]))
    return marks


def _numbers(text: str, noted: frozenset[str]) -> Iterator[tuple[int, int, str, int]]:
    """The numbers that may be marks: characters [start, end), the mark, and how sure it is."""
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start == 0 or end - start > 3 or text[start] == "0":
            continue
        stands_free = text[start - 1] == " "
        if stands_free and match[0] not in noted and end < len(text):
            continue
        sureness = _sureness(text, start, end)
        if sureness is None and stands_free and match[0] in noted and _is_between_words(text, start, end):
            sureness = -1
        if sureness or (sureness is not None and match[0] in noted):
            yield start - stands_free, end, match[0], sureness


class _NumberedNames:
    """The words of a source with the number behind each ('Agenda 21').

    Collected when they are first asked for.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(match[0] for match in _NUMBERED_NAME.finditer(self._source))

    def __contains__(self, name: str) -> bool:
        return name in self._names


def _ends_of_numbers(text: str, names: _NumberedNames, noted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the last digits of a number may be a mark: the rest is a year, or a number with a name ('Agenda
    21') that stands elsewhere.
    """
    for match in _WITHIN_NUMBER.finditer(text):
        for size in (1, 2):
            head, mark = match["number"][:-size], match["number"][-size:]
            if mark not in noted or len(head) < 2:
                continue
            is_named = match["word"][0].isupper() and f"{match['word']} {head}" in names
            if is_named or _YEAR.fullmatch(head) is not None:
                yield match.end() - size, match.end()


def _may_mark(text: str) -> bool:
    """Whether a reading may hold a mark where the text has no footnotes: a superscript, a star, a number
    glued on or at the end.
    """
    if "*" in text or "/ " in text or "/," in text:
        return True
    encoded = text.encode("utf-8")
    classes = encoded.translate(_CLASS)
    if b"a0" in classes or b",0" in classes or classes.endswith(b"0"):
        return True
    return (
        not text.isascii()
        and (b"\xc2" in encoded or b"\xe2\x81" in encoded)
        and _SUPERSCRIPT.search(text) is not None
    )


def _sureness(text: str, start: int, end: int) -> int | None:
    """1 where the number at [start, end) is glued on as a mark is, 0 where it may stand free as one, None
    where it is a number.
    """
    follows, after = text[end : end + 1], text[end : end + 24]
    before = text[max(0, start - 32) : start]
    is_first_of_marks = follows == "," and before[-1] == "," and before[-2:-1].isalpha()
    goes_on = follows and follows in ".," and after[1:2].isdigit() and not is_first_of_marks
    if goes_on or (follows and (follows.isalnum() or follows in "/-‑–%°‘")):
        return None
    if _GROUP.match(after) is not None or any(first <= before[-1] <= last for first, last in _IDEOGRAPHS):
        return None
    if before[-1] == "," and before[-2:-1].isdigit() and end - start == 3:
        return None
    if before[-1] != " ":
        if (
            not after
            and before[-1] in ",;"
            and before[-2].isalnum()
            and not before[:-1].rsplit(None, 1)[-1].isdigit()
        ):
            return 2
        return 1 if _is_glued(before) else 0 if before[-1] == "," and end - start < 3 else None
    said = before.rstrip()
    after = after.lstrip(" ")
    if _FREE_BEFORE.search(said) is None or _COUNTED.search(said) is not None or _UNIT.match(after):
        return None
    return None if said[-1].isalnum() and _PLURAL.match(after) else 0


def _is_between_words(text: str, start: int, end: int) -> bool:
    """Whether a number between blanks may be a mark where nothing else on the page calls its footnote
    ('Agenda 21, 3 the').
    """
    before, after = text[max(0, start - 32) : start].rstrip(), text[end : end + 24]
    is_counted = _COUNTED.search(before) is not None and not (
        _MANY_COUNTED.search(before) is not None and _NUMBER_FOLLOWS.match(after) is None
    )
    if is_counted or after[:1] not in ("", " ") or _UNIT.match(after.lstrip(" ")):
        return False
    return before[-1:] in ',;:)”’"' or before[-1:].isalpha()


def _is_glued(before: str) -> bool:
    """Whether a number right behind `before` is glued on: to a word, or to the sign that closes a word, a
    year or a symbol.
    """
    token = _TOKEN.search(before)
    if token is None:
        return False
    said, last = token[0], token[0][-1]
    if last in ')]”’"»':
        return True
    if last in ",;:":
        stem = said.rstrip(",;:")
        return not (stem.isdigit() and len(stem) < 4) and not (last == ":" and stem[-1:].isdigit())
    if "/" in said or any(c.isdigit() for c in said):
        return False
    if last == ".":
        return _ABBREVIATED.search(said) is None and _WORD_BEFORE.search(said[:-1]) is not None
    return _WORD_BEFORE.search(said) is not None and not said.isupper()


def _lift(paragraph: Paragraph, marks: list[Mark], source: str) -> Paragraph:
    """The paragraph without its marks; they are kept with their places in the source."""
    places = _places(paragraph, source)
    text, last, before_mark = paragraph.text, 0, ""
    mark_places: list[int] = []
    stripped: list[StrippedSpan] = list(paragraph.stripped)
    blanks = at = 0
    for mark in marks:
        blanks, at = blanks + text.count(" ", at, mark.start), mark.start
        before = mark.start - blanks
        within = mark.end - mark.start - text.count(" ", mark.start, mark.end)
        stripped.append(("mark", places[before], places[before + within - 1] + 1))
        before_mark += text[last : mark.start]
        mark_places.append(len(" ".join(before_mark.split())))
        last = mark.end
    stripped.sort(key=lambda lift: lift[1])
    return replace(
        paragraph,
        text=" ".join((before_mark + text[last:]).split()),
        stripped=tuple(stripped),
        marks=tuple(m.mark for m in marks),
        mark_places=tuple(mark_places),
    )


def _places(paragraph: Paragraph, source: str) -> list[int]:
    """The place in the source of each non-blank character of the reading."""
    hidden = {k for _, start, end in paragraph.stripped for k in range(start, end)}
    return [
        k
        for start, end in paragraph.source
        for k in range(start, end)
        if k not in hidden and not source[k].isspace()
    ]
