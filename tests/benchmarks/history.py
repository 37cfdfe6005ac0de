"""What following many versions costs, and how often blame names the right version.

usage: python -m tests.benchmarks.history

Prints seconds of CPU, on ../shared/data/deep/pep-0008 (160 versions), and accuracy on lineages made with
seeds of our own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import process_time

from resdiff.core.compare import Comparison, compare
from resdiff.core.history import HistoryBuilder, follow
from resdiff.core.model import Resolution
from resdiff.workspace.reading import read
from tests.conftest import SHARED

_SEEDS = range(101, 107)


def main() -> None:
    """Measures and prints."""
    if not SHARED.is_dir():
        sys.stdout.write("the texts of ../shared are absent: nothing is measured\n")
        return
    texts = [read(path) for path in sorted((SHARED / "deep" / "pep-0008").iterdir())]
    start = process_time()
    comparisons = [compare(one, two) for one, two in pairwise(texts)]
    comparing = process_time() - start
    start = process_time()
    history = follow(texts, lambda k: comparisons[k - 1])
    following = process_time() - start
    reported = f"{comparing:.2f} s comparing {len(comparisons)} neighbours, {following:.2f} s following them"
    sys.stdout.write(
        f"{reported}: {(comparing + following) / comparing:.2f} times in all (asked: at most 3)\n"
    )
    _one_more(texts, comparisons, comparing + following)
    sys.stdout.write(
        f"{len(history.threads)} threads, {len(history.shares())} versions are told as origins of the last"
        " one's words\n"
    )
    sys.stdout.write(f"git blame of the same, a line a paragraph: {_git_blame(texts):.2f} s of CPU\n")
    _accuracy()


def _one_more(texts: list[Resolution], comparisons: list[Comparison], whole: float) -> None:
    """The cost of the last version, comparing it included, where the others are followed, and where what was
    found of them is kept.
    """
    ready = HistoryBuilder(texts[0])
    for text, comparison in zip(texts[1:-1], comparisons, strict=False):
        ready.take_in(text, comparison)
    steps = ready.history().steps
    start = process_time()
    ready.take_in(texts[-1])
    ready.history()
    live = process_time() - start
    start = process_time()
    follow(texts, lambda k: comparisons[k - 1] if k <= len(steps) else None, steps)
    kept = process_time() - start
    reported = f"the last version added: {live:.3f} s, {live / whole:.3f} of all (asked: at most 0.1)"
    sys.stdout.write(
        f"{reported}; to what a store keeps of the others: {kept:.3f} s, {kept / whole:.3f} of all\n"
    )


def _git_blame(texts: list[Resolution]) -> float:
    """The CPU that git needs to blame the last version, commits left out."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        git = ["git", "-C", folder, "-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost"]
        subprocess.run([*git, "init", "-q"], check=True)
        for k, text in enumerate(texts):
            Path(folder, "text").write_text("\n".join(p.text for p in text.paragraphs) + "\n", "utf-8")
            subprocess.run([*git, "add", "text"], check=True)
            subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", str(k)], check=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([*git, "blame", "-w", "-M", "-C", "text"], check=True, stdout=subprocess.DEVNULL)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def _accuracy() -> None:
    bench = SHARED.parent / "bench"
    with tempfile.TemporaryDirectory() as folder:
        for seed in _SEEDS:
            command = [
                sys.executable,
                str(bench / "generate_lineage.py"),
                f"{folder}/{seed}",
                "--seed",
                str(seed),
            ]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        done = subprocess.run(
            [sys.executable, bench / "score_blame.py", folder], check=True, capture_output=True, text=True
        )
    sys.stdout.write(f"{done.stdout.splitlines()[-1]} (asked: at least 0.93)\n")


if __name__ == "__main__":
    main()
