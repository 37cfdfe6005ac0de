"""Where a phrase stands in the versions of a lineage, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.history import Sighting
from resdiff.core.model import Resolution
from resdiff.render.views.labels import version_label
from resdiff.render.views.votes import tally


def trace_rows(
    lineage: str, versions: Sequence[Resolution], sightings: Sequence[Sighting], with_words: bool
) -> Iterator[dict[str, object]]:
    """A row for each paragraph that carries the phrase, and one for each that no longer does.

    Where the phrase vanished, `before` tells the version and paragraph that had it last; the text is that of
    the paragraph now, and as it read before where it is gone. `with_words` tells how the phrase reads there.
    """
    for sighting in sightings:
        text = versions[sighting.version]
        last = before = None
        if sighting.state == "vanished":
            earlier = versions[sighting.version - 1]
            last = earlier.paragraphs[sighting.paragraph]
            before = f"{version_label(earlier)} {last.id}"
        now = text.paragraphs[sighting.now] if sighting.now is not None else None
        yield {
            "state": sighting.state,
            "lineage": lineage or None,
            "version": version_label(text),
            "symbol": text.masthead.symbol,
            "date": text.masthead.date,
            "stage": text.masthead.stage,
            "vote": tally(text.vote) if text.vote is not None else None,
            "paragraph": now.id if now is not None else None,
            "before": before,
            **({"words": sighting.words} if with_words else {}),
            "text": now.text if now is not None else last.text if last is not None else "",
        }
