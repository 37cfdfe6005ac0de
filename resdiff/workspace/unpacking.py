"""A zip archive of texts, taken for the folder that it holds."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from resdiff.core.errors import InputError

_MOST_FILES = 100_000
_MOST_BYTES = 4 * 1024**3
"""What an archive may hold unpacked."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def is_archive(source: str | None) -> bool:
    """Whether a source is a zip archive by its name; documents that are archives too have other endings."""
    return source is not None and Path(source).suffix.lower() == ".zip" and Path(source).is_file()


@contextmanager
def unpacked(source: str | None) -> Iterator[str | None]:
    """The folder that an archive holds, for as long as it is needed; any other source as it is.

    Raises InputError for an archive that is broken, encrypted, too large, or names files outside of itself.
    """
    if source is None or not is_archive(source):
        yield source
        return
    with TemporaryDirectory(prefix="resdiff-") as folder:
        _unpack(Path(source), Path(folder))
        inner = list(Path(folder).iterdir())
        yield str(inner[0]) if len(inner) == 1 and inner[0].is_dir() else folder


def _unpack(source: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            if len(files) > _MOST_FILES or sum(info.file_size for info in files) > _MOST_BYTES:
                raise InputError(f"'{source}' is too large unpacked", "unpack it, and name the folder")
            for info in files:
                name = PurePosixPath(info.filename)
                if name.is_absolute() or ".." in name.parts or "\\" in info.filename:
                    raise InputError(f"'{source}' names a file outside of itself", f"'{info.filename}'")
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(info) as packed, place.open("wb") as file:
                    shutil.copyfileobj(packed, file)
    except _BROKEN as error:
        raise InputError(f"'{source}' is a broken or encrypted archive", str(error).lower()) from None
