"""What became of a draft as data: the schema resdiff/draft/1, and CSV, a row a proposal."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET, Struct, UnsetType

from resdiff.core.compare.changes import ChangeKind
from resdiff.core.history.beside_paragraphs import BesideChange, BesideKind, BesideOutcome
from resdiff.core.history.concessions import Concession, DraftOutcome, Outcome
from resdiff.core.history.proposed_words import ProposedWords, proposed_words
from resdiff.core.model import Resolution
from resdiff.render.data.documents import Count, Strings
from resdiff.render.data.encoding import json_lines
from resdiff.render.views.csv_rows import csv_rows
from resdiff.render.views.draft_outcomes import concession_rows, reading_at
from resdiff.version import __version__


class DraftTextDocument(Struct, frozen=True):
    """One of the three texts."""

    source: str
    symbol: str | None
    date: str | None
    stage: str | None


class ProposalDocument(Struct, frozen=True):
    """What became of one proposal; ids and readings are empty where a text has none."""

    outcome: Outcome
    proposal: ChangeKind | None
    """What the draft would have done with last year's text; null for what is new at adoption."""
    at_adoption: ChangeKind | None
    """What adoption did where no draft had proposed it."""
    last_year: Strings
    draft: Strings
    adopted: Strings
    last_year_text: str | None
    draft_text: str | None
    adopted_text: str | None
    words: tuple[ProposedWords, ...] | UnsetType = UNSET
    """Who proposed which words in tracked changes, and whether they were adopted."""


class BesideDocument(Struct, frozen=True):
    """What became of a title, a footnote or a move: the id of its paragraph, null where there is none, and
    the words, null where a text has none, in each of the three texts.
    """

    kind: BesideKind
    outcome: BesideOutcome
    last_year: str | None
    draft: str | None
    adopted: str | None
    last_year_text: str | None
    draft_text: str | None
    adopted_text: str | None


class DraftDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/draft/1"):
    """What became of a draft."""

    resdiff: str
    last_year: DraftTextDocument
    draft: DraftTextDocument
    adopted: DraftTextDocument
    tally: dict[Outcome, Count]
    proposals: tuple[ProposalDocument, ...]
    beside: tuple[BesideDocument, ...]
    """What became of title, footnotes and moves."""


def draft_outcome_json(outcome: DraftOutcome) -> Iterator[str]:
    """What became of a draft as JSON, in pieces."""
    last_year, draft, adopted = map(_text, outcome.texts)
    return json_lines(
        DraftDocument(
            resdiff=__version__,
            last_year=last_year,
            draft=draft,
            adopted=adopted,
            tally=outcome.tally,
            proposals=tuple(_proposal(concession, outcome) for concession in outcome.concessions),
            beside=tuple(map(_beside, outcome.beside())),
        )
    )


def _beside(change: BesideChange) -> BesideDocument:
    last_year, draft, adopted = (one or None for one in change.ids)
    return BesideDocument(change.kind, change.outcome, last_year, draft, adopted, *change.wordings)


def _text(text: Resolution) -> DraftTextDocument:
    head = text.masthead
    return DraftTextDocument(text.source, head.symbol, head.date, head.stage)


def _proposal(concession: Concession, outcome: DraftOutcome) -> ProposalDocument:
    places = (concession.base, concession.draft, concession.adopted)
    ids = [
        tuple(text.paragraphs[k].id for k in numbers)
        for numbers, text in zip(places, outcome.texts, strict=True)
    ]
    last_year, draft, adopted = (
        reading_at(numbers, text) for numbers, text in zip(places, outcome.texts, strict=True)
    )
    return ProposalDocument(
        concession.outcome,
        concession.proposal,
        concession.at_adoption,
        ids[0],
        ids[1],
        ids[2],
        last_year,
        draft,
        adopted,
        tuple(proposed_words(concession, outcome)) or UNSET,
    )


def draft_outcome_csv(outcome: DraftOutcome) -> Iterator[str]:
    """What became of a draft as CSV."""
    rows = list(concession_rows(outcome))
    yield from csv_rows(list(rows[0]), (list(row.values()) for row in rows)) if rows else ()
