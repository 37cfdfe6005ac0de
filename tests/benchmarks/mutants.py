"""How many one-line changes of the code no test notices: a random sample of mutants of each part, by mutmut.

usage: python tests/benchmarks/mutants.py [PART ...] [--sample 100] [--seed 1] [--jobs 2]

Parts are align, compare, history, verbs, worddiff and store; all of them without one. Works in the folder
mutants/ of a clone: run it there, not in a checkout that is edited meanwhile. Needs mutmut 3 (pip install
mutmut). Prints for each part how many mutants there are, were tried, and were noticed, then those that no
test noticed: `mutmut show NAME` shows one.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PARTS = {
    "align": "resdiff.core.align.",
    "compare": "resdiff.core.compare.",
    "history": "resdiff.core.history.",
    "verbs": "resdiff.core.verbs.",
    "worddiff": "resdiff.core.worddiff.",
    "store": "resdiff.store.",
}
_FOLDER = Path("mutants")
_SURVIVED, _NO_TEST, _NOT_TRIED = 0, (5, 33), None
"""How mutmut notes what came of a mutant: the status of its tests, 33 where no test reaches it."""


def main() -> int:
    """Tries the mutants and prints the counts."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("part", nargs="*")
    arguments.add_argument("--sample", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=2)
    options = arguments.parse_args()
    if not _FOLDER.is_dir():
        _try(["resdiff.core.worddiff*_1"], options.jobs)  # makes all and notes which tests reach which
    for part in options.part or PARTS:
        names = sorted(name for name in _outcomes() if name.startswith(PARTS[part]))
        sample = random.Random(options.seed).sample(names, min(options.sample, len(names)))
        _try([name for name in sample if _outcomes()[name] is _NOT_TRIED], options.jobs)
        outcomes = _outcomes()
        if any(outcomes[name] is _NOT_TRIED for name in sample):
            sys.stdout.write("the tests do not pass without mutants: run mutmut to see why\n")
            return 1
        left = [name for name in sample if outcomes[name] in (_SURVIVED, *_NO_TEST)]
        share = len(left) / len(sample)
        sys.stdout.write(f"{part}: {len(names)} mutants, {len(sample)} tried, {len(sample) - len(left)}")
        sys.stdout.write(f" noticed, {len(left)} left ({share:.0%})\n")
        sys.stdout.writelines(f"    {name}\n" for name in left)
    return 0


def _try(names: list[str], jobs: int) -> None:
    if names:
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(jobs), *names]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _outcomes() -> dict[str, int | None]:
    return {name: outcome for path in _FOLDER.rglob("*.meta") for name, outcome in _noted(path)}


def _noted(path: Path) -> Iterator[tuple[str, int | None]]:
    noted: dict[str, int | None] = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    yield from noted.items()


if __name__ == "__main__":
    sys.exit(main())
