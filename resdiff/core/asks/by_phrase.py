"""The asks of a text in the languages beside English: who is asked stands before what each language writes
between the two, as 'de' and an infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from resdiff.core import languages
from resdiff.core.asks.phrase_terms import terms_of
from resdiff.core.asks.values import Ask, Asks, Task
from resdiff.core.dates import iso_of
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, find_hedges

_DECIDE = "decide"
_DEMANDING = ("demand", "authorize")
_DECIDING = (_DECIDE, "authorize", "direct", "extend", "renew", "establish")
"""The English lemmas of acts by which an organ decides or tasks somebody."""
_JOINING = " —,;.:،؛，；。：\u00a0"


def asks_by_phrase(resolution: Resolution, verbs: Verbs, lexicon: Lexicon) -> Asks:
    """The asks of a text, in the order of its paragraphs; those of the points of a list are its opening
    line's.
    """
    since = resolution.masthead.date
    return tuple(
        ask
        for place, its in enumerate(verbs)
        for ask in _own(resolution.paragraphs[place].text, place, its, lexicon, since)
    )


def _own(
    text: str, place: int, verbs: tuple[OperativeVerb, ...], lexicon: Lexicon, since: str | None
) -> Iterator[Ask]:
    patterns = _patterns(lexicon.language)
    operative = [verb for verb in verbs if verb.sense.part == "operative"]
    ends = [*(verb.start for verb in operative[1:]), len(text)][: len(operative)]
    for verb, end in zip(operative, ends, strict=True):
        clause = text[verb.end : end].strip(_JOINING)
        task = _task(verb, clause, lexicon.language)
        if task is None:
            yield Ask(paragraph=place, verb=verb, clause=clause)
            continue
        name = addressee_of(text, verb, end, lexicon.language)
        begin = text.find(name, verb.end) + len(name) if name else verb.end
        asked = patterns.joint_at_end.sub("", text[begin:end].strip(_JOINING)).strip(_JOINING)
        due = terms_of(text[begin:end], lexicon.language, since)
        yield Ask(
            paragraph=place,
            verb=verb,
            addressee=name,
            addressee_name=_bare(name, lexicon.language) if name else None,
            clause=asked,
            task=task,
            due=due,
            due_resolved=tuple(filter(None, map(iso_of, due))),
            hedges=tuple(hedge.phrase.lower() for hedge in find_hedges(text[verb.end : end], lexicon)),
        )


def _task(verb: OperativeVerb, clause: str, language: str) -> Task | None:
    """What a verb asks for or decides; None for verbs that ask nothing."""
    is_directive = verb.sense.is_directive
    if not is_directive and verb.sense.pivot not in _DECIDING:
        return None
    if is_directive and _patterns(language).report.search(clause) is not None:
        return "report"
    is_mandate = not is_directive and _patterns(language).mandate.search(clause) is not None
    return "mandate" if is_mandate else "other"


def addressee_of(text: str, verb: OperativeVerb, end: int, language: str) -> str | None:
    """Who is named right behind a verb, before `end`; None where nobody is."""
    patterns = _patterns(language)
    if verb.sense.pivot == _DECIDE:
        decided = patterns.subject_of_decision
        match = decided.match(text, verb.end, end) if decided is not None else None
        return match["name"] if match is not None else None
    demands = verb.sense.pivot in _DEMANDING and patterns.addressee_of_demand is not None
    pattern = patterns.addressee_of_demand if demands else patterns.addressee
    match = pattern.match(text, verb.end, end) if pattern is not None else None
    if match is None and patterns.subject is not None:
        match = patterns.subject.match(text, verb.end, end)
    name = match["name"].strip(_JOINING) if match is not None else ""
    return name if name and not name[0].isdigit() else None


def _bare(name: str, language: str) -> str:
    """A name without its article."""
    return _patterns(language).article.sub("", name)


class _Patterns(NamedTuple):
    addressee: re.Pattern[str]
    article: re.Pattern[str]
    report: re.Pattern[str]
    mandate: re.Pattern[str]
    joint_at_end: re.Pattern[str]
    """A conjunction that joins what is asked to the next verb."""
    addressee_of_demand: re.Pattern[str] | None
    subject: re.Pattern[str] | None
    """Who is to do what a clause behind the verb says: 'que las partes respeten'."""
    subject_of_decision: re.Pattern[str] | None
    """Who is to do what is decided: 'que los Estados deberán'."""


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    module = languages.MODULES[language]
    joints = "|".join(map(re.escape, getattr(module, "JOINTS", ()))) or "(?!)"
    of_demand, subject, of_decision = (
        re.compile(pattern) if (pattern := getattr(module, name, None)) is not None else None
        for name in ("ADDRESSEE_OF_DEMAND", "SUBJECT", "SUBJECT_OF_DECISION")
    )
    return _Patterns(
        re.compile(module.ADDRESSEE),
        re.compile(module.ARTICLE),
        re.compile(module.REPORT),
        re.compile(module.MANDATE),
        re.compile(rf"[\s,]+(?:{joints})$"),
        of_demand,
        subject,
        of_decision,
    )
