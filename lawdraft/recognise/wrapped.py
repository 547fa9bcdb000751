"""Lines that belong together: a number parted from its words, paragraphs wrapped at one width."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import is_chrome
from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawdraft.recognise.rows import Row

_ENDED = re.compile(r"[。；：！？…”）]$")
_POINT = re.compile(r"[一二三四五六七八九十]{1,2}是|[①-⑳]")
_LONE_NUMERAL = re.compile(r"(?:^|[。；：，])[一二三四五六七八九十]{1,2}$")
_FEWEST = 6  # lines of one width before a text counts as wrapped
_NARROWEST, _WIDEST = 18, 90


def rejoin(rows: list[Row]) -> list[Row]:
    """The rows, broken numbers and paragraphs wrapped at one width joined; others as they are."""
    rows = _joined(rows, lambda above, row: _is_broken(above.text, row.text))
    width = _wrap_width(rows)
    return _joined(rows, lambda above, row: _goes_on(above, row, width)) if width else rows


def _joined(rows: list[Row], belongs: Callable[[Row, Row], bool]) -> list[Row]:
    joined: list[Row] = []
    for row in rows:
        if joined and belongs(joined[-1], row):
            above = joined[-1]
            joined[-1] = replace(
                above, text=above.text + row.text, raw=above.raw + row.raw, last=len(row.text)
            )
        else:
            joined.append(row)
    return joined


def _is_broken(above: str, below: str) -> bool:
    """A number parted from its words: 一 / 是加强领导, （一） / 加强领导."""
    if below.startswith("是") and _LONE_NUMERAL.search(above):
        return True
    mark = mark_at(above)
    return mark is not None and mark.end == len(above) and mark_at(below) is None


def _wrap_width(rows: Sequence[Row]) -> int:
    """The width at which lines break off in mid-sentence; 0 where they do not."""
    broken = [len(row.text) for row in rows if not _ENDED.search(row.text) and not row.table]
    long = [length for length in broken if _NARROWEST <= length <= _WIDEST]
    if len(long) < _FEWEST or max(len(row.text) for row in rows) > _WIDEST:
        return 0
    width = max(set(long), key=lambda length: sum(length - 2 <= other <= length for other in long))
    alike = sum(width - 2 <= length <= width for length in long)
    return width if alike >= _FEWEST and alike * 2 >= len(long) else 0


def _goes_on(above: Row, row: Row, width: int) -> bool:
    """Whether a line is the rest of the paragraph above: that one is full and not ended."""
    full = (above.last or len(above.text)) >= width - 3
    if not full or row.indented or row.line - above.line > 2:
        return False
    if mark_at(row.text) or _POINT.match(row.text) or is_chrome(row) or is_chrome(above):
        return False
    return not (_ENDED.search(above.text) and above.text[-1] in "。：")
