"""Whether two checkouts give the same JSON for real pairs, but for the version.

And what the parsing of all texts costs in each.

usage: python -m tests.benchmarks.same_results OTHER [--pairs 200]     run it in the checkout that is compared
with OTHER
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from tests.conftest import ROOT, SHARED

_COMPARE = """
import json, sys
from resdiff.cli.app import main
for base, revised in json.load(sys.stdin):
    main(["compare", base, revised, "--format", "json", "--quiet"])
"""
_PARSE = """
import gc, json, sys, time
import resdiff
gc.disable()
begin = time.process_time()
for name in json.load(sys.stdin):
    resdiff.read(name)
sys.stdout.write(f"{time.process_time() - begin:.2f}")
"""


def _run(checkout: Path, code: str, reported: object) -> str:
    """What Python prints that runs the code with the package of a checkout."""
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command,
        input=json.dumps(reported),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=checkout,
    ).stdout


def _comparisons(checkout: Path, pairs: list[tuple[str, str]]) -> list[dict[str, object]]:
    """The comparisons of the pairs as JSON objects, without the version of resdiff."""
    text, results, decoder = _run(checkout, _COMPARE, pairs), [], json.JSONDecoder()
    place = 0
    while place < len(text):
        reported, place = decoder.raw_decode(text, place)
        results.append({name: value for name, value in reported.items() if name != "resdiff"})
        place += len(text[place:]) - len(text[place:].lstrip()) if text[place : place + 1].isspace() else 0
    return results


def main() -> int:
    """Compares and prints a line a difference, then the counts and the costs.

    Gives 1 where anything differs.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("other", type=Path)
    parser.add_argument("--pairs", type=int, default=200)
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"the real texts are not at hand: there is no {SHARED}")
    lineages = json.loads((SHARED / "lineages" / "index.json").read_text("utf-8"))
    files = [
        [str(SHARED / "lineages" / version["file"]) for version in lineage["versions"]]
        for lineage in lineages
    ]
    pairs = [pair for lineage in files for pair in pairwise(lineage)]
    pairs = pairs[:: max(len(pairs) // options.pairs, 1)][: options.pairs]
    ours, theirs = _comparisons(ROOT, pairs), _comparisons(options.other, pairs)
    differing = 0
    for pair, one, two in zip(pairs, theirs, ours, strict=True):
        names = [name for name in {**one, **two} if one.get(name) != two.get(name)]
        differing += bool(names)
        if names:
            sys.stdout.write(f"{' '.join(pair)}: {', '.join(names)}\n")
    sys.stdout.write(f"{len(pairs)} pairs, {differing} differ\n")
    every = [name for lineage in files for name in lineage]
    costs = [float(_run(checkout, _PARSE, every)) for checkout in (options.other, ROOT)]
    sys.stdout.write(
        f"parsing {len(every)} texts: {costs[0]} s of CPU there, {costs[1]} s here: {costs[1] / costs[0]:.2f}"
        " times\n"
    )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
