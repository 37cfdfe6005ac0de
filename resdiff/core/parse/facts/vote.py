"""How a text was adopted: 'without a vote', tallies, and who voted how.

The tallies stated must equal the names counted (a check that costs nothing); where they differ, a warning
says so.
"""

from __future__ import annotations

import re

from resdiff.core.model import Manner, Vote
from resdiff.core.patterns import lazy

_SIDES = (
    ("in_favour", r"In favou?r"),
    ("against", r"Against"),
    ("abstaining", r"Abstaining|Abstentions?|Abstained"),
)
_HEADS = lazy("|".join(rf"(?P<{side}>\b(?:{pattern})\s*:)" for side, pattern in _SIDES), re.IGNORECASE)
_NUMBER = (
    r"(\d{1,3}|[Il](?="
    r" abst)|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
)
_TALLY = lazy(
    rf"(?:vote of|by(?: a vote of)?) {_NUMBER}(?: votes?)?(?: in favou?r)?(?: votes?)?,? ?(?:to"
    rf" )?{_NUMBER}(?: against)?"
    rf"(?:,? (?:with |and )?{_NUMBER} abst\w+)?",
    re.IGNORECASE,
)
_NO_VOTE = lazy(r"without (?:a|the) ?vote|by (?:general )?consensus", re.IGNORECASE)
_UNANIMOUS = lazy(r"adopted unanimously|unanimous vote", re.IGNORECASE)
_IN_BRACKETS = lazy(r"abst\w+ \(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_WORDS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_AND_WITHIN = r"(?!(?:Barbuda|Herzegovina|Nevis|Principe|Tobago|the Grenadines|Northern Ireland|Caicos)\b)"
_LAST_AND = lazy(rf"\sand\s(?=[A-Z]){_AND_WITHIN}")


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
            return Vote("without a vote")
        return Vote("unanimous") if _UNANIMOUS.search(text) else None
    names = _names(text, heads)
    if tally is None:
        tallies = {side: len(names.get(side, ())) for side, _ in _SIDES}
    else:
        tallies = {side: _count(tally[k] or "none") for k, (side, _) in enumerate(_SIDES, start=1)}
    if tally is not None and not heads and (bracket := _IN_BRACKETS.search(text, tally.start())) is not None:
        names = {"abstaining": split_names(bracket[1])}
    return Vote(
        _manner(text, bool(heads)),
        tallies["in_favour"],
        tallies["against"],
        tallies["abstaining"],
        names,
        _consistent(tally, tallies, names),
    )


def _manner(text: str, has_names: bool) -> Manner:
    if re.search(r"roll.call", text, re.IGNORECASE):
        return "roll-call"
    return "recorded" if has_names or "recorded" in text else "vote"


def _consistent(
    tally: re.Match[str] | None, tallies: dict[str, int], names: dict[str, tuple[str, ...]]
) -> bool | None:
    if tally is None or len(names) < 2:
        return None
    return all(tallies[side] == len(names.get(side, ())) for side, _ in _SIDES)


def _count(word: str) -> int:
    if word in "Il":
        return 1
    return int(word) if word.isdigit() else _WORDS.index(word.lower())


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
    cleaned = (re.sub(r"^and\s+", "", p.strip(" .*\n\t\u00a0")) for p in parts)
    return tuple(name for name in cleaned if name and name.lower() not in ("none", "nil", "-", "–"))
