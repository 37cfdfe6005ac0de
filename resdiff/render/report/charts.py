"""Charts as SVG within a page: a bar a version, parted into layers.

The same values stand below as a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from resdiff.render.report.page import attribute_value, html_text

_WIDTH, _HEIGHT, _LEFT, _BOTTOM_MARGIN, _TOP = 720, 200, 40, 22, 8
_MAX_STEP, _MIN_WIDTH = 56, 240
_RIGHT = 10
_MIN_STEP_WITH_GAP = 6
"""Bars up to this width are drawn without a gap between them."""
_LABELS = 24
"""The most numbers below the bars."""


class Layer(Struct, frozen=True, kw_only=True):
    """One layer of all bars, the lowest first."""

    name: str
    style: str
    """The class that gives it its colour."""
    values: Sequence[float]
    """How high it is in each bar; all of a chart in one unit."""
    opacity: float = 1.0


class Chart(Struct, frozen=True, kw_only=True):
    """Bars of layers."""

    title: str
    bars: Sequence[str]
    """What each bar stands for."""
    layers: Sequence[Layer]
    unit: str = ""
    """What stands behind each value."""


def chart_html(chart: Chart) -> Iterator[str]:
    """The chart with its title and its table."""
    most = (
        max((sum(layer.values[k] for layer in chart.layers) for k in range(len(chart.bars))), default=0) or 1
    )
    step = min((_WIDTH - _LEFT) / max(len(chart.bars), 1), _MAX_STEP)
    yield f"<figure>\n<figcaption>{html_text(chart.title)}</figcaption>\n"
    name = attribute_value(f"{chart.title}; values in the table below")
    width, height = (
        _number(max(_LEFT + step * len(chart.bars), _MIN_WIDTH) + _RIGHT),
        _TOP + _HEIGHT + _BOTTOM_MARGIN,
    )
    yield (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f" aria-label={name}>\n"
    )
    for share in (0, 1):
        y = _number(_TOP + _HEIGHT * (1 - share))
        yield f'<line x1="{_LEFT}" x2="{width}" y1="{y}" y2="{y}"/>'
        yield (
            f'<text x="{_LEFT - 4}" y="{y}" text-anchor="end"'
            f' dominant-baseline="middle">{_number(most * share)}{chart.unit}</text>\n'
        )
    every = -(-len(chart.bars) // _LABELS)
    for k, bar in enumerate(chart.bars):
        x = _LEFT + k * step
        yield from _bar(chart, k, x, step, most)
        if k % every == 0:
            place = f'x="{_number(x + step / 2)}" y="{_TOP + _HEIGHT + 15}"'
            yield f'<text {place} text-anchor="middle">{k + 1}<title>{html_text(bar)}</title></text>\n'
    yield "</svg>\n"
    yield from _table(chart)
    yield "</figure>\n"


def _bar(chart: Chart, k: int, x: float, step: float, most: float) -> Iterator[str]:
    gap, thin = (1, "") if step > _MIN_STEP_WITH_GAP else (0, " thin")
    top = float(_TOP + _HEIGHT)
    for layer in chart.layers:
        size = layer.values[k] / most * _HEIGHT
        if size > 0:
            top -= size
            opacity = f' fill-opacity="{layer.opacity:.2f}"' if layer.opacity < 1 else ""
            place = (
                f'x="{_number(x + gap)}" y="{_number(top)}" width="{_number(step - 2 * gap)}"'
                f' height="{_number(size)}"'
            )
            name = f"{chart.bars[k]}: {layer.name} {_number(layer.values[k])}{chart.unit}"
            yield (
                f'<rect class="{layer.style}{thin}"'
                f" {place}{opacity}><title>{html_text(name)}</title></rect>\n"
            )


def _table(chart: Chart) -> Iterator[str]:
    """The values, a row a version."""
    yield '<details><summary>as a table</summary>\n<div class="scroll">\n<table>\n<thead><tr>'
    yield (
        f'<th scope="col">version</th>{_heads(layer.name for layer in chart.layers)}</tr></thead>\n<tbody>\n'
    )
    for k, bar in enumerate(chart.bars):
        cells = "".join(
            f'<td class="number">{_number(layer.values[k])}{chart.unit}</td>' for layer in chart.layers
        )
        yield f'<tr><th scope="row">{k + 1} <bdi>{html_text(bar)}</bdi></th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n</details>\n"


def _heads(names: Iterable[str]) -> str:
    return "".join(f'<th scope="col" class="number">{html_text(name)}</th>' for name in names)


def _number(value: float) -> str:
    """A number with a digit behind the point where it has one."""
    return f"{value:.1f}".removesuffix(".0")
