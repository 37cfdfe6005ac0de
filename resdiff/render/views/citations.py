"""The documents that a text cites, in words."""

from __future__ import annotations

from resdiff.core.citations import documents_cited
from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs


def cited_words(resolution: Resolution, verbs: Verbs | None) -> str:
    """The documents that a text cites, each with its paragraphs: 'A/RES/70/1 (PP2, OP4) · S/2031/12 (OP7)'
    or '' where it cites none.
    """
    return " · ".join(
        f"{symbol} ({', '.join(resolution.paragraphs[place].id for place in places)})"
        for symbol, places in documents_cited(resolution, verbs).items()
    )
