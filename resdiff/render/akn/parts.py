"""The parts of an Akoma Ntoso document (OASIS LegalDocML 3.0): what identifies it, its lines, its paragraphs
in their structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from resdiff.core.model import Matter, MatterKind, Paragraph, Part, Resolution, Vote
from resdiff.render.views.note_calls import NoteCall, cut_at_calls
from resdiff.render.views.xml import attribute, escaped

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
BEGIN = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">\n<statement'
    ' name="resolution">\n'
)
DOCUMENT_END = "</statement>\n</akomaNtoso>\n"
ABOVE: tuple[MatterKind, ...] = ("masthead", "title", "sponsors")
BELOW: tuple[MatterKind, ...] = ("adoption", "vote")
_LANGUAGES = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}
"""ISO 639-2 codes, which Akoma Ntoso wants, by those of ISO 639-1."""
_UNKNOWN_DATE = "1945-10-24"
"""The day of the Charter stands where a text tells no date: the schema wants one."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_ID = re.compile(r"[^A-Za-z0-9]+")
_SIDES = (("in_favour", "in favour"), ("against", "against"), ("abstaining", "abstaining"))
_PREAMBLE, _BODY, _ANNEX = range(3)
_EMPTY = "<p/>\n"
"""What a body without paragraphs holds: the schema wants something."""


class Item(Struct, frozen=True, kw_only=True):
    """A paragraph with what hangs under it."""

    name: str
    """Its eId."""
    part: Part
    level: int
    """1 for a paragraph, 2 for what hangs under it, and so on."""
    number: str
    """The content of its number; '' for none."""
    content: str
    """The content of its text, notes included."""
    inner: list[Item] = field(default_factory=list)


def eids(paragraphs: Sequence[Paragraph], prefix: str = "") -> list[str]:
    """What paragraphs are called within a document, each once."""
    names: dict[str, None] = {}
    for paragraph in paragraphs:
        name = plain = prefix + _ID.sub("_", paragraph.id).strip("_")
        count = 1
        while name in names:
            count += 1
            name = f"{plain}__{count}"
        names[name] = None
    return list(names)


