"""The asks of a text in the languages beside English: who is asked stands before what each language writes
between the two, as 'de' and an infinitive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from resdiff.core.asks.phrase_patterns import ask_patterns
from resdiff.core.asks.phrase_terms import length_of, resolved_terms, terms_of
from resdiff.core.asks.values import Ask, Asks, Task
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, find_hedges

_DECIDE = "decide"
_DEMANDING = ("demand", "authorize")
_DECIDING = (_DECIDE, "authorize", "direct", "extend", "renew", "establish")
"""The English lemmas of acts by which an organ decides or tasks somebody."""
_JOINING = " —,;.:،؛，；。：\u00a0"
_COLON = (":", "：")
_PRONOUN = 6
"""Characters of a pronoun before a verb, its blank included, at most."""


def asks_by_phrase(resolution: Resolution, verbs: Verbs, lexicon: Lexicon) -> Asks:
    """The asks of a text, in the order of its paragraphs, and one for each point under a verb that asks."""
    return tuple(_Reader(resolution, lexicon).read(verbs))


class _Reader:
    """Reads the asks of one text."""

    def __init__(self, resolution: Resolution, lexicon: Lexicon) -> None:
        self._paragraphs, self._lexicon = resolution.paragraphs, lexicon
        self._patterns, self._since = ask_patterns(lexicon.language), resolution.masthead.date
        self._openings: dict[str, Ask] = {}
        """The ask of each opening line whose points are asks, by the id of its paragraph."""

    def read(self, verbs: Verbs) -> Iterator[Ask]:
        """The asks, in the order of the paragraphs."""
        for place, (paragraph, its) in enumerate(zip(self._paragraphs, verbs, strict=True)):
            is_preamble = paragraph.part == "preamble"  # it asks nothing, whatever the form of its verbs
            operative = [verb for verb in its if verb.sense.part == "operative" and not is_preamble]
            opening = self._openings.get(paragraph.parent or "")
            end = self._end_of_point(opening, paragraph, operative) if opening is not None else 0
            if opening is not None and end:
                yield self._with_task(
                    replace(opening, paragraph=place, is_own=False, is_opening=False), paragraph.text[:end]
                )
            own = list(self._own(paragraph.text, place, [verb for verb in operative if verb.start >= end]))
            if own and own[-1].asks and self._opens_points(own[-1]):
                self._openings[paragraph.id] = own[-1]
                own[-1] = replace(own[-1], is_opening=not own[-1].sets_mandate)
            yield from own

    def _end_of_point(self, opening: Ask, paragraph: Paragraph, verbs: Sequence[OperativeVerb]) -> int:
        """Where ends what a point asks with the verb of its opening line; 0 where it has its own verb."""
        own = next((verb for verb in verbs if verb.sense.is_directive), None)
        if not self._is_asked(opening.clause, paragraph) or (own is not None and not own.inner):
            return 0
        return len(paragraph.text) if own is None else own.start

    def _is_asked(self, opening: str, point: Paragraph) -> bool:
        """Whether a point says what its opening line asks."""
        names_it = self._patterns.opens_things.search(opening) is not None
        return names_it or self._patterns.point.match(point.text) is not None

    def _opens_points(self, ask: Ask) -> bool:
        """Whether the points below the paragraph of an ask say what it asks."""
        paragraph, following = (self._paragraphs[k : k + 1] for k in (ask.paragraph, ask.paragraph + 1))
        text = paragraph[0].text.rstrip()
        if not following or following[0].parent != paragraph[0].id or not text.endswith(_COLON):
            return False
        is_list = self._patterns.lists_contents.search(text[:-1]) is not None
        return not is_list and self._is_asked(ask.clause, following[0])

    def _own(self, text: str, place: int, verbs: Sequence[OperativeVerb]) -> Iterator[Ask]:
        """The asks of the verbs that stand in a paragraph."""
        before: str | None = None
        for verb, end in zip(verbs, [*(verb.start for verb in verbs[1:]), len(text)], strict=False):
            ask = Ask(paragraph=place, verb=verb, clause=text[verb.end : end].strip(_JOINING))
            if not _asks(verb):
                before = None  # whom a pronoun behind it means is not known
                yield ask
                continue
            name = addressee_of(text, verb, end, self._lexicon.language)
            pronoun = self._pronoun(text, verb) if name is None else None
            begin = text.find(name, verb.end) + len(name) if name else verb.end
            name = name or pronoun
            is_pronoun = pronoun is not None or name in self._patterns.pronouns
            ask = replace(ask, addressee=name, addressee_name=self._name(name, before, is_pronoun))
            before = ask.addressee_name or before
            yield self._with_task(ask, text[begin:end])

    def _pronoun(self, text: str, verb: OperativeVerb) -> str | None:
        """The pronoun before a verb, or joined to it."""
        pattern = self._patterns.pronoun_before
        match = pattern.match(text, verb.start) or pattern.search(
            text, max(verb.start - _PRONOUN, 0), verb.start
        )
        return match[0].strip() if match is not None else None

    def _name(self, addressee: str | None, before: str | None, is_pronoun: bool) -> str | None:
        """The name of an addressee without its article; of a pronoun that of who was asked before."""
        if addressee is None or is_pronoun:
            return before if is_pronoun else None
        return self._patterns.article.sub("", addressee)

    def _with_task(self, ask: Ask, text: str) -> Ask:
        """The ask with its clause, and what follows from that."""
        clause = self._patterns.joint_at_end.sub("", text.strip(_JOINING)).strip(_JOINING)
        task = self._task(ask.verb, clause)
        to = self._patterns.recipient.search(clause) if task == "report" else None
        due = terms_of(text, self._lexicon.language, self._since)
        if task == "mandate" and not due:
            due = length_of(text, self._lexicon.language)
        return replace(
            ask,
            clause=clause,
            task=task,
            to=to["to"] if to is not None else None,
            due=due,
            due_resolved=resolved_terms(due, self._lexicon.language),
            hedges=tuple(hedge.phrase.lower() for hedge in find_hedges(text, self._lexicon)),
        )

    def _task(self, verb: OperativeVerb, clause: str) -> Task:
        """What is asked for or decided."""
        if verb.sense.is_directive:
            return "report" if self._patterns.report.search(clause) is not None else "other"
        return "mandate" if self._patterns.mandate.search(clause) is not None else "other"


def _asks(verb: OperativeVerb) -> bool:
    """Whether a verb asks for something or decides it."""
    return verb.sense.is_directive or verb.sense.pivot in _DECIDING


def addressee_of(text: str, verb: OperativeVerb, end: int, language: str) -> str | None:
    """Who is named right behind a verb, before `end`; None where nobody is."""
    patterns = ask_patterns(language)
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
