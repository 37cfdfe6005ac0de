"""Tracked changes of OpenDocument texts: accepted, rejected, shown, with their authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from resdiff.readers.changes import Changes
from resdiff.readers.formats import has_tracked_changes, read_source
from tests.cli.running import resdiff
from tests.documents import ODF, odt

_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/></text:list-style>'
)


def _p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def _region(number: str, kind: str, content: str = "", author: str = "Norland") -> str:
    info = f"<office:change-info><dc:creator>{author}</dc:creator><dc:date>2031-02-03</dc:date>{_p('agreed')}"
    return (
        f'<text:changed-region text:id="{number}"><text:{kind}>{info}</office:change-info>{content}'
        f"</text:{kind}></text:changed-region>"
    )


def _text(body: str, *regions: str) -> bytes:
    """A text with changed regions; names of Dublin Core stand in for any others."""
    changes = f'<text:tracked-changes xmlns:dc="http://purl.org/dc/elements/1.1/">{"".join(regions)}</text:tracked-changes>'
    return odt(changes + body, _LIST)


def _in(number: str, text: str) -> str:
    return f'<text:change-start text:change-id="{number}"/>{text}<text:change-end text:change-id="{number}"/>'


def _out(number: str) -> str:
    return f'<text:change text:change-id="{number}"/>'


def _items(*texts: str) -> str:
    items = "".join(f"<text:list-item>{_p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L">{items}</text:list>'


_WORDS = _text(
    _p(f"Urges {_in('1', 'all ')}ports{_out('2')} to act;"),
    _region("1", "insertion"),
    _region("2", "deletion", _p(" and keepers"), "Sudmark"),
)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ("accept", "Urges all ports to act;"),
        ("reject", "Urges ports and keepers to act;"),
        ("both", "Urges {+all +}ports[- and keepers-] to act;"),
    ],
)
def test_words_are_accepted_rejected_or_shown(changes: Changes, text: str) -> None:
    assert read_source(_WORDS, "a text", changes).text.strip() == text


def test_the_accepted_text_says_whose_changes_are_pending() -> None:
    (warning,) = read_source(_WORDS, "a text").warnings
    assert warning == "2 tracked changes by Norland and Sudmark are read as accepted"
    assert read_source(_WORDS, "a text", "reject").warnings == ()
    assert has_tracked_changes(_WORDS, "a text")
    assert not has_tracked_changes(_text(_p("Urges ports to act;")), "a text")


@pytest.mark.parametrize(
    ("body", "regions", "text"),
    [
        (  # an item that was put in, its end of paragraph with it
            _items(
                'Light the mole;<text:change-start text:change-id="1"/>',
                'Paint it;<text:change-end text:change-id="1"/>',
                "Count the boats.",
            ),
            (_region("1", "insertion"),),
            "1. Light the mole;\n\n2. Count the boats.",
        ),
        (  # an item that was put in before another
            _items(
                "Light the mole;",
                '<text:change-start text:change-id="1"/>Paint it;',
                '<text:change-end text:change-id="1"/>Count the boats.',
            ),
            (_region("1", "insertion"),),
            "1. Light the mole;\n\n2. Count the boats.",
        ),
        (  # an item that was taken out
            _items("Light the mole;", f"{_out('1')}Count the boats."),
            (_region("1", "deletion", _items("Paint it;", "")),),
            "1. Light the mole;\n\n2. Paint it;\n\n3. Count the boats.",
        ),
        (  # an end of paragraph that was taken out
            _p(f"Light the mole; {_out('1')}count the boats."),
            (_region("1", "deletion", _p("") + _p("")),),
            "Light the mole;\n\ncount the boats.",
        ),
        (  # what was put in, and what was taken out within it, stood before in neither
            _p("Light " + _in("1", f"paint{_out('2')} ") + "the mole."),
            (_region("1", "insertion"), _region("2", "deletion", _p(" all"))),
            "Light the mole.",
        ),
    ],
)
def test_paragraphs_stand_as_before_where_changes_are_rejected(
    body: str, regions: tuple[str, ...], text: str
) -> None:
    assert read_source(_text(body, *regions), "a text", "reject").text.strip() == text


def test_a_note_that_was_put_in_is_left_out_and_one_that_was_taken_out_stands() -> None:
    note = (
        "<text:note><text:note-citation>{0}</text:note-citation><text:note-body>"
        "<text:p>See chart {0}.</text:p></text:note-body></text:note>"
    )
    data = _text(
        _p(f"Light{_in('1', note.format(1))} the mole{_out('2')}."),
        _region("1", "insertion"),
        _region("2", "deletion", _p(note.format(2))),
    )
    assert "See chart 1." in read_source(data, "a text").text
    rejected = read_source(data, "a text", "reject").text
    assert rejected.startswith("Light the mole²."), rejected
    assert "See chart 2." in rejected
    assert "See chart 1." not in rejected


def test_an_end_of_line_in_the_file_is_a_blank() -> None:
    assert read_source(_text(_p("Light\n  the mole.")), "a text").text.strip() == "Light the mole."


def test_compare_tells_who_proposed_what(tmp_path: Path) -> None:
    path = tmp_path / "draft.odt"
    path.write_bytes(_WORDS)
    done = resdiff("compare", str(path), "--format", "json")
    assert done.status == 1
    assert '"by":"Norland"' in done.out.replace(" ", "")
    assert '"by":"Sudmark"' in done.out.replace(" ", "")


def test_a_deletion_that_holds_itself_is_read_once() -> None:
    data = _text(_p(f"Light {_out('1')}"), _region("1", "deletion", _p(f"the mole {_out('1')}{_out('1')}")))
    assert read_source(data, "a text", "reject").text.strip() == "Light the mole"


def test_comments_stand_beside_the_text_with_their_authors() -> None:
    space = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    note = f"<office:annotation {space}><dc:creator>Ada</dc:creator>{_p('why?')}</office:annotation>"
    source = read_source(_text(_p(f"Urges{note} ports to act;")), "a.odt")
    assert "1 comment by Ada beside the text: show them by resdiff show -f json" in source.warnings
    (comment,) = [block for block in source.blocks or () if block.kind == "comment"]
    assert source.text[slice(*comment.spans[0])] == "Ada: why?"
    assert "Urges ports to act;" in source.text


def test_a_paragraph_that_is_struck_through_by_its_style_is_taken_out() -> None:
    looks = '<style:text-properties style:text-line-through-style="solid"/>'
    style = f'<style:style style:name="P" style:family="paragraph">{looks}</style:style>'
    body = f'{_p("Urges ports to act;")}<text:p text:style-name="P">Decides to wait;</text:p>'
    data = odt(body, style)
    assert "Decides" not in read_source(data, "a.odt").text
    assert "Decides to wait;" in read_source(data, "a.odt", "reject").text
    assert "[-Decides to wait;-]" in read_source(data, "a.odt", "both").text
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>LA/1.</text:p>"
        "</text:note-body></text:note>"
    )
    span = '<text:span text:style-name="P">wait</text:span>'
    inner = odt(body.replace("wait", f"{span}{note}") + '<text:p text:style-name="P"> </text:p>', style)
    accepted = read_source(inner, "a.odt")
    assert "LA/1" not in accepted.text
    assert any("1 marked change is" in warning for warning in accepted.warnings)
    assert "[-Decides to wait" in read_source(inner, "a.odt", "both").text
    assert "[-wait-]" not in read_source(inner, "a.odt", "both").text


@pytest.mark.parametrize(("name", "shown"), [("header", True), ("header-first", True), ("footer", False)])
def test_the_header_of_the_first_page_stands_above_the_text(name: str, shown: bool) -> None:
    page = f"<style:master-page><style:{name}>{_p('LA/12/L.9')}</style:{name}></style:master-page>"
    other = f"<style:master-page><style:header>{_p('LA/12/L.8')}</style:header></style:master-page>"
    pages = f"<office:master-styles>{page}{other}</office:master-styles>"
    styles = f"<office:document-styles {ODF}>{pages}</office:document-styles>"
    text = read_source(odt(_p("Urges ports to act;"), page_styles=styles), "a.odt").text
    assert text.startswith("LA/12/L.9") == shown
    assert "L.8" not in text


def test_a_header_that_is_not_shown_and_a_table_above_the_text() -> None:
    header = f'<style:header-first style:display="false">{_p("LA/12/L.8")}</style:header-first>'
    page = f"<style:master-page><style:header>{_p('LA/12/L.9')}</style:header>{header}</style:master-page>"
    pages = f"<office:master-styles>{page}</office:master-styles>"
    styles = f"<office:document-styles {ODF}>{pages}</office:document-styles>"
    names = ("United Harbours", "Limited")
    cells = "".join(f"<table:table-cell>{_p(words)}</table:table-cell>" for words in names)
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    source = read_source(odt(f"{table}{_p('Urges ports to act;')}", page_styles=styles), "a.odt")
    assert source.text.startswith("LA/12/L.9")
    assert {block.kind for block in source.blocks or ()} == {"text"}


def test_the_comment_on_a_cell_stands_beside_its_row() -> None:
    space = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    note = f"<office:annotation {space}><dc:creator>Ada</dc:creator>{_p('why?')}</office:annotation>"
    rows = "".join(
        f"<table:table-row><table:table-cell>{_p(name)}</table:table-cell><table:table-cell>{_p('200')}"
        "</table:table-cell></table:table-row>"
        for name in (f"North{note}", "South")
    )
    source = read_source(odt(f"{_p('Urges ports to act;')}<table:table>{rows}</table:table>"), "a.odt")
    assert "North | 200" in source.text
    assert source.text.count("why?") == 1
