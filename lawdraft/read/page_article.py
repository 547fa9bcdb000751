"""Which of a web page's lines are the article, and which only surround it.

The report's text is the block that holds nearly all prose. Leaving a block out is refused where
anything in it reads like a report (a numbered heading, a signature, a date): what remains is
cleared away by recognising, what is lost here would be lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from lawdraft.read.page_lines import PageLine

CHROME = re.compile(
    r"ICP备|公网安备|版权所有|主办单位|主办[:：]|承办|技术支持|网站标识码|邮政?编码?[:：]|您访问的链接|即将离开|是否继续"
    r"|无障碍|长者|扫一扫|二维码|分享到?[:：]|分享到|【?打印|关闭窗口|字[体号][:：]|上一篇|下一篇|上一条|下一条|当前位置"
    r"|现在的位置|浏览次数|点击[数率量]|阅读[:：次量]|访问量|发布(时间|日期|机构|者)|信息来源|文章来源|来源[:：]|作者[:：]|责任编辑"
    r"|Copyright|相关(链接|信息|文档|阅读|稿件)|友情链接|联系我们|网站地图|站点地图|设为首页|加入收藏|索\s*引\s*号|返回顶部",
    re.I,
)
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]\s*\S|[（(][一二三四五六七八九十]{1,3}[)）]\s*\S|第[一二三四五六七八九十]+[部章]"
)
SIGNED = re.compile(
    r".{0,24}(人民政府|办事处|委员会|管委会|司法所|党委|党工委|镇|乡|街道)(办公室)?$"
)
DATED = re.compile(r"[二2][〇○零0０-９\d一二三四五六七八九]{3}\s*年.{1,3}月.{1,3}日$")
PROSE = re.compile(r"[，,；;。：:]")
TITLE_WORDS = re.compile(r"报告|总结|汇报|情况|计划|要点|法治")
TITLE_CLASS = re.compile(r"tit|headline|biaoti|\bbt\b|_bt|bt_|subject|head", re.I)
NEARLY_ALL = 0.75  # of a block's prose must stand in one child to go down into it
ONE_LINE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "dt", "pre"))
LITTLE_PROSE = 100  # characters on a whole page: too few to tell an article by
LITTLE = 0.05  # prose outside, as share, that may be left there
CHROME_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Split:
    """The page's lines told apart, each with its place among all."""

    kept: tuple[int, ...]
    left_out: tuple[int, ...]


def split_article(lines: Sequence[PageLine], body: etree._Element, page_title: str) -> Split:
    """The article's lines (its title among them) and the others."""
    if sum(map(weight, lines)) < LITTLE_PROSE:
        return Split(tuple(range(len(lines))), ())
    block = _article_block(lines, body)
    inside = [i for i, line in enumerate(lines) if _stands_in(line, block)]
    if not inside:
        return Split(tuple(range(len(lines))), ())
    inside = _trimmed(lines, inside)
    kept = [*_title(lines, inside, page_title), *inside]
    chosen = set(kept)
    return Split(tuple(kept), tuple(i for i in range(len(lines)) if i not in chosen))


def weight(line: PageLine) -> float:
    """How much a line speaks for its block being the article: its prose characters."""
    length = len(line.text)
    if line.clicked * 2 > length or is_chrome(line):
        return 0.0
    if NUMBERED.match(line.text) or (length >= 15 and PROSE.search(line.text)):
        return float(length - line.clicked)
    return 0.3 * (length - line.clicked)


def is_chrome(line: PageLine) -> bool:
    """A line of the site around the article, by its words."""
    return len(line.text) <= CHROME_LENGTH and CHROME.search(line.text) is not None


def _article_block(lines: Sequence[PageLine], body: etree._Element) -> etree._Element:
    sums: dict[etree._Element, float] = defaultdict(float)
    for line in lines:
        if amount := weight(line):
            sums[line.owner] += amount
            for ancestor in line.owner.iterancestors():
                sums[ancestor] += amount
    block = body
    while True:
        child = max(block, key=lambda node: sums.get(node, 0.0), default=None)
        if child is None or sums.get(child, 0.0) < NEARLY_ALL * sums.get(block, 0.0):
            return block
        if (
            child.tag in ONE_LINE
            or not sums.get(child)
            or _would_lose(lines, block, child, sums[block])
        ):
            return block
        block = child


def _would_lose(
    lines: Sequence[PageLine], block: etree._Element, child: etree._Element, total: float
) -> bool:
    """Whether going down into `child` leaves lines of the report outside."""
    prose, behind = 0.0, 0
    for line in lines:
        if not _stands_in(line, block):
            continue
        if _stands_in(line, child):
            behind = 1
            continue
        if line.clicked * 2 > len(line.text) or is_chrome(line):
            continue
        if NUMBERED.match(line.text) or (0 < behind <= 4 and _ends_report(line)):
            return True
        behind += behind > 0
        prose += weight(line) if len(line.text) >= 30 else 0.0
    return prose > LITTLE * total


def _ends_report(line: PageLine) -> bool:
    return bool(SIGNED.match(line.text) or DATED.search(line.text)) and len(line.text) <= 40


def _stands_in(line: PageLine, block: etree._Element) -> bool:
    return line.owner is block or any(node is block for node in line.owner.iterancestors())


def _trimmed(lines: Sequence[PageLine], inside: list[int]) -> list[int]:
    """Without the links and the site's lines at both ends of the block."""
    first, last = 0, len(inside)
    while first < last and _is_fringe(lines[inside[first]]):
        first += 1
    while last > first and _is_fringe(lines[inside[last - 1]]):
        last -= 1
    return inside[first:last] or inside


def _is_fringe(line: PageLine) -> bool:
    return line.clicked * 2 > len(line.text) or (
        is_chrome(line) and not PROSE_END.search(line.text)
    )


PROSE_END = re.compile(r"。.{10,}。")


def _title(lines: Sequence[PageLine], inside: list[int], page_title: str) -> list[int]:
    """The lines before the article that are its title, where it does not begin with one."""
    head = [lines[i].text for i in inside[:3]]
    if any(_same_title(text, page_title) for text in head):
        return []
    before = [i for i in range(inside[0]) if _may_be_title(lines[i])]
    best = max(before, key=lambda i: (_title_score(lines[i], page_title), i), default=None)
    if best is None or _title_score(lines[best], page_title) < 2:
        return []
    return [i for i in before if lines[i].owner is lines[best].owner]


def _may_be_title(line: PageLine) -> bool:
    return (
        4 <= len(line.text) <= 80
        and line.clicked * 2 <= len(line.text)
        and not is_chrome(line)
        and "。" not in line.text
        and not line.table
    )


def _title_score(line: PageLine, page_title: str) -> int:
    score = 2 * _same_title(line.text, page_title)
    score += 2 * (line.style is not None and line.style in ("h1", "h2", "h3"))
    names = f"{line.owner.get('class') or ''} {line.owner.get('id') or ''}"
    score += bool(TITLE_CLASS.search(names))
    return score + bool(TITLE_WORDS.search(line.text))


def _same_title(text: str, page_title: str) -> bool:
    squeezed, title = "".join(text.split()), "".join(page_title.split())
    return len(squeezed) >= 6 and (squeezed in title or (len(title) >= 6 and title in squeezed))
