"""Bytes -> text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resdiff.core.errors import InputError
from resdiff.readers.plain import decode_text


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_utf8_text_is_read_as_it_is_but_for_line_ends(text: str) -> None:
    try:
        read, warnings = decode_text(text.encode("utf-8"), "it")
    except InputError:
        assert not text.strip("\ufeff \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0") or text.lstrip().startswith(
            ("%PDF-", "PK", "{\\rtf", "GIF8", "SQLite")
        )
        return
    assert read == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert warnings == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode_text(data, "it")
    except InputError:
        return
    assert text.strip()
    assert "\x00" not in text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_read_with_its_mark_and_refused_without(encoding: str) -> None:
    data = "Ports, ports".encode(encoding)
    if encoding == "utf-16":
        assert decode_text(data, "it") == ("Ports, ports", ())
    else:
        with pytest.raises(InputError, match="NUL"):
            decode_text(data, "it")
