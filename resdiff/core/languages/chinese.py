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
CONNECTIVES = ("并且", "并", "为此", "在这方面", "就此", "因此", "同时")
"""What may stand between a sign and a further verb."""
_NO_NAME = (
    "致力|加强|支持|继续|确保|采取|开展|创造|按照|根据|为|向|在|就|对|将|把|考虑|停止|每|定期|立即|尽快|密切"
    "|进行|提供|结合"
)
LAST_NOUN = (
    "当事方|会员国|指挥官|秘书长|专员|代表|特使|协调员|主席|主任|领导人|国家|各国|当局|政府|各方|一方|双方|缔约方|攸关方|团|组|队|委员会|理事会"
    "|组织|集团|联盟|阵线|反对派|军(?!事|队|备|火)|机构|实体|办公室|(?<!签)署|行为体|伙伴|社会|部门|局|处|(?<!联合)(?<!多)国"
)
"""The nouns with which the names of those end who are asked."""
_GOES_ON = (
    "际|家|内|防(?!止)|籍|民|境|土|政府|当局|武装|织|成|建|结(?!合)|体|势|理|置|于|名|长|员|间|问题|特别|特使|执行(?:机构|局|主任|秘书(?!处)|委员会|干事)|机构|办公室|办事处|实体"
    "|专门|主管|工作队|代表团|部队|组织|小组|委员会|派|伙伴|人|方|成员|在内"
)
ADDRESSEE = (
    rf"(?!与|及时|迅速|继续|进一步)(?P<name>(?:(?!{_NO_NAME})[^，；。]){{0,60}}?(?:{LAST_NOUN}))"
    rf"(?!{_GOES_ON})(?=[^、和及的以或，；。驻系])"
)
"""Who is asked: a name that ends with one of these nouns and does not go on."""
NUMBERS_ON = "年月日届次"
"""What follows a number that counts nothing: a year, a month, a day, a session, a meeting."""
REFERENCE = r"第[\d、至和及～~-]+(?:\([^()]{1,6}\))*(?:段|条|号|项|款)|\d+(?:\(\d{4}\))?号"
"""Numbers that refer to something: '第3、6和8至10段'."""
AMOUNT_UNIT = "[多余]?[万亿]+"
"""What makes a number an amount."""
TERM = "至迟于|最迟于|不晚于|不迟于|截至|直至"
"""What stands before a date by which something is due or ends."""
_COUNT = r"(?:\d+|[一二两三四五六七八九十百]+)"
PERIOD = (
    rf"每(?:隔)?{_COUNT}?(?:天|日|周|个?月|季度|半年|年)|每年|每半年"
    rf"|{_COUNT}(?:天|日|周|个月|年)(?:之内|以内|内)"
)
"""How soon or how often something is due."""
SUBJECT_OF_DECISION = (
    "，?(?:[^；。]{0,40}，)?(?P<name>(?:所有)?(?:会员国|国家)|各国|专家小?组|委员会)(?=都?均?(?:应|须|必须))"
)
"""Who is to act by what the organ decides: 'decides that all States shall'."""
ARTICLE = r"^$"
REPORT = (
    "通报|汇报|提交|(?:提供|提出|编写|发表)[^；]{0,40}?(?:报告|最新情况|资料|评估)"
    "|(?:向[^，；]{1,20}?|每[^，；]{1,4})报告|报告(?=[^，；]{0,30}(?:进展|情况))"
)
"""What asks for a report, for information, or that somebody be informed."""
RECIPIENT = r"向(?P<to>安全理事会|安理会|人权理事会|经济及社会理事会|大会|(?:安理会)?委员会)"
"""To whom a report goes."""
POINT = r"\S"
"""How a point of a list begins that says what its opening line asks."""
LISTS_CONTENTS = "列入|载列|包括|包含|内容|方面|实体|物项|情况|使用"
"""How an opening line ends whose points are what a thing contains, and no acts."""
LENGTH = r"(?:延长|为期)(?:\d+|[一二两三四五六七八九十]+)(?:天|周|个?月|年)"
"""For how long a mandate runs."""
UNITS = {"天|日": "D", "周": "W", "月": "M", "年": "Y"}
"""The units of periods (ISO 8601), by the words for them."""
PERIODS = {"每年": "P1Y", "每半年": "P6M", "每季度": "P3M", "每月": "P1M", "每个月": "P1M"}
"""Frequencies as periods."""
MANDATE = "任务期(?!间)|任期|任务授权|任务规定"
NEGATION = r"不(?!断|扩散|结盟|仅|久|良|同|可)|没有|未(?!来|成年)|勿|并非"
MODAL = r"应当?(?!对|急|用|邀)|必须|可以|可能"
