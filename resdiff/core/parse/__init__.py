"""Source text -> Resolution: masthead, paragraphs, footnotes, vote. Nothing of the source is lost."""

from __future__ import annotations

from dataclasses import replace

from resdiff.core.lexicon import Lexicon, find_lexicon
from resdiff.core.model import Masthead, Matter, MatterKind, Negotiation, Paragraph, Resolution, Stage, Vote
from resdiff.core.parse.begin import find_begin, guess_opening, opening_of
from resdiff.core.parse.blocks import Block, read_blocks
from resdiff.core.parse.body import Body, Draft
from resdiff.core.parse.footnotes import tie_footnotes
from resdiff.core.parse.furniture import RULE, mark_furniture
from resdiff.core.parse.language import find_language
from resdiff.core.parse.masthead import DATE, Head, iso_date, read_head
from resdiff.core.parse.negotiation import read_negotiation
from resdiff.core.parse.plain import read_plain
from resdiff.core.parse.reading import Readings
from resdiff.core.parse.vote import read_vote

__all__ = ["PARSER", "parse"]

PARSER = "1"
"""The version of the rules; a parse kept under another is made anew."""


def parse(source: str, *, name: str = "", sha256: str = "", language: str | None = None) -> Resolution:
    """Parses a text.

    `source` is the text, its lines ended by newlines; `name` says where it came from, `sha256` is the hash of its bytes,
    `language` an ISO 639-1 code where it is known. A text without the structure of a resolution gives paragraphs of the
    part `body`. Raises nothing: whatever the text, it is parsed, and `warnings` tell what is doubtful.
    """
    language = language or find_language(source)
    lexicon = find_lexicon(language)
    blocks = read_blocks(source)
    if not find_begin(blocks, lexicon, source).is_resolution:
        paragraphs, matter, facts, vote = *read_plain(blocks, source), Masthead(), None
    else:
        paragraphs, matter, facts, vote = _resolution(blocks, source, lexicon)
    provisional = tuple(p.label for p in paragraphs if p.label and any(w in p.label.lower() for w in ("bis", "ter", "alt", "quin")))
    negotiation = read_negotiation((p.text for p in paragraphs), provisional) if facts is not None else Negotiation()
    warnings = _warnings(paragraphs, vote, negotiation, facts.stage, (language, lexicon is not None))
    return Resolution(tuple(paragraphs), tuple(matter), facts, vote, language, negotiation, warnings, name, sha256)


def _resolution(
    blocks: list[Block], source: str, lexicon: Lexicon | None
) -> tuple[list[Paragraph], list[Matter], Masthead, Vote | None]:
    blocks = mark_furniture(blocks, source)
    begin = find_begin(blocks, lexicon, source)
    head = read_head(blocks[: begin.head], begin.organ)
    body = Body(source, lexicon)
    body.read(blocks[begin.head :])
    matter = [*_head_matter(blocks[: begin.head], head.kinds), *body.matter]
    vote = read_vote(" ".join(m.text for m in matter if m.kind in ("vote", "adoption")))
    facts = _adopted(head, [m.text for m in body.matter if m.kind in ("vote", "adoption")])
    paragraphs = _paragraphs(body.drafts, source, lexicon)
    return *tie_footnotes(paragraphs, matter, source), facts, vote


def _adopted(head: Head, record: list[str]) -> Masthead:
    """The facts with what the record of adoption adds: that the text is adopted and, where the masthead does not tell, when."""
    if not record:
        return head.facts
    met = DATE.search(" ".join(record))
    date = iso_date(met) if met is not None and not head.tells_adoption else head.facts.date
    return replace(head.facts, stage="adopted", date=date)


def _head_matter(blocks: list[Block], kinds: dict[int, MatterKind]) -> list[Matter]:
    found = []
    for k, block in enumerate(blocks):
        kind: MatterKind = kinds.get(k, "masthead")
        if RULE.fullmatch(block.text):
            kind = "furniture"
        found.append(Matter("footnote" if block.kind == "footnote" else kind, block.line, block.text, tuple(block.spans)))
    return found


def _paragraphs(drafts: list[Draft], source: str, lexicon: Lexicon | None) -> list[Paragraph]:
    readings = Readings(source)
    found = []
    for draft in drafts:
        label = draft.label
        start, length = (label.start, label.length) if label is not None else (0, 0)
        text, lifted = readings.read(draft.text, draft.spans, start, length)
        opening = draft.opening
        if opening is not None and (start or text[: opening.end] != draft.text[length : length + opening.end]):
            opening = opening_of(text, lexicon, (opening.phrase.part,))
        elif opening is None and draft.level == 1 and draft.part in ("preamble", "operative"):
            opening = opening_of(text, lexicon) or guess_opening(text, lexicon, draft.part)
        found.append(
            Paragraph(
                draft.id, draft.part, label.printed if label is not None else None, draft.level,
                draft.parent.id if draft.parent is not None else None, draft.line, text, tuple(draft.spans), opening, lifted,
            )
        )  # fmt: skip
    return found


def _warnings(
    paragraphs: list[Paragraph], vote: Vote | None, negotiation: Negotiation, stage: Stage | None, language_known: tuple[str, bool]
) -> tuple[str, ...]:
    found = []
    language, has_lexicon = language_known
    if not has_lexicon:
        what = "the language was not recognized" if language == "und" else f"there is no lexicon for the language '{language}'"
        found.append(f"{what}: verbs are not told")
    if vote is not None and vote.consistent is False:
        names = ", ".join(f"{len(vote.names.get(side, ()))}" for side in ("in_favour", "against", "abstaining"))
        found.append(f"the vote is stated as {vote.in_favour}, {vote.against}, {vote.abstaining} but the names count {names}")
    if stage != "adopted" and (negotiation.brackets or negotiation.attributions):
        found.append(f"a negotiating text: {negotiation.brackets} bracketed passages, {len(negotiation.attributions)} attributions")
    if negotiation.unbalanced:
        found.append(f"{negotiation.unbalanced} square brackets have no partner")
    found += _gaps(paragraphs)
    return tuple(found)


def _gaps(paragraphs: list[Paragraph]) -> list[str]:
    """Numbers that the operative paragraphs skip: a paragraph may not have been recognized."""
    found = []
    last = 0
    for paragraph in paragraphs:
        if paragraph.part != "operative" or paragraph.level != 1 or paragraph.label is None or not paragraph.label.isdigit():
            continue
        number = int(paragraph.label)
        if last and number > last + 1:
            found.append(f"the numbering goes from {last} to {number} at line {paragraph.line}")
        last = number
    return found
