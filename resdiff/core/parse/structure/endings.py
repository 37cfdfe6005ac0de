"""What stands after the text: the adoption line, the vote, annexes."""

from __future__ import annotations

import re

from resdiff.core.model import MatterKind
from resdiff.core.patterns import lazy

_MEETING = lazy(
    r"\d{1,5}(?:st|nd|rd|th)\s+(?:\(?[a-z]+\)?\s+)?(?:plenary\s+)?me+ting\b(?=[,.\]]?(?:\s+\d|\s*$|\s+held))|"
    r"\[?(?:Resolution adopted|Adopted) (?:unanimously|without|by|at|on|as)\b|\[?ADOPTED\b|Adoption:"
)
_DATE_ONLY = lazy(r"\d{1,2} [A-Z][a-z]+ \d{4}\.?")
_VOTE = lazy(
    r"\[?(?:In favou?r|Against|Abstaining|Abstentions?|Abstained|For)\s*:|.*\brecorded vote\b.*The voting"
    r" was|Recorded vote",
    re.IGNORECASE,
)
_ANNEX = lazy(
    r"(?:Annex|ANNEX|Appendix|APPENDIX|Attachment|Enclosure)(?:es|ES)?(?:\s+(?P<which>[IVXLC]{1,6}|\d{1,2}|[A-Z]))?(?P<rest>\W.*)?",
    re.DOTALL,
)
_ANNEX_ALONE = lazy(
    r"(?:Annex|ANNEX|Appendix|APPENDIX|Attachment|Enclosure)(?:es|ES)?(?: (?:[IVXLC]{1,6}|\d{1,2}|[A-Z]))?\*?"
)

_GLUED = lazy(
    r"(?<=[.;”\])]) (?=\d{1,5}(?:st|nd|rd|th) (?:\(?[a-z]+\)? )?(?:plenary )?meeting\b.{0,60}$"
    r"|\[?Adopted (?:unanimously|without a vote|by a recorded)\b.{0,300}$)"
)


def find_glued_ending(text: str) -> int:
    """Where the record of adoption begins that stands in one block with the last paragraph.

    0 where none does.
    """
    if "meeting" not in text and "dopted" not in text:
        return 0
    match = _GLUED.search(text, max(0, len(text) - 400))
    return match.end() if match is not None else 0


def adoption_kind(text: str, is_last: bool = False) -> MatterKind | None:
    """Adoption or vote where a block begins the record of adoption, None where it does not.

    A date alone may be the last block.
    """
    if text[0] not in "0123456789[AIRF" or (text[0] == "A" and text[1:2] not in ("d", "D", "g", "b")):
        return None
    if _VOTE.match(text) is not None:
        return "vote"
    if is_last and _DATE_ONLY.fullmatch(text) is not None:
        return "adoption"
    if len(text) < 400 and _MEETING.match(text) is not None:
        return "vote" if "vote" in text else "adoption"
    return None


def ending_kind(text: str, current: MatterKind) -> MatterKind:
    """The kind of a block within the record of adoption: names follow a vote, a date the adoption line."""
    if _DATE_ONLY.fullmatch(text) is not None:
        return "adoption"
    return adoption_kind(text) or ("vote" if current == "vote" else "adoption")


def is_annex_line(line: str) -> bool:
    """Whether a line holds the name of an annex and nothing else: 'Annex', 'Annex II'."""
    return line[:1] in ("A", "E") and _ANNEX_ALONE.fullmatch(line) is not None


def annex_of(text: str) -> str | None:
    """What an annex is called when a block is its heading: '' for 'Annex', 'II' for 'Annex II'.

    None for any other block.
    """
    if text[0] not in "AaE":
        return None
    match = _ANNEX.fullmatch(text)
    if match is None or len(text) > 120 or text[-1] in ",;":
        return None
    title = (match["rest"] or "").strip(" *.:–—-")
    if title and not title[0].isupper():
        return None
    return match["which"] or ""
