"""Text for a terminal or a file: unified or side by side, words that go and come marked, verbs and votes
told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.proposals import authors_line
from resdiff.core.wording import counted
from resdiff.render.terminal.edits import edit_runs
from resdiff.render.terminal.paint import Paint
from resdiff.render.terminal.rows import ledger, shift_run, verb_runs
from resdiff.render.terminal.wrap import StyledRun, beside, cells, wrap
from resdiff.render.views.characters import visible
from resdiff.render.views.labels import facts_of, heading, nature, titles_of, uncounted, voters_of_one_side
from resdiff.render.views.notes import notes_by_change, proposers
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, StyleName, sign_of, style_of
from resdiff.render.views.votes import SIDES, tally

_INDENT = "    "
_LEAST_WIDTH = 24


def comparison_text(
    comparison: Comparison,
    *,
    width: int = 80,
    side_by_side: bool = False,
    context: int = 0,
    is_coloured: bool = False,
) -> Iterator[str]:
    """The comparison in lines of `width` cells (24 at least), each with its newline.

    `context` unchanged paragraphs around a change are shown in full.
    """
    page = _Page(comparison, max(width, _LEAST_WIDTH), side_by_side, context, is_coloured)
    for line in page.lines(comparison.changes, comparison.is_selection):
        yield line.rstrip() + "\n"


class _Page:
    def __init__(
        self, comparison: Comparison, width: int, side_by_side: bool, context: int, is_coloured: bool
    ) -> None:
        self._comparison, self._width = comparison, width
        self._is_side_by_side, self._context = side_by_side, context
        self._is_coloured, self._paint = is_coloured, Paint(colour=is_coloured)
        self._notes = notes_by_change(comparison)

    def lines(self, changes: Sequence[Change], is_selection: bool) -> Iterator[str]:
        yield from self._head()
        shown = self._shown(changes, is_selection)
        k = 0
        while k < len(changes):
            if k in shown:
                yield from self._change(changes[k])
                k += 1
                continue
            end = k
            while end < len(changes) and end not in shown:
                end += 1
            if not is_selection:
                yield from self._folded(changes[k:end])
                yield ""
            k = end
        yield from self._matter()
        yield from self._uncounted()
        yield from self._vote()
        yield from self._ledger()

    def _head(self) -> Iterator[str]:
        one, two = self._comparison.base, self._comparison.revised
        for name, side, title in zip(
            ("base   ", "revised"), (one, two), titles_of(self._comparison), strict=True
        ):
            facts = facts_of(side)
            described = visible(title) + (f" ({visible(facts)})" if facts else "")
            for k, line in enumerate(wrap([("strong", described)], self._width - 10, self._paint)):
                yield f"{name if k == 0 else ' ' * 7}   {line}"
        counts = self._comparison.summary
        numbers = [
            f"{getattr(counts, word)} {word}"
            for word in (*SIGNS, "moved", "renumbered")
            if getattr(counts, word)
        ]
        said = f"{len(one.paragraphs)} paragraphs → {len(two.paragraphs)}: {', '.join(numbers) or 'nothing'}"
        yield from wrap([("", said)], self._width, self._paint)
        if authors := authors_line(self._comparison):
            yield from wrap([("", visible(authors))], self._width, self._paint)
        yield ""

    def _shown(self, changes: Sequence[Change], is_selection: bool) -> set[int]:
        """The places of the changes that are shown in full."""
        if is_selection:
            return set(range(len(changes)))
        shown: set[int] = set()
        for k, change in enumerate(changes):
            if not change.is_quiet:
                shown.update(range(max(k - self._context, 0), min(k + self._context + 1, len(changes))))
        return shown

    def _folded(self, changes: Sequence[Change]) -> Iterator[str]:
        """A run of unchanged paragraphs in one line."""
        first, last = heading(changes[0], self._comparison), heading(changes[-1], self._comparison)
        renumbered = sum(change.renumbered for change in changes)
        span = first if len(changes) == 1 else f"{first} … {last}"
        also = f", {renumbered} renumbered" if renumbered else ""
        yield from self._wrapped(
            [("faint", f"{SIGNS['unchanged']} {visible(span)}: {len(changes)} unchanged{also}")]
        )

    def _change(self, change: Change) -> Iterator[str]:
        yield from self._change_head(change)
        yield from self._side_by_side(change) if self._is_side_by_side else self._unified(change)
        verbs = verb_runs(change)
        if verbs:
            yield from self._indented(verbs)
        if change.hedges:
            hedges = ", ".join(f"{SHIFT_SIGNS[h.change]} '{visible(h.phrase)}'" for h in change.hedges)
            yield from self._indented([("faint", "hedges: "), ("", hedges)])
        for note in self._notes.get(id(change), ()):
            yield from self._indented([("faint", visible(note))])
        yield ""

    def _change_head(self, change: Change) -> Iterator[str]:
        """The line that tells what happened to which paragraph, and why."""
        style: StyleName = style_of(change)
        described = f"{sign_of(change)} {visible(heading(change, self._comparison))}  {nature(change)}"
        if (
            change.kind not in ("added", "dropped")
            and change.similarity is not None
            and change.similarity < 1
        ):
            described += f"  {round(change.similarity * 100)}% alike"
        why = (
            f"({', '.join(change.reasons)})"
            if change.reasons and change.kind not in ("added", "dropped")
            else ""
        )
        line = self._paint(described, style) + (f"  {why}" if why else "")
        if cells(f"{described}  {why}") <= self._width:
            yield line
            return
        first, *further = wrap([(style, described), ("", f" {why}")], self._width - len(_INDENT), self._paint)
        yield from (first, *(_INDENT + more for more in further))

    def _wrapped(self, runs: Iterable[StyledRun]) -> Iterator[str]:
        yield from wrap(runs, self._width, self._paint)

    def _indented(self, runs: Iterable[StyledRun]) -> Iterator[str]:
        for line in wrap(runs, self._width - len(_INDENT), self._paint):
            yield _INDENT + line

    def _unified(self, change: Change) -> Iterator[str]:
        if change.kind in ("added", "dropped"):
            style: StyleName = "insert" if change.kind == "added" else "delete"
            text = visible("".join(edit.text for edit in change.edits))
            yield from self._indented([(style if self._is_coloured else "", text)])
        elif change.edits:
            yield from self._indented(edit_runs(change.shown_edits, self._is_coloured))
        else:
            yield from self._indented([("", visible(self._comparison.revised_reading(change)))])

    def _side_by_side(self, change: Change) -> Iterator[str]:
        left: list[StyledRun] = [
            ("" if e.kind == "equal" else "delete", visible(e.text))
            for e in change.shown_edits
            if e.kind != "insert"
        ]
        right: list[StyledRun] = [
            ("" if e.kind == "equal" else "insert", visible(e.text))
            for e in change.shown_edits
            if e.kind != "delete"
        ]
        if not change.edits:
            one, two = self._comparison.base_reading(change), self._comparison.revised_reading(change)
            left, right = [("", visible(one))], [("", visible(two))]
        yield from beside(left, right, self._width, self._paint)

    def _matter(self) -> Iterator[str]:
        footnotes = [m for m in self._comparison.counted_matter_changes if m.kind == "footnote"]
        for change in self._comparison.counted_matter_changes:
            if change.kind == "footnote":
                continue
            yield from self._wrapped([("edited", f"~ {change.kind} changed")])
            yield from self._indented(
                [("delete", visible(change.base or "")), ("", " "), ("insert", visible(change.revised or ""))]
            )
            if change.by:
                yield from self._indented([("faint", visible(proposers(change.by)))])
            yield ""
        if footnotes:
            yield self._paint(f"~ {counted(len(footnotes), 'footnote')} changed", "edited")
            for change in footnotes:
                place = f"{change.paragraph}: " if change.paragraph else ""
                runs: list[StyledRun] = [
                    ("faint", place),
                    ("delete", visible(change.base or "")),
                    ("", " "),
                    ("insert", visible(change.revised or "")),
                    ("faint", f" ({visible(proposers(change.by))})" if change.by else ""),
                ]
                yield from self._indented(runs)
            yield ""

    def _uncounted(self) -> Iterator[str]:
        """What differs outside the paragraphs and does not count, in one line."""
        if line := uncounted(self._comparison):
            yield from self._wrapped([("unchanged", f"{SIGNS['unchanged']} {line}")])
            yield ""

    def _vote(self) -> Iterator[str]:
        one, two = self._comparison.base.vote, self._comparison.revised.vote
        if (one is None and two is None) or (self._comparison.is_selection and self._comparison.same_vote):
            return
        if one is None or two is None:
            side = "base" if two is None else "revised"
            yield from self._wrapped(
                [("unchanged", f"{SIGNS['unchanged']} vote: {tally(one or two)} ({side} only)")]
            )
            yield ""
            return
        same = self._comparison.same_vote
        yield from self._wrapped(
            [("unchanged" if same else "edited", f"{'=' if same else '~'} vote: {tally(one)} → {tally(two)}")]
        )
        for change in self._comparison.changed_sides:
            yield from self._indented(
                [("", f"{visible(change.name)}: {SIDES[change.base]} → {SIDES[change.revised]}")]
            )
        for name, voters in voters_of_one_side(self._comparison):
            yield from self._indented([("", f"only in the {name}: {visible(', '.join(voters))}")])
        yield ""

    def _ledger(self) -> Iterator[str]:
        """Every verb that came, went or shifted, under its paragraph."""
        rows = [
            (visible(heading(self._comparison.changes[place], self._comparison)), [shift_run(shift)])
            for place, shift in ledger(self._comparison)
        ]
        if not rows:
            return
        yield self._paint("verbs", "strong")
        size = min(max(cells(name) for name, _ in rows), 24, self._width // 3)
        for name, runs in rows:
            named = wrap([("", name)], size, self._paint)
            lines = wrap(runs, self._width - len(_INDENT) - size - 2, self._paint)
            for left, right in zip_longest(named, lines, fillvalue=""):
                yield f"{_INDENT}{left}{' ' * (size - cells(left))}  {right}"
        yield ""
