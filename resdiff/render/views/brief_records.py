"""What a brief says beside the paragraphs: title, sponsors, votes, and what is not known."""

from __future__ import annotations

from resdiff.core.brief import Brief
from resdiff.core.model import Resolution
from resdiff.core.wording import counted
from resdiff.render.views.labels import name_of
from resdiff.render.views.notes import NOTHING
from resdiff.render.views.votes import tally

_ON_BEHALF = "On behalf of "
"""How the note begins that says for whom sponsors speak."""


def not_known(brief: Brief) -> list[str]:
    """What the brief cannot say, a line each."""
    base, revised = brief.comparison.base, brief.comparison.revised
    lines = []
    if brief.comparison.scale_name is None:
        lines.append("asks and verbs: the texts are not both in a language whose verbs are known")
    lines.append(_votes(base, revised))
    undated = [name_of(text) for text in (base, revised) if text.masthead.date is None]
    if undated:
        lines.append(f"dates: {' and '.join(undated)} {'has' if len(undated) == 1 else 'have'} none")
    lines += [f"{name_of(text)}: {warning}" for text in (base, revised) for warning in text.warnings]
    lines += brief.comparison.warnings
    if brief.ignored:
        lines.append(f"{counted(brief.ignored, 'change')} of ignored terms counted as routine")
    return [line for line in lines if line]


def _votes(base: Resolution, revised: Resolution) -> str:
    """What is not known of votes; '' where both texts tell theirs."""
    lack = [name_of(text) for text in (base, revised) if text.vote is None]
    if len(lack) == 2:
        return "votes: neither text has one"
    return f"votes: {lack[0]} has none" if lack else ""


def record_lines(brief: Brief) -> list[tuple[str, str, str]]:
    """What changed beside the paragraphs: title, sponsors and vote, each with both values."""
    base, revised = brief.comparison.base, brief.comparison.revised
    lines: list[tuple[str, str, str]] = []
    for change in brief.comparison.counted_matter_changes:
        old, new = change.base or NOTHING, change.revised or NOTHING
        if change.kind == "title":
            lines.append((change.kind, old, new))
        elif change.kind == "sponsors":
            lines.append((change.kind, f"{old}{_on_behalf(base)}", f"{new}{_on_behalf(revised)}"))
    if base.vote is not None and revised.vote is not None and not brief.comparison.same_vote:
        old, new = tally(base.vote), tally(revised.vote)
        if old != new:
            lines.append(("vote", old, new))
        elif brief.comparison.changed_sides:
            others = counted(len(brief.comparison.changed_sides), "member")
            lines.append(("vote", old, f"{new}, {others} on another side"))
    return lines


def _on_behalf(text: Resolution) -> str:
    """For whom the sponsors of a text speak, as the note at their names says; '' where none does."""
    notes = (note.text.strip("* ") for note in text.matter if note.kind == "footnote")
    note = next((note for note in notes if note.startswith(_ON_BEHALF)), "")
    return f", {note[0].lower()}{note[1:].partition(',')[0].rstrip('. ')}" if note else ""
