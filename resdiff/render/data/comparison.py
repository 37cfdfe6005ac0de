"""JSON: the schemas resdiff/comparison/1 and resdiff/resolution/1, written piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache

from resdiff.core.compare import Change, Comparison, only_in
from resdiff.core.model import Matter, Paragraph, Phrase, Resolution, Vote
from resdiff.core.verbs import OperativeVerb, Verbs
from resdiff.render.data.encoding import _text, encode
from resdiff.version import __version__

COMPARISON = "resdiff/comparison/1"
RESOLUTION = "resdiff/resolution/1"
VERBS = "resdiff/verbs/1"

_TRUTH = {True: "true", False: "false"}


def comparison_json(comparison: Comparison) -> Iterator[str]:
    """A comparison as JSON, in pieces."""
    one, two = comparison.base, comparison.revised
    yield (
        f'{{"schema": "{COMPARISON}",\n"resdiff": {encode(__version__)},\n"options":'
        f' {encode(_options(comparison))},\n"base": '
    )
    yield from _resolution(one, comparison.base_verbs)
    yield ',\n"revised": '
    yield from _resolution(two, comparison.revised_verbs)
    yield ',\n"changes": [\n'
    shown = comparison.changes
    ids = [[_text(p.id) for p in side.paragraphs] for side in (one, two)]
    for k, change in enumerate(shown):
        yield _change(change, *ids) + (",\n" if k + 1 < len(shown) else "")
    matter = [
        {"kind": m.kind, "base": m.base, "revised": m.revised, "paragraph": m.paragraph}
        for m in comparison.matter_changes
    ]
    yield f'],\n"verbs": {encode(_ledger(comparison))},\n"matter_changes": {encode(matter)},\n'
    vote = None
    if one.vote is not None or two.vote is not None:
        vote = {
            "base": _vote(one.vote),
            "revised": _vote(two.vote),
            "changed_sides": [
                {"name": s.name, "from": s.base, "to": s.revised} for s in comparison.changed_sides
            ],
            "only_base": only_in(one.vote, two.vote),
            "only_revised": only_in(two.vote, one.vote),
        }
    yield (
        f'"vote": {encode(vote)},\n"summary": {encode(asdict(comparison.summary))},\n"warnings":'
        f" {encode(comparison.warnings)}}}\n"
    )


def resolution_json(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    """One text as JSON, in pieces: the object that stands under `base` in a comparison, with its schema."""
    pieces = _resolution(resolution, verbs)
    yield f'{{"schema": "{RESOLUTION}", "resdiff": {encode(__version__)}, ' + next(pieces)[1:]
    yield from pieces
    yield "\n"


def verbs_json(resolution: Resolution, verbs: Verbs) -> Iterator[str]:
    """The verbs of a text as JSON, each with its paragraph."""
    rows = [
        f'{{"paragraph": {_text(p.id)}, "part": "{p.part}", {_verb(verb)[1:]}'
        for p, found in zip(resolution.paragraphs, verbs, strict=True)
        for verb in found
    ]
    head = {
        "schema": VERBS,
        "resdiff": __version__,
        "source": resolution.source,
        "symbol": resolution.masthead.symbol,
        "language": resolution.language,
    }
    yield encode(head)[:-1] + ',\n"verbs": [\n' + ",\n".join(rows) + "]}\n"


def _options(comparison: Comparison) -> dict[str, object]:
    options = comparison.options
    scale = (
        {"name": comparison.scale_name, "source": list(comparison.scale_sources)}
        if comparison.scale_name is not None
        else None
    )
    return {"align": asdict(options.align), "words": asdict(options.words), "scale": scale}


def _resolution(resolution: Resolution, verbs: Verbs | None) -> Iterator[str]:
    head = resolution.masthead
    facts = {
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
        "vote": _vote(resolution.vote),
        "negotiation": asdict(resolution.negotiation),
    }
    yield encode(facts)[:-1] + ',\n"paragraphs": [\n'
    last = len(resolution.paragraphs) - 1
    for k, paragraph in enumerate(resolution.paragraphs):
        yield _paragraph(paragraph, verbs[k] if verbs is not None else None) + (",\n" if k < last else "")
    yield '],\n"matter": [\n'
    last = len(resolution.matter) - 1
    for k, matter in enumerate(resolution.matter):
        yield encode(_matter(matter)) + (",\n" if k < last else "")
    yield f'],\n"warnings": {encode(resolution.warnings)}}}'


def _vote(vote: Vote | None) -> dict[str, object] | None:
    if vote is None:
        return None
    return {
        "manner": vote.manner,
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstaining": vote.abstaining,
        "names": vote.names,
        "consistent": vote.consistent,
    }


def _matter(matter: Matter) -> dict[str, object]:
    told: dict[str, object] = {"kind": matter.kind, "line": matter.line, "text": matter.text}
    if matter.kind == "footnote":
        told |= {"mark": matter.mark, "paragraph": matter.paragraph}
    return told


def _paragraph(paragraph: Paragraph, verbs: tuple[OperativeVerb, ...] | None) -> str:
    told = "null" if verbs is None else f"[{', '.join(map(_verb, verbs))}]"
    label = "null" if paragraph.label is None else _text(paragraph.label)
    parent = "null" if paragraph.parent is None else _text(paragraph.parent)
    page = "null" if paragraph.page is None else str(paragraph.page)
    marks = encode(paragraph.marks) if paragraph.marks else "[]"
    return (
        f'{{"id": {_text(paragraph.id)}, "part": "{paragraph.part}", "label": {label}, "level":'
        f' {paragraph.level}, "parent": {parent}, "line": {paragraph.line}, "page": {page}, "text":'
        f' {_text(paragraph.text)}, "marks": {marks}, "verbs": {told}}}'
    )


def _verb(verb: OperativeVerb) -> str:
    return (
        f'{{{_phrase(verb.phrase, verb.sense)}, "start": {verb.start}, "end": {verb.end}, "inner":'
        f" {_TRUTH[verb.inner]}}}"
    )


@lru_cache(maxsize=8192)
def _phrase(written: str, sense: Phrase) -> str:
    """What is told of a phrase wherever it stands."""
    told = {
        "phrase": written,
        "lemma": sense.lemma,
        "kind": sense.kind,
        "scale": sense.scale,
        "strength": sense.strength,
        "modifiers": sense.modifiers,
        "ordering": sense.ordering,
    }
    return encode(told)[1:-1]


def _change(change: Change, base: Sequence[str], revised: Sequence[str]) -> str:
    """A change; `base` and `revised` are the ids of all paragraphs, as JSON."""
    edits = ", ".join([f'["{e.kind}", {_text(e.text)}]' for e in change.edits])
    verbs = ", ".join(
        [
            _shift(s.change, s.base and s.base.phrase, s.revised and s.revised.phrase, s.shift)
            for s in change.verbs
        ]
    )
    hedges = encode([asdict(hedge) for hedge in change.hedges]) if change.hedges else "[]"
    left, right = ", ".join([base[i] for i in change.base]), ", ".join([revised[j] for j in change.revised])
    similarity, confidence = _number(change.similarity), _number(change.confidence)
    return (
        f'{{"kind": "{change.kind}", "base": [{left}], "revised": [{right}], "moved": {_TRUTH[change.moved]},'
        f' "renumbered": {_TRUTH[change.renumbered]}, "by_hand": {_TRUTH[change.by_hand]}, "similarity":'
        f' {similarity}, "confidence": {confidence}, "edits": [{edits}], "verbs": [{verbs}], "hedges":'
        f' {hedges}, "reasons": {_reasons(change.reasons)}}}'
    )


def _number(value: float | None) -> str:
    return "null" if value is None else repr(value)


@lru_cache(maxsize=4096)
def _shift(change: str, base: str | None, revised: str | None, shift: str | None) -> str:
    return encode({"change": change, "base": base, "revised": revised, "shift": shift})


@lru_cache(maxsize=256)
def _reasons(reasons: tuple[str, ...]) -> str:
    return encode(reasons)


def _ledger(comparison: Comparison) -> dict[str, list[dict[str, object]]] | None:
    """Every verb added, dropped or replaced, under what became of it.

    None where the language has no lexicon.
    """
    if comparison.scale_name is None:
        return None
    found: dict[str, list[dict[str, object]]] = {
        k: [] for k in ("added", "dropped", "strengthened", "weakened", "recast", "disputed", "equal")
    }
    base, revised = comparison.base.paragraphs, comparison.revised.paragraphs
    for change in comparison.changes:
        for shift in change.verbs:
            verb = shift.revised or shift.base
            if shift.change == "kept" or verb is None:
                continue
            place = revised[shift.revised_paragraph].id if shift.revised_paragraph is not None else None
            told: dict[str, object] = {"lemma": verb.sense.lemma, "phrase": verb.phrase, "paragraph": place}
            if shift.base is not None and shift.base_paragraph is not None:
                told["paragraph"] = place or base[shift.base_paragraph].id
                if shift.revised is not None:
                    told |= {
                        "from": {
                            "lemma": shift.base.sense.lemma,
                            "phrase": shift.base.phrase,
                            "paragraph": base[shift.base_paragraph].id,
                        }
                    }
            found[shift.outcome].append(told)
    return found
