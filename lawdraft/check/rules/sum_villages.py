"""Villages and communities told apart, and together in another number.

In one sentence it is a sum that is wrong; far from each other, two places that contradict.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

_RURAL = r"个?(?:行政村|建制村|村民委员会|村委会|村(?!民小组))"
_URBAN = r"个?(?:城市|城镇|居民|农村)?(?:社区|居委会|居民委员会)"
_VILLAGES = re.compile(
    rf"(?P<a>\d{{1,3}})(?:{_RURAL}[、和与及，](?P<b>\d{{1,3}}){_URBAN}|{_URBAN}[、和与及，](?P<c>\d{{1,3}}){_RURAL})"
)
_BOTH = re.compile(
    r"(?P<t>\d{1,3})个(?:村（社区）|村\(社区\)|村（居）|村居|村、社区|村和社区|行政村（社区）|村（居、社区）)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """12个行政村、3个社区 and 16个村（社区） in one report."""
    split = _VILLAGES.search(reading.text)
    if not split:
        return
    one, other = int(split["a"]), int(split["b"] or split["c"])
    added = one + other
    for found in _BOTH.finditer(reading.text):
        left = reading.text[max(0, found.start() - 10) : found.start()]
        if int(found["t"]) == added or not re.search(
            r"(?:全[镇乡]|全街道|辖|共|所有|覆盖|现有|[镇乡]|街道|实现)[^，。；]{0,6}\Z|、\d+个?(?:行政村|社区)，\Z",
            left,
        ):
            continue
        apart = reading.sentence_at(split.start()) != reading.sentence_at(found.start())
        yield reading.finding(
            "contradiction" if apart else ID,
            "warning",
            f"前面写{split.group()}，合起来是{added}个，这里写{found['t']}个，请核对。",
            found.start(),
            found.end(),
            other=split.span(),
        )


RULE = ReportRule(ID, check)
FLAGGED = (Example("辖3个城市社区、12个行政村，16个村（社区）均设立法律服务室。"),)
CLEAN = (Example("辖12个行政村、3个社区。全镇15个村（社区）实现法律顾问全覆盖。"),)
