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
ADDRESSEE = r" (?:إلى |ب)?(?P<name>[^؛:]{2,180}?)(?=،? (?:أن|على|إلى|بأن) )"
"""Who is asked, before 'that' or a preposition."""
ARTICLE = r"^$"
REPORT = r"تقرير|تقارير|إحاط|يقدم|تقدم|يبلغ|يوافي"
MANDATE = r"ولاي"
