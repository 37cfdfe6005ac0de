"""What documents that hold both texts of a comparison have in common: one order of all paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from resdiff.core.compare import Change, Comparison


class Placed(NamedTuple):
    """A paragraph of one text at its place in the document, or a change that both texts have there."""

    change: Change
    base: int | None = None
    """The place of the paragraph in the base text, which alone has it there."""
    revised: int | None = None
    """The place of the paragraph in the revised text, which alone has it there."""


def in_one_order(
    comparison: Comparison,
    stands_apart: Callable[[Change], bool],
    sections: tuple[Sequence[int], Sequence[int]] | None = None,
) -> Iterator[Placed]:
    """The paragraphs of both texts in the order of the revised one.

    Those of the base stand in their own order between them.

    `stands_apart` tells of changes whose paragraphs stand there once for each text. `sections` are the
    sections of the paragraphs of both texts, as growing numbers: a paragraph of the base stands before any
    later section.
    """
    changes = comparison.changes
    left = sorted(
        ((i, change) for change in changes if stands_apart(change) for i in change.base),
        key=lambda one: one[0],
        reverse=True,
    )
    for change in changes:
        is_apart = stands_apart(change)
        for j in change.revised if is_apart else change.revised[:1]:
            while left and (
                (not is_apart and left[-1][0] < change.base[0])
                or (sections is not None and sections[0][left[-1][0]] < sections[1][j])
            ):
                i, gone = left.pop()
                yield Placed(gone, base=i)
            yield Placed(change, revised=j) if is_apart else Placed(change)
    yield from (Placed(gone, base=i) for i, gone in reversed(left))
