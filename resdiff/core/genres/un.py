"""Resolutions of the United Nations: symbols, mastheads, numbering, what pages are made of.

Names in capitals are pieces of regular expressions, unless they are tuples or dictionaries. Sources: the
United Nations Editorial Manual (document symbols, mastheads, numbering of paragraphs), and what texts of the
Human Rights Council, the General Assembly, the Security Council and ECOSOC show.
"""

from __future__ import annotations

from resdiff.core.languages.english import ORDINAL

# Symbols and numbers
SYMBOL_FORM = (
    r"(?<![\w-])(?<!\)/)(?:GC\(\d{1,3}\)/(?:RES|DEC)/(?:DEC\(\d{4}\)|\d{1,3})"
    r"|EX\.CL/Dec\.\d{1,4} ?\([IVXLC]+\)"
    r"|(?:[A-Z]{1,6}(?:\.\d{1,3}|-[A-Z]{1,6})?|(?:WHA|EB)\d{1,3})/(?:[A-Z]{1,8}(?:\.\d+)?/)?"
    r"[A-Za-z0-9.\-()]+(?:/[A-Za-z0-9.\-()]+)*(?:"
    r" \(\d{4}\)| \((?:Sect\.|Part|Vol\.|Plan) ?\w+\)(?:/[A-Z][a-z]+\.\d+)*)?\*?)"
)
NUMBER = (
    r"(?P<number>(?:ES-|S-)?\d{1,4}/(?:\d{1,4}(?: [A-Z])?|\.{3}|…|_+)|\d{1,4} [A-Z]{0,2}"
    r" ?\([A-Z][A-Z0-9-]*\))\.?\s+(?=\S)"
)
"""The number of a text before its title: 43/21, 43/... in a draft, 2341 (XXII)."""
_RESOLUTION = "(?:Resolution|Résolution|Resolución)"
SECURITY_NUMBER = rf"{_RESOLUTION} (\d{{1,4}}) \((\d{{4}})\)|(\d{{1,4}}) \((\d{{4}})\)\. Resolution of"
ADOPTED_SYMBOL = "/RES/"
"""Part of the symbol of every adopted text."""
LIMITED_SYMBOL = r"/L\.\d"
"""Part of the symbol of a draft: documents of limited distribution."""
REVISION = r"/rev\.?\s?\d"
SYMBOL_STEMS = {
    "human rights council": "A/HRC/RES/",
    "general assembly": "A/RES/",
    "security council": "S/RES/",
    "economic and social council": "E/RES/",
}
"""What stands before the number in the symbol of an adopted text, by organ."""

FIRST_YEAR = 1945
"""Numbers before the slash of a resolution from here on are years, smaller ones are sessions."""
ASSEMBLY = "general assembly"
SECRETARY_GENERAL = "Secretary-General"
"""Who writes many reports a year; others who are asked for one write that."""
SESSION_IN_SYMBOL = r"(?<![\w/])A/(?!RES)(?:[A-Z][\w.]*/)*(\d{2})/"
"""The session of a document of the General Assembly: 'A/70/122', 'A/C.3/80/L.2'."""
YEAR_BEFORE_FIRST_SESSION = {ASSEMBLY: 1945}
"""By organ that meets in one regular session a year: the year before that of its first session counted."""
SESSIONS_A_YEAR = {"human rights council": (2006, 3)}
"""By organ that meets in several regular sessions a year: the year of the first, and how many there are in a
year (General Assembly resolution 60/251, paragraph 10).
"""
SESSION_BEGINS = 9
"""The month in which that session begins (Rules of Procedure of the General Assembly, rule 1)."""

