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

ANYWHERE = re.compile(
    r"ICP备|公网安备|网站标识码|您访问的链接|即将离开|Copyright|版权所有|版权声明|网站地图|站点地图|设为首页|加入收藏|技术支持[:：]"
    r"|凡本网注明|建议使用.{0,20}(浏览器|分辨率)|分辨率.{0,12}浏览|未经.{0,12}授权|不代表本网|稿件来源|友情链接|举报电话",
    re.I,
)
"""Words that no report has, wherever they stand in a line."""
LABELS = re.compile(
    r"[【\[（(\s]*(主办(单位)?[:：]|承办(单位)?[:：]|地\s*址[:：]|邮政?编码?[:：]|联系(我们|电话|方式)|无障碍(浏览|阅读|模式)|长者|老年模式|扫一扫"
    r"|分享|打印|关闭|字[体号][:：]|上一[篇条页]|下一[篇条页]|当前位置|您?(当前|现在)?(所在)?的?位置|浏览(次数|量)?[:：]|点击[数率量]?[:：]"
    r"|阅读(次数|量)?[:：]|访问量|发布(时间|日期|机构|单位|者)|发文(机关|日期)|成文日期|生成日期|信息来源|文章来源|来源[:：]|作者[:：]|责任编辑"
    r"|编辑[:：]|审核[:：]|相关(链接|信息|文档|阅读|稿件|新闻|文章)|附件下载|索\s*引\s*号|返回(顶部|首页)|主题(分类|词)[:：]|文\s*号[:：]"
    r"|日期[:：]|时间[:：]|视力保护|收藏|继续访问|放弃|首页\s*[>＞»/|-])"
)
"""How the lines around an article begin; sentences of a report may begin so too, but end in 。"""
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]\s*\S|[（(][一二三四五六七八九十]{1,3}[)）]\s*\S|第[一二三四五六七八九十]+[部章]"
)
SIGNED = re.compile(
    r".{0,24}(人民政府|办事处|委员会|管委会|司法所|党委|党工委|镇|乡|街道)(办公室)?$"
)
DATED = re.compile(r"[二2][〇○零0０-９\d一二三四五六七八九]{3}\s*年.{1,3}月.{1,3}日$")
CLOSING = re.compile(r"特此|专此|此报告|以上报告|附件?[:：]|（?联系人")
PROSE = re.compile(r"[，,；;。：:]")
OPENING = re.compile(r"如下|[:：，,]$")  # a short first sentence of the text, no title
GENRE = re.compile(r"报告|总结|汇报|情况|计划|要点|方案|[公通]告|意见")
SUBJECT = re.compile(r"法治|依法行政|依法治")
SITE_NAME = re.compile(r"(人民政府|网站?|办公室|办事处|委员会|街道|镇|乡|平台|中心)$")
ISSUER = re.compile(
    r"[\u4e00-\u9fff、 ]{2,40}(省|市|区|县|旗|镇|乡|街道|政府|委员会|办事处|党委|党工委|局|关于)"
)
WITHOUT_ISSUER = re.compile(r"(关于)?\s*(\d{4}|[二〇○零一三四五六七八九]{4})\s*年|关于|法治政府")
SURE_TITLE, LIKELY_TITLE = 4, 2
TITLE_CLASS = re.compile(r"tit|headline|biaoti|\bbt\b|_bt|bt_|subject|head", re.I)
NOTE_STYLE = re.compile(r"mso-element\s*:\s*(foot|end)note(?!-)", re.I)
NOTE_ID = re.compile(r"sd(foot|end)note\d+$")  # LibreOffice's
NEARLY_ALL = 0.75  # of a block's prose must stand in one child to go down into it
ONE_LINE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "dt", "pre"))
LITTLE_PROSE = 100  # characters on a whole page: too few to tell an article by
LITTLE = 0.08  # prose outside, as share, that may be left there
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
    notes = [i for i in range(inside[-1] + 1, len(lines)) if _is_note(lines[i])]
    kept = [*_title(lines, inside, page_title), *inside, *notes]
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
    if len(line.text) > CHROME_LENGTH:
        return False
    if ANYWHERE.search(line.text):
        return True
    return "。" not in line.text and LABELS.match(line.text) is not None


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
    patterns = (SIGNED.match, DATED.search, CLOSING.match)
    return len(line.text) <= 40 and any(finds(line.text) for finds in patterns)


