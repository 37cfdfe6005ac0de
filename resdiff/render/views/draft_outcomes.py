"""What became of a draft: the three texts by name, and a row for each proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.history.concessions import Concession
from resdiff.core.model import Resolution
from resdiff.render.views.labels import facts_of, names, title_of


def concession_rows(
    outcomes: Sequence[Concession], base: Resolution, draft: Resolution, adopted: Resolution
) -> Iterator[dict[str, object]]:
    """A row for each proposal: its outcome, what was proposed, the ids in the three texts, and the readings
    as far as there are any.
    """
    for outcome in outcomes:
        yield {
            "outcome": outcome.outcome,
            "proposal": outcome.proposal,
            "at_adoption": outcome.at_adoption,
            "base": names(outcome.base, base.paragraphs) or None,
            "draft": names(outcome.draft, draft.paragraphs) or None,
            "adopted": names(outcome.adopted, adopted.paragraphs) or None,
            "base_text": _reading(outcome.base, base),
            "draft_text": _reading(outcome.draft, draft),
            "adopted_text": _reading(outcome.adopted, adopted),
        }


def texts_by_name(proposed: Comparison, adopted: Comparison) -> Iterator[tuple[str, str]]:
    """The three texts: what each is here, and what it is called."""
    for name, text in (
        ("last year", proposed.base),
        ("draft", proposed.revised),
        ("adopted", adopted.revised),
    ):
        facts = facts_of(text)
        yield name, title_of(text) + (f" ({facts})" if facts else "")


def _reading(places: Sequence[int], text: Resolution) -> str | None:
    return text.reading(places) or None
