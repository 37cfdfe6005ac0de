"""Pages out of templates (jinja2): every value is escaped, and its control characters are shown.

A page is whole in itself: it loads nothing, and says so in its content security policy (W3C CSP 3), which
also keeps any script out that a text might hold.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from resdiff.render.report.page import anchor, isolated, link_to, with_isolated_words
from resdiff.render.views.characters import visible
from resdiff.version import __version__


def rendered_page(template: str, title: str, *, has_script: bool = False, **values: object) -> Iterator[str]:
    """A page of a template of `templates/`, in pieces; `values` are what it names, `has_script` says whether
    it filters and finds.
    """
    style, script = _part("report.css"), _part("report.js") if has_script else Markup()
    policy = f"default-src 'none'; style-src '{_hash(style)}'" + (
        f"; script-src '{_hash(script)}'" if script else ""
    )
    fixed = {
        "title": title,
        "style": style,
        "script": script,
        "policy": as_markup(policy),
        "version": __version__,
    }
    yield from _environment().get_template(template).generate(**fixed, **values)


def rendered_part(template: str, **values: object) -> Markup:
    """A part of a page out of a template."""
    return as_markup(_environment().get_template(template).render(**values))


def as_markup(*pieces: str) -> Markup:
    """Pieces whose texts are escaped already, for a template to take as they are."""
    return Markup("".join(pieces))  # noqa: S704 - whoever calls this has escaped them


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("resdiff.render.report"),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["anchor"] = anchor
    environment.filters["isolated"] = lambda text: as_markup(isolated(text))
    environment.filters["words_isolated"] = lambda text: as_markup(with_isolated_words(text))
    environment.filters["link"] = lambda name: as_markup(link_to(name))
    return environment


def _escaped(value: object) -> Markup:
    """A value as content of an element or, in quotes, of an attribute; what is markup already stays."""
    return value if isinstance(value, Markup) else as_markup(escape(visible(str(value))))


@cache
def _part(name: str) -> Markup:
    return as_markup(files("resdiff.render.report").joinpath(name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
