"""The patterns by which asks are read in one of the languages beside English, as its module gives them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from resdiff.core import languages


class AskPatterns(NamedTuple):
    """The compiled patterns of one language; None for what it has not."""

    addressee: re.Pattern[str]
    article: re.Pattern[str]
    report: re.Pattern[str]
    mandate: re.Pattern[str]
    joint_at_end: re.Pattern[str]
    """A conjunction that joins what is asked to the next verb, and a pronoun of that."""
    point: re.Pattern[str]
    """How a point of a list begins that says what its opening line asks."""
    opens_things: re.Pattern[str]
    """How an opening line ends whose points name what is asked for, whatever they begin with."""
    lists_contents: re.Pattern[str]
    """How an opening line ends whose points are the contents of a thing and no acts."""
    recipient: re.Pattern[str]
    """To whom a report goes."""
    pronoun_before: re.Pattern[str]
    """A pronoun that stands before a verb, or is joined to it, for who is asked."""
    pronouns: frozenset[str]
    """Pronouns that stand behind a verb for who is asked."""
    addressee_of_demand: re.Pattern[str] | None
    subject: re.Pattern[str] | None
    """Who is to do what a clause behind the verb says: 'que las partes respeten'."""
    subject_of_decision: re.Pattern[str] | None
    """Who is to do what is decided: 'que los Estados deberán'."""


@lru_cache(maxsize=8)
def ask_patterns(language: str) -> AskPatterns:
    """The patterns of a language."""
    module = languages.MODULES[language]
    pronoun = getattr(module, "PRONOUN", "(?!)")
    joints = "|".join(map(re.escape, getattr(module, "JOINTS", ()))) or "(?!)"
    of_demand, subject, of_decision = (
        re.compile(pattern) if (pattern := getattr(module, name, None)) is not None else None
        for name in ("ADDRESSEE_OF_DEMAND", "SUBJECT", "SUBJECT_OF_DECISION")
    )
    return AskPatterns(
        re.compile(module.ADDRESSEE),
        re.compile(module.ARTICLE),
        re.compile(module.REPORT),
        re.compile(module.MANDATE),
        re.compile(rf"(?<![\s,])(?:(?:[\s,]+(?:{joints}))?[\s,]+(?:{pronoun})$|[\s,]+(?:{joints})$)"),
        re.compile(module.POINT),
        re.compile(rf"(?:{getattr(module, 'OPENS_THINGS', '(?!)')})$"),
        re.compile(rf"(?:{getattr(module, 'LISTS_CONTENTS', '(?!)')})[^,;，；]*$"),
        re.compile(module.RECIPIENT),
        re.compile(rf"(?<![^\W\d_])(?:{pronoun})(?:\s?$|(?<=['’]))"),
        frozenset(getattr(module, "PRONOUNS", ())),
        of_demand,
        subject,
        of_decision,
    )
