"""The title: absent, repeated, over two or three lines, or run into the first body line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import is_chrome
from lawdraft.recognise.dates import DATE_ROW, parse_date
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.rows import cut
from lawdraft.recognise.units import ADDRESSEE, RED_HEAD, UNIT_END, is_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.recognise.rows import Row

_NOUN = r"(?:报\s*告|总\s*结|汇\s*报|情\s*况|材料|小结|述法|自查|年报|自评|综述|说明|公示)"
_AND_PLAN = r"(?:[和及与暨、][^。；！？，]{0,16}(?:计划|打算|安排|思路|要点))?"  # of next year
TITLE = re.compile(
    rf"(?=.*(?:法[治制]|依法(?:行政|[治制]\S)))(?=.*(?:建设|政府|行政|治|工作))[^。；！？]{{4,90}}{_NOUN}{_AND_PLAN}(?:[（(][^（）()]{{1,20}}[）)])?[。]?$"
)
_NO_TITLE = re.compile(
    r"[>＞»_|]|上一(?!年)|下一(?!年|步|阶段)|^附件|^\S{1,8}[：:]|如下|https?:|请(?:审|予)|[，,].*[，,].*[，,]|^\d{1,2}[.、]|^[·•]|^[一二三四五六七八九十]+是|\d{4}-\d{2}-\d{2}"
)
_RUN_IN_TITLE = re.compile(
    rf"^([^。；！？，：]{{0,60}}(?:法[治制]|依法行政)[^。；！？，：]{{0,30}}?{_NOUN}(?:[（(][^）)]{{1,12}}[）)])?)"
    r"(?:[ \u3000\xa0]+|(?=20\d\d年(?:度|以来)?，|今年|近年来|为深入|为贯彻|根据|按照|一年来|自20\d\d"
    r"|(?!的?(?:报告|汇报|总结))(?:中共|县|区|市|镇)?[\u4e00-\u9fff、]{1,30}(?:政府|委员会|办公室|委|办)：))"
)


_RUN_IN_ADDRESSEE = re.compile(
    r"^(?:中共|省|市|县|区|镇)?[\u4e00-\u9fff、，]{1,40}?(?:政府|委员会|办公室|委|办|局|人大)："
    r"(?=\s*(?:20\d\d年|今年|近年来|根据|按照|为|一年来|自20|现将))"
)


_RIDER = re.compile(
    r"[—－-]{1,4} ?在[^。]{4,40}(?:会议|大会|会)上(?:的?报告)?|[（(](?:20\d\d年度?|征求意见稿|送审稿|讨论稿|初稿|公开版|报送稿|[^（()）]{0,8}年度)[）)]"
)
_TITLE_AND_DATA = re.compile(
    rf"^[^。；！？，：>|]{{4,80}}?{_NOUN}[ \u3000\xa0\t]+"
    r"(?=[【\[（(]?(?:来源|信息来源|文章来源|时间|日期|发布|发表|作者|浏览|点击|阅读|字[号体]|编辑|更新|成文)[^。]{0,8}[：:])"
)
_OTHER_PAPER = re.compile(
    r"(?=.*(?:法治|依法|行政|政府|中华人民共和国)).{8,60}(?:方案|通知|办法|意见|纲要|规定|规则|解读|细则|条例|决定|公告|讲话|[^执普司立守学用做方]法)(?:[（(].{1,30}[）)])?"
)
"""Titles of papers that speak of the same matters and are no reports."""
_CELL = re.compile(
    r"(?:^|[|\t\s])[|【\[\s-]*(?:标\s*题|名\s*称|题\s*名|信息名称|文件名称)\s*[】\]]?\s*[：:|\t ]+\s*(?P<title>[^|\t]{8,90}?)\s*(?:$|[|\t])"
)


def title_in_table(rows: list[Row], start: int) -> tuple[list[Row], int] | None:
    """A title that only the page's index block prints, cut out of its row: the rows, its place."""
    for place, row in enumerate(rows[:start]):
        found = _CELL.search(row.text)
        if found and TITLE.match(found["title"]):
            parts = cut(row, [found.start("title"), found.end("title")])
            at = next(n for n, part in enumerate(parts) if part.text == found["title"])
            return [*rows[:place], *parts, *rows[place + 1 :]], place + at
    return None


_TITLE_STYLES = frozenset({"title", "标题", "文章标题", "公文标题"})
_SUBJECT = re.compile(r"[^，。；：]{0,30}法治(?:政府)?建设[^，。；：]{0,12}")


def names_other_paper(row: Row) -> bool:
    """A title of a paper on the same matters that is no report: 实施方案, 通知, a law."""
    found = _OTHER_PAPER.fullmatch(row.text)
    return found is not None and not is_chrome(row) and mark_at(row.text) is None


def find_title(rows: list[Row], start: int, end: int) -> tuple[int, int] | None:
    """The last title above the body, or among its first rows; two or three rows may make it.

    One that names neither year nor unit is the name of the page's column where a fuller one stands
    above it.
    """
    spans = _titles(rows, _first_prose(rows, start, end))
    last = next(spans, None)
    if last is None:
        return _unusual_title(rows, start, end)
    if _is_full(rows, last):
        return last
    return next((span for span in spans if _is_full(rows, span)), last)


