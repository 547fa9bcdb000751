"""What stands round the body: title, addressee, red head, signature, date, imprint, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import is_chrome
from lawdraft.recognise.dates import DATE_ROW, parse_date
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.region import densest
from lawdraft.recognise.rows import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.rows import Row

_NOUN = r"(?:报告|总结|汇报|情况|材料|小结|述法|自查|年报|自评|综述|说明|公示)"
_TITLE = re.compile(
    rf"(?=.*(?:法治|依法(?:行政|治\S)))(?=.*(?:建设|政府|行政|治|工作))[^。；！？]{{4,90}}{_NOUN}(?:[（(][^（）()]{{1,20}}[）)])?[。]?$"
)
_CORE = re.compile(r"法治|依法行政|依法治")
_NO_TITLE = re.compile(
    r"[>＞»_|]|上一|下一|^附件|^\S{1,8}[：:]|如下|https?:|请(?:审|予)|[，,].*[，,].*[，,]|^\d{1,2}[.、]|^[·•]|^[一二三四五六七八九十]+是|\d{4}-\d{2}-\d{2}"
)
_UNIT_END = re.compile(
    r"(?:人民政府|委员会|办事处|党工委|党委|管委会|政府|司法所|司法局|局|办公室|镇|乡|街道|县委|区委|市委|街道办|委)(?:[（(](?:盖章|公章|印章|代章|章)[）)])?$"
)
_ADDRESSEE = re.compile(
    r"^(?!.*(?:如下|以下|汇报|总结))[^。；！？，]{0,60}(?:，[^。；！？]{0,40})?(?:委|政府|办公室|办|局|人大|组|委员会|常委会|领导|代表|委办)[^。；！？，]{0,6}[：:]$"
)
_RED_HEAD = re.compile(
    r"(?:文件|公报)$|〔\s*20\d\d\s*〕\s*\d+\s*号|[（(\[【]20\d\d[）)\]】]\s*\d+\s*号|^签发人|^(?:机密|秘密|绝密)|^(?:特急|加急|急件|平急)$|^(?:份号)?0{2,}\d+$|^[★☆\s]+$"
)
_IMPRINT = re.compile(
    r"^(?:抄\s*[送报]|主\s*送|报\s*送|分\s*送|发\s*送|印\s*发|校\s*对|打\s*印|打\s*字|联\s*系\s*人|共\s*印|主\s*题\s*词|公开(?:属性|方式))\s*[：:]|印发$|^[（(]?共印\d+份|印\s*发\s*[。]?$"
)
_FINAL_NOTE = re.compile(r"^[（(](?:此件|联系人|注|本报告|附注)[^）)]*[）)]$")
_ANNEX_NOTE = re.compile(r"^附\s*件\s*[\d一二三四五六七八九]{0,2}\s*[：:]")
_ANNEX = re.compile(r"^附\s*件\s*[\d一二三四五六七八九]{0,2}$")
_SUBTITLE_DATE = re.compile(r"^[（(].*20\d\d.*[）)]$")
_RUN_IN_TITLE = re.compile(
    rf"^([^。；！？，：]{{0,60}}(?:法治|依法行政)[^。；！？，：]{{0,30}}?{_NOUN}(?:[（(][^）)]{{1,12}}[）)])?)"
    r"(?:[ \u3000\xa0]+|(?=20\d\d年(?:度|以来)?，|今年|近年来|为深入|为贯彻|根据|按照|一年来|自20\d\d"
    r"|(?!的?(?:报告|汇报|总结))(?:中共|县|区|市|镇)?[\u4e00-\u9fff、]{1,30}(?:政府|委员会|办公室|委|办)：))"
)


_RUN_IN_ADDRESSEE = re.compile(
    r"^(?:中共|省|市|县|区|镇)?[\u4e00-\u9fff、，]{1,40}?(?:政府|委员会|办公室|委|办|局|人大)："
    r"(?=\s*(?:20\d\d年|今年|近年来|根据|按照|为|一年来|自20|现将))"
)


@dataclass(slots=True)
class Frame:
    """The rows in their parts; `removed` are those that are not the report."""

    title: list[Row] = field(default_factory=list)
    addressee: Row | None = None
    head: list[tuple[Row, ParagraphRole]] = field(default_factory=list)  # under the title
    body: list[Row] = field(default_factory=list)
    tail: list[tuple[Row, ParagraphRole]] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    loose_date: Row | None = None  # a date under the title that may be the page's
    signature: str | None = None
    date: date | None = None


def frame_of(rows: Sequence[Row]) -> Frame:
    """Every row put into its part."""
    rows = list(rows)
    frame = Frame()
    start, end = densest(rows)
    start, end, rows = _run_in_title(rows, start, end)
    top = _titles(rows, start, end, frame)
    first = _under_title(rows, top, start, frame)
    last = _close(rows, first, end, frame)
    for row in rows[first:last]:
        (frame.removed if is_chrome(row) else frame.body).append(row)
    _settle_loose_date(frame)
    return frame


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


def _run_in_title(rows: list[Row], start: int, end: int) -> tuple[int, int, list[Row]]:
    """A title or an addressee in the first body line becomes a row of its own."""
    for place in range(start, min(start + 3, end)):
        text = rows[place].text
        found = _RUN_IN_TITLE.match(text)
        if found and len(text) - found.end() > 30 and not mark_at(text):
            parts = cut(rows[place], [found.end()])
            rows = [*rows[:place], *parts, *rows[place + 1 :]]
            start, end = place + 1, end + len(parts) - 1
            break
    for place in range(start, min(start + 2, end)):
        found = _RUN_IN_ADDRESSEE.match(rows[place].text)
        if found:
            parts = cut(rows[place], [found.end()])
            return start, end + len(parts) - 1, [*rows[:place], *parts, *rows[place + 1 :]]
    return start, end, rows


def _titles(rows: list[Row], start: int, end: int, frame: Frame) -> int:
    """Find the title; what stands above it is removed. Returns the row after the title, or 0."""
    found = _find_title(rows, start, end)
    if found is None:
        return 0
    begin, finish = found
    frame.title = rows[begin:finish]
    frame.removed.extend(rows[:begin])
    return finish


def _find_title(rows: list[Row], start: int, end: int) -> tuple[int, int] | None:
    """The last title above the body, or among its first rows; two or three rows may make it."""
    for place in range(_first_prose(rows, start, end) - 1, -1, -1):
        for length in (1, 2, 3):
            window = rows[max(place - length + 1, 0) : place + 1]
            if len(window) == length and _is_title(window):
                return _with_issuer(rows, place - length + 1), place + 1
    return None


def _first_prose(rows: list[Row], start: int, end: int) -> int:
    """The first row of the region that is surely body: nothing after it can be the title."""
    for place in range(start, min(start + 6, end)):
        text = rows[place].text
        if (
            mark_at(text)
            or len(text) > 60
            or (len(text) > 25 and re.search("[，。]", text) and text[-1] in "。：")
        ):
            return place
    return min(start + 1, end)


def _is_title(window: Sequence[Row]) -> bool:
    texts = [row.text for row in window]
    if any(
        _NO_TITLE.search(text) or is_chrome(row) for text, row in zip(texts, window, strict=True)
    ):
        return False
    if len(window) > 1 and any(
        re.search("[。；，：]$", text) or len(text) > 50 for text in texts[:-1]
    ):
        return False
    if len(window) > 1 and (_RED_HEAD.search(texts[0]) or _TITLE.match("".join(texts[1:]))):
        return False
    if any(_ADDRESSEE.match(text) for text in texts):
        return False
    return bool(_TITLE.match("".join(texts))) and not mark_at(texts[0])


def _with_issuer(rows: list[Row], begin: int) -> int:
    """The issuers' names above a title that names none belong to it."""
    core = rows[begin].text
    if re.search(
        r"[\u4e00-\u9fff](?:镇|乡|街道|县|区|市|局|政府)",
        re.sub(r"法治(?:政府)?建设.*|关于", "", core),
    ):
        return begin
    place = begin
    while place > 0 and begin - place < 3:
        above = rows[place - 1]
        if (
            len(above.text) > 40
            or not _UNIT_END.search(above.text)
            or is_chrome(above)
            or _RED_HEAD.search(above.text)
        ):
            break
        if re.search("[：:>，。]", above.text):
            break
        place -= 1
    return place


