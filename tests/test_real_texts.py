"""The laws on real texts, where they are at hand."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from resdiff.core.brief import brief_of
from resdiff.core.compare import compare
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import find_verbs
from resdiff.render.markdown_brief import briefs_markdown
from resdiff.render.report.brief import briefs_html
from resdiff.render.terminal.brief import brief_text
from resdiff.render.terminal.brief_rows import balance_rows, brief_rows
from resdiff.render.terminal.wrap import cells
from resdiff.render.views.brief import MOST_LINES, brief_blocks
from resdiff.workspace.reading import read
from tests.core.test_compare import assert_laws
from tests.core.test_parse import assert_nothing_lost

_PARTS = 8
"""The texts are read in so many tests, so that several run at once."""
_USUAL = 2
"""So many parts of them are looked at every time; the thorough run looks at all."""
_EVERY = 4
"""Of the lineages every so manieth has its briefs looked at."""
_BY_PARTS = pytest.mark.parametrize(
    "part", [pytest.param(k, marks=[pytest.mark.thorough] if k >= _USUAL else []) for k in range(_PARTS)]
)


def _lineages(shared: Path, part: int) -> list[list[Path]]:
    index = json.loads(shared.joinpath("lineages", "index.json").read_text("utf-8"))
    return [
        [shared / "lineages" / version["file"] for version in lineage["versions"]]
        for lineage in index[part::_PARTS]
    ]


@_BY_PARTS
def test_every_text_is_read_and_nothing_of_it_is_lost(shared: Path, part: int) -> None:
    for path in (path for lineage in _lineages(shared, part) for path in lineage):
        resolution = read(path)
        assert_nothing_lost(
            path.read_text("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"),
            resolution,
        )
        assert resolution.paragraphs, path.name
        ids = [p.id for p in resolution.paragraphs]
        assert len(set(ids)) == len(ids), path.name


@_BY_PARTS
def test_all_neighbours_keep_the_laws(shared: Path, part: int) -> None:
    for lineage in _lineages(shared, part):
        for base, revised in pairwise(map(read, lineage)):
            there, back = compare(base, revised), compare(revised, base)
            assert_laws(there)
            assert (there.summary.added, there.summary.dropped) == (back.summary.dropped, back.summary.added)


@_BY_PARTS
def test_every_brief_of_real_neighbours_fits_and_every_line_leads_somewhere(shared: Path, part: int) -> None:
    for lineage in _lineages(shared, part)[::_EVERY]:
        for base, revised in pairwise(map(read, lineage)):
            comparison = compare(base, revised)
            brief = brief_of(comparison)
            for width in (80, 110):
                lines = "".join(brief_text(brief, width=width)).splitlines()
                assert len(lines) <= MOST_LINES, (revised.source, width)
                assert all(cells(line) <= width for line in lines), (revised.source, width)
            for block in brief_blocks(brief):
                assert all(line.changes and line.name for line in block.lines), revised.source
            for pieces in (briefs_markdown([brief]), briefs_html([brief])):
                assert "".join(pieces)
            assert len(brief_rows(brief)) >= len(brief.sections)
            assert len(balance_rows(brief)) >= len(brief.balance)


@pytest.fixture(scope="module")
def seed(shared: Path) -> Resolution:
    """The text the project started from."""
    return read(next(shared.joinpath("seed").glob("*.txt")))


def test_the_seed_reads_as_it_is(seed: Resolution) -> None:
    assert Counter(p.part for p in seed.paragraphs) == {"preamble": 21, "operative": 10}
    verbs = find_verbs(seed, find_lexicon("en"))
    assert verbs is not None
    assert (
        sum(len(results) for p, results in zip(seed.paragraphs, verbs, strict=True) if p.part == "operative")
        == 16
    )
    assert [m.mark for m in seed.matter if m.kind == "footnote"] == ["1"]
    vote = seed.vote
    assert vote is not None
    assert (vote.in_favour, vote.against, vote.abstaining, vote.consistent) == (23, 16, 8, True)
    assert [len(vote.names[side]) for side in ("in_favour", "against", "abstaining")] == [23, 16, 8]


def test_a_text_that_is_no_resolution_is_followed_too(shared: Path) -> None:
    versions = sorted(shared.joinpath("deep", "pep-0008").glob("*.*"))[:12]
    texts = [read(path) for path in versions if path.suffix in (".txt", ".rst")]
    assert len(texts) > 1
    for base, revised in pairwise(texts):
        assert {p.part for p in base.paragraphs} <= {"body", "heading"}
        assert_laws(compare(base, revised))
