"""The documents that a text cites: symbols as they stand, resolutions and decisions by number with the
organ that adopted them.

Sources: the United Nations Editorial Manual (document symbols, references to resolutions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from resdiff.core import languages
from resdiff.core.dates import iso_of
from resdiff.core.genres import un
from resdiff.core.genres.sessions import last_session, session_year
from resdiff.core.model import Masthead, Resolution
from resdiff.core.patterns import YEAR, compiled_late
from resdiff.core.symbols import SYMBOL
from resdiff.core.tokens import plain_style
from resdiff.core.verbs import OperativeVerb, Verbs

_COUNCIL = re.compile(rf"(?<![A-Za-z0-9/.,-])(\d{{1,4}}) ?\(({YEAR})\)")
"""A resolution of the Security Council by number and year: '2140 (2014)'."""
_ROMAN = re.compile(r"(?<![A-Za-z0-9/.,-])(\d{1,4}(?: [A-Z])?) ?\(((?:E?S-)?[IVXLC]{1,8}|E?S-[IVX]+)\)")
"""A resolution of the General Assembly until 1976 by number and session: '3034 (XXVII)'."""
_BY_SESSION = re.compile(
    r"(?<![A-Za-z0-9/.-])(?<!(?<!\d{4}),)((?:E?S-)?\d{1,4})/(\d{1,3})(?: ([A-Z])\b)?(?![A-Za-z0-9/])"
)
"""A resolution by session or year and number: '60/251', '2005/35'; also right behind 'of 20 May 2017,'."""
_ORGANS = {stem: re.compile(pattern) for stem, pattern in un.CITED_ORGANS.items()}
_RESOLUTION = re.compile(un.RESOLUTION_WORDS, re.IGNORECASE)
_NEAR_WORD, _NEAR_ORGAN = 160, 60
"""Characters around a number in which the word 'resolution', and its organ, stand."""
_LISTED = 60
"""Characters between two numbers of one list: 'of 11 December 1997, and'."""
_IN_LIST = re.compile(r"[^.;:()]*")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|\([^()]*\)")
"""A title between two items of a list, whose signs end no list."""
_WITH_DATE = compiled_late(rf"(?: [A-Z]\b)? (?:of|on|du|de|от|المؤرخ) ?(?P<date>{languages.DATE})")
"""The date of a resolution behind its number."""
_DECISION_BEFORE = re.compile(rf"\b(?:{un.DECISION_WORDS}) (?:no\. |n° )?$", re.IGNORECASE)
_NUMBERED_TEXT = re.compile(rf"(?:{un.NUMBER_SIGNS}) ?$")
_RESOLUTION_NUMBERED = re.compile(rf"(?:{un.RESOLUTION_WORDS}) (?:{un.NUMBER_SIGNS}) ?$", re.IGNORECASE)
"""What has a number and year but is no resolution: 'general comment No. 16 (1988)'; and one that is."""
_PARTS_NAMES = re.compile(rf"[,;.]|\b(?:{un.JOINS_ORGANS})\b")
"""What stands between a number and the organ of another text: 'resolution 51/32 and by the Assembly'."""
_OTHER_BODY = re.compile(
    rf"{un.OTHER_BODY}(?![^.;,]{{0,90}} and (?:its )?(?:{un.RESOLUTION_WORDS}) $)[^.;,]{{0,90}}$"
)
"""Another body whose resolution it is: nothing but its name stands before the number."""
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ASSEMBLY = "A/RES/"
_BY_YEAR_IN_BRACKETS = "S/RES/"
"""The Security Council numbers its resolutions through: one by session is of another organ."""
_RIGHTS, _RIGHTS_COUNCIL = "A/HRC/RES/", "human rights council"
_MOST_SESSIONS = 68
"""Sessions of the Human Rights Council for a text without a date: it has its sixty-ninth in 2028, the General
Assembly had it in 2014.
"""
_COUNCIL_OF_ECONOMY = "E/RES/"
_OF_COUNCILS = (_RIGHTS, _COUNCIL_OF_ECONOMY)
_OWN = re.compile(un.OWN_TEXT)
_OWN_COUNCIL = re.compile(un.OWN_COUNCIL)


class Citation(Struct, frozen=True, kw_only=True):
    """A document that a paragraph cites: characters [start, end) of its reading."""

    paragraph: int
    symbol: str
    """In the form S/RES/2140 (2014), A/RES/60/251, S/2031/12."""
    start: int
    end: int
    verb: str | None
    """The lemma of the verb before it; None where there is none."""


def citations_in(text: Resolution, verbs: Verbs | None) -> tuple[Citation, ...]:
    """The citations of a text in their order; `verbs` are those of each paragraph."""
    own = _own_stem(text.masthead)
    sessions = _sessions_of_rights(text.masthead)
    return tuple(
        Citation(
            paragraph=place,
            symbol=symbol,
            start=start,
            end=end,
            verb=_verb_before(start, verbs[place]) if verbs is not None else None,
        )
        for place, paragraph in enumerate(text.paragraphs)
        for start, end, symbol in sorted(_cited(plain_style(paragraph.text), own, sessions))
    )


class NoteCitation(NamedTuple):
    """A document that a footnote cites."""

    paragraph: str | None
    """The id of the paragraph on which the footnote hangs; None where that is not known."""
    mark: str
    """The mark of the footnote; '' where it has none."""
    symbol: str
    words: str
    """As written."""


def citations_in_notes(text: Resolution) -> Iterator[NoteCitation]:
    """The documents that the footnotes of a text cite, in their order."""
    own, sessions = _own_stem(text.masthead), _sessions_of_rights(text.masthead)
    for note in (matter for matter in text.matter if matter.kind == "footnote"):
        for start, end, symbol in sorted(_cited(plain_style(note.text), own, sessions)):
            yield NoteCitation(note.paragraph, note.mark or "", symbol, note.text[start:end])


def documents_cited(text: Resolution, verbs: Verbs | None) -> dict[str, tuple[int, ...]]:
    """The symbols of the documents that a text cites in their order, each with the places of the paragraphs
    that cite it.
    """
    places: dict[str, dict[int, None]] = {}
    for citation in citations_in(text, verbs):
        places.setdefault(citation.symbol, {})[citation.paragraph] = None
    return {symbol: tuple(its) for symbol, its in places.items()}


def _own_stem(head: Masthead) -> str:
    """What the symbols of an organ's own resolutions begin with: by the symbol of the text, or its name."""
    stem, mark, _ = (head.symbol or "").partition(un.ADOPTED_SYMBOL)
    organ = (head.organ or "").casefold().removeprefix("the ")
    own = f"{stem}{mark}" if mark else un.SYMBOL_STEMS.get(organ, _ASSEMBLY)
    return own if own != _BY_YEAR_IN_BRACKETS else _ASSEMBLY


