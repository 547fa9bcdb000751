"""发文机关署名 and 成文日期 below the text: GB/T 9704-2012, 7.3.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

ID = "missing-signature"
WHY = "GB/T 9704-2012 第7.3.5条：公文应有发文机关署名和成文日期"


def check(reading: Reading) -> Iterator[Finding]:
    """What of the two is missing; both in one finding where neither is there."""
    signed = reading.report.signature is not None
    dated = reading.report.date is not None or bool(reading.report.lines("date"))
    if not signed and not dated:
        yield Finding(ID, "error", "文末没有发文机关署名和成文日期。", why=WHY)
    elif not signed:
        yield Finding(ID, "error", "文末没有发文机关署名。", why=WHY)
    elif not dated:
        yield Finding(ID, "error", "文末没有成文日期。", why=WHY)


RULE = ReportRule(ID, check)
_BODY = (
    "云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进法治政府建设。\n一、主要举措和成效\n"
    "全年开展普法活动28场次。\n二、存在的不足\n执法力量薄弱。\n三、2026年工作安排\n加强执法培训。\n"
)
FLAGGED = (
    Example(_BODY + "2026年1月20日", "whole"),
    Example(_BODY + "云岭县青禾镇人民政府", "whole"),
    Example(_BODY, "whole"),
)
CLEAN = (Example(_BODY + "云岭县青禾镇人民政府\n2026年1月20日", "whole"),)
