"""What became of a draft: the three texts by name, the tally, each proposal with the words that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.history.beside_paragraphs import BESIDE_OUTCOMES
from resdiff.core.history.concessions import Concession, DraftOutcome, Outcome
from resdiff.core.history.proposed_words import proposed_words
from resdiff.core.model import Resolution
from resdiff.core.worddiff import Edit
from resdiff.core.wording import counted
from resdiff.render.views.labels import facts_of, name_of, names, title_of
from resdiff.render.views.notes import ends_of_run

TITLES: dict[Outcome, str] = {
    "dropped": "Lost: proposed and not adopted",
    "back": "Lost: last year's wording stands again",
    "softened": "Softened",
    "changed": "Changed",
    "strengthened": "Strengthened",
    "new": "At adoption alone: proposed by no draft",
    "kept": "Kept",
}
"""What each outcome is called above its proposals."""
_OF_PROPOSALS = tuple(word for word in BESIDE_OUTCOMES if word != "new")
"""Outcomes of what the draft proposed."""
_AT_ADOPTION: tuple[Outcome, ...] = ("changed", "softened", "strengthened", "new")
"""Outcomes of which the words that adoption changed are shown; of others those that the draft proposed."""


def texts_by_name(outcome: DraftOutcome) -> Iterator[tuple[str, str]]:
    """The three texts: what each is here, and what it is called."""
    for name, text in zip(("last year", "draft", "adopted"), outcome.texts, strict=True):
        facts = facts_of(text)
        yield name, title_of(text) + (f" ({facts})" if facts else "")


def tally_words(outcome: DraftOutcome) -> str:
    """How many proposals had which outcome: '1 dropped, 12 changed, 25 kept; 10 new at adoption'."""
    tally = outcome.tally
    proposals = [f"{count} {word}" for word, count in tally.items() if word != "new"]
    total = sum(count for word, count in tally.items() if word != "new")
    counts = Counter((change.kind, change.outcome) for change in outcome.beside())
    others = []
    for kind in dict.fromkeys(kind for kind, _ in counts):
        words = [f"{counts[kind, word]} {word}" for word in _OF_PROPOSALS if counts[kind, word]]
        others += [f"{kind}: {', '.join(words)}"] if words else []
    nothing = "the draft proposed no words of a paragraph" if others else "the draft proposed nothing"
    parts = [f"{counted(total, 'proposal')}: {', '.join(proposals)}" if total else nothing, *others]
    if not outcome.is_selection:
        new = tally.get("new", 0) + sum(count for (_, word), count in counts.items() if word == "new")
        parts.append(f"{new} new at adoption" if new else "nothing new at adoption")
    return "; ".join(parts)


def concession_heading(concession: Concession, outcome: DraftOutcome) -> str:
    """What the draft proposed, and the ids in the texts by their symbols: 'added (L.4 OP5 → 80/156 OP6)'."""
    places = (concession.base, concession.draft, concession.adopted)
    ids = [
        f"{name_of(text)} {names(numbers, text.paragraphs)}"
        for numbers, text in zip(places, outcome.texts, strict=True)
        if numbers
    ]
    carried = _carried_to(concession, outcome)
    what = concession.proposal or f"{concession.at_adoption} at adoption"
    note = f"; words of it stand in {', '.join(carried)}" if carried else ""
    return f"{what} ({' → '.join(ids)}{note})"


def _carried_to(concession: Concession, outcome: DraftOutcome) -> list[str]:
    """Where runs of words of a paragraph that was lost stand in the adopted text."""
    if concession.outcome != "dropped":
        return []
    paragraphs = outcome.texts[2].paragraphs
    places = [
        run.to
        for change in outcome.adopted.changes
        if set(change.base) & set(concession.draft)
        for run in change.carried
        if run.to is not None
    ]
    return [paragraphs[place].id for place in dict.fromkeys(places)]


def changes_shown(concession: Concession, outcome: DraftOutcome) -> tuple[Comparison, list[Change]]:
    """The changes that tell an outcome, and the comparison in which they stand: those of the draft's
    paragraphs, or of what stands in the other text alone.
    """
    if concession.outcome in _AT_ADOPTION:
        comparison = outcome.adopted
        sides = {j: change for change in comparison.changes for j in change.base}
        others = {j: change for change in comparison.changes if not change.base for j in change.revised}
        places = concession.adopted
    else:
        comparison = outcome.proposed
        sides = {j: change for change in comparison.changes for j in change.revised}
        others = {i: change for change in comparison.changes if not change.revised for i in change.base}
        places = concession.base
    changes = [sides[j] for j in concession.draft] or [others[place] for place in places]
    return comparison, list(dict.fromkeys(changes))


BESIDE_TITLE = "Title, footnotes, moves"
"""What stands above what became of these."""


def beside_lines(outcome: DraftOutcome) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """What became of title, footnotes and moves: a heading each, with the words that adoption changed, else
    those that the draft proposed; of a move none.
    """
    symbols = [name_of(text) for text in outcome.texts]
    for change in outcome.beside():
        ids = [f"{name} {one}" for name, one in zip(symbols, change.ids, strict=True) if one]
        where = f" ({' → '.join(ids)})" if ids else ""
        became = "changed at adoption alone" if change.outcome == "new" else change.outcome
        yield f"{change.kind} {became}{where}", change.edits()


def proposed_lines(concession: Concession, outcome: DraftOutcome) -> Iterator[str]:
    """For each author of tracked changes a line: 'Ada Moor: + all (adopted), - yearly (not adopted)'."""
    words: dict[str, list[str]] = {}
    for proposed in proposed_words(concession, outcome):
        sign = "+" if proposed.kind == "insert" else "-"
        fate = "adopted" if proposed.is_adopted else "not adopted"
        fate = "adopted in part" if proposed.is_adopted_in_part else fate
        words.setdefault(proposed.by, []).append(f"{sign} {ends_of_run(proposed.text)} ({fate})")
    for author, its_words in words.items():
        yield f"{author}: {', '.join(its_words)}"


def concession_rows(outcome: DraftOutcome) -> Iterator[dict[str, object]]:
    """A row for each proposal, also of title, footnotes and moves, and for what adoption alone changed: the
    outcome, what was proposed, the ids in the three texts, and the readings as far as there are any.
    """
    columns = ("last_year", "draft", "adopted")
    for concession in outcome.concessions:
        places = (concession.base, concession.draft, concession.adopted)
        row: dict[str, object] = {
            "outcome": concession.outcome,
            "proposal": concession.proposal,
            "at_adoption": concession.at_adoption,
        }
        pairs = list(zip(columns, places, outcome.texts, strict=True))
        row |= {name: names(numbers, text.paragraphs) or None for name, numbers, text in pairs}
        yield row | {f"{name}_text": reading_at(numbers, text) for name, numbers, text in pairs}
    for change in outcome.beside():
        is_new = change.outcome == "new"
        proposal, at_adoption = (None, change.kind) if is_new else (change.kind, None)
        row = {"outcome": change.outcome, "proposal": proposal, "at_adoption": at_adoption}
        row |= {name: one or None for name, one in zip(columns, change.ids, strict=True)}
        yield row | {f"{name}_text": words for name, words in zip(columns, change.wordings, strict=True)}


def reading_at(places: Sequence[int], text: Resolution) -> str | None:
    """The reading of some paragraphs of a text; None of none."""
    return text.reading(places) or None
