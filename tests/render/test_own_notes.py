"""Footnotes and moves in the user's own Word document: notes are written where they are called, a paragraph
that moves is a move, and the lines above the text are marked where they stand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from lxml import etree
from msgspec.structs import replace

from resdiff.core.compare import compare
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.render.formats import WriteOptions
from resdiff.render.views.note_calls import note_calls
from resdiff.workspace.own_redline import OwnRedline, redline_in_file
from resdiff.workspace.texts import parse_bytes
from tests.documents import W as NAMESPACE
from tests.documents import docx, p

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEAD = ("The Littoral Assembly,", "Recalling its resolution 9/14 of 6 March 2028,¹ and the Lagoon Accord,")
_OPERATIVE = (
    "Calls upon all members to contribute to the Fund for the lighting of moles and jetties;",
    "Requests the Secretary-General² to report yearly on the state of the Fund and its trustees;",
    "Encourages members to share seeds, sluice designs and survey data with the ports;",
    "Decides to remain seized of the matter.",
)
_NOTES = ("LA/9/14.", "See LA/12/77, section II.")


def _note(number: int, text: str) -> str:
    own_mark = '<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteRef/></w:r>'
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>{own_mark}'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
    )


def _words(text: str) -> str:
    """A paragraph in runs, with the calls of its footnotes where its raised figures stand."""
    runs = ""
    for sign in ("¹", "²"):
        before, found, text = text.partition(sign) if sign in text else ("", "", text)
        number = "¹²".index(sign) + 1
        call = f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        runs += f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>{call}' if found else ""
    last = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:p><w:pPr><w:ind w:left="7"/></w:pPr>{runs}{last}</w:p>'


def _base(notes: Sequence[str] = _NOTES, above: str = "", **parts: str) -> bytes:
    numbered = [f"{k}. {text}" for k, text in enumerate(_OPERATIVE, start=1)]
    body = above + "".join(map(_words, (*_HEAD, *numbered)))
    made = "".join(_note(k, text) for k, text in enumerate(notes, start=1))
    return docx(body, footnotes=f"<w:footnotes {NAMESPACE}>{made}</w:footnotes>", **parts)


def _text(*operative: str, head: Sequence[str] = _HEAD, notes: Sequence[str] = _NOTES) -> Resolution:
    numbered = [f"{k}. {text}" for k, text in enumerate(operative, start=1)]
    return parse("\n\n".join((*head, *numbered, *(f"{k} {text}" for k, text in enumerate(notes, start=1)))))


def _redline(data: bytes, revised: Resolution) -> OwnRedline:
    made = redline_in_file(data, compare(parse_bytes(data, "it", "it"), revised), WriteOptions(author="Me"))
    assert made is not None
    return made


def _called(text: Resolution) -> list[tuple[str, list[tuple[int, str]]]]:
    calls = note_calls(text)
    return [(p.text, [(call.place, call.text) for call in calls.get(p.id, ())]) for p in text.paragraphs]


def _parts(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml") and "footnotes" in name]
        return [etree.fromstring(archive.read(name)) for name in ("word/document.xml", *names)]


_NEW = "Invites the ports³ of the coast to light their moles;"
_MOVED = (_OPERATIVE[1], _OPERATIVE[0], *_OPERATIVE[2:])
_ALTERED = _OPERATIVE[1].replace("report yearly", "report every two years to the Assembly")


@pytest.mark.parametrize(
    "revised",
    [
        _text(*_OPERATIVE, notes=("LA/9/14.", "See LA/12/99, section II.")),
        _text(*_OPERATIVE, notes=("LA/9/14.", "A wholly other document of the ports.")),
        _text(_OPERATIVE[0].replace("Fund", "Fund³", 1), *_OPERATIVE[1:], notes=(*_NOTES, "LA/14/2.")),
        _text(_OPERATIVE[0], _OPERATIVE[1].replace("²", ""), *_OPERATIVE[2:], notes=_NOTES[:1]),
        _text(_OPERATIVE[0], _ALTERED.replace("²", ""), *_OPERATIVE[2:], notes=_NOTES[:1]),
        _text(*_OPERATIVE[2:], notes=_NOTES[:1]),
        _text(*_MOVED),
        _text(_ALTERED, _OPERATIVE[0], *_OPERATIVE[2:]),
        _text(_OPERATIVE[0], _OPERATIVE[2], _OPERATIVE[1], _OPERATIVE[3]),
        _text(*_MOVED, notes=("LA/9/14.", "See LA/12/99, section II.")),
        _text(_OPERATIVE[0], *_OPERATIVE[2:], _OPERATIVE[1]),
        _text(_OPERATIVE[0], *_OPERATIVE[2:], _ALTERED, notes=("LA/9/14.", "See LA/12/99, section II.")),
        _text(
            *_OPERATIVE[:3],
            "Invites the ports³ to light their moles;",
            _OPERATIVE[3],
            notes=(*_NOTES, "LA/3."),
        ),
        _text(*_OPERATIVE, head=(_HEAD[0], _HEAD[1].replace("¹", "") + "¹")),
    ],
)
def test_notes_and_moves_are_marked_as_they_are(revised: Resolution) -> None:
    data = _base()
    made = _redline(data, revised)
    assert made.not_carried == ()
    accepted, rejected = (parse_bytes(made.data, "it", "it", one) for one in ("accept", "reject"))
    assert _called(accepted) == _called(revised)
    assert _called(rejected) == _called(parse_bytes(data, "it", "it"))
    assert [p.label for p in accepted.paragraphs] == [p.label for p in revised.paragraphs]
    elements = [
        one
        for part in _parts(made.data)
        for one in part.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    ]
    ids = [one.get(f"{W}id") for one in elements]
    assert len(ids) == len(set(ids)) > 0
    called = [one.get(f"{W}id") for one in _parts(made.data)[0].iter(f"{W}footnoteReference")]
    assert len(called) == len(set(called))


def test_both_ends_of_a_move_bear_one_name_and_keep_the_looks() -> None:
    document, notes = _parts(_redline(_base(), _text(*_MOVED)).data)
    ends = ("moveFrom", "moveTo")
    names = [[one.get(f"{W}name") for one in document.iter(f"{W}{end}RangeStart")] for end in ends]
    assert names[0] == names[1]
    assert len(names[0]) == 1
    for end in ends:
        begin, last = (
            [one.get(f"{W}id") for one in document.iter(f"{W}{end}Range{side}")] for side in ("Start", "End")
        )
        assert begin == last
    moved = next(one for one in document.iter(f"{W}p") if one.find(f"{W}moveTo") is not None)
    assert moved.find(f"{W}pPr/{W}ind") is not None
    called = [one.get(f"{W}id") for one in document.iter(f"{W}footnoteReference")]
    assert len(called) == len(set(called))
    assert set(called) <= {one.get(f"{W}id") for one in notes}


def test_a_comment_stays_where_it_was_and_that_is_said() -> None:
    comment = f'<w:comment w:id="3" w:author="Ada Moor">{p("Why?")}</w:comment>'
    numbered = [p(f"{k}. {text.replace('²', '')}") for k, text in enumerate(_OPERATIVE, start=1)]
    commented = numbered[0].replace("</w:p>", '<w:r><w:commentReference w:id="3"/></w:r></w:p>')
    data = docx(
        "".join((p(_HEAD[0]), commented, *numbered[1:])),
        comments=f"<w:comments {NAMESPACE}>{comment}</w:comments>",
    )
    plain = [text.replace("²", "") for text in _OPERATIVE]
    revised = _text(plain[1], plain[0], *plain[2:], head=_HEAD[:1], notes=())
    comparison = compare(parse_bytes(data, "it", "it"), revised)
    made = redline_in_file(data, comparison, WriteOptions())
    assert made is not None
    moved = [comparison.base.paragraphs[change.base[0]].id for change in comparison.changes if change.moved]
    lines = {"OP1": ("the comment on OP1, which stays at its old place",)}
    assert made.not_carried == lines.get(moved[0], ())
    assert len(list(_parts(made.data)[0].iter(f"{W}commentReference"))) == 1


def test_a_document_without_footnotes_gets_none_and_that_is_said() -> None:
    body = "".join(
        map(
            p,
            (
                *_HEAD[:1],
                _HEAD[1].replace("¹", ""),
                *(f"{k}. {t.replace('²', '')}" for k, t in enumerate(_OPERATIVE, 1)),
            ),
        )
    )
    made = _redline(docx(body), _text(*_OPERATIVE))
    assert made.not_carried == ("the footnotes of PP1, OP2",)


def test_a_line_of_a_page_header_is_marked_there() -> None:
    header = f"<w:hdr {NAMESPACE}>{p('A/RES/79/77')}</w:hdr>"
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    reference = f'<w:headerReference xmlns:r="{namespace}" w:type="default" r:id="header1"/>'
    numbered = [f"{k}. {text.replace('²', '')}" for k, text in enumerate(_OPERATIVE, start=1)]
    body = "".join(map(p, (*_HEAD[:1], *numbered))) + f"<w:sectPr>{reference}</w:sectPr>"
    revised = parse("\n\n".join(("A/RES/80/70", *_HEAD[:1], *numbered)))
    made = _redline(docx(body, header1=header), revised)
    assert made.not_carried == ()
    assert parse_bytes(made.data, "it", "it").masthead.symbol == "A/RES/80/70"
    assert parse_bytes(made.data, "it", "it", "reject").masthead.symbol == "A/RES/79/77"


def test_footnotes_keep_their_ids_where_none_is_new() -> None:
    data = _base()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    body = parts["word/document.xml"].partition("<w:body>")[2].partition("</w:body>")[0]
    body, notes = (part.replace('w:id="1"', 'w:id="9"') for part in (body, parts["word/footnotes.xml"]))
    made = _redline(docx(body, footnotes=notes), _text(_OPERATIVE[0], _ALTERED, *_OPERATIVE[2:]))
    document, _ = _parts(made.data)
    assert [one.get(f"{W}id") for one in document.iter(f"{W}footnoteReference")] == ["9", "2"]


def test_another_level_is_not_carried_and_that_is_said() -> None:
    points = ("(a) To light the moles;", "(b) To count the boats;")
    head = (_HEAD[0], "1. Urges ports:", *points)
    data = docx("".join(map(p, (*head, "2. Decides to remain seized of the matter."))))
    base = parse_bytes(data, "it", "it")
    points_of = [one for one in base.paragraphs if one.level == 2]
    deeper = replace(points_of[1], level=3)
    revised = replace(
        base, paragraphs=tuple(deeper if one is points_of[1] else one for one in base.paragraphs), sha256=""
    )
    made = redline_in_file(data, compare(base, revised), WriteOptions())
    assert made is not None
    assert made.not_carried == (f"the levels of {deeper.id}",)
