"""Finds the verbs of a paragraph: its opening phrase, the further operative verbs within, its hedges.

How verbs shift between two readings is found in the module `shift`.

A further operative verb stands in the third person singular after a comma, semicolon or 'and', often with
'also', 'further' or 'in this regard'. It is none where it has a subject of its own (in a which-clause, or as
the first verb of a that-clause), where it is a noun ('programmes, funds and calls'), or within a quoted
title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from resdiff.core.languages import english
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Paragraph, Resolution, Role
from resdiff.core.verbs.boundaries import boundaries, is_capitalized
from resdiff.core.verbs.further import (
    is_further,
    is_late,
    is_organs_in_point,
    is_quoted,
    is_verb,
    may_be_gerund,
)
from resdiff.core.verbs.subjects import opens_with_we, verbs_after_subjects
from resdiff.core.verbs.values import OperativeVerb, Verbs, verb_at

_WE = ", we "
_AS = "as "
_ENDS_HEDGE = re.compile(english.ENDS_HEDGE)
_CONSIDERS = "to consider"
_AS_SOMETHING = re.compile(english.CONSIDERS_AS)
_ACCOMPANYING = frozenset(("take into account", "take into consideration", "take"))


class Hedge(Struct, frozen=True, kw_only=True):
    """Words other than the verb that weaken a paragraph, such as 'where appropriate'."""

    phrase: str
    start: int
    end: int


def find_verbs(
    resolution: Resolution,
    lexicon: Lexicon | None,
    like: Resolution | None = None,
    other_verbs: Verbs | None = None,
) -> Verbs | None:
    """The verbs of each paragraph of a text, in order; None where the language has no lexicon.

    `other_verbs` are the verbs of the text `like`; paragraphs that both texts have are not searched again.
    """
    if lexicon is None:
        return None
    result = (
        {_key(p): verbs for p, verbs in zip(like.paragraphs, other_verbs, strict=True)}
        if like is not None and other_verbs is not None
        else {}
    )
    paragraphs: Sequence[Paragraph] = resolution.paragraphs
    if lexicon.parses_structure:
        paragraphs = _with_openings(paragraphs, lexicon)
    verbs = [result.get(_key(p)) or verbs_of(p, lexicon) for p in paragraphs]
    if not lexicon.parses_structure:
        return tuple(verbs)
    return tuple(_with_imperatives(paragraphs, verbs, lexicon))


def _with_openings(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Sequence[Paragraph]:
    """The paragraphs, with the openings of points that stand under a bare number, or beside a point that has
    it, and are sentences of their own: '4. (a) Requests the Warden to act; (b) urges ports to help'.
    """
    labels = ((paragraph, (paragraph.label or "").lstrip("(")) for paragraph in paragraphs)
    bare = {paragraph.id for paragraph, label in labels if not paragraph.text or "(" in label}
    if not bare:
        return paragraphs
    return [
        replace(paragraph, opening=lexicon.opening(paragraph.text, 0, ("operative",)))
        if paragraph.opening is None and paragraph.level > 1 and paragraph.parent in bare
        else paragraph
        for paragraph in paragraphs
    ]


def _with_imperatives(
    paragraphs: Sequence[Paragraph], verbs: Sequence[tuple[OperativeVerb, ...]], lexicon: Lexicon
) -> Iterator[tuple[OperativeVerb, ...]]:
    """The verbs, with those of the items below 'We ..., and in this regard:' ('Urge all States')."""
    is_below_we = False
    for paragraph, its_verbs in zip(paragraphs, verbs, strict=True):
        opening = None
        if paragraph.part == "heading" or (its_verbs and not paragraph.label):
            is_below_we = paragraph.text.endswith(":") and bool(its_verbs) and opens_with_we(paragraph.text)
        elif is_below_we and not its_verbs and paragraph.label is not None:
            opening = lexicon.opening(paragraph.text, 0, ("operative",), "plural")
        yield (verb_at(paragraph.text, opening, inner=False),) if opening is not None else its_verbs


def _key(paragraph: Paragraph) -> tuple[str, str, int, int]:
    """All that the verbs of a paragraph depend on."""
    return (
        paragraph.text,
        paragraph.part,
        paragraph.level,
        paragraph.opening.end if paragraph.opening is not None else 0,
    )


def verbs_of(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    """The verbs of a paragraph, none in headings. In annexes, declarations and statements they are those
    behind a subject: 'We urge', 'The Council requests'.
    """
    verbs: tuple[OperativeVerb, ...] = ()
    if not lexicon.parses_structure:
        return _of_phrases(paragraph, lexicon)
    if paragraph.part == "operative":
        verbs = _operative(paragraph, lexicon)
    elif paragraph.part == "preamble":
        verbs = _preambular(paragraph, lexicon)
    if paragraph.part in ("heading", "table") or (verbs and _WE not in paragraph.text):
        return verbs
    last = verbs[-1].end if verbs else -1
    return (*verbs, *(verb for verb in verbs_after_subjects(paragraph.text, lexicon) if verb.start > last))


def _of_phrases(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    """The verbs of a paragraph in a language whose phrases are matched as they stand."""
    from resdiff.core.lexicon.phrase_lexicon import PhraseLexicon  # English does without
    from resdiff.core.verbs.by_phrase import verbs_by_phrase

    return verbs_by_phrase(paragraph, lexicon) if isinstance(lexicon, PhraseLexicon) else ()


def find_hedges(text: str, lexicon: Lexicon) -> tuple[Hedge, ...]:
    """The hedges in a reading, in order; of two that overlap the longer."""
    lowered = text.lower()
    hedges: list[Hedge] = []
    for hedge in lexicon.hedges_in(lowered):
        place = lowered.find(hedge)
        while place >= 0:
            end = place + len(hedge)
            bounded = lexicon.adjoins_words or not (
                lowered[place - 1 : place].isalnum() or lowered[end : end + 1].isalnum()
            )
            bounded = bounded and (hedge[:3] != _AS or _ENDS_HEDGE.match(lowered, end) is not None)
            if hedge == _CONSIDERS and _AS_SOMETHING.match(lowered, end) is not None:
                bounded = False
            if bounded and not any(h.start < end and place < h.end for h in hedges):
                hedges.append(Hedge(phrase=text[place:end], start=place, end=end))
            place = lowered.find(hedge, end)
    return tuple(sorted(hedges, key=lambda hedge: hedge.start))


def _opening(paragraph: Paragraph, lexicon: Lexicon) -> list[OperativeVerb]:
    opening, text = paragraph.opening, paragraph.text
    if opening is None:
        return []
    if paragraph.level > 1 and (
        opening.phrase.part != "operative" or not is_verb(text, opening.start, opening.end, lexicon)
    ):
        return []
    if (
        lexicon.is_ranked_by_user
        and (ranked := lexicon.opening(text, opening.start, (opening.phrase.part,))) is not None
    ):
        opening = replace(opening, phrase=ranked.phrase)
    return [verb_at(text, opening, inner=False)]


def _operative(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    text, is_point = paragraph.text, paragraph.level > 1
    verbs = _opening(paragraph, lexicon)
    if not verbs and not is_point and paragraph.opening is not None:
        return ()
    last = verbs[0].end if verbs else 0
    for match in boundaries(text, last, lexicon.further, lexicon):
        if match.start("word") < last or not _may_begin_verb(match["word"], "operative", lexicon):
            continue
        opening = lexicon.opening(text, match.start("word"), ("operative",))
        if opening is None or opening.phrase.kind == "conduct" or is_capitalized(text, opening.start):
            continue
        if verbs:
            is_organs = is_further(text, match, opening, last, lexicon)
        elif is_point:
            is_organs = is_organs_in_point(text, match, opening.end, lexicon)
        else:
            is_organs = is_late(text, match, opening.end, lexicon)
        if is_organs:
            verbs.append(verb_at(text, opening, inner=bool(verbs) or is_point))
            last = opening.end
    return tuple(verbs)


def _may_begin_verb(word: str, role: Role, lexicon: Lexicon) -> bool:
    """Whether a verb phrase may begin with a word: any adverb may stand before a verb."""
    return word in lexicon.heads[role] or lexicon.is_adverb(word)


def _preambular(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    text = paragraph.text
    verbs = _opening(paragraph, lexicon)
    if not verbs:
        return ()
    last, within = verbs[0].end, lexicon.within
    for match in boundaries(text, last, within.participles, lexicon):
        start = match.start("word")
        if start < last or not (match["word"] in within.participles or match["word"] in lexicon.adverbs):
            continue
        if match.start() > last and may_be_gerund(text, match, last, lexicon):
            continue
        opening = lexicon.opening(text, start, ("preambular",))
        if opening is None or is_quoted(text, start) or opening.phrase.lemma in _ACCOMPANYING:
            continue
        verbs.append(verb_at(text, opening, inner=True))
        last = opening.end
    return tuple(verbs)
