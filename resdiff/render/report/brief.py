"""The brief as HTML: the first screen of a report, and a page of its own with the paragraphs below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.brief import Brief
from resdiff.render.report.page import html_text, isolated, language_of, link_to
from resdiff.render.report.templating import as_markup, rendered_page, rendered_part
from resdiff.render.views.brief import BriefBlock, brief_blocks, brief_head
from resdiff.render.views.brief_line import BriefLine
from resdiff.render.views.brief_records import not_known, record_lines
from resdiff.render.views.characters import runs_right_to_left
from resdiff.render.views.labels import heading

_TAGS = {"added": "ins", "dropped": "del"}

_ARROW = "→"

AnchorOf = Callable[[int], str]
"""The name of the element of a change, by the place of the change."""


class _Line(NamedTuple):
    links: Markup
    who: str
    words: Markup
    direction: Markup
    """The attribute of the element of the words where they run from right to left; an arrow that leads from
    words to words runs as the page does.
    """
    flowing: Markup
    """Links and words, as they stand one behind the other."""


class _Block(NamedTuple):
    title: str
    lines: list[_Line]
    flows: bool
    rest: str


class _Paragraph(NamedTuple):
    name: str
    """Of the element to which lines lead."""
    title: str
    words: Markup
    language: Markup
    """The attributes that say its language."""


class _Step(NamedTuple):
    title: str
    sections: Markup
    paragraphs: list[_Paragraph]


def briefs_html(briefs: Sequence[Brief]) -> Iterator[str]:
    """A page of one brief, or of the steps of a lineage, with the paragraphs that the lines lead to."""
    titles = [brief_head(brief)[0] for brief in briefs]
    steps = [
        _Step(
            ("" if len(briefs) == 1 else f"{title}. ") + brief_head(brief)[1],
            brief_html(brief, partial(_anchor, number)),
            _paragraphs(brief, number),
        )
        for number, (brief, title) in enumerate(zip(briefs, titles, strict=True), start=1)
    ]
    title = titles[-1] if len(briefs) == 1 else titles[-1].partition(": ")[0]
    return rendered_page("briefs.html", title, steps=steps)


def _anchor(step: int, place: int) -> str:
    return f"s{step}-{place}"


def brief_html(brief: Brief, anchor_of: AnchorOf) -> Markup:
    """The sections; each line leads to the elements that `anchor_of` names."""
    return rendered_part(
        "brief_sections.html",
        blocks=[_block(block, anchor_of) for block in brief_blocks(brief)],
        records=record_lines(brief),
        unknown=not_known(brief),
    )


def _block(block: BriefBlock, anchor_of: AnchorOf) -> _Block:
    lines = [_line(line, anchor_of) for line in block.lines]
    return _Block(f"{block.title} {block.note}".rstrip(), lines, block.flows, block.rest)


def _line(line: BriefLine, anchor_of: AnchorOf) -> _Line:
    links, words = _links(line, anchor_of), _words(line)
    flowing = as_markup(f"{links} {words}".rstrip())
    texts = [text for _, text in line.words]
    is_turned = any(map(runs_right_to_left, texts)) and not any(_ARROW in text for text in texts)
    return _Line(links, line.who, words, as_markup(' dir="rtl"' if is_turned else ""), flowing)


def _links(line: BriefLine, anchor_of: AnchorOf) -> Markup:
    """The ids of a line, each a link to its change where they are as many."""
    names = line.name.split(", ")
    places = list(dict.fromkeys(line.changes))
    if len(names) != len(places):
        names, places = [line.name], places[:1]
    links = (
        f"<a href={link_to(anchor_of(place))}>{html_text(name)}</a>"
        for name, place in zip(names, places, strict=True)
    )
    return as_markup(", ".join(links))


def _words(line: BriefLine) -> Markup:
    words = (
        f"<{tag}>{isolated(text)}</{tag}>" if (tag := _TAGS.get(style)) else isolated(text)
        for style, text in line.words
    )
    return as_markup("".join(words))


def _paragraphs(brief: Brief, number: int) -> list[_Paragraph]:
    """The changes that the lines lead to, with both wordings."""
    comparison = brief.comparison
    paragraphs = []
    for place, change in enumerate(comparison.changes):
        if change.kind == "unchanged" and not change.moved:
            continue
        words = "".join(
            html_text(edit.text)
            if edit.kind == "equal"
            else f"<{edit.kind[:3]}>{html_text(edit.text)}</{edit.kind[:3]}>"
            for edit in change.shown_edits
        ) or html_text(comparison.revised_reading(change))
        title = heading(change, comparison)
        language = as_markup(language_of(comparison.revised if change.revised else comparison.base))
        paragraphs.append(_Paragraph(_anchor(number, place), title, as_markup(words), language))
    return paragraphs
