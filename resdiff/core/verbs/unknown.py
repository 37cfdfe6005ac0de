"""The openings that the lexicon does not know: where a lexicon of one's own, or ours, has a gap."""

from __future__ import annotations

from resdiff.core.model import Opening, Phrase, Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.verbs.values import OperativeVerb, Verbs, verb_at

_FIRST_WORDS = compiled_late(r"\W*((?:\w+ )?[\w’'-]+)")


def unknown_verbs(resolution: Resolution, verbs: Verbs) -> Verbs:
    """Of each paragraph the verbs that were guessed by their form; of a paragraph of the first level without
    a verb its first two words.
    """
    return tuple(
        tuple([verb for verb in its_verbs if not verb.sense.source and verb.sense.pivot is None])
        if its_verbs or paragraph.level > 1 or paragraph.part not in ("preamble", "operative")
        else _first_words(paragraph.text)
        for paragraph, its_verbs in zip(resolution.paragraphs, verbs, strict=True)
    )


def _first_words(text: str) -> tuple[OperativeVerb, ...]:
    match = _FIRST_WORDS.match(text)
    if match is None:
        return ()
    phrase = Phrase(
        lemma=match[1].lower(), part="operative", kind="other", scale=None, strength=None, source=""
    )
    return (verb_at(text, Opening(start=match.start(1), end=match.end(1), phrase=phrase), inner=False),)
