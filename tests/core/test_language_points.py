"""Points of lists, recipients, periods, pronouns and tasks of asks in the languages beside English."""

from __future__ import annotations

import re

import pytest

from resdiff.core.asks import Ask
from resdiff.core.asks.phrase_patterns import ask_patterns
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.core.parse.structure.labels import read_arabic_item, read_label
from resdiff.workspace.reading import asks_in
from tests.core.test_language_asks import asks_of, text_with
from tests.growing import MOST_GROWTH, growth_of
from tests.making import text_of

_LISTS: dict[str, tuple[str, str]] = {
    "fr": (
        (
            "Prie le Conseil du port :\n\n"
            "a) de présenter au Comité un rapport sur les digues au plus tard le 3 mai 2031 ;\n\n"
            "b) de lui soumettre une liste ;\n\nc) S’acquitter de sa tâche."
        ),
        "Conseil du port",
    ),
    "es": (
        (
            "Solicita al Consejo del puerto que proporcione lo siguiente:\n\n"
            "a) Un informe sobre los diques, a más tardar el 3 de mayo de 2031;\n\n"
            "b) Una lista de boyas;\n\nc) Una carta."
        ),
        "Consejo del puerto",
    ),
    "ru": (
        (
            "просит Совет порта:\n\n"
            "a) представить Комитету доклад о дамбах к 3 мая 2031 года;\n\n"
            "b) вести список буев;\n\nc) безотлагательно обновить карту."
        ),
        "Совет порта",
    ),
    "zh": (
        (
            "请港口委员会采取以下措施：\n\n(a) 至迟于2031年5月3日向大会提交报告；\n\n"
            "(b) 更新浮标清单；\n\n(c) 绘制海图。"
        ),
        "港口委员会",
    ),
    "ar": (
        (
            "تطلب إلى مجلس الميناء أن يقدم ما يلي:\n\n"
            "(أ) تقرير عن السدود بحلول 3 أيار/مايو 2031؛\n\nب - قائمة بالعوامات؛\n\nج - خريطة."
        ),
        "مجلس الميناء",
    ),
}


def _points(language: str, sentence: str) -> list[Ask]:
    return [ask for ask in asks_of(language, sentence) if ask.asks and not ask.is_own]


@pytest.mark.parametrize("language", _LISTS)
def test_the_points_of_an_opening_line_are_asks(language: str) -> None:
    sentence, name = _LISTS[language]
    points = _points(language, sentence)
    assert [point.addressee_name for point in points] == [name] * 3
    assert points[0].due_resolved == ("2031-05-03",)
    opening = asks_of(language, sentence)[0]
    assert opening.is_opening
    assert opening.addressee_name == name


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Prie le Conseil du port de remettre une note qui comprend :\n\na) Une liste ;\n\nb) Une carte.",
        ),
        ("es", "Solicita al Consejo que remita una nota que incluya:\n\na) Una lista;\n\nb) Una carta."),
        ("ru", "просит Совет порта представить записку, содержащую:\n\na) список;\n\nb) карту."),
        ("zh", "请港口委员会提交说明，内容包括：\n\n(a) 清单；\n\n(b) 海图。"),
        ("ar", "تطلب إلى مجلس الميناء أن يقدم مذكرة تتضمن ما يلي:\n\n(أ) قائمة؛\n\n(ب) خريطة."),
        ("fr", "Souligne ce qui suit :\n\na) Appliquer le plan ;\n\nb) Dresser une liste."),
        ("fr", "Prie le Fonds d’inclure dans son rapport :\n\na) Le cadre ;\n\nb) La lettre du port."),
        ("zh", "请秘书长在报告中列入：\n\n(a) 清单；\n\n(b) 海图。"),
    ],
)
def test_what_a_thing_contains_is_not_asked(language: str, sentence: str) -> None:
    assert _points(language, sentence) == []


