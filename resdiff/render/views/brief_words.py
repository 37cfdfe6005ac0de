"""The words that changed, in few words: the weightiest places of a change, as a brief shows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from resdiff.core.brief import Brief
from resdiff.core.brief.moved import without_moved
from resdiff.core.brief.news import News
from resdiff.core.brief.sides import at_clause, bare, differing
from resdiff.core.compare.cadence import Pace
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, says_something, stems
from resdiff.core.compare.reasons import moves_term
from resdiff.core.compare.renamings import Renamings
from resdiff.core.languages import english
from resdiff.core.patterns import YEAR
from resdiff.render.views.brief_line import SHORT, Detail
from resdiff.render.views.first_words import LEADING, first_words
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.pointed import pointed_words
from resdiff.render.views.style import StyleName

BETWEEN = " · "
"""What stands between two changes of a line."""
_BESIDE, _SAYS_LITTLE = 4, 2
"""Words shown behind a change that says little by itself, before it where none follow; and how many such a
change has.
"""
_FEW_WORDS = 6
"""Words of a place, on average, up to which all of them are shown in any case."""
_UNIT_WORDS = 4
"""Words shown behind a number, which say what is counted: 'million United States dollars'."""
_NEWS = 2
"""How much a word that is new to the whole text says beside one that only is new at its place."""
_FORCE = 12
"""The same of a 'shall' or 'not', or of a number that became another, beside a word."""
_FIGURE = re.compile(r"[\d.,\s]+")
_COUNTED = re.compile(r"(?:[a-z]+ ){0,3}\d[\d.,]*(?: [a-z]+){0,3}")
"""A number among few words: 'more than 30 States'."""
_YEAR = re.compile(YEAR)
_CLAUSE_END = re.compile(r"[,;:.](?=\s|$)")
_GROUPS_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?:\s\d{3})*\s?$")
_GROUPS_AFTER = re.compile(r"(?:\s\d{3})+(?!\d)")
_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+")
"""A figure whose thousands are set apart by blanks (ISO 80000-1, 7.3.1)."""


def both_values(old: str, new: str) -> list[tuple[StyleName, str]]:
    """'old → new'; '+ new' or '− old' where the other is nothing."""
    if NOTHING in (old, new):
        return [("added", f"+ {new}") if old == NOTHING else ("dropped", f"− {old}")]
    return [("dropped", old), ("", " → "), ("added", new)]


def changed_words(
    change: Change, detail: Detail, brief: Brief, pace: Pace
) -> tuple[tuple[StyleName, str], ...]:
    """The words that changed, terms that moved by another step than the texts did first; of a paragraph that
    came or went its first ones. `pace` says when the texts were adopted.
    """
    if not change.base or not change.revised:
        text = change.edits[0].text if change.edits else ""
        shown = first_words(text, 2 * detail.side)
        return tuple(both_values(NOTHING, shown) if change.revised else both_values(shown, NOTHING))
    hunks = list(hunks_of(change.shown_edits))
    terms = [hunk for hunk in hunks if moves_term(hunk, pace)]
    others = _telling([hunk for hunk in hunks if hunk not in terms], brief.renamings)
    runs = (list(runs_of_hunks(places, detail, brief.news)) for places in (terms, others))
    return joined_runs(*runs)


def joined_runs(*parts: Sequence[tuple[StyleName, str]]) -> tuple[tuple[StyleName, str], ...]:
    """The runs of those parts that have some, with what stands between two changes."""
    filled = [part for part in parts if part]
    return tuple(run for nth, part in enumerate(filled) for run in ([("", BETWEEN), *part] if nth else part))


def hunk_runs(
    hunks: Iterable[Hunk], detail: Detail, brief: Brief, shows_before: bool = True
) -> Iterator[tuple[StyleName, str]]:
    """The weightiest places at which words change; what is renamed throughout only where
    nothing else changes. `shows_before` says whether words stand before a change that says little.
    """
    yield from runs_of_hunks(_telling(hunks, brief.renamings), detail, brief.news, shows_before)


def _telling(hunks: Iterable[Hunk], renamings: Renamings) -> list[Hunk]:
    """The places whose words say something; those that are renamed throughout where there are no others."""
    telling = [hunk for hunk in hunks if says_something(hunk)]
    return [hunk for hunk in telling if not renamings.covers(hunk)] or telling


def runs_of_hunks(
    hunks: Sequence[Hunk], detail: Detail, news: News, shows_before: bool = True
) -> Iterator[tuple[StyleName, str]]:
    """The places, the weightiest first: '+ words', '− words', 'words → words'; as many as `detail` says, and
    numbers, which are short and stand before other words: the end of a line may be cut. Few words stand in
    the order of the text.
    """
    whole = list(map(_with_whole_number, without_moved(hunks)))
    times = Counter(map(_sides, whole))
    standing = {stem for hunk in hunks for side in (hunk.before, hunk.after) for stem in stems(side)}
    by_sides: dict[tuple[str, str], Hunk] = {}
    for hunk in whole:
        by_sides.setdefault(_sides(hunk), hunk)
    ranked = sorted(by_sides.values(), key=lambda hunk: _rank(hunk, news, standing))
    most = detail.places
    chosen = ranked[:most] + [hunk for hunk in ranked[most:] if _is_figure(hunk)][:most]
    if sum(len(side.split()) for hunk in chosen for side in (hunk.gone, hunk.come)) <= most * _FEW_WORDS:
        chosen.sort(key=whole.index)
    for nth, hunk in enumerate(sorted(chosen, key=lambda hunk: not (_is_figure(hunk) or _begins(hunk)))):
        if nth:
            yield "", BETWEEN
        yield from _runs_at(at_clause(hunk), detail.side, shows_before, news)
        if times[_sides(hunk)] > 1:
            yield "faint", f" (at {times[_sides(hunk)]} places)"
    if len(ranked) > len(chosen):
        yield "faint", f" ({len(ranked) - len(chosen)} more)"


def _sides(hunk: Hunk) -> tuple[str, str]:
    """What went and came, by which the same change at several places is known."""
    return bare(hunk.gone).lower(), bare(hunk.come).lower()


def amount_runs(hunks: Iterable[Hunk], amounts: Collection[str]) -> Iterator[tuple[StyleName, str]]:
    """The numbers that became others and are `amounts`, each with what it counts."""
    whole = [hunk for hunk in map(_with_whole_number, hunks) if _is_figure(hunk)]
    figures = [hunk for hunk in whole if bare(hunk.come) in amounts]
    for nth, hunk in enumerate(figures):
        if nth:
            yield "", BETWEEN
        yield from _runs_at(hunk, SHORT.side, False, None)


def _rank(hunk: Hunk, news: News, standing: set[str]) -> tuple[bool, int, int]:
    """What sorts places by how much they say: other words at the beginning, where the verb stands; then by
    the words of the longer side that say something and that stand nowhere else in the paragraph, those that
    the other text does not have at all twice more; 'shall', 'not' and numbers before other words.
    """
    longest = max(len(content_words(side)) for side in (hunk.gone, hunk.come))
    fresh = max(
        len([word for word in stems(side) if word not in standing]) for side in (hunk.gone, hunk.come)
    )
    sides = [set(side.split()) for side in (hunk.gone, hunk.come)]  # 'May' is a month
    is_firmer = not english.FIRM.isdisjoint(sides[0] ^ sides[1])
    is_counted = not _is_figure(hunk) and all(
        _COUNTED.fullmatch(bare(side)) for side in (hunk.gone, hunk.come)
    )
    value = fresh + _NEWS * news.of(hunk) + _FORCE * (is_firmer + is_counted)
    return not _begins(hunk), -value, -longest


def _begins(hunk: Hunk) -> bool:
    """Whether other words stand at the beginning."""
    return not hunk.before and all(content_words(side) for side in (hunk.gone, hunk.come))


def _with_whole_number(hunk: Hunk) -> Hunk:
    """The same change where figures in groups are whole: '1 500 000 → 1 800 000', not '500 → 800'."""
    before, after = _GROUPS_BEFORE.search(hunk.before), _GROUPS_AFTER.match(hunk.after)
    ahead, behind = before[0] if before else "", after[0] if after else ""
    gone, come = (f"{ahead}{side}{behind}".strip() for side in (hunk.gone, hunk.come))
    if not _GROUPED.fullmatch(gone) or not _GROUPED.fullmatch(come):
        return hunk
    return Hunk(gone, come, hunk.before.removesuffix(ahead), hunk.after.removeprefix(behind))


def _is_figure(hunk: Hunk) -> bool:
    """Whether one number became another."""
    return all(_FIGURE.fullmatch(bare(side)) for side in (hunk.gone, hunk.come))


def _is_year(hunk: Hunk) -> bool:
    return _YEAR.fullmatch(bare(hunk.come)) is not None


def _unit(after: str) -> str:
    """The words behind a number that say what is counted: 'dollars for the support account'."""
    return first_words(_CLAUSE_END.split(after.lstrip(), maxsplit=1)[0], _UNIT_WORDS).removesuffix(" …")


def _runs_at(hunk: Hunk, most: int, shows_before: bool, news: News | None) -> list[tuple[StyleName, str]]:
    """What went and came, `most` words of either, those that say most where the `news` are known."""
    gone, come = (
        pointed_words(side, most, partial(news.weight, is_new=is_new)) if news else first_words(side, most)
        for side, is_new in zip(differing(hunk, SHORT.side), (False, True), strict=True)
    )
    if _is_figure(hunk):
        unit = "" if _is_year(hunk) else _unit(hunk.after)
        values = both_values(gone, come)
        return [*values, ("", f" {unit}")] if unit else values
    runs = both_values(gone or NOTHING, come or NOTHING)
    says_little = max(len(content_words(gone)), len(content_words(come))) <= _SAYS_LITTLE
    is_open = (come or gone).rpartition(" ")[2].lower() in LEADING
    if says_little or is_open or not hunk.before:  # at its begin a verb changed, which needs its object
        behind = " ".join(hunk.after.split()[:_BESIDE]).rstrip(" ,;.")
        ahead = " ".join(hunk.before.split()[-_BESIDE:])
        if behind and not hunk.after.startswith((",", ";", ".")):
            runs.append(("faint", f" ({behind})"))
        elif ahead and shows_before and says_little:
            runs.insert(0, ("faint", f"(… {ahead}) "))
    return runs
