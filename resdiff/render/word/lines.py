"""Paragraphs and runs of a Word document without tracked changes."""

from __future__ import annotations

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
    """Words in a look of `_LOOKS`, plain in any other."""
    look = f"<w:rPr>{_LOOKS[style]}</w:rPr>" if style in _LOOKS else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
