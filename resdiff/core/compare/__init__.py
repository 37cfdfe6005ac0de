"""Two parsed texts -> Comparison: what happened to each paragraph, verb and vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from resdiff.core.align import Alignment, AlignOptions, Link, align
from resdiff.core.compare.changes import KINDS, Change, HedgeChange, MatterChange, SideChange, Summary
from resdiff.core.compare.matter import changed_sides, is_same_vote, matter_changes, only_in
from resdiff.core.compare.order import in_revised_order
from resdiff.core.compare.reasons import EDITING, REASONS, Reason, reasons_of
from resdiff.core.lexicon import Lexicon, find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.verbs import Verbs, VerbShift, find_hedges, find_verbs, shifts_between
from resdiff.core.verbs.shift import PlacedVerb
from resdiff.core.worddiff import Edit, WordDiff, WordOptions

__all__ = [
    "KINDS", "REASONS", "Change", "CompareOptions", "Comparison", "HedgeChange", "MatterChange", "Reason", "SideChange", "Summary", "compare", "only_in",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """How two texts are compared."""

    align: AlignOptions = field(default_factory=AlignOptions)
    words: WordOptions = field(default_factory=WordOptions)
    scale: str = ""
    """The text of a scale file that ranks the verbs; the lexicon's own ranks without one."""
    scale_name: str = ""
    """What that file is called."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What happened between two texts."""

    base: Resolution
    revised: Resolution
    base_verbs: Verbs | None
    """The verbs of each base paragraph; None where the language has no lexicon."""
    revised_verbs: Verbs | None
    changes: tuple[Change, ...]
    """In the order of the revised text, dropped paragraphs at their place, unchanged ones included."""
    matter_changes: tuple[MatterChange, ...]
    changed_sides: tuple[SideChange, ...]
    same_vote: bool
    summary: Summary
    warnings: tuple[str, ...]
    options: CompareOptions
    scale_name: str | None
    """The scale in use; None where the language has no lexicon."""
    scale_sources: tuple[str, ...]

    @property
    def has_change(self) -> bool:
        """Whether anything changed that counts: a paragraph, the title, sponsors, a footnote's text or the vote."""
        if self.matter_changes or not self.same_vote:
            return True
        return any(c.kind != "unchanged" or c.moved or c.renumbered for c in self.changes)

    def _repr_html_(self) -> str:
        from resdiff.core.compare.table import html_table  # only notebooks need it

        return html_table(self.base, self.revised, self.changes)


def compare(base: Resolution, revised: Resolution, options: CompareOptions | None = None) -> Comparison:
    """Compares two parsed texts. Raises LexiconError for a scale file that is not of its form."""
    options = options or CompareOptions()
    lexicon = find_lexicon(base.language, options.scale, options.scale_name) if base.language == revised.language else None
    one = find_verbs(base, lexicon or find_lexicon(base.language, options.scale, options.scale_name))
    if lexicon is not None:
        two = find_verbs(revised, lexicon, base, one)
    else:
        two = find_verbs(revised, find_lexicon(revised.language, options.scale, options.scale_name))
    maker = _Maker(base, revised, (one, two) if lexicon is not None else (None, None), lexicon, options)
    changes = maker.changes(align(base, revised, options.align))
    counterpart = {base.paragraphs[i].id: revised.paragraphs[c.revised[0]].id for c in changes if c.revised for i in c.base}
    return Comparison(
        base, revised, one, two, changes, matter_changes(base, revised, counterpart), changed_sides(base.vote, revised.vote),
        is_same_vote(base.vote, revised.vote), _summary(changes), maker.warnings(), options,
        lexicon.scale_name if lexicon is not None else None, lexicon.sources if lexicon is not None else (),
    )  # fmt: skip


def _summary(changes: Sequence[Change]) -> Summary:
    kinds = Counter(change.kind for change in changes)
    counts = {kind: kinds[kind] for kind in KINDS}
    return Summary(**counts, moved=sum(c.moved for c in changes), renumbered=sum(c.renumbered for c in changes))


