"""What stands in a Word file and is no text that is read: pictures, charts, parts in other formats, hidden
words (ECMA-376-1, 17.3.3, 17.17.2, 17.3.2.41).
"""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.wording import counted
from resdiff.readers.docx_parts import is_on
from resdiff.readers.markup import Element, child, tag_name

_KINDS = {
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "embedded object",
    "altChunk": "part in another format",
    "subDoc": "part in a file of its own",
}
"""The elements that stand for what is not read, and what it is called; the picture of an object is none."""


def left_out(body: Element) -> Iterator[str]:
    """What is left out of the text, a message a kind; of pictures those of the body, not of its header."""
    counts: dict[str, int] = {}
    for element in body.iter():
        kind = "hidden passage" if _is_hidden(element) else _KINDS.get(tag_name(element))
        if kind is not None and not (kind == "picture" and _stands_for_object(element)):
            counts[kind] = counts.get(kind, 0) + 1
    return (f"{counted(count, kind)} left out" for kind, count in counts.items())


def _stands_for_object(element: Element) -> bool:
    return any(tag_name(one) == "object" for one in element.iterancestors())


def _is_hidden(element: Element) -> bool:
    """Whether it is a run with words that Word does not show."""
    looks = child(element, "rPr") if tag_name(element) == "r" else None
    if looks is None or not is_on(looks, "vanish"):
        return False
    return any(tag_name(one) == "t" and (one.text or "").strip() for one in element)
