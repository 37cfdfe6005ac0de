"""Arabic: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0600", "\u06ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

ORGAN = r"(?:إن |أن )?(?:الجمعية|مجلس|المجلس|لجنة|اللجنة|مؤتمر|المؤتمر|الأطراف|هيئة)"
"""How the name of an organ begins, behind the particle 'inna' or without it."""

# Verbs
DIACRITICS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
"""Vowel signs and the stroke that lengthens a word: they make no other word."""
AND = "و"
"""'and', written together with the word behind it."""
WHEREAS = "إذ"
"""The particle before each preambular verb."""
PRONOUNS = ("هما", "ها", "هم", "هن", "ه")
"""Objects that are written together with the verb before them."""
MASCULINE, FEMININE = "ي", "ت"
"""The first letter of a verb in the third person: of a council, of an assembly."""
CONNECTIVES = ("في هذا الصدد", "في هذا السياق", "في هذا الشأن", "أيضا", "كذلك")
"""What may stand between a sign and a further verb."""
GUESS_PREAMBULAR = r"(و?إذ [^\W\d_]+)(?= )"
GUESS_OPERATIVE = r"(ي[^\W\d_]{2,})(?= )"
"""The form of a verb that is not in the lexicon, in either part."""
PARTICLES = r"^(?:[وف])?(?:[بكل])?(?:ال|لل)?(?=..)"
"""Conjunctions, prepositions and the article, which are written together with the word behind them."""
NOUN_ENDING = r"(?:ات|ون|ين|ان|ية|تها|ته|تهم|ها|هم|ه|ة|ا|ي)$"
"""Endings of nouns and adjectives: gender, number, whose."""
MONTHS = tuple("يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split())
"""The second names of the months: 'كانون الثاني/يناير'."""
_INCLUDING = "، (?:بما في ذلك|بمن فيهم|بما فيها|ولا سيما|وخاصة) "
_NAME = (
    rf"(?!إلى |على |أن |بأن )(?P<name>(?:(?!{_INCLUDING})[^؛:]|(?>{_INCLUDING}[^؛:]{{2,160}}?،)){{2,180}}?)"
)
_UPON = "(?<=هيب )ب|(?<=هيب كذلك )ب|(?<=هيب أيضا )ب"
_FOR = "(?<=أذن )ل(?!ل)"
_TO = "(?<!دعو )(?<!دعو كذلك )(?<!دعو أيضا )إلى "
_ASIDE = "،? في هذا الصدد(?=،? (?:أن|على) )"
"""What stands between who is asked and what is asked."""
ADDRESSEE = rf" (?:{_TO}|من |{_UPON}|{_FOR})?{_NAME}(?=،? (?:أن|على|إلى|بأن) |{_ASIDE})"
"""Who is asked, before 'that' or a preposition; 'to' and 'upon' are written together with the name."""
ADDRESSEE_OF_DEMAND = rf" (?:{_FOR})?{_NAME}(?=،? (?:أن|على|بأن|ب[^\W\d_]{{3,}}) )"
"""Of whom something is demanded, or who is authorized, before 'that' or a noun with its preposition."""
REFERRING = (
    r"[ولبفك]*(?:ال|لل)?(?:فقر(?:ة|ات|تين|تان)|قرار(?:ات|ين|ان|يه|اته|ه)?|مادة|مواد|مرفق|هدف|أهداف|مقرر)"
)
"""Words before a number that refers to something and counts nothing."""
AMOUNT_UNIT = "مليونا?|ملايين|مليارا?|بليونا?|في المائة"
"""What makes a number an amount."""
TERM = "حتى|قبل|بحلول|أقصاه"
"""What stands before a date by which something is due or ends."""
PERIOD = (
    r"\bو?(?:في غضون|خلال|كل|في مدة أقصاها|في أجل أقصاه|في موعد أقصاه) (?:[\w-]+ ){0,2}"
    r"(?:يوما|أيام|أسابيع|شهرا|أشهر|شهرين|سنوات|سنتين|(?:سنة|عام|شهر) واحدة?|سنة)\b"
    r"|\b(?:سنويا|شهريا|كل سنة|كل عام|كل شهر)\b"
)
"""How soon or how often something is due."""
ARTICLE = r"^[إأ]ن "
REPORT = r"تقرير|تقارير|إحاط|يبلغ|يوافي"
MANDATE = r"ولاي"
NEGATION = (
    r"(?<!\w)[وف]?(?:لا(?! سيما| [يت]زال| [يت]زالون)|ألا|لم|لن|ليس|ليست|دون|بدون|عدم"
    r"|(?<!ما )غير(?! ذلك| الحكومي))(?!\w)"
)
"""What negates; 'especially', 'still' and 'among others' negate nothing, 'non-governmental' is a name."""
MODAL = r"(?<!\w)(?:يجب|ينبغي|يمكن|يجوز|يتعين)(?!\w)"
