"""Which group of a township is meant: 领导小组, 委员会, 专班, by its name without common words."""

from __future__ import annotations

import re

KIND = r"领导小组|委员会|工作专班|专班|工作小组|审查小组|指挥部|攻坚组|工作组|联席会议(?!次)|小组"
_SMALL = re.compile(
    r".*(?:成立了?|组建了?|设立|调整|充实|完善|建立|健全|优化|担任|组长的|主任的|履行|作为|发挥|[由为的任在了、，])|[“”]|工作|全[镇乡]|[镇乡](?!村)|街道|党委|党工委|政府(?!建设)|推进|建设"
)
OWN = "法治"  # what the report is about, and a group that it tells no name of
_SAME = {"法治政府": "法治"}


def bare_name(name: str) -> str:
    """A group's name without what any group may have: 法治 of 成立镇法治政府建设工作领导小组."""
    bare = _SMALL.sub("", name)
    return _SAME.get(bare, bare)
