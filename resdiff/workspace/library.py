"""What the commands do, for programs: texts by path, reference or value; a store as one object.

Everything written in any format.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from resdiff.core.compare import CompareOptions, Comparison, Judgements
from resdiff.core.compare import compare as compare_read
from resdiff.core.errors import UsageError
from resdiff.core.history import History, Sighting, follow, runs_of, trace_phrase
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.workspace.reading import read, verbs_in

if TYPE_CHECKING:
    from resdiff.store.records import Lineage, Version
    from resdiff.store.search import Hit

TextSource = Resolution | str | os.PathLike[str]
"""A text that was read, a path, or a reference to a version in a store."""


def compare(
    base: TextSource,
    revised: TextSource,
    options: CompareOptions | None = None,
    judgements: Judgements | None = None,
    progress: Progress = no_progress,
) -> Comparison:
    """Compares two texts; `judgements` say which paragraphs correspond by hand, by their places from 0.

    `progress` is given the share that is done, 0 to 1, and may end the work by raising. Raises InputError for
    what cannot be read, UnknownVersionError for what stands for no version, LexiconError for a scale that is
    not of its form.
    """
    return compare_read(_text(base), _text(revised), options, judgements, progress)


def history(*texts: TextSource, store: str | os.PathLike[str] | None = None) -> History:
    """Follows two or more texts in order, or a lineage of the store (LINEAGE, or LINEAGE@VERSION for all up
    to that one).

    Raises UsageError for fewer than two texts, and as `read`.
    """
    if len(texts) == 1 and isinstance(texts[0], str):
        from resdiff.workspace.histories import history_of

        return history_of([texts[0]], _named(store))
    if len(texts) < 2:
        raise UsageError(
            "a history needs at least two versions", "give several texts in order, or the name of a lineage"
        )
    return follow(_text(text, store) for text in texts)


def blame(followed: History) -> list[tuple[str, list[tuple[str, int]]]]:
    """The paragraphs of the last version by id, each in pieces with the place, from 0, of the version in
    which its words first stood.
    """
    paragraphs = zip(followed.versions[-1].paragraphs, followed.origins[-1], strict=True)
    return [(paragraph.id, list(runs_of(paragraph.text, origins))) for paragraph, origins in paragraphs]


def trace(phrase: str, followed: History, near: bool = False) -> tuple[Sighting, ...]:
    """What became of a phrase, version by version.

    `near` also finds readings that are close to the phrase.
    """
    return trace_phrase(followed.versions, followed.comparisons, phrase, near)


def rendered(value: Comparison | Resolution | History, form: str) -> str | bytes:
    """A comparison, a text or a history in a format: text, json, markdown, csv, html, akn; docx gives bytes.

    Raises UsageError for a format in which it is not written.
    """
    from resdiff.render.formats import Subject, formats_of, render_subject

    subject: Subject = (
        "comparison"
        if isinstance(value, Comparison)
        else "history"
        if isinstance(value, History)
        else "resolution"
    )
    if form not in formats_of(subject):
        raise UsageError(
            f"unknown format '{form}' of a {subject}", f"formats are {', '.join(formats_of(subject))}"
        )
    made: Iterable[str] | bytes = render_subject(subject, form, _values(value))
    return made if isinstance(made, bytes) else "".join(made)


def write(value: Comparison | Resolution | History, path: str | os.PathLike[str]) -> None:
    """Writes to a file, whole or not at all, in the format of its ending.

    Raises UsageError for an ending that says nothing.
    """
    from resdiff.render.formats import ENDINGS
    from resdiff.workspace.files import write_file

    target = Path(path)
    form = ENDINGS.get(target.suffix.lower())
    if form is None:
        raise UsageError(
            f"'{target}' has no ending that names a format", f"give a name that ends in {', '.join(ENDINGS)}"
        )
    made = rendered(value, form)
    write_file(made if isinstance(made, bytes) else [made], target)


def _values(value: Comparison | Resolution | History) -> list[object]:
    if isinstance(value, Resolution):
        return [value, verbs_in(value)]
    return [value, value.threads] if isinstance(value, History) else [value]


def _text(text: TextSource, store: str | os.PathLike[str] | None = None) -> Resolution:
    return text if isinstance(text, Resolution) else read(text, store=_named(store))


def _named(store: str | os.PathLike[str] | None) -> str | None:
    return os.fspath(store) if store is not None else None


class Library:
    """A store with what can be asked of it; `with resdiff.open_store() as store:` closes it."""

    def __init__(self, path: str | os.PathLike[str] | None = None, create: bool = False) -> None:
        """Opens the store at a path, else the usual one.

        Raises StoreError where there is none, unless `create`.
        """
        from resdiff.workspace.references import open_repository

        self._store = open_repository(_named(path), create)
        self.path = self._store.path
        """Where the store is."""

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Library {self.path}>"

    def close(self) -> None:
        """Closes the file."""
        self._store.close()

    def lineages(self) -> tuple[Lineage, ...]:
        """The lineages, by name."""
        return self._store.lineages()

    def log(self, lineage: str) -> tuple[Version, ...]:
        """The versions of a lineage, in order. Raises UnknownVersionError where there is no such lineage."""
        from resdiff.workspace.references import versions_of

        return versions_of(lineage, self._store)

    def add(self, lineage: str, *files: str | os.PathLike[str]) -> tuple[Version, ...]:
        """Keeps texts as versions of a lineage, in the order of their dates.

        Gives those that were not yet there.
        """
        from resdiff.workspace.adding import GivenFacts, add_files

        return add_files(lineage, [os.fspath(file) for file in files], GivenFacts(), self._store).versions

    def read(self, reference: str) -> Resolution:
        """The text of a version. Raises UnknownVersionError for what stands for no version."""
        return read(reference, store=str(self.path))

    def compare(
        self, base: str, revised: str | None = None, options: CompareOptions | None = None
    ) -> Comparison:
        """Two versions by reference, or the last two of a lineage, compared with what people decided about
        their paragraphs.
        """
        from resdiff.workspace.comparing import compare_texts

        return compare_texts(base, revised, options, store=str(self.path))

    def history(self, reference: str) -> History:
        """A lineage, or all its versions up to one, followed."""
        return history(reference, store=self.path)

    def search(self, query: str, most: int = 100) -> Sequence[Hit]:
        """The paragraphs of all versions that have all words, "quoted phrases" and beginnings*, the best
        first.
        """
        from resdiff.store.search import find

        return find(self._store, query, most)


def open_store(path: str | os.PathLike[str] | None = None, create: bool = False) -> Library:
    """The store at a path, else the usual one. Raises StoreError where there is none, unless `create`."""
    return Library(path, create)
