"""The lines of a brief: what each item says, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from resdiff.core.brief import Brief, BriefItem, SectionName
from resdiff.core.brief.carried import without_said
from resdiff.core.brief.thoughts import thought_of
from resdiff.core.compare import Comparison
from resdiff.core.compare.cadence import pace_of
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.proposals import proposals_of
from resdiff.core.wording import counted
from resdiff.render.views.brief_asks import (
    POINTS,
    act_of,
    altered_runs,
    ask_id,
    ask_line,
    verb_of,
    who_of,
)
from resdiff.render.views.brief_line import FULLER, NOTE_GAP, SHORT, BriefLine, Detail
from resdiff.render.views.brief_ranks import SHIFTS_SHOWN, rank_of
from resdiff.render.views.brief_words import (
    both_values,
    changed_words,
    joined_runs,
    runs_of_hunks,
)
from resdiff.render.views.first_words import first_words, goes_on_in_name
from resdiff.render.views.labels import heading
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.pointed import alike
from resdiff.render.views.style import SHIFT_SIGNS, StyleName

_LEAST_OF_PASSAGE = 8
"""Words that are shown of what each verb of a thought says at least."""
_LEAD_BACK, _MOST_LEAD = 3, 8
"""Words that are shown of those at the beginning of a thought that stand in the other text; up to how many
the whole beginning is shown.
"""


def brief_line(brief: Brief, name: SectionName, item: BriefItem, is_dense: bool = False) -> BriefLine:
    """The line of an item of a section, with who proposed it where tracked changes say so; of an altered ask
    without what is asked where it `is_dense`.
    """
    line = _line_of(brief, name, item, is_dense, SHORT)
    longer = dict.fromkeys(_line_of(brief, name, item, is_dense, detail).runs for detail in FULLER)
    line = line._replace(fuller=tuple(runs for runs in longer if runs != line.runs))
    is_new = name not in ("asks gone", "gone")
    line = line._replace(rank=rank_of(brief, name, item), weigh=partial(brief.news.weight, is_new=is_new))
    changes = [brief.comparison.changes[place] for place in item.changes]
    names = dict.fromkeys(p.by for change in changes for p in proposals_of(change, brief.comparison))
    by: tuple[tuple[StyleName, str], ...] = (("faint", f"[{', '.join(names)}] "),) if names else ()
    return line._replace(runs=(*by, *line.runs), fuller=tuple((*by, *runs) for runs in line.fuller))


def _line_of(brief: Brief, name: SectionName, item: BriefItem, is_dense: bool, detail: Detail) -> BriefLine:
    comparison = brief.comparison
    change = comparison.changes[item.changes[0]]
    where = heading(change, comparison)
    if name in ("new asks", "asks gone"):
        text = comparison.revised if name == "new asks" else comparison.base
        return ask_line(brief, item, text, detail)
    if name == "altered" and (ask := item.asks[0].revised) is not None:
        text = comparison.revised
        line = BriefLine(
            ask_id(ask, text), item.changes, who_of(ask, text), altered_runs(brief, item, detail)
        )
        verb = "" if "verb" in item.asks[0].aspects else f"{verb_of(ask, text)}: "
        lead = f" — {verb}{POINTS if ask.is_opening else act_of(ask, detail.lead, alike)}"
        return line if is_dense else line._replace(runs=(*line.runs, ("faint", lead)))
    if item.renaming is not None:
        old, new = item.renaming.base, item.renaming.revised
        return BriefLine(
            counted(len(item.changes), "paragraph"), item.changes, "", tuple(both_values(old, new))
        )
    if item.cited:
        change_of_it: StyleName = "dropped" if item.is_gone else "added"
        ids = _ids_of(item, comparison)
        sign = "−" if item.is_gone else "+"
        return BriefLine(ids, item.changes, "", ((change_of_it, f"{sign} {item.cited}"),))
    if item.watched is not None:
        ids = _ids_of(item, comparison)
        style: StyleName = "added" if item.watched.change == "added" else "dropped"
        sign = "+" if item.watched.change == "added" else "−"
        return BriefLine(ids, item.changes, "", ((style, f"{sign} “{item.watched.term}”"),))
    if name == "also matters":
        pace = pace_of(comparison.base.masthead, comparison.revised.masthead)
        hedges = _hedge_runs(change) if "hedge" in item.rules else []
        words = joined_runs(hedges, changed_words(change, detail, brief, pace))
        return BriefLine(where, item.changes, ", ".join(item.rules), words)
    if name == "reworded":
        return BriefLine(where, item.changes, "", _reworded(brief, change, item, detail))
    if name == "elsewhere":
        return BriefLine(_way_of(item, brief) or where, item.changes, "", ())
    return BriefLine(where, item.changes, "", _thought(brief, change, item, detail))


def _hedge_runs(change: Change) -> list[tuple[StyleName, str]]:
    """The hedges that came or went, which may be few among many words."""
    parts = (
        both_values(NOTHING, hedge.phrase) if hedge.change == "added" else both_values(hedge.phrase, NOTHING)
        for hedge in change.hedges
    )
    return list(joined_runs(*parts))


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


def _reworded(
    brief: Brief, change: Change, item: BriefItem, detail: Detail
) -> tuple[tuple[StyleName, str], ...]:
    """The verbs that became others, then the weightiest places at which words change."""
    runs: list[tuple[StyleName, str]] = []
    for verb in change.verbs:
        if verb.shift in SHIFTS_SHOWN and verb.base is not None and verb.revised is not None:
            sign = SHIFT_SIGNS[verb.shift]
            runs += [*both_values(verb.base.phrase, verb.revised.phrase), ("", f" {sign}")]
    phrases = [side.phrase for v in change.verbs for side in (v.base, v.revised) if side is not None and runs]
    readings = brief.comparison.base_reading(change), brief.comparison.revised_reading(change)
    places = (_without(phrases, hunk) for hunk in without_said(item.hunks, *readings))
    hunks = [hunk for hunk in places if hunk.gone or hunk.come]
    return joined_runs(runs, list(runs_of_hunks(hunks, detail, brief.news)))


def _without(phrases: Sequence[str], hunk: Hunk) -> Hunk:
    """A change of words without the verbs with which both wordings begin."""
    sides = [hunk.gone.strip(), hunk.come.strip()]
    verbs = [max((p for p in phrases if side.startswith(p)), key=len, default="") for side in sides]
    gone, come = (side.removeprefix(verb).strip() for side, verb in zip(sides, verbs, strict=True))
    return hunk._replace(gone=gone, come=come)


def _thought(
    brief: Brief, change: Change, item: BriefItem, detail: Detail
) -> tuple[tuple[StyleName, str], ...]:
    """The verb and the words behind it that name a thought, from where it says what the other text does not
    say in the same words, with the paragraph that has those before; whole where all of it stands there.
    """
    verb, words = thought_of(brief.comparison, change)
    is_cut = _MOST_LEAD < item.standing < len(words)
    text = f"… {' '.join(words[_shown_from(words, item.standing) :])}" if is_cut else " ".join(words)
    shown = _first_of_each(_passages(brief, change, text), detail.act)
    runs: tuple[tuple[StyleName, str], ...] = (("", f"{verb}: {shown}" if verb else shown),)
    other = brief.comparison.base if change.revised else brief.comparison.revised
    was = "was " if change.revised else ""
    if item.mostly_in is not None:
        return (
            *runs,
            ("faint", f"{NOTE_GAP}(most of its words: {was}{other.paragraphs[item.mostly_in].id})"),
        )
    if not is_cut or item.begins_in is None:
        return runs
    return (*runs, ("faint", f"{NOTE_GAP}(its beginning: {was}{other.paragraphs[item.begins_in].id})"))


def _passages(brief: Brief, change: Change, text: str) -> list[str]:
    """The words of a thought, those of each further verb in it a passage of their own."""
    comparison = brief.comparison
    verbs, place = (
        (comparison.revised_verbs, change.revised[0])
        if change.revised
        else (comparison.base_verbs, change.base[0])
    )
    places = (text.find(f" {verb.phrase} ") for verb in (verbs[place] if verbs is not None else ()))
    cuts = sorted({0, *(place for place in places if place > 0), len(text)})
    return [text[start:end].strip() for start, end in pairwise(cuts)]


def _first_of_each(passages: Sequence[str], most: int) -> str:
    """So many words of some passages, the first ones of each: what a further verb says is not cut for the
    sake of the first.
    """
    shown, left = [], most
    for k, passage in enumerate(passages):
        share = max(left // (len(passages) - k), _LEAST_OF_PASSAGE)
        shown.append(first_words(passage, share))
        left -= min(len(passage.split()), share)
    return " ".join(shown)


def _shown_from(words: Sequence[str], standing: int) -> int:
    """Where a thought is shown from that says something new behind so many words: some words before, and not
    within a name.
    """
    start = standing - _LEAD_BACK
    while start > 0 and goes_on_in_name(words, start):
        start -= 1
    return start


def _ids_of(item: BriefItem, comparison: Comparison) -> str:
    """The paragraphs of an item; 'was OP3' for one that is gone."""
    changes = [comparison.changes[k] for k in item.changes]
    names = (f"{'' if one.revised else 'was '}{heading(one, comparison)}" for one in changes)
    return ", ".join(dict.fromkeys(names))
