"""What the text after an ask says about it: that what it asked for is there, or its words without asking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resdiff.core.asks import Ask
from resdiff.core.compare import Comparison
from resdiff.core.compare.changes import Change
from resdiff.core.compare.reasons import Reason
from resdiff.core.genres import un
from resdiff.core.genres.sessions import session_year
from resdiff.core.history.ask_deeds import Deed
from resdiff.core.history.ask_reports import LEAST_SUBJECT, SAYS_IT_IS_THERE, LaterParagraph, Reports
from resdiff.core.history.ask_terms import due_years, first_due_years, year_of
from resdiff.core.history.said import RECALLS, has_verb, saying_words, words_of_names
from resdiff.core.languages import english, english_answers, english_words
from resdiff.core.model import Paragraph
from resdiff.core.patterns import YEAR, compiled_late
from resdiff.core.verbs import OperativeVerb

_TOOK_PLACE = compiled_late(english_answers.MEETING_TOOK_PLACE)
_DURING_YEAR = compiled_late(english_answers.DURING_YEAR)
_STILL_AHEAD = compiled_late(english_answers.STILL_AHEAD)
_OF_REPORT = english_answers.REPORT_WORDS
_REPORTS = compiled_late(english_answers.ASKS_FOR_REPORT)
_BEFORE_ACT = compiled_late(english_words.ADVERBIAL_BEFORE_ACT, re.IGNORECASE)
_TOOK_PLACE_TOO = compiled_late(english_answers.TOOK_PLACE_TOO)
_DECIDED_TO = compiled_late(english_answers.DECIDED_TO)
_NEEDED = compiled_late(english_answers.NEEDED)
_TO_COME = compiled_late(english_answers.TO_COME)
_ALSO_REPORT = compiled_late(english_answers.ALSO_REPORT)
_AS_REQUESTED = compiled_late(english_answers.AS_REQUESTED)
_SESSION_NAMED = compiled_late(rf"\b{english.ORDINAL} session")
_YEAR = re.compile(rf"\b{YEAR}\b")
_SESSION = compiled_late(un.SESSION_IN_SYMBOL)
_SUPPORTS = compiled_late(english_answers.SUPPORTS)
_REPORTS_MEETING = (
    "recall",
    "welcome",
    "note",
    "congratulate",
    "commend",
    "express appreciation",
    "take note",
)
_SAYS_DONE = (*SAYS_IT_IS_THERE, *RECALLS, "approve", "adopt")
_LEAST_OF_CLAUSE, _LEAST_WORDS = 0.6, 4
"""Share of the words of an ask that stand in a paragraph which welcomes what was done, and their number."""
_LEAST_OF_MEETING = 0.4
"""The same for a meeting, which is recalled by its name alone."""
_LEAST_OF_OWN = 0.5
"""The same of the words that stand in no name: names are shared by paragraphs on other matters."""
_LEAST_WELCOMED = 3
"""Words of an ask at least that a paragraph welcomes which recalls by number the one that asked."""
_LEAST_BESIDE_ACT = 0.4
"""The same of a report that an ask names behind another act."""
_BEFORE_REQUEST = 200
"""Characters before 'as requested in its resolution' that say what was."""
_LONGEST_WAIT = 2
"""Years after its term in which an ask is answered."""
_FORM: frozenset[Reason] = frozenset(
    ("punctuation", "capitals", "ordering", "numbering", "footnote", "typography", "bracket")
)


class NextText:
    """What the text after an ask says about it."""

    def __init__(self, comparison: Comparison) -> None:
        text = comparison.revised
        standing = {k for change in comparison.changes if not _says_more(change) for k in change.revised}
        verbs = comparison.revised_verbs or ((),) * len(text.paragraphs)
        self._text, self._year = text, year_of(text)
        self._base = comparison.base
        self._reports = Reports(comparison.base, text)
        before = {k: change.base for change in comparison.changes for k in change.revised}
        self._rows = [
            self._row(p, its, k not in standing, before.get(k, ()))
            for k, (p, its) in enumerate(zip(text.paragraphs, verbs, strict=True))
            if p.part not in ("heading", "table")
        ]

    def _row(
        self, paragraph: Paragraph, verbs: Sequence[OperativeVerb], is_new: bool, base: tuple[int, ...]
    ) -> LaterParagraph:
        asking = [verb.start for verb in verbs if verb.sense.is_directive]
        words = saying_words(paragraph.text)
        before = paragraph.text[: min(asking)] if asking else paragraph.text
        return LaterParagraph(
            paragraph,
            words,
            verbs,
            is_new,
            present=saying_words(_NEEDED.sub(" ", before)),
            answers=has_verb(verbs, SAYS_IT_IS_THERE),
            says_done=has_verb(verbs, _SAYS_DONE),
            as_requested=tuple(self._before_requests(paragraph.text)),
            base=base,
            fresh=words.difference(*(saying_words(self._base.paragraphs[k].text) for k in base)),
            is_older=self._is_older(paragraph.text),
        )

    def answers(self, ask: Ask, followed_by: int | None) -> str | None:
        """The paragraph that takes note of what an ask asked for: of its report, or of most of its words; the
        one with most of them. `followed_by` is the place of the paragraph in which the ask goes on.
        """
        is_own = not ask.verb.sense.is_directive and ask.addressee is None
        if is_own and ask.task not in ("meeting", "other"):
            return None
        if self._is_not_due(ask) or self._is_long_past(ask):
            return None
        goes_on = self._text.paragraphs[followed_by].id if followed_by is not None else None
        begins = ask.task == "report" and _begins_with_report(ask.clause)
        reports = begins or (ask.task == "report" and _ALSO_REPORT.search(ask.clause) is not None)
        recurs = reports and goes_on is not None
        share = self._reports.share if begins else self._share_of_act
        share = self._share_of_meeting if ask.task == "meeting" else share
        if reports and not begins:
            share = self._share_of_either
        rows = [
            row
            for row in self._rows
            if row.paragraph.id != goes_on
            and (
                row.is_new
                or ((recurs or (reports and self._reports.is_bare(row, ask))) and not _names_one(row))
            )
            and not row.is_older
            and not (ask.task == "report" and self._reports.is_of_another(row, ask, goes_on is not None))
        ]
        deed = Deed(ask, is_own)
        if is_own and ask.task != "meeting":
            share = _no_share
        ranked = [
            (1.0 if self._is_done(ask, deed, row) else share(ask, row), -k) for k, row in enumerate(rows)
        ]
        best, place = max(ranked, default=(0.0, 0))
        return rows[-place].paragraph.id if best > 0 else None

    def welcomes(self, paragraph: str, ask: Ask) -> bool:
        """Whether a paragraph, by its id, welcomes what was asked: the words behind one such verb are half of
        those of the ask.
        """
        own = self._own_words(ask)
        least = max(_LEAST_WELCOMED, _LEAST_OF_OWN * len(own))
        row = next((row for row in self._rows if row.paragraph.id == paragraph), None)
        if row is None:
            return False
        ends = [*(verb.start for verb in row.verbs[1:]), None]
        return any(
            has_verb([verb], SAYS_IT_IS_THERE)
            and len(own & saying_words(row.paragraph.text[verb.end : end])) >= least
            for verb, end in zip(row.verbs, ends, strict=False)
        )

    def _before_requests(self, text: str) -> Iterator[frozenset[str]]:
        """The words before each place of a paragraph that says 'as requested in' the text before."""
        for match in _AS_REQUESTED.finditer(text):
            if match["number"] == self._base.masthead.number:
                yield saying_words(text[max(match.start() - _BEFORE_REQUEST, 0) : match.start()])

    def _is_done(self, ask: Ask, deed: Deed, row: LaterParagraph) -> bool:
        """Whether a paragraph says that a deed was done, or that something was done as the text asked."""
        if row.says_done and deed.is_noted(row.paragraph.text, row.verbs):
            return True
        if not row.as_requested:
            return False
        own = self._own_words(ask) - words_of_names(row.paragraph.text)
        least = max(LEAST_SUBJECT, min(_LEAST_OF_OWN * len(own), _LEAST_WORDS))
        return any(len(own & words) >= least for words in row.as_requested)

    def _own_words(self, ask: Ask) -> frozenset[str]:
        """The words of an ask that are not of the title, nor those with which reports are asked for."""
        return saying_words(ask.clause) - saying_words(self._base.masthead.title or "") - _OF_REPORT

    def _is_older(self, text: str) -> bool:
        """Whether all that a paragraph dates is older than the text that asked."""
        years = [int(year) for year in _YEAR.findall(text)]
        sessions = (session_year(int(session), un.ASSEMBLY) for session in _SESSION.findall(text))
        years += [year for year in sessions if year is not None]
        asked = year_of(self._base)
        return bool(years) and asked is not None and max(years) < asked != self._year

    def _share_of_either(self, ask: Ask, row: LaterParagraph) -> float:
        """The same of an act and a report on it: of the report of whom it names, or of the act."""
        is_named = (ask.addressee_name or "(nobody)") in row.paragraph.text
        of_report = self._reports.share(ask, row) if is_named else 0.0
        if of_report >= _LEAST_BESIDE_ACT:
            return of_report
        is_considered = is_named and self._reports.considers_all(ask, row)
        return self._share_of_act(ask, row) or (of_report if is_considered else 0.0)

    @staticmethod
    def _share_of_act(ask: Ask, row: LaterParagraph) -> float:
        """The share of the words of an act that a paragraph has which welcomes it; 0 where they are few."""
        if not row.answers:
            return 0.0
        words = saying_words(ask.clause)
        common = len(words & row.present)
        if common < _LEAST_WORDS or not _says_anew(row, words, ask) or not _names_support(row, ask):
            return 0.0
        own = words - words_of_names(ask.clause)
        is_same = len(own & row.present) >= _LEAST_OF_OWN * len(own)
        if not is_same or _TO_COME.search(row.paragraph.text) is not None:
            return 0.0
        return common / len(words) if common >= _LEAST_OF_CLAUSE * len(words) else 0.0

    @staticmethod
    def _share_of_meeting(ask: Ask, row: LaterParagraph) -> float:
        """The share of the words of a meeting that a paragraph has which says that one was held; 0 where they
        are few.
        """
        text = row.paragraph.text
        is_over = _DURING_YEAR.search(text) is not None and _STILL_AHEAD.search(text) is None
        took_place = _TOOK_PLACE.search(text) is not None or is_over
        if not has_verb(row.verbs[:1], _REPORTS_MEETING) or not took_place:
            return 0.0
        decided = _DECIDED_TO.match(text, row.verbs[0].end)
        if decided is not None and _TOOK_PLACE_TOO.search(text, decided.end()) is None:
            return 0.0
        words = saying_words(ask.clause)
        common = len(words & row.words)
        enough = common >= max(_LEAST_WORDS, _LEAST_OF_MEETING * len(words))
        return common / len(words) if enough else 0.0

    def _is_not_due(self, ask: Ask) -> bool:
        """Whether what was asked is due after the text, as far as that is known."""
        years = first_due_years(ask, self._base)
        return bool(years) and self._year is not None and min(years) > self._year

    def _is_long_past(self, ask: Ask) -> bool:
        """Whether it was due so long before the text that what is noted there is something else."""
        years = due_years(ask, self._base)
        return bool(years) and self._year is not None and self._year - max(years) > _LONGEST_WAIT


def _begins_with_report(clause: str) -> bool:
    """Whether the first act of an ask is to report, whatever stands before it: 'in step with ports, to
    include'.
    """
    before = _BEFORE_ACT.match(clause)
    return _REPORTS.match(clause, before.end() if before is not None else 0) is not None


def _no_share(ask: Ask, row: LaterParagraph) -> float:
    """Nothing: words in common answer no act of the organ itself."""
    return 0.0


def _names_support(row: LaterParagraph, ask: Ask) -> bool:
    """Whether a paragraph speaks of support where that is what was asked for: the efforts of somebody are no
    support of these.
    """
    match = _SUPPORTS.search(ask.clause)
    return match is None or any(word.startswith(match["act"]) for word in row.present)


def _names_one(row: LaterParagraph) -> bool:
    """Whether a paragraph names one report, by symbol, year or session: unchanged it is that of long ago.
    'Takes note of the report of the Warden' is each year that of the year.
    """
    text = row.paragraph.text
    return any(map(str.isdigit, text)) or _SESSION_NAMED.search(text.lower()) is not None


def _says_more(change: Change) -> bool:
    """Whether the words of a change are not only those that stood before; a date or symbol that moved on
    names another report.
    """
    return change.kind != "unchanged" and not _FORM.issuperset(change.reasons or ("substantive",))


def _says_anew(row: LaterParagraph, words: frozenset[str], ask: Ask) -> bool:
    """Whether a paragraph says anything of an ask that it did not say before; one in which it was asked
    does.
    """
    return ask.paragraph in row.base or not words.isdisjoint(row.fresh)
