"""Where output goes: a file, written whole or not at all; a pager on a terminal; or standard output."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typer

from resdiff.cli import diagnostics
from resdiff.core.errors import InputError, UsageError
from resdiff.render.formats import ENDINGS, Subject, WriteOptions, formats_of, forms_that_take, render_subject
from resdiff.render.views.characters import visible

if TYPE_CHECKING:
    from resdiff.core.compare import Comparison

Colour = Literal["auto", "always", "never"]

FORMAT_HELP = "Output format. Default: by the file extension of --output, otherwise text."
_NEVER = frozenset(
    ".pdf .odt .doc .docm .dotx .rtf .xls .ods .pptx .epub .tsv .gz .zip .dta .rds .sav .feather".split()
)
"""Endings of documents that would not open with text in them."""
_FILE_WIDTH = 80
_CHUNK = 200_000


def prepare_streams() -> None:
    """Sets UTF-8 and LF newlines for standard output and standard error; closed streams are skipped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def finish() -> None:
    """Sees to it that all that was written has gone out."""
    if sys.stdout is not None and not sys.stdout.closed:
        _write_out(())


def is_terminal(output: Path | None) -> bool:
    """Whether the output goes to a terminal."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def width_of(output: Path | None, asked: int | None) -> int:
    """The cells of a line: as asked, of the terminal, or 80."""
    if asked is not None:
        return asked
    return shutil.get_terminal_size().columns if is_terminal(output) else _FILE_WIDTH


def width_of_table(output: Path | None) -> int:
    """The cells of a line of a table: those of a terminal; 0 for a file or pipe, where nothing is cut."""
    return width_of(output, None) if is_terminal(output) else 0


def is_coloured(colour: Colour, output: Path | None) -> bool:
    """Whether to use colours: on a terminal, unless NO_COLOR says otherwise or the option does."""
    if colour != "auto":
        return colour == "always"
    return is_terminal(output) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def format_option(subject: Subject) -> Any:
    """The option that chooses among the formats in which a subject is written."""
    choices = f"[{'|'.join(formats_of(subject))}]"
    return typer.Option("--format", "-f", help=FORMAT_HELP, show_default=False, metavar=choices)


def form_of(asked: str | None, output: Path | None, subject: Subject) -> str:
    """The format that is asked for; else that of the ending of the output, else the first, which is text.

    Raises UsageError for a format in which the subject is not written, and where format and ending contradict
    each other.
    """
    forms = formats_of(subject)
    choices = f"formats are {', '.join(forms)}"
    ending = ENDINGS.get(output.suffix.lower()) if output is not None else None
    if asked is not None:
        if asked not in forms:
            raise UsageError(f"unknown format '{asked}'", choices)
        if ending is not None and ending != asked and "docx" in (ending, asked):  # it would not open
            raise UsageError(
                f"'{output}' does not fit --format {asked}", "change the file extension or omit --format"
            )
        return asked
    if ending is None:
        _check_ending(output)
        return forms[0]
    if ending not in forms:
        raise UsageError(
            f"this command cannot write {ending} ('{output}')", f"{choices}; choose one by --format"
        )
    return ending


def _check_ending(output: Path | None) -> None:
    """Raises UsageError for the ending of a kind of document that is never written."""
    if output is not None and output.suffix.lower() in _NEVER:
        hint = (
            "write .html and print it in a browser"
            if output.suffix.lower() == ".pdf"
            else f"endings are {', '.join(ENDINGS)}"
        )
        raise UsageError(f"'{output}': {output.suffix.lower()} files cannot be written", hint)


class ReaderGone(Exception):  # noqa: N818 - no error: who reads the output has seen enough
    """The reader of standard output has gone."""


def check_options(form: str, subject: Subject, asked: WriteOptions) -> None:
    """Raises UsageError where an option is asked for that means nothing in a format."""
    usual = WriteOptions()
    for name in asked._fields:
        forms = forms_that_take(subject, name)
        if getattr(asked, name) != getattr(usual, name) and form not in forms:
            option = f"--{name.replace('_', '-')}"
            raise UsageError(f"{option} means nothing in {form}", f"it goes with {', '.join(forms)}")


def write(pieces: Iterable[str], output: Path | None, pager: bool = False) -> None:
    """Writes the pieces; '-' is standard output.

    Raises InputError for what cannot be written, ReaderGone where nobody reads any more.
    """
    if output is not None and str(output) != "-":
        from resdiff.workspace.files import write_file  # only where there is a file

        write_file(pieces, output)
    elif pager and is_terminal(None):
        _page("".join(pieces))
    else:
        _write_out(_chunks(pieces))


def write_table(
    rows: Sequence[Mapping[str, object]], form: str, output: Path | None, coloured: bool = False
) -> None:
    """Writes rows of values in a format; on a terminal no line of text is wider than it is."""
    options = WriteOptions(width=width_of_table(output), is_coloured=coloured)
    write_subject("table", form, [rows], options, output)


def write_subject(
    subject: Subject, form: str, values: Sequence[object], options: WriteOptions, output: Path | None
) -> None:
    """Writes a subject in a format; text for a terminal goes through the pager.

    `values` are those of `render.formats.written`.
    """
    made = render_subject(subject, form, values, options)
    if isinstance(made, bytes):
        write_document(made, output)
    else:
        write(made, output, pager=form == "text")


def write_with_head(comparison: Comparison, form: str, options: WriteOptions, output: Path | None) -> None:
    """Writes a comparison as `write_subject`; on a terminal that it does not fit, below its two first lines
    of the brief.
    """
    if form != "text" or not is_terminal(output) or comparison.is_selection:
        write_subject("comparison", form, [comparison], options, output)
        return
    pieces = "".join(render_subject("comparison", form, [comparison], options))
    if pieces.count("\n") >= shutil.get_terminal_size().lines:
        from resdiff.core.brief import brief_of
        from resdiff.render.terminal.brief import brief_head_text

        brief = brief_of(comparison, options.watch)
        head = brief_head_text(brief, width=options.width, is_coloured=options.is_coloured)
        pieces = f"{''.join(head)}\n{pieces}"
    write([pieces], output, pager=True)


def write_document(data: bytes, output: Path | None) -> None:
    """Writes a document that is no text. Raises UsageError for a terminal, else as `write`."""
    if output is not None and str(output) != "-":
        from resdiff.workspace.files import write_file

        write_file(data, output)
        return
    if is_terminal(output) or sys.stdout is None:
        raise UsageError("this format cannot be shown in a terminal", "give a file with --output")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise InputError(
            "standard output cannot be written", (error.strerror or str(error)).lower()
        ) from None


def _write_out(chunks: Iterable[str]) -> None:
    """Writes to standard output; the command library would take a BrokenPipeError for a plain failure."""
    if sys.stdout is None or sys.stdout.closed:
        raise InputError("there is no standard output to write to", "give a file with --output")
    try:
        for chunk in chunks:
            sys.stdout.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise InputError(
            "standard output cannot be written", (error.strerror or str(error)).lower()
        ) from None


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces joined to larger ones: a stream takes few large ones faster than many small ones."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > _CHUNK:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)


def report(lines: Iterable[str]) -> None:
    """Tells in lines what was done.

    What is done is done: where nobody can be told, a line on standard error says so.
    """
    try:
        write([f"{visible(line)}\n" for line in lines], None)
    except InputError as error:
        diagnostics.print_line(f"done, but the report could not be written: {error.message}")
        diagnostics.write_nowhere()


def check_output(output: Path | None, inputs: Iterable[str]) -> None:
    """Raises UsageError where the output would take the place of an input."""
    for name in inputs if output is not None else ():
        with suppress(OSError):  # one of them is not there
            if name != "-" and output is not None and output.samefile(name):
                raise UsageError(f"'{output}' is an input too", "give another file to --output")


def _page(text: str) -> None:
    """Shows a text in the user's pager where it is longer than the screen."""
    pager = os.environ.get("PAGER", "less -FRX")
    lines = text.count("\n")
    if (
        not pager
        or pager == "cat"
        or lines < shutil.get_terminal_size().lines
        or os.environ.get("TERM") == "dumb"
    ):
        _write_out([text])
        return
    import shlex
    import subprocess

    less = os.environ.get("LESS", "FRX")
    try:
        words = shlex.split(pager)
        done = subprocess.Popen(  # noqa: S603 - the user's own pager
            words, stdin=subprocess.PIPE, env={**os.environ, "LESS": less if "R" in less else f"{less} -R"}
        )
    except (OSError, ValueError, IndexError):  # no such program, or no words of a command
        _write_out([text])
        return
    try:
        done.communicate(text.encode("utf-8", "backslashreplace"))
    except KeyboardInterrupt:
        done.wait()