def _verb_before(start: int, verbs: tuple[OperativeVerb, ...]) -> str | None:
    before = [verb.sense.lemma for verb in verbs if verb.start < start]
    return before[-1] if before else None


def _sessions_of_rights(head: Masthead) -> int:
    """The last session that the Human Rights Council can have had when the text was written."""
    last = last_session(int(head.date[:4]), _RIGHTS_COUNCIL) if head.date is not None else None
    return last if last is not None else _MOST_SESSIONS


def _cited(text: str, own: str, sessions: int) -> Iterator[tuple[int, int, str]]:
    """The places and symbols of what a reading cites.

    `own` begins the symbols of its organ's texts, `sessions` is the last that the Human Rights Council had.
    """
    taken: list[tuple[int, int]] = []
    stems: dict[str, str] = {}
    """By the number that is cited: cited again, it is the text of the organ that was named before."""
    for match in SYMBOL.finditer(text):
        marks = ".*)-" if match[0].count("(") < match[0].count(")") else ".*-"
        symbol = match[0].rstrip(marks)
        if any(map(str.isdigit, symbol)) and "/" in symbol:
            taken.append(match.span())
            yield match.start(), match.start() + len(symbol), symbol
    for pattern in (_COUNCIL, _ROMAN, _BY_SESSION):
        last: tuple[int, str] | None = None
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            stem = _stem_of(match, text, own, last)
            if stem is None:
                continue
            stem = stems.get(match[0], stem) if stem == own else stem
            stems[match[0]] = stem
            last = match.end(), stem
            symbol = _symbol_of(match, _dated_stem(match, text, stem), sessions)
            if symbol:
                taken.append(match.span())
                yield match.start(), match.end(), symbol


