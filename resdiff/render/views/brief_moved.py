"""The places of a paragraph at which words changed, without words that only moved within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import content_words
from resdiff.core.languages import english_asks

_LEAST_LISTED = 3
"""Words of a list that stand in a longer one from which on it is the same list."""


def without_moved(hunks: Sequence[Hunk]) -> Sequence[Hunk]:
    """The places without those at which words only went to, or came from, another place of the paragraph."""
    gone = {tuple(content_words(hunk.gone)) for hunk in hunks if not hunk.come.strip()}
    come = {tuple(content_words(hunk.come)) for hunk in hunks if not hunk.gone.strip()}
    moved = gone & come
    left = [hunk for hunk in hunks if tuple(content_words(hunk.gone + hunk.come)) not in moved]
    left = [hunk for hunk in left if not any(_is_same_list(hunk, other) for other in left)]
    return _with_wider_lists(list(_without_standing(left))) or hunks


def _without_standing(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """The places without the side whose words stand within the other side of another place: they moved."""
    for hunk in hunks:
        if not (hunk.gone.strip() and hunk.come.strip()):
            yield hunk
            continue
        others = [other for other in hunks if other is not hunk]
        gone = "" if any(_within(hunk.gone, other.come) for other in others) else hunk.gone
        come = "" if any(_within(hunk.come, other.gone) for other in others) else hunk.come
        if gone or come:
            yield hunk._replace(gone=gone, come=come)


def _is_same_list(hunk: Hunk, other: Hunk) -> bool:
    """Whether words went at one place and came at another, with nothing more there than what stands beside
    the first place: 'in Porto on 3 May 2031' moved, also where 'in Lima on' is said anew behind it.
    """
    if (hunk.gone.strip() and hunk.come.strip()) or (other.gone.strip() and other.come.strip()):
        return False
    if bool(hunk.come.strip()) == bool(other.come.strip()):
        return False
    (short, fewer), (long, _) = sorted(
        ((_plain_words(side.gone + side.come), side) for side in (hunk, other)), key=lambda pair: len(pair[0])
    )
    begin, middle, end = f" {' '.join(long)} ".partition(f" {' '.join(short)} ")
    beside = {*_plain_words(fewer.before), *_plain_words(fewer.after), *english_asks.FUNCTION_WORDS}
    return len(short) >= _LEAST_LISTED and bool(middle) and beside.issuperset(f"{begin} {end}".split())


def _plain_words(text: str) -> list[str]:
    """Words without the signs behind them, names and numbers too; no small ones at the end."""
    words = [word.strip(",;.:") for word in text.split()]
    while words and words[-1] in english_asks.FUNCTION_WORDS:
        words.pop()
    return words


def _within(words: str, others: str) -> bool:
    """Whether some words, three at least that say something, stand in a row among others."""
    one, two = content_words(words), content_words(others)
    return len(one) >= _LEAST_LISTED and f" {' '.join(one)} " in f" {' '.join(two)} "


def _with_wider_lists(hunks: Sequence[Hunk]) -> list[Hunk]:
    """The places where words that went stand among others that came, or the other way round, as one change:
    what is listed anew with more beside it did not go.
    """
    left = list(hunks)
    for hunk in hunks:
        words, is_gone = set(content_words(hunk.gone + hunk.come)), not hunk.come.strip()
        if len(words) < _LEAST_LISTED or (hunk.gone.strip() and hunk.come.strip()):
            continue
        for k, other in enumerate(left):
            side, opposite = (other.come, other.gone) if is_gone else (other.gone, other.come)
            if other is not hunk and not opposite.strip() and words < set(content_words(side)):
                both = other._replace(gone=hunk.gone) if is_gone else other._replace(come=hunk.come)
                left[k] = both
                left.remove(hunk)
                break
    return left
