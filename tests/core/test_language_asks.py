"""Asks in French, Spanish, Russian, Chinese and Arabic, and what a brief says of them."""

from __future__ import annotations

import pytest

from resdiff.core.asks import Asks
from resdiff.core.asks.phrase_terms import terms_of
from resdiff.core.brief import brief_of
from resdiff.core.compare import compare
from resdiff.core.dates import iso_of
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.watch import NOTHING_WATCHED
from resdiff.render.views.brief import brief_head
from resdiff.workspace.reading import asks_in
from tests.core.test_languages import _TEXTS
from tests.making import text_of

_ASK = {
    "fr": (
        "Prie le Directeur du port de lui présenter un rapport avant le 15 mars 2031, le cas échéant ;",
        "Directeur du port",
        "15 mars 2031",
        "le cas échéant",
    ),
    "es": (
        (
            "Solicita a la Directora del puerto que le presente un informe antes del 15 de marzo de 2031,"
            " según proceda;"
        ),
        "Directora del puerto",
        "15 de marzo de 2031",
        "según proceda",
    ),
    "ru": (
        "просит директора порта представить доклад к 15 марта 2031 года, по мере необходимости;",
        "директора порта",
        "15 марта 2031",
        "по мере необходимости",
    ),
    "zh": ("请秘书长在2031年3月15日前酌情提交报告；", "秘书长", "2031年3月15日", "酌情"),
    "ar": (
        "تطلب إلى مديرة الميناء أن تقدم تقريرا في موعد أقصاه 15 آذار/مارس 2031، حسب الاقتضاء؛",
        "مديرة الميناء",
        "15 آذار/مارس 2031",
        "حسب الاقتضاء",
    ),
}


def text_with(language: str, sentence: str) -> Resolution:
    lines = _TEXTS[language]
    label = "1 - " if language == "ar" else "1. "
    return parse("\n\n".join((*lines[:3], label + sentence, lines[5].replace("3", "2"))) + "\n")


def asks_of(language: str, sentence: str) -> Asks:
    asks = asks_in(text_with(language, sentence))
    assert asks is not None
    return asks


@pytest.mark.parametrize("language", _ASK)
def test_an_ask_has_who_what_when_and_its_hedge(language: str) -> None:
    sentence, name, due, hedge = _ASK[language]
    ask, last = asks_of(language, sentence)
    assert (ask.addressee_name, ask.task, ask.due, ask.hedges) == (name, "report", (due,), (hedge,))
    assert name not in ask.clause
    assert ask.verb.sense.pivot == "request"
    assert last.addressee is None


@pytest.mark.parametrize(
    ("language", "sentence", "tasks"),
    [
        ("fr", "Décide de proroger le mandat du Fonds, et souligne son rôle ;", ["mandate", None]),
        ("es", "Decide prorrogar el mandato del Fondo, y destaca su papel;", ["mandate", None]),
        ("ru", "постановляет продлить мандат Фонда и подчеркивает его роль;", ["mandate", None]),
        ("zh", "决定延长基金的任务期限，并强调其作用；", ["mandate", None]),
        ("ar", "تقرر تمديد ولاية الصندوق، وتشدد على دوره؛", ["mandate", None]),
    ],
)
def test_acts_of_the_organ_have_no_addressee(language: str, sentence: str, tasks: list[str | None]) -> None:
    asks = asks_of(language, sentence)
    assert [ask.task for ask in asks[:2]] == tasks
    assert [ask.addressee for ask in asks[:2]] == [None, None]


def test_who_is_authorized_is_named_and_who_decides_is_not() -> None:
    decided = asks_of("fr", "Décide de maintenir le phare au port pour éclairer le môle ;")[0]
    allowed = asks_of("fr", "Autorise les ports à éclairer le môle ;")[0]
    assert (decided.addressee_name, allowed.addressee_name) == (None, "ports")


