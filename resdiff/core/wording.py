"""Words of messages: a count with its noun, a verb in the third person."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """The count and its noun, in the plural unless the count is one: '1 text', '2 texts', '0 texts'."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def third_person(lemma: str, language: str = "en", modifiers: Sequence[str] = ()) -> str:
    """An English verb as texts have it, behind its modifiers: 'strongly calls upon' for 'call upon'; one of
    another language as it is.
    """
    if language != "en":
        return lemma
    verb, _, rest = lemma.partition(" ")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    stem = f"{verb[:-1]}ie" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb
    form = {"be": "is", "have": "has"}.get(verb, stem + ("s" if stem != verb else ending))
    return " ".join(filter(None, (*modifiers, form, rest)))
