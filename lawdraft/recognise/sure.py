"""When a figure's words make its indicator sure; a wrong one is worse than none."""

from __future__ import annotations

import re

_PLACES = re.compile(r"示范|创建|打造|培育|命名|获评|荣获|评为|评选|矫正")
_EXAM = re.compile(r"考试|测试|考核|参考|考法|答题|应考|笔试|竞赛")
_NEEDS = {
    "disputes_rate": re.compile(r"调解|化解|调处|纠纷|矛盾"),
    "exam_rate": _EXAM,
    "exam_passed": _EXAM,
    "hazards": re.compile("隐患|风险点"),
    "hazards_mended": re.compile("隐患|风险点"),
    "households": re.compile(
        r"辖|总户数|(?:全[镇乡县区市旗]|全街道|居民|农户|户籍|常住)[^，。；]{0,4}\d"
    ),
    "leader_receptions": re.compile(
        r"书记|[镇乡县区市局]长|主任|领导|负责人|负责同志|班子|党政|包案|接访"
    ),
    "petition_visitors": re.compile("访|综治|矛盾|诉求"),
    "penalty_amount": re.compile("罚"),
    "legal_advisers": re.compile("法律顾问|律师"),
    "new_officers": re.compile("执法|资格"),
}
"""Words that the figure's sentence holds up to the end of its clause."""
_NEVER = {
    "villages": _PLACES,
    "communities": _PLACES,
    "villages_and_communities": _PLACES,
    "households": re.compile("示范|增加|新增|人口|培育"),
    "disputes_rate": re.compile("占"),
    "government_services": re.compile("即办件|承诺件"),
    "law_study_sessions": re.compile("汇报"),
}
"""Words that the figure's own clause does not hold."""
_PETITIONS = re.compile(
    "(?P<own>信访|来信|来访|上访|积案|五率)|许可|审批|工单|热线|案件|建议|提案|复议|诉讼|纠纷|办件|申请|援助"
)


def is_sure(indicator: str, clause: str, told: str) -> bool:
    """Whether the words allow the indicator.

    `clause`: the figure's own; `told`: its sentence as far as that clause.
    """
    if indicator == "petition_closed":
        return _of_petitions(told)
    needed, never = _NEEDS.get(indicator), _NEVER.get(indicator)
    return not (needed and not needed.search(told)) and not (never and never.search(clause))


def _of_petitions(told: str) -> bool:
    """What is closed was told last: 信访事项86件，办结86件, not 工单213件，办结213件."""
    last = None
    for found in _PETITIONS.finditer(told):
        last = found
    return last is not None and last["own"] is not None
