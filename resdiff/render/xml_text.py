"""What documents in XML have in common: text as XML can hold it, numbers and footnotes as they are printed."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITH_ITEM = re.compile(r"\d+ \(\w+\)")
_MARK = re.compile(r"^(?:[\d*]+(?:[.)]|/(?=\s))?|[¹²³⁰⁴-⁹]+)\s*")


def allowed(text: str) -> str:
    """A text with what XML forbids replaced."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """A text as the content of an element."""
    return escape(allowed(text))


def printed(label: str | None) -> str:
    """The number of a paragraph as it is printed: '1.', '(a)', '58. (a)'; '' for none."""
    if label and _WITH_ITEM.fullmatch(label) is not None:
        return label.replace(" ", ". ", 1)
    return f"{label}." if label and label[-1].isalnum() else label or ""


def without_mark(note: str) -> str:
    """A footnote without the mark it begins with."""
    return _MARK.sub("", note)
