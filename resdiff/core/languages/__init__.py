"""What is particular to a language, one module a language: words and pieces of patterns, no behaviour."""

from __future__ import annotations

from types import ModuleType

from resdiff.core.languages import (
    arabic,
    chinese,
    english,
    english_words,
    french,
    german,
    italian,
    portuguese,
    russian,
    spanish,
)
from resdiff.core.patterns import YEAR

MODULES: dict[str, ModuleType] = {
    "en": english,
    "ar": arabic,
    "es": spanish,
    "fr": french,
    "ru": russian,
    "zh": chinese,
}
"""The languages that have a lexicon, by their ISO 639-1 codes, English first."""
COMMON_WORDS = {
    "en": english.COMMON_WORDS,
    "fr": french.COMMON_WORDS,
    "es": spanish.COMMON_WORDS,
    "pt": portuguese.COMMON_WORDS,
    "de": german.COMMON_WORDS,
    "it": italian.COMMON_WORDS,
}
"""By the ISO 639-1 code of each language in Latin script, its commonest words."""
SCRIPTS = {"ar": arabic.SCRIPT, "ru": russian.SCRIPT, "zh": chinese.SCRIPT}
"""By the code of each language with a script of its own, the range of its letters."""
ORGANS = (
    arabic.ORGAN,
    chinese.ORGAN,
    french.ORGAN,
    german.ORGAN,
    italian.ORGAN,
    portuguese.ORGAN,
    russian.ORGAN,
    spanish.ORGAN,
)
"""For each language without a lexicon a piece of a pattern: how the name of an organ begins, by what texts of
United Nations organs and of parliaments show.
"""
MONTH_NAMES = (*english.MONTHS, *french.MONTHS, *spanish.MONTHS, *russian.MONTHS, *arabic.MONTHS)
"""The months in all languages that name them; Chinese numbers them."""
MONTH_NUMBERS = {
    name: number % 12 + 1
    for months in (*(m.MONTHS for m in (english, french, spanish, russian, arabic)), russian.MONTHS_OTHERWISE)
    for number, name in enumerate(months)
}
"""The number of each name of a month, from 1."""
MONTH = rf"(?:{'|'.join(dict.fromkeys(MONTH_NAMES))})"
MONTH_FOLLOWS = rf"(?: ?(?:,|[-–]|\w{{1,3}}) ?\d{{1,2}})* ?(?:de )?{MONTH}"
"""What stands behind a day, or the first of several: 'November', 'and 19 November'."""
DATE = (
    rf"\b\d{{1,2}}(?:er|º)?(?: de)? (?:\w+(?: \w+)?/)?{MONTH},?(?:(?: del?)? \d{{4}}\b)?"
    r"|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日?)?"
)
"""A date in any of the languages, with its year or without."""
_OTHERS = [module for module in MODULES.values() if module is not english]
_UNIT = "|".join(module.AMOUNT_UNIT for module in _OTHERS)
AMOUNT_UNIT = rf"(?:{english.AMOUNT_UNIT}|\s?(?:{_UNIT}))"
"""What makes a number an amount, in any of the languages."""
TERM = "|".join(module.TERM for module in _OTHERS)
"""What stands before a date by which something is due or ends, in the languages beside English."""
TERM_BEHIND = "|".join(getattr(module, "TERM_BEHIND", "(?!)") for module in _OTHERS)
"""What stands behind such a date."""
_NUMBERED = "|".join(module.REFERRING for module in (french, spanish, russian, arabic))
_ONE_NUMBER = r"\d+(?: ?\([^()]{1,12}\))*"
REFERENCE = (
    rf"{english_words.REFERENCE}|\d{{1,4}} ?\({YEAR}\)|\b(?:{_NUMBERED})(?: من)? {_ONE_NUMBER}"
    rf"(?:(?:,? (?:et|y|e|и|à|al?|по|إلى) |,? و ?|, |-){_ONE_NUMBER})*|{chinese.REFERENCE}"
)
"""Numbers that refer to something, in any of the languages: 'paragraphes 3, 6 et 8 à 10'."""
CONNECTING = english.CONNECTING | french.CONNECTING | spanish.CONNECTING | russian.CONNECTING
"""Words between numbers and dates that only tie them together."""
MORE_THAN = "[多余几]"
"""What Chinese puts between a number and its ten thousand: '500多万'."""
DISEASE_OF_2019 = "2019(?=年?冠状病毒)|(?<=coronavirus )2019|(?<=disease )2019"
"""The year in the names of the disease that is called COVID-19 elsewhere."""
ANNEX = "Annexe|ANNEXE|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ|附件|附录|附文|المرفق|مرفق|تذييل"
"""The names of an annex in the languages beside English."""
ANNEX_LETTERS = "AПامت附"
"""What they begin with."""
ADOPTION = (
    r"(?:Adoptée?s? (?:par|à|sans|le) |Aprobad[ao]s? (?:por|en|sin|el) |[Пп]ринят(?:ая|о|а|ы)? "
    r"|الذي اتخذت?ه )"
    r"[^;؛]*\d[^;؛,،:.]*|.{0,12}\d{4}年\d{1,2}月\d{1,2}日.{0,16}通过"
)
"""The line that records the adoption in the languages beside English, with the meeting or the day."""
CLOSING_MARKS = {"，": ",", "、": ",", "،": ",", "；": ";", "؛": ";", "。": ".", "۔": ".", "：": ":"}
"""The signs with which a paragraph ends in other scripts, each with the Latin one of the same use."""
WORKING_DAYS = "ouvrable|hábil|laborable|рабочи|عمل|工作日"
"""What makes of days those on which people work, which no calendar counts."""
