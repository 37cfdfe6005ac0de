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

_RUN = "import sys; from resdiff.cli.app import main; sys.exit(main(sys.argv[1:]))"
_LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""What leaves the screen of an application, shows the cursor and lets the mouse go."""


class _Terminal:
    """A pseudo terminal with resdiff in it."""

    def __init__(self, *arguments: str, before: str = "") -> None:
        """`before` is what Python does before it runs the command."""
        self._mine, theirs = pty.openpty()
        env = {**os.environ, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "100"}
        command = [sys.executable, "-c", f"{before}\n{_RUN}", *arguments]
        self.child = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        self.reported = b""
        self._pressed_at = 0

    def wait_for(self, word: bytes, seconds: float = 60) -> None:
        """Reads until a word comes that was not there before the last key was pressed."""
        end = time.monotonic() + seconds
        while word not in self.reported[self._pressed_at :]:
            if time.monotonic() > end:
                self.child.kill()
                raise AssertionError(self.reported[-2000:])
            if select.select([self._mine], [], [], 0.1)[0]:
                self.reported += os.read(self._mine, 65536)

    def press(self, keys: bytes) -> None:
        """Types."""
        self._pressed_at = len(self.reported)
        os.write(self._mine, keys)

    def is_left_as_it_was(self) -> bool:
        """Whether all that an application asks of a terminal was taken back at the end."""
        end = self.reported[self.reported.rindex(b"\x1b[?1049h") :]
        return all(sequence in end for sequence in _LEFT)

    def end(self) -> int:
        """Reads to the end; gives the status. Kills what does not end."""
        end = time.monotonic() + 60
        while True:
            if not select.select([self._mine], [], [], max(end - time.monotonic(), 0))[0]:
                self.child.kill()
                break
            try:
                more = os.read(self._mine, 65536)
            except OSError:  # Linux ends a pseudo terminal so
                break
            if not more:
                break
            self.reported += more
        os.close(self._mine)
        return self.child.wait(timeout=30)


def test_it_opens_obeys_and_leaves_the_terminal_as_it_was(samples: Path) -> None:
    folder = samples / "coastal-fund"
    terminal = _Terminal("compare", str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt"), "--tui")
    terminal.wait_for(b"Gravely")
    terminal.press(b"v")
    terminal.wait_for(b"Encourages")
    terminal.press(b"\x11")
    assert terminal.end() == 0
    assert terminal.is_left_as_it_was()


_FAULT = """
from resdiff.render.terminal import enlarged
def broken(*details):
    secret = 'a word of a confidential draft'
    raise ValueError('broken\\non two lines')
enlarged.paragraph_lines = broken
"""


def test_a_fault_of_the_interface_leaves_the_terminal_as_it_was_and_ends_in_one_line(samples: Path) -> None:
    folder = samples / "coastal-fund"
    terminal = _Terminal("tui", str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt"), before=_FAULT)
    terminal.wait_for(b"Gravely")
    terminal.press(b"]\r")
    assert terminal.end() == 70
    assert terminal.is_left_as_it_was()
    after = terminal.reported[terminal.reported.rindex(b"\x1b[?1049l") :]
    assert (
        after.count(
            b"resdiff: internal error: ValueError: broken on two lines; set RESDIFF_DEBUG=1 for the details"
        )
        == 1
    )
    assert b"Traceback" not in terminal.reported
    assert b"confidential" not in terminal.reported


def test_a_terminated_interface_leaves_the_terminal_as_it_was(samples: Path) -> None:
    folder = samples / "coastal-fund"
    terminal = _Terminal("tui", str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt"))
    terminal.wait_for(b"Gravely")
    terminal.child.terminate()
    assert terminal.end() == 143
    assert terminal.is_left_as_it_was()


def test_it_opens_the_library_compares_searches_and_quits(store: Path) -> None:
    terminal = _Terminal("tui", "--store", str(store))
    terminal.wait_for(b"marshes")
    terminal.press(b"\r")
    terminal.wait_for(b"LA/12/L.7/Rev.1")  # the versions are drawn anew when they have the focus
    terminal.press(b"\r")
    terminal.wait_for(b"Gravely")
    terminal.press(b"/")
    terminal.wait_for(b"find words, or a para")
    terminal.press(b"dragon\r")
    terminal.wait_for(b"is not in the text")
    terminal.press(b"qq")
    terminal.wait_for(b"add texts")
    terminal.press(b"\x11")
    assert terminal.end() == 0
    assert terminal.is_left_as_it_was()


def test_resdiff_alone_opens_the_library(tmp_path: Path) -> None:
    terminal = _Terminal("tui", "--store", str(tmp_path / "none.db"))
    terminal.wait_for(b"There is no store yet")
    terminal.press(b"q")
    assert terminal.end() == 0


def test_without_a_terminal_it_says_so_and_resdiff_alone_prints_its_help(samples: Path) -> None:
    assert_trouble(resdiff("tui"), "needs a terminal")
    assert_trouble(
        resdiff(
            "compare",
            samples / "harbour-watch/1-adopted.txt",
            samples / "harbour-watch/2-adopted.txt",
            "--tui",
        ),
        "terminal",
    )
    done = resdiff()
    assert (done.status, done.out.startswith("Usage: resdiff")) == (0, True)
