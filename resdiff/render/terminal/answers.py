"""Lists whose items are proved by a page each: what became of a draft, precedents, asks through time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resdiff.core.history.ask_threads import AskThread, LineageAsks
from resdiff.core.history.concessions import Concession, DraftOutcome
from resdiff.core.model import Resolution
from resdiff.core.precedents.values import AgreedRun, ParagraphPrecedents, Precedent, Standing
from resdiff.render.terminal.lines import wrapped_lines
from resdiff.render.terminal.pieces import unified_of
from resdiff.render.terminal.precedents import run_pieces
from resdiff.render.terminal.rows import StyledLine
from resdiff.render.terminal.wrap import StyledRun, fitted
from resdiff.render.views.ask_threads import dated, thread_place, thread_sections, thread_words
from resdiff.render.views.brief_asks import who_of
from resdiff.render.views.characters import visible
from resdiff.render.views.draft_outcomes import TITLES, changes_shown, concession_heading, reading_at
from resdiff.render.views.labels import names
from resdiff.render.views.precedents import precedent_words, standing_words
from resdiff.render.views.style import StyleName

_NAME = 7
"""Cells of the column of ids at least."""
Passages = Sequence[Sequence[StyledRun]]
"""Paragraphs of a page."""


class Answer(NamedTuple):
    """An item of a list: its line, what proves it, and where that stands."""

    runs: tuple[StyledRun, ...]
    passages: Callable[[], Passages] | None = None
    """What the page says; None for a title."""
    reference: str | None = None
    """The version in which it can be read, LINEAGE@VERSION."""
    paragraph: str | None = None


def page_of(answer: Answer, width: int) -> list[StyledLine]:
    """The lines that prove an item, a blank one between two passages."""
    lines: list[StyledLine] = []
    for passage in answer.passages() if answer.passages is not None else ():
        lines += [*wrapped_lines(passage, width), []]
    return lines


def text_of(answer: Answer) -> str:
    """What is searched of an item: its line and its page."""
    passages = answer.passages() if answer.passages is not None else ()
    return " ".join(text for runs in (answer.runs, *passages) for _, text in runs)


def _title(text: str) -> Answer:
    return Answer((("strong", visible(text.upper())),))


def outcome_answers(outcome: DraftOutcome, signs: bool) -> list[Answer]:
    """What became of each proposal of a draft; `signs` puts signs round the words that go and come."""
    answers = []
    for word in outcome.tally:
        answers.append(_title(TITLES[word]))
        for concession in outcome.with_outcome(word):
            heading = concession_heading(concession, outcome)
            what = concession.proposal or concession.at_adoption or ""
            line: tuple[StyledRun, ...] = (
                ("strong", f"  {visible(_ids(concession, outcome))}  "),
                ("faint", f"{what}: " if what not in ("", "edited") else ""),
                ("", visible(_reading(concession, outcome))),
            )
            answers.append(Answer(line, _proposal(concession, outcome, heading, signs)))
    return answers


def _ids(concession: Concession, outcome: DraftOutcome) -> str:
    """The ids in the draft and the adopted text; where neither has it, in last year's."""
    places = (concession.base, concession.draft, concession.adopted)
    ids = [names(numbers, text.paragraphs) for numbers, text in zip(places, outcome.texts, strict=True)]
    return " → ".join(dict.fromkeys(part for part in ids[1:] if part)) or ids[0]


def _reading(concession: Concession, outcome: DraftOutcome) -> str:
    """The words of the latest text that has it."""
    places = (concession.base, concession.draft, concession.adopted)
    readings = [reading_at(numbers, text) for numbers, text in zip(places, outcome.texts, strict=True)]
    return next(reading for reading in reversed(readings) if reading)


