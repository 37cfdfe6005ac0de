"""Two texts -> Comparison, and its laws."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from resdiff.core.compare import CompareOptions, Comparison, compare
from resdiff.core.compare.words import CHOICES, choice_words, read_choice
from resdiff.core.errors import UsageError
from resdiff.core.parse import parse
from resdiff.core.worddiff import WordOptions
from tests.making import OPERATIVE, PREAMBLE, made, resolutions, revisions, text_of


def assert_laws(comparison: Comparison) -> None:
    """Every paragraph in one change; both readings rebuilt; the summary counts."""
    for side, other in (("base", "insert"), ("revised", "delete")):
        paragraphs = getattr(comparison, side).paragraphs
        places = [k for change in comparison.changes for k in getattr(change, side)]
        assert sorted(places) == list(range(len(paragraphs)))
        for change in comparison.changes:
            if change.edits:
                reading = " ".join(paragraphs[k].text for k in getattr(change, side))
                assert "".join(e.text for e in change.edits if e.kind != other) == reading
    order = [change.revised[0] for change in comparison.changes if change.revised]
    assert order == sorted(order)
    kinds = Counter(change.kind for change in comparison.changes)
    for kind, count in kinds.items():
        assert getattr(comparison.summary, kind) == count


@given(revisions())
def test_the_laws_of_a_comparison(texts: tuple[str, str]) -> None:
    assert_laws(compare(parse(texts[0]), parse(texts[1])))


@given(resolutions())
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    comparison = compare(parse(text), parse(text))
    assert not comparison.has_change
    assert {change.kind for change in comparison.changes} == {"unchanged"}


@given(revisions())
def test_the_other_way_round_added_and_dropped_swap(texts: tuple[str, str]) -> None:
    base, revised = parse(texts[0]), parse(texts[1])
    there, back = compare(base, revised).summary, compare(revised, base).summary
    assert (there.added, there.dropped) == (back.dropped, back.added)


def reasons_between(one: str, two: str) -> tuple[str, tuple[str, ...]]:
    change = compare(made(operative=[one]), made(operative=[two])).changes[-1]
    return change.kind, change.reasons


@pytest.mark.parametrize(
    ("one", "two", "kind", "reasons"),
    [
        ("Requests ports to act at once;", "Requests ports to act at last;", "edited", ("substantive",)),
        ("Requests ports to act now;", "Requests ports to act, now;", "edited", ("punctuation",)),
        ("Requests ports to act;", "Also requests ports to act;", "unchanged", ("ordering",)),
        ("Requests ports to be lit;", "Requests ports to be further lit;", "edited", ("substantive",)),
        ("Requests the “ports” to act;", 'Requests the "ports" to act;', "unchanged", ("typography",)),
        (
            "Requests ports to act in the long-term;",
            "Requests ports to act in the long‑term.",
            "unchanged",
            ("typography",),
        ),
        ("Requests ports to [act];", "Requests ports to act;", "edited", ("bracket",)),
        ("Requests ports to [act] now;", "Requests ports to [act soon] now;", "edited", ("substantive",)),
        (
            "Requests a report at its ninth session;",
            "Requests a report at its tenth session;",
            "edited",
            ("roll-over",),
        ),
        (
            "Recalls its resolution 9/14 of 6 March 2028;",
            "Recalls its resolution 11/6 of 4 May 2030;",
            "edited",
            ("roll-over",),
        ),
        (
            "Recalls its resolutions 7/2 of 4 May 2026 and 9/14 of 6 March 2028;",
            "Recalls its resolution 9/14 of 6 March 2028;",
            "edited",
            ("substantive",),
        ),
        (
            "Recalls its resolutions 7/2 of 4 May 2026, 9/14 of 6 March 2028 and 11/6 of 4 May 2030;",
            "Recalls its resolutions 7/2 of 4 May 2026 and 11/6 of 4 May 2030;",
            "edited",
            ("substantive",),
        ),
        (
            "Recalls its resolution 9/14 of 6 March 2028 on ports;",
            "Recalls its resolution 9/15 of 6 March 2028 on ports;",
            "edited",
            ("substantive",),
        ),
        (
            "Requests a report at its ninth session;",
            "Requests a report at its session;",
            "edited",
            ("substantive",),
        ),
        (
            "Recalls document LA/12/31 on ports;",
            "Recalls document LA/13/18 on ports;",
            "edited",
            ("roll-over",),
        ),
        (
            "Requests ports to keep 10 miles off;",
            "Requests ports to keep 5 miles off;",
            "edited",
            ("substantive",),
        ),
        (
            "Requests ports to restore one tenth of it;",
            "Requests ports to restore one fifth of it;",
            "edited",
            ("substantive",),
        ),
        ("Notes the 3-year plan;", "Notes the 5-year plan;", "edited", ("substantive",)),
        ("Decides to spend 1,250 dollars;", "Decides to spend 1,300 dollars;", "edited", ("substantive",)),
        ("Recalls paragraph 3 of its rules;", "Recalls paragraph 4 of its rules;", "edited", ("roll-over",)),
    ],
)
def test_reasons_tell_substance_from_what_is_none(
    one: str, two: str, kind: str, reasons: tuple[str, ...]
) -> None:
    assert reasons_between(one, two) == (kind, reasons)


def test_renumbering_alone_does_not_make_a_paragraph_edited() -> None:
    comparison = compare(
        made(operative=OPERATIVE), made(operative=["Adopts the rules of the board of the Fund;", *OPERATIVE])
    )
    last = comparison.changes[-1]
    assert (last.kind, last.renumbered, last.reasons) == ("unchanged", True, ("numbering",))
    assert comparison.summary.renumbered == len(OPERATIVE)


def test_points_that_get_or_lose_numbers_are_renumbered() -> None:
    bare = "The Littoral Assembly,\n\nRecalling the tides,\n\nUrges ports to rest."
    there = compare(parse(bare), parse(bare.replace("Urges", "1. Urges")))
    assert [(c.kind, c.renumbered) for c in there.changes] == [("unchanged", False), ("unchanged", True)]
    # what goes from the preamble to the operative part gets its number by that
    moved = compare(made(preamble=["Urges ports to rest,"]), made(operative=["Urges ports to rest,"]))
    assert not any(change.renumbered for change in moved.changes)


def test_a_footnote_mark_alone_is_a_reason_and_no_edit() -> None:
    tail = "____________________\n1 LA/12/31."
    one = made(["Recalling the Convention on the Shore,1"], tail=tail)
    two = made(
        ["Recalling the Convention on the Shore,"],
        ["Takes note of the Convention on the Shore;1", *OPERATIVE],
        tail=tail,
    )
    first = compare(one, two).changes[0]
    assert (first.kind, first.reasons) == ("unchanged", ("footnote",))


def test_title_sponsors_and_footnotes_that_changed_are_told() -> None:
    head = "Arvenia and Dorvia: draft resolution\n\n12/... Fund for the {}"
    one = made(
        ["Recalling the Convention,1"], head=head.format("marshes"), tail="____________________\n1 LA/12/31."
    )
    two = made(
        ["Recalling the Convention,1"],
        head=head.format("shores").replace("and Dorvia", "and Galdria"),
        tail="____________________\n1 LA/12/31 and Corr.1.",
    )
    comparison = compare(one, two)
    assert [change.kind for change in comparison.matter_changes] == ["title", "sponsors", "footnote"]
    assert comparison.matter_changes[-1].paragraph == "PP1"
    assert comparison.has_change


def test_symbol_and_date_alone_are_no_change() -> None:
    one = made(head="LA/RES/12/9\n\n3 May 2031\n\n12/9. Fund")
    two = made(head="LA/RES/13/4\n\n4 May 2032\n\n13/4. Fund")
    assert not compare(one, two).has_change


def test_who_changed_sides_is_told_by_name() -> None:
    record = (
        "[Adopted by a recorded vote of 1 to 1, with 1 abstention. The voting was as follows:\n\n"
        "In favour:\n{}\n\nAgainst:\n{}\n\nAbstaining:\n{}]"
    )
    comparison = compare(
        made(tail=record.format("Arvenia", "Dorvia", "Estmark")),
        made(tail=record.format("Dorvia", "Arvenia", "Estmark")),
    )
    assert [(c.name, c.base, c.revised) for c in comparison.changed_sides] == [
        ("Arvenia", "in_favour", "against"),
        ("Dorvia", "against", "in_favour"),
    ]
    assert not comparison.same_vote
    assert comparison.has_change


def test_two_languages_are_compared_without_verbs_and_with_a_warning() -> None:
    french = parse(
        "L'Assemblée du littoral,\n\nRappelant sa résolution 9/14 du 6 mars 2028 sur les marais de la"
        " mer,\n\n1. Demande à tous les membres de contribuer au Fonds dans la mesure de leurs moyens et sans"
        " délai;\n"
    )
    comparison = compare(made(), french)
    assert any("different languages" in w for w in comparison.warnings)
    assert all(not change.verbs for change in comparison.changes)


def test_a_pair_too_large_for_words_is_warned_of() -> None:
    comparison = compare(
        made(operative=["Requests ports and keepers of lights to act at once;"]),
        made(operative=["Requests ports and keepers of lights to wait for now;"]),
        CompareOptions(words=WordOptions(largest=1)),
    )
    assert any("too many changed words" in w for w in comparison.warnings)


def test_rows_are_plain_and_complete() -> None:
    comparison = compare(
        made(), made(operative=["Urges all members to contribute to the Fund;", *OPERATIVE[1:]])
    )
    rows = comparison.to_rows()
    assert len(rows) == len(comparison.changes)
    assert {type(value) for row in rows for value in row.values()} <= {str, int, float, bool, type(None)}
    edited = next(row for row in rows if row["kind"] == "edited")
    assert edited["verbs_replaced"] == "Calls upon > Urges: disputed"


def test_a_notebook_shows_an_escaped_table() -> None:
    shown = compare(made(PREAMBLE), made([*PREAMBLE, "Recalling <b>the</b> rules & ports,"]))._repr_html_()
    assert "&lt;b&gt;the&lt;/b&gt; rules &amp; ports" in shown
    assert "<b>" not in shown


def test_words_choose_changes_and_unknown_ones_are_refused() -> None:
    comparison = compare(
        parse(text_of()),
        parse(text_of(operative=["Urges all members to contribute to the Fund;", *OPERATIVE[1:]])),
    )
    assert [change.kind for change in comparison.only("disputed").changes] == ["edited"]
    assert all(choice_words(change) <= set(CHOICES) for change in comparison.changes)
    with pytest.raises(UsageError, match="bold"):
        read_choice("added,bold")
    with pytest.raises(UsageError):
        read_choice(" , ")


def test_a_bracket_round_a_number_is_no_renumbering() -> None:
    one = parse(text_of(operative=["Decides to act;"]).replace("1. Decides", "[1.] Decides"))
    change = compare(one, made(operative=["Decides to act;"])).changes[-1]
    assert (change.kind, change.renumbered, change.reasons) == ("edited", False, ("bracket",))
    assert [e.kind for e in change.edits] == ["equal"]


def test_a_vote_that_differs_in_names_alone_is_a_change() -> None:
    record = (
        "[Adopted by a recorded vote of 1 to 1, with 0 abstentions. The voting was as follows:\n\nIn"
        " favour:\n{}\n\nAgainst:\nGaldria]"
    )
    comparison = compare(made(tail=record.format("Arvenia")), made(tail=record.format("Dorvia")))
    assert not comparison.same_vote
    assert comparison.voters_in_base_only == ("Arvenia",)


def test_thousands_of_like_paragraphs_are_paired_in_order() -> None:
    texts = ["Recalling the same words again and again,", "Noting other words that are used here too,"]
    base, revised = made([texts[k % 2] for k in range(1200)]), made([texts[k % 3 == 0] for k in range(1200)])
    assert_laws(compare(base, revised))


def test_rows_tell_title_footnotes_and_sides_too() -> None:
    record = (
        "[Adopted by a recorded vote of 1 to 1, with 0 abstentions. The voting was as follows:\n\nIn"
        " favour:\n{}\n\nAgainst:\n{}]"
    )
    one = made(head="12/9. Fund for marshes", tail=record.format("Arvenia", "Dorvia"))
    two = made(head="12/9. Fund for shores", tail=record.format("Dorvia", "Arvenia"))
    rows = compare(one, two).to_rows()
    assert [row["kind"] for row in rows if row["kind"] != "unchanged"] == ["title", "vote", "vote"]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert [row["kind"] for row in compare(one, two).only("title").to_rows()] == ["title"]


def test_texts_with_hardly_a_paragraph_in_common_are_told() -> None:
    other = parse("bread\n\nmilk from the corner\n\nlamp oil\n\ntwo onions\n")
    assert compare(other, made()).warnings[-1].startswith("the texts have hardly a paragraph in common")
    assert compare(made(), made(operative=OPERATIVE[2:])).warnings == ()
    assert compare(parse(""), made()).warnings[-1:] != (
        "the texts have hardly a paragraph in common: they may not be versions of one text",
    )
