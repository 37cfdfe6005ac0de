"""Last year's text, a draft and the adopted one: found in a lineage, or three texts as they are named."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from resdiff.core.compare import Comparison
from resdiff.core.errors import UsageError
from resdiff.core.model import VersionOrigin
from resdiff.store.records import Version
from resdiff.store.repository import Store
from resdiff.workspace.comparing import compare_texts
from resdiff.workspace.lookup import store_for
from resdiff.workspace.references import resolve, versions_of
from resdiff.workspace.rounds import years_of
from resdiff.workspace.tracked_changes import with_deletions

Three = tuple[Comparison, Comparison, Comparison]
"""Last year's text with the draft, the draft with the adopted one, last year's with the adopted one."""


def compare_three(references: Sequence[str], store: str | None = None) -> Three:
    """The comparisons that tell what became of a draft: of three texts in order, or of the adopted one that
    LINEAGE@VERSION names.

    Raises UsageError for two texts or more than three, and where the lineage knows no draft or no text that
    it was drafted on.
    """
    if len(references) == 1:
        with store_for(references[0], store) as repository:
            is_lineage = repository.has_lineage(references[0])
            adopted = resolve(f"{references[0]}@latest" if is_lineage else references[0], repository)
            references = [version.reference for version in _three(adopted, repository)]
    if len(references) != 3:
        raise UsageError(
            f"{len(references)} texts are given",
            "name the adopted version of a lineage, or last year's text, draft and adopted one",
        )
    base, draft, last = references
    one, two, three = (
        compare_texts(*pair, store=store) for pair in ((base, draft), (draft, last), (base, last))
    )
    if isinstance(one.revised.origin, VersionOrigin):  # a file is read so with its comparison
        one = replace(one, base=with_deletions(one.base, one.revised, store))
    languages = sorted({text.language for text in (one.base, one.revised, two.revised)} - {"und"})
    if len(languages) > 1:
        raise UsageError(
            f"the texts are in different languages ({', '.join(languages)})", "name three of one language"
        )
    return one, two, three


def _three(adopted: Version, store: Store) -> tuple[Version, Version, Version]:
    """Last year's version, the draft as it was tabled and the adopted one.

    The tabled draft is the first of the drafts of an adoption, zero drafts left out where there is another:
    the last one before the adoption is as a rule what was adopted, word for word.
    """
    if adopted.stage not in ("adopted", "other", None):
        raise UsageError(
            f"{adopted.reference} is a {adopted.stage}", "name the version that was adopted, or three texts"
        )
    versions = versions_of(adopted.lineage, store)
    before = [v for v in versions if v.place < adopted.place and v.superseded_by is None]
    drafts = next((year.rounds for year in years_of(versions) if year.final.id == adopted.id), ())
    if not drafts:
        raise UsageError(
            f"no draft stands before {adopted.reference}", "add the draft with --before, or name three texts"
        )
    base = _base_of(adopted, before, drafts, store)
    tabled = next((draft for draft in drafts if draft.stage != "zero draft"), drafts[0])
    return base, tabled, adopted


def _base_of(adopted: Version, before: Sequence[Version], drafts: Sequence[Version], store: Store) -> Version:
    """The text on which the drafts were made: the one that is stated, else the last that was adopted."""
    mine = {draft.id for draft in drafts}
    stated = next(
        (v.base_of for v in (adopted, *reversed(drafts)) if v.base_of is not None and v.base_of not in mine),
        None,
    )
    earlier = [v for v in before if v.stage == "adopted"]
    if stated is None and not earlier:
        raise UsageError(
            f"it is not known on which text {drafts[-1].reference} was drafted",
            "set it with resdiff edit VERSION --base-of VERSION",
        )
    base = store.version(stated) if stated is not None else earlier[-1]
    if base.dropped is not None:
        raise UsageError(
            f"{base.reference}, on which the draft was made, was dropped",
            f"resdiff drop --undo '{base.reference}'",
        )
    return base
