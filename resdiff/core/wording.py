"""Words of messages: a count with its noun, a verb in the third person."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """The count and its noun, in the plural unless the count is one: '1 text', '2 texts', '0 texts'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def third_person(lemma: str, language: str = "en", modifiers: Sequence[str] = ()) -> str:
    """An English verb as texts have it, adverbs before it and adjectives before its noun: 'strongly calls
    upon' for 'call upon', 'reiterates strong encouragement'; one of another language as it is.
    """
    if language != "en":
        return lemma
    verb, _, rest = lemma.partition(" ")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    stem = f"{verb[:-1]}ie" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb
    form = {"be": "is", "have": "has"}.get(verb, stem + ("s" if stem != verb else ending))
    adjectives = [word for word in modifiers if rest and " " not in word and not word.endswith("ly")]
    adverbs = [word for word in modifiers if word not in adjectives]
    return " ".join(filter(None, (*adverbs, form, *adjectives, rest)))
