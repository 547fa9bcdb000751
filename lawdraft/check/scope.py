"""How far words reach: a part alone, what is done about a thing, what is only feared, of which kind."""

from __future__ import annotations

import re

_PART = re.compile(
    r"(?<![各全个每])[一-鿿](?<![各全个每所有])(?:村|社区)(?!两级|级|\d|（|民|组|干)|期间|[节月]前后?|季度|上半年|下半年|敏感|\d{1,2}月(?!底)|个别|部分|除[^，。]{1,12}外|力争|确保|以?来?年度目标|两会|此类|该类|这类|同类|类似|上述"
)
_OTHER = re.compile(
    r"培训|讲座|学习|旁听|宣传|演练|排查|检查|观摩|咨询|知识|防范|预防|隐患|苗头|风险|劝返|稳控|化解|劝阻|指导|代理|协助|帮助|典型|案例|模拟|援助|引导|清理|废止|修订|备案|审查|审核|协调|配合|各类|课|讲|会议|研判|预案|专题|代书|代写|申请书|县(?:级|直|政府|委)|市(?:级|直|政府|委)|报请|提请|其他(?:乡镇|单位|部门)|下降|减少"
)
_KINDS = ("处罚", "许可", "信息公开", "征收", "征地", "补偿", "裁决")
_FEARED = re.compile(r"防控|防范|风险|苗头|倾向|预警|隐患|应急|防治")


def partly(words: str) -> bool:
    """Whether words speak of a part alone: a village, the days about a feast, 个别."""
    return bool(_PART.search(words))


def other_kind(one: str, other: str) -> bool:
    """Whether two words tell of decisions of different kinds: 处罚, and 征地."""
    mine, its = ({kind for kind in _KINDS if kind in words} for words in (one, other))
    return bool(mine and its and not mine & its)


def about(words: str) -> bool:
    """Whether words tell of what is done about a thing, or of others': 旁听, 案例, 预防, 代写."""
    return bool(_OTHER.search(words))


def only_feared(words: str) -> bool:
    """Whether a thing is only guarded against: 命案防控, 脱管风险."""
    return bool(_FEARED.search(words))