def test_a_mandate_with_tasks_is_an_ask_beside_them() -> None:
    sentence = (
        "Décide de reconduire le mandat du Groupe jusqu’au 3 mai 2031, comme suit :\n\n"
        "a) Aider le Comité ;\n\nb) Tenir une liste."
    )
    opening, *points = [ask for ask in asks_of("fr", sentence) if ask.asks][:3]
    assert (opening.task, opening.is_opening, opening.due_resolved) == ("mandate", False, ("2031-05-03",))
    assert [point.clause for point in points] == ["Aider le Comité", "Tenir une liste"]
    texts = [
        parse(
            text_of(
                operative=[
                    f"Decides to renew the Lamp Panel until 3 May {year}, with the following tasks:",
                    "(a) to count lamps;",
                    "(b) to mend buoys;",
                ]
            )
        )
        for year in (2031, 2033)
    ]
    asks = compare(texts[0], texts[1]).asks()
    due = [ask.revised.due for ask in asks if ask.revised is not None and ask.revised.sets_mandate]
    assert due == [("until 3 May 2033",)]


@pytest.mark.parametrize(
    ("language", "sentence", "verb"),
    [
        (
            "fr",
            "Prie le Conseil :\n\na) de tenir une liste ;\n\nb) invite instamment le Fonds à agir.",
            "urge",
        ),
        (
            "es",
            "Solicita al Consejo que proporcione:\n\na) Una lista;\n\ne insta al Fondo a que actúe.",
            "urge",
        ),
        ("ru", "просит Совет:\n\na) вести список;\n\nи настоятельно призывает Фонд действовать.", "urge"),
    ],
)
def test_a_point_may_have_a_verb_of_its_own(language: str, sentence: str, verb: str) -> None:
    own = [ask for ask in asks_of(language, sentence) if ask.asks and ask.is_own and not ask.is_opening]
    assert verb in {ask.verb.sense.pivot for ask in own}
    assert len(_points(language, sentence)) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "to", "period"),
    [
        ("fr", "Prie le Warden de rendre compte au Conseil tous les 90 jours ;", "Conseil", "P90D"),
        ("fr", "Prie le Warden de faire rapport tous les mois ;", None, "P1M"),
        ("fr", "Prie le Warden d’informer l’Assemblée générale chaque année ;", "Assemblée générale", "P1Y"),
        ("es", "Solicita al Guardián que presente un informe al Comité cada 6 meses;", "Comité", "P6M"),
        (
            "es",
            "Solicita al Guardián que informe a la Asamblea General anualmente;",
            "Asamblea General",
            "P1Y",
        ),
        ("ru", "просит хранителя информировать Совет ежегодно;", "Совет", "P1Y"),
        ("ru", "просит хранителя представлять Комитету доклад каждые 90 дней;", "Комитету", "P90D"),
        ("zh", "请秘书长每隔90天向大会提交报告；", "大会", "P90D"),
        ("zh", "请秘书长每月报告情况；", None, "P1M"),
        ("ar", "تطلب إلى الأمين العام أن يقدم تقريرا إلى مجلس الأمن كل 90 يوما؛", "مجلس الأمن", "P90D"),
        ("ar", "تطلب إلى الأمين العام أن يبلغ اللجنة سنويا؛", "اللجنة", "P1Y"),
        (
            "ar",
            "تطلب إلى الأمين العام أن يقدم تقريرا عن أعمال اللجنة إلى الجمعية العامة سنويا؛",
            "الجمعية العامة",
            "P1Y",
        ),
        (
            "ru",
            "просит хранителя ежегодно представлять доклад о работе Комитета Генеральной Ассамблее;",
            "Генеральной Ассамблее",
            "P1Y",
        ),
    ],
)
def test_a_report_goes_to_somebody_again_and_again(
    language: str, sentence: str, to: str | None, period: str
) -> None:
    ask = asks_of(language, sentence)[0]
    assert (ask.task, ask.to, ask.due_resolved) == ("report", to, (period,))


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("fr", "Encourage le Fonds à agir et l’invite à publier une liste ;", "Fonds"),
        ("es", "Alienta al Fondo a que actúe y lo exhorta a que publique una lista;", "Fondo"),
        ("ru", "призывает Фонд действовать и просит его вести список;", "Фонд"),
    ],
)
def test_a_pronoun_is_who_was_asked_before(language: str, sentence: str, name: str) -> None:
    one, two = [ask for ask in asks_of(language, sentence) if ask.asks][:2]
    assert (one.addressee_name, two.addressee_name) == (name, name)
    assert one.clause.split()[-1] not in ("l’", "lo", "y", "et", "и")


