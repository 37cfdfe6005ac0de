"""The places of a paragraph at which words changed, without words that only moved within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.brief.carried import stands_within
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import content_words, stems
from resdiff.core.languages import english, english_words

_FEW_BETWEEN = 8
"""Words between two places at which words go and come, up to which they went from one to the other."""
_LEAST_LISTED = 3
"""Words of a list that stand in a longer one from which on it is the same list."""


def without_moved(hunks: Sequence[Hunk]) -> Sequence[Hunk]:
    """The places without those at which words only went to, or came from, another place of the paragraph."""
    left = _with_wider_lists(list(_without_standing(_without_equal(hunks))))
    return _without_moved_sides(left) or hunks


def _without_equal(hunks: Sequence[Hunk]) -> Sequence[Hunk]:
    """The places without those at which the same words, or a list of them, went and came."""
    gone = {tuple(content_words(hunk.gone)) for hunk in hunks if not hunk.come.strip()}
    come = {tuple(content_words(hunk.come)) for hunk in hunks if not hunk.gone.strip()}
    moved = gone & come
    left = [hunk for hunk in hunks if tuple(content_words(hunk.gone + hunk.come)) not in moved]
    return [hunk for hunk in left if not any(_is_same_list(hunk, other) for other in left)]


def _without_moved_sides(hunks: Sequence[Hunk]) -> list[Hunk]:
    """The places without sides whose words all stand on the other side of other places, fewer than three only
    of the places beside: of 'financial resources in a stable manner' and 'stable financial resources' nothing
    came. What decides how firm a sentence is stays.
    """
    gone = [set(stems(hunk.gone)) for hunk in hunks]
    come = [set(stems(hunk.come)) for hunk in hunks]
    left = []
    for k, hunk in enumerate(hunks):
        beside = {j for j in (k - 1, k + 1) if _are_near(hunks, min(j, k))}
        side_gone = "" if _has_moved(k, gone[k], come, beside) else hunk.gone
        side_come = "" if _has_moved(k, come[k], gone, beside) else hunk.come
        if side_gone.strip() or side_come.strip():
            left.append(hunk._replace(gone=side_gone, come=side_come))
    return left


def _are_near(hunks: Sequence[Hunk], place: int) -> bool:
    """Whether few words stand between a place and the next one."""
    if not 0 <= place < len(hunks) - 1:
        return False
    between = hunks[place].after
    return between == hunks[place + 1].before and len(between.split()) <= _FEW_BETWEEN


def _has_moved(place: int, words: set[str], others: Sequence[set[str]], beside: set[int]) -> bool:
    """Whether the words of one side of a place stand on the `others`, which are the other sides of all."""
    if not words or not english.BINDS.isdisjoint(words):
        return False
    near = set(range(len(others))) - {place} if len(words) >= _LEAST_LISTED else beside
    return words <= set[str]().union(*(others[k] for k in near))


def _without_standing(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """The places without the side whose words stand within the other side of another place: they moved."""
    for hunk in hunks:
        if not (hunk.gone.strip() and hunk.come.strip()):
            yield hunk
            continue
        others = [other for other in hunks if other is not hunk]
        gone = "" if any(stands_within(hunk.gone, other.come) for other in others) else hunk.gone
        come = "" if any(stands_within(hunk.come, other.gone) for other in others) else hunk.come
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
    beside = {*_plain_words(fewer.before), *_plain_words(fewer.after), *english_words.FUNCTION_WORDS}
    return len(short) >= _LEAST_LISTED and bool(middle) and beside.issuperset(f"{begin} {end}".split())


def _plain_words(text: str) -> list[str]:
    """Words without the signs behind them, names and numbers too; no small ones at the end."""
    words = [word.strip(",;.:") for word in text.split()]
    while words and words[-1] in english_words.FUNCTION_WORDS:
        words.pop()
    return words


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
