"""Markdown: one section a change, what goes and comes in the tags <del> and <ins>.

What a text holds is escaped.

Signs such as ~~ and ** do not act where a change begins with a comma behind a word (CommonMark, 'flanking');
the tags do everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from resdiff.core.compare import Change, Comparison
from resdiff.core.history import History, Thread
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb
from resdiff.core.worddiff import Edit
from resdiff.render.views.characters import visible
from resdiff.render.views.history import history_table
from resdiff.render.views.labels import (
    facts_of,
    heading,
    nature,
    title_of,
    titles_of,
    uncounted,
    voters_of_one_side,
)
from resdiff.render.views.notes import notes_by_change, proposers
from resdiff.render.views.style import SHIFT_SIGNS
from resdiff.render.views.votes import SIDES, tally

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
_AT_START = re.compile(r"^(\s*\d*)([#+=.)-])")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def escape(text: str) -> str:
    """The text with every sign that Markdown or HTML would act on escaped."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(lambda m: _ENTITIES.get(m[1], f"\\{m[1]}"), visible(text)))


def comparison_markdown(comparison: Comparison) -> Iterator[str]:
    """A comparison as Markdown, in pieces; unchanged paragraphs that stayed are only counted."""
    one, two = comparison.base, comparison.revised
    yield f"# {escape(title_of(two))}\n\n"
    for name, side, title in zip(("Base", "Revised"), (one, two), titles_of(comparison), strict=True):
        yield f"- {name}: {escape(title)}{_in_brackets(facts_of(side))}\n"
    counts = comparison.summary
    words = ("unchanged", "edited", "added", "dropped", "split", "merged", "moved", "renumbered")
    yield f"- {', '.join(f'{getattr(counts, word)} {word}' for word in words if getattr(counts, word))}\n\n"
    notes = notes_by_change(comparison)
    for change in comparison.changes:
        if not comparison.is_selection and change.is_quiet:
            continue
        yield from _change(change, comparison, notes.get(id(change), ()))
    yield from _matter(comparison)
    yield from _uncounted(comparison)
    yield from _vote(comparison)


def _in_brackets(text: str) -> str:
    return f" ({escape(text)})" if text else ""


def _change(change: Change, comparison: Comparison, notes: Sequence[str]) -> Iterator[str]:
    reasons = (
        f" ({', '.join(change.reasons)})"
        if change.reasons and change.kind not in ("added", "dropped")
        else ""
    )
    yield f"## {escape(heading(change, comparison))}: {nature(change)}{reasons}\n\n"
    text = comparison.revised_reading(change)
    yield (edits_markdown(change.shown_edits) if change.edits else escape(text)) + "\n\n"
    rows = change.verb_changes
    for shift in rows if change.kind not in ("added", "dropped") else ():
        word = shift.outcome
        phrases = " → ".join(f"“{escape(v.phrase)}”" for v in (shift.base, shift.revised) if v is not None)
        yield f"- {escape(SHIFT_SIGNS[word])} {phrases} {word}\n"
    for hedge in change.hedges:
        yield f"- {escape(SHIFT_SIGNS[hedge.change])} hedge “{escape(hedge.phrase)}” {hedge.change}\n"
    yield from (f"- {escape(note)}\n" for note in notes)
    if (rows and change.kind not in ("added", "dropped")) or change.hedges or notes:
        yield "\n"


def edits_markdown(edits: Iterable[Edit]) -> str:
    """The edits in one line, blanks outside the tags."""
    return "".join(
        _tagged(edit.text, {"delete": "del", "insert": "ins"}.get(edit.kind, "")) for edit in edits
    )


def _tagged(text: str, tag: str) -> str:
    inner = text.strip(" ")
    if not inner or not tag:
        return escape(text) if inner else text
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{before}<{tag}>{escape(inner)}</{tag}>{after}"


