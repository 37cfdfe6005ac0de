"""English: the words by which the parser and the comparison know a date, a number, a vote, an annex.

Names in capitals are pieces of regular expressions, unless they are tuples or sets of words. Sources: the
United Nations Editorial Manual (dates, numbers, votes, annexes, paragraph references), and what texts show.
"""

from __future__ import annotations

COMMON_WORDS = (
    "the of and to in that for its on by with as at from which their a an is are be this all or not it"
    " was has have"
)
"""The commonest words, by which a text is known to be English."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = rf"(?:{'|'.join(MONTHS)})"

_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINALS_TO_NINETEEN = (
    f"{_UNITS} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth"
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
ORDINALS = {
    **{word: value for value, word in enumerate(_ORDINALS_TO_NINETEEN.split(), 1)},
    **{word: value for value, word in zip(range(20, 110, 10), _ORDINAL_TENS.split(), strict=True)},
}
"""The value of each ordinal of one word."""
ORDINAL_WORDS = frozenset(ORDINALS)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
"""What may stand before the hyphen of an ordinal: 'forty-third'."""
OPENS_COMPOUND = frozenset((*TENS, *"self non well long short high low vice half cross".split()))
"""What words go on behind with a hyphen (Editorial Manual): 'non-governmental', 'long-term'."""
ORDINAL = (
    rf"(?:(?:{'|'.join(TENS)})-(?:{'|'.join(_UNITS.split())})"
    rf"|{'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))})"
)
ORDINAL_ENDING = "(?:st|nd|rd|th)"
PERIOD = "(?:days?|weeks?|months?|years?)"
SESSION = "sessions?"
JOINS_DAYS = "and|to"
"""What joins two days of a date: '28 and 29 June'."""
TERM = r"(?:by|until|till|before|(?:no|not) later than|through|ending|expires?|up to)"
"""What stands before a date by which something is due or ends."""
YEAR_AHEAD = r"(?:by|until|till|before|through|end of|during|for) (?:the year )?(20\d\d|21\d\d)"
"""A year alone that a text sets as a term: 'by 2030'."""
NUMBER_WORDS = tuple(
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
"""By the number they stand for, from 0."""
FRACTION = (
    r"\b(?:one|two|three|four|five|six|seven|nine)"
    r" (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
)
MAY_BE_DATED = r"\d|th\b|first|second|third|ber\b|ary\b|March|April|May\b|Ju(?:ne|ly)|August"
"""A quick look for what may be a date, an ordinal or a number."""

# Numbers in running text
REFERRING = (
    r"(?:paragraphs?|paras?\.|resolutions?|decisions?|items?|articles?|sections?|chapters?|annex|rule|no|nos"
    r"|vol|rev|add|corr|l)"
)
"""Words before a number that refers to something and counts nothing."""
MADE_BY_OTHERS = frozenset("by made of from issued contained expressed in".split())
"""What follows 'the call', 'the request' where it is not that of the organ."""
SPELLINGS = (
    (r"(?<=[a-z]{3})iz(?=(?:e[ds]?|ing|ations?|ers?)$)", "is"),
    (r"^(fulfil|enrol|skil|instal)l(?=s?$|ment)", r"\1"),
    (r"^(travel|cancel|counsel|channel|signal)l(?=ed|ing)", r"\1"),
    (r"^(cent|met|theat|fib)er(?=s|ed|$)", r"\1re"),
    (r"^(.*centre)ed$", r"\1d"),
    (r"^(lab|behavi|col|neighb|hon|fav|endeav)or", r"\1our"),
    (r"^(defen|offen|licen)se(?=s?$)", r"\1ce"),
    (r"^program(?=s?$)", "programme"),
)
"""Spellings of one word, as patterns with what stands for them: the United Nations write as British English
does but for '-ize' (Editorial Manual, spelling).
"""
PER_CENT = r"\s?(?:%|per ?cent)"
"""How a percentage is written."""
REFERRED_TO = "paragraph|article|rule|section|item|chapter|resolution|goal|target|principle|part"
"""What is referred to by number; several of them by several numbers."""
FURTHER_NUMBER = r" ?(?:,|and|or|to|through|–|-) ?\d"
"""What follows the first of several numbers: 'Goals 3 and 5', not 'the Goals 3 of'."""
REFERRING_BEFORE_NOTE = (
    r"(?:paragraphs?|paras?\.?|articles?|rules?|annex(?:es)?|sections?|items?|chapters?|resolutions?|goals?"
    r"|targets?|principles?|parts?|numbers?|no\.|nos\.|tables?|figures?|options?|phases?|protocols?"
    r"|supplement|of|and|to|in|by|from|at|on|for|than|least|the|between|until|about|over|through)"
)
"""Words before a number that is no mark of a footnote."""
GROUP_OF_STATES = r"Groups? of \d+\b"
"""A name with a number that counts nothing any more: 'the Group of 77'."""
IRREGULAR_PLURALS = {"is": "are", "has": "have", "does": "do", "goes": "go"}
"""The plural of verbs by their third person singular."""
IRREGULAR_PASTS = {
    "are": "was",
    "have": "had",
    "bear": "bore",
    "bring": "brought",
    "do": "did",
    "draw": "drew",
    "give": "gave",
    "go": "went",
    "hold": "held",
    "keep": "kept",
    "make": "made",
    "set": "set",
    "speak": "spoke",
    "stand": "stood",
    "strive": "strove",
    "take": "took",
    "understand": "understood",
    "undertake": "undertook",
    "uphold": "upheld",
    "withdraw": "withdrew",
}
"""The past of verbs by their plural."""
DOUBLES_ITS_END = frozenset(
    "admit commit concur defer infer occur permit recommit refer regret submit transmit".split()
)
"""Verbs that double their last letter before an ending, for it ends the stressed syllable."""
TEXTS_CITED = "resolutions?|decisions?|statements?|reports?|documents?"
"""Words for texts that have numbers."""
CONNECTING = frozenset(
    "and of to its session sessions regular resolution resolutions decision decisions add corr rev".split()
)
"""Words between numbers and dates that only tie them together."""
BETWEEN_NUMBERS = r"(?:and|to|or|-)"
UNIT = rf"(?:per cent|,? ?(?:and )?\d{{1,3}}\b(?!/| {MONTH}))"
"""What follows a number that counts."""
PLURAL = r"(?!(?:this|thus|plus|towards|across|unless|always)\b)[a-z]{3,}s\b"
COUNTED = "personnel|police|staff|people"
"""Nouns in the singular that a number counts."""
BEFORE_COUNTED = "(?:military|civilian|police|uniformed|additional|further|more|new|local|international)"
"""Adjectives between a number and the noun that it counts."""
BEFORE_YEAR = "in|by|since|until|before|after|during|from|for|the|its|their|this|that|year"
"""Words before a year, though a plural stands behind it: 'the 2021 commitments'."""
MEASURE = r"(?:[ckm]?[mgl]\b|ha\b)"
NOTE_ABBREVIATION = (
    r"(?:paras?|arts?|nos?|chap|sect|vol|add|corr|rev|res|dec|fig|pp?|suppl|ed|conf|inf|prst|sub)"
)
"""Abbreviations whose full stop ends no sentence, before a mark."""
ABBREVIATION = r"(?:chaps?|paras?|nos?|vols?|sects?|arts?|pp?|annex|figs?|add|corr|rev)"
"""Abbreviations whose full stop ends no paragraph, before a number."""

# Words at line ends
SUSPENDED = frozenset(("and", "or", "to", "nor"))
"""Words behind a hyphen that waits for its second half: 'troop- and police-contributing'."""
PREFIXES = frozenset("co non self ex vice anti pre post sub multi inter socio counter cross".split())
"""First halves that keep their hyphen."""
FRAGMENT = (
    r"(?:[st]ions?|tional|ments?|mentation|[b-dfghlmpr-tvxz]ations?|isations?|ing|ings|ed|er|ers|ly|ally|ity"
    r"|ities|ties|ble|bly|ance|ence|ants?|ents?|ness|tive|tives|ures?|ful|less|ship|ous|cies|cy|ries|ry|ism"
    r"|ists?|ture|tures|cial|tial|sive|ling|ning|ting|ring|sing|ding)"
)
"""Endings that are no word of their own: what a line end cut off."""

# Paragraphs, organs, annexes
ITEM_CONJUNCTION = r"(?:and|or)"
"""What stands behind the closing mark of the last item but one."""
CLOSING = r"[,;:.]?(?: ?(?P<word>and|or))?[,;:.]?"
"""How a paragraph or an item may end; `word` is what joins it to the next item."""
HYPHEN_MAKES_ANOTHER_WORD = r"re-[^aeiou]|un-"
"""How a word begins that is another one without its hyphen: 're-sign' and 'resign', not 're-establish'."""
WORDS_THAT_FUSE = frozenset(
    "a all any beside every for in may no on some there to up what when where who with".split()
)
"""Words that make another word when they are written together with the next or the one before: 'any time' and
'anytime', 'may be' and 'maybe', 'on to' and 'onto'.
"""
ORDERING = r"(?:also|further|likewise)"
"""Words that order the second and third use of a verb (Editorial Manual)."""
ARTICLE = "The"
ORGAN_ARTICLE = "(?:The|THE)"
"""Before the name of an organ on a line of its own."""
ARTICLE_BEFORE_NAME = r"^the "
ORGAN_CLAUSE = r", (?:meeting|assembled|convened|gathered|acting|sitting) [^;.]{3,120}(?=,)"
"""What may follow the name of an organ on its line: 'meeting at its 119th session'."""
NAME_PARTICLE = r"(?:of|and|the|this|on|for|in|to|de|du|des|la|le|los|las|del|y|et|à)"
"""Words in lower case within the name of an organ, foreign ones included."""
DECLARING = ("We ", "The", "Rea")
"""How a paragraph of a declaration may begin: 'We', 'The Assembly', 'Reaffirming'."""
BEGINS_PARAGRAPH = r"[A-Z][a-z]+ing\b|[A-Z][a-z]+s\b (?:upon|the|that|all|its|to|also)\b"
"""The form of a participle or a verb with its object at the start of a line."""
ANNEX = r"(?:Annex|ANNEX|Appendix|APPENDIX|Attachment|Enclosure)(?:es|ES)?"
ANNEX_END = "nnex"
"""A quick look for the name of an annex at the end of a line."""
ANNEX_LETTERS = "AaE"
"""What the name of an annex may begin with."""

# Clauses
WE = r"[Ww]e,?"
DECLARATION = r"[“\"]?We, (?:the|as|having|who)\b"
"""How a declaration begins, which speaks for those who adopt it."""
DECISION = r"At its [\w-]+ "
"""How a decision begins, which says in the past what the organ decided."""
ORGAN_SUBJECT = (
    r"[Tt]he (?:[A-Z][\w’'-]* (?:(?:of|and|the|on|for) )*)*"
    r"(?:Council|Assembly|Conference|Committee|Commission|Congress|Board|Parties|Governing Body|Tribunal)"
    r"(?: of (?:the )?(?:[A-Z][\w’'-]*)(?: (?:of |and |the |on )*[A-Z][\w’'-]*)*)?"
)
"""An organ as the subject of a sentence."""
GERUND = (
    r"\b(?:in|of|for|by|to|towards|at|on|through|with|without|from|against|including|while|when)"
    r" (?:[a-z]+ly )?[a-z]+ing\b|\b[a-z]+ing (?=$)"
)
"""A gerund that depends on a preposition; what is joined to it with 'and' is another one."""
RELATIVE = r"\b(?:which|who|that)(?:,[^,;]*,)?"
"""What begins a clause with a subject of its own."""

YEAR_NAMED = r"in|for|by|until|and|to|years?|calendar|biennium"
"""Words before a year that is no part of a day."""
NEGATION = r"\b(?:not|never|neither|nor|without|no longer|cannot)\b(?! (?:least|only|limited)\b)"
"""Words that negate; 'not least' and 'including but not limited to' negate nothing."""
NEGATION_PREFIX = r"non-(?=\w)"
"""What negates a word as 'without' before it does: 'non-discrimination'."""
MODAL_WORDS = ("shall", "should", "must", "may", "might", "can", "could", "will", "would")
"""Verbs that say how far something binds."""
FIRM = frozenset((*MODAL_WORDS, "cannot", "not", "no"))
"""Words that decide how firm a sentence is."""
BINDS = FIRM | frozenset(("without", "all", "only"))
"""Words whose place decides what a sentence binds to."""
MODAL = rf"\b(?:{'|'.join(MODAL_WORDS)})\b"
MAY = "may|might|can|could"
"""Those of them that say only what is possible."""
AMOUNT_UNIT = (
    r" ?(?:per cent|%|percentage points?|million|billion|dollars|euros?|personnel|days|months|years)"
)
"""What may follow an amount."""

# Formulas
FORMULA_MARKS = ("item entitled", "andate of the")
"""A quick look for a formula with a subject."""
FORMULA_SUBJECT = (
    r"\bsub-item entitled \"(?P<subitem>[^\"]+)|(?<!-)\bitem entitled \"(?P<item>[^\"]+)"
    r"|\bmandate of the [A-Z][\w ]*? on (?P<mandate>[^,;.]+?)(?= for a |[,;.]|$)"
)
"""What a formula is about, in one style of quotes: the item put on an agenda, the subject of a mandate."""

CONSIDERS_AS = r"(?: [a-z]+ly)? as\b"
"""What follows 'to consider' that is no hedge: 'to consider primarily as victims'."""
ENDS_HEDGE = (
    r"$|[,;:.)\]”]"
    r"| (?:and|or|to|in|for|with|by|on|at|the|through|within|of|from|during|under|its|their|that)\b"
)
"""What follows 'as appropriate' or 'as relevant'; before a noun it qualifies that: 'as relevant entities'."""

# Votes and adoption
IN_FAVOUR = r"In favou?r"
AGAINST = "Against"
ABSTAINING = r"Abstaining|Abstentions?|Abstained"
VOTE_HEAD = rf"(?:{IN_FAVOUR}|{AGAINST}|{ABSTAINING}|For)\s*:"
RECORDED_VOTE = r".*\brecorded vote\b.*The voting was|Recorded vote"
RECORDED = "recorded"
ROLL_CALL = r"roll.call"
VOTE = "vote"
_COUNT = rf"(\d{{1,3}}|[Il](?= abst)|{'|'.join(NUMBER_WORDS)})"
TALLY = (
    rf"(?:vote of|by(?: a vote of)?) {_COUNT}(?: votes?)?(?: in favou?r)?(?: votes?)?,? ?(?:to )?{_COUNT}"
    rf"(?: against)?(?:,? (?:with |and )?{_COUNT} abst\w+)?"
)
"""How many were in favour, against and abstaining, in this order."""
MISREAD_ONE = "Il"
"""Letters that scanned texts have for the figure 1."""
WITHOUT_VOTE = r"without (?:a|the) ?vote|by (?:general )?consensus"
UNANIMOUS = r"adopted unanimously|unanimous vote"
ABSTAINERS_IN_BRACKETS = r"abst\w+ \(([^()]*(?:\([^()]*\)[^()]*)*)\)"
NOBODY = ("none", "nil", "-", "–")
LAST_AND = (
    r"\sand\s(?=[A-Z])(?!(?:Barbuda|Herzegovina|Nevis|Principe|Tobago|the Grenadines|Northern Ireland"
    r"|Caicos)\b)"
)
"""The conjunction before the last name of a list, not one within a name."""
LEADING_AND = r"^and\s+"
MEETING = (
    rf"\d{{1,5}}{ORDINAL_ENDING}\s+(?:\(?[a-z]+\)?\s+)?(?:plenary\s+)?me+ting\b"
    r"(?=[,.\]]?(?:\s+\d|\s*$|\s+held))"
)
ADOPTION = r"\[?(?:Resolution adopted|Adopted) (?:unanimously|without|by|at|on|as)\b|\[?ADOPTED\b|Adoption:"
"""How the line that records the adoption begins, where it does not begin with the meeting."""
ADOPTION_BEGINNINGS = ("A", ("d", "D", "g", "b"))
ADOPTION_LETTERS = "0123456789[AIRF"
"""What a record of adoption may begin with: a number, a bracket, Adopted, In favour, Recorded, For."""
ENDING_GLUED = (
    rf"(?<=[.;”\])]) (?=\d{{1,5}}{ORDINAL_ENDING} (?:\(?[a-z]+\)? )?(?:plenary )?meeting\b.{{0,60}}$"
    r"|\[?Adopted (?:unanimously|without a vote|by a recorded)\b.{0,300}$)"
)
"""A record of adoption that stands in one block with the last paragraph."""
ENDING_WORDS = ("meeting", "dopted")
"""One of them stands in every such record."""

# Negotiation
WISH = (
    r"(?:retain|delete|del\.?|deletion|keep|add|alt\.?|reserve|reservation|bracket|prefer|support|supported"
    r"|opposed?|replace|move|merge|insert|agreed|proposal|streamline|reinstate|original)"
)
"""What delegations want of a passage: 'EU: retain'."""
JOINING_PARTIES = r"(?:, ?| ?/ ?| and | ?& ?)"
