"""JSON: the schemas resdiff/comparison/1, resdiff/resolution/1 and resdiff/verbs/1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.answer import ChangeAnswer
from resdiff.core.compare.proposals import proposals_of
from resdiff.core.model import Matter, Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs, VerbShift
from resdiff.core.watch import NOTHING_WATCHED, Watch
from resdiff.render.data.asks import asks_of_change
from resdiff.render.data.documents import (
    CarriedDocument,
    ChangeDocument,
    ComparisonDocument,
    LedgerDocument,
    LedgerVerbDocument,
    MatterChangeDocument,
    MatterDocument,
    OptionsDocument,
    ParagraphDocument,
    PlacedVerbDocument,
    ResolutionDocument,
    ScaleDocument,
    ShiftsDocument,
    SideChangeDocument,
    TextDocument,
    VerbDocument,
    VerbsDocument,
    VerbShiftDocument,
    VotesDocument,
    WatchedDocument,
)
from resdiff.render.data.encoding import json_lines
from resdiff.render.views.notes import elsewhere_of
from resdiff.version import __version__


def comparison_json(comparison: Comparison, *, watch: Watch = NOTHING_WATCHED) -> Iterator[str]:
    """A comparison as JSON, in pieces; `watch` is what the reader watches for."""
    ids = [[p.id for p in text.paragraphs] for text in (comparison.base, comparison.revised)]
    answers = zip(comparison.changes, comparison.answers(watch), strict=True)
    has_asks = comparison.scale_name is not None
    document = ComparisonDocument(
        resdiff=__version__,
        options=_options(comparison),
        base=TextDocument(**_text_fields(comparison.base, comparison.base_verbs)),
        revised=TextDocument(**_text_fields(comparison.revised, comparison.revised_verbs)),
        changes=tuple(
            _proposed(_change(change, ids[0], ids[1], answer, has_asks), change, comparison)
            for change, answer in answers
        ),
        verbs=_ledger(comparison),
        matter_changes=tuple(
            MatterChangeDocument(
                kind=m.kind,
                base=m.base,
                revised=m.revised,
                paragraph=m.paragraph,
                counts=m.counts,
                by=m.by or UNSET,
            )
            for m in comparison.matter_changes
        ),
        vote=_votes(comparison),
        summary=comparison.summary,
        warnings=comparison.warnings,
    )
    return json_lines(document)


def resolution_json(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    """One text as JSON, in pieces: the object that stands under `base` in a comparison, with its schema."""
    return json_lines(ResolutionDocument(**_text_fields(resolution, verbs), resdiff=__version__))


def verbs_json(resolution: Resolution, verbs: Verbs) -> Iterator[str]:
    """The verbs of a text as JSON, each with its paragraph."""
    placed = [
        PlacedVerbDocument(**_verb_fields(verb), paragraph=paragraph.id, part=paragraph.part)
        for paragraph, its_verbs in zip(resolution.paragraphs, verbs, strict=True)
        for verb in its_verbs
    ]
    document = VerbsDocument(
        resdiff=__version__,
        source=resolution.source,
        symbol=resolution.masthead.symbol,
        language=resolution.language,
        verbs=tuple(placed),
    )
    return json_lines(document)


def _options(comparison: Comparison) -> OptionsDocument:
    scale = None
    if comparison.scale_name is not None:
        scale = ScaleDocument(name=comparison.scale_name, source=comparison.scale_sources)
    return OptionsDocument(align=comparison.options.align, words=comparison.options.words, scale=scale)


def _votes(comparison: Comparison) -> VotesDocument | None:
    base, revised = comparison.base.vote, comparison.revised.vote
    if base is None and revised is None:
        return None
    return VotesDocument(
        base=base,
        revised=revised,
        changed_sides=tuple(
            SideChangeDocument(name=s.name, from_=s.base, to=s.revised) for s in comparison.changed_sides
        ),
        only_base=comparison.voters_in_base_only,
        only_revised=comparison.voters_in_revised_only,
    )


def _text_fields(resolution: Resolution, verbs: Verbs | None) -> dict[str, Any]:
    """The fields of a TextDocument, by their names."""
    head = resolution.masthead
    return {
        "source": resolution.source,
        "sha256": resolution.sha256,
        "symbol": head.symbol,
        "number": head.number,
        "title": head.title,
        "organ": head.organ,
        "session": head.session,
        "agenda_item": head.agenda_item,
        "stage": head.stage,
        "date": head.date,
        "language": resolution.language,
        "sponsors": head.sponsors,
        "vote": resolution.vote,
        "negotiation": resolution.negotiation,
        "paragraphs": tuple(
            _paragraph(paragraph, verbs[k] if verbs is not None else None)
            for k, paragraph in enumerate(resolution.paragraphs)
        ),
        "matter": tuple(map(_matter, resolution.matter)),
        "warnings": resolution.warnings,
    }


def _matter(matter: Matter) -> MatterDocument:
    if matter.kind != "footnote":
        return MatterDocument(kind=matter.kind, line=matter.line, text=matter.text)
    return MatterDocument(
        kind=matter.kind, line=matter.line, text=matter.text, mark=matter.mark, paragraph=matter.paragraph
    )


def _paragraph(paragraph: Paragraph, verbs: Sequence[OperativeVerb] | None) -> ParagraphDocument:
    return ParagraphDocument(
        id=paragraph.id,
        part=paragraph.part,
        label=paragraph.label,
        level=paragraph.level,
        parent=paragraph.parent,
        line=paragraph.line,
        page=paragraph.page,
        text=paragraph.text,
        marks=paragraph.marks,
        verbs=tuple(VerbDocument(**_verb_fields(verb)) for verb in verbs) if verbs is not None else None,
    )


def _verb_fields(verb: OperativeVerb) -> dict[str, Any]:
    """The fields of a VerbDocument, by their names."""
    sense = verb.sense
    return {
        "phrase": verb.phrase,
        "lemma": sense.lemma,
        "kind": sense.kind,
        "scale": sense.scale,
        "strength": sense.strength,
        "modifiers": sense.modifiers,
        "ordering": sense.ordering,
        "start": verb.start,
        "end": verb.end,
        "inner": verb.inner,
        "pivot": sense.pivot if sense.pivot is not None else UNSET,
    }


def _change(
    change: Change,
    base: Sequence[str],
    revised: Sequence[str],
    answer: ChangeAnswer,
    has_asks: bool,
) -> ChangeDocument:
    """A change; `base` and `revised` are the ids of all paragraphs."""
    return ChangeDocument(
        kind=change.kind,
        base=tuple(base[place] for place in change.base),
        revised=tuple(revised[place] for place in change.revised),
        moved=change.moved,
        renumbered=change.renumbered,
        by_hand=change.by_hand,
        similarity=change.similarity,
        confidence=change.confidence,
        edits=tuple((edit.kind, edit.text) for edit in change.edits),
        verbs=tuple(_shift(shift, base, revised) for shift in change.verbs),
        hedges=change.hedges,
        reasons=change.reasons,
        carried=tuple(
            CarriedDocument(
                text=run.text,
                from_=base[run.came_from] if run.came_from is not None else UNSET,
                to=revised[run.to] if run.to is not None else UNSET,
            )
            for run in change.carried
        ),
        signals=tuple(answer.signals),
        asks=asks_of_change(answer.asks) if has_asks else None,
        weight=answer.weight.value,
        why=answer.weight.rules,
        watched=tuple(WatchedDocument(term=w.term, change=w.change) for w in answer.watched),
    )


def _proposed(document: ChangeDocument, change: Change, comparison: Comparison) -> ChangeDocument:
    """A change with who proposed which of its words, where tracked changes say it."""
    proposals = proposals_of(change, comparison)
    return replace(document, proposals=proposals) if proposals else document


def _shift(shift: VerbShift, base: Sequence[str], revised: Sequence[str]) -> VerbShiftDocument:
    """What became of a verb, and where else it stands."""
    came, went = elsewhere_of(shift)
    return VerbShiftDocument(
        change=shift.change,
        base=shift.base.phrase if shift.base is not None else None,
        revised=shift.revised.phrase if shift.revised is not None else None,
        shift=shift.shift,
        from_=base[came] if came is not None else UNSET,
        to=revised[went] if went is not None else UNSET,
    )


def _ledger(comparison: Comparison) -> ShiftsDocument | None:
    """Every verb added, dropped or replaced, under what became of it.

    None where the language has no lexicon.
    """
    if comparison.scale_name is None:
        return None
    ledger: dict[str, list[LedgerDocument]] = {}
    base, revised = comparison.base.paragraphs, comparison.revised.paragraphs
    for change in comparison.changes:
        for shift in change.verb_changes:
            old = _ledger_verb(shift.base, shift.base_paragraph, base)
            new = _ledger_verb(shift.revised, shift.revised_paragraph, revised)
            verb = new or old
            if verb is None:
                continue
            document = LedgerDocument(lemma=verb.lemma, phrase=verb.phrase, paragraph=verb.paragraph)
            if new is not None and old is not None:
                document = LedgerDocument(new.lemma, new.phrase, new.paragraph, from_=old)
            ledger.setdefault(shift.outcome, []).append(document)
    return ShiftsDocument(**{outcome: tuple(verbs) for outcome, verbs in ledger.items()})


def _ledger_verb(
    verb: OperativeVerb | None, place: int | None, paragraphs: Sequence[Paragraph]
) -> LedgerVerbDocument | None:
    if verb is None or place is None:
        return None
    return LedgerVerbDocument(lemma=verb.sense.lemma, phrase=verb.phrase, paragraph=paragraphs[place].id)
