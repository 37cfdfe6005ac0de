"""Asks in words, as every medium shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import figures_of, hedges_of
from resdiff.core.compare.asks import AskChange, Balance
from resdiff.core.wording import counted
from resdiff.render.views.notes import NOTHING


def described(ask: Ask) -> str:
    """The verb, who is asked, and the facts: 'requests: Warden · report to the Council · at its session'."""
    task = "" if ask.task in (None, "other") else f"{ask.task}"
    if ask.to is not None:
        task = f"{task} to {ask.to}"
    facts = [ask.addressee_name or "(none named)", task, *ask.due]
    hedges = f" [{', '.join(dict.fromkeys(ask.hedges))}]" if ask.hedges else ""
    return f"{ask.verb.phrase.lower()}: {' · '.join(fact for fact in facts if fact)}{hedges}"


def ask_counts(asks: Sequence[AskChange]) -> str:
    """How many asks are new, altered, gone and carried on."""
    counts = Counter(change.outcome for change in asks)
    new = counted(counts["new"], "new ask") if counts["new"] else "no new ask"
    others = (f"{counts[outcome] or 'none'} {outcome}" for outcome in ("altered", "gone", "carried on"))
    return ", ".join([new, *others])


def balance_words(balance: Sequence[Balance]) -> str:
    """The balance of operative verbs: 'request 2→5, call upon 7→8'."""
    return ", ".join(f"{row.lemma} {row.base}→{row.revised}" for row in balance)


def aspect_values(change: AskChange) -> Iterator[tuple[str, str, str]]:
    """For each aspect in which an ask is altered its name and what stands in one text alone; what is asked is
    left out, whose edits are shown, and so are terms and hedges that both texts have.
    """
    old, new = change.base, change.revised
    if old is None or new is None:
        return
    for aspect in change.aspects:
        if aspect == "verb":
            yield aspect, old.verb.phrase.lower(), new.verb.phrase.lower()
        elif aspect == "who":
            yield aspect, old.addressee or NOTHING, new.addressee or NOTHING
        elif aspect == "due":
            gone = [term for term in old.due if term not in new.due]
            come = [term for term in new.due if term not in old.due]
            if gone or come:
                yield aspect, ", ".join(gone) or NOTHING, ", ".join(come) or NOTHING
        elif aspect == "figure":
            yield aspect, ", ".join(figures_of(old)) or NOTHING, ", ".join(figures_of(new)) or NOTHING
        elif aspect == "hedge":
            lost, won = hedges_of(old) - hedges_of(new), hedges_of(new) - hedges_of(old)
            yield aspect, ", ".join(lost) or NOTHING, ", ".join(won) or NOTHING
