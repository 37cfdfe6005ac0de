"""Readings in HTML: a paragraph a line, its number before it, verbs in italics as the United Nations print
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from resdiff.core.model import Paragraph, Resolution
from resdiff.core.verbs import OperativeVerb, Verbs
from resdiff.core.worddiff import Edit
from resdiff.render.report.page import attribute_value, html_text, language_of
from resdiff.render.views.printed import printed

Piece = tuple[str, str]
"""A run of a reading: the element that says what happened to it, '' for none, and its text."""


class ReportSide(Struct, frozen=True, kw_only=True):
    """One of the texts that are shown."""

    text: Resolution
    verbs: Verbs | None
    turned: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What became of verbs, by the place of their paragraph and where they start in it."""

    @property
    def language(self) -> str:
        """The attributes that tell its language and direction."""
        return language_of(self.text)

    def readings(self, places: Sequence[int], pieces: Sequence[Piece], names: Sequence[str] = ()) -> str:
        """Paragraphs of the text.

        `pieces` are their readings joined by blanks, `names` the ids of their elements, '' for none.
        """
        if len(places) == 1:
            return self._paragraph(places[0], pieces, names[0] if names else "")
        paragraphs = [self.text.paragraphs[place] for place in places]
        parts = zip(places, _parted(pieces, paragraphs), names or [""] * len(places), strict=True)
        return "".join(self._paragraph(k, part, name) for k, part, name in parts)

    def whole(self, place: int, name: str, calls: Sequence[tuple[int, str]]) -> str:
        """A paragraph as it stands; `calls` are places in its reading, and elements that stand there."""
        paragraph = self.text.paragraphs[place]
        ends = [0, *(end for end, _ in calls), len(paragraph.text)]
        pieces = [("", paragraph.text[begin:end]) for begin, end in pairwise(ends)]
        marked = self._marked(place, pieces)
        content = "".join(words + call for words, (_, call) in zip(marked, [*calls, (0, "")], strict=True))
        return f"{begin_paragraph(paragraph, name)}{content}</p>"

    def _paragraph(self, place: int, pieces: Iterable[Piece], name: str) -> str:
        marked = "".join(self._marked(place, pieces))
        return f"{begin_paragraph(self.text.paragraphs[place], name)}{marked}</p>"

    def _marked(self, place: int, pieces: Iterable[Piece]) -> Iterator[str]:
        """The pieces of a reading with its verbs marked; a verb that a piece cuts is left as it is."""
        verbs: Sequence[OperativeVerb] = self.verbs[place] if self.verbs is not None else ()
        begin = 0
        for tag, text in pieces:
            end = begin + len(text)
            marked, last = "", begin
            for verb in verbs:
                if last <= verb.start and verb.end <= end:
                    word = self.turned.get((place, verb.start)) if self.turned else None
                    kind = f' class="turned {word}"' if word else ""
                    phrase = html_text(text[verb.start - begin : verb.end - begin])
                    marked += f"{html_text(text[last - begin : verb.start - begin])}<i{kind}>{phrase}</i>"
                    last = verb.end
            marked += html_text(text[last - begin :] if last > begin else text)
            yield _tagged(marked, tag)
            begin = end


def begin_paragraph(paragraph: Paragraph, name: str = "") -> str:
    """The start of a paragraph with its number; `name` is the id of its element, '' for none."""
    number = printed(paragraph.label)
    named = f" id={attribute_value(name)}" if name else ""
    kind = ""
    if paragraph.part == "heading":
        kind = ' class="heading"'
    elif paragraph.level > 1:
        kind = f' class="level-{min(paragraph.level, 4)}"'
    return f"<p{named}{kind}>" + (f'<span class="num">{html_text(number)}</span> ' if number else "")


def edits_html(edits: Iterable[Edit]) -> str:
    """The words of both readings in one line, what goes and comes in elements."""
    return "".join(
        _tagged(html_text(edit.text), {"delete": "del", "insert": "ins"}.get(edit.kind, "")) for edit in edits
    )


def _tagged(content: str, tag: str) -> str:
    """What goes or comes in its element, blanks at its ends outside."""
    inner = content.strip(" ")
    if not inner or not tag:
        return content
    at = content.index(inner)
    return f"{content[:at]}<{tag}>{inner}</{tag}>{content[at + len(inner) :]}"


def _parted(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> Iterator[list[Piece]]:
    """The pieces of joined readings by paragraph, without the blanks that join them."""
    remaining = list(pieces)[::-1]
    for k, paragraph in enumerate(paragraphs):
        size, pieces_of_paragraph = len(paragraph.text), []
        joins = int(k + 1 < len(paragraphs))
        while size + joins > 0 and remaining:
            tag, text = remaining.pop()
            taken = text[:size]
            if taken:
                pieces_of_paragraph.append((tag, taken))
            size -= len(taken)
            left = text[len(taken) :]
            if left and not size and joins:
                left, joins = left[1:], 0
            if left:
                remaining.append((tag, left))
        yield pieces_of_paragraph
