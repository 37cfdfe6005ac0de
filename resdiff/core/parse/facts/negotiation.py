"""What marks a text as under negotiation: bracketed alternatives, attributions, labels that are not
settled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from resdiff.core.languages import english
from resdiff.core.model import Negotiation
from resdiff.core.patterns import compiled_late

_NAME = r"[A-Z][A-Za-z0-9&.+-]{0,40}"
_PARTIES = rf"{_NAME}(?:{english.JOINING_PARTIES}{_NAME}){{0,30}}"
"""Bounded, for where the case is ignored any word may be a name: a chain of them would be followed from each
of its words.
"""
_ATTRIBUTION = compiled_late(
    rf"(?<![\w’'])(?P<parties>{_PARTIES})\s?: ?(?P<wish>{english.WISH})\b", re.IGNORECASE
)
_PARTY = r"[A-Z][A-Z0-9]{1,6}"
_GLUED = compiled_late(
    rf"(?:(?:^|[\[(;.] ?)(?P<one>{_PARTY})|(?<![\w’'])(?P<several>{_PARTY}(?:(?:, ?|/){_PARTY}){{1,30}})):"
    r" ?(?=\S)"
)
_NO_BRACKETS = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)|\x1b\[[0-9;]*[A-Za-z]")
"""Markdown links and terminal codes, whose brackets are no alternatives."""


def read_negotiation(texts: Iterable[str], provisional: tuple[str, ...]) -> Negotiation:
    """Counts the brackets and attributions in the readings of a text.

    `provisional` are its labels with bis, ter or alt.
    """
    attributions: list[str] = []
    signs: list[str] = []
    for text in texts:
        if "[" in text or "]" in text:
            signs.append(text)
        if ":" in text:
            attributions += find_attributions(text)
    brackets, unbalanced = count_brackets("".join(signs))
    return Negotiation(
        brackets=brackets,
        unbalanced=unbalanced,
        attributions=tuple(attributions),
        provisional=provisional,
    )


def count_brackets(text: str) -> tuple[int, int]:
    """How many bracketed passages a text holds, nested ones and those over several paragraphs counted, and
    how many lack a partner.
    """
    depth = pairs = odd = 0
    for character in re.findall(r"[\[\]]", _NO_BRACKETS.sub("", text)):
        if character == "[":
            depth += 1
        elif depth:
            depth -= 1
            pairs += 1
        else:
            odd += 1
    return pairs, odd + depth


def find_attributions(text: str) -> list[str]:
    """The notes in a reading that say who wants what: 'EU, UK: retain', 'G77, RF:'."""
    if ":" not in text:
        return []
    notes = [
        (match.start(), match[0])
        for match in _ATTRIBUTION.finditer(text)
        if any(map(str.isupper, match["parties"]))
    ]
    taken = {start for start, _ in notes}
    for match in _GLUED.finditer(text):
        start = match.start(match.lastgroup or 0)
        if start not in taken:
            notes.append((start, match[match.lastgroup or 0] + ":"))
    return [words for _, words in sorted(notes)]
