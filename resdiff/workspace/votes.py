"""Votes that texts do not hold: one that is typed, and tables of votes by symbol."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from resdiff.core.errors import InputError, UsageError
from resdiff.core.model import Vote
from resdiff.core.parse.facts.vote import split_names
from resdiff.store.editing import set_facts
from resdiff.store.records import Stamp
from resdiff.store.repository import Store
from resdiff.workspace.adding import now
from resdiff.workspace.texts import read_bytes

_TALLY = re.compile(r"(\d{1,3})-(\d{1,3})-(\d{1,3})")
_SIDES = ("in_favour", "against", "abstaining")
_COLUMNS = {
    "symbol": ("symbol", "resolution"),
    "in_favour": ("in favour", "in_favour", "yes", "total_yes"),
    "against": ("against", "no", "total_no"),
    "abstaining": ("abstaining", "abstentions", "total_abstentions"),
    "names": ("names",),
    "member": ("ms_name", "member"),
    "member_vote": ("ms_vote", "vote"),
}
"""What a column is called; those with an underscore are of the voting data of the United Nations Digital
Library, a row for each member.
"""
_MEMBER_VOTES = {"y": "in_favour", "n": "against", "a": "abstaining"}
"""What the voting data of the United Nations Digital Library say of a member; others did not vote."""


def vote_from(text: str) -> Vote | None:
    """A vote as typed: '145-3-12', 'without a vote', 'unanimous'; None for 'none', which takes it away.

    Raises UsageError for anything else.
    """
    tally = _TALLY.fullmatch(text)
    if tally is not None:
        in_favour, against, abstaining = map(int, tally.groups())
        return Vote(manner="recorded", in_favour=in_favour, against=against, abstaining=abstaining)
    if text == "none":
        return None
    if text == "without a vote":
        return Vote(manner="without a vote")
    if text in ("unanimous", "unanimously"):
        return Vote(manner="unanimous")
    hint = "write in favour, against and abstaining as 145-3-12, or 'without a vote', 'unanimous', 'none'"
    raise UsageError(f"'{text}' is no vote", hint)


class AddedVotes(Struct, frozen=True, kw_only=True):
    """What a table of votes gave."""

    references: tuple[str, ...]
    """The versions that got their vote."""
    unknown: int
    """Symbols that no stored text has."""


def add_votes(name: str, author: str | None, store: Store) -> AddedVotes:
    """Sets the votes of a CSV file for the stored texts that have its symbols.

    Columns: symbol, in favour, against, abstaining, and names ('in favour: A, B; against: C') where they are
    known; or those of the voting data of the United Nations Digital Library. Raises InputError for a file
    that is no such table.
    """
    votes = _read_votes(name)
    done = []
    with store.writing():
        by_symbol: dict[str, list[int]] = {}
        for version in store.versions():
            if version.symbol:
                by_symbol.setdefault(version.symbol.upper(), []).append(version.id)
        for symbol, vote in votes.items():
            for identity in by_symbol.get(symbol, ()):
                version = store.version(identity)
                set_facts(store, version, {"vote": vote}, None, Stamp(now(), author))
                done.append(version.reference)
    return AddedVotes(references=tuple(done), unknown=sum(symbol not in by_symbol for symbol in votes))


def _read_votes(name: str) -> dict[str, Vote]:
    """The votes of a table by symbol, in capitals."""
    what = f"'{name}' is no table of votes"
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(what, "it is no text in UTF-8") from None
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise InputError(what, str(error)) from None
    names = {column.strip().lower(): column for column in (rows[0] if rows else {}) if column}
    columns = {
        role: names[alias] for role, aliases in _COLUMNS.items() for alias in aliases if alias in names
    }
    if "symbol" in columns and "member_vote" in columns and "member" in columns:
        return _by_member(rows, columns)
    if not {"symbol", *_SIDES} <= columns.keys():
        raise InputError(what, "it needs the columns symbol, in favour, against, abstaining")
    votes: dict[str, Vote] = {}
    for line, row in enumerate(rows, start=2):  # the first line names the columns
        symbol = (row[columns["symbol"]] or "").strip().upper()
        if symbol:
            vote = _vote_of_row(row, columns, f"{what}: line {line}, {symbol}")
            if votes.setdefault(symbol, vote) != vote:
                raise InputError(what, f"line {line} gives another vote for {symbol} than a line before")
    return votes


def _vote_of_row(row: Mapping[str, str | None], columns: Mapping[str, str], what: str) -> Vote:
    numbers = []
    for side in _SIDES:
        value = (row[columns[side]] or "0").strip()
        if not (value.isascii() and value.isdigit()):
            raise InputError(what, "in favour, against and abstaining are whole numbers")
        numbers.append(int(value))
    names = {}
    for part in (row.get(columns.get("names", "")) or "").split(";"):
        head, sign, listed = part.partition(":")
        side = head.strip().lower().replace(" ", "_")
        if sign and side in _SIDES:
            names[side] = split_names(listed)
    return Vote(
        manner="recorded", in_favour=numbers[0], against=numbers[1], abstaining=numbers[2], names=names
    )


def _by_member(rows: Sequence[Mapping[str, str | None]], columns: Mapping[str, str]) -> dict[str, Vote]:
    """The votes of a table that has a row for each member."""
    names: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        symbol = (row[columns["symbol"]] or "").strip().upper()
        side = _MEMBER_VOTES.get((row[columns["member_vote"]] or "").strip().lower())
        if symbol and side is not None:
            sides = names.setdefault(symbol, {side: [] for side in _SIDES})
            sides[side].append((row[columns["member"]] or "").strip())
    return {
        symbol: Vote(
            manner="recorded",
            in_favour=len(sides["in_favour"]),
            against=len(sides["against"]),
            abstaining=len(sides["abstaining"]),
            names={side: tuple(sorted(listed)) for side, listed in sides.items() if listed},
        )
        for symbol, sides in names.items()
    }