def test_a_name_that_never_ends_is_none() -> None:
    sentence = f"Prie le Directeur {'du port et du phare ' * 12}de venir ;"
    assert asks_of("fr", sentence)[0].addressee is None


def test_names_go_on_behind_et() -> None:
    ask = asks_of("fr", "Prie les ports ainsi que tous les phares de tenir un registre ;")[0]
    assert ask.addressee_name == "ports ainsi que tous les phares"


@pytest.mark.parametrize("language", _ASK)
def test_a_term_that_moved_on_alters_no_ask(language: str) -> None:
    sentence = _ASK[language][0]
    lines = _TEXTS[language]
    label = "1 - " if language == "ar" else "1. "
    one, two = (
        parse("\n\n".join((*lines[:3], label + words, lines[5].replace("3", "2"))) + "\n")
        for words in (sentence, sentence.replace("2031", "2032").replace("15", "16"))
    )
    comparison = compare(one, two)
    assert [change.outcome for change in comparison.asks()] == ["carried on"]
    assert not [s for its in comparison.signals() for s in its if s.kind == "amount"]


@pytest.mark.parametrize("language", _ASK)
def test_the_head_of_a_brief_names_verbs_as_the_language_has_them(language: str) -> None:
    sentence = _ASK[language][0]
    lines = _TEXTS[language]
    label = "1 - " if language == "ar" else "1. "
    one, two = (
        parse("\n\n".join((*lines[:3], *more, lines[5].replace("3", "2"))) + "\n")
        for more in ((), (label + sentence,))
    )
    brief = brief_of(compare(one, two), NOTHING_WATCHED)
    head = " ".join(brief_head(brief))
    lemma = {"fr": "prier", "es": "solicitar", "ru": "просить", "zh": "请", "ar": "طلب"}[language]
    assert f"1 new ask, none altered, none gone; {lemma} 0→1" in head


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        (
            "fr",
            "Prie les ports, y compris ceux qui prévoient de fermer, d’éclairer leurs môles ;",
            "ports, y compris ceux qui prévoient de fermer",
        ),
        ("fr", "Invite le premier ministre à tenir un registre ;", "premier ministre"),
        ("fr", "Demande aux premier ministre et maire de tenir un registre ;", "premier ministre et maire"),
        ("fr", "Demande que les ports soient priés de tenir un registre ;", None),
        ("fr", "Encourage à coordonner avec le Comité afin de mieux éclairer ;", None),
        ("fr", "Prie le Comité, selon qu’il convient, d’aider les ports ;", "Comité, selon qu’il convient"),
        (
            "es",
            "Exhorta a los puertos, incluidos los que cierran, a que iluminen sus muelles;",
            "puertos, incluidos los que cierran",
        ),
        ("es", "Exhorta a que los puertos digan que iluminan sus muelles;", None),
        ("ru", "призывает переходное правительство обеспечить освещение;", "переходное правительство"),
        ("ru", "призывает все порты в полной мере соблюдать устав;", "все порты"),
        ("ru", "призывает к тому, чтобы порты начали вести журнал;", None),
        (
            "ru",
            "призывает порты, включая желающие закрыть гавани, вести журнал;",
            "порты, включая желающие закрыть гавани",
        ),
        ("zh", "促请国际社会提供援助；", "国际社会"),
        ("zh", "请临海共和国政府提交报告；", "临海共和国政府"),
        ("zh", "鼓励加强委员会和各国之间的合作；", None),
        ("zh", "请秘书长特别代表采取行动；", "秘书长特别代表"),
        ("ar", "تطالب جميع الموانئ بوقف الصيد فورا؛", "جميع الموانئ"),
        ("ar", "تدعو إلى تحسين الإنارة على الأرصفة؛", None),
        ("ar", "تدعو بعثة الميناء إلى تقديم تقرير؛", "بعثة الميناء"),
    ],
)
def test_who_is_asked_is_named_whole_or_not_at_all(language: str, sentence: str, name: str | None) -> None:
    assert asks_of(language, sentence)[0].addressee_name == name


