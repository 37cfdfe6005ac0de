"""What documents in XML have in common: text as XML can hold it, with special characters
escaped.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from resdiff.render.views.characters import ACTING

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """A text with what XML forbids replaced."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """A text as the content of an element.

    Characters that could act on a terminal are spelled by their numbers.
    """
    return _spelled(escape(allowed(text)))


def attribute(text: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return _spelled(quoteattr(allowed(text)))


def _spelled(markup: str) -> str:
    return ACTING.sub(lambda match: f"&#x{ord(match[0]):x};", markup)
