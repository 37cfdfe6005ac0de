"""How an ask differs from the same ask of another text: in its verb, who is asked, the act, its extent, an
amount, how often, by when, a hedge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, get_args

from resdiff.core import languages
from resdiff.core.asks import Ask, is_frequency
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, one_hedge, one_spelling, without_inflection
from resdiff.core.dates import DATE, MONTH_YEAR
from resdiff.core.figures import is_year_at
from resdiff.core.languages import english, english_addressees, english_answers, english_words, russian
from resdiff.core.patterns import YEAR, compiled_late
from resdiff.core.tokens import plain_style, words_or_references
from resdiff.core.worddiff import WordDiff, shown_edits

Aspect = Literal["verb", "who", "what", "scope", "figure", "pace", "due", "hedge"]
"""What is altered: the verb, who is asked, the act, its extent, an amount, how often, by when, a hedge."""

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
"""All aspects, in their order."""
_DAYS = compiled_late(rf"\b\d{{1,2}}{languages.MONTH_FOLLOWS}(?: \d{{4}})?")
_FACT = compiled_late(
    rf"{_DAYS.pattern}|{languages.DATE}|{DATE.pattern}|{MONTH_YEAR.pattern}"
    rf"|\b{english.ORDINAL}\b|\b\d+{english.ORDINAL_ENDING}\b|\b{english.GROUP_OF_STATES}"
    r"|\b[A-Z]{1,4}(?:/[\w.()-]+)+|\b\d+/\d+\b|\b" + YEAR + r"\b|\(\d{4}\)",
    re.IGNORECASE,
)
"""What moves from text to text: dates, sessions, symbols, years."""
_COUNTED = "|".join((*english.NUMBER_WORDS, *english.TENS))
_FIGURE = compiled_late(rf"(?<![\w-])\d[\d.,]*(?:{english.PER_CENT})?|\b(?:{_COUNTED})(?= {english.PERIOD})")
_PER_CENT = compiled_late(english.PER_CENT)
_REFERENCE = compiled_late(languages.REFERENCE, re.IGNORECASE)
"""Numbers that refer and count nothing: 'paragraphs 4, 5 and 6', 'Goal 16'."""
_POSSESSIVE = compiled_late(r"(?<=\w)'s\b|(?<=s)'(?= )")
_LONG_FORM = compiled_late(english_words.LONG_FORM)
_BOTH_PRONOUNS = compiled_late(english_words.BOTH_PRONOUNS)
_ABOUT = compiled_late(english_words.ABOUT)
_VERSION = compiled_late(english_words.VERSION)
_IN_THIS_REGARD = compiled_late(english_words.IN_THIS_REGARD)
_CONTINUE = compiled_late(r"\b(?:to )?continue +(?:to\b|and (?:to )?|(?=\w+ing\b))")
_CONTINUED = compiled_late(
    r"\bcontinue (?:to |and (?:to )?|(?=\w+ing\b))(?:\w+ly |also |further |consider )*(\w+)"
)
_OF_TERM = compiled_late(r"\b(?:on|the|to|any|undue|further|a period of|period of)\b")
"""Words of a term that alter nothing: 'ending on 26 June', 'through to 2025'."""
_FEW = 3
"""Words that come or go with a hedge and are no clause of their own."""
_NOTE_CALL = re.compile(r"\d{1,2}$")
"""A footnote's number that is written together with the word before it."""
_GOES_ON_IN_NAME = compiled_late(
    rf"(?:{english_words.OPENS_OWNER}|{'|'.join(sorted(english_words.OPENS_MATTER))})(?: the)?"
    rf" {english_words.IN_CAPITALS}"
)
_OWNER = compiled_late(rf"{english_words.OPENS_OWNER} the {english_words.IN_CAPITALS}")
_PRONOUN_OF_OWNER = compiled_late(rf"\b(?:{'|'.join(sorted(english_words.OWNING))})\b", re.IGNORECASE)
_BEFORE_NAMES = english_addressees.DETERMINERS | russian.ALL
_ACT = 2
"""Words of a clause that name the act."""


def aspects_between(old: Ask, new: Ask, term_shifted: bool) -> Iterator[Aspect]:
    """The aspects in which two asks differ, in the order of `Aspect`; `term_shifted` says whether the term
    moved by more than the texts did.
    """
    one, two = old.verb.sense, new.verb.sense
    is_one_phrase = _plain(old.verb.phrase) == _plain(new.verb.phrase)
    if not is_one_phrase and (one.lemma != two.lemma or one.strength != two.strength):
        yield "verb"
    names = [(ask.addressee_name or "").lower() for ask in (old, new)]
    if english_addressees.PRONOUNS.isdisjoint(names) and not _is_one_name(*names):
        yield "who"
    if old.clause != new.clause or old.due != new.due:
        yield from _aspects_of_act(old, new)
    if term_shifted or (old.due != new.due and _terms(old) != _terms(new)):
        yield "due"
    if hedges_of(old) != hedges_of(new) and _is_hedged_otherwise(old, new):
        yield "hedge"