@pytest.mark.parametrize(
    ("language", "sentence", "due"),
    [
        ("fr", "Prie le Directeur de lui rendre compte tous les 90 jours ;", ("tous les 90 jours",)),
        ("es", "Solicita al Director que informe en un plazo de 90 días;", ("en un plazo de 90 días",)),
        ("ru", "просит директора представлять доклад каждые 90 дней;", ("каждые 90 дней",)),
        ("zh", "请秘书长每90天提交报告；", ("每90天",)),
        ("ar", "تطلب إلى المديرة أن تقدم تقريرا كل 90 يوما؛", ("كل 90 يوما",)),
        (
            "fr",
            "Prie le Directeur de lui rendre compte le 1er juin, puis chaque mois ;",
            ("1er juin", "chaque mois"),
        ),
    ],
)
def test_a_term_is_a_day_to_come_or_a_period(language: str, sentence: str, due: tuple[str, ...]) -> None:
    assert asks_of(language, sentence)[0].due == due


@pytest.mark.parametrize(
    ("language", "clause"),
    [("fr", "l’accord du 15 décembre 2030"), ("zh", "2030年12月15日协定"), ("ru", "от 15 декабря 2030 года")],
)
def test_a_day_before_the_text_is_no_term(language: str, clause: str) -> None:
    assert terms_of(clause, language, "2030-12-16") == ()
    assert len(terms_of(clause, language, "2030-12-15")) == len(terms_of(clause, language, None)) == 1


@pytest.mark.parametrize("language", _ASK)
def test_a_term_is_known_in_the_calendar(language: str) -> None:
    assert asks_of(language, _ASK[language][0])[0].due_resolved == ("2031-03-15",)


@pytest.mark.parametrize(("term", "date"), [("2031年3月", "2031-03"), ("2031年", "2031"), ("1er juin", "")])
def test_a_term_is_known_as_far_as_it_goes(term: str, date: str) -> None:
    assert iso_of(term) == date


def test_what_joins_an_ask_to_the_next_is_not_asked() -> None:
    ask = asks_of("fr", "Prie les ports d’éclairer le môle et invite le Directeur à les aider ;")[0]
    assert ask.clause.endswith("le môle")


def test_a_verb_is_a_repetition_where_another_follows() -> None:
    ask = asks_of("zh", "再次促请各国提交报告；")[0]
    assert (ask.verb.phrase, ask.verb.sense.pivot, ask.addressee_name) == ("再次促请", "call upon", "各国")


def test_words_of_order_stand_before_a_chinese_verb() -> None:
    ask = asks_of("zh", "呼吁也门各方提交报告；")[0]
    assert (ask.verb.phrase, ask.addressee_name) == ("呼吁", "也门各方")


def test_a_numbered_paragraph_may_begin_with_another_clause() -> None:
    ask = asks_of("zh", "鉴于风险加大，还请秘书长提交报告；")[0]
    assert (ask.verb.phrase, ask.addressee_name) == ("还请", "秘书长")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Condamne les attaques contre les phares ;"),
        ("es", "Condena los ataques contra los faros;"),
        ("ru", "осуждает нападения на маяки;"),
        ("zh", "谴责对灯塔的袭击；"),
        ("ar", "تدين الهجمات على المنارات؛"),
    ],
)
def test_a_condemnation_matters_in_every_language(language: str, sentence: str) -> None:
    lines = _TEXTS[language]
    label = "1 - " if language == "ar" else "1. "
    one, two = (
        parse("\n\n".join((*lines[:3], *more, lines[5].replace("3", "2"))) + "\n")
        for more in ((), (label + sentence,))
    )
    rules = [rule for answer in brief_of(compare(one, two)).answers for rule in answer.weight.rules]
    assert "condemnation" in rules


