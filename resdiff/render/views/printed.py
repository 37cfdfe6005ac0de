"""Numbers and footnotes of paragraphs as they are printed."""

from __future__ import annotations

import re

_WITH_ITEM = re.compile(r"\d+ \(\w+\)")


def printed(label: str | None) -> str:
    """The number of a paragraph as it is printed: '1.', '(a)', '58. (a)'; '' for none."""
    if label and _WITH_ITEM.fullmatch(label) is not None:
        return label.replace(" ", ". ", 1)
    return f"{label}." if label and label[-1].isalnum() else label or ""
