"""One version as a document, with an outline of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from resdiff.core.history import History
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress
from resdiff.core.verbs import Verbs
from resdiff.render.terminal.blame import age_styles
from resdiff.render.terminal.lines import clipped
from resdiff.render.terminal.wrap import StyledRun
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import labels_of, title_of
from resdiff.render.views.outline import outline_of
from resdiff.tui.messages import CursorMoved
from resdiff.tui.screens.text_screen import TextScreen
from resdiff.tui.screens.work import work_on
from resdiff.tui.widgets.line_list import LineList
from resdiff.tui.widgets.reader_view import Blame, ReaderView

if TYPE_CHECKING:
    from resdiff.core.concordance import Concordance


class ReaderScreen(TextScreen):
    """A text."""

    DEFAULT_CSS = """
    ReaderScreen #list { width: 28%; max-width: 40; }
    ReaderScreen #text { padding: 0 1; }
    """
    OPENS_LIST = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "find_again(1)", "next", show=False),
        Binding("p,N", "find_again(-1)", "previous", key_display="p", show=False),
        Binding("i", "side", "outline"),
        Binding("b", "blame", "blame"),
        Binding("e", "evolution", "history of the lineage", show=False),
        Binding("w", "precedents", "where its words come from", show=False),
        Binding("l", "language", "beside another language", show=False),
        Binding("y", "copy", "copy the paragraph", show=False),
    ]

    def __init__(
        self,
        resolution: Resolution,
        verbs: Verbs | None,
        paragraph: str | None = None,
        sought: str = "",
        store: str | None = None,
    ) -> None:
        """`paragraph` is the id of the one to begin at, `sought` what is marked in the text."""
        self._reader = ReaderView(resolution, verbs, id="text")
        self._outline = LineList(self._part, id="list")
        super().__init__(self._reader, self._outline, self._reader, store)
        self.sought = sought
        self._parts = outline_of(resolution)
        self._begin = paragraph
        self._language = 0
        """Which of the other languages is shown next."""

    def head(self) -> ComposeResult:
        """Which text it is."""
        yield Static(visible(title_of(self._reader.resolution)), id="head", markup=False)

    def position(self) -> str:
        """Which paragraph the cursor is at, and how far that is."""
        row, last = self._reader.cursor, self._reader.count_rows() - 1
        paragraph = self._reader.paragraph_at(row)
        return f"{paragraph.id if paragraph is not None else ''} {row / max(last, 1):.0%}".lstrip()

    def on_mount(self) -> None:
        """Goes to the paragraph it begins at."""
        self._outline.show_rows(len(self._parts))
        self.call_after_refresh(self._go)

    def _go(self) -> None:
        if self._begin is not None:
            self._reader.move_to(self._reader.row_of(self._begin))
        if self.sought:
            self.seek(self.sought)

    def _part(self, row: int, width: int) -> list[StyledRun]:
        entry = self._parts[row]
        return clipped([("", f"  {entry.name}" if entry.is_heading else entry.name)], width)

    @on(CursorMoved, "#list")
    def _outline_moved(self, event: CursorMoved) -> None:
        if self._outline.has_focus:
            self._reader.move_to(self._parts[event.place].first + 1, is_announced=False)

    def place_in_source(self) -> tuple[Resolution, int]:
        """The line of the paragraph at the cursor."""
        paragraph = self._reader.paragraph_at(self._reader.cursor)
        return self._reader.resolution, paragraph.line if paragraph is not None else 1

    def action_blame(self) -> None:
        """Shows in which version of the lineage the words first stood, or no longer."""
        if self._reader.has_blame:
            self._reader.show_blame(None)
            return
        from resdiff.workspace.histories import history_of  # it reaches the store
        from resdiff.workspace.rounds import EVERY

        source = self._reader.resolution.source

        def work(report: Progress) -> History:
            return history_of([source], self.store, report, EVERY)

        work_on(self.app, "following the lineage", work, self._show_blame)

    def _show_blame(self, history: History) -> None:
        labels, counts = [visible(label) for label in labels_of(history.versions)], history.shares()
        self._reader.show_blame(Blame(labels, history.origins[-1], age_styles(counts, len(labels))))

    def action_evolution(self) -> None:
        """Follows the whole lineage of this text."""
        from resdiff.tui.screens.evolution import open_evolution  # it reaches the store

        source = self._reader.resolution.source
        open_evolution(self.app, source.partition("@")[0], self.store, begin=source)

    def action_precedents(self) -> None:
        """Agreed language for the paragraph at the cursor."""
        paragraph = self._reader.paragraph_at(self._reader.cursor)
        if paragraph is not None:
            from resdiff.tui.screens.answers import open_precedents  # it reaches the store

            text = self._reader.resolution
            open_precedents(self, text, text.paragraphs.index(paragraph))

    def action_language(self) -> None:
        """Shows the text beside its version in another language, of several the next one each time."""
        from resdiff.tui.screens.languages import LanguagesScreen  # it reaches the store
        from resdiff.workspace.references import open_repository
        from resdiff.workspace.renderings import both_languages, renderings_of
        from resdiff.workspace.stored import read_version

        text = self._reader.resolution
        versions = self.asked(lambda store: renderings_of(text, store)) or ()
        if not versions:
            self.notify("the store has this symbol in no other language", timeout=3)
            return
        version = versions[self._language % len(versions)]
        self._language += 1
        paragraph = self._reader.paragraph_at(self._reader.cursor)
        begin = paragraph.id if paragraph is not None else ""

        def work(report: Progress) -> Concordance:
            with open_repository(self.store) as store:
                other = read_version(version, store)
            return both_languages(text, other)

        def show(concordance: Concordance) -> None:
            self.app.push_screen(LanguagesScreen(concordance, self.store, begin))

        work_on(self.app, f"reading {version.reference}", work, show)

    def action_copy(self) -> None:
        """Copies the paragraph at the cursor with its reference."""
        paragraph = self._reader.paragraph_at(self._reader.cursor)
        if paragraph is not None:
            self.app.copy_to_clipboard(
                f"{paragraph.text}\n({title_of(self._reader.resolution)}, {paragraph.id})"
            )
            self.notify(f"copied {paragraph.id}", timeout=2, markup=False)