class _Maker:
    """Makes the changes of one comparison."""

    def __init__(
        self, base: Resolution, revised: Resolution, verbs: tuple[Verbs | None, Verbs | None], lexicon: Lexicon | None, options: CompareOptions
    ) -> None:
        self._base, self._revised = base.paragraphs, revised.paragraphs
        self._languages = base.language, revised.language
        self._base_verbs, self._revised_verbs = verbs
        self._lexicon = lexicon
        self._words = WordDiff(options.words)
        self._too_large: list[str] = []

    def changes(self, alignment: Alignment) -> tuple[Change, ...]:
        """The changes that follow from an alignment, in the order of the revised text."""
        linked = [self._linked(link) for link in alignment.links]
        taken_base = {i for link in alignment.links for i in link.base}
        taken_revised = {j for link in alignment.links for j in link.revised}
        dropped = [self._alone(i, False) for i in range(len(self._base)) if i not in taken_base]
        added = [self._alone(j, True) for j in range(len(self._revised)) if j not in taken_revised]
        return in_revised_order([*linked, *added], dropped)

    def warnings(self) -> tuple[str, ...]:
        """What a reader of the comparison must know."""
        found = []
        if self._languages[0] != self._languages[1]:
            found.append(f"the texts are in different languages ('{self._languages[0]}' and '{self._languages[1]}')")
        found += [f"{where} is too large to be compared word by word: told as replaced" for where in self._too_large]
        return tuple(found)

    def _alone(self, k: int, is_added: bool) -> Change:
        """An added or dropped paragraph with its verbs."""
        paragraph = (self._revised if is_added else self._base)[k]
        verbs = self._revised_verbs if is_added else self._base_verbs
        if is_added:
            shifts = tuple(VerbShift("added", None, v, None, None, k) for v in (verbs[k] if verbs else ()))
            return Change("added", (), (k,), edits=(Edit("insert", paragraph.text),), verbs=shifts, reasons=("substantive",))
        shifts = tuple(VerbShift("dropped", v, None, None, k, None) for v in (verbs[k] if verbs else ()))
        return Change("dropped", (k,), (), edits=(Edit("delete", paragraph.text),), verbs=shifts, reasons=("substantive",))

    def _linked(self, link: Link) -> Change:
        if link.equal:
            one, two = self._base[link.base[0]], self._revised[link.revised[0]]
            if one.text == two.text and one.label == two.label and one.marks == two.marks:
                return Change("unchanged", link.base, link.revised, link.moved, False, 1.0, round(link.confidence, 4))
        return self._changed(link)

    def _changed(self, link: Link) -> Change:
        left = [self._base[i] for i in link.base]
        right = [self._revised[j] for j in link.revised]
        single = len(left) == len(right) == 1
        one, two = " ".join(p.text for p in left), " ".join(p.text for p in right)
        renumbered = single and left[0].label is not None and right[0].label is not None and left[0].label != right[0].label
        reasons: set[Reason] = {"numbering"} if renumbered else set()
        if [m for p in left for m in p.marks] != [m for p in right for m in p.marks]:
            reasons.add("footnote")
        base_verbs, revised_verbs = self._placed(link.base, self._base_verbs, False), self._placed(link.revised, self._revised_verbs, True)
        edits: tuple[Edit, ...] = ()
        if one != two:
            edits = self._edits(one, two, base_verbs, revised_verbs, link)
            reasons |= reasons_of(edits, lambda: self._phrases(base_verbs, revised_verbs)) if single else {"substantive"}
        kind = "split" if len(right) > 1 else "merged" if len(left) > 1 else "edited" if reasons & EDITING else "unchanged"
        verbs: tuple[VerbShift, ...] = ()
        if kind != "unchanged" and self._lexicon is not None:
            verbs = shifts_between([p for p, _ in base_verbs], [p for p, _ in revised_verbs], self._lexicon)
        hedges = self._hedges(one, two, edits) if kind != "unchanged" else ()
        ranked = tuple(r for r in REASONS if r in reasons)
        return Change(kind, link.base, link.revised, link.moved, renumbered, round(link.similarity, 4), round(link.confidence, 4), edits, verbs, hedges, ranked)

    def _placed(self, places: tuple[int, ...], verbs: Verbs | None, is_revised: bool) -> list[tuple[PlacedVerb, int]]:
        """The verbs of paragraphs that are read as one, each with where its paragraph begins in the joined reading."""
        paragraphs = self._revised if is_revised else self._base
        found = []
        begin = 0
        for k in places:
            text = paragraphs[k].text
            found += [(PlacedVerb(verb, text, k), begin) for verb in (verbs[k] if verbs else ())]
            begin += len(text) + 1
        return found

    def _edits(self, one: str, two: str, left: list[tuple[PlacedVerb, int]], right: list[tuple[PlacedVerb, int]], link: Link) -> tuple[Edit, ...]:
        spans = [[(p.verb.start + begin, p.verb.end + begin) for p, begin in side] for side in (left, right)]
        edits, whole = self._words.edits(one, two, *spans)
        if not whole:
            self._too_large.append("+".join(self._revised[j].id for j in link.revised))
        return edits

    def _phrases(self, left: list[tuple[PlacedVerb, int]], right: list[tuple[PlacedVerb, int]]) -> frozenset[str]:
        """The verb phrases of both sides in lower case, ordering words left out."""
        return frozenset(
            " ".join(w for w in placed.verb.phrase.lower().replace(",", " ").split() if w not in placed.verb.sense.ordering)
            for placed, _ in (*left, *right)
        )

    def _hedges(self, one: str, two: str, edits: tuple[Edit, ...]) -> tuple[HedgeChange, ...]:
        """The hedges that came or went; looked for only where the changed words could hold one."""
        if self._lexicon is None or not any(self._lexicon.may_hedge(e.text) for e in edits if e.kind != "equal"):
            return ()
        before = Counter(h.phrase.lower() for h in find_hedges(one, self._lexicon))
        after = Counter(h.phrase.lower() for h in find_hedges(two, self._lexicon))
        added = [HedgeChange("added", p) for p in sorted((after - before).elements())]
        return (*added, *(HedgeChange("dropped", p) for p in sorted((before - after).elements())))
