"""Verbs behind a subject: 'The Security Council reaffirms', 'We urge', as statements and declarations have
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resdiff.core.languages import english
from resdiff.core.lexicon import Form, Lexicon
from resdiff.core.model import Opening
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs.boundaries import boundaries, is_capitalized
from resdiff.core.verbs.further import is_further, is_quoted
from resdiff.core.verbs.values import OperativeVerb, verb_at

_SUBJECT = compiled_late(rf"(?:^|(?<=[.;,:”] ))[“\"]?(?:(?P<we>{english.WE})|{english.ORGAN_SUBJECT}),? ")
_IN_PAST = compiled_late(english.DECISION)
_APPOSITION = re.compile(r", (?=[a-z])")
_LONGEST_APPOSITION = 400
"""Characters between 'We' and its verb at most: 'We, the ministers of ..., reaffirm'."""


def opens_with_we(text: str) -> bool:
    """Whether a paragraph speaks for those who adopt it: 'We, the ministers, ...'."""
    match = _SUBJECT.match(text)
    return match is not None and match["we"] is not None


def verbs_after_subjects(text: str, lexicon: Lexicon) -> Iterator[OperativeVerb]:
    """The verbs of the organ, or of those who say 'we', in the order of the sentences."""
    last = 0
    for match in _SUBJECT.finditer(text):
        if match.start() < last:
            continue
        forms: tuple[Form, ...] = ("plural",)
        if match["we"] is None:
            forms = ("singular", "past") if _IN_PAST.match(text) is not None else ("singular",)
        for form in forms:
            opening = _opening_behind(text, match.end(), form, lexicon)
            if opening is None:
                continue
            yield verb_at(text, opening, inner=last > 0)
            last = opening.end
            stop = _SUBJECT.search(text, last)
            end = stop.start() if stop is not None else len(text)
            for verb in _joined(text[:end], last, form, lexicon):
                yield verb
                last = verb.end
            break


def _opening_behind(text: str, place: int, form: Form, lexicon: Lexicon) -> Opening | None:
    """The verb right behind a subject, or behind what stands in apposition to it."""
    opening = lexicon.opening(text, place, ("operative",), form)
    if opening is not None or text[place - 2] != ",":
        return opening
    for comma in _APPOSITION.finditer(text, place, place + _LONGEST_APPOSITION):
        opening = lexicon.opening(text, comma.end(), ("operative",), form)
        if opening is not None:
            return opening
    return None


def _joined(text: str, last: int, form: Form, lexicon: Lexicon) -> Iterator[OperativeVerb]:
    """The further verbs of a sentence behind the first."""
    heads = lexicon.further if form == "singular" else lexicon.heads_in(form)
    for match in boundaries(text, last, heads, lexicon):
        start = match.start("word")
        opening = lexicon.opening(text, start, ("operative",), form) if start >= last else None
        if opening is None or opening.phrase.kind == "conduct" or is_capitalized(text, start):
            continue
        if form == "singular":
            is_organs = is_further(text, match, opening, last, lexicon)
        else:
            is_organs = lexicon.within.joint in match["boundary"] and not is_quoted(text, start)
        if is_organs:
            yield verb_at(text, opening, inner=True)
            last = opening.end
