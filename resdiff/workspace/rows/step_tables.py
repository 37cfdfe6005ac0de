"""The tables of steps: what became of paragraphs, verbs, asks and citations from one text to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from resdiff.core.citations import documents_cited
from resdiff.core.compare import KINDS, Change, Comparison
from resdiff.core.compare.asks import AskOutcome
from resdiff.core.model import Resolution
from resdiff.core.tokens import matching_words
from resdiff.core.verbs.shift import VerbOutcome
from resdiff.core.worddiff import Edit, EditKind
from resdiff.workspace.rows.columns import Column, Row, Table

_ASK_OUTCOMES: tuple[AskOutcome, ...] = get_args(AskOutcome)
_VERB_OUTCOMES = tuple(outcome for outcome in get_args(VerbOutcome) if outcome != "kept")
_MATTERS = 3
"""The weight of a change that matters."""


def _changes(comparison: Comparison) -> Iterator[Row]:
    answers = comparison.answers()
    for number, row in enumerate(comparison.to_rows()):
        is_paragraph = number < len(comparison.changes)
        change = comparison.changes[number] if is_paragraph else None
        words = _words_of(comparison, change) if change is not None else {}
        yield {
            "kind": row["kind"],
            "moved": row["moved"],
            "renumbered": row["renumbered"],
            "base_paragraph": row["base"] or None,
            "paragraph": row["revised"] or None,
            "weight": answers[number].weight.value if change is not None else None,
            "rules": "; ".join(answers[number].weight.rules) or None if change is not None else None,
            "similarity": row["similarity"],
            "words_kept": words.get("equal"),
            "words_added": words.get("insert"),
            "words_dropped": words.get("delete"),
            "base_text": row["base_text"] or None,
            "text": row["revised_text"] or None,
        }


def _words_of(comparison: Comparison, change: Change) -> Counter[str]:
    """How many words of a change stayed ('equal'), came ('insert') and went ('delete'). What differs in form
    alone stayed: in a paragraph that counts as unchanged, or where other signs write the same words.
    """
    counts: Counter[str] = Counter()
    if change.edits and change.kind != "unchanged":
        for kind, count in _counts_of(change.edits):
            counts[kind] += count
    elif change.base and change.revised:
        counts["equal"] = _count(comparison.revised_reading(change))
    else:
        counts["insert"] = _count(comparison.revised_reading(change))
        counts["delete"] = _count(comparison.base_reading(change))
    return Counter({kind: counts[kind] for kind in ("equal", "insert", "delete")})


def _counts_of(edits: Sequence[Edit]) -> Iterator[tuple[EditKind, int]]:
    """How many words each edit has; words that are only written with other signs stayed."""
    k = 0
    while k < len(edits):
        edit, words = edits[k], matching_words(edits[k].text)
        after = edits[k + 1] if k + 1 < len(edits) else None
        is_same = (
            after is not None
            and {edit.kind, after.kind} == {"delete", "insert"}
            and words == matching_words(after.text)
        )
        yield ("equal" if is_same else edit.kind), len(words)
        k += 2 if is_same else 1


def _count(text: str) -> int:
    return len(matching_words(text))


def _ids(text: Resolution, places: Iterable[int]) -> str | None:
    return " ".join(text.paragraphs[place].id for place in places) or None


def _shifts(comparison: Comparison) -> Iterator[Row]:
    for change in comparison.changes:
        for shift in change.verb_changes:
            base, revised = shift.base, shift.revised
            one = change.base if shift.base_paragraph is None else (shift.base_paragraph,)
            two = change.revised if shift.revised_paragraph is None else (shift.revised_paragraph,)
            yield {
                "outcome": shift.outcome,
                "base_paragraph": _ids(comparison.base, one),
                "paragraph": _ids(comparison.revised, two),
                "base_phrase": base.phrase if base is not None else None,
                "phrase": revised.phrase if revised is not None else None,
                "base_lemma": base.sense.lemma if base is not None else None,
                "lemma": revised.sense.lemma if revised is not None else None,
                "base_pivot": base.sense.english_lemma if base is not None else None,
                "pivot": revised.sense.english_lemma if revised is not None else None,
                "scale": next((verb.sense.scale for verb in (revised, base) if verb is not None), None),
                "base_strength": base.sense.strength if base is not None else None,
                "strength": revised.sense.strength if revised is not None else None,
            }


def _ask_changes(comparison: Comparison) -> Iterator[Row]:
    for change in comparison.asks():
        base, revised = change.base, change.revised
        shown = revised or base
        if shown is None:
            continue
        yield {
            "outcome": change.outcome,
            "aspects": "; ".join(change.aspects) or None,
            "base_paragraph": _ids(comparison.base, (base.paragraph,)) if base is not None else None,
            "paragraph": _ids(comparison.revised, (revised.paragraph,)) if revised is not None else None,
            "base_verb": base.verb.sense.lemma if base is not None else None,
            "verb": revised.verb.sense.lemma if revised is not None else None,
            "addressee": shown.addressee_name,
            "task": shown.task,
            "base_due": "; ".join(base.due) or None if base is not None else None,
            "due": "; ".join(revised.due) or None if revised is not None else None,
            "base_text": base.clause if base is not None else None,
            "text": revised.clause if revised is not None else None,
        }


def _citation_changes(comparison: Comparison) -> Iterator[Row]:
    base = documents_cited(comparison.base, comparison.base_verbs)
    revised = documents_cited(comparison.revised, comparison.revised_verbs)
    for symbol in dict.fromkeys((*revised, *base)):
        one, two = base.get(symbol, ()), revised.get(symbol, ())
        yield {
            "symbol": symbol,
            "outcome": "carried on" if one and two else "added" if two else "dropped",
            "base_paragraphs": _ids(comparison.base, one),
            "paragraphs": _ids(comparison.revised, two),
        }


def _measures(comparison: Comparison) -> Iterator[Row]:
    summary = comparison.summary
    words: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for change in comparison.changes:
        words += _words_of(comparison, change)
        verbs.update(shift.outcome for shift in change.verb_changes)
    asks = Counter(change.outcome for change in comparison.asks())
    base_sponsors, sponsors = (set(t.masthead.sponsors) for t in (comparison.base, comparison.revised))
    symbols = [
        set(documents_cited(text, its))
        for text, its in (
            (comparison.base, comparison.base_verbs),
            (comparison.revised, comparison.revised_verbs),
        )
    ]
    weights = Counter(answer.weight.value for answer in comparison.answers())
    yield {
        "base_paragraphs": len(comparison.base.paragraphs),
        "paragraphs": len(comparison.revised.paragraphs),
        **{f"paragraphs_{kind}": getattr(summary, kind) for kind in KINDS},
        "paragraphs_moved": summary.moved,
        "changes_that_matter": weights[_MATTERS],
        "words_kept": words["equal"],
        "words_added": words["insert"],
        "words_dropped": words["delete"],
        **{f"verbs_{outcome}": verbs[outcome] for outcome in _VERB_OUTCOMES},
        **{f"asks_{outcome.replace(' ', '_')}": asks[outcome] for outcome in _ASK_OUTCOMES},
        "citations_added": len(symbols[1] - symbols[0]),
        "citations_dropped": len(symbols[0] - symbols[1]),
        "sponsors_new": len(sponsors - base_sponsors),
        "sponsors_gone": len(base_sponsors - sponsors),
    }


_PARAGRAPHS = {
    "base_paragraph": Column("text", "the ids of its paragraphs in the text before"),
    "paragraph": Column("text", "their ids in the text: PP3, OP12(a)"),
}
_COUNT = "how many"
STEP_TABLES = (
    Table(
        "changes",
        "a paragraph and what became of it",
        {
            "kind": Column(
                "text",
                "unchanged, edited, added, dropped, split, merged; title, sponsors, footnote, vote, ...",
            ),
            "moved": Column("boolean", "whether it stands at another place"),
            "renumbered": Column("boolean", "whether its number alone changed"),
            **_PARAGRAPHS,
            "weight": Column("integer", "3 matters, 2 is substance, 1 routine, 0 typography"),
            "rules": Column("text", "the rules that give the weight (resdiff brief --rules)"),
            "similarity": Column("number", "share of words in common, 0 to 1"),
            "words_kept": Column("integer", _COUNT),
            "words_added": Column("integer", _COUNT),
            "words_dropped": Column("integer", _COUNT),
            "base_text": Column("text", "the reading before"),
            "text": Column("text", "the reading"),
        },
        of_step=_changes,
    ),
    Table(
        "shifts",
        "a verb that came, went or was replaced",
        {
            "outcome": Column("text", ", ".join(_VERB_OUTCOMES)),
            **_PARAGRAPHS,
            "base_phrase": Column("text", "as written before"),
            "phrase": Column("text", "as written"),
            "base_lemma": Column("text", "without inflection, before"),
            "lemma": Column("text", "without inflection"),
            "base_pivot": Column("text", "the English lemma of the same sense, before"),
            "pivot": Column("text", "the English lemma of the same sense"),
            "scale": Column("text", "the ladder it stands on; empty where it has no rank"),
            "base_strength": Column("integer", "its rung before, 0 to 10"),
            "strength": Column("integer", "its rung, 0 to 10"),
        },
        of_step=_shifts,
    ),
    Table(
        "ask_changes",
        "an ask and what became of it",
        {
            "outcome": Column("text", ", ".join(_ASK_OUTCOMES)),
            "aspects": Column("text", "what is altered: verb, who, what, scope, figure, pace, due, hedge"),
            **_PARAGRAPHS,
            "base_verb": Column("text", "the lemma before"),
            "verb": Column("text", "the lemma"),
            "addressee": Column("text", "without articles; empty where nobody is named"),
            "task": Column("text", "report, meeting, mandate or other"),
            "base_due": Column("text", "as written before"),
            "due": Column("text", "as written"),
            "base_text": Column("text", "what was asked"),
            "text": Column("text", "what is asked"),
        },
        of_step=_ask_changes,
    ),
    Table(
        "citation_changes",
        "a document that one of two texts cites",
        {
            "symbol": Column("text", "of what is cited: S/RES/2140 (2014), A/RES/60/251"),
            "outcome": Column("text", "added, dropped, carried on"),
            "base_paragraphs": Column("text", "the ids of the paragraphs that cited it"),
            "paragraphs": Column("text", "the ids of those that cite it"),
        },
        of_step=_citation_changes,
    ),
    Table(
        "measures",
        "a text and the one before it, in figures",
        {
            "base_paragraphs": Column("integer", "of the text before"),
            "paragraphs": Column("integer", "of the text"),
            **{f"paragraphs_{kind}": Column("integer", _COUNT) for kind in KINDS},
            "paragraphs_moved": Column("integer", "how many, edited or not"),
            "changes_that_matter": Column("integer", "those of weight 3"),
            "words_kept": Column("integer", "of all paragraphs; Chinese characters one by one"),
            "words_added": Column("integer", _COUNT),
            "words_dropped": Column("integer", _COUNT),
            **{f"verbs_{outcome}": Column("integer", _COUNT) for outcome in _VERB_OUTCOMES},
            **{f"asks_{outcome.replace(' ', '_')}": Column("integer", _COUNT) for outcome in _ASK_OUTCOMES},
            "citations_added": Column("integer", "documents that are newly cited"),
            "citations_dropped": Column("integer", "documents that are no longer cited"),
            "sponsors_new": Column("integer", _COUNT),
            "sponsors_gone": Column("integer", _COUNT),
        },
        of_step=_measures,
    ),
)
