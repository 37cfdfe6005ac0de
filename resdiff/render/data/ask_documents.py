"""What `--format json` writes of asks: the documents behind the schemas `asks` and `ask-changes`."""

from __future__ import annotations

from msgspec import Struct

from resdiff.core.asks import Task
from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.compare.asks import AskOutcome
from resdiff.render.data.documents import Count, Ordinal, Strings


class AskDocument(Struct, frozen=True):
    """One operative verb: who is asked for what, to whom it reports, by when. Addressee and task are null
    where nothing is asked.
    """

    line: Ordinal
    """The line of the paragraph or point."""
    paragraph: str
    verb: str
    lemma: str
    strength: int | None
    addressee: str | None
    addressee_name: str | None
    clause: str
    task: Task | None
    to: str | None
    due: Strings
    due_resolved: Strings
    hedges: Strings


class AsksDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/asks/1"):
    """The asks of a text."""

    resdiff: str
    source: str
    symbol: str | None
    language: str
    asks: tuple[AskDocument, ...]


class AskChangeDocument(Struct, frozen=True):
    """What became of one ask of two texts."""

    outcome: AskOutcome
    aspects: tuple[Aspect, ...]
    base: AskDocument | None
    revised: AskDocument | None


class BalanceDocument(Struct, frozen=True):
    """How often the operative verbs of a lemma stand in either text."""

    lemma: str
    base: Count
    revised: Count


class AskChangesDocument(Struct, frozen=True, tag_field="schema", tag="resdiff/ask-changes/1"):
    """The asks of two texts, paired, and the balance of operative verbs."""

    resdiff: str
    base: str
    revised: str
    balance: tuple[BalanceDocument, ...]
    asks: tuple[AskChangeDocument, ...]
