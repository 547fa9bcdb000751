"""Rows of a table counted 1, 2, 3 … go on counting where one of them is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.omission import Omission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.model.report import Report

NUMBERED = re.compile(r"[ 　]*(\d{1,3})[ 　]*(?=\t)")
WHY = "上面略去了一行，序号顺着排"


def count_on(report: Report, omissions: tuple[Omission, ...]) -> tuple[Omission, ...]:
    """The omissions with new numbers for the rows below one that went: a gap would betray it."""
    gone = {one.start for one in omissions if not one.put and one.removed.endswith("\n")}
    changed = _changed(report, gone | _whole_last(report, omissions))
    return tuple(sorted((*omissions, *changed), key=lambda one: one.start))


def _whole_last(report: Report, omissions: tuple[Omission, ...]) -> set[int]:
    """Where the text's very last row went: it has no line end to go with it."""
    end = len(report.text)
    return {one.start for one in omissions if one.end == end and not one.put}


def _changed(report: Report, gone: set[int]) -> Iterator[Omission]:
    last = left = 0  # the number of the row above; how many rows of this table went
    for paragraph in report.paragraphs:
        found = NUMBERED.match(report.text, paragraph.start, paragraph.end)
        if paragraph.role != "table" or not found:
            last = left = 0
            continue
        number = int(found[1])
        last, left = (number, left if number > 1 else 0) if number == last + 1 else (0, 0)
        if not last:
            continue
        if paragraph.start in gone:
            left += 1
        elif left:
            put = str(number - left)
            yield Omission("序号", *found.span(1), found[1], put, WHY, follows=True)
