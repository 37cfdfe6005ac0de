"""English: the words by which is read whether an ask was answered: what is noted, was done, is still to come.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Source: what texts
show.
"""

from __future__ import annotations

from resdiff.core.patterns import YEAR

REPORT_IS_NOTED = (
    r"(?! (?:sections?|paragraphs?) [\dIVX]+)"
    r"(?:(?! (?:intention|request|efforts|measures|next|forthcoming|future|progress|proposals?)\b)[^,;])"
    r"{0,90}?"
    r" (?:reports?|study|studies|updates?|briefings?|summary|recommendations|compilation|analysis)\b"
)
"""What follows the verb where a text takes note of a report that is there."""
ASKS_FOR_REPORT = (
    r"(?:to |, |and )*(?:[a-z]+ly |also |further |regularly |continue to |keep |ensure )*"
    r"(?:report|submit|present|prepare|provide|inform|update|brief|include|issue|undertake|conduct|make|keep"
    r"|transmit|publish|compile|circulate|develop|share|convene|organize|the |a |an )"
)
"""How an ask begins that asks for a report."""
IN_NEXT_REPORT = r"\b(?:next|future|forthcoming|subsequent|upcoming)\b[^,;]{0,60}?\breports?\b"
"""When a report is due for which no session is named."""
ON_SUBJECT = r"\breport of [^,;]*? on (?P<subject>[^,;]+)"
"""What one report is on."""
ALSO_REPORT = r"\b(?:and|,) (?:to )?(?:submit|present|report|provide|transmit|prepare)\b"
"""What asks for a report behind another act: 'to explore options and to report thereon'."""
REPORT_WORDS = frozenset(
    "report reports reporting submit submitted present prepare provide include session council assembly"
    " secretary general next resolution implementation paragraph information update study briefing"
    " comprehensive progress thereon context annual regular united nations developments".split()
)
"""Words with which reports are asked for, whatever they are about."""
THIS_RESOLUTION = r"\b(?:present|this) (?:resolution|decision)"
PRESENT_TEXT = rf"{THIS_RESOLUTION}|\bthereon\b|\bin this regard\b|\bthis matter\b"
"""What an ask refers to whose subject is that of its text."""
_LISTED = r"[IVX]+(?:(?:, | and | to )[IVX]+)*"
PARAGRAPHS_OF_RESOLUTION = (
    r"(?:\b(?:paragraphs?|and) (?P<paragraphs>\d+(?:(?:,? and|,| to|-) ?\d+)*)(?![/\d])"
    rf"|sections? (?P<sections>{_LISTED}))"
    r"[^;]{0,40}?(?:of|in) (?:its |Council |General Assembly |Assembly )*resolution"
    r" (?P<number>\d+/\d+|\d+ \(\d{4}\))"
)
"""Paragraphs or sections of another text that are named by their numbers."""
DECISION_TO = r"\bdecisions? to ([a-z]+)"
"""How a decision is recalled, and what it was to do."""
MEETING_TOOK_PLACE = (
    r"(?<!to be )\b(?:convened|convening|convocation|held|holding|organized|organised|hosted|hosting"
    r"|took place|outcome)\b"
)
"""What says that a meeting has been held."""
DURING_YEAR = rf"\bduring (?:the|its) {YEAR}\b"
"""When something was held, unless it is said to be still to come."""
STILL_AHEAD = r"\bto be\b|\b(?:scheduled|planned|due|will|shall)\b"
"""What says that it is."""
YEAR_OF_MEETING = rf"\b(?:in|during|on \d{{1,2}}) (?:[A-Z][a-z]+ )?({YEAR})\b"
"""The year in which a meeting is to be held."""
TO_COME = (
    r"\b(?:to|will|shall) be (?:[a-z]+ly )?"
    r"(?:convened|held|submitted|issued|presented|organized|hosted|established)"
)
"""What says that a thing is still to come."""
TOOK_PLACE_TOO = r"\b(?:was|were|has been|have been|took place)\b"
"""What says of a thing that was decided that it was done too."""
DECIDED_TO = (
    r" (?:[a-z]+ )?(?:decision|intention|plans?|proposal|offer|readiness|commitment)\b[^,;]{0,60}? to [a-z]"
)
"""What stands behind a verb where only the decision to do a thing is noted."""
NEEDED = r"\b(?:need|necessity) (?:to|for)\b[^;]*"
"""What is said to be needed: it is not there."""
WILL_DO = r"^(?:(?!\bto\b)[^,;]){0,60}?\b(?:will|shall) "
"""Who will do it, and that it will: 'the meeting will adopt'."""
END_OF_SESSION = r"\b(?:end|close|conclusion) of (?:its|the|their)\b[^,;]{0,40}\bsession"
"""A term at the end of a session: that of the General Assembly ends in the year after it began."""
PRODUCT = (
    r"(?:to )?(?:[a-z]+ly )?(?:develop|conduct|undertake|carry out|prepare|establish|set up|launch|create"
    r"|hold|organize|elaborate|produce|formulate)\b[^,;]{0,90}?\ban? (?P<product>[a-z-]+(?: [a-z-]+){1,3}?)"
    r"(?= (?:of|on|for|to|in|with|by|at|from|and|that|which)\b|[,.;]|$)"
)
"""An ask to make one thing, and what that is called."""
NOUN_OF_DEED = {
    "adopt": "adoption",
    "celebrate": "celebration",
    "commemorate": "commemoration",
    "appoint": "appointments?",
    "complete": "completion",
    "conclude": "conclusion",
    "convene": "(?:convening|convocation|holding)",
    "create": "(?:creation|establishment)",
    "designate": "designations?",
    "elect": "elections?",
    "establish": "(?:establishment|creation)",
    "finalize": "(?:finalization|completion|adoption)",
    "hold": "(?:holding|convening|hosting)",
    "host": "hosting",
    "launch": "launch(?:ing)?",
    "nominate": "nominations?",
    "observe": "observance",
    "open": "opening",
    "operationalize": "operationalization",
    "organize": "(?:organization|holding|convening)",
    "proclaim": "proclamation",
    "set up": "establishment",
}
"""Acts that are done once, and by which noun a text says that they are done."""
_OBJECT_OF_DEED = r"(?P<object>[^,;]*?)(?= at the | as soon | by \w+ \d| and to |[,;]|$)"
DEED = rf"\bto (?:[a-z]+ly )?(?P<act>{'|'.join(NOUN_OF_DEED)})\b{_OBJECT_OF_DEED}"
"""An ask for such an act, and its object."""
NAMES_DEED = rf"\b(?P<noun>{'|'.join(dict.fromkeys(NOUN_OF_DEED.values()))}) of {_OBJECT_OF_DEED}"
"""An ask that names such an act by its noun: 'urges the completion of the survey'."""
DEED_IS_DONE = (
    r"\b(?:adopted|agreed|approved|completed|concluded|established|finalized|launched|operationalized)\b"
)
"""What says of a thing that it is there."""
AS_REQUESTED = (
    r"\b(?:requested|called for|mandated|decided|invited)(?: by the [A-Z]\w+(?: [A-Z]\w+)*)? (?:in|by)"
    r" (?:paragraphs? [\d, and]+ of )?(?:its |[A-Z]\w+ (?:[A-Z]\w+ )?)?resolution (?P<number>\d+/\d+)"
)
"""What says that something was done as a resolution asked."""
NAMES_RESOLUTION = r"\bresolutions? (\d{2})/\d+"
"""The session of a resolution that a paragraph names first."""
SHOULD_ACT = r"\bshould (?!be\b|have\b|remain\b|consist\b|comprise\b|apply\b)"
"""What follows a subject that is to act, however long its name is: 'should provide'."""
STATES = (
    r"(?:(?:in|of) [^,;]{0,60} )?(?:(?:will|are|is|be)\b"
    r"|shall (?:not|be|have|become|cease|consist|comprise|enter|remain|apply)\b)"
)
"""What follows 'that' and a subject where something is decided and nobody asked: 'will take place'."""
SUPPORTS = (
    r"^(?:to )?(?:[a-z, -]+ to )?(?:continue to |further )?"
    r"(?:(?:provide|extend|offer|give) (?:[a-z]+ ){0,2}?)?"
    r"(?P<act>support|assist|help|contribut|financ|fund|cooperat|collaborat)"
)
"""How an ask begins that others be supported in what they do."""
RENEWS = r"(?:to )?(?:extend|renew|prolong|continue|maintain)\b"
"""How a decision begins that lets a mandate run on; another sets something up, or ends it, once."""
NOT_NOTED = r"\b(?:concern|regret|alarm|dismay|disappointment)"
"""Of a verb that notes: what was asked is not there."""
