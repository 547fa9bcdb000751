"""The end of a report: signature, date, note and annexes; imprint and page set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import is_chrome, weight
from lawdraft.recognise.dates import DATE_ROW, OPEN_DATE_ROW, date_row, parse_date
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.units import RED_HEAD, is_unit, printed_name

if TYPE_CHECKING:
    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.framed import Frame
    from lawdraft.recognise.rows import Row

_IMPRINT = re.compile(
    r"^(?:抄\s*[送报]|主\s*送|报\s*送|分\s*送|发\s*送|印\s*发|校\s*对|打\s*印|打\s*字|联\s*系\s*人|共\s*印|主\s*题\s*词|公开(?:属性|方式))\s*[：:]|印发$|^[（(]?共印\d+份|印\s*发\s*[。]?$"
)
_FINAL_NOTE = re.compile(r"^[（(](?:此件|联系人|注|本报告|附注)[^）)]*[）)]$")
_CONTACT = re.compile(
    r"^(?:联系|咨询)?(?:人|电话|手机|方式)[^。]{0,24}(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)[^。]{0,8}$"
)  # a person's number is no site's: the public version must see it
_ANNEX_NOTE = re.compile(r"^附\s*件\s*[\d一二三四五六七八九]{0,2}\s*[：:]")
_ANNEX = re.compile(r"^附\s*件\s*[\d一二三四五六七八九]{0,2}[：:]?$")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd)", re.I)
_CLOSING = re.compile(
    r"^(?:特此|专此)(?:报告|汇报)?[。.]?$|^(?:以上|此)(?:报告|汇报)[^。]{0,12}[。.]?$"
    r"|^(?:如有不妥|妥否|当否|如无不妥)[，,]?(?:敬?请|恳请)[^。]{2,14}[。.]?$"
)  # a short last line is the report's own
_MATTER = re.compile(r"法治|依法|执法|普法|法律|规范|制度|落实|加强|推进|群众|工作|机制")
_LONGEST_NAME = 70  # characters of an attachment's name
_NEAR = 5  # rows below an annex's label in which its matter shows
_MOST_FOREIGN = 3  # rows between the text and its signature before the search is given up


def close(rows: list[Row], first: int, end: int, frame: Frame) -> int:
    """Find signature and date at the end; what follows is removed. Returns the body's end."""
    while first <= end < len(rows) and (more := _further(rows, end)):
        end += more
    last = _back_over_tail(rows, first, _annex_below_date(rows, first, end) or max(end, first))
    place, foreign = last, 0
    while place < len(rows) and foreign < _MOST_FOREIGN:
        row = rows[place]
        if _has(frame, "date") and _begins_annex(rows, place):
            place = _annex(rows, place, frame)
            continue
        if _take(row, frame):
            foreign = 0
        else:
            foreign += 1
            frame.removed.append(row)
        place += 1
    frame.removed.extend(rows[place:])
    return last


def _further(rows: list[Row], end: int) -> int:
    """How many rows behind the text belong to it: a last line, also below a page's number."""
    if _belongs(rows, end):
        return 1
    below = end + 1 < len(rows) and is_chrome(rows[end]) and _CLOSING.match(rows[end + 1].text)
    return 2 if below else 0


def _belongs(rows: list[Row], place: int) -> bool:
    """A short last line of the report's own: 特此报告。 or the one sentence below a heading."""
    text = rows[place].text
    if _CLOSING.match(text):
        return True
    bare = place > 0 and mark_at(rows[place - 1].text) and not rows[place - 1].text.endswith("。")
    told = text.endswith("。") or (weight(rows[place - 1]) > 0 and len(_MATTER.findall(text)) > 1)
    return bool(bare) and told and len(text) > 3 and not is_chrome(rows[place])


def _annex_below_date(rows: list[Row], first: int, end: int) -> int:
    """Where the first annex begins, right below the date or its note; 0: nowhere.

    Its own headings would otherwise be taken for the report's.
    """
    for place in range(first + 1, end):
        if _ANNEX.match(rows[place].text) and _begins_annex(rows, place):
            above = rows[place - 2 if _FINAL_NOTE.match(rows[place - 1].text) else place - 1]
            if DATE_ROW.match(above.text):
                return place
    return 0


