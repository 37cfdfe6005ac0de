"""Whether a verb within a paragraph is a further one of the organ's: what stands before and after it shows.

The rules are those that the editors' italics in Security Council resolutions follow.
"""

from __future__ import annotations

import re

from resdiff.core.languages import english
from resdiff.core.lexicon import ClauseBoundaries, Lexicon
from resdiff.core.model import Opening
from resdiff.core.tokens import NEXT_WORD
from resdiff.core.verbs.boundaries import LONGEST_WORD

_LONGEST_SUBJECT = 90
"""Characters between a verb and the next one from which on the next is no predicate of a that-clause."""
_LONGEST_QUOTE = 300
_GERUND = re.compile(rf"{english.GERUND}[^,;]*$")
_OPEN_RELATIVE = re.compile(rf"{english.RELATIVE}[^,;]*$")
_PLURAL_BEFORE = re.compile(r"[a-z]s and $")


def is_verb(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that may also be a plural noun ('requests', 'calls') is a verb here: an object or a
    connective follows, or the colon of a list.
    """
    words = text[start:end].lower().split()
    verb = next((w for w in words if w not in lexicon.ordering), "")
    if verb not in lexicon.ambiguous or len(words) - (words[0] in lexicon.ordering) > 1:
        return True
    if text.startswith(":", end):
        return True
    after = NEXT_WORD.match(text, end + text.startswith(",", end))
    if after is None:
        return False
    word = after[1]
    if word in lexicon.within.after_nouns:
        return lexicon.within.links.match(text, after.start(1)) is not None
    if after.start() > end:  # behind a comma only a connective shows that an object will follow
        return False
    if not word.endswith(("ed", "ing")) or not word[0].islower():
        return True
    second = NEXT_WORD.match(text, after.end())
    return second is not None and second[1] not in lexicon.within.after_nouns


def is_further(text: str, match: re.Match[str], opening: Opening, last: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb is a further operative verb of the sentence whose last one ended at `last`.

    `match` is the boundary before it.
    """
    start, end, boundary = opening.start, opening.end, match["boundary"]
    if not is_verb(text, start, end, lexicon) or is_quoted(text, start):
        return False
    within = lexicon.within
    is_joined = within.joint in boundary
    before = text[last : match.start()].rstrip(" ,;")[-LONGEST_WORD:]
    if not is_joined and within.subject.search(before) is not None:
        return False
    if text[start:end].lower().split()[0] in lexicon.ordering:
        return True
    between = text[last:start]
    if "," not in boundary and ";" not in boundary:
        if _is_sure_without_comma(text, start, end, within):
            return True
        return _is_likely_without_comma(text, start, end, lexicon) and not _in_relative(between, within)
    if is_joined or ";" in boundary:
        return True
    return not _heads_clause(between, within)


def is_organs_in_point(text: str, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a verb in a point that has none before is the organ's: '(a) To convene the panel, and requests
    the panel to report'. The point must be no sentence with a subject of its own.
    """
    start, within = match.start("word"), lexicon.within
    if within.joint not in match["boundary"] or not is_verb(text, start, end, lexicon):
        return False
    if is_quoted(text, start) or _in_relative(text[:start], within):
        return False
    if text[start:end].lower().split()[0] in lexicon.ordering:
        return True
    has_subject = "," not in match["boundary"] and within.finite.search(text, 0, start) is not None
    return not has_subject and _is_likely_without_comma(text, start, end, lexicon)


def is_late(text: str, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a verb carries a paragraph that opens with a circumstance: 'Pending the report, requests the
    Warden'.
    """
    if "," not in match["boundary"] or lexicon.within.finite.search(text, 0, match.start()) is not None:
        return False
    return _is_sure_without_comma(text, match.start("word"), end, lexicon.within)


def may_be_gerund(text: str, match: re.Match[str], last: int, lexicon: Lexicon) -> bool:
    """Whether a participle after a bare 'and' may be joined to a gerund: 'in promoting peace and encouraging
    dialogue'. Only some participles are everyday gerunds too.
    """
    if "," in match["boundary"] or ";" in match["boundary"]:
        return False
    words = text[match.start("word") :].split(maxsplit=3)
    return any(word.strip(",") in lexicon.gerunds for word in words[:3]) and (
        _GERUND.search(text, last, match.start()) is not None
    )


def _is_sure_without_comma(text: str, start: int, end: int, within: ClauseBoundaries) -> bool:
    """Whether a verb after a bare 'and' is the organ's, by what follows: 'and calls upon', 'and asks all'."""
    if " " in text[start:end] or text.startswith(":", end):
        return True
    after = NEXT_WORD.match(text, end)
    return after is not None and (after[1] in within.objects or not after[1][0].islower())


def _is_likely_without_comma(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb after a bare 'and' is no plural noun: 'and encourages donors'. One that may be a noun
    must not stand behind another plural noun: 'commitments and demands'.
    """
    if NEXT_WORD.match(text, end) is None:
        return False
    return text[start:end].lower() not in lexicon.ambiguous or _PLURAL_BEFORE.search(text, 0, start) is None


def _in_relative(between: str, within: ClauseBoundaries) -> bool:
    """Whether a relative clause stands open behind `between`, the words after the last verb; a that-clause
    that begins them is its object.
    """
    object_clause = within.clause.match(between)
    return _OPEN_RELATIVE.search(between, object_clause.end() if object_clause else 0) is not None


def _heads_clause(between: str, within: ClauseBoundaries) -> bool:
    """Whether a verb is the first finite one of a that-clause, which begins right after the last verb.

    `between` parts the two.
    """
    return (
        len(between) < _LONGEST_SUBJECT
        and within.clause.match(between) is not None
        and within.finite.search(between) is None
    )


def is_quoted(text: str, position: int) -> bool:
    """Whether a place stands within a quotation. One that opens the paragraph quotes all of it; one that is
    never closed is taken for a slip after a while.
    """
    before = text[1:position]
    if before.count("“") > before.count("”"):
        return position - before.rfind("“") < _LONGEST_QUOTE
    return before.count('"') % 2 == 1
