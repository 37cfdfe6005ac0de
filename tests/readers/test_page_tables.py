"""Tables, running titles and footnotes told apart on the pages of a document."""

from __future__ import annotations

import pytest

from resdiff.readers.layout import arrange
from resdiff.readers.page_furniture import PageLine, kinds_of
from resdiff.readers.page_tables import tables_on

_HEIGHT = 10.0


def _line(bottom: float, left: float, text: str, right: float = 0.0, **more: float) -> PageLine:
    page, height = int(more.get("page", 0)), more.get("height", _HEIGHT)
    return PageLine(page, left, right or left + 5 * len(text), bottom, height, False, False, text)


def _rows(count: int, step: int = 2, **more: float) -> list[PageLine]:
    """A table whose figures are flush right; `step` is how many places of lines stand for each row."""
    lines = []
    for k in range(count):
        bottom = 700.0 - 20 * step * k
        lines += [
            _line(bottom, 100, f"Harbour {'of the north' * (k % 2)} {k}", **more),
            _line(bottom, 400, f"{k + 1} 2{k}0", 450, **more),
        ]
    return lines


def _texts(page: list[PageLine]) -> list[list[list[str]]]:
    return [
        [[" ".join(page[k].text for k in cell) for cell in row] for row in table]
        for table in tables_on(page, _HEIGHT)
    ]


def test_rows_with_figures_in_one_column_are_a_table() -> None:
    page = [_line(740, 100, "1. Decides to spend:"), *_rows(3)]
    ((one, _, last),) = _texts(page)
    assert one == ["Harbour  0", "1 200"]
    assert last == ["Harbour  2", "3 220"]
    assert _texts([*page[:-2]]) == []


@pytest.mark.parametrize(("shift", "is_table"), [(3.0, True), (3.2, False)])
def test_figures_stand_flush_at_one_edge(shift: float, is_table: bool) -> None:
    page = _rows(3)
    page[-1] = page[-1]._replace(left=page[-1].left + shift + 10, right=page[-1].right + shift)
    assert bool(_texts(page)) == is_table
    page[-1] = page[-1]._replace(left=400, right=page[-1].right + 40)
    assert _texts(page)


def test_what_heads_the_columns_and_what_goes_on_in_a_cell_belongs_to_the_table() -> None:
    page = [
        _line(740, 100, "Decides to spend:"),
        _line(735, 60, "A/1", height=7),
        _line(728, 430, "Amount", 450, height=7),
        _line(720, 100, "Section", height=7),
        _line(720, 420, "dollars", 450, height=7),
        *_rows(4),
        _line(648, 100, "and of the west"),
        _line(600, 100, "Decides also to meet."),
    ]
    (table,) = _texts(page)
    assert table[:2] == [["Amount"], ["Section", "dollars"]]
    assert table[3] == ["Harbour of the north 1 and of the west", "2 210"]
    heads = [_line(720, 100, "Section"), _line(720, 430, "Dollars", 450), *_rows(3)]
    assert _texts(heads)[0][0] == ["Section", "Dollars"]
    assert _texts([_line(720, 100, "Section"), *_rows(3)])[0][0] != ["Section"]


def test_numbers_of_lines_and_text_across_the_column_make_no_table() -> None:
    counted = [
        line
        for k in range(1, 9)
        for line in (
            _line(700.0 - 12 * k, 100, "words of the text"),
            _line(700.0 - 12 * k, 500, str(5 * k), 510),
        )
    ]
    assert _texts(counted) == []
    page = _rows(4)
    across = _line(690, 100, "a line of text as wide as the page, which no cell of the table is", 500)
    ((first, *_),) = _texts([*page[:2], across, *page[2:]])
    assert first == ["Harbour of the north 1", "2 210"]


@pytest.mark.parametrize(("between", "is_table"), [(3, True), (4, False)])
def test_a_third_of_the_rows_have_a_figure(between: int, is_table: bool) -> None:
    page = []
    for k in range(3):
        page += [_line(700 - 200 * k, 100, "Harbour"), _line(700 - 200 * k, 400, "1 200", 450)]
        page += [
            _line(680 - 200 * k - 20 * j, 100, f"of the bay {j}") for j in range(between if k < 2 else 0)
        ]
    assert bool(_texts(page)) == is_table


def test_cells_of_a_row_stand_at_about_one_height_and_rows_may_be_close() -> None:
    page = [line._replace(bottom=line.bottom - 2 * (line.left == 400)) for line in _rows(3)]
    assert [len(row) for row in _texts(page)[0]] == [2, 2, 2]
    close = [line._replace(bottom=700 + (line.bottom - 700) * 12 / 40) for line in _rows(3)]
    assert [len(row) for row in _texts(close)[0]] == [2, 2, 2]
    far = [*_rows(3), _line(680, 100, "far below")]
    assert ["far below"] in _texts(far)[0]


def test_a_table_goes_on_over_pages_and_its_heads_stand_once() -> None:
    heads = [_line(720, 100, "Section"), _line(720, 430, "Dollars", 450)]
    first = [*heads, *_rows(3)]
    second = [line._replace(page=1) for line in (*heads, *_rows(4))]
    source = arrange([first, second])
    rows = [block for block in source.blocks or () if block.kind == "row"]
    assert [block.place.level for block in rows if block.place] == list(range(1, 9))
    assert source.text.count("Section") == 1
    assert {block.place.list for block in rows if block.place} == {"table 1"}
    text = _line(60, 100, "Decides to meet again in the spring of the year.")
    apart = arrange([[*first, text], second])
    assert apart.text.count("Section") == 2
    assert {block.place.list for block in apart.blocks or () if block.place} == {"table 1", "table 2"}


