"""Every format in one table: its name, the endings of files that ask for it, and what is written in it by
which function.

A new format is a row here and the functions that it names; a new subject is a new word in the rows of the
formats that write it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from resdiff.core.watch import NOTHING_WATCHED, Watch

Subject = Literal[
    "comparison",
    "draft outcome",
    "brief",
    "resolution",
    "verbs",
    "asks",
    "ask changes",
    "ask threads",
    "history",
    "blame",
    "precedents",
    "concordance",
    "table",
    "rows",
]
"""What is written: a comparison, what became of a draft, briefs, one text, its verbs or asks, the asks of
two texts or of all versions, a history, the origins of the words of a text, agreed language, two
language versions, rows of values, rows of a table of the catalogue.
"""


class WriteOptions(NamedTuple):
    """What a reader may choose; a format takes what means something in it."""

    width: int = 80
    """Cells of a line of text."""
    side_by_side: bool = False
    """Whether two texts stand in two columns of text."""
    context: int = 0
    """How many unchanged paragraphs around a change are shown in full."""
    is_coloured: bool = False
    author: str = "resdiff"
    """Who made the tracked changes of a document."""
    date: str | None = None
    """When, as 2031-03-07T00:00:00Z."""
    since: int = 0
    """Only words that came with this version or later bear its label; a place from 0."""
    lineage: str = ""
    """What a history is the history of."""
    watch: Watch = NOTHING_WATCHED
    """What the reader watches for."""


class Writer(NamedTuple):
    """A function of a module of render, and the options that it takes by their names."""

    place: str
    takes: tuple[str, ...] = ()
    values: int | None = None
    """How many of the values, from the first, the function takes; None for all of them."""

    def __call__(self, values: Sequence[Any], options: WriteOptions) -> Any:
        """What the function gives: pieces of text, or the bytes of a document."""
        module, _, name = self.place.partition(":")
        function: Callable[..., Any] = getattr(import_module(f"resdiff.render.{module}"), name)
        return function(*values[: self.values], **{option: getattr(options, option) for option in self.takes})


class Format(NamedTuple):
    """A format."""

    name: str
    endings: tuple[str, ...]
    writers: Mapping[Subject, Writer] = MappingProxyType({})
    whole: str = ""
    """What a document of this format is called where it holds both texts, so that no choice of changes can be
    written.
    """


_TEXT = ("width", "is_coloured")
FORMATS = (
    Format(
        name="text",
        endings=(".txt",),
        writers={
            "comparison": Writer(
                place="terminal.comparison:comparison_text", takes=(*_TEXT, "side_by_side", "context")
            ),
            "draft outcome": Writer(place="terminal.draft_outcomes:draft_outcome_text", takes=_TEXT),
            "brief": Writer(place="terminal.brief:briefs_text", takes=_TEXT),
            "resolution": Writer(place="terminal.resolution:resolution_text", takes=_TEXT),
            "verbs": Writer(place="terminal.resolution:verbs_text", takes=_TEXT),
            "asks": Writer(place="terminal.asks:asks_text", takes=_TEXT),
            "ask changes": Writer(place="terminal.asks:ask_changes_text", takes=_TEXT),
            "ask threads": Writer(place="terminal.ask_threads:ask_threads_text", takes=_TEXT),
            "history": Writer(place="terminal.history:history_text", takes=_TEXT),
            "blame": Writer(place="terminal.blame:blame_text", takes=(*_TEXT, "since")),
            "precedents": Writer(place="terminal.precedents:precedents_text", takes=_TEXT),
            "concordance": Writer(place="terminal.concordance:concordance_text", takes=_TEXT),
            "table": Writer(place="tables:text_table", takes=_TEXT),
            "rows": Writer(place="row_files:rows_text", takes=_TEXT),
        },
    ),
    Format(
        name="json",
        endings=(".json",),
        writers={
            "comparison": Writer(place="data.comparison:comparison_json", takes=("watch",)),
            "draft outcome": Writer(place="data.draft_outcomes:draft_outcome_json"),
            "resolution": Writer(place="data.comparison:resolution_json"),
            "verbs": Writer(place="data.comparison:verbs_json"),
            "asks": Writer(place="data.asks:asks_json"),
            "ask changes": Writer(place="data.asks:ask_changes_json"),
            "ask threads": Writer(place="data.ask_threads:ask_threads_json"),
            "history": Writer(place="data.history:history_json"),
            "blame": Writer(place="data.history:blame_json"),
            "precedents": Writer(place="data.precedents:precedents_json"),
            "concordance": Writer(place="data.concordance:concordance_json"),
            "table": Writer(place="tables:json_table"),
            "rows": Writer(place="row_files:rows_json"),
        },
    ),
    Format(
        name="markdown",
        endings=(".md",),
        writers={
            "comparison": Writer(place="markdown:comparison_markdown"),
            "brief": Writer(place="markdown_brief:briefs_markdown"),
            "resolution": Writer(place="markdown:resolution_markdown"),
            "verbs": Writer(place="markdown:verbs_markdown"),
            "asks": Writer(place="markdown_asks:asks_markdown"),
            "ask changes": Writer(place="markdown_asks:ask_changes_markdown"),
            "ask threads": Writer(place="markdown_asks:ask_threads_markdown"),
            "history": Writer(place="markdown:history_markdown"),
        },
    ),
    Format(
        name="csv",
        endings=(".csv",),
        writers={
            "comparison": Writer(place="data.tables:comparison_csv"),
            "draft outcome": Writer(place="data.draft_outcomes:draft_outcome_csv"),
            "resolution": Writer(place="data.tables:resolution_csv"),
            "verbs": Writer(place="data.tables:verbs_csv"),
            "asks": Writer(place="data.asks:asks_csv"),
            "ask changes": Writer(place="data.asks:ask_changes_csv"),
            "ask threads": Writer(place="data.ask_threads:ask_threads_csv"),
            "concordance": Writer(place="data.concordance:concordance_csv"),
            "history": Writer(place="data.tables:history_csv"),
            "table": Writer(place="tables:csv_table"),
            "rows": Writer(place="row_files:rows_csv"),
        },
    ),
    Format(
        name="html",
        endings=(".html", ".htm"),
        writers={
            "comparison": Writer(place="report.comparison:comparison_html", takes=("watch",)),
            "draft outcome": Writer(place="report.draft_outcomes:draft_outcome_html"),
            "brief": Writer(place="report.brief:briefs_html"),
            "resolution": Writer(place="report.resolution:resolution_html"),
            "asks": Writer(place="report.asks:asks_html"),
            "ask changes": Writer(place="report.asks:ask_changes_html"),
            "ask threads": Writer(place="report.asks:ask_threads_html"),
            "history": Writer(place="report.history:history_html", takes=("lineage",)),
            "blame": Writer(place="report.blame:blame_html", takes=("since",)),
            "precedents": Writer(place="report.precedents:precedents_html"),
            "concordance": Writer(place="report.concordance:concordance_html"),
        },
    ),
    Format(
        name="docx",
        endings=(".docx",),
        writers={
            "comparison": Writer(place="word.comparison:comparison_docx", takes=("author", "date")),
            "draft outcome": Writer(place="word.draft_outcomes:draft_outcome_docx"),
            "brief": Writer(place="word.brief:briefs_docx", takes=("author", "date")),
            "asks": Writer(place="word.asks:asks_docx"),
            "ask changes": Writer(place="word.asks:ask_changes_docx"),
            "ask threads": Writer(place="word.asks:ask_threads_docx"),
        },
        whole="Word",
    ),
    Format(
        name="akn",
        endings=(".xml",),
        writers={
            "comparison": Writer(place="akn.comparison:comparison_akn"),
            "resolution": Writer(place="akn.resolution:resolution_akn", values=1),
        },
        whole="Akoma Ntoso",
    ),
    Format(name="xlsx", endings=(".xlsx",), writers={"rows": Writer(place="row_files:rows_xlsx")}),
    Format(name="parquet", endings=(".parquet",), writers={"rows": Writer(place="row_files:rows_parquet")}),
)
"""The formats; the first is the one that is written where nothing says otherwise."""
ENDINGS: dict[str, str] = {ending: format_.name for format_ in FORMATS for ending in format_.endings}
"""The name of the format that each ending of a file asks for."""
_BY_NAME = {format_.name: format_ for format_ in FORMATS}


def formats_of(subject: Subject) -> tuple[str, ...]:
    """The names of the formats in which a subject is written."""
    return tuple(form.name for form in FORMATS if subject in form.writers)


def forms_that_take(subject: Subject, option: str) -> tuple[str, ...]:
    """The names of the formats of a subject in which an option of WriteOptions means something."""
    writers = ((form.name, form.writers[subject]) for form in FORMATS if subject in form.writers)
    return tuple(name for name, writer in writers if option in writer.takes)


def endings_of(subject: Subject) -> dict[str, str]:
    """The formats in which a subject is written, by the endings of files that ask for them."""
    return {ending: name for ending, name in ENDINGS.items() if name in formats_of(subject)}


def whole_name(form: str) -> str:
    """What a document of the format is called where it always holds both texts; '' for other formats."""
    return _BY_NAME[form].whole


def render_subject(
    subject: Subject, form: str, values: Sequence[Any], options: WriteOptions | None = None
) -> Any:
    """The subject in a format that writes it: pieces of text, or the bytes of a document.

    `values` are a comparison; a text and its verbs; a history and its threads; a history; rows; the name of
    a table, the types of its columns, and its rows.
    """
    return _BY_NAME[form].writers[subject](values, options or WriteOptions())
