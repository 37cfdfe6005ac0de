"""English: the words by which an ask is read: who is asked, for what, to whom it reports, by when.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Sources: the notes
with which asks were annotated, the United Nations Editorial Manual (names of organs), and what texts show.
"""

from __future__ import annotations

from resdiff.core.patterns import YEAR

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
NUMBERED = r"(?:paragraphs?|paras?\.|Goals?|targets?|items?|articles?|sections?|annex|resolutions?|rules?)"
"""Words before a number that refers to something."""
REFERENCE = rf"\b{NUMBERED} \d+(?:(?:,|,? and|,? or| to| through|-|(?= )) ?\d+)*(?: ?\([a-z]+\))*"
"""Numbers that refer to something: 'paragraphs 3, 6 and 8 to 10'."""
INFLECTION = r"(?<=[a-z]{4})(?:ying|ied|ing|ed|ies|es|y|e|(?<!s)s)$"
"""The endings of verbs and nouns: 'provide', 'provides', 'providing' are one word, 'party' and 'parties'."""
GERUND = r"(?<=[a-z]{3})(?:ing|e)$"
"""The endings of a gerund and of an infinitive: 'mend', 'mending', 'provide', 'providing'."""
BOTH_PRONOUNS = r"\b(?:his|him|he) (?:or|and) (?:hers?|she)\b"
"""Two pronouns that are one: 'in his or her report'."""
IN_THIS_REGARD = r"\bin (?:this|that) (?:regard|respect|context|connection)\b"
"""What refers to what stands before and asks nothing."""
ABOUT = r"\bwith (?:regard|respect) to\b"
"""What says no more than 'on'."""
VERSION = r"\b(?!(?:USD|EUR|CHF|GBP) )[A-Z][\w-]* \d\.\d\b(?! (?:[mbt]r?illion|per cent))|\+\d+"
"""The number of a version in a name, 'Action Plan 2.0' or 'UNISPACE+50', and no amount: 'USD 2.5 million'."""
EMPTY_WORDS = frozenset(
    "to the a an of and also further likewise his her its their these those this that him them it between"
    " among amongst".split()
)
"""Words that alter nothing where only they differ."""
FUNCTION_WORDS = EMPTY_WORDS | frozenset(
    "in into on for with by at as from is are was were be been has have had which who will would may might"
    " can himself herself itself themselves thereof therein thereto she he they manner".split()
)
"""Words that say nothing by themselves. Those that decide the sense are none: 'not', 'shall', 'all', 'or'."""
OPENS_CLAUSE = frozenset("and or including in with while as to of for".split())
"""Words with which a clause begins."""
OPENS_PHRASE = frozenset(
    "on with by from at against through into under between among towards about concerning regarding within"
    " that to which who whose where when whether because if unless".split()
)
"""Further words with which a phrase begins."""
TAKES_MEASURES = r"^((?:continue to )?take)(?: [\w,-]+){3,14}? (measures|steps|action)(?=,? to )"
"""What says of measures that they are taken, before what they are for: 'take all necessary and effective
legislative measures to'.
"""
LAST_JOINED = r",? and (?:the |its )?(?=\w+ of )|; "
"""What joins the last of several things that are named: 'the report, and the adoption of its plan'."""
JOINING_END = r",?(?: and| or)$"
"""A word that joins what followed."""
FURTHER_ACT = r"(?:,| and),? to (?!the\b|its\b|all\b|each\b|other\b|that\b|this\b)(?=[a-z])"
"""Where a further act is asked for: 'write a plan, and to report'."""
BEGINS_ASIDE = "in|with|within|through|by|under|as|on|for|during|at|before|after|following"
"""Words with which what stands between an act and its object begins."""
ENDS_NOUN_OF_ACT = ("ing", "ion", "ment", "ance")
"""Endings of nouns that say what is done to what follows: 'the holding of', 'the adoption of'."""
OPENS_COMPLEMENT = frozenset(
    "and or of to for in on with by from at against into under between among about".split()
)
"""Words with which what belongs to the words right before them begins."""
OPENS_PREDICATE = frozenset("is are was were has have had remains remain continues continue does do".split())
"""Words with which what is said of a subject begins, beside the modal verbs."""
RELATIVES = frozenset("who which that".split())
"""Pronouns behind which a verb says something of the noun before them."""
LONG_FORM = r"\bunited nations (?=[a-z])"
"""What names of its bodies have before them or not, in lower case."""
QUANTIFIER = "all|any|every|each|some|only|or"
"""Words that say how many, or which."""
PERSONS = frozenset("his or her hers its their theirs he she they him them".split())
"""Pronouns of persons, and what joins two of them."""
GOES_ON_IN_NAME = frozenset("of for on to".split())
"""Words with which the long form of a name goes on behind the short one."""
JOINS_NAME = frozenset("the of for and on to in".split())
"""Words in lower case within a name."""
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
PRONOUNS = OF_ONE | frozenset(("they", "them", LATTER))
FULL_NAMES = {
    "high commissioner": "United Nations High Commissioner for Human Rights",
    "office of the high commissioner": "Office of the United Nations High Commissioner for Human Rights",
    "assembly": "General Assembly",
}
"""What organs of the United Nations call others in short (Editorial Manual)."""
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
REFERS_BACK = (
    r"\b(?:in (?:this|that|its) (?:regard|respect|context|connection)|to (?:this|that) (?:end|effect)"
    r"|for (?:this|that) purpose|such|this|these|thereon|thereof|therein)\b"
)
"""What an ask refers by to the words before it: alone it does not say what is asked."""
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
MEETING_TOOK_PLACE = (
    r"(?<!to be )\b(?:convened|convening|convocation|held|holding|organized|organised|hosted|hosting"
    r"|took place|outcome)\b"
)
"""What says that a meeting has been held."""
TO_COME = (
    r"\b(?:to|will|shall) be (?:[a-z]+ly )?"
    r"(?:convened|held|submitted|issued|presented|organized|hosted|established)"
)
"""What says that a thing is still to come."""
NEEDED = r"\b(?:need|necessity) (?:to|for)\b[^;]*"
"""What is said to be needed: it is not there."""
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
YEAR_TERM = rf"\b(?:by|before|until|(?:no|not) later than) (?:[\w-]+ ){{0,4}}{YEAR}\b"
"""A term in a year: 'by the end of 2030'."""
SESSION_TERM = r"\b(?:at|before|until|by) (?:its|the|their) (?:[\w-]+ ){1,3}sessions?\b"
"""A term at a session: 'at its tenth session'."""
WILL_DO = r"^(?:(?!\bto\b)[^,;]){0,60}?\b(?:will|shall) "
"""Who will do it, and that it will: 'the meeting will adopt'."""
END_OF_SESSION = r"\b(?:end|close|conclusion) of (?:its|the|their)\b[^,;]{0,40}\bsession"
"""A term at the end of a session: that of the General Assembly ends in the year after it began."""
FREQUENCY = (
    r"annual(?! sessions?\b)|annually|biennial|biennially|regular|regularly|periodically|quarterly"
    r"|monthly|immediately"
    r"|without (?:any |further |undue )?delay"
    r"|as (?:soon|early|rapidly|quickly) as (?:possible|practical|practicable|feasible)"
    r"|on an annual basis|on a regular basis|each year|every year|twice a year|once a year"
)
"""How often something is due, or how soon."""
OPENS_EXAMPLES = ("including ", "such as ")
"""What opens words that a hedge among them hedges alone."""
LEADS_TO_ASK = r"(?:,? and)?,? in th(?:is|at) (?:regard|respect|context|connection)$"
"""What ends a thought only to lead on to what is asked: 'and in this regard'."""
WHICH_OF_THEM = (
    r"(?P<which>(?:that|which|who) (?:have|has|had|are|is|were|do|can|wish|remain)\b[^;:]{1,200}?)"
    r"(?<!position)(?<!able)(?<!willing)(?<!wish)(?<!yet)(?<!continue) to (?=[^;:]{0,40}\bdo(?:ing)? so\b)"
)
"""Which of those who are asked are meant, where what they are asked is said there alone: 'that have not yet
ratified it to consider doing so'.
"""
ADVERBIAL_BEFORE_ACT = (
    r"(?:in|on|within|with|without|through|by|as|at|under|upon|building|drawing|following|taking|bearing"
    r"|having|pursuant|working|acting|together)\b[^;]*?"
    r"(?:, to (?=[a-z])| to (?=(?:propose|prepare|submit|present|provide|develop|convene|organize|conduct"
    r"|undertake|consider|report|establish|ensure|continue|support|adhere|address|adopt|apply|assist|build"
    r"|collaborate|comply|contribute|cooperate|create|engage|enhance|enable|exchange|expand|explore"
    r"|facilitate|finalize|give|identify|implement|improve|include|increase|integrate|invest|join|keep|make"
    r"|mainstream|mobilize|monitor|participate|prevent|promote|protect|pursue|raise|ratify|reduce|refrain"
    r"|respect|review|share|strengthen|take)\b))"
    r"|(?:that|who|which)\b[^,;]*?(?: to do so|done so|position to)\b,?[^,;]*?,? to (?=[a-z])"
    r"|(?:in|for|on|with|without|taking|bearing|having|pursuant|subject|notwithstanding)\b[^;]*?, (?:that )?"
    r"(?=(?:there|the|an?|one|its|all|each|such|any)\b[^;]*? shall\b)"
)
"""What may stand between the addressee and the infinitive: 'in cooperation with the Warden, to propose'; or
before what is decided: 'in accordance with its resolution, there shall be set off'.
"""
OPENS_POINTS = (
    r"(?:(?:,? ?(?:in this regard|in this respect|inter alia|in particular|as follows|by|to|should|shall)\b)*"
    r"|(?:.*\b)?to(?: \w+){0,2})"
)
"""What may stand between the addressee and the colon of an opening line whose points are the asks."""
PRODUCT = (
    r"(?:to )?(?:[a-z]+ly )?(?:develop|conduct|undertake|carry out|prepare|establish|set up|launch|create"
    r"|hold|organize|elaborate|produce|formulate)\b[^,;]{0,90}?\ban? (?P<product>[a-z-]+(?: [a-z-]+){1,3}?)"
    r"(?= (?:of|on|for|to|in|with|by|at|from|and|that|which)\b|[,.;]|$)"
)
"""An ask to make one thing, and what that is called."""
NOUN_OF_DEED = {
    "adopt": "adoption",
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
    r"^(?:to )?(?:[a-z, -]+ to )?(?:continue to |further )?(?P<act>support|assist|help|contribut|financ|fund)"
)
"""How an ask begins that others be supported in what they do."""
IMPLEMENTATION_OF_TEXT = r"\bimplementation of (?:the present|this) (?:resolution|decision)\b"
"""What recurring reports are on."""
RENEWS = r"(?:to )?(?:extend|renew|prolong|continue|maintain)\b"
"""How a decision begins that lets a mandate run on; another sets something up, or ends it, once."""
ASKS_AGAIN = ("reiterate ", "reaffirm ", "recall ")
"""What the verbs begin with that ask again for what was asked before: 'reiterates its request'."""
NOT_NOTED = r"\b(?:concern|regret|alarm|dismay|disappointment)"
"""Of a verb that notes: what was asked is not there."""
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
