"""Cadence: a term that did not move on as the texts did is substance."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse


def _reasons(
    base: str, revised: str, heads: tuple[str, str] = ("", ""), days: tuple[str, str] = ("", "")
) -> tuple[str, ...]:
    one, two = (
        parse(
            f"{head}\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n"
            f"1. Requests the Keeper {term}.\n" + (f"\n31st plenary meeting\n{day}\n" if day else "")
        )
        for head, term, day in zip(heads, (base, revised), days, strict=True)
    )
    return compare(one, two).changes[-1].reasons


_NUMBERS = ("77/9. Lights", "78/9. Lights")
_DAYS = ("30 April 2031", "28 April 2032")
_SUBSTANCE = ("substantive", "cadence")


@pytest.mark.parametrize(
    ("base", "revised", "reasons"),
    [
        ("seventy-ninth", "eightieth", ("roll-over",)),
        ("seventy-ninth", "eighty-second", _SUBSTANCE),
        ("79th", "80th", ("roll-over",)),
        ("79th", "81st", _SUBSTANCE),
        ("seventy-fifth", "seventy-third", ("roll-over",)),  # sessions that are over are references
        ("ninety-first", "ninety-seventh", ("roll-over",)),  # so far ahead it is another organ's
    ],
)
def test_sessions_ahead_move_on_as_the_texts_did(base: str, revised: str, reasons: tuple[str, ...]) -> None:
    assert (
        _reasons(f"to report at its {base} session", f"to report at its {revised} session", _NUMBERS)
        == reasons
    )


@pytest.mark.parametrize(
    ("base", "revised", "reasons"),
    [
        ("until 30 April 2032", "until 30 April 2033", ("roll-over",)),
        ("until 30 April 2032", "until 31 October 2032", _SUBSTANCE),
        ("until 30 April 2032", "until 12 May 2033", ("roll-over",)),
        ("until 30 April 2032", "until 15 May 2033", _SUBSTANCE),
        ("until 31 January 2032", "until 28 February 2033", _SUBSTANCE),
        ("by May 2032", "by May 2033", ("roll-over",)),
        ("by May 2032", "by November 2033", _SUBSTANCE),
        ("by 2033", "by 2034", ("roll-over",)),
        ("by 2033", "by 2040", _SUBSTANCE),
        ("as of the day of 30 April 2032", "as of the day of 31 October 2032", ("roll-over",)),
    ],
)
def test_terms_move_on_as_the_texts_did(base: str, revised: str, reasons: tuple[str, ...]) -> None:
    assert _reasons(f"to report {base}", f"to report {revised}", days=_DAYS) == reasons
    assert _reasons(f"to report {revised}", f"to report {base}", days=(_DAYS[1], _DAYS[0])) == reasons


def test_a_term_on_the_same_day_of_the_year_rolls_over_whenever_the_texts_are_adopted() -> None:
    days = ("2 March 2031", "29 April 2032")
    assert _reasons("to act until 30 April 2032", "to act until 30 April 2033", days=days) == ("roll-over",)
    assert _reasons("to act until 30 April 2032", "to act until 30 May 2033", days=days) == _SUBSTANCE
    assert _reasons("to act until 30 April 2032", "to act until 5 May 2033", days=days) == _SUBSTANCE


def test_where_the_texts_do_not_say_when_they_were_adopted_all_is_a_roll_over() -> None:
    assert _reasons("to report by 4 May 2031", "to report by 4 May 2039") == ("roll-over",)


def test_a_yearly_session_follows_from_the_date() -> None:
    base, revised = "to report at its eighty-seventh session", "to report at its eighty-eighth session"
    assert _reasons(base, revised, days=_DAYS) == ("roll-over",)
    later = "to report at its ninetieth session"
    assert _reasons(base, later, days=_DAYS) == _SUBSTANCE
    autumn = ("30 September 2031", "28 April 2032")  # the next session has begun: one session for both
    assert _reasons(base, revised, days=autumn) == _SUBSTANCE


def test_a_day_that_no_calendar_has_counts_on_into_the_next_month() -> None:
    base = "to report by 31 February 2032"
    assert _reasons(base, "to report by 2 March 2033", days=_DAYS) == ("roll-over",)
    assert _reasons(base, "to report by 30 April 2039", days=_DAYS) == _SUBSTANCE


def test_signs_that_cannot_be_seen_are_listed() -> None:
    text = "The Littoral Assembly,\n\nRecalling its decision,\n\n1. Urges keepers to report.\n"
    hidden = compare(parse(text), parse(text.replace("keepers", "kee\u200bpers")))
    assert [(change.kind, change.reasons) for change in hidden.changes] == [
        ("unchanged", ()),
        ("unchanged", ("typography",)),
    ]
    assert not hidden.has_change


_IN_OTHER_LANGUAGES = {
    "fr": "Le Conseil de sécurité,\n\nRappelant sa note,\n\n1. Prie la Cour d'agir au plus tard le {}.\n",
    "es": "El Consejo de Seguridad,\n\nRecordando su nota,\n\n1. Pide a Ada que acuda a más tardar el {}.\n",
    "ru": "Совет Безопасности,\n\nссылаясь на нее,\n\n1. просит его представить доклад не позднее {} года.\n",
}


@pytest.mark.parametrize(
    ("language", "old", "same", "other"),
    [
        ("fr", "30 avril 2032", "30 avril 2033", "31 octobre 2032"),
        ("es", "30 de abril de 2032", "30 de abril de 2033", "31 de octubre de 2032"),
        ("ru", "30 апреля 2032", "30 апреля 2033", "31 октября 2032"),
    ],
)
def test_terms_in_other_languages_move_on_as_the_texts_did(
    language: str, old: str, same: str, other: str
) -> None:
    def adopted(day: str, term: str) -> Resolution:
        text = parse(_IN_OTHER_LANGUAGES[language].format(term))
        return replace(text, masthead=replace(text.masthead, date=day))

    base = adopted("2031-04-30", old)
    reasons = [compare(base, adopted("2032-04-28", term)).changes[-1].reasons for term in (same, other)]
    assert reasons == [("roll-over",), _SUBSTANCE]
    days = (("2031-04-30", old), ("2032-04-28", other))
    one, two = (adopted(day, term.rpartition(" ")[0]) for day, term in days)
    assert "cadence" not in compare(one, two).changes[-1].reasons  # a day without a year is of none
