"""English: the words by which is read what is asked: a report, a meeting, a mandate, and by when.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Sources: the notes
with which asks were annotated, the United Nations Editorial Manual (names of organs), and what texts show.
"""

from __future__ import annotations

from resdiff.core.patterns import YEAR

_BODIES = r"(?:[A-Z][\w’-]*(?: (?:of the |of |and |on the |on |for |in the )*[A-Z][\w’-]*)*)"
_REPORT_NOUNS = (
    r"(?:(?<!previous )(?<!last )(?<!the present )(?<!these )(?<!those )reports?|study|studies|updates?"
    r"|briefings?|summary|summaries|information|options|assessments?|analysis"
    r"|compilation|recommendations|note|paper|account|overview|roadmap|proposals|statistics|findings"
    r"|(?<=the complete )results|(?<=the full )results|(?<=the final )results)"
)
_REPORT_VERBS = (
    r"(?:submit|present|prepare|transmit|circulate|publish|compile|produce|issue|deliver)"
    rf"\b[^;]{{0,160}}?\b{_REPORT_NOUNS}\b"
)
_OTHER_REPORT_VERBS = (
    r"(?:provide|conduct|undertake|make)\b[^;,]{0,60}?\b(?:(?<!previous )reports?|oral update|update"
    r"|briefings?|summary|study|overview|information (?:on|about))\b"
)
ASKS_REPORT = (
    r"\b(?:to|and|also|,) (?:(?:continue|also|further|continue to|\w+ly) )*(?:to )?"
    r"(?:(?:report|brief|inform)\b(?! of\b)|update (?:(?:the|its) )?(?=[A-Z])"
    rf"|{_REPORT_VERBS}|{_OTHER_REPORT_VERBS}"
    r"|keep [^;,]{0,80}?(?:informed|apprised)|provide the [A-Z][\w ]{2,40} with$)"
    r"|\b(?:include|explain|present|address|describe|reflect|cover|provide|submit)\b[^;]{0,200}?"
    r"\bin (?:the context of )?(?:(?:(?:his|her|its|their|the) (?:next|future|forthcoming|annual|biennial"
    r"|regular|subsequent|periodic)|future)\b[^;,]{0,40}?\breports?\b|(?:his|her|its|their) reports?\b)"
)
"""What asks for a report, a briefing, a study or information to be submitted."""
REFERS_BACK = (
    r"\b(?:in (?:this|that|its) (?:regard|respect|context|connection)|to (?:this|that) (?:end|effect)"
    r"|for (?:this|that) purpose|such|this|these|thereon|thereof|therein)\b"
)
"""What an ask refers by to the words before it: alone it does not say what is asked."""
REPORTS_TO = (
    r"\b(?:to|brief|inform|update|provide|before|keep)"
    rf" (?P<to>(?:the |its ){_BODIES}(?:,? and (?:to )?the {_BODIES})*)(?= |,|;|$)"
)
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
    r"|\b(?:extend|renew|prolong)\b[^;]{0,120}?\b(?:[Ss]tationing|[Dd]eployment|[Ff]orce|[Mm]ission"
    r"|[Cc]ommission|[Gg]roup|[Pp]anel|[Cc]ommittee|[Aa]uthorizations?|reporting request)\b"
    r"|\bmandates?\b[^;]{0,160}? be (?:extended|renewed|prolonged|enlarged|expanded|terminated|ended)\b"
)
"""What creates, extends, changes or ends a mandate, a body, a fund, a sanction."""
WAS_DONE = (
    r"(?<!\bbe )\b(?:adopted|submitted|presented|held|convened|issued|considered|concluded|endorsed|approved)"
    r"(?: (?:by|to) (?:the )?[A-Z][^,;]{0,80})? $"
)
"""What stands before a session at which something was done: 'the report submitted at its tenth session'."""
OF_MEETING_BESIDE = (
    r"\b(?:with|after|following|during|through)\b[^,;]{1,90}"
    r" to be (?:held|convened)(?: in [A-Z][\w ]{1,40})? $"
)
"""What stands before the term of a meeting beside what is asked: 'after talks to be held by 3 May'."""
YEAR_TERM = rf"\b(?:by|before|until|(?:no|not) later than) (?:[\w-]+ ){{0,4}}{YEAR}\b"
"""A term in a year: 'by the end of 2030'."""
SESSION_TERM = r"\b(?:at|before|until|by) (?:its|the|their) (?:[\w-]+ ){1,3}sessions?\b"
"""A term at a session: 'at its tenth session'."""
FREQUENCY = (
    r"annual(?! sessions?\b)|annually|biennial|biennially|regular|regularly|periodically|quarterly"
    r"|monthly|immediately(?! (?:after|before|following|prior|upon|adjacent)\b)"
    r"|without (?:any |further |undue )?delay"
    r"|as (?:soon|early|rapidly|quickly) as (?:possible|practical|practicable|feasible)"
    r"|on an annual basis|on a regular basis|each year|every year|twice a year|once a year"
)
"""How often something is due, or how soon."""
OPENS_POINTS = (
    r"(?:(?:,? ?(?:in this regard|in this respect|inter alia|in particular|as follows|by|to|should|shall)\b)*"
    r"|(?:.*\b)?to(?: \w+){0,2})"
)
"""What may stand between the addressee and the colon of an opening line whose points are the asks."""
IMPLEMENTATION_OF_TEXT = r"\bimplementation of (?:the present|this) (?:resolution|decision)\b"
"""What recurring reports are on."""
ASKS_AGAIN = ("reiterate ", "reaffirm ", "recall ")
"""What the verbs begin with that ask again for what was asked before: 'reiterates its request'."""
OPENS_TASKS = r".*\bfollowing(?: [\w-]+){0,4} (?:tasks|elements|objectives|actions|measures|steps)\b.*"
"""An opening line whose points, under headings or not, are the tasks of a mandate."""
MANDATE_OF = (
    r"(?:that )?(?:the )?(?:[a-z]+ )?mandate of (?:the )?"
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*| (?:in|of|for|to|and|the)(?= [A-Z]))*)"
)
"""Whose mandate has tasks: 'the mandate of the Mission shall include the following tasks'."""
OPENS_GERUNDS = r".*,? (?:such as|including(?: by| through)?|by|through)(?:,? inter alia)?"
"""What stands before the colon of an opening line whose points, if they are gerunds, are asks."""
TRAILING = (
    r"(?:[,;](?: and)? \([a-z]{1,4}\)|,? and"
    r"|,? and in (?:this|that) (?:regard|respect|context|connection))?,?$"
)
"""What joins an ask to the next verb, a letter of a list before it."""
FREQUENCY_ADJECTIVES = frozenset("annual biennial regular monthly quarterly".split())
"""Those that stand before a noun, which need not be what is asked."""
ONE = r"(?:every|each|a|an|one|per)"
"""Before a single day, month or year."""
NO_PERIOD = frozenset(("regularly", "periodically", "on a regular basis"))
"""What says that something is due again and again, and not how often."""
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