def sections_of(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For each paragraph whether it stands in the preamble (0), the body (1) or the annexes (2): these are
    runs in that order.

    Headings above the first paragraph of an annex are the annex's.
    """
    parts = [paragraph.part for paragraph in paragraphs]
    preamble = 0
    while preamble < len(parts) and parts[preamble] in ("preamble", "heading"):
        preamble += 1
    while preamble and parts[preamble - 1] == "heading":
        preamble -= 1
    annex = len(parts)
    while annex > preamble and parts[annex - 1] in ("annex", "heading"):
        annex -= 1
    if "annex" not in parts[annex:]:
        annex = len(parts)
    return [_PREAMBLE if k < preamble else _BODY if k < annex else _ANNEX for k in range(len(parts))]


def meta(text: Resolution, component: str = "main", analysis: str = "") -> Iterator[str]:
    """What identifies the work, its expression in a language, and its manifestation in a file.

    `analysis` stands with it.
    """
    head = text.masthead
    name = attribute(f"{address_of(text)}/{component}")
    day = head.date or ""
    date = day if _DATE.match(day) else f"{day}-01-01"[:10] if len(day) in (4, 7) else _UNKNOWN_DATE
    event = ("adoption" if head.stage == "adopted" else "document") if day else "unknown"
    dated = f'<FRBRdate date="{date}" name="{event}"/><FRBRauthor href="#organ"/>'
    this = f"<FRBRthis value={name}/><FRBRuri value={name}/>{dated}"
    yield '<meta>\n<identification source="#resdiff">\n'
    yield f'<FRBRWork>{this}<FRBRcountry value="un"/></FRBRWork>\n'
    yield (
        f"<FRBRExpression>{this}<FRBRlanguage"
        f' language="{_LANGUAGES.get(text.language, "und")}"/></FRBRExpression>\n'
    )
    yield f"<FRBRManifestation>{this}</FRBRManifestation>\n</identification>\n"
    if component == "main":
        analysis += _voting(text.vote)
        yield f'<analysis source="#resdiff">\n{analysis}</analysis>\n' if analysis else ""
        organ = attribute(head.organ or "unknown")
        yield (
            '<references source="#resdiff"><TLCOrganization eId="organ" href="/ontology/organization/un"'
            f" showAs={organ}/>"
        )
        yield '<TLCOrganization eId="resdiff" href="/ontology/organization/resdiff" showAs="resdiff"/>'
        if text.vote is not None and text.vote.in_favour is not None:
            for side, shown in _SIDES:
                yield f'<TLCConcept eId="{side}" href="/ontology/concept/vote/{side}" showAs="{shown}"/>'
            yield '<TLCRole eId="member" href="/ontology/role/member" showAs="member"/>'
        yield "</references>\n"
    yield "</meta>\n"


def address_of(text: Resolution) -> str:
    """Where a text stands among all documents."""
    return f"/akn/un/statement/{(text.masthead.symbol or 'resolution').replace(' ', '')}"


def _voting(vote: Vote | None) -> str:
    """How many voted how, and who."""
    if vote is None or vote.in_favour is None:
        return ""
    counts = "".join(
        f'<count eId="count_{side}" refersTo="#{side}" value="{number}">{_voters(vote, side)}</count>'
        for side, _ in _SIDES
        if (number := getattr(vote, side)) is not None
    )
    return f'<parliamentary><voting eId="voting">{counts}</voting></parliamentary>\n'


def _voters(vote: Vote, side: str) -> str:
    """The names of one side, as the documents of the United Nations have them."""
    names = "".join(
        f'<organization refersTo="#member">{escaped(name)}</organization>'
        for name in vote.names.get(side, ())
    )
    return f'<akn4un:voters xmlns:akn4un="http://un.org/akn4un">{names}</akn4un:voters>' if names else ""


def lines_in(element: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines, each the content of a paragraph, within an element; nothing where there are none."""
    if lines:
        yield f"<{element}>\n"
        yield from (f"<p>{line}</p>\n" for line in lines)
        yield f"</{element}>\n"


def line_of(matter: Matter) -> str:
    """A line above or below the paragraphs, as the content of its element."""
    return f"<docTitle>{escaped(matter.text)}</docTitle>" if matter.kind == "title" else escaped(matter.text)


def with_notes(reading: str, calls: Sequence[NoteCall]) -> str:
    """A reading, each footnote as an element where it is called."""
    return "".join(
        escaped(words) + (note_element(call) if call is not None else "")
        for words, call in cut_at_calls(reading, calls)
    )


def note_element(call: NoteCall) -> str:
    """A footnote as an element."""
    marker = attribute(call.note.mark or "*")
    return f'<authorialNote marker={marker} placement="bottom"><p>{escaped(call.text)}</p></authorialNote>'


def structure(
    organ: Sequence[str], items: Sequence[tuple[int, Item]], conclusions: Sequence[str], annex_meta: str
) -> Iterator[str]:
    """Preamble, body, conclusions and annexes.

    `organ` are the lines of the organ, `items` the paragraphs with their sections.
    """
    preamble, body, annex = (
        [item for at, item in items if at == section] for section in (_PREAMBLE, _BODY, _ANNEX)
    )
    if organ or preamble:
        yield "<preamble>\n"
        yield from (f'<formula name="enactingFormula"><p>{line}</p></formula>\n' for line in organ)
        for item in _tree(preamble):
            kind = "heading" if item.part == "heading" else "preambular"
            yield f'<container name="{kind}" eId="{item.name}">{_block(item)}</container>\n'
        yield "</preamble>\n"
    yield f"<mainBody>\n{_hierarchy(_tree(body), 'operative') if body else _EMPTY}</mainBody>\n"
    yield from lines_in("conclusions", conclusions)
    if annex:
        yield f'<attachments>\n<attachment>\n<doc name="annex">\n{annex_meta}<mainBody>\n'
        yield f"{_hierarchy(_tree(annex), 'annex')}</mainBody>\n</doc>\n</attachment>\n</attachments>\n"


def _tree(items: Sequence[Item]) -> list[Item]:
    """The items, each under the last one before it of a lower level.

    Headings stand among what follows them, and hold nothing.
    """
    roots: list[Item] = []
    above: list[Item] = []
    for item, level in zip(items, _levels(items), strict=True):
        while above and above[-1].level >= level:
            above.pop()
        (above[-1].inner if above else roots).append(item)
        if item.part != "heading":
            above.append(item)
    return roots


def _levels(items: Sequence[Item]) -> list[int]:
    """The level on which each item is put: a heading on that of the paragraph behind it."""
    levels: list[int] = []
    after = 1
    for item in reversed(items):
        after = item.level if item.part != "heading" else max(after, item.level)
        levels.append(after)
    return levels[::-1]


def _block(item: Item) -> str:
    """A preambular paragraph; what bears a number or holds others is a list."""
    if item.number:
        return f'<blockList eId="{item.name}__list">{_list_item(item)}</blockList>'
    if item.inner:
        inner = "".join(map(_list_item, item.inner))
        return (
            "<blockList"
            f' eId="{item.name}__list"><listIntroduction>{item.content}</listIntroduction>{inner}</blockList>'
        )
    return _text(item, "preamble")


def _list_item(item: Item) -> str:
    inner = "".join(map(_list_item, item.inner))
    below = f'<blockList eId="{item.name}__items">{inner}</blockList>' if inner else ""
    return f'<item eId="{item.name}__item">{_number(item)}{_text(item, "preamble")}{below}</item>'


def _hierarchy(items: Sequence[Item], usual: Part) -> str:
    """Paragraphs of the body or an annex; those without a number that hold no other stand as they are."""
    return "".join(
        _numbered(one, "paragraph", usual) if one.number or one.inner else f"{_text(one, usual, one.name)}\n"
        for one in items
    )


def _numbered(item: Item, element: str, usual: Part) -> str:
    text = _text(item, usual)
    if not item.inner:
        return f'<{element} eId="{item.name}">{_number(item)}<content>{text}</content></{element}>\n'
    points = "".join(_numbered(one, "point", usual) for one in item.inner)
    inner = f'<list eId="{item.name}__list"><intro>{text}</intro>\n{points}</list>'
    return f'<{element} eId="{item.name}">{_number(item)}{inner}</{element}>\n'


def _number(item: Item) -> str:
    return f"<num>{item.number}</num>" if item.number else ""


def _text(item: Item, usual: Part, name: str = "") -> str:
    """The text of a paragraph; its class tells the part where that is not the usual one there."""
    named = f' eId="{name}"' if name else ""
    kind = f' class="{item.part}"' if item.part != usual else ""
    return f"<p{named}{kind}>{item.content}</p>"
