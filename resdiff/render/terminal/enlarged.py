"""One change enlarged: both readings, words, verbs with their ranks, why the paragraphs were matched,
footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb
from resdiff.render.terminal.lines import wrapped_lines
from resdiff.render.terminal.pieces import sides_of, unified_of
from resdiff.render.terminal.rows import StyledLine, shift_run
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import heading, nature
from resdiff.render.views.style import sign_of, style_of

_INDENT = 4


def paragraph_lines(
    change: Change, comparison: Comparison, width: int, signs: bool = False
) -> list[StyledLine]:
    """The lines of a change, enlarged; `signs` puts [- -] and {+ +} round the words that go and come."""
    return list(_lines(change, comparison, width, signs))


def _lines(change: Change, comparison: Comparison, width: int, signs: bool) -> Iterator[StyledLine]:
    line = f"{sign_of(change)} {visible(heading(change, comparison))}  {nature(change)}"
    yield from wrapped_lines([(style_of(change), line)], width)
    yield from _block("why", [[("", line)] for line in _reasons(change)], width)
    one, two = _readings(change, comparison, signs)
    is_one_text = bool(change.edits) and len(change.base) == len(change.revised) == 1
    if is_one_text:
        names = [
            _labels(name, places, text)
            for name, places, text in (
                ("base", change.base, comparison.base),
                ("revised", change.revised, comparison.revised),
            )
        ]
        yield from _block("; ".join(names), [unified_of(change.shown_edits, signs)], width)
    elif change.base:
        yield from _block(_labels("base", change.base, comparison.base), one, width)
    if change.revised and not is_one_text:
        yield from _block(_labels("revised", change.revised, comparison.revised), two, width)
    yield from _block("verbs", list(_verbs(change)), width)
    for name, places, text in (
        ("base", change.base, comparison.base),
        ("revised", change.revised, comparison.revised),
    ):
        notes: list[list[StyledRun]] = [[("", visible(note))] for note in _notes(places, text)]
        yield from _block(f"footnotes of the {name} text", notes, width)


def _readings(
    change: Change, comparison: Comparison, signs: bool
) -> tuple[list[list[StyledRun]], list[list[StyledRun]]]:
    """Both readings, what goes and what comes marked; a passage for each paragraph."""
    if not change.edits:
        plain: list[list[list[StyledRun]]] = [
            [[("", visible(reading))]]
            for reading in (comparison.base_reading(change), comparison.revised_reading(change))
        ]
        return plain[0], plain[1]
    sides = [sides_of(edits, signs) for _, edits in comparison.edits_by_paragraph(change)]
    one, two = sides_of(change.shown_edits, signs)
    return [side[0] for side in sides] if len(change.base) > 1 else [one], (
        [side[1] for side in sides] if len(change.revised) > 1 else [two]
    )


def _block(title: str, passages: Sequence[Sequence[StyledRun]], width: int) -> Iterator[StyledLine]:
    """A title and passages below it; nothing where there are none."""
    if not passages:
        return
    yield []
    yield from wrapped_lines([("strong", visible(title))], width)
    for passage in passages:
        yield from ([("", " " * _INDENT), *line] for line in wrapped_lines(passage, max(width - _INDENT, 1)))


def _reasons(change: Change) -> Iterator[str]:
    """Why the paragraphs were matched, and what makes the change one."""
    if change.by_hand:
        yield "decided by hand"
    elif change.kind in ("added", "dropped"):
        other = "base" if change.kind == "added" else "revised"
        yield f"no paragraph of the {other} text is similar enough to be its counterpart"
    if change.similarity is not None and change.confidence is not None:
        share = round(change.similarity * 100)
        yield (
            f"{share}% of the words in common, order and rarity weighed; the match is"
            f" {_confidence_word(change.confidence)}"
        )
    if change.reasons:
        yield f"changed in: {', '.join(change.reasons)}"


def _confidence_word(confidence: float) -> str:
    return (
        f"{'sure' if confidence > 0.9 else 'likely' if confidence > 0.6 else 'doubtful'} ({confidence:.2f})"
    )


def _labels(name: str, places: Sequence[int], text: Resolution) -> str:
    labels = [_named(text.paragraphs[k]) for k in places]
    return f"{name}: {', '.join(labels)}"


def _named(paragraph: Paragraph) -> str:
    label = f", printed {paragraph.label}" if paragraph.label is not None else ""
    return f"{paragraph.id} ({paragraph.part}{label}, line {paragraph.line})"


def _verbs(change: Change) -> Iterator[list[StyledRun]]:
    for shift in change.verbs:
        runs: list[StyledRun] = [shift_run(shift)]
        runs += [("faint", f"  {_rank(verb)}") for verb in (shift.base, shift.revised) if verb is not None]
        yield runs


def _rank(verb: OperativeVerb) -> str:
    """Where a verb stands, and who placed it there."""
    sense = verb.sense
    if sense.scale is None or sense.strength is None:
        return f"{visible(sense.lemma)}: {sense.kind}, no rank"
    return f"{visible(sense.lemma)}: {sense.scale} {sense.strength} ({visible(sense.source)})"


def _notes(places: Sequence[int], text: Resolution) -> list[str]:
    ids = {text.paragraphs[k].id for k in places}
    return [m.text for m in text.matter if m.kind == "footnote" and m.paragraph in ids and m.text]


def reading_of(change: Change, comparison: Comparison) -> str:
    """The revised reading; the base one where there is no other."""
    return comparison.revised_reading(change) or comparison.base_reading(change)
