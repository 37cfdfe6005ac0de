"""Where a text begins: organ lines of every language, other closing marks, prose above the text."""

from __future__ import annotations

import pytest

from resdiff.core.model import Resolution
from resdiff.core.parse import parse

_ORGANS = {
    "fr": ("Le Conseil des rivages,", "Guidé par les principes du Pacte,", "Rappelant ses résolutions,"),
    "es": ("La Asamblea de las Costas,", "Guiada por los principios del Pacto,", "Recordando el informe,"),
    "ru": ("Совет Побережья,", "руководствуясь целями Пакта,", "ссылаясь на свои решения,"),
    "ar": ("إن مجلس السواحل،", "إذ يسترشد بمبادئ الميثاق،", "وإذ يشير إلى قراراته،"),
    "zh": ("海岸理事会，", "遵循公约的原则，", "回顾其各项决议，"),
    "de": (
        "Der Rat der Küsten,",
        "geleitet von den Grundsätzen des Paktes,",
        "in Bekräftigung des Berichts,",
    ),
}


def _organs(text: Resolution) -> list[str]:
    return [matter.text for matter in text.matter if matter.kind == "organ"]


@pytest.mark.parametrize("language", _ORGANS)
def test_short_paragraphs_behind_the_organ_line_are_paragraphs(language: str) -> None:
    lines = _ORGANS[language]
    text = parse("\n\n".join([*lines, "1. X x x x;", "2. Y y y y."]), language=language)
    assert _organs(text) == [lines[0]]
    assert [p.text for p in text.paragraphs[:2]] == list(lines[1:])
    assert {p.part for p in text.paragraphs[:2]} == {"preamble"}


def test_the_organ_is_known_by_its_name_below_other_lines_of_its_form() -> None:
    text = parse(
        "Genève, avenue du Port,\n\nLe Conseil des rivages,\n\nRappelant sa décision,\n", language="fr"
    )
    assert _organs(text) == ["Le Conseil des rivages,"]


def test_without_a_known_name_the_first_line_of_that_form_is_the_organ() -> None:
    text = parse(
        "Alþingi strandarinnar,\n\nsem minnist samþykktar sinnar,\n\n1. Ákveður að skila skýrslu.\n",
        language="is",
    )
    assert _organs(text) == ["Alþingi strandarinnar,"]
    assert [p.id for p in text.paragraphs] == ["PP1", "OP1"]


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("*The Littoral Assembly*,", "Littoral Assembly"),
        ("THE CONFERENCE OF THE KEEPERS", "CONFERENCE OF THE KEEPERS"),
        ("The Littoral Conference, meeting at its ninth session, 2031,", "Littoral Conference"),
        ("The Parties to this Compact,", "Parties to this Compact"),
        ("\ufeffThe Littoral Assembly,", "Littoral Assembly"),
    ],
)
def test_organ_lines_of_other_forms(organ: str, name: str) -> None:
    text = parse(f"{organ}\n\nRecalling its decision on lights;\n\n1. Urges keepers to report.\n")
    assert text.masthead.organ == name
    assert [p.id for p in text.paragraphs] == ["PP1", "OP1"]


@pytest.mark.parametrize(
    "preamble",
    [
        ("NOTING that lights guide ships;", "ALARMED by their decay;"),
        ("WHEREAS, the fee is low; and", "WHEREAS, the cost is high,"),
        ("1. RECALLING Article 3 of the Compact;", "2. AWARE of the decay of lights;"),
        ("Having undertaken a survey of the lights,", "Having read the log,"),
    ],
)
def test_a_preamble_without_organ_line_begins_the_text(preamble: tuple[str, str]) -> None:
    text = parse("\n\n".join(["Lights of the north", *preamble, "3. URGES keepers to report."]))
    assert [p.part for p in text.paragraphs] == ["preamble", "preamble", "operative"]
    assert text.paragraphs[1].text.endswith(preamble[1].split(". ")[-1])