def _under_title(rows: list[Row], top: int, start: int, frame: Frame) -> int:
    """Sort what stands between the title and the body; returns the first row of the body."""
    first = max(start, top)
    zone = rows[top:first]
    dirty = any(is_chrome(row) for row in zone)
    for row in zone:
        _sort_head(row, frame, dirty=dirty, titled=bool(frame.title))
    while first < len(rows) and first < max(start, top) + 4 and _head_row(rows[first], frame):
        first += 1
    return first


def _sort_head(row: Row, frame: Frame, *, dirty: bool, titled: bool) -> None:
    text = row.text
    if is_chrome(row) or _RED_HEAD.search(text) or not titled:
        if _ADDRESSEE.match(text) and not is_chrome(row):
            frame.addressee = row
            frame.head.append((row, "addressee"))
        else:
            frame.removed.append(row)
    elif dirty and not _ADDRESSEE.match(text) and not DATE_ROW.match(text):
        frame.removed.append(row)
    elif not _head_row(row, frame):
        if dirty or not re.search(r"[\u4e00-\u9fff]", text) or _TITLE.match(text):
            frame.removed.append(row)
        else:
            frame.body.append(row)


def _head_row(row: Row, frame: Frame) -> bool:
    """Put an addressee, or an issuer and a date in brackets under the title, into the head."""
    text = row.text
    if frame.addressee is None and len(text) <= 80 and _ADDRESSEE.match(text) and not mark_at(text):
        frame.addressee = row
        frame.head.append((row, "addressee"))
        return True
    if not frame.title or frame.body:
        return False
    if DATE_ROW.match(text) and frame.loose_date is None and text[0] not in "（(":
        frame.loose_date = row
        return True
    if _is_signature(text) and frame.signature is None and len(text) <= 24:
        frame.signature = text
        frame.head.append((row, "signature"))
        return True
    if _SUBTITLE_DATE.match(text) and (day := parse_date(text)):
        frame.date = day
        frame.head.append((row, "date"))
        return True
    return False