def _proposal(
    concession: Concession, outcome: DraftOutcome, heading: str, signs: bool
) -> Callable[[], Passages]:
    def passages() -> Passages:
        comparison, changes = changes_shown(concession, outcome)
        pages: list[Sequence[StyledRun]] = [[("strong", visible(heading))]]
        for change in changes:
            if change.edits and change.kind != "unchanged":
                pages.append(unified_of(change.shown_edits, signs))
                continue
            side = comparison.revised if change.revised else comparison.base
            style: StyleName = "insert" if change.kind == "added" else ""
            pages.append([(style, visible(reading_at(change.revised or change.base, side) or ""))])
        return pages

    return passages


def precedent_answers(row: ParagraphPrecedents, is_coloured: bool) -> list[Answer]:
    """The nearest wordings of a paragraph, and where its runs come from."""
    own: Passages = [run_pieces(row, is_coloured)]
    share = f"{round(100 * row.agreed)}% agreed, {row.new_words} words new"
    answers = [Answer((("strong", visible(f"{row.paragraph.id}  {share}")),), lambda: own)]
    if row.nearest:
        answers.append(_title("nearest wordings"))
    answers += [_precedent(precedent, own) for precedent in row.nearest]
    sources = {run.source.reference: (run, run.source) for run in row.runs if run.source is not None}
    if sources:
        answers.append(_title("where its words come from"))
    return [*answers, *(_source(run, source) for run, source in sources.values())]


def _source(run: AgreedRun, source: Standing) -> Answer:
    """Where some words of a paragraph first stood."""
    line = f"  {standing_words(source)}: {run.text.strip()}"
    words: Passages = [[("strong", visible(standing_words(source)))], [("", visible(run.text.strip()))]]
    version = f"{source.lineage}@{source.version}"
    return Answer((("", visible(line)),), lambda: words, version, source.paragraph)


def _precedent(precedent: Precedent, own: Passages) -> Answer:
    """A wording, what it lacks, the paragraph, and every place where it stands."""
    last = precedent.standings[0]
    words: list[Sequence[StyledRun]] = [
        [("strong", visible(precedent_words(precedent)))],
        [("", visible(precedent.text))],
    ]
    if precedent.differing:
        words.append([("faint", visible(f"not in it: {' · '.join(precedent.differing)}"))])
    words += own
    words += [[("faint", visible(standing_words(standing)))] for standing in precedent.standings]
    line = f"  {precedent_words(precedent)}"
    return Answer((("", visible(line)),), lambda: words, f"{last.lineage}@{last.version}", last.paragraph)


def ask_answers(asks: LineageAsks) -> list[Answer]:
    """The asks of a lineage through its years."""
    answers = []
    for title, threads in thread_sections(asks):
        answers.append(_title(title))
        for thread in threads:
            name = thread_place(thread, asks.texts)
            ask = thread.last.ask
            text = asks.texts[thread.last.version]
            is_over = thread.last.version < len(asks.texts) - 1
            year = (text.masthead.date or "")[:4] if is_over else ""
            line: tuple[StyledRun, ...] = (
                ("", f"  {fitted(visible(name), _NAME)} "),
                ("faint", f"{year} " if year else ""),
                ("strong", visible(who_of(ask, text))),
                ("", visible(f" · {ask.verb.phrase.lower()}: {ask.clause}")),
            )
            answers.append(Answer(line, _life(thread, asks.texts), text.source, name))
    return answers


def _life(thread: AskThread, texts: Sequence[Resolution]) -> Callable[[], Passages]:
    def passages() -> Passages:
        pages: list[Sequence[StyledRun]] = [[("strong", visible(thread_words(thread, texts)))]]
        before = ""
        for step in thread.steps:
            aspects = f" ({', '.join(step.aspects)})" if step.aspects else ""
            name = texts[step.version].paragraphs[step.ask.paragraph].id
            head = f"{dated(texts[step.version])} {name}, {step.fate}{aspects}"
            clause = step.ask.clause if step.ask.clause != before else "the same words"
            pages.append([("faint", visible(f"{head}: ")), ("", visible(clause))])
            before = step.ask.clause
        return pages

    return passages
