"""What documents in XML have in common: text as XML can hold it, numbers and footnotes as they are printed."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from resdiff.core.patterns import lazy
from resdiff.render.palette import ACTING

_FORBIDDEN = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITH_ITEM = re.compile(r"\d+ \(\w+\)")
_MARK = re.compile(r"^(?:[\d*]+(?:[.)]|/(?=\s))?|[¹²³⁰⁴-⁹]+)\s*")


def allowed(text: str) -> str:
    """A text with what XML forbids replaced."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """A text as the content of an element; characters that could act on a terminal are spelled by their numbers."""
    return _spelled(escape(allowed(text)))


def attribute(text: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return _spelled(quoteattr(allowed(text)))


def _spelled(markup: str) -> str:
    return ACTING.sub(lambda found: f"&#x{ord(found[0]):x};", markup)


def printed(label: str | None) -> str:
    """The number of a paragraph as it is printed: '1.', '(a)', '58. (a)'; '' for none."""
    if label and _WITH_ITEM.fullmatch(label) is not None:
        return label.replace(" ", ". ", 1)
    return f"{label}." if label and label[-1].isalnum() else label or ""


def without_mark(note: str) -> str:
    """A footnote without the mark it begins with."""
    return _MARK.sub("", note)
