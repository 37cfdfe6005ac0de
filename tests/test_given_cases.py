"""The small inputs that once went wrong, each with its right value, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.core.compare import Change, Comparison, compare
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.verbs import verbs_of
from resdiff.workspace.reading import read


@pytest.fixture(scope="module")
def cases(shared: Path) -> Path:
    """The folder of the small inputs."""
    return shared / "cases"


def _compared(cases: Path, base: str, revised: str) -> Comparison:
    return compare(read(cases / base), read(cases / revised))


def _ids(text: Resolution, places: tuple[int, ...]) -> str:
    return "+".join(text.paragraphs[place].id for place in places)


def _fates(comparison: Comparison) -> list[str]:
    """What happened to each paragraph that changed: 'edited OP1 > OP2, moved'."""
    return [
        f"{change.kind} {_ids(comparison.base, change.base)} > {_ids(comparison.revised, change.revised)}"
        f"{', moved' if change.moved else ''}{', renumbered' if change.renumbered else ''}"
        for change in comparison.changes
        if change.counts
    ]


def _outcomes(change: Change) -> list[str]:
    return [
        f"{verb.outcome} {sense.sense.lemma}"
        for verb in change.verbs
        if (sense := verb.revised or verb.base) is not None
    ]


@pytest.mark.parametrize(
    ("file", "words", "others"),
    [
        ("world/organ-fr-a.txt", "Guidée", "Inspirée"),
        ("world/organ-es-a.txt", "Guiada", "Inspirada"),
        ("world/organ-ru-a.txt", "руководствуясь", "возмущаясь"),
        ("world/organ-ar-a.txt", "تسترشد", "ترفض"),
        ("world/organ-zh-a.txt", "遵循", "谴责"),
        ("world/fr-sc.txt", "Constatant", "Niant"),
        ("world/short-ru.txt", "ссылаясь", "возмущаясь"),
        ("world/en-md-organ-a.md", "Recalling", "Deploring"),
        ("world/en-organ-caps-a.txt", "RECALLING", "DEPLORING"),
        ("world/en-organ-semi-a.txt", "NOTING", "DENYING"),
        ("world/en-organ-numbered-a.txt", "AWARE", "UNAWARE"),
        ("world/en-organ-ilo-a.txt", "undertaken", "refused"),
        ("world/en-organ-parties-a.txt", "Being", "Ceasing"),
        ("world/en-organ-whereas-a.txt", "low", "high"),
        ("world/en-whereas-a.md", "$25", "$35"),
        ("world/en-pp-semicolon-a.txt", "155", "165"),
        ("world/zh-num2-a.txt", "1 250 000", "2 250 000"),
        ("world/zh-eaten-a.txt", "附件2", "附件3"),
        ("world/zh-eaten2-a.txt", "附件1", "附件2"),
        ("world/en-glued-a.txt", "CoP17", "CoP19"),
        ("world/en-glued-a.txt", "Agenda21", "Agenda31"),
        ("world/en-glued-a.txt", "Habitat3", "Habitat4"),
        ("world/en-num.txt", "1 250 000", "2 250 000"),
        ("world/fr-note-a.txt", "Agenda2063", "Agenda2064"),
        ("demand/mun.txt", "Belmark", "Bolmark"),
        ("demand/mun.txt", "Dornia", "Durnia"),
        ("world/mun-head-a.md", "Cordovia", "Corfovia"),
        ("world/mun-head-a.md", "Estria", "Istria"),
    ],
)
def test_no_change_of_words_is_silent(cases: Path, file: str, words: str, others: str) -> None:
    text = (cases / file).read_text("utf-8")
    comparison = compare(parse(text), parse(text.replace(words, others, 1)))
    assert words in text
    assert comparison.has_change


@pytest.mark.parametrize("name", ["Topic: Protection", "The Protection"])
def test_the_topic_of_a_draft_is_compared(cases: Path, name: str) -> None:
    file = "demand/mun.txt" if name.startswith("Topic") else "world/mun-head-a.md"
    text = (cases / file).read_text("utf-8")
    comparison = compare(parse(text), parse(text.replace(name, name.replace("Pro", "De"), 1)))
    assert [change.kind for change in comparison.matter_changes] == ["masthead"]


@pytest.mark.parametrize(
    ("base", "revised", "paragraphs"),
    [
        *((f"house/f1-{k}a.txt", f"house/f1-{k}b.txt", ["OP1"]) for k in range(1, 6)),
        ("truth/typo_a.txt", "truth/typo_b.txt", ["PP1", "OP1(a)", "OP2", "OP3", "OP4"]),
    ],
)
def test_signs_that_change_the_sense_are_edits(
    cases: Path, base: str, revised: str, paragraphs: list[str]
) -> None:
    comparison = _compared(cases, base, revised)
    edited = [change for change in comparison.changes if change.kind == "edited"]
    assert [_ids(comparison.revised, change.revised) for change in edited] == paragraphs
    assert {change.reasons for change in edited} == {("substantive",)}


def test_a_hyphen_within_one_word_is_typography(cases: Path) -> None:
    comparison = _compared(cases, "house/t1.txt", "house/t2.txt")
    assert (_fates(comparison), comparison.changes[1].reasons) == ([], ("typography",))


def test_another_header_of_a_page_is_listed(cases: Path) -> None:
    comparison = _compared(cases, "demand/h1.docx", "demand/h2.docx")
    assert [(c.kind, c.revised) for c in comparison.matter_changes] == [
        ("masthead", "MC/12/L.4/Rev.1 - FOR GENERAL DISTRIBUTION")
    ]


def test_sponsors_and_signatories_are_read(cases: Path) -> None:
    assert read(cases / "demand" / "mun.txt").masthead.sponsors == (
        "Arvonia",
        "Belmark",
        "Republic of Calder",
        "Dornia",
        "Eastmarch",
    )


@pytest.mark.parametrize(
    ("base", "revised", "fates"),
    [
        (
            "truth/grow_a.txt",
            "truth/grow_b.txt",
            ["edited PP1 > PP1", "edited OP1 > OP1", "edited OP2 > OP2", "edited OP3 > OP3"],
        ),
        (
            "truth/split_a.txt",
            "truth/split_b.txt",
            ["split OP1 > OP1+OP2", "dropped OP2 > ", "edited OP3 > OP3"],
        ),
        (
            "truth/part_a.txt",
            "truth/part_b.txt",
            [
                "edited OP1 > OP1",
                "added  > H1",
                "added  > H2",
                *(f"unchanged OP1-{k} > annex.OP{k}, moved" for k in (1, 2)),
            ],
        ),
        (
            "demand/n5a.txt",
            "demand/n5b.txt",
            [
                "edited OP2 > OP2",
                "added  > OP2(a)",
                "unchanged OP2(a) > OP2(b), renumbered",
                "unchanged OP2(b) > OP2(c), renumbered",
                "unchanged OP2(c) > OP2(d), renumbered",
            ],
        ),
        (
            "demand/me1.txt",
            "demand/me2.txt",
            [
                "edited OP3 > OP1, moved, renumbered",
                "unchanged OP1 > OP2, renumbered",
                "unchanged OP2 > OP3, renumbered",
            ],
        ),
        (
            "demand/n9a.txt",
            "demand/n9b.txt",
            [
                "edited OP2 > OP2",
                "edited OP3 > OP3",
                "added  > OP4",
                *(f"unchanged OP{k} > OP{k + 1}, renumbered" for k in (4, 5, 6)),
            ],
        ),
        (
            "demand/ul1.html",
            "demand/ul2.html",
            [f"unchanged OP2+{k} > OP2({sign}), renumbered" for k, sign in enumerate("abc", 1)],
        ),
    ],
)
def test_what_corresponds_is_linked(cases: Path, base: str, revised: str, fates: list[str]) -> None:
    there, back = _compared(cases, base, revised), _compared(cases, revised, base)
    assert _fates(there) == fates
    assert (there.summary.dropped, there.summary.added) == (back.summary.added, back.summary.dropped)


def test_a_verb_that_stands_in_a_part_of_a_split_is_not_dropped(cases: Path) -> None:
    comparison = _compared(cases, "truth/split_a.txt", "truth/split_b.txt")
    assert _outcomes(comparison["OP1"]) == ["kept condemn", "kept urge", "kept regret"]


def test_word_changes_in_the_data_are_true(cases: Path) -> None:
    comparison = _compared(cases, "demand/fd1.txt", "demand/fd2.txt")
    texts = [(edit.kind, edit.text) for edit in comparison["OP2"].edits if edit.kind != "equal"]
    assert texts == [
        ("delete", " requirements"),
        ("insert", " waste"),
        ("insert", " still"),
        ("insert", " public"),
    ]


def test_capitals_alone_are_no_substance(cases: Path) -> None:
    comparison = _compared(cases, "demand/n9a.txt", "demand/n6b.txt")
    text = (cases / "demand" / "n6b.txt").read_text("utf-8")
    lower = compare(parse(text.replace("Urges Member", "Urges member")), parse(text))
    assert lower["OP2"].reasons == ("capitals",)
    assert comparison["OP2"].reasons == ("capitals", "numbering")


def test_a_new_cadence_is_no_roll_over(cases: Path) -> None:
    comparison = _compared(cases, "truth/cadence_a.txt", "truth/cadence_b.txt")
    assert [change.reasons for change in comparison.changes] == [
        ("roll-over",),
        ("substantive", "cadence"),
        ("substantive", "cadence"),
    ]


@pytest.mark.parametrize(
    ("file", "ids"),
    [
        ("truth/annex_glued.txt", "OP1 H1 annex.P1 annex.OP1 annex.OP2"),
        ("truth/annex_long.txt", "OP1 H1 H2 annex.P1 annex.OP1 annex.OP2"),
        ("truth/heading_organ.txt", "PP1 H1 OP1 H2 OP2 OP3 H3 OP4"),
        ("truth/decl_a.txt", "OP1 OP2 OP3 OP4"),
        ("truth/decl_c.txt", "OP1 H1 2.P1 2.OP1 2.OP2 2.OP3 2.OP4 2.OP5"),
        ("truth/parts.txt", "PP1 OP1 H1 PP2 B.OP1 B.OP2"),
        ("truth/heading_long.txt", "PP1 H1 H2 OP1 H3 H4 OP2"),
        ("truth/target_numbers.txt", "PP1 OP1 OP1(9.1) OP1(9.2)"),
        ("truth/organ_nocomma.txt", "OP1"),
        ("truth/organ_glued.txt", "PP1 OP1 OP1(a) OP1(b)"),
        ("truth/single.txt", "OP1"),
        ("truth/single2.txt", "P1"),
        ("truth/single3.txt", "P1"),
        ("demand/mun.txt", "PP1 PP2 OP1 OP1(a) OP1(b) OP1(b)(i) OP1(b)(ii) OP2 OP3"),
        ("world/en-mun-lists.txt", "PP1 OP1 OP1(a) OP1(b) OP1(b)(i) OP1(b)(ii) OP2 OP3"),
        *(
            (
                f"world/{name}.txt",
                "PP1 PP2 PP3 PP4 PP5 PP6 OP1 OP2 OP3 OP3(a) OP3(b) OP3(b)(i) OP3(b)(ii) OP4 OP5",
            )
            for name in (
                "en-noblank fr-noblank es-noblank ru-noblank fr-wrapped es-wrapped ru-wrapped".split()
            )
        ),
        ("world/ar-lat-a.txt", "PP1 OP1 OP2"),
        ("world/en-organ-numbered-a.txt", "PP1 PP2 OP3 OP4"),
    ],
)
def test_paragraphs_have_the_ids_of_their_parts(cases: Path, file: str, ids: str) -> None:
    assert [p.id for p in read(cases / file).paragraphs] == ids.split()


@pytest.mark.parametrize(
    ("file", "title", "organ"),
    [
        ("truth/sc_title.txt", None, "The Security Council,"),
        ("truth/reissued.txt", None, "The Security Council,"),
        ("truth/organ_nocomma.txt", None, "The Lagoon Council"),
        ("truth/organ_glued.txt", None, "The Lagoon Council,"),
        ("truth/single.txt", "Report of the Warden", "The General Assembly"),
        ("truth/heading_organ.txt", None, "The Lagoon Council,"),
    ],
)
def test_titles_and_organ_lines(cases: Path, file: str, title: str | None, organ: str) -> None:
    text = read(cases / file)
    assert (text.masthead.title, [m.text for m in text.matter if m.kind == "organ"]) == (title, [organ])


def test_a_part_has_a_symbol_with_its_letter(cases: Path) -> None:
    text = (cases / "truth" / "parts.txt").read_text("utf-8")
    part = parse(
        text.replace("77/128. Questions", "77/128 B. Questions").replace("\nA\nReeds in", "\nReeds in")
    )
    assert part.masthead.symbol == "A/RES/77/128 B"


@pytest.mark.parametrize(
    ("file", "verbs"),
    [
        (
            "truth/rest.txt",
            {
                "OP1": "welcome request",
                "OP2": "encourage invite",
                "OP3": "note request",
                "OP4": "support encourage",
                "OP5": "urge invite",
                "OP6": "welcome encourage",
                "OP7": "deplore demand",
                "OP8(a)": "request",
                "OP9": "demand demand urge",
                "OP11": "call upon encourage",
                "OP12": "condemn demand",
                "OP13": "be concerned urge",
                "OP14": "deprecate",
            },
        ),
        ("truth/decl_a.txt", {"OP2": "urge", "OP3": "request", "OP4": "welcome"}),
        ("truth/decl_c.txt", {"2.OP1": "urge", "2.OP3": "recognize decide", "2.OP5": "invite"}),
        ("truth/prst.txt", {"P3": "reaffirm concern welcome call upon", "P4": "request"}),
        ("truth/single3.txt", {"P1": "decide request"}),
        (
            "world/en-caps-inner.txt",
            {"OP1": "take note endorse", "OP2": "recall decision reiterate call upon"},
        ),
    ],
)
def test_the_verbs_of_a_paragraph(cases: Path, file: str, verbs: dict[str, str]) -> None:
    text, lexicon = read(cases / file), find_lexicon("en")
    assert lexicon is not None
    assert {
        name: " ".join(verb.sense.lemma for verb in verbs_of(text[name], lexicon)) for name in verbs
    } == verbs


@pytest.mark.parametrize(
    ("base", "revised", "expected"),
    [
        (
            "truth/pol_a.txt",
            "truth/pol_b.txt",
            {
                "OP3": ["kept request"],
                "OP4": ["weakened condemn"],
                "OP5": ["strengthened welcome with appreciation"],
                "OP6": ["equal reiterate concern"],
                "OP7": ["kept take note", "kept welcome", "strengthened urge"],
            },
        ),
        (
            "truth/decl_a.txt",
            "truth/decl_b.txt",
            {"OP2": ["weakened encourage"], "OP3": ["weakened invite"], "OP4": ["weakened take note"]},
        ),
    ],
)
def test_verbs_that_go_up_or_down(
    cases: Path, base: str, revised: str, expected: dict[str, list[str]]
) -> None:
    comparison = _compared(cases, base, revised)
    assert {name: _outcomes(comparison[name]) for name in expected} == expected


def test_hedges_put_into_standing_sentences(cases: Path) -> None:
    comparison = _compared(cases, "truth/h1a.txt", "truth/h1b.txt")
    assert [[hedge.phrase for hedge in change.hedges] for change in comparison.changes[1:]] == [
        ["as appropriate", "to consider"],
        ["to endeavour", "within existing resources"],
        ["subject to national legislation", "to consider"],
        ["subject to the availability of", "where feasible"],
    ]
    kinds = [{signal.kind for signal in signals} for signals in comparison.signals()[1:]]
    assert all("hedged" in signals for signals in kinds)


@pytest.mark.parametrize(
    ("paragraph", "signal"), [("OP1", "negated"), ("OP2", "modal"), ("OP3", "addressee")]
)
def test_changes_of_force_beside_the_verb(cases: Path, paragraph: str, signal: str) -> None:
    comparison = _compared(cases, "truth/pol_a.txt", "truth/pol_b.txt")
    place = comparison.changes.index(comparison[paragraph])
    assert [one.kind for one in comparison.signals()[place]] == [signal]
