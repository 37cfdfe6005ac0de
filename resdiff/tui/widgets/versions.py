"""The story of a lineage: its versions, a line each, two of them marked at most; below them the brief of the
step to the one at the cursor.
"""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from resdiff.core.errors import ResdiffError
from resdiff.core.wording import counted
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.store.records import Lineage, Version
from resdiff.tui.library import about, label_of, version_runs
from resdiff.tui.messages import CursorMoved
from resdiff.tui.widgets.brief_list import BriefList
from resdiff.tui.widgets.hints import Hints
from resdiff.tui.widgets.line_list import LineList
from resdiff.workspace.references import open_repository
from resdiff.workspace.steps import VersionRow, story
from resdiff.workspace.stored import compare_versions

_ROOM_FOR_ABOUT = 24
"""Lines from which on it is said what is known of a version."""
_MOST_MARKED = 2
_LABEL = 18
"""The most cells of a label."""


class Versions(Vertical):
    """The title of a lineage above its versions."""

    DEFAULT_CSS = """
    Versions {
        width: 1fr;
        & > #lineage { height: 2; padding: 0 1; background: $panel; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & > #versions { height: auto; max-height: 45%; }
        & > #step { height: 1fr; border-top: solid $primary; }
        & > #about { height: 3; padding: 0 1; background: $panel; text-wrap: nowrap;
        text-overflow: ellipsis; }
        &.low > #about { display: none; }
    }
    """

    def __init__(self, store: str | None) -> None:
        """`store` names the store where it is not the usual one."""
        super().__init__(id="right")
        self._store = store
        self.list = LineList(self._row, id="versions")
        self.step = BriefList(id="step")
        self.step.can_focus = False
        self._steps: tuple[VersionRow, ...] = ()
        self._marked: list[int] = []
        self._widths = (0, 0)

    def compose(self) -> ComposeResult:
        """Title, list, the brief of the step to the version at the cursor, what is known of that version."""
        yield Static("", id="lineage", markup=False)
        yield self.list
        yield self.step
        yield Static("", id="about", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Where there is little room, versions and brief have it."""
        self.set_class(event.size.height < _ROOM_FOR_ABOUT, "low")

    @on(CursorMoved, "#versions")
    def _moved(self) -> None:
        if not self._steps:
            return
        # the list may have been filled anew since the cursor moved: what counts is where it stands now
        self.query_one("#about", Static).update(about(self._steps[self.list.cursor]))
        self.step.show_brief(None)  # what is shown is that of another step
        step = self.step_at_cursor()
        if step is not None:  # keys do not wait for it
            self.run_worker(partial(self._read_step, *step), thread=True, exclusive=True)

    def _read_step(self, base: Version, revised: Version) -> None:
        """Reads the brief of a step, aside."""
        from resdiff.workspace.briefing import brief_as_set  # a library is seen before it

        try:
            with open_repository(self._store) as store:
                brief, _ = brief_as_set(compare_versions(base, revised, store))
        except ResdiffError:
            return  # who opens the comparison is told why
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.step.show_brief, brief)

    def show(self, lineage: Lineage | None, steps: tuple[VersionRow, ...], is_filtered: bool = False) -> None:
        """Shows the versions of a lineage, the cursor on the last; of none, that a filter left none where it
        `is_filtered`.
        """
        self._steps, self._marked = tuple(story(steps)), []
        steps = self._steps
        waiting = sum(step.against is not None and step.counts is None for step in steps)
        title, about = ("no lineage matches", "escape ends the filter") if is_filtered else ("", "")
        if lineage is not None:
            title, about = lineage.title or lineage.slug, counted(len(steps), "version")
        about += f", {waiting} not yet compared" if waiting else ""
        self.query_one("#lineage", Static).update(f"{visible(title)}\n{about}")
        self._widths = (
            min(max((cell_len(label_of(step)) for step in steps), default=0), _LABEL),
            max((len(step.version.stage or "") for step in steps), default=0),
        )
        self.list.show_rows(
            len(steps), max((k for k, step in enumerate(steps) if not step.is_round), default=0)
        )
        if not steps:
            self.query_one("#about", Static).update("")
            self.step.show_brief(None)

    def _row(self, row: int, width: int) -> list[StyledRun]:
        step = self._steps[row]
        return version_runs(step, step.version.id in self._marked, self._widths, width)

    def marks(self) -> str:
        """How many versions are marked, in words; '' where none is."""
        return f"{len(self._marked)} marked" if self._marked else ""

    def mark(self) -> None:
        """Marks the version at the cursor, or takes its mark away; two at most are marked."""
        version = self.at_cursor()
        if version is None:
            return
        if version.id in self._marked:
            self._marked.remove(version.id)
        elif len(self._marked) == _MOST_MARKED:
            self.notify("two versions are marked: enter compares them, escape unmarks them", timeout=3)
        else:
            self._marked.append(version.id)
        self._show_marks()

    def unmark(self) -> None:
        """Takes all marks away."""
        self._marked.clear()
        self._show_marks()

    def _show_marks(self) -> None:
        self.list.redraw()
        self.screen.query_one(Hints).refresh()

    def has_keys(self) -> bool:
        """Whether keys speak to the versions; where they do not, says how they would."""
        if not self.list.has_focus:
            self.notify("choose a version first: enter goes to them", timeout=3)
        return self.list.has_focus

    def at_cursor(self) -> Version | None:
        """The version at the cursor; None where there is none."""
        return self._steps[self.list.cursor].version if self._steps else None

    def step_at_cursor(self) -> tuple[Version, Version] | None:
        """The version before the one at the cursor and this one, where both have been compared."""
        if not self._steps or self._steps[self.list.cursor].counts is None:
            return None
        return self._step()

    def pair(self) -> tuple[Version, Version] | None:
        """The two versions that are marked, in order; the one that is marked and the one at the cursor; else
        the one at the cursor with the one before it.

        None where it has none.
        """
        marked = [step.version for step in self._steps if step.version.id in self._marked]
        at_cursor = self.at_cursor()
        if len(marked) == 1 and at_cursor is not None and at_cursor.id != marked[0].id:
            marked.append(at_cursor)
        if len(marked) == _MOST_MARKED:
            base, revised = sorted(marked, key=lambda version: version.place)
            return base, revised
        return self._step()

    def _step(self) -> tuple[Version, Version] | None:
        step = self._steps[self.list.cursor] if self._steps else None
        return (step.against, step.version) if step is not None and step.against is not None else None
