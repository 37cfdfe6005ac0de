"""Verbs: those of a paragraph, its hedges, and how they shift between two readings."""

from __future__ import annotations

from resdiff.core.verbs.find import Hedge, find_hedges, find_verbs, verbs_of
from resdiff.core.verbs.shift import PlacedVerb, Shift, VerbOutcome, VerbShift, shift_of, shifts_between
from resdiff.core.verbs.values import OperativeVerb, TextVerbs, Verbs

__all__ = [
    "Hedge",
    "OperativeVerb",
    "PlacedVerb",
    "Shift",
    "TextVerbs",
    "VerbOutcome",
    "VerbShift",
    "Verbs",
    "find_hedges",
    "find_verbs",
    "shift_of",
    "shifts_between",
    "verbs_of",
]
