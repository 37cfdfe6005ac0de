"""A screen over the store that answers what is asked of a lineage or a version: words, history, draft, asks.

What reaches the comparer is imported where it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from resdiff.core.progress import Progress
from resdiff.store.records import Version
from resdiff.tui.screens.search import SearchScreen
from resdiff.tui.screens.store_editing import StoreEditingScreen
from resdiff.tui.screens.work import work_on

if TYPE_CHECKING:
    from resdiff.core.compare import Comparison


class StoreQuestionsScreen(StoreEditingScreen):
    """A subclass says which lineage and version stand at the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "search", "search all texts", show=False),
        Binding("e", "evolution", "history of the lineage", show=False),
        Binding("o", "outcome", "what became of the draft", show=False),
        Binding("A", "asks", "asks through time", show=False),
    ]

    def compare(self, base: Version, revised: Version) -> None:
        """Compares two versions in the background, and opens the comparison."""
        from resdiff.tui.screens.comparison import ComparisonScreen
        from resdiff.workspace.references import open_repository
        from resdiff.workspace.stored import compare_versions

        def work(report: Progress) -> Comparison:
            with open_repository(self.store) as store:
                return compare_versions(base, revised, store, progress=report)

        def show(comparison: Comparison) -> None:
            self.app.push_screen(ComparisonScreen(comparison, self.store))

        work_on(self.app, f"comparing {base.reference} with {revised.label}", work, show)

    async def action_search(self) -> None:
        """Seeks a phrase in the whole store; the keys go to it at once, the next one may be here already."""
        screen = SearchScreen(self.store)
        await self.app.push_screen(screen)
        screen.set_focus(screen.query_one(Input))

    def action_evolution(self) -> None:
        """Follows the lineage at the cursor."""
        from resdiff.tui.screens.evolution import open_evolution  # histories are followed where one is wanted

        open_evolution(self.app, self.lineage_at_cursor(), self.store)

    def action_outcome(self) -> None:
        """What became of the draft of the version at the cursor."""
        version = self.version_at_cursor()
        if version is not None:
            from resdiff.tui.answering import draft_outcome  # these reach the comparer
            from resdiff.tui.screens.answers import open_answers

            find = draft_outcome([version.reference], self.store, self.app.no_color)
            open_answers(self.app, "comparing three texts", find, self.store)

    def action_asks(self) -> None:
        """The asks of the lineage through its years."""
        from resdiff.tui.answering import asks_through_time
        from resdiff.tui.screens.answers import open_answers

        lineage = self.lineage_at_cursor()
        open_answers(self.app, "following the asks", asks_through_time(lineage, self.store), self.store)