def _is_hedged_otherwise(old: Ask, new: Ask) -> bool:
    """Whether a hedge came or went by itself: one of words that came or went with it hedges these alone."""
    came, went = hedges_of(new) - hedges_of(old), hedges_of(old) - hedges_of(new)
    hunks = list(hunks_of(shown_edits(WordDiff().edits(old.clause, new.clause)[0])))
    gained = {hedge: [one_hedge(hunk.come) for hunk in hunks] for hedge in came}
    lost = {hedge: [one_hedge(hunk.gone) for hunk in hunks] for hedge in went}
    return any(not _is_of_others(hedge, sides) for hedge, sides in (*gained.items(), *lost.items()))


def _is_of_others(hedge: str, sides: Iterable[str]) -> bool:
    """Whether a hedge stands among other words that came or went with it."""
    rests = [side.replace(hedge, " ").strip(" ,") for side in sides if hedge in side]
    return bool(rests) and all(
        len(content_words(rest)) > _FEW or rest.startswith(english_words.OPENS_EXAMPLES) for rest in rests
    )


def hedges_of(ask: Ask) -> Counter[str]:
    """The hedges of an ask, each in one form."""
    return Counter(map(one_hedge, ask.hedges))


def _aspects_of_act(old: Ask, new: Ask) -> Iterator[Aspect]:
    """How what is asked differs: the act, its extent, amounts, how often; not by blanks and hyphens alone."""
    if _letters(old.clause) == _letters(new.clause):
        return
    before, after = stems_asked(old), stems_asked(new)
    one, two = Counter(before), Counter(after)
    differing = _without_note_calls({*(one - two)}, {*(two - one)})
    if not english_words.FUNCTION_WORDS.issuperset(differing) and not _differ_in_forms_of_names(old, new):
        yield "what" if before[:_ACT] != after[:_ACT] else "scope"
    if _amounts(old) != _amounts(new):
        yield "figure"
    if _frequencies(old) != _frequencies(new) or _goes_on_otherwise(old, new):
        yield "pace"


def _letters(text: str) -> str:
    """The letters and figures of a text: 'man-date' and 'mandate' are the same, as scans have them."""
    return "".join(filter(str.isalnum, text.lower()))


def _without_note_calls(gone: set[str], come: set[str]) -> set[str]:
    """The words that only one of two texts has, without those that differ in the number of a footnote that is
    joined to one of them.
    """
    alone = gone ^ come
    joined = {word: bare for word in alone if (bare := _NOTE_CALL.sub("", word)) != word and bare in alone}
    return (gone | come) - {*joined, *joined.values()}


def _differ_in_forms_of_names(old: Ask, new: Ask) -> bool:
    """Whether two asks differ only in names that are long in one and short in the other: 'the 2030 Agenda for
    Sustainable Development', 'her requests' and 'the requests of the Special Rapporteur'.
    """
    edits = hunks_of(shown_edits(WordDiff().edits(old.clause, new.clause)[0]))
    hunks = [hunk for hunk in edits if content_words(hunk.gone) != content_words(hunk.come)]
    if hunks and all(map(_is_form_of_name, hunks)):
        return True
    return _names_owner(old.clause, new.clause) or _names_owner(new.clause, old.clause)


def _names_owner(one: str, two: str) -> bool:
    """Whether a text only says whose a thing is where the other has a pronoun."""
    if len(_PRONOUN_OF_OWNER.findall(one)) <= len(_PRONOUN_OF_OWNER.findall(two)):
        return False
    said = content_words(one)
    return any(
        content_words(two[: match.start()] + two[match.end() :]) == said for match in _OWNER.finditer(two)
    )


def _is_form_of_name(hunk: Hunk) -> bool:
    """Whether at a place one text only goes on in a name that has a short form."""
    gone, come, before = hunk.gone.strip(" ,;."), hunk.come.strip(" ,;."), hunk.before.split()[-1:]
    is_name = bool(before) and before[0] in english_words.NAMED_IN_SHORT
    return is_name and not (gone and come) and _GOES_ON_IN_NAME.fullmatch(gone or come) is not None


def _plain(text: str) -> str:
    return plain_style(text).lower()


def _is_one_name(one: str, two: str) -> bool:
    """Whether two names differ in articles and commas at most, or one is the other in short: 'the Office' for
    'the Office for Outer Space Affairs'.
    """
    if _letters(one) == _letters(two):
        return True
    first, second = (" ".join(_name_words(name)).split(" and ") for name in (one, two))
    return len(first) == len(second) and all(map(_is_in_short, first, second))


