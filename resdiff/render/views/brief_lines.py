"""The lines of a brief: what each item says, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.brief import Brief, BriefItem, SectionName
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, says_something
from resdiff.core.languages import english_asks
from resdiff.core.model import Resolution
from resdiff.core.tokens import has_han, tokenize
from resdiff.core.worddiff import Edit
from resdiff.core.wording import third_person
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.labels import heading
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.style import SHIFT_SIGNS, StyleName

BETWEEN = " · "
"""What stands between two changes of a line."""
_THOUGHT = 36
"""Words of a thought at most."""
_ROLLED_WORDS = 8
"""Words of a fact that moved on at most."""
_SURELY_SHOWN = 8
"""Words of an ask that no screen cuts: a term that stands in them is not said again."""
_MOST_ROLLED = 6
"""Facts that moved on that are named at most."""
_NO_ADDRESSEE = "(none named)"
_ACT = 44
"""Words that say what is asked at most."""
_LEAD = 10
"""Words that say what an altered ask, or one that goes on, asks at most."""
_LEAST_STANDING = 8
"""Words at the begin of a thought that stand in the other text too from which on they are left out."""
_LEAD_BACK = 3
"""Words that are shown of those."""
_BESIDE, _SAYS_LITTLE = 4, 2
"""Words shown behind a change that says little by itself, and how many such a change has."""
_SHARED_ACT, _LEAST_ACT = 14, 3
"""The same for asks that share a line, together; and for each at least."""
_HUNKS = 3
"""Places of a change that are shown."""
_HUNK_WORDS = 12
"""Words of a side of each."""
_ROUTINE_WORDS = {
    "names": "names and citations",
    "typography": "capitals, numbers, punctuation",
    "recalled": "now only recalled",
    "ordering": "also, further",
    "procedure": "formula",
    "ignored": "ignored terms",
    "roll-over": "dates and sessions",
}
"""What the rules of routine are called in a sentence."""
_FIGURE = re.compile(r"[\d.,]+")


class BriefLine(NamedTuple):
    """One line: the paragraphs that it is about, who is asked or what is altered, and the words."""

    name: str
    """The ids of its paragraphs: 'OP4', 'OP28, OP33'."""
    changes: tuple[int, ...]
    """The places of its changes in the comparison, to which it leads."""
    who: str
    runs: tuple[tuple[StyleName, str], ...]
    """The words, in styles."""
    verb: str = ""
    """Of a new or dropped ask the verb, with what it is due by: 'requests (at its tenth session)'."""

    @property
    def words(self) -> tuple[tuple[StyleName, str], ...]:
        """The words, a verb before them."""
        return (("", f"{self.verb}: "), *self.runs) if self.verb else self.runs


def brief_line(brief: Brief, name: SectionName, item: BriefItem, is_dense: bool = False) -> BriefLine:
    """The line of an item of a section; of an altered ask without what is asked where it `is_dense`."""
    comparison = brief.comparison
    change = comparison.changes[item.changes[0]]
    where = heading(change, comparison)
    if name in ("new asks", "asks gone"):
        return _ask_line(brief, item, comparison.revised if name == "new asks" else comparison.base)
    if name == "altered" and (ask := item.asks[0].revised) is not None:
        text = comparison.revised
        line = BriefLine(_id_of(ask, text), item.changes, _who(ask, text), _altered(item.asks[0]))
        verb = "" if "verb" in item.asks[0].aspects else f"{_verb_of(ask, text)}: "
        lead = f" — {verb}{_act(ask, _LEAD)}"
        return line if is_dense else line._replace(runs=(*line.runs, ("faint", lead)))
    if item.watched is not None:
        ids = ", ".join(dict.fromkeys(heading(comparison.changes[k], comparison) for k in item.changes))
        style: StyleName = "added" if item.watched.change == "added" else "dropped"
        sign = "+" if item.watched.change == "added" else "−"
        return BriefLine(ids, item.changes, "", ((style, f"{sign} “{item.watched.term}”"),))
    if name == "also matters":
        return BriefLine(where, item.changes, ", ".join(item.rules), _edit_runs(change, _HUNKS))
    if name == "reworded":
        return BriefLine(where, item.changes, "", _reworded(change, item))
    if name == "elsewhere":
        return BriefLine(_way_of(item, brief) or where, item.changes, "", ())
    text = comparison.revised if change.revised else comparison.base
    return BriefLine(where, item.changes, "", (("", _thought(brief, change, text)),))


def _way_of(item: BriefItem, brief: Brief) -> str:
    """Where an ask that became part of another stood and stands: 'OP9 → OP5'; '' for what is no ask."""
    if not item.asks:
        return ""
    ids = [
        _id_of(ask, text)
        for ask, text in (
            (item.asks[0].base, brief.comparison.base),
            (item.asks[0].revised, brief.comparison.revised),
        )
    ]
    return " → ".join(ids)


def _id_of(ask: Ask | None, text: Resolution) -> str:
    return text.paragraphs[ask.paragraph].id if ask is not None else ""


def _ask_line(brief: Brief, item: BriefItem, text: Resolution) -> BriefLine:
    """Who is asked to do what, by when; several asks of one verb and addressee with all their ids."""
    asks = [ask for change in item.asks if (ask := change.revised or change.base) is not None]
    first = asks[0]
    names = ", ".join(dict.fromkeys(_id_of(ask, text) for ask in asks))
    who = _who(first, text)
    most = _ACT if len(asks) == 1 else max(_SHARED_ACT // len(asks), _LEAST_ACT)
    what = "; ".join(_act(ask, most) for ask in asks)
    begin = " ".join(what.split()[:_SURELY_SHOWN])
    due = ", ".join(dict.fromkeys(term for ask in asks for term in ask.due if term not in begin))
    hedges = ", ".join(dict.fromkeys(h for ask in asks for h in ask.hedges if h not in what.lower()))
    verb = _verb_of(first, text)
    runs: list[tuple[StyleName, str]] = [("", what)]
    if hedges:
        runs.append(("faint", f"  [{hedges}]"))
    if any(brief.comparison.changes[k].base and brief.comparison.changes[k].revised for k in item.changes):
        is_gone = item.asks[0].outcome == "gone"
        runs.append(("faint", "  (its paragraph stands)" if is_gone else "  (in a standing paragraph)"))
    return BriefLine(names, item.changes, who, tuple(runs), f"{verb} ({due})" if due else verb)


def _verb_of(ask: Ask, text: Resolution) -> str:
    """The verb in the third person, with what makes it stronger or weaker: 'strongly encourages'."""
    sense = ask.verb.sense
    return " ".join((*sense.modifiers, third_person(sense.lemma, text.language)))


def _who(ask: Ask, text: Resolution) -> str:
    """Who is asked; of a decision the organ itself."""
    if ask.addressee_name is None and ask.verb.sense.lemma == "decide":
        return text.masthead.organ or "(the organ)"
    return (ask.addressee_name or _NO_ADDRESSEE).replace("United Nations", "UN")


def _act(ask: Ask, most: int) -> str:
    """What is asked, without the 'to' of the infinitive."""
    words = ask.clause.strip(" ,;.:")
    return first_words(words.removeprefix("to ").removeprefix("To ").strip(), most) or ask.verb.phrase.lower()


def _altered(change: AskChange) -> tuple[tuple[StyleName, str], ...]:
    """The aspects of an altered ask, and both wordings in one line."""
    runs: list[tuple[StyleName, str]] = []
    has_words = not {"what", "scope", "pace"}.isdisjoint(change.aspects)
    for aspect, old, new in aspect_values(change):
        if aspect != "figure" or not has_words:
            runs += _both(old, new) if not runs else [("", BETWEEN), *_both(old, new)]
    if has_words:
        hunks = list(_hunk_runs(change.clause_edits(), _HUNKS))
        runs += [("", BETWEEN), *hunks] if runs and hunks else hunks
    head: list[tuple[StyleName, str]] = [("", f"{', '.join(change.aspects)}: ")]
    return (*head, *runs)


def _both(old: str, new: str) -> list[tuple[StyleName, str]]:
    if NOTHING in (old, new):
        return [("added", f"+ {new}") if old == NOTHING else ("dropped", f"− {old}")]
    return [("dropped", old), ("", " → "), ("added", new)]


def _edit_runs(change: Change, most: int) -> tuple[tuple[StyleName, str], ...]:
    """The words that changed; of a paragraph that came or went its first ones."""
    if not change.base or not change.revised:
        text = change.edits[0].text if change.edits else ""
        return (("added" if change.revised else "dropped", first_words(text, 2 * _HUNK_WORDS)),)
    return tuple(_hunk_runs(change.shown_edits, most))


def _reworded(change: Change, item: BriefItem) -> tuple[tuple[StyleName, str], ...]:
    """The verbs that became stronger or weaker, then the weightiest places at which words change."""
    runs: list[tuple[StyleName, str]] = []
    for verb in change.verbs:
        if verb.shift in ("strengthened", "weakened") and verb.base is not None and verb.revised is not None:
            sign = SHIFT_SIGNS[verb.shift]
            runs += [*_both(verb.base.phrase, verb.revised.phrase), ("", f" {sign}")]
    phrases = {side.phrase for v in change.verbs for side in (v.base, v.revised) if side is not None and runs}
    hunks = [h for h in item.hunks if h.gone.strip() not in phrases or h.come.strip() not in phrases]
    words = list(_runs_of(hunks, _HUNKS))
    return (*runs, ("", BETWEEN), *words) if runs and words else (*runs, *words)


def _hunk_runs(edits: Sequence[Edit], most: int) -> Iterator[tuple[StyleName, str]]:
    """The weightiest places, `most` of them, at which words change."""
    yield from _runs_of([hunk for hunk in hunks_of(edits) if says_something(hunk)], most)


def _runs_of(hunks: Sequence[Hunk], most: int) -> Iterator[tuple[StyleName, str]]:
    """The weightiest places, in their order: '+ words', '− words', 'words → words'."""
    hunks = _without_moved(hunks)
    weights = [len(content_words(hunk.gone)) + len(content_words(hunk.come)) for hunk in hunks]
    chosen = sorted(sorted(range(len(hunks)), key=lambda k: (-weights[k], k))[:most])
    for nth, k in enumerate(chosen):
        if nth:
            yield "", BETWEEN
        yield from _runs_at(_at_clause(hunks[k]))
    if len(hunks) > most:
        yield "faint", f" ({len(hunks) - most} more)"


def _without_moved(hunks: Sequence[Hunk]) -> Sequence[Hunk]:
    """The places without those at which words only went to, or came from, another place of the paragraph."""
    gone = {tuple(content_words(hunk.gone)) for hunk in hunks if not hunk.come.strip()}
    come = {tuple(content_words(hunk.come)) for hunk in hunks if not hunk.gone.strip()}
    moved = gone & come
    left = [hunk for hunk in hunks if tuple(content_words(hunk.gone + hunk.come)) not in moved]
    return left or hunks


def _runs_at(hunk: Hunk) -> list[tuple[StyleName, str]]:
    gone, come = (first_words(side.strip(" ,;."), _HUNK_WORDS) for side in (hunk.gone, hunk.come))
    if _FIGURE.fullmatch(gone) and _FIGURE.fullmatch(come):
        unit = " ".join(hunk.after.split()[:2])
        return [*_both(gone, come), ("", f" {unit}")]
    runs = _both(gone or NOTHING, come or NOTHING)
    says_little = max(len(content_words(gone)), len(content_words(come))) <= _SAYS_LITTLE
    if says_little or not hunk.before:  # at its begin a verb changed, which says nothing without its object
        behind = " ".join(hunk.after.split()[:_BESIDE]).rstrip(" ,;.")
        if behind and not hunk.after.startswith((",", ";", ".")):
            runs.append(("faint", f" ({behind})"))
    return runs


def _at_clause(hunk: Hunk) -> Hunk:
    """The same change where the words that came or went begin as a clause does: of 'law and international
    criminal' before 'law' that is 'international criminal law and'.
    """
    words, before, after = (hunk.gone or hunk.come).split(), hunk.before.split(), hunk.after.split()
    if (hunk.gone and hunk.come) or not words:
        return hunk
    best, best_score = words, _score(words, before)
    left, stay = words, before
    while stay and _bare(left[-1]) == _bare(stay[-1]) and len(words) > 1:
        left, stay = [stay[-1], *left[:-1]], stay[:-1]
        if _score(left, stay) > best_score:
            best, best_score = left, _score(left, stay)
    right, stay, behind = words, before, after
    while behind and _bare(right[0]) == _bare(behind[0]) and len(words) > 1:
        right, stay, behind = [*right[1:], behind[0]], [*stay, right[0]], behind[1:]
        if _score(right, stay) > best_score:
            best, best_score = right, _score(right, stay)
    text = " ".join(best)
    return hunk._replace(gone=text) if hunk.gone else hunk._replace(come=text)


def _bare(word: str) -> str:
    return word.strip(",;:.")


def _score(words: Sequence[str], before: Sequence[str]) -> int:
    """How much a run of words looks like a clause: it begins behind a sign or with a word that joins, and is
    not broken by a sign.
    """
    opens = 2 * (bool(before) and before[-1][-1] in ",;:") + 2 * (words[0] in english_asks.OPENS_CLAUSE)
    return (
        opens - sum(word[-1] in ",;)" for word in words[:-1]) - (words[-1] in english_asks.OPENS_CLAUSE) * 2
    )


def first_words(text: str, most: int) -> str:
    """So many words of a text, and '…' where there are more; blanks at its ends stay."""
    if has_han(text):
        tokens = tokenize(text)
        return text if len(tokens) <= most else f"{''.join(tokens[:most])} …"
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most])} …"


def _thought(brief: Brief, change: Change, text: Resolution) -> str:
    """The verb and the words behind it that name a thought."""
    places = change.revised or change.base
    verbs = brief.comparison.revised_verbs if change.revised else brief.comparison.base_verbs
    its = verbs[places[0]] if verbs is not None else ()
    reading = text.paragraphs[places[0]].text
    if not its or its[0].inner:
        return first_words(reading.strip(" ,;.:"), _THOUGHT)
    words = reading[its[0].end :].strip(" ,;.:")
    if not (change.base and change.revised):
        words = _fresh(words, brief.comparison.base if change.revised else brief.comparison.revised)
    return f"{its[0].phrase.lower()}: {first_words(words, _THOUGHT)}"


def _fresh(words: str, other: Resolution) -> str:
    """A thought from where it says what no paragraph of the other text says in the same words; whole where
    its begin is its own, and where all of it stands there.
    """
    split = words.split()
    reading = f" {' '.join(' '.join(p.text.split()) for p in other.paragraphs)} "
    first = _LEAST_STANDING
    while first < len(split) and f" {' '.join(split[:first])} " in reading:
        first += 1
    if first == _LEAST_STANDING or first >= len(split):
        return words
    return f"… {' '.join(split[first - 1 - _LEAD_BACK :])}"


def _closed(words: str, after: str) -> str:
    """Words that moved on, with the bracket that closes behind them: '2723 (2024)'."""
    return f"{words})" if words.count("(") > words.count(")") and after.startswith(")") else words


def _extended(brief: Brief, item: BriefItem) -> Iterator[BriefLine]:
    """The mandates that a paragraph extends as the text before did: what, and until when."""
    text = brief.comparison.revised
    for change in brief.answers[item.changes[0]].asks:
        ask = change.revised
        if ask is not None and ask.task == "mandate" and ask.due and "extend" in ask.clause.lower():
            what = ask.clause.partition(ask.due[0])[0].strip(" ,")
            act = first_words(what.removeprefix("to "), _LEAD)
            words = f"{_verb_of(ask, text)}: {act} {ask.due[0]}"
            yield BriefLine(_id_of(ask, text), item.changes, "", (("", words),))


def rolled_lines(brief: Brief, items: Sequence[BriefItem]) -> Iterator[BriefLine]:
    """What moved on: the facts that moved, those that most paragraphs share first; then the rest by rule."""
    comparison = brief.comparison
    named: set[int] = set()
    for item in items:
        for line in _extended(brief, item):
            named.update(item.changes)
            yield line
    moves: dict[tuple[str, str], list[int]] = {}
    for item in items:
        place = item.changes[0]
        if place in named:
            continue
        for hunk in hunks_of(comparison.changes[place].shown_edits):
            gone, come = (_closed(side.strip(" ,;."), hunk.after) for side in (hunk.gone, hunk.come))
            if gone and come and len(gone.split()) <= _ROLLED_WORDS and item.rules[0] == "roll-over":
                moves.setdefault((gone, come), []).append(place)
    ranked = sorted(moves.items(), key=lambda move: (-len(move[1]), move[1]))[:_MOST_ROLLED]
    for (gone, come), places in ranked:
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in dict.fromkeys(places))
        named.update(places)
        yield BriefLine(ids, tuple(places), "", (("", gone), ("", " → "), ("", come)))
    rest = [item for item in items if item.changes[0] not in named]
    for rule in dict.fromkeys(item.rules[0] for item in rest):
        places = [item.changes[0] for item in rest if item.rules[0] == rule]
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in places)
        words = f"({_ROUTINE_WORDS.get(rule, rule)})"
        yield BriefLine(ids, tuple(places), "", (("faint", words),))
