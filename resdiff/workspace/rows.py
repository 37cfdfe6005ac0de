"""Tidy tables of texts: each declared once, with its columns and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from resdiff.core.citations import citations_in
from resdiff.core.errors import UsageError
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.tokens import matching_words
from resdiff.core.verbs import find_hedges
from resdiff.workspace.reading import asks_in, verbs_in

Row = dict[str, object]
_OF_TEXT = {
    "source": "the file, or LINEAGE@VERSION",
    "lineage": "where the text is stored; empty for a file",
    "document": "the symbol of the text",
    "date": "of adoption, or of the document; YYYY-MM-DD",
    "language": "ISO 639-1",
}
"""The columns with which every table begins."""


class Table(NamedTuple):
    """A table: what a row of it is, its columns beside those of the text, and its rows."""

    name: str
    row: str
    columns: dict[str, str]
    rows: Callable[[Resolution], Iterator[Row]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns, those of the text first."""
        return (*_OF_TEXT, *self.columns)


def _texts(text: Resolution) -> Iterator[Row]:
    head, vote = text.masthead, text.vote
    yield {
        "title": head.title,
        "organ": head.organ,
        "session": head.session,
        "stage": head.stage,
        "paragraphs": len(text.paragraphs),
        "words": sum(len(matching_words(paragraph.text)) for paragraph in text.paragraphs),
        "adopted": vote.manner if vote is not None else None,
        "in_favour": vote.in_favour if vote is not None else None,
        "against": vote.against if vote is not None else None,
        "abstaining": vote.abstaining if vote is not None else None,
        "warnings": "; ".join(text.warnings) or None,
    }


def _paragraphs(text: Resolution) -> Iterator[Row]:
    for paragraph in text.paragraphs:
        yield {
            "paragraph": paragraph.id,
            "part": paragraph.part,
            "level": paragraph.level,
            "words": len(matching_words(paragraph.text)),
            "text": paragraph.text,
        }


def _verbs(text: Resolution) -> Iterator[Row]:
    for paragraph, its in zip(text.paragraphs, verbs_in(text) or (), strict=False):
        for verb in its:
            yield {
                "paragraph": paragraph.id,
                "phrase": verb.phrase,
                "lemma": verb.sense.lemma,
                "pivot": verb.sense.english_lemma,
                "part": verb.sense.part,
                "kind": verb.sense.kind,
                "scale": verb.sense.scale,
                "strength": verb.sense.strength,
                "inner": verb.inner,
            }


def _asks(text: Resolution) -> Iterator[Row]:
    for ask in asks_in(text) or ():
        if ask.asks:
            yield {
                "paragraph": text.paragraphs[ask.paragraph].id,
                "verb": ask.verb.sense.lemma,
                "addressee": ask.addressee_name,
                "task": ask.task,
                "to": ask.to,
                "due": "; ".join(ask.due) or None,
                "resolved": "; ".join(ask.due_resolved) or None,
                "hedges": "; ".join(ask.hedges) or None,
                "text": ask.clause,
            }


def _hedges(text: Resolution) -> Iterator[Row]:
    lexicon = find_lexicon(text.language)
    if lexicon is None:
        return
    for paragraph in text.paragraphs:
        for hedge in find_hedges(paragraph.text, lexicon):
            yield {"paragraph": paragraph.id, "hedge": hedge.phrase.lower()}


def _citations(text: Resolution) -> Iterator[Row]:
    for citation in citations_in(text, verbs_in(text)):
        paragraph = text.paragraphs[citation.paragraph]
        yield {
            "paragraph": paragraph.id,
            "symbol": citation.symbol,
            "verb": citation.verb,
            "text": paragraph.text[citation.start : citation.end],
        }


def _votes(text: Resolution) -> Iterator[Row]:
    if text.vote is not None:
        for side, names in text.vote.names.items():
            for name in names:
                yield {"voter": name, "side": side}


def _sponsors(text: Resolution) -> Iterator[Row]:
    for name in text.masthead.sponsors:
        yield {"sponsor": name}


_PARAGRAPH = {"paragraph": "its id: PP3, OP12(a)"}
TABLES = {
    table.name: table
    for table in (
        Table(
            "texts",
            "a text",
            {
                "title": "as printed",
                "organ": "who adopts it",
                "session": "as printed",
                "stage": "draft, revised draft or adopted",
                "paragraphs": "how many",
                "words": "of all paragraphs; Chinese characters one by one",
                "adopted": "how: recorded (by vote), without a vote, ...",
                "in_favour": "votes",
                "against": "votes",
                "abstaining": "votes",
                "warnings": "what could not be read, and what looks wrong",
            },
            _texts,
        ),
        Table(
            "paragraphs",
            "a paragraph",
            {
                **_PARAGRAPH,
                "part": "preamble, operative, heading, annex, body or table",
                "level": "1 for a paragraph, 2 and more for points",
                "words": "how many; Chinese characters one by one",
                "text": "its reading",
            },
            _paragraphs,
        ),
        Table(
            "verbs",
            "an operative or preambular verb",
            {
                **_PARAGRAPH,
                "phrase": "as written",
                "lemma": "without inflection; decisions of procedure have their own ('remain seized')",
                "pivot": "the English lemma of the same sense",
                "part": "operative or preambular",
                "kind": "what the verb does: directive, attitude, assertive, act, ...",
                "scale": "the ladder it stands on; empty where it has no rank",
                "strength": "its rung, 0 to 10, within the language alone",
                "inner": "whether it is a further one, not the opening",
            },
            _verbs,
        ),
        Table(
            "asks",
            "who is asked to do what",
            {
                **_PARAGRAPH,
                "verb": "its lemma",
                "addressee": "without articles; empty where nobody is named",
                "task": "report, meeting, mandate or other",
                "to": "to whom a report goes",
                "due": "as written",
                "resolved": "the same as dates (2031-05-04), sessions (session 80) and periods (P1Y)",
                "hedges": "words that weaken it",
                "text": "what is asked",
            },
            _asks,
        ),
        Table("hedges", "a hedge", {**_PARAGRAPH, "hedge": "in lower case"}, _hedges),
        Table(
            "citations",
            "a mention of a document",
            {
                **_PARAGRAPH,
                "symbol": "of what is cited: S/RES/2140 (2014), A/RES/60/251",
                "verb": "the lemma of the verb before it",
                "text": "as written",
            },
            _citations,
        ),
        Table("votes", "a voter", {"voter": "as printed", "side": "in_favour, against, abstaining"}, _votes),
        Table("sponsors", "a sponsor", {"sponsor": "as printed"}, _sponsors),
    )
}
"""The tables by name."""


def table_named(name: str) -> Table:
    """A table. Raises UsageError where there is none of the name."""
    if name not in TABLES:
        raise UsageError(f"there is no table '{name}'", f"the tables are {', '.join(TABLES)}")
    return TABLES[name]


def rows_of_text(table: Table, text: Resolution, source: str, lineage: str | None = None) -> Iterator[Row]:
    """The rows of one text, the columns of every table first; `lineage` is where it is stored."""
    head: Row = {
        "source": source,
        "lineage": lineage,
        "document": text.masthead.symbol,
        "date": text.masthead.date,
        "language": text.language,
    }
    yield from ({**head, **row} for row in table.rows(text))


def codebook(table: Table) -> list[Row]:
    """The columns of a table and what they hold."""
    return [{"column": name, "text": what} for name, what in {**_OF_TEXT, **table.columns}.items()]
