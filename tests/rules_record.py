"""What the rules give for the samples and, where they are at hand, for real texts: a digest for each set of
rules.

usage: python -m tests.rules_record      records them anew, after a version in resdiff/core/rules.py was
raised
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from resdiff.core import rules
from resdiff.core.align import align
from resdiff.core.compare import compare
from resdiff.core.history import follow
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.verbs import find_verbs
from resdiff.readers.formats import read_source
from resdiff.render.akn.resolution import resolution_akn
from resdiff.render.report.resolution import resolution_html
from resdiff.render.word.comparison import comparison_docx
from tests import documents
from tests.conftest import ROOT, SHARED

RECORD = Path(__file__).with_name("golden") / "rules.json"
NAMES = ("READER", "PARSER", "ALIGNER", "VERBS", "COMPARER", "FOLLOWER")
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_NUMBERING = (
    f"<w:numbering {documents.W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start"
    " w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num"
    " w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
)


def digests(real: bool) -> dict[str, str]:
    """The digest of what each set of rules gives, for the samples or for real texts."""
    texts = _real_texts() if real else _sample_texts()
    lineages = [[parse(text, name=name) for name, text in lineage] for lineage in texts]
    comparisons = [[compare(*pair) for pair in pairwise(lineage)] for lineage in lineages]
    reported: dict[str, Iterable[object]] = {
        "READER": _read() if not real else (),
        "PARSER": (text for lineage in lineages for text in lineage),
        "ALIGNER": (align(*pair).links for lineage in lineages for pair in pairwise(lineage)),
        "VERBS": (find_verbs(text, find_lexicon(text.language)) for lineage in lineages for text in lineage),
        "COMPARER": (
            (c.changes, c.matter_changes, c.summary, c.warnings) for several in comparisons for c in several
        ),
        "FOLLOWER": _followed(lineages),
    }
    return {name: _digest(reported[name]) for name in NAMES}


def _plain(value: object) -> object:
    """A value as lists of what its fields hold: what they are called makes no difference."""
    if isinstance(value, Struct):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def _digest(values: Iterable[object]) -> str:
    digest = hashlib.sha256()
    for value in values:
        digest.update(repr(_plain(value)).encode("utf-8"))
    return digest.hexdigest()[:24]


def _sample_texts() -> list[list[tuple[str, str]]]:
    folders = sorted(path for path in ROOT.joinpath("samples").iterdir() if path.is_dir())
    return [
        [(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))] for folder in folders
    ]


def _real_texts() -> list[list[tuple[str, str]]]:
    """Every twelfth lineage of the real ones, and the annotated pairs."""
    folder = SHARED / "lineages"
    lineages = json.loads(folder.joinpath("index.json").read_text("utf-8"))[::12]
    return [
        [(v["symbol"], folder.joinpath(v["file"]).read_text("utf-8")) for v in lineage["versions"]]
        for lineage in lineages
    ]


def _read() -> Iterator[object]:
    """Documents of every format that is read the same on every machine, as the readers read them."""
    for lineage in _sample_texts():
        for name, source in lineage:
            text = parse(source, name=name)
            yield read_source("".join(resolution_akn(text)).encode("utf-8"), name)
            yield read_source("".join(resolution_html(text, None)).encode("utf-8"), name)
            yield read_source(comparison_docx(compare(text, text)), name)
            yield read_source(source.encode("utf-16"), name)
    body = (
        documents.p("The Littoral Assembly,")
        + documents.p("Decides to wait;", _NUMBERED)
        + documents.p("Requests a report.", _NUMBERED)
    )
    yield read_source(documents.docx(body, numbering=_NUMBERING), "numbered.docx")
    yield read_source(
        documents.odt("<text:p>The Littoral Assembly,</text:p><text:p>1. Decides to wait.</text:p>"), "a.odt"
    )


def _followed(lineages: list[list[Resolution]]) -> Iterator[object]:
    for lineage in lineages:
        if len(lineage) > 1:
            history = follow(lineage)
            yield history.threads, history.origins


def record() -> dict[str, dict[str, str]]:
    """The version of each set of rules with the digests that it gives."""
    samples = digests(real=False)
    real = digests(real=True) if SHARED.is_dir() else {}
    return {
        name: {"version": getattr(rules, name), "samples": samples[name], "real": real.get(name, "")}
        for name in NAMES
    }


if __name__ == "__main__":
    RECORD.write_text(json.dumps(record(), indent=1) + "\n", "utf-8", newline="\n")
