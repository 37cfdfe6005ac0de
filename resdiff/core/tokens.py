"""What a word is: cuts a reading into tokens as written, and gives each its matching form.

A token includes the blank before it; joined, the tokens are the reading. Punctuation marks are tokens too;
hyphens, apostrophes and slashes belong to the word, commas to a number ('1,250'), brackets glued on to a
symbol ('GC(62)/RES/6'); a Chinese character is a word by itself. In the matching form quotes, dashes, blanks,
digits and accents have one style.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from resdiff.core.patterns import HAN, compiled_late

LETTERS = re.compile(r"[^\W\d_]+")
"""A run of letters."""
WORD = re.compile(r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*")
"""A word of a sentence: letters, hyphens and apostrophes within."""
NEXT_WORD = re.compile(r" ([\w’'‑-]+)")
"""The word behind a blank, figures and joined signs included."""
_JOINED_WORD = re.compile(r"[\w’'‐‑-]+")
"""A word with figures and joined signs."""
_HAN_SIGN = compiled_late(f"[{HAN}]")
_FIRST_HAN = HAN[0]
_JOINED_OR_HAN = compiled_late(rf"[{HAN}]|(?:(?![{HAN}])[\w’'‐‑-])+")
"""The same, or a Chinese character."""
LONG_WORD = re.compile(r"[\w’'-]{4,}")
"""A word that says something by itself: four characters or more."""
SEARCHED_WORD = re.compile(r"[^\W_]+")
"""A word as people search for it: letters and figures, all else parts it."""
BETWEEN_BLANKS = re.compile(r"\S+")
"""A word with its punctuation, as blanks separate it: the unit for which origins are recorded."""
_WORD_OR_REFERENCE = re.compile(r"[\w/][\w./-]*")
_HAN_OR_REFERENCE = compiled_late(rf"[{HAN}]|(?:(?![{HAN}])[\w/])(?:(?![{HAN}])[\w./-])*")
_HAN_OR_SEARCHED = compiled_late(rf"[{HAN}]|(?:(?![{HAN}])[^\W_])+")
_CUT = "\x1f"
"""The mark at which tokens are cut; no reading has it, because str.split() takes it for a blank."""
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_IN_NUMBER = re.compile(r"(?<=\d)\x1f(?=,\d{3}(?!\d))")
_IN_SYMBOL = re.compile(r"(?<=[\w/]\()\x1f([\w.-]+)\x1f(?=\)[\w/])")
_STRAIGHT_OPEN = re.compile(r'"(?=\w)')
_STRAIGHT_CLOSE = re.compile(r'(?<=[\w.,;:)\]])"')
_STYLE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"'}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " ")
    | {chr(zero + k): str(k) for zero in (0x0660, 0x06F0, 0xFF10) for k in range(10)}
    | dict.fromkeys([*map(chr, range(0x064B, 0x0653)), "\u0670", "\u0640"], "")
    | dict.fromkeys("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
    | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
)
"""One style of quotes, dashes, blanks and digits (Arabic-Indic and full-width ones). Arabic vowel signs and
the tatweel, joiners, soft hyphens and marks of direction are left out.
"""
_STYLE_IN_PLACE = {code: sign for code, sign in _STYLE.items() if sign}
"""The same without what is left out, so that every character stays in its place."""
_FIRST_CODE = 0x21
_SURROGATES = range(0xD800, 0xE000)
_LAST_CODE = 0x10FFFF


def tokenize(text: str) -> list[str]:
    """The tokens of a reading, each with the blank before it; joined they are the reading."""
    cut = text.replace(",", "\x1f,").replace(";", "\x1f;")
    if _THOUSANDS.search(text) is not None:
        cut = _IN_NUMBER.sub("", cut)
    if ":" in cut:
        cut = cut.replace(":", "\x1f:")
    if "(" in cut or ")" in cut or "[" in cut or "]" in cut:
        cut = cut.replace("(", "(\x1f").replace(")", "\x1f)").replace("[", "[\x1f").replace("]", "\x1f]")
        if "/" in cut:
            cut = _IN_SYMBOL.sub(r"\1", cut)
    if "." in cut:
        cut = cut.replace(". ", "\x1f. ").replace(".\x1f", "\x1f.\x1f")
        cut = cut[:-1] + "\x1f." if cut[-1] == "." else cut
    if not cut.isascii():
        cut = cut.replace("“", "“\x1f").replace("”", "\x1f”").replace("،", "\x1f،").replace("؛", "\x1f؛")
    if '"' in cut:
        cut = _STRAIGHT_CLOSE.sub('\x1f"', _STRAIGHT_OPEN.sub('"\x1f', cut))
    cut = cut.replace(" ", "\x1f ")
    if has_han(text):
        cut = _HAN_SIGN.sub("\x1f\\g<0>\x1f", cut)
    return [token for token in cut.split(_CUT) if token]


def has_han(text: str) -> bool:
    """Whether a text has Chinese characters, which are written without blanks: each is a word.

    The greatest character is looked at first: it keeps the large class of the pattern from being compiled.
    """
    return not text.isascii() and max(text) >= _FIRST_HAN and _HAN_SIGN.search(text) is not None


def count_signs(text: str) -> int:
    """The blanks and Chinese characters of a text: about as many as its words."""
    return text.count(" ") + (len(_HAN_SIGN.findall(text)) if has_han(text) else 0)


def plain_style(text: str) -> str:
    """The text in one style, its accents composed (Unicode normalization form C)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_STYLE))


