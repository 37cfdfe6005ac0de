"""The history of a lineage as an HTML page: versions, paragraphs by version, readings, verbs, ages, the last
text by age.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from markupsafe import Markup
from msgspec.structs import asdict

from resdiff.core.history import Fate, History, Thread
from resdiff.core.history.survival import turnovers
from resdiff.core.verbs import VerbOutcome
from resdiff.core.wording import counted
from resdiff.render.report.blame import blame_of
from resdiff.render.report.charts import Chart, Layer, chart_html
from resdiff.render.report.page import html_text, language_of
from resdiff.render.report.readings import edits_html
from resdiff.render.report.templating import as_markup, rendered_page
from resdiff.render.views.evolution import counts_by_rung, evolution_rows
from resdiff.render.views.history import FATES, cell_of, end_of, id_of, last_of, readings_of
from resdiff.render.views.labels import labels_of, title_of
from resdiff.render.views.style import AGES, SHIFT_SIGNS, ages_of
from resdiff.render.views.survival import TURNOVER_COLUMNS, life_of
from resdiff.render.views.votes import tally

_OPENING = 8
"""Words of a paragraph that name its row."""
_COLUMNS = 24
"""Versions that a table of paragraphs holds, so that it fits a window and a printed page."""
_CONTENTS = (
    ("versions", "Versions"),
    ("paragraphs", "Paragraphs"),
    ("verbs", "Verbs"),
    ("ages", "Age of the text"),
    ("blame", "Where its words come from"),
    ("readings", "Readings"),
)
_MOST_LAYERS = 12
"""Versions whose words are told one by one in the chart of ages.

