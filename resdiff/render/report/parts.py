"""Parts of the page of a comparison beside its paragraphs: the ledger of verbs, the map, title, sponsors and
footnotes, votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resdiff.core.compare import Comparison
from resdiff.core.model import Vote
from resdiff.core.tokens import plain_style
from resdiff.render.report.page import anchor, header_cells, html_text, link_to, scroll_box_start, section
from resdiff.render.report.readings import ReportSide
from resdiff.render.views.labels import heading, nature, uncounted, voters_of_one_side
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, WEIGHTS, style_of
from resdiff.render.views.votes import SIDES, tally

_BINS = 400
"""The most marks of the map."""


def has_ledger(comparison: Comparison) -> bool:
    """Whether the page tells of verbs: where they are known, and a choice of changes has any."""
    has_rows = any(change.verb_changes for change in comparison.changes)
    return comparison.scale_name is not None and (has_rows or not comparison.is_selection)


def has_votes(comparison: Comparison) -> bool:
    """Whether the page tells of votes."""
    has_vote = comparison.base.vote is not None or comparison.revised.vote is not None
    return has_vote and not (comparison.is_selection and comparison.same_vote)


def ledger_html(comparison: Comparison, anchors: Sequence[str]) -> Iterator[str]:
    """Every verb that came, went or shifted, with a link to its paragraph.

    `anchors` are the ids of the changes.
    """
    if not has_ledger(comparison):
        return
    rows = [(k, shift) for k, change in enumerate(comparison.changes) for shift in change.verb_changes]
    yield section("verbs", "Verbs")
    if not rows:
        yield '<p class="told">No verb was added, dropped or changed.</p>\n</section>\n'
        return
    yield (
        f"{scroll_box_start('verbs')}<table>\n<thead><tr>"
        f"{header_cells(('change', 'base', 'revised', 'paragraph'))}"
        "</tr></thead>\n<tbody>\n"
    )
    for k, shift in rows:
        word = shift.outcome
        phrases = "".join(
            f"<td><bdi>{html_text(verb.phrase) if verb is not None else ''}</bdi></td>"
            for verb in (shift.base, shift.revised)
        )
        side = " (base)" if not comparison.changes[k].revised else ""
        place = (
            f"<a href={link_to(anchors[k])}>{html_text(heading(comparison.changes[k], comparison))}</a>{side}"
        )
        yield f'<tr><td class="{word}">{SHIFT_SIGNS[word]} {word}</td>{phrases}<td>{place}</td></tr>\n'
    yield "</tbody>\n</table>\n</div>\n</section>\n"


def map_html(comparison: Comparison, anchors: Sequence[str]) -> str:
    """Where the changes lie, from the first paragraph on the left to the last on the right.

    Each mark leads to its first change.

    It tells nothing that headings and keys do not: screen readers and the keyboard skip it.
    """
    count = len(comparison.changes)
    size = max(-(-count // _BINS), 1)
    marks = []
    for at in range(0, count, size):
        segments = [
            (WEIGHTS.index(style_of(comparison.changes[k])), -k) for k in range(at, min(at + size, count))
        ]
        weight, k = max(segments)
        if weight:
            change = comparison.changes[-k]
            title = f"{html_text(heading(change, comparison))} {nature(change)}"
            marks.append(
                f'<a href={link_to(anchors[-k])} tabindex="-1"><rect class="{WEIGHTS[weight]}" x="{at}"'
                f' width="{size}" height="10"><title>{title}</title></rect></a>'
            )
    return (
        f'<svg class="map" viewBox="0 0 {max(count, 1)} 10" preserveAspectRatio="none" aria-hidden="true"'
        ' focusable="false">'
        f"{''.join(marks)}</svg>\n"
    )


def matter_html(comparison: Comparison, sides: tuple[ReportSide, ReportSide]) -> Iterator[str]:
    """Changes of title, sponsors and footnotes, side by side."""
    line = uncounted(comparison)
    if not comparison.counted_matter_changes and not line:
        return
    ids = {paragraph.id for paragraph in comparison.revised.paragraphs}
    yield section("matter", "Title, sponsors, footnotes")
    for k, change in enumerate(comparison.counted_matter_changes, start=1):
        place = html_text(change.paragraph or "")
        if change.paragraph in ids:
            place = f"<a href={link_to(anchor(change.paragraph))}>{place}</a>"
        items = []
        for side, name, text, tag in zip(
            sides, ("base", "revised"), (change.base, change.revised), ("del", "ins"), strict=True
        ):
            reading = (
                f'<span class="unseen" dir="ltr">{name}</span><p><{tag}>{html_text(text)}</{tag}></p>'
                if text
                else ""
            )
            items.append(f"<div {side.language}>{reading}</div>")
        yield f'<article id="matter-{k}" class="edited"><h3>{SIGNS["edited"]} {change.kind} {place}</h3>\n'
        yield f'<div class="sides">{"".join(items)}</div></article>\n'
    if line:
        yield f"<p>{html_text(f'{line[:1].upper()}{line[1:]}')}.</p>\n"
    yield "</section>\n"


def vote_html(comparison: Comparison) -> Iterator[str]:
    """Both votes side by side, who changed sides marked in both."""
    if not has_votes(comparison):
        return
    one, two = comparison.base.vote, comparison.revised.vote
    yield section("vote", "Vote") + scroll_box_start("vote")
    yield f"<table>\n<thead><tr>{header_cells(('', 'base', 'revised'))}</tr></thead>\n<tbody>\n"
    yield (
        "<tr><th"
        f' scope="row">result</th><td>{html_text(tally(one))}</td><td>{html_text(tally(two))}</td></tr>\n'
    )
    changed = {side.name: side for side in comparison.changed_sides}
    for side, name in SIDES.items():
        if any(vote is not None and vote.names.get(side) for vote in (one, two)):
            cells = (
                f"<td>{_voters(one, side, changed, 'del')}</td><td>{_voters(two, side, changed, 'ins')}</td>"
            )
            yield f'<tr><th scope="row">{name}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"
    rows = [f"{html_text(s.name)}: {SIDES[s.base]} → {SIDES[s.revised]}" for s in comparison.changed_sides]
    rows += [
        f"only in the {name}: {html_text(', '.join(voters))}"
        for name, voters in voters_of_one_side(comparison)
    ]
    yield f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>\n" if rows else ""
    yield "</section>\n"


def _voters(vote: Vote | None, side: str, changed: Mapping[str, object], tag: str) -> str:
    names = vote.names.get(side, ()) if vote is not None else ()
    return ", ".join(
        f"<{tag}>{html_text(name)}</{tag}>" if plain_style(name) in changed else html_text(name)
        for name in names
    )
