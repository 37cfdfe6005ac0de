"""How the verbs of a lineage changed: a row for each shift and each verb, and how many stand on each rung."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.history import History
from resdiff.core.model import Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, VerbShift
from resdiff.render.views.labels import version_label


def evolution_rows(lineage: str, comparisons: Sequence[Comparison]) -> Iterator[dict[str, object]]:
    """A row for each verb that came, went or was replaced between neighbours: lemma, ladder and strength are
    those of the later one.
    """
    for comparison in comparisons:
        facts: dict[str, object] = {
            "lineage": lineage,
            "base": version_label(comparison.base),
            "revised": version_label(comparison.revised),
            "symbol": comparison.revised.masthead.symbol,
            "date": comparison.revised.masthead.date,
        }
        for paragraph, shift in _shifts(comparison):
            verb = shift.revised or shift.base
            if verb is not None:
                yield {
                    **facts,
                    "paragraph": paragraph,
                    "change": shift.outcome,
                    "lemma": verb.sense.lemma,
                    "ladder": verb.sense.scale,
                    "strength": verb.sense.strength,
                    "phrase": verb.phrase,
                    "base_paragraph": _id(shift.base_paragraph, comparison.base),
                    "base_lemma": shift.base.sense.lemma if shift.base is not None else None,
                    "base_ladder": shift.base.sense.scale if shift.base is not None else None,
                    "base_strength": shift.base.sense.strength if shift.base is not None else None,
                }


def verb_rows(lineage: str, text: Resolution, verbs: Verbs) -> Iterator[dict[str, object]]:
    """A row for each verb of a version."""
    head = text.masthead
    for paragraph, its_verbs in zip(text.paragraphs, verbs, strict=True):
        for verb in its_verbs:
            yield {
                "lineage": lineage,
                "version": version_label(text),
                "symbol": head.symbol,
                "date": head.date,
                "stage": head.stage,
                "paragraph": paragraph.id,
                "part": paragraph.part,
                "phrase": verb.phrase,
                "lemma": verb.sense.lemma,
                "ladder": verb.sense.scale,
                "strength": verb.sense.strength,
                "inner": verb.inner,
            }


def _shifts(comparison: Comparison) -> Iterator[tuple[str, VerbShift]]:
    """Every verb that came, went or was replaced, with the id of its paragraph, in the revised text where it
    has one.
    """
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


def paragraph_ids_of_shift(paragraph: str, shift: VerbShift, comparison: Comparison) -> str:
    """The id of the paragraph of a verb on both sides; where a verb came or went alone, on its own."""
    before = _id(shift.base_paragraph, comparison.base)
    if shift.revised_paragraph is None:
        return f"{paragraph} →"
    return (
        f"→ {paragraph}"
        if before is None
        else paragraph
        if before == paragraph
        else f"{before} → {paragraph}"
    )


def _verbs(history: History) -> Iterator[Verbs]:
    """The verbs of each version."""
    yield history.comparisons[0].base_verbs or ()
    for comparison in history.comparisons:
        yield comparison.revised_verbs or ()


def counts_by_rung(history: History) -> list[Counter[tuple[str, int]]]:
    """For each version how many verbs stand on each rung, a ladder and a strength.

    Those without a rank on ('', 0).
    """
    return [_counted(verbs) for verbs in _verbs(history)]


def _counted(verbs: Verbs) -> Counter[tuple[str, int]]:
    """How many verbs stand on each rung; those without a rank on ('', 0)."""
    return Counter(_rank(verb) for its_verbs in verbs for verb in its_verbs)


def _rank(verb: OperativeVerb) -> tuple[str, int]:
    sense = verb.sense
    return (
        (sense.scale, sense.strength) if sense.scale is not None and sense.strength is not None else ("", 0)
    )
