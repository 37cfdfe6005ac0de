"""Terms, limits and subjects of decisions in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.verbs import find_hedges
from resdiff.render.views.brief_asks import who_of
from resdiff.workspace.reading import asks_in
from tests.core.test_language_asks import asks_of, text_with
from tests.growing import MOST_GROWTH, growth_of
from tests.making import text_of


@pytest.mark.parametrize(
    ("language", "sentence", "due"),
    [
        ("fr", "Prie le Directeur du port d’agir dans un délai d’un an ;", "dans un délai d’un an"),
        (
            "fr",
            "Prie le Directeur du port d’agir dans un délai d’une semaine ;",
            "dans un délai d’une semaine",
        ),
        (
            "es",
            "Solicita a la Directora del puerto que actúe con el plazo de un año;",
            "con el plazo de un año",
        ),
        (
            "es",
            "Solicita a la Directora del puerto que actúe en un plazo máximo de 12 meses;",
            "en un plazo máximo de 12 meses",
        ),
        ("ru", "просит директора порта действовать в пределах одного года;", "в пределах одного года"),
        ("ar", "تطلب إلى مديرة الميناء أن تعمل في غضون سنة واحدة؛", "في غضون سنة واحدة"),
        ("ar", "تطلب إلى مديرة الميناء أن تعمل، وفي غضون سنتين، في الميناء؛", "وفي غضون سنتين"),
        ("ar", "تطلب إلى مديرة الميناء أن تعمل في موعد أقصاه اثنا عشر شهرا؛", "في موعد أقصاه اثنا عشر شهرا"),
    ],
)
def test_a_year_is_a_term(language: str, sentence: str, due: str) -> None:
    (ask,) = (ask for ask in asks_of(language, sentence) if ask.due)
    assert ask.due == (due,)


@pytest.mark.parametrize(
    ("old", "new", "is_due"),
    [
        ("by 1 October 2031 in calm weather", "by 1 September 2032, weather permitting", True),
        ("by 1 October 2031 in calm weather", "by 1 October 2032, weather permitting", False),
        ("by 1 October 2031 in calm weather", "by 1 September 2032 in calm weather", True),
    ],
)
def test_a_term_that_moved_is_told_beside_other_words(old: str, new: str, is_due: bool) -> None:
    head = "Resolution adopted by the Littoral Assembly on 5 October {}\n\n{}/1. Lights"
    ask = "Requests the Warden to mend the lamps of the outer mole and to count the buoys {};"
    base = parse(text_of(operative=[ask.format(old)], head=head.format(2030, 30)))
    revised = parse(text_of(operative=[ask.format(new)], head=head.format(2031, 31)))
    (change,) = [one for one in compare(base, revised).asks() if one.base is not None]
    assert ("due" in change.aspects) == is_due


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("fr", "le 1er octobre {} au plus tard", "le 1er septembre {} au plus tard"),
        ("fr", "au plus tard le 1er octobre {}", "au plus tard le 1er septembre {}"),
        ("es", "el 1 de octubre de {} a más tardar", "el 1 de septiembre de {} a más tardar"),
    ],
)
def test_a_term_may_stand_before_what_makes_it_one(language: str, old: str, new: str) -> None:
    asks = {
        "fr": "Prie le Directeur du port de lui présenter, {}, un rapport sur les phares ;",
        "es": "Solicita a la Directora del puerto que le presente, {}, un informe sobre los faros;",
    }
    base, revised = (
        replace(text, masthead=replace(text.masthead, date=f"{year - 1}-10-05"))
        for year, term in ((2031, old), (2032, new))
        for text in [text_with(language, asks[language].format(term.format(year)))]
    )
    (change,) = [one for one in compare(base, revised).asks() if one.base is not None and one.base.due]
    assert "due" in change.aspects


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("fr", "Décide que tous les États Membres doivent allumer les phares ;", "tous les États Membres"),
        ("fr", "Décide que les phares doivent être allumés ;", None),
        ("es", "Decide que, por un año, todos los Estados Miembros deberán encender los faros;", "Estados"),
        ("es", "Decide que los Estados encenderán los faros;", "Estados"),
        ("es", "Decide que los faros deberán encenderse;", None),
        ("ru", "постановляет, что на один год все государства-члены должны зажечь маяки;", "все государства"),
        ("ru", "постановляет, что маяки должны гореть;", None),
        ("zh", "决定自本决议通过之日起，所有会员国均应点亮灯塔；", "所有会员国"),
        ("zh", "决定灯塔应点亮；", None),
    ],
)
def test_whom_a_decision_binds_is_named(language: str, sentence: str, name: str | None) -> None:
    ask = next(ask for ask in asks_of(language, sentence) if ask.verb.sense.pivot == "decide")
    assert (ask.addressee is None) == (name is None)
    assert (name or "") in (ask.addressee or "")


def test_a_relative_clause_asks_nothing() -> None:
    sentence = "призывает порты, в том числе те, которые хотят продать лодки, погасить огни;"
    (ask,) = (ask for ask in asks_of("ru", sentence) if ask.addressee)
    assert ask.clause == "погасить огни"


@pytest.mark.parametrize(
    ("language", "sentence", "hedge"),
    [
        (
            "en",
            "Requests the Warden to act within the limits of its mandate",
            "within the limits of its mandate",
        ),
        ("fr", "Prie la Gardienne d’agir, dans les limites de son mandat", "dans les limites de son mandat"),
        ("es", "Solicita a la Guardiana que actúe conforme a su mandato", "conforme a su mandato"),
        ("ru", "просит хранителя действовать в пределах его мандата", "в пределах его мандата"),
        ("zh", "请守护人在其授权范围内采取行动", "在其授权范围内"),
        ("ar", "تطلب إلى الحارسة أن تعمل في حدود ولايتها", "في حدود ولايتها"),
    ],
)
def test_a_mandate_limits_what_is_asked(language: str, sentence: str, hedge: str) -> None:
    lexicon = find_lexicon(language)
    assert lexicon is not None
    assert [one.phrase for one in find_hedges(sentence, lexicon)] == [hedge]


@pytest.mark.parametrize(
    ("old", "new", "is_negated"),
    [
        ("ما زالت السفن بعيدة", "لا تزال السفن بعيدة", False),
        ("السفن والقوارب", "السفن ولا سيما القوارب", False),
        ("السفن والقوارب", "السفن والقوارب وغير ذلك", False),
        ("تبيع السفن", "لا تبيع السفن", True),
    ],
)
def test_still_and_especially_negate_nothing(old: str, new: str, is_negated: bool) -> None:
    ask = "تطلب إلى مديرة الميناء أن تعلن في كل صباح أن {} في الميناء؛"
    base, revised = (text_with("ar", ask.format(words)) for words in (old, new))
    kinds = {signal.kind for its in compare(base, revised).signals() for signal in its}
    assert ("negated" in kinds) == is_negated


@pytest.mark.parametrize(
    ("language", "sentence", "organ"),
    [
        ("fr", "Décide que le phare est allumé ;", "Assemblée"),
        ("ar", "تقرر أن تضاء المنارة؛", "الجمعية"),
    ],
)
def test_who_decides_is_the_organ_without_its_article(language: str, sentence: str, organ: str) -> None:
    text = text_with(language, sentence)
    ask = next(ask for ask in asks_of(language, sentence) if ask.verb.sense.pivot == "decide")
    assert who_of(ask, text).startswith(organ)


@pytest.mark.parametrize(
    ("language", "begins", "unit", "ends"),
    [
        ("ru", "призывает государства", ", которые а, б, в, г, д", " и порты;"),
        ("ru", "призывает государства", ", в том числе а, б, в, г, д", " и порты;"),
        ("fr", "Prie les ports", ", y compris les a, les b, les c", " ;"),
        ("es", "Insta a los puertos", ", en particular a, b, c, d", ";"),
        ("ar", "تطلب إلى الموانئ", "، بما في ذلك أ، ب، ج، د", "؛"),
    ],
)
def test_who_is_asked_is_read_in_linear_time(language: str, begins: str, unit: str, ends: str) -> None:
    def text(size: int) -> Resolution:
        return text_with(language, f"{begins}{unit * (size // len(unit))}{ends}")

    assert growth_of(asks_in, text, 0.02, 16_000, first=500) <= MOST_GROWTH
