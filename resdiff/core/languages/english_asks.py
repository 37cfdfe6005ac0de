"""English: the words by which an ask is read: who is asked, for what, to whom it reports, by when.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Sources: the notes
with which asks were annotated, the United Nations Editorial Manual (names of organs), and what texts show.
"""

from __future__ import annotations

NO_INFINITIVE = (
    r"(?:the|all|those|its|their|any|every|each|these|this|that|it|them|him|her|us|which|whom|date|armed"
    r"|conflicts?|disputes?)"
)
"""Words in lower case behind 'to' that begin no infinitive."""
PREDICATE = r"(?:shall|should|will|would|must|may|can|cannot|be|is|are|has|have|not)"
"""What the predicate of 'that ...' begins with."""
ENDS_ADDRESSEE = r"in|within|who|which|that|whose|where|currently|at|when"
"""Words behind which no name goes on, unless capitals stand on both sides."""
AFTER_HEAD = (
    r"of|for|on|by|to|in|from|with|concerned|dealing|working|responsible|engaged|active|acting|including"
    r"|involved|established|and other|and all|and relevant|or"
)
"""What follows the noun of a noun phrase."""
DETERMINERS = frozenset("the all its their his her those these other each every any".split())
PRONOUNS = frozenset("it them him her they he she".split())
FULL_NAMES = {
    "high commissioner": "United Nations High Commissioner for Human Rights",
    "office of the high commissioner": "Office of the United Nations High Commissioner for Human Rights",
    "assembly": "General Assembly",
}
"""What organs of the United Nations call others in short (Editorial Manual)."""
_BODIES = r"(?:[A-Z][\w’-]*(?: (?:of the |of |and |on the |on |for |in the )*[A-Z][\w’-]*)*)"
_REPORT_NOUNS = (
    r"(?:reports?|study|studies|updates?|briefings?|summary|summaries|information|assessments?|analysis"
    r"|compilation|recommendations|note|paper|account|overview|roadmap|proposals|statistics)"
)
_REPORT_VERBS = (
    r"(?:submit|present|prepare|transmit|circulate|publish|compile|produce|issue|deliver)"
    rf"\b[^;]{{0,160}}?\b{_REPORT_NOUNS}\b"
)
_OTHER_REPORT_VERBS = (
    r"(?:provide|include|conduct|undertake|make)\b[^;,]{0,60}?\b(?:reports?|oral update|update|briefings?"
    r"|summary|study|information (?:on|about))\b"
)
ASKS_REPORT = (
    r"\b(?:to|and|also|,) (?:(?:continue|also|further|continue to|\w+ly) )*(?:to )?"
    rf"(?:(?:report|brief|update|inform)\b(?! of\b)|{_REPORT_VERBS}|{_OTHER_REPORT_VERBS}"
    r"|keep [^;,]{0,80}?(?:informed|apprised)|provide the [A-Z][\w ]{2,40} with$)"
)
"""What asks for a report, a briefing, a study or information to be submitted."""
REPORTS_TO = rf"\b(?:to|brief|inform|update|provide|before|keep) (?P<to>(?:the |its ){_BODIES})(?= |,|;|$)"
"""To whom a report goes."""
ASKS_MEETING = (
    r"\b(?:convene|organize|organise|hold|host|arrange|convening of|schedule)\b[^;]{0,120}?"
    r"\b(?:meetings?|panels?|conference|workshops?|seminars?|sessions?|consultations?|forums?|debates?"
    r"|dialogues?|events?|discussions?|summit)\b"
)
"""What asks for a meeting, or decides one."""
CHANGES_MANDATE = (
    r"\b(?:extend|renew|establish|terminate|create|appoint|dissolve|continue|lift|impose|include|authorize"
    r"|comprise|prolong|entrust|discontinue|abolish|expand|designed)\b[^;]{0,120}?"
    r"\b(?:mandates?|missions?|funds?|sanctions?|working group|committees?|commission|panel of experts"
    r"|group of experts|rapporteur|expert|force|measures|personnel|mechanism|body|office|authorization|tasks"
    r"|trust fund|team|board|council)\b"
)
"""What creates, extends, changes or ends a mandate, a body, a fund, a sanction."""
FREQUENCY = (
    r"annual|annually|biennial|biennially|regular|regularly|periodically|quarterly|monthly|immediately"
    r"|without delay|as soon as possible|on an annual basis|on a regular basis|each year|every year"
    r"|twice a year|once a year"
)
"""How often something is due, or how soon."""
FREQUENCY_ADJECTIVES = frozenset("annual biennial regular monthly quarterly".split())
"""Those that stand before a noun, which need not be what is asked."""
ONE = r"(?:every|each|a|an|one|per)"
"""Before a single day, month or year."""
PERIODS = {
    "annual": "P1Y",
    "annually": "P1Y",
    "on an annual basis": "P1Y",
    "each year": "P1Y",
    "every year": "P1Y",
    "once a year": "P1Y",
    "biennial": "P2Y",
    "biennially": "P2Y",
    "twice a year": "P6M",
    "quarterly": "P3M",
    "monthly": "P1M",
}
"""Frequencies as periods (ISO 8601)."""
