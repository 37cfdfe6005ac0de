"""A comparison as one HTML page: side by side, verbs with links to their paragraphs, filters, find, a map,
votes.

The page reads whole without its script, which only filters and finds; runs of unchanged paragraphs are
folded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from resdiff.core.brief import Brief, brief_of
from resdiff.core.compare import REASONS, Comparison
from resdiff.core.compare.weights import WORDS
from resdiff.core.watch import NOTHING_WATCHED, Watch
from resdiff.render.report.beside_changes import (
    both_votes,
    has_ledger,
    ledger_rows,
    map_of,
    matter_side_by_side,
)
from resdiff.render.report.brief import brief_html
from resdiff.render.report.changes import ChangeRows
from resdiff.render.report.templating import rendered_page
from resdiff.render.views.brief import brief_head
from resdiff.render.views.labels import date_words, name_of, title_of, uncounted
from resdiff.render.views.style import SIGNS
from resdiff.render.views.votes import tally

_VIEWS = (("changed", "changes"), ("verbs", "verb changes"), ("all", "whole text"))


def comparison_html(comparison: Comparison, *, watch: Watch = NOTHING_WATCHED) -> Iterator[str]:
    """The page, in pieces, the brief first; `watch` is what the reader watches for."""
    brief = brief_of(comparison, watch)
    rows = ChangeRows(comparison, brief)
    is_selection = comparison.is_selection
    matter, vote = matter_side_by_side(comparison), both_votes(comparison)
    uncounted_line = uncounted(comparison)
    one, two = comparison.base, comparison.revised
    return rendered_page(
        "comparison.html",
        f"{title_of(two)}: what changed",
        has_script=True,
        comparison=comparison,
        is_selection=is_selection,
        names=" → ".join(f"{name_of(text)}{date_words(text)}" for text in (one, two)),
        facts=list(_facts(comparison)),
        counts=list(_counts(comparison)),
        scale=comparison.scale_name,
        contents=_contents(
            verbs=has_ledger(comparison), matter=bool(comparison.matter_changes), vote=vote is not None
        ),
        summary=brief_head(brief)[1],
        brief=Markup() if is_selection else brief_html(brief, rows.anchors.__getitem__),
        views=_VIEWS[: 2 if is_selection else None],
        choices=list(_choices(comparison, brief)),
        map=map_of(comparison, rows.anchors),
        has_ledger=has_ledger(comparison),
        ledger=ledger_rows(comparison, rows.anchors),
        groups=rows.groups(),
        has_matter=bool(matter or uncounted_line),
        matter=matter,
        uncounted=f"{uncounted_line[:1].upper()}{uncounted_line[1:]}." if uncounted_line else "",
        vote=vote,
    )


def _facts(comparison: Comparison) -> Iterator[tuple[str, str | None, str | None]]:
    """The facts of both texts that either has."""
    one, two = comparison.base, comparison.revised
    for name in ("symbol", "title", "organ", "stage", "date"):
        if getattr(one.masthead, name) or getattr(two.masthead, name):
            yield name, getattr(one.masthead, name), getattr(two.masthead, name)
    left, right = (tally(text.vote) if text.vote is not None else None for text in (one, two))
    if left or right:
        yield "vote", left, right
    if one.source or two.source:
        yield "source", one.source, two.source
    yield "paragraphs", str(len(one.paragraphs)), str(len(two.paragraphs))


def _counts(comparison: Comparison) -> Iterator[tuple[str, str, int]]:
    """How many paragraphs came to what: word, sign, number."""
    for word, sign in (*SIGNS.items(), ("moved", ""), ("renumbered", "")):
        if count := getattr(comparison.summary, word):
            yield word, sign, count


def _contents(*, verbs: bool, matter: bool, vote: bool) -> list[tuple[str, str]]:
    """The sections of the page, those that have something in them."""
    sections = [
        ("verbs", "Verbs", verbs),
        ("changes", "Paragraphs", True),
        ("matter", "Title, sponsors, footnotes", matter),
        ("vote", "Vote", vote),
    ]
    return [(name, title) for name, title, is_there in sections if is_there]


def _choices(comparison: Comparison, brief: Brief) -> Iterator[tuple[str, str, list[tuple[str, int]]]]:
    """Boxes that choose changes, by weight and by reason: name, legend, values with their numbers."""
    changes = [change for change in comparison.changes if not change.is_quiet]
    answers = zip(comparison.changes, brief.answers, strict=True)
    weights = Counter(WORDS[answer.weight.value] for change, answer in answers if not change.is_quiet)
    reasons: Counter[str] = Counter(reason for change in changes for reason in change.reasons)
    yield "weight", "weight", _with_counts(dict.fromkeys(WORDS.values()), weights)
    yield "reason", "reasons", _with_counts(REASONS, reasons)


def _with_counts(values: Iterable[str], counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The values that a change has."""
    return [(value, counts[value]) for value in values if counts.get(value)]
