"""The facts above a text: symbol, organ, session, agenda item, date, number, title, stage, sponsors.

Forms after the UN Editorial Manual and what texts of HRC, GA, Security Council and ECOSOC show.
"""

from __future__ import annotations

import re
from typing import cast

from msgspec.structs import replace

from resdiff.core.dates import DATE, iso_date
from resdiff.core.genres import un
from resdiff.core.languages import CLOSING_MARKS, english
from resdiff.core.model import Masthead, MatterKind, Stage
from resdiff.core.parse.facts.vote import split_names
from resdiff.core.parse.layout.blocks import Block
from resdiff.core.patterns import compiled_late
from resdiff.core.symbols import SYMBOL

TEXT_NUMBER = re.compile(un.NUMBER)
_SECURITY = compiled_late(un.SECURITY_NUMBER, re.IGNORECASE)
_SESSION = compiled_late(un.SESSION, re.IGNORECASE)
_AGENDA = compiled_late(un.AGENDA_ITEM, re.IGNORECASE)
_ADOPTED = compiled_late(un.ADOPTED_BY, re.IGNORECASE)
_SPONSORS = compiled_late(un.SPONSORS, re.IGNORECASE)
_SPONSOR_LINE = compiled_late(un.SPONSOR_LINE, re.IGNORECASE)
_SUBMITTED = re.compile(un.SUBMITTED, re.IGNORECASE)
_BASED_ON = re.compile(un.BASED_ON)
_REPORT = re.compile(r"\[.*\]$")
_NOT_TITLE = compiled_late(un.NO_TITLE, re.IGNORECASE)
_CITES_ANOTHER = re.compile(un.CITES_ANOTHER, re.IGNORECASE)
_ARTICLE = re.compile(english.ARTICLE_BEFORE_NAME, re.IGNORECASE)
_REVISION = re.compile(un.REVISION)
_LIMITED = re.compile(un.LIMITED_SYMBOL)
_HEAD_LINE = compiled_late(un.HEAD_LINE)
_FACT = compiled_late(f"{un.NO_TITLE}|{un.SESSION}|{un.AGENDA_ITEM}|{un.ADOPTED_BY}", re.IGNORECASE)
_CLOSING = frozenset((*",;.:", *CLOSING_MARKS))
_LEAST_WORDS, _LEAST_WORDS_WITH_DATE = 4, 12
"""Words of a line above the text from which on it may be prose: without a date, and with one."""
_MOST_WORDS_OF_A_FACT = 40
"""A longer sentence above the text is prose, though it names a session or an agenda item."""


def is_prose(line: str) -> bool:
    """Whether a line above the text is no fact: a sentence that ends with a closing mark.

    A short line with a date is one of the record of adoption.
    """
    if line[-1] not in _CLOSING or line[0] in "[*#" or TEXT_NUMBER.match(line) is not None:
        return False
    words = len(line.split())
    if words <= _MOST_WORDS_OF_A_FACT and _FACT.search(line) is not None:
        return False
    least = _LEAST_WORDS if DATE.search(line) is None else _LEAST_WORDS_WITH_DATE
    return words >= least or not line.isascii()


class MastheadReading:
    """The facts that the blocks above the text give, and the kind of each block."""

    def __init__(self) -> None:
        self.facts = Masthead()
        self.tells_adoption = False
        """Whether the masthead says on which day the text was adopted."""
        self.kinds: dict[int, MatterKind] = {}
        """The kind of each block, by its place; masthead where it is not given."""


def facts_of_document(blocks: list[Block]) -> Masthead:
    """The facts at the head of a document that is no resolution: its title is the first line below those of
    distribution, session and agenda.
    """
    last = max((k for k, block in enumerate(blocks) if _HEAD_LINE.match(block.text)), default=-1)
    title = blocks[last + 1].text if last + 1 < len(blocks) else None
    return replace(read_masthead(blocks, None).facts, stage="other", title=title)


def _outside_brackets(text: str) -> str:
    """The text with a blank for each passage in brackets."""
    parts, place = [], 0
    while (begin := text.find("[", place)) >= 0 and (end := text.find("]", begin)) >= 0:
        parts += [text[place:begin], " "]
        place = end + 1
    return "".join([*parts, text[place:]])


def read_masthead(blocks: list[Block], organ: str | None) -> MastheadReading:
    """The facts in the blocks above the organ line.

    `organ` is the organ that line names, None where it is missing.
    """
    head = MastheadReading()
    texts = [b.text for b in blocks]
    joined = "\n".join(texts)
    number, title = _title(blocks, head)
    sponsors = _sponsors(texts, head)
    adopted = next((k for k, text in enumerate(texts) if _ADOPTED.match(text)), None)
    said = _said_of_adoption(texts, adopted, head)
    by = _ADOPTED.match(said)
    named = by[1] if by is not None and by[1] and not organ else organ
    organ_name = _ARTICLE.sub("", named).strip(" ,.") if named else None
    security = _SECURITY.search(joined)
    if security is not None and number is None:
        number = f"{security[1] or security[3]} ({security[2] or security[4]})"
    alone = next((t.rstrip("*") for t in texts if SYMBOL.fullmatch(t) is not None), None)
    symbol = alone or derived_symbol(organ_name, number, draft=bool(sponsors)) or _cited_symbol(texts)
    untitled = "\n".join(text for k, text in enumerate(texts) if head.kinds.get(k) != "title")
    session = _SESSION.search(untitled)
    agenda = _AGENDA.search(joined)
    dates = [iso_date(m) for m in DATE.finditer(_outside_brackets(untitled))]
    adopted_on = DATE.search(said)
    date = iso_date(adopted_on) if adopted_on else dates[0] if dates else None
    head.tells_adoption = adopted_on is not None
    head.facts = Masthead(
        symbol=symbol,
        number=number,
        title=title,
        organ=organ_name,
        session=session[1] if session else None,
        agenda_item=agenda[1] if agenda else None,
        date=date,
        stage=_stage(joined, symbol, sponsors, number, adopted is not None),
        sponsors=sponsors,
    )
    return head


