"""The changes of a comparison as rows of its page: both readings side by side, verbs and notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from resdiff.core.brief import Brief
from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.weights import WORDS
from resdiff.core.verbs import VerbShift
from resdiff.render.report.page import anchor
from resdiff.render.report.readings import Piece, ReportSide
from resdiff.render.report.templating import as_markup
from resdiff.render.views.labels import heading, nature
from resdiff.render.views.notes import notes_by_change
from resdiff.render.views.style import SHIFT_SIGNS, SIGNS, sign_of, style_of

_PARTS = {"preamble": "Preamble", "operative": "Operative part", "annex": "Annex", "body": "Text"}


class _Side(NamedTuple):
    name: str
    language: Markup
    """Attributes of its element."""
    readings: Markup


class _Shift(NamedTuple):
    outcome: str
    sign: str
    phrases: list[str]


class _Row(NamedTuple):
    """A change."""

    anchor: str
    """The id of its element."""
    base_anchor: str
    """The id of the element of its base paragraph; taken where one reading stands for both."""
    classes: str
    reasons: tuple[str, ...]
    weight: str
    is_same: bool
    """Whether one reading stands for both."""
    name: str
    sign: str
    nature: str
    why: str
    """What is said behind its nature."""
    sides: list[_Side]
    shifts: list[_Shift]
    notes: list[str]


class _Group(NamedTuple):
    """Changes one behind the other that stand in one part and are folded together, or are not."""

    part: str
    """The name of the part that begins here, else ''."""
    folded: str
    """What the fold is called; '' for none."""
    rows: Iterator[_Row]


class ChangeRows:
    """The rows of a page."""

    def __init__(self, comparison: Comparison, brief: Brief) -> None:
        self._comparison, self._brief = comparison, brief
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
        self._sides = (
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

    def groups(self) -> Iterator[_Group]:
        """The changes in their order; unchanged paragraphs that stayed are folded, if not all were chosen."""
        changes = self._comparison.changes
        part, k = "", 0
        while k < len(changes):
            part_of_change = self._part(changes[k]) or part
            title = _PARTS[part_of_change] if part_of_change != part else ""
            part = part_of_change
            if not changes[k].is_quiet or self._comparison.is_selection:
                yield _Group(title, "", iter([self._row(k)]))
                k += 1
                continue
            last = k
            while (
                last < len(changes) and changes[last].is_quiet and (self._part(changes[last]) or part) == part
            ):
                last += 1
            yield _Group(title, self._folded(k, last), map(self._row, range(k, last)))
            k = last

    def _part(self, change: Change) -> str:
        """The part that a paragraph stands in, in the revised text where it has it.

        '' for headings and tables, which go with what is around them.
        """
        one, two = self._comparison.base.paragraphs, self._comparison.revised.paragraphs
        part = two[change.revised[0]].part if change.revised else one[change.base[0]].part
        return part if part in _PARTS else ""

    def _folded(self, first: int, last: int) -> str:
        """What a run of unchanged paragraphs is called."""
        changes = self._comparison.changes
        names = [heading(changes[k], self._comparison) for k in (first, last - 1)]
        span = names[0] if last - first == 1 else f"{names[0]} … {names[1]}"
        renumbered = sum(change.renumbered for change in changes[first:last])
        also = f", {renumbered} renumbered" if renumbered else ""
        return f"{SIGNS['unchanged']} {span}: {last - first} unchanged{also}"

    def _row(self, k: int) -> _Row:
        change = self._comparison.changes[k]
        style, shifts = style_of(change), change.verb_changes
        base = self._comparison.base.paragraphs[change.base[0]].id if change.base else ""
        is_same = style == "unchanged" and not change.edits
        whole = change.kind in ("added", "dropped")
        notes = [
            f"{SHIFT_SIGNS[hedge.change]} hedge ‘{hedge.phrase}’ {hedge.change}" for hedge in change.hedges
        ]
        notes += self._notes.get(id(change), ())
        return _Row(
            anchor=self.anchors[k],
            base_anchor=anchor(base, "base-"),
            classes=f"{style} verbs" if shifts else style,
            reasons=change.reasons,
            weight=WORDS[self._brief.answers[k].weight.value],
            is_same=is_same,
            name=heading(change, self._comparison),
            sign=sign_of(change),
            nature=nature(change),
            why=_why(change, is_same),
            sides=[self._same_side(change)] if is_same else self._two_sides(change, self.anchors[k]),
            shifts=[] if whole or is_same else [_shift(shift) for shift in shifts],
            notes=[] if is_same else notes,
        )

    def _same_side(self, change: Change) -> _Side:
        side = self._sides[1]
        readings = side.readings(change.revised, self._pieces(change, 1))
        return _Side("", as_markup(side.language), as_markup(readings))

    def _two_sides(self, change: Change, taken: str) -> list[_Side]:
        """Both readings.

        Each paragraph bears an id of its own, but the one whose id the change itself has `taken`.
        """
        both = []
        for k, (name, side, places) in enumerate(
            zip(("base", "revised"), self._sides, (change.base, change.revised), strict=True)
        ):
            readings = ""
            if places:
                names = [anchor(side.text.paragraphs[place].id, "" if k else "base-") for place in places]
                free = [one if one != taken else "" for one in names]
                readings = side.readings(places, self._pieces(change, k), free)
            both.append(_Side(name, as_markup(side.language), as_markup(readings)))
        return both

    def _pieces(self, change: Change, k: int) -> Sequence[Piece]:
        """The joined reading of one side in pieces; words that go or come alone bear a tag."""
        if change.edits:
            other, tag = ("insert", "del") if k == 0 else ("delete", "ins")
            return [
                ("" if edit.kind == "equal" else tag, edit.text)
                for edit in change.shown_edits
                if edit.kind != other
            ]
        paragraphs, places = self._sides[k].text.paragraphs, (change.base, change.revised)[k]
        return [("", " ".join([paragraphs[place].text for place in places]))]


def _why(change: Change, is_same: bool) -> str:
    """How much of a paragraph stayed, and why it counts as changed."""
    if is_same:
        return "renumbered" if change.renumbered else ""
    if change.kind in ("added", "dropped"):
        return ""
    alike = change.similarity
    shares = [f"{round(alike * 100)}% alike"] if alike is not None and alike < 1 else []
    return ", ".join([*shares, *change.reasons])


def _shift(shift: VerbShift) -> _Shift:
    phrases = [verb.phrase for verb in (shift.base, shift.revised) if verb is not None]
    return _Shift(shift.outcome, SHIFT_SIGNS[shift.outcome], phrases)