@pytest.mark.parametrize(
    ("language", "sentence", "name", "task"),
    [
        ("fr", "Prie le Groupe d’appliquer ces compétences dans ses rapports ;", "Groupe", "other"),
        ("fr", "Prie le Fonds, sur la base de consultations, de tenir une liste ;", "Fonds", "other"),
        ("fr", "Invite incessamment les parties à agir ;", "parties", "other"),
        (
            "fr",
            "Encourage les États qui sont à même de le faire à agir ;",
            "États qui sont à même de le faire",
            "other",
        ),
        ("es", "Solicita al Grupo que aplique esas normas en sus informes;", "Grupo", "other"),
        ("ru", "просит Группу применять эти знания в своих докладах;", "Группу", "other"),
        ("zh", "请专家小组在其报告工作中运用这一能力；", "专家小组", "other"),
        ("zh", "敦促冲突各方防止暴力；", "冲突各方", "other"),
        ("zh", "敦促过渡政府执行议定书；", "过渡政府", "other"),
        ("zh", "促请海岸联盟克服僵局；", "海岸联盟", "other"),
        ("zh", "鼓励与各港口机构合作；", None, "other"),
        ("ar", "تطلب إلى الأمين العام تنفيذ الأنشطة؛", "الأمين العام", "other"),
        ("ar", "تطلب إلى الحكومة، بالتنسيق مع الصندوق، أن تعمل؛", "الحكومة", "other"),
        ("ar", "تقرر أن تسلم الشحنات إلى الولايات؛", None, "other"),
        ("ar", "تقرر تمديد ولاية الصندوق؛", None, "mandate"),
        ("zh", "决定将基金任务期延长；", None, "mandate"),
        ("fr", "Prie le Fonds, en partenariat avec les ports, d’agir ;", "Fonds", "other"),
        ("fr", "Prie tous les ports de ne ménager aucun effort pour agir ;", "tous les ports", "other"),
        ("es", "Exhorta a los Estados que aportan boyas a que actúen;", "Estados que aportan boyas", "other"),
        ("es", "Exhorta a los puertos a que velen por que los guardas rindan cuentas;", "puertos", "other"),
        ("es", "Solicita al Fondo que lo informe cada tres meses;", "Fondo", "report"),
        ("ru", "призывает обе стороны всесторонне сотрудничать;", "обе стороны", "other"),
        ("zh", "鼓励及时与委员会协调；", None, "other"),
        ("zh", "鼓励《框架》签署国展现意愿；", "《框架》签署国", "other"),
        ("ar", "تطلب إلى الفريق أن يُبلغ عن التنفيذ؛", "الفريق", "report"),
        ("fr", "Prie le Fonds d’appliquer la présente résolution et les vœux du rapport ;", "Fonds", "other"),
        ("fr", "Prie le Fonds de faire appliquer les vœux du rapport ;", "Fonds", "other"),
        ("fr", "Prie le Fonds de faire rapport ;", "Fonds", "report"),
        ("es", "Solicita al Fondo que aplique la presente resolución y el informe;", "Fondo", "other"),
        ("es", "Solicita al Fondo que actúe, incluidas las medidas del informe;", "Fondo", "other"),
        ("ru", "просит Фонд действовать, включая осуществление доклада;", "Фонд", "other"),
        ("ru", "просит Фонд назначить представителя и учесть доклад;", "Фонд", "other"),
        ("zh", "请秘书长执行秘书处的建议；", "秘书长", "other"),
    ],
)
def test_names_end_where_the_act_begins(language: str, sentence: str, name: str | None, task: str) -> None:
    ask = asks_of(language, sentence)[0]
    assert (ask.addressee_name, ask.task) == (name, task)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Décide de prolonger pour une période de 13 mois le mandat du Fonds ;"),
        ("es", "Decide prorrogar el mandato del Fondo por un período de 13 meses;"),
        ("ru", "постановляет продлить мандат Фонда на период в 13 месяцев;"),
        ("zh", "决定将基金任务期限延长13个月；"),
        ("ar", "تقرر تمديد ولاية الصندوق لمدة 13 شهرا؛"),
    ],
)
def test_a_mandate_runs_for_a_time(language: str, sentence: str) -> None:
    ask = asks_of(language, sentence)[0]
    assert (ask.task, ask.due_resolved, ask.sets_mandate) == ("mandate", ("P13M",), True)


