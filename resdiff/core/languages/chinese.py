"""Chinese: what the parser knows of it."""

from __future__ import annotations

SCRIPT = ("\u4e00", "\u9fff")
"""The first and the last letter of its script, by which a text is known to be in this language."""

_PREAMBULAR = (
    "回顾|重申|欢迎|铭记|注意|确认|认识|考虑|深信|强调|关切|赞赏"
    "|遵循|还|又|并|感到|意识|决心|表示|审议|忆及|念及|申明"
)
_NOUNS = "大会|会议|理事会|委员会|联盟|缔约方|法院|議會|理事會|委員會|大會|會議"
ORGAN = rf"(?!{_PREAMBULAR}).{{0,16}}(?:{_NOUNS})[,，]?$"
"""The names of organs: they end with one of these nouns and begin with no preambular verb."""