def _kinds(pages: list[list[PageLine]]) -> list[list[str]]:
    return [[*kinds] for kinds in kinds_of(pages, [set() for _ in pages], _HEIGHT)]


def test_a_page_of_small_letters_is_no_running_title() -> None:
    big = [_line(700.0 - 14 * k, 100, f"words of the text that go on and on in line {k}") for k in range(9)]
    for count, kind in ((3, "furniture"), (4, "text")):
        small = [_line(760.0 - 9 * k, 100, f"small {k}", page=1, height=8) for k in range(count)]
        rest = [line._replace(page=1, bottom=line.bottom - 60) for line in big]
        assert _kinds([big, [*small, *rest]])[1][0] == kind


def test_paragraphs_with_the_same_words_are_no_running_titles() -> None:
    pages = [
        [
            _line(700.0 - 14 * k, 100, f"{9 * page + k}. Notes the fog of the bay and its bells;", page=page)
            for k in range(9)
        ]
        for page in range(3)
    ]
    assert {kind for kinds in _kinds(pages) for kind in kinds} == {"text"}
    titles = [[_line(760, 100, f"Page {page}", page=page), *lines] for page, lines in enumerate(pages)]
    assert [kinds[0] for kinds in _kinds(titles)] == ["furniture"] * 3
    long = [[_line(760.0 - 9 * k, 100, "A/1", page=page) for k in range(20)] for page in range(2)]
    assert _kinds(long)[0].count("text") == 8


def test_a_note_that_goes_on_over_the_page_is_no_text() -> None:
    text = [_line(700.0 - 14 * k, 100, f"words of the text in line {k}") for k in range(9)]
    begin = _line(60, 100, "1 See the report on", height=8)
    on = _line(60, 100, "the bells of the bay.", page=1, height=8)
    rest = [line._replace(page=1, text=f"other {line.text}") for line in text]
    assert _kinds([[*text, begin], [*rest, on]])[1][-1] == "footnote"
    ended = begin._replace(text="1 See the report.")
    assert _kinds([[*text, ended], [*rest, on]])[1][-1] == "text"


@pytest.mark.parametrize("date", ["13 February 1946, paragraph 3", "28 and 29 June 2032", "3–14 June 2032"])
def test_a_line_of_a_note_that_begins_with_a_day_begins_no_note(date: str) -> None:
    text = [_line(700.0 - 14 * k, 100, f"words of the text in line {k},") for k in range(9)]
    notes = [
        _line(60, 100, "1 See the decision of", height=8),
        _line(51, 100, date, height=8),
        _line(42, 100, "2 See another one.", height=8),
    ]
    source = arrange([[*text, *notes]])
    assert sum(block.kind == "footnote" for block in source.blocks or ()) == 2


def test_no_row_stands_in_two_tables() -> None:
    edges = [450.0, 452.5, 452.5, 455.5, 455.5, 455.5]
    page = []
    for k, right in enumerate(edges):
        page += [
            _line(700.0 - 20 * k, 100, f"Harbour {k}"),
            _line(700.0 - 20 * k, 400 + 3 * k, f"{k} 200", right),
        ]
    rows = [line for table in tables_on(page, _HEIGHT) for row in table for cell in row for line in cell]
    assert len(rows) == len(set(rows))


def test_a_title_below_small_letters_is_furniture_and_a_page_of_notes_is_text() -> None:
    text = [_line(700.0 - 14 * k, 100, f"words of the text in line {k}") for k in range(9)]
    title = _line(740, 100, "Tidal marshes of the bay and their reeds, session two")
    first = [title, *text]
    second = [
        _line(760, 100, "11-2", page=1, height=8),
        *(line._replace(page=1, text=f"{line.text}{'!' * (line is not title)}") for line in first),
    ]
    assert _kinds([first, second])[1][:2] == ["furniture", "furniture"]
    note = _line(60, 100, "1 See LA/RES/70/1", height=8)
    small = [_line(700.0 - 9 * k, 100, f"small words in line {k}", page=1, height=8) for k in range(9)]
    assert set(_kinds([[*text, note], small])[1]) == {"text"}


def test_a_heading_of_a_table_above_its_rows_is_no_furniture() -> None:
    def line(bottom: float, height: float, text: str) -> PageLine:
        return PageLine(1, 100, 400, bottom, height, False, False, text)

    page = [
        line(780, 8, "Section"),
        line(760, 8, "Part IV. Lamps"),
        line(740, 8, "Oil"),
        line(700, 12, "Acts;"),
    ]
    assert kinds_of([page], [{2}], 12) == [["text", "text", "row", "text"]]
    assert kinds_of([page], [()], 12) == [["furniture", "furniture", "furniture", "text"]]
    other = [one._replace(page=2, text=one.text.replace("Acts", "Rests")) for one in page]
    assert kinds_of([page, other], [{2}, {2}], 12)[1] == ["furniture", "furniture", "row", "text"]