@pytest.mark.parametrize(
    ("sentence", "hedges"),
    [
        ("请秘书长在自愿基础上提交报告；", ("在自愿基础上",)),
        ("请秘书长以现有资源为限提交报告；", ("以现有资源为限",)),
        ("请秘书长协助难民自愿返回；", ()),
    ],
)
def test_a_voluntary_return_is_no_hedge(sentence: str, hedges: tuple[str, ...]) -> None:
    assert asks_of("zh", sentence)[0].hedges == hedges


_FUND = {
    "fr": "Le Conseil de sécurité,\n\nRappelant sa déclaration,\n\n1. Note que {} sont sans lampes;\n",
    "es": "El Consejo de Seguridad,\n\nRecordando su declaración,\n\n1. Observa que {} no tienen lámparas;\n",
    "ru": "Совет Безопасности,\n\nссылаясь на свое заявление,\n\n1. отмечает, что {} без ламп;\n",
    "zh": "安全理事会，\n\n回顾其声明，\n\n1. 注意到{}没有灯；\n",
    "ar": "إن مجلس الأمن،\n\nإذ يشير إلى بيانه،\n\n1 - يلاحظ أن {} بلا مصابيح؛\n",
}


@pytest.mark.parametrize(
    ("language", "old", "new", "amounts"),
    [
        ("fr", "2,2 millions de ports", "3 millions de ports", ("2,2 millions", "3 millions")),
        ("fr", "les ports des paragraphes 27 et 28", "les ports des paragraphes 28 et 29", None),
        (
            "fr",
            "les ports des résolutions 91 (2031) et 92",
            "les ports des résolutions 93 (2032) et 94",
            None,
        ),
        ("es", "651.000 puertos", "1 millón de puertos", ("651.000", "1 millón")),
        ("es", "los puertos del párrafo 12", "los puertos del párrafo 11", None),
        ("ru", "14 000 портов", "13 500 портов", ("14 000", "13 500")),
        ("ru", "порты в пунктах 3, 6 и 8", "порты в пунктах 4, 7 и 9", None),
        ("zh", "220万个港口", "200万个港口", ("220万", "200万")),
        (
            "zh",
            "第91(2031)、92(2032)和93(2033)号决议所述港口",
            "第94(2031)、95(2032)和96(2033)号决议所述港口",
            None,
        ),
        ("ru", "7,1 миллиона портов", "6,1 миллиона портов", ("7,1 миллиона", "6,1 миллиона")),
        ("zh", "第12段所述港口", "第11段所述港口", None),
        ("zh", "第80届会议所述港口", "第81届会议所述港口", None),
        ("zh", "第91(2031)号决议所述港口", "第92(2032)号决议所述港口", None),
        ("ar", "7,1 مليون ميناء", "6,1 مليون ميناء", ("7,1 مليون", "6,1 مليون")),
        ("ar", "موانئ الفقرات من 34 إلى 43", "موانئ الفقرات من 36 إلى 45", None),
    ],
)
def test_amounts_have_their_unit_and_numbers_of_texts_are_none(
    language: str, old: str, new: str, amounts: tuple[str, str] | None
) -> None:
    one, two = (parse(_FUND[language].format(words)) for words in (old, new))
    comparison = compare(one, two)
    signals = [s for its in comparison.signals() for s in its if s.kind == "amount"]
    assert [(s.base, s.revised) for s in signals] == ([amounts] if amounts else [])


