"""Documents with tracked changes: the text without them and with them, and who took words out."""

from __future__ import annotations

from itertools import filterfalse

from msgspec.structs import replace

from resdiff.core.errors import UsageError
from resdiff.core.model import FileOrigin, Resolution, VersionOrigin
from resdiff.readers.changes import READ_AS_ACCEPTED
from resdiff.readers.formats import has_tracked_changes
from resdiff.workspace.texts import STDIN, parse_bytes, read_bytes


def before_and_after(reference: str) -> tuple[Resolution, Resolution]:
    """A file without its tracked changes, and with them accepted.

    Raises UsageError where it has none, InputError for what cannot be read.
    """
    data = read_bytes(reference)
    shown = "standard input" if reference == STDIN else f"'{reference}'"
    after = parse_bytes(data, shown, f"{reference} (changes accepted)")
    if not has_tracked_changes(data, shown):
        raise UsageError(
            "only one text is given",
            f"name another to compare '{reference}' with: it has no tracked changes of its words",
        )
    before = parse_bytes(data, shown, f"{reference} (changes rejected)", "reject")
    once = tuple(warning for warning in before.warnings if warning not in after.warnings)
    left = tuple(filterfalse(_is_of_pending, after.warnings))
    return replace(before, warnings=once), replace(after, warnings=left)


def _is_of_pending(warning: str) -> bool:
    """Whether a warning says that changes are read as accepted."""
    return warning.endswith(READ_AS_ACCEPTED)


def with_deletions(base: Resolution, revised: Resolution, store: str | None = None) -> Resolution:
    """The base text with the words that the tracked changes of the revised one take out of it, by who took
    them out: those of paragraphs that stand in the document, changes rejected, as in the base text.
    """
    has_document = isinstance(revised.origin, FileOrigin | VersionOrigin)
    if not has_document or not any(map(_is_of_pending, revised.warnings)):
        return base
    from resdiff.workspace.sources import bytes_of  # few texts have pending changes

    before = parse_bytes(bytes_of(revised, store), f"'{revised.source}'", revised.source, "reject")
    ids = {paragraph.text: paragraph.id for paragraph in base.paragraphs}
    readings = {paragraph.id: paragraph.text for paragraph in before.paragraphs}
    deleted = tuple(
        replace(words, paragraph=ids[readings[words.paragraph]])
        for words in before.tracked
        if readings[words.paragraph] in ids
    )
    authors = {(one.kind, one.text): one.deleted_by for one in before.matter}
    matter = tuple(replace(one, deleted_by=authors.get((one.kind, one.text), ())) for one in base.matter)
    return replace(base, tracked=(*base.tracked, *deleted), matter=matter)