# Mastheads
SESSION = (
    rf"\b({ORDINAL}(?: (?:special|emergency special|resumed|organizational|regular|substantive))* session"
    r"|\d{4}(?: substantive| organizational)? session|\d{1,3}(?:st|nd|rd|th) session)\b"
)
AGENDA_ITEM = r"\bAgenda items? (\d+(?: \([a-z]+\))*(?:(?:,| and) \d+(?: \([a-z]+\))*)*)"
ADOPTED_BY = r"(?:resolution )?adopted by (the [A-Z][\w ]+?)(?:,? (?:at|on|in)\b|$)|resolution adopted\b"
SPONSORS = (
    r"(?P<names>.+?):\*?\s*(?P<what>(?:revised |amended )?draft"
    r" (?:resolution|decision)|amendment|proposal)\b"
)
SPONSOR_LINE = (
    r"[*_]*(?:Co-?)?(?:Main )?(?:Sponsors?|Signator(?:ies|y)|Proposed by|Submitted by)[*_]*:[*_]*\s*"
    r"(?P<names>.+)"
)
"""A line of a draft that names its sponsors behind a label."""
LABELLED_LINE = r"[*_]*[A-Z][\w -]{2,24}[*_]*: *[*_]*\S"
"""A line of a masthead that names a fact: 'Topic: ...'."""
SUBMITTED = r"(?:revised )?draft (?:resolution|decision)(?: (?:submitted|proposed) by (.+))?$"
BASED_ON = r",? on the basis of"
"""Behind the names of those who submitted a text."""
NO_TITLE = (
    r"Distr|Original:|Resolution adopted|Adopted by|Agenda item|United Nations$|\[|<!--|\d{1,2} [A-Z][a-z]+"
    r" \d{4}$|\d{2}-\d{5}|(?:on|of) \d{1,2} [A-Z][a-z]+ \d{4}$|\*"
    rf"|{_RESOLUTION} \d{{1,4}} \(\d{{4}}\)$"
)
"""Lines of a masthead that are no title."""
CITES_ANOTHER = r"draft resolution|report"
"""Words of a line whose symbol is that of another document."""
STAGE_WORDS = (
    ("zero draft", "zero draft"),
    ("oral revision", "as orally revised"),
    ("oral revision", "oral revision"),
    ("revised draft", "on the basis of informal consultations"),
    ("revised draft", "revised draft"),
    ("draft", "draft resolution"),
)
"""Stages, and the words of a masthead by which each is known; the first that stands there decides."""

# Pages
PAGE_SIGN = r"(?:_{4,}|\d{1,3}/\d{1,3}|\d{2}-\d{5}\b.*|\*\d{6,}\*|<!--.*-->|[Pp]age \d+|- \d+ -|/\.\.\.)"
"""How a line of page furniture begins: a rule, a page number, a job number, a bar code."""
PAGE_NUMBER = r"(?<![\w/])\d{1,3}/\d{1,3}(?![\w/])|[Pp]age \d+(?: of \d+)?|^- ?\d{1,3} ?-$"
PAGE_LINE = (
    r"\d{1,3}/\d{1,3}|\d{2}-\d{5}(?: \([A-Z]\))?(?: +\d{6})?(?: \d{1,3}/\d{1,3})?|\d{1,3}/\d{1,3} \d{2}-\d{5}"
    r"|\*\d{6,}\*|<!--.*-->|[Pp]age \d+(?: of \d+)?|- ?\d{1,3} ?-|/\.\.\.|\*\d{7,}[A-Z]?\*?"
)
"""A whole line of page furniture."""

# Numbering
PREAMBULAR_LABEL, OPERATIVE_LABEL = "PP", "OP"
"""What drafts print before the numbers of preambular and operative paragraphs."""
LABEL_PREFIX = r"[PO]P"
INSERTED = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|alt)"
"""Behind the number of a paragraph that was put in between, or that stands for another."""
INSERTED_WORDS = ("bis", "ter", "alt", "quin", "sex", "sept", "oct")
LATIN_AFTER_NUMBER = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|alt(?:\.? ?\d)?)"

