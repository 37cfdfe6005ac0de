"""The versions of a lineage: a line each, two of them marked at most."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.store.records import Lineage, Version
from resdiff.tui.library import about, version_runs
from resdiff.tui.messages import CursorMoved
from resdiff.tui.widgets.line_list import LineList
from resdiff.workspace.steps import VersionRow

_LABEL = 18
"""The most cells of a label."""


class Versions(Vertical):
    """The title of a lineage above its versions."""

    DEFAULT_CSS = """
    Versions {
        width: 1fr;
        & > #told { height: 2; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #versions { height: 1fr; }
        & > #about { height: 3; padding: 0 1; background: $panel; text-wrap: nowrap;
        text-overflow: ellipsis; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="right")
        self.list = LineList(self._row, id="versions")
        self._steps: tuple[VersionRow, ...] = ()
        self._marked: list[int] = []
        self._widths = (0, 0)

    def compose(self) -> ComposeResult:
        """Title, list, what is known of the version at the cursor."""
        yield Static("", id="told", markup=False)
        yield self.list
        yield Static("", id="about", markup=False)

    @on(CursorMoved, "#versions")
    def _moved(self, event: CursorMoved) -> None:
        self.query_one("#about", Static).update(about(self._steps[event.place]))

    def show(self, lineage: Lineage | None, steps: tuple[VersionRow, ...]) -> None:
        """Shows the versions of a lineage, the cursor on the last."""
        self._steps, self._marked = steps, []
        current = [step for step in steps if step.version.superseded_by is None]
        waiting = sum(step.counts is None for step in current[1:])
        about = f"{len(steps)} versions" + (f", {waiting} not yet compared" if waiting else "")
        title = (lineage.title or lineage.slug) if lineage is not None else ""
        self.query_one("#told", Static).update(f"{visible(title)}\n{about}")
        self._widths = (
            min(max((cell_len(step.version.label) for step in steps), default=0), _LABEL),
            max((len(step.version.stage or "") for step in steps), default=0),
        )
        self.list.show_rows(len(steps), len(steps) - 1)
        if not steps:
            self.query_one("#about", Static).update("")

    def _row(self, row: int, width: int) -> list[StyledRun]:
        step = self._steps[row]
        return version_runs(step, step.version.id in self._marked, self._widths, width)

    def mark(self) -> None:
        """Marks the version at the cursor, or takes the mark away."""
        if self._steps:
            identity = self._steps[self.list.cursor].version.id
            self._marked = (
                [m for m in self._marked if m != identity]
                if identity in self._marked
                else [*self._marked[-1:], identity]
            )
            self.list.redraw()

    def at_cursor(self) -> Version | None:
        """The version at the cursor; None where there is none."""
        return self._steps[self.list.cursor].version if self._steps else None

    def pair(self) -> tuple[Version, Version] | None:
        """The two versions that are marked, in order, else the one at the cursor with the one before it.

        None where it has none.
        """
        marked = [step.version for step in self._steps if step.version.id in self._marked]
        if len(marked) == 2:
            return marked[0], marked[1]
        before = [
            step.version for step in self._steps[: self.list.cursor] if step.version.superseded_by is None
        ]
        return (before[-1], self._steps[self.list.cursor].version) if before else None
