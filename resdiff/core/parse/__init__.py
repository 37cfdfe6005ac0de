"""Source text -> Resolution: masthead, paragraphs, footnotes, vote. Nothing of the source is lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter

from msgspec.structs import replace

from resdiff.core.genres import un
from resdiff.core.lexicon import Lexicon, find_lexicon
from resdiff.core.model import (
    Masthead,
    Matter,
    Negotiation,
    Paragraph,
    Resolution,
    Role,
    SourceBlock,
    TrackedSpan,
    TrackedWords,
    Vote,
)
from resdiff.core.parse.facts.negotiation import read_negotiation
from resdiff.core.parse.footnotes import tie_footnotes
from resdiff.core.parse.language import find_language
from resdiff.core.parse.layout.blocks import Block, laid_out, read_blocks
from resdiff.core.parse.layout.furniture import mark_furniture
from resdiff.core.parse.layout.reading import Readings, count_before
from resdiff.core.parse.structure.body import read_body
from resdiff.core.parse.structure.builders import ParagraphBuilder
from resdiff.core.parse.structure.line_splits import split_labelled, split_lines
from resdiff.core.parse.structure.openings import find_start, guess_opening, opening_of
from resdiff.core.parse.warnings import find_warnings, language_warnings, provisional_labels

__all__ = ["parse"]


_HEAD_LINES = 10
"""Lines at the start of a document of the United Nations in which its symbol, date and session stand."""
Parts = tuple[list[Paragraph], list[Matter], Masthead, Vote | None]


def parse(
    source: str,
    *,
    name: str = "",
    sha256: str = "",
    language: str | None = None,
    blocks: Sequence[SourceBlock] | None = None,
    tracked: Sequence[TrackedSpan] = (),
) -> Resolution:
    """Parses a text.

    `source` is the text, its lines ended by newlines; `name` says where it came from, `sha256` is the hash of
    its bytes, `language` an ISO 639-1 code where it is known, `blocks` tells what belongs together where a
    reader knows it, `tracked` who changed what. A text without the structure of a resolution gives paragraphs
    of the part `body`. Never raises: any text is parsed, and `warnings` say what is doubtful.
    """
    language = language or find_language(source)
    lexicon = find_lexicon(language)
    parts, is_resolution = _read(source, blocks, lexicon)
    paragraphs, matter, facts, vote = parts
    if blocks is not None:
        paragraphs = _paged(paragraphs, blocks)
    negotiation = Negotiation()
    if is_resolution:
        negotiation = read_negotiation((p.text for p in paragraphs), provisional_labels(paragraphs))
    warnings = find_warnings(paragraphs, matter, vote, negotiation, facts.stage)
    return Resolution(
        paragraphs=tuple(paragraphs),
        matter=tuple(_with_authors(matter, tracked)) if tracked else tuple(matter),
        masthead=facts,
        vote=vote,
        language=language,
        negotiation=negotiation,
        warnings=(*language_warnings(language, lexicon is not None), *warnings),
        source=name,
        sha256=sha256,
        tracked=tuple(_tracked(paragraphs, source, tracked)) if tracked else (),
    )


def _tracked(
    paragraphs: Sequence[Paragraph], source: str, tracked: Sequence[TrackedSpan]
) -> Iterator[TrackedWords]:
    """The words that somebody changed, by paragraph and place in its reading."""
    spans = sorted(tracked, key=attrgetter("start"))
    starts = [span.start for span in spans]
    furthest = list(accumulate((span.end for span in spans), max))
    for paragraph in paragraphs:
        begin, stop = (min(p[0] for p in paragraph.source), max(p[1] for p in paragraph.source))
        for span in spans[bisect_right(furthest, begin) : bisect_left(starts, stop)]:
            first = count_before(source, paragraph, span.start)
            last = count_before(source, paragraph, span.end)
            if first < last:
                signs = [k for k, sign in enumerate(paragraph.text) if not sign.isspace()]
                start, end = signs[min(first, len(signs) - 1)], signs[min(last, len(signs)) - 1] + 1
                yield TrackedWords(
                    paragraph=paragraph.id,
                    start=start,
                    end=end,
                    author=span.author,
                    at=span.at,
                    is_deleted=span.is_deleted,
                )


def _with_authors(matter: Sequence[Matter], tracked: Sequence[TrackedSpan]) -> Iterator[Matter]:
    """What stands beside the paragraphs, with who changed words of it."""
    for one in matter:
        spans = [
            span
            for span in tracked
            if any(start < span.end and span.start < end for start, end in one.source)
        ]
        by, deleted_by = (
            tuple(dict.fromkeys(span.author for span in spans if span.is_deleted == is_deleted))
            for is_deleted in (False, True)
        )
        yield replace(one, by=by, deleted_by=deleted_by) if spans else one


def _read(source: str, blocks: Sequence[SourceBlock] | None, lexicon: Lexicon | None) -> tuple[Parts, bool]:
    """What the text consists of, and whether it has the structure of a resolution."""
    is_tagged = _is_tagged(blocks)
    if lexicon is not None and not lexicon.parses_structure:
        from resdiff.core.parse.structure.phrase_openings import with_openings  # English does without

        (paragraphs, matter, facts, vote), is_resolution = _structured(
            source, blocks, lexicon if is_tagged else None
        )
        return (with_openings(paragraphs, lexicon), matter, facts, vote), is_resolution
    return _structured(source, blocks, lexicon)


def _is_tagged(blocks: Sequence[SourceBlock] | None) -> bool:
    """Whether the document says itself what its blocks are."""
    return blocks is not None and any(block.role is not None for block in blocks)


def _structured(
    source: str, blocks: Sequence[SourceBlock] | None, lexicon: Lexicon | None
) -> tuple[Parts, bool]:
    """What the text consists of, by the verbs of `lexicon` where there is one."""
    if blocks is not None and _is_tagged(blocks):
        # only documents that mark their structure need it
        from resdiff.core.parse.structure.tagged import read_tagged

        return read_tagged(blocks, source, lexicon), True
    runs = read_blocks(source) if blocks is None else laid_out(source, blocks)
    if not find_start(runs, lexicon, source).is_resolution:
        return _plain(runs, source), False
    has_pages = any(block.page for block in blocks or ())
    if not has_pages:  # a reader that knows the pages has marked the furniture
        runs = mark_furniture(runs, source)
    if blocks is None:
        runs = split_lines(runs, source, lexicon)
    return _resolution(runs, source, lexicon, flows=blocks is not None and not has_pages), True


def _plain(blocks: list[Block], source: str) -> Parts:
    from resdiff.core.parse.structure.plain import read_plain  # no resolution needs it

    paragraphs, matter = read_plain(blocks, source)
    head = blocks[:_HEAD_LINES]
    if not any(block.text.startswith(un.DISTRIBUTION) for block in head):
        return paragraphs, matter, Masthead(), None
    from resdiff.core.parse.facts.masthead import facts_of_document

    return paragraphs, matter, facts_of_document(head), None


def _resolution(blocks: list[Block], source: str, lexicon: Lexicon | None, flows: bool) -> Parts:
    begin = find_start(blocks, lexicon, source)
    body = read_body(blocks[begin.head :], source, lexicon, flows, begins_with_organ=begin.organ is not None)
    record = [m.text for m in body.matter if m.kind in ("vote", "adoption")]
    facts, matter, vote = Masthead(), body.matter, None
    prose: list[ParagraphBuilder] = []
    if begin.head or begin.organ or record:
        # a passage without masthead does without these
        from resdiff.core.parse.facts.record import read_facts
        from resdiff.core.parse.structure.plain import take_prose

        head = split_labelled(blocks[: begin.head], source)
        facts, above, vote = read_facts(head, begin.organ, record)
        prose, above = take_prose(head, above)
        matter = above + matter
    paragraphs = _paragraphs(prose + body.paragraphs, source, lexicon)
    return *tie_footnotes(paragraphs, matter, source), facts, vote


def _paged(paragraphs: list[Paragraph], blocks: Sequence[SourceBlock]) -> list[Paragraph]:
    """The paragraphs, each with the page on which it begins."""
    starts = sorted((start, block.page) for block in blocks for start, _ in block.spans[:1])
    pages = [page for _, page in starts]
    places = [start for start, _ in starts]
    return [
        replace(p, page=pages[bisect_right(places, p.source[0][0]) - 1]) if p.source else p
        for p in paragraphs
    ]


def _paragraphs(drafts: list[ParagraphBuilder], source: str, lexicon: Lexicon | None) -> list[Paragraph]:
    """The drafts with their readings and openings."""
    readings = Readings(source)
    paragraphs = []
    for draft in drafts:
        label = draft.label
        start, length = (label.start, label.length) if label is not None else (0, 0)
        text, stripped = readings.read(draft.text, draft.spans, start, length)
        opening = draft.opening
        if opening is not None and (
            start or text[: opening.end] != draft.text[length : length + opening.end]
        ):
            opening = opening_of(text, lexicon, (opening.phrase.part,))
        elif opening is None and draft.level == 1 and draft.part in ("preamble", "operative"):
            role: Role = "operative" if draft.part == "operative" else "preambular"
            opening = opening_of(text, lexicon) or guess_opening(text, lexicon, role)
        paragraphs.append(
            Paragraph(
                id=draft.id,
                part=draft.part,
                label=label.printed if label is not None else None,
                level=draft.level,
                parent=draft.parent.id if draft.parent is not None else None,
                line=draft.line,
                text=text,
                source=tuple(draft.spans),
                opening=opening,
                stripped=stripped,
            )
        )
    return paragraphs
