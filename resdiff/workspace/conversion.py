"""Old Word and RTF files become .docx by the LibreOffice of the machine, where the user allows it."""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from resdiff.core.errors import InputError

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_PATIENCE = 120
"""Seconds that a conversion may take."""
_is_allowed = ContextVar("_is_allowed", default=False)


def allow_conversion(is_allowed: bool) -> bool:
    """Sets whether another program may be started to read a text, for this command; gives it back."""
    _is_allowed.set(is_allowed)
    return is_allowed


def as_read(data: bytes, name: str) -> bytes:
    """The bytes of a document; of a .doc or RTF file those of its conversion, where that is allowed.

    LibreOffice keeps tracked changes. `name` is used in errors. Raises InputError where there is no
    LibreOffice or it does not convert the file.
    """
    if not _is_allowed.get():
        return data
    from resdiff.readers.formats import old_format  # every command loads this module

    ending = old_format(data)
    return _converted(data, ending, name) if ending is not None else data


@lru_cache(maxsize=8)
def _converted(data: bytes, ending: str, name: str) -> bytes:
    import shutil  # a conversion is rare, and these take time to load
    import subprocess
    import tempfile

    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise InputError(f"{name} cannot be converted", "LibreOffice (soffice) is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        text = Path(folder, f"text.{ending}")
        text.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(text)]
        try:
            subprocess.run(  # noqa: S603 - LibreOffice, with names of our own
                command, timeout=_PATIENCE, capture_output=True, stdin=subprocess.DEVNULL
            )
            return text.with_suffix(".docx").read_bytes()
        except subprocess.TimeoutExpired:
            raise InputError(
                f"{name} cannot be converted", f"LibreOffice took more than {_PATIENCE} seconds"
            ) from None
        except OSError:
            raise InputError(
                f"{name} cannot be converted", "LibreOffice does not open it; save it as .docx yourself"
            ) from None
