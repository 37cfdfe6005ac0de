"""compare, for two language versions of one text."""

from __future__ import annotations

from pathlib import Path

from resdiff.cli import diagnostics
from resdiff.cli.output import Colour, is_coloured, width_of, write_subject
from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.render.formats import Subject, WriteOptions, formats_of
from resdiff.render.views.labels import title_of
from resdiff.workspace.renderings import concordance_of

_SUBJECT: Subject = "concordance"


def check_languages(
    comparison: Comparison, form: str, output: Path | None, width: int | None, color: Colour, quiet: bool
) -> int:
    """Writes what differs between two language versions; gives the status: 1 where they differ."""
    formats = formats_of(_SUBJECT)
    if form not in formats:
        raise UsageError(
            f"two language versions are not written as {form}", f"use one of {', '.join(formats)}"
        )
    for side in (comparison.base, comparison.revised):
        diagnostics.warn(side.source, side.warnings, quiet)
    concordance = concordance_of(comparison)
    if concordance.has_two_symbols:
        names = [title_of(text) for text in (concordance.first, concordance.second)]
        diagnostics.warn(" and ".join(names), ["their symbols say that these are two texts"], quiet)
    options = WriteOptions(width=width_of(output, width), is_coloured=is_coloured(color, output))
    write_subject(_SUBJECT, form, [concordance], options, output)
    return diagnostics.HAS_CHANGES if concordance.differs else diagnostics.DONE
