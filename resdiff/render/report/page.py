"""What every page in HTML has in common: its head with style and script inside, escaping, the names by which
links find paragraphs.

A page is whole in itself: it loads nothing, and says so in its content security policy (W3C CSP 3), which
also keeps any script out that a text might hold.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import quote

from resdiff.core.model import Resolution
from resdiff.render.views.characters import visible
from resdiff.version import __version__

PAGE_END = f"<footer>made by resdiff {__version__}</footer>\n</body>\n</html>\n"


def html_text(text: str) -> str:
    """A text as content of an element: no sign of it acts, control characters are shown."""
    return escape(visible(text), quote=False)


def attribute_value(text: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return f'"{escape(visible(text))}"'


def page_start(title: str, has_script: bool = False) -> str:
    """The page up to and with its title as heading; `has_script` says whether it filters and finds."""
    style, script = _part("report.css"), _part("report.js") if has_script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'" + (
        f"; script-src '{_hash(script)}'" if script else ""
    )
    code = f'<script type="module">{script}</script>\n' if script else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta'
        f' http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="viewport"'
        ' content="width=device-width, initial-scale=1">\n<meta name="referrer"'
        ' content="no-referrer">\n<meta name="generator" content="resdiff'
        f' {__version__}">\n<title>{html_text(title)}</title>\n'
        f"<style>{style}</style>\n{code}</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the text</a>\n<header>\n'
        f'<h1 dir="auto">{html_text(title)}</h1>\n'
    )


@cache
def _part(name: str) -> str:
    return files("resdiff.render.report").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def language_of(text: Resolution) -> str:
    """The attributes that tell the language of a text and let its letters tell the direction."""
    return (
        f'lang="{text.language}" dir="auto"'
        if text.language.isalpha() and text.language != "und"
        else 'dir="auto"'
    )


def anchor(paragraph: str, prefix: str = "") -> str:
    """The id of an element that stands for a paragraph, by the paragraph's id."""
    return prefix + "_".join(paragraph.split())


def link_to(name: str) -> str:
    """The address of an element within the page, in quotes."""
    return f'"#{quote(name, safe="()")}"'


def section(name: str, title: str) -> str:
    """The start of a section with its heading."""
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n'


def scroll_box_start(name: str) -> str:
    """The start of what may be wider than the page, called as the heading `name`; the keyboard reaches it."""
    return f'<div class="scroll" tabindex="0" role="group" aria-labelledby="{name}">\n'


def header_cells(names: Iterable[str], kind: str = "") -> str:
    """The heads of columns."""
    attribute = f' class="{kind}"' if kind else ""
    return "".join(
        f'<th scope="col"{attribute}>{html_text(name)}</th>' if name else "<td></td>" for name in names
    )


def warnings_html(warnings: Iterable[str], of: str = "") -> str:
    """What a reader must know, a paragraph each; `of` says of which text."""
    subject = f"{html_text(of)}: " if of else ""
    return "".join(
        f'<p class="warning" role="note">{subject}{html_text(warning)}</p>\n' for warning in warnings
    )


def contents_html(sections: Iterable[tuple[str, str]]) -> str:
    """Links to the sections of a page, by their names and titles."""
    links = "".join(f'<a href="#{name}">{title}</a>' for name, title in sections)
    return f'<nav class="contents" aria-label="Contents">{links}</nav>\n'
