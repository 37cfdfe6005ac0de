"""The order in which paragraphs are offered to who links one by hand."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.align.sides import Side
from resdiff.core.align.similarity import ratio
from resdiff.core.align.stems import StemVocabulary
from resdiff.core.model import Paragraph


def by_likeness(paragraph: Paragraph, others: Sequence[Paragraph]) -> list[int]:
    """The places of the other paragraphs, those with most words in common with the paragraph first; of two
    alike, the earlier.
    """
    side = Side((paragraph, *others), StemVocabulary())
    shares = [ratio(side.code(0), side.code(k)) for k in range(1, len(side))]
    return sorted(range(len(others)), key=lambda k: (-shares[k], k))