def test_tasks_through_others_are_no_amount() -> None:
    said = "Requests the Warden to carry out the tasks of paragraphs {} through {} of the annex at dusk;"
    one, two = (parse(text_of(operative=[said.format(k, k + 9)])) for k in (34, 36))
    assert not [s for its in compare(one, two).signals() for s in its if s.kind == "amount"]


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        (
            "es",
            "Exige que todas las partes en el puerto respeten los faros;",
            "todas las partes en el puerto",
        ),
        ("es", "Exige que los faros que cierren sean reparados;", None),
        ("es", "Exige que las luces en orden brillen;", "luces en orden"),
        ("ru", "просит директора по возможности скорее представить доклад;", "директора"),
        ("es", "Solicita que el Panel de Faros le presente un informe;", "Panel de Faros"),
        ("es", "Pide que se atiendan los faros de los puertos que cierren;", None),
        ("es", "Exige que los puertos cierren los faros;", "puertos"),
        ("es", "Exige que la orden sobre los faros y los muelles sea pública;", None),
        ("ru", "требует, чтобы все стороны соблюдали правила порта;", "все стороны"),
        ("ru", "требует, чтобы на первом этапе порты закрыли маяки;", None),
        ("ru", "призывает портовые власти представить доклад;", "портовые власти"),
        ("ru", "просит директора по возможности в кратчайший срок представить доклад;", "директора"),
        (
            "ru",
            "просит директора в зоне ответственности представить доклад;",
            "директора в зоне ответственности",
        ),
        ("zh", "促请所有当事方立即修复灯塔；", "所有当事方"),
        ("fr", "Charge le Comité du port de réparer les phares ;", "Comité du port"),
        ("fr", "Prie le directeur à cet égard de réparer les phares ;", "directeur"),
        ("fr", "Prie le directeur, en étroite consultation avec le port, de veiller ;", "directeur"),
        ("fr", "Encourage à se coordonner avec le port afin de veiller ;", None),
        ("ru", "просит директора в тесной координации с портом представить доклад;", "директора"),
        ("ru", "просит директора не позднее 1 мая представить доклад;", "директора"),
        ("ru", "просит порты — в рамках их мандата — представить доклад;", "порты"),
        (
            "ru",
            "просит порты или в рамках мандата суда представить доклад;",
            "порты или в рамках мандата суда",
        ),
        ("ru", "требует, чтобы порты в рамках мандата закрыли маяки;", "порты"),
        ("ar", "تطلب إلى مديرة الميناء في هذا الصدد أن تقدم تقريرا؛", "مديرة الميناء"),
    ],
)
def test_who_is_to_do_what_a_clause_says_is_asked(language: str, sentence: str, name: str | None) -> None:
    ask = asks_of(language, sentence)[0]
    assert (ask.task is not None, ask.addressee_name) == (True, name)


@pytest.mark.parametrize(
    ("language", "sentence", "old", "new"),
    [
        ("fr", "Prie {} de tenir un registre ;", "le directeur du port", "la gardienne du phare"),
        ("es", "Solicita {} que lleve un registro;", "al director", "a la guardiana"),
        ("zh", "促请{}立即修复灯塔；", "港口政府", "港口委员会"),
    ],
)
def test_another_addressee_is_a_signal_in_every_language(
    language: str, sentence: str, old: str, new: str
) -> None:
    lines = _TEXTS[language]
    one, two = (
        parse("\n\n".join((*lines[:3], f"1. {sentence.format(who)}", lines[5].replace("3", "2"))) + "\n")
        for who in (old, new)
    )
    signals = [s for its in compare(one, two).signals() for s in its if s.kind == "addressee"]
    assert [(s.base in old, s.revised in new) for s in signals if s.base and s.revised] == [(True, True)]
    assert not [s for its in compare(one, one).signals() for s in its]


def test_a_connective_stands_before_a_verb_and_is_no_part_of_it() -> None:
    for sentence in ("为此请秘书长提交报告；", "在这方面请秘书长提交报告；"):
        ask = asks_of("zh", sentence)[0]
        assert (ask.verb.phrase, ask.addressee_name, ask.task) == ("请", "秘书长", "report")
    joined = asks_of("zh", "欢迎灯塔的维修，并在这方面还请秘书长提交报告；")[1]
    assert (joined.verb.phrase, joined.addressee_name) == ("还请", "秘书长")
    assert joined.verb.sense.ordering == ("还",)
