"""A text is read: a file, standard input, or a version of the store."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from resdiff.core.errors import InputError, UsageError
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import FileOrigin, Resolution, StdinOrigin
from resdiff.core.verbs import Verbs, find_verbs
from resdiff.readers.changes import Changes
from resdiff.workspace.texts import STDIN, parse_bytes, read_bytes

if TYPE_CHECKING:  # one text is read without the comparer
    from resdiff.core.asks import Asks
    from resdiff.core.compare import CompareOptions


def read(
    reference: str | os.PathLike[str],
    stdin: BinaryIO | None = None,
    store: str | None = None,
    changes: Changes = "accept",
) -> Resolution:
    """Reads and parses a text: a path, '-' for standard input, or a reference to a stored version.

    A path that exists wins over a reference; `store` names the store where it is not the usual one, `changes`
    says what is made of tracked changes in a file. Raises InputError for what cannot be read and
    UnknownVersionError for what stands for no version, each with what was looked for and where.
    """
    reference = os.fspath(reference)
    if is_reference(reference):
        from resdiff.workspace.lookup import read_stored  # only a reference loads the store

        return read_stored(reference, store)
    data = read_bytes(reference, stdin)
    if reference == STDIN:
        return replace(parse_bytes(data, "standard input", "<stdin>", changes), origin=StdinOrigin())
    return replace(parse_bytes(data, f"'{reference}'", reference, changes), origin=FileOrigin(path=reference))


def is_reference(reference: str) -> bool:
    """Whether a name is a reference to a stored version and no path: there is no such file, and it is not
    written as a path.
    """
    if reference in (STDIN, "") or reference.startswith((".", "/")) or reference.endswith("/"):
        return False
    return not os.path.lexists(reference) or os.path.isdir(reference)  # noqa: PTH112 - a folder is no text


def is_resolution(text: Resolution) -> bool:
    """Whether a resolution is recognized in a text: it has preambular or operative paragraphs."""
    return any(paragraph.part in ("preamble", "operative") for paragraph in text.paragraphs)


def read_both(
    base: str,
    revised: str,
    store: str | None = None,
    changes: Changes = "accept",
) -> tuple[Resolution, Resolution]:
    """Reads and parses two texts; only one of them may be standard input."""
    if base == revised == STDIN:
        raise UsageError("both texts are '-'", "standard input can be read once: give a file for one of them")
    return read(base, store=store, changes=changes), read(revised, store=store, changes=changes)


def no_lexicon(whose: str) -> InputError:
    """The error of a command that needs verbs, for a text (or texts) of a language without a lexicon."""
    return InputError(
        f"no verb lexicon exists for {whose}", "resdiff guide words names the languages whose verbs are known"
    )


def verbs_in(resolution: Resolution, options: CompareOptions | None = None) -> Verbs | None:
    """The verbs of a text, ranked by the scale of the options; None where its language has no lexicon."""
    scale, name = (options.scale, options.scale_name) if options is not None else ("", "")
    return find_verbs(resolution, find_lexicon(resolution.language, scale, name))


def unknown_verbs_in(resolution: Resolution, verbs: Verbs) -> Verbs:
    """The openings of a text that the lexicon does not know."""
    from resdiff.core.verbs.unknown import unknown_verbs  # only one option needs them

    return unknown_verbs(resolution, verbs)


def asks_in(resolution: Resolution, options: CompareOptions | None = None) -> Asks | None:
    """The asks of a text; None where its language has no lexicon."""
    from resdiff.core.asks import read_asks  # only this command needs them

    scale, name = (options.scale, options.scale_name) if options is not None else ("", "")
    lexicon = find_lexicon(resolution.language, scale, name)
    verbs = find_verbs(resolution, lexicon)
    return read_asks(resolution, verbs, lexicon) if lexicon is not None and verbs is not None else None
