"""Lines that were run together by a page, cut apart again: title, headings, signature, date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.rows import cut
from lawdraft.recognise.undelimited import standard

if TYPE_CHECKING:
    from lawdraft.recognise.rows import Row

_BLANK = re.compile(r"[ \t\xa0\u3000\u2002\u2003]+")
_CANDIDATE = re.compile(
    r"[（(〔【] ?[一二三四五六七八九十]{1,3} ?[）)〕】]|[（(]?[一二三四五六七八九十]{1,3}[、．.）)〕】]|(?<=[。；：！\u4e00-\u9fff])[（(][一二三四五六七八九十]{1,2}(?=[\u4e00-\u9fff“]{3}(?![^。；（(]{0,20}[）)]))|[（(]?[0-9]{1,2}[．.、）)]|[①-⑳⑴-⒇㈠-㈩]|(?<=[\s。])[一二三四五六七八九十]{1,3}(?=[ \u3000])"
)
_LONG = 160
_HEADING = 46
_PHRASE = re.compile(r"[\u4e00-\u9fff0-9“”、，（）]{4,36}")
_LINE_ENDS = "。！？” \xa0\u3000\u2002\t"
_END_SIGNS = "。；：！？”）…"
_HEAD_LABEL = re.compile(
    r"(?=(?:发布|发表|公开|更新|生成|成文|发文)(?:日期|时间|机构|单位)\s*[：:]|(?:信息|文章|稿件)?来源\s*[：:]|作者\s*[：:]|浏览(?:次数|量)\s*[：:]|字[号体]\s*[：:【]|索\s*引\s*号\s*[：:]|【?打印|当前位置|责任编辑\s*[：:])"
)
_SIGN = r"(?P<sign>(?:中共)?[\u4e00-\u9fff、 　]{2,44}?(?:人民政府|街道办事处|办事处|委员会|党工委|党委|管委会))"
_DAY = (
    r"(?P<date>(?:20\d\d|二[〇○零Ｏ0]二[一二三四五六七八九〇○零])\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日|20\d\d[./\- ]\d{1,2}[./\- ]\d{1,2}(?=\s|$))"
)
_TAIL = re.compile(rf"(?:^|(?<=[。！；]))\s*(?:{_SIGN})?\s*{_DAY}")
_MARK_AND_BLANK = re.compile(
    r"(?:^|(?<=[\s。；：]))[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).．、]?\s+"
)
_ANY_DAY = re.compile(_DAY)
_FIRST_SUB = re.compile(r"(?<=[\u4e00-\u9fff”：])\s*[（(]一[）)]")
_TAIL_LABEL = re.compile(
    r"(?=(?:上|下)一(?:篇|条|页)|责任编辑|扫一扫|分享到|【?打印(?:本页)?】?|【?关闭(?:窗口|本页)?】?|版权所有|主办单位?[：:]|主办：|联系我们|网站地图|附件下载|相关(?:链接|文章|阅读)|抄送[：:])"
)


def unfold(rows: list[Row]) -> list[Row]:
    """The rows, those that hold several lines in one cut into them; others as they are."""
    whole = sum(len(row.text) for row in rows)
    unfolded: list[Row] = []
    for row in rows:
        if _is_folded(row, whole):
            for part in cut(row, _outer_places(row.text)):
                for smaller in cut(part, _heading_places(part.text)):
                    unfolded.extend(_cut_tail(smaller))
        else:
            for part in cut(row, _doubled(row.text)):
                unfolded.extend(_cut_tail(part))
    return unfolded


def _is_folded(row: Row, whole: int) -> bool:
    """Most of the page on one line, or several first and second-level numbers inside it."""
    if len(row.text) < _LONG:
        return False
    inner = [place for place in _heading_places(row.text) if place]
    return (
        len(inner) >= 3
        or sum(_is_main_part(row.text, place) for place in inner) > 1
        or (len(row.text) > 0.6 * whole and len(inner) >= 1)
        or _is_all(row, whole)
    )


def _is_main_part(text: str, place: int) -> bool:
    """Whether a main part's usual heading stands there: 二、存在的问题."""
    mark = mark_at(text, place)
    return mark is not None and mark.level == 1 and standard(text[mark.end : mark.end + 40]) > 0


def _is_all(row: Row, whole: int) -> bool:
    """Nearly the whole page on one line with blanks for its line breaks, no numbers at all."""
    return len(row.text) > max(0.6 * whole, 300) and len(_body_blanks(row.text)) >= 4


