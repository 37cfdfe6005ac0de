"""The brief of a comparison, with what the user set."""

from __future__ import annotations

from resdiff.core.brief import Brief, brief_of
from resdiff.core.compare import Comparison
from resdiff.core.errors import ResdiffError
from resdiff.core.watch import NOTHING_WATCHED
from resdiff.workspace.settings import read_settings


def brief_as_set(comparison: Comparison) -> tuple[Brief, str]:
    """The brief of a comparison; and what is wrong with the settings, which it then does without, or ''."""
    try:
        return brief_of(comparison, read_settings().watch), ""
    except ResdiffError as error:
        return brief_of(comparison, NOTHING_WATCHED), str(error)