def _matter(comparison: Comparison) -> Iterator[str]:
    if comparison.counted_matter_changes:
        yield "## Title, sponsors, footnotes\n\n"
    for change in comparison.counted_matter_changes:
        place = f" {escape(change.paragraph)}" if change.paragraph else ""
        facts = " ".join(
            _tagged(text, tag) for text, tag in ((change.base, "del"), (change.revised, "ins")) if text
        )
        by = f" ({escape(proposers(change.by))})" if change.by else ""
        yield f"- {change.kind}{place}: {facts}{by}\n"
    if comparison.counted_matter_changes:
        yield "\n"


def _uncounted(comparison: Comparison) -> Iterator[str]:
    if line := uncounted(comparison):
        yield f"{line[:1].upper()}{line[1:]}.\n\n"


def _vote(comparison: Comparison) -> Iterator[str]:
    one, two = comparison.base.vote, comparison.revised.vote
    if (one is None and two is None) or (comparison.is_selection and comparison.same_vote):
        return
    yield f"## Vote\n\n{tally(one)} → {tally(two)}\n\n"
    for side in comparison.changed_sides:
        yield f"- {escape(side.name)}: {SIDES[side.base]} → {SIDES[side.revised]}\n"
    for name, names in voters_of_one_side(comparison):
        yield f"- only in the {name}: {escape(', '.join(names))}\n"


def resolution_markdown(
    resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]] | None
) -> Iterator[str]:
    """One text as Markdown: parts as sections, numbers as printed, verbs in italics as the United Nations
    print them.
    """
    yield f"# {escape(title_of(resolution))}\n\n"
    part = ""
    for k, paragraph in enumerate(resolution.paragraphs):
        if paragraph.part == "heading":
            yield f"### {escape(paragraph.text)}\n\n"
            continue
        if paragraph.part != part:
            part = paragraph.part
            yield f"## {part.capitalize()}\n\n"
        number = f"{escape(paragraph.label)} " if paragraph.label is not None else ""
        reading = _marked(paragraph, verbs[k] if verbs is not None else ())
        yield f"{'  ' * (paragraph.level - 1)}{number}{reading}\n\n"
    notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]
    if notes:
        yield (
            "## Footnotes\n\n"
            + "".join(f"- {escape(note.text)}{_in_brackets(note.paragraph or '')}\n" for note in notes)
            + "\n"
        )
    if resolution.vote is not None:
        yield f"## Vote\n\n{tally(resolution.vote)}\n\n"
        yield "".join(
            f"- {SIDES[side]}: {escape(', '.join(names))}\n" for side, names in resolution.vote.names.items()
        )


def _marked(paragraph: Paragraph, verbs: Sequence[OperativeVerb]) -> str:
    parts = []
    last = 0
    for verb in verbs:
        parts += [
            escape(paragraph.text[last : verb.start]) if last < verb.start else "",
            f"*{escape(verb.phrase)}*",
        ]
        last = verb.end
    return "".join([*parts, escape(paragraph.text[last:])])


def verbs_markdown(resolution: Resolution, verbs: Sequence[Sequence[OperativeVerb]]) -> Iterator[str]:
    """The verbs of a text as a Markdown table."""
    yield "| paragraph | phrase | lemma | scale | strength |\n|---|---|---|---|---|\n"
    for paragraph, its_verbs in zip(resolution.paragraphs, verbs, strict=True):
        for verb in its_verbs:
            scale, strength = (
                verb.sense.scale or verb.sense.kind,
                "" if verb.sense.strength is None else verb.sense.strength,
            )
            yield (
                f"| {escape(paragraph.id)} | {escape(verb.phrase)} | {escape(verb.sense.lemma)} |"
                f" {escape(scale)} | {strength} |\n"
            )


def history_markdown(history: History, threads: Sequence[Thread]) -> Iterator[str]:
    """The table in Markdown, with the fates as words."""
    rows = history_table(history, threads)
    head = next(rows)
    for k, row in enumerate(chain([head], rows)):
        yield "| " + " | ".join(escape(value) for value in row) + " |\n"
        if k == 0:
            yield "|---" * len(head) + "|\n"