def _back_over_tail(rows: list[Row], first: int, end: int) -> int:
    """The rows at the end of the region that are signature, date, annex or imprint come out."""
    place = end
    for at in range(end - 1, max(first, end - 12) - 1, -1):
        text = rows[at].text
        if (
            is_unit(text) or date_row(text) or _IMPRINT.search(text) or _ANNEX_NOTE.match(text)
        ) or (_FINAL_NOTE.match(text) and place == at + 1):
            place = at
        elif len(text) > 60 or (mark_at(text) and not _below_annex_note(rows, first, at)):
            break
    return place


def _below_annex_note(rows: list[Row], first: int, at: int) -> bool:
    """Whether a numbered row goes on with 附件：1. … above it."""
    while at > first and mark_at(rows[at].text) and len(rows[at].text) <= _LONGEST_NAME:
        at -= 1
    return bool(_ANNEX_NOTE.match(rows[at].text))


def _has(frame: Frame, role: ParagraphRole) -> bool:
    return any(taken == role for _, taken in frame.tail)


def _take(row: Row, frame: Frame) -> bool:
    """Put a row into the report's end where it belongs there."""
    text = row.text
    if _has(frame, "date") and _CONTACT.match(text):
        frame.tail.append((row, "note"))
        return True
    if _IMPRINT.search(text) or RED_HEAD.match(text):
        return False
    unsigned = not _has(frame, "signature")
    if (unsigned or not _has(frame, "date")) and _signature(row, frame):
        return True
    if not _has(frame, "date") and _date(row, frame):
        return True
    if is_chrome(row):
        return False
    if _ANNEX_NOTE.match(text) and not _FILE.search(text) and len(text) > 4:
        frame.tail.append((row, "annex_note"))
        return True
    if (
        mark_at(text)
        and frame.tail
        and frame.tail[-1][1] == "annex_note"
        and not _FILE.search(text)
    ):
        frame.tail.append((row, "annex_note"))
        return True
    if _FINAL_NOTE.match(text):
        frame.tail.append((row, "note"))
        return True
    return False


def _signature(row: Row, frame: Frame) -> bool:
    if not is_unit(row.text) or is_chrome(row):
        return False
    joint = _has(frame, "signature")
    printed = re.sub(r"[ \u3000\xa0\u2002]{2,}", " ", printed_name(row.text))
    frame.signature = f"{frame.signature} {printed}" if joint else printed
    frame.tail.append((row, "signature"))
    return True


def _date(row: Row, frame: Frame) -> bool:
    found = date_row(row.text)
    if not found and frame.signature and OPEN_DATE_ROW.match(row.text):
        frame.tail.append((row, "date"))  # 2027年  月  日: the date line, not yet filled
        return True
    if not found or not (frame.signature or found["year_sign"]):
        return False
    # 2025年1月 without a day is the report's date line all the same, but no whole date.
    frame.date = parse_date(found.string) or frame.date
    frame.tail.append((row, "date"))
    return True


def _begins_annex(rows: list[Row], place: int) -> bool:
    """附件 alone on a line below the date, with matter under it and not a list of downloads.

    With a colon behind it a list of downloads is likelier: then a table or a sentence must follow.
    """
    if not _ANNEX.match(rows[place].text) or place + 1 >= len(rows):
        return False
    below = rows[place + 1]
    near = rows[place + 1 : place + 1 + _NEAR]
    if rows[place].text[-1] in "：:" and not any(
        "\t" in r.text or r.text[-1:] == "。" for r in near
    ):
        return False
    return not is_chrome(below) and not _FILE.search(below.text) and len(rows) - place > 2


def _annex(rows: list[Row], place: int, frame: Frame) -> int:
    """Takes the label, which alone would pass for a page's link, and the annex's matter."""
    frame.tail.append((rows[place], "annex"))
    place += 1
    while (
        place < len(rows) and not is_chrome(rows[place]) and not _IMPRINT.search(rows[place].text)
    ):
        frame.tail.append((rows[place], "annex"))
        place += 1
    return place