def _titles(rows: list[Row], first_prose: int) -> Iterator[tuple[int, int]]:
    """The titles above the body, the lowest first."""
    for place in range(first_prose - 1, -1, -1):
        for length in (1, 2, 3):
            window = rows[max(place - length + 1, 0) : place + 1]
            if len(window) != length:
                continue
            begun = length == 1 and _begun_above(rows, place)
            if _is_title(window, begun=begun):
                yield _with_issuer(rows, place - length + 1), _with_rider(rows, place + 1)
                break


def _is_full(rows: list[Row], span: tuple[int, int]) -> bool:
    words = "".join(row.text for row in rows[span[0] : span[1]])
    return bool(re.search(r"\d{4}|二[〇○零]", words)) or bool(
        re.search(r"[\u4e00-\u9fff]{2}(?:镇|乡|街道|县|区|市|局|政府)(?!建设)", words)
    )


def _with_rider(rows: list[Row], finish: int) -> int:
    """（2024年度）, （征求意见稿） or ——在…会议上 on the line below belongs to the title."""
    if finish < len(rows) and _RIDER.fullmatch(rows[finish].text):
        return finish + 1
    return finish


def _unusual_title(rows: list[Row], start: int, end: int) -> tuple[int, int] | None:
    """A line styled as title, or the line above the body that names the subject but no 报告."""
    above = _first_prose(rows, start, end) - 1
    for place in range(above, -1, -1):
        row = rows[place]
        styled = (row.style or "").lower() in _TITLE_STYLES
        named = place == above and _SUBJECT.fullmatch(row.text) and not _NO_TITLE.search(row.text)
        if not (styled or named) or names_other_paper(row):
            continue
        if not is_chrome(row) and not mark_at(row.text):
            return place, place + 1
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


_REST = re.compile(r"(?:年度|工作|情况|建设|的)*(?:报告|总结|汇报)")
_BROKEN_OFF = re.compile(r"(?:建设|政府|工作|情况|年|年度|行政|法治|的)$")


def _begun_above(rows: Sequence[Row], place: int) -> bool:
    """Whether the row above begins the title: 青禾镇2025年, or the unit's name and no page's data.

    Below it 法治政府建设年度报告 is the title's rest, and not a column of the page.
    """
    if place == 0 or is_chrome(rows[place - 1]) or RED_HEAD.match(rows[place - 1].text):
        return False
    above = rows[place - 1].text
    if len(above) > 40 or re.search("[：:>，。]", above):
        return False
    if _UNFINISHED.search(above) or _only_year(rows, place - 1):
        return True
    return is_unit(above) and not any(is_chrome(row) for row in rows[: place - 1])


def _is_title(window: Sequence[Row], *, begun: bool = False) -> bool:
    texts = [row.text.strip("| \t") for row in window]
    if len(window) > 1 and DATE_ROW.match(texts[-1]) and parse_date(texts[-1]):
        return False  # （2025年1月20日） below the title is the report's date
    if any(_NO_TITLE.search(text) for text in texts):
        return False
    # 年度报告 alone is a column of the page, but also the rest of a title broken before it.
    rest = begun or (
        len(texts) > 1 and _REST.fullmatch(texts[-1]) and _BROKEN_OFF.search(texts[-2])
    )
    if any(is_chrome(row) for row in (window[:-1] if rest else window)):
        return False
    if len(window) > 1 and any(
        re.search("[。；，：]$", text) or len(text) > 50 for text in texts[:-1]
    ):
        return False
    if len(window) > 1 and (RED_HEAD.match(texts[0]) or TITLE.match("".join(texts[1:]))):
        return False
    if any(ADDRESSEE.match(text) for text in texts):
        return False
    return bool(TITLE.match("".join(texts))) and not mark_at(texts[0])


_COUNTY = re.compile(r"[\u4e00-\u9fff]{2,8}[县区市旗]")
_YEAR = r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?"
_UNFINISHED = re.compile(  # a title's line that must go on: 青禾镇人民政府关于2025年
    rf"关于[^，。：]{{0,20}}$|^[\u4e00-\u9fff \u3000]{{2,30}}{_YEAR}$"
    rf"|^{_YEAR}[\u4e00-\u9fff]{{2,16}}(?:镇|乡|街道|县|区|市|局|政府|办事处)$"
)
_ONLY_YEAR = re.compile(_YEAR)


def _only_year(rows: Sequence[Row], place: int) -> bool:
    """The year on a line of its own, below its unit's name."""
    found = place > 0 and _ONLY_YEAR.fullmatch(rows[place].text)
    return bool(found) and is_unit(rows[place - 1].text)


def _with_issuer(rows: list[Row], begin: int) -> int:
    """The issuers' names above a title that names none belong to it, and its own first lines."""
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
            or not any(
                (
                    UNIT_END.search(above.text),
                    _COUNTY.fullmatch(above.text),
                    _UNFINISHED.search(above.text),
                    _only_year(rows, place - 1),
                )
            )
            or is_chrome(above)
            or RED_HEAD.match(above.text)
        ):
            break
        if re.search("[：:>，。]", above.text):
            break
        place -= 1
    return place


def part_run_in_title(rows: list[Row], start: int, end: int) -> tuple[int, int, list[Row]]:
    """A title or an addressee in the first body line becomes a row of its own.

    So does a title with the page's data behind it on its line.
    """
    for place in range(start):
        found = _TITLE_AND_DATA.match(rows[place].text)
        if found:
            parts = cut(rows[place], [found.end()])
            rows = [*rows[:place], *parts, *rows[place + 1 :]]
            start, end = start + len(parts) - 1, end + len(parts) - 1
            break
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
