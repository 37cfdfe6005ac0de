"""Twice the text costs about twice the time, whatever it repeats: briefly every time, at length with `-m
thorough`.

No time is asserted, only how it grows: by 2.6 times a doubling at most.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from resdiff.core.align import align
from resdiff.core.brief import brief_of
from resdiff.core.compare import Comparison, compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.readers.formats import read_source
from resdiff.workspace.reading import read
from resdiff.workspace.texts import parse_bytes
from tests import documents
from tests.growing import MOST_GROWTH, families, growth_of, patterns
from tests.making import made

_FAMILIES = families()
_QUADRATIC = 5.2
"""The growth a doubling of work that compares all pairs, as MOST_GROWTH is that of linear work."""
_PARTS = 8
"""Families are tested in so many tests, that several processes share."""


def _part(names: list[str], part: int) -> list[str]:
    return names[part::_PARTS]


def _is_linear(work: Callable[[str], object], name: str, least: float, most: int) -> str:
    """'' where the growth is that of linear work; else what grows how."""
    growth = growth_of(work, _FAMILIES[name], least, most)
    return f"{name}: {growth:.1f}" if growth > MOST_GROWTH else ""


def _check_patterns(names: list[str], least: float, most: int) -> None:
    slow = [
        f"{pattern} {reported}"
        for pattern, use in patterns()
        for name in names
        if (reported := _is_linear(use, name, least, most))
    ]
    assert slow == []


def _check_parse(names: list[str], least: float, most: int) -> None:
    assert [reported for name in names if (reported := _is_linear(parse, name, least, most))] == []


@pytest.mark.parametrize("part", range(_PARTS))
def test_every_pattern_is_linear(part: int) -> None:
    _check_patterns(_part([name for name in _FAMILIES if " in a " not in name], part), 0.01, 16_000)


@pytest.mark.parametrize("part", range(_PARTS))
def test_parsing_is_linear(part: int) -> None:
    _check_parse(_part([name for name in _FAMILIES if "beside" in name], part), 0.02, 400_000)


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(_PARTS))
def test_every_pattern_is_linear_at_length(part: int) -> None:
    _check_patterns(_part([*_FAMILIES], part), 0.2, 250_000)


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(_PARTS))
def test_parsing_is_linear_at_length(part: int) -> None:
    _check_parse(_part([*_FAMILIES], part), 0.2, 2_000_000)


def _html(text: str) -> bytes:
    lines = text.replace("&", "&amp;").replace("<", "&lt;").split("\n")
    return f"<html><body>{''.join(f'<p>{line}<sup>1</sup></p>' for line in lines)}</body></html>".encode()


def _docx(text: str) -> bytes:
    visible = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return documents.docx("".join(map(documents.p, visible.split("\n"))))


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("document", [_html, _docx])
def test_reading_documents_is_linear(document: Callable[[str], bytes], part: int) -> None:
    names = _part([name for name in _FAMILIES if "beside" in name], part)[::3]
    slow = []
    for name in names:
        made = _FAMILIES[name]
        growth = growth_of(
            lambda data: read_source(data, "it"),
            lambda size: document(made(size)),  # noqa: B023 - used up within the turn
            0.03,
            400_000,
        )
        slow += [f"{name}: {growth:.1f}"] if growth > MOST_GROWTH else []
    assert slow == []


def test_a_large_file_of_changes_within_changes_is_read(shared: Path) -> None:
    text = read(shared / "cases" / "trust" / "fuzz" / "akn-7-371.akn")
    assert len(text.paragraphs) > 1


def test_aligning_paragraphs_that_all_changed_grows_with_their_pairs() -> None:
    def texts(size: int) -> tuple[Resolution, Resolution]:
        line = "Requests ship{0} and keeper{0} of tower{0} to mend light{0} by dusk {1}"
        return (
            made(operative=[f"{line.format(k, 'at all harbours')};" for k in range(size)]),
            made(operative=[f"{line.format(k, 'in their bays')} soon;" for k in range(size)]),
        )

    assert growth_of(lambda pair: align(*pair), texts, 0.1, 500, 60) < _QUADRATIC


def test_tracked_changes_grow_with_their_paragraphs() -> None:
    def file(size: int) -> bytes:
        change = '<w:ins w:id="{}" w:author="Ann"><w:r><w:t>soon</w:t></w:r></w:ins></w:p>'
        lines = (documents.p(f"{k}. Requests ports to act ")[:-6] + change.format(k) for k in range(1, size))
        return documents.docx("".join(lines))

    def work(data: bytes) -> None:
        assert parse_bytes(data, "a.docx", "a.docx").tracked

    assert growth_of(work, file, 0.1, 3_000, 100) < MOST_GROWTH


def test_a_brief_grows_with_its_paragraphs() -> None:
    def comparison(size: int) -> Comparison:
        line = "Notes the {1} of bay{0}, and requests the Warden of bay{0} to count the boats of pier{0};"
        base, revised = ([line.format(k, what) for k in range(size)] for what in ("storms", "long storms"))
        return compare(made(operative=base), made(operative=revised))

    def work(between: Comparison) -> None:
        assert brief_of(between).changes

    assert growth_of(work, comparison, 0, 8_000, 2_000) < MOST_GROWTH
