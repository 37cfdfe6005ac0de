"""What an HTML report costs beside JSON.

usage: python -m tests.benchmarks.reports [--paragraphs 40000]

Prints seconds of CPU of the whole commands, in processes of their own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import SHARED

_TIMES = 3


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=40_000)
    count = parser.parse_args().paragraphs
    if not SHARED.is_dir():
        sys.stdout.write("the generator of ../shared is absent: nothing is measured\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        generate = SHARED.parent / "bench" / "generate.py"
        subprocess.run(
            [sys.executable, generate, folder, "--paragraphs", str(count), "--seed", "7"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds = {
            form: min(_seconds(Path(folder), form) for _ in range(_TIMES))
            for form in ("json", "html", "akn", "docx")
        }
    for form, taken in seconds.items():
        asked = " (asked: at most 1.5)" if form == "html" else ""
        sys.stdout.write(
            f"{count} paragraphs as {form}: {taken:.2f} s, {taken / seconds['json']:.2f} times JSON{asked}\n"
        )


def _seconds(folder: Path, form: str) -> float:
    """The CPU of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    files = [folder / "base.txt", folder / "revised.txt"]
    options = ["--quiet", "--format", form, "--output", str(folder / f"out.{form}")]
    command = [sys.executable, "-m", "resdiff", "compare", *map(str, files), *options]
    subprocess.run(command, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
