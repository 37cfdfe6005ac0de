"""The rules that weigh changes, as rows."""

from __future__ import annotations

from resdiff.core.compare.weights import RULES, WORDS


def rule_rows() -> list[dict[str, object]]:
    """A row a rule: its name, the word for its weight, why it has it."""
    return [{"rule": rule.name, "weight": WORDS[rule.weight], "because": rule.reason} for rule in RULES]
