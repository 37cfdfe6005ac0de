"""Paragraphs and runs of a Word document without tracked changes."""

from __future__ import annotations

from resdiff.render.views.characters import runs_right_to_left
from resdiff.render.views.xml import escaped


def styled_paragraph(style: str, runs: str) -> str:
    """A paragraph in a style of the document, of runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


_LOOKS = {
    "strong": "<w:b/>",
    "added": '<w:u w:val="single"/>',
    "dropped": "<w:strike/>",
    "faint": '<w:color w:val="595959"/>',
}


def styled_run(text: str, style: str = "") -> str:
    """Words in a look of `_LOOKS`, plain in any other; from right to left where their script does (ECMA-376,
    17.3.2.30).
    """
    look = _LOOKS.get(style, "") + ("<w:rtl/>" if runs_right_to_left(text) else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
