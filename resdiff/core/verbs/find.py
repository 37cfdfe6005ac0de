"""Finds the verbs of a paragraph: its opening phrase, the further operative verbs within, its hedges.

How verbs shift between two readings is found in the module `shift`.

A further operative verb stands in the third person singular after a comma, semicolon or 'and', often with
'also', 'further' or 'in this regard'. It is none where it has a subject of its own (in a which-clause, or as
the first verb of a that-clause), where it is a noun ('programmes, funds and calls'), or within a quoted
title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from resdiff.core.lexicon import ClauseBoundaries, Lexicon
from resdiff.core.model import Paragraph, Phrase, Resolution
from resdiff.core.tokens import NEXT_WORD

_FARTHEST_BOUNDARY = 72
"""Characters from a boundary to the verb at most, with 'and in this regard also' between them."""
_LONGEST_WORD = 24
_ACCOMPANYING = frozenset(("take into account", "take into consideration", "take"))
_BOUNDARY_SIGNS = frozenset((",", ";", ":", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class OperativeVerb:
    """A verb phrase in a reading."""

    phrase: str
    """As written."""
    start: int
    end: int
    """Its characters [start, end) of the reading."""
    inner: bool
    """Whether it is a further one, not the opening."""
    sense: Phrase
    """What the lexicon knows of it."""


Verbs = tuple[tuple[OperativeVerb, ...], ...]
"""The verbs of each paragraph of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
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
    return tuple([result.get(_key(p)) or verbs_of(p, lexicon) for p in resolution.paragraphs])


def _key(paragraph: Paragraph) -> tuple[str, str, int, int]:
    """All that the verbs of a paragraph depend on."""
    return (
        paragraph.text,
        paragraph.part,
        paragraph.level,
        paragraph.opening.end if paragraph.opening is not None else 0,
    )


