"""Which kind of document begins with a tag: HTML, Akoma Ntoso, or text that only looks so."""

from __future__ import annotations

import re
from typing import Literal

_HTML = re.compile(rb"(?:<!--.{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"<\?xml\b")
_ROOT = re.compile(rb"<(?:\w+:)?(akomaNtoso|html)\b")


def kind_of(start: bytes) -> Literal["html", "akn", "xml", "text"]:
    """The kind of what begins so, blanks before it left out; 'xml' is XML of a kind that is not read."""
    root = _ROOT.search(start)
    if _XML.match(start) is not None:
        return "xml" if root is None else "akn" if root[1] == b"akomaNtoso" else "html"
    if root is not None and root.start() == 0 and root[1] == b"akomaNtoso":
        return "akn"
    return "html" if _HTML.match(start) is not None else "text"
