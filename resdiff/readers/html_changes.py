"""Insertions and deletions that a page marks (HTML Living Standard, 4.7), and text that it strikes through,
or underlines where other text is struck through.
"""

from __future__ import annotations

import re

from lxml import html

from resdiff.readers.changes import Changes
from resdiff.readers.markup import Element, tag_name

_DELETED, _BY_HAND = "del", frozenset(("s", "strike"))
_INSERTED = "ins"
_UNDERLINED = "u"
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_UNDERLINE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline", re.IGNORECASE)


def changed_elements(root: Element) -> list[tuple[Element, bool]]:
    """The marked passages, the outer before the inner, and whether each was taken out."""
    elements: list[tuple[Element, bool, bool]] = []
    """The elements, whether each was taken out, and whether it is only underlined."""
    has_struck = False
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = tag_name(element)
        style = element.get("style") or ""
        is_struck = name in _BY_HAND or (name != _DELETED and _STRUCK.search(style) is not None)
        has_struck = has_struck or is_struck
        is_deleted = name == _DELETED or is_struck
        is_underlined = name == _UNDERLINED or _UNDERLINE.search(style) is not None
        if is_deleted or is_underlined or name == _INSERTED:
            elements.append((element, is_deleted, not is_deleted and name != _INSERTED))
        waiting += reversed(element)
    return [(one, is_deleted) for one, is_deleted, is_weak in elements if has_struck or not is_weak]


def settle(root: Element, changes: Changes) -> int:
    """Accepts or rejects the marked changes of a page, or writes signs around them; gives how many there
    are.
    """
    elements = changed_elements(root)
    for element, is_deleted in elements:
        if changes == "both":
            _sign(element, *("[-", "-]") if is_deleted else ("{+", "+}"))
        elif is_deleted == (changes == "accept") and isinstance(element, html.HtmlElement):
            element.drop_tree()
    return len(elements)


def _sign(element: Element, begin: str, end: str) -> None:
    """Writes signs before and behind the text of an element."""
    element.text = f"{begin}{element.text or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{end}"
    else:
        element.text += end
