"""Asks as data: the schemas resdiff/asks/1 and resdiff/ask-changes/1, and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.asks import Ask, Asks
from resdiff.core.compare import Comparison
from resdiff.core.compare.asks import AskChange
from resdiff.core.model import Resolution
from resdiff.render.data.ask_documents import (
    AskChangeDocument,
    AskChangesDocument,
    AskDocument,
    AsksDocument,
    BalanceDocument,
)
from resdiff.render.data.documents import AskOfChangeDocument, AsksOfChangeDocument
from resdiff.render.data.encoding import json_lines
from resdiff.render.views.csv_rows import csv_rows
from resdiff.version import __version__

ASK_COLUMNS = (
    "line",
    "paragraph",
    "verb",
    "lemma",
    "strength",
    "addressee",
    "addressee_name",
    "clause",
    "task",
    "to",
    "due",
    "due_resolved",
    "hedges",
)
_SIDES = ("base", "revised")


def asks_json(text: Resolution, asks: Asks) -> Iterator[str]:
    """The asks of a text as JSON, in pieces."""
    document = AsksDocument(
        resdiff=__version__,
        source=text.source,
        symbol=text.masthead.symbol,
        language=text.language,
        asks=tuple(ask_document(ask, text) for ask in asks),
    )
    return json_lines(document)


def asks_csv(text: Resolution, asks: Asks) -> Iterator[str]:
    """The asks of a text as CSV, a row an operative verb."""
    return csv_rows(ASK_COLUMNS, (ask_cells(ask_document(ask, text)) for ask in asks))


def ask_changes_json(comparison: Comparison) -> Iterator[str]:
    """The asks of two texts, paired, as JSON, in pieces."""
    base, revised = comparison.base, comparison.revised
    changes = tuple(
        AskChangeDocument(
            outcome=change.outcome,
            aspects=change.aspects,
            base=ask_document(change.base, base) if change.base is not None else None,
            revised=ask_document(change.revised, revised) if change.revised is not None else None,
        )
        for change in comparison.asks()
    )
    document = AskChangesDocument(
        resdiff=__version__,
        base=base.source,
        revised=revised.source,
        balance=tuple(BalanceDocument(*row) for row in comparison.balance),
        asks=changes,
    )
    return json_lines(document)


def ask_changes_csv(comparison: Comparison) -> Iterator[str]:
    """The same as CSV, a row an ask: what became of it, then its values in either text."""
    columns = ("outcome", "aspects", *(f"{side}_{name}" for side in _SIDES for name in ASK_COLUMNS))
    nothing = ("",) * len(ASK_COLUMNS)
    rows = (
        (
            change.outcome,
            "; ".join(change.aspects),
            *(ask_cells(ask_document(change.base, comparison.base)) if change.base is not None else nothing),
            *(
                ask_cells(ask_document(change.revised, comparison.revised))
                if change.revised is not None
                else nothing
            ),
        )
        for change in comparison.asks()
    )
    return csv_rows(columns, rows)


def asks_of_change(asks: Sequence[AskChange]) -> AsksOfChangeDocument:
    """Those asks of one change of paragraphs that did not stay as they were."""
    documents: dict[str, list[AskOfChangeDocument]] = {"new": [], "altered": [], "gone": []}
    for change in asks:
        ask = change.revised or change.base
        if ask is not None and change.outcome in documents:
            documents[change.outcome].append(
                AskOfChangeDocument(
                    verb=ask.verb.phrase,
                    addressee=ask.addressee_name,
                    task=ask.task,
                    aspects=change.aspects,
                )
            )
    return AsksOfChangeDocument(**{outcome: tuple(those) for outcome, those in documents.items()})


def ask_document(ask: Ask, text: Resolution) -> AskDocument:
    """An ask with the place and the values of its verb."""
    paragraph = text.paragraphs[ask.paragraph]
    return AskDocument(
        line=paragraph.line,
        paragraph=paragraph.id,
        verb=ask.verb.phrase,
        lemma=ask.verb.sense.lemma,
        strength=ask.verb.sense.strength,
        addressee=ask.addressee,
        addressee_name=ask.addressee_name,
        clause=ask.clause,
        task=ask.task,
        to=ask.to,
        due=ask.due,
        due_resolved=ask.due_resolved,
        hedges=ask.hedges,
    )


def ask_cells(document: AskDocument) -> tuple[object, ...]:
    """The values of an ask in the order of ASK_COLUMNS, several of one in one cell."""
    values = (getattr(document, name) for name in ASK_COLUMNS)
    return tuple("; ".join(value) if isinstance(value, tuple) else value for value in values)
