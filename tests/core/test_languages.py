"""The verbs of French, Spanish, Russian, Chinese and Arabic texts: openings, further verbs, what is none."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import resdiff.core.lexicon
from resdiff.core.compare import compare
from resdiff.core.lexicon import LANGUAGES, find_lexicon
from resdiff.core.lexicon.phrase_lexicon import COLUMNS
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.parse.structure.endings import adoption_kind
from resdiff.core.verbs import find_hedges, find_verbs
from resdiff.core.verbs.unknown import unknown_verbs
from tests.conftest import SHARED

_TEXTS = {
    "fr": (
        "L’Assemblée du littoral,",
        "Rappelant sa résolution 9/14 du 6 mars 2028 sur les marais,",
        "Se déclarant à nouveau gravement préoccupée par les tempêtes, et soulignant le rôle des digues,",
        "1. Prie également la Gardienne d’allumer les feux du port, et l’invite à tenir un registre ;",
        "2. Prend note avec satisfaction du rapport de la Gardienne ;",
        "3. Décide de rester activement saisie de la question.",
    ),
    "es": (
        "La Asamblea del Litoral,",
        "Recordando su resolución 9/14, de 6 de marzo de 2028, sobre las marismas,",
        "Expresando profunda preocupación por las tormentas, y alentándolos a reparar los diques,",
        "1. Solicita además a la Guardiana que encienda las luces, e insta a los miembros a pagar;",
        "2. Toma nota con aprecio del informe de la Guardiana;",
        "3. Decide seguir ocupándose activamente de la cuestión.",
    ),
    "ru": (
        "Прибрежная Ассамблея,",
        "ссылаясь на свою резолюцию 9/14 от 6 марта 2028 года о болотах,",
        "выражая глубокую озабоченность по поводу штормов и вновь подтверждая значение дамб,",
        "1. просит также хранителя зажечь огни порта и настоятельно призывает членов платить;",
        "2. с удовлетворением принимает к сведению доклад хранителя;",
        "3. постановляет продолжать активно заниматься этим вопросом.",
    ),
    "zh": (
        "沿海大会，",
        "回顾其2028年3月6日关于沼泽的第9/14号决议，",
        "表示深为关切风暴日益频繁，强调堤坝的作用，",
        "1. 还请守护人点亮港口的灯，并敦促各成员缴费；",
        "2. 表示赞赏地注意到守护人的报告；",
        "3. 决定继续积极处理此案。",
    ),
    "ar": (
        "إن الجمعية الساحلية،",
        "إذ تشير إلى قرارها 9/14 المؤرخ 6 آذار/مارس 2028 بشأن المستنقعات،",
        "وإذ تعرب عن بالغ القلق من العواصف، وإذ تشدِّد على دور السدود،",
        "1 - تطلب أيضا إلى الحارسة أن تضيء أنوار الميناء، وتحث الأعضاء على الدفع؛",
        "2 - تحيط علما مع التقدير بتقرير الحارسة؛",
        "3 - تقرر إبقاء المسألة قيد نظرها.",
    ),
}
_PIVOTS = [
    ["recall"],
    ["express concern", "stress"],
    ["request", "urge"],
    ["take note with appreciation"],
    ["remain seized"],
]
"""The English lemmas of the verbs of each paragraph; where languages differ see `_OWN`."""
_OWN = {
    ("fr", "urge"): "invite",
    ("fr", "take note with appreciation"): "take note with appreciation",
    ("es", "stress"): "encourage",
    ("ru", "stress"): "reaffirm",
    ("ru", "take note with appreciation"): "take note with satisfaction",
    ("zh", "stress"): "emphasize",
    ("ar", "stress"): "emphasize",
}


def _text(language: str, lines: Sequence[str] | None = None) -> Resolution:
    text = parse("\n\n".join(lines or _TEXTS[language]) + "\n")
    assert text.language == language
    return text


@pytest.mark.parametrize("language", _TEXTS)
def test_each_language_has_its_verbs(language: str) -> None:
    text = _text(language)
    verbs = find_verbs(text, find_lexicon(language))
    assert verbs is not None
    assert [p.part for p in text.paragraphs] == ["preamble"] * 2 + ["operative"] * 3
    expected = [[_OWN.get((language, lemma), lemma) for lemma in lemmas] for lemmas in _PIVOTS]
    assert [[verb.sense.pivot for verb in its] for its in verbs] == expected
    assert [[verb.inner for verb in its] for its in verbs[:3]] == [[False], [False, True], [False, True]]
    assert verbs[2][0].sense.ordering


@pytest.mark.parametrize("language", _TEXTS)
def test_words_around_a_verb_belong_to_it(language: str) -> None:
    text = _text(language)
    verbs = find_verbs(text, find_lexicon(language))
    assert verbs is not None
    concern = verbs[1][0]
    assert concern.sense.modifiers
    assert (
        concern.phrase
        == {
            "fr": "Se déclarant à nouveau gravement préoccupée",
            "es": "Expresando profunda preocupación",
            "ru": "выражая глубокую озабоченность",
            "zh": "表示深为关切",
            "ar": "وإذ تعرب عن بالغ القلق",
        }[language]
    )


@pytest.mark.parametrize(
    ("language", "weak", "strong", "outcome"),
    [
        ("es", "2. Alienta a los miembros a pagar;", "2. Insta a los miembros a pagar;", "strengthened"),
        ("zh", "2. 鼓励各成员缴费；", "2. 敦促各成员缴费；", "strengthened"),
        (
            "ru",
            "2. настоятельно призывает порты платить взносы в Фонд;",
            "2. рекомендует порты платить взносы в Фонд;",
            "weakened",
        ),
        ("ar", "2 - تحث الأعضاء على الدفع؛", "2 - تشجع الأعضاء على الدفع؛", "weakened"),
        ("fr", "2. Encourage les membres à payer ;", "2. Exhorte les membres à payer ;", "strengthened"),
    ],
)
def test_a_verb_goes_up_or_down_within_its_language(
    language: str, weak: str, strong: str, outcome: str
) -> None:
    lines = _TEXTS[language]
    one, two = (_text(language, (*lines[:4], line, lines[5].replace("3", "3"))) for line in (weak, strong))
    comparison = compare(one, two)
    shifts = [shift.outcome for change in comparison.changes for shift in change.verb_changes]
    assert shifts == [outcome]
    assert comparison.scale_name == f"resdiff-{language}"


@pytest.mark.parametrize(
    ("language", "sentence", "phrases"),
    [
        ("fr", "1. Note les demandes des ports, compte tenu des moyens, et du coût ;", ["Note"]),
        (
            "fr",
            "1. Souligne que le port, qui le souhaite, paie, et les encourage à bâtir ;",
            ["Souligne", "encourage"],
        ),
        ("es", "1. Recuerda el informe, que destaca los diques, y su coste;", ["Recuerda"]),
        ("ru", "1. отмечает вклад портов, включая малые, и их рост;", ["отмечает"]),
        ("zh", "1. 请守护人采取措施，确保港口安全，通过协调加强合作；", ["请"]),
        ("zh", "1. 请求守护人提交报告；", ["请求"]),
        ("ar", "1 - تلاحظ إسهام الموانئ، استنادا إلى التقارير، وتكفل السلامة؛", ["تلاحظ"]),
    ],
)
def test_what_only_looks_like_a_further_verb_is_none(
    language: str, sentence: str, phrases: list[str]
) -> None:
    lines = _TEXTS[language]
    text = _text(language, (*lines[:3], sentence, lines[5].replace("3", "2")))
    verbs = find_verbs(text, find_lexicon(language))
    assert verbs is not None
    assert [verb.phrase for verb in verbs[2]] == phrases


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Escomptant fermement que les digues tiennent,"),
        ("fr", "Zigzaguant entre les digues,"),
        ("es", "Zigzagueando entre los diques,"),
        ("ru", "перебирая дамбы,"),
        ("ar", "وإذ تزخرف السدود،"),
    ],
)
def test_a_verb_that_is_not_known_is_guessed_by_its_form(language: str, line: str) -> None:
    lines = _TEXTS[language]
    text = _text(language, (*lines[:3], line, *lines[3:]))
    assert text.paragraphs[2].opening is not None


@pytest.mark.parametrize(
    ("language", "hedge", "sentence"),
    [
        ("fr", "le cas échéant", "Prie la Gardienne d’agir, le cas échéant, au port"),
        ("fr", "selon que de besoin", "Prie la Gardienne d’agir, selon que de besoin, au port"),
        ("fr", "sans préjudice de", "Prie la Gardienne d’agir, sans préjudice de sa tâche, au port"),
        ("es", "cuando sea posible", "Solicita a la Guardiana que actúe, cuando sea posible, en el puerto"),
        ("ru", "сообразно обстоятельствам", "просит хранителя действовать сообразно обстоятельствам"),
        ("zh", "在可能情况下", "请守护人在可能情况下采取行动"),
        ("ar", "حيثما أمكن", "تطلب إلى الحارسة أن تعمل حيثما أمكن"),
        ("es", "según proceda", "Solicita a la Guardiana que actúe, según proceda, en el puerto"),
        ("ru", "по мере необходимости", "просит хранителя действовать по мере необходимости"),
        ("zh", "酌情", "请守护人酌情采取行动"),
        ("ar", "حسب الاقتضاء", "تطلب إلى الحارسة أن تعمل حسب الاقتضاء"),
    ],
)
def test_hedges(language: str, hedge: str, sentence: str) -> None:
    lexicon = find_lexicon(language)
    assert lexicon is not None
    assert [one.phrase for one in find_hedges(sentence, lexicon)] == [hedge]
    assert find_hedges(sentence.replace(hedge, ""), lexicon) == ()


def test_a_scale_of_ones_own_ranks_by_the_lemma_or_the_english_one() -> None:
    scale = "lemma,scale,strength,source\nrequest,mine,3,me\ninstar,mine,9,me\n"
    lexicon = find_lexicon("es", scale, "mine")
    assert lexicon is not None
    for phrase, strength in (("Solicita", 3), ("Insta", 9), ("Alienta", None)):
        opening = lexicon.opening(f"{phrase} a los miembros", 0)
        assert opening is not None
        assert opening.phrase.strength == strength


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_row_has_its_form(language: str) -> None:
    path = Path(str(resdiff.core.lexicon.__file__)).parent / f"{language}.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    assert tuple(rows[0]) == COLUMNS
    parts = {
        "verb",
        "opening",
        "ordering",
        "repetition",
        "intensifier",
        "adjective",
        "connective",
        "continuation",
        "hedge",
    }
    assert {row[0] for row in rows[1:]} <= parts
    lemmas = [row[1] for row in rows[1:] if row[0] in ("verb", "opening")]
    assert len(lemmas) == len(set(lemmas))
    assert all(row[4] for row in rows[1:] if row[5]), "a rank is by the rendering of a pivot"


def test_english_texts_load_no_other_language() -> None:
    import subprocess

    code = (
        "import sys; from resdiff.core.parse import parse; parse('The Littoral Assembly,\\n\\nNoting the"
        " fog,\\n\\n1. Decides to meet.\\n'); print('resdiff.core.lexicon.phrase_lexicon' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "False"


_UN = SHARED / "unxml"


@pytest.mark.skipif(not _UN.is_dir(), reason="the texts in ../shared are absent")
@pytest.mark.parametrize("language", _TEXTS)
def test_real_texts_open_with_verbs(language: str) -> None:
    from resdiff.workspace.texts import parse_bytes

    count = known = 0
    for path in sorted(_UN.glob(f"{language}/*.xml"))[::20]:
        text = parse_bytes(path.read_bytes(), path.name, path.name)
        verbs = find_verbs(text, find_lexicon(language))
        assert verbs is not None
        for paragraph, its in zip(text.paragraphs, verbs, strict=True):
            assert all(paragraph.text[verb.start : verb.end] == verb.phrase for verb in its)
            starts = [verb.start for verb in its]
            assert starts == sorted(set(starts))
            if paragraph.part in ("preamble", "operative") and paragraph.level == 1:
                count += 1
                known += bool(its)
    assert count > 100
    assert known / count >= 0.92  # headings without a mark and points without a number open with none


def test_a_verb_without_a_fixed_rendering_has_no_rank() -> None:
    lexicon = find_lexicon("fr")
    assert lexicon is not None
    ranked, unranked = lexicon.opening("Prie la Gardienne", 0), lexicon.opening("Invite la Gardienne", 0)
    assert ranked is not None
    assert unranked is not None
    assert (ranked.phrase.scale, ranked.phrase.pivot) == ("directive", "request")
    assert (unranked.phrase.scale, unranked.phrase.strength, unranked.phrase.pivot) == (None, None, "invite")


def test_modifiers_raise_a_verb() -> None:
    lexicon = find_lexicon("es")
    assert lexicon is not None
    plain, raised = (
        lexicon.opening("Condena los actos", 0),
        lexicon.opening("Condena enérgicamente los actos", 0),
    )
    assert plain is not None
    assert raised is not None
    assert (raised.phrase.strength or 0) > (plain.phrase.strength or 0) > 0


def test_a_paragraph_may_open_in_the_form_of_the_other_part() -> None:
    lines = _TEXTS["es"]
    text = _text("es", (*lines[:3], "1. Poniendo de relieve los diques, decide pagar;", *lines[5:]))
    opening = text.paragraphs[2].opening
    assert opening is not None
    assert opening.phrase.pivot == "emphasize"


def test_a_name_behind_a_sign_is_no_verb() -> None:
    lines = _TEXTS["fr"]
    text = _text("fr", (*lines[:3], "1. Note l’appui des ports, Demande, Note et Prie ;", lines[5]))
    verbs = find_verbs(text, find_lexicon("fr"))
    assert verbs is not None
    assert [verb.phrase for verb in verbs[2]] == ["Note"]


def test_chinese_verbs_are_paired_by_the_characters_behind_them() -> None:
    lines = _TEXTS["zh"]
    base = "1. 请守护人提交报告，促请各成员按时缴纳会费；"
    revised = "1. 请守护人提交报告，敦促各成员全额缴纳会费；"
    one, two = (_text("zh", (*lines[:3], line, lines[5])) for line in (base, revised))
    shifts = [shift for change in compare(one, two).changes for shift in change.verb_changes]
    assert [(shift.change, shift.outcome) for shift in shifts] == [("replaced", "strengthened")]


def test_chinese_words_are_single_characters() -> None:
    lines = _TEXTS["zh"]
    one, two = (
        _text("zh", (*lines[:3], line, lines[5])) for line in (lines[3], lines[3].replace("的灯", "的大灯"))
    )
    (change,) = [change for change in compare(one, two).changes if change.edits]
    assert [edit.text for edit in change.edits if edit.kind != "equal"] == ["大"]


def test_closing_marks_of_other_scripts_make_no_other_paragraph() -> None:
    lines = _TEXTS["ar"]
    one = _text("ar", (*lines[:4], lines[4].replace("؛", "."), lines[5]))
    two = _text("ar", (*lines[:4], lines[4], lines[5]))
    assert compare(one, two)["OP2"].similarity == 1.0


def test_arabic_paragraphs_are_alike_whatever_is_joined_to_their_words() -> None:
    lines = _TEXTS["ar"]
    first = "1 - تطلب إلى الحارسة أن تقدم التقارير والخطط والجداول بانتظام من الموانئ؛"
    second = "1 - تطلب إلى الحارسة تقديم تقارير وخطط وجداول منتظمة عن موانئ؛"
    one, two = (_text("ar", (*lines[:3], line, lines[5])) for line in (first, second))
    assert compare(one, two)["OP1"].kind == "edited"


def test_known_verbs_without_a_rank_are_not_unknown() -> None:
    text = _text("fr")
    verbs = find_verbs(text, find_lexicon("fr"))
    assert verbs is not None
    assert not any(unknown_verbs(text, verbs))


_RECORDS = {
    "fr": "Adoptée par l’Assemblée du littoral à sa 14e séance, le 15 mars 2030",
    "es": "Aprobada por la Asamblea del Litoral en su 14ª sesión, celebrada el 15 de marzo de 2030",
    "ru": "принятая Прибрежной Ассамблеей на ее 14-м заседании 15 марта 2030 года",
    "zh": "沿海大会2030年3月15日第14次会议通过",
    "ar": "الذي اتخذته الجمعية الساحلية في جلستها 14 المعقودة في 15 آذار/مارس 2030",
}


@pytest.mark.parametrize(
    ("language", "line"), [*_RECORDS.items(), ("ar", "الذي اتخذه المجلس الساحلي في 15 آذار/مارس 2030")]
)
def test_the_record_of_adoption_below_a_text_is_no_paragraph(language: str, line: str) -> None:
    text = _text(language, (*_TEXTS[language], line))
    assert [matter.text for matter in text.matter if matter.kind == "adoption"] == [line]
    assert len(text.paragraphs) == len(_TEXTS[language]) - 1
    assert text.masthead.stage == "adopted"


@pytest.mark.parametrize(
    "line",
    [
        "Adoptée par toutes les parties concernées, la stratégie du port reste en vigueur jusqu’en 2031 ;",
        "Adoptée par l’Assemblée du littoral",
        "Принятая стратегия порта остается в силе до 2031 года, 2032 года.",
        "الذي اتخذته الجمعية الساحلية في جلستها 14 المعقودة في 2030؛",
        "Adoptée par l’Assemblée " + "et par tous les conseils des ports du littoral " * 4 + "en 2030",
    ],
)
def test_a_sentence_that_begins_likewise_is_no_record_of_adoption(line: str) -> None:
    assert adoption_kind(line) is None


def test_a_figure_between_apostrophes_calls_no_footnote() -> None:
    lines = _TEXTS["ar"]
    items = ("1 - تقرر ما يلي:", "’1‘ المساعدة في إنارة الموانئ؛", "’2‘ دعم الحارسة؛")
    text = _text("ar", (*lines[:3], *items, lines[5]))
    assert [one.text[:3] for one in text.paragraphs if one.text.startswith("’")] == ["’1‘", "’2‘"]
    assert not any(one.marks for one in text.paragraphs)
