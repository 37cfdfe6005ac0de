"""Russian: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u0400", "\u04ff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

ORGAN = (
    r"(?:[А-ЯЁ][\w-]+ ){0,3}(?:Ассамблея|Совет|Комитет|Комиссия|Конференция|Конгресс|Собрание|Стороны"
    r"|АССАМБЛЕЯ|СОВЕТ|КОМИТЕТ|КОМИССИЯ|КОНФЕРЕНЦИЯ)\b"
)
"""The names of organs: a noun of this list, up to three words in capitals before it."""

# Verbs
JOINTS = ("и", "но", "а также", "а")
CONNECTIVES = (
    "и",
    "а также",
    "в этой связи",
    "в связи с этим",
    "в этом контексте",
    "в этом отношении",
    "с этой целью",
    "при этом",
    "в частности",
    "далее",
    "также",
    "соответственно",
    "их",
    "его",
    "ее",
)
"""What may stand between a sign or conjunction and a further verb: connectives and pronouns."""
GUESS_PREAMBULAR = r"((?:[^\W\d_]+о )?[^\W\d_]+(?:[аяуеё]я|[аи]в|ясь|шись))(?= )"
GUESS_OPERATIVE = r"((?:[^\W\d_]+о )?[^\W\d_]+(?:[аяеуиюо]т|тся))(?= )"
"""The form of a verb that is not in the lexicon, in either part."""
MONTHS = tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split())
MONTHS_OTHERWISE = (
    *"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
    *"январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(),
)
"""The months where no day stands before them, in the nominative and the prepositional, twelve each."""
CONNECTING = frozenset("от и года год г своей своих своего резолюции резолюцию резолюций сессии".split())
"""Words between numbers and dates that only tie them together."""
_INCLUDING = r", (?:включая|в том числе|в частности|особенно) "
_WHICH = r",? котор[а-я]+ "
"""What opens a relative clause, whose infinitives say nothing of what is asked."""
ALL = frozenset("все всем всех всеми".split())
"""Forms of 'all', which a name has before it or not."""
NOUN_ENDING = (
    r"(?<=[а-яё]{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|ия|ии|ию|ий|ей|ям|ам|ов|ев|ой|ый|ая|яя"
    r"|ое|ее|ые|ие|ую|юю|ом|ем|ым|им|их|ых|а|я|у|ю|ы|и|е|о|ь|й)$"
)
"""Endings of nouns and adjectives: case, number, gender."""
_ADVERB = (
    r"(?:\w+(?:но|го|ко)|всесторонне|ускоренными темпами|кажды[ей] \w+ \w+|и далее|и впредь|в полной мере"
    r"|всецело|полностью|по возможности(?: скорее)?"
    r"|(?:по возможности )?в кратчайший срок|в (?:срочном|экстренном|приоритетном|безотлагательном) порядке) "
)
_INFINITIVE = (
    r"(?!\w*(?:ности|власти|области|части|сети|пути|смерти|памяти|помощь|связь|область|часть|власть|роль)\b)"
    r"[^\W\d_]+(?:ть|ти|чь|ться|тись)\b"
)
_PAST = r"(?!(?:цели|доли|роли|модели|земли|если|или)\b)[^\W\d_]{3,}(?:ли|лись|л|ла|ло|лся|лась)\b"
_ASIDE = (
    "не позднее|в соответствии с|в тесн[а-я]+|в консультации с|в координации с|в сотрудничестве с|в рамках"
)
"""What stands between who is asked and what is asked."""
SUBJECT = (
    rf",? чтобы (?!на |с |в |до |после |при |к )(?P<name>[^;:,]{{2,120}}?)"
    rf"(?= (?:не )?(?:{_ADVERB})?{_PAST}| (?:{_ASIDE}) )"
)
"""Who is asked behind 'чтобы', before a verb in the past."""
ADDRESSEE = (
    rf" (?!к |чтобы |{_INFINITIVE} )"
    rf"(?P<name>(?:(?!{_INCLUDING}|{_WHICH})[^;:]"
    rf"|(?>(?:{_INCLUDING}|{_WHICH})[^;:]{{2,160}}?,)){{2,180}}?)"
    rf"(?=,? (?:{_ADVERB})?{_INFINITIVE}|,? (?:к|чтобы|о том) |(?<! или)(?<! и)(?<!действуя) (?:{_ASIDE}) "
    r"|:\s*$)"
)
"""Who is asked, before an infinitive or what is asked for; who belongs to them stands between commas."""
SUBJECT_OF_DECISION = (
    r"[^.;:]{0,60}?,? что (?:[^,;:]{1,90}? )?"
    r"(?P<name>(?:все )?государства(?:-члены)?|Группа экспертов|Комитет|[А-ЯЁ]{4,})"
    r"(?= (?:долж(?:ны|ен|на)|обязан[ыа]?)\b)"
)
"""Who is to act by what the organ decides: 'decides that all States shall'."""
REFERRING = r"пункт\w*|п\.|пп\.|резолюци\w*|стать\w*|приложени\w*|[Цц]ел\w+|решени\w*"
"""Words before a number that refers to something and counts nothing."""
AMOUNT_UNIT = r"млн|млрд|миллион\w*|миллиард\w*|процент\w*"
"""What makes a number an amount."""
TERM = r"не позднее|\bдо\b"
"""What stands before a date by which something is due or ends."""
PERIOD = (
    r"\b(?:в течение|в пределах|кажды[ей]|через|не позднее чем через|не реже(?: чем)? (?:одного )?раза? в)"
    r" (?:[\w-]+ ){1,2}(?:дн(?:я|ей)|недел[иья]|месяц(?:а|ев)|лет|года?)\b"
    r"|\b(?:регулярно|периодически|ежегодно|ежемесячно|ежеквартально|раз в (?:год|месяц|квартал|полгода))\b"
)
"""How soon or how often something is due."""
ARTICLE = r"^$"
REPORT = (
    r"\b(?:представ(?:ить|лять|ил\w*|лял\w*)|подготов(?:ить|ил\w*)|направ(?:ить|лять|ил\w*)"
    r"|включ(?:ить|ать|ил\w*|ал\w*))\b[^;]{0,160}?"
    r"\b(?:доклад\w*|информаци\w+ (?:об?|относительно) |отчет\w*|техническ\w+ оценк\w+|обновленн\w+)"
    r"|\b(?:информиров\w+|докладыва\w+|отчитыва\w+|сообща\w+|сообщить)\b"
)
"""What asks for a report, for information, or that somebody be informed."""
RECIPIENT = (
    r"\b(?P<to>(?:Совету|(?<=рассмотрение )Совета)(?: Безопасности| по правам человека)?"
    r"|Генеральной Ассамблее|Ассамблее|Комитету"
    r"|(?<=информировать )(?:Совет(?: Безопасности| по правам человека)?|(?:Генеральную )?Ассамблею"
    r"|Комитет))\b"
)
"""To whom a report goes."""
PRONOUNS = ("ему", "ей", "им", "его", "её", "ее", "их")
"""Pronouns of who is asked."""
POINT = rf"(?i:(?:{_ADVERB})?{_INFINITIVE})"
"""How a point of a list begins that says what its opening line asks."""
OPENS_THINGS = r"\bследующ\w+ (?:[а-я]+ )?(?:мер\w*|задач\w*|действи\w*)|\bусилиях"
"""How an opening line ends whose points name the acts that are asked for."""
LENGTH = r"\bна (?:период|срок) в (?:[\w-]+ )?(?:дн\w+|недел\w+|месяц\w*|год\w*|лет)\b"
"""For how long a mandate runs."""
UNITS = {r"\bдн": "D", r"\bнедел": "W", r"\bмесяц": "M", r"\b(?:лет|год)": "Y"}
"""The units of periods (ISO 8601), by the words for them."""
PERIODS = {
    "ежегодно": "P1Y",
    "раз в год": "P1Y",
    "ежемесячно": "P1M",
    "раз в месяц": "P1M",
    "ежекварт": "P3M",
    "раз в квартал": "P3M",
    "раз в полгода": "P6M",
}
"""Frequencies as periods."""
MANDATE = r"\bмандат\w*"
NEGATION = r"\b(?:не|ни|без|никогда|нельзя)\b(?! (?:только|позднее|менее)\b)"
MODAL = r"\b(?:долж(?:ен|на|но|ны)|следует|следовало|может|могут|мог(?:ла|ли)? бы)\b"
