"""resdiff: compares and follows the texts of resolutions.

    import resdiff

    comparison = resdiff.compare("draft.txt", "adopted.pdf")
    comparison["OP4"].verb_changes
    comparison.only("weakened").to_rows()
    resdiff.write(comparison, "report.html")

    with resdiff.open_store() as store:
        store.history("tidal-marshes")

`read` takes a file, `parse` a string; both give a Resolution. Wherever a text is taken, a path or a
Resolution will do. Every error that wrong input can cause is a ResdiffError. What is named here is imported
when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from resdiff.version import __version__

if TYPE_CHECKING:  # the names below, for readers of types; at run time each is imported on first use
    from resdiff.core.align import AlignOptions
    from resdiff.core.compare import (
        Change,
        CompareOptions,
        Comparison,
        Judgements,
        MatterChange,
        SideChange,
        Summary,
    )
    from resdiff.core.errors import (
        AmbiguousVersionError,
        InputError,
        LexiconError,
        ResdiffError,
        StoreError,
        TakenError,
        UnknownVersionError,
        UsageError,
    )
    from resdiff.core.history import History, Sighting, Thread
    from resdiff.core.model import Masthead, Matter, Negotiation, Paragraph, Resolution, Vote
    from resdiff.core.parse import parse
    from resdiff.core.verbs import OperativeVerb, VerbShift
    from resdiff.core.worddiff import Edit, WordOptions
    from resdiff.workspace.library import Library, blame, compare, history, open_store, rendered, trace, write
    from resdiff.workspace.reading import read, verbs_in

_HOMES = {
    "core.align": ("AlignOptions",),
    "core.compare": (
        "Change",
        "CompareOptions",
        "Comparison",
        "Judgements",
        "MatterChange",
        "SideChange",
        "Summary",
    ),
    "core.errors": (
        "AmbiguousVersionError",
        "InputError",
        "LexiconError",
        "ResdiffError",
        "StoreError",
        "TakenError",
        "UnknownVersionError",
        "UsageError",
    ),
    "core.history": ("History", "Sighting", "Thread"),
    "core.model": ("Masthead", "Matter", "Negotiation", "Paragraph", "Resolution", "Vote"),
    "core.parse": ("parse",),
    "core.verbs": ("OperativeVerb", "VerbShift"),
    "core.worddiff": ("Edit", "WordOptions"),
    "workspace.library": (
        "Library",
        "blame",
        "compare",
        "history",
        "open_store",
        "rendered",
        "trace",
        "write",
    ),
    "workspace.reading": ("read", "verbs_in"),
}
"""The module of each public name."""
_MODULE_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AlignOptions",
    "AmbiguousVersionError",
    "Change",
    "CompareOptions",
    "Comparison",
    "Edit",
    "History",
    "InputError",
    "Judgements",
    "LexiconError",
    "Library",
    "Masthead",
    "Matter",
    "MatterChange",
    "Negotiation",
    "OperativeVerb",
    "Paragraph",
    "ResdiffError",
    "Resolution",
    "SideChange",
    "Sighting",
    "StoreError",
    "Summary",
    "TakenError",
    "Thread",
    "UnknownVersionError",
    "UsageError",
    "VerbShift",
    "Vote",
    "WordOptions",
    "__version__",
    "blame",
    "compare",
    "history",
    "open_store",
    "parse",
    "read",
    "rendered",
    "trace",
    "verbs_in",
    "write",
]


def __getattr__(name: str) -> Any:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'resdiff' has no attribute '{name}'")
    return getattr(import_module(f"resdiff.{module}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
