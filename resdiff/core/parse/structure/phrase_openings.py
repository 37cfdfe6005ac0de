"""The openings of a text whose structure is read without the verbs of its language."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.lexicon import Lexicon
from resdiff.core.lexicon.phrase_lexicon import PhraseLexicon
from resdiff.core.model import Paragraph, Part, Role

_ROLES: dict[Part, Role] = {"preamble": "preambular", "operative": "operative"}


def with_openings(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """The paragraphs with the verbs that open them, those of headings and annexes as they are."""
    if not isinstance(lexicon, PhraseLexicon):
        return list(paragraphs)
    return [
        replace(p, opening=lexicon.opening_in(p.text, _ROLES[p.part], may_guess=p.level == 1))
        if p.part in _ROLES
        else p
        for p in paragraphs
    ]
