"""The tables of single texts: what stands in them, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from resdiff.core.citations import citations_in, citations_in_notes
from resdiff.core.genres import un
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.patterns import compiled_late
from resdiff.core.tokens import matching_words
from resdiff.core.verbs import find_hedges
from resdiff.workspace.reading import asks_in, verbs_in
from resdiff.workspace.rows.columns import Column, Row, Table

CITATIONS = "citations"


def _texts(text: Resolution) -> Iterator[Row]:
    head, vote = text.masthead, text.vote
    yield {
        "title": head.title,
        "organ": head.organ,
        "session": head.session,
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
            "footnote": None,
            "newer": None,
        }
    for note in citations_in_notes(text):
        yield {
            "paragraph": note.paragraph,
            "symbol": note.symbol,
            "verb": None,
            "text": note.words,
            "footnote": note.mark,
            "newer": None,
        }


def _votes(text: Resolution) -> Iterator[Row]:
    if text.vote is not None:
        for side, names in text.vote.names.items():
            for name in names:
                yield {"voter": name, "side": side}


_ON_BEHALF = compiled_late(un.ON_BEHALF)


def _sponsors(text: Resolution) -> Iterator[Row]:
    sponsors = text.masthead.sponsors
    groups = [match["group"] for m in text.matter if (match := _ON_BEHALF.match(m.text)) is not None]
    for name in sponsors:
        yield {"sponsor": name, "on_behalf_of": groups[0] if groups and len(sponsors) == 1 else None}


_PARAGRAPH = {"paragraph": Column("text", "its id: PP3, OP12(a)")}
TEXT_TABLES = (
    Table(
        "texts",
        "a text",
        {
            "title": Column("text", "as printed"),
            "organ": Column("text", "who adopts it"),
            "session": Column("text", "as printed"),
            "paragraphs": Column("integer", "how many"),
            "words": Column("integer", "of all paragraphs; Chinese characters one by one"),
            "adopted": Column("text", "how: recorded (by vote), without a vote, ..."),
            "in_favour": Column("integer", "votes"),
            "against": Column("integer", "votes"),
            "abstaining": Column("integer", "votes"),
            "warnings": Column("text", "what could not be read, and what looks wrong"),
        },
        _texts,
    ),
    Table(
        "paragraphs",
        "a paragraph",
        {
            **_PARAGRAPH,
            "part": Column("text", "preamble, operative, heading, annex, body or table"),
            "level": Column("integer", "1 for a paragraph, 2 and more for points"),
            "words": Column("integer", "how many; Chinese characters one by one"),
            "text": Column("text", "its reading"),
        },
        _paragraphs,
    ),
    Table(
        "verbs",
        "an operative or preambular verb",
        {
            **_PARAGRAPH,
            "phrase": Column("text", "as written"),
            "lemma": Column(
                "text", "without inflection; decisions of procedure have their own ('remain seized')"
            ),
            "pivot": Column("text", "the English lemma of the same sense"),
            "part": Column("text", "operative or preambular"),
            "kind": Column("text", "what the verb does: directive, attitude, assertive, act, ..."),
            "scale": Column("text", "the ladder it stands on; empty where it has no rank"),
            "strength": Column("integer", "its rung, 0 to 10, within the language alone"),
            "inner": Column("boolean", "whether it is a further one, not the opening"),
        },
        _verbs,
    ),
    Table(
        "asks",
        "who is asked to do what",
        {
            **_PARAGRAPH,
            "verb": Column("text", "its lemma"),
            "addressee": Column("text", "without articles; empty where nobody is named"),
            "task": Column("text", "report, meeting, mandate or other"),
            "to": Column("text", "to whom a report goes"),
            "due": Column("text", "as written"),
            "resolved": Column(
                "text", "the same as dates (2031-05-04), sessions (session 80) and periods (P1Y)"
            ),
            "hedges": Column("text", "words that weaken it"),
            "text": Column("text", "what is asked"),
        },
        _asks,
    ),
    Table("hedges", "a hedge", {**_PARAGRAPH, "hedge": Column("text", "in lower case")}, _hedges),
    Table(
        CITATIONS,
        "a mention of a document",
        {
            **_PARAGRAPH,
            "symbol": Column("text", "of what is cited: S/RES/2140 (2014), A/RES/60/251"),
            "verb": Column("text", "the lemma of the verb before it"),
            "text": Column("text", "as written"),
            "footnote": Column("text", "the mark of the footnote that cites it; none where the text does"),
            "newer": Column(
                "text",
                "of texts in the store: the symbol of a later text of the cited lineage, adopted before this"
                " text and not cited in it",
            ),
        },
        _citations,
    ),
    Table(
        "votes",
        "a voter",
        {
            "voter": Column("text", "as printed"),
            "side": Column("text", "in_favour, against, abstaining"),
        },
        _votes,
    ),
    Table(
        "sponsors",
        "a sponsor",
        {
            "sponsor": Column("text", "as printed"),
            "on_behalf_of": Column("text", "of one sponsor, for whom: the words of its footnote"),
        },
        _sponsors,
    ),
)
