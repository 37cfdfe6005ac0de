"""Whether the opening verbs of two languages may be renderings of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from resdiff.core.concordance.values import Finding
from resdiff.core.lexicon import ENGLISH, find_lexicon
from resdiff.core.lexicon.phrase_lexicon import PhraseLexicon
from resdiff.core.verbs import OperativeVerb, Verbs

_WITH_SECOND_WORD = frozenset("take call pay bear draw be remain appeal look".split())
"""Verbs that a second word completes: 'take note', 'call upon'."""
_SUBORDINATE = ("While ", "Whilst ", "Without ")
"""What opens a clause whose verb is not that of the paragraph."""
_LEAST_SHOWN = 3
"""How often an English verb is rendered in one way at least, so that another way stands out."""
_MOST_MINORITY = 0.34
"""Share of its usual rendering that another one reaches at most."""


class Renderings:
    """The opening verbs of two versions, and what may render what."""

    def __init__(
        self, first: str, second: str, first_verbs: Verbs | None, second_verbs: Verbs | None
    ) -> None:
        """`first` and `second` are the languages."""
        self._openings = [_first_verbs(verbs) for verbs in (first_verbs, second_verbs)]
        self._english = [
            [_english(verb, lexicon) for verb in openings]
            for openings, lexicon in zip(self._openings, map(_phrases_of, (first, second)), strict=True)
        ]
        """For each opening the English verbs for which it may stand; none where it is not known."""

    def agree(self, i: int, j: int) -> bool | None:
        """Whether the verb of a paragraph of the first version may stand for that of one of the second; None
        where one of them is not known.
        """
        if not all(self._english):
            return None
        one, two = self._english[0][i], self._english[1][j]
        return not one.isdisjoint(two) if one and two else None

    def phrases(self, i: int, j: int) -> tuple[str, str]:
        """Both verbs as written."""
        one, two = self._openings[0][i], self._openings[1][j]
        return one.phrase if one is not None else "", two.phrase if two is not None else ""

    def minority(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Finding]:
        """By their pair, the verbs that are rendered otherwise than mostly in this text: advice."""
        rendered: dict[str, Counter[str]] = {}
        lemmas: dict[tuple[int, int], tuple[str, str]] = {}
        for i, j in pairs if all(self._openings) else ():
            one, two = self._openings[0][i], self._openings[1][j]
            if one is not None and two is not None:
                rendered.setdefault(one.sense.lemma, Counter())[two.sense.lemma] += 1
                lemmas[i, j] = one.sense.lemma, two.sense.lemma
        findings = {}
        for pair, (lemma, other) in lemmas.items():
            usual, count = rendered[lemma].most_common(1)[0]
            is_rare = rendered[lemma][other] <= _MOST_MINORITY * count
            is_cut = usual.startswith(other.split()[0])  # the same verb, without its object
            if not is_cut and count >= _LEAST_SHOWN and is_rare:
                findings[pair] = Finding(kind="rendering", first=lemma, second=f"{other} (elsewhere {usual})")
        return findings


def family(lemma: str) -> str:
    """The verb of an English lemma: 'express' of 'express concern', 'take note' of 'take note'."""
    words = lemma.split()
    return " ".join(words[:2]) if words[0] in _WITH_SECOND_WORD else words[0]


def _first_verbs(verbs: Verbs | None) -> list[OperativeVerb | None]:
    """The verb that opens each paragraph."""
    return [next((verb for verb in its if not verb.inner), None) for its in verbs or ()]


def _english(verb: OperativeVerb | None, lexicon: PhraseLexicon | None) -> frozenset[str]:
    """The English verbs for which a verb may stand, by the lexicon of its language."""
    if verb is None or verb.phrase.startswith(_SUBORDINATE):
        return frozenset()
    if lexicon is None:
        return frozenset((family(verb.sense.lemma),)) if verb.sense.source else frozenset()
    rendered = lexicon.renders(verb.sense.lemma)
    if rendered:  # 'once again' before a verb renders 'reiterates its call' too
        rendered = rendered.union(*map(lexicon.renders, verb.sense.modifiers))
    return rendered | {family(verb.sense.pivot)} if verb.sense.pivot and rendered else frozenset()


def _phrases_of(language: str) -> PhraseLexicon | None:
    """The lexicon of a language, None for English, whose verbs stand for themselves."""
    lexicon = find_lexicon(language) if language != ENGLISH else None
    return lexicon if isinstance(lexicon, PhraseLexicon) else None
