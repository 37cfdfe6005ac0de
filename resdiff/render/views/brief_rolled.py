"""What moved on from one text to the next, in few words: mandates that go on, dates, sessions, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.brief import Brief, BriefItem
from resdiff.core.compare.hunks import hunks_of
from resdiff.core.compare.minor import content_words
from resdiff.core.languages import english_words
from resdiff.core.tokens import plain_style
from resdiff.render.views.brief_asks import ask_id, verb_of
from resdiff.render.views.brief_line import SHORT, BriefLine
from resdiff.render.views.first_words import first_words
from resdiff.render.views.labels import heading

_ROLLED_WORDS = 8
"""Words of a fact that moved on at most."""
_MOST_ROLLED = 6
"""Facts that moved on that are named at most."""
_ROUTINE_WORDS = {
    "names": "names, dates, citations, small words",
    "typography": "capitals, numbers, punctuation",
    "recalled": "now only recalled",
    "ordering": "also, further",
    "procedure": "formula",
    "ignored": "ignored terms",
    "roll-over": "dates, sessions, symbols",
}
"""What the rules of routine are called in a sentence."""


def _closed(words: str, after: str) -> str:
    """Words that moved on, with the bracket that closes behind them: '2723 (2024)'."""
    return f"{words})" if words.count("(") > words.count(")") and after.startswith(")") else words


def _extended(brief: Brief, item: BriefItem) -> Iterator[BriefLine]:
    """The mandates that a paragraph extends as the text before did: what, and until when."""
    text = brief.comparison.revised
    for change in item.asks or brief.answers[item.changes[0]].asks:
        ask = change.revised
        if ask is not None and ask.sets_mandate:
            what = ask.clause.partition(ask.due[0])[0].strip(" ,")
            act = first_words(what.removeprefix(english_words.OPENS_ACT), SHORT.lead)
            words = f"{verb_of(ask, text)}: {act} {ask.due[0]}"
            yield BriefLine(ask_id(ask, text), item.changes, "", (("", words),))


def _moves_on(brief: Brief, place: int) -> Iterator[tuple[str, str]]:
    """What moved on in a paragraph: dates, sessions and numbers of texts, both in few words; of one that says
    something else besides, dates and sessions alone.
    """
    change = brief.comparison.changes[place]
    is_all = brief.answers[place].weight.rules[0] == "roll-over"
    for hunk in hunks_of(change.shown_edits) if is_all or "roll-over" in change.reasons else ():
        gone, come = (_closed(side.strip(" ,;."), hunk.after) for side in (hunk.gone, hunk.come))
        is_dated = not any(
            map(english_words.FUNCTION_WORDS.issuperset, (gone.lower().split(), come.lower().split()))
        )
        is_said = is_all or (is_dated and not content_words(f"{gone} {come}"))
        differ = plain_style(gone) != plain_style(come) and gone and come
        if is_said and differ and len(gone.split()) <= _ROLLED_WORDS:
            yield gone, come


def rolled_lines(brief: Brief, items: Sequence[BriefItem]) -> Iterator[BriefLine]:
    """What moved on: the facts that moved, those that most paragraphs share first; then the rest by rule."""
    comparison = brief.comparison
    named: dict[int, str] = {}
    """The places of what is said, with the words of the mandates that go on there."""
    for item in items:
        for line in _extended(brief, item):
            words, said = line.runs[0][1], named.get(item.changes[0], "")
            if words not in said:
                named[item.changes[0]] = f"{said} {words}"
                yield line
    moves: dict[tuple[str, str], list[int]] = {}
    for item in items:
        place = item.changes[0]
        for move in _moves_on(brief, place):
            if move[1] not in named.get(place, ""):
                moves.setdefault(move, []).append(place)
    ranked = sorted(moves.items(), key=lambda move: (-len(move[1]), move[1]))[:_MOST_ROLLED]
    for (gone, come), places in ranked:
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in dict.fromkeys(places))
        named.update(dict.fromkeys(places, ""))
        yield BriefLine(ids, tuple(places), "", (("", gone), ("", " → "), ("", come)))
    rest = [item for item in items if item.changes[0] not in named]
    for rule in dict.fromkeys(item.rules[0] for item in rest):
        places = [item.changes[0] for item in rest if item.rules[0] == rule]
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in places)
        words = f"({_ROUTINE_WORDS.get(rule, rule)})"
        yield BriefLine(ids, tuple(places), "", (("faint", words),))
