"""Paragraphs and runs of a Word document without tracked changes."""

from __future__ import annotations

from resdiff.render.views.characters import runs_right_to_left
from resdiff.render.views.xml import escaped


def styled_paragraph(style: str, runs: str, is_turned: bool = False) -> str:
    """A paragraph of runs in a style of the document, '' for the usual one; from right to left where it
    `is_turned` (ECMA-376-1, 17.3.1.6).
    """
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks = name + ("<w:bidi/>" if is_turned else "")
    properties = f"<w:pPr>{looks}</w:pPr>" if looks else ""
    return f"<w:p>{properties}{runs}</w:p>"


_LOOKS = {
    "strong": "<w:b/>",
    "added": '<w:u w:val="single"/>',
    "dropped": "<w:strike/>",
    "faint": '<w:color w:val="595959"/>',
}
LOOK_OF_EDIT = {"insert": "added", "delete": "dropped"}
"""The look of words that came and went."""


def styled_run(text: str, style: str = "") -> str:
    """Words in a look of `_LOOKS`, plain in any other; from right to left where their script does (ECMA-376,
    17.3.2.30).
    """
    look = _LOOKS.get(style, "") + ("<w:rtl/>" if runs_right_to_left(text) else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
