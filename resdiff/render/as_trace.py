"""Where a phrase stands in the versions of a lineage, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.history import Sighting
from resdiff.core.model import Resolution
from resdiff.render.labels import tally, version_label


def trace_rows(lineage: str, versions: Sequence[Resolution], sightings: Sequence[Sighting]) -> Iterator[dict[str, object]]:
    """A row for each paragraph that carries the phrase, and one for each version from which it vanished."""
    for sighting in sightings:
        text = versions[sighting.version]
        facts = {
            "state": sighting.state, "lineage": lineage or None, "version": version_label(text), "symbol": text.masthead.symbol,
            "date": text.masthead.date, "stage": text.masthead.stage, "vote": tally(text.vote) if text.vote is not None else None,
        }  # fmt: skip
        for k in sighting.paragraphs:
            yield {**facts, "paragraph": text.paragraphs[k].id, "text": text.paragraphs[k].text}
        if not sighting.paragraphs:
            yield {**facts, "paragraph": None, "text": ""}