def search_form(text: str) -> str:
    """A text as it is compared with words that people type: in one style and case, each character in its
    place.
    """
    styled = text if text.isascii() else text.translate(_STYLE_IN_PLACE)
    low = styled.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in styled)


def matching_words(text: str) -> list[str]:
    """The words of a text in their matching form, in lower case, without the signs between them."""
    return [match[0] for match in joined_words(plain_style(text).lower())]


def joined_words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text with figures and joined signs, Chinese characters one by one."""
    return (_JOINED_OR_HAN if has_han(text) else _JOINED_WORD).finditer(text)


def words_of_phrase(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as people search for them, Chinese characters one by one."""
    return (_HAN_OR_SEARCHED if has_han(text) else SEARCHED_WORD).finditer(text)


def whole_words(pattern: str, words: str) -> str:
    """A pattern that finds words as whole ones; Chinese ones, written without blanks, wherever they stand."""
    return pattern if has_han(words) else rf"(?<!\w){pattern}(?!\w)"


def long_words(text: str) -> set[str]:
    """The words of a text in lower case that say something by themselves; of Chinese characters each two that
    stand together.
    """
    words = set(LONG_WORD.findall(text.lower()))
    if has_han(text):
        words |= {text[k : k + 2] for k in range(len(text) - 1) if has_han(text[k]) and has_han(text[k + 1])}
    return words


def match_token(token: str) -> str:
    """The matching form of a token."""
    return plain_style(token).strip(" ")


class Vocabulary(dict[str, str]):
    """Gives each token one character that stands for its matching form, so that readings can be compared as
    strings.
    """

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[str, str] = {}
        self._next = _FIRST_CODE

    def form(self, token: str) -> str:
        """What two tokens have in common that are the same."""
        return match_token(token)

    def __missing__(self, token: str) -> str:
        form = self.form(token)
        code = self._codes.get(form)
        if code is None:
            code = self._codes[form] = self._take()
        self[token] = code
        return code

    def _take(self) -> str:
        """The next character; the last one again and again where there are more tokens than characters."""
        code = chr(self._next)
        if self._next < _LAST_CODE:
            self._next += 1
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        return code

    def encode(self, text: str) -> str:
        """The reading with one character for each token.

        Its first word in lower case, as within a sentence.
        """
        tokens = tokenize(text)
        if tokens:
            tokens[0] = tokens[0].lower()
        return "".join(map(self.__getitem__, tokens))


def words_or_references(text: str) -> list[str]:
    """The words, numbers, dates and symbols of a text ('A/RES/73/1', '12.5'), each Chinese character one."""
    return (_HAN_OR_REFERENCE if has_han(text) else _WORD_OR_REFERENCE).findall(text)


def searched_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as the index of a store has them, in lower case without accents, each with its
    characters [start, end).
    """
    return [(word_form(match[0]), match.start(), match.end()) for match in SEARCHED_WORD.finditer(text)]


def word_form(word: str) -> str:
    """A word in lower case without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).lower()


def without_blanks(text: str) -> str:
    """The signs of a text but for its blanks, which documents of one text may have otherwise."""
    return "".join(text.split())
