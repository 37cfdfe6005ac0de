"""What the store costs.

usage: python -m tests.benchmarks.store [--runs N]

Prints ratios of CPU seconds measured in one run, and sizes. Needs the texts of ../shared; says so where they
are absent.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import process_time
from types import ModuleType

from resdiff.core.progress import no_progress
from resdiff.store.repository import Store
from resdiff.workspace import adding, stored
from resdiff.workspace.adding import GivenFacts, add_files
from resdiff.workspace.import_folder import import_folder
from resdiff.workspace.stored import index_store

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_LINEAGES, _DEEP = _SHARED / "data" / "lineages", _SHARED / "data" / "deep" / "pep-0008"


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    gc.disable()  # as the command does
    if not _DEEP.is_dir():
        sys.stdout.write("the texts of ../shared are absent: nothing is measured\n")
        return 0
    folder = Path(tempfile.mkdtemp())
    try:
        for line in (*_imports(folder), *_depth(folder), *_compares(folder, runs), *_answers(folder, runs)):
            sys.stdout.write(f"{line}\n")
    finally:
        shutil.rmtree(folder)
    return 0


def _spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


class _Clock:
    """Counts the CPU seconds that a function of a module takes."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module, self._name, self._function, self._spent = module, name, getattr(module, name), 0.0
        setattr(module, name, self._run)

    def _run(self, *arguments: object, **options: object) -> object:
        start = process_time()
        results = self._function(*arguments, **options)
        self._spent += process_time() - start
        return results

    def stop(self) -> float:
        """The seconds so far; the function is itself again."""
        setattr(self._module, self._name, self._function)
        return self._spent


def _imports(folder: Path) -> list[str]:
    """All that an import costs but parsing and comparing, against a plain executemany of the same rows in one
    transaction.
    """
    path = folder / "lineages.db"
    clocks = {name: _Clock(module, name) for module, name in ((adding, "parse_bytes"), (stored, "compare"))}
    with Store(path, create=True) as store:
        whole = _spent(lambda: import_folder(str(_LINEAGES), None, store, no_progress))
        versions = store.versions()
        size = sum(len(store.data(version)) for version in versions)
    parsing, comparing = (clocks[name].stop() for name in ("parse_bytes", "compare"))
    plain = statistics.median(_spent(lambda k=k: _copy(path, folder / f"plain{k}.db")) for k in range(3))  # type: ignore[misc]
    rest = whole - parsing - comparing
    return [
        (
            f"import of {len(versions)} texts: {whole:.1f} s, of which parsing {parsing:.1f}, comparing"
            f" {comparing:.1f}"
        ),
        f"the rest over a plain executemany of the same rows: {rest / plain:.2f} (asked: at most 3)",
        f"size: {path.stat().st_size / 2**20:.0f} MB for sources of {size / 2**20:.0f} MB",
    ]


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        tables = [
            (name, sql)
            for name, sql in old.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if "fts" not in name and not name.startswith("sqlite_")
        ]
        for _, sql in tables:
            new.execute(sql)
        for (sql,) in old.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"):
            new.execute(sql)
        (words,) = (sql for (sql,) in old.execute("SELECT sql FROM sqlite_master WHERE name = 'reading_fts'"))
        new.execute(words)
        rows = {name: old.execute(f"SELECT * FROM {name}").fetchall() for name, _ in tables}  # noqa: S608 - names of the schema
        with new:
            for name, several in rows.items():
                if several:
                    new.executemany(
                        f"INSERT INTO {name} VALUES ({', '.join('?' * len(several[0]))})",  # noqa: S608 - a name of the schema
                        several,
                    )
            new.executemany(
                "INSERT INTO reading_fts (rowid, text) VALUES (?, ?)",
                [(identity, text) for identity, _, text in rows["reading"]],
            )


