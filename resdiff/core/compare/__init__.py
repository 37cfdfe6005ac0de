"""Two parsed texts -> Comparison: what happened to each paragraph, verb and vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from resdiff.core.align import AlignOptions, Judgements, align, is_many_to_many
from resdiff.core.compare.builder import ChangeBuilder
from resdiff.core.compare.changes import (
    KINDS,
    Change,
    ChangeRow,
    HedgeChange,
    MatterChange,
    SideChange,
    Summary,
)
from resdiff.core.compare.matter import changed_sides, is_same_vote, only_in, outside_changes
from resdiff.core.compare.reasons import REASONS, Reason
from resdiff.core.compare.words import ANSWER_WORDS, chosen, read_choice
from resdiff.core.lexicon import Lexicon, find_lexicon
from resdiff.core.model import Resolution, are_equal_but
from resdiff.core.progress import Progress, no_progress
from resdiff.core.verbs import TextVerbs, Verbs, find_verbs
from resdiff.core.watch import NOTHING_WATCHED, Watch
from resdiff.core.worddiff import Edit, WordOptions

if TYPE_CHECKING:
    from resdiff.core.compare.answer import ChangeAnswer
    from resdiff.core.compare.asks import AskChange, Balance
    from resdiff.core.compare.renamings import Renamings
    from resdiff.core.compare.signals import Signal

_RELATED = 0.1
"""The share of paragraphs that versions of one text have in common at least, 0 to 1."""
_ALIGNED = 0.5
"""About how much of the work aligning is."""

__all__ = [
    "KINDS",
    "REASONS",
    "Change",
    "CompareOptions",
    "Comparison",
    "HedgeChange",
    "Judgements",
    "MatterChange",
    "Reason",
    "SideChange",
    "Summary",
    "are_related",
    "compare",
    "is_many_to_many",
]


class CompareOptions(Struct, frozen=True, kw_only=True):
    """How two texts are compared."""

    align: AlignOptions = field(default_factory=AlignOptions)
    words: WordOptions = field(default_factory=WordOptions)
    scale: str = ""
    """The text of a scale file that ranks the verbs; the lexicon's own ranks without one."""
    scale_name: str = ""
    """What that file is called."""


