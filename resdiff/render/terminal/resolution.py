"""One text for a terminal or a file: its structure with verbs marked, or the table of its verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.wrap import StyledRun, cells, fitted, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.citations import cited_words
from resdiff.render.views.labels import facts_of, title_of
from resdiff.render.views.votes import SIDES, tally

_LEAST_WIDTH = 24
_LEAST_OF_COLUMN = 10
"""Cells of a phrase or lemma that is cut, at least."""


def resolution_text(
    resolution: Resolution, verbs: Verbs | None, width: int, is_coloured: bool
) -> Iterator[str]:
    """The text with ids, printed numbers and verbs marked, in lines."""
    paint = Paint(colour=is_coloured)
    width = max(width, _LEAST_WIDTH)
    yield from _head(resolution, width, paint)
    column = min(max((len(p.id) for p in resolution.paragraphs), default=0), 16) + 2
    for k, paragraph in enumerate(resolution.paragraphs):
        indent = column + 4 * (paragraph.level - 1)
        number = f"{visible(paragraph.label)} " if paragraph.label is not None else ""
        if indent > width // 2:
            indent = 4
        if paragraph.label is not None and paragraph.label.replace(" ", "") == paragraph.id:
            number = ""
        runs: list[StyledRun] = [
            ("", number),
            *_marked(paragraph, verbs[k] if verbs is not None else (), is_coloured),
        ]
        if paragraph.marks:
            runs.append(("faint", f" [{visible(', '.join(paragraph.marks))}]"))
        if paragraph.part == "heading":
            runs = [("strong", visible(paragraph.text))]
        for line, text in enumerate(wrap(runs, width - indent, paint)):
            name = visible(paragraph.id) if line == 0 else ""
            yield (
                f"{paint(name, 'faint')}{' ' * max(indent - cells(name), 1 if name else 0)}{text}".rstrip()
                + "\n"
            )
        yield "\n"
    yield from _notes(resolution, width, paint)
    yield from _cited(resolution, verbs, width, paint)
    yield from _vote(resolution, width, paint)


def _cited(resolution: Resolution, verbs: Verbs | None, width: int, paint: Paint) -> Iterator[str]:
    cited = cited_words(resolution, verbs)
    if cited:
        yield paint("cited", "strong") + "\n"
        yield from (f"    {line}\n" for line in wrap([("", visible(cited))], width - 4, paint))
        yield "\n"


def _notes(resolution: Resolution, width: int, paint: Paint) -> Iterator[str]:
    notes = [m for m in resolution.matter if m.kind == "footnote" and m.text]
    if not notes:
        return
    yield paint("footnotes", "strong") + "\n"
    for note in notes:
        place = f" ({visible(note.paragraph)})" if note.paragraph else ""
        yield from (
            f"    {line}\n" for line in wrap([("", visible(note.text)), ("faint", place)], width - 4, paint)
        )
    yield "\n"


def _vote(resolution: Resolution, width: int, paint: Paint) -> Iterator[str]:
    vote = resolution.vote
    if vote is None:
        return
    yield paint(f"vote: {tally(vote)}", "strong") + "\n"
    for side, names in vote.names.items():
        voters = f"{SIDES[side]}: {visible(', '.join(names))}"
        yield from (f"    {line}\n" for line in wrap([("", voters)], width - 4, paint))
    yield "\n"


def _head(resolution: Resolution, width: int, paint: Paint) -> Iterator[str]:
    facts = facts_of(resolution)
    for line in wrap([("strong", visible(title_of(resolution)))], width, paint):
        yield line + "\n"
    head = resolution.masthead
    parts = [
        head.organ,
        head.session,
        f"agenda item {head.agenda_item}" if head.agenda_item else None,
        facts or None,
    ]
    described = ", ".join(visible(part) for part in parts if part)
    if described:
        yield from (line + "\n" for line in wrap([("faint", described)], width, paint))
    yield "\n"


def _marked(paragraph: Paragraph, verbs: Sequence[OperativeVerb], is_coloured: bool) -> Iterator[StyledRun]:
    """The text with its verbs marked: by style if coloured, otherwise between underscores."""
    last = 0
    for verb in verbs:
        yield "", visible(paragraph.text[last : verb.start])
        yield "verb", visible(verb.phrase) if is_coloured else f"_{visible(verb.phrase)}_"
        last = verb.end
    yield "", visible(paragraph.text[last:])


def verbs_text(resolution: Resolution, verbs: Verbs, width: int, is_coloured: bool) -> Iterator[str]:
    """The verbs of a text as a table: paragraph, phrase, lemma, scale and strength; longer phrases and lemmas
    are cut where a line would be wider than `width` cells.
    """
    paint = Paint(colour=is_coloured)
    rows = [
        (visible(p.id), ("  " if v.inner else "") + visible(v.phrase), v.sense.lemma, _rank(v))
        for p, its_verbs in zip(resolution.paragraphs, verbs, strict=True)
        for v in its_verbs
    ]
    sizes = [max((cells(row[column]) for row in rows), default=0) for column in range(4)]
    while width and sum(sizes) + 6 > width and max(sizes[1:3]) > _LEAST_OF_COLUMN:
        sizes[1 if sizes[1] >= sizes[2] else 2] -= 1
    for row in rows:
        name, phrase, lemma, rank = map(fitted, row, sizes)
        yield f"{paint(name, 'faint')}  {paint(phrase, 'verb')}  {lemma}  {rank}".rstrip() + "\n"


def _rank(verb: OperativeVerb) -> str:
    sense = verb.sense
    rank = "" if sense.strength is None else f" {sense.strength}"
    return f"{sense.scale}{rank}" if sense.scale is not None else sense.kind
