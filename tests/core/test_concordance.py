"""Two language versions compared: what is missing, in excess, exchanged, or says another
figure or verb.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from resdiff.core.concordance import Concordance, concord
from resdiff.core.concordance.facts import figures_in
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution, Vote
from resdiff.core.parse import parse
from resdiff.core.verbs import find_verbs
from resdiff.render.data.concordance import concordance_csv, concordance_json
from resdiff.render.report.concordance import concordance_html
from resdiff.render.report.page import anchor
from resdiff.render.terminal.concordance import concordance_text
from resdiff.render.views.concordance import place_of
from tests.cli.running import assert_trouble, resdiff
from tests.conftest import SHARED

ENGLISH = (
    "LC/RES/91 (2031)",
    "The Littoral Council,",
    "Recalling its resolutions 71 (2029) and 80 (2030) on the moles,",
    "Expressing concern at the storms of 12 March 2030, which cost 1.5 million crowns,",
    "1. Requests the Secretary-General to report to the Council by 30 June 2032;",
    "2. Urges all States to repair 1,250 dikes before the winter;",
    "3. Encourages ports to keep their lamps lit from dusk to dawn;",
    "4. Calls upon all parties to observe the rules of the harbours;",
    "5. Decides to remain seized of the matter.",
)
OTHERS = {
    "fr": (
        "LC/RES/91 (2031)",
        "Le Conseil du littoral,",
        "Rappelant ses résolutions 71 (2029) et 80 (2030) sur les môles,",
        "Se déclarant préoccupé par les tempêtes du 12 mars 2030, qui ont coûté 1,5 million de couronnes,",
        "1. Prie le Secrétaire général de lui faire rapport le 30 juin 2032 au plus tard ;",
        "2. Exhorte tous les États à réparer 1 250 digues avant l’hiver ;",
        "3. Encourage les ports à garder leurs feux allumés du soir au matin ;",
        "4. Demande à toutes les parties de respecter les règles des ports ;",
        "5. Décide de rester saisi de la question.",
    ),
    "zh": (
        "LC/RES/91 (2031)",
        "沿海理事会，",
        "回顾其关于防波堤的第71(2029)和80(2030)号决议，",
        "表示关切2030年3月12日的风暴，损失达150万克朗，",
        "1. 请秘书长至迟于2032年6月30日向理事会提交报告；",
        "2. 敦促所有国家在冬季之前修复1 250座堤坝；",
        "3. 鼓励各港口从黄昏到黎明保持灯光；",
        "4. 促请各方遵守港口规则；",
        "5. 决定继续处理此案。",
    ),
    "ar": (
        "LC/RES/91 (2031)",
        "إن المجلس الساحلي،",
        "إذ يشير إلى قراريه 71 (2029) و 80 (2030) بشأن الأرصفة،",
        "وإذ يعرب عن قلقه من عواصف 12 آذار/مارس 2030 التي كلفت 1.5 مليون كرونة،",
        "1 - يطلب إلى الأمين العام أن يقدم تقريرا بحلول 30 حزيران/يونيه 2032؛",
        "2 - يحث جميع الدول على إصلاح 250 1 سدا قبل الشتاء؛",
        "3 - يشجع الموانئ على إبقاء مصابيحها مضاءة من الغسق إلى الفجر؛",
        "4 - يهيب بجميع الأطراف أن تحترم قواعد الموانئ؛",
        "5 - يقرر إبقاء المسألة قيد نظره.",
    ),
}


def _text(lines: Sequence[str]) -> Resolution:
    return parse("\n\n".join(lines) + "\n")


def _concordance(first: Sequence[str], second: Sequence[str]) -> Concordance:
    one, two = _text(first), _text(second)
    verbs = (find_verbs(text, find_lexicon(text.language)) for text in (one, two))
    return concord(one, two, *verbs)


def sample_concordance() -> Concordance:
    """An English and a French version that differ in a figure, a verb and a paragraph."""
    lines = [line.replace("1 250", "1 280").replace("Encourage les", "Autorise les") for line in OTHERS["fr"]]
    return _concordance(ENGLISH, [*lines[:7], *lines[8:]])


def _findings(concordance: Concordance) -> list[tuple[str | None, str | None, str]]:
    one, two = concordance.first.paragraphs, concordance.second.paragraphs
    return [
        (
            one[row.first].id if row.first is not None else None,
            two[row.second].id if row.second is not None else None,
            finding.kind,
        )
        for row in concordance.rows
        for finding in row.findings
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_versions_that_agree_have_no_finding(language: str) -> None:
    concordance = _concordance(ENGLISH, OTHERS[language])
    assert _findings(concordance) == []
    assert [row.first for row in concordance.rows] == [row.second for row in concordance.rows]
    assert not concordance.differs
    back = _concordance(OTHERS[language], ENGLISH)
    assert _findings(back) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_paragraph_may_be_missing_or_in_excess(language: str) -> None:
    lines = list(OTHERS[language])
    dropped = [*lines[:5], *lines[6:]]
    assert ("OP2", None, "missing") in _findings(_concordance(ENGLISH, dropped))
    doubled = [*lines[:7], lines[6], *lines[7:]]
    kinds = [kind for _, _, kind in _findings(_concordance(ENGLISH, doubled))]
    assert kinds == ["excess"]


@pytest.mark.parametrize("language", OTHERS)
def test_neighbours_may_be_exchanged(language: str) -> None:
    lines = list(OTHERS[language])
    cut = 4 if language == "ar" else 3
    lines[5], lines[6] = lines[5][:cut] + lines[6][cut:], lines[6][:cut] + lines[5][cut:]
    findings = _findings(_concordance(ENGLISH, lines))
    assert {kind for _, _, kind in findings} == {"order"}
    assert {first for first, _, _ in findings} <= {"OP2", "OP3"}


@pytest.mark.parametrize(
    ("language", "old", "new", "place"),
    [
        ("fr", "1 250", "1 280", "OP2"),
        ("fr", "12 mars", "12 mai", "PP2"),
        ("fr", "1,5 million", "15 millions", "PP2"),
        ("fr", "80 (2030)", "80 (2031)", "PP1"),
        ("zh", "150万", "15万", "PP2"),
        ("zh", "6月30日", "7月30日", "OP1"),
        ("ar", "250 1", "250 2", "OP2"),
        ("ar", "يونيه", "يوليه", "OP1"),
    ],
)
def test_figures_and_dates_may_differ(language: str, old: str, new: str, place: str) -> None:
    lines = [line.replace(old, new) for line in OTHERS[language]]
    assert lines != list(OTHERS[language])
    assert _findings(_concordance(ENGLISH, lines)) == [(place, place, "figure")]


def test_a_number_in_words_is_no_other_figure() -> None:
    lines = [line.replace("1 250 digues", "mille deux cent cinquante digues") for line in OTHERS["fr"]]
    assert _findings(_concordance(ENGLISH, lines)) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [("fr", "Exhorte", "Autorise"), ("zh", "敦促", "决定"), ("ar", "يحث", "يأذن")],
)
def test_a_verb_that_renders_another_one_differs(language: str, old: str, new: str) -> None:
    lines = [line.replace(old, new) for line in OTHERS[language]]
    assert _findings(_concordance(ENGLISH, lines)) == [("OP2", "OP2", "verb")]


def test_a_repetition_before_a_verb_renders_a_verb_that_repeats() -> None:
    english = [line.replace("Calls upon all", "Reiterates its call upon all") for line in ENGLISH]
    chinese = [line.replace("促请各方", "再次促请各方") for line in OTHERS["zh"]]
    assert _findings(_concordance(english, chinese)) == []
    assert _findings(_concordance(english, OTHERS["zh"])) == [("OP4", "OP4", "verb")]


def test_renderings_that_change_are_advice() -> None:
    more = [f"{n}. Urges the port {name} to burn {n} lamps;" for n, name in enumerate("ABCD", 6)]
    other = [f"{n}. Exhorte le port {name} à brûler {n} feux ;" for n, name in enumerate("ABCD", 6)]
    other[2] = other[2].replace("Exhorte", "Demande instamment").replace("à brûler", "de brûler")
    concordance = _concordance([*ENGLISH[:8], *more], [*OTHERS["fr"][:8], *other])
    (finding,) = [finding for row in concordance.rows for finding in row.findings]
    assert (finding.kind, finding.first) == ("rendering", "urge")
    assert finding.second == "demander instamment (elsewhere exhorter)"
    assert not concordance.differs


def test_a_clause_before_the_verb_is_not_held_against_it() -> None:
    english = [line.replace("2. Urges", "2. While noting the storms, urges") for line in ENGLISH]
    assert "verb" not in [kind for _, _, kind in _findings(_concordance(english, OTHERS["fr"]))]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "1,250 dikes", {"1250": 1}),
        ("es", "1.250 diques y 1,5 millones", {"1250": 1, "1500000": 1}),
        ("ru", "17 250 дамб и 2,5 млн крон в мае", {"17250": 1, "2500000": 1}),
        ("zh", "1 110万人和500多万克朗", {"11100000": 1, "5000000": 1}),
        ("zh", "2019冠状病毒病", {"19": 1}),
        ("ar", "000 17 سد و 250 1", {"17000": 1, "1250": 1}),
        ("en", "the States that may act in May 2031", {"m5": 1, "2031": 1}),
        ("ru", "в апреле и августе 2031 года", {"m4": 1, "m8": 1, "2031": 1}),
    ],
)
def test_figures_are_read_as_each_language_writes_them(
    language: str, text: str, figures: dict[str, int]
) -> None:
    paragraph = _text(ENGLISH).paragraphs[0]
    facts = figures_in(replace(paragraph, text=text), language)
    assert {fact: count for fact, count in facts.items() if fact != "m5" or language == "en"} == figures


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "en.txt", tmp_path / "fr.txt"
    one.write_text("\n\n".join(ENGLISH) + "\n", "utf-8")
    lines = [line.replace("1 250", "1 280") for line in OTHERS["fr"]]
    two.write_text("\n\n".join(lines) + "\n", "utf-8")
    return one, two


def test_compare_of_two_languages_is_the_concordance(versions: tuple[Path, Path]) -> None:
    one, two = versions
    done = resdiff("compare", one, two)
    assert done.status == 1
    assert "7 pairs of paragraphs; 1 paragraph with other figures." in done.out
    assert "OP2 figure: 1250 | 1280" in done.out
    data = json.loads(resdiff("compare", one, two, "--format", "json").out)
    assert data["schema"] == "resdiff/concord/1"
    assert [row["paragraphs"] for row in data["rows"]][2] == {"en": "OP1", "fr": "OP1"}
    assert [finding["kind"] for row in data["rows"] for finding in row["findings"]] == ["figure"]
    rows = list(csv.DictReader(io.StringIO(resdiff("compare", one, two, "--format", "csv").out)))
    assert [(row["en"], row["fr"], row["kind"]) for row in rows] == [("OP2", "OP2", "figure")]
    assert_trouble(resdiff("compare", one, two, "--format", "docx"), "use one of text, json, csv, html")
    two.write_text("\n\n".join(OTHERS["fr"]) + "\n", "utf-8")
    assert resdiff("compare", one, two).status == 0


_UN = SHARED / "unxml"


@pytest.mark.skipif(not _UN.is_dir(), reason="the texts in ../shared are absent")
@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_real_versions_have_few_findings(language: str) -> None:
    from resdiff.workspace.texts import parse_bytes

    count = findings = 0
    for path in sorted(_UN.glob(f"{language}/*.xml"))[3::24]:
        twin = _UN / "en" / path.name
        if not twin.is_file():
            continue
        one, two = (parse_bytes(each.read_bytes(), each.name, each.name) for each in (twin, path))
        verbs = (find_verbs(text, find_lexicon(text.language)) for text in (one, two))
        concordance = concord(one, two, *verbs)
        count += 1
        findings += sum(kind != "rendering" for _, _, kind in _findings(concordance))
    assert count > 3
    assert findings <= count


def test_texts_may_be_exchanged_under_their_numbers() -> None:
    more = ["6. Encourages 40 ports to burn lamps;", "7. Encourages 70 dikes to hold out;"]
    other = ["6. Encourage 70 digues à tenir bon ;", "7. Encourage 40 ports à brûler des feux ;"]
    concordance = _concordance([*ENGLISH, *more], [*OTHERS["fr"], *other])
    assert _findings(concordance) == [("OP6", "OP6", "order"), ("OP7", "OP7", "order")]


def test_neighbours_without_numbers_may_be_exchanged() -> None:
    lines = list(OTHERS["fr"])
    lines[2], lines[3] = lines[3], lines[2]
    assert {kind for _, _, kind in _findings(_concordance(ENGLISH, lines))} == {"order"}


def test_preambular_verbs_may_stand_crosswise() -> None:
    english = [*ENGLISH[:4], "Noting the 40 lamps of the port,", "Recalling its 70 rules,", *ENGLISH[4:]]
    lines = list(OTHERS["fr"])
    other = [*lines[:4], "Rappelant ses 70 règles,", "Notant les 40 lampes du port,", *lines[4:]]
    assert {kind for _, _, kind in _findings(_concordance(english, other))} == {"order"}


def test_a_paragraph_of_another_sense_takes_no_place() -> None:
    lines = list(OTHERS["fr"])
    other = [*lines[:5], "2. Note que 77 tempêtes sont annoncées pour 2033 ;", *lines[6:]]
    kinds = sorted(kind for _, _, kind in _findings(_concordance(ENGLISH, other)))
    assert kinds in (["excess", "missing"], ["figure", "verb"])
    far = [*lines[:2], "Sachant que 77 tempêtes sont annoncées pour 2033,", *lines[2:5], *lines[6:]]
    assert sorted(kind for _, _, kind in _findings(_concordance(ENGLISH, far))) == ["excess", "missing"]


def test_what_is_missing_here_is_not_what_is_in_excess_there() -> None:
    lines = list(OTHERS["fr"])
    other = [*lines[:5], *lines[6:8], "4 bis. Zigzague entre les môles du port ;", lines[8]]
    assert sorted(kind for _, _, kind in _findings(_concordance(ENGLISH, other))) == ["excess", "missing"]


def test_a_month_takes_no_numbers_place() -> None:
    english = [line.replace("before the winter", "in May within twelve months") for line in ENGLISH]
    french = [line.replace("avant l’hiver", "sous 12 mois") for line in OTHERS["fr"]]
    assert _findings(_concordance(english, french)) == []


def test_a_year_that_one_version_alone_has_differs() -> None:
    english = [line.replace("12 March 2030", "12 March 2030 and 14 March") for line in ENGLISH]
    french = [line.replace("12 mars 2030", "12 mars 2030 et du 14 mars {}") for line in OTHERS["fr"]]
    for year, findings in (("2030", []), ("2033", [("PP2", "PP2", "figure")])):
        assert _findings(_concordance(english, [line.format(year) for line in french])) == findings


def test_the_year_of_a_resolution_may_be_left_out() -> None:
    english = [line.replace("71 (2029) and 80 (2030)", "71 and 80") for line in ENGLISH]
    assert _findings(_concordance(english, OTHERS["fr"])) == []


def test_a_verb_without_its_object_is_no_other_rendering() -> None:
    english, spanish = [*ENGLISH[:2]], [ENGLISH[0], "El Consejo del Litoral,"]
    for number in range(4):
        english.append(f"Expressing concern at the {number + 20} storms of the bay,")
        concern = "gran y urgente preocupación" if number == 2 else "preocupación"
        spanish.append(f"Expresando {concern} por las {number + 20} tormentas de la bahía,")
    concordance = _concordance(
        [*english, "1. Decides to meet."], [*spanish, "1. Decide reunirse en la bahía."]
    )
    assert _findings(concordance) == []


@pytest.mark.parametrize(
    ("symbols", "is_two"),
    [
        (("LC/RES/91 (2031)", "LC/RES/91(2031)"), False),
        (("LC/RES/91 (2031)", "LC/RES/91"), False),
        (("LC/RES/91 (2031)", "LC/RES/92 (2031)"), True),
        (("LC/RES/91 (2031)", None), False),
    ],
)
def test_texts_of_two_symbols_are_compared_with_a_warning(
    tmp_path: Path, symbols: tuple[str, str | None], is_two: bool
) -> None:
    paths = []
    for name, symbol, lines in zip("ef", symbols, (ENGLISH, OTHERS["fr"]), strict=True):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text("\n\n".join([*filter(None, [symbol]), *lines]) + "\n", "utf-8")
    done = resdiff("compare", *paths)
    assert ("their symbols say that these are two texts" in done.err) is is_two
    assert "7 pairs of paragraphs" in done.out


def _with_votes(*tallies: tuple[int, int, int] | None) -> Concordance:
    one, two = _text(ENGLISH), _text(OTHERS["fr"])
    votes = [
        Vote(manner="recorded", in_favour=tally[0], against=tally[1], abstaining=tally[2]) if tally else None
        for tally in tallies
    ]
    return concord(replace(one, vote=votes[0]), replace(two, vote=votes[1]), None, None)


def test_another_vote_is_a_finding_of_the_whole_text_in_each_format() -> None:
    concordance = _with_votes((13, 0, 2), (15, 0, 0))
    assert [(one.kind, one.first, one.second) for one in concordance.findings] == [
        ("vote", "13-0-2", "15-0-0")
    ]
    assert concordance.differs
    rows = list(csv.reader(io.StringIO("".join(concordance_csv(concordance)))))
    assert rows[1] == ["", "", "vote", "13-0-2", "15-0-0"]
    assert "vote: 13-0-2 | 15-0-0" in "".join(concordance_text(concordance, 80, False))
    (finding,) = json.loads("".join(concordance_json(concordance)))["findings"]
    assert finding == {"kind": "vote", "first": "13-0-2", "second": "15-0-0"}


@pytest.mark.parametrize("second", [(13, 0, 2), None])
def test_the_same_vote_or_one_that_a_version_leaves_out_is_none(second: tuple[int, int, int] | None) -> None:
    assert _with_votes((13, 0, 2), second).findings == ()


def test_the_page_has_both_versions_side_by_side_and_leads_to_what_differs() -> None:
    concordance = sample_concordance()
    page = "".join(concordance_html(concordance))
    for text in (concordance.first, concordance.second):
        assert f'<td lang="{text.language}" dir="auto">{text.paragraphs[0].text}</td>' in page
    rows = [row for row in concordance.rows if row.findings]
    assert len(rows) == 3
    assert page.count("<tr id=") == len(concordance.rows)
    for row in rows:
        name = anchor(place_of(row, concordance))
        assert f'<tr id="{name}">' in page
        assert f'href="#{quote(name)}"' in page
        assert f"<mark>{row.findings[0].kind}</mark>" in page
    assert " / –" in page


def test_no_sign_of_a_text_acts_on_the_page() -> None:
    lines = [line.replace("the moles", "<b>&moles") for line in ENGLISH]
    page = "".join(concordance_html(_concordance(lines, OTHERS["fr"])))
    assert "&lt;b&gt;&amp;moles" in page
    assert "<b>" not in page
