"""Villages and communities told apart, and together in another number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

_VILLAGES = re.compile(
    r"(?P<a>\d{1,3})个?(?:行政村|建制村|村民委员会|村委会|村)[、和与及，](?P<b>\d{1,3})个?(?:社区|居委会|居民委员会|居民社区|城市社区)"
)
_BOTH = re.compile(
    r"(?P<t>\d{1,3})个(?:村（社区）|村\(社区\)|村（居）|村居|村、社区|村和社区|行政村（社区）|村（居、社区）)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """12个行政村、3个社区 and 16个村（社区） in one report."""
    split = _VILLAGES.search(reading.text)
    if not split:
        return
    added = int(split["a"]) + int(split["b"])
    for found in _BOTH.finditer(reading.text):
        left = reading.text[max(0, found.start() - 10) : found.start()]
        if int(found["t"]) == added or not re.search(
            r"(?:全[镇乡]|全街道|辖|共|所有|覆盖|现有|[镇乡]|街道|实现)[^，。；]{0,6}\Z", left
        ):
            continue
        yield reading.finding(
            ID,
            "warning",
            f"{split['a']}个村加{split['b']}个社区是{added}个，这里写{found['t']}个，请核对。",
            found.start(),
            found.end(),
            other=split.span(),
        )


RULE = ReportRule(ID, check)
FLAGGED = (Example("辖12个行政村、3个社区。全镇16个村（社区）实现法律顾问全覆盖。"),)
CLEAN = (Example("辖12个行政村、3个社区。全镇15个村（社区）实现法律顾问全覆盖。"),)
