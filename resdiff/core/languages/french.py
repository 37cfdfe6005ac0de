"""French: what the parser knows of it."""

from __future__ import annotations

COMMON_WORDS = (
    "le la les des du et à que dans pour sur par aux une est qui de en l d au ce cette leurs ses"
    " son sa ne pas avec tous"
)
"""The commonest words, by which a text is known to be in this language."""

ORGAN = r"(?:L['’]|L[ae]s? )"
"""How the name of an organ begins: with its article, as no participle does."""

# Verbs
CLITIC = r"(?:[ldsnmcj]|qu)'(?=.)"
"""What is written together with the word behind it."""
JOINTS = ("et", "mais", "puis", "ainsi que")
CONNECTIVES = (
    "et",
    "mais",
    "à cet égard",
    "à ce propos",
    "à ce sujet",
    "dans ce contexte",
    "dans cet esprit",
    "à cette fin",
    "de ce fait",
    "en conséquence",
    "en outre",
    "par ailleurs",
    "de nouveau",
    "en particulier",
    "le",
    "la",
    "les",
    "leur",
    "lui",
    "en",
    "y",
)
"""What may stand between a sign or conjunction and a further verb: connectives and pronouns."""
GUESS_PREAMBULAR = r"((?:[^\W\d_]+ment )?(?:[Ss]['’]|[Ss]e )?[^\W\d_]+(?:ant|é|ée|ue?|ie?|eux|euse))\b"
GUESS_OPERATIVE = (
    r"((?:[Ss]['’]|[Ss]e )?[^\W\d_]+[etd])(?= (?:l[ea]s?|l['’]\w+|au|aux|à|que|qu['’]\w+|des?|du|d['’]\w+"
    r"|ses?|sa|son|tou[ts]\w*|également|en outre|avec|instamment|vivement)\b)"
)
"""The form of a verb that is not in the lexicon, in either part."""
MONTHS = tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
CONNECTING = frozenset("de du des d et au aux ses sa son résolution résolutions décision session du".split())
"""Words between numbers and dates that only tie them together."""
_INCLUDING = r", (?:y compris|notamment|en particulier|surtout) "
_NO_INFINITIVE = r"(?!qu[e'’]|(?:s['’]|se |en |y )?(?!premier)[^\W\d_]+(?:er|ir) )"
_ASIDE = (
    r",? (?:à cet égard|incessamment)\b|, (?:conformément|dans le (?:cadre|respect|\w+ième rapport)|tout en"
    r"|au cours|sur la base|compte tenu)\b"
    r"|, en (?:étroite )?(?:coordination|consultation|coopération|collaboration|concertation"
    r"|liaison|partenariat)\b|, en vue\b"
)
"""What stands between who is asked and what is asked."""
ADDRESSEE = (
    rf"(?: incessamment)? (?:à |aux? |avec |auprès d\w+ |de (?=tou[ts]))?(?!à ){_NO_INFINITIVE}"
    rf"(?P<name>(?:(?!{_INCLUDING})[^;:]|(?>{_INCLUDING}[^;:]{{2,160}}?,)){{2,180}}?)(?<!ainsi)(?<!selon)(?<!même)"
    r"(?=,? (?:de |d['’]|à |pour )(?:(?:ne pas|ne |s['’]|se |l['’]|les |la |le |en |y |lui |leur )\s?)?"
    rf"[^\W\d_]+(?:er|ir|re|oir)\b|,? (?:à ce qu|qu)(?:['’]|e\b)|{_ASIDE}|\s?:\s*$)"
)
"""Who is asked, before an infinitive or 'que'; who belongs to them stands between commas."""
SUBJECT_OF_DECISION = (
    r"[^.;:]{0,60}? que (?P<name>(?:(?:tous )?les |chaque )?États?(?: [Mm]embres?)?"
    r"|l[ea] (?:Groupe|Comité)[^;:,.]{0,40}?|(?:l[ea] |l['’])[A-Z]{3,})"
    r"(?= (?:doi(?:t|vent)|dev(?:ra|ront|rait|raient)|sont tenus|prennent|prendront)\b)"
)
"""Who is to act by what the organ decides: 'decides that all States shall'."""
REFERRING = r"par(?:agraphes?|\.)|résolutions?|articles?|alinéas?|annexes?|[Oo]bjectifs?|décisions?"
"""Words before a number that refers to something and counts nothing."""
AMOUNT_UNIT = "millions?|milliards?|pour cent"
"""What makes a number an amount."""
TERM = "au plus tard|d['’]ici|jusqu['’]au|avant"
"""What stands before a date by which something is due or ends."""
TERM_BEHIND = "au plus tard"
"""What stands behind such a date."""
PERIOD = (
    r"\b(?:dans (?:les|un délai de)|d['’]ici à|au plus tard|tou(?:s|tes) les|en l['’]espace de)"
    r" (?:[\w-]+ ){0,2}(?:jours(?: ouvrables)?|semaines|mois|ans|années)\b"
    r"|\bdans un délai d['’]une? (?:jour|semaine|mois|an|année)\b"
    r"|\b(?:périodiquement|régulièrement|chaque (?:année|mois|trimestre|semestre)|annuellement"
    r"|mensuellement|trimestriellement"
    r"|sur une base (?:annuelle|mensuelle|trimestrielle))\b"
)
"""How soon or how often something is due."""
ARTICLE = r"^(?:l['’]|l[ea]s? )"
REPORT = (
    r"\b(?:(?:présente[rz]?(?! (?:résolution|décision|session))|présentent|soumet\w*|remet\w*)\b[^;]{0,300}?"
    r"|(?:communiquer|adresser|établir|établisse|fournir|inclure|f(?:aire|asse) (?:le|un))\b[^;]{0,160}?)"
    r"\b(?:rapports?|exposés?|informations? (?:sur|actuali|concern|relati)|mises? à jour"
    r"|évaluations? technique|bilans?|comptes? rendus?)\b"
    r"|\b(?:rende(?:nt)? compte|rendre compte|f(?:aire|asse) rapport|informer|informé\w*|communiquer"
    r"|signal(?:er|ant))\b"
)
"""What asks for a report, for information, or that somebody be informed."""
RECIPIENT = (
    r"\b(?:aux? |à la |à l['’]|(?:informer|tenir) (?:le |la |l['’]))"
    r"(?P<to>Conseil(?: de sécurité| des droits de l['’]homme| économique et social)?"
    r"|Assemblée(?: générale)?|Comité|Commission)\b"
)
"""To whom a report goes."""
PRONOUN = r"l['’]|les|la|le|lui|leur"
"""Pronouns that stand before a verb for who is asked."""
POINT = (
    r"(?i:(?:d['’]|de |à )?"
    r"(?:(?:(?:ne pas |ne |s['’]|se |en |y |lui |leur ))*"
    r"(?!(?:pour|leur|autre|entre|contre|outre|premier|dernier|(?:membre|titre|nombre|mesure)s?)\b)"
    r"[^\W\d_]+(?:er|ir|re|oir)\b|(?:les |la |le |l['’])[^\W\d_]+(?:er|ir)\b))"
)
"""How a point of a list begins that says what its opening line asks."""
LISTS_CONTENTS = r"appliqu\w+(?: pas)?|rapports?|compren\w+"
"""How an opening line ends whose points are what a thing contains, and no acts."""
LENGTH = (
    r"\bpour une (?:nouvelle )?(?:période|durée)(?: \w+)? (?:de |d['’])"
    r"(?:[\w-]+ )?(?:jours|semaines|mois|ans?|années?)\b"
)
"""For how long a mandate runs."""
UNITS = {r"\bjours?": "D", r"\bsemaines?": "W", r"\bmois": "M", r"\ban(?:s|nées?)?\b": "Y"}
"""The units of periods (ISO 8601), by the words for them."""
PERIODS = {
    "annuel": "P1Y",
    "chaque année": "P1Y",
    "tous les ans": "P1Y",
    "mensuel": "P1M",
    "chaque mois": "P1M",
    "tous les mois": "P1M",
    "trimestr": "P3M",
    "semestr": "P6M",
}
"""Frequencies as periods."""
MANDATE = r"\bmandats?\b"
NEGATION = r"\b(?:ne|ni|sans|aucune?|jamais|non)\b|\bn[’']"
MODAL = r"\b(?:doit|doivent|dev(?:ra|ront|rait|raient)|peut|peuvent|pour(?:ra|ront|rait|raient))\b"