def _doubled(text: str) -> list[int]:
    """A first-level heading with the first of its sub-headings on its line: 一、成效（一）领导."""
    mark = mark_at(text)
    found = _FIRST_SUB.search(text, mark.end, mark.end + 46) if mark and mark.level == 1 else None
    return [found.start()] if found and "。" not in text[: found.start()] else []


def _heading_places(text: str) -> list[int]:
    """Where first and second-level numbers stand that begin a line in all likelihood."""
    places: list[int] = []
    expected: dict[str, int] = {}
    for found in _CANDIDATE.finditer(text):
        mark = mark_at(text, found.start())
        if mark is None or mark.level > 4 or not _may_begin(text, mark.start):
            continue
        clear = mark.start == 0 or text[mark.start - 1] in _LINE_ENDS
        due = expected.get(mark.form, 1)
        first = mark.number == 1 and _right_below(text, places, mark.start)
        if mark.level > 2 and not first and not (clear and mark.number in (1, due)):
            continue
        if mark.number == due or mark.number == 1 or (clear and mark.number in (due + 1, due + 2)):
            places.append(mark.start)
            expected[mark.form] = mark.number + 1
            if mark.level == 1:
                expected["second"] = 1
    return places


def _right_below(text: str, places: list[int], place: int) -> bool:
    """Whether only the words of a heading stand between the last number and this one."""
    if not places or not 6 <= place - places[-1] <= _HEADING:
        return False
    return not re.search("[。；：]|\\d$", text[places[-1] : place])


def _may_begin(text: str, place: int) -> bool:
    """Not in the middle of 第一、 or of a list such as 县、镇、村."""
    if place == 0:
        return True
    before = text[place - 1]
    return before not in "第、，；（(“《之十百千万零一二三四五六七八九—-"


def _outer_places(text: str) -> list[int]:
    """Cuts in a folded line outside headings: at blanks round the title, at labels, at the end."""
    places: list[int] = []
    head = min(len(text), 700)
    places.extend(
        found.end()
        for found in _BLANK.finditer(text, 0, head)
        if _divides(text, found.start(), found.end())
    )
    places.extend(found.start() for found in _HEAD_LABEL.finditer(text, 0, head))
    places.extend(_body_blanks(text))
    days = [found.span("date") for found in _ANY_DAY.finditer(text)]
    marks = [found.end() for found in _MARK_AND_BLANK.finditer(text)]
    places = [
        place
        for place in places
        if place not in marks and not any(start < place < end for start, end in days)
    ]
    places.extend(_tail_places(text, head))
    return sorted(set(places))


def _body_blanks(text: str) -> list[int]:
    """Blanks after a sentence's end, wide ones, and those behind a short phrase of its own."""
    places: list[int] = []
    before = 0
    for found in _BLANK.finditer(text):
        phrase = text[before : found.start()]
        alone = bool(_PHRASE.fullmatch(phrase)) and (before == 0 or text[before - 1].isspace())
        ended = text[found.start() - 1 : found.start()] in _END_SIGNS
        if (
            ended
            or len(found.group()) >= 2
            or (alone and text[:before].rstrip()[-1:] in ("", *_END_SIGNS))
        ):
            places.append(found.end())
        before = found.end()
    return places


def _divides(text: str, start: int, end: int) -> bool:
    """Whether a blank near the beginning parts lines: not inside a sentence or after a number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and before in "，、（“《") or after in "，。、；）”":
        return False
    return not (before.isdigit() and not after.isdigit() and "\u4e00" <= after <= "\u9fff")


def _tail_places(text: str, start: int) -> list[int]:
    places = []
    for found in _TAIL.finditer(text, start):
        places += [
            found.start("sign") if found["sign"] else found.start("date"),
            found.start("date"),
            found.end(),
        ]
    last_stop = text.rfind("。", start)
    places.extend(found.start() for found in _TAIL_LABEL.finditer(text, max(last_stop, start)))
    return places


def _tells_on(rest: str) -> bool:
    """Words of a sentence behind a date: 2026年6月5日前后宣传…; not a note, not a page's tail."""
    rest = rest.strip()
    return bool(rest) and rest[0] not in "（(【[|" and _TAIL_LABEL.match(rest) is None


def _cut_tail(row: Row) -> list[Row]:
    """A last paragraph with signature and date run on is cut before them."""
    found = _TAIL.search(row.text)
    if found is None or len(row.text) - found.end() > 40 or _tells_on(row.text[found.end() :]):
        return [row]
    places = [found.start("date"), found.end()]
    if found["sign"]:
        places.append(found.start("sign"))
    return cut(row, places)
