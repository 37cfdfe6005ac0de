"""Arabic: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0600", "\u06ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

ORGAN = r"(?:إن |أن )?(?:الجمعية|مجلس|المجلس|لجنة|اللجنة|مؤتمر|المؤتمر|الأطراف|هيئة)"
"""How the name of an organ begins, behind the particle 'inna' or without it."""

LETTERS = "أبجدهوزحطيكلمن"
"""The letters in the order in which they number the points of a list."""
ITEMS = {
    **{letter: place for place, letter in enumerate(LETTERS)},
    **{
        name: place
        for place, name in enumerate("ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون".split())
    },
    "ا": 0,
    "هـ": 4,
}
"""The same and their names, with their places (from 0)."""

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
_ASIDE = (
    "،? في هذا الصدد(?=،? (?:أن|على) )"
    "|، (?:بالتنسيق|بالتعاون|بالتشاور|في إطار|في سياق|مع الإحاطة|مع مراعاة|وفقا|حسب الاقتضاء)(?!\\w)"
)
"""What stands between who is asked and what is asked."""
_NOUNS_OF_ACTS = (
    "تنفيذ|الامتثال|كفالة|تقديم|إبلاغ|موافاة|إعداد|مواصلة|اتخاذ|ضمان|إجراء|توفير|تيسير|الوفاء|الإسراع"
    "|احترام|وضع|السماح|تكثيف|تزويد|إدراج|إطلاع|مراعاة|الالتزام|الكف|وقف|التعجيل|بذل|القيام"
)
ADDRESSEE = (
    rf" (?:{_TO}|من |{_UPON}|{_FOR})?{_NAME}"
    rf"(?=،? (?:أن|على|إلى|بأن) |{_ASIDE}|،? (?:{_NOUNS_OF_ACTS})(?:ها|هم|ه)?[\u064b-\u0652]* )"
)
"""Who is asked, before 'that', a preposition or the noun of an act; 'to' and 'upon' are written together with
the name.
"""
ADDRESSEE_OF_DEMAND = rf" (?:{_FOR})?{_NAME}(?=،? (?:أن|على|بأن|ب[^\W\d_]{{3,}})[ ،])"
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
    r"(?:يوما|أيام(?: عمل)?|أسابيع|شهرا|أشهر|شهرين|سنوات|سنتين|(?:سنة|عام|شهر) واحدة?|سنة)\b"
    r"|\b(?:سنويا|شهريا|كل سنة|كل عام|كل شهر)\b"
)
"""How soon or how often something is due."""
ARTICLE = r"^[إأ]ن "
REPORT = (
    r"(?<!\w)(?:[يت]قدم|تقديم|إعداد|[يت]عد)\w*(?!\w)[^؛]{0,160}?(?:تقرير|تقارير|إحاط|معلومات|تقييم)"
    r"|(?<!\w)(?:و?[يت]\u064f?بلغ|[بول]?(?:ال)?إبلاغ|[يت]وافي|موافاة|[يت]طلع|إطلاع|إحاط)"
)
"""What asks for a report, for information, or that somebody be informed."""
RECIPIENT = (
    r"(?:(?<!\w)إلى |(?:[يت]\u064f?بلغ|إبلاغ|[يت]وافي|موافاة|[يت]طلع|إطلاع|[يت]زود) )"
    r"(?P<to>مجلس الأمن|مجلس حقوق الإنسان|الجمعية العامة|المجلس|اللجنة)(?!\w)"
)
"""To whom a report goes."""
POINT = r"\S"
"""How a point of a list begins that says what its opening line asks."""
LISTS_CONTENTS = "تقريره|التقرير|بما في ذلك|تسري|[يت]شمل|[يت]تضمن|الاهتمام|الجهات التالية|المعلومات التالية"
"""How an opening line ends whose points are what a thing contains, and no acts."""
LENGTH = (
    r"(?<!\w)لمدة (?:\d+ )?(?:[^\W\d_]+ )?"
    r"(?:يوما|أيام|أسابيع|شهرا|أشهر|شهرين|سنوات|سنتين|سنة|عام)(?: واحدة)?(?!\w)"
)
"""For how long a mandate runs."""
UNITS = {"يوم|أيام": "D", "أسبوع|أسابيع": "W", "شهر|أشهر": "M", "سنة|سنوات|عام": "Y"}
"""The units of periods (ISO 8601), by the words for them."""
PERIODS = {"سنويا": "P1Y", "كل سنة": "P1Y", "كل عام": "P1Y", "شهريا": "P1M", "كل شهر": "P1M"}
"""Frequencies as periods."""
MANDATE = r"ولاي(?!ات)"
NEGATION = (
    r"(?<!\w)[وف]?(?:لا(?! سيما| [يت]زال| [يت]زالون)|ألا|لم|لن|ليس|ليست|دون|بدون|عدم"
    r"|(?<!ما )غير(?! ذلك| الحكومي))(?!\w)"
)
"""What negates; 'especially', 'still' and 'among others' negate nothing, 'non-governmental' is a name."""
MODAL = r"(?<!\w)(?:يجب|ينبغي|يمكن|يجوز|يتعين)(?!\w)"
