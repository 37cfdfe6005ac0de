"""Spanish: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = "el la los las de y que en para por del con una su se al sus un todos sobre no lo como es"
"""The commonest words, by which a text is known to be in this language."""

ORGAN = r"(?:El|La|Los|Las) "
"""How the name of an organ begins: with its article, as no participle does."""

# Verbs
ENCLITIC = r"(?<=ndo)(?:los|las|les|lo|la|le|se)$"
"""Pronouns that are written together with a gerund, which then bears an accent."""
JOINTS = ("y", "e", "pero", "así como")
CONNECTIVES = (
    "y",
    "e",
    "a este respecto",
    "al respecto",
    "en este sentido",
    "en este contexto",
    "a ese respecto",
    "en ese contexto",
    "con este fin",
    "por consiguiente",
    "por tanto",
    "en consecuencia",
    "en particular",
    "le",
    "les",
    "lo",
    "la",
    "los",
    "las",
)
"""What may stand between a sign or conjunction and a further verb: connectives and pronouns."""
GUESS_PREAMBULAR = (
    r"((?:[^\W\d_]+mente )?"
    r"(?:[^\W\d_]+(?:ando|endo|ándo[lms]\w+|éndo[lms]\w+)|Consciente|[^\W\d_]+[aei]d[oa]))\b"
)
GUESS_OPERATIVE = (
    r"((?:Se )?[^\W\d_]+[ae])(?= (?:a|al|la|el|l[oa]s|que|de|del|con|su|sus|también|además|asimismo"
    r"|nuevamente|tod[oa]s|enérgicamente|encarecidamente)\b)"
)
"""The form of a verb that is not in the lexicon, in either part."""
MONTHS = tuple(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
)
CONNECTING = frozenset("de del la los las el y e su sus resolución resoluciones decisión sesión".split())
"""Words between numbers and dates that only tie them together."""
_INCLUDING = r", (?:incluid[oa]s?|incluso|en particular|especialmente|entre ell[oa]s|también) "
ADDRESSEE = (
    r" (?:al? |a l[oa]s? |a el )?(?!(?:a )?que )"
    rf"(?P<name>(?:(?!{_INCLUDING})[^;:]|(?>{_INCLUDING}[^;:]{{2,160}}?,)){{2,180}}?)"
    r"(?=,? (?:a que|para que|que(?![^,;:]{3,90} a que\b)|en este sentido|en estrecha|en coordinación"
    r"|en consulta|de conformidad)\b)"
)
"""Who is asked, before 'que'; who belongs to them stands between commas."""
_NO_VERB = r"(?!(?:orden|origen|examen|volumen|resumen|imagen|también|sobre|para|hasta|contra|entre|desde)\b)"
_SUBJUNCTIVE = rf" (?:no )?(?:(?:les?|lo|se) )?{_NO_VERB}[a-zñáéíóú]{{3,}}"
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w-]+"
SUBJECT = (
    rf" que (?P<name>(?:el|la) {_CAPITAL}(?: (?:de|del|la|las|los|el|y|en|para|{_CAPITAL}))*"
    rf"(?={_SUBJUNCTIVE}[ea]\b)"
    rf"|(?:l[oa]s|tod[oa]s|sus?|ambas|el|la|{_CAPITAL}) (?:(?! que )[^;:,.]){{2,70}}?"
    rf"(?={_SUBJUNCTIVE}(?:en|an)\b))"
)
"""Who is asked behind 'que', before a verb in the subjunctive."""
SUBJECT_OF_DECISION = (
    r"[^.;:]{0,60}? que,? (?:[^.;:]{0,160}?, )?(?P<name>(?:todos )?(?:los )?Estados(?: [Mm]iembros)?"
    r"|el (?:Grupo|Comité|Panel)[^;:,.]{0,40}?|(?:el|la) [A-Z]{3,})"
    r"(?= (?:deben?|deberían?|[a-z]+rán?)\b)"
)
"""Who is to act by what the organ decides: 'decides that all States shall'."""
REFERRING = r"párr(?:afos?|s?\.)|resoluci(?:ón|ones)|artículos?|anexos?|[Oo]bjetivos?|decisi(?:ón|ones)"
"""Words before a number that refers to something and counts nothing."""
AMOUNT_UNIT = "millón|millones|por ciento"
"""What makes a number an amount."""
TERM = "a más tardar|antes del?|hasta el"
"""What stands before a date by which something is due or ends."""
TERM_BEHIND = "a más tardar"
"""What stands behind such a date."""
PERIOD = (
    r"\b(?:dentro de(?: l[oa]s| un plazo de)?|(?:en|con) (?:el|un) plazo (?:máximo )?de"
    r"|en l[oa]s próxim[oa]s|cada)"
    r" (?:[\w-]+ ){1,2}(?:días?(?: hábiles| laborables)?|semanas?|mes(?:es)?|años?)\b"
    r"|\b(?:periódicamente|regularmente|cada (?:año|mes|trimestre|semestre)|anualmente|mensualmente"
    r"|trimestralmente)\b"
)
"""How soon or how often something is due."""
ARTICLE = r"^(?:el |l[oa]s? |l[ao] )"
REPORT = (
    r"\b(?:presenten?(?! (?:resolución|decisión|período))|presentar\w*|proporcion(?:en?|ar)"
    r"|facilit(?:en?|ar)|incluy(?:a|an)|incluir|prepar(?:en?|ar)|sometan?|transmit(?:an?|ir))\b[^;]{0,160}?"
    r"\b(?:informes?|exposici\w+|información (?:sobre|actuali|relativ)|evaluaci(?:ón|ones) técnicas?"
    r"|actualizaci\w+)\b"
    r"|\b(?:informen?(?= (?:al?|l[ao]s?|periódic\w+|sobre|cada|mensual\w+|oportun\w+))|informar\w*"
    r"|comuniquen?|notifi(?:quen?|cando|car))\b|^que rindan? cuentas\b"
)
"""What asks for a report, for information, or that somebody be informed."""
RECIPIENT = (
    r"\b(?:al |a la )(?P<to>Consejo(?: de Seguridad| de Derechos Humanos| Económico y Social)?"
    r"|Asamblea(?: General)?|Comité|Comisión)\b"
)
"""To whom a report goes."""
PRONOUN = "l[oae]s?"
"""Pronouns that stand before a verb for who is asked."""
POINT = (
    r"(?i:(?:a |de )?(?:no )?(?!(?:lugar|hogar|militar\w*|mujer\w*|poder|deber|primer|tercer|nuclear\w*)\b)"
    r"[^\W\d_]+(?:[aei]r)(?:se|l[aeo]s?)?\b|que )"
)
"""How a point of a list begins that says what its opening line asks."""
OPENS_THINGS = r"\b(?:(?:proporcion|present|facilit)en?(?: lo siguiente)?|que)"
"""How an opening line ends whose points name the things, or acts, that are asked for."""
LISTS_CONTENTS = "informes?"
"""How an opening line ends whose points are what a thing contains, and no acts."""
LENGTH = r"\bpor un (?:nuevo )?per[ií]odo (?:adicional )?de (?:[\w-]+ )?(?:días|semanas|mes(?:es)?|años?)\b"
"""For how long a mandate runs."""
UNITS = {r"\bdías?": "D", r"\bsemanas?": "W", r"\bmes(?:es)?": "M", r"\baños?": "Y"}
"""The units of periods (ISO 8601), by the words for them."""
PERIODS = {
    "anual": "P1Y",
    "cada año": "P1Y",
    "mensual": "P1M",
    "cada mes": "P1M",
    "trimestr": "P3M",
    "semestr": "P6M",
}
"""Frequencies as periods."""
MANDATE = r"\bmandatos?\b"
NEGATION = r"\b(?:no|ni|nunca|sin|ningún|ninguna|tampoco)\b(?! (?:solo|sólo)\b)"
MODAL = r"\b(?:debe|deben|deberán?|deberían?|puede|pueden|podrán?|podrían?)\b"
