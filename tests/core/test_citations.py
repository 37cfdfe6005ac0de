"""What a text cites: symbols, resolutions by year and by session with their organ, in six languages."""

from __future__ import annotations

import pytest

from resdiff.core.citations import citations_in, citations_in_notes
from resdiff.core.parse import parse
from resdiff.workspace.reading import verbs_in

_HEAD = "S/RES/91 (2031)\n\nThe Security Council,\n\n"


def _cited(paragraph: str, head: str = _HEAD) -> list[str]:
    text = parse(f"{head}{paragraph}\n\n1. Decides to remain seized of the matter.\n")
    return [citation.symbol for citation in citations_in(text, None)]


_FAR = "on the lamps of all moles of the northern coast, the nets of its fishers, the oars of its boats " * 2
_RIGHTS = "A/HRC/RES/91/2\n\nThe Human Rights Council,\n\n"


@pytest.mark.parametrize(
    ("paragraph", "symbols"),
    [
        ("Recalling general comment No. 16 (1988) of the Committee on Lamps,", []),
        ("Recalling comments Nos. 34 (2011) and 36 (2018), and resolution 71 (1990),", ["S/RES/71 (1990)"]),
        ("Recalling its resolution No. 242 (1967),", ["S/RES/242 (1967)"]),
        (
            "Noting that the Human Rights Council in its resolution 51/32 and the General Assembly agree,",
            ["A/HRC/RES/51/32"],
        ),
        (
            f"Recalling Human Rights Council resolution 43/1, and the report {_FAR} of resolution 43/1,",
            ["A/HRC/RES/43/1", "A/HRC/RES/43/1"],
        ),
        ("Recalling Commission on Lamps resolution 27/2 of 18 May 2018, resolution 32/1 of 27 May 2023,", []),
        ("Recalling Commission on Lamps resolution 32/2, and its resolution 78/229,", ["A/RES/78/229"]),
        ("Recalling Human Rights Council decision 25/117 of 27 March 2014,", ["A/HRC/DEC/25/117"]),
        (
            "Recalling Economic and Social Council decisions 2009/214 and 1998/247,",
            ["E/DEC/2009/214", "E/DEC/1998/247"],
        ),
        ("Recalling Human Rights Council decisions 25/99 and Assembly decision 75/501,", ["A/DEC/75/501"]),
        ("Recalling resolution 5/1 of the Human Rights Council,", ["A/HRC/RES/5/1"]),
        ("Recalling Council resolutions 5/1 and 5/2 of 18 June 2007,", ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
        ("Noting CEDAW/C/GC/39 and ESCAP/78/12/Add.1,", ["CEDAW/C/GC/39", "ESCAP/78/12/Add.1"]),
        ("Noting WHA76/2023/REC/1 and EB140/3,", ["WHA76/2023/REC/1", "EB140/3"]),
        ("Noting GC.18/INF/4 and BS-V/11 (A/91/4),", ["GC.18/INF/4", "BS-V/11", "A/91/4"]),
        (
            "Noting GC(69)/RES/DEC(2025) and EX.CL/Dec.215 (VII),",
            ["GC(69)/RES/DEC(2025)", "EX.CL/Dec.215 (VII)"],
        ),
        ("Noting the G20/Lamp Principles, HIV/AIDS and UNESCOX/12A/1,", []),
        ("Noting https://docs.example/A/77/1 and docs.example.S/2031/5,", ["A/77/1", "S/2031/5"]),
        ("Noting ICC-ASP/20/Res.1 and AGC(45)/RES/1,", ["ICC-ASP/20/Res.1"]),
        (
            "Recalling General Assembly resolutions 42/187 and 74/5 of 18 December 2019,",
            ["A/RES/42/187", "A/RES/74/5"],
        ),
    ],
)
def test_the_organ_that_is_meant_is_the_one_named(paragraph: str, symbols: list[str]) -> None:
    assert _cited(paragraph) == symbols


@pytest.mark.parametrize(
    ("numbers", "symbols"),
    [
        ("16/21 and 5/2", ["A/HRC/RES/16/21", "A/HRC/RES/5/2"]),
        ("56/21 and 45/2", ["A/RES/56/21", "A/RES/45/2"]),
        ("2031/21 and 2031/2", ["E/RES/2031/21", "E/RES/2031/2"]),
    ],
)
def test_the_council_is_told_by_its_sessions(numbers: str, symbols: list[str]) -> None:
    head = "A/RES/91/2\n\nThe General Assembly,\n\n"
    assert _cited(f"Recalling Council resolutions {numbers},", head) == symbols


def test_decisions_in_the_texts_of_their_own_council() -> None:
    assert _cited("Recalling its decision 2/113 of 27 November 2006,", _RIGHTS) == ["A/HRC/DEC/2/113"]
    assert _cited("Recalling decision 2/99 of 27 November 2006,", _RIGHTS) == []


def test_footnotes_cite_too() -> None:
    text = parse(
        f"{_HEAD}Recalling the Lamp Report,1\n\n1. Decides to remain seized of the matter.\n\n"
        "____________\n\n1 See A/80/280 and General Assembly resolution 70/1.\n"
    )
    notes = list(citations_in_notes(text))
    assert [(note.paragraph, note.mark, note.symbol, note.words) for note in notes] == [
        ("PP1", "1", "A/80/280", "A/80/280"),
        ("PP1", "1", "A/RES/70/1", "70/1"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "symbols"),
    [
        (
            "Recalling its resolutions 71 (1990), 80(2001) and 242 (1967),",
            ["S/RES/71 (1990)", "S/RES/80 (2001)", "S/RES/242 (1967)"],
        ),
        ("Recalling its statement of 3 May 2031 (S/PRST/2031/4),", ["S/PRST/2031/4"]),
        ("Recalling document A/HRC/RES/43/21 and S/2031/12.", ["A/HRC/RES/43/21", "S/2031/12"]),
        ("Recalling General Assembly resolutions 46/182 and 60/251,", ["A/RES/46/182", "A/RES/60/251"]),
        ("Recalling resolution 43/21 of the Human Rights Council,", ["A/HRC/RES/43/21"]),
        ("Recalling Economic and Social Council resolution 2005/35,", ["E/RES/2005/35"]),
        ("Recalling Commission on Human Rights resolution 2005/80,", ["E/CN.4/RES/2005/80"]),
        ("Recalling its resolution 3034 (XXVII) on harbours,", ["A/RES/3034(XXVII)"]),
        ("Recalling Assembly resolution 65/1 A on lamps,", ["A/RES/65/1 A"]),
        ("Recalling resolution 5/5 of the United Nations Environment Assembly,", ["UNEP/EA.5/Res.5"]),
        ("Recalling resolution 5/5 of another conference,", []),
        ("Recalling its resolutions 30/5 and 31/5,", ["A/RES/31/5"]),
        ("Recalling resolution GC(62)/RES/9 of another conference,", ["GC(62)/RES/9"]),
        (
            "Recalling General Assembly resolution 61/8 of 19 December 2006; 62/9,",
            ["A/RES/61/8", "A/RES/62/9"],
        ),
        (
            "Recalling General Assembly decision 73/512, after its resolution 73/400,",
            ["A/DEC/73/512", "A/RES/73/400"],
        ),
        ("Recalling decision 14/4 of the Conference,", []),
        ("Recalling Environment Assembly resolutions 4/1 and 5/2,", ["UNEP/EA.4/Res.1", "UNEP/EA.5/Res.2"]),
        ("Recalling Economic and Social Council resolution 2008 (LX),", ["E/RES/2008(LX)"]),
        ("Recalling resolution 542 (LXXIII) of another commission,", []),
        ("Recalling its resolution 3102 (XXVIII), and 84 (XXXII),", ["A/RES/3102(XXVIII)"]),
        ("Recalling Commission on the Status of Women resolutions 49/7 of 11 March 2005 and 56/4,", []),
        (
            "Recalling the report of the Commission on Lamps and resolution 60/4,",
            ["A/RES/60/4"],
        ),
        (
            "Welcoming the Conference of the Parties, and General Assembly resolution 60/5,",
            ["A/RES/60/5"],
        ),
        (
            (
                "Recalling General Assembly resolutions 73/146 of 17 December 2018 on women, and others"
                " who keep the lamps of remote harbours lit by night, whatever the weather, and count"
                " boats that come and go in the fog of early mornings in the autumn and of late evenings,"
                " 74/176 of 18 December 2019, entitled “Lamps: a way; home”, 75/195 of 16 December 2020"
                " and 75/196 of 16 December 2020,74/200,"
            ),
            ["A/RES/73/146", "A/RES/74/176", "A/RES/75/195", "A/RES/75/196", "A/RES/74/200"],
        ),
        (
            (
                "Recalling General Assembly resolutions 73/146 of 17 December 2018 on women, and others"
                " who keep the lamps of remote harbours lit by night, or by 7/24 as pilots say,"
            ),
            ["A/RES/73/146"],
        ),
        (
            (
                "Recalling General Assembly resolution 77/211 of 15 December 2022, and resolutions"
                " 38/7 of 5 July 2018 and 42/15 of 26 September 2019 of the Council, and 38/9 of 9 July 1990,"
            ),
            ["A/RES/77/211", "A/HRC/RES/38/7", "A/HRC/RES/42/15", "A/RES/38/9"],
        ),
        (
            "Recalling the reports of the Human Rights Council and resolution 3102 (XXVIII),",
            ["A/RES/3102(XXVIII)"],
        ),
        ("Recalling Economic and Social Council resolution 1996 (XLIX),", ["E/RES/1996(XLIX)"]),
        ("Recalling resolution 1999 (XLII),", []),
        ("Welcoming the Commission on Lamps of General Assembly resolution 60/6,", ["A/RES/60/6"]),
        (
            "Recalling General Assembly resolution 79/21 of 2 December, its decisions 73/401 and 75/514,",
            ["A/RES/79/21", "A/DEC/73/401", "A/DEC/75/514"],
        ),
        ("Recalling that lamps burn 24/7 in the year (2031),", []),
        ("Recalling its paragraph 4 (1802) and 3.5 (2030),", []),
    ],
)
def test_symbols_and_numbers_of_resolutions(paragraph: str, symbols: list[str]) -> None:
    assert _cited(paragraph) == symbols


@pytest.mark.parametrize(
    ("organ", "paragraph", "symbols"),
    [
        (
            "Le Conseil de sécurité,",
            "Rappelant la résolution 46/182 de l’Assemblée générale et sa résolution 80 (2030),",
            ["A/RES/46/182", "S/RES/80 (2030)"],
        ),
        (
            "El Consejo de Seguridad,",
            "Recordando la resolución 46/182 de la Asamblea General, de diciembre de 1991,",
            ["A/RES/46/182"],
        ),
        (
            "Совет Безопасности,",
            "ссылаясь на резолюцию 46/182 Генеральной Ассамблеи и свою резолюцию 80 (2030),",
            ["A/RES/46/182", "S/RES/80 (2030)"],
        ),
        (
            "安全理事会，",
            "回顾大会第46/182号决议和安理会第80(2030)号决议，",
            ["A/RES/46/182", "S/RES/80 (2030)"],
        ),
        (
            "إن مجلس الأمن،",
            "إذ يشير إلى قرار الجمعية العامة 46/182 وإلى قراره 80 (2030)،",
            ["A/RES/46/182", "S/RES/80 (2030)"],
        ),
    ],
)
def test_in_the_other_languages(organ: str, paragraph: str, symbols: list[str]) -> None:
    assert _cited(paragraph, f"S/RES/91 (2031)\n\n{organ}\n\n") == symbols


def test_a_session_that_a_council_has_not_reached_is_of_the_assembly() -> None:
    rights = "A/HRC/RES/61/4\n\nThe Human Rights Council,\n\n"
    assert _cited("Recalling Assembly resolution 60/1 and resolution 69/323,", rights) == [
        "A/RES/60/1",
        "A/RES/69/323",
    ]
    assert _cited("Recalling resolution 69/323 on lamps,", rights) == ["A/RES/69/323"]
    assert _cited("Recalling resolution 68/3 on lamps,", rights) == ["A/HRC/RES/68/3"]
    assert _cited("Recalling resolution 96 (I) of the Assembly,", rights) == ["A/RES/96(I)"]


def test_a_number_alone_is_of_the_organ_of_the_text() -> None:
    rights = "A/HRC/RES/61/4\n\nThe Human Rights Council,\n\n"
    assert _cited("Recalling its resolution 43/21,", rights) == ["A/HRC/RES/43/21"]
    draft = "A/HRC/61/L.4\n\nThe Human Rights Council,\n\n"
    assert _cited("Recalling its resolution 43/21,", draft) == ["A/HRC/RES/43/21"]
    littoral = "LA/RES/12/9\n\nThe Littoral Assembly,\n\n"
    assert _cited("Recalling its resolution 9/14,", littoral) == ["LA/RES/9/14"]


def test_in_a_long_list_the_organ_stands_before_the_first_alone() -> None:
    numbers = ", ".join(f"{39 + k}/{k} of {k} October {2020 + k}" for k in range(1, 8))
    said = f"Recalling Human Rights Council resolutions {numbers}; 48/9 lamps;"
    said += " and Assembly resolutions 61/8 and 62/9,"
    after = " which all Member States know," * 6 + " and the lamps that burn 34/7,"
    rights = [f"A/HRC/RES/{39 + k}/{k}" for k in range(1, 8)]
    assert _cited(said + after) == [*rights, "A/RES/61/8", "A/RES/62/9"]


def test_a_council_by_its_short_name_is_that_of_the_text() -> None:
    said = "Recalling Assembly resolution 70/169 and Council resolutions 33/10 and 39/8,"
    rights = _cited(said, "A/HRC/RES/61/8\n\nThe Human Rights Council,\n\n")
    assert rights == ["A/RES/70/169", "A/HRC/RES/33/10", "A/HRC/RES/39/8"]
    assert _cited(said) == ["A/RES/70/169", "A/RES/33/10", "A/RES/39/8"]
    named = "Recalling Human Rights Council decision S-7/1 and Council resolution 33/10,"
    assert _cited(named) == ["A/HRC/RES/33/10"]
    security = _cited(
        "Recalling Security Council resolution 33/10,", "A/HRC/RES/61/8\n\nThe Human Rights Council,\n\n"
    )
    assert security == ["A/HRC/RES/33/10"]


def test_a_citation_has_its_place_and_the_verb_before_it() -> None:
    text = parse(
        f"{_HEAD}Recalling its resolution 80 (2030), and welcoming S/2031/12,\n\n1. Decides to meet.\n"
    )
    one, two = citations_in(text, verbs_in(text))
    assert (one.verb, two.verb) == ("recall", "welcome")
    assert text.paragraphs[0].text[two.start : two.end] == "S/2031/12"


@pytest.mark.parametrize(("year", "symbol"), [(2031, "A/HRC/RES/62/141"), (2010, "A/RES/62/141")])
def test_the_sessions_of_a_council_are_those_until_the_day_of_the_text(year: int, symbol: str) -> None:
    head = f"A/HRC/RES/13/4\n\nDistr.: General\n14 April {year}\n\nThe Human Rights Council,\n\n"
    text = parse(f"{head}Recalling its resolution 62/141,\n\n1. Decides to remain seized of the matter.\n")
    assert text.masthead.date == f"{year}-04-14"
    assert [citation.symbol for citation in citations_in(text, None)] == [symbol]


def test_a_session_that_both_had_in_a_year_is_that_of_the_organ_named() -> None:
    head = "A/RES/91/12\n\n9 March 2037\n\nThe General Assembly,\n\n"
    assert _cited("Recalling its resolution 91/5 of 3 December 2036,", head) == ["A/RES/91/5"]
