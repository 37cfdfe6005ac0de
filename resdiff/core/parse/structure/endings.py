"""What stands after the text: the adoption line, the vote, annexes."""

from __future__ import annotations

import re

from resdiff.core import languages
from resdiff.core.languages import english
from resdiff.core.model import MatterKind

_MEETING = re.compile(rf"{english.MEETING}|{english.ADOPTION}")
_OTHER_ADOPTION = re.compile(languages.ADOPTION)
_LONGEST_ADOPTION = 200
_DATE_ONLY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}\.?")
_VOTE = re.compile(rf"\[?{english.VOTE_HEAD}|{english.RECORDED_VOTE}", re.IGNORECASE)
_ANNEX = re.compile(
    rf"{english.ANNEX}(?:\s+(?P<which>[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z]))?(?P<rest>\W.*)?", re.DOTALL
)
_OTHER_ANNEX = re.compile(
    rf"(?:{languages.ANNEX})(?:\s+(?P<which>[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z]))?"
    r"(?P<rest>\W.*|\w{1,3}(?: .*)?)?",
    re.DOTALL,
)
_ANNEX_ALONE = re.compile(rf"{english.ANNEX}(?: (?:[IVXLC]{{1,6}}|\d{{1,2}}|[A-Z]))?\*?")

_ANNEX_LETTERS = english.ANNEX_LETTERS + languages.ANNEX_LETTERS
_LONGEST_ANNEX_LINE, _LONGEST_ANNEX_TITLE = 120, 400
"""Characters of the heading of an annex: in any case, and with a title that is no sentence."""
_GLUED = re.compile(english.ENDING_GLUED)


def find_glued_ending(text: str) -> int:
    """Where the record of adoption begins that stands in one block with the last paragraph.

    0 where none does.
    """
    if not any(word in text for word in english.ENDING_WORDS):
        return 0
    match = _GLUED.search(text, max(0, len(text) - 400))
    return match.end() if match is not None else 0


def adoption_kind(text: str, is_last: bool = False) -> MatterKind | None:
    """Adoption or vote where a block begins the record of adoption, None where it does not.

    A date alone may be the last block.
    """
    if len(text) < _LONGEST_ADOPTION and _OTHER_ADOPTION.fullmatch(text) is not None:
        return "adoption"
    first, second = english.ADOPTION_BEGINNINGS
    if text[0] not in english.ADOPTION_LETTERS or (text[0] == first and text[1:2] not in second):
        return None
    if _VOTE.match(text) is not None:
        return "vote"
    if is_last and _DATE_ONLY.fullmatch(text) is not None:
        return "adoption"
    if len(text) < 400 and _MEETING.match(text) is not None:
        return "vote" if english.VOTE in text else "adoption"
    return None


def ending_kind(text: str, current: MatterKind) -> MatterKind:
    """The kind of a block within the record of adoption: names follow a vote, a date the adoption line."""
    if _DATE_ONLY.fullmatch(text) is not None:
        return "adoption"
    return adoption_kind(text) or ("vote" if current == "vote" else "adoption")


def is_annex_line(line: str) -> bool:
    """Whether a line holds the name of an annex and nothing else: 'Annex', 'Annex II'."""
    return line[:1] in english.ANNEX_LETTERS and _ANNEX_ALONE.fullmatch(line) is not None


def annex_of(text: str) -> str | None:
    """What an annex is called when a block is its heading: '' for 'Annex', 'II' for 'Annex II'.

    None for any other block.
    """
    match = _annex_match(text)
    if match is None or text[-1] in ",;":
        return None
    if len(text) > _LONGEST_ANNEX_LINE and (len(text) > _LONGEST_ANNEX_TITLE or text[-1] in ".:"):
        return None
    title = _annex_title(match)
    if title and title[0].islower():
        return None
    return match["which"] or ""


def is_annex_without_title(text: str) -> bool:
    """Whether a heading names an annex and leaves its title to the next heading, in any language."""
    match = _annex_match(text)
    return match is not None and not _annex_title(match)


def _annex_match(text: str) -> re.Match[str] | None:
    if text[:1] not in _ANNEX_LETTERS:
        return None
    return _ANNEX.fullmatch(text) or _OTHER_ANNEX.fullmatch(text)


def _annex_title(match: re.Match[str]) -> str:
    return (match["rest"] or "").strip(" *.:–—-")
