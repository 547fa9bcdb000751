"""A mark of secrecy above the title, which the report's own text does not hold: 机密★1年."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

ID = "sensitive-public"
LONGEST = 24  # characters of a line that is a mark and nothing else
_MARK = re.compile(
    r"\A[（(【]?(?:(?:绝密|机密|秘密)(?:\s*[★☆*＊·].*|\s*(?:\d+年|长期|件|级))?|(?:密级|保密期限)[：:].*"
    r"|.*(?:内部(?:资料|文件|材料|使用|传阅|参考|掌握)|不(?:予|宜|得)公开|[件文]不公开|(?:不得|请勿|严禁|切勿)(?:外传|外泄|转发)"
    r"|注意保[密存]|妥善保管).*)[）)】]?\Z"
)


def check(reading: Reading) -> Iterator[Finding]:
    """A finding for each such line, quoted: what stands in the head has no place in the text."""
    if not reading.context.public:
        return
    for row in reading.report.removed:
        line = row.text.strip()
        if len(line) <= LONGEST and _MARK.match(line):
            message = f"文件首页标有“{line}”，有密级或内部标志的不得公开。"
            yield Finding(ID, "error", message, why="《保守国家秘密法》")


RULE = ReportRule(ID, check)
_REPORT = (
    "{head}\n云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进依法行政，现将有关情况报告如下：\n"
    "一、主要举措和成效\n全年开展普法活动28场次。\n二、存在的不足和原因\n执法力量薄弱，原因是编制不足。\n"
    "三、2026年工作安排\n加强执法培训。\n云岭县青禾镇人民政府\n2026年1月20日"
)
FLAGGED = (
    Example(_REPORT.format(head="机密★1年"), "whole", public=True),
    Example(_REPORT.format(head="内部资料 注意保存"), "whole", public=True),
)
CLEAN = (
    Example(_REPORT.format(head="秘密★3年"), "whole"),
    Example(_REPORT.format(head="首页 > 政务公开 > 保密工作"), "whole", public=True),
)
