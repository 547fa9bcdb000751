"""Marks: doubled, half-width, unpaired, missing at a paragraph's end (GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "punctuation"
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("‘", "’"), ("〔", "〕"), ("【", "】"))
_PAIR_NAMES = {
    "“": "引号",
    "（": "括号",
    "《": "书名号",
    "‘": "单引号",
    "〔": "六角括号",
    "【": "方头括号",
}
_ENDS = re.compile(r"[。！？；：…”）》】—\"\]]\s*$")
_LIST_MARK = re.compile(r"^\s*(?:[\d一二三四五六七八九十]{1,3}[）)]|[a-zA-Z][）)])")
_WHY = "GB/T 15834-2011《标点符号用法》"
_NESTED = (
    (
        re.compile(r"“[^“”\n]{0,40}(?P<inner>“[^“”\n]{1,30}”)[^“”\n]{0,40}”"),
        "引号里面再用引号时，里层用单引号“‘’”。",
    ),
    (
        re.compile(r"《[^《》\n]{0,40}(?P<inner>《[^《》\n]{1,40}》)[^《》\n]{0,40}》"),
        "书名号里面再用书名号时，里层用单书名号“〈〉”。",
    ),
)
_SINGLE = re.compile(r"‘([^‘’\n]{1,40})’")
_SKIPPED = frozenset(
    ("annex", "annex_note", "addressee", "signature", "date", "note", "table", "title")
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, pairs that do not close, and a last sentence without its stop."""
    if passage.role in _SKIPPED:
        return
    yield from pattern_findings(passage, reading, ID)
    yield from _unpaired(passage)
    yield from _nested(passage)
    yield from _open_end(passage)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for opening, closing in _PAIRS:
        place = _first_unpaired(text, opening, closing)
        if place is None or (closing == "）" and _LIST_MARK.match(text) and place < 4):
            continue
        yield passage.finding(
            ID,
            "warning",
            f"{_PAIR_NAMES[opening]}没有配对，缺少{'后' if text[place] == opening else '前'}一半。",
            place,
            place + 1,
        )


def _nested(passage: Passage) -> Iterator[Finding]:
    """“…“…”…” and 《…《…》…》, whose inner pair is another one; ‘…’ where no “ stands around it."""
    for pattern, message in _NESTED:
        for found in pattern.finditer(passage.text):
            yield passage.finding(ID, "warning", message, *found.span("inner"), why=_WHY)
    if "‘" not in passage.text:
        return
    for found in _SINGLE.finditer(passage.text):
        before = passage.text[: found.start()]
        if before.count("“") <= before.count("”"):
            yield passage.finding(
                ID,
                "warning",
                "引号先用双引号，里面再用引号时才用单引号。",
                *found.span(),
                suggestion=f"“{found[1]}”",
                why=_WHY,
            )


def _first_unpaired(text: str, opening: str, closing: str) -> int | None:
    """Place of the first sign without its other half, ”先后颠倒“ too; None where all pair."""
    if opening not in text and closing not in text:
        return None
    waiting: list[int] = []
    for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if found.group() == opening:
            waiting.append(found.start())
        elif not waiting:
            return found.start()
        else:
            waiting.pop()
    return waiting[0] if waiting else None


def _open_end(passage: Passage) -> Iterator[Finding]:
    """A paragraph of whole sentences ends with one."""
    text = passage.text.rstrip()
    body = text[passage.heading :]
    if passage.leading or len(body) < 16 or _ENDS.search(text):
        return
    if not re.search(r"[。；]", body) and len(body) < 40:
        return
    end = len(text)
    wrong = text[-1] in "，、,"
    yield passage.finding(
        ID,
        "warning" if wrong or "。" in body else "note",
        "段落末尾没有句号。",
        end - 1,
        end,
        suggestion="。" if wrong else text[-1] + "。",
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("组织学习《宪法》、《民法典》等法律法规。"),
    Example("全年开展执法检查36次。。"),
    Example("落实“谁执法谁普法责任制，推动普法走深走实。"),
    Example("健全工作机制，压实工作责任。各项工作有序推进"),
    Example("利用“626”国际禁毒日开展宣传。"),
    Example("推行”一站式“服务。"),
    Example("开展“我为“八五”普法献一策”活动。"),
    Example("转发《关于落实《云岭县普法办法》的通知》。"),
    Example("落实‘三项制度’，规范执法行为。"),
)
CLEAN = (
    Example("第二部分 存在不足\n执法力量偏弱，主要原因是持证人员少。", "shortcomings"),
    Example("组织学习《宪法》《民法典》等，落实“谁执法谁普法”“谁主管谁负责”。"),
    Example("开展“我为‘八五’普法献一策”活动，转发《关于落实〈云岭县普法办法〉的通知》。"),
    Example("围绕“12·4”国家宪法日开展活动（含社区）；群众满意。"),
)
