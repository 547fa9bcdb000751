"""What the values of the model are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.draft import Decision, PromiseState
    from lawdraft.model.finding import Severity
    from lawdraft.model.report import SectionKind

DECISIONS: Mapping[Decision, str] = {
    "keep": "沿用",
    "numbers": "改数",
    "rewrite": "改写",
    "drop": "删除",
    "undecided": "未定",
}
DECISION_HINTS: Mapping[Decision, str] = {
    "keep": "照去年的话写，一字不改",
    "numbers": "话不变，只换今年的数字",
    "rewrite": "今年重新写过",
    "drop": "今年不写这一条（随时可以恢复）",
    "undecided": "还没想好，先放着",
}
PROMISES: Mapping[PromiseState, str] = {
    "done": "完成",
    "partial": "部分完成",
    "undone": "未完成",
    "carried": "结转今年",
    "open": "未答",
}
KINDS: dict[SectionKind, str] = {
    "opening": "开头",
    "achievements": "主要成效",
    "highlights": "特色亮点",
    "shortcomings": "存在不足",
    "first_responsible_person": "第一责任人",
    "next_year_plan": "下年安排",
    "rectification": "整改情况",
    "closing": "结尾",
    "other": "其他",
}
LEVELS: dict[Severity, str] = {"error": "必须改", "warning": "应当看", "note": "可留意"}
RULES: dict[str, str] = {
    "missing-section": "缺少部分",
    "missing-cause": "没写原因",
    "missing-signature": "署名和日期",
    "numbering": "序号",
    "placeholder": "空着没填",
    "stale-year": "年份没改",
    "foreign-place": "别处的名称",
    "contradiction": "前后矛盾",
    "sum-mismatch": "合计不符",
    "rate-mismatch": "比率不符",
    "missing-unit": "缺量词",
    "exact-with-approx": "确数加约数",
    "superseded-law": "法规已失效",
    "unknown-law": "法规名称查不到",
    "outdated-phrase": "提法过时",
    "wrong-term": "用词",
    "typo": "错别字",
    "punctuation": "标点",
    "number-style": "数字写法",
    "duplicate-passage": "前后重复",
    "plan-unanswered": "去年的安排没有交代",
    "repeated-shortcoming": "不足照抄去年",
    "unchanged-figure": "数字与去年相同",
    "order-of-magnitude": "数字与去年相差太大",
    "privacy-phone": "电话号码",
    "privacy-id": "身份证号",
    "privacy-name": "个人姓名",
    "sensitive-public": "不宜公开",
    "length": "篇幅",
    "copied-own": "照抄去年",
    "copied-other": "与别处雷同",
}


def kinds_in_words(kinds: tuple[SectionKind, ...]) -> str:
    """存在不足和下年安排"""
    return "、".join(KINDS[kind] for kind in kinds)