def _stem_of(match: re.Match[str], text: str, own: str, last: tuple[int, str] | None) -> str | None:
    """What the symbol begins with of a resolution that is cited by its number; None where it is none.

    `last` is where the resolution cited before it ends, and what its symbol begins with: in a long list the
    word 'resolutions' stands before the first alone.
    """
    if match.re is _COUNCIL:
        return _stem_of_numbered(match, text, last)
    before = text[max(match.start() - _NEAR_WORD, 0) : match.start()]
    if match.re is _BY_SESSION and _DECISION_BEFORE.search(before) is not None:
        return _stem_of_decision(match, text, own)
    if last is not None and _is_listed(text[last[0] : match.start()], _year_of(match, text) is not None):
        return last[1]
    if last is not None and not last[1] and _goes_on_of_body(text[last[0] : match.start()]):
        return ""
    if _RESOLUTION.search(before) is None and _RESOLUTION.match(text, match.end()) is None:
        return None
    return _stem_near(match, text, own)


def _stem_of_numbered(match: re.Match[str], text: str, last: tuple[int, str] | None) -> str:
    """What begins the symbol of a text that is cited by number and year; '' for one that is no resolution of
    the Security Council, as a general comment, and for what is listed with it.
    """
    before = text[max(match.start() - _NEAR_WORD, 0) : match.start()]
    if _NUMBERED_TEXT.search(before) is not None:
        return _BY_YEAR_IN_BRACKETS if _RESOLUTION_NUMBERED.search(before) is not None else ""
    is_listed = last is not None and not last[1] and _is_listed(text[last[0] : match.start()], False)
    return "" if is_listed else _BY_YEAR_IN_BRACKETS


def _stem_of_decision(match: re.Match[str], text: str, own: str) -> str | None:
    """What begins the symbol of a decision; None where its organ gives its decisions no symbol."""
    if int(match[2]) >= un.FIRST_DECISION:
        return _ASSEMBLY
    if match[1].isdecimal() and int(match[1]) >= un.FIRST_YEAR:
        return un.COUNCIL_DECISIONS if int(match[2]) >= un.FIRST_COUNCIL_DECISION else None
    is_of_rights = int(match[2]) >= un.FIRST_RIGHTS_DECISION and _stem_near(match, text, own) == _RIGHTS
    return un.RIGHTS_DECISIONS if is_of_rights else None


def _goes_on_of_body(between: str) -> bool:
    """Whether a further resolution is of the body before: 'resolution 27/2 of 25 May, resolution 32/1'."""
    bare = _QUOTED.sub("", between)
    is_near = len(bare) <= _LISTED and _IN_LIST.fullmatch(bare) is not None
    return is_near and _OWN.search(bare) is None and not any(p.search(bare) for p in _ORGANS.values())


def _is_listed(between: str, is_dated: bool) -> bool:
    """Whether two numbers with these characters between them stand in one list of one organ. One with its
    date behind it may stand far from that before it: what that was on stands between them.
    """
    bare = _QUOTED.sub("", between)
    if (len(bare) > _LISTED and not is_dated) or _IN_LIST.fullmatch(bare) is None:
        return False
    return not any(pattern.search(bare) for pattern in (_RESOLUTION, *_ORGANS.values()))


def _year_of(match: re.Match[str], text: str) -> int | None:
    """The year of the date behind a number; None where none stands there."""
    dated = _WITH_DATE.match(text, match.end())
    year = iso_of(dated["date"])[:4] if dated is not None else ""
    return int(year) if year else None


