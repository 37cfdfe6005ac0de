"""The parts of a Word document round its body: styles in the form of resolutions, footnotes, what ties them
together.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
    for name, kind in (("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes"))
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418"'
    ' w:left="1418"/></w:sectPr>'
)
"""A4, in twentieths of a point."""
_LANGUAGES = {
    "es": ("val", "es-ES"),
    "fr": ("val", "fr-FR"),
    "ru": ("val", "ru-RU"),
    "zh": ("eastAsia", "zh-CN"),
}
"""By language, the attribute of w:lang that names it, and its tag (ECMA-376-1, 17.3.2.20); English is not
named.
"""
_RIGHT_TO_LEFT = {"ar": "ar-SA"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every part bears, so that the same content gives the same bytes."""
_STEP = 567
"""A centimetre in twentieths of a point: how much further in a level stands."""
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote'
    ' w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def zipped(parts: Mapping[str, str]) -> bytes:
    """The bytes of a document of the parts by name; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parts_with(
    body: str, notes: Sequence[str], comments: Sequence[str] = (), language: str = "en"
) -> dict[str, str]:
    """The parts of a document by name.

    `body` are its paragraphs, `notes` the runs of its footnotes, called from 1 on, `comments` the elements of
    its comments. `language` is that of the text: its paragraphs run from right to left where it does.
    """
    types, related = _TYPES, [("styles", "styles.xml"), ("footnotes", "footnotes.xml")]
    if comments:
        types += f'<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>'
        related.append(("comments", "comments.xml"))
    footnotes = "".join(
        f'<w:footnote w:id="{k}"><w:p><w:pPr><w:pStyle w:val="Footnote"/></w:pPr><w:r><w:rPr><w:vertAlign'
        ' w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve">'
        f" </w:t></w:r>{note}</w:p></w:footnote>"
        for k, note in enumerate(notes, start=1)
    )
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
            f' Extension="xml" ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(related),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>\n{body}{_PAGE}</w:body></w:document>",
        "word/styles.xml": f"{_HEAD}<w:styles {_W}>{_styles(language)}</w:styles>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_W}>{_SEPARATORS}{footnotes}</w:footnotes>",
    } | (
        {"word/comments.xml": f"{_HEAD}<w:comments {_W}>{''.join(comments)}</w:comments>"} if comments else {}
    )


def _relations(parts: Sequence[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="r{k}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for k, (kind, target) in enumerate(parts, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _styles(language: str) -> str:
    """Paragraphs of text in Times, justified, the first line further in.

    What hangs under another further in as a whole.
    """
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    letters, paragraph = f'{font}<w:sz w:val="20"/>', ""
    if language in _RIGHT_TO_LEFT:
        letters += f'<w:szCs w:val="20"/><w:rtl/><w:lang w:bidi="{_RIGHT_TO_LEFT[language]}"/>'
        paragraph = "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault>"
    elif language in _LANGUAGES:
        letters += f'<w:lang w:{_LANGUAGES[language][0]}="{_LANGUAGES[language][1]}"/>'
    styles = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>{paragraph}</w:docDefaults>"
    ]
    styles.append(_style("Masthead", '<w:spacing w:after="60"/>'))
    styles.append(
        _style("Title", '<w:keepNext/><w:spacing w:before="240" w:after="240"/>', '<w:b/><w:sz w:val="26"/>')
    )
    styles.append(_style("Heading", '<w:keepNext/><w:spacing w:before="240" w:after="120"/>', "<w:b/>"))
    for level in range(1, 5):
        indent = f'<w:ind w:left="{_STEP * (level - 1)}" w:firstLine="{_STEP}"/>'
        styles.append(_style(f"Level{level}", f'<w:spacing w:after="120"/>{indent}<w:jc w:val="both"/>'))
    styles.append(_style("Footnote", '<w:spacing w:after="20"/>', '<w:sz w:val="16"/>'))
    return "".join(styles)


def _style(name: str, paragraph: str, letters: str = "") -> str:
    run = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name'
        f' w:val="{name}"/><w:pPr>{paragraph}</w:pPr>{run}</w:style>'
    )
