"""The words by which an ask is read: who can be asked, what is asked, where a name ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resdiff.core.model import Phrase


class AskWords:
    """What a language has around an ask, made from the phrases that a lexicon has under each part."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self.task_verbs = frozenset(phrases.get("task-verb", ()))
        """Verbs without inflection that say what is asked: 'submit'."""
        self.qualifying = frozenset(phrases.get("qualifying", ()))
        """Words with which a qualification begins behind the comma after an addressee: 'within'."""
        self.actors = frozenset(phrases.get("actor", ()))
        """Nouns in lower case that name somebody, though they end as abstract nouns do: 'organization'."""
        self.abstract = frozenset(phrases.get("abstract", ()))
        """Nouns that name nobody: 'efforts'."""
        self.abstract_endings = tuple(phrases.get("abstract-ending", ()))
        """How other nouns end that name nobody: 'tion'."""
        self.deciding = frozenset(phrases.get("deciding", ()))
        """The lemmas of acts by which the organ decides or tasks somebody."""
        self.tasking = frozenset(phrases.get("tasking", ()))
        """Those by which it tasks somebody: 'authorize'."""

    def is_asking(self, sense: Phrase) -> bool:
        """Whether a verb asks somebody for something, or decides it."""
        return sense.is_directive or sense.lemma in self.deciding
