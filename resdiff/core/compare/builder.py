"""Links between paragraphs -> changes: their words, verbs, hedges and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from resdiff.core.align import Alignment, Link
from resdiff.core.compare.cadence import pace_of
from resdiff.core.compare.carried import mark_carried
from resdiff.core.compare.changes import Change, ChangeKind, HedgeChange
from resdiff.core.compare.minor import one_hedge
from resdiff.core.compare.order import in_revised_order
from resdiff.core.compare.reasons import EDITING, REASONS, Reason, reasons_of
from resdiff.core.compare.verbs_elsewhere import mark_verbs_elsewhere, with_elsewhere
from resdiff.core.lexicon import Lexicon
from resdiff.core.model import Paragraph, Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.core.verbs import PlacedVerb, Verbs, VerbShift, find_hedges, shifts_between
from resdiff.core.worddiff import Edit, WordDiff, WordOptions, shown_edits

_REPORTED = 64
"""Changes after which progress is reported."""


class _Passage(NamedTuple):
    """The paragraphs of one side of a change, read as one."""

    paragraphs: list[Paragraph]
    text: str
    verbs: list[PlacedVerb]
    inherited: PlacedVerb | None
    """Of a point the verb of the opening line of its list."""


class _Side:
    """One text with its verbs."""

    def __init__(self, resolution: Resolution, verbs: Verbs | None) -> None:
        self.resolution = resolution
        self.paragraphs = resolution.paragraphs
        self.language = resolution.language
        self._places = {paragraph.id: place for place, paragraph in enumerate(self.paragraphs)}
        self.verbs = verbs or ((),) * len(self.paragraphs)

    def passage(self, places: Sequence[int]) -> _Passage:
        """The paragraphs at the places, read as one."""
        paragraphs = [self.paragraphs[k] for k in places]
        verbs: list[PlacedVerb] = []
        begin = 0
        opening = self._inherited(places[0]) if len(places) == 1 else None
        for k, paragraph in zip(places, paragraphs, strict=True):
            verbs += [PlacedVerb(verb, paragraph.text, k, begin) for verb in self.verbs[k]]
            begin += len(paragraph.text) + 1
        return _Passage(paragraphs, " ".join([p.text for p in paragraphs]), verbs, opening)

    def _inherited(self, place: int) -> PlacedVerb | None:
        """The verb of a point without a verb of its own: that of the paragraph whose colon opens the list."""
        paragraph = self.paragraphs[place]
        if self.verbs[place] or paragraph.level == 1:
            return None
        while paragraph.parent is not None and (above := self._places.get(paragraph.parent)) is not None:
            paragraph = self.paragraphs[above]
            if self.verbs[above]:
                is_open = paragraph.text.endswith(":")
                return PlacedVerb(self.verbs[above][-1], paragraph.text, above) if is_open else None
        return None


class ChangeBuilder:
    """Makes the changes of one comparison."""

    def __init__(
        self,
        base: tuple[Resolution, Verbs | None],
        revised: tuple[Resolution, Verbs | None],
        lexicon: Lexicon | None,
        options: WordOptions,
    ) -> None:
        """`lexicon` is that of both texts.

        None where their language has none or they are in two: then no verbs are followed.
        """
        self._base, self._revised = _Side(*base), _Side(*revised)
        self._lexicon = lexicon
        self._pace = pace_of(base[0].masthead, revised[0].masthead)
        self._words = WordDiff(options)
        self._too_large: list[str] = []

    def changes(self, alignment: Alignment, progress: Progress = no_progress) -> tuple[Change, ...]:
        """The changes that follow from an alignment, in the order of the revised text."""
        linked = []
        for done, link in enumerate(alignment.links):
            if done % _REPORTED == 0:
                progress(done / len(alignment.links))
            linked.append(self._linked(link))
        taken_base = {i for link in alignment.links for i in link.base}
        taken_revised = {j for link in alignment.links for j in link.revised}
        dropped = [self._dropped(i) for i in range(len(self._base.paragraphs)) if i not in taken_base]
        added = [self._added(j) for j in range(len(self._revised.paragraphs)) if j not in taken_revised]
        changes = in_revised_order([*linked, *added], dropped)
        changes = mark_verbs_elsewhere(changes, self._base.resolution, self._revised.resolution)
        return mark_carried(changes, self._base.resolution, self._revised.resolution)

    def warnings(self) -> tuple[str, ...]:
        """What a reader of the changes must know."""
        messages = []
        if self._base.language != self._revised.language:
            messages.append(
                f"the texts are in different languages ('{self._base.language}' and"
                f" '{self._revised.language}'): verbs are not compared"
            )
        what = "has too many changed words to compare one by one: shown as replaced"
        messages += [f"{where} {what}" for where in self._too_large]
        return tuple(messages)

    def _added(self, k: int) -> Change:
        verbs = self._revised.verbs[k] if self._lexicon is not None else ()
        shifts = tuple(
            [
                VerbShift(
                    change="added",
                    base=None,
                    revised=verb,
                    shift=None,
                    base_paragraph=None,
                    revised_paragraph=k,
                )
                for verb in verbs
            ]
        )
        edits = (Edit(kind="insert", text=self._revised.paragraphs[k].text),)
        return Change(
            kind="added", base=(), revised=(k,), edits=edits, verbs=shifts, reasons=("substantive",)
        )

    def _dropped(self, k: int) -> Change:
        verbs = self._base.verbs[k] if self._lexicon is not None else ()
        shifts = tuple(
            [
                VerbShift(
                    change="dropped",
                    base=verb,
                    revised=None,
                    shift=None,
                    base_paragraph=k,
                    revised_paragraph=None,
                )
                for verb in verbs
            ]
        )
        edits = (Edit(kind="delete", text=self._base.paragraphs[k].text),)
        return Change(
            kind="dropped", base=(k,), revised=(), edits=edits, verbs=shifts, reasons=("substantive",)
        )

    def _linked(self, link: Link) -> Change:
        if link.equal:
            one, two = self._base.paragraphs[link.base[0]], self._revised.paragraphs[link.revised[0]]
            is_same = one.text == two.text and one.marks == two.marks
            if is_same and (one.label is None) == (two.label is None) and _hidden(one) == _hidden(two):
                if one.label == two.label:
                    return Change(
                        kind="unchanged",
                        base=link.base,
                        revised=link.revised,
                        moved=link.moved,
                        renumbered=False,
                        similarity=1.0,
                        confidence=round(link.confidence, 4),
                    )
                if "[" not in f"{one.label}{two.label}":
                    return Change(
                        kind="unchanged",
                        base=link.base,
                        revised=link.revised,
                        moved=link.moved,
                        renumbered=True,
                        similarity=1.0,
                        confidence=round(link.confidence, 4),
                        reasons=("numbering",),
                    )
        return self._compared(link)

    def _compared(self, link: Link) -> Change:
        left, right = self._base.passage(link.base), self._revised.passage(link.revised)
        renumbering = _label_change(left, right)
        reasons = _reasons_beside_words(left, right, renumbering)
        edits: tuple[Edit, ...] = ()
        shown = edits
        if left.text != right.text:
            edits = self._edits(left, right)
            shown = shown_edits(edits)
            is_single = len(left.paragraphs) == len(right.paragraphs)
            reasons |= (
                reasons_of(shown, lambda: _phrases(left, right), self._pace) if is_single else {"substantive"}
            )
        kind = _kind(left, right, reasons)
        if kind != "unchanged" and not edits:
            edits = (Edit(kind="equal", text=left.text),)
        verbs: tuple[VerbShift, ...] = ()
        hedges: tuple[HedgeChange, ...] = ()
        if kind != "unchanged" and self._lexicon is not None:
            shifts = shifts_between(*_verbs_of_both(left, right), self._lexicon)
            real = _real_shifts(shifts, left, right, shown)
            verbs = tuple([with_elsewhere(shift, link.base, link.revised) for shift in real])
            hedges = _hedges(left.text, right.text, shown, self._lexicon)
        return Change(
            kind=kind,
            base=link.base,
            revised=link.revised,
            moved=link.moved,
            renumbered=renumbering == "numbering",
            similarity=round(link.similarity, 4),
            confidence=round(link.confidence, 4),
            edits=edits,
            verbs=verbs,
            hedges=hedges,
            reasons=tuple([reason for reason in REASONS if reason in reasons]),
        )

    def _edits(self, left: _Passage, right: _Passage) -> tuple[Edit, ...]:
        edits, whole = self._words.edits(left.text, right.text, _spans(left), _spans(right))
        if not whole:
            self._too_large.append("+".join(p.id for p in right.paragraphs))
        return edits


def _verbs_of_both(left: _Passage, right: _Passage) -> tuple[list[PlacedVerb], list[PlacedVerb]]:
    """The verbs of two passages; a point that has become a paragraph, or was one, has the verb of its opening
    line.
    """
    one, two = left.verbs, right.verbs
    if left.inherited is not None and two:
        one = [left.inherited]
    if right.inherited is not None and one:
        two = [right.inherited]
    return one, two


def _real_shifts(
    shifts: tuple[VerbShift, ...], left: _Passage, right: _Passage, edits: Sequence[Edit]
) -> tuple[VerbShift, ...]:
    """The shifts, without inner verbs that count as added or dropped although their words did not change.

    A deleted comma ('..., and decides' to '... and decides') may hide a verb in one reading; where no word
    changed, no verb did.
    """
    if not any(shift.change in ("added", "dropped") for shift in shifts):
        return shifts
    stays = {side: _stays(edits, other) for side, other in (("dropped", "insert"), ("added", "delete"))}
    places = {(id(p.verb), p.paragraph): p.begin for p in (*left.verbs, *right.verbs)}

    def is_change(shift: VerbShift) -> bool:
        verb = shift.base or shift.revised
        if shift.change not in stays or verb is None or not verb.inner:
            return True
        paragraph = shift.base_paragraph if shift.base is not None else shift.revised_paragraph
        begin = places.get((id(verb), paragraph if paragraph is not None else -1), 0)
        return not any(a <= begin + verb.start and begin + verb.end <= b for a, b in stays[shift.change])

    return tuple(filter(is_change, shifts))


def _stays(edits: Sequence[Edit], other: str) -> list[tuple[int, int]]:
    """The characters [start, end) of one reading that stay.

    `other` is the kind of edit that the other reading alone has.
    """
    stays, position = [], 0
    for edit in edits:
        if edit.kind == other:
            continue
        if edit.kind == "equal":
            stays.append((position, position + len(edit.text)))
        position += len(edit.text)
    return stays


def _kind(left: _Passage, right: _Passage, reasons: set[Reason]) -> ChangeKind:
    if len(right.paragraphs) > 1:
        return "split"
    if len(left.paragraphs) > 1:
        return "merged"
    return "edited" if reasons & EDITING else "unchanged"


def _reasons_beside_words(left: _Passage, right: _Passage, renumbering: Reason | None) -> set[Reason]:
    """What changed beside the words: the printed number, footnote marks, signs that cannot be seen."""
    reasons: set[Reason] = {renumbering} if renumbering is not None else set()
    if [m for p in left.paragraphs for m in p.marks] != [m for p in right.paragraphs for m in p.marks]:
        reasons.add("footnote")
    if sum(map(_hidden, left.paragraphs)) != sum(map(_hidden, right.paragraphs)):
        reasons.add("typography")
    return reasons


def _label_change(left: _Passage, right: _Passage) -> Reason | None:
    """What became of the printed number of a single paragraph: 'numbering', 'bracket' where only brackets
    round it went or came. A paragraph that moves between the preamble, which has no numbers, and the
    operative part keeps or loses its number by that alone.
    """
    if len(left.paragraphs) > 1 or len(right.paragraphs) > 1:
        return None
    before, after = left.paragraphs[0], right.paragraphs[0]
    one, two = before.label, after.label
    if one == two:
        return None
    if one is None or two is None:
        return "numbering" if before.part == after.part else None
    return "bracket" if one.strip("[]") == two.strip("[]") else "numbering"


def _hidden(paragraph: Paragraph) -> int:
    """How many signs that cannot be seen, such as joiners, the source has in a paragraph."""
    return sum(kind == "invisible" for kind, _, _ in paragraph.stripped)


def _spans(passage: _Passage) -> list[tuple[int, int]]:
    """Where the verb phrases of a passage stand."""
    return [(p.verb.start + p.begin, p.verb.end + p.begin) for p in passage.verbs]


def _phrases(left: _Passage, right: _Passage) -> frozenset[str]:
    """The verb phrases of both sides in lower case, ordering words left out."""
    return frozenset(
        " ".join(
            w
            for w in placed.verb.phrase.lower().replace(",", " ").split()
            if w not in placed.verb.sense.ordering
        )
        for placed in (*left.verbs, *right.verbs)
    )


def _hedges(one: str, two: str, edits: Sequence[Edit], lexicon: Lexicon) -> tuple[HedgeChange, ...]:
    """The hedges that came or went; looked for only where the changed words could hold one."""
    if not any(lexicon.may_hedge(e.text) for e in edits if e.kind != "equal"):
        return ()
    before, after = (
        Counter(one_hedge(hedge.phrase) for hedge in find_hedges(text, lexicon)) for text in (one, two)
    )
    added = [HedgeChange(change="added", phrase=p) for p in sorted((after - before).elements())]
    return (*added, *(HedgeChange(change="dropped", phrase=p) for p in sorted((before - after).elements())))
