"""The samples show every kind of change, and their comparisons stay as they are.

The golden files hold whole Comparisons, and each subject in each format in which it is written. Where a
change of resdiff changes them for the better, this writes them anew, and the difference is read before it is
committed: RESDIFF_GOLDEN=1 pytest tests/test_samples.py
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pyarrow import parquet

from resdiff.core.brief import brief_of
from resdiff.core.compare import Comparison, compare
from resdiff.core.compare.words import choice_words
from resdiff.core.history import follow
from resdiff.core.history.concessions import DraftOutcome, outcome_of
from resdiff.core.model import Resolution
from resdiff.core.precedents.values import AgreedRun, ParagraphPrecedents, Precedent, Standing
from resdiff.render.data.comparison import comparison_json
from resdiff.render.data.history import blame_json, history_json
from resdiff.render.data.tables import comparison_csv
from resdiff.render.formats import FORMATS, Subject, WriteOptions, render_subject
from resdiff.render.views.draft_outcomes import concession_rows
from resdiff.version import __version__
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.reading import asks_in, read, verbs_in
from tests.conftest import ROOT
from tests.core.test_compare import assert_laws
from tests.core.test_concordance import sample_concordance
from tests.core.test_parse import assert_nothing_lost
from tests.making import asks_of_two

_GOLDEN = ROOT / "tests" / "golden"
_LINEAGES = sorted(path.name for path in ROOT.joinpath("samples").iterdir() if path.is_dir())
_PAIRS = [
    (lineage, one.name, two.name)
    for lineage in _LINEAGES
    for one, two in pairwise(sorted(ROOT.joinpath("samples", lineage).glob("*.txt")))
]


def _comparison(samples: Path, lineage: str, one: str, two: str) -> Comparison:
    return compare_texts(str(samples / lineage / one), str(samples / lineage / two))


@pytest.mark.parametrize(("lineage", "one", "two"), _PAIRS)
def test_the_comparison_of_each_pair_is_golden(samples: Path, lineage: str, one: str, two: str) -> None:
    comparison = _comparison(samples, lineage, one, two)
    assert_laws(comparison)
    reported = json.loads("".join(comparison_json(comparison)))
    for side in ("base", "revised"):
        reported[side]["source"] = Path(reported[side]["source"]).name
    del reported["resdiff"]
    golden = _GOLDEN / f"{lineage}.{Path(one).stem}.{Path(two).stem}.json"
    text = json.dumps(reported, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("RESDIFF_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize(("lineage", "one", "two"), _PAIRS)
def test_the_rows_and_the_table_of_each_pair_are_golden(
    samples: Path, lineage: str, one: str, two: str
) -> None:
    comparison = _comparison(samples, lineage, one, two)
    text = "".join(comparison_csv(comparison)) + comparison._repr_html_() + "\n"
    _assert_golden(f"{lineage}.{Path(one).stem}.{Path(two).stem}.rows.txt", text)


def test_what_became_of_a_draft_is_golden(samples: Path) -> None:
    base, draft, adopted = (read(str(p)) for p in sorted(samples.joinpath("mountain-passes").glob("*"))[:3])
    proposed, last, overall = compare(base, draft), compare(draft, adopted), compare(base, adopted)
    rows = concession_rows(outcome_of(proposed, last, overall))
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    _assert_golden("mountain-passes.outcomes.txt", text)


@pytest.mark.parametrize("lineage", _LINEAGES)
def test_the_history_of_each_lineage_is_golden(samples: Path, lineage: str) -> None:
    history = follow([read(str(path)) for path in sorted(samples.joinpath(lineage).glob("*.txt"))])
    text = "".join((*history_json(history, history.threads), *blame_json(history)))
    _assert_golden(f"{lineage}.history.json.txt", text)


def _assert_golden(name: str, text: str) -> None:
    golden = _GOLDEN / name
    if os.environ.get("RESDIFF_GOLDEN"):
        golden.write_bytes(text.encode())
    assert text == golden.read_bytes().decode()


def _draft_outcome(base: Resolution, revised: Resolution) -> DraftOutcome:
    """The second text as a draft on the first, of which one paragraph is dropped at adoption."""
    paragraphs = tuple(p for p in revised.paragraphs if p.id != "PP3")
    adopted = replace(revised, paragraphs=paragraphs)
    return outcome_of(compare(base, revised), compare(revised, adopted), compare(base, adopted))


def _precedents(base: Resolution, revised: Resolution) -> list[ParagraphPrecedents]:
    """The paragraphs of a text; those of an earlier one with the same opening words are their precedents."""
    rows = []
    for paragraph in revised.paragraphs:
        opening = paragraph.text[:20]
        near = [other for other in base.paragraphs if other.text.startswith(opening)]
        standings = tuple(
            Standing(
                lineage="harbour-watch",
                version="1",
                symbol=base.masthead.symbol,
                date=base.masthead.date,
                stage="adopted",
                paragraph=other.id,
                vote=None,
                current=False,
            )
            for other in near
        )
        runs = (
            AgreedRun(text=opening, words=3, source=standings[0] if standings else None),
            AgreedRun(text=paragraph.text[20:], words=9, source=None),
        )
        nearest = tuple(
            Precedent(text=other.text, similarity=0.5, differing=("one",), standings=(standing,))
            for other, standing in zip(near, standings, strict=True)
        )
        rows.append(ParagraphPrecedents(paragraph=paragraph, runs=runs, nearest=nearest))
    return rows


def _values(subject: Subject) -> tuple[object, ...]:
    """What is written of the shorter sample: its names are those of files of the working folder."""
    base, revised = (read(name) for name in ("1-adopted.txt", "2-adopted.txt"))
    lineage = follow([base, revised])
    return {
        "comparison": (compare_texts("1-adopted.txt", "2-adopted.txt"),),
        "draft outcome": (_draft_outcome(base, revised),),
        "brief": ([brief_of(compare_texts("1-adopted.txt", "2-adopted.txt"))],),
        "resolution": (base, verbs_in(base)),
        "verbs": (base, verbs_in(base)),
        "asks": (base, asks_in(base)),
        "ask threads": ([asks_of_two("harbour-watch", base, revised)],),
        "precedents": (revised, _precedents(base, revised)),
        "ask changes": (compare_texts("1-adopted.txt", "2-adopted.txt"),),
        "concordance": (sample_concordance(),),
        "history": (lineage, lineage.threads),
        "blame": (lineage,),
        "table": (({"name": "Seeds", "count": 2}, {"name": "=1+1", "count": None}),),
        "rows": (
            "verbs",
            {"phrase": "text", "strength": "integer", "share": "number", "inner": "boolean"},
            [
                {"phrase": "Urges", "strength": 8, "share": 0.5, "inner": False},
                {"phrase": "=1+1", "strength": None, "share": None, "inner": None},
            ],
        ),
    }[subject]


def _as_text(made: object) -> str:
    """What was written, as text: the parts of a document one after the other.

    The version of resdiff left open.
    """
    if isinstance(made, bytes) and made[:4] == b"PAR1":
        table = parquet.read_table(BytesIO(made))
        made = f"{table.schema}\n{table.to_pylist()}\n"
    if isinstance(made, bytes):
        with ZipFile(BytesIO(made)) as archive:
            of_library = ("docProps/", "xl/styles", "xl/theme", "xl/workbook", "_rels/", "[Content")
            is_book = "xl/workbook.xml" in archive.namelist()  # what its library writes there is its own
            parts = [p for p in archive.namelist() if not (is_book and p.startswith(of_library))]
            made = [f"== {part}\n{archive.read(part).decode('utf-8')}\n" for part in parts]
    assert isinstance(made, Iterable)
    return "".join(made).replace(__version__, "VERSION")


@pytest.mark.parametrize(
    ("subject", "form"), [(subject, known.name) for known in FORMATS for subject in known.writers]
)
def test_every_format_is_golden(
    samples: Path, monkeypatch: pytest.MonkeyPatch, subject: Subject, form: str
) -> None:
    monkeypatch.chdir(samples / "harbour-watch")
    text = _as_text(
        render_subject(
            subject,
            form,
            _values(subject),
            WriteOptions(date="2031-03-07T00:00:00Z", lineage="harbour-watch"),
        )
    )
    golden = _GOLDEN / "formats" / f"{subject}.{form}.txt"
    if os.environ.get("RESDIFF_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8", newline="")
    assert text == golden.read_bytes().decode("utf-8")


def test_the_samples_show_every_kind_of_change(samples: Path) -> None:
    seen: set[str] = set()
    preambular_made_operative = moved_and_edited = False
    for pair in _PAIRS:
        comparison = _comparison(samples, *pair)
        for change in comparison.changes:
            seen |= choice_words(change)
            left, right = (
                {comparison.base.paragraphs[k].part for k in change.base},
                {comparison.revised.paragraphs[k].part for k in change.revised},
            )
            preambular_made_operative |= (left, right) == ({"preamble"}, {"operative"})
            moved_and_edited |= change.moved and change.kind == "edited"
        seen |= {change.kind for change in comparison.matter_changes}
        seen |= {"vote"} if comparison.changed_sides else set()
    assert preambular_made_operative
    assert moved_and_edited
    assert seen >= {
        "unchanged",
        "edited",
        "added",
        "dropped",
        "split",
        "merged",
        "moved",
        "renumbered",
        "added-verb",
        "dropped-verb",
        "strengthened",
        "weakened",
        "recast",
        "bracket",
        "roll-over",
        "numbering",
        "title",
        "sponsors",
        "footnote",
        "vote",
    }


@pytest.mark.parametrize("path", sorted(ROOT.joinpath("samples").rglob("*.txt")), ids=lambda p: p.stem)
def test_samples_are_in_the_true_form(path: Path) -> None:
    resolution = read(path)
    assert_nothing_lost(path.read_text("utf-8"), resolution)
    assert resolution.masthead.organ
    assert resolution.masthead.stage
    assert all(
        p.opening is not None
        for p in resolution.paragraphs
        if p.part in ("preamble", "operative") and p.level == 1
    )
    assert resolution.vote is None or resolution.vote.consistent is not False
    if path.parent.name == "coastal-fund":
        assert len(resolution.paragraphs) >= 25
