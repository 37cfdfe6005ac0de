"""Reads lexicon and scale files: rows of phrase, lemma, part, kind, scale, strength, source.

A lexicon file holds the parts that openings are made of (the column `part`): operative and preambular verbs, nouns
('expresses its concern'), attitudes ('with appreciation'), adjectives and intensifiers (their `strength` is the number of steps
they add), repetitions, ordering words, connectives, prepositions, hedges, and disputed pairs of lemmas ('call upon|urge').
A scale file needs only lemma, scale, strength and source; disputed pairs are rows with the part 'disputed'.
"""

from __future__ import annotations

import csv
from typing import NamedTuple

from resdiff.core.errors import LexiconError

COLUMNS = ("phrase", "lemma", "part", "kind", "scale", "strength", "source")


class Entry(NamedTuple):
    """One row of a lexicon file."""

    phrase: str
    lemma: str
    part: str
    kind: str
    scale: str | None
    strength: int | None
    source: str


def read_entries(text: str, name: str) -> tuple[Entry, ...]:
    """The rows of a lexicon file; `name` is used in errors. Raises LexiconError for a row that is not of the form."""
    rows = csv.reader(text.splitlines())
    if tuple(next(rows, ())) != COLUMNS:
        raise LexiconError(f"{name} is not a lexicon", f"its first line must read {','.join(COLUMNS)}")
    found = []
    for row in rows:
        if len(row) != len(COLUMNS):
            raise LexiconError(f"{name}, line {rows.line_num}: {len(row)} columns instead of {len(COLUMNS)}")
        phrase, lemma, part, kind, scale, strength, source = row
        rank = _strength(strength, name, rows.line_num)
        found.append(Entry(phrase, lemma, part, kind, scale or None, rank, source))
    return tuple(found)


def read_scale(text: str, name: str) -> tuple[Entry, ...]:
    """The rows of a user's scale file: columns lemma, scale, strength, source, and part for disputed pairs, in any order.

    Raises LexiconError where a column is missing, a strength is no whole number or the file holds no row.
    """
    rows = csv.DictReader(text.splitlines())
    missing = [c for c in ("lemma", "scale", "strength", "source") if c not in (rows.fieldnames or ())]
    if missing:
        raise LexiconError(f"{name} is no scale file: no column {', '.join(missing)}", "it is CSV with lemma,scale,strength,source")
    found = []
    for row in rows:
        lemma, scale, source = (str(row.get(c) or "").strip() for c in ("lemma", "scale", "source"))
        strength = _strength(str(row.get("strength") or "").strip(), name, rows.line_num)
        part = "disputed" if str(row.get("part") or "").strip() == "disputed" or "|" in lemma else "scale"
        found.append(Entry(lemma, lemma, part, "", scale or None, strength, source))
    if not found:
        raise LexiconError(f"{name} holds no row", "a scale file has one line for each lemma")
    return tuple(found)


def _strength(value: str, name: str, line: int) -> int | None:
    if not value:
        return None
    try:
        return int(value)
    except ValueError:
        raise LexiconError(f"{name}, line {line}: strength '{value[:40]}' is not a whole number") from None
