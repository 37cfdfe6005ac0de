"""Walks through the interface as a user might: every key of every screen, each screen opened from every
screen that opens it.

After each key all that stands on the screen is painted: a headless application does not do that by itself,
and what cannot be painted is a fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from textual.events import Key
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.tui.screens.comparison import ComparisonScreen
from resdiff.tui.screens.work import WorkScreen
from resdiff.tui.widgets.comparison_view import ComparisonView

SIZES = ((40, 12), (80, 24), (120, 40))
_LEAVING = frozenset(("ctrl+q", "ctrl+c"))
"""Keys that leave the application whatever the screen."""
_ESCAPES = 12


def paint(screen: Screen[Any]) -> None:
    """Makes every line of every widget that is shown, as a terminal would ask for them."""
    for widget in [screen, *screen.walk_children(Widget)]:
        if widget.display and widget.size:
            widget.render_lines(Region(0, 0, *widget.size))


def keys_of(screen: Screen[Any]) -> list[str]:
    """The keys that the screen and what has the focus on it bind, those of Textual's own widgets left out.

    In a fixed order.
    """
    keys = [
        key
        for key, active in screen.active_bindings.items()
        if active.enabled and type(active.node).__module__.startswith("resdiff.") and key not in _LEAVING
    ]
    return sorted(dict.fromkeys([*keys, "ctrl+p"]))


def places_of_kinds(comparison: Comparison) -> dict[str, int]:
    """The place of the first change of each kind and flag that a comparison has."""
    places: dict[str, int] = {}
    for place, change in enumerate(comparison.changes):
        flags = [word for word in ("moved", "renumbered", "by_hand") if getattr(change, word)]
        shifts = [f"verb {shift.outcome}" for shift in change.verbs]
        for name in (" ".join([change.kind, *flags]), *shifts, *change.reasons):
            places.setdefault(name, place)
    if comparison.matter_changes or comparison.base.vote or comparison.revised.vote:
        places["matter"] = len(comparison.changes)
    return places


class Sweep:
    """Keys that are pressed in one application, and what was opened by them."""

    def __init__(self, pilot: Pilot[ResdiffError], place: int | None = None) -> None:
        """`place` is the change of a comparison from which every key is tried."""
        self.pilot, self._place = pilot, place
        self.pressed: Counter[tuple[str, str]] = Counter()
        """How often each key was pressed on each screen, by the name of the screen's class."""
        self.opened: set[tuple[str, str]] = set()
        """Which screen opened which."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen on top."""
        return self.pilot.app.screen

    async def press(self, key: str) -> None:
        """Presses a key, waits for the work it began, and paints what it left."""
        self.pressed[type(self.screen).__name__, key] += 1
        self.pilot.app.post_message(Key(key, key if len(key) == 1 else " " if key == "space" else None))
        await self._settle()
        paint(self.screen)

    async def _settle(self) -> None:
        """Waits until every message is dealt with, long work is done, and the screen on top has its size."""
        still = 0
        while still < 3:
            before = self.screen, self.screen.focused
            works = isinstance(self.screen, WorkScreen) or any(
                w.node is self.screen and not w.is_finished for w in self.pilot.app.workers
            )
            await self.pilot.pause(0.01 if works else 0)
            is_still = self.screen.is_mounted and not works and before == (self.screen, self.screen.focused)
            still = still + 1 if is_still else 0

    async def go_home(self) -> None:
        """Back to the first screen, the cursor on the change from which keys are tried."""
        for _ in range(_ESCAPES):
            await self.press("escape")
            if len(self.pilot.app.screen_stack) == 2 and not isinstance(self.screen.focused, Input):
                break
        else:
            raise AssertionError(f"escape does not lead out of {self.screen}")
        if self._place is not None and isinstance(self.screen, ComparisonScreen):
            self.screen.query_one(ComparisonView).move_to_change(self._place)

    async def open(self, keys: Sequence[str]) -> None:
        """From the first screen to the one that some keys open."""
        await self.go_home()
        for key in keys:
            await self.press(key)

    async def sweep(self, opening: Sequence[str] = (), once: bool = False) -> None:
        """Presses every key of the screen that `opening` opens, and of the screens that those keys open in
        turn.

        A screen is swept from each screen that opens it; `once` sweeps each only where it is opened first.
        """
        await self.open(opening)
        here = type(self.screen).__name__
        for key in keys_of(self.screen):
            if key == "q" and not opening:
                continue  # it leaves the first screen, and the application with it
            if not opening:
                await self.go_home()
            elif type(self.screen).__name__ != here or isinstance(self.screen.focused, Input):
                await self.open(opening)
            await self.press(key)
            there = type(self.screen).__name__
            if there == here or (here, there) in self.opened or len(self.pilot.app.screen_stack) <= 2:
                continue
            is_new = there not in {opened for _, opened in self.opened}
            self.opened.add((here, there))
            if there.endswith(("Screen", "Dialog")) and (is_new or not once):
                await self.sweep([*opening, key], once)
        await self.go_home()


async def press_at_random(sweep: Sweep, random: Random, count: int) -> list[str]:
    """Presses so many keys of whatever screen stands on top, with resizes between.

    Gives what was done, in words.
    """
    done = []
    for _ in range(count):
        if random.random() < 0.1:
            size = random.choice((*SIZES, (20, 6), (200, 50)))
            done.append(f"resize to {size}")
            await sweep.pilot.resize_terminal(*size)
            await sweep.pilot.pause()
            paint(sweep.screen)
            continue
        is_asking = isinstance(sweep.screen.focused, Input)
        keys = [
            key
            for key in (*keys_of(sweep.screen), "escape", "enter", "tab")
            if key != "q" or len(sweep.pilot.app.screen_stack) > 2
        ]
        key = (
            random.choice([*"ae OP1[", "enter", "escape"])
            if is_asking and random.random() < 0.7
            else random.choice(keys)
        )
        done.append(f"{type(sweep.screen).__name__} {key}")
        await sweep.press({" ": "space", "[": "left_square_bracket"}.get(key, key))
    return done