def test_a_russian_name_in_another_case_is_the_same_name() -> None:
    texts = [
        text_with("ru", f"{verb} {name} оперативно рассмотреть вопрос о дамбах и фонарях;")
        for verb, name in (
            ("предлагает", "гаванским органам и всем портам"),
            ("просит", "гаванские органы и все порты"),
        )
    ]
    (change,) = [one for one in compare(texts[0], texts[1]).asks() if one.base and one.base.is_own][:1]
    assert change.aspects == ("verb",)


def test_arabic_letters_number_points() -> None:
    text = text_with("ar", _LISTS["ar"][0])
    ids = [paragraph.id for paragraph in text.paragraphs if paragraph.part == "operative"]
    assert ids[:4] == ["OP1", "OP1(أ)", "OP1(ب)", "OP1(ج)"]
    assert read_label("أ - قائمة") is not None
    for number, name in enumerate(("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي"), ord("a")):
        assert read_label(f"{name} - قائمة") is None  # it may number a section
        item = read_arabic_item(f"{name} - قائمة")
        assert item is not None
        assert item.inner == chr(number)
    labels = [read_label(one) for one in ("هـ - ل", "(هـ) ل", "(ا) ل")]
    assert [label.printed for label in labels if label is not None] == ["(ه)", "(ه)", "(أ)"]


def test_a_chinese_name_that_stands_for_another_is_a_renaming() -> None:
    acts = ("促请{}修灯", "敦促{}清点浮标", "请{}绘制海图", "鼓励{}保护沼泽")
    texts = [
        parse(
            "大会，\n\n回顾其以往各项决议，\n\n"
            + "\n\n".join(f"{k}. {act.format(name)}；" for k, act in enumerate(acts, 1))
        )
        for name in ("海岸政府", "过渡政府")
    ]
    (renaming,) = compare(texts[0], texts[1]).renamings().items
    assert (renaming.base, renaming.revised) == ("海岸政府", "过渡政府")


def test_days_on_which_people_work_are_no_period() -> None:
    (ask, *_) = asks_of("fr", "Prie le Fonds d’agir dans un délai de 30 jours ouvrables ;")
    assert (ask.due, ask.due_resolved) == (("dans un délai de 30 jours ouvrables",), ())
    (other, *_) = asks_of("fr", "Prie le Fonds d’agir dans un délai de 30 jours ;")
    assert other.due_resolved == ("P30D",)


def test_a_pronoun_behind_another_verb_may_mean_somebody_else() -> None:
    asks = asks_of("fr", "Engage les ports à agir, félicite la Caisse, et la prie de venir ;")
    assert [ask.addressee_name for ask in asks if ask.asks][:2] == ["ports", None]


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [(ask_patterns("fr").joint_at_end, ", "), (ask_patterns("ar").report, "يعد ")],
)
def test_signs_and_words_without_end_are_read_in_time(pattern: re.Pattern[str], piece: str) -> None:
    def read(text: str) -> None:
        pattern.sub("", f"{text}x")

    assert growth_of(read, lambda size: piece * size, 0.02, 200_000) <= MOST_GROWTH


def test_an_arabic_preamble_asks_nothing() -> None:
    lines = [
        "الجمعية العامة،",
        "إذ تشير إلى قرارها 9/14، وتدعو الموانئ إلى إصلاح المصابيح،",
        "1 - تدعو الموانئ إلى إصلاح المصابيح؛",
        "2 - تقرر أن تبقي المسألة قيد نظرها.",
    ]
    text = parse("\n\n".join(lines) + "\n")
    asks = asks_in(text) or ()
    assert [text.paragraphs[ask.paragraph].id for ask in asks if ask.asks] == ["OP1"]
