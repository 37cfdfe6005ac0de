"""What an ask is to bring about once: a thing that is made, or a deed that a noun names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resdiff.core.asks import Ask
from resdiff.core.history.said import saying_words
from resdiff.core.languages import english_answers
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs import OperativeVerb

_PRODUCT = compiled_late(english_answers.PRODUCT)
_DEED = compiled_late(english_answers.DEED)
_NAMED = compiled_late(english_answers.NAMES_DEED)
_DONE = compiled_late(english_answers.DEED_IS_DONE)
_WILL = compiled_late(english_answers.WILL_DO)
_LEAST_OF_PRODUCT = 2
"""Words of the name of a thing that say more than that it is a report."""
_LEAST_OF_OBJECT, _LEAST_WORDS = 0.5, 2
"""Share of the words of what is appointed or established that stand behind the noun, and their number."""
_AGENT = 60
"""Characters of the name of who did it: 'the appointment by the Board of a keeper'."""
_OPENING = 40
"""Characters at the beginning of an ask in which the noun of the deed stands that it asks for."""
_NEAR = 120
"""Characters behind the verb in which an object stands that is said to be there."""


class Deed:
    """What one ask is to bring about: 'mapping exercise' of 'to develop a mapping exercise of ports', the
    appointment of 'to appoint a keeper of the lights'.
    """

    def __init__(self, ask: Ask, is_own: bool = False) -> None:
        """`is_own` says that the organ is to do it itself: that is said by the noun of the deed alone."""
        self._is_own = is_own
        self._product = "" if is_own else _product_of(ask.clause)
        match = _DEED.search(f"to {_WILL.sub('', ask.clause).removeprefix('to ')}")
        named = _NAMED.search(ask.clause) if match is None else None
        named = named if named is not None and named.start() < _OPENING else None
        deed = match or named
        self._object = saying_words(deed["object"]) if deed is not None else frozenset[str]()
        noun = english_answers.NOUN_OF_DEED[match["act"]] if match is not None else "(?!)"
        noun = named["noun"] if named is not None else noun
        self._named = named[0] if named is not None else ""
        self._noun = re.compile(rf"(?: (?!and\b)[\w-]+){{0,3}} {noun}(?: by [^,;]{{1,{_AGENT}}}?)? of\b")

    def is_noted(self, text: str, verbs: Sequence[OperativeVerb]) -> bool:
        """Whether a paragraph with these verbs names the thing, or the deed as it was asked for, or right
        behind one of them, or the object of the deed with what says that it is done.
        """
        if (self._product and self._product in text.lower()) or (self._named and self._named in text):
            return True
        match = next((m for verb in verbs if (m := self._noun.match(text, verb.end))), None)
        if match is not None:
            return self._has_object(text[match.end() :])
        if self._is_own:
            return False
        begin = verbs[0].end if verbs else 0
        done = _DONE.search(text, begin)
        return done is not None and self._has_object(text[begin : min(done.start(), begin + _NEAR)])

    def _has_object(self, text: str) -> bool:
        """Whether words have enough of the object of the deed."""
        common = len(self._object & saying_words(text))
        return common >= max(_LEAST_WORDS, _LEAST_OF_OBJECT * len(self._object))


def _product_of(clause: str) -> str:
    """What is to be made, in lower case, where a clause names one thing; else ''."""
    match = _PRODUCT.match(clause)
    words = match["product"].lower() if match is not None else ""
    return words if len(saying_words(words) - english_answers.REPORT_WORDS) >= _LEAST_OF_PRODUCT else ""
