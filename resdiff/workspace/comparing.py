"""A text is read, two are compared: files, standard input, or versions of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import fields, replace

from resdiff.core.compare import CompareOptions, Comparison, compare
from resdiff.core.errors import UsageError
from resdiff.core.lexicon import LANGUAGES, find_lexicon
from resdiff.core.model import Resolution
from resdiff.core.progress import Progress, no_progress
from resdiff.core.watch import Watch
from resdiff.readers.changes import Changes
from resdiff.workspace.reading import is_reference, read_both
from resdiff.workspace.settings import read_settings
from resdiff.workspace.texts import read_bytes
from resdiff.workspace.tracked_changes import before_and_after, with_deletions

if TYPE_CHECKING:
    from resdiff.core.brief import Brief

_MOST = 10**9


def compare_texts(
    base: str,
    revised: str | None,
    options: CompareOptions | None = None,
    store: str | None = None,
    progress: Progress = no_progress,
    changes: Changes = "accept",
) -> Comparison:
    """Compares two texts by reference.

    Without `revised`, `base` is a lineage (its last two versions) or LINEAGE@a..b.

    A single file with tracked changes: its text without them is compared with its text with them accepted.

    For two stored versions the judgements of the store apply, and a stored comparison is reused.
    `progress` is told how much is done, and may end the work by raising.
    """
    if revised is None:
        if not is_reference(base):
            return compare(*before_and_after(base), options, progress=progress)
        from resdiff.workspace.lookup import compare_range

        return compare_range(base, options, store, progress)
    if is_reference(base) and is_reference(revised):
        from resdiff.workspace.lookup import compare_stored

        return compare_stored(base, revised, options, store, progress)
    one, two = read_both(base, revised, store, changes)
    if changes == "accept":
        one = with_deletions(one, two)
    return compare(one, two, options, progress=progress)


def briefs(
    base: str,
    revised: str | None,
    options: CompareOptions,
    watch: Watch,
    store: str | None = None,
) -> list[Brief]:
    """The brief of two texts by reference, or of every step of a lineage; `watch` is what is watched for."""
    from resdiff.core.brief import brief_of

    if revised is None and is_reference(base) and "@" not in base:
        from resdiff.workspace.lookup import compare_steps

        return [brief_of(step, watch) for step in compare_steps(base, options, store)]
    comparison = compare_texts(base, revised, options, store)
    check_one_language(comparison)
    return [brief_of(comparison, watch)]


def are_two_languages(comparison: Comparison) -> bool:
    """Whether the texts are in two languages whose verbs are known: versions of one text, as a rule."""
    languages = {comparison.base.language, comparison.revised.language}
    return len(languages) > 1 and languages <= set(LANGUAGES)


def check_one_language(comparison: Comparison) -> None:
    """Raises UsageError for texts in two languages, which only a concordance can be made of."""
    if are_two_languages(comparison):
        languages = sorted((comparison.base.language, comparison.revised.language))
        raise UsageError(
            f"the texts are in two languages ({', '.join(languages)})",
            "resdiff compare checks one language version by another",
        )


def decide_again(
    comparison: Comparison, base: str, revised: str, is_linked: bool
) -> Callable[[Progress], Comparison]:
    """A function that compares the two texts again with one more judgement: that paragraphs, by their ids,
    correspond, or that they do not.

    The decision holds for this comparison alone; a store keeps those about stored texts. Raises UsageError
    for a paragraph that is not there and for a link by which several paragraphs would correspond with
    several.
    """
    pair = _place_of(comparison.base, base), _place_of(comparison.revised, revised)
    judgements = comparison.judgements.decided(pair, is_linked)
    return lambda progress: compare(
        comparison.base, comparison.revised, comparison.options, judgements, progress
    )


def _place_of(text: Resolution, identity: str) -> int:
    place = next((k for k, paragraph in enumerate(text.paragraphs) if paragraph.id == identity), None)
    if place is None:
        raise UsageError(f"'{text.source}' has no paragraph '{identity}'", "resdiff show lists them")
    return place


def make_options(scale: str | None = None, settings: Iterable[str] = ()) -> CompareOptions:
    """The options from a scale file, as named or set once, and settings such as 'align.place=0.4'.

    Raises InputError for a scale file that cannot be read, LexiconError for one that is not of its form, and
    UsageError for a setting that does not exist or is out of its range.
    """
    options = CompareOptions()
    scale = scale or read_settings().scale
    for setting in settings:
        options = _set(options, setting)
    if scale is not None:
        from resdiff.readers.plain import decode_text

        text, _ = decode_text(read_bytes(scale), f"the scale file '{scale}'")
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
    if (
        not sign
        or group not in ("align", "words")
        or field not in {f.name for f in fields(getattr(options, group))}
    ):
        raise UsageError(f"unknown setting '{setting}'", f"settings are {', '.join(setting_names())}")
    value_of_group = getattr(options, group)
    kind = type(getattr(value_of_group, field))
    try:
        number = kind(value)
    except ValueError:
        raise UsageError(
            f"'{setting}': '{value}' is not a {'whole number' if kind is int else 'number'}",
            f"the default is {getattr(value_of_group, field)}",
        ) from None
    if not 0 <= number <= (1 if kind is float else _MOST) or (
        kind is int and not number and field in ("gap", "largest", "rare")
    ):
        raise UsageError(
            f"'{setting}' is out of range", "shares go from 0 to 1, counts from 0 or 1 to a thousand million"
        )
    return replace(options, **{group: replace(value_of_group, **{field: number})})
