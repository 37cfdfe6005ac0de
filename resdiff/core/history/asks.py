"""Asks through the versions of a text: when each came, how it changed, when it lapsed, whether it was
answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.asks import Ask, Asks, is_frequency
from resdiff.core.compare import Comparison
from resdiff.core.compare.ask_aspects import ASPECTS, Aspect
from resdiff.core.compare.ask_pairs import says_nearly_the_same
from resdiff.core.compare.asks import AskChange, paired
from resdiff.core.history.ask_answers import NextText
from resdiff.core.history.ask_near import NearParagraphs
from resdiff.core.history.ask_restated import Restatements, SaidText
from resdiff.core.history.ask_terms import first_due_years, year_of
from resdiff.core.history.ask_threads import AskEnd, AskFate, AskStep, AskThread
from resdiff.core.languages import english, english_answers
from resdiff.core.model import Resolution
from resdiff.core.patterns import YEAR, compiled_late

_OF_TIME: frozenset[Aspect] = frozenset(("due", "pace"))
_SESSIONS = compiled_late(rf"\b{english.ORDINAL}(?= session)")
_YEARS = re.compile(rf"\b(?:{english.YEAR_NAMED}) ({YEAR})\b")
_SHOULD_ACT = re.compile(english_answers.SHOULD_ACT)
_STATES = re.compile(english_answers.STATES)
_RENEWS = re.compile(english_answers.RENEWS)
_RECUR = ("report", "mandate", "meeting")
"""What is asked for again and again, so that another step between its terms is another cadence."""
_TAKES_EFFECT = ("other", "meeting")
"""What an act of the organ itself settles once, unlike a mandate, which runs."""
_INTERIM = 5
"""How many times as many asks the version before has as one between two others that asks for little."""
_LEAST_RETURNED = 0.75
"""Share of words in common from which on an ask that lapsed has returned."""


def follow_asks(
    texts: Sequence[Resolution], first: Asks, comparisons: Sequence[Comparison]
) -> tuple[AskThread, ...]:
    """The asks of versions in order; `first` are those of the first, `comparisons` those of neighbours.

    The threads stand in the order of the last version, those that lapsed behind, the latest first.
    """
    verbs = [comparisons[0].base_verbs, *(one.revised_verbs for one in comparisons)] if comparisons else []
    follower = _Follower(first, [SaidText(text, its) for text, its in zip(texts, verbs, strict=False)])
    for number, comparison in enumerate(comparisons, start=1):
        follower.step(number, comparison)
    follower.look_further(texts)
    threads = [AskThread(steps=tuple(steps), end=_end(steps, texts)) for steps in follower.threads]
    last = len(texts) - 1
    return tuple(
        sorted(
            threads,
            key=lambda thread: (
                thread.last.version != last,
                -thread.last.version,
                thread.last.ask.paragraph,
                thread.last.ask.verb.start,
            ),
        )
    )


def _end(steps: Sequence[AskStep], texts: Sequence[Resolution]) -> AskEnd:
    last = steps[-1]
    if last.version == len(texts) - 1:
        return "standing"
    if last.answered_in is not None:
        return "answered"
    if last.restated_in is not None:
        return "perhaps restated" if last.is_restated_in_part else "restated"
    return end_by_itself(last.ask, texts[last.version], texts[-1])


def end_by_itself(ask: Ask, text: Resolution, latest: Resolution) -> AskEnd:
    """What became of an ask of a text that later ones neither ask again nor answer, as of the latest: it is
    due later, was decided once, or lapsed.
    """
    now = year_of(latest)
    if now is not None and max(first_due_years(ask, text), default=now) > now:
        return "pending"
    return "decided" if _is_decided(ask) else "lapsed"


def _is_decided(ask: Ask) -> bool:
    """Whether an ask is an act of the organ itself that takes effect once; a mandate is where it is set up
    or ended and no length is set.
    """
    if ask.verb.sense.is_directive:
        return False
    if ask.task == "mandate":
        return not ask.due and _RENEWS.match(ask.clause) is None
    is_own = ask.addressee is None or _STATES.match(ask.clause) is not None
    return is_own and _SHOULD_ACT.search(ask.clause) is None and ask.task in _TAKES_EFFECT


def _with_answer(
    step: AskStep, following: NextText, restatements: Restatements, goes_on: Ask | None
) -> AskStep:
    """The step with what the next text says about the ask, which goes on in another or is gone."""
    is_gone = goes_on is None
    place = goes_on.paragraph if goes_on is not None else None
    answered = following.answers(step.ask, place) if is_gone or step.ask.task == "report" else None
    reaffirmed = restatements.reaffirms(step.ask) if is_gone and answered is None else None
    if reaffirmed is not None and following.welcomes(reaffirmed, step.ask):
        answered = reaffirmed
    restated = restatements.restates(step.ask) if is_gone and answered is None else None
    later = step.version + 1 if restated is not None else None
    return replace(step, answered_in=answered, restated_in=restated, restated_version=later)


class _Follower:
    """Follows asks from one comparison to the next."""

    def __init__(self, first: Asks, said: Sequence[SaidText]) -> None:
        """`said` is what each version says."""
        self._said = said
        self.threads: list[list[AskStep]] = [
            [AskStep(version=0, ask=ask, fate="first")] for ask in first if ask.asks and not ask.is_opening
        ]
        self._interim: set[int] = set()
        """Versions between two others that are on one matter: no ask of the version before goes on, or they
        ask for little.
        """

    def step(self, number: int, comparison: Comparison) -> None:
        """Takes the asks of the next version on."""
        open_threads = {
            _key(steps[-1].ask): steps for steps in self.threads if steps[-1].version == number - 1
        }
        following, restatements = NextText(comparison), Restatements(*self._said[number - 1 : number + 1])
        asks = _by_points(comparison.asks())
        alone = {_key(change.base) for change in asks} - {
            _key(change.base) for change in asks if not change.is_part
        }
        going_on = [change for change in asks if change.revised and _key(change.base) in open_threads]
        standing = sum(change.revised is not None for change in asks)
        if not going_on or standing * _INTERIM <= len(open_threads):
            self._interim.add(number)
        for change in asks:
            steps = open_threads.get(_key(change.base)) if change.base is not None else None
            if change.is_part and _key(change.base) not in alone:
                self._begin_part(change, number)  # the longer ask of which it was a part goes on for itself
                continue
            if change.is_part and change.revised is not None and steps is not None:
                place = comparison.revised.paragraphs[change.revised.paragraph].id
                steps[-1] = replace(steps[-1], restated_in=place, restated_version=number)
                continue
            if steps is not None:
                steps[-1] = _with_answer(steps[-1], following, restatements, change.revised)
            if change.revised is None:
                continue
            fate, aspects = _fate(change), change.aspects
            if steps is None:
                steps = self._lapsed(change.revised, number)
                if steps is None:
                    steps, fate = [], "new"
                    self.threads.append(steps)
                elif self._interim.issuperset(range(steps[-1].version + 1, number)):
                    across = paired(steps[-1].ask, change.revised, term_shifted=False)
                    fate, aspects = _fate(across), across.aspects
                    steps[-1] = replace(steps[-1], restated_in=None, restated_version=None)
                else:
                    fate = "returned"
            steps.append(AskStep(version=number, ask=change.revised, fate=fate, aspects=aspects))

    def look_further(self, texts: Sequence[Resolution]) -> None:
        """Where asks lapsed, looks whether their words stand in a text further on."""
        pairs: dict[tuple[int, int], Restatements] = {}
        paragraphs = NearParagraphs(self._said)
        for steps in self.threads:
            last = steps[-1]
            if _end(steps, texts) != "lapsed":
                continue
            for later in range(last.version + 2, len(texts)):
                key = last.version, later
                if key not in pairs:
                    pairs[key] = Restatements(self._said[last.version], self._said[later])
                if (place := pairs[key].restates(last.ask)) is not None:
                    steps[-1] = replace(last, restated_in=place, restated_version=later)
                    break
            else:
                if (near := paragraphs.near(last.ask, last.version)) is not None:
                    later, place = near
                    steps[-1] = replace(
                        last, restated_in=place, restated_version=later, is_restated_in_part=True
                    )

    def _begin_part(self, change: AskChange, number: int) -> None:
        if change.revised is not None:
            step = AskStep(
                version=number, ask=change.revised, fate="altered", aspects=change.aspects or ("scope",)
            )
            self.threads.append([step])

    def _lapsed(self, ask: Ask, number: int) -> list[AskStep] | None:
        """The thread that ended before and says nearly the same; the one that ended last."""
        ended = [steps for steps in self.threads if steps[-1].version < number - 1]
        for steps in sorted(ended, key=lambda steps: -steps[-1].version):
            if says_nearly_the_same(steps[-1].ask, ask, _LEAST_RETURNED):
                return steps
        return None


def _key(ask: Ask | None) -> tuple[object, ...]:
    return (ask.paragraph, ask.verb.start, ask.is_own, ask.clause, ask.addressee) if ask is not None else ()


def _by_points(asks: Sequence[AskChange]) -> list[AskChange]:
    """What became of each ask, an opening line that is altered told at each of its points."""
    lines = {
        (id(change.base.verb), id(change.revised.verb)): change.aspects
        for change in asks
        if change.base is not None and change.revised is not None and change.revised.is_opening
    }
    followed: list[AskChange] = []
    for change in (one for one in asks if one.revised is None or not one.revised.is_opening):
        one, two = change.base, change.revised
        of_line = lines.get((id(one.verb), id(two.verb)), ()) if one is not None and two is not None else ()
        aspects = tuple(aspect for aspect in ASPECTS if aspect in {*change.aspects, *of_line})
        is_point = of_line and two is not None and not two.is_own
        followed.append(replace(change, outcome="altered", aspects=aspects) if is_point else change)
    return followed


def _terms(ask: Ask) -> tuple[object, ...]:
    """When an ask is due, and the sessions and further years that its clause names."""
    due = ask.due_resolved or ask.due
    years = tuple([year for year in _YEARS.findall(ask.clause) if year not in due])
    return due, tuple(_SESSIONS.findall(ask.clause.lower())), years


def _fate(change: AskChange) -> AskFate:
    """What became of an ask that stands in both texts."""
    if not change.aspects or _is_start_alone(change):
        one, two = change.base, change.revised
        is_same = one is not None and two is not None and _terms(one) == _terms(two)
        return "carried on" if is_same else "rolled on"
    return "cadence changed" if {"due", "pace"} & set(change.aspects) and _is_of_time(change) else "altered"


def _is_start_alone(change: AskChange) -> bool:
    """Whether only a year from which on something is done moved on: 'for the year 2031 and subsequent years'
    is no term.
    """
    sides = [ask for ask in (change.base, change.revised) if ask is not None]
    return change.aspects == ("due",) and not any(
        ask.due or _SESSIONS.search(ask.clause.lower()) for ask in sides
    )


def _is_of_time(change: AskChange) -> bool:
    """Whether it changed how often an ask recurs; 'continue to' alone is no cadence, nor is a term that came
    or went with other words, or another deadline for an act that is done once.
    """
    if change.base is None or change.revised is None:
        return False
    if not (change.base.due and change.revised.due) and not _OF_TIME.issuperset(change.aspects):
        return False
    one, two = (
        sorted(term for term in side.due if is_frequency(term)) for side in (change.base, change.revised)
    )
    if one or two:
        return one != two
    recurs = change.revised.task in _RECUR or not change.revised.verb.sense.is_directive
    is_one_step = len(change.base.due) == len(change.revised.due)  # a further term is no other step
    return "due" in change.aspects and recurs and is_one_step
