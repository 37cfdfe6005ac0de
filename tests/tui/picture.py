"""Draws the picture of the comparison screen that the README shows.

usage: python -m tests.tui.picture
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from resdiff.tui.app import ResdiffApp
from resdiff.workspace.comparing import compare_texts
from tests.conftest import ROOT
from tests.tui.driving import settled

PICTURE = Path(__file__).with_name("comparison.svg")


def main() -> None:
    """Writes the picture."""
    PICTURE.write_text(asyncio.run(_drawn()), "utf-8", newline="\n")


async def _drawn() -> str:
    folder = ROOT / "samples" / "coastal-fund"
    app = ResdiffApp(compare_texts(str(folder / "3-adopted.txt"), str(folder / "4-next-year.txt")))
    async with app.run_test(size=(150, 36)) as pilot:
        await settled(pilot)
        await pilot.press("n", "n", "n")
        await pilot.pause()
        return app.export_screenshot(title="resdiff")


if __name__ == "__main__":
    main()
