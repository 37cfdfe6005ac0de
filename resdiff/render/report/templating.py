"""Pages out of templates (jinja2): every value is escaped as `page.html_text` does, whatever a text holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from resdiff.render.report.page import PAGE_END, attribute_value, html_text, link_to, page_start


def rendered_page(template: str, title: str, **values: object) -> Iterator[str]:
    """A page of a template of `templates/`, in pieces; `values` are what it names."""
    start, end = Markup(page_start(title)), Markup(PAGE_END)  # noqa: S704 - they escape their title
    yield from _environment().get_template(template).generate(page_start=start, page_end=end, **values)


def rendered_part(template: str, **values: object) -> str:
    """A part of a page out of a template."""
    return _environment().get_template(template).render(**values)


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
    environment.filters["attribute"] = lambda text: Markup(attribute_value(text))  # noqa: S704 - escaped there
    environment.filters["link"] = lambda name: Markup(link_to(name))  # noqa: S704 - quoted there
    return environment


def _escaped(value: object) -> Markup:
    """A value as content of an element; what is markup already stays."""
    return value if isinstance(value, Markup) else Markup(html_text(str(value)))  # noqa: S704 - escaped there
