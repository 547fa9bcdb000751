"""发文机关署名 and 成文日期 below the text: GB/T 9704-2012, 7.3.5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

ID = "missing-signature"
_MARKED = re.compile(r"[一-鿿 （）]{2,40}(?:人民政府|办事处|委员会|党工委)[。，、；：！]")
_UNIT = re.compile(r"[一-鿿 （）]{2,40}(?:人民政府|办事处|委员会|党工委|局|厅|部)")
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日|二[〇○零]..年.{1,2}月.{1,3}日")
WHY = "GB/T 9704-2012 第7.3.5条：公文应有发文机关署名和成文日期"


def check(reading: Reading) -> Iterator[Finding]:
    """What of the two is missing; both in one finding where neither is there."""
    if _below_annex(reading):
        return
    signed = reading.report.signature is not None or _marked(reading)
    dated = reading.report.date is not None or bool(reading.report.lines("date"))
    if not signed and not dated:
        yield Finding(ID, "error", "文末没有发文机关署名和成文日期。", why=WHY)
    elif not signed:
        yield Finding(ID, "error", "文末没有发文机关署名。", why=WHY)
    elif not dated:
        yield Finding(ID, "error", "文末没有成文日期。", why=WHY)


def _below_annex(reading: Reading) -> bool:
    """A unit and a date below an annex set before them, which was left out together with it."""
    last = [removed.text.strip() for removed in reading.report.removed][-2:]
    return len(last) == 2 and bool(_UNIT.fullmatch(last[0]) and _DATE.fullmatch(last[1]))


def _marked(reading: Reading) -> bool:
    """青禾镇人民政府。 above the date: there, though a mark behind it keeps it from being read so."""
    last = reading.body[-1].text.strip() if reading.body else ""
    return _MARKED.fullmatch(last) is not None


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
CLEAN = (
    Example(_BODY + "云岭县青禾镇人民政府\n2026年1月20日", "whole"),
    Example(
        _BODY + "附：主要指标\n矛盾纠纷排查数：167件\n云岭县青禾镇人民政府\n2026年1月20日", "whole"
    ),
)
