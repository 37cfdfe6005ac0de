"""What is known of verb phrases: lemma, scale, strength and source, read from one data file per language."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from resdiff.core.lexicon.entries import read_entries, read_scale
from resdiff.core.lexicon.phrases import EITHER, Lexicon, Roles
from resdiff.core.lexicon.within import Within

__all__ = ["EITHER", "LANGUAGES", "Lexicon", "Roles", "Within", "find_lexicon"]

LANGUAGES = ("en",)
"""The languages that have a lexicon."""


@lru_cache(maxsize=8)
def find_lexicon(language: str, scale: str = "", scale_name: str = "") -> Lexicon | None:
    """The lexicon of a language, or None where there is none.

    `scale` is the text of a user's scale file, which replaces every rank of the lexicon; `scale_name` stands for it in
    errors and in the options of a comparison. Raises LexiconError for a scale file that is not of its form.
    """
    if language not in LANGUAGES:
        return None
    text = resources.files(__name__).joinpath(f"{language}.csv").read_text("utf-8")
    ranks = read_scale(scale, scale_name) if scale else ()
    return Lexicon(language, read_entries(text, f"{language}.csv"), ranks, scale_name or f"resdiff-{language}")
