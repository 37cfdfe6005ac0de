"""Runs the interface without a terminal, by keys."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual.pilot import Pilot

from resdiff.core.errors import ResdiffError
from resdiff.tui.app import ResdiffApp
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.lines import LineView

Steps = Callable[[Pilot[ResdiffError]], Awaitable[None]]


def drive(
    app: ResdiffApp, steps: Steps, size: tuple[int, int] = (120, 40), shows_notices: bool = False
) -> None:
    """Starts the application, does the steps, and ends it."""

    async def run() -> None:
        async with app.run_test(size=size, notifications=shows_notices) as pilot:
            await settled(pilot)
            await steps(pilot)

    asyncio.run(run())


async def settled(pilot: Pilot[ResdiffError]) -> None:
    """Waits until what was begun aside is there."""
    await pilot.pause()
    while isinstance(screen := pilot.app.screen, ComparisonScreen) and screen.brief is None:
        await pilot.pause(0.01)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[Any], is_so: Callable[[], bool]) -> None:
    """Waits until something is so."""
    for _ in range(400):
        if is_so():
            return
        await pilot.pause(0.05)
    raise AssertionError(pilot.app.screen)


def foot(pilot: Pilot[ResdiffError]) -> str:
    """The line at the foot."""
    return pilot.app.screen.query_one(Hints).render_line(0).text


def seen(view: LineView) -> str:
    """The lines in sight."""
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))
