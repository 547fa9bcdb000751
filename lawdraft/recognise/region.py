"""Where the report begins and ends among the rows of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import weight
from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.rows import Row


_FARTHEST = 40
_NEAR = 6
_MARKED = 3.0  # weight of a row that begins with a number or with 一是
_ANNOUNCED = re.compile(r"(?:如下|下)[：。]$")
_MATTER = re.compile(
    r"法治|依法|执法|普法|法律|调解|纠纷|信访|行政|党委|党工委|群众|制度|监督|宣传|培训"
)


def densest(rows: Sequence[Row]) -> tuple[int, int]:
    """[first, last+1) of the run of rows whose weights sum up highest; empty where all is chrome."""
    best, best_span = 0.0, (0, 0)
    total, start = 0.0, 0
    for place, row in enumerate(rows):
        total += weight(row)
        if total <= 0:
            total, start = 0.0, place + 1
        elif total > best:
            best, best_span = total, (start, place + 1)
    start, end = best_span
    return _with_opening(rows, start, end), _with_rest(rows, start, end)


def _with_rest(rows: Sequence[Row], start: int, end: int) -> int:
    """Text of the report that a notice in its midst parted from it belongs to it all the same."""
    if end <= start:
        return end
    for place in range(end, min(end + _FARTHEST, len(rows))):
        text = rows[place].text
        told = len(_MATTER.findall(text)) >= 2 or weight(rows[place]) >= _MARKED
        waited = mark_at(rows[end - 1].text) and rows[end - 1].text[-1] not in "。；"
        if weight(rows[place]) >= 1.5 and (told or waited) and text[-1] in "。；：":
            end = place + 1
    return end


def _with_opening(rows: Sequence[Row], start: int, end: int) -> int:
    """The opening that a notice right below it parted from the text belongs to it too."""
    if end <= start:
        return start
    for place in range(start - 1, max(start - _NEAR, -1), -1):
        text = rows[place].text
        if weight(rows[place]) >= 1.5 and _ANNOUNCED.search(text) and not _again(rows, text, start):
            return place
    return start


def _again(rows: Sequence[Row], text: str, start: int) -> bool:
    """Whether the page prints the same words once more below: a summary above the text."""
    return any(row.text[:20] == text[:20] for row in rows[start : start + 4])
