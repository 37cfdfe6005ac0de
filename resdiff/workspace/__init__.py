"""The use cases that both doors call: read a text, parse it, compare two; `versions` has those of the store."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import BinaryIO

from resdiff.core.compare import CompareOptions, Comparison, compare
from resdiff.core.errors import InputError, UsageError
from resdiff.core.lexicon import find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.parse import parse
from resdiff.core.verbs import Verbs, find_verbs

STDIN = "-"
_MOST = 10**9
_CHUNK = 4 * 1024 * 1024

Progress = Callable[[str], None]


def read(reference: str | os.PathLike[str], stdin: BinaryIO | None = None, store: str | None = None) -> Resolution:
    """Reads and parses a text: a path, '-' for standard input, or a reference to a stored version.

    A path that exists wins over a reference; `store` names the store where it is not the usual one. Raises InputError for what
    cannot be read and UnknownVersionError for what stands for no version, each with what was looked for and where.
    """
    reference = os.fspath(reference)
    if _may_be_stored(reference):
        from resdiff.workspace.versions import open_store, read_version, store_path  # only a reference loads the store

        if not store_path(store).exists():
            where = f"looked in {_folder()}; nor is there a store at '{store_path(store)}'"
            raise InputError(f"there is no file '{reference}'", where)
        with open_store(store) as held:
            return read_version(reference, held)
    data = read_bytes(reference, stdin)
    from resdiff.readers.plain import decode

    name = "standard input" if reference == STDIN else f"'{reference}'"
    text, warnings = decode(data, name)
    resolution = parse(text, name=_shown(reference), sha256=hashlib.sha256(data).hexdigest())
    return replace(resolution, warnings=(*warnings, *resolution.warnings)) if warnings else resolution


def _may_be_stored(reference: str) -> bool:
    """Whether a name is a reference to a stored version and no path: it has an '@' and there is no such file."""
    return "@" in reference and not reference.startswith((".", "/")) and not os.path.lexists(reference)


def read_both(base: str, revised: str, stdin: BinaryIO | None = None, store: str | None = None) -> tuple[Resolution, Resolution]:
    """Reads and parses two texts; only one of them may be standard input."""
    if base == revised == STDIN:
        raise UsageError("both texts are '-'", "standard input can be read once: give a file for one of them")
    return read(base, stdin, store), read(revised, stdin, store)


def compare_texts(
    base: str, revised: str, options: CompareOptions | None = None, stdin: BinaryIO | None = None, store: str | None = None
) -> Comparison:
    """Compares two texts by reference."""
    return compare(*read_both(base, revised, stdin, store), options)


def verbs_in(resolution: Resolution, options: CompareOptions | None = None) -> Verbs | None:
    """The verbs of a text, ranked by the scale of the options; None where its language has no lexicon."""
    options = options or CompareOptions()
    return find_verbs(resolution, find_lexicon(resolution.language, options.scale, options.scale_name))


def make_options(scale: str | None = None, settings: Iterable[str] = ()) -> CompareOptions:
    """The options from a scale file and settings such as 'align.place=0.4'.

    Raises InputError for a scale file that cannot be read, LexiconError for one that is not of its form, and UsageError for
    a setting that does not exist or is out of its range.
    """
    options = CompareOptions()
    for setting in settings:
        options = _set(options, setting)
    if scale is not None:
        from resdiff.readers.plain import decode

        text, _ = decode(read_bytes(scale), f"the scale file '{scale}'")
        options = replace(options, scale=text, scale_name=Path(scale).name)
        find_lexicon("en", options.scale, options.scale_name)
    return options


def setting_names() -> tuple[str, ...]:
    """The settings that `make_options` takes, each with its default."""
    options = CompareOptions()
    return tuple(
        f"{group}.{f.name}={getattr(getattr(options, group), f.name)}"
        for group in ("align", "words")
        for f in fields(getattr(options, group))
    )


def _set(options: CompareOptions, setting: str) -> CompareOptions:
    name, sign, value = setting.partition("=")
    group, _, field = name.partition(".")
    if not sign or group not in ("align", "words") or field not in {f.name for f in fields(getattr(options, group))}:
        raise UsageError(f"'{setting}' sets nothing", f"settings are {', '.join(setting_names())}")
    held = getattr(options, group)
    kind = type(getattr(held, field))
    try:
        number = kind(value)
    except ValueError:
        raise UsageError(
            f"'{setting}': '{value}' is no {'whole number' if kind is int else 'number'}", f"the default is {getattr(held, field)}"
        ) from None
    if not 0 <= number <= (1 if kind is float else _MOST) or (kind is int and not number and field in ("gap", "largest", "rare")):
        raise UsageError(f"'{setting}' is out of range", "shares go from 0 to 1, counts from 0 or 1 to a thousand million")
    return replace(options, **{group: replace(held, **{field: number})})


def _shown(reference: str) -> str:
    return "<stdin>" if reference == STDIN else reference


def read_bytes(reference: str, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a path or of standard input. Raises InputError for what cannot be read, with what was looked for and where."""
    if reference == STDIN:
        source = stdin or (sys.stdin.buffer if sys.stdin is not None else None)
        if source is None:
            raise InputError("there is no standard input to read", "give a file")
        return _at_most(source, "standard input")
    if not reference:
        raise InputError("the name of a text is empty", "give a file, or - for standard input")
    try:
        path = Path(reference)
        if path.is_dir():
            raise InputError(f"'{reference}' is a folder", "give a file")
        with path.open("rb") as file:
            return _at_most(file, f"'{reference}'")
    except FileNotFoundError:
        raise InputError(f"there is no file '{reference}'", f"looked in {_folder()}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"'{reference}' cannot be read", (getattr(error, "strerror", None) or str(error)).lower()) from None


def _at_most(source: BinaryIO, name: str) -> bytes:
    """All bytes of a source; refused where there are more than are read."""
    from resdiff.readers.plain import MOST_BYTES

    parts, size = [], 0
    while chunk := source.read(_CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:
            raise InputError(f"{name} is too large", f"texts of up to {MOST_BYTES // 1024 // 1024} MB are read")
    return b"".join(parts)


def _folder() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        return "a folder that is gone"
