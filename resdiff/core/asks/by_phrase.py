"""The asks of a text in the languages beside English: who is asked stands before what each language writes
between the two, as 'de' and an infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import NamedTuple

from resdiff.core import languages
from resdiff.core.asks.values import Ask, Asks, Task
from resdiff.core.languages import arabic, chinese, french, russian, spanish
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, find_hedges

_MODULES: dict[str, ModuleType] = {
    "ar": arabic,
    "es": spanish,
    "fr": french,
    "ru": russian,
    "zh": chinese,
}
_DIRECTIVE, _DECIDE = "directive", "decide"
_DECIDING = (_DECIDE, "authorize", "extend", "renew", "establish")
"""The English lemmas of acts by which an organ decides or tasks somebody."""
_JOINING = " ,;.:،؛，；。：\u00a0"
_DATE = re.compile(languages.DATE)


def asks_by_phrase(resolution: Resolution, verbs: Verbs, lexicon: Lexicon) -> Asks:
    """The asks of a text, in the order of its paragraphs; those of the points of a list are its opening
    line's.
    """
    return tuple(
        ask
        for place, its in enumerate(verbs)
        for ask in _own(resolution.paragraphs[place].text, place, its, lexicon)
    )


def _own(text: str, place: int, verbs: tuple[OperativeVerb, ...], lexicon: Lexicon) -> Iterator[Ask]:
    operative = [verb for verb in verbs if verb.sense.part == "operative"]
    ends = [*(verb.start for verb in operative[1:]), len(text)][: len(operative)]
    for verb, end in zip(operative, ends, strict=True):
        clause = text[verb.end : end].strip(_JOINING)
        task = _task(verb, clause, lexicon.language)
        if task is None:
            yield Ask(paragraph=place, verb=verb, clause=clause)
            continue
        name = _addressee(text[verb.end : end], lexicon.language) if verb.sense.pivot != _DECIDE else None
        begin = text.find(name, verb.end) + len(name) if name else verb.end
        yield Ask(
            paragraph=place,
            verb=verb,
            addressee=name,
            addressee_name=_bare(name, lexicon.language) if name else None,
            clause=text[begin:end].strip(_JOINING),
            task=task,
            due=tuple(dict.fromkeys(match[0] for match in _DATE.finditer(text, begin, end))),
            hedges=tuple(hedge.phrase.lower() for hedge in find_hedges(text[verb.end : end], lexicon)),
        )


def _task(verb: OperativeVerb, clause: str, language: str) -> Task | None:
    """What a verb asks for or decides; None for verbs that ask nothing."""
    is_directive = verb.sense.kind == _DIRECTIVE
    if not is_directive and verb.sense.pivot not in _DECIDING:
        return None
    if is_directive and _patterns(language).report.search(clause) is not None:
        return "report"
    is_mandate = not is_directive and _patterns(language).mandate.search(clause) is not None
    return "mandate" if is_mandate else "other"


def _addressee(passage: str, language: str) -> str | None:
    """Who is named right behind a verb."""
    match = _patterns(language).addressee.match(passage)
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


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    module = _MODULES[language]
    return _Patterns(*map(re.compile, (module.ADDRESSEE, module.ARTICLE, module.REPORT, module.MANDATE)))
