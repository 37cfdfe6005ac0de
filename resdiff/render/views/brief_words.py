"""The words that changed, in few words: the weightiest places of a change, as a brief shows them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from resdiff.core.brief import Brief
from resdiff.core.brief.news import News
from resdiff.core.compare.cadence import Pace
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, says_something
from resdiff.core.compare.reasons import moves_term
from resdiff.core.compare.renamings import Renamings
from resdiff.core.languages import english, english_asks
from resdiff.core.patterns import YEAR
from resdiff.render.views.brief_moved import without_moved
from resdiff.render.views.first_words import first_words
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.style import StyleName

BETWEEN = " · "
"""What stands between two changes of a line."""
_BESIDE, _SAYS_LITTLE = 4, 2
"""Words shown behind a change that says little by itself, before it where none follow; and how many such a
change has.
"""
_HUNK_WORDS = 12
"""Words of a side of each."""
_UNIT_WORDS = 4
"""Words shown behind a number, which say what is counted: 'million United States dollars'."""
_LEAST_ELIDED = 2
"""Words that say something, and what is known, in a row from which on '…' stands for them."""
_NEWS = 2
"""How much a word that is new to the whole text says beside one that only is new at its place."""
_FORCE = 12
"""The same of a 'shall' or 'not', or of a number that became another, beside a word."""
_FIRM = frozenset((*english.MODAL_WORDS, "cannot", "not", "no"))
"""Words that decide how firm a sentence is."""
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


def changed_words(change: Change, most: int, brief: Brief, pace: Pace) -> tuple[tuple[StyleName, str], ...]:
    """The words that changed, terms that moved by another step than the texts did first; of a paragraph that
    came or went its first ones. `pace` says when the texts were adopted.
    """
    if not change.base or not change.revised:
        text = change.edits[0].text if change.edits else ""
        shown = first_words(text, 2 * _HUNK_WORDS)
        return tuple(both_values(NOTHING, shown) if change.revised else both_values(shown, NOTHING))
    hunks = list(hunks_of(change.shown_edits))
    terms = [hunk for hunk in hunks if moves_term(hunk, pace)]
    others = _telling([hunk for hunk in hunks if hunk not in terms], brief.renamings)
    runs = (list(runs_of_hunks(places, most, brief.news)) for places in (terms, others))
    return joined_runs(*runs)


def joined_runs(*parts: Sequence[tuple[StyleName, str]]) -> tuple[tuple[StyleName, str], ...]:
    """The runs of those parts that have some, with what stands between two changes."""
    filled = [part for part in parts if part]
    return tuple(run for nth, part in enumerate(filled) for run in ([("", BETWEEN), *part] if nth else part))


def hunk_runs(
    hunks: Iterable[Hunk], most: int, brief: Brief, shows_before: bool = True
) -> Iterator[tuple[StyleName, str]]:
    """The weightiest places, `most` of them, at which words change; what is renamed throughout only where
    nothing else changes. `shows_before` says whether words stand before a change that says little.
    """
    yield from runs_of_hunks(_telling(hunks, brief.renamings), most, brief.news, shows_before)


def _telling(hunks: Iterable[Hunk], renamings: Renamings) -> list[Hunk]:
    """The places whose words say something; those that are renamed throughout where there are no others."""
    telling = [hunk for hunk in hunks if says_something(hunk)]
    return [hunk for hunk in telling if not renamings.covers(hunk)] or telling


def runs_of_hunks(
    hunks: Sequence[Hunk], most: int, news: News, shows_before: bool = True
) -> Iterator[tuple[StyleName, str]]:
    """The places, the weightiest first: '+ words', '− words', 'words → words'; `most` of them, and numbers,
    which are short and stand before other words: the end of a line may be cut.
    """
    whole = map(_with_whole_number, without_moved(hunks))
    ranked = sorted(whole, key=lambda hunk: _rank(hunk, news))
    chosen = ranked[:most] + [hunk for hunk in ranked[most:] if _is_figure(hunk)][:most]
    for nth, hunk in enumerate(sorted(chosen, key=lambda hunk: not (_is_figure(hunk) or _begins(hunk)))):
        if nth:
            yield "", BETWEEN
        yield from _runs_at(_at_clause(hunk), shows_before)
    if len(ranked) > len(chosen):
        yield "faint", f" ({len(ranked) - len(chosen)} more)"


def amount_runs(hunks: Iterable[Hunk], amounts: Collection[str]) -> Iterator[tuple[StyleName, str]]:
    """The numbers that became others and are `amounts`, each with what it counts."""
    whole = [hunk for hunk in map(_with_whole_number, hunks) if _is_figure(hunk)]
    figures = [hunk for hunk in whole if hunk.come.strip(" ,;.") in amounts]
    for nth, hunk in enumerate(figures):
        if nth:
            yield "", BETWEEN
        yield from _runs_at(hunk, False)


def _rank(hunk: Hunk, news: News) -> tuple[bool, int]:
    """What sorts places by how much they say: other words at the beginning, where the verb stands; then by
    the words of the longer side that say something, those that the other text does not have at all twice
    more; 'shall', 'not' and numbers before other words.
    """
    longest = max(len(content_words(side)) for side in (hunk.gone, hunk.come))
    sides = [set(side.split()) for side in (hunk.gone, hunk.come)]  # 'May' is a month
    is_firmer = not _FIRM.isdisjoint(sides[0] ^ sides[1])
    is_counted = not _is_figure(hunk) and all(
        _COUNTED.fullmatch(side.strip(" ,;.")) for side in (hunk.gone, hunk.come)
    )
    return not _begins(hunk), -longest - _NEWS * news.of(hunk) - _FORCE * (is_firmer + is_counted)


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
    return all(_FIGURE.fullmatch(side.strip(" ,;.")) for side in (hunk.gone, hunk.come))


def _is_year(hunk: Hunk) -> bool:
    return _YEAR.fullmatch(hunk.come.strip(" ,;.")) is not None


def _unit(after: str) -> str:
    """The words behind a number that say what is counted: 'dollars for the support account'."""
    return first_words(_CLAUSE_END.split(after.lstrip(), maxsplit=1)[0], _UNIT_WORDS).removesuffix(" …")


def _runs_at(hunk: Hunk, shows_before: bool) -> list[tuple[StyleName, str]]:
    gone, come = (first_words(side, _HUNK_WORDS) for side in _differing(hunk))
    if _is_figure(hunk):
        unit = "" if _is_year(hunk) else _unit(hunk.after)
        values = both_values(gone, come)
        return [*values, ("", f" {unit}")] if unit else values
    runs = both_values(gone or NOTHING, come or NOTHING)
    says_little = max(len(content_words(gone)), len(content_words(come))) <= _SAYS_LITTLE
    if says_little or not hunk.before:  # at its begin a verb changed, which says nothing without its object
        behind = " ".join(hunk.after.split()[:_BESIDE]).rstrip(" ,;.")
        ahead = " ".join(hunk.before.split()[-_BESIDE:])
        if behind and not hunk.after.startswith((",", ";", ".")):
            runs.append(("faint", f" ({behind})"))
        elif ahead and shows_before:
            runs.insert(0, ("faint", f"(… {ahead}) "))
    return runs


def _differing(hunk: Hunk) -> tuple[str, str]:
    """What went and came. Where one side has all that the other says, only what it has more; of long sides
    '…' for the words that both have: of 'free, fair and open' and 'open, free and timely' only the rest says
    what changed.
    """
    gone, come = hunk.gone.strip(" ,;."), hunk.come.strip(" ,;.")
    one, two = set(content_words(gone)), set(content_words(come))
    if not one & two:
        return gone, come
    if one < two:
        return "", _elided(_rest(come, one), one)
    if two < one:
        return _elided(_rest(gone, two), two), ""
    is_long = max(len(gone.split()), len(come.split())) > _HUNK_WORDS
    return (_elided(gone, two), _elided(come, one)) if is_long else (gone, come)


def _rest(text: str, known: set[str]) -> str:
    """A text without the words at its ends that say nothing but what is known."""
    words = text.split()
    new = [k for k, word in enumerate(words) if not known.issuperset(content_words(word))]
    if not new:
        return text
    old = [k for k, word in enumerate(words) if content_words(word) and k not in new]
    start = max((k + 1 for k in old if k < new[0]), default=0)
    end = min((k for k in old if k > new[-1]), default=len(words))
    return " ".join(words[start:end]).strip(" ,;.")


def _elided(text: str, known: set[str]) -> str:
    """A text with '…' for runs of words that say nothing but what is known; one word stays."""
    words = text.split()
    sides = [content_words(word) for word in words]
    is_known = [bool(side) and known.issuperset(side) for side in sides]
    shown: list[str] = []
    k = 0
    while k < len(words):
        end = k
        while end < len(words) and (is_known[end] or not sides[end]):
            end += 1
        while end > k and not is_known[end - 1]:
            end -= 1
        if is_known[k] and sum(is_known[k:end]) >= _LEAST_ELIDED:
            shown, k = [*shown, "…"], end
        else:
            shown, k = [*shown, words[k]], k + 1
    return " ".join(shown).strip(" ,;.")


def _at_clause(hunk: Hunk) -> Hunk:
    """The same change where the words that came or went begin as a clause does: of 'law and international
    criminal' before 'law' that is 'international criminal law and'.
    """
    words, before, after = (hunk.gone or hunk.come).split(), hunk.before.split(), hunk.after.split()
    if (hunk.gone and hunk.come) or not words:
        return hunk
    best, best_score = (words, before, after), _score(words, before)
    left, stay, behind = words, before, after
    while stay and _bare(left[-1]) == _bare(stay[-1]) and len(words) > 1:
        left, stay, behind = [stay[-1], *left[:-1]], stay[:-1], [left[-1], *behind]
        if _score(left, stay) > best_score:
            best, best_score = (left, stay, behind), _score(left, stay)
    right, stay, behind = words, before, after
    while behind and _bare(right[0]) == _bare(behind[0]) and len(words) > 1:
        right, stay, behind = [*right[1:], behind[0]], [*stay, right[0]], behind[1:]
        if _score(right, stay) > best_score:
            best, best_score = (right, stay, behind), _score(right, stay)
    text = " ".join(best[0])
    gone, come = (text, hunk.come) if hunk.gone else (hunk.gone, text)
    return Hunk(gone, come, " ".join(best[1]), " ".join(best[2]))


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
