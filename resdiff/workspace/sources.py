"""The source of a text as it stands in its file or in the store, for those who want to see what was read."""

from __future__ import annotations

from hashlib import sha256

from resdiff.core.errors import InputError
from resdiff.core.model import FileOrigin, Resolution, VersionOrigin
from resdiff.readers.formats import read_source
from resdiff.workspace.texts import read_bytes


def source_of(resolution: Resolution, store: str | None) -> str:
    """The source of a text, decoded. Raises as `bytes_of` does."""
    return read_source(bytes_of(resolution, store), f"'{resolution.source}'").text


def bytes_of(resolution: Resolution, store: str | None) -> bytes:
    """The bytes of the document of a text: of its file, or of the store.

    Raises InputError where they cannot be read again or have changed, StoreError for the store.
    """
    origin, where = resolution.origin, resolution.source
    if isinstance(origin, VersionOrigin):
        from resdiff.workspace.references import open_repository, resolve

        with open_repository(store) as repository:
            data = repository.data(resolve(f"{origin.lineage}@{origin.label}", repository))
    elif isinstance(origin, FileOrigin):
        data = read_bytes(origin.path)
    else:
        raise InputError("the source cannot be read again", "it came from standard input")
    if resolution.sha256 and sha256(data).hexdigest() != resolution.sha256:
        raise InputError(
            f"'{where}' is no longer the text that was read", "its bytes have changed; open it again"
        )
    return data
