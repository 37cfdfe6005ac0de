"""How the verbs of a lineage changed: every shift, and the number of verbs by ladder and strength in each version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import set_cell_size

from resdiff.core.compare import Comparison
from resdiff.core.history import History
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, VerbShift
from resdiff.render.labels import version_label
from resdiff.render.palette import SHIFT_SIGNS, Paint, visible
from resdiff.render.wrap import Run, wrap

_BARS = "▁▂▃▄▅▆▇█"
_NAME = 16


def evolution_rows(lineage: str, comparisons: Sequence[Comparison]) -> Iterator[dict[str, object]]:
    """A row for each verb that came, went or was replaced between neighbours: lemma, ladder and strength are those of the later one."""
    for comparison in comparisons:
        facts: dict[str, object] = {
            "lineage": lineage, "base": version_label(comparison.base), "revised": version_label(comparison.revised),
            "symbol": comparison.revised.masthead.symbol, "date": comparison.revised.masthead.date,
        }  # fmt: skip
        for paragraph, shift in _shifts(comparison):
            verb = shift.revised or shift.base
            if verb is not None:
                yield {
                    **facts, "paragraph": paragraph, "change": shift.outcome, "lemma": verb.sense.lemma,
                    "ladder": verb.sense.scale, "strength": verb.sense.strength, "phrase": verb.phrase,
                    "base_paragraph": _id(shift.base_paragraph, comparison.base),
                    "base_lemma": shift.base.sense.lemma if shift.base is not None else None,
                    "base_ladder": shift.base.sense.scale if shift.base is not None else None,
                    "base_strength": shift.base.sense.strength if shift.base is not None else None,
                }  # fmt: skip


def verb_rows(lineage: str, text: Resolution, verbs: Verbs) -> Iterator[dict[str, object]]:
    """A row for each verb of a version."""
    head = text.masthead
    for paragraph, several in zip(text.paragraphs, verbs, strict=True):
        for verb in several:
            yield {
                "lineage": lineage, "version": version_label(text), "symbol": head.symbol, "date": head.date, "stage": head.stage,
                "paragraph": paragraph.id, "part": paragraph.part, "phrase": verb.phrase, "lemma": verb.sense.lemma,
                "ladder": verb.sense.scale, "strength": verb.sense.strength, "inner": verb.inner,
            }  # fmt: skip


def _shifts(comparison: Comparison) -> Iterator[tuple[str, VerbShift]]:
    """Every verb that came, went or was replaced, with the id of its paragraph, in the revised text where it has one."""
    for change in comparison.changes:
        for shift in change.verbs:
            if shift.change == "kept":
                continue
            if shift.revised_paragraph is not None:
                yield comparison.revised.paragraphs[shift.revised_paragraph].id, shift
            elif shift.base_paragraph is not None:
                yield comparison.base.paragraphs[shift.base_paragraph].id, shift


def _id(place: int | None, text: Resolution) -> str | None:
    return text.paragraphs[place].id if place is not None else None


def _moved_from(paragraph: str, shift: VerbShift, comparison: Comparison) -> str:
    """The id of the paragraph of a verb on both sides; where a verb came or went alone, on its own."""
    before = _id(shift.base_paragraph, comparison.base)
    if shift.revised_paragraph is None:
        return f"{paragraph} →"
    return f"→ {paragraph}" if before is None else paragraph if before == paragraph else f"{before} → {paragraph}"


def evolution_text(history: History, width: int, is_coloured: bool) -> Iterator[str]:
    """The shifts of each step; then a line for each ladder and strength: a bar a version, and the counts."""
    paint = Paint(is_coloured)
    for comparison in history.comparisons:
        yield paint(f"{visible(version_label(comparison.base))} → {visible(version_label(comparison.revised))}", "strong") + "\n"
        told = list(_shifts(comparison))
        for paragraph, shift in told:
            word = shift.outcome
            phrases = " → ".join(f"'{visible(verb.phrase)}'" for verb in (shift.base, shift.revised) if verb is not None)
            yield from _hung(
                f"  {set_cell_size(visible(_moved_from(paragraph, shift, comparison)), 15)} ",
                [(word, f"{SHIFT_SIGNS[word]} {phrases} {word}")],
                width,
                paint,
            )
        yield "\n" if told else "  no verb changed\n\n"
    named = "verbs on each rung, in " + ", ".join(visible(version_label(text)) for text in history.versions)
    yield from _hung("", [("", named)], width, paint)
    counts = counts_by_rung(history)
    for ladder, strength in sorted({rank for count in counts for rank in count}):
        row = [count[ladder, strength] for count in counts]
        name = f"{ladder} {strength}" if ladder else "no rank"
        for k, line in enumerate(_bars(row, max(width - _NAME - 1, 10))):
            yield f"{set_cell_size(name if k == 0 else '', _NAME)} {line}\n"


def _bars(row: Sequence[int], width: int) -> Iterator[str]:
    """A bar a value, with the values behind them where these fit into the line, else the first, last and most."""
    bars = _sparkline(row)
    values = " ".join(map(str, row))
    if len(bars) + 2 + len(values) <= width:
        yield f"{bars}  {values}"
        return
    yield from (bars[at : at + width] for at in range(0, len(bars), width))
    yield f"{row[0]} first, {row[-1]} last, {max(row)} at most"


def _hung(head: str, runs: list[Run], width: int, paint: Paint) -> Iterator[str]:
    """Runs wrapped to the width behind a head, below which nothing stands."""
    for k, line in enumerate(wrap(runs, max(width - len(head), 10), paint)):
        yield f"{head if k == 0 else ' ' * len(head)}{line}\n"


def _verbs(history: History) -> Iterator[Verbs]:
    """The verbs of each version."""
    yield history.comparisons[0].base_verbs or ()
    for comparison in history.comparisons:
        yield comparison.revised_verbs or ()


def counts_by_rung(history: History) -> list[Counter[tuple[str, int]]]:
    """For each version how many verbs stand on each rung, a ladder and a strength; those without a rank on ('', 0)."""
    return [_counted(verbs) for verbs in _verbs(history)]


def _counted(verbs: Verbs) -> Counter[tuple[str, int]]:
    """How many verbs stand on each rung; those without a rank on ('', 0)."""
    return Counter(_rank(verb) for several in verbs for verb in several)


def _rank(verb: OperativeVerb) -> tuple[str, int]:
    sense = verb.sense
    return (sense.scale, sense.strength) if sense.scale is not None and sense.strength is not None else ("", 0)


def _sparkline(row: Sequence[int]) -> str:
    """A bar a value, the highest one full; a dot for 0."""
    most = max(*row, 1)
    return "".join("·" if value == 0 else _BARS[(value * len(_BARS) - 1) // most] for value in row)
