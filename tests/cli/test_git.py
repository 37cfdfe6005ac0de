"""git shows resolutions: in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import assert_trouble, resdiff

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path: Path, samples: Path) -> Path:
    """A repository in which a draft was revised."""
    folder = tmp_path / "repository"
    folder.mkdir()
    _git(folder, "init", "-q")
    for name in ("1-draft.txt", "2-draft-rev1.txt"):
        (folder / "fund.txt").write_bytes((samples / "coastal-fund" / name).read_bytes())
        _git(folder, "add", ".")
        _git(folder, "commit", "-q", "-m", name)
    return folder


def _git(folder: Path, *words: str) -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_PAGER": "cat",
        "NO_COLOR": "1",
    }
    command = ["git", "-c", "user.name=a clerk", "-c", "user.email=clerk@localhost", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_a_repository_shows_resolutions_in_its_diffs(
    repository: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    assert resdiff("git-setup", "--write").status == 0
    before = (repository / ".git" / "info" / "attributes").read_text("utf-8")
    assert resdiff("git-setup", "--write").status == 0
    assert (repository / ".git" / "info" / "attributes").read_text("utf-8") == before
    reported = _git(repository, "diff", "HEAD~1")
    assert reported.startswith("fund.txt\n")
    assert "[-Noting with concern-]" in reported or "strengthened" in reported
    assert "_Calls upon_" in _git(repository, "log", "-p", "-1")
    (repository / "more.txt").write_bytes((samples / "coastal-fund" / "3-adopted.txt").read_bytes())
    (repository / "fund.txt").unlink()
    _git(repository, "add", "-A")
    reported = _git(repository, "diff", "--no-renames", "HEAD")
    assert "fund.txt: dropped\n" in reported
    assert "more.txt: added\n" in reported


def test_names_are_names_and_a_pager_may_be_left(
    repository: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    names = ["-o.txt", "--help.txt", "-h.txt", "e\x1b[31m.txt", "z.txt"]
    for name in names:
        (repository / name).write_bytes((samples / "coastal-fund" / "1-draft.txt").read_bytes())
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "names")
    for name in names:
        (repository / name).write_bytes((samples / "coastal-fund" / "2-draft-rev1.txt").read_bytes())
    assert resdiff("git-setup", "--write").status == 0
    reported = _git(repository, "diff")
    assert [f"\n{name}\n" in f"\n{reported}" for name in names] == [True, True, True, False, True]
    assert "\x1b" not in reported
    assert "e␛[31m.txt" in reported
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-c", "git --no-pager diff | head -1"],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert "fatal" not in done.stderr
    for pattern in ("", "*.txt *.md", "*.txt filter=evil"):
        assert_trouble(resdiff("git-setup", pattern), "invalid pattern")


def test_what_is_printed_can_be_run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    script = resdiff("git-setup", "fund.*").out
    assert not (repository / ".gitattributes").exists()
    subprocess.run(["sh", "-e", "-c", script], cwd=repository, check=True)
    assert (repository / ".gitattributes").read_text("utf-8") == "fund.* diff=resdiff\n"
    assert _git(repository, "diff", "HEAD~1", "--", "fund.txt").startswith("fund.txt\n")


def test_a_text_without_a_name_of_its_own_bears_that_of_its_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    resdiff("git-setup", "--write")
    for word in ("Requests", "Urges"):
        (repository / "plain.txt").write_text(
            f"1. {word} the Warden to report;\n\n2. Decides to act.\n", "utf-8"
        )
        _git(repository, "add", ".")
        _git(repository, "commit", "-q", "-m", word)
    assert "base      plain.txt\nrevised   plain.txt\n" in _git(repository, "diff", "HEAD~1")
    assert "git-blob" not in _git(repository, "log", "-p")


def test_what_cannot_be_read_does_not_end_the_diff(tmp_path: Path) -> None:
    broken, text = tmp_path / "broken", tmp_path / "text"
    broken.write_bytes(b"PK\x03\x04")
    text.write_text("1. Decides to remain seized of the matter.\n", "utf-8")
    done = resdiff("git-driver", "a.docx", broken, "0" * 40, "100644", text, "1" * 40, "100644")
    assert done.status == 0
    assert done.out.startswith("a.docx: ")
    assert done.out.count("\n") == 1


def test_where_no_repository_is_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert_trouble(resdiff("git-setup", "--write"), "git reports an error")
    assert_trouble(resdiff("git-setup", "a\nb"), "invalid pattern")
