"""resdiff: compares and follows the texts of resolutions.

    import resdiff

    base, revised = resdiff.read("draft.txt"), resdiff.read("adopted.txt")
    comparison = resdiff.compare(base, revised)
    for row in comparison.to_rows():
        print(row["kind"], row["base"], row["revised"])

`read` takes a file, `parse` a text; both give a Resolution. `compare` gives a Comparison, `verbs_in` the verbs of one text.
Every error that wrong input can cause is a ResdiffError. What is named here is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from resdiff.version import __version__

if TYPE_CHECKING:  # the names below, for readers of types; at run time each is imported on first use
    from resdiff.core.align import AlignOptions
    from resdiff.core.compare import Change, CompareOptions, Comparison, MatterChange, SideChange, Summary, compare
    from resdiff.core.errors import InputError, LexiconError, ResdiffError, UsageError
    from resdiff.core.model import Masthead, Matter, Negotiation, Paragraph, Resolution, Vote
    from resdiff.core.parse import parse
    from resdiff.core.verbs import OperativeVerb, VerbShift
    from resdiff.core.worddiff import Edit, WordOptions
    from resdiff.workspace.reading import read, verbs_in

_HOMES = {
    "AlignOptions": "core.align",
    "Change": "core.compare", "CompareOptions": "core.compare", "Comparison": "core.compare", "MatterChange": "core.compare",
    "SideChange": "core.compare", "Summary": "core.compare", "compare": "core.compare",
    "InputError": "core.errors", "LexiconError": "core.errors", "ResdiffError": "core.errors", "UsageError": "core.errors",
    "Masthead": "core.model", "Matter": "core.model", "Negotiation": "core.model", "Paragraph": "core.model",
    "Resolution": "core.model", "Vote": "core.model",
    "parse": "core.parse",
    "OperativeVerb": "core.verbs", "VerbShift": "core.verbs",
    "Edit": "core.worddiff", "WordOptions": "core.worddiff",
    "read": "workspace.reading", "verbs_in": "workspace.reading",
}  # fmt: skip

__all__ = [
    "AlignOptions", "Change", "CompareOptions", "Comparison", "Edit", "InputError", "LexiconError", "Masthead", "Matter", "MatterChange",
    "Negotiation", "OperativeVerb", "Paragraph", "ResdiffError", "Resolution", "SideChange", "Summary", "UsageError", "VerbShift", "Vote",
    "WordOptions", "__version__", "compare", "parse", "read", "verbs_in",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'resdiff' has no attribute '{name}'")
    return getattr(import_module(f"resdiff.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
