"""The history of a lineage as an HTML page: versions, paragraphs by version, readings, verbs, ages, the last
text by age.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from msgspec.structs import asdict

from resdiff.core.history import Fate, History, Thread
from resdiff.core.history.survival import turnovers
from resdiff.core.verbs import VerbOutcome
from resdiff.render.report.blame import blame_section
from resdiff.render.report.charts import Chart, Layer, chart_html
from resdiff.render.report.page import (
    PAGE_END,
    attribute_value,
    contents_html,
    header_cells,
    html_text,
    language_of,
    page_start,
    scroll_box_start,
    section,
    warnings_html,
)
from resdiff.render.report.readings import edits_html
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


def history_html(history: History, threads: Sequence[Thread], lineage: str = "") -> Iterator[str]:
    """The page, in pieces, with the paragraphs `threads`."""
    yield page_start(f"{lineage or title_of(history.versions[-1])}: through {len(history.versions)} versions")
    yield f"{warnings_html(history.warnings)}</header>\n"
    counts = counts_by_rung(history)
    yield contents_html(one for one in _CONTENTS if one[0] != "verbs" or any(counts))
    yield '<main id="main">\n'
    yield from _versions(history)
    yield from _paragraphs(history, threads)
    yield from _verbs(history, counts) if any(counts) else ()
    yield from _ages(history)
    yield from blame_section(history)
    yield from _readings(history, threads)
    yield "</main>\n"
    yield PAGE_END


def _versions(history: History) -> Iterator[str]:
    """What each version is, and what it kept and changed."""
    yield section("versions", "Versions") + scroll_box_start("versions")
    yield f"<table>\n<thead><tr>{header_cells(('', 'version', 'stage', 'date', 'vote'))}"
    yield f"{header_cells(('paragraphs', *TURNOVER_COLUMNS.values()), 'number')}</tr></thead>\n<tbody>\n"
    changed = [None, *turnovers(history)]
    for k, (text, turnover, label) in enumerate(
        zip(history.versions, changed, labels_of(history.versions), strict=True)
    ):
        facts = (text.masthead.stage, text.masthead.date, tally(text.vote) if text.vote is not None else None)
        values = asdict(turnover) if turnover is not None else {}
        cells = "".join(f'<td class="short">{html_text(fact or "")}</td>' for fact in facts)
        counts = "".join(
            f'<td class="number">{n}</td>'
            for n in (len(text.paragraphs), *(values.get(name, "") for name in TURNOVER_COLUMNS))
        )
        yield (
            f'<tr><td class="number">{k + 1}</td><th'
            f' scope="row"><bdi>{html_text(label)}</bdi></th>{cells}{counts}</tr>\n'
        )
    yield f'</tbody>\n</table>\n</div>\n<p class="told">{html_text(life_of(history))}</p>\n</section>\n'


def _paragraphs(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """A row a paragraph, a cell a version, in tables of as many versions as a page has room for."""
    count = len(history.versions)
    yield section("paragraphs", "Paragraphs")
    signs = ", ".join(f"{sign} {fate}" for fate, sign in FATES.items())
    yield (
        f'<p class="told">{signs}; next to them the change of the verb. A paragraph in brackets is no'
        " longer in the text.</p>\n"
    )
    labels = labels_of(history.versions)
    for first in range(0, count, _COLUMNS):
        versions = range(first, min(first + _COLUMNS, count))
        yield (
            scroll_box_start("paragraphs")
            + '<table class="cells">\n<thead><tr><th scope="col">paragraph</th>'
        )
        yield "".join(f'<th scope="col" title={attribute_value(labels[k])}>{k + 1}</th>' for k in versions)
        yield "</tr></thead>\n<tbody>\n"
        for thread in threads:
            shown = [cell_of(thread, k, history) for k in versions]
            if any(fate for fate, _ in shown):
                cells = "".join(
                    _cell(fate, shift, labels[k]) for k, (fate, shift) in zip(versions, shown, strict=True)
                )
                link = f'<a href="#thread-{thread.number}">{html_text(id_of(thread, history))}</a>'
                yield (
                    f'<tr><th scope="row">{link}'
                    f" <bdi>{html_text(_opening(thread, history))}</bdi></th>{cells}</tr>\n"
                )
        yield "</tbody>\n</table>\n</div>\n"
    yield "</section>\n"


def _opening(thread: Thread, history: History) -> str:
    return " ".join(last_of(thread, history).text.split(" ")[:_OPENING])


def _cell(fate: Fate | None, shift: VerbOutcome | None, label: str) -> str:
    if not fate:
        return "<td></td>"
    fate_and_verb = f"{fate}, verb {shift}" if shift else fate
    title = attribute_value(f"{label}: {fate_and_verb}")
    signs = html_text(FATES[fate] + (SHIFT_SIGNS[shift] if shift else ""))
    return (
        f'<td class="{fate}" title={title}><span aria-hidden="true">{signs}</span><span'
        f' class="unseen">{fate_and_verb}</span></td>'
    )


def _verbs(history: History, counts: Sequence[Counter[tuple[str, int]]]) -> Iterator[str]:
    """How many verbs stand on each rung in each version, a chart a ladder; then every shift."""
    rungs = sorted({rung for count in counts for rung in count})
    yield section("verbs", "Verbs")
    bars = labels_of(history.versions)
    yield '<div class="charts">\n'
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
        yield from chart_html(
            Chart(
                title=f"{ladder} verbs, the strongest on top" if ladder else "verbs without a rank",
                bars=bars,
                layers=layers,
            )
        )
    yield "</div>\n"
    yield from _verb_changes(history)
    yield "</section>\n"


def _verb_changes(history: History) -> Iterator[str]:
    """Every verb that came, went or shifted, in a table that is folded."""
    rows = list(evolution_rows("", history.comparisons))
    yield (
        f"<details><summary>every verb added, dropped or changed: {len(rows)}</summary>\n"
        + scroll_box_start("verbs")
    )
    yield (
        f"<table>\n<thead><tr>{header_cells(('from', 'to', 'paragraph', 'change', 'verb'))}"
        "</tr></thead>\n<tbody>\n"
    )
    for row in rows:
        word = cast("VerbOutcome", row["change"])
        cells = "".join(
            f"<td><bdi>{html_text(str(row[name]))}</bdi></td>" for name in ("base", "revised", "paragraph")
        )
        verb = (
            f"{row['base_lemma']} → {row['lemma']}" if word not in ("added", "dropped") else str(row["lemma"])
        )
        yield f'<tr>{cells}<td class="{word}">{SHIFT_SIGNS[word]} {word}</td>'
        yield f"<td>{html_text(verb)}</td></tr>\n"
    yield "</tbody>\n</table>\n</div>\n</details>\n"


def _ages(history: History) -> Iterator[str]:
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
    yield section("ages", "Age of the text")
    yield from chart_html(
        Chart(
            title="words of each version by the version in which they first appeared, oldest at the bottom",
            bars=bars,
            layers=layers,
            unit="%",
        )
    )
    yield "</section>\n"


def _readings(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """All readings of each paragraph, with the words that changed between them."""
    yield section("readings", "Readings")
    language = language_of(history.versions[-1])
    for thread in threads:
        yield (
            f"<details><summary>{html_text(id_of(thread, history))}"
            f" <bdi>{html_text(_opening(thread, history))}</bdi></summary>\n"
        )
        yield f'<div id="thread-{thread.number}" {language}>\n'
        for reading in readings_of(history, thread):
            yield f'<p class="told">{html_text(reading.heading)}</p>\n'
            if reading.text:
                yield f"<p>{edits_html(reading.edits) or html_text(reading.text)}</p>\n"
        ending = end_of(history, thread)
        yield f'<p class="told">{html_text(ending)}</p>\n' if ending else ""
        yield "</div>\n</details>\n"
    yield "</section>\n"
