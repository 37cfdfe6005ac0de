"""What the widgets tell their screens."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message
from textual.widget import Widget

from resdiff.core.compare import Comparison
from resdiff.core.progress import Progress


class CursorMoved(Message):
    """The cursor of a view stands on another row."""

    def __init__(self, sender: Widget, place: int) -> None:
        super().__init__()
        self.sender = sender
        self.place = place

    @property
    def control(self) -> Widget:
        """The widget that tells it."""
        return self.sender


class Chosen(CursorMoved):
    """A row was chosen: by Enter or a click on the row where the cursor stands."""


class LeaveScreen(Message):
    """A screen is to be left."""

    def __init__(self, ends: bool = True) -> None:
        """`ends` says whether leaving the first screen also quits the application."""
        super().__init__()
        self.ends = ends


class DecisionMade(Message):
    """People decided about paragraphs of two texts: their comparison is to be made anew."""

    def __init__(self, compare: Callable[[Progress], Comparison], paragraph: str, message: str) -> None:
        """`compare` makes it, `paragraph` is the id of the one that was judged, `message` says what was done
        with it.
        """
        super().__init__()
        self.compare, self.paragraph, self.message = compare, paragraph, message
