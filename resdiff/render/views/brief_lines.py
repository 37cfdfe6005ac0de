"""The lines of a brief: what each item says, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resdiff.core.asks import Ask
from resdiff.core.brief import Brief, BriefItem, SectionName
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import hunks_of
from resdiff.core.compare.minor import says_something
from resdiff.core.model import Resolution
from resdiff.core.worddiff import Edit
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.labels import heading
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.style import StyleName

_THOUGHT = 8
"""Words that name a thought at most."""
_NO_ADDRESSEE = "(none named)"
_ACT = 26
"""Words that say what is asked at most."""
_HUNKS = 3
"""Places of a change that are shown."""
_HUNK_WORDS = 12
"""Words of a side of each."""
_ROUTINE_WORDS = {
    "names": "names and citations",
    "typography": "numbers and punctuation",
    "past event": "no longer mentioned",
    "recalled": "now only recalled",
    "procedure": "formula",
    "ignored": "ignored terms",
    "roll-over": "dates and sessions",
}
"""What the rules of routine are called in a sentence."""
_LEADING = frozenset("that the a an of by with at to on in as for its importance need".split())
"""Words that begin a thought and name nothing."""


class BriefLine(NamedTuple):
    """One line: the paragraphs that it is about, who is asked or what is altered, and the words."""

    name: str
    """The ids of its paragraphs: 'OP4', 'OP28, OP33'."""
    changes: tuple[int, ...]
    """The places of its changes in the comparison, to which it leads."""
    who: str
    runs: tuple[tuple[StyleName, str], ...]
    """The words, in styles."""

    @property
    def text(self) -> str:
        """The words without style, taken out in '[-' and put in in '{+'."""
        signs = {"delete": "[-{}-]", "insert": "{{+{}+}}"}
        return "".join(signs.get(style, "{}").format(text) for style, text in self.runs)


def brief_line(brief: Brief, name: SectionName, item: BriefItem) -> BriefLine:
    """The line of an item of a section."""
    comparison = brief.comparison
    change = comparison.changes[item.changes[0]]
    where = heading(change, comparison)
    if name in ("new asks", "asks gone"):
        return _ask_line(brief, item, comparison.revised if name == "new asks" else comparison.base)
    if name == "altered" and (ask := item.asks[0].revised) is not None:
        text = comparison.revised
        return BriefLine(_id_of(ask, text), item.changes, _who(ask, text), _altered(item.asks[0]))
    if item.watched is not None:
        ids = ", ".join(dict.fromkeys(heading(comparison.changes[k], comparison) for k in item.changes))
        style: StyleName = "added" if item.watched.change == "added" else "dropped"
        sign = "+" if item.watched.change == "added" else "−"
        return BriefLine(ids, item.changes, "", ((style, f"{sign} “{item.watched.term}”"),))
    if name == "also matters":
        return BriefLine(where, item.changes, ", ".join(item.rules), _edit_runs(change, _HUNKS))
    if name == "reworded":
        return BriefLine(where, item.changes, "", _edit_runs(change, 1))
    if name == "elsewhere":
        return BriefLine(where, item.changes, "", ())
    text = comparison.revised if change.revised else comparison.base
    return BriefLine(where, item.changes, "", (("", _thought(brief, change, text)),))


def _id_of(ask: Ask | None, text: Resolution) -> str:
    return text.paragraphs[ask.paragraph].id if ask is not None else ""


def _ask_line(brief: Brief, item: BriefItem, text: Resolution) -> BriefLine:
    """Who is asked to do what, by when; several asks of one verb and addressee with all their ids."""
    asks = [ask for change in item.asks if (ask := change.revised or change.base) is not None]
    first = asks[0]
    names = ", ".join(dict.fromkeys(_id_of(ask, text) for ask in asks))
    who = _who(first, text)
    what = "; ".join(_act(ask) for ask in asks)
    hedges = ", ".join(dict.fromkeys(h for ask in asks for h in ask.hedges if h not in what.lower()))
    runs: list[tuple[StyleName, str]] = [("", f"{third_person(first.verb.sense.lemma)}: {what}")]
    due = [term for ask in asks for term in ask.due if term not in what]
    if due:
        runs.append(("", f", {', '.join(due)}"))
    if hedges:
        runs.append(("faint", f"  [{hedges}]"))
    if any(brief.comparison.changes[k].base and brief.comparison.changes[k].revised for k in item.changes):
        runs.append(("faint", "  (in a standing paragraph)"))
    return BriefLine(names, item.changes, who, tuple(runs))


def _who(ask: Ask, text: Resolution) -> str:
    """Who is asked; of a decision the organ itself."""
    if ask.addressee_name is None and ask.verb.sense.lemma == "decide":
        return text.masthead.organ or "(the organ)"
    return (ask.addressee_name or _NO_ADDRESSEE).replace("United Nations", "UN")


def _act(ask: Ask) -> str:
    """What is asked, without the 'to' of the infinitive."""
    words = ask.clause.strip(" ,;.:")
    return _first_words(words.removeprefix("to ").strip(), _ACT) or ask.verb.phrase.lower()


def _altered(change: AskChange) -> tuple[tuple[StyleName, str], ...]:
    """The aspects of an altered ask, and both wordings in one line."""
    runs: list[tuple[StyleName, str]] = []
    has_words = not {"what", "scope", "pace"}.isdisjoint(change.aspects)
    for aspect, old, new in aspect_values(change):
        if aspect != "figure" or not has_words:
            runs += _both(old, new) if not runs else [("", " · "), *_both(old, new)]
    if has_words:
        hunks = list(_hunk_runs(change.clause_edits(), _HUNKS))
        runs += [("", " · "), *hunks] if runs and hunks else hunks
    head: list[tuple[StyleName, str]] = [("", f"{', '.join(change.aspects)}: ")]
    return (*head, *runs)


def _both(old: str, new: str) -> list[tuple[StyleName, str]]:
    if NOTHING in (old, new):
        return [("added", f"+ {new}") if old == NOTHING else ("dropped", f"− {old}")]
    return [("dropped", old), ("", " → "), ("added", new)]


def _edit_runs(change: Change, most: int) -> tuple[tuple[StyleName, str], ...]:
    """The words that changed; of a paragraph that came or went its first ones."""
    if not change.base or not change.revised:
        text = change.edits[0].text if change.edits else ""
        return (("added" if change.revised else "dropped", _first_words(text, 2 * _HUNK_WORDS)),)
    return tuple(_hunk_runs(change.shown_edits, most))


def _hunk_runs(edits: Sequence[Edit], most: int) -> Iterator[tuple[StyleName, str]]:
    """The first places, `most` of them, at which words change: '+ words', '− words', 'words → words'."""
    hunks = [hunk for hunk in hunks_of(edits) if says_something(hunk)]
    for k, hunk in enumerate(hunks[:most]):
        if k:
            yield "", " · "
        gone, come = (_first_words(side.strip(" ,;."), _HUNK_WORDS) for side in (hunk.gone, hunk.come))
        yield from _both(gone or NOTHING, come or NOTHING)
    if len(hunks) > most:
        yield "faint", f" ({len(hunks) - most} more)"


def _first_words(text: str, most: int) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} …"


def _thought(brief: Brief, change: Change, text: Resolution) -> str:
    """The words behind the verb that name a thought."""
    paragraph = text.paragraphs[(change.revised or change.base)[0]]
    verbs = brief.comparison.revised_verbs if change.revised else brief.comparison.base_verbs
    its = verbs[(change.revised or change.base)[0]] if verbs is not None else ()
    begin = its[0].end if its and not its[0].inner else 0
    words = paragraph.text[begin:].strip(" ,;.:").split()
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    return _first_words(" ".join(words), _THOUGHT)


def rolled_lines(brief: Brief, items: Sequence[BriefItem]) -> Iterator[BriefLine]:
    """What moved on: the facts that most paragraphs share, each with its paragraphs; then the rest."""
    comparison = brief.comparison
    moves: dict[tuple[str, str], list[int]] = {}
    for item in items:
        place = item.changes[0]
        for hunk in hunks_of(comparison.changes[place].shown_edits):
            gone, come = hunk.gone.strip(" ,;."), hunk.come.strip(" ,;.")
            if gone and come and len(gone.split()) <= _THOUGHT and "roll-over" in item.rules:
                moves.setdefault((gone, come), []).append(place)
    named: set[int] = set()
    for (gone, come), places in sorted(moves.items(), key=lambda move: (-len(move[1]), move[1])):
        if len(places) < 2 and named:
            break
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in dict.fromkeys(places))
        named.update(places)
        yield BriefLine(ids, tuple(places), "", (("", f"{gone} → {come}"),))
    rest = [item for item in items if item.changes[0] not in named]
    counts = Counter(item.rules[0] for item in rest)
    for rule in counts:
        places = [item.changes[0] for item in rest if item.rules[0] == rule]
        ids = ", ".join(heading(comparison.changes[place], comparison) for place in places)
        yield BriefLine(ids, tuple(places), "", (("faint", f"({_ROUTINE_WORDS.get(rule, rule)})"),))


def third_person(lemma: str) -> str:
    """A verb as texts have it: 'calls upon' for 'call upon'."""
    verb, _, rest = lemma.partition(" ")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    stem = f"{verb[:-1]}ie" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb
    form = {"be": "is", "have": "has"}.get(verb, stem + ("s" if stem != verb else ending))
    return f"{form} {rest}".strip()
