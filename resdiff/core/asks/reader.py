"""The asks of a text: one for each operative verb, and one for each point under a verb that asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from resdiff.core.asks.tasks import TaskReading, task_of
from resdiff.core.asks.terms import is_frequency, length_of_mandate, resolved, terms_in
from resdiff.core.asks.values import Ask, Asks
from resdiff.core.languages import english_addressees, english_asks, english_words
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs import OperativeVerb, Verbs, find_hedges
from resdiff.core.verbs.addressees import addressee_after, canonical, is_person, long_name, name_before
from resdiff.core.verbs.values import verb_at

_JOINING = " ,;"
_OPENS_POINTS = re.compile(english_asks.OPENS_POINTS)
_OPENS_TASKS = compiled_late(english_asks.OPENS_TASKS)
_MANDATE_OF = compiled_late(english_asks.MANDATE_OF)
_OPENS_GERUNDS = re.compile(english_asks.OPENS_GERUNDS)
_GERUND = re.compile(r"(?:[A-Za-z]+ly )?[A-Za-z]+ing\b")
_INFINITIVE = re.compile(r"(?:^[Tt]|, t)o (?!the\b)[a-z]+")
_TRAILING = re.compile(english_asks.TRAILING)


def read_asks(resolution: Resolution, verbs: Verbs, lexicon: Lexicon) -> Asks:
    """The asks of a text, in the order of its paragraphs; preambular verbs ask nothing and are left out."""
    if not lexicon.parses_structure:
        from resdiff.core.asks.by_phrase import asks_by_phrase  # English does without

        return asks_by_phrase(resolution, verbs, lexicon)
    asks = tuple(_Reader(resolution, lexicon).read(verbs))
    with_points = {id(ask.verb) for ask in asks if not ask.is_own}
    opening = {ask.paragraph for ask in asks if ask.is_opening and id(ask.verb) in with_points}
    return tuple(
        [
            replace(ask, is_opening=False) if ask.is_opening and ask.paragraph not in opening else ask
            for ask in asks
        ]
    )


class _Reader:
    """Reads the asks of one text."""

    def __init__(self, resolution: Resolution, lexicon: Lexicon) -> None:
        self._paragraphs, self._lexicon = resolution.paragraphs, lexicon
        self._since = resolution.masthead.date
        self._openings: dict[str, Ask] = {}
        """The ask of each opening line whose points are asks, by the id of its paragraph."""

    def read(self, verbs: Verbs) -> Iterator[Ask]:
        """The asks, in the order of the paragraphs."""
        for place, (paragraph, its_verbs) in enumerate(zip(self._paragraphs, verbs, strict=True)):
            operative = [verb for verb in its_verbs if verb.sense.part == "operative"]
            opening = self._openings.get(paragraph.parent or "")
            if opening is not None and self._is_point(opening, paragraph, operative):
                end = operative[0].start if operative else len(paragraph.text)
                yield self._point(opening, place, paragraph.text[:end])
                self._openings[paragraph.id] = opening
            elif opening is not None and _OPENS_TASKS.fullmatch(opening.clause) is not None:
                self._openings[paragraph.id] = opening  # a heading within the tasks
            own = self._shared(list(self._own(paragraph, place, operative)))
            if own and own[-1].asks and self._goes_on_in_points(place):
                own[-1] = replace(own[-1], is_opening=True)
            if own and own[-1].is_opening:
                self._openings[paragraph.id] = own[-1]
                own[-1] = replace(own[-1], is_opening=not own[-1].sets_mandate)
            yield from own

    def _is_point(self, opening: Ask, paragraph: Paragraph, operative: list[OperativeVerb]) -> bool:
        """Whether a point asks with the verb of its opening line: after 'such as' only a gerund does."""
        if operative and not operative[0].inner:
            return False
        if _OPENS_TASKS.fullmatch(opening.clause) is not None:
            is_heading = paragraph.text[-1:] not in (";", ".", ",", ":")
            is_task = _first_word(paragraph.text) in self._lexicon.asking.task_verbs
            is_task = is_task or _GERUND.match(paragraph.text) is not None
            return (is_task and not is_heading) or _INFINITIVE.search(paragraph.text) is not None
        if _begins_act(paragraph.text):
            return True
        return (
            _OPENS_POINTS.fullmatch(opening.clause) is not None or _GERUND.match(paragraph.text) is not None
        )

    def _goes_on_in_points(self, place: int) -> bool:
        """Whether points below a paragraph complete its sentence: 'take measures: (i) to end the trade'."""
        paragraph, following = self._paragraphs[place], self._paragraphs[place + 1 : place + 2]
        ends_open = paragraph.text[-1:] not in ".;," and bool(following)
        return ends_open and following[0].parent == paragraph.id and _begins_act(following[0].text)

    def _own(self, paragraph: Paragraph, place: int, verbs: list[OperativeVerb]) -> Iterator[Ask]:
        """The asks of the verbs that stand in a paragraph."""
        text = paragraph.text
        last_name: str | None = None
        for number, verb in enumerate(verbs):
            is_last = number + 1 == len(verbs)
            ask = self._ask(text if is_last else text[: verbs[number + 1].start], place, verb)
            if ask.addressee is not None:
                last_name = self._name(ask.addressee, last_name, text, verbs[: number + 1])
                ask = replace(ask, addressee_name=last_name)
            if is_last and ask.asks and text.endswith(":"):
                opens = (_OPENS_POINTS, _OPENS_GERUNDS, _OPENS_TASKS)
                ask = replace(ask, is_opening=any(pattern.fullmatch(ask.clause) for pattern in opens))
            yield ask

    def _name(self, addressee: str, before: str | None, text: str, verbs: Sequence[OperativeVerb]) -> str:
        """The name of an addressee: of a pronoun, or a short name, the one it stands for. `before` is who was
        asked before it, `verbs` those up to the one that asks.
        """
        pronoun, start = addressee.lower(), verbs[-1].start
        if pronoun == english_addressees.LATTER:
            before = name_before(text, 0, start) or before
        elif pronoun == english_addressees.IT:
            before = None if before is not None and is_person(before) else before
            is_of_ask = before is not None and self._lexicon.asking.is_asking(verbs[-2].sense)
            begin = verbs[-2].end if before is not None else 0
            before = before if is_of_ask else name_before(text, begin, start, of_person=False) or before
        elif pronoun in english_addressees.OF_ONE and (before is None or not is_person(before)):
            before = name_before(text, 0, start, of_person=True) or before or name_before(text, 0, start)
        elif pronoun in english_addressees.PLURAL:
            before = None if before is not None and is_person(before) else before
        return long_name(canonical(addressee, before), text, start)

    def _shared(self, asks: list[Ask]) -> list[Ask]:
        """The asks, in which one without a clause asks what the next one does: 'Requests the Warden, and
        urges ports, to act', and opens the same points.
        """
        for k in range(len(asks) - 2, -1, -1):
            ask, after = asks[k], asks[k + 1]
            if ask.asks and ask.addressee is not None and not ask.clause and after.asks:
                asks[k] = replace(
                    ask,
                    is_opening=after.is_opening,
                    clause=after.clause,
                    task=after.task,
                    to=after.to,
                    due=after.due,
                    due_resolved=after.due_resolved,
                )
        return asks

    def _ask(self, text: str, place: int, verb: OperativeVerb) -> Ask:
        """The ask of a verb; `text` goes up to the next verb or the end of the paragraph."""
        lexicon = self._lexicon
        if not lexicon.asking.is_asking(verb.sense):
            return Ask(paragraph=place, verb=verb, clause=text[verb.end :].strip(_JOINING))
        addressee, begin = addressee_after(text, verb.end, len(text), lexicon)
        ask = Ask(paragraph=place, verb=verb, addressee=addressee, hedges=self._hedges(text[verb.end :]))
        return self._with_task(ask, text[begin:])

    def _point(self, opening: Ask, place: int, text: str) -> Ask:
        """What a point asks: the verb and the addressee are those of its opening line, unless it begins with
        an asking verb of its own: 'Decides: (a) To request the Warden to act'.
        """
        own = self._lexicon.opening(text, len("To "), ("operative",), "plural") if text[:3] == "To " else None
        if own is not None and own.phrase.is_directive and opening.addressee is None:
            verb = verb_at(text, own, inner=True)
            addressee, begin = addressee_after(text, verb.end, len(text), self._lexicon)
            name = canonical(addressee, None) if addressee is not None else None
            ask = Ask(paragraph=place, verb=verb, is_own=False, addressee=addressee, addressee_name=name)
            return self._with_task(replace(ask, hedges=self._hedges(text)), text[begin:])
        ask = replace(opening, paragraph=place, is_own=False, is_opening=False, hedges=self._hedges(text))
        mandate = _MANDATE_OF.match(opening.clause) if opening.addressee is None else None
        if mandate is not None:
            ask = replace(ask, addressee=mandate["name"], addressee_name=canonical(mandate["name"], None))
        return self._with_task(ask, text)

    def _with_task(self, ask: Ask, text: str) -> Ask:
        """The ask with its clause, and what follows from that."""
        clause = _TRAILING.sub("", text.strip(_JOINING + ".:")).strip(_JOINING)
        asked = f"{clause[:1].lower()}{clause[1:]}"
        is_bare = _first_word(asked) in self._lexicon.asking.task_verbs  # 'that the Warden submit'
        if (is_bare or not ask.is_own) and not asked.startswith(english_words.OPENS_ACT):
            asked = f"to {asked}"
        reading = task_of(ask.verb.sense, asked, self._lexicon)
        due = self._due(clause, reading)
        return replace(
            ask,
            clause=clause,
            task=reading.task if reading is not None else None,
            to=reading.to if reading is not None else None,
            due=due,
            due_resolved=resolved(due),
        )

    def _hedges(self, text: str) -> tuple[str, ...]:
        return tuple(hedge.phrase.lower() for hedge in find_hedges(text, self._lexicon))

    def _due(self, clause: str, reading: TaskReading | None) -> tuple[str, ...]:
        """When what is asked is due; 'annual' counts where a report or a meeting is asked for."""
        if reading is None:
            return ()
        has_adjectives = reading.task in ("report", "meeting")
        terms = terms_in(clause, self._since)
        if reading.task == "mandate" and not any(value[0].isdigit() for value in resolved(terms)):
            terms = (*length_of_mandate(clause), *terms)  # sessions are those of its reports
        return tuple([term for term in terms if has_adjectives or not is_frequency(term, adjective=True)])


def _begins_act(text: str) -> bool:
    """Whether a point says what is to be done: 'to end the trade', 'To mend lamps', not 'To the north'."""
    return text.startswith(english_words.OPENS_ACT) or _INFINITIVE.match(text) is not None


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].lower().rstrip(",")