def test_a_masthead_line_of_few_words_is_no_preamble() -> None:
    text = parse(
        "Noting the lights,\n\nThe Littoral Assembly,\n\nRecalling its decision,\n\n1. Urges rest.\n"
    )
    assert text.masthead.organ == "Littoral Assembly"
    assert [p.id for p in text.paragraphs] == ["PP1", "OP1"]


def test_a_name_over_a_numbering_that_goes_on_is_a_heading() -> None:
    text = parse(
        "The Littoral Assembly,\n\nRecalling its decision,\n\n1. Decides to meet;\n\nThe Committee\n\n"
        "2. Directs the Committee to report;\n\nThe Keepers,\n\n1. Decide to act.\n"
    )
    assert [p.id for p in text.paragraphs] == ["PP1", "OP1", "H1", "OP2", "2.OP1"]


def test_an_organ_line_below_a_preamble_begins_no_further_text() -> None:
    text = parse(
        "1. RECALLING Article 3 of the Compact;\n\nTHE CONFERENCE OF KEEPERS\n\n2. ADOPTS the guide.\n"
    )
    assert [p.id for p in text.paragraphs] == ["PP1", "OP2"]


def test_lines_that_all_end_in_closing_marks_are_paragraphs() -> None:
    lines = [*_ORGANS["ru"], "1. просит хранителей доложить;", "2. постановляет:", "a) собраться вновь."]
    text = parse("\n".join(lines), language="ru")
    assert [p.id for p in text.paragraphs] == ["PP1", "PP2", "OP1", "OP2", "OP2(a)"]


@pytest.mark.parametrize(("words", "is_text"), [(30, False), (31, True)])
def test_a_long_sentence_above_a_text_is_prose_though_it_names_a_session(words: int, is_text: bool) -> None:
    line = f"At its tenth special session the keepers agreed on {'lights ' * words}there."
    text = parse(f"{line}\n\nThe Littoral Assembly,\n\nRecalling its decision,\n\n1. Urges rest.")
    assert (text.paragraphs[0].id == "P1") == is_text


def test_prose_above_a_text_is_kept_and_counted_in_the_warning() -> None:
    prose = ["The keepers of the lights met in the harbour;", "They agreed on what follows below:"]
    text = parse("\n\n".join([*prose, "The Littoral Assembly,", "Recalling its decision,", "1. Urges rest."]))
    assert [(p.id, p.text) for p in text.paragraphs[:2]] == [("P1", prose[0]), ("P2", prose[1])]
    assert "2 blocks above the text were not recognized and are kept as P1 to P2" in text.warnings


@pytest.mark.parametrize(
    "line",
    ["* Reissued for technical reasons in May;", "[on the report of the keepers;]", "Done by 7 May 2031;"],
)
def test_notes_and_dates_above_a_text_are_no_prose(line: str) -> None:
    text = parse(f"{line}\n\nThe Littoral Assembly,\n\nRecalling its decision,\n\n1. Urges rest.\n")
    assert [p.id for p in text.paragraphs] == ["PP1", "OP1"]


def test_the_number_of_a_resolution_alone_on_a_line_is_no_page_number() -> None:
    pages = "".join(f"\n{k}/4\n\n{k}. Urges ports to light mole {k};\n" for k in range(1, 5))
    head = "The Littoral Assembly,\n\nRecalling its resolution\n{}\nof 6 May 2029,\n"
    cited = parse(head.format("73/89") + pages)
    assert cited.paragraphs[0].text == "Recalling its resolution 73/89 of 6 May 2029,"
    assert [p.text for p in cited.paragraphs[1:]] == [f"Urges ports to light mole {k};" for k in range(1, 5)]
    page = parse(head.format("2/89") + pages)  # an odd page number all the same
    assert page.paragraphs[0].text == "Recalling its resolution of 6 May 2029,"
    excerpt = parse(head.format("73/89") + "\n1. Urges ports to light the mole;\n")
    assert excerpt.paragraphs[0].text == "Recalling its resolution of 6 May 2029,"
