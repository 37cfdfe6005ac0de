"""CPU seconds and peak memory of comparing all neighbours of the real lineages in one process.

usage: python -m tests.benchmarks.neighbours
"""

from __future__ import annotations

import json
import resource
import sys
from itertools import pairwise

from resdiff.core.compare import compare
from resdiff.workspace.reading import read
from tests.conftest import SHARED


def main() -> None:
    """Measures and prints one line."""
    folder = SHARED / "lineages"
    if not folder.is_dir():
        sys.exit(f"the real texts are not at hand: there is no {folder}")
    pairs = 0
    for lineage in json.loads(folder.joinpath("index.json").read_text("utf-8")):
        for base, revised in pairwise(lineage["versions"]):
            compare(read(folder / base["file"]), read(folder / revised["file"]))
            pairs += 1
    used = resource.getrusage(resource.RUSAGE_SELF)
    sys.stdout.write(
        f"{pairs} pairs, CPU {used.ru_utime + used.ru_stime:.1f} s, peak {used.ru_maxrss / 1024:.0f} MB\n"
    )


if __name__ == "__main__":
    main()
