"""Two readings -> the words deleted, inserted and kept. The only importer of diff_match_patch.

Each token is one character; strings are compared (Myers 1986, as diff-match-patch has it, without its
time limit, which would make results depend on the machine). Verb phrases are single tokens. Words that
occur once in each reading and in the same order split the readings first (patience diff), which is quicker
and keeps names together. Views show changes with only a few common words between them as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from diff_match_patch import diff_match_patch
from msgspec import Struct

from resdiff.core.runs import increasing_run
from resdiff.core.tokens import Vocabulary, tokenize

EditKind = Literal["equal", "delete", "insert"]
_PieceKind = Literal[EditKind, "folded"]
Spans = Sequence[tuple[int, int]]
_Hunk = tuple[int, int, int, int]
"""Base tokens [a, b) replaced by revised tokens [c, d)."""


class Edit(Struct, frozen=True, kw_only=True):
    """A run of words that is kept, deleted or inserted: 'equal' and 'delete' joined are the base, 'equal' and
    'insert' the revised reading.
    """

    kind: EditKind
    text: str
    is_folded: bool = False
    """Of a kept run: whether it is so short, between two changes, that views show it as changed with them."""


class WordOptions(Struct, frozen=True, kw_only=True):
    """How words are compared."""

    largest: int = 4_000
    """Most differing words, of both readings together, that are compared one by one; where there are
    more, the differing passage counts as replaced. 1 or more.
    """
    fold: int = 2
    """A run of at most so many common words between two changes is shown as changed with them where it is
    shorter than either. 0 or more.
    """


class WordDiff:
    """Compares readings; keeps what it learned of words from one pair to the next."""

    def __init__(self, options: WordOptions | None = None) -> None:
        self._options = options or WordOptions()
        self._vocabulary = Vocabulary()

    def edits(
        self, base: str, revised: str, base_phrases: Spans = (), revised_phrases: Spans = ()
    ) -> tuple[tuple[Edit, ...], bool]:
        """The edits that lead from one reading to the other, and whether they were compared word by word.

        `base_phrases` and `revised_phrases` are characters [start, end) that are never cut: verb phrases.
        """
        start, end = _shared_ends(base, revised, base_phrases, revised_phrases)
        left = _tokens(base, base_phrases, start, len(base) - end)
        right = _tokens(revised, revised_phrases, start, len(revised) - end)
        one, two = self._codes(left), self._codes(right)
        whole = len(one) + len(two) <= self._options.largest
        hunks = list(_hunks(one, two)) if whole else [(0, len(one), 0, len(two))]
        pieces = _spell(hunks, self._folded(hunks, left, right), left, right)
        return tuple(_joined([("equal", base[:start]), *pieces, ("equal", base[len(base) - end :])])), whole

    def _codes(self, tokens: list[str]) -> str:
        return "".join(map(self._vocabulary.__getitem__, tokens))

    def _folded(self, hunks: list[_Hunk], left: list[str], right: list[str]) -> set[int]:
        """The places of the hunks before which only a few common words stand, so that they are shown as one
        change with the hunk before.

        A change of signs alone folds nothing.
        """
        folded: set[int] = set()
        last: _Hunk | None = None
        for place, hunk in enumerate(hunks):
            between = left[last[1] : hunk[0]] if last is not None else []
            if last is not None and len(between) <= 4 * self._options.fold:
                size = min(_words_of(last, left, right), _words_of(hunk, left, right))
                if sum(map(_is_word, between)) <= self._options.fold and len(between) <= size:
                    folded.add(place)
                    hunk = (last[0], hunk[1], last[2], hunk[3])
            last = hunk
        return folded


def _is_word(token: str) -> bool:
    return token[-1].isalnum() or any(map(str.isalnum, token))


def _words_of(hunk: _Hunk, left: list[str], right: list[str]) -> int:
    """The words, signs left out, of the longer side of a hunk."""
    return max(sum(map(_is_word, left[hunk[0] : hunk[1]])), sum(map(_is_word, right[hunk[2] : hunk[3]])))


def _tokens(text: str, phrases: Spans, start: int, end: int) -> list[str]:
    """The tokens of the characters [start, end) of a reading, each phrase a single one."""
    tokens: list[str] = []
    last = start
    for a, b in phrases:
        if a < start or b > end:
            continue
        before = a - 1 if a > last and text[a - 1] == " " else a
        if before > last:
            tokens += tokenize(text[last:before])
        tokens.append(text[before:b])
        last = b
    return tokens + tokenize(text[last:end]) if last < end else tokens


def _shared_ends(base: str, revised: str, base_phrases: Spans, revised_phrases: Spans) -> tuple[int, int]:
    """How many characters two readings share at their start and at their end, words and phrases kept
    whole.
    """
    start = _common_start(base, revised)
    if start < len(base) or start < len(revised):
        start = max(base.rfind(" ", 0, start), 0)
        start = _outside(start, base_phrases, revised_phrases)
    middle_base, middle_revised = base[start:], revised[start:]
    end = _common_start(middle_base[::-1], middle_revised[::-1])
    place = base.find(" ", len(base) - end)
    end = len(base) - place if place >= 0 and end else 0
    for phrases, size in ((base_phrases, len(base)), (revised_phrases, len(revised))):
        if any(a - 1 < size - end < b for a, b in phrases):
            return start, 0
    return start, end


def _outside(place: int, *excluded: Spans) -> int:
    """The place, or the beginning of the phrases in which it falls."""
    for phrases in (*excluded, *excluded):
        for a, b in phrases:
            if a - 1 < place < b:
                place = max(a - 1, 0)
    return place


def _common_start(one: str, two: str) -> int:
    """How many characters two strings have in common at their start."""
    size = min(len(one), len(two))
    if one[:size] == two[:size]:
        return size
    low, high = 0, size
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle
    return low if one[low] != two[low] else high


def _hunks(one: str, two: str) -> Iterable[_Hunk]:
    """The differences between two strings, parted at the characters that stand once in both, in the same
    order.
    """
    a = c = 0
    for i, j in [*_unique_run(one, two), (len(one), len(two))]:
        if i > a and j > c:
            yield from _myers(one[a:i], two[c:j], a, c)
        elif i > a or j > c:
            yield a, i, c, j
        a, c = i + 1, j + 1


def _unique_run(one: str, two: str) -> list[tuple[int, int]]:
    """The longest run, in order on both sides, of characters that stand once in each string."""
    common = set(one).intersection(two)
    if len(common) < 2:
        return []
    once = {code for code in common if one.count(code) == 1 == two.count(code)}
    pairs = [(k, two.index(code)) for k, code in enumerate(one) if code in once]
    if all(j < after for (_, j), (_, after) in pairwise(pairs)):
        return pairs
    return increasing_run(pairs)


def _myers(one: str, two: str, a: int, c: int) -> Iterable[_Hunk]:
    """The differences between two strings that begin at a and c."""
    start = _common_start(one, two) if one[:1] == two[:1] else 0
    one, two, a, c = one[start:], two[start:], a + start, c + start
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    if not one or not two or set(one).isdisjoint(two):
        if one or two:
            yield a, a + len(one), c, c + len(two)
        return
    if len(one) == 1 or len(two) == 1:
        yield from _around(one, two, a, c)
        return
    begin_a, begin_c = a, c
    for kind, text in _engine().diff_main(one, two, False):
        if kind == 0:
            if a > begin_a or c > begin_c:
                yield begin_a, a, begin_c, c
            a, c = a + len(text), c + len(text)
            begin_a, begin_c = a, c
        elif kind < 0:
            a += len(text)
        else:
            c += len(text)
    if a > begin_a or c > begin_c:
        yield begin_a, a, begin_c, c


def _around(one: str, two: str, a: int, c: int) -> Iterable[_Hunk]:
    """The differences where one of two strings, which begin at a and c, is a single character that the other
    holds.
    """
    place = two.index(one) if len(one) == 1 else one.index(two)
    i, j = (0, place) if len(one) == 1 else (place, 0)
    if i or j:
        yield a, a + i, c, c + j
    if i + 1 < len(one) or j + 1 < len(two):
        yield a + i + 1, a + len(one), c + j + 1, c + len(two)


@cache
def _engine() -> diff_match_patch:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def _spell(
    hunks: list[_Hunk], folded: set[int], left: list[str], right: list[str]
) -> list[tuple[_PieceKind, str]]:
    """The hunks as runs of words; common words that are written differently are told as changed."""
    pieces: list[tuple[_PieceKind, str]] = []
    a = c = 0
    for place, hunk in enumerate([*hunks, (len(left), len(left), len(right), len(right))]):
        pieces += _stay(left[a : hunk[0]], right[c : hunk[2]], "folded" if place in folded else "equal")
        pieces.append(("delete", "".join(left[hunk[0] : hunk[1]])))
        pieces.append(("insert", "".join(right[hunk[2] : hunk[3]])))
        a, c = hunk[1], hunk[3]
    return pieces


def _stay(left: list[str], right: list[str], kind: _PieceKind) -> list[tuple[_PieceKind, str]]:
    whole = "".join(left)
    if whole == "".join(right):
        return [(kind, whole)]
    pieces: list[tuple[_PieceKind, str]] = []
    for one, two in zip(left, right, strict=True):
        pieces += [(kind, one)] if one == two else [("delete", one), ("insert", two)]
    return pieces


def shown_edits(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits as views show them: folded runs are deleted and inserted with the changes round them."""
    if not any(edit.is_folded for edit in edits):
        return edits
    pieces: list[tuple[_PieceKind, str]] = []
    for edit in edits:
        pieces += (
            [("delete", edit.text), ("insert", edit.text)] if edit.is_folded else [(edit.kind, edit.text)]
        )
    return tuple(_joined(pieces))


def _joined(pieces: list[tuple[_PieceKind, str]]) -> Iterable[Edit]:
    """The pieces without empty ones, neighbours of a kind joined, what goes before what comes."""
    gone = come = ""
    stay = ""
    stay_kind: _PieceKind = "equal"
    for kind, text in pieces:
        if not text:
            continue
        if kind in ("equal", "folded"):
            if gone or come:
                yield from _changed(gone, come)
                gone = come = ""
            stay, stay_kind = stay + text, kind
            continue
        if stay:
            yield Edit(kind="equal", text=stay, is_folded=stay_kind == "folded")
            stay = ""
        if kind == "delete":
            gone += text
        else:
            come += text
    if gone or come:
        yield from _changed(gone, come)
    if stay:
        yield Edit(kind="equal", text=stay)


def _changed(gone: str, come: str) -> Iterable[Edit]:
    if gone:
        yield Edit(kind="delete", text=gone)
    if come:
        yield Edit(kind="insert", text=come)
