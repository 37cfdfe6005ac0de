"""JSON: the schemas resdiff/history/1 and resdiff/blame/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import UNSET

from resdiff.core.history import History, Thread, runs_of, shifts_at
from resdiff.core.history.survival import survival_of, thread_ending, turnovers
from resdiff.core.history.threads import Place
from resdiff.core.model import Resolution
from resdiff.render.data.encoding import json_lines
from resdiff.render.data.history_documents import (
    BlameDocument,
    BlamedParagraphDocument,
    HistoryDocument,
    HistoryVersionDocument,
    PlaceDocument,
    ThreadDocument,
    VersionDocument,
)
from resdiff.render.views.labels import version_label


def blame_json(history: History) -> Iterator[str]:
    """The blame of the last version as JSON."""
    versions = [_version(k, text) for k, text in enumerate(history.versions)]
    paragraphs = [
        BlamedParagraphDocument(
            id=paragraph.id, line=paragraph.line, runs=tuple(runs_of(paragraph.text, origins))
        )
        for paragraph, origins in zip(history.versions[-1].paragraphs, history.origins[-1], strict=True)
    ]
    return json_lines(BlameDocument(versions=tuple(versions), paragraphs=tuple(paragraphs)))


def history_json(history: History, threads: Sequence[Thread], lineage: str | None = None) -> Iterator[str]:
    """The versions and threads as JSON; `lineage` names the history where several are written."""
    changes = (None, *turnovers(history))
    versions = []
    for k, text in enumerate(history.versions):
        facts = _version(k, text)
        versions.append(
            HistoryVersionDocument(
                index=facts.index,
                label=facts.label,
                symbol=facts.symbol,
                date=facts.date,
                stage=text.masthead.stage,
                shares={str(origin): count for origin, count in history.shares(k).items()},
                turnover=changes[k],
            )
        )
    document = HistoryDocument(
        versions=tuple(versions),
        survival=survival_of(history),
        threads=tuple(_thread(history, thread) for thread in threads),
        warnings=history.warnings,
        lineage=lineage if lineage is not None else UNSET,
    )
    return json_lines(document)


def _version(index: int, text: Resolution) -> VersionDocument:
    head = text.masthead
    return VersionDocument(index=index, label=version_label(text), symbol=head.symbol, date=head.date)


def _thread(history: History, thread: Thread) -> ThreadDocument:
    return ThreadDocument(
        thread=thread.number,
        first=thread.first,
        last=thread.last,
        ended=thread_ending(history, thread),
        branched_from=thread.branched_from,
        joined_to=thread.joined_to,
        places=tuple(_place(history, place) for place in thread.places),
    )


def _place(history: History, place: Place) -> PlaceDocument:
    return PlaceDocument(
        version=place.version,
        id=history.versions[place.version].paragraphs[place.paragraph].id,
        fate=place.fate,
        verbs=tuple(shift.outcome for shift in shifts_at(history, place)),
    )
