"""A comparison as one HTML page: side by side, verbs with links to their paragraphs, filters, find, a map,
votes.

The page reads whole without its script, which only filters and finds; runs of unchanged paragraphs are
folded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resdiff.core.brief import brief_of
from resdiff.core.compare import REASONS, Change, Comparison
from resdiff.core.compare.weights import WORDS
from resdiff.core.verbs import VerbShift
from resdiff.core.watch import NOTHING_WATCHED, Watch
from resdiff.render.report.brief import brief_html
from resdiff.render.report.page import (
    PAGE_END,
    anchor,
    attribute_value,
    contents_html,
    header_cells,
    html_text,
    link_to,
    page_start,
    section,
    warnings_html,
)
from resdiff.render.report.parts import has_ledger, has_votes, ledger_html, map_html, matter_html, vote_html
from resdiff.render.report.readings import Piece, ReportSide
from resdiff.render.views.brief import brief_head
from resdiff.render.views.labels import date_words, heading, name_of, nature, title_of
from resdiff.render.views.notes import notes_by_change
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, sign_of, style_of
from resdiff.render.views.votes import tally

_PARTS = {"preamble": "Preamble", "operative": "Operative part", "annex": "Annex", "body": "Text"}
_VIEWS = (("changed", "changes"), ("verbs", "verb changes"), ("all", "whole text"))


def comparison_html(comparison: Comparison, *, watch: Watch = NOTHING_WATCHED) -> Iterator[str]:
    """The page, in pieces, the brief first; `watch` is what the reader watches for."""
    page = _Page(comparison, watch)
    yield page_start(f"{title_of(comparison.revised)}: what changed", has_script=True)
    yield from page.head()
    yield '<main id="main">\n'
    if not comparison.is_selection:
        yield section("brief", html_text(brief_head(page.brief)[1]))
        yield from brief_html(page.brief, page.anchors.__getitem__)
        yield "</section>\n"
    yield from page.tools()
    yield warnings_html(comparison.base.warnings, "base") + warnings_html(
        comparison.revised.warnings, "revised"
    )
    yield warnings_html(comparison.warnings)
    yield from ledger_html(comparison, page.anchors)
    yield section("changes", "Paragraphs")
    yield '<div class="columns" aria-hidden="true"><div>base</div><div>revised</div></div>\n'
    yield from page.changes()
    yield "</section>\n"
    yield from matter_html(comparison, page.sides)
    yield from vote_html(comparison)
    yield "</main>\n"
    yield PAGE_END


class _Page:
    def __init__(self, comparison: Comparison, watch: Watch) -> None:
        self._comparison = comparison
        self.brief = brief_of(comparison, watch)
        self._notes = notes_by_change(comparison)
        one, two = comparison.base, comparison.revised
        shifts = [shift for change in comparison.changes for shift in change.verb_changes]
        before = {
            (s.base_paragraph, s.base.start): s.outcome
            for s in shifts
            if s.base is not None and s.base_paragraph is not None
        }
        after = {
            (s.revised_paragraph, s.revised.start): s.outcome
            for s in shifts
            if s.revised and s.revised_paragraph is not None
        }
        self.sides = (
            ReportSide(text=one, verbs=comparison.base_verbs, turned=before),
            ReportSide(text=two, verbs=comparison.revised_verbs, turned=after),
        )
        self.anchors = [
            (
                anchor(two.paragraphs[c.revised[0]].id)
                if c.revised
                else anchor(one.paragraphs[c.base[0]].id, "base-")
            )
            for c in comparison.changes
        ]
        """The id of the element of each change."""

    def head(self) -> Iterator[str]:
        """The facts of both texts, and how many paragraphs came to what."""
        one, two = self._comparison.base, self._comparison.revised
        names = " → ".join(html_text(f"{name_of(text)}{date_words(text)}") for text in (one, two))
        yield f'</header>\n<details class="facts"><summary>{names}</summary>\n<div class="scroll">\n'
        yield f"<table>\n<thead><tr>{header_cells(('', 'base', 'revised'))}</tr></thead>\n<tbody>\n"
        rows: list[tuple[str, str | None, str | None]] = [
            (name, getattr(one.masthead, key), getattr(two.masthead, key))
            for key, name in (
                ("symbol", "symbol"),
                ("title", "title"),
                ("organ", "organ"),
                ("stage", "stage"),
                ("date", "date"),
            )
        ]
        left, right = (tally(text.vote) if text.vote is not None else None for text in (one, two))
        rows += [("vote", left, right), ("source", one.source, two.source)]
        rows.append(("paragraphs", str(len(one.paragraphs)), str(len(two.paragraphs))))
        for name, left, right in rows:
            if left or right:
                kind = ' class="short"' if name in ("date", "vote") else ""
                cells = (f"<td{kind}><bdi>{html_text(fact or '–')}</bdi></td>" for fact in (left, right))
                yield f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>\n'
        yield "</tbody>\n</table>\n"
        counts = self._comparison.summary
        fact = [
            f'<span class="{word}">{sign} {getattr(counts, word)} {word}</span>'
            for word, sign in (*SIGNS.items(), ("moved", ""), ("renumbered", ""))
            if getattr(counts, word)
        ]
        ranked = (
            f" Verbs are ranked by {html_text(self._comparison.scale_name)}."
            if self._comparison.scale_name
            else ""
        )
        chosen = " This page shows only the selected changes." if self._comparison.is_selection else ""
        yield f'<p class="told">{", ".join(fact) or "nothing to compare"}.{chosen}{ranked}</p>\n'
        yield "</div>\n</details>\n"
        yield contents_html(_sections(self._comparison))

    def tools(self) -> Iterator[str]:
        """What filters and finds, for the script to show; the map."""
        yield (
            '<div class="tools">\n<form role="search" aria-label="Filter and find" autocomplete="off"'
            " hidden>\n"
        )
        yield "<fieldset><legend>show</legend>"
        for view, name in _VIEWS[: 2 if self._comparison.is_selection else None]:
            checked = " checked" if view == "changed" else ""
            yield f'<label><input type="radio" name="view" value="{view}"{checked}>{name}</label>'
        yield "</fieldset>\n"
        yield from self._choices("weight", "weight", dict.fromkeys(WORDS.values()), self._weights())
        counts: Counter[str] = Counter(
            reason for change in self._comparison.changes if not change.is_quiet for reason in change.reasons
        )
        yield from self._choices("reason", "reasons", REASONS, counts)
        yield (
            '<div><label>find <input type="search" id="query" aria-keyshortcuts="/"></label> <button'
            ' value="back">previous</button> '
        )
        yield '<button value="on">next</button></div>\n<output id="status" role="status"></output>\n'
        yield '<span class="told">keys: n p changes, / find, c copy</span>\n</form>\n'
        yield map_html(self._comparison, self.anchors) if not self._comparison.is_selection else ""
        yield "</div>\n"

    def _weights(self) -> Counter[str]:
        """How many changes have which weight."""
        answers = zip(self._comparison.changes, self.brief.answers, strict=True)
        return Counter(WORDS[answer.weight.value] for change, answer in answers if not change.is_quiet)

    def _choices(
        self, name: str, legend: str, values: Iterable[str], counts: Mapping[str, int]
    ) -> Iterator[str]:
        """Boxes that choose changes; a value that no change has gets none."""
        boxes = [
            f'<label><input type="checkbox" name="{name}" value="{value}" checked>'
            f"{value} {counts[value]}</label>"
            for value in values
            if counts.get(value)
        ]
        if boxes:
            yield f"<fieldset><legend>{legend}</legend>{''.join(boxes)}</fieldset>\n"

    def changes(self) -> Iterator[str]:
        """The changes in their order; unchanged paragraphs that stayed are folded, if not all were chosen."""
        changes = self._comparison.changes
        part, k = "", 0
        while k < len(changes):
            changes_part = self._part(changes[k]) or part
            if changes_part != part:
                part = changes_part
                yield f"<h3>{_PARTS[part]}</h3>\n"
            if not changes[k].is_quiet or self._comparison.is_selection:
                yield self._change(k)
                k += 1
                continue
            last = k
            while (
                last < len(changes) and changes[last].is_quiet and (self._part(changes[last]) or part) == part
            ):
                last += 1
            yield from self._folded(k, last)
            k = last

    def _part(self, change: Change) -> str:
        """The part that a paragraph stands in, in the revised text where it has it.

        '' for headings, which go with what is around them.
        """
        one, two = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        part = two[change.revised[0]].part if change.revised else one[change.base[0]].part
        return part if part != "heading" else ""

    def _folded(self, first: int, last: int) -> Iterator[str]:
        changes = self._comparison.changes
        names = [heading(changes[k], self._comparison) for k in (first, last - 1)]
        span = html_text(names[0] if last - first == 1 else f"{names[0]} … {names[1]}")
        renumbered = sum(change.renumbered for change in changes[first:last])
        also = f", {renumbered} renumbered" if renumbered else ""
        yield (
            f'<details class="same"><summary>{SIGNS["unchanged"]} {span}: {last - first}'
            f" unchanged{also}</summary>\n"
        )
        for k in range(first, last):
            yield self._change(k)
        yield "</details>\n"

    def _change(self, k: int) -> str:
        change = self._comparison.changes[k]
        shifts = change.verb_changes
        style, sign = style_of(change), sign_of(change)
        classes = f"{style} verbs" if shifts else style
        why = f' data-why="{" ".join(change.reasons)}"' if change.reasons else ""
        weight = WORDS[self.brief.answers[k].weight.value]
        begun = (
            f'<article id={attribute_value(self.anchors[k])} class="{classes}"{why} data-weight="{weight}">'
        )
        name = f"<a href={link_to(self.anchors[k])}>{html_text(heading(change, self._comparison))}</a>"
        if style == "unchanged" and not change.edits:
            renumbered = ' <span class="why">renumbered</span>' if change.renumbered else ""
            place = attribute_value(anchor(self._comparison.base.paragraphs[change.base[0]].id, "base-"))
            reading = self.sides[1].readings(change.revised, self._pieces(change, 1))
            both = f'<div id={place} class="both" {self.sides[1].language}>{reading}</div>'
            return f"{begun}<h4>{name}{renumbered}</h4>{both}</article>\n"
        facts = []
        if change.kind not in ("added", "dropped"):
            if change.similarity is not None and change.similarity < 1:
                facts.append(f"{round(change.similarity * 100)}% alike")
            facts += change.reasons
        reasons = f' <span class="why">{", ".join(facts)}</span>' if facts else ""
        head = f'<h4>{sign} {name} <span class="nature">{nature(change)}</span>{reasons}</h4>'
        sides = self._two_sides(change, self.anchors[k])
        return f"{begun}{head}{sides}{self._shifts(change, shifts)}</article>\n"

    def _two_sides(self, change: Change, taken: str) -> str:
        """Both readings.

        Each paragraph bears an id of its own, but the one whose id the change itself has `taken`.
        """
        notes = []
        for k, (name, side, places) in enumerate(
            zip(("base", "revised"), self.sides, (change.base, change.revised), strict=True)
        ):
            reading = ""
            if places:
                names = [anchor(side.text.paragraphs[place].id, "" if k else "base-") for place in places]
                readings = side.readings(
                    places, self._pieces(change, k), [one if one != taken else "" for one in names]
                )
                reading = f'<span class="unseen" dir="ltr">{name}</span>{readings}'
            notes.append(f"<div {side.language}>{reading}</div>")
        return f'<div class="sides">{"".join(notes)}</div>'

    def _pieces(self, change: Change, k: int) -> list[Piece]:
        """The joined reading of one side in pieces; words that go or come alone bear a tag."""
        if change.edits:
            other, tag = ("insert", "del") if k == 0 else ("delete", "ins")
            return [
                ("" if edit.kind == "equal" else tag, edit.text)
                for edit in change.shown_edits
                if edit.kind != other
            ]
        paragraphs, places = self.sides[k].text.paragraphs, (change.base, change.revised)[k]
        return [("", " ".join([paragraphs[place].text for place in places]))]

    def _shifts(self, change: Change, shifts: Sequence[VerbShift]) -> str:
        """The verbs and hedges that came, went or shifted, below the paragraph."""
        rows = [] if change.kind in ("added", "dropped") else [_shift_html(shift) for shift in shifts]
        rows += [
            f"{SHIFT_SIGNS[hedge.change]} hedge ‘{html_text(hedge.phrase)}’ {hedge.change}"
            for hedge in change.hedges
        ]
        rows += [html_text(note) for note in self._notes.get(id(change), ())]
        return f'<ul class="shifts">{"".join(f"<li>{row}</li>" for row in rows)}</ul>' if rows else ""


def _sections(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """The sections of the page, those that have something in them."""
    if has_ledger(comparison):
        yield "verbs", "Verbs"
    yield "changes", "Paragraphs"
    if comparison.matter_changes:
        yield "matter", "Title, sponsors, footnotes"
    if has_votes(comparison):
        yield "vote", "Vote"


def _shift_html(shift: VerbShift) -> str:
    word = shift.outcome
    phrases = " → ".join(
        f"‘{html_text(verb.phrase)}’" for verb in (shift.base, shift.revised) if verb is not None
    )
    return f'<span class="{word}">{SHIFT_SIGNS[word]} {phrases} {word}</span>'