Of more, those of one colour are told together.
"""


class _Version(NamedTuple):
    label: str
    facts: list[str]
    counts: list[int | str]


class _Cell(NamedTuple):
    fate: str
    """'' where the paragraph does not stand."""
    title: str = ""
    signs: str = ""
    words: str = ""


class _ParagraphRow(NamedTuple):
    number: int
    """Of its thread."""
    name: str
    opening: str
    cells: list[_Cell]


class _ParagraphTable(NamedTuple):
    columns: list[tuple[int, str]]
    """Number and label of each version."""
    rows: Iterator[_ParagraphRow]


class _VerbChange(NamedTuple):
    base: str
    revised: str
    paragraph: str
    change: str
    sign: str
    verb: str


class _Reading(NamedTuple):
    heading: str
    words: Markup


class _ThreadReadings(NamedTuple):
    number: int
    name: str
    opening: str
    readings: list[_Reading]
    ending: str


def history_html(history: History, threads: Sequence[Thread], lineage: str = "") -> Iterator[str]:
    """The page, in pieces, with the paragraphs `threads`."""
    counts = counts_by_rung(history)
    has_verbs = any(counts)
    return rendered_page(
        "history.html",
        f"{lineage or title_of(history.versions[-1])}: through {counted(len(history.versions), 'version')}",
        warnings=history.warnings,
        contents=[one for one in _CONTENTS if one[0] != "verbs" or has_verbs],
        counted=("paragraphs", *TURNOVER_COLUMNS.values()),
        versions=list(_versions(history)),
        life=life_of(history),
        signs=", ".join(f"{sign} {fate}" for fate, sign in FATES.items()),
        tables=_tables(history, threads),
        verb_charts=list(_verb_charts(history, counts)) if has_verbs else [],
        verb_changes=list(_verb_changes(history)),
        age_chart=as_markup(*chart_html(_ages(history))),
        blame=blame_of(history),
        language=as_markup(language_of(history.versions[-1])),
        threads=(_thread_readings(thread, history) for thread in threads),
    )


def _versions(history: History) -> Iterator[_Version]:
    """What each version is, and what it kept and changed."""
    changed = [None, *turnovers(history)]
    for text, turnover, label in zip(history.versions, changed, labels_of(history.versions), strict=True):
        facts = (text.masthead.stage, text.masthead.date, tally(text.vote) if text.vote is not None else None)
        values = asdict(turnover) if turnover is not None else {}
        counts = [len(text.paragraphs), *(values.get(name, "") for name in TURNOVER_COLUMNS)]
        yield _Version(label, [fact or "" for fact in facts], counts)


def _tables(history: History, threads: Sequence[Thread]) -> Iterator[_ParagraphTable]:
    """A row a paragraph, a cell a version, in tables of as many versions as a page has room for."""
    count = len(history.versions)
    labels = labels_of(history.versions)
    for first in range(0, count, _COLUMNS):
        versions = range(first, min(first + _COLUMNS, count))
        yield _ParagraphTable(
            [(k + 1, labels[k]) for k in versions], _rows(history, threads, versions, labels)
        )


def _rows(
    history: History, threads: Sequence[Thread], versions: range, labels: Sequence[str]
) -> Iterator[_ParagraphRow]:
    """The paragraphs that stand in, or leave, one of these versions."""
    for thread in threads:
        shown = [cell_of(thread, k, history) for k in versions]
        if any(fate for fate, _ in shown):
            cells = [_cell(fate, shift, labels[k]) for k, (fate, shift) in zip(versions, shown, strict=True)]
            yield _ParagraphRow(thread.number, id_of(thread, history), _opening(thread, history), cells)


def _opening(thread: Thread, history: History) -> str:
    return " ".join(last_of(thread, history).text.split(" ")[:_OPENING])


def _cell(fate: Fate | None, shift: VerbOutcome | None, label: str) -> _Cell:
    if not fate:
        return _Cell("")
    words = f"{fate}, verb {shift}" if shift else fate
    return _Cell(fate, f"{label}: {words}", FATES[fate] + (SHIFT_SIGNS[shift] if shift else ""), words)


def _verb_charts(history: History, counts: Sequence[Counter[tuple[str, int]]]) -> Iterator[Markup]:
    """How many verbs stand on each rung in each version, a chart a ladder."""
    rungs = sorted({rung for count in counts for rung in count})
    bars = labels_of(history.versions)
    for ladder in sorted({ladder for ladder, _ in rungs}, key=lambda ladder: (ladder == "", ladder)):
        strengths = [strength for name, strength in rungs if name == ladder]
        layers = [
            Layer(
                name=f"strength {strength}" if ladder else "verbs",
                style="bar",
                values=[count[ladder, strength] for count in counts],
                opacity=0.25 + 0.75 * (k + 1) / len(strengths),
            )
            for k, strength in enumerate(strengths)
        ]
        title = f"{ladder} verbs, the strongest on top" if ladder else "verbs without a rank"
        yield as_markup(*chart_html(Chart(title=title, bars=bars, layers=layers)))


def _verb_changes(history: History) -> Iterator[_VerbChange]:
    """Every verb that came, went or shifted."""
    for row in evolution_rows("", history.comparisons):
        word = cast("VerbOutcome", row["change"])
        lemma = str(row["lemma"])
        yield _VerbChange(
            base=str(row["base"]),
            revised=str(row["revised"]),
            paragraph=str(row["paragraph"]),
            change=word,
            sign=SHIFT_SIGNS[word],
            verb=lemma if word in ("added", "dropped") else f"{row['base_lemma']} → {lemma}",
        )


def _ages(history: History) -> Chart:
    """The share of the words of each version by the version in which they first stood."""
    count = len(history.versions)
    bars = labels_of(history.versions)
    shares = [history.shares(k) for k in range(count)]
    whole = [max(sum(share.values()), 1) for share in shares]
    ages = ages_of(history.shares(), count)
    groups = [[k] for k in range(count)]
    if count > _MOST_LAYERS:
        groups = [group for age in range(len(AGES)) if (group := [k for k in range(count) if ages[k] == age])]
    layers = [
        Layer(
            name=bars[group[0]] if len(group) == 1 else f"{bars[group[0]]} to {bars[group[-1]]}",
            style=f"age a{ages[group[0]] + 1}",
            values=[
                100 * sum(share.get(k, 0) for k in group) / total
                for share, total in zip(shares, whole, strict=True)
            ],
        )
        for group in groups
    ]
    return Chart(
        title="words of each version by the version in which they first appeared, oldest at the bottom",
        bars=bars,
        layers=layers,
        unit="%",
    )


def _thread_readings(thread: Thread, history: History) -> _ThreadReadings:
    """All readings of a paragraph, with the words that changed between them."""
    readings = [
        _Reading(
            reading.heading,
            as_markup(edits_html(reading.edits) or html_text(reading.text)) if reading.text else Markup(),
        )
        for reading in readings_of(history, thread)
    ]
    name, opening = id_of(thread, history), _opening(thread, history)
    return _ThreadReadings(thread.number, name, opening, readings, end_of(history, thread))
