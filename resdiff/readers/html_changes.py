"""Insertions and deletions that a page marks (HTML Living Standard, 4.7), and text it strikes through."""

from __future__ import annotations

import re

from lxml import html

from resdiff.readers.changes import Changes
from resdiff.readers.markup import Element, tag_name

_DELETED = frozenset(("del", "s", "strike"))
_INSERTED = "ins"
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)


def changed_elements(root: Element) -> list[tuple[Element, bool]]:
    """The marked passages, the outer before the inner, and whether each was taken out."""
    elements: list[tuple[Element, bool]] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = tag_name(element)
        is_deleted = name in _DELETED or _STRUCK.search(element.get("style") or "") is not None
        if is_deleted or name == _INSERTED:
            elements.append((element, is_deleted))
        waiting += reversed(element)
    return elements


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
