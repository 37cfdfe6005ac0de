"""Stores that cannot be written, are of another schema, or whose reader has gone."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest

from resdiff.cli.app import main
from resdiff.store.repository import Store
from resdiff.workspace.references import open_repository
from resdiff.workspace.stored import verify_store
from tests.cli.running import assert_trouble
from tests.making import text_of
from tests.store.content import content, run


def _limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


def test_a_full_disk_is_told_and_nothing_is_lost(
    filled: Store, place: Path, marshes: list[str], tmp_path: Path
) -> None:
    before = content(filled)
    large = tmp_path / "large.txt"
    words = " ".join(str(k) for k in range(120_000))
    large.write_text(f"{Path(marshes[0]).read_text('utf-8')}\n\n{words}\n", "utf-8")
    child = subprocess.run(
        [sys.executable, "-m", "resdiff", "add", "marshes", str(large), "--store", str(place)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_limit_files,
    )
    assert (child.returncode, child.stdout) == (2, "")
    assert child.stderr.count("\n") == 1
    assert "cannot be written" in child.stderr
    assert content(filled) == before
    assert run(place, "store", "verify").status == 0


def _without_rights(arguments: list[str]) -> tuple[int, str]:
    """Status and output of a command for a user without rights.

    In a fork, for such a user may not be able to read this Python.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 99
        try:
            os.dup2(writing, 1)
            os.dup2(writing, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            os.setuid(65534)
            status = main(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as reported:
        text = reported.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user without rights")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_store_without_rights_is_read_and_writing_is_refused_in_one_line(
    filled: Store, marshes: list[str]
) -> None:
    filled.close()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "store.db"
        target.write_bytes(filled.path.read_bytes())
        target.chmod(0o444)
        Path(folder).chmod(0o555)
        for arguments in (
            ["store", "verify"],
            ["compare", "marshes", "-q"],
            ["lineages"],
        ):  # loads all that is needed, with rights
            main([*arguments, "--store", str(filled.path)])
        assert _without_rights(["lineages", "--store", str(target)])[0] == 0
        assert (
            _without_rights(
                ["compare", "marshes@first", "marshes@12/9", "-q", "-f", "csv", "--store", str(target)]
            )[0]
            == 1
        )
        assert _without_rights(["store", "verify", "--store", str(target)])[0] == 0
        status, text = _without_rights(["rename", "marshes", "other", "--store", str(target)])
        assert (status, text.count("\n")) == (2, 1)
        assert "may not be written to" in text
        assert sorted(Path(folder).iterdir()) == [target]
        status, text = _without_rights(["add", "x", *marshes, "--store", f"{folder}/new/store.db"])
        assert (status, text.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parent.joinpath("schemas").glob("*.db")), ids=lambda path: path.stem
)
def test_a_store_of_every_earlier_schema_opens_whole(path: Path, place: Path, samples: Path) -> None:
    place.write_bytes(path.read_bytes())
    with open_repository(str(place)) as store:
        assert list(verify_store(store)) == []
        files = [
            *sorted(samples.joinpath("coastal-fund").glob("*.txt")),
            *sorted(samples.joinpath("harbour-watch").glob("*.txt")),
        ]
        assert [store.data(version) for version in store.versions()] == [file.read_bytes() for file in files]
        assert store.versions()[1].stage == "revised draft"
    assert run(place, "store", "index").status == 0
    assert run(place, "search", "tidal").status == 0
    assert run(place, "store", "verify").out == "6 versions, 0 faults\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["log", "marshes"],
        ["lineages"],
        ["search", "marsh"],
        ["show", "marshes@latest"],
        ["compare", "marshes"],
        ["verbs", "marshes@latest"],
    ],
)
def test_output_never_takes_the_place_of_a_store(filled: Store, place: Path, arguments: list[str]) -> None:
    before = content(filled)
    assert_trouble(
        run(
            place,
            *arguments,
            "-q" if arguments[0] in ("show", "compare", "verbs") else "--color=never",
            "-o",
            str(place),
        ),
        "is a database",
    )
    assert content(filled) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_what_is_done_is_done_though_nobody_can_be_told(place: Path, marshes: list[str]) -> None:
    command = [sys.executable, "-m", "resdiff", "add", "marshes", *marshes, "--store", str(place)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "done, but the report could not be written" in done.stderr
    with open_repository(str(place)) as store:
        assert len(store.versions()) == 4


@pytest.mark.parametrize("table", ["judgement", "journal", "version"])
def test_rows_that_go_without_a_word_are_missed(
    filled: Store, place: Path, tmp_path: Path, table: str
) -> None:
    text = tmp_path / "text.txt"
    text.write_text(text_of(), encoding="utf-8")
    run(place, "link", "marshes@12/9:OP1", "marshes@13/4:OP2", "--by", "a delegate")
    with closing(sqlite3.connect(place)) as db, db:
        for other in (
            ("judgement", "shift", "change", "comparison", "verb", "paragraph") if table == "version" else ()
        ):
            db.execute(f"DELETE FROM {other}")  # noqa: S608 - fixed names
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed names
    done = run(place, "store", "verify")
    assert done.status == 2
    assert "rows are missing" in done.err
    assert run(place, "add", "harbour", str(text)).status == 0
    done = run(place, "store", "verify")
    assert done.status == 2
    assert "rows are missing: once {" in done.err


def test_a_command_that_is_terminated_leaves_nothing_half_written(
    filled: Store, place: Path, tmp_path: Path
) -> None:
    for after in (0.15, 0.25, 0.35, 0.5):
        child = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "resdiff",
                "export",
                "--all",
                str(tmp_path / f"out-{after}"),
                "--store",
                str(place),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(after)
        child.terminate()
        assert child.wait() in (0, 143, -signal.SIGTERM)
        assert not list(tmp_path.glob(".*.part"))
