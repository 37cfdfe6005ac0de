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

# Verbs
CONNECTIVES = ("为此", "在这方面", "就此", "因此", "同时")
"""What may stand between a sign and a further verb."""
ADDRESSEE = (
    r"(?P<name>[^，；。]{0,40}?(?:秘书长|专员|代表|特使|国家|各国|会员国|缔约国|各方|当局|政府|团|组|委员会|理事会|组织"
    r"|机构|办公室|署|行为体|伙伴|社会|部门|局|处|国))(?=[^、和及与的以或，；。驻系])"
)
"""Who is asked: a name that ends with one of these nouns."""
ARTICLE = r"^$"
REPORT = "报告|通报|汇报|提交"
MANDATE = "任务期限|任务授权|任务规定"
