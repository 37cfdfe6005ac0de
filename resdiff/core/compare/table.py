"""A small table of a comparison for notebooks; every text in it is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from resdiff.core.compare.changes import Change
from resdiff.core.model import Resolution

_TAGS = {"equal": "{}", "delete": "<del>{}</del>", "insert": "<ins>{}</ins>"}


def html_table(base: Resolution, revised: Resolution, changes: Iterable[Change]) -> str:
    """The changes as an HTML table: ids, kind, words; unchanged paragraphs that stayed are left out."""
    rows = []
    for change in changes:
        if not change.counts and not change.by_hand:
            continue
        left = ", ".join(base.paragraphs[i].id for i in change.base)
        right = ", ".join(revised.paragraphs[j].id for j in change.revised)
        words = "".join(_TAGS[e.kind].format(escape(e.text)) for e in change.shown_edits)
        words = words or escape(revised.reading(change.revised))
        flags = " ".join(
            f
            for f, on in (
                ("moved", change.moved),
                ("renumbered", change.renumbered),
                ("by hand", change.by_hand),
            )
            if on
        )
        rows.append(
            f"<tr><td>{escape(left)}</td><td>{escape(right)}</td><td>{change.kind}"
            f" {flags}</td><td>{words}</td></tr>"
        )
    return (
        f"<table><tr><th>base</th><th>revised</th><th>change</th><th>words</th></tr>{''.join(rows)}</table>"
    )
