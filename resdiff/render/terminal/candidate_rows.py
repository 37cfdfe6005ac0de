"""The list of paragraphs with which one can be linked by hand, a line a row."""

from __future__ import annotations

from collections.abc import Sequence

from resdiff.core.compare import Change, Comparison
from resdiff.core.compare.candidates import LinkCandidate
from resdiff.render.terminal.brief_rows import ListRow, name_column
from resdiff.render.views.characters import visible


def candidate_rows(
    change: Change, candidates: Sequence[LinkCandidate], comparison: Comparison
) -> list[ListRow]:
    """The candidates for the first paragraph of a change, under titles that say whether they have a
    counterpart; each row leads to the change that holds its paragraph.
    """
    from_base = bool(change.base)
    mine, others = (
        (comparison.base.paragraphs[change.base[0]], comparison.revised.paragraphs)
        if from_base
        else (comparison.revised.paragraphs[change.revised[0]], comparison.base.paragraphs)
    )
    side = "revised" if from_base else "base"
    rows = [ListRow((("strong", f"LINK {visible(mine.id)} WITH, IN THE {side.upper()} TEXT"),))]
    for is_alone, title in ((True, "without a counterpart"), (False, "linked with another")):
        group = [candidate for candidate in candidates if candidate.is_alone is is_alone]
        if group:
            rows.append(ListRow((("strong", f"  {title}"),), (), str(len(group))))
        for candidate in group:
            paragraph = others[candidate.paragraph]
            words = f"{name_column(paragraph.id)}{visible(paragraph.text)}"
            rows.append(ListRow((("", words),), (candidate.change,), "", paragraph.id))
    return rows
