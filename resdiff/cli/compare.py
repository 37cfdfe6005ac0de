"""compare and demo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from resdiff.cli import diagnostics
from resdiff.cli.commands import command, command_group, complete_text
from resdiff.cli.interface import open_comparison, open_draft
from resdiff.cli.options import (
    ChangesOption,
    ColourOption,
    ConvertOption,
    OutputOption,
    ProposerOption,
    QuietOption,
    ScaleOption,
    SetOption,
    SideOption,
    StoreOption,
    WidthOption,
)
from resdiff.cli.output import (
    Colour,
    check_options,
    check_output,
    form_of,
    format_option,
    is_coloured,
    is_terminal,
    width_of,
    write,
    write_document,
    write_with_head,
)
from resdiff.cli.pages import OpenOption, open_page, page_for
from resdiff.core.compare import Comparison
from resdiff.core.compare.proposals import proposed_by
from resdiff.core.compare.words import ANY, CHOICES, MATTER, choice_words, read_choice
from resdiff.core.errors import UsageError
from resdiff.core.watch import Watch
from resdiff.render.formats import WriteOptions, render_subject
from resdiff.workspace import comparing
from resdiff.workspace.comparison_output import check_whole
from resdiff.workspace.settings import read_settings

_WIDE = 100
_WORDS = f"Comma-separated: {', '.join(CHOICES)}."

_TEXT = "A file, - for standard input, LINEAGE@VERSION or a symbol in the store."
Base = Annotated[
    str,
    typer.Argument(
        help=f"{_TEXT} As the only argument also: LINEAGE (its last two versions) or LINEAGE@a..b.",
        show_default=False,
        autocompletion=complete_text,
    ),
]
Revised = Annotated[str | None, typer.Argument(help=_TEXT, show_default=False, autocompletion=complete_text)]
Adopted = Annotated[
    str | None,
    typer.Argument(
        help="A third text, adopted: what became of the draft.",
        show_default=False,
        autocompletion=complete_text,
    ),
]
OnlyOption = Annotated[
    str | None, typer.Option("--only", help=f"Show only these changes. {_WORDS}", show_default=False)
]
FailOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        help="Exit with 1 only if one of these occurs; words as for --only, or 'any'.",
        show_default=False,
    ),
]
ContextOption = Annotated[
    int, typer.Option("--context", min=0, help="Unchanged paragraphs shown around a change.")
]
AuthorOption = Annotated[str, typer.Option("--author", help="Who made the tracked changes of a Word file.")]
RedlineDateOption = Annotated[
    str | None,
    typer.Option(
        "--date", help="Date of the tracked changes, such as 2031-03-07; default: none.", show_default=False
    ),
]
InterfaceOption = Annotated[bool, typer.Option("--tui", help="Open it in the terminal interface.")]


DraftOption = Annotated[
    bool,
    typer.Option("--draft", help="What became of the draft of a stored text that was adopted."),
]

commands = command_group()


@command(
    commands,
    examples=(
        "resdiff compare draft.txt adopted.txt",
        "resdiff compare last-year.txt draft.txt adopted.txt     what became of the draft",
        "resdiff compare draft.docx                              its tracked changes",
        "resdiff compare tidal-marshes@first..latest -o report.html",
        "resdiff compare draft.txt adopted.txt --fail-on matters",
    ),
)
def compare(
    base: Base,
    revised: Revised = None,
    adopted: Adopted = None,
    form: Annotated[str | None, format_option("comparison")] = None,
    output: OutputOption = None,
    is_opened: OpenOption = False,
    side_by_side: SideOption = None,
    only: OnlyOption = None,
    by: ProposerOption = None,
    fail_on: FailOption = None,
    is_draft: DraftOption = False,
    context: ContextOption = 0,
    scale: ScaleOption = None,
    setting: SetOption = None,
    width: WidthOption = None,
    color: ColourOption = "auto",
    quiet: QuietOption = False,
    store: StoreOption = None,
    changes: ChangesOption = "accept",
    author: AuthorOption = "resdiff",
    date: RedlineDateOption = None,
    convert: ConvertOption = False,
    interface: InterfaceOption = False,
) -> int:
    """Compare two texts of a resolution: paragraphs, words, verbs, votes.

    A single file with tracked changes is compared without them and with them accepted. With a third text it
    is said what became of each change that the second proposed.

    Exit status: 0 if nothing changed, 1 if something changed, 2 on an error.
    """
    if interface:
        _refuse_with_tui(is_opened, output, form, side_by_side, date, by, context, fail_on)
    output = page_for(is_opened, form, output)
    if is_draft or adopted is not None:
        further = (only, fail_on, context, scale, setting, changes != "accept", side_by_side, date)
        texts = _texts_of_draft(base, revised, adopted, dict(zip(_OF_TWO, further, strict=True)))
        if interface:
            return open_draft(texts, store)
        from resdiff.cli.concessions import concessions

        return _opened(concessions(texts, form, output, width, color, quiet, store, by), is_opened, output)
    form = form_of(form, output, "comparison")
    asked = WriteOptions(side_by_side=bool(side_by_side), context=context, author=author, date=_moment(date))
    chosen = read_choice(only) if only is not None else None
    failing = read_choice(fail_on, (ANY,)) if fail_on is not None else None
    _check_choice(chosen, form, by, asked)
    check_output(output, [base, *([revised] if revised else []), *([scale] if scale else [])])
    settings = read_settings()
    options = comparing.make_options(scale, setting or ())
    if interface:
        ask = partial(comparing.compare_texts, base, revised, options, store, changes=changes)
        return open_comparison(lambda p: _chosen(ask(progress=p), chosen, settings.watch), store)
    comparison = comparing.compare_texts(base, revised, options, store=store, changes=changes)
    if comparing.are_two_languages(comparison):
        from resdiff.cli.concordance import check_languages

        return _opened(check_languages(comparison, form, output, width, color, quiet), is_opened, output)
    _warn(comparison, quiet)
    shown = _chosen(comparison, chosen, settings.watch, by)
    layout = _layout(output, side_by_side, width, color, asked)._replace(watch=settings.watch)
    diagnostics.warn("", _write(shown, form, (base, revised, store), layout, output), quiet)
    return _opened(_status(comparison, failing, settings.watch), is_opened, output)


def _opened(status: int, is_opened: bool, page: Path | None) -> int:
    """Opens a page that was written, where that is asked for; gives the exit status on."""
    open_page(is_opened, page)
    return status


def _chosen(
    comparison: Comparison, chosen: Iterable[str] | None, watch: Watch, by: str | None = None
) -> Comparison:
    """A comparison limited to the changes that answer to some words of --only, and to what an author
    proposed; whole without them.
    """
    shown = comparison.only(*chosen, watch=watch) if chosen is not None else comparison
    return proposed_by(by, shown) if by is not None else shown


def _refuse_with_tui(*asked: object) -> None:
    """Raises UsageError where one of `_OF_PAGES` is asked for, whose values are given in that order."""
    for name, value in zip(_OF_PAGES, asked, strict=True):
        if value:
            raise UsageError(f"{name} does not go with --tui", "leave one of them out")


def _write(
    comparison: Comparison,
    form: str,
    texts: tuple[str, str | None, str | None],
    layout: WriteOptions,
    output: Path | None,
) -> tuple[str, ...]:
    """Writes a comparison of `texts`, the references and the store; gives what a Word file with tracked
    changes does not show.
    """
    if form != "docx":
        write_with_head(comparison, form, layout, output)
        return ()
    from resdiff.workspace.own_redline import redline  # only Word files need it

    base, revised, store = texts
    document, not_shown = redline(comparison, base, revised, layout, store)
    write_document(document, output)
    return not_shown


def _texts_of_draft(
    base: str, revised: str | None, adopted: str | None, further: Mapping[str, object]
) -> list[str]:
    """The texts by which it is said what became of a draft: three, or the adopted one alone.

    Raises UsageError where something else is named or asked for.
    """
    if adopted is None and revised is not None:
        raise UsageError("--draft goes with the adopted text alone", f"resdiff compare '{base}' --draft")
    refuse_with_three(further)
    return [base] if adopted is None or revised is None else [base, revised, adopted]


_OF_TWO = ("--only", "--fail-on", "--context", "--scale", "--set", "--changes", "--side-by-side", "--date")
"""Options that go with two texts alone."""
_OF_PAGES = ("--open", "--output", "--format", "--side-by-side", "--date", "--by", "--context", "--fail-on")
"""Options that do not go with --tui."""


def refuse_with_three(asked: Mapping[str, object]) -> None:
    """Raises UsageError where one of some options is asked for that go with two texts alone."""
    for name, value in asked.items():
        if value:
            raise UsageError(f"{name} does not go with what became of a draft", "compare two texts")


def _check_choice(chosen: frozenset[str] | None, form: str, by: str | None, asked: WriteOptions) -> None:
    """Raises UsageError where a choice of changes, or an option of a format, does not go with what else is
    asked.
    """
    check_options(form, "comparison", asked)
    if chosen is not None and asked.context:
        raise UsageError("--context and --only cannot be combined", "leave one of them out")
    if chosen is not None:
        check_whole(form, "--only")
    if by is not None:
        check_whole(form, "--by")


def _warn(comparison: Comparison, quiet: bool) -> None:
    """Tells the warnings of both texts and of the comparison."""
    for side in (comparison.base, comparison.revised):
        diagnostics.warn(side.source, side.warnings, quiet)
    diagnostics.warn("", comparison.warnings, quiet)


def _layout(
    output: Path | None, side_by_side: bool | None, width: int | None, colour: Colour, asked: WriteOptions
) -> WriteOptions:
    """How text is laid out: as asked, else two columns on a terminal that is wide enough."""
    columns = width_of(output, width)
    two = side_by_side if side_by_side is not None else is_terminal(output) and columns >= _WIDE
    return asked._replace(width=columns, side_by_side=two, is_coloured=is_coloured(colour, output))


def _moment(date: str | None) -> str | None:
    """A day or a moment as Word wants it. Raises UsageError where there is no such day."""
    if date is None:
        return None
    from datetime import datetime

    if re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ?)?", date) is not None:
        with suppress(ValueError):
            return f"{datetime.fromisoformat(date.removesuffix('Z')).isoformat()}Z"
    raise UsageError(f"invalid date '{date}'", "write it as 2031-03-07 or 2031-03-07T09:30:00Z")


@command(commands)
def demo(side_by_side: SideOption = None, width: WidthOption = None, color: ColourOption = "auto") -> int:
    """Compare two sample texts that ship with resdiff, and end in the brief."""
    from resdiff.core.brief import brief_of
    from resdiff.samples import demo_pair

    with demo_pair() as (base, revised):
        comparison = comparing.compare_texts(str(base), str(revised))
        layout = _layout(None, side_by_side, width, color, WriteOptions())
        pieces = [*render_subject("comparison", "text", [comparison], layout), "\n"]
        pieces += render_subject("brief", "text", [[brief_of(comparison)]], layout)
        pieces.append("\nresdiff tui opens the same in the terminal: press d there to add the samples\n")
        write(pieces, None, pager=True)
    return diagnostics.DONE


def _status(comparison: Comparison, failing: frozenset[str] | None, watch: Watch) -> int:
    """1 where something changed or, with --fail-on, where one of its words occurs."""
    if failing is None:
        return diagnostics.HAS_CHANGES if comparison.has_change else diagnostics.DONE
    if ANY in failing and comparison.differs:
        return diagnostics.HAS_CHANGES
    words = {word for change in comparison.changes for word in choice_words(change)}
    words |= {word for further in comparison.further_words(failing, watch) for word in further}
    words |= {change.kind for change in comparison.counted_matter_changes}
    if not comparison.same_vote:
        words.add(MATTER[-1])
    return diagnostics.DONE if failing.isdisjoint(words) else diagnostics.HAS_CHANGES
