"""Shortcomings without a cause: the regulation asks for 存在的不足和原因."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "missing-cause"
CAUSE = re.compile(
    r"原因|[成诱起主内外]因(?!素)|(?:主观|客观|主客观|历史|现实|体制)(?:上|因素)|由于|因为|之所以|(?<![一-鿿])因(?=[一-鿿])(?!此|而|地制宜|势利导|人施策|材施教)"
    r"|缘于|源于|归因|归咎|根源|根子|病根|究其|症结|致使|使得|所致|以致|使然|加之|囿于|限于|归结|半路出家|背后(?:是|在)"
    r"|(?:导致|造成|引起|引发)(?![^，。；]{0,12}的(?:矛盾|纠纷|信访|诉求|案件|问题|隐患|风险|影响))"
    r"|受(?:制|限|困)于|归根|说到底|受[^，。；]{1,16}(?:影响|制约|限制|所限)|(?:主要|根本[^，。；]{0,4}|根子|关键)，?在于"
    r"|[与同跟和][^，。；]{2,40}(?:有关|相关|分不开|密不可分)"
    r"|(?<!问题)(?<!不足)(?<!短板)(?<!差距)(?<!表现)主要是(?![：:，,]|以下|表现|体现|在|存在)"
)
# 将深入查找原因 promises to look for it
_SOUGHT = re.compile(
    r"(?:查找|查摆|查明|查清|分析|剖析|深挖|深究|找准|找出|找到|厘清|弄清|摸清|梳理|研究|反思)[^，。；：]{0,8}"
    r"(?:原因|成因|根源|症结|根子|病根)(?![一-鿿]*[是有为在：]|[，：](?:一是|主要|集中|在于|是))"
)


# circumstances that are told as a cause without the word, under a heading that promises causes
_IMPLIED = re.compile(
    r"身兼数职|一人多岗|难度大|任务[重繁]|人[手员](?:少|紧)|(?:投入|调研|经费|编制|保障|重视|研究)(?:不足|不够|有限|紧张)|流动性?(?:大|强)|起步晚|底子薄|专业(?:背景|结构)?单一"
)
ENOUGH = 3


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at the heading of shortcomings that tell no cause."""
    for span in reading.parts("shortcomings"):
        end = min(
            [p.start for p in reading.plan_spans if span.start < p.start < span.end] or [span.end]
        )
        line_end = reading.text.find("\n", span.start, end)
        heading_end = line_end if line_end >= 0 else end
        heading = next((h for h in reading.report.headings if h.start == span.start), None)
        body_from = heading.end if heading else span.start
        if end - body_from < 10 or _told(reading.text, body_from, end):
            continue
        stop = min(heading.end if heading else heading_end, span.start + 40)
        promised = "原因" in reading.text[span.start : stop]
        implied = promised and len(_IMPLIED.findall(reading.text, body_from, end)) >= ENOUGH
        yield reading.finding(
            ID,
            "note" if implied else "warning",
            "“不足”部分没有点明哪些是原因，请看是否需要写明。"
            if implied
            else "“不足”部分只列了问题，没有写明原因。",
            span.start,
            stop,
            why="《法治政府建设与责任落实督察工作规定》要求写明“存在的不足和原因”",
        )


def _told(text: str, start: int, end: int) -> bool:
    """Whether a cause is named, not only that it is to be looked for."""
    return CAUSE.search(_SOUGHT.sub("", text[start:end])) is not None


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("一是执法力量不够强。二是普法形式较为单一，针对性有待提高。", "shortcomings"),
    Example("工作中存在的问题主要是：执法力量不足，普法形式单一。", "shortcomings"),
    Example("（一）少数干部法治意识不强，遇事找法的习惯没有养成。", "shortcomings"),
    Example(
        "执法力量难以适应新任务。对这些问题，将组织各办深入查找原因，逐项整改。", "shortcomings"
    ),
    Example("存在的不足主要是执法力量不足，征地引发的矛盾较多。", "shortcomings"),
)
CLEAN = (
    Example("一是执法力量不够强，主要原因是持证人员少。二是普法形式较为单一。", "shortcomings"),
    Example("由于编制紧张，综合执法队人手不足，夜间巡查覆盖不到位。", "shortcomings"),
    Example("受经费制约，法治文化阵地更新较慢。", "shortcomings"),
    Example("夜间巡查覆盖不全，这与执法车辆不足、路程较远直接相关。", "shortcomings"),
    Example("普法实效不强。经认真分析原因，主要是内容更新慢、形式单一。", "shortcomings"),
    Example("普法形式单一，主观上思想重视不够，客观上人手不足。", "shortcomings"),
    Example("平台数据未贯通，受制于权限和经费。", "shortcomings"),
    Example("执法不够规范。分析起来，有以下成因：一是培训少，二是人手紧。", "shortcomings"),
)