def _dated_stem(match: re.Match[str], text: str, stem: str) -> str:
    """What begins the symbol by the date behind the number: a session of the Assembly ends in the year after
    it began. One of another year that a session of the Human Rights Council had is of that.
    """
    year, session = _year_of(match, text), match[1]
    if match.re is not _BY_SESSION or stem != _ASSEMBLY or year is None or not session.isdecimal():
        return stem
    if int(session) >= un.FIRST_YEAR or session_year(int(session), _RIGHTS_COUNCIL) != year:
        return stem
    began = session_year(int(session), un.ASSEMBLY)
    return _RIGHTS if began is not None and year not in (began, began + 1) else stem


def _symbol_of(match: re.Match[str], stem: str, sessions: int) -> str:
    """The symbol of a resolution that is cited by its number; '' where its organ is not known."""
    if not stem:
        return ""
    if match.re is _COUNCIL:
        return f"S/RES/{match[1]} ({match[2]})" if int(match[2]) >= un.FIRST_YEAR else ""
    if match.re is _ROMAN:
        is_there = _roman_value(match[2].rpartition("-")[2]) <= un.LAST_ROMAN_SESSIONS.get(stem, 0)
        return f"{stem}{match[1]}({match[2]})" if is_there else ""
    first, number, part = match[1], match[2], match[3]
    is_year = first.isdecimal() and int(first) >= un.FIRST_YEAR
    if stem == _RIGHTS and first.isdecimal() and not is_year and int(first) > sessions:
        stem = _ASSEMBLY
    if is_year and stem in (_ASSEMBLY, _RIGHTS):
        stem = _COUNCIL_OF_ECONOMY
    elif stem == _COUNCIL_OF_ECONOMY and first.isdecimal() and not is_year:
        # the Economic and Social Council numbers by years since it left Roman numbers
        stem = _ASSEMBLY if int(first) >= un.FIRST_NUMBERED_SESSION else _RIGHTS
    if stem == _ASSEMBLY and first.isdecimal() and int(first) < un.FIRST_NUMBERED_SESSION:
        return ""
    if stem == _ASSEMBLY and int(number) >= un.FIRST_DECISION:
        stem = un.DECISION_SYMBOL
    symbol = un.SYMBOL_FORMS.get(stem, stem + "{}/{}").format(first, number)
    return f"{symbol} {part}" if part else symbol


def _roman_value(number: str) -> int:
    """The value of a Roman number: 27 for 'XXVII'."""
    digits = [_ROMAN_DIGITS[letter] for letter in number]
    following = [*digits[1:], 0]
    return sum(-value if value < after else value for value, after in zip(digits, following, strict=True))


def _stem_near(match: re.Match[str], text: str, own: str) -> str:
    """What stands before the number in the symbol: by the organ named nearest, else by that of the text."""
    begin = max(match.start() - _NEAR_WORD, 0)
    before, after = text[begin : match.start()], text[match.end() : match.end() + _NEAR_ORGAN]
    named = [
        (len(before) - hit.end(), stem)
        for stem, pattern in _ORGANS.items()
        for hit in pattern.finditer(before)
    ]
    named += [
        (hit.start(), stem)
        for stem, pattern in _ORGANS.items()
        for hit in pattern.finditer(after)
        if _PARTS_NAMES.search(after[: hit.start()]) is None
    ]
    if own in _OF_COUNCILS:
        named += [(len(before) - hit.end(), own) for hit in _OWN_COUNCIL.finditer(before)]
    if match.re is _ROMAN:
        named = [(distance, stem) for distance, stem in named if stem in un.LAST_ROMAN_SESSIONS]
        own = _ASSEMBLY
    other = _OTHER_BODY.search(before)
    if other is not None and all(distance > len(before) - other.start() for distance, _ in named):
        return ""
    if not named and _is_of_first_sessions(match) and _OWN_COUNCIL.search(before) is not None:
        return _RIGHTS
    return min(named)[1] if named else own


def _is_of_first_sessions(match: re.Match[str]) -> bool:
    """Whether a number is of a session of which the General Assembly has no resolutions in that form."""
    return match.re is _BY_SESSION and match[1].isdecimal() and int(match[1]) < un.FIRST_NUMBERED_SESSION
