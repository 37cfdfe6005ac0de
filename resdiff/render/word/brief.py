"""The brief as a Word document; a comment at each line holds its paragraphs in both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resdiff.core.brief import Brief
from resdiff.render.views.brief import brief_blocks, brief_head
from resdiff.render.views.brief_line import BriefLine
from resdiff.render.views.brief_records import not_known, record_lines
from resdiff.render.views.characters import parted_by_direction, runs_right_to_left
from resdiff.render.views.labels import heading
from resdiff.render.views.xml import attribute
from resdiff.render.word.lines import styled_paragraph, styled_run
from resdiff.render.word.parts import parts_with, zipped

_LEFT_TO_RIGHT = "\u200e"
_MOST_COMMENT = 4000
"""Characters of a wording in a comment at most."""


def briefs_docx(briefs: Sequence[Brief], *, author: str = "resdiff", date: str | None = None) -> bytes:
    """One brief, or those of the steps of a lineage, as the bytes of a document."""
    document = _Document(author, date)
    body = "\n".join(line for brief in briefs for line in document.brief(brief))
    return zipped(parts_with(body, (), document.comments))


def _between_turned(text: str) -> str:
    """Signs between words that run from right to left, so that old and new wording stand in our order."""
    return text if runs_right_to_left(text) else f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}"


def _is_turned(line: BriefLine) -> bool:
    """Whether a line runs from right to left; not where old and new wording stand in our order."""
    both = any(style in ("added", "dropped") for style, _ in line.words)
    return not both and any(runs_right_to_left(text) for _, text in line.words)


class _Document:
    """The paragraphs of briefs; counts the comments."""

    def __init__(self, author: str, date: str | None) -> None:
        moment = f" w:date={attribute(date)}" if date else ""
        self._who = f"w:author={attribute(author)}{moment}"
        self.comments: list[str] = []
        """The elements of the comments so far."""

    def brief(self, brief: Brief) -> Iterator[str]:
        """The paragraphs of a brief."""
        title, summary = brief_head(brief)
        yield styled_paragraph("Title", styled_run(title))
        parts = parted_by_direction(summary)
        shown = map(_between_turned, parts) if len(parts) > 1 else parts
        yield styled_paragraph("Level1", "".join(map(styled_run, shown)))
        for kind, old, new in record_lines(brief):
            yield styled_paragraph("Masthead", styled_run(f"{kind}: {old} → {new}"))
        for block in brief_blocks(brief):
            yield styled_paragraph("Heading", styled_run(f"{block.title} {block.note}".rstrip()))
            for line in block.lines:
                yield styled_paragraph("Masthead", self._line(line, brief), is_turned=_is_turned(line))
            if block.rest:
                yield styled_paragraph("Masthead", styled_run(block.rest))
        for unknown in not_known(brief):
            yield styled_paragraph("Masthead", styled_run(f"not known: {unknown}"))

    def _line(self, line: BriefLine, brief: Brief) -> str:
        number = len(self.comments)
        comparison = brief.comparison
        wordings = []
        for place in dict.fromkeys(line.changes):
            change = comparison.changes[place]
            name = heading(change, comparison)
            for side, text in (
                ("base", comparison.base_reading(change)),
                ("revised", comparison.revised_reading(change)),
            ):
                if text:
                    shown = text if len(text) <= _MOST_COMMENT else f"{text[:_MOST_COMMENT]} …"
                    runs = f"{styled_run(f'{name}, {side}: ')}{styled_run(shown)}"
                    wordings.append(styled_paragraph("", runs, is_turned=runs_right_to_left(shown)))
        self.comments.append(f'<w:comment w:id="{number}" {self._who}>{"".join(wordings)}</w:comment>')
        who = f"{styled_run(line.who)}{styled_run(' · ')}" if line.who else ""
        is_turned = any(runs_right_to_left(text) for _, text in line.words)
        words = "".join(
            styled_run(_between_turned(text) if is_turned else text, style) for style, text in line.words
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{styled_run(line.name, "strong")}'
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
            f"{styled_run('  ')}{who}{words}"
        )
