"""A store of many versions, and what searching agreed language in it costs.

usage: python -m tests.benchmarks.large_store [--versions 20000] [--keep FILE]

The texts are made of those of ../shared by seed: in each copy of a lineage one word in twelve is another word
of the same texts. With --keep the store is left there, for other measurements. Prints its size, the
milliseconds a paragraph of `precedents` takes (median and ninth decile over 150 changed paragraphs), and the
peak memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from resdiff.core.model import Resolution
from resdiff.store.precedents import PrecedentIndex
from resdiff.store.records import NewVersion
from resdiff.store.repository import Store
from resdiff.store.search import VersionFilter
from resdiff.workspace.precedents import precedents_in
from resdiff.workspace.texts import parse_bytes
from tests.conftest import SHARED

_CHANGED = 12
"""One word in so many is exchanged in a copy."""
_QUERIES = 150


def main() -> int:
    """Makes the store, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--versions", type=int, default=20_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.stdout.write("the texts of ../shared are absent: nothing is measured\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "store.db"
        make_store(path, options.versions)
        for line in _measured(path):
            sys.stdout.write(f"{line}\n")
    return 0


def make_store(path: Path, versions: int) -> None:
    """Makes a store of so many versions, the same for the same number."""
    lineages = [sorted(sub.glob("*.txt")) for sub in sorted((SHARED / "lineages").iterdir()) if sub.is_dir()]
    words = _words(lineages)
    with Store(path, create=True) as store:
        for number, (lineage, files) in enumerate(_copies(lineages, versions)):
            with store.writing():
                for place, file in enumerate(files):
                    data = _changed(file.read_text("utf-8"), words, random.Random(f"{number} {place}"))
                    store.keep(_new(f"{lineage}-{number}", data, f"{place}"))


def _words(lineages: Sequence[Sequence[Path]]) -> list[str]:
    text = " ".join(files[0].read_text("utf-8") for files in lineages[::10])
    return sorted({word for word in text.split() if word.isalpha() and word.islower()})


def _copies(lineages: Sequence[Sequence[Path]], versions: int) -> Iterator[tuple[str, Sequence[Path]]]:
    count = 0
    while True:
        for files in lineages:
            if count >= versions:
                return
            shown = files[: versions - count]
            count += len(shown)
            yield files[0].parent.name[:40], shown


def _changed(text: str, words: Sequence[str], chance: random.Random) -> bytes:
    pieces = text.split(" ")
    for k, piece in enumerate(pieces):
        if piece.isalpha() and piece.islower() and chance.random() < 1 / _CHANGED:
            pieces[k] = chance.choice(words)
    return " ".join(pieces).encode()


def _new(lineage: str, data: bytes, label: str) -> NewVersion:
    return NewVersion(
        lineage=lineage,
        data=data,
        resolution=parse_bytes(data, "a text", "text.txt"),
        label=label,
        facts={},
        added="2032-04-01T12:00:00+00:00",
        author=None,
        resdiff="0",
    )


def _measured(path: Path) -> Iterator[str]:
    chance = random.Random(11)
    files = chance.sample(sorted((SHARED / "lineages").rglob("*.txt")), 40)
    paragraphs: list[tuple[Resolution, int]] = []
    for file in files:
        text = parse_bytes(_changed(file.read_text("utf-8"), ["another"], chance), "a text", "text.txt")
        paragraphs += [(text, k) for k, p in enumerate(text.paragraphs) if len(p.text.split()) > 12]
    spent = []
    with Store(path) as store:
        ((readings,),) = store.rows("SELECT count(*) FROM reading")
        yield f"{store.count()} versions, {readings} readings, {path.stat().st_size / 2**20:.0f} MB"
        index = PrecedentIndex(store, VersionFilter())
        for text, place in chance.sample(paragraphs, _QUERIES):
            start = perf_counter()
            precedents_in(index, [text.paragraphs[place]], 5)
            spent.append(1000 * (perf_counter() - start))
    deciles = statistics.quantiles(spent, n=10)
    median = statistics.median(spent)
    yield f"precedents of a paragraph: median {median:.0f} ms, ninth decile {deciles[8]:.0f} ms"
    yield f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
