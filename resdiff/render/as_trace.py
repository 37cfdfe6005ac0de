"""Where a phrase stands in the versions of a lineage, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.history import Sighting
from resdiff.core.model import Resolution
from resdiff.render.labels import tally, version_label


def trace_rows(
    lineage: str, versions: Sequence[Resolution], sightings: Sequence[Sighting], with_words: bool
) -> Iterator[dict[str, object]]:
    """A row for each paragraph that carries the phrase, and one for each that no longer does, as it read before.

    `with_words` tells how the phrase reads there.
    """
    for sighting in sightings:
        text = versions[sighting.version]
        holder = versions[sighting.version - 1] if sighting.state == "vanished" else text
        paragraph = holder.paragraphs[sighting.paragraph]
        yield {
            "state": sighting.state, "lineage": lineage or None, "version": version_label(text), "symbol": text.masthead.symbol,
            "date": text.masthead.date, "stage": text.masthead.stage, "vote": tally(text.vote) if text.vote is not None else None,
            "paragraph": paragraph.id, **({"words": sighting.words} if with_words else {}), "text": paragraph.text,
        }  # fmt: skip
