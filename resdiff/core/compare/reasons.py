"""Why a paragraph changed: its edits sorted into substance and what is none.

Typography is that of its words (typography.py) and the closing mark; a comma, semicolon or bracket inside the
sentence, a capital for a small letter, and 'or' for 'and' at the end are edits. Ordering is 'also' and
'further' at a verb, and the case of the opening. A roll-over updates sessions, dates, years and symbols
as far as the texts moved on (cadence.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, get_args

from resdiff.core import languages
from resdiff.core.compare.cadence import Pace, Passage, terms_move_as_the_texts
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.typography import is_same_words
from resdiff.core.dates import DATE
from resdiff.core.figures import is_year_at
from resdiff.core.languages import english
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import plain_style, words_or_references
from resdiff.core.worddiff import Edit

Reason = Literal[
    "substantive",
    "cadence",
    "bracket",
    "roll-over",
    "punctuation",
    "capitals",
    "ordering",
    "numbering",
    "footnote",
    "typography",
]

REASONS: tuple[Reason, ...] = get_args(Reason)
"""All reasons, the weightiest first."""
EDITING: frozenset[Reason] = frozenset(
    ("substantive", "cadence", "bracket", "roll-over", "punctuation", "capitals")
)
"""The reasons that make a paragraph edited."""

_PUNCTUATION = re.compile(r"[\s,;:.،؛，。；：、（）()\"'!?\-]*")
_CLOSING = re.compile(english.CLOSING)
_BRACKETS = re.compile(r"[\[\]]")
_ORDERING = re.compile(rf"{english.ORDERING},? ?", re.IGNORECASE)
_MONTHS = frozenset(month.lower() for month in languages.MONTH_NAMES)
_TENS = frozenset((*english.TENS, "hundred", "one"))
_SYMBOL = re.compile(r"[a-z]{1,4}(?:/[\w.-]+)+|e?s-\d+(?:/\d+)?|[a-z]|[ivxlc]+")
_AROUND = 100
"""Characters around a change in which its date or session stands as a whole."""
_NEAR = 40
"""Characters around a change in which what tells the sense of a number is sought."""
_BARE_NUMBER = re.compile(r"(?<![\w/.,-])(?:\d{1,3}(?:[.,]\d+)*|\d{4,})(?![\w/-]|[.,]\d)")
_REFERS_AFTER = compiled_late(
    rf" (?:{english.BETWEEN_NUMBERS} \d{{1,2}} )?(?:de )?{languages.MONTH}\b| ?\(|,? and \d|, \d| [A-Z]\b"
)
_REFERS_BEFORE = compiled_late(
    rf"(?:{languages.MONTH}\b|\b{english.REFERRING}\.?|\d,?(?: and| to|-))[ .]*$", re.IGNORECASE
)
_CITED = re.compile(r"[a-z/]*\d+/\d+[a-z]?", re.IGNORECASE)
_OF_DATE = re.compile(rf" of {DATE.pattern}")
"""A date behind a number: where it stands, another number is another text."""
_COMPOUND = re.compile(r"[-‑][a-z]{3}")
"""The second half of a word that begins with a number: '3-year'."""
_FRACTION = re.compile(english.FRACTION)
_MAY_ROLL = re.compile(english.MAY_BE_DATED)


def reasons_of(edits: Sequence[Edit], phrases: Callable[[], frozenset[str]], pace: Pace) -> set[Reason]:
    """The reasons of the edits of one paragraph.

    `phrases` gives its verb phrases on either side, in lower case without ordering words; `pace` says when
    the two texts were adopted.
    """
    reasons: set[Reason] = set()
    for hunk in hunks_of(edits):
        those = _reasons_of_hunk(hunk, phrases)
        if not those.isdisjoint(("roll-over", "substantive")) and moves_term(hunk, pace):
            those = those - {"roll-over"} | {"substantive", "cadence"}
        reasons |= those
    return reasons


def moves_term(hunk: Hunk, pace: Pace) -> bool:
    """Whether a term moves at a place by another step than the texts did."""
    return not terms_move_as_the_texts(_passage(hunk, hunk.gone), _passage(hunk, hunk.come), pace)


def _passage(hunk: Hunk, words: str) -> Passage:
    """The words of one side with the text around them."""
    before = hunk.before[-_AROUND:]
    return Passage(f"{before}{words}{hunk.after[:_AROUND]}", len(before), len(before) + len(words))


def _reasons_of_hunk(hunk: Hunk, phrases: Callable[[], frozenset[str]]) -> set[Reason]:
    one, two = plain_style(hunk.gone), plain_style(hunk.come)
    if not hunk.after and one.strip() and two.strip():
        one, two = one.rstrip(" .,;:"), two.rstrip(" .,;:")
    near = (hunk.before[-2:], hunk.after[:2])
    if _is_same_beside(one, two, near) or (not hunk.after and _is_same_closing(one.strip(), two.strip())):
        return {"typography"}
    if _is_ordering(one, two, hunk, phrases):
        return {"ordering"}
    reasons: set[Reason] = set()
    if "[" in one or "]" in one or "[" in two or "]" in two:
        bare_one, bare_two = _BRACKETS.sub("", one), _BRACKETS.sub("", two)
        if len(one) - len(bare_one) != len(two) - len(bare_two):
            reasons.add("bracket")
            if _is_same_beside(bare_one, bare_two, near):
                return reasons
        one, two = bare_one, bare_two
    if _PUNCTUATION.fullmatch(one) and _PUNCTUATION.fullmatch(two):
        return reasons | {"punctuation"}
    if _is_same_beside(one.lower(), two.lower(), near):
        return reasons | {"capitals"}
    if _is_roll_over(one, two, hunk):
        return reasons | {"roll-over"}
    return reasons | {"substantive"}


def _is_same_beside(one: str, two: str, near: tuple[str, str]) -> bool:
    """Whether two passages are the same words. What touches them is looked at, as a dash beside a figure is
    no typography.
    """
    before, after = map(plain_style, near)
    return is_same_words(f"{before}{one}{after}", f"{before}{two}{after}")


def _is_same_closing(one: str, two: str) -> bool:
    """Whether two endings say the same: an item that ends with 'or' where it ended with 'and' does not."""
    match_one, match_two = _CLOSING.fullmatch(one), _CLOSING.fullmatch(two)
    if match_one is None or match_two is None:
        return False
    word_one, word_two = match_one["word"], match_two["word"]
    return word_one is None or word_two is None or word_one == word_two


def _has_ordering(text: str) -> bool:
    lowered = text.lower()
    return "also" in lowered or "further" in lowered or "likewise" in lowered


def _is_ordering(one: str, two: str, hunk: Hunk, phrases: Callable[[], frozenset[str]]) -> bool:
    """Whether two passages differ only in ordering words at a verb phrase, or in the case of the opening."""
    has_ordering = _has_ordering(one) or _has_ordering(two)
    if not has_ordering and hunk.before:
        return False
    plain_one, plain_two = (" ".join(_ORDERING.sub("", t).split()).strip(" ,") for t in (one, two))
    if plain_one.lower() != plain_two.lower():
        return False
    if not hunk.before and plain_one[1:] == plain_two[1:]:
        return True
    if plain_one:
        return plain_one.lower() in phrases()
    after, before = hunk.after.lstrip(" ,").lower(), hunk.before.rstrip(" ,").lower()
    return any(after.startswith(phrase) or before.endswith(phrase) for phrase in phrases())


def _is_roll_over(one: str, two: str, hunk: Hunk) -> bool:
    """Whether only sessions, dates, years, numbers of resolutions and symbols moved on or joined a list of
    them; one that is taken out of a list did not move on.
    """
    if _MAY_ROLL.search(two) is None:
        return False
    words = [word.strip(".-").lower() for word in words_or_references(f"{one} {two}")]
    if not any(map(_is_number, words)) or not all(
        not w or w in languages.CONNECTING or _is_number(w) or _SYMBOL.fullmatch(w) for w in words
    ):
        return False
    if _CITED.fullmatch(one.strip()) and _CITED.fullmatch(two.strip()) and _OF_DATE.match(hunk.after):
        return False
    return not (_counts(one, hunk) or _counts(two, hunk))


def _counts(text: str, hunk: Hunk) -> bool:
    """Whether a passage holds a number that counts or measures ('10 nautical miles', 'one tenth'), and is no
    date, year or reference.

    A bare number is a reference next to a month, before a year in brackets or after a word such as
    'paragraph'; an ordinal after a number word is a fraction, which counts.
    """
    whole = f"{hunk.before[-_NEAR:]}{text}{hunk.after[:_NEAR]}"
    begin = len(hunk.before[-_NEAR:])
    for match in _BARE_NUMBER.finditer(whole, begin, begin + len(text)):
        if (
            not is_year_at(whole, *match.span())
            and _REFERS_AFTER.match(whole, match.end()) is None
            and _REFERS_BEFORE.search(whole[: match.start()]) is None
        ):
            return True
    return any(begin < m.end() <= begin + len(text) for m in _FRACTION.finditer(whole))


def _is_number(word: str) -> bool:
    """Whether a word in lower case is a number, an ordinal, a month or a symbol with a number."""
    if word[:1].isdigit():
        return _COMPOUND.search(word) is None
    if word in _MONTHS or word in english.ORDINAL_WORDS:
        return True
    if "/" in word:
        return any(map(str.isdigit, word))
    tens, dash, units = word.partition("-")
    return bool(dash) and tens in _TENS and units in english.ORDINAL_WORDS
