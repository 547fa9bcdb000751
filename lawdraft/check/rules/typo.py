"""Characters written for others of the same sound or shape, and words doubled."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings
from lawdraft.knowledge.weighing import LIKELY, SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "typo"
_DOUBLED = re.compile(r"(?![一逐每])([一-鿿]{2})\1(?!的|地|式)")
_TWICE = frozenset(("研究", "讨论", "商量", "学习", "考虑", "大家", "处处", "时时"))
_STUTTER = re.compile(r"(?P<word>[一-鿿](?P<sign>[一-鿿]))(?P=sign)(?P<next>[一-鿿]{0,2})")
_BEGINS_TOO = frozenset(
    "全习织民会法作家国人日月年镇村乡区市县员长大小多进查开上下入出到地点学生办的"
)
_OWN_WORDS = re.compile(r"包[联保片抓帮]|制发|提级|压茬|联包")
"""Words of such reports that official prose has too seldom to be known by its rows."""
TURNED = 2  # characters of the words whose order is watched
_SKIPPED = frozenset(("annex", "annex_note", "addressee", "signature", "date"))


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Typos of the pack, slips in common terms, and the pack's patterns."""
    if passage.role in _SKIPPED:
        return
    places, weighing = reading.knowledge.pairs.places(passage.text), reading.knowledge.weighing
    yield from _known(passage, reading, places.typos)
    yield from _slips(passage, reading, places.terms)
    for slip in reading.knowledge.core_slips.find(passage.text, places.slips):
        yield from _weighed(passage, reading, slip)  # 萌牙, 惩制
    yield from _near_misses(passage, reading)
    for slip in reading.knowledge.idioms.slips(passage.text, places.idioms):
        if _is_taken(passage.text, slip, reading) and not weighing.is_own(passage.text, *slip):
            yield _finding(passage, *slip)  # 宽严想济, but not 扶贫济困
    for slip in reading.knowledge.misfits.find(passage.text, places.odd):
        yield from _weighed(passage, reading, slip)  # 讨仑, 设建: so in no proper text
    yield from pattern_findings(passage, reading, ID)
    yield from _stuttered(passage, reading)
    for found in _DOUBLED.finditer(passage.text):
        if found[1] in reading.knowledge.spelling.common and found[1] not in _TWICE:
            yield passage.finding(
                ID, "warning", f"“{found.group()}”：词重复了。", *found.span(), suggestion=found[1]
            )


def _weighed(passage: Passage, reading: Reading, slip: tuple[int, int, str]) -> Iterator[Finding]:
    """A warning where the mended form alone makes words, a note where texts have the printed."""
    start, end, right = slip
    if passage.text.rfind("《", 0, start) > passage.text.rfind("》", 0, start):
        return  # a title is as it was printed: 《征信业管理条例》
    if any(
        own.start() < end and start < own.end()
        for own in _OWN_WORDS.finditer(passage.text, max(0, start - 1), end + 1)
    ):
        return
    verdict = reading.knowledge.weighing.verdict(passage.text, *slip)
    turned = end - start == TURNED and passage.text[start:end] == right[::-1]
    if verdict == SURE or (turned and reading.knowledge.weighing.joins(passage.text, *slip)):
        yield _finding(passage, *slip)
    elif verdict == LIKELY:
        yield replace(_finding(passage, *slip), level="note")


def _is_taken(text: str, slip: tuple[int, int, str], reading: Reading) -> bool:
    """Whether the wrong character is of like sound or shape: 走马看花 is no slip of 走马观花."""
    start, end, right = slip
    alike = reading.knowledge.misfits.alike
    pairs = zip(text[start:end], right, strict=True)
    return all(good in alike.get(sign, ()) for sign, good in pairs if sign != good)


def _known(passage: Passage, reading: Reading, places: Sequence[int]) -> Iterator[Finding]:
    text, typos = passage.text, reading.knowledge.typos
    for at in places:
        for wrong, right in typos.get(text[at : at + 2], ()):
            if text.startswith(wrong, at) and not _across(passage, at, wrong, reading):
                yield _finding(passage, at, at + len(wrong), right)
                break


def _across(passage: Passage, at: int, wrong: str, reading: Reading) -> bool:
    """组职 in 中心组|职能 and 织责 in 组织|责任 belong to two words."""
    if len(wrong) != 2:
        return False
    is_word, text = reading.knowledge.weighing.is_word, passage.text
    return is_word(text[max(0, at - 1) : at + 1]) or is_word(text[at + 1 : at + 3])


def _slips(passage: Passage, reading: Reading, places: Sequence[int]) -> Iterator[Finding]:
    for slip in reading.knowledge.spelling.slips(passage.text, places):
        half = slip.start - slip.term.index(slip.right) if slip.right in slip.term else slip.start
        place = slip.start - half
        start = half + (2 if place >= 2 else 0)
        right = slip.term[2:] if place >= 2 else slip.term[:2]
        if passage.text[start : start + 2] in reading.knowledge.misfits.rows.words:
            continue  # 抬高政治站位: a word of its own, if not the usual one
        yield _finding(passage, start, start + 2, right)


def _stuttered(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """及时时化解: the last character of a word twice, where it begins no other word."""
    core, common = reading.knowledge.core_words, reading.knowledge.spelling.common
    for found in _STUTTER.finditer(passage.text):
        following, after = found["sign"] + found["next"][:1], found["next"]
        if found["word"] not in core or found["sign"] in _BEGINS_TOO:
            continue
        if passage.text[found.start() - 1 : found.start()] == found["word"][0]:
            continue  # 扎扎实实
        alone = len(after) < 2 or after in common or after in core
        if alone and following not in common and following not in core:
            yield _finding(passage, found.start(), found.start() + 3, found["word"])


def _near_misses(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """第一责任任职责, 矛盾纠多元化解: a set phrase with one character amiss."""
    for start, end, right in reading.knowledge.near_misses.slips(passage.text):
        lost = end - start < len(right)
        beyond = passage.text[end - 1 : end + 1]
        if lost and (beyond[1:] and reading.knowledge.weighing.is_word(beyond)):
            continue  # 认真贯彻|实验动物管理条例
        if lost and reading.knowledge.misfits.is_usual(passage.text, start, end, right):
            continue  # 存在问题 is as good as 存在的问题
        if not lost and reading.knowledge.weighing.is_own(passage.text, start, end, right):
            continue  # 党委主要负责人 is another than 党政主要负责人
        yield _finding(passage, start, end, right)


def _finding(passage: Passage, start: int, end: int, right: str) -> Finding:
    wrong = passage.text[start:end]
    return passage.finding(
        ID, "warning", f"“{wrong}”像是“{right}”的笔误。", start, end, suggestion=right
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("奔实基层基础，推进依法治理。"),
    Example("全面安排布署矛盾纠纷排察化解工作。"),
    Example("截止2025年底，各项任务己全部完成。"),
)
CLEAN = (
    Example("全年制发规范性文件3件，年内包联化解信访件4件，班子成员包联村12个。"),
    Example("一件一件抓落实，一户一户走访到位，及时了解群众诉求。"),
    Example("研究制订实施方案，分工做好各项工作，创建全国民主法治示范村。"),
)
