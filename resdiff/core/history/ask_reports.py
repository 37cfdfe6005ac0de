"""Whether a paragraph takes note of the report that an ask asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.compare.cadence import pace_of
from resdiff.core.compare.weights import ANSWERS
from resdiff.core.genres import un
from resdiff.core.history.ask_terms import due_years, year_of
from resdiff.core.history.said import RECALLS, has_verb, saying_words
from resdiff.core.languages import english, english_answers, english_words
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs import OperativeVerb

_NOTED = compiled_late(english_answers.REPORT_IS_NOTED)
_OF_REPORT = english_answers.REPORT_WORDS
_OF_RESOLUTION = compiled_late(english_answers.THIS_RESOLUTION, re.IGNORECASE)
_PRESENT = compiled_late(english_answers.PRESENT_TEXT, re.IGNORECASE)
_OF_LATER = compiled_late(english_answers.NAMES_RESOLUTION)
_OPENS_MATTER = re.compile(rf" (?:{'|'.join(sorted(english_words.OPENS_MATTER))}) \w+(?: \w+)?")
"""With what an office says what it is for: ' on the sale', ' for Children'."""
_IN_NEXT = compiled_late(english_answers.IN_NEXT_REPORT)
_ON_SUBJECT = compiled_late(english_answers.ON_SUBJECT)
_ORDINALS = compiled_late(rf"\b{english.ORDINAL}\b")
_THE_REPORT = re.compile(r"\bthe report of\b")
SAYS_IT_IS_THERE = (
    *sorted(ANSWERS - set(RECALLS)),
    "note",
    "congratulate",
    "commend",
    "express appreciation",
    "endorse",
)
"""Verbs, by the beginning of their lemmas, that say that something is there."""
_APPROVES = ("approve", "endorse")
_APPRECIATES = (*SAYS_IT_IS_THERE, "appreciate")
_CONSIDERED = ("consider", "have considered")
LEAST_SUBJECT = 2
"""Words of the subject of a report that stand in a paragraph which notes it; one where the ask names none."""
_LEAST_OF_SUBJECT = 0.2
"""Share of the words of the subject of a report, those of the title left out, that such a paragraph has."""
_MOST_YEARS_TO_NEXT = 2
"""Years after which the next report is there at the latest."""
_LEAST_OF_OFFICE = 0.5
"""The share of a paragraph that notes the report of the very office that was asked."""
_FEW = 3
"""Words of its own at most of a paragraph that notes reports in general."""
_FAINTEST = 0.01
"""The share of a paragraph that notes reports in general: another that notes the very one goes before it."""


class LaterParagraph(NamedTuple):
    """A paragraph of the next text."""

    paragraph: Paragraph
    words: frozenset[str]
    verbs: Sequence[OperativeVerb]
    is_new: bool
    """Whether it says something that no paragraph of the text before said."""
    present: frozenset[str]
    """The words before it asks for something itself."""
    answers: bool
    """Whether a verb in it says that something is there."""
    says_done: bool
    """Whether a verb in it says that something was done."""
    as_requested: tuple[frozenset[str], ...]
    """The words before each 'as requested in its resolution' that names the text before."""
    base: tuple[int, ...]
    """The places of the paragraphs that it was in the text before."""
    fresh: frozenset[str]
    """The words of it that did not stand there."""
    is_older: bool
    """Whether all that it dates is older than the text before: a report of long ago."""


class Reports:
    """Reports that a text asked for, as the text after it notes them."""

    def __init__(self, base: Resolution, revised: Resolution) -> None:
        self._base, self._text = base, revised
        self._year = year_of(revised)

    def share(self, ask: Ask, row: LaterParagraph) -> float:
        """How much of the subject of a report a paragraph has that notes such a report; 0 where it notes
        none. One that says that the reports were considered notes all that were due, and one that names the
        report of an office notes what that office reports on.
        """
        share, name = self._share_of_subject(ask, row), ask.addressee_name or ""
        if _is_report_of_office(row, name) and not self._is_of_other(
            row.paragraph.text, saying_words(ask.clause), _matter_of(name)
        ):
            return max(share, _LEAST_OF_OFFICE)
        return share or (_FAINTEST if self.considers_all(ask, row) else 0.0)

    def considers_all(self, ask: Ask, row: LaterParagraph) -> bool:
        """Whether a paragraph says that the reports of the addressee were considered, when that of an ask
        was due.
        """
        is_due = self._is_due_now(ask) or (self._is_soon() and _IN_NEXT.search(ask.clause) is not None)
        if not is_due or not has_verb(row.verbs[:1], _CONSIDERED):
            return False
        names, text = ask.addressee_name or "", row.paragraph.text
        is_noted = _notes_report(row, names) and _names(row, names)
        return is_noted and not self._is_of_other(text, saying_words(ask.clause))

    def _share_of_subject(self, ask: Ask, row: LaterParagraph) -> float:
        names = saying_words(ask.addressee_name or "")
        if not _notes_report(row, ask.addressee_name or "") or not _names(row, ask.addressee_name or ""):
            return 0.0
        noted = saying_words(row.paragraph.text[row.verbs[0].end :])
        if _OF_RESOLUTION.search(ask.clause) is not None and not noted - names - _OF_REPORT:
            return 1.0  # it can be on nothing but the text before
        subject = saying_words(ask.clause) - names - _OF_REPORT
        title = saying_words(self._base.masthead.title or "")
        if not noted - names - _OF_REPORT and len(subject & title) >= LEAST_SUBJECT and self._is_due_now(ask):
            return 1.0
        least = LEAST_SUBJECT
        if _PRESENT.search(ask.clause) is not None or len(subject) < LEAST_SUBJECT:
            asking = saying_words(self._base.paragraphs[ask.paragraph].text)
            subject, least = subject | (title | asking) - names - _OF_REPORT, 1
        elif ask.addressee_name == un.SECRETARY_GENERAL and self._is_of_other(row.paragraph.text, subject):
            return 0.0
        common = len(subject & row.words)
        if common < least:
            return 0.0
        own = subject - title
        share = len(own & row.words) / len(own) if own else common / len(subject)
        if share >= _LEAST_OF_SUBJECT:
            return share
        return _FAINTEST if _is_general(row, title | names) else 0.0

    def _is_of_other(self, text: str, subject: frozenset[str], matter: frozenset[str] = frozenset()) -> bool:
        """Whether the one report that a paragraph notes is on something beside the subject of its text, of
        which no word is asked for; `matter` is what the office that reports is for.
        """
        match = _ON_SUBJECT.search(text) if text.count("report") == 1 else None
        words = saying_words(match["subject"]) if match is not None else frozenset[str]()
        own = words - matter - _OF_REPORT - saying_words(self._base.masthead.title or "")
        return bool(own) and own.isdisjoint(subject)

    def is_of_another(self, row: LaterParagraph, ask: Ask, goes_on: bool) -> bool:
        """Whether the report that a paragraph notes is that of another year of the Assembly: it names a later
        resolution that asked for it; or one that is asked for each year, or is noted in few words, was due at
        an earlier session, which it does not name.
        """
        if (self._base.masthead.organ or "").casefold() != un.ASSEMBLY:
            return False
        pace = pace_of(self._base.masthead, self._text.masthead)
        base, revised = pace.base.session, pace.revised.session
        if base is None or revised is None:
            return False
        text = row.paragraph.text.lower()
        if any(base < int(session) <= revised for session in _OF_LATER.findall(text)):
            return True
        due = [int(value.split()[1]) for value in ask.due_resolved if value.startswith("session ")]
        is_early = bool(due) and max(due) < revised and (goes_on or self.is_bare(row, ask))
        words = _ORDINALS.findall(" ".join(ask.due).lower())
        return is_early and not any(one in text for one in (*words, *(f"a/{session}/" for session in due)))

    def is_bare(self, row: LaterParagraph, ask: Ask) -> bool:
        """Whether a paragraph notes the report of an addressee and says nothing more: each year that of the
        year.
        """
        names = saying_words(ask.addressee_name or "")
        noted = saying_words(row.paragraph.text[row.verbs[0].end :]) if row.verbs else frozenset[str]()
        return bool(noted) and not noted - names - _OF_REPORT

    def _is_soon(self) -> bool:
        """Whether a text follows the other soon, so that it notes the next report."""
        asked = year_of(self._base)
        return asked is not None and self._year is not None and self._year - asked <= _MOST_YEARS_TO_NEXT

    def _is_due_now(self, ask: Ask) -> bool:
        """Whether what was asked is due in the year of the text."""
        return self._year is not None and self._year in due_years(ask, self._base)


def _is_general(row: LaterParagraph, known: frozenset[str]) -> bool:
    """Whether a paragraph notes reports in general: those that were considered, or one of which it says no
    more than is `known`.
    """
    ends = has_verb(row.verbs[1:2], _APPRECIATES) or _is_directive(row.verbs[1:2])
    first = saying_words(row.paragraph.text[row.verbs[0].end : row.verbs[1].start if ends else None])
    return has_verb(row.verbs[:1], _CONSIDERED) or len(first - known - _OF_REPORT) <= _FEW


def _is_directive(verbs: Sequence[OperativeVerb]) -> bool:
    return any(verb.sense.is_directive for verb in verbs)


def _notes_report(row: LaterParagraph, name: str) -> bool:
    """Whether a paragraph takes note of a report that is not to come, or approves what it says; `name` is who
    was asked for it, whose commas end no clause.
    """
    text = row.paragraph.text
    if has_verb(row.verbs[:1], _APPROVES) and _THE_REPORT.search(text) is not None:
        return True
    return any(
        not verb.sense.is_directive
        and verb.sense.english_lemma.startswith((*SAYS_IT_IS_THERE, *RECALLS))
        and _NOTED.match(text[verb.end :].replace(name, "X") if name else text[verb.end :]) is not None
        for verb in row.verbs
    )


def _matter_of(name: str) -> frozenset[str]:
    """The words of the name of an office that say what it is for: there are many special representatives."""
    begins = _OPENS_MATTER.search(name)
    place = begins.start() if begins is not None else len(name)
    return saying_words(name[place:]) - saying_words(name[:place])


def _is_report_of_office(row: LaterParagraph, name: str) -> bool:
    """Whether a paragraph notes the report of an office that it names with all that the office is for."""
    matter, begins = _matter_of(name), _OPENS_MATTER.search(name)
    is_named = begins is not None and begins[0] in row.paragraph.text and matter <= row.words
    return is_named and _notes_report(row, name) and _names(row, name)


def _names(row: LaterParagraph, name: str) -> bool:
    """Whether most of the words of a name stand in a paragraph, also of what an office is for."""
    words, of_matter = saying_words(name), _matter_of(name)
    is_matter = not of_matter or 2 * len(of_matter & row.words) >= len(of_matter)
    return bool(words) and 3 * len(words & row.words) >= 2 * len(words) and is_matter