def _is_in_short(one: str, two: str) -> bool:
    """Whether one of two names is the other, or its beginning before 'of', 'for', 'on' or 'to'; or says
    besides whose the office is: 'the Special Envoy of the Board on Reefs'.
    """
    short, long = sorted((one.split(), two.split()), key=len)
    goes_on = len(short) < len(long) and long[len(short)] in english_words.GOES_ON_IN_NAME
    if short == long or (bool(short) and goes_on and long[: len(short)] == short):
        return True
    at = next((k for k, word in enumerate(short) if word in english_words.OPENS_MATTER), 0)
    before, behind = short[:at], short[at:]
    inserted = long[at : len(long) - len(behind)]
    is_of_one = at > 0 and long[:at] == before and long[len(long) - len(behind) :] == behind
    return is_of_one and inserted[:1] == [english_words.OPENS_OWNER]


def one_name(name: str) -> str:
    """A name as it is the same in articles, 'all' and commas or not."""
    return " ".join(_name_words(name))


def _name_words(name: str) -> list[str]:
    """The words of a name in lower case, commas that join more names as 'and'."""
    words = (
        _LONG_FORM.sub("", plain_style(name).lower()).replace(", and ", " and ").replace(",", " and").split()
    )
    offices = (english_addressees.ONE_OFFICE.get(word, word) for word in words)
    spelt = [one_spelling(word).replace("-", "") for word in offices]
    return [without_inflection(word) for word in spelt if word not in _BEFORE_NAMES]


def stems_asked(ask: Ask) -> tuple[str, ...]:
    """The words of what is asked without inflection, and without what other aspects hold: terms, hedges,
    facts that move on. 'provide' and 'providing' are one word.
    """
    return _stems_of(ask.clause, (*ask.due, *ask.hedges))


@lru_cache(maxsize=8_192)  # an ask that lapsed is held against each new one of later years
def _stems_of(clause: str, elsewhere: tuple[str, ...]) -> tuple[str, ...]:
    """The same of a clause, without the words `elsewhere`."""
    clause = _BOTH_PRONOUNS.sub(" ", _plain(_ABOUT.sub("on", _VERSION.sub(_as_word, clause))))
    clause = _LONG_FORM.sub("", _POSSESSIVE.sub("", _IN_THIS_REGARD.sub(" ", clause)))
    for words in elsewhere:
        clause = _without(clause, _plain(words))
    clause = _FIGURE.sub(" ", _REFERENCE.sub(" ", _CONTINUE.sub(" ", _without_facts(clause))))
    words_left = (word.strip("./") for word in words_or_references(clause.replace("-", " ")))
    said = [one_spelling(word) for word in words_left if word not in english_words.EMPTY_WORDS]
    return tuple(
        [word if word in english_words.FUNCTION_WORDS else without_inflection(word) for word in said]
    )


@lru_cache(maxsize=1)
def report_stems() -> frozenset[str]:
    """The words with which reports are asked for, as `stems_asked` gives them."""
    return english_answers.REPORT_WORDS | frozenset(map(without_inflection, english_answers.REPORT_WORDS))


def _without(clause: str, words: str) -> str:
    """A clause without some words of it, which are no parts of longer ones: 'biannual' is not 'annual'."""
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", clause) if words in clause else clause


def _as_word(version: re.Match[str]) -> str:
    """A name with its version as words, which no amount is read from."""
    return version[0].replace(" ", " v").replace(".", "_").replace("+", " plus_")


def figures_of(ask: Ask) -> list[str]:
    """The amounts in what is asked; numbers of paragraphs and goals, and terms, are none."""
    clause = _DAYS.sub(" ", _VERSION.sub(" ", plain_style(ask.clause)))
    for words in ask.due:
        clause = _without(clause, plain_style(words))
    clause = _REFERENCE.sub(" ", _without_facts(clause))
    return [match[0].strip(".,").lower() for match in _FIGURE.finditer(clause)]


def _amounts(ask: Ask) -> Counter[str]:
    """The amounts in what is asked, percentages in one spelling."""
    return Counter(_PER_CENT.sub("%", figure) for figure in figures_of(ask))


def _frequencies(ask: Ask) -> list[str]:
    """How often it is due."""
    return sorted(word.lower() for word in ask.due if is_frequency(word))


def _goes_on_otherwise(old: Ask, new: Ask) -> bool:
    """Whether an act that both ask for is to go on in one of them alone: one that comes with 'continue to' is
    another act.
    """
    one, two = ({without_inflection(act) for act in _CONTINUED.findall(ask.clause)} for ask in (old, new))
    return not (one - two).isdisjoint(stems_asked(new)) or not (two - one).isdisjoint(stems_asked(old))


def _terms(ask: Ask) -> Counter[str]:
    """The terms, facts that move on masked."""
    terms: Iterable[str] = (word for word in ask.due if not is_frequency(word))
    return Counter(" ".join(_OF_TERM.sub(" ", _FACT.sub("#", _plain(word))).split()) for word in terms)


def _without_facts(clause: str) -> str:
    """A clause without what moves from text to text; an amount of four figures stays."""
    return _FACT.sub(
        lambda match: match[0] if match[0].isdecimal() and not is_year_at(clause, *match.span()) else " ",
        clause,
    )
