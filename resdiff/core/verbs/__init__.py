"""Verbs: those of a paragraph, its hedges, and how they shift between two readings."""

from __future__ import annotations

from resdiff.core.verbs.find import Hedge, OperativeVerb, Verbs, find_hedges, find_verbs, verbs_of
from resdiff.core.verbs.shift import PlacedVerb, Shift, VerbOutcome, VerbShift, shift_of, shifts_between

VERBS = "1"
"""The version of the rules and of the lexicon; verbs kept under another are found anew."""

__all__ = [
    "VERBS",
    "Hedge",
    "OperativeVerb",
    "PlacedVerb",
    "Shift",
    "VerbOutcome",
    "VerbShift",
    "Verbs",
    "find_hedges",
    "find_verbs",
    "shift_of",
    "shifts_between",
    "verbs_of",
]
