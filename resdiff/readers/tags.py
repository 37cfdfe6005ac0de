"""Which kind of document begins with a tag: HTML, Akoma Ntoso, or text that only looks so."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Literal

SNIFFED_BYTES = 65_536
"""Bytes from the start that tell the kind: comments may stand before the first element."""
_BEFORE = re.compile(
    rb"(?:\s+|<!--.*?-->|<\?.*?\?>|<!doctype[^>\[]*(?:\[[^\]]*\][^>]*)?>)*", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(rb"<(?:\w+:)?(akomaNtoso|html|head|body)[\s>]", re.IGNORECASE)
_PIECE = re.compile(rb"<(p|div|h[1-6]|table|ul|ol|section|article|main|blockquote|pre)[\s>]", re.IGNORECASE)
"""First elements of a page that was saved without its html, head and body tags."""


def kind_of(data: bytes) -> Literal["html", "akn", "xml", "text"]:
    """The kind of what begins so, comments and declarations before it left out.

    'xml' is XML of a kind that is not read.
    """
    start = _as_utf8(data[:SNIFFED_BYTES]).lstrip()
    before = _BEFORE.match(start)
    place = before.end() if before is not None else 0
    root = _ROOT.match(start, place)
    if root is not None:
        return "akn" if root[1].lower() == b"akomantoso" else "html"
    if start[:place].lower().startswith(b"<!doctype html"):
        return "html"
    if start.startswith(b"<?xml"):
        return "xml"
    piece = _PIECE.match(start, place)
    return "html" if piece is not None and b"</" + piece[1].lower() in start.lower() else "text"


def _as_utf8(start: bytes) -> bytes:
    """The start of a document that may be in UTF-16, in an encoding of single bytes."""
    for mark, encoding in ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if start.startswith(mark):
            return start[len(mark) :].decode(encoding, "ignore").encode("utf-8", "ignore")
    return start.removeprefix(BOM_UTF8)
