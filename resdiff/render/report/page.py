"""What every page in HTML has in common: escaping, and the names by which links find paragraphs."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from resdiff.core.model import Resolution
from resdiff.render.views.characters import RIGHT_TO_LEFT_WORDS, runs_right_to_left, visible


def html_text(text: str) -> str:
    """A text as content of an element: no sign of it acts, control characters are shown."""
    return escape(visible(text), quote=False)


def isolated(text: str) -> str:
    """Words of a text as content of an element among others: they do not turn the order of what stands around
    them (HTML, `bdi`).
    """
    return f"<bdi>{html_text(text)}</bdi>" if runs_right_to_left(text) else html_text(text)


def with_isolated_words(text: str) -> str:
    """A sentence of ours as content of an element; words in it that run from right to left stand alone."""
    return RIGHT_TO_LEFT_WORDS.sub(r"<bdi>\g<0></bdi>", html_text(text))


def attribute_value(text: str) -> str:
    """A text as the value of an attribute, in quotes."""
    return f'"{escape(visible(text))}"'


def language_of(text: Resolution) -> str:
    """The attributes that say the language of a text and let its letters decide the direction."""
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