class Comparison(Struct, frozen=True, kw_only=True):
    """What happened between two texts."""

    base: Resolution
    revised: Resolution
    base_verbs: Verbs | None
    """The verbs of each base paragraph; None where the language has no lexicon."""
    revised_verbs: Verbs | None
    changes: tuple[Change, ...]
    """In the order of the revised text, dropped paragraphs at their place, unchanged ones included."""
    matter_changes: tuple[MatterChange, ...]
    """What differs outside the paragraphs, also what does not count as a change."""
    changed_sides: tuple[SideChange, ...]
    same_vote: bool
    summary: Summary
    warnings: tuple[str, ...]
    options: CompareOptions
    scale_name: str | None
    """The scale in use; None where the language has no lexicon."""
    scale_sources: tuple[str, ...]
    is_selection: bool = False
    """Whether it holds only chosen changes; the summary counts all."""
    judgements: Judgements = field(default_factory=Judgements)
    """What people decided about paragraphs when it was made.

    Empty in a comparison that was read from a store.
    """

    def only(self, *words: str, watch: Watch = NOTHING_WATCHED) -> Comparison:
        """The same with only those changes that answer to one of the words, such as 'added', 'matters' or
        'title'; `watch` is what the reader watches for.

        The words are those of `--only`. Raises UsageError for a word that is none of them.
        """
        choice = read_choice(",".join(words))
        keeps_vote = "vote" in choice
        return replace(
            self,
            changes=chosen(self.changes, choice, self.further_words(choice, watch)),
            matter_changes=tuple(m for m in self.matter_changes if m.kind in choice),
            changed_sides=self.changed_sides if keeps_vote else (),
            same_vote=self.same_vote or not keeps_vote,
            is_selection=True,
        )

    def __repr__(self) -> str:
        counts = (f"{getattr(self.summary, kind)} {kind}" for kind in KINDS if getattr(self.summary, kind))
        return f"<Comparison of {self.base.name} with {self.revised.name}: {', '.join(counts) or 'nothing'}>"

    def __eq__(self, other: object) -> bool:
        """Whether it says the same of the same texts; a stored one does not hold the judgements any more."""
        return are_equal_but(self, other, "judgements")

    def __getitem__(self, paragraph: str) -> Change:
        """The change that holds a paragraph, by its id in the revised text.

        A dropped paragraph is found by its id in the base text.

        Raises KeyError where neither text has such a paragraph.
        """
        for text, places_of in ((self.revised, attrgetter("revised")), (self.base, attrgetter("base"))):
            for change in self.changes:
                if any(text.paragraphs[place].id == paragraph for place in places_of(change)):
                    return change
        raise KeyError(paragraph)

    @property
    def has_change(self) -> bool:
        """Whether anything changed that counts: a paragraph, the title, sponsors, a footnote's text or the
        vote.
        """
        if self.counted_matter_changes or not self.same_vote:
            return True
        return any(change.counts for change in self.changes)

    @property
    def differs(self) -> bool:
        """Whether anything differs, counted or not: ordering words, typography and the masthead too."""
        others = self.has_change or bool(self.matter_changes)
        return others or any(change.reasons for change in self.changes)

    @property
    def voters_in_base_only(self) -> tuple[str, ...]:
        """Who voted in the base text and not in the revised one, where both votes have names."""
        return () if self.same_vote else only_in(self.base.vote, self.revised.vote)

    @property
    def voters_in_revised_only(self) -> tuple[str, ...]:
        """Who voted in the revised text and not in the base, where both votes have names."""
        return () if self.same_vote else only_in(self.revised.vote, self.base.vote)

    @property
    def counted_matter_changes(self) -> tuple[MatterChange, ...]:
        """The changes outside the paragraphs by which the two texts differ."""
        return tuple(change for change in self.matter_changes if change.counts)

    @property
    def uncounted_matter_changes(self) -> tuple[MatterChange, ...]:
        """What differs outside the paragraphs and does not count: facts that move from text to text, page
        furniture, and what only one of the texts has because of its stage.
        """
        return tuple(change for change in self.matter_changes if not change.counts)

    def further_words(self, choice: frozenset[str], watch: Watch = NOTHING_WATCHED) -> list[frozenset[str]]:
        """For each of the changes those words of a choice that need its asks, signals and weight; none of
        them where the choice needs none.
        """
        if choice.isdisjoint(ANSWER_WORDS):
            return [frozenset()] * len(self.changes)
        from resdiff.core.compare.answer import words_of

        return [words_of(answer, watch) for answer in self.answers(watch)]

    def answers(self, watch: Watch = NOTHING_WATCHED) -> list[ChangeAnswer]:
        """For each of the changes its asks, its signals, the watched terms that came or went, and its
        weight.
        """
        from resdiff.core.compare.answer import answers_of

        return answers_of(self, self.asks_by_change(self.asks(every=False)), self.signals(), watch)

    def asks(self, every: bool = True) -> tuple[AskChange, ...]:
        """What became of each ask: new, altered, gone or carried on, in the order of the changes; none where
        the language has no lexicon. Without `every` asks of paragraphs that stand unchanged are left out.
        Made anew at each call.
        """
        from resdiff.core.compare.answer import ask_changes  # words alone do without it

        base, revised = self._sides()
        return ask_changes(base, revised, self._lexicon(), self.changes, every)

    def signals(self) -> list[tuple[Signal, ...]]:
        """For each of the changes what alters its force beside the verbs: hedges, negation, modals, who is
        asked, amounts, promotion and demotion.
        """
        from resdiff.core.compare.signals import signals_of

        base, revised = self._sides()
        lexicon = self._lexicon()
        return [tuple(signals_of(change, base, revised, lexicon)) for change in self.changes]

    def renamings(self) -> Renamings:
        """The words that are replaced by the same others throughout the text."""
        from resdiff.core.compare.renamings import renamings_of

        return renamings_of(self.revised, self.changes)

    def _sides(self) -> tuple[TextVerbs, TextVerbs]:
        return TextVerbs(self.base, self.base_verbs), TextVerbs(self.revised, self.revised_verbs)

    def _lexicon(self) -> Lexicon | None:
        """The lexicon of both texts, None where they are in two languages."""
        if self.base.language != self.revised.language:
            return None
        return find_lexicon(self.base.language, self.options.scale, self.options.scale_name)

    def asks_by_change(self, asks: Sequence[AskChange]) -> list[list[AskChange]]:
        """The asks under the changes in which they stand, those of the base text where they are gone."""
        from resdiff.core.compare.answer import by_change

        return by_change(self.changes, asks)

    @property
    def balance(self) -> tuple[Balance, ...]:
        """The operative verbs by lemma whose number changed, the greatest change first."""
        from resdiff.core.compare.asks import balance_of

        if self.base_verbs is None or self.revised_verbs is None:
            return ()
        return balance_of(self.base_verbs, self.revised_verbs)

    def base_reading(self, change: Change) -> str:
        """The reading of a change in the base text, those of several paragraphs joined by blanks.

        '' where it has none.
        """
        return self.base.reading(change.base)

    def revised_reading(self, change: Change) -> str:
        """The same in the revised text."""
        return self.revised.reading(change.revised)

    def edits_by_paragraph(self, change: Change) -> list[tuple[str, Sequence[Edit]]]:
        """The edits of a split or merge cut into those of each of its several paragraphs, with their ids.

        Any other change gives all its edits in one piece, under the id ''.
        """
        from resdiff.core.compare.pieces import cut_edits  # only views need them

        text = self.base if len(change.base) > 1 else self.revised
        places, lacks = (change.base, "insert") if len(change.base) > 1 else (change.revised, "delete")
        if len(places) < 2 or not change.edits:
            return [("", change.shown_edits)]
        paragraphs = [text.paragraphs[place] for place in places]
        pieces = cut_edits(change.shown_edits, [len(paragraph.text) for paragraph in paragraphs], lacks)
        return list(zip([paragraph.id for paragraph in paragraphs], pieces, strict=True))

    def to_rows(self) -> list[ChangeRow]:
        """One row of plain values a change, for a data frame: kind, ids, labels, similarity, reasons, verbs,
        hedges, signals, readings.

        Changes of title, sponsors and footnotes and of sides in the vote follow, with these words as their
        kind.
        """
        from resdiff.core.compare.rows import change_rows, matter_rows  # only tables need them

        return [
            *change_rows(self.base, self.revised, self.changes, self.signals()),
            *matter_rows(self.counted_matter_changes, self.changed_sides),
        ]

    def _repr_html_(self) -> str:
        from resdiff.core.compare.table import html_table  # only notebooks need it

        return html_table(self.base, self.revised, self.changes)


