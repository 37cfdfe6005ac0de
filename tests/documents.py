"""Documents of other formats, made for tests: as small as their formats let them be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "draw")
)

Piece = tuple[float, float, float, str, str]
"""Left and bottom in points, size, font (F1 roman, F2 italic, F3 bold), text."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file with the elements of a body; `parts` are numbering, styles, footnotes, headers. The
    relationship of a part has its name.
    """
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    related = "".join(f'<Relationship Id="{name}" Target="{name}.xml"/>' for name in parts)
    return zipped(
        {
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
        }
        | {f"word/{name}.xml": content for name, content in parts.items()}
    )


def p(text: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    reported = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{reported}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def odt(body: str, styles: str = "", page_styles: str = "") -> bytes:
    """An OpenDocument text with the elements of a body and of automatic styles, and its styles.xml."""
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return zipped(parts | {"styles.xml": page_styles} if page_styles else parts)


def pdf(pages: Sequence[Sequence[Piece]]) -> bytes:
    """A PDF with the pieces of text of each page, in Times and its italic and bold cuts."""
    fonts = ("Times-Roman", "Times-Italic", "Times-Bold")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode()
        for font in fonts
    ]
    kids = []
    for pieces in pages:
        content = b"".join(_shown(piece) for piece in pieces)
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>"
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} /Contents"
            f" {len(objects) + 2} 0 R >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content)]
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, reported in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, reported))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _shown(piece: Piece) -> bytes:
    left, bottom, size, font, text = piece
    reported = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /{font} {size:g} Tf {left:g} {bottom:g} Td (".encode() + reported + b") Tj ET\n"
