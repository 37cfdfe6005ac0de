"""The sample texts: in an installed package beside it, in a checkout in samples/."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

DEMO = ("coastal-fund/2-draft-rev1.txt", "coastal-fund/3-adopted.txt")
"""The two that `resdiff demo` compares."""


@contextmanager
def sample(name: str = "") -> Iterator[Path]:
    """The path of a sample, by its name below samples/, for as long as it is needed.

    Of the whole folder without a name.
    """
    installed = resources.files("resdiff").joinpath("_samples")
    place = installed if installed.is_dir() else resources.files("resdiff").joinpath("../samples")
    with resources.as_file(place.joinpath(name) if name else place) as path:
        yield path


@contextmanager
def demo_pair() -> Iterator[tuple[Path, Path]]:
    """The paths of the two texts of the demo."""
    with sample(DEMO[0]) as base, sample(DEMO[1]) as revised:
        yield base, revised
