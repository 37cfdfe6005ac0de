"""What the terminal interface costs.

usage: python -m tests.benchmarks.interface [--large 40000]

Prints seconds of wall time, driven by Textual's pilot at 120x40, and the peak memory.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from textual.app import App

from resdiff.core.compare import Comparison
from resdiff.store.records import NewVersion
from resdiff.tui.app import ResdiffApp
from resdiff.tui.widgets.comparison_view import ComparisonView
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.references import open_repository
from resdiff.workspace.texts import parse_bytes
from tests.conftest import ROOT, SHARED


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=40_000)
    large = parser.parse_args().large
    samples = ROOT / "samples" / "coastal-fund"
    small = compare_texts(str(samples / "3-adopted.txt"), str(samples / "4-next-year.txt"))
    empty = min(asyncio.run(_paint(App())) for _ in range(3))
    first = min(asyncio.run(_paint(ResdiffApp(small))) for _ in range(3))
    sys.stdout.write(
        f"first paint of a small comparison over an empty application: {first / empty:.2f} (asked: at most"
        " 1.5)\n"
    )
    for line in _above_empty(_real_pair() or small):
        sys.stdout.write(f"{line}\n")
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{_library(Path(folder) / 'store.db')}\n")
    if not SHARED.is_dir():
        sys.stdout.write("the texts of ../shared are absent: the large comparison is not measured\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        generate = SHARED.parent / "bench" / "generate.py"
        subprocess.run(
            [sys.executable, generate, folder, "--paragraphs", str(large), "--seed", "7"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        comparison = compare_texts(str(Path(folder) / "base.txt"), str(Path(folder) / "revised.txt"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for line in asyncio.run(_large(comparison)):
        sys.stdout.write(f"{line}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"peak memory {peak:.0f} MB, {peak - before:.0f} MB of it by the interface (asked: under 250)\n"
    )


_TIMES = 9


def _real_pair() -> Comparison | None:
    """Two texts of sixty paragraphs of a real lineage; None where the shared texts are absent."""
    folder = SHARED / "lineages" / "sc-minusca"
    files = sorted(map(str, folder.glob("*.txt")))
    return compare_texts(files[-2], files[-1]) if len(files) > 1 else None


def _above_empty(comparison: Comparison) -> list[str]:
    """What first paint and a page down cost above an application that is empty, medians of nine."""
    firsts, pages = [], []
    for _ in range(_TIMES):
        empty, its = (asyncio.run(_cpu(app)) for app in (App[Any](), ResdiffApp(comparison)))
        firsts.append(its[0] - empty[0])
        pages.append(its[1] - empty[1])
    return [
        f"first paint: {1000 * median(firsts):.0f} ms of CPU above an empty application (asked: at most 60)",
        f"a page down: {1000 * median(pages):.1f} ms of CPU above a key there (asked: at most 10)",
    ]


async def _cpu(app: App[Any]) -> tuple[float, float]:
    """Seconds of CPU until the first paint, and for a page down."""
    start = process_time()
    async with app.run_test(size=(120, 40)) as pilot:
        first = process_time() - start
        await pilot.pause(0.6)  # what is made behind the first paint is no part of a key
        pages = []
        for _ in range(5):
            start = process_time()
            await pilot.press("space")
            pages.append(process_time() - start)
        return first, median(pages)


def _library(path: Path) -> str:
    """How long a library of 2,000 lineages with ten short versions each takes to open."""
    with open_repository(str(path), create=True) as store, store.writing():
        for k in range(2_000):
            for n in range(10):
                clause = f"1. Requests the Chair to look after harbour {k} for {n} days;"
                data = f"Resolution {k}/{n}\n\n{clause}\n".encode()
                text = parse_bytes(data, "a text", f"{n}.txt")
                store.keep(
                    NewVersion(
                        lineage=f"harbour-{k}",
                        data=data,
                        resolution=text,
                        label=str(n),
                        facts={},
                        added="2032-04-01T12:00:00+00:00",
                        author=None,
                        resdiff="0",
                    )
                )
    seconds = asyncio.run(_paint(ResdiffApp(store=str(path))))
    return f"a library of 2,000 lineages and 20,000 versions opens in {seconds:.2f} s (asked: at most 1)"


async def _paint(app: App[Any]) -> float:
    start = perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        return perf_counter() - start


async def _large(comparison: Comparison) -> list[str]:
    app = ResdiffApp(comparison)
    start = perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = perf_counter() - start
        view = app.screen.query_one(ComparisonView)
        results = [
            (
                f"{len(comparison.changes)} changes, {view.count_lines()} lines: first screen {shown:.2f} s"
                " (asked: at most 2)"
            )
        ]
        pages = []
        for _ in range(20):
            start = perf_counter()
            await pilot.press("space")
            pages.append(perf_counter() - start)
        results.append(f"a page down {1000 * sorted(pages)[len(pages) // 2]:.0f} ms (asked: at most 50)")
        start = perf_counter()
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        results.append(f"a resize {perf_counter() - start:.2f} s (asked: at most 0.7)")
        start = perf_counter()
        await pilot.press("G")
        results.append(f"to the end {1000 * (perf_counter() - start):.0f} ms")
    return results


if __name__ == "__main__":
    main()