def _close(rows: list[Row], first: int, end: int, frame: Frame) -> int:
    """Find signature and date at the end; what follows is removed. Returns the body's end."""
    end = max(end, first)
    last = _back_over_tail(rows, first, end)
    place = last
    misses = 0
    while place < len(rows) and misses < 3:
        if _tail_row(rows[place], frame, rows[place + 1] if place + 1 < len(rows) else None):
            misses = 0
        else:
            misses += 1
            if place < end and not is_chrome(rows[place]):
                break
            frame.removed.append(rows[place])
        place += 1
    frame.removed.extend(rows[place:])
    return last


def _back_over_tail(rows: list[Row], first: int, end: int) -> int:
    """The rows at the end of the region that are signature, date, annex or imprint come out of it."""
    place = end
    for at in range(end - 1, max(first, end - 12) - 1, -1):
        text = rows[at].text
        if (
            _is_signature(text)
            or DATE_ROW.match(text)
            or _IMPRINT.search(text)
            or _ANNEX_NOTE.match(text)
        ):
            place = at
        elif (
            len(text) > 60
            or mark_at(text)
            and not _ANNEX_NOTE.match(rows[min(at + 1, end - 1)].text)
        ):
            break
    return place


def _tail_row(row: Row, frame: Frame, below: Row | None) -> bool:
    text = row.text
    if _IMPRINT.search(text) or is_chrome(row) or _RED_HEAD.search(text):
        return False
    if frame.date is None or not any(role == "date" for _, role in frame.tail):
        if _is_signature(text) and not any(role == "date" for _, role in frame.tail):
            joint = any(role == "signature" for _, role in frame.tail)
            frame.signature = f"{frame.signature} {text}" if joint else text
            frame.tail.append((row, "signature"))
            return True
        if (
            (found := DATE_ROW.match(text))
            and (frame.signature or found["year_sign"])
            and (day := parse_date(text))
        ):
            frame.date = day
            frame.tail.append((row, "date"))
            return True
    if _ANNEX_NOTE.match(text) and not re.search(r"\.(?:docx?|pdf|xlsx?|wps|zip|rar)", text):
        frame.tail.append((row, "annex_note"))
        return True
    if _FINAL_NOTE.match(text):
        frame.tail.append((row, "note"))
        return True
    return False


def _is_signature(text: str) -> bool:
    """A unit's name alone: 青禾镇人民政府, 中共青禾镇委员会 青禾镇人民政府."""
    return (
        3 <= len(text) <= 44
        and not re.search("[，。；：:、>|0-9“]", text)
        and bool(_UNIT_END.search(text))
        and not mark_at(text)
        and not re.search(r"^(?:加强|完善|推进|强化|深化|落实|健全|提升)", text)
    )
