"""XML and zip archives of documents, opened so that nothing in them can harm: no entity is resolved, nothing
is fetched, all is bounded.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from resdiff.core.errors import InputError

MAX_PART_BYTES = 96 * 1024 * 1024
"""Bytes of a part of an archive, unpacked."""
MAX_PARTS = 20_000
"""Files in an archive."""
MAX_DEPTH = 200
"""How deep elements may stand in one another."""

Element = Any
"""An element of lxml, which has no types."""


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML document.

    Raises InputError for what is broken, nested too deeply, or declares entities.
    """
    if b"<!ENTITY" in data[: data.find(b"]>") + 1 if b"]>" in data else len(data)]:
        raise InputError(
            f"{name} declares entities", "they can do harm and are not resolved: save it without them"
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = str(error)
        if "depth" in message.lower():
            raise InputError(
                f"{name} is nested too deeply", "open it in its program and save it again"
            ) from None
        raise InputError(
            f"{name} is broken", f"its XML cannot be read: {message.partition(', line')[0].lower()}"
        ) from None
    check_depth(root, name)
    return root


def check_depth(root: Element, name: str) -> None:
    """Raises InputError where elements are nested deeper than is read."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise InputError(f"{name} is nested too deeply", "open it in its program and save it again")


def tag_name(element: Element) -> str:
    """The name of an element without its namespace; '' for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute_of(element: Element, name: str) -> str | None:
    """The attribute of a name, in whatever namespace; None where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, then its first child of the next name, and so on.

    None where one is missing.
    """
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if tag_name(inner) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a name."""
    yield from (inner for inner in (element if element is not None else ()) if tag_name(inner) == name)


class Archive:
    """A zip archive; its parts are unpacked as they are asked for, none beyond its bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        """`name` is used in errors. Raises InputError for what is no whole archive or has too many parts."""
        self.name = name
        """What the archive is called in errors."""
        self._left = 2 * MAX_PART_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise InputError(f"{name} is a broken archive", str(error).lower()) from None
        self.names = frozenset(info.filename for info in self._zip.infolist())
        if len(self.names) > MAX_PARTS:
            raise InputError(f"{name} has too many parts", f"archives of up to {MAX_PARTS:,} are read")

    def part(self, part: str) -> bytes | None:
        """The bytes of a part; None where there is none.

        Raises InputError where it is broken, encrypted or too large.
        """
        if part not in self.names:
            return None
        try:
            with self._zip.open(part) as file:
                data = file.read(min(MAX_PART_BYTES, self._left) + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as error:
            raise InputError(
                f"{self.name} is a broken or encrypted archive", f"{part}: {str(error).lower()}"
            ) from None
        self._left -= len(data)
        if len(data) > MAX_PART_BYTES or self._left < 0:
            raise InputError(
                f"{self.name} is too large unpacked",
                f"the limit is {MAX_PART_BYTES // 1024 // 1024} MB per part",
            )
        return data

    def xml(self, part: str) -> Element | None:
        """The root of a part that is XML; None where there is none.

        Raises InputError as `part` and `parse_xml`.
        """
        data = self.part(part)
        return parse_xml(data, f"{self.name} ({part})") if data is not None else None

    def related(self, part: str, relationship: str | None) -> Element | None:
        """The root of the part that another part points to (ECMA-376-2, 6.5); None where there is none, or
        where it lies outside the archive.

        Raises InputError as `xml`.
        """
        name = self.related_name(part, relationship)
        return self.xml(name) if name is not None else None

    def related_name(self, part: str, relationship: str | None) -> str | None:
        """The name of that part. Raises InputError as `xml`."""
        folder, name = posixpath.split(part)
        for one in children(self.xml(f"{folder}/_rels/{name}.rels"), "Relationship"):
            if attribute_of(one, "Id") == relationship and attribute_of(one, "TargetMode") != "External":
                target = posixpath.join("/", folder, attribute_of(one, "Target") or "")
                return posixpath.normpath(target).lstrip("/")
        return None
