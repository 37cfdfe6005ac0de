"""How a text was adopted: 'without a vote', tallies, and who voted how.

The tallies stated must equal the names counted (a check that costs nothing); where they differ, a warning
says so.
"""

from __future__ import annotations

import re

from resdiff.core.languages import english
from resdiff.core.model import Manner, Vote
from resdiff.core.patterns import compiled_late

_SIDES = (
    ("in_favour", english.IN_FAVOUR),
    ("against", english.AGAINST),
    ("abstaining", english.ABSTAINING),
)
_HEADS = re.compile("|".join(rf"(?P<{side}>\b(?:{pattern})\s*:)" for side, pattern in _SIDES), re.IGNORECASE)
_TALLY = re.compile(english.TALLY, re.IGNORECASE)
_NO_VOTE = re.compile(english.WITHOUT_VOTE, re.IGNORECASE)
_UNANIMOUS = compiled_late(english.UNANIMOUS, re.IGNORECASE)
_IN_BRACKETS = compiled_late(english.ABSTAINERS_IN_BRACKETS)
_LAST_AND = compiled_late(english.LAST_AND)
_ROLL_CALL = compiled_late(english.ROLL_CALL, re.IGNORECASE)
_LEADING_AND = compiled_late(english.LEADING_AND)


def read_vote(text: str) -> Vote | None:
    """The vote that an adoption record tells of (its blocks joined by blanks).

    None where it tells of none.
    """
    if not text:
        return None
    heads = list(_HEADS.finditer(text))
    tally = _TALLY.search(text)
    if tally is None and not heads:
        if _NO_VOTE.search(text):
            return Vote(manner="without a vote")
        return Vote(manner="unanimous") if _UNANIMOUS.search(text) else None
    names = _names(text, heads)
    if tally is None:
        tallies = {side: len(names.get(side, ())) for side, _ in _SIDES}
    else:
        tallies = {
            side: _count(tally[k] or english.NUMBER_WORDS[0]) for k, (side, _) in enumerate(_SIDES, start=1)
        }
    if tally is not None and not heads and (bracket := _IN_BRACKETS.search(text, tally.start())) is not None:
        names = {"abstaining": split_names(bracket[1])}
    return Vote(
        manner=_manner(text, bool(heads)),
        in_favour=tallies["in_favour"],
        against=tallies["against"],
        abstaining=tallies["abstaining"],
        names=names,
        consistent=_consistent(tally, tallies, names),
    )


def _manner(text: str, has_names: bool) -> Manner:
    if _ROLL_CALL.search(text):
        return "roll-call"
    return "recorded" if has_names or english.RECORDED in text else "vote"


def _consistent(
    tally: re.Match[str] | None, tallies: dict[str, int], names: dict[str, tuple[str, ...]]
) -> bool | None:
    if tally is None or len(names) < 2:
        return None
    return all(tallies[side] == len(names.get(side, ())) for side, _ in _SIDES)


def _count(word: str) -> int:
    if word in english.MISREAD_ONE:
        return 1
    return int(word) if word.isdigit() else english.NUMBER_WORDS.index(word.lower())


def _names(text: str, heads: list[re.Match[str]]) -> dict[str, tuple[str, ...]]:
    voters = {}
    for head, after in zip(heads, [*heads[1:], None] if heads else [], strict=True):
        listed = text[head.end() : after.start() if after else len(text)]
        names = split_names(listed.split("]")[0])
        if names and head.lastgroup:
            voters[head.lastgroup] = names
    return voters


def split_names(listed: str) -> tuple[str, ...]:
    """The names in a list such as 'Qatar, Venezuela (Bolivarian Republic of) and Viet Nam': commas in
    brackets do not part.
    """
    parts, depth, start = [], 0, 0
    for position, character in enumerate(listed):
        depth += (character == "(") - (character == ")")
        if character in ",;" and depth <= 0:
            parts.append(listed[start:position])
            start = position + 1
    last = listed[start:]
    parts += _LAST_AND.split(last)
    cleaned = (_LEADING_AND.sub("", p.strip(" .*\n\t\u00a0")) for p in parts)
    return tuple(name for name in cleaned if name and name.lower() not in english.NOBODY)
