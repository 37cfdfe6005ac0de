"""Ids of paragraphs: PP3, OP12, OP12(a), II.OP4, annex.OP2, H1; unique within a text."""

from __future__ import annotations

import re

from resdiff.core.genres import un
from resdiff.core.model import ListPlace, Part
from resdiff.core.parse.structure.labels import Label

_INSERTED = re.compile(rf"{un.INSERTED}.*", re.IGNORECASE)
_NOT_ID = re.compile(r"[\s.\[\]]+")


class Ids:
    """Counts the paragraphs of each kind.

    Where the numbering starts again, ids bear the section or how often it has started.
    """

    def __init__(self) -> None:
        self.number = 0
        """The last number printed before an operative paragraph."""
        self.section = ""
        """The number of the last section heading: 'II', 'A'."""
        self.in_declaration = False
        """Whether the paragraphs are those of a declaration, whose unnumbered ones are counted apart."""
        self._scope = ""
        self._annex = ""
        self._scopes = 1
        self._counts: dict[str, int] = {}
        self._used: set[str] = set()
        self._again: dict[str, int] = {}
        self._tables: dict[str, int] = {}

    def begin_scope(self) -> None:
        """A further text begins: operative paragraphs are numbered anew."""
        self._scopes += 1
        self.number = 0
        self._annex = ""
        self.in_declaration = False
        self._scope = f"{self.section or self._scopes}."

    def begin_declaration(self) -> None:
        """A declaration begins within the text: one numbering, one form of ids."""
        if self._counts:
            self.begin_scope()
        self.in_declaration = True

    def begin_annex(self, which: str) -> None:
        """An annex begins."""
        self.number = 0
        self.in_declaration = False
        self._scope = self._annex = f"annex{which}."
        self._scopes = 1
        self.section = ""

    def next(self, part: Part, label: Label | None, parent: str | None, level: int) -> str:
        """The id of the next paragraph."""
        if part == "heading":
            name = self._counted("H", "")
        elif parent is not None:
            name = self._below(parent, label)
        elif part == "preamble":
            name = self._preambular(label)
        elif self.in_declaration and label is None:
            name = self._counted("P", self._scope)
        elif part == "operative" or (part == "annex" and label is not None and label.kind == "number"):
            name = self._operative(label)
        elif label is not None:
            name = self._scope + label.printed
        else:
            name = self._counted("P", self._scope)
        return self._unique(name)

    def next_row(self, place: ListPlace | None) -> str:
        """The id of a row of a table: T2.5 is the fifth row of the second table."""
        name = place.list if place is not None else ""
        self._tables.setdefault(name, len(self._tables) + 1)
        return self._unique(self._counted(f"T{self._tables[name]}.", ""))

    def _counted(self, stem: str, scope: str) -> str:
        key = scope + stem
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key}{self._counts[key]}"

    def _preambular(self, label: Label | None) -> str:
        if label is None or label.kind != "number":
            return self._counted(un.PREAMBULAR_LABEL, "")
        if not label.provisional:
            self._counts[un.PREAMBULAR_LABEL] = max(self._counts.get(un.PREAMBULAR_LABEL, 0), label.ordinal)
        return f"{un.PREAMBULAR_LABEL}{_inner(label)}"

    def _operative(self, label: Label | None) -> str:
        if label is None or label.kind != "number":
            self.number += 1
            return f"{self._scope}{un.OPERATIVE_LABEL}{self.number if label is None else label.printed}"
        if label.ordinal == 1 <= self.number and not label.provisional:
            self._scopes += 1
            self._scope = f"{self._annex}{self.section or self._scopes}."
        self.number = label.ordinal
        return f"{self._scope}{un.OPERATIVE_LABEL}{_inner(label)}"

    def _below(self, parent: str, label: Label | None) -> str:
        if label is not None and label.kind == "letter":
            inner = label.inner if "." in label.inner else _NOT_ID.sub("", label.printed)
            return parent + (inner if inner.startswith("(") else f"({inner.rstrip(')')})")
        return self._counted("-" if label is not None else "+", parent)

    def _unique(self, name_given: str) -> str:
        name = name_given
        while name in self._used:
            self._again[name_given] = self._again.get(name_given, 1) + 1
            name = f"{name_given}~{self._again[name_given]}"
        self._used.add(name)
        return name


def _inner(label: Label) -> str:
    bis = _INSERTED.search(label.printed.rstrip("]"))
    return label.inner + (_NOT_ID.sub("", bis[0]) if bis else "")
