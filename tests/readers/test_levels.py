"""Readers say how deep an item stands in its list, and that decides where its label could mean two things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.readers.formats import read_source
from tests import documents

_LETTERS = "abcdefgh"
_TOP = "Requests the wardens of the harbours:"
_DEEP = ("A lantern;", "A bell;")
_WANTED = ["PP1", "OP1", *(f"OP1({letter})" for letter in _LETTERS), "OP1(h)(i)", "OP1(h)(ii)", "OP2"]


def _parsed(data: bytes) -> Resolution:
    results = read_source(data, "it")
    return parse(results.text, blocks=results.blocks)


def _html() -> bytes:
    deep = "".join(f"<li>{text}</li>" for text in _DEEP)
    inner = (
        "".join(f"<li>To light {letter};</li>" for letter in _LETTERS[:-1])
        + f'<li>To keep:<ol type="i">{deep}</ol></li>'
    )
    items = f'<li>{_TOP}<ol type="a">{inner}</ol></li><li>Decides to wait.</li>'
    return (
        "<html><body><p>The Tidal Assembly,</p><p>Recalling its resolution"
        f" 9/14,</p><ol>{items}</ol></body></html>".encode()
    )


def _level(level: int, form: str, text: str) -> str:
    return (
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText"
        f" w:val='{text}'/></w:lvl>"
    )


def _docx() -> bytes:
    levels = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)") + _level(2, "lowerRoman", "(%3)")
    numbering = (
        f"<w:numbering {documents.W}><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )

    def item(text: str, level: int) -> str:
        return documents.p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    inner = [item(f"To light {letter};", 1) for letter in _LETTERS[:-1]] + [item("To keep:", 1)]
    body = [
        documents.p("The Tidal Assembly,"),
        documents.p("Recalling its resolution 9/14,"),
        item(_TOP, 0),
        *inner,
    ]
    return documents.docx(
        "".join([*body, *(item(text, 2) for text in _DEEP), item("Decides to wait.", 0)]), numbering=numbering
    )


def _odt() -> bytes:
    forms = (("1", "", "."), ("a", "(", ")"), ("i", "(", ")"))
    styles = "".join(
        f'<text:list-level-style-number text:level="{k}" style:num-format="{form}"'
        f' style:num-prefix="{before}" style:num-suffix="{after}"/>'
        for k, (form, before, after) in enumerate(forms, start=1)
    )

    def listed(*items: str) -> str:
        return (
            '<text:list text:style-name="L">'
            f"{''.join(f'<text:list-item>{one}</text:list-item>' for one in items)}</text:list>"
        )

    def p(text: str) -> str:
        return f"<text:p>{text}</text:p>"

    inner = listed(
        *(p(f"To light {letter};") for letter in _LETTERS[:-1]), p("To keep:") + listed(*map(p, _DEEP))
    )
    body = (
        p("The Tidal Assembly,")
        + p("Recalling its resolution 9/14,")
        + listed(p(_TOP) + inner, p("Decides to wait."))
    )
    return documents.odt(body, f'<text:list-style style:name="L">{styles}</text:list-style>')


@pytest.mark.parametrize("document", [_html, _docx, _odt])
def test_the_level_in_a_list_decides_what_a_label_means(document: Callable[[], bytes]) -> None:
    text = _parsed(document())
    assert [paragraph.id for paragraph in text.paragraphs] == _WANTED
    assert [paragraph.level for paragraph in text.paragraphs] == [1, 1, *[2] * 8, 3, 3, 1]
    assert text.paragraphs[-2].parent == "OP1(h)"


def test_without_a_list_the_order_of_the_labels_decides() -> None:
    lines = [
        "The Tidal Assembly,",
        "Recalling its resolution 9/14,",
        f"1. {_TOP}",
        *(f"({k}) To light {k};" for k in _LETTERS),
    ]
    text = parse("\n\n".join([*lines, "(i) A lantern;", "(j) A bell;", "2. Decides to wait."]))
    assert [paragraph.id for paragraph in text.paragraphs][-3:] == ["OP1(i)", "OP1(j)", "OP2"]


def test_items_of_other_lists_are_not_compared() -> None:
    """Word writers give each level a list of its own as often as not."""
    numbering = (
        f"<w:numbering {documents.W}><w:abstractNum"
        f" w:abstractNumId='0'>{_level(0, 'lowerLetter', '(%1)')}</w:abstractNum><w:abstractNum"
        f" w:abstractNumId='1'>{_level(0, 'lowerRoman', '(%1)')}</w:abstractNum><w:num"
        " w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId"
        " w:val='1'/></w:num></w:numbering>"
    )

    def item(text: str, number: int) -> str:
        return documents.p(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    top = [
        documents.p("The Tidal Assembly,"),
        documents.p("Recalling its resolution 9/14,"),
        documents.p(f"1. {_TOP}"),
    ]
    body = [*top, item("To keep:", 1), *(item(text, 2) for text in _DEEP), documents.p("2. Decides to wait.")]
    text = _parsed(documents.docx("".join(body), numbering=numbering))
    assert [paragraph.id for paragraph in text.paragraphs] == [
        "PP1",
        "OP1",
        "OP1(a)",
        "OP1(a)(i)",
        "OP1(a)(ii)",
        "OP2",
    ]
