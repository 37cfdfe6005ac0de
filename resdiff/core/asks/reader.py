"""The asks of a text: one for each operative verb, and one for each point under a verb that asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resdiff.core.asks.tasks import TaskReading, task_of
from resdiff.core.asks.terms import is_frequency, resolved, terms_in
from resdiff.core.asks.values import Ask, Asks
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, find_hedges
from resdiff.core.verbs.addressees import addressee_after, canonical

_JOINING = " ,;"


def read_asks(resolution: Resolution, verbs: Verbs, lexicon: Lexicon) -> Asks:
    """The asks of a text, in the order of its paragraphs; preambular verbs ask nothing and are left out."""
    asks: list[Ask] = []
    since = resolution.masthead.date
    chapeaux: dict[str, Ask] = {}
    for place, (paragraph, its_verbs) in enumerate(zip(resolution.paragraphs, verbs, strict=True)):
        operative = [verb for verb in its_verbs if verb.sense.part == "operative"]
        chapeau = chapeaux.get(paragraph.parent or "")
        own = list(_asks_of(paragraph, place, operative, lexicon, since))
        if chapeau is not None and not (operative and not operative[0].inner):
            end = operative[0].start if operative else len(paragraph.text)
            point = _ask_of_point(chapeau, place, paragraph.text[:end], lexicon, since)
            asks.append(point)
            chapeaux[paragraph.id] = chapeau
        asks += own
        if own and own[-1].asks and paragraph.text.endswith(":"):
            chapeaux[paragraph.id] = own[-1]
    return tuple(asks)


def _asks_of(
    paragraph: Paragraph, place: int, verbs: list[OperativeVerb], lexicon: Lexicon, since: str | None
) -> Iterator[Ask]:
    """The asks of the verbs that stand in a paragraph."""
    text = paragraph.text
    last_name: str | None = None
    for number, verb in enumerate(verbs):
        stop = verbs[number + 1].start if number + 1 < len(verbs) else len(text)
        ask = _ask(text[:stop], place, verb, lexicon, since)
        if ask.addressee is not None:
            last_name = canonical(ask.addressee, last_name)
            ask = replace(ask, addressee_name=last_name)
        yield ask


def _ask(text: str, place: int, verb: OperativeVerb, lexicon: Lexicon, since: str | None) -> Ask:
    """The ask of a verb; `text` goes up to the next verb or the end of the paragraph."""
    is_directive = verb.sense.scale == "directive"
    if not is_directive and verb.sense.lemma not in lexicon.asking.deciding:
        return Ask(paragraph=place, verb=verb, clause=text[verb.end :].strip(_JOINING))
    addressee, begin = addressee_after(text, verb.end, len(text), lexicon)
    clause = _clause(text[begin:])
    reading = task_of(verb.sense, clause, lexicon)
    due = _due(clause, since, reading)
    return Ask(
        paragraph=place,
        verb=verb,
        addressee=addressee,
        clause=clause,
        task=reading.task if reading is not None else None,
        to=reading.to if reading is not None else None,
        due=due,
        due_resolved=resolved(due),
        hedges=_hedges(text[verb.end :], lexicon),
    )


def _ask_of_point(chapeau: Ask, place: int, text: str, lexicon: Lexicon, since: str | None) -> Ask:
    """What a point asks: the verb and the addressee are those of its chapeau."""
    clause = _clause(text)
    is_infinitive = clause[:3].lower() == "to "
    asked = clause if is_infinitive else f"to {clause[:1].lower()}{clause[1:]}"
    reading = task_of(chapeau.verb.sense, asked, lexicon)
    due = _due(clause, since, reading)
    return Ask(
        paragraph=place,
        verb=chapeau.verb,
        is_own=False,
        addressee=chapeau.addressee,
        addressee_name=chapeau.addressee_name,
        clause=clause,
        task=reading.task if reading is not None else None,
        to=reading.to if reading is not None else None,
        due=due,
        due_resolved=resolved(due),
        hedges=_hedges(text, lexicon),
    )


def _clause(text: str) -> str:
    clause = text.strip(_JOINING + ".:")
    return clause.removesuffix(", and").removesuffix(" and").strip(_JOINING)


def _hedges(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(hedge.phrase.lower() for hedge in find_hedges(text, lexicon))


def _due(clause: str, since: str | None, reading: TaskReading | None) -> tuple[str, ...]:
    """When what is asked is due; 'annual' counts where a report or a meeting is asked for."""
    if reading is None:
        return ()
    has_frequency = reading.task in ("report", "meeting")
    return tuple([term for term in terms_in(clause, since) if has_frequency or not is_frequency(term)])
