"""The brief as HTML: the first screen of a report, and a page of its own with the paragraphs below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from resdiff.core.brief import Brief
from resdiff.render.report.page import PAGE_END, attribute_value, html_text, link_to, page_start, section
from resdiff.render.views.brief import BriefBlock, brief_blocks, brief_head, not_known, record_lines
from resdiff.render.views.brief_lines import BriefLine
from resdiff.render.views.labels import heading

_TAGS = {"added": "ins", "dropped": "del"}

AnchorOf = Callable[[int], str]
"""The name of the element of a change, by the place of the change."""


def briefs_html(briefs: Sequence[Brief]) -> Iterator[str]:
    """A page of one brief, or of the steps of a lineage, with the paragraphs that the lines lead to."""
    titles = [brief_head(brief)[0] for brief in briefs]
    yield page_start(titles[-1] if len(briefs) == 1 else titles[-1].partition(": ")[0])
    yield '</header>\n<main id="main">\n'
    for number, brief in enumerate(briefs, start=1):
        title = "" if len(briefs) == 1 else f"{titles[number - 1]}. "
        yield section(f"step-{number}", html_text(title + brief_head(brief)[1]))
        yield from brief_html(brief, partial(_anchor, number))
        yield "</section>\n"
        yield from _paragraphs(brief, number)
    yield "</main>\n"
    yield PAGE_END


def _anchor(step: int, place: int) -> str:
    return f"s{step}-{place}"


def brief_html(brief: Brief, anchor_of: AnchorOf) -> Iterator[str]:
    """The sections; each line leads to the elements that `anchor_of` names."""
    yield '<div class="brief">\n'
    for block in brief_blocks(brief):
        yield from _block(block, anchor_of)
    for kind, old, new in record_lines(brief):
        values = f"<del>{html_text(old)}</del> → <ins>{html_text(new)}</ins>"
        yield f"<h3>{kind.capitalize()}</h3>\n<p>{values}</p>\n"
    unknown = not_known(brief)
    if unknown:
        yield f'<h3>Not known</h3>\n<p class="faint">{" · ".join(map(html_text, unknown))}</p>\n'
    yield "</div>\n"


def _block(block: BriefBlock, anchor_of: AnchorOf) -> Iterator[str]:
    yield f"<h3>{html_text(f'{block.title} {block.note}'.rstrip())}</h3>\n"
    if block.flows:
        yield f"<p>{' · '.join(_flowing(line, anchor_of) for line in block.lines)}"
        yield f' · <span class="faint">{html_text(block.rest)}</span></p>\n' if block.rest else "</p>\n"
        return
    yield "<ul>\n"
    for line in block.lines:
        who = f'<span class="who">{html_text(line.who)}</span> ' if line.who else ""
        yield f"<li>{_links(line, anchor_of)} {who}<span>{_words(line)}</span></li>\n"
    yield f'<li class="faint">{html_text(block.rest)}</li>\n' if block.rest else ""
    yield "</ul>\n"


def _flowing(line: BriefLine, anchor_of: AnchorOf) -> str:
    return f"{_links(line, anchor_of)} {_words(line)}".rstrip()


def _links(line: BriefLine, anchor_of: AnchorOf) -> str:
    """The ids of a line, each a link to its change where they are as many."""
    names = line.name.split(", ")
    places = list(dict.fromkeys(line.changes))
    if len(names) != len(places):
        names, places = [line.name], places[:1]
    links = (
        f"<a href={link_to(anchor_of(place))}>{html_text(name)}</a>"
        for name, place in zip(names, places, strict=True)
    )
    return ", ".join(links)


def _words(line: BriefLine) -> str:
    return "".join(
        f"<{tag}>{html_text(text)}</{tag}>" if (tag := _TAGS.get(style)) else html_text(text)
        for style, text in line.words
    )


def _paragraphs(brief: Brief, number: int) -> Iterator[str]:
    """The changes that the lines lead to, with both wordings."""
    comparison = brief.comparison
    yield section(f"paragraphs-{number}", "Paragraphs")
    for place, change in enumerate(comparison.changes):
        if change.kind == "unchanged" and not change.moved:
            continue
        words = "".join(
            html_text(edit.text)
            if edit.kind == "equal"
            else f"<{edit.kind[:3]}>{html_text(edit.text)}</{edit.kind[:3]}>"
            for edit in change.shown_edits
        )
        name = attribute_value(_anchor(number, place))
        title = html_text(heading(change, comparison))
        yield f"<article id={name}>\n<h3>{title}</h3>\n"
        yield f"<p>{words or html_text(comparison.revised_reading(change))}</p>\n</article>\n"
    yield "</section>\n"
