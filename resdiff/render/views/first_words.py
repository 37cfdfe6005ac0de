"""The first words of a text, cut where the sense allows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resdiff.core.languages import english_addressees, english_words
from resdiff.core.languages.english import MONTHS
from resdiff.core.patterns import YEAR
from resdiff.core.tokens import count_signs, tokenize

_YEAR = re.compile(YEAR)
_MOST_MORE, LEAST_LEFT = 6, 2
"""Words beyond the limit so that no name is cut; words that are left out at least."""
_SIGNS_OF_WORD = 2
"""Chinese characters that say about as much as a word."""
LEADING = english_words.FUNCTION_WORDS | english_words.OPENS_CLAUSE | english_addressees.DETERMINERS
"""Words behind which nothing is cut."""


def first_words(text: str, most: int) -> str:
    """So many words of a text, and '…' where there are more; blanks at its ends stay. Some more words where
    one leads on or a name goes on; fewer where that would be many.
    """
    if count_signs(text) > 2 * text.count(" "):  # Chinese, and no English with a name in it
        tokens, most = tokenize(text), _SIGNS_OF_WORD * most
        cut = "".join(tokens[: _end_of_signs(tokens, most)]).rstrip("，、；：。")
        return text if len(tokens) <= most + LEAST_LEFT else f"{cut}…"
    words = text.split()
    end = _end(words, most) if len(words) > most else len(words)
    return text if len(words) - end < LEAST_LEFT else f"{' '.join(words[:end])} …"


def _end_of_signs(tokens: Sequence[str], most: int) -> int:
    """How many characters stand before a cut: no number is parted."""
    end = most
    while 1 < end < len(tokens) and (tokens[end - 1][-1].isdigit() or tokens[end - 1][-1] in "(（"):
        end -= 1
    return end


def _end(words: Sequence[str], most: int) -> int:
    """How many words stand before a cut."""
    last = min(most + _MOST_MORE, len(words))
    for end in range(most, last):
        if not leads_on(words, end):
            return end
    back = (end for end in range(most, most // 2, -1) if not leads_on(words, end))
    return last if last == len(words) else next(back, most)


def leads_on(words: Sequence[str], end: int) -> bool:
    """Whether the word before a place says nothing without the next one: 'of', 'victim-', or a part of a
    name, a date ('31 January | 2025') or an amount ('2.5 | trillion').
    """
    word, following = words[end - 1], words[end]
    is_number = word[-1].isdigit() and following[0].isalpha() and _YEAR.fullmatch(word) is None
    is_date = {word, words[max(end - 2, 0)]} & set(MONTHS) and word[-1] != "." and following[0].isdigit()
    is_counted = following == "of" and words[min(end + 1, len(words) - 1)][0].isdigit()
    is_part = is_number or is_date or is_counted or goes_on_in_name(words, end)
    return is_part or word[-1] == "-" or word.lower() in LEADING


def goes_on_in_term(words: Sequence[str], place: int) -> bool:
    """Whether a place lies within a name or a period: 'from 3 | to 9 May', 'Summit | of the Lamps'."""
    is_period = words[place - 1][-1].isdigit() and any(word[0].isdigit() for word in words[place : place + 2])
    return is_period or goes_on_in_name(words, place)


def goes_on_in_name(words: Sequence[str], place: int) -> bool:
    """Whether a name goes on at a place: 'Government | of Somalia', 'Berlin | Declaration'."""
    word = words[place - 1]
    behind = next((word for word in words[place:] if word not in english_words.JOINS_NAME), "")
    return word[0].isupper() and word[-1].isalpha() and behind[:1].isupper()
