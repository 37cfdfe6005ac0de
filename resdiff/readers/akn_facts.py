"""What the metadata of an Akoma Ntoso document states: when a text was adopted, who voted how, its title.

Elements as the United Nations write them: FRBRdate by name, count by side (3.0, voting), keyword by term.
"""

from __future__ import annotations

import re

from resdiff.core.model import Sides, StatedFacts, Vote
from resdiff.readers.markup import Element, attribute_of, tag_name

_SIDES: dict[str, Sides] = {
    "inFavour": "in_favour",
    "in_favour": "in_favour",
    "against": "against",
    "abstaining": "abstaining",
    "abstention": "abstaining",
}
_DATE = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\d")
"""A date; 0001-01-01 stands for none."""
_COUNCIL_WORK = re.compile(r"^/akn/un/statement/\w+/unsc/[\d-]+/(\d+)-(\d{4})/?$")
"""The address of a resolution of the Security Council, by its number and year."""


def stated_facts(root: Element) -> StatedFacts:
    """The facts in the metadata of a document; None for what it does not state."""
    date = language = title = symbol = None
    names: dict[Sides, tuple[str, ...]] = {}
    for element in root.iter():
        name = tag_name(element)
        if name == "FRBRdate" and attribute_of(element, "name") == "adoption":
            stated = attribute_of(element, "date") or ""
            date = stated if _DATE.fullmatch(stated) is not None else date
        elif name == "FRBRuri" and symbol is None:
            work = _COUNCIL_WORK.search(attribute_of(element, "value") or "")
            symbol = f"S/RES/{work[1]} ({work[2]})" if work is not None else None
        elif name == "FRBRlanguage":
            language = attribute_of(element, "language")
        elif name == "count":
            side = _SIDES.get((attribute_of(element, "refersTo") or "").removeprefix("#"))
            if side is not None:
                names[side] = _voters(element)
        elif name == "keyword" and attribute_of(element, "refersTo") == "title":
            title = _subject((attribute_of(element, "showAs") or "").strip()) or title
        elif name in ("mainBody", "preamble"):
            break
    return StatedFacts(date, title if language in (None, "eng") else None, _vote(names), symbol)


def _subject(name: str) -> str:
    """The subject of a resolution in the name that its record has: 'resolution 1 (2020) [on tides]'."""
    _, bracket, subject = name.partition("[")
    return subject[:-1].removeprefix("on ") if bracket and name.endswith("]") else ""


def _voters(count: Element) -> tuple[str, ...]:
    voters = (one for one in count.iter() if tag_name(one) == "organization")
    return tuple(name for one in voters if (name := " ".join("".join(one.itertext()).split())))


def _vote(names: dict[Sides, tuple[str, ...]]) -> Vote | None:
    """The vote with its names; None where nobody is named."""
    named = {side: who for side, who in names.items() if who}
    if not named:
        return None
    return Vote(
        manner="unanimous" if list(named) == ["in_favour"] else "recorded",
        in_favour=len(named.get("in_favour", ())),
        against=len(named.get("against", ())),
        abstaining=len(named.get("abstaining", ())),
        names={str(side): who for side, who in named.items()},
    )
