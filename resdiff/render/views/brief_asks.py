"""What a brief says of asks: who is asked to do what, by when, and what is altered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from resdiff.core import languages
from resdiff.core.asks import Ask
from resdiff.core.brief import Brief, BriefItem
from resdiff.core.brief.carried import asked_before_of, places_of_ask
from resdiff.core.brief.sides import bare
from resdiff.core.compare import Comparison
from resdiff.core.compare.ask_aspects import figures_of
from resdiff.core.compare.asks import AskChange
from resdiff.core.compare.changes import Change
from resdiff.core.compare.hunks import Hunk, hunks_of
from resdiff.core.languages import english_words
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs import Verbs
from resdiff.core.worddiff import WordDiff, shown_edits
from resdiff.core.wording import counted, third_person
from resdiff.render.views.ask_threads import ENDS
from resdiff.render.views.asks import aspect_values
from resdiff.render.views.brief_line import NEXT_ASK, NOTE_GAP, SHORT, BriefLine, Detail, Runs
from resdiff.render.views.brief_words import amount_runs, both_values, hunk_runs, joined_runs
from resdiff.render.views.first_words import first_words
from resdiff.render.views.labels import in_ranges
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.pointed import Weigh, pointed_words
from resdiff.render.views.style import StyleName

_SURELY_SHOWN = 12
"""Words of an ask that no screen cuts: a term that stands in them is not said again."""
_NEAR_ACT = 24
"""Characters of an act before which a term stands between it and its object, beside those of the term."""
_COMMON_OF_NAME = 4
"""Words that two names have in common from which on only what differs is shown."""
_WHICH_OF_THEM = compiled_late(english_words.WHICH_OF_THEM)
_BEFORE_ACT = compiled_late(english_words.ADVERBIAL_BEFORE_ACT, re.IGNORECASE)
_ASIDE = compiled_late(r"^((?:… )?[a-z]+), [^,;]{1,90}, (?=that |the |to |their |its )")
"""What stands between an act and its object: 'ensure, in this regard, that'."""
_LONG_ASIDE = compiled_late(
    rf"^((?:… )?[a-z]+), (?:{english_words.BEGINS_ASIDE})\b[^;]{{1,400}}?, (?=an? |that )"
)
"""The same with commas of its own: 'prepare, in consultation with ports, fisheries and others, a report'."""
_TAKES_MEASURES = compiled_late(english_words.TAKES_MEASURES)
_FURTHER_ACT = compiled_late(english_words.FURTHER_ACT)
_LAST_JOINED = compiled_late(english_words.LAST_JOINED)
_REFERS_BACK = compiled_late(english_words.BEGINS_WITH_REFERENCE)
_NO_ADDRESSEE = "(none named)"
POINTS = "all its points"
FEW_RESTATED = 3
"""Asks whose words stand in one paragraph of the other text, up to which it is said what each asks."""
_SHARED_ACT, _LEAST_ACT = 18, 7
"""Words that say what asks that share a line ask, together; and for each at least."""


def ask_line(brief: Brief, item: BriefItem, text: Resolution, detail: Detail) -> BriefLine:
    """Who is asked to do what, by when; several asks of one verb and addressee with all their ids."""
    asks = [ask for change in item.asks if (ask := change.revised or change.base) is not None]
    names = in_ranges([ask_id(ask, text) for ask in asks])
    who, verb = who_of(asks[0], text), verb_of(asks[0], text)
    if len(asks) > FEW_RESTATED and len(set(item.restated)) == 1 and item.restated[0]:
        note = (
            f"{NOTE_GAP}({'recalled by number' if all(item.recalled) else 'their words'}: {item.restated[0]})"
        )
        words: Runs = (("", counted(len(asks), "ask")), ("faint", note))
        return BriefLine(names, item.changes, who, words, verb, asks=len(asks))
    most = detail.act if len(asks) == 1 else max(_SHARED_ACT // len(asks), _LEAST_ACT)
    verbs = brief.comparison.base_verbs if item.asks[0].revised is None else brief.comparison.revised_verbs
    weigh = partial(brief.news.weight, is_new=item.asks[0].revised is not None)
    acts = [f"{_without_term(act_of(ask, most, weigh), ask.due)}{_meant(ask, text, verbs)}" for ask in asks]
    terms = [_not_shown(_of_first_act(ask), act) for ask, act in zip(asks, acts, strict=True)]
    due = terms[0] if len(set(terms)) == 1 else ""  # what holds for all stands once, before them
    runs: list[tuple[StyleName, str]] = []
    for k, (ask, act, term) in enumerate(zip(asks, acts, terms, strict=True)):
        beside = ", ".join((*_hedges_beside(ask, act, most), *_terms_further_on(ask, act)))
        own = f" ({term})" if term and not due else ""
        notes = f"{f'{NOTE_GAP}[{beside}]' if beside else ''}{_said_of(brief, item, k)}"
        runs += [("", f"{NEXT_ASK if k else ''}{act}{own}"), *((("faint", notes),) if notes else ())]
    is_said = any(item.answered) or any(item.restated)
    changes = [brief.comparison.changes[k] for k in item.changes]
    is_within = asks[0].verb.inner or not asks[0].is_own
    stands = all(change.base and change.revised for change in changes)
    if not is_said and stands and (is_within or _is_promoted(changes[0], brief.comparison)):
        others = [ask for place in item.changes for ask in brief.answers[place].asks]
        runs.append(("faint", f"{NOTE_GAP}({_where(changes[0], brief.comparison, item.asks[0], others)})"))
    line = BriefLine(names, item.changes, who, tuple(runs), f"{verb} ({due})" if due else verb)
    return line._replace(asks=len(asks))


def _hedges_beside(ask: Ask, act: str, most: int) -> Iterator[str]:
    """The hedges that do not stand in the words of an act; those of what is cut are said to be."""
    for hedge in (hedge for hedge in dict.fromkeys(ask.hedges) if hedge not in f"to {act.lower()}"):
        is_behind = len(ask.clause.lower().partition(hedge)[0].split()) >= most
        yield f"further on: {hedge}" if is_behind else hedge


def _of_first_act(ask: Ask) -> list[str]:
    """The terms by which the first of the acts of an ask is due: 'to write a plan and to report at its next
    session' has none. A term that does not stand in what is asked, as of a list, is of all of them.
    """
    further = _FURTHER_ACT.search(ask.clause)
    behind = ask.clause[further.start() :] if further is not None else ""
    before = ask.clause[: further.start()] if further is not None else ""
    return [term for term in ask.due if term not in behind or term in before]


def _terms_further_on(ask: Ask, act: str) -> Iterator[str]:
    """The terms of the further acts of an ask, where no screen shows them with the act."""
    first = _of_first_act(ask)
    later = [term for term in ask.due if term not in first]
    if missing := _not_shown(later, act):
        yield f"further on: {missing}"


def _meant(ask: Ask, text: Resolution, verbs: Verbs | None) -> str:
    """What 'its', or 'in this regard', means at the beginning of what is called for: what the paragraph says
    before.
    """
    if verbs is None or _REFERS_BACK.match(ask.clause) is None:
        return ""
    ends = [verb.end for verb in verbs[ask.paragraph] if verb.end <= ask.verb.start]
    said = text.paragraphs[ask.paragraph].text[ends[-1] : ask.verb.start] if ends else ""
    said = said.strip().removesuffix("and").strip(" ,;")
    return f" [{first_words(_LAST_JOINED.split(said)[-1], SHORT.lead)}]" if said else ""


def _without_term(act: str, terms: Sequence[str]) -> str:
    """An act without a term between it and its object, which is said before it: 'organize … a panel'."""
    term = next((term for term in terms if f", {term}, " in act[: len(term) + _NEAR_ACT]), "")
    return act.replace(f", {term}, ", " … ", 1) if term else act


def _not_shown(terms: Sequence[str], act: str) -> str:
    """The terms that do not stand in those words of an act that no screen cuts."""
    begin = " ".join(act.split()[:_SURELY_SHOWN])
    return ", ".join(dict.fromkeys(term for term in terms if term not in begin))


def _said_of(brief: Brief, item: BriefItem, number: int) -> str:
    """What the revised text says of an ask that is gone; with the verb of the paragraph that has its words,
    where that has but one.
    """
    if item.answered and item.answered[number]:
        return f"{NOTE_GAP}(answered: {item.answered[number]})"
    place = item.restated[number] if item.restated else ""
    if not place:
        end = item.ends[number] if item.ends else "lapsed"
        return f"{NOTE_GAP}({ENDS[end]})" if end != "lapsed" else ""
    if item.recalled and item.recalled[number]:
        return f"{NOTE_GAP}(recalled by number: {place})"
    text, verbs = brief.comparison.revised, brief.comparison.revised_verbs or ()
    rows = zip(text.paragraphs, verbs, strict=False)
    its = [verb for paragraph, row in rows if paragraph.id == place for verb in row]
    sense = its[0].sense if len(its) == 1 else None
    verb = third_person(sense.lemma, text.language) if sense is not None else ""
    return f"{NOTE_GAP}(its words: {place}{f', which {verb}' if verb else ''})"


def _where(change: Change, comparison: Comparison, ask: AskChange, others: Sequence[AskChange]) -> str:
    """Where an ask came, or went, in a paragraph that stands, with the verb that took the place of its own,
    or of whom it was asked before; or that the paragraph came from the preamble.
    """
    if ask.base is not None:
        after = comparison.revised.paragraphs[change.revised[0]].id
        shifts = (verb.revised for verb in change.verbs if verb.base == ask.base.verb)
        now = next((verb for verb in shifts if verb is not None), None)
        return f"the rest of its paragraph: {after}" if now is None else f"now {now.phrase.lower()}: {after}"
    whom = asked_before_of(ask.revised, others) if ask.revised is not None else None
    if whom is not None:
        return f"asked before of {whom}"
    before = comparison.base.paragraphs[change.base[0]].id
    is_promoted = _is_promoted(change, comparison)
    return f"before {before}, in the preamble" if is_promoted else "in a standing paragraph"


def _is_promoted(change: Change, comparison: Comparison) -> bool:
    """Whether a paragraph went from the preamble to the operative part."""
    one, two = comparison.base.paragraphs[change.base[0]], comparison.revised.paragraphs[change.revised[0]]
    return one.part == "preamble" and two.part == "operative"


def verb_of(ask: Ask, text: Resolution) -> str:
    """The verb in the third person, with what makes it stronger or weaker: 'strongly encourages'; one that
    goes on as it is: 'continues to urge'.
    """
    sense, phrase = ask.verb.sense, ask.verb.phrase.lower()
    if phrase.endswith(f" to {sense.lemma}"):
        return phrase
    return third_person(sense.lemma, text.language, sense.modifiers)


def who_of(ask: Ask, text: Resolution) -> str:
    """Who is asked; of a decision the organ itself."""
    if ask.addressee_name is None and ask.verb.sense.english_lemma == "decide":
        return _bare_organ(text) or "(the organ)"
    return (ask.addressee_name or _NO_ADDRESSEE).replace("United Nations", "UN")


def _bare_organ(text: Resolution) -> str:
    """The organ of a text without an article or particle: 'Conseil de sécurité'."""
    article = getattr(languages.MODULES.get(text.language or ""), "ARTICLE", "(?!)")
    return re.sub(article, "", text.masthead.organ or "", flags=re.IGNORECASE)


def act_of(ask: Ask, most: int, weigh: Weigh) -> str:
    """What is asked in so many words, those that say most by `weigh`, without the 'to' of the infinitive, and
    '…' for what stands before it: the act is said first; a clause that says which of those who are asked are
    meant stands behind it.
    """
    words = ask.clause.strip(" ,;.:")
    which = _WHICH_OF_THEM.match(words)
    if which is not None:
        return (
            f"{pointed_words(words[which.end() :], most, weigh)} [{first_words(which['which'], SHORT.lead)}]"
        )
    if not ask.is_own and words[1:2].islower():  # a point begins with a capital
        words = f"{words[0].lower()}{words[1:]}"
    before = _BEFORE_ACT.match(words)
    if before is not None:
        words = f"… {words[before.end() :]}"
    for opens in (english_words.OPENS_ACT, english_words.OPENS_ACT.capitalize()):
        words = words.removeprefix(opens).strip()
    words = _TAKES_MEASURES.sub(r"\1 … \2", words)
    if len(words.split()) > SHORT.act:
        words = _LONG_ASIDE.sub(r"\1 … ", words)
    return pointed_words(_ASIDE.sub(r"\1 … ", words), most, weigh) or ask.verb.phrase.lower()


def altered_runs(brief: Brief, item: BriefItem, detail: Detail) -> tuple[tuple[StyleName, str], ...]:
    """The aspects of an altered ask, and both wordings in one line."""
    change = item.asks[0]
    has_words = not {"what", "scope", "pace"}.isdisjoint(change.aspects)
    parts = [ask for place in item.changes for ask in brief.answers[place].asks if ask.is_part]
    hunks = places_of_ask(brief.comparison, change, parts)
    said = [words for hunk in hunks for words in (hunk.gone, hunk.come)] if has_words else []
    runs: list[list[tuple[StyleName, str]]] = []
    for aspect, old, new in _apart(change):
        if aspect == "figure" and has_words:
            continue
        if NOTHING in (old, new) and any((new if old == NOTHING else old) in words for words in said):
            continue  # it came, or went, with words that are shown anyway
        if aspect == "who":
            runs.append(_both_names(old, new, brief, detail))
        elif aspect == "figure":
            runs.append(_figure_runs(change) or both_values(old, new))
        else:
            runs.append(both_values(old, new))
    if has_words or not runs:
        hedges = " ".join(f"{old} {new}" for aspect, old, new in aspect_values(change) if aspect == "hedge")
        others = [hunk for hunk in hunks if not _is_within(hunk, hedges)] if runs else hunks
        runs.append(list(hunk_runs(others, detail, brief, False)))
    head: list[tuple[StyleName, str]] = [("", f"{', '.join(change.aspects)}: ")]
    return (*head, *joined_runs(*runs))


def _is_within(hunk: Hunk, shown: str) -> bool:
    """Whether the words of a place stand in what is shown anyway: 'when' of the hedge 'when appropriate'."""
    words = bare(hunk.gone or hunk.come)
    return (
        not (hunk.gone.strip() and hunk.come.strip())
        and re.search(rf"\b{re.escape(words)}\b", shown) is not None
    )


def _apart(change: AskChange) -> Iterator[tuple[str, str, str]]:
    """The values of the aspects; a hedge that went and one that came need not stand at one place."""
    for aspect, old, new in aspect_values(change):
        if aspect == "hedge" and NOTHING not in (old, new):
            yield aspect, old, NOTHING
            yield aspect, NOTHING, new
        else:
            yield aspect, old, new


def _figure_runs(change: AskChange) -> list[tuple[StyleName, str]]:
    """The amounts that became others, each with what it counts; none where they came or went."""
    amounts = {
        figure for ask in (change.base, change.revised) if ask is not None for figure in figures_of(ask)
    }
    return list(amount_runs(hunks_of(change.clause_edits()), amounts))


def _both_names(old: str, new: str, brief: Brief, detail: Detail) -> list[tuple[StyleName, str]]:
    """Who was asked and who is asked now; of long names with words in common only what differs."""
    edits, _ = WordDiff().edits(old, new)
    common = sum(len(edit.text.split()) for edit in edits if edit.kind == "equal")
    if common < _COMMON_OF_NAME:
        return both_values(old, new)
    return list(hunk_runs(hunks_of(shown_edits(edits)), detail, brief, False)) or both_values(old, new)


def ask_id(ask: Ask | None, text: Resolution) -> str:
    """The id of the paragraph of an ask; '' where there is no ask."""
    return text.paragraphs[ask.paragraph].id if ask is not None else ""
