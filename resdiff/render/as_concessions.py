"""What became of a draft's proposals, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.history.concessions import Concession
from resdiff.core.model import Resolution
from resdiff.render.labels import names


def concession_rows(found: Sequence[Concession], base: Resolution, draft: Resolution, adopted: Resolution) -> Iterator[dict[str, object]]:
    """A row for each proposal: its outcome, what was proposed, the ids in the three texts, and the reading that tells most."""
    for known in found:
        text, places = (adopted, known.adopted) if known.adopted else (draft, known.draft) if known.draft else (base, known.base)
        yield {
            "outcome": known.outcome, "proposal": known.proposal, "at_adoption": known.at_adoption,
             "base": names(known.base, base.paragraphs) or None,
            "draft": names(known.draft, draft.paragraphs) or None, "adopted": names(known.adopted, adopted.paragraphs) or None,
            "text": " ".join(text.paragraphs[k].text for k in places),
        }  # fmt: skip
