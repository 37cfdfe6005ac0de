"""The lines of a brief: what each item says, in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.brief import Brief, BriefItem, SectionName
from resdiff.core.brief.thoughts import thought_of
from resdiff.core.compare.ask_aspects import figures_of
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.cadence import pace_of
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.proposals import proposals_of
from resdiff.core.languages import english_asks
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.worddiff import WordDiff, shown_edits
from resdiff.core.wording import counted, third_person
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.brief_ranks import SHIFTS_SHOWN, rank_of
from resdiff.render.views.brief_words import (
    BETWEEN,
    amount_runs,
    both_values,
    changed_words,
    hunk_runs,
    joined_runs,
    runs_of_hunks,
)
from resdiff.render.views.first_words import first_words, goes_on_in_name
from resdiff.render.views.labels import heading
from resdiff.render.views.style import SHIFT_SIGNS, StyleName

_THOUGHT = 36
"""Words of a thought at most."""
_SURELY_SHOWN = 8
"""Words of an ask that no screen cuts: a term that stands in them is not said again."""
_COMMON_OF_NAME = 4
"""Words that two names have in common from which on only what differs is shown."""
_BEFORE_ACT = compiled_late(english_asks.ADVERBIAL_BEFORE_ACT, re.IGNORECASE)
_ASIDE = compiled_late(r"^((?:… )?[a-z]+), [^,;]{1,90}, (?=that |the |to )")
"""What stands between an act and its object: 'ensure, in this regard, that'."""
_LONG_ASIDE = compiled_late(
    r"^((?:… )?[a-z]+), (?:in|with|within|through|by|under|as|on|for)\b[^;]{1,400}?, (?=an? |that )"
)
"""The same with commas of its own: 'prepare, in consultation with ports, fisheries and others, a report'."""
_NO_ADDRESSEE = "(none named)"
_POINTS = "all its points"
_ACT = 44
"""Words that say what is asked at most."""
LEAD = 10
"""Words that say what an altered ask, or one that goes on, asks at most."""
_LEAD_BACK, _MOST_LEAD = 3, 8
"""Words that are shown of those at the beginning of a thought that stand in the other text; up to how many
the whole beginning is shown.
"""
_SHARED_ACT, _LEAST_ACT = 18, 4
"""Words that say what asks that share a line ask, together; and for each at least."""
_HUNKS = 3
"""Places of a change that are shown."""


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
    rank: tuple[int, ...] = ()
    """How much it says beside others of its section: where there is little room the highest stay."""

    @property
    def words(self) -> tuple[tuple[StyleName, str], ...]:
        """The words, a verb before them."""
        return (("", f"{self.verb}: "), *self.runs) if self.verb else self.runs


def brief_line(brief: Brief, name: SectionName, item: BriefItem, is_dense: bool = False) -> BriefLine:
    """The line of an item of a section, with who proposed it where tracked changes say so; of an altered ask
    without what is asked where it `is_dense`.
    """
    line = _line_of(brief, name, item, is_dense)
    line = line._replace(rank=rank_of(brief, name, item))
    changes = [brief.comparison.changes[place] for place in item.changes]
    names = dict.fromkeys(p.by for change in changes for p in proposals_of(change, brief.comparison))
    by: StyleName = "faint"
    return line._replace(runs=((by, f"[{', '.join(names)}] "), *line.runs)) if names else line


def _line_of(brief: Brief, name: SectionName, item: BriefItem, is_dense: bool) -> BriefLine:
    comparison = brief.comparison
    change = comparison.changes[item.changes[0]]
    where = heading(change, comparison)
    if name in ("new asks", "asks gone"):
        return _ask_line(brief, item, comparison.revised if name == "new asks" else comparison.base)
    if name == "altered" and (ask := item.asks[0].revised) is not None:
        text = comparison.revised
        line = BriefLine(ask_id(ask, text), item.changes, _who(ask, text), _altered(brief, item.asks[0]))
        verb = "" if "verb" in item.asks[0].aspects else f"{verb_of(ask, text)}: "
        lead = f" — {verb}{_POINTS if ask.is_opening else _act(ask, LEAD)}"
        return line if is_dense else line._replace(runs=(*line.runs, ("faint", lead)))
    if item.renaming is not None:
        old, new = item.renaming.base, item.renaming.revised
        return BriefLine(
            counted(len(item.changes), "paragraph"), item.changes, "", tuple(both_values(old, new))
        )
    if item.cited:
        change_of_it: StyleName = "dropped" if item.is_gone else "added"
        ids = ", ".join(dict.fromkeys(heading(comparison.changes[k], comparison) for k in item.changes))
        sign = "−" if item.is_gone else "+"
        return BriefLine(ids, item.changes, "", ((change_of_it, f"{sign} {item.cited}"),))
    if item.watched is not None:
        ids = ", ".join(dict.fromkeys(heading(comparison.changes[k], comparison) for k in item.changes))
        style: StyleName = "added" if item.watched.change == "added" else "dropped"
        sign = "+" if item.watched.change == "added" else "−"
        return BriefLine(ids, item.changes, "", ((style, f"{sign} “{item.watched.term}”"),))
    if name == "also matters":
        pace = pace_of(comparison.base.masthead, comparison.revised.masthead)
        words = changed_words(change, _HUNKS, brief, pace)
        return BriefLine(where, item.changes, ", ".join(item.rules), words)
    if name == "reworded":
        return BriefLine(where, item.changes, "", _reworded(brief, change, item))
    if name == "elsewhere":
        return BriefLine(_way_of(item, brief) or where, item.changes, "", ())
    return BriefLine(where, item.changes, "", (("", _thought(brief, change, item)),))


def _way_of(item: BriefItem, brief: Brief) -> str:
    """Where an ask, or a thought, that became part of another paragraph stood and stands: 'OP9 → OP5'; '' for
    what is neither.
    """
    base, revised = brief.comparison.base, brief.comparison.revised
    if item.stands_in is not None:
        change = brief.comparison.changes[item.changes[0]]
        one, two = (change.base[0], item.stands_in) if item.is_gone else (item.stands_in, change.revised[0])
        return f"{base.paragraphs[one].id} → {revised.paragraphs[two].id}"
    if not item.asks:
        return ""
    ids = [
        ask_id(ask, text)
        for ask, text in (
            (item.asks[0].base, base),
            (item.asks[0].revised, revised),
        )
    ]
    return " → ".join(ids)


def ask_id(ask: Ask | None, text: Resolution) -> str:
    """The id of the paragraph of an ask; '' where there is no ask."""
    return text.paragraphs[ask.paragraph].id if ask is not None else ""


def _ask_line(brief: Brief, item: BriefItem, text: Resolution) -> BriefLine:
    """Who is asked to do what, by when; several asks of one verb and addressee with all their ids."""
    asks = [ask for change in item.asks if (ask := change.revised or change.base) is not None]
    names = ", ".join(dict.fromkeys(ask_id(ask, text) for ask in asks))
    who, verb = _who(asks[0], text), verb_of(asks[0], text)
    most = _ACT if len(asks) == 1 else max(_SHARED_ACT // len(asks), _LEAST_ACT)
    acts = [_act(ask, most) for ask in asks]
    terms = [_not_shown(ask.due, act) for ask, act in zip(asks, acts, strict=True)]
    due = terms[0] if len(set(terms)) == 1 else ""  # what holds for all stands once, before them
    runs: list[tuple[StyleName, str]] = []
    for k, (ask, act, term) in enumerate(zip(asks, acts, terms, strict=True)):
        hedges = ", ".join(hedge for hedge in dict.fromkeys(ask.hedges) if hedge not in act.lower())
        own = f" ({term})" if term and not due else ""
        notes = f"{f'  [{hedges}]' if hedges else ''}{_said_of(item, k)}"
        runs += [("", f"{'; ' if k else ''}{act}{own}"), *((("faint", notes),) if notes else ())]
    is_said = any(item.answered) or any(item.restated)
    changes = [brief.comparison.changes[k] for k in item.changes]
    if not is_said and all(change.base and change.revised for change in changes):
        is_gone = item.asks[0].outcome == "gone"
        runs.append(("faint", "  (its paragraph stands)" if is_gone else "  (in a standing paragraph)"))
    return BriefLine(names, item.changes, who, tuple(runs), f"{verb} ({due})" if due else verb)


def _not_shown(terms: Sequence[str], act: str) -> str:
    """The terms that do not stand in those words of an act that no screen cuts."""
    begin = " ".join(act.split()[:_SURELY_SHOWN])
    return ", ".join(dict.fromkeys(term for term in terms if term not in begin))


def _said_of(item: BriefItem, number: int) -> str:
    """What the revised text says of an ask that is gone."""
    if item.answered and item.answered[number]:
        return f"  (answered: {item.answered[number]})"
    return f"  (its words: {item.restated[number]})" if item.restated and item.restated[number] else ""


def verb_of(ask: Ask, text: Resolution) -> str:
    """The verb in the third person, with what makes it stronger or weaker: 'strongly encourages'."""
    sense = ask.verb.sense
    return third_person(sense.lemma, text.language, sense.modifiers)


def _who(ask: Ask, text: Resolution) -> str:
    """Who is asked; of a decision the organ itself."""
    if ask.addressee_name is None and ask.verb.sense.lemma == "decide":
        return text.masthead.organ or "(the organ)"
    return (ask.addressee_name or _NO_ADDRESSEE).replace("United Nations", "UN")


def _act(ask: Ask, most: int) -> str:
    """What is asked, without the 'to' of the infinitive, and '…' for what stands before it: the act is said
    first.
    """
    words = ask.clause.strip(" ,;.:")
    if not ask.is_own and words[1:2].islower():  # a point begins with a capital
        words = f"{words[0].lower()}{words[1:]}"
    before = _BEFORE_ACT.match(words)
    if before is not None:
        words = f"… {words[before.end() :]}"
    words = words.removeprefix("to ").removeprefix("To ").strip()
    if len(words.split()) > most:
        words = _LONG_ASIDE.sub(r"\1 … ", words)
    return first_words(_ASIDE.sub(r"\1 … ", words), most) or ask.verb.phrase.lower()


def _altered(brief: Brief, change: AskChange) -> tuple[tuple[StyleName, str], ...]:
    """The aspects of an altered ask, and both wordings in one line."""
    runs: list[tuple[StyleName, str]] = []
    has_words = not {"what", "scope", "pace"}.isdisjoint(change.aspects)
    for aspect, old, new in aspect_values(change):
        if aspect == "figure" and has_words:
            continue
        runs += [("", BETWEEN)] if runs else []
        if aspect == "who":
            runs += _both_names(old, new, brief)
        elif aspect == "figure":
            runs += _figure_runs(change) or both_values(old, new)
        else:
            runs += both_values(old, new)
    if has_words or not runs:
        hunks = list(hunk_runs(change.clause_edits(), _HUNKS, brief, False))
        runs = [*joined_runs(runs, hunks)]
    head: list[tuple[StyleName, str]] = [("", f"{', '.join(change.aspects)}: ")]
    return (*head, *runs)


def _figure_runs(change: AskChange) -> list[tuple[StyleName, str]]:
    """The amounts that became others, each with what it counts; none where they came or went."""
    amounts = {
        figure for ask in (change.base, change.revised) if ask is not None for figure in figures_of(ask)
    }
    return list(amount_runs(hunks_of(change.clause_edits()), amounts))


def _both_names(old: str, new: str, brief: Brief) -> list[tuple[StyleName, str]]:
    """Who was asked and who is asked now; of long names with words in common only what differs."""
    edits, _ = WordDiff().edits(old, new)
    common = sum(len(edit.text.split()) for edit in edits if edit.kind == "equal")
    if common < _COMMON_OF_NAME:
        return both_values(old, new)
    return list(hunk_runs(shown_edits(edits), _HUNKS, brief, False)) or both_values(old, new)


def _reworded(brief: Brief, change: Change, item: BriefItem) -> tuple[tuple[StyleName, str], ...]:
    """The verbs that became others, then the weightiest places at which words change."""
    runs: list[tuple[StyleName, str]] = []
    for verb in change.verbs:
        if verb.shift in SHIFTS_SHOWN and verb.base is not None and verb.revised is not None:
            sign = SHIFT_SIGNS[verb.shift]
            runs += [*both_values(verb.base.phrase, verb.revised.phrase), ("", f" {sign}")]
    phrases = [side.phrase for v in change.verbs for side in (v.base, v.revised) if side is not None and runs]
    hunks = [hunk for hunk in (_without(phrases, h) for h in item.hunks) if hunk.gone or hunk.come]
    return joined_runs(runs, list(runs_of_hunks(hunks, _HUNKS, brief.news)))


def _without(phrases: Sequence[str], hunk: Hunk) -> Hunk:
    """A change of words without the verbs with which both wordings begin."""
    sides = [hunk.gone.strip(), hunk.come.strip()]
    verbs = [max((p for p in phrases if side.startswith(p)), key=len, default="") for side in sides]
    gone, come = (side.removeprefix(verb).strip() for side, verb in zip(sides, verbs, strict=True))
    return hunk._replace(gone=gone, come=come)


def _thought(brief: Brief, change: Change, item: BriefItem) -> str:
    """The verb and the words behind it that name a thought, from where it says what the other text does not
    say in the same words; whole where all of it stands there.
    """
    verb, words = thought_of(brief.comparison, change)
    is_cut = _MOST_LEAD < item.standing < len(words)
    text = f"… {' '.join(words[_shown_from(words, item.standing) :])}" if is_cut else " ".join(words)
    shown = first_words(text, _THOUGHT)
    return f"{verb}: {shown}" if verb else shown


def _shown_from(words: Sequence[str], standing: int) -> int:
    """Where a thought is shown from that says something new behind so many words: some words before, and not
    within a name.
    """
    start = standing - _LEAD_BACK
    while start > 0 and goes_on_in_name(words, start):
        start -= 1
    return start