def verbs_of(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    """The verbs of a paragraph: none in headings, annexes and texts that are no resolution."""
    if paragraph.part == "operative":
        return _operative(paragraph, lexicon)
    if paragraph.part == "preamble":
        return _preambular(paragraph, lexicon)
    return ()


def find_hedges(text: str, lexicon: Lexicon) -> tuple[Hedge, ...]:
    """The hedges in a reading, in order; of two that overlap the longer."""
    lowered = text.lower()
    hedges: list[Hedge] = []
    for hedge in lexicon.hedges_in(lowered):
        place = lowered.find(hedge)
        while place >= 0:
            end = place + len(hedge)
            bounded = not lowered[place - 1 : place].isalnum() and not lowered[end : end + 1].isalnum()
            if bounded and not any(h.start < end and place < h.end for h in hedges):
                hedges.append(Hedge(phrase=text[place:end], start=place, end=end))
            place = lowered.find(hedge, end)
    return tuple(sorted(hedges, key=lambda hedge: hedge.start))


def _opening(paragraph: Paragraph, lexicon: Lexicon) -> list[OperativeVerb]:
    opening, text = paragraph.opening, paragraph.text
    if opening is None:
        return []
    if paragraph.level > 1 and (
        opening.phrase.part != "operative" or not _is_verb(text, opening.start, opening.end, lexicon)
    ):
        return []
    sense = opening.phrase
    if (
        lexicon.is_ranked_by_user
        and (ranked := lexicon.opening(text, opening.start, (sense.part,))) is not None
    ):
        sense = ranked.phrase
    return [
        OperativeVerb(
            phrase=text[opening.start : opening.end],
            start=opening.start,
            end=opening.end,
            inner=False,
            sense=sense,
        )
    ]


def _operative(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    text = paragraph.text
    verbs = _opening(paragraph, lexicon)
    if not verbs and (paragraph.level > 1 or paragraph.opening is not None):
        return ()
    last = verbs[0].end if verbs else 0
    for match in _boundaries(text, last, lexicon.further, lexicon):
        if match.start("word") < last or match["word"] not in lexicon.heads["operative"]:
            continue
        opening = lexicon.opening(text, match.start("word"), ("operative",))
        if opening is None or opening.phrase.kind == "conduct" or not text[opening.start].islower():
            continue
        is_inner = bool(verbs)
        if (
            _is_further(text, match["boundary"], opening.start, opening.end, last, lexicon)
            if is_inner
            else _is_late(text, match, opening.end, lexicon)
        ):
            verbs.append(
                OperativeVerb(
                    phrase=text[opening.start : opening.end],
                    start=opening.start,
                    end=opening.end,
                    inner=is_inner,
                    sense=opening.phrase,
                )
            )
            last = opening.end
    return tuple(verbs)


def _is_late(text: str, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a verb carries a paragraph that opens with a circumstance: 'Pending the report, requests the
    Warden'.
    """
    if "," not in match["boundary"] or lexicon.within.finite.search(text, 0, match.start()) is not None:
        return False
    return _is_sure_without_comma(text, match.start("word"), end, lexicon.within)


def _preambular(paragraph: Paragraph, lexicon: Lexicon) -> tuple[OperativeVerb, ...]:
    text = paragraph.text
    verbs = _opening(paragraph, lexicon)
    if not verbs:
        return ()
    last = verbs[0].end
    for match in _boundaries(text, last, lexicon.within.participles, lexicon):
        start = match.start("word")
        if start < last or (
            match["word"] not in lexicon.within.participles and match["word"] not in lexicon.ordering
        ):
            continue
        if "," not in match["boundary"] and ";" not in match["boundary"] and match.start() > last:
            continue
        opening = lexicon.opening(text, start, ("preambular",))
        if opening is None or _is_quoted(text, start) or opening.phrase.lemma in _ACCOMPANYING:
            continue
        verbs.append(
            OperativeVerb(
                phrase=text[opening.start : opening.end],
                start=opening.start,
                end=opening.end,
                inner=True,
                sense=opening.phrase,
            )
        )
        last = opening.end
    return tuple(verbs)


def _boundaries(text: str, last: int, heads: frozenset[str], lexicon: Lexicon) -> list[re.Match[str]]:
    """Where a further verb may begin: the boundaries before those of `heads` that stand after `last`."""
    tail = text[last:]
    if "," not in tail and ";" not in tail[:-1] and " and " not in tail and ":" not in tail:
        return []
    words = heads.intersection(tail.replace(",", " ").split())
    if not words:
        return []
    places: list[int] = []
    for word in words:
        place = text.find(f" {word}", last)
        while place >= 0:
            if _stands_after_boundary(text, place, last, lexicon):
                places.append(place)
            place = text.find(f" {word}", place + 1)
    matches: list[re.Match[str]] = []
    for place in sorted(places):
        matches += lexicon.within.boundary.finditer(
            text, max(last, place - _FARTHEST_BOUNDARY), place + _LONGEST_WORD
        )
    return matches


def _stands_after_boundary(text: str, place: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a sign, 'and', 'also' or what else may come before a verb stands before `place`: a cheap test
    before the search.
    """
    before = text[max(last, place - 16) : place]
    said = before[before.rfind(" ") + 1 :]
    return said[-1:] in _BOUNDARY_SIGNS or said in lexicon.before_verbs


def _is_verb(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that may also be a plural noun ('requests', 'calls') is a verb here: an object or a
    connective follows.
    """
    words = text[start:end].lower().split()
    verb = next((w for w in words if w not in lexicon.ordering), "")
    if verb not in lexicon.ambiguous or len(words) - (words[0] in lexicon.ordering) > 1:
        return True
    after = NEXT_WORD.match(text, end)
    if after is None:
        return False
    word = after[1]
    if word in lexicon.within.after_nouns:
        return lexicon.within.links.match(text, after.start(1)) is not None
    if not word.endswith(("ed", "ing")) or not word[0].islower():
        return True
    second = NEXT_WORD.match(text, after.end())
    return second is not None and second[1] not in lexicon.within.after_nouns


def _is_further(text: str, boundary: str, start: int, end: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb at [start, end) is a further operative verb of the sentence whose last one ended
    at `last`.
    """
    if not _is_verb(text, start, end, lexicon) or _is_quoted(text, start):
        return False
    within = lexicon.within
    if (
        within.joint not in boundary
        and within.subject.search(text[last:start].rstrip(" ,;")[-_LONGEST_WORD:]) is not None
    ):
        return False
    if "," not in boundary and ";" not in boundary and not _is_sure_without_comma(text, start, end, within):
        return False
    return within.joint in boundary or ";" in boundary or not _heads_clause(text[last:start], within)


def _is_sure_without_comma(text: str, start: int, end: int, within: ClauseBoundaries) -> bool:
    """Whether a verb after a bare 'and' is the organ's: 'and calls upon', not 'and supports the'."""
    after = NEXT_WORD.match(text, end)
    return " " in text[start:end] or (
        after is not None and (after[1] in within.objects or after[1][0].isupper())
    )


def _heads_clause(between: str, within: ClauseBoundaries) -> bool:
    """Whether a verb is the first finite one of a that-clause, which begins right after the last verb.

    `between` parts the two.
    """
    return within.clause.match(between) is not None and within.finite.search(between) is None


def _is_quoted(text: str, position: int) -> bool:
    before = text[:position]
    if before.count("“") > before.count("”"):
        return True
    return before.count('"') % 2 == 1
