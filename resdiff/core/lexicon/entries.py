"""Reads lexicon and scale files: rows of phrase, lemma, part, kind, scale, strength, source.

A lexicon file holds the parts that openings are made of (the column `part`): operative and preambular verbs,
nouns ('expresses its concern'), attitudes ('with appreciation'), adjectives and intensifiers (their
`strength` is the number of steps they add), repetitions, ordering words, connectives, prepositions, hedges,
and disputed pairs of lemmas ('call upon|urge'). A scale file needs only lemma, scale, strength and source;
disputed pairs are rows with the part 'disputed'.
"""

from __future__ import annotations

import csv
from typing import NamedTuple

from resdiff.core.errors import LexiconError

HIGHEST = 10
"""The highest rung of a ladder."""
LEXICON_COLUMNS = ("phrase", "lemma", "part", "kind", "scale", "strength", "source")


class LexiconEntry(NamedTuple):
    """One row of a lexicon file."""

    phrase: str
    lemma: str
    part: str
    kind: str
    scale: str | None
    strength: int | None
    source: str


def read_entries(text: str, name: str) -> tuple[LexiconEntry, ...]:
    """The rows of a lexicon file; `name` is used in errors.

    Raises LexiconError for a row that is not of the form.
    """
    rows = csv.reader(text.splitlines())
    if tuple(next(rows, ())) != LEXICON_COLUMNS:
        raise LexiconError(
            f"{name} is not a lexicon", f"its first line must read {','.join(LEXICON_COLUMNS)}"
        )
    entries = []
    for row in rows:
        if len(row) != len(LEXICON_COLUMNS):
            raise LexiconError(
                f"{name}, line {rows.line_num}: {len(row)} columns instead of {len(LEXICON_COLUMNS)}"
            )
        phrase, lemma, part, kind, scale, strength, source = row
        rank = _strength(strength, name, rows.line_num)
        entries.append(LexiconEntry(phrase, lemma, part, kind, scale or None, rank, source))
    return tuple(entries)


def read_scale(text: str, name: str) -> tuple[LexiconEntry, ...]:
    """The rows of a user's scale file: columns lemma, scale, strength, source, and part for disputed pairs,
    in any order.

    Raises LexiconError where a column is missing, a row is not of the form, a lemma stands twice or the file
    holds no row.
    """
    rows = csv.DictReader(text.splitlines(), strict=True)
    try:
        missing = [c for c in ("lemma", "scale", "strength", "source") if c not in (rows.fieldnames or ())]
        if missing:
            raise LexiconError(
                f"{name} is not a scale file: no column {', '.join(missing)}",
                "it is CSV with lemma,scale,strength,source",
            )
        entries = [_scale_entry(row, name, rows.line_num) for row in rows]
    except csv.Error as error:
        raise LexiconError(
            f"{name}, line {rows.line_num}: {error}", "it is CSV with lemma,scale,strength,source"
        ) from None
    if not entries:
        raise LexiconError(f"{name} holds no row", "a scale file has one line for each lemma")
    seen: set[str] = set()
    for entry in entries:
        if entry.lemma in seen:
            raise LexiconError(
                f"{name}: '{entry.lemma[:60]}' stands twice", "a scale file has one line for each lemma"
            )
        seen.add(entry.lemma)
    return tuple(entries)


def _scale_entry(row: dict[str | None, object], name: str, line: int) -> LexiconEntry:
    if None in row or None in row.values():
        raise LexiconError(f"{name}, line {line}: not as many columns as the first line")
    lemma, scale, strength, source, part = (
        str(row.get(c) or "").strip() for c in ("lemma", "scale", "strength", "source", "part")
    )
    if not lemma:
        raise LexiconError(
            f"{name}, line {line}: no lemma", "write the verb without inflection, as 'call upon'"
        )
    rank = _strength(strength, name, line)
    is_disputed = part == "disputed" or "|" in lemma
    if not is_disputed and (rank is None) != (not scale):
        raise LexiconError(
            f"{name}, line {line}: scale and strength go together",
            "give both, or leave both empty for a verb without rank",
        )
    return LexiconEntry(lemma, lemma, "disputed" if is_disputed else "scale", "", scale or None, rank, source)


def _strength(value: str, name: str, line: int) -> int | None:
    if not value:
        return None
    if not value.isdecimal() or len(value) > 3:
        raise LexiconError(
            f"{name}, line {line}: strength '{value[:40]}' is not a whole number from 0 to {HIGHEST}"
        )
    if int(value) > HIGHEST:
        raise LexiconError(
            f"{name}, line {line}: strength {value} is above {HIGHEST}",
            f"a ladder has the rungs 0 to {HIGHEST}",
        )
    return int(value)
