"""A phrase followed through the versions of a lineage: where it first stood, changed its surroundings,
vanished and came back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.core.history.near import nearest
from resdiff.core.model import Resolution
from resdiff.core.tokens import words_of_phrase

State = Literal["first", "stands", "changed", "came", "vanished", "back"]
"""What became of the phrase in a paragraph: 'changed' where the paragraph reads otherwise than before, 'came'
where it had not carried the phrase before and another had, 'back' where none had in the version before.
"""


class Sighting(Struct, frozen=True, kw_only=True):
    """What became of a phrase in one paragraph of one version."""

    version: int
    """From 0."""
    state: State
    paragraph: int
    """The place of the one that carries it.

    Where it vanished, of the one that had carried it in the version before.
    """
    now: int | None
    """Where that paragraph stands in this version; None where it is gone."""
    words: str
    """The phrase as it stands in that paragraph."""


Carriers = dict[int, str]
"""By their places, the paragraphs of a version that carry a phrase, and how it reads there."""


def trace_phrase(
    versions: Sequence[Resolution], comparisons: Sequence[Comparison], phrase: str, with_near: bool = False
) -> tuple[Sighting, ...]:
    """What became of a phrase, version by version, from the first that has it; case and signs do not count.

    `comparisons` are those of neighbours, in order. `with_near` also finds readings that are close to the
    phrase. Empty where no version has it. Raises UsageError for a phrase without a word.
    """
    phrase_words = words_in(phrase)
    carriers: list[Carriers] = []
    for text in versions:
        places = (
            (k, standing(phrase_words, paragraph.text, with_near))
            for k, paragraph in enumerate(text.paragraphs)
        )
        carriers.append({k: words for k, words in places if words is not None})
    return tuple(_sightings(carriers, comparisons))


def words_in(phrase: str) -> list[str]:
    """The words of a phrase without case and signs. Raises UsageError where there is none."""
    words = [match[0].casefold() for match in words_of_phrase(phrase)]
    if not words:
        raise UsageError(f"'{phrase}' holds no word", "give one or several words in a row")
    return words


def standing(phrase_words: Sequence[str], text: str, with_near: bool) -> str | None:
    """How a phrase reads in a text; None where it does not stand there."""
    spans = [match.span() for match in words_of_phrase(text)]
    words = [text[start:end].casefold() for start, end in spans]
    place = _place(phrase_words, words)
    if place is None and with_near:
        place = nearest(phrase_words, words)
    return text[spans[place[0]][0] : spans[place[1] - 1][1]] if place is not None else None


def _place(phrase: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """Where words stand in a row among others, as [begin, end)."""
    for k, word in enumerate(words):
        if word == phrase[0] and words[k : k + len(phrase)] == phrase:
            return k, k + len(phrase)
    return None


def _sightings(carriers: Sequence[Carriers], comparisons: Sequence[Comparison]) -> Iterator[Sighting]:
    first = next((k for k, places in enumerate(carriers) if places), len(carriers))
    for version in range(first, len(carriers)):
        if version == first:
            yield from (
                Sighting(version=version, state="first", paragraph=k, now=k, words=words)
                for k, words in sorted(carriers[version].items())
            )
            continue
        before, now = carriers[version - 1], carriers[version]
        for change in comparisons[version - 1].changes:
            carried = [i for i in change.base if i in before]
            carries = [j for j in change.revised if j in now]
            state: State = (
                ("stands" if change.kind == "unchanged" else "changed")
                if carried
                else "came"
                if before
                else "back"
            )
            yield from (
                Sighting(version=version, state=state, paragraph=j, now=j, words=now[j]) for j in carries
            )
            if not carries:
                yield from (
                    Sighting(
                        version=version,
                        state="vanished",
                        paragraph=i,
                        now=next(iter(change.revised), None),
                        words=before[i],
                    )
                    for i in carried
                )
