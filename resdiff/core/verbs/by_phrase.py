"""The verbs of a paragraph in the languages beside English: its opening, and those behind a sign or a
conjunction that have the form of their part.
"""

from __future__ import annotations

from resdiff.core.lexicon.phrase_lexicon import PhraseLexicon
from resdiff.core.model import Paragraph, Role
from resdiff.core.verbs.values import OperativeVerb, verb_at


def verbs_by_phrase(paragraph: Paragraph, lexicon: PhraseLexicon) -> tuple[OperativeVerb, ...]:
    """The verbs of a paragraph, none outside the preamble and the operative part."""
    if paragraph.part not in ("preamble", "operative"):
        return ()
    text, opening = paragraph.text, paragraph.opening
    if opening is None and paragraph.level == 1 and paragraph.label is None:
        return ()
    role: Role = "operative" if paragraph.part == "operative" else "preambular"
    if opening is not None and lexicon.is_ranked_by_user:
        opening = lexicon.opening(text, opening.start, (role,)) or opening
    if opening is None and role == "operative" and (paragraph.level > 1 or paragraph.label is None):
        opening = lexicon.opening_of_point(text)
    verbs = [verb_at(text, opening, inner=False)] if opening is not None else []
    last = verbs[-1].end if verbs else 0
    verbs += [verb_at(text, one, inner=True) for one in lexicon.further_openings(text, last, role)]
    return tuple(verbs)
