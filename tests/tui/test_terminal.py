"""In a real terminal: it opens, obeys, is left, and leaves the terminal as it was."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.running import assert_trouble, resdiff


class _Terminal:
    """A pseudo terminal with resdiff in it."""

    def __init__(self, *arguments: str) -> None:
        self._mine, theirs = pty.openpty()
        env = {**os.environ, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "100"}
        self._child = subprocess.Popen([sys.executable, "-m", "resdiff", *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        self.told = b""

    def wait_for(self, word: bytes, seconds: float = 30) -> None:
        """Reads until a word comes."""
        end = time.monotonic() + seconds
        while word not in self.told:
            if time.monotonic() > end:
                self._child.kill()
                raise AssertionError(self.told[-2000:])
            if select.select([self._mine], [], [], 0.1)[0]:
                self.told += os.read(self._mine, 65536)

    def press(self, keys: bytes) -> None:
        """Types."""
        os.write(self._mine, keys)

    def end(self) -> int:
        """Reads to the end; gives the status."""
        while True:
            try:
                more = os.read(self._mine, 65536)
            except OSError:  # Linux ends a pseudo terminal so
                break
            if not more:
                break
            self.told += more
        os.close(self._mine)
        return self._child.wait(timeout=30)


def test_it_opens_obeys_and_leaves_the_terminal_as_it_was(samples: Path) -> None:
    folder = samples / "coastal-fund"
    terminal = _Terminal("compare", str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt"), "--tui")
    terminal.wait_for(b"Gravely")
    terminal.press(b"v")
    terminal.wait_for(b"Encourages")
    terminal.press(b"\x11")
    assert terminal.end() == 0
    for left in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l"):
        assert left in terminal.told[terminal.told.rindex(b"\x1b[?1049h") :]


def test_it_opens_the_library_compares_searches_and_quits(store: Path) -> None:
    terminal = _Terminal("tui", "--store", str(store))
    terminal.wait_for(b"marshes")
    terminal.press(b"\r")
    terminal.wait_for(b"enter")
    time.sleep(0.5)  # until the versions have the focus
    terminal.press(b"\r")
    terminal.wait_for(b"Gravely")
    terminal.press(b"/")
    terminal.wait_for(b"find in the text")
    terminal.press(b"dragon\r")
    terminal.wait_for(b"stands nowhere")
    terminal.press(b"qq")
    terminal.wait_for(b"add texts")
    terminal.press(b"\x11")
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.told[terminal.told.rindex(b"\x1b[?1049h") :]


def test_resdiff_alone_opens_the_library(tmp_path: Path) -> None:
    terminal = _Terminal("tui", "--store", str(tmp_path / "none.db"))
    terminal.wait_for(b"There is no store yet")
    terminal.press(b"q")
    assert terminal.end() == 0


def test_without_a_terminal_it_says_so_and_resdiff_alone_prints_its_help(samples: Path) -> None:
    assert_trouble(resdiff("tui"), "wants a terminal")
    assert_trouble(
        resdiff("compare", samples / "harbour-watch/1-adopted.txt", samples / "harbour-watch/2-adopted.txt", "--tui"), "terminal"
    )
    done = resdiff()
    assert (done.status, done.out.startswith("Usage: resdiff")) == (0, True)
