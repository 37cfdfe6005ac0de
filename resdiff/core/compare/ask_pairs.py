"""Which asks of two texts are one ask: by the links of their paragraphs, else by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from resdiff.core.asks import Ask
from resdiff.core.compare.ask_aspects import one_name, report_stems, stems_asked
from resdiff.core.compare.ask_parts import says_enough
from resdiff.core.compare.best_pairs import best_pairs, common_share, share_of_shorter
from resdiff.core.compare.changes import Change
from resdiff.core.languages import english_asks, english_words
from resdiff.core.patterns import compiled_late

_LEAST_ALIKE = 0.6
"""Share of words in common from which on asks of unlinked paragraphs are one ask."""
_LEAST_OF_ONE_HEAD = 0.5
"""The same where both verb and addressee are the same."""
_LEAST_OF_OTHER_HEAD = 0.9
"""The same where both differ, as for an ask that returns after years."""
_LEAST_SURE = 0.8
"""The same from which on no other ask of corresponding paragraphs takes the partner."""
_LEAST_IN_LINK = 0.4
"""The same for asks of paragraphs that correspond."""
_LEAST_OF_ONE_VERB = 0.15
"""The same where besides the verbs correspond."""
_LEAST_OF_OTHER_ACT = 0.75
"""The same where the organ itself acts in one text and asks somebody in the other."""
_LEAST_WITHIN = 0.8
"""Share of the words of an ask that stand in another from which on it is no other ask's partner."""
_LEAST_OF_MANDATE = 0.3
"""The same for the mandates of which each text gives one."""
_LEAST_OF_ONE_BEGINNING = 0.25
"""Share of words in common of asks to one addressee that begin with the same words."""
_LONG_BEGINNING, _LEAST_OF_LONG_BEGINNING = 4, 0.15
"""The same where so many words at the beginning are the same, and how many those are at least."""
_LEAST_WIDENED, _LEAST_SHORTER = 10, 0.7
"""Words of an ask at least that was widened or cut down, and the share of them that stands in the longer."""
_FURTHER_ACT = compiled_late(english_words.FURTHER_ACT)
_ASIDE = compiled_late(english_words.ADVERBIAL_BEFORE_ACT)
_ON_TEXT = compiled_late(english_asks.IMPLEMENTATION_OF_TEXT)
_BEGINNING = 3
"""Words of a clause that name the act and its object."""


def linked(olds: list[Ask], news: list[Ask], change: Change) -> Iterator[tuple[Ask, Ask]]:
    """The pairs within a link: asks whose verbs correspond, then in order those of one verb or addressee."""
    partners = {
        id(shift.base): id(shift.revised)
        for shift in change.verbs
        if shift.base is not None and shift.revised is not None
    }
    by_verb = {id(ask.verb): ask for ask in news if ask.is_own}
    if change.by_hand and len(olds) == len(news) == 1:  # whoever linked them means the asks too
        yield olds[0], news[0]
        return
    sure = {id(old): new for old, new in _surely_one(olds, news)}
    yield from ((old, sure[id(old)]) for old in olds if id(old) in sure)
    taken = {id(new) for new in sure.values()}
    for old in (old for old in olds if id(old) not in sure):
        partner = by_verb.get(partners.get(id(old.verb), 0)) if old.is_own else None
        if partner is not None and not _corresponds(old, partner, news):
            partner = None
        left = [new for new in news if id(new) not in taken]
        rivals = [new for new in left if _are_surely_one(old, new)]
        if len(rivals) > 1 and any(partner is rival for rival in rivals):
            partner = _most_alike(old, rivals)
        for may_be in (_are_surely_one, _say_the_same, _begin_alike):
            if partner is None:
                partner = _most_alike(old, [new for new in left if may_be(old, new)])
        if partner is not None and id(partner) not in taken:
            taken.add(id(partner))
            yield old, partner


def _corresponds(old: Ask, partner: Ask, news: Sequence[Ask]) -> bool:
    """Whether an ask is the partner of the one whose verb corresponds: verb or addressee stay, or most words;
    and its words do not stand in another ask beside it.
    """
    words = Counter(stems_asked(old))
    share = common_share(words, Counter(stems_asked(partner)))
    stands = max((_share_within(words, new) for new in news if new is not partner), default=0.0)
    if share < _LEAST_IN_LINK and stands >= _LEAST_WITHIN:
        return False
    is_alike = _is_alike_in_head(old, partner) and _is_not_another(old, partner)
    return is_alike or _say_the_same(old, partner)


