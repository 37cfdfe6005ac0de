"""One text as Akoma Ntoso 3.0 (OASIS LegalDocML), in the structure of the United Nations' guidelines: a statement named 'resolution'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from resdiff.core.model import Matter, Paragraph, Resolution
from resdiff.render.xml_text import allowed, escaped, printed, without_mark

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGES = {"ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "pt": "por", "ru": "rus", "zh": "zho"}
"""ISO 639-2 codes, which Akoma Ntoso wants, by those of ISO 639-1."""
_UNKNOWN_DATE = "1945-10-24"
"""The day of the Charter stands where a text tells no date: the schema wants one."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_ID = re.compile(r"[^A-Za-z0-9]+")


def resolution_akn(resolution: Resolution) -> Iterator[str]:
    """The text as an Akoma Ntoso document, in pieces, valid by the schema of OASIS."""
    notes = _notes(resolution)
    main = [p for p in resolution.paragraphs if p.part != "annex"]
    preamble = [p for p in main if p.part == "preamble"]
    body = [p for p in main if p.part != "preamble"]
    annex = [p for p in resolution.paragraphs if p.part == "annex"]
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">\n<statement name="resolution">\n'
    yield from _meta(resolution, "main")
    yield from _lines("preface", [m for m in resolution.matter if m.kind in ("masthead", "title", "sponsors")])
    organ = [m for m in resolution.matter if m.kind == "organ"]
    if organ or preamble:
        yield "<preamble>\n"
        yield from (f'<formula name="enactingFormula"><p>{escaped(m.text)}</p></formula>\n' for m in organ)
        yield from (f'<container name="preambular" {_eid(p)}>{_p(p, notes)}</container>\n' for p in preamble)
        yield "</preamble>\n"
    yield "<mainBody>\n"
    yield from _hierarchy(body, notes) if body else ("<p/>\n",)
    yield "</mainBody>\n"
    yield from _lines("conclusions", [m for m in resolution.matter if m.kind in ("adoption", "vote")])
    if annex:
        yield '<attachments>\n<attachment>\n<doc name="annex">\n'
        yield from _meta(resolution, "annex")
        yield "<mainBody>\n"
        yield from _hierarchy(annex, notes)
        yield "</mainBody>\n</doc>\n</attachment>\n</attachments>\n"
    yield "</statement>\n</akomaNtoso>\n"


def _eid(paragraph: Paragraph) -> str:
    return f'eId="{_ID.sub("_", paragraph.id).strip("_")}"'


def _meta(resolution: Resolution, component: str) -> Iterator[str]:
    """What identifies the work, its expression in a language, and its manifestation in a file."""
    head = resolution.masthead
    name = quoteattr(f"/akn/un/statement/{allowed((head.symbol or 'resolution').replace(' ', ''))}/{component}")
    told = head.date or ""
    date = told if _DATE.match(told) else f"{told}-01-01"[:10] if len(told) in (4, 7) else _UNKNOWN_DATE
    dated = f'<FRBRdate date="{date}" name="{"adoption" if told else "unknown"}"/><FRBRauthor href="#organ"/>'
    this = f"<FRBRthis value={name}/><FRBRuri value={name}/>{dated}"
    language = _LANGUAGES.get(resolution.language, "und")
    yield '<meta>\n<identification source="#resdiff">\n'
    yield f'<FRBRWork>{this}<FRBRcountry value="un"/></FRBRWork>\n'
    yield f'<FRBRExpression>{this}<FRBRlanguage language="{language}"/></FRBRExpression>\n'
    yield f"<FRBRManifestation>{this}</FRBRManifestation>\n</identification>\n"
    organ = allowed(head.organ or "unknown")
    if component == "main":
        yield f'<references source="#resdiff"><TLCOrganization eId="organ" href="/ontology/organization/un" showAs={quoteattr(organ)}/>'
        yield '<TLCOrganization eId="resdiff" href="/ontology/organization/resdiff" showAs="resdiff"/></references>\n'
    yield "</meta>\n"


def _lines(element: str, matter: Sequence[Matter]) -> Iterator[str]:
    if matter:
        yield f"<{element}>\n"
        yield from (f"<p>{escaped(m.text)}</p>\n" for m in matter if m.text)
        yield f"</{element}>\n"


def _notes(resolution: Resolution) -> dict[str, list[str]]:
    """By paragraph the notes that hang on it, each as an element."""
    found: dict[str, list[str]] = {}
    for note in resolution.matter:
        if note.kind == "footnote" and note.mark is not None and note.paragraph is not None:
            text = without_mark(note.text)
            told = f'<authorialNote marker={quoteattr(note.mark)} placement="bottom"><p>{escaped(text)}</p></authorialNote>'
            found.setdefault(note.paragraph, []).append(told)
    return found


def _p(paragraph: Paragraph, notes: dict[str, list[str]]) -> str:
    return f"<p>{escaped(paragraph.text)}{''.join(notes.get(paragraph.id, ()))}</p>"


def _hierarchy(paragraphs: Sequence[Paragraph], notes: dict[str, list[str]]) -> Iterator[str]:
    """Paragraphs with what hangs under them; those without a number stand as they are."""
    ids = {p.id for p in paragraphs}
    inner: dict[str | None, list[Paragraph]] = {}
    for paragraph in paragraphs:
        inner.setdefault(paragraph.parent if paragraph.parent in ids else None, []).append(paragraph)
    for paragraph in inner.get(None, []):
        yield from _numbered(paragraph, "paragraph", inner, notes) if paragraph.label or paragraph.id in inner else _plain(paragraph, notes)


def _plain(paragraph: Paragraph, notes: dict[str, list[str]]) -> Iterator[str]:
    kind = f' class="{paragraph.part}"' if paragraph.part == "heading" else ""
    yield _p(paragraph, notes).replace("<p>", f"<p {_eid(paragraph)}{kind}>", 1) + "\n"


def _numbered(paragraph: Paragraph, element: str, inner: dict[str | None, list[Paragraph]], notes: dict[str, list[str]]) -> Iterator[str]:
    label = printed(paragraph.label)
    number = f"<num>{escaped(label)}</num>" if label else ""
    yield f"<{element} {_eid(paragraph)}>{number}"
    children = inner.get(paragraph.id, [])
    if children:
        yield f"<list><intro>{_p(paragraph, notes)}</intro>\n"
        for child in children:
            yield from _numbered(child, "point", inner, notes)
        yield f"</list></{element}>\n"
    else:
        yield f"<content>{_p(paragraph, notes)}</content></{element}>\n"
