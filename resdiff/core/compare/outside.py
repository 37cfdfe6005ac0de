"""Lines outside the paragraphs: a line that one text has and the other has not is never silent.

Facts that move from text to text (symbol, date, session, distribution), the record of adoption and page
furniture are listed and do not count as changes. Prose that stands above the text counts, and so does
another organ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from resdiff.core.compare.changes import MatterChange, OutsideKind
from resdiff.core.genres import un
from resdiff.core.model import Resolution
from resdiff.core.parse.facts.masthead import is_prose
from resdiff.core.tokens import plain_style

_KINDS: tuple[OutsideKind, ...] = ("masthead", "title", "sponsors", "organ", "adoption", "vote", "furniture")
_PAGE_NUMBER = re.compile(un.PAGE_NUMBER)


def line_changes(base: Resolution, revised: Resolution) -> tuple[MatterChange, ...]:
    """The lines in which the two texts differ, kind by kind, in the order of the texts.

    `counts` says of each whether it is a change. Title, sponsors and footnotes that both texts have are left
    to their own comparison, and so are votes.
    """
    return tuple(change for kind in _KINDS for change in _changes_of_kind(kind, base, revised))


def _changes_of_kind(kind: OutsideKind, base: Resolution, revised: Resolution) -> Iterator[MatterChange]:
    left, right = _lines(base, kind), _lines(revised, kind)
    one, two = ([m for m in text.matter if m.kind == kind] for text in (base, revised))
    deleted_by, put_in_by = {m.text: m.deleted_by for m in one}, {m.text: m.by for m in two}
    if kind in ("title", "sponsors") and left and right and _is_compared_as_fact(kind, base, revised):
        return
    forms = [plain_line(line) for line in left], [plain_line(line) for line in right]
    for tag, a, b, c, d in SequenceMatcher(None, *forms, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for old, new in zip_longest(left[a:b], right[c:d]):
            counts = kind == "organ" and bool(left and right)
            if kind == "masthead":
                counts = any(is_prose(line) for line in (old, new) if line is not None)
            by = (*deleted_by.get(old or "", ()), *put_in_by.get(new or "", ()))
            counts = counts or bool(by) or (kind != "furniture" and is_one_document(base, revised))
            yield MatterChange(kind=kind, base=old, revised=new, counts=counts, by=tuple(dict.fromkeys(by)))


def is_one_document(base: Resolution, revised: Resolution) -> bool:
    """Whether two texts are readings of one document: without its changes, and with them."""
    return bool(base.sha256) and base.sha256 == revised.sha256


def _is_compared_as_fact(kind: OutsideKind, base: Resolution, revised: Resolution) -> bool:
    """Whether the fact itself is compared: then its line is not compared again."""
    return has_other_title(base, revised) if kind == "title" else has_other_sponsors(base, revised)


def has_other_title(base: Resolution, revised: Resolution) -> bool:
    """Whether both texts have a title, in other words."""
    titles = base.masthead.title, revised.masthead.title
    return bool(titles[0] and titles[1]) and plain_line(titles[0] or "") != plain_line(titles[1] or "")


def has_other_sponsors(base: Resolution, revised: Resolution) -> bool:
    """Whether both texts have sponsors, and not the same, in whatever order."""
    sponsors = [sorted(map(plain_line, text.masthead.sponsors)) for text in (base, revised)]
    return all(sponsors) and sponsors[0] != sponsors[1]


def _lines(text: Resolution, kind: OutsideKind) -> Sequence[str]:
    """The lines of one kind; furniture without the numbers of the pages, what every page repeats once."""
    lines = [matter.text for matter in text.matter if matter.kind == kind]
    if kind != "furniture":
        return lines
    repeated = dict.fromkeys(_PAGE_NUMBER.sub("", line).strip() for line in lines)
    return [line for line in repeated if any(map(str.isalnum, line))]


def plain_line(line: str) -> str:
    """A line without stars, in one form of signs and blanks, as lines are compared."""
    return " ".join(plain_style(line).replace("*", "").split())
