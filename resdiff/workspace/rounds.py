"""The two axes of a lineage: years, and in each year the rounds of its text, from draft to adopted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Generic, Protocol, TypeVar, get_args

from msgspec import Struct

from resdiff.core.errors import UsageError
from resdiff.core.model import Stage

DRAFTS = frozenset(("zero draft", "draft", "revised draft", "oral revision"))
"""Stages of a text that is not yet adopted."""
EVERY = "all"
"""Follows every version, rounds and all."""
_LONGEST = 400
"""Days from a draft to the adopted text of which it is a round at most: a session with resumed parts."""


class Dated(Protocol):
    """What is asked of a version to put it into its year."""

    @property
    def id(self) -> int: ...  # noqa: D102 - as those of a stored version
    @property
    def stage(self) -> str | None: ...  # noqa: D102
    @property
    def date(self) -> str | None: ...  # noqa: D102
    @property
    def round_of(self) -> int | None: ...  # noqa: D102
    @property
    def superseded_by(self) -> int | None: ...  # noqa: D102


_V = TypeVar("_V", bound=Dated)


class Year(Struct, Generic[_V], frozen=True, kw_only=True):
    """The rounds of a text, and the one that was adopted."""

    rounds: tuple[_V, ...]
    """The drafts, in order; where nothing was adopted, without the last."""
    final: _V
    """The adopted text; where there is none, the last draft."""


def years_of(versions: Sequence[_V]) -> list[Year[_V]]:
    """The versions of a lineage by years, those that are superseded left out.

    A draft is a round of the next text that was adopted within about a year, unless people say of which.
    """
    current = [version for version in versions if version.superseded_by is None]
    adopted = {version.id for version in current if version.stage not in DRAFTS}
    stated = {v.id: v.round_of for v in current if v.round_of in adopted}
    years: list[Year[_V]] = []
    drafts: list[_V] = []
    for version in current:
        if version.stage in DRAFTS:
            if version.id not in stated:
                drafts.append(version)
            continue
        far = [draft for draft in drafts if _is_far(draft, version)]
        years += _pending(far)
        own = [v for v in current if stated.get(v.id) == version.id or (v in drafts and v not in far)]
        years.append(Year(rounds=tuple(own), final=version))
        drafts = []
    return [*years, *_pending(drafts)]


def _pending(drafts: Sequence[_V]) -> Iterator[Year[_V]]:
    if drafts:
        yield Year(rounds=tuple(drafts[:-1]), final=drafts[-1])


def _is_far(draft: Dated, adopted: Dated) -> bool:
    """Whether a draft is so much older than an adopted text that it is no round of it."""
    one, two = (version.date or "" for version in (draft, adopted))
    days = _days_between(one, two)
    if days is None:
        return bool(one and two) and int(two[:4]) - int(one[:4]) > 1
    return days > _LONGEST


def _days_between(one: str, two: str) -> int | None:
    """The days from a date to another, both YYYY-MM-DD; None where one is no such date: texts also have dates
    that do not exist, as 30 February.
    """
    try:
        return (date.fromisoformat(two) - date.fromisoformat(one)).days
    except ValueError:
        return None


def followed(versions: Sequence[_V], stage: str | None = None) -> list[_V]:
    """The versions that are followed: those of a stage, else the last of each year, the rounds folded.

    A lineage of one year is followed through its rounds.
    """
    current = [version for version in versions if version.superseded_by is None]
    if stage == EVERY:
        return current
    if stage is not None:
        return [version for version in current if version.stage == stage]
    years = years_of(versions)
    return [year.final for year in years] if len(years) > 1 else current


def stage_named(name: str | None, may_be_every: bool = True) -> str | None:
    """The stage that is meant, 'revised' a revised draft. Raises UsageError for a name that is none, and not
    EVERY where that may be.
    """
    stages = (*get_args(Stage), *([EVERY] if may_be_every else []))
    stage = "revised draft" if name == "revised" else name
    if stage is not None and stage not in stages:
        raise UsageError(f"unknown stage '{name}'", f"stages are {', '.join(stages)}")
    return stage


def pairs_of(versions: Sequence[_V]) -> list[tuple[_V, _V]]:
    """What is compared in a lineage: each round with the one before it, the first with last year's text, and
    each year's text with last year's.
    """
    pairs: list[tuple[_V, _V]] = []
    before: _V | None = None
    for year in years_of(versions):
        chain = [*([before] if before is not None else []), *year.rounds, year.final]
        pairs += pairwise(chain)
        if before is not None and year.rounds:
            pairs.append((before, year.final))
        before = year.final
    return pairs
