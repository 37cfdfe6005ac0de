"""English: classes of words by which what two texts say is compared and shortened.

Names in capitals are pieces of regular expressions, unless they are sets or dictionaries. Source: what texts
show.
"""

from __future__ import annotations

NUMBERED = (
    r"(?:[Nn]os?\.|paragraphs?|paras?\.|Goals?|targets?|items?|articles?|sections?|annex|resolutions?|rules?)"
)
"""Words before a number that refers to something."""
REFERENCE = rf"\b{NUMBERED} \d+(?:(?:,|,? and|,? or| to| through|-|(?= )) ?\d+)*(?: ?\([a-z]+\))*"
"""Numbers that refer to something: 'paragraphs 3, 6 and 8 to 10'."""
INFLECTION = r"(?<=[a-z]{4})(?:ying|ied|ing|ed|ies|es|y|e|(?<!s)s)$"
"""The endings of verbs and nouns: 'provide', 'provides', 'providing' are one word, 'party' and 'parties'."""
GERUND = r"(?<=[a-z]{3})(?:ing|e)$"
"""The endings of a gerund and of an infinitive: 'mend', 'mending', 'provide', 'providing'."""
BOTH_PRONOUNS = r"\b(?:his|him|he) (?:or|and) (?:hers?|she)\b"
"""Two pronouns that are one: 'in his or her report'."""
_THIS_REGARD = r"in (?:this|that) (?:regard|respect|context|connection)\b"
IN_THIS_REGARD = rf"\b{_THIS_REGARD}"
"""What refers to what stands before and asks nothing."""
BEGINS_WITH_REFERENCE = rf"(?:its|their)\b|(?:[a-z]+ ){{1,3}}{_THIS_REGARD}"
"""What is called for by words that refer to what stands before: 'its adoption', 'progress in this regard'."""
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
    "in into within on for with by through at as from is are was were be been has have had which who will"
    " would may might can himself herself itself themselves thereof therein thereto she he they"
    " manner".split()
)
"""Words that say nothing by themselves. Those that decide the sense are none: 'not', 'shall', 'all', 'or'."""
OPENS_ACT = "to "
"""What an act that is asked for begins with."""
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
LONG_FORM = r"\bunited nations (?:system (?=(?:agencies|bodies|entities|funds|organizations)\b))?(?=[a-z])"
"""What names of its bodies have before them or not, in lower case."""
QUANTIFIER = "all|any|every|each|some|only|or"
"""Words that say how many, or which."""
PERSONS = frozenset("his or her hers its their theirs he she they him them".split())
"""Pronouns of persons, and what joins two of them."""
OWNING = frozenset("his her its their".split())
"""Pronouns that say whose a thing is."""
GOES_ON_IN_NAME = frozenset("of for on to".split())
"""Words with which the long form of a name goes on behind the short one."""
NAMED_IN_SHORT = frozenset(
    "Agenda Agreement Assembly Board Charter Commission Committee Conference Convention Council Court"
    " Covenant Decade Declaration Experts Forum Framework Fund Group Meeting Office Panel Platform Programme"
    " Protocol Rapporteur Representative Strategy Tribunal".split()
)
"""The last words of names that stand for the long ones: 'the Committee' for 'the Committee on Reefs'."""
OPENS_MATTER = frozenset(("on", "for"))
"""Words behind which the name of an office says what it is for."""
OPENS_OWNER = "of"
"""The word behind which it says whose it is."""
IN_CAPITALS = r"[A-Z][\w’-]*(?:,?(?: (?:of|for|on|and|the|in|to))* [A-Z][\w’-]*)*"
"""Words of a name that begin with capitals, small ones between them."""
JOINS_NAME = frozenset("the of for and on to in".split())
"""Words in lower case within a name."""
PURPOSE = r",? (?:in order to|so as to|with a view to|with the aim of|for the purpose of)\b[^,;]*"
"""What an act is for."""
OPPOSITES = (
    ("increase", "decrease"),
    ("increase", "reduction"),
    ("increase", "decline"),
    ("growth", "decline"),
    ("improvement", "deterioration"),
    ("progress", "setbacks"),
    ("progress", "lack"),
    ("higher", "lower"),
    ("more", "fewer"),
    ("more", "less"),
    ("positive", "negative"),
    ("success", "failure"),
    ("satisfaction", "concern"),
    ("appreciation", "concern"),
    ("sufficient", "insufficient"),
)
"""Words of which one in place of the other says the opposite."""
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