# Citations
CITED_ORGANS = {
    "A/RES/": (
        r"General Assembly|(?<!Environment )(?<!Health )Assembly resolution"
        r"|Assemblée générale|Asamblea General"
        r"|Генеральн\w+ Ассамбле\w+|大会|الجمعية العامة"
    ),
    "A/HRC/RES/": (
        r"Human Rights Council|Conseil des droits de l['’]homme|Consejo de Derechos Humanos"
        r"|Совет\w* по правам человека|人权理事会|مجلس حقوق الإنسان"
    ),
    "E/CN.4/RES/": (
        r"Commission on Human Rights|Commission des droits de l['’]homme|Comisión de Derechos Humanos"
        r"|Комисси\w+ по правам человека|人权委员会|لجنة حقوق الإنسان"
    ),
    "E/RES/": (
        r"Economic and Social Council|Conseil économique et social|Consejo Económico y Social"
        r"|Экономическ\w+ и Социальн\w+ Совет\w*|经济及社会理事会|المجلس الاقتصادي والاجتماعي"
    ),
    "UNEP/EA.": (
        r"Environment Assembly|Assemblée des Nations Unies pour l['’]environnement"
        r"|Asamblea de las Naciones Unidas sobre el Medio Ambiente|Ассамбле\w+ .{0,40}по окружающей среде"
        r"|联合国环境大会|جمعية الأمم المتحدة للبيئة"
    ),
}
"""Organs by what stands before the number in the symbols of their resolutions, in the six languages."""
SYMBOL_FORMS = {"UNEP/EA.": "UNEP/EA.{}/Res.{}"}
"""How session and number stand in symbols whose form is another than 'A/RES/60/251'."""
FIRST_NUMBERED_SESSION = 31
"""The first session of the General Assembly whose resolutions are numbered by session: 31/1 (1976)."""
FIRST_DECISION = 401
"""Decisions of a session of the General Assembly are numbered from 401 on, those on other matters than
elections from 501 on; no session has as many resolutions.
"""
DECISION_SYMBOL = "A/DEC/"
RIGHTS_DECISIONS, FIRST_RIGHTS_DECISION = "A/HRC/DEC/", 101
"""The same of the Human Rights Council, whose decisions of a session are numbered from 101 on."""
COUNCIL_DECISIONS, FIRST_COUNCIL_DECISION = "E/DEC/", 201
"""The same of the Economic and Social Council, whose decisions of a year are numbered from 201 on."""
NUMBER_SIGNS = r"\b[Nn]os?\.|\bn[°º]s?|\bnúms?\.|№|رقم"
"""What stands before the number of a text of another kind: 'general comment No. 16 (1988)'."""
JOINS_ORGANS = r"and|or|et|ou|y|e|u|и|или|و\w*|和"
"""What joins the next organ to a text: 'resolution 51/32 and by the General Assembly'."""
OWN_TEXT = r"\b(?:its|their|own|sa|ses|son|su|sus|сво\w+)\b"
"""What says that a text is of the organ that speaks."""
DECISION_WORDS = r"decisions?|décisions?|decisi[oó]n(?:es)?|решени\w+"
"""The word for a decision, where it stands before the number."""
LAST_ROMAN_SESSIONS = {"A/RES/": 31, "E/RES/": 63}
"""The last session by Roman number: of the Assembly in 1976, of the Economic and Social Council in 1977."""
OTHER_BODY = (
    r"\b(?:Commission (?:on (?!Human Rights)|for)|Economic and Social Commission|African Commission"
    r"|Conference of|General Conference|Executive Board|Governing Council|Health Assembly|Congress)\b"
)
"""Bodies whose resolutions by session are none of those above."""
OWN_COUNCIL = r"(?<!Security )(?<!Rights )(?<!Social )Council resolution"
"""A council by its short name: in the texts of a council it is that council."""
RESOLUTION_WORDS = r"resolutions?|résolutions?|resoluci\w+|резолюци\w*|号决议|决议|قرار\w*"
"""The word for what is cited, in the six languages."""

ON_BEHALF = r"\*+ ?On behalf of (?P<group>[^,.;]+)"
"""The footnote by which one sponsor speaks for others."""

# Other documents
HEAD_LINE = r"Distr|DISTR|Original:|\*|Agenda|Items? \d|\d{1,2} [A-Z][a-z]+ \d{4}$|[\w-]+(?: \w+)* session$"
"""A line of the head of a document that names neither organ nor subject."""
DISTRIBUTION = ("Distr.:", "Distr. :", "DISTR.")
"""How the line of distribution begins, which stands at the head of every document."""