def compare(
    base: Resolution,
    revised: Resolution,
    options: CompareOptions | None = None,
    judgements: Judgements | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """Compares two parsed texts; `judgements` say which paragraphs correspond by hand.

    `progress` is told how much is done, and may end the work by raising. Raises LexiconError for a scale file
    that is not of its form.
    """
    options = options or CompareOptions()
    lexicon, one, two = _verbs_of_both(base, revised, options)
    maker = ChangeBuilder((base, one), (revised, two), lexicon, options.words)
    aligned = align(base, revised, options.align, judgements, _part_of(progress, 0.0))
    changes = maker.changes(aligned, _part_of(progress, _ALIGNED))
    if judgements is not None:
        changes = tuple(
            replace(c, by_hand=True) if judgements.touch(c.base, c.revised) else c for c in changes
        )
    return Comparison(
        base=base,
        revised=revised,
        base_verbs=one,
        revised_verbs=two,
        changes=changes,
        matter_changes=outside_changes(base, revised, changes),
        changed_sides=changed_sides(base.vote, revised.vote),
        same_vote=is_same_vote(base.vote, revised.vote),
        summary=_summary(changes),
        warnings=(*maker.warnings(), *_unrelated(base, revised, changes)),
        options=options,
        scale_name=lexicon.scale_name if lexicon is not None else None,
        scale_sources=lexicon.sources if lexicon is not None else (),
        judgements=judgements or Judgements(),
    )


def _verbs_of_both(
    base: Resolution, revised: Resolution, options: CompareOptions
) -> tuple[Lexicon | None, Verbs | None, Verbs | None]:
    """The lexicon of both texts, None where they are in two languages; the verbs of each."""
    lexicons = [find_lexicon(t.language, options.scale, options.scale_name) for t in (base, revised)]
    one = find_verbs(base, lexicons[0])
    if base.language != revised.language:
        return None, one, find_verbs(revised, lexicons[1])
    return lexicons[0], one, find_verbs(revised, lexicons[0], base, one)


def are_related(base: Resolution, revised: Resolution, changes: Sequence[Change]) -> bool:
    """Whether two texts have so much in common that they may be versions of one text.

    Texts without paragraphs may always be.
    """
    linked = sum(len(change.revised) for change in changes if change.base)
    return linked >= _RELATED * min(len(base.paragraphs), len(revised.paragraphs))


def _unrelated(base: Resolution, revised: Resolution, changes: Sequence[Change]) -> tuple[str, ...]:
    if are_related(base, revised, changes):
        return ()
    return ("the texts have hardly a paragraph in common: they may not be versions of one text",)


def _part_of(progress: Progress, begun: float) -> Progress:
    """Reports the progress of aligning (`begun` 0) or of comparing the words (`begun` where that begins) as
    part of the whole.
    """
    size = 1 - begun if begun else _ALIGNED
    return lambda share, subject="", /: progress(begun + share * size, subject)


def _summary(changes: Sequence[Change]) -> Summary:
    kinds = Counter(change.kind for change in changes)
    counts = {kind: kinds[kind] for kind in KINDS}
    return Summary(
        **counts, moved=sum(c.moved for c in changes), renumbered=sum(c.renumbered for c in changes)
    )