def _depth(folder: Path) -> list[str]:
    """160 versions of one text: how large they are, and what the last append costs over an early one."""
    from resdiff.workspace.editing import compact_store

    path = folder / "deep.db"
    files = sorted(map(str, _DEEP.iterdir()))
    with Store(path, create=True) as store:
        spent = [_spent(lambda name=name: add_files("pep", [name], GivenFacts(), store)) for name in files]  # type: ignore[misc]
        compact_store(None, store)
    size = sum(os.path.getsize(name) for name in files)  # noqa: PTH202 - names
    early, late = statistics.median(spent[7:13]), statistics.median(spent[-6:])
    return [
        (
            f"{len(files)} versions of one text: {path.stat().st_size / size:.2f} of their sources (asked: at"
            " most 0.67, aim 0.5)"
        ),
        (
            f"appending the last over the 10th: {late / early:.2f}, the text having grown {_grown(files):.2f}"
            " times (asked: at most 2)"
        ),
    ]


def _grown(files: list[str]) -> float:
    """How much longer the last texts are than those round the 10th."""
    sizes = [Path(name).stat().st_size for name in files]
    return statistics.median(sizes[-6:]) / statistics.median(sizes[7:13])


def _compares(folder: Path, runs: int) -> list[str]:
    """Comparing stored texts of 4,000 paragraphs, and a kept comparison, over comparing the files.

    Start-up and imports apart.
    """
    large = folder / "large"
    subprocess.run(
        [sys.executable, _SHARED / "bench" / "generate.py", large, "--paragraphs", "4000", "--seed", "7"],
        check=True,
    )
    base, revised = str(large / "base.txt"), str(large / "revised.txt")
    path = folder / "large.db"
    with Store(path, create=True) as store:
        add_files("large", [base, revised], GivenFacts(), store, compared=False)
    small = folder / "small.txt"
    small.write_text("The Harbour Council,\n\nDecides to sleep.\n", "utf-8")
    small_store = folder / "small.db"
    with Store(small_store, create=True) as store:
        add_files("small", [str(small)], GivenFacts(), store)
    start_files = _median(["compare", str(small), str(small), "-f", "json"], runs)
    start_store = _median(
        ["compare", "small@first", "small@latest", "-f", "json", "--store", str(small_store)], runs
    )
    files = _median(["compare", base, revised, "-f", "json"], runs) - start_files
    anew = ["compare", "large", "-f", "json", "--set", "align.gap=250001", "--store", str(path)]
    fresh = _median(anew, runs, forget=path) - start_store
    with Store(path) as store:
        index_store(store)
    kept = _median(["compare", "large", "-f", "json", "--store", str(path)], runs) - start_store
    return [
        (
            f"comparing stored texts of 4,000 paragraphs over comparing the files: {fresh / files:.2f}"
            " (asked: at most 1)"
        ),
        f"comparing the files over giving the kept comparison: {files / kept:.1f} (asked: at least 3)",
    ]


def _median(arguments: list[str], runs: int, forget: Path | None = None) -> float:
    """CPU seconds of a run of the command; what is kept in the store `forget` is forgotten before each."""
    results = []
    for _ in range(runs):
        if forget is not None:
            with closing(sqlite3.connect(forget)) as db, db:
                for table in ("shift", "change", "comparison"):
                    db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of the schema
        with subprocess.Popen(
            [sys.executable, "-m", "resdiff", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as child:
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
        results.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(results)


def _answers(folder: Path, runs: int) -> list[str]:
    start = _median(["--version"], runs)
    log = _median(["log", "pep", "-f", "json", "--store", str(folder / "deep.db")], runs) - start
    results = (
        _median(["search", '"human rights"', "-f", "json", "--store", str(folder / "lineages.db")], runs)
        - start
    )
    return [
        f"log of 160 versions: {log:.2f} s beyond start-up (asked: under 0.5)",
        f"search over 1,030 texts: {results:.2f} s beyond start-up (asked: under 0.5)",
    ]


if __name__ == "__main__":
    sys.exit(main())
