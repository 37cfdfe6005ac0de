"""What a user sets once: resdiff.toml in the working folder, then the one among the user's settings.

Keys: `watch` and `ignore` (lists of terms), `store` and `scale` (paths from the folder of the file).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from msgspec import Struct

from resdiff.core.errors import InputError
from resdiff.core.watch import Watch

NAME = "resdiff.toml"
_KEYS = ("watch", "ignore", "store", "scale")
_MOST_BYTES = 1024 * 1024


class Settings(Struct, frozen=True, kw_only=True):
    """What is set."""

    watch: Watch = Watch()
    store: str | None = None
    scale: str | None = None


def read_settings() -> Settings:
    """The settings; what the working folder sets goes before what the user sets.

    Raises InputError for a file that cannot be read, for a key that there is not, and for a path of the
    working folder's file that leads out of that folder.
    """
    values: dict[str, Any] = {}
    for path, is_own in ((_user_file(), True), (Path(NAME), False)):
        if os.path.isfile(path):  # noqa: PTH113 - what may not be looked at is as good as none
            values |= _read(path, is_own)
    watch = Watch(terms=tuple(values.get("watch", ())), ignored=tuple(values.get("ignore", ())))
    return Settings(watch=watch, store=values.get("store"), scale=values.get("scale"))


def _user_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("resdiff", appauthor=False) / NAME


def _read(path: Path, is_own: bool) -> dict[str, Any]:
    import tomllib  # most people set nothing

    name = f"the settings '{path}'"
    try:
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise InputError(f"{name} are too large", "they hold lists of terms and two paths")
        values = tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise InputError(f"{name} cannot be read", (error.strerror or str(error)).lower()) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{name} are not valid TOML", str(error).lower()) from None
    for key in values:
        if key not in _KEYS:
            raise InputError(f"{name} have an unknown key '{key}'", f"keys are {', '.join(_KEYS)}")
    for key in ("watch", "ignore"):
        terms = values.get(key, [])
        if not isinstance(terms, list) or not all(isinstance(term, str) and term.strip() for term in terms):
            raise InputError(f"'{key}' in {name} is no list of terms", f'write {key} = ["as appropriate"]')
    for key in ("store", "scale"):
        if key in values:
            values[key] = _inside(path, values[key], key, is_own)
    return values


def _inside(path: Path, value: object, key: str, is_own: bool) -> str:
    """A path from the folder of the settings; one that others may have put there stays inside the folder."""
    if not isinstance(value, str) or not value:
        raise InputError(f"'{key}' in the settings '{path}' is no path", f'write {key} = "a-file"')
    target = path.parent / value
    if not is_own and not target.resolve().is_relative_to(path.parent.resolve()):
        raise InputError(
            f"'{key}' in the settings '{path}' leads out of the folder", f"name it with --{key} instead"
        )
    return str(target)
