"""Agreed language: for each paragraph of a text the nearest wordings of the store, where its words come from,
and what is new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.errors import StoreError
from resdiff.core.model import Paragraph, Resolution, VersionOrigin
from resdiff.core.precedents.likeness import Likeness, Wording, likeness, passage, rarest, rarity
from resdiff.core.precedents.runs import LEAST, RunFinder
from resdiff.core.precedents.values import AgreedRun, ParagraphPrecedents, Precedent, Standing
from resdiff.core.progress import Progress, no_progress
from resdiff.store.codec import vote_of
from resdiff.store.precedents import PrecedentIndex, StoredReading
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.store.search import VersionFilter
from resdiff.workspace.reading import is_reference, read
from resdiff.workspace.references import open_repository, resolve_text
from resdiff.workspace.rounds import years_of
from resdiff.workspace.searching import check_filter
from resdiff.workspace.texts import parse_bytes

_FILE_ENDING = re.compile(r"\.[A-Za-z]\w{1,4}$")
"""How names of files end, and no sentence."""
_RAREST = 10
"""Words by which candidates are looked for."""
_CANDIDATES = 80
"""Readings that are compared word by word."""
_LEAST_LIKE = 0.3
"""Share of the words, rare ones counting more, that a precedent has at least."""
_LEAST_SECOND = 0.5
"""Share of the words that the best precedent lacks from which on another counts as their source."""


def text_for_precedents(name: str, store: str | None) -> Resolution:
    """The text that a file or reference means; a sentence where there is no such file, it has blanks and does
    not end as names of files do.

    Raises InputError and UnknownVersionError as `read`.
    """
    is_name = _FILE_ENDING.search(name) is not None or "@" in name
    if " " in name.strip() and is_reference(name) and not is_name:
        return parse_bytes(name.encode(), "the sentence", "the sentence")
    return read(name, store=store)


def precedents_of(
    text: Resolution,
    store: str | None,
    versions: VersionFilter,
    most: int,
    progress: Progress = no_progress,
) -> list[ParagraphPrecedents]:
    """The precedents of each paragraph, `most` at most; headings have none.

    A stored text is not its own precedent, nor are its drafts, nor what came later in its lineage. Raises
    StoreError where there is no store.
    """
    with open_repository(store) as repository:
        check_filter(versions, repository)
        index = PrecedentIndex(repository, versions, _later(text, repository))
        if not index.total:
            raise StoreError("the store holds no text", "resdiff add puts some into it")
        paragraphs = [paragraph for paragraph in text.paragraphs if paragraph.part != "heading"]
        return precedents_in(index, paragraphs, most, progress)


def precedents_in(
    index: PrecedentIndex, paragraphs: Sequence[Paragraph], most: int, progress: Progress = no_progress
) -> list[ParagraphPrecedents]:
    """The precedents of some paragraphs in an index, `most` of each at most."""
    finder = _Finder(index, most)
    rows = []
    for done, paragraph in enumerate(paragraphs):
        progress(done / len(paragraphs), paragraph.id)
        rows.append(finder.precedents(paragraph))
    return rows


def precedents_of_paragraph(
    text: Resolution, place: int, store: str | None, versions: VersionFilter, most: int
) -> ParagraphPrecedents:
    """Where the words of one paragraph come from, by its place, as `precedents_of`; texts dated after it are
    left out.
    """
    with open_repository(store) as repository:
        index = PrecedentIndex(repository, versions, _later(text, repository), text.masthead.date)
        return precedents_in(index, [text.paragraphs[place]], most)[0]


def _later(text: Resolution, store: Store) -> list[int]:
    """The ids of the versions that are the text itself, a round of it, or later in its lineage."""
    same: list[Version] = [v for v in store.versions() if v.sha256 == text.sha256]
    if isinstance(text.origin, VersionOrigin):
        same.append(resolve_text(text.source, store))
    own: set[int] = set()
    for one in same:
        versions = store.versions(one.lineage)
        own |= {version.id for version in versions if version.place >= one.place}
        years = (year for year in years_of(versions) if one.id in {v.id for v in (*year.rounds, year.final)})
        own |= {version.id for year in years for version in (*year.rounds, year.final)}
    return sorted(own)


class _Finder:
    """Looks for precedents, remembering what was looked up."""

    def __init__(self, index: PrecedentIndex, most: int) -> None:
        self._index, self._most = index, most
        self._runs = RunFinder(index.with_run)
        self._standings: dict[int, tuple[Standing, ...]] = {}

    def precedents(self, paragraph: Paragraph) -> ParagraphPrecedents:
        """What stands behind a paragraph."""
        wording = Wording(paragraph.text)
        ranked = self._ranked(wording)
        for reading, _ in ranked[: self._most]:
            self._runs.add(*reading)
        return ParagraphPrecedents(
            paragraph=paragraph,
            runs=tuple(
                AgreedRun(
                    text=run.text,
                    words=run.words,
                    source=self._standing(run.reading)[-1] if run.reading is not None else None,
                )
                for run in self._runs.runs(paragraph.text)
            ),
            nearest=self._nearest(wording, ranked),
        )

    def _nearest(
        self, wording: Wording, ranked: Sequence[tuple[StoredReading, Likeness]]
    ) -> tuple[Precedent, ...]:
        """The nearest wordings; readings of which the same words correspond are one."""
        nearest: dict[tuple[str, ...], Precedent] = {}
        for reading, like in ranked:
            text = passage(wording, Wording(reading.text), like)
            key = tuple(Wording(text).forms)
            if key not in nearest and len(nearest) == self._most:
                break
            precedent = Precedent(
                text=text,
                similarity=round(like.similarity, 4),
                differing=tuple(wording.differing(like.places)),
                standings=self._standing(reading.number),
            )
            first = nearest.get(key)
            if first is not None:
                both = sorted((*first.standings, *precedent.standings), key=lambda s: s.reference)
                newest = sorted(both, key=lambda s: s.date or "", reverse=True)
                precedent = replace(first, standings=tuple(newest))
            nearest[key] = precedent
        return tuple(nearest.values())

    def _standing(self, reading: int) -> tuple[Standing, ...]:
        if reading not in self._standings:
            rows = self._index.standings(reading)
            self._standings[reading] = tuple(
                Standing(**{**row, "vote": vote_of(json.loads(row["vote"])) if row["vote"] else None})
                for row in rows
            )
        return self._standings[reading]

    def _ranked(self, wording: Wording) -> list[tuple[StoredReading, Likeness]]:
        """The readings that are near, the nearest first; second the one that has most of what it lacks."""
        forms = wording.forms
        ranked = self._near(forms)
        if not ranked:
            return []
        covered = set(ranked[0][1].places)
        left = [form for k, form in enumerate(forms) if k not in covered]
        if len(left) >= LEAST:
            others = self._near(left)
            if others and others[0][1].score >= _LEAST_SECOND:
                reading = others[0][0]
                like = likeness(forms, Wording(reading.text).forms, self._weights(forms))
                ranked = [
                    ranked[0],
                    *([(reading, like)] if reading != ranked[0][0] else []),
                    *(pair for pair in ranked[1:] if pair[0] != reading),
                ]
        return ranked

    def _near(self, forms: Sequence[str]) -> list[tuple[StoredReading, Likeness]]:
        counts = self._index.counts(forms)
        weights = self._weights(forms)
        readings = self._index.candidates(rarest(forms, counts, _RAREST), _CANDIDATES)
        pairs = [(reading, likeness(forms, Wording(reading.text).forms, weights)) for reading in readings]
        near = [pair for pair in pairs if pair[1].score >= _LEAST_LIKE]
        return sorted(near, key=lambda pair: (-round(pair[1].score, 9), pair[0].number))

    def _weights(self, forms: Sequence[str]) -> dict[str, float]:
        counts = self._index.counts(forms)
        return {form: rarity(counts[form], self._index.total) for form in counts}
