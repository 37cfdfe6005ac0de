"""English: the words by which is read who is asked: where a name begins and ends, for whom a pronoun stands.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Sources: the notes
with which asks were annotated, the United Nations Editorial Manual (names of organs), and what texts show.
"""

from __future__ import annotations

GOVERNS_INFINITIVE = (
    r"planning|seeking|wishing|intending|willing|able|ready|prepared|hoping|aiming|attempting|continuing"
    r"|required|likely|conducive|leading|(?:has|have) yet"
)
"""Words of a name behind which an infinitive says nothing of what is asked."""
BY_WHOM = (
    r"(?:[\w-]+ ){0,3}(?:efforts?|actions?|measures|steps|support|cooperation|commitments?|engagement"
    r"|contributions?) by"
    r" (?P<who>(?:all|the|relevant|Member|States|Governments|developed|donors?)\b[^,;:]{0,90}?)"
    r"(?= (?:to|in|at|with|on|for|towards|aimed)\b|[,;:.]|$)"
)
"""Who is to act where a noun is called for: 'further efforts by all stakeholders to'."""
NO_INFINITIVE = (
    r"(?:the|do so|all|those|its|their|any|every|each|these|this|that|it|them|him|her|us|which|whom|date"
    r"|armed|conflicts?|disputes?|relevant|national|regional|international|local|other|such|both|new|public"
    r"|humanitarian|in|by|at(?! least)|on|(?!bring\b)[a-z]+ing)"
)
"""Words in lower case behind 'to' that begin no infinitive."""
PREDICATE = r"(?:do|does|shall|should|will|would|must|may|can|cannot|be|is|are|has|have|not)"
"""What the predicate of 'that ...' begins with."""
PASSIVE = r" ?(?:(?:shall|should|will|must|may) )?be (?:\w+ly )?\w+(?:ed|en|t)\b"
"""A predicate whose subject is acted upon: 'that lights be lit'."""
PASSIVE_INFINITIVE = r" to be (?:\w+ly )?(?:\w+ed|held|made|put|taken|given|brought)\b"
"""The same behind 'for': 'calls for the lights to be repaired'."""
ASIDE_OF_REQUEST = (
    r", (?:as )?(?:made|contained|expressed|set out|reiterated|formulated)\b[^,;]*?(?:,|(?= that\b|$)) ?"
)
"""Where a request stands that is made again: 'Reiterates its request, made in resolution 9/14, that'."""
ADDRESSES = r" (?:to|of|for|on) (?=(?:the |all |its |relevant |other )*[A-Za-z][^,;]*? to [a-z])"
"""What stands behind a noun that asks before the name: 'the call to ports to act'."""
ASKING_NOUN = r"\b(?:call|appeal|invitation|request)$"
"""The end of a phrase that asks with a noun."""
CONDITION = r"should|if|when|where|unless|until|in the event|subject to"
"""What begins a condition between 'that' and its subject."""
ENDS_ADDRESSEE = (
    r" (?:not|neither|who|which|that|whose|where|currently|when)\b"
    r"|(?<!(?<!concern)(?<!mention)ed)(?<!ing)(?<! to)(?<! those)(?<! present)(?<! active) (?:in|within|at)\b"
)
"""What ends a name, unless capitals stand on both sides: a relative clause, or a preposition that no word of
the name takes, as in 'entities engaged in trade' and 'those in the north'.
"""
POSSESSIVE = r".*\b[A-Z]\w*(?:[’']s|s[’']) "
"""What stands before the noun of a name that has an owner: 'the Fund’s continued efforts'."""
AFTER_HEAD = (
    r"of|for|on|by|to|in|from|with|concerned|dealing|working|responsible|engaged|active|acting|including"
    r"|among|between|towards|aimed|as|involved|established|taken|made|imposed|requested|recommended|submitted"
    r"|and other|and all|and relevant|or"
)
"""What follows the noun of a noun phrase."""
DETERMINERS = frozenset("the all its their his her those these other each every any".split())
AS_WELL = "as well as "
"""What joins one more name to an addressee."""
SAID_OF_NAME = frozenset("contained expressed outlined mentioned".split())
"""Participles that say something of the name before them and name nobody."""
IT = "it"
OF_ONE = frozenset((IT, "him", "her", "he", "she"))
"""Pronouns of one person or organ."""
NEWLY_NAMED = r"(?:(?:newly[- ]\w+|new|current|former|outgoing) )?"
"""What may stand between 'the' and the name of an office."""
LATTER = "the latter"
"""Who is named last."""
PLURAL = frozenset(("they", "them"))
PRONOUNS = OF_ONE | PLURAL | {LATTER}
PERSONS_IN_OFFICE = frozenset(
    "Secretary-General Secretary Commissioner Commissioner-General Rapporteur Expert Representative Envoy"
    " Coordinator President Chair Chairperson Chairman Director Director-General Adviser Advocate"
    " Administrator Under-Secretary-General Controller Registrar Prosecutor Commander Mediator".split()
)
"""The heads of names of persons, for whom 'it' and 'them' never stand."""
ONE_OFFICE = {"chairperson": "chair", "chairman": "chair", "chairwoman": "chair"}
"""Words for one office, in lower case."""
FULL_NAMES = {
    "high commissioner": "United Nations High Commissioner for Human Rights",
    "office of the high commissioner": "Office of the United Nations High Commissioner for Human Rights",
    "assembly": "General Assembly",
}
"""What organs of the United Nations call others in short (Editorial Manual)."""
GERUND_OF_ACT = (
    r"(?!(?:existing|participating|neighbouring|remaining|developing|contributing|implementing)\b)[a-z]+ing"
    r" (?:the|an?|its|their|these|those|of|developing) "
)
"""How an act is called for by its noun, which names nobody: 'closing the gap'."""