def _stands_in(line: PageLine, block: etree._Element) -> bool:
    return line.owner is block or any(node is block for node in line.owner.iterancestors())


def _is_note(line: PageLine) -> bool:
    """A foot- or endnote, which word processors put behind the text's block."""
    return any(
        NOTE_STYLE.search(node.get("style") or "") or NOTE_ID.match(node.get("id") or "")
        for node in (line.owner, *line.owner.iterancestors())
    )


def _trimmed(lines: Sequence[PageLine], inside: list[int]) -> list[int]:
    """Without links and the site's lines before the first and behind the last of the report's."""
    body = [i for i in inside if _reads_like_report(lines[i])]
    first, last = (body[0], body[-1]) if body else (inside[0], inside[-1])
    return [i for i in inside if first <= i <= last or not _is_fringe(lines[i])]


def _reads_like_report(line: PageLine) -> bool:
    if _is_fringe(line):
        return False
    return bool(NUMBERED.match(line.text)) or len(line.text) >= 30 or _ends_report(line)


def _is_fringe(line: PageLine) -> bool:
    return line.clicked * 2 > len(line.text) or is_chrome(line)


def _title(lines: Sequence[PageLine], inside: list[int], page_title: str) -> list[int]:
    """The lines before the article that are its title, where it does not begin with one."""
    if any(_title_score(lines[i], page_title) >= SURE_TITLE for i in inside[:3]):
        return []
    before = [i for i in range(inside[0]) if _title_score(lines[i], page_title) >= LIKELY_TITLE]
    best = max(before, key=lambda i: (_title_score(lines[i], page_title), i), default=None)
    if best is None:
        return []
    owner = lines[best].owner
    same = [i for i in range(inside[0]) if lines[i].owner is owner and _may_be_title(lines[i])]
    above = same[0] - 1
    return [above, *same] if above >= 0 and _begins_title(lines[above], lines[same[0]]) else same


def _begins_title(line: PageLine, title: PageLine) -> bool:
    """Whether a title's first line stands in a paragraph of its own: 某某镇 / 2024年…报告."""
    beside = line.owner.getparent() is title.owner.getparent() and line.owner.tag == title.owner.tag
    return (
        beside
        and _may_be_title(line)
        and ISSUER.fullmatch(line.text) is not None
        and WITHOUT_ISSUER.match(title.text) is not None
    )


def _may_be_title(line: PageLine) -> bool:
    return (
        4 <= len(line.text) <= 80
        and line.clicked * 2 <= len(line.text)
        and not is_chrome(line)
        and "。" not in line.text
        and not line.table
    )


def _title_score(line: PageLine, page_title: str) -> int:
    """How much speaks for a line being the report's title."""
    if not _may_be_title(line) or (SITE_NAME.search(line.text) and "法治" not in line.text):
        return 0
    if OPENING.search(line.text) or NUMBERED.match(line.text):
        return 0
    words = 2 * bool(GENRE.search(line.text)) + 2 * bool(SUBJECT.search(line.text))
    names = f"{line.owner.get('class') or ''} {line.owner.get('id') or ''}"
    marked = line.style in ("h1", "h2", "h3") or TITLE_CLASS.search(names) is not None
    return words + marked + 2 * _same_title(line.text, page_title)


def _same_title(text: str, page_title: str) -> bool:
    squeezed, title = "".join(text.split()), "".join(page_title.split())
    return len(squeezed) >= 6 and (squeezed in title or (len(title) >= 6 and title in squeezed))