def _are_surely_one(old: Ask, new: Ask) -> bool:
    """Whether two asks of corresponding paragraphs have one verb and one addressee, and some words."""
    return _may_be_one(old, new) and _is_not_another(old, new)


def _is_not_another(old: Ask, new: Ask) -> bool:
    """Whether two asks have some words in common, or one of them says too little for that."""
    one, two = stems_asked(old), stems_asked(new)
    says_little = not (says_enough(one) and says_enough(two))
    return says_little or common_share(Counter(one), Counter(two)) >= _LEAST_OF_ONE_VERB


def _share_within(words: Counter[str], new: Ask) -> float:
    """Share of some words that stand in an ask."""
    total = sum(words.values())
    return sum((words & Counter(stems_asked(new))).values()) / total if total else 0.0


def _surely_one(olds: Sequence[Ask], news: Sequence[Ask]) -> Iterator[tuple[Ask, Ask]]:
    """The pairs of asks with one verb and one addressee that have most words in common, the most alike first:
    of several such asks of a paragraph none takes the partner of another.
    """
    if max(len(olds), len(news)) < 2:
        return
    yield from best_pairs(olds, news, _may_be_one, lambda old, new: _LEAST_SURE)


def same_words(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The pairs of asks of other paragraphs that have the same words and one verb or addressee, in order; of
    few words both.
    """
    by_words: dict[tuple[str, ...], list[Ask]] = {}
    for new in right:
        by_words.setdefault(tuple(sorted(stems_asked(new))), []).append(new)
    pairs = []
    for old in left:
        words = stems_asked(old)
        twins = by_words.get(tuple(sorted(words)), [])
        may_be = _is_alike_in_head if says_enough(words) else _is_surely_one
        twin = next((new for new in twins if may_be(old, new)), None)
        if twin is not None:
            twins.remove(twin)
            pairs.append((old, twin))
    return pairs


def _is_surely_one(old: Ask, new: Ask) -> bool:
    """Whether two asks of the same few words have one verb and one addressee; any report is asked for so."""
    return _may_be_one(old, new) and old.task != "report"


def alike_apart(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The pairs of asks of other paragraphs that say nearly the same, the most alike first."""
    left, right = ([ask for ask in asks if says_enough(stems_asked(ask))] for asks in (left, right))
    return best_pairs(left, right, _is_alike_in_head, _least_apart, _subject_of)


def _subject_of(ask: Ask) -> Counter[str]:
    """The words of an ask; of a report only those that say what it is on: any report is asked for alike."""
    words = stems_asked(ask)
    return Counter(word for word in words if ask.task != "report" or word not in report_stems())


def _least_apart(old: Ask, new: Ask) -> float:
    asks_again = new.verb.sense.lemma.startswith(english_asks.ASKS_AGAIN) and old.task == new.task
    if asks_again and old.addressee_name == new.addressee_name:
        return _LEAST_IN_LINK
    return _LEAST_OF_ONE_HEAD if _may_be_one(old, new) else _LEAST_ALIKE


def one_within_other(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The pairs of asks with one verb or addressee and the same act of which the shorter has most of its
    words in the longer: it was widened, or cut down.
    """
    olds, news = (
        [ask for ask in asks if _beside_report(ask).total() >= _LEAST_WIDENED] for asks in (left, right)
    )
    return best_pairs(olds, news, _act_alike, _least_of_shorter, _beside_report, share_of_shorter)


def _beside_report(ask: Ask) -> Counter[str]:
    """The words of an ask without those that any report is asked for with."""
    return Counter(word for word in stems_asked(ask) if word not in report_stems())


def _act_alike(old: Ask, new: Ask) -> bool:
    return _is_alike_in_head(old, new) and stems_asked(old)[0] == stems_asked(new)[0]


def _least_of_shorter(_old: Ask, _new: Ask) -> float:
    return _LEAST_SHORTER


def beginning_alike(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The pairs of asks to one addressee that begin with the same act and object, as no other of either text
    does: much reworded behind, they are one ask. Any report begins alike.
    """
    olds, news = (_by_beginning(asks) for asks in (left, right))
    pairs = [(olds[key][0], news[key][0]) for key in olds if len(olds[key]) == len(news.get(key, ())) == 1]
    return [pair for pair in pairs if _begin_as_one(*map(stems_asked, pair))]


def _begin_as_one(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether asks that begin alike have enough words in common: the longer the beginning, the fewer."""
    is_long = old[:_LONG_BEGINNING] == new[:_LONG_BEGINNING] and len(old) >= _LONG_BEGINNING
    least = _LEAST_OF_LONG_BEGINNING if is_long else _LEAST_OF_ONE_BEGINNING
    return common_share(Counter(old), Counter(new)) >= least


def _by_beginning(asks: Sequence[Ask]) -> dict[tuple[str, ...], list[Ask]]:
    beginnings: dict[tuple[str, ...], list[Ask]] = {}
    for ask in asks:
        words = stems_asked(ask)[:_BEGINNING]
        is_act = ask.task != "report" and _ASIDE.match(ask.clause) is None
        if ask.addressee_name is not None and is_act and len(words) == _BEGINNING:
            name = (one_name(ask.addressee_name),)
            beginnings.setdefault((*name, *words), []).append(ask)
    return beginnings


def reports_on_text(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The report on how the text itself is implemented, where each text asks one addressee for one: whatever
    else it is to hold, it is the same report.
    """
    olds, news = (_of_implementation(asks) for asks in (left, right))
    both = [(its, news.get(name, [])) for name, its in olds.items()]
    return [(one[0], two[0]) for one, two in both if len(one) == len(two) == 1]


def _of_implementation(asks: Sequence[Ask]) -> dict[str | None, list[Ask]]:
    """The asks for such a report, by who is asked."""
    reports: dict[str | None, list[Ask]] = {}
    for ask in asks:
        if ask.task == "report" and _ON_TEXT.search(ask.clause) is not None:
            reports.setdefault(ask.addressee_name, []).append(ask)
    return reports


def mandates(left: Sequence[Ask], right: Sequence[Ask]) -> list[tuple[Ask, Ask]]:
    """The mandate that only one ask of each text gives: of few words, its new term makes it unlike."""
    olds, news = ([ask for ask in asks if ask.sets_mandate] for asks in (left, right))
    if len(olds) != 1 or len(news) != 1:
        return []
    one, two = (Counter(stems_asked(_first_act(ask))) for ask in (olds[0], news[0]))
    is_one = common_share(one, two) >= _LEAST_OF_MANDATE
    return [(olds[0], news[0])] if is_one else []


def _first_act(ask: Ask) -> Ask:
    """An ask without the acts behind its first: 'to extend the mandate of the Panel, and to report'."""
    return replace(ask, clause=_FURTHER_ACT.split(ask.clause, maxsplit=1)[0])


def says_nearly_the_same(old: Ask, new: Ask, least: float = _LEAST_ALIKE) -> bool:
    """Whether two asks of unlinked paragraphs are one ask: of one verb or addressee, with most words in
    common; or asks with nearly all words in common.
    """
    least = least if _is_alike_in_head(old, new) else _LEAST_OF_OTHER_HEAD
    return common_share(_subject_of(old), _subject_of(new)) >= least


def _is_alike_in_head(old: Ask, new: Ask) -> bool:
    """Whether two asks have one verb or one addressee."""
    return old.verb.sense.lemma == new.verb.sense.lemma or old.addressee_name == new.addressee_name


def _say_the_same(old: Ask, new: Ask) -> bool:
    """Whether two asks of corresponding paragraphs have much of their words in common; more of them where the
    organ itself acts in one text and asks somebody in the other.
    """
    acts = [ask.addressee is None and ask.verb.sense.lemma == "decide" for ask in (old, new)]
    least = _LEAST_IN_LINK if acts[0] == acts[1] else _LEAST_OF_OTHER_ACT
    return common_share(Counter(stems_asked(old)), Counter(stems_asked(new))) >= least


def _most_alike(old: Ask, news: Sequence[Ask]) -> Ask | None:
    """The one of some asks that has most words in common with another; the first of equals."""
    if len(news) < 2:
        return news[0] if news else None
    words = Counter(stems_asked(old))
    return max(news, key=lambda new: common_share(words, Counter(stems_asked(new))))


def _begin_alike(old: Ask, new: Ask) -> bool:
    """Whether two asks have one verb and begin with the same act and object."""
    one, two = stems_asked(old)[:_BEGINNING], stems_asked(new)[:_BEGINNING]
    return old.verb.sense.lemma == new.verb.sense.lemma and one == two and len(one) == _BEGINNING


def _may_be_one(old: Ask, new: Ask) -> bool:
    return old.verb.sense.lemma == new.verb.sense.lemma and old.addressee_name == new.addressee_name
