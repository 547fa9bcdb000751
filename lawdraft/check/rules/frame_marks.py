"""Marks at the edges: of title, addressee, headings, signature and date, of a paragraph's first sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "punctuation"
_WHY = "GB/T 9704-2012《党政机关公文格式》、GB/T 15834-2011《标点符号用法》"
_ENDS_WRONG = {
    "title": (re.compile(r"[。，、；：！.,]\s*$"), "标题末尾不用标点。"),
    "signature": (re.compile(r"[。，、；：！.,]\s*$"), "发文机关署名后面不用标点。"),
    "date": (re.compile(r"[。，、；：！.,]\s*$"), "成文日期后面不用标点。"),
    "addressee": (re.compile(r"[。，、；！.,]\s*$"), "主送机关后面用冒号。"),
}
_OFFICE = (
    r"(?:人民政府|政府|办事处|委员会|党工委|[县区市镇乡州旗省]委|局|办公室|领导小组|人大常委会)"
)
_SIGNED = re.compile(rf"[一-鿿 （）]{{2,40}}{_OFFICE}(?P<mark>[。，、；：！])\s*\Z")
_ADDRESSED = re.compile(rf"[一-鿿、（） ]{{0,44}}{_OFFICE}(?P<mark>[。，、；]?)\s*\Z")
_ITEM = re.compile(r"\s*([（(]?)(?:\d{1,2}|[一二三四五六七八九十]{1,3})([）)、.．])")
_FIRST = re.compile(r"^\s*[，。、；：！？）”’》〕】…](?!\d)")
_HEADING_END = re.compile(r"[，、；]\s*$")


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each mark that cannot stand where it does."""
    passages = reading.passages
    for at, passage in enumerate(passages):
        found = _edge(passage)
        if found is None and passage.role == "body":
            following = passages[at + 1] if at + 1 < len(passages) else None
            found = _row_left_open(passage, following) or _name_alone(passage, following)
        if found is not None:
            (start, end), message = found
            yield reading.finding(
                ID, "warning", message, passage.start + start, passage.start + end, why=_WHY
            )


def _edge(passage: Passage) -> tuple[tuple[int, int], str] | None:
    if passage.role in _ENDS_WRONG:
        pattern, message = _ENDS_WRONG[passage.role]
        found = pattern.search(passage.text)
        return (found.span(), message) if found else None
    if not passage.is_body:
        return None
    if found := _FIRST.search(passage.text):
        return found.span(), "段落开头多了标点。"
    if passage.heading >= len(passage.text.rstrip()) and (
        found := _HEADING_END.search(passage.text)
    ):
        return found.span(), "独立成行的标题末尾不用标点。"
    return None


def _name_alone(passage: Passage, following: Passage | None) -> tuple[tuple[int, int], str] | None:
    """The addressee without its colon, the signature with a mark behind it."""
    if passage.leading and following is not None and following.leading:
        found = _ADDRESSED.fullmatch(passage.text)
        if found:
            span = found.span("mark") if found["mark"] else (found.end() - 1, found.end())
            return span, "主送机关后面用冒号。"
    if following is None or following.role == "date":
        signed = _SIGNED.fullmatch(passage.text)
        return (signed.span("mark"), "发文机关署名后面不用标点。") if signed else None
    return None


def _row_left_open(
    passage: Passage, following: Passage | None
) -> tuple[tuple[int, int], str] | None:
    """The last paragraph of a part ends with ； as if another point followed."""
    if following is not None and (following.role == "body" and not _higher(following, passage)):
        return None
    if passage.leading or passage.heading >= len(passage.text.rstrip()):
        return None
    found = re.search(r"；\s*$", passage.text)
    return (found.span(), "这一部分到此结束，末尾用句号。") if found else None


def _higher(following: Passage, passage: Passage) -> bool:
    own, next_one = _ITEM.match(passage.text), _ITEM.match(following.text)
    if own and next_one and own.groups() == next_one.groups():
        return False  # （3）6月18日主持揭牌； and （4）: one row, whatever level they were read as
    return following.level is not None and (
        passage.level is None or following.level < passage.level
    )


RULE = ReportRule(ID, check)
_REPORT = (
    "云岭县青禾镇2025年法治政府建设年度报告{title}\n云岭县人民政府{to}\n2025年，青禾镇扎实推进法治政府建设。现将有关情况报告如下：\n"
    "一、主要举措和成效{heading}\n（一）加强学习。全年组织学法12次，解读新法3部{last}\n二、存在的不足和原因\n执法力量薄弱，主要原因是编制不足。\n"
    "三、2026年工作安排\n加强执法培训，办好群众身边的法治实事。\n云岭县青禾镇人民政府{signed}\n2026年1月20日{dated}"
)
_GOOD = {"title": "", "to": "：", "heading": "", "last": "。", "signed": "", "dated": ""}
FLAGGED = tuple(
    Example(_REPORT.format(**{**_GOOD, part: mark}), "whole")
    for part, mark in (
        ("title", "。"),
        ("to", "，"),
        ("heading", "，"),
        ("last", "；"),
        ("signed", "。"),
        ("dated", "。"),
    )
)
CLEAN = (Example(_REPORT.format(**_GOOD), "whole"),)
