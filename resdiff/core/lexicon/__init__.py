"""What is known of verb phrases: lemma, scale, strength and source, read from one data file per language."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, cast

from resdiff.core import languages
from resdiff.core.lexicon.clause_boundaries import ClauseBoundaries
from resdiff.core.lexicon.entries import read_entries, read_scale
from resdiff.core.lexicon.phrases import EITHER, Lexicon, Roles
from resdiff.core.lexicon.tables import Form

__all__ = ["EITHER", "LANGUAGES", "ClauseBoundaries", "Form", "Lexicon", "Roles", "find_lexicon"]

ENGLISH = "en"
LANGUAGES = tuple(languages.MODULES)
"""The languages that have a lexicon."""


@lru_cache(maxsize=8)
def find_lexicon(language: str, scale: str = "", scale_name: str = "") -> Lexicon | None:
    """The lexicon of a language, or None where there is none.

    `scale` is the text of a user's scale file, which replaces every rank of the lexicon; `scale_name` stands
    for it in errors and in the options of a comparison. Raises LexiconError for a scale file that is not of
    its form.
    """
    if language not in LANGUAGES:
        return None
    text = _data(f"{language}.csv")
    ranks = read_scale(scale, scale_name) if scale else ()
    name = scale_name or f"resdiff-{language}"
    if language == ENGLISH:
        return Lexicon(language, read_entries(text, f"{language}.csv"), ranks, name)
    from resdiff.core.lexicon.phrase_lexicon import PhraseLexicon  # English does without

    english = find_lexicon(ENGLISH)
    return PhraseLexicon(language, text, english, ranks, name) if english is not None else None


class _Loader(Protocol):
    def get_data(self, path: str) -> bytes: ...


def _data(name: str) -> str:
    """A data file of this package, by the loader that found the package.

    Loading importlib.resources takes longer than reading.
    """
    loader = cast("_Loader", __spec__.loader)
    return loader.get_data(f"{__path__[0]}/{name}").decode("utf-8")
