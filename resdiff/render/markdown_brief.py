"""The brief in Markdown: a list a section; the footnote of a line has its paragraphs in both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.brief import Brief
from resdiff.render.markdown import edits_markdown, escape
from resdiff.render.views.brief import BriefBlock, brief_blocks, brief_head
from resdiff.render.views.brief_line import BriefLine
from resdiff.render.views.brief_records import not_known, record_lines
from resdiff.render.views.labels import heading


def briefs_markdown(briefs: Sequence[Brief]) -> Iterator[str]:
    """One brief, or those of the steps of a lineage."""
    for number, brief in enumerate(briefs):
        yield from ("\n",) if number else ()
        yield from _Notes(brief, f"{number + 1}-" if len(briefs) > 1 else "").document()


class _Notes:
    """One brief; the changes that its lines lead to stand in footnotes, in the order of the lines."""

    def __init__(self, brief: Brief, prefix: str) -> None:
        self._brief, self._prefix = brief, prefix
        self._called: dict[int, None] = {}

    def document(self) -> Iterator[str]:
        """The brief, its footnotes last."""
        title, summary = brief_head(self._brief)
        yield f"# {escape(title)}\n\n{escape(summary)}\n"
        records = [f"{kind}: {escape(old)} → {escape(new)}" for kind, old, new in record_lines(self._brief)]
        if records:
            yield "\n" + "".join(f"- {line}\n" for line in records)
        for block in brief_blocks(self._brief, flows=False):
            yield f"\n## {escape(f'{block.title} {block.note}'.rstrip())}\n\n"
            yield from self._block(block)
        rest = [f"not known: {escape(line)}" for line in not_known(self._brief)]
        if rest:
            yield "\n" + "".join(f"- {line}\n" for line in rest)
        yield from self._notes()

    def _block(self, block: BriefBlock) -> Iterator[str]:
        for line in block.lines:
            yield f"- {self._line(line)}\n"
        if block.rest:
            yield f"- {escape(block.rest)}\n"

    def _line(self, line: BriefLine) -> str:
        self._called |= dict.fromkeys(line.changes)
        calls = "".join(f"[^{self._prefix}{place + 1}]" for place in dict.fromkeys(line.changes))
        who = f" {escape(line.who)} ·" if line.who else ""
        words = escape("".join(text for _, text in line.words))
        return f"**{escape(line.name)}**{calls}{who} {words}".rstrip()

    def _notes(self) -> Iterator[str]:
        comparison = self._brief.comparison
        for place in sorted(self._called):
            change = comparison.changes[place]
            words = edits_markdown(change.shown_edits) or escape(comparison.revised_reading(change))
            yield f"\n[^{self._prefix}{place + 1}]: {escape(heading(change, comparison))}: {words}\n"
