"""What negates, binds, asks and reports in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

import pytest

from resdiff.core.compare import compare
from resdiff.core.compare.words import SignalKind
from tests.core.test_language_asks import asks_of, text_with


@pytest.mark.parametrize(
    ("language", "sentence", "task"),
    [
        ("es", "Insta a todos los puertos a que apliquen plenamente la presente resolución;", "other"),
        ("es", "Solicita a la Directora del puerto que rinda cuentas cada año;", "report"),
        ("ru", "просит директора порта обеспечить участие представителей гаваней;", "other"),
        ("ru", "просит директора порта представить Ассамблее информацию о гаванях;", "report"),
        ("fr", "Prie le Directeur du port de présenter un plan national de balisage ;", "other"),
        ("fr", "Prie le Directeur du port de rendre compte de ses travaux ;", "report"),
        ("ar", "تطلب إلى مديرة الميناء أن تقدم الدعم إلى الصيادين؛", "other"),
    ],
)
def test_only_what_asks_for_a_report_is_one(language: str, sentence: str, task: str) -> None:
    assert next(ask.task for ask in asks_of(language, sentence) if ask.task is not None) == task


@pytest.mark.parametrize(
    ("language", "old", "new", "kind"),
    [
        ("fr", "de fournir des amarres aux bateaux", "de ne pas fournir des amarres aux bateaux", "negated"),
        ("fr", "que chaque port doit allumer son phare", "que chaque port peut allumer son phare", "modal"),
        ("es", "que los puertos entreguen sus cabos", "que los puertos no entreguen sus cabos", "negated"),
        ("ru", "портам передавать канаты судам", "портам не передавать канаты судам", "negated"),
        ("zh", "各港口应当向船只提供缆绳", "各港口不应当向船只提供缆绳", "negated"),
        ("ar", "أن توفر الموانئ الحبال للسفن", "ألا توفر الموانئ الحبال للسفن ولا تبيعها", "negated"),
    ],
)
def test_what_negates_and_binds_is_known_in_each_language(
    language: str, old: str, new: str, kind: SignalKind
) -> None:
    before = {
        "fr": "Demande à tous les États ",
        "es": "Pide a todos los Estados ",
        "ru": "призывает все государства ",
        "zh": "敦促",
        "ar": "تطلب إلى جميع الدول ",
    }[language]
    end = {"zh": "；", "ar": "؛", "fr": " ;"}.get(language, ";")
    base, revised = (text_with(language, f"{before}{words}{end}") for words in (old, new))
    assert compare(base, revised).only(kind).changes


def test_verbs_that_no_source_ranks_ask_all_the_same() -> None:
    asks = asks_of("fr", "Lance un appel pressant en faveur de l'éclairage des môles ;")
    assert any(ask.verb.sense.is_directive and ask.verb.sense.scale is None for ask in asks)
