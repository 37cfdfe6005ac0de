"""The words that tell, within a paragraph, whether a verb is a further one of the organ's: what may stand
before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_NOTHING = r"(?!)"


class ClauseBoundaries:
    """What a language has between two verbs of a paragraph.

    Made from the phrases that a lexicon has under each part.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        connectives, conjunctions = (
            tuple(phrases.get("connective", ())),
            tuple(phrases.get("conjunction", ())),
        )
        joined = "".join(f"{re.escape(c)} |" for c in conjunctions)
        self.bare = tuple(f" {word} " for word in phrases.get("bare-conjunction", ()))
        """The conjunctions that may stand before a verb without a sign, with the blanks round them."""
        bare = _any_of(phrases.get("bare-conjunction", ()))
        self.boundary = re.compile(
            rf"(?P<boundary>[,;:] ?(?:{joined})(?:\([a-z]{{1,4}}\) )?|(?<=[\w”)]) (?:{bare}) )"
            rf"(?:(?:{_any_of(connectives)}),? ?(?:{joined})?)*(?P<word>[a-z][\w-]*)"
        )
        """Where a clause may end and a verb begin: a sign, a conjunction or both, a letter of a list, then
        connectives, which a conjunction may follow.
        """
        self.links = re.compile(rf"(?:{_any_of(connectives)})\b")
        """What links a verb to the text before it: 'in this regard'."""
        self.joint = conjunctions[0] if conjunctions else ""
        """The conjunction that joins two verbs: 'and'."""
        self.last_words = frozenset(phrase.split()[-1] for phrase in (*connectives, *conjunctions))
        """The last words of connectives and conjunctions."""
        self.subject = re.compile(rf"\b(?:{_any_of(phrases.get('subject', ()))})$")
        """A word before a verb that is its subject: 'which'."""
        self.clause = re.compile(rf" (?:{_any_of(phrases.get('clause', ()))}) ")
        """A word that begins a clause with a subject of its own: 'that'."""
        self.finite = re.compile(rf"\b(?:{_any_of(phrases.get('finite', ()))})\b")
        """A verb that such a clause has."""
        self.objects = frozenset(phrases.get("object", ()))
        """Words in lower case that begin an object: 'the'."""
        self.after_nouns = frozenset(phrases.get("after-noun", ()))
        """Words that follow a noun and never an operative verb: 'of'."""
        self.participles = frozenset(phrases.get("within", ()))
        """The first words of preambular phrases that stand within a paragraph."""


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, with common beginnings written only once, so that it compiles and
    matches faster.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for word in phrase.split(" "):
            node = node.setdefault(word, {})
        node[""] = {}
    return _pattern(tree) or _NOTHING


def _pattern(tree: dict[str, Any]) -> str:
    """A pattern for the words of a tree; an empty word says that a phrase may end there."""
    parts = []
    for word, more in tree.items():
        tail = _pattern(more)
        if tail:
            tail = f"(?: (?:{tail}))?" if "" in more else f" (?:{tail})"
        if word:
            parts.append(re.escape(word) + tail)
    return "|".join(parts)
