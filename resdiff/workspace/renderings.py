"""The language versions of a text that the store has beside it: they bear its symbol."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from resdiff.core.errors import UsageError
from resdiff.core.lexicon import LANGUAGES
from resdiff.core.model import Resolution
from resdiff.core.symbols import bare_symbol
from resdiff.store.records import Version
from resdiff.store.renderings import languages_of_symbols
from resdiff.store.repository import Store

if TYPE_CHECKING:
    from resdiff.core.compare import Comparison
    from resdiff.core.concordance import Concordance


def renderings_of(text: Resolution, store: Store) -> tuple[Version, ...]:
    """The versions of a text in other languages, by the codes of these."""
    if text.masthead.symbol is None:
        return ()
    by_language = languages_of_symbols(store).get(bare_symbol(text.masthead.symbol), {})
    return tuple(store.version(by_language[code]) for code in sorted(by_language) if code != text.language)


def other_languages(versions: Iterable[Version], store: Store) -> dict[int, str]:
    """For each version that the store has in other languages too, by its id, the codes of these: 'ar, fr'."""
    by_symbol = languages_of_symbols(store)
    others: dict[int, str] = {}
    for version in versions:
        codes = by_symbol.get(bare_symbol(version.symbol), {}) if version.symbol is not None else {}
        if beside := sorted(code for code in codes if code != version.language):
            others[version.id] = ", ".join(beside)
    return others


def concordance_of(comparison: Comparison) -> Concordance:
    """What differs between two language versions of one text, which a comparison holds with their verbs."""
    from resdiff.core.concordance import concord  # a list of versions does without

    return concord(comparison.base, comparison.revised, comparison.base_verbs, comparison.revised_verbs)


def both_languages(first: Resolution, second: Resolution) -> Concordance:
    """The same of two texts."""
    from resdiff.core.concordance import concord  # as above
    from resdiff.workspace.reading import verbs_in

    return concord(first, second, verbs_in(first), verbs_in(second))


def check_language(lineage: str, text: Resolution, name: str, languages: Collection[str | None]) -> None:
    """Raises UsageError for a text in another language than the texts of its lineage, whose `languages` are
    given: what changes from year to year is followed in one language.
    """
    known = set(LANGUAGES).intersection(languages)
    if known and text.language in LANGUAGES and text.language not in known:
        raise UsageError(
            f"'{name}' is in another language ({text.language}) than the texts of {lineage}"
            f" ({', '.join(sorted(known))})",
            f"keep it in a lineage of its own, as {lineage}-{text.language}: texts with one symbol are"
            " language versions of each other",
        )
