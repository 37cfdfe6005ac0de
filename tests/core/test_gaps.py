"""Large gaps between anchors are cut, and every cut makes progress."""

from __future__ import annotations

from itertools import product

import pytest

from resdiff.core.align import Alignment, AlignOptions, align
from resdiff.core.align.moves import part_gap
from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import Scores
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.tokens import Vocabulary

_OPTIONS = AlignOptions(gap=12)
_LENGTH = 9
"""Words of a paragraph; one of them differs between the two paragraphs of an anchor."""


def _text(size: int, before: int, after: int, side: str) -> Resolution:
    """A text of so many paragraphs that share no word with the other side, but for anchors at its start and
    end.
    """
    blocks = []
    for place in range(size):
        anchor = place if place < before else f"z{size - place}" if size - place <= after else None
        name = f"own{side}{place}" if anchor is None else f"anchor{anchor}"
        last = f"end{side}{place}"
        blocks.append(f"{place + 1}. Decides {' '.join(f'{name}w{k}' for k in range(_LENGTH))} {last};")
    return parse("The Tidal Assembly,\n\n" + "\n\n".join(blocks) + "\n")


def _pieces(base: Resolution, revised: Resolution) -> list[tuple[list[int], list[int]]]:
    vocabulary = Vocabulary()
    left, right = Side(base.paragraphs, vocabulary), Side(revised.paragraphs, vocabulary)
    rows, columns = list(range(len(left))), list(range(len(right)))
    scores = Scores(left, right, _OPTIONS, (rows, columns), frozenset())
    return part_gap(left, rows, right, columns, scores, _OPTIONS)


_SHAPES = [(n, m) for n, m in product((1, 2, 3, 5, 9, 30), repeat=2) if n * m > _OPTIONS.gap]


@pytest.mark.parametrize(("height", "width"), _SHAPES)
@pytest.mark.parametrize("anchors", list(product((0, 1, 2), repeat=2)))
def test_a_gap_of_any_shape_is_cut_small_and_in_order(
    height: int, width: int, anchors: tuple[int, int]
) -> None:
    before, after = (min(count, min(height, width) // 2) for count in anchors)
    base, revised = _text(height, before, after, "a"), _text(width, before, after, "b")
    pieces = _pieces(base, revised)
    assert all(
        len(left) * len(right) <= _OPTIONS.gap or min(len(left), len(right)) == 1 for left, right in pieces
    )
    for k in (0, 1):
        places = [place for piece in pieces for place in piece[k]]
        assert places == list(range((height, width)[k]))
    filled = [{(i, j) for i in left for j in right} for left, right in pieces]
    wanted = {(k, k) for k in range(before)} | {(height - k, width - k) for k in range(1, after + 1)}
    assert all(any(pair in piece for piece in filled) for pair in wanted if min(height, width) > 1)


@pytest.mark.parametrize("anchors", list(product((0, 1, 2), repeat=2)))
def test_what_stands_at_the_ends_of_a_large_gap_is_linked(anchors: tuple[int, int]) -> None:
    base, revised = _text(40, *anchors, "a"), _text(40, *anchors, "b")
    linked = {(link.base, link.revised) for link in _aligned(base, revised).links}
    assert linked == {((k,), (k,)) for k in (*range(anchors[0]), *range(40 - anchors[1], 40))}


def test_a_gap_without_evidence_is_cut_evenly() -> None:
    sizes = [(len(left), len(right)) for left, right in _pieces(_text(30, 0, 0, "a"), _text(30, 0, 0, "b"))]
    assert sizes == [(1, 1)] * 30


def _aligned(base: Resolution, revised: Resolution) -> Alignment:
    return align(base, revised, _OPTIONS)
