"""Pages in HTML: whole in themselves, every change in them once, readable in both colour schemes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html

from resdiff.core.compare import Comparison, compare
from resdiff.core.history import follow
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.report.blame import blame_html
from resdiff.render.report.comparison import comparison_html
from resdiff.render.report.history import history_html
from resdiff.render.report.page import attribute_value, html_text
from resdiff.render.report.resolution import resolution_html
from resdiff.render.views.style import ages_of
from resdiff.workspace.reading import read, verbs_in
from resdiff.workspace.texts import parse_bytes
from tests.cli.running import assert_trouble, resdiff
from tests.conftest import ROOT
from tests.making import OPERATIVE, PREAMBLE, made, resolutions, revisions


def _page(pieces: Iterator[str]) -> html.HtmlElement:
    return html.document_fromstring("".join(pieces))


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _side(page: html.HtmlElement, k: int) -> list[str]:
    """The readings of one side: of articles with two sides their k-th, of unchanged ones the only one."""
    results = []
    for article in page.iterfind(".//section[@aria-labelledby='changes']//article"):
        sides = article.xpath("./div[@class='sides']/div") or [article.find("./div[@class='both']")] * 2
        for reading in sides[k].iterfind("p"):
            for number in reading.find_class("num"):
                number.drop_tree()
            results.append(_text(reading))
    return results


@given(revisions())
@settings(max_examples=30)
def test_both_texts_stand_in_the_page(pair: tuple[str, str]) -> None:
    one, two = map(parse, pair)
    page = _page(comparison_html(compare(one, two)))
    assert _side(page, 1) == [p.text for p in two.paragraphs]
    assert sorted(_side(page, 0)) == sorted(p.text for p in one.paragraphs)


def test_readings_of_splits_and_merges_stand_as_paragraphs(samples: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    kinds = set()
    for base, revised in pairwise(files):
        comparison = compare(read(base), read(revised))
        kinds |= {change.kind for change in comparison.changes}
        page = _page(comparison_html(comparison))
        assert _side(page, 1) == [p.text for p in comparison.revised.paragraphs]
    assert {"split", "merged"} <= kinds


def _demo() -> Comparison:
    files = sorted((ROOT / "samples" / "coastal-fund").glob("*.txt"))
    return compare(read(files[1]), read(files[2]))


def test_every_link_has_its_target_and_every_name_stands_once() -> None:
    for pieces in (comparison_html(_demo()), *_histories()):
        page = _page(pieces)
        names = page.xpath("//@id")
        assert len(names) == len(set(names))
        for target in page.xpath("//@href[starts-with(., '#')]"):
            assert target[1:] in names


def _histories() -> tuple[Iterator[str], Iterator[str]]:
    history = follow(read(path) for path in sorted((ROOT / "samples" / "coastal-fund").glob("*.txt")))
    return history_html(history, history.threads, "coastal-fund"), blame_html(history)


def test_every_paragraph_of_either_text_has_an_address(samples: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    for base, revised in pairwise(files):
        comparison = compare(read(base), read(revised))
        names = set(_page(comparison_html(comparison)).xpath("//@id"))
        assert {p.id for p in comparison.revised.paragraphs} <= names
        assert {f"base-{p.id}" for p in comparison.base.paragraphs} <= names


def test_dropped_paragraphs_stand_under_the_part_they_had() -> None:
    annex = "Annex\n\nRules of the keepers\n\n1. The keepers meet twice a year.\n"
    page = _page(comparison_html(compare(made(tail=annex), made())))
    results = page.xpath("//section[@aria-labelledby='changes']/*[self::h3 or self::article]")
    reported = [_text(element) if element.tag == "h3" else element.get("id") for element in results]
    assert reported[reported.index("Annex") :][-1] == "base-annex.OP1"


def test_the_ledger_names_every_verb_that_changed() -> None:
    comparison = _demo()
    rows = _page(comparison_html(comparison)).xpath("//section[@aria-labelledby='verbs']//tbody/tr")
    shifts = [shift for change in comparison.changes for shift in change.verbs if shift.change != "kept"]
    assert [row.xpath("string(td[1])").split()[1] for row in rows] == [
        shift.shift or shift.change for shift in shifts
    ]
    weakened = next(row for row in rows if "Encourages" in row.text_content())
    assert weakened.xpath("td/a/@href") == ["#OP4"]


def test_verbs_are_marked_where_they_stand() -> None:
    page = _page(comparison_html(_demo()))
    edited = page.get_element_by_id("OP4")
    assert [(_text(i), i.get("class")) for i in edited.iter("i")] == [
        ("Calls upon", "turned weakened"),
        ("Encourages", "turned weakened"),
    ]
    assert [_text(i) for i in page.get_element_by_id("PP1").iter("i")] == ["Guided by"]


def test_votes_stand_side_by_side(samples: Path) -> None:
    one, two = (read(path) for path in sorted(samples.glob("coastal-fund/*.txt"))[2:])
    comparison = compare(one, two)
    table = _page(comparison_html(comparison)).xpath("//section[@aria-labelledby='vote']")[0]
    assert comparison.changed_sides
    for change in comparison.changed_sides:
        assert change.name in [_text(name) for name in table.iter("del")]
        assert change.name in [_text(name) for name in table.iter("ins")]


def test_a_page_is_whole_in_itself_and_always_the_same() -> None:
    reported = "".join(comparison_html(_demo()))
    assert reported == "".join(comparison_html(_demo()))
    assert not re.search(r"\s(?:src|srcset)=|@import|url\(", reported)
    assert not re.search(r"https?://", reported)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', reported)
    assert policy is not None
    for element in ("style", "script"):
        content = re.search(rf"<{element}[^>]*>(.*?)</{element}>", reported, re.DOTALL)
        assert content is not None
        assert f"'sha256-{b64encode(sha256(content[1].encode()).digest()).decode()}'" in policy[1]


def test_a_choice_is_shown_unfolded_and_said_so() -> None:
    reported = "".join(comparison_html(_demo().only("weakened")))
    assert "This page shows only the selected changes." in reported
    page = _page(iter([reported]))
    assert page.xpath("//section[@aria-labelledby='changes']//article/@id") == ["OP4", "OP10"]
    assert not page.xpath("//details[@class='same']")
    assert not page.xpath("//*[@class='map']")
    assert "No verb came" not in "".join(comparison_html(_demo().only("title")))


def test_control_characters_are_shown() -> None:
    assert html_text("a\x1b[31m<b>\u202e") == "a␛[31m&lt;b&gt;\ufffd"
    assert attribute_value("\"'<>\x00") == '"&quot;&#x27;&lt;&gt;␀"'
    text = made(preamble=PREAMBLE, operative=(*OPERATIVE[:2], "Requests \x1b\x07 all to light the mole;"))
    for pieces in (comparison_html(compare(made(), text)), resolution_html(text, None)):
        assert not [sign for sign in "".join(pieces) if sign < " " and sign != "\n"]


@given(resolutions())
@settings(max_examples=30)
def test_a_text_comes_back_out_of_its_page(source: str) -> None:
    text = parse(source)
    again = parse_bytes("".join(resolution_html(text, verbs_in(text))).encode(), "it", "it")
    assert _facts(again) == _facts(text)


def test_the_samples_come_back_out_of_their_pages(samples: Path) -> None:
    for path in sorted(samples.glob("*/*.txt")):
        text = read(path)
        again = parse_bytes("".join(resolution_html(text, verbs_in(text))).encode(), "it", "it")
        assert _facts(again) == _facts(text), path
        assert again.masthead == text.masthead
        assert again.vote == text.vote
        assert not compare(text, again).has_change
        assert [(m.mark, m.paragraph) for m in again.matter if m.kind == "footnote"] == [
            (m.mark, m.paragraph) for m in text.matter if m.kind == "footnote"
        ]


def _facts(text: Resolution) -> list[tuple[object, ...]]:
    return [(p.id, p.part, p.label, p.level, p.parent, p.text, p.marks) for p in text.paragraphs]


_PAIRS = (
    "ink/paper ink/panel faint/paper faint/panel link/paper gone/gone-paper come/come-paper gone/paper"
    " come/paper come/gone-paper gone/come-paper edited/paper moved/paper joined/paper found-ink/found"
    " ink/age-1 ink/age-2 ink/age-3 ink/age-4 ink/age-5 ink/age-6 edited/gone-paper edited/come-paper"
    " paper/link"
).split()


@pytest.mark.parametrize("pair", _PAIRS)
@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_can_be_told_apart(scheme: str, pair: str) -> None:
    """Contrast of letters as WCAG 2.2 wants it (1.4.3): 4.5 to 1 at least."""
    style = (ROOT / "resdiff" / "render" / "report" / "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", blocks[0]))
    if scheme != "light":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", blocks[1 if scheme == "dark" else 2]))
    one, two = sorted((_luminance(colours[name]) for name in pair.split("/")), reverse=True)
    assert (one + 0.05) / (two + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    signs = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(signs[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_history_has_a_cell_a_version_and_a_row_a_paragraph() -> None:
    history = follow(read(path) for path in sorted((ROOT / "samples" / "coastal-fund").glob("*.txt")))
    page = _page(history_html(history, history.threads, "coastal-fund"))
    rows = page.xpath("//section[@aria-labelledby='paragraphs']//tbody/tr")
    assert len(rows) == len(history.threads)
    assert all(len(row.findall("td")) == 4 for row in rows)
    bars = page.xpath("//section[@aria-labelledby='ages']//*[name()='rect']")
    shares = [history.shares(k) for k in range(4)]
    assert len(bars) == sum(map(len, shares))
    assert _text(page.find(".//title")) == "coastal-fund: through 4 versions"
    blamed = [_text(p) for p in page.xpath("//div[@class='blame']/p")]
    assert len(blamed) == len(history.versions[-1].paragraphs)


def test_the_commands_write_pages(samples: Path, tmp_path: Path) -> None:
    files = sorted(samples.glob("coastal-fund/*.txt"))
    for command, wanted in (("compare", 1), ("history", 0), ("blame", 0)):
        target = tmp_path / f"{command}.html"
        assert resdiff(command, *files[2:], "-q", "-o", target).status == wanted
        reported = target.read_text("utf-8")
        assert reported.startswith("<!DOCTYPE html>\n")
        assert reported.endswith("</html>\n")
    done = resdiff("show", files[3], "--format", "html")
    assert done.out.startswith("<!DOCTYPE html>\n")
    assert_trouble(
        resdiff("lineages", "-o", tmp_path / "a.html", "--store", tmp_path / "none.db"),
        "this command cannot write",
    )


def test_ages_go_by_words_and_not_by_versions() -> None:
    assert ages_of({0: 10, 60: 700, 67: 80, 68: 130}, 69)[60:] == [2, 2, 2, 2, 2, 2, 2, 4, 5]
    assert ages_of({0: 10, 60: 700, 68: 130}, 69, since=60)[60] == 0
    assert ages_of({3: 12}, 5) == [0] * 5
    assert ages_of({}, 2) == [0, 0]


def test_rows_of_a_table_go_with_the_part_around_them(tmp_path: Path) -> None:
    base = "<h1>Plan</h1><p>1. Decides to spend:</p><table><tr><td>Boats</td><td>2</td></tr></table>"
    paths = [tmp_path / name for name in ("one.html", "two.html")]
    for path, count in zip(paths, ("2", "5"), strict=True):
        path.write_text(base.replace("<td>2</td>", f"<td>{count}</td>"), encoding="utf-8")
    comparison = compare(read(paths[0]), read(paths[1]))
    assert "table" in {p.part for p in comparison.revised.paragraphs}
    page = _page(comparison_html(comparison))
    assert [_text(h) for h in page.xpath("//section[@aria-labelledby='changes']/h3")] == ["Operative part"]
    assert _side(page, 1)[-1] == "Boats | 5"
