"""JSON: the schemas resdiff/history/1 and resdiff/blame/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from resdiff.core.history import History, Thread, runs_of, shifts_at
from resdiff.core.history.survival import ending_of, survival_of, turnovers
from resdiff.render.data.encoding import encode
from resdiff.render.views.labels import version_label

BLAME = "resdiff/blame/1"
HISTORY = "resdiff/history/1"


def blame_json(history: History) -> Iterator[str]:
    """The blame of the last version as JSON."""
    versions = [
        {"index": k, "label": version_label(text), "symbol": text.masthead.symbol, "date": text.masthead.date}
        for k, text in enumerate(history.versions)
    ]
    yield f'{{"schema": "{BLAME}",\n"versions": {encode(versions)},\n"paragraphs": [\n'
    paragraphs = history.versions[-1].paragraphs
    for k, (paragraph, origins) in enumerate(zip(paragraphs, history.origins[-1], strict=True)):
        told = {"id": paragraph.id, "line": paragraph.line, "runs": runs_of(paragraph.text, origins)}
        yield encode(told) + (",\n" if k + 1 < len(paragraphs) else "")
    yield "\n]}\n"


def history_json(history: History, threads: Sequence[Thread], lineage: str | None = None) -> Iterator[str]:
    """The versions and threads as JSON."""
    changed = [None, *map(asdict, turnovers(history))]
    versions = [
        {
            "index": k,
            "label": version_label(text),
            "symbol": text.masthead.symbol,
            "date": text.masthead.date,
            "stage": text.masthead.stage,
            "shares": {str(origin): count for origin, count in history.shares(k).items()},
            "turnover": changed[k],
        }
        for k, text in enumerate(history.versions)
    ]
    named = f'"lineage": {encode(lineage)},\n' if lineage is not None else ""
    yield f'{{"schema": "{HISTORY}",\n{named}"versions": {encode(versions)},\n'
    yield f'"survival": {encode(asdict(survival_of(history)))},\n"threads": [\n'
    for k, thread in enumerate(threads):
        places = [
            {
                "version": place.version,
                "id": history.versions[place.version].paragraphs[place.paragraph].id,
                "fate": place.fate,
                "verbs": [shift.outcome for shift in shifts_at(history, place)],
            }
            for place in thread.places
        ]
        told = {
            "thread": thread.number,
            "first": thread.first,
            "last": thread.last,
            "ended": ending_of(history, thread),
            "branched_from": thread.branched_from,
            "joined_to": thread.joined_to,
            "places": places,
        }
        yield encode(told) + (",\n" if k + 1 < len(threads) else "")
    yield f'\n],\n"warnings": {encode(history.warnings)}}}\n'
