"""How much a line of a brief says beside others of its section: where there is little room, what says most
stays.
"""

from __future__ import annotations

from resdiff.core.brief import Brief, BriefItem, SectionName
from resdiff.core.brief.thoughts import thought_of
from resdiff.core.compare.ask_aspects import Aspect
from resdiff.core.compare.hunks import Hunk
from resdiff.core.compare.minor import content_words, stems
from resdiff.core.compare.weights import MATTERS
from resdiff.core.languages import english_words
from resdiff.render.views.brief_asks import FEW_RESTATED

SHIFTS_SHOWN = ("strengthened", "weakened", "recast")
_BINDING: frozenset[Aspect] = frozenset(("verb", "who", "due", "figure", "hedge"))
"""What of an ask binds, beside its words."""
_BINDING_TASKS = ("report", "meeting", "mandate")
_OPPOSITES = tuple((*stems(one), *stems(two)) for one, two in english_words.OPPOSITES)
_MOST_REVERSED = 5
"""Words at most of a passage that says the opposite of another."""
_CITATION = 4
"""Words of a thought at most that only recalls a text."""


def rank_of(brief: Brief, name: SectionName, item: BriefItem) -> tuple[int, ...]:
    """The rank of an item of a section; ranks are compared number by number."""
    if name in ("new thoughts", "gone"):
        return _rank_of_thought(brief, item)
    if name in ("new asks", "asks gone"):
        return _rank_of_ask(brief, item)
    if name == "altered":
        matters = brief.answers[item.changes[0]].weight.value == MATTERS
        return matters, not _BINDING.isdisjoint(item.asks[0].aspects)
    if name == "reworded":
        verbs = brief.comparison.changes[item.changes[0]].verbs
        says_the_opposite = any(map(_is_reversed, item.hunks))
        is_shifted = any(verb.shift in SHIFTS_SHOWN for verb in verbs)
        return says_the_opposite, is_shifted, sum(map(brief.news.of, item.hunks))
    return ()


def _is_reversed(hunk: Hunk) -> bool:
    """Whether a word stands in place of one that says the opposite."""
    gone, come = set(stems(hunk.gone)), set(stems(hunk.come))
    if max(len(gone), len(come)) > _MOST_REVERSED:
        return False  # of many words any two may be opposites
    return any((one in gone and two in come) or (two in gone and one in come) for one, two in _OPPOSITES)


def _rank_of_ask(brief: Brief, item: BriefItem) -> tuple[int, ...]:
    """What stands nowhere in the other text, or is many asks in few words, first; then what is due at a
    time, is a report, a meeting or a mandate, or is decided; then what is new to the whole of the text. Asks
    that share a line say as much as all of them.
    """
    is_new = item.asks[0].revised is not None
    asks = [ask for change in item.asks if (ask := change.revised or change.base) is not None]
    binds = [
        bool(ask.due) or ask.task in _BINDING_TASKS or ask.verb.sense.english_lemma == "decide"
        for ask in asks
    ]
    stands = any(item.restated) and len(asks) <= FEW_RESTATED
    return not stands, any(binds), sum(brief.news.of_text(ask.clause, is_new=is_new) for ask in asks)


def _rank_of_thought(brief: Brief, item: BriefItem) -> tuple[int, ...]:
    """What matters first; then what does more than recall a text, what is operative, and what is new to the
    whole of the text.
    """
    comparison, place = brief.comparison, item.changes[0]
    change = comparison.changes[place]
    text, its = (comparison.revised, change.revised) if change.revised else (comparison.base, change.base)
    words = thought_of(comparison, change).words[item.standing :]
    says_more = len(content_words(" ".join(words))) > _CITATION
    is_operative = text.paragraphs[its[0]].part == "operative"
    news = brief.news.of_text(" ".join(words), is_new=bool(change.revised))
    return brief.answers[place].weight.value, says_more, is_operative, news
