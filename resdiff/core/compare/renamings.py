"""Words that stand in place of others throughout a text: 'the authorities' that are now 'the Government'.

Said once, they need not be said at each paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.compare.minor import content_words, says_something
from resdiff.core.languages import chinese, english, english_words
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import has_han, whole_words

_LEAST_CHANGES = 3
"""Paragraphs in which words are replaced by the same others from which on they are renamed."""
_MOST_REMAINING = 0.5
"""For each paragraph in which words are renamed, how often they may stand as before at most."""
_CONTEXT = 3
"""Words at either side by which a renaming is named at most: 'island authorities'."""
_ENDS_NAME = english_words.FUNCTION_WORDS - english_words.GOES_ON_IN_NAME
_LAST_NOUN = compiled_late(chinese.LAST_NOUN)
_OWNER = re.compile(r"(?<=\w)[’']s?$")
_OWNED = "’s"
_DECIDES_SENSE = compiled_late(
    rf"{english.NEGATION}|{english.MODAL}|\b(?:{english_words.QUANTIFIER})\b", re.IGNORECASE
)


class Renaming(Struct, frozen=True, kw_only=True):
    """Words of the base text and those that stand in their place."""

    base: str
    revised: str
    changes: tuple[int, ...]
    """The places of the changes in which they are replaced."""


class Renamings:
    """The renamings between two texts."""

    def __init__(self, items: Sequence[Renaming], replaced: frozenset[tuple[str, str]]) -> None:
        """`replaced` are the words that go and come at the places of the renamings."""
        self.items, self._replaced = tuple(items), replaced

    def covers(self, hunk: Hunk) -> bool:
        """Whether the words that go and come at a place are a renaming."""
        return _sides(hunk) in self._replaced

    def explain(self, change: Change) -> bool:
        """Whether a change says nothing but renamings."""
        if not self.items or not (change.base and change.revised):
            return False
        hunks = [hunk for hunk in hunks_of(change.shown_edits) if says_something(hunk)]
        return bool(hunks) and all(map(self.covers, hunks))

    def renamed(self, text: str) -> str:
        """A passage of either text in the words of the revised one."""
        return self._pattern.sub(self._new_name, text) if self.items else text

    def _new_name(self, match: re.Match[str]) -> str:
        name = self._names.get(match["name"].lower())
        return match[0] if name is None else f"{name}{_OWNED if match['owned'] else ''}"

    @cached_property
    def _names(self) -> dict[str, str]:
        return {item.base.lower(): item.revised for item in self.items}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The old names, and the new ones: an old name within a new one is not renamed again."""
        names = {name for item in self.items for name in (item.base, item.revised)}
        either = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
        pattern = rf"(?P<name>{either})(?P<owned>[’'](?:s\b)?)?"
        return re.compile(whole_words(pattern, either), re.IGNORECASE)


def renamings_of(revised: Resolution, changes: Sequence[Change]) -> Renamings:
    """The words that are replaced by the same others in three paragraphs at least and hardly stand as before,
    those of most paragraphs first. Verbs, hedges, numbers and what decides the sense are never renamed.
    """
    places: dict[tuple[str, str], dict[int, list[Hunk]]] = {}
    for place, change in enumerate(changes):
        for hunk in _replacements(change):
            places.setdefault(_sides(hunk), {}).setdefault(place, []).append(hunk)
    items: list[Renaming] = []
    replaced: set[tuple[str, str]] = set()
    readings: str | None = None
    for (gone, come), by_place in sorted(places.items(), key=lambda one: (-len(one[1]), min(one[1]))):
        if len(by_place) < _LEAST_CHANGES:
            continue
        gap = "" if has_han(gone + come) else " "
        before, after = _around([hunk for its in by_place.values() for hunk in its], gap)
        base, name = (gap.join((*before, words, *after)) for words in (gone, come))
        readings = readings or "\n".join(paragraph.text for paragraph in revised.paragraphs).lower()
        remaining = readings.replace(name.lower(), "").count(base.lower())
        if remaining <= _MOST_REMAINING * len(by_place):
            within = {place for sides, its in places.items() if _within((gone, come), sides) for place in its}
            items.append(Renaming(base=base, revised=name, changes=tuple(sorted(within))))
            replaced.add((gone, come))
    return Renamings(items, frozenset(replaced))


def _within(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether words go and come among others that go and come with them."""
    return all(f" {words} " in f" {longer} " for words, longer in zip(one, other, strict=True))


def _sides(hunk: Hunk) -> tuple[str, str]:
    """What goes and comes at a place, without signs at the ends and without the ending of an owner."""
    gone, come = (_OWNER.sub("", side.strip(" ,;.")) for side in (hunk.gone, hunk.come))
    return gone, come


def _replacements(change: Change) -> Iterator[Hunk]:
    """The places of a paragraph at which words stand for others that may be names of one thing."""
    if not (change.base and change.revised):
        return
    fixed = [verb.phrase.lower() for shift in change.verbs for verb in (shift.base, shift.revised) if verb]
    fixed += [hedge.phrase.lower() for hedge in change.hedges]
    for hunk in hunks_of(change.shown_edits):
        both = f"{hunk.gone} {hunk.come}".lower()
        if (
            all(map(content_words, _sides(hunk)))
            and not _only_adds(*map(content_words, _sides(hunk)))
            and not any(map(str.isdigit, both))
            and _DECIDES_SENSE.search(both) is None
            and not any(phrase in both for phrase in fixed)
        ):
            yield hunk


def _only_adds(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether the same words stand on both sides but for some that one of them has more."""
    one, two = Counter(gone), Counter(come)
    return not (one - two) or not (two - one)


def _around(hunks: Sequence[Hunk], gap: str) -> tuple[list[str], list[str]]:
    """The words that stand before and behind every one of some places, as far as a name may go; `gap` is what
    parts words. Where nothing does only a noun behind them belongs to the name.
    """
    if not gap:
        columns = zip(*[hunk.after for hunk in hunks], strict=False)
        common = "".join(signs[0] for signs in takewhile(lambda one: len(set(one)) == 1, columns))
        noun = _LAST_NOUN.match(common)
        return [], [noun[0]] if noun is not None else []
    before = [hunk.before.split()[::-1] for hunk in hunks]
    after_words = [hunk.after.split() if hunk.after.startswith(gap) else [] for hunk in hunks]
    left = _in_common(before, english_words.FUNCTION_WORDS)[::-1]
    right = _in_common(after_words, _ENDS_NAME)
    while right and right[-1].lower() in english_words.FUNCTION_WORDS:
        right.pop()
    return left, right


def _in_common(contexts: Sequence[Sequence[str]], ends: frozenset[str]) -> list[str]:
    """The words that all contexts begin with, up to a sign or to a word that `ends` a name."""
    words: list[str] = []
    for column in list(zip(*contexts, strict=False))[:_CONTEXT]:
        word = column[0]
        if len({one.lower() for one in column}) > 1 or not word[-1].isalnum() or word.lower() in ends:
            break
        words.append(word)
    return words