def _said_of_adoption(texts: list[str], first: int | None, head: MastheadReading) -> str:
    """The lines that say by whom and when a text was adopted, from the first on; a title among them may have
    the date of a treaty.
    """
    near = range(first, min(first + 3, len(texts))) if first is not None else ()
    return " ".join(texts[k] for k in near if head.kinds.get(k) != "title")


def _title(blocks: list[Block], head: MastheadReading) -> tuple[str | None, str | None]:
    """The number and the title: the block that a resolution's number opens, else the last block that may be a
    title.
    """
    for k in range(len(blocks) - 1, -1, -1):
        match = TEXT_NUMBER.match(blocks[k].text)
        if match is not None and not DATE.match(blocks[k].text):
            title = blocks[k].text[match.end() :]
            for after in range(k + 1, len(blocks)):
                if _may_be_title(blocks[after]) and (blocks[after].loose or title[-1:] in ",:-–"):
                    title += " " + blocks[after].text
                    head.kinds[after] = "title"
            head.kinds[k] = "title"
            return match["number"], title.strip() or None
    for k in range(len(blocks) - 1, -1, -1):
        if _may_be_title(blocks[k]) and not _is_sponsor_line(blocks[k].text):
            if _may_stand_below(blocks[k], blocks[:k]):
                head.kinds[k] = "title"
                return None, blocks[k].text
            return None, None
        if blocks[k].kind == "text" and not _REPORT.match(blocks[k].text):
            return None, None
    return None, None


def _may_stand_below(block: Block, above: list[Block]) -> bool:
    """Whether a title without a number may stand below the blocks above: sponsors, a record of adoption, or a
    symbol.
    """
    if any(_is_sponsor_line(b.text) or _ADOPTED.match(b.text) for b in above):
        return True
    has_symbol = any(SYMBOL.fullmatch(b.text) is not None for b in above)
    return (
        has_symbol
        and 2 < block.text.count(" ") + 1 < 40
        and block.text[0].isupper()
        and not _SESSION.search(block.text)
    )


def _may_be_title(block: Block) -> bool:
    return (
        block.kind == "text"
        and _NOT_TITLE.match(block.text) is None
        and SYMBOL.fullmatch(block.text) is None
        and _SESSION.fullmatch(block.text) is None
    )


def _is_sponsor_line(text: str) -> bool:
    return any(pattern.match(text) is not None for pattern in (_SPONSORS, _SUBMITTED, _SPONSOR_LINE))


def _sponsors(texts: list[str], head: MastheadReading) -> tuple[str, ...]:
    lines = [(k, match) for k, text in enumerate(texts) if (match := _SPONSOR_LINE.fullmatch(text))]
    if lines:
        head.kinds.update((k, "sponsors") for k, _ in lines)
        return tuple(name for _, match in lines for name in split_names(match["names"]))
    for k, text in enumerate(texts):
        match = _SPONSORS.match(text)
        submitted = _SUBMITTED.match(text)
        if submitted is not None:
            head.kinds[k] = "sponsors"
            return (_BASED_ON.split(submitted[1])[0].strip(),) if submitted[1] else ()
        if match is not None:
            head.kinds[k] = "sponsors"
            return tuple(name.rstrip("*") for name in split_names(match["names"]))
    return ()


def _cited_symbol(texts: list[str]) -> str | None:
    """A symbol among other words, in a line that does not cite another document."""
    for text in texts:
        if (
            len(text) < 200
            and not text.startswith("[")
            and not TEXT_NUMBER.match(text)
            and not _CITES_ANOTHER.search(text)
        ):
            match = SYMBOL.search(text)
            if match is not None and re.search(r"\d", match[0]):
                return match[0].rstrip("*")
    return None


def derived_symbol(organ: str | None, number: str | None, draft: bool) -> str | None:
    """The symbol that follows from an organ of the United Nations and the number of an adopted text.

    None where none does.
    """
    if not organ or not number or draft or not re.search(r"\d$|\)$|[A-Z]$", number):
        return None
    stem = un.SYMBOL_STEMS.get(organ.lower())
    return f"{stem}{number}" if stem else None


def _stage(
    joined: str, symbol: str | None, sponsors: tuple[str, ...], number: str | None, adopted: bool
) -> Stage | None:
    """How far the text has come, by what stands above it; None where nothing tells."""
    lowered = joined.lower()
    if adopted or (symbol and un.ADOPTED_SYMBOL in symbol):
        return "adopted"
    stage = next((stage for stage, words in un.STAGE_WORDS if words in lowered), None)
    is_revision = _REVISION.search(f"{symbol or ''}\n{lowered}".lower()) is not None
    if is_revision and stage in (None, "draft"):
        return "revised draft"
    if stage is not None:
        return cast("Stage", stage)
    is_limited = symbol is not None and _LIMITED.search(symbol) is not None
    has_no_number = number is not None and not number[-1].isalnum() and number[-1] != ")"
    if sponsors or is_limited or has_no_number:
        return "draft"
    return "adopted" if number else None
