"""What stands round the body: title, addressee, red head, signature, date, imprint, annexes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import is_chrome
from lawdraft.recognise.dates import DATE_ROW, parse_date
from lawdraft.recognise.framed import Frame
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.region import densest
from lawdraft.recognise.rows import piece
from lawdraft.recognise.tail import close
from lawdraft.recognise.titles import TITLE, find_title, part_run_in_title, title_in_table
from lawdraft.recognise.units import ADDRESSEE, RED_HEAD, is_unit, printed_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.rows import Row

_SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:镇长|乡长|县长|区长|市长|局长|主任|书记)[ \u3000\xa0]*[\u4e00-\u9fff·]{2,4}"
)
_SUBTITLE_DATE = re.compile(r"^(?P<unit>[\u4e00-\u9fff]{0,24})[（(].*(?:20\d\d|二[〇○零]).*[）)]$")


def frame_of(rows: Sequence[Row]) -> Frame:
    """Every row put into its part."""
    rows = list(rows)
    frame = Frame()
    start, end = densest(rows)
    start, end, rows = part_run_in_title(rows, start, end)
    span = find_title(rows, start, end)
    if span is None and (cell := title_in_table(rows, start)) is not None:
        shift = len(cell[0]) - len(rows)
        rows, start, end, span = cell[0], start + shift, end + shift, (cell[1], cell[1] + 1)
    top = _set_title(rows, span, frame)
    first = _under_title(rows, top, start, frame)
    last = close(rows, first, end, frame)
    for row in rows[first:last]:
        foreign = is_chrome(row) or (bool(frame.body) and _repeats(frame.body[-1], row))
        (frame.removed if foreign else frame.body).append(row)
    _settle_loose_date(frame)
    return frame


def _repeats(above: Row, row: Row) -> bool:
    """A heading printed a second time right below itself."""
    return mark_at(row.text) is not None and row.text.strip("：。 ") == above.text.strip("：。 ")


def _settle_loose_date(frame: Frame) -> None:
    """A bare date under the title is the report's where it is the only one and no page's data."""
    row = frame.loose_date
    if row is None:
        return
    if frame.date is None and not any(is_chrome(removed) for removed in frame.removed):
        frame.date = parse_date(row.text)
        frame.head.append((row, "date"))
    else:
        frame.removed.append(row)


def _set_title(rows: list[Row], span: tuple[int, int] | None, frame: Frame) -> int:
    """Take the title; what stands above it is removed. Returns the row after it, or 0."""
    if span is None:
        return 0
    begin, finish = span
    frame.title = [_without_rules(row) for row in rows[begin:finish]]
    frame.removed.extend(rows[:begin])
    return finish


def _without_rules(row: Row) -> Row:
    """A title that stands in a table cell, without the cell's rules: | … |."""
    text = row.text
    left = len(text) - len(text.lstrip("| \t"))
    return piece(row, left, len(text.rstrip("| \t"))) or row


def _under_title(rows: list[Row], top: int, start: int, frame: Frame) -> int:
    """Sort what stands between the title and the body; returns the first row of the body."""
    first = max(start, top)
    zone = rows[top:first]
    dirty = any(is_chrome(row) for row in zone)
    for row in zone:
        _sort_head(row, frame, dirty=dirty, titled=bool(frame.title))
    while first < len(rows) and first < max(start, top) + 4:
        if frame.title and not frame.body and RED_HEAD.match(rows[first].text):
            frame.removed.append(rows[first])
        elif not _head_row(rows[first], frame):
            break
        first += 1
    return first


def _sort_head(row: Row, frame: Frame, *, dirty: bool, titled: bool) -> None:
    text = row.text
    if is_chrome(row) or RED_HEAD.match(text) or not titled:
        if ADDRESSEE.match(text) and not is_chrome(row):
            frame.addressee = row
            frame.head.append((row, "addressee"))
        else:
            frame.removed.append(row)
    elif dirty and not ADDRESSEE.match(text) and not DATE_ROW.match(text):
        frame.removed.append(row)
    elif not _head_row(row, frame):
        again = TITLE.match(text) and not mark_at(text)
        if dirty or not re.search(r"[\u4e00-\u9fff]", text) or again:
            frame.removed.append(row)
        else:
            frame.body.append(row)


def _head_row(row: Row, frame: Frame) -> bool:
    """Put an addressee, or an issuer and a date in brackets under the title, into the head."""
    text = row.text
    if frame.addressee is None and len(text) <= 80 and ADDRESSEE.match(text) and not mark_at(text):
        frame.addressee = row
        frame.head.append((row, "addressee"))
        return True
    if not frame.title or frame.body:
        return False
    if DATE_ROW.match(text) and frame.loose_date is None and text[0] not in "（(":
        frame.loose_date = row
        return True
    name = printed_name(text)
    if is_unit(text) and frame.signature is None and len(name) <= 24:
        frame.signature = name
        frame.head.append((row, "signature"))
        return True
    if _SPEAKER.fullmatch(text) and frame.signature is None:
        frame.signature = text
        frame.head.append((row, "signature"))
        return True
    dated = _SUBTITLE_DATE.match(text)
    if dated and (day := parse_date(text)) and (not dated["unit"] or is_unit(dated["unit"])):
        frame.date = day
        frame.signature = frame.signature or dated["unit"] or None
        frame.head.append((row, "date"))
        return True
    return False
