"""Which asks of a text or a lineage are shown."""

from __future__ import annotations

from msgspec import Struct

from resdiff.core.asks import Ask, Task
from resdiff.core.errors import UsageError
from resdiff.core.history.ask_terms import due_years
from resdiff.core.model import Resolution


class AskFilter(Struct, frozen=True, kw_only=True):
    """Which asks are shown; None shows all."""

    addressee: str | None = None
    """A part of the name of who is asked, in any case."""
    task: Task | None = None
    due: int | None = None
    """A year: asks that stand in the last version and are due then."""

    def has(self, ask: Ask, text: Resolution) -> bool:
        """Whether an ask of a text is shown."""
        name = f"{ask.addressee_name or ''} {ask.addressee or ''}".casefold()
        if self.addressee is not None and self.addressee.casefold() not in name:
            return False
        if self.task is not None and ask.task != self.task:
            return False
        return self.due is None or self.due in due_years(ask, text)


def ask_filter(addressee: str | None, task: str | None, due: str | None) -> AskFilter:
    """Which asks are shown, as typed. Raises UsageError for a task or year that is none."""
    if task not in (None, "report", "meeting", "mandate", "other"):
        raise UsageError(f"unknown task '{task}'", "tasks are report, meeting, mandate, other")
    if due is not None and not (due.isdecimal() and len(due) == len("2031")):
        raise UsageError(f"invalid year '{due}'", "write it as 2031")
    return AskFilter(addressee=addressee, task=task, due=int(due) if due is not None else None)  # type: ignore[arg-type]  # checked above
