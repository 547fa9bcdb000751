"""Why a finding is told, where it names no law, rule or other place itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.model.finding import Finding

REASONS = {
    "stale-year": "年份和报告的年度对不上，句里也没有“去年”“同期”这样的话。",
    "foreign-place": "与本单位的名称、所属的县市对不上，句里也没有说明是外地的事。",
    "contradiction": "同一件事前后写了两个数，看的人不知道信哪一个。",
    "sum-mismatch": "各分项加起来应当等于总数。",
    "rate-mismatch": "按文中的数算出来不是这个比率。",
    "missing-unit": "数字后面写明单位，看的人才知道数的是什么。",
    "unknown-law": "知识包的法规里没有这个名称；新公布的法规可能还没收进去。",
    "placeholder": "没填的空、模板里的提示，导出后会原样印出来。",
    "typo": "官方文稿里很少这样写，像是打字时选错了字。",
    "unchanged-figure": "三位以上的数两年完全一样很少见，常是忘了更新。",
    "order-of-magnitude": "与上一份报告相差太多，常是多写或少写了一位，或者单位不同。",
    "repeated-shortcoming": "上级常拿两年的报告对照着看。",
    "copied-own": "上级常拿两年的报告对照着看。",
    "copied-other": "上级查重时，雷同的段落会被列出来。",
    "numbering": "序号断了或重了，看的人会以为少了一段。",
    "missing-cause": "年度报告要写明不足的原因。",
}


def why_told(finding: Finding) -> str:
    """Its own reason, else the usual one of its rule; empty where its sentence says it all."""
    return finding.why or REASONS.get(finding.rule, "")
