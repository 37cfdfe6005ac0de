"""Asks in French, Spanish, Russian, Chinese and Arabic, and what a brief says of them."""

from __future__ import annotations

import pytest

from resdiff.core.asks import Asks
from resdiff.core.brief import brief_of
from resdiff.core.compare import compare
from resdiff.core.parse import parse
from resdiff.core.watch import NOTHING_WATCHED
from resdiff.render.views.brief import brief_head
from resdiff.workspace.reading import asks_in
from tests.core.test_languages import _TEXTS

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


def _asks(language: str, sentence: str) -> Asks:
    lines = _TEXTS[language]
    label = "1 - " if language == "ar" else "1. "
    asks = asks_in(parse("\n\n".join((*lines[:3], label + sentence, lines[5].replace("3", "2"))) + "\n"))
    assert asks is not None
    return asks


@pytest.mark.parametrize("language", _ASK)
def test_an_ask_has_who_what_when_and_its_hedge(language: str) -> None:
    sentence, name, due, hedge = _ASK[language]
    ask, last = _asks(language, sentence)
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
    asks = _asks(language, sentence)
    assert [ask.task for ask in asks[:2]] == tasks
    assert [ask.addressee for ask in asks[:2]] == [None, None]


def test_who_is_authorized_is_named_and_who_decides_is_not() -> None:
    decided = _asks("fr", "Décide de maintenir le phare au port pour éclairer le môle ;")[0]
    allowed = _asks("fr", "Autorise les ports à éclairer le môle ;")[0]
    assert (decided.addressee_name, allowed.addressee_name) == (None, "ports")


def test_a_name_that_never_ends_is_none() -> None:
    sentence = f"Prie le Directeur {'du port et du phare ' * 12}de venir ;"
    assert _asks("fr", sentence)[0].addressee is None


def test_names_go_on_behind_et() -> None:
    ask = _asks("fr", "Prie les ports ainsi que tous les phares de tenir un registre ;")[0]
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
