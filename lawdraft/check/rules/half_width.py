"""Half-width marks among full-width ones: each with its place; the habit of a whole text, one note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

ID = "punctuation"
_WHY = "GB/T 15834-2011《标点符号用法》"
_NAMES = {
    "，": "逗号",
    "：": "冒号",
    "；": "分号",
    "？": "问号",
    "！": "叹号",
    "。": "句点",
    "（": "括号",
    "）": "括号",
}
_MARKS = re.compile(r"[，：；（）]")
_FEW = 4


def check(reading: Reading) -> Iterator[Finding]:
    """The report's text has these marks mended already: told is where they stood."""
    places = reading.report.restored
    if not places:
        return
    full = len(_MARKS.findall(reading.text)) - len(places)
    if len(places) > max(full, _FEW):
        yield Finding(
            ID,
            "note",
            f"原文有{len(places)}处中文标点用了半角，已按全角核查和排版。",
            why=_WHY,
        )
        return
    for start, end in _spans(reading.text, places):
        name = _NAMES.get(reading.text[start], "标点")
        mark = reading.text[start:end]
        should = "（）" if name == "括号" else mark
        yield reading.finding(
            ID, "warning", f"原文这里是半角的{name}，应为全角“{should}”。", start, end, why=_WHY
        )


def _spans(text: str, places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Each mark; brackets as a pair with what stands between them."""
    waiting = set(places)
    for place in places:
        if place not in waiting:
            continue
        closing = text.find("）", place) if text[place] == "（" else -1
        line_end = text.find("\n", place)
        if closing in waiting and (line_end < 0 or closing < line_end):
            waiting.discard(closing)
            yield place, closing + 1
        else:
            yield place, place + 1


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("开展普法宣传,解答群众疑问；受到群众欢迎。"),
    Example("全镇各村(社区)配齐法律顾问，按月驻村值班。"),
    Example("诉求办结率98.5%.群众较为满意。"),
)
CLEAN = (
    Example("开展普法宣传，解答群众疑问；受到群众欢迎。"),
    Example("比例为3:2，时间为9:30，网址为www.example.com，共1.8万份。"),
)
