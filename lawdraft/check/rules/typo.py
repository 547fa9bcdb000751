"""Characters written for others of the same sound or shape, lost, doubled or swapped; words doubled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.meant import in_its_word, is_meant, is_seam
from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import in_own_name, pattern_findings
from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.slips import Slip
    from lawdraft.model.finding import Finding, Severity

ID = "typo"
SURE, LIKELY = 4.0, -1.0  # scores of a slip from which it is a warning, a note
OF_KIND = {"word": 1.0, "short": 1.5, "known": 0.25, "swapped": -0.5}
"""Scores from which it is a note, of kinds that are seldom right below them."""
CERTAIN = 6.0  # from which nothing printed is meant
MIXED = 0.5  # the same where company that would tell two known words apart tells nothing
GAINED, FAR = 11.0, 14.0  # nats by which a set phrase must be likelier than what is printed
_DOUBLED = re.compile(
    r"(?![一逐每])(?P<word>[一-鿿]{2})(?:(?:了|到|过|的(?<![能可该应需要便][一-鿿]{2}的)|\d+余?[次场件])?(?P=word))(?!的|地|式)"
)
_TWICE = frozenset(("研究", "讨论", "商量", "学习", "考虑", "大家", "处处", "时时", "了解"))
_OWN_WORDS = re.compile(r"包[联保片抓帮]|制发|提级|压茬|联包|缘由|同号|执联")
"""Words of such reports that official prose has too seldom to be known by its rows."""
_ENDED = frozenset(("”末", "）末", "》末"))  # “十四五”末
_PREPOSITIONS = frozenset("以在对由和与向从按同跟")  # words by themselves, and part of many
_CAN = frozenset(("可以", "所以", "难以", "足以"))  # 可以|以市集形式, but not 核对|对船名
_ABOUT = frozenset("约达近")
_LED = frozenset(("为期", "为民"))  # 为|为期两个月的整治, 列为|为民实事
OFTEN, SELDOM = 20, 10  # steps: how usual a word is: 在建, 地力, but neither 升到 nor 和县
_PLACE = re.compile(r"[镇乡村县州湾寨庄屯旗]|街道|社区|苏木")


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Typos of the pack, slips that the language model tells, set phrases amiss, words doubled."""
    if passage.role in NOT_OWN_WORDS:
        return
    yield from _known(passage, reading)
    yield from _near_misses(passage, reading)
    yield from _idioms(passage, reading)
    for slip in reading.slips(passage.text):
        doubled = slip.kind == "twice" and _of_two_words(passage.text, slip.start, reading)
        if not doubled and not in_own_name(
            passage.text, slip.start, slip.end, reading.organisation
        ):
            yield from _slipped(passage, slip, reading)
    for finding in pattern_findings(passage, reading, ID):
        if finding.start is None or not _of_two_words(passage.text, finding.start, reading):
            yield finding
    for found in _DOUBLED.finditer(passage.text):
        if found["word"] in reading.knowledge.spelling.common and found["word"] not in _TWICE:
            message = f"“{found.group()}”：词重复了。"
            yield passage.finding(ID, "warning", message, *found.span(), suggestion=found["word"])


def _slipped(passage: Passage, slip: Slip, reading: Reading) -> Iterator[Finding]:
    text, start, end = passage.text, slip.start, slip.end
    if slip.score < OF_KIND.get(slip.kind, LIKELY) or passage.in_title(start):
        return
    if (
        text[max(0, start - 1) : end] in _ENDED
        or _PLACE.match(text, end)
        or any(
            own.start() < end and start < own.end()
            for own in _OWN_WORDS.finditer(text, max(0, start - 1), end + 1)
        )
    ):
        return
    if is_seam(text, slip, reading):
        return
    level: Severity = "warning" if slip.score >= SURE else "note"
    start, end, right = in_its_word(text, slip, reading)
    if slip.score < CERTAIN and is_meant(text, slip, reading):
        return
    if _keeps_company(text, start, end, right, slip.score, reading):
        return
    yield _finding(passage, start, end, right, level)


def _keeps_company(
    text: str, start: int, end: int, right: str, score: float, reading: Reading
) -> bool:
    """形式较为单一 is no slip of 形势: the word stands in its own company, or not in the other's."""
    try:
        says = reading.knowledge.company.speaks(text, start, text[start:end], right)
    except KeyError:
        return False
    return says is False or (says is None and score < MIXED)


def _of_two_words(text: str, start: int, reading: Reading) -> bool:
    """耕地|地力, 在|在建, 可以|以市集: a character that ends one word and begins the next."""
    sign, behind = text[start], text[start + 2 : start + 3]
    if text[start + 1 : start + 2] != sign:
        return False
    if behind in _ABOUT and text[start + 3 : start + 4].isdigit():
        return False  # 损失失约130万元
    usual, left = reading.knowledge.slips.usual, text[max(0, start - 1) : start + 1]
    if sign + behind in _LED:
        return True
    if sign in _PREPOSITIONS and (left in _CAN or usual(sign + behind) >= OFTEN):
        return True
    return usual(left) > 0 and usual(sign + behind) >= SELDOM


def _known(passage: Passage, reading: Reading) -> Iterator[Finding]:
    text, typos = passage.text, reading.knowledge.typos
    for at in places_of(text, typos.keys()):
        for wrong, right in typos[text[at : at + 2]]:
            if text.startswith(wrong, at) and not _across(text, at, wrong, reading):
                yield _finding(passage, at, at + len(wrong), right)
                break


def _across(text: str, at: int, wrong: str, reading: Reading) -> bool:
    """组职 in 中心组|职能 and 织责 in 组织|责任 belong to two words."""
    if len(wrong) != 2:
        return False
    is_word = reading.knowledge.slips.is_word
    return is_word(text[max(0, at - 1) : at + 1]) or is_word(text[at + 1 : at + 3])


def _near_misses(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """第一责任任职责, 矛盾纠多元化解: a set phrase with one character amiss."""
    for start, end, right in reading.knowledge.near_misses.slips(passage.text):
        printed = passage.text[start:end]
        other = len(printed) == len(right) and not _is_taken(printed, right, reading)
        other = other or _in_words(passage.text, start, end, reading)
        least = FAR if other else GAINED  # 党委主要负责人 is another than 党政主要负责人
        if reading.knowledge.slips.gain(passage.text, start, end, right) >= least:
            yield _finding(passage, start, end, right)


def _in_words(text: str, start: int, end: int, reading: Reading) -> bool:
    """Whether what is printed falls into words: 人民|调解|队伍, 实行|执法|案卷."""
    is_word = reading.knowledge.slips.is_word

    def whole(first: int) -> bool:
        pairs = (text[at : at + 2] for at in range(first, end, 2))
        return (end - first) % 2 == 0 and all(map(is_word, pairs))

    return whole(start) or (is_word(text[max(0, start - 1) : start + 1]) and whole(start + 1))


def _is_taken(printed: str, right: str, reading: Reading) -> bool:
    """Whether the wrong characters are of like sound or shape, or only swapped."""
    pairs = zip(printed, right, strict=True)
    alike = reading.knowledge.slips.are_alike
    return sorted(printed) == sorted(right) or all(alike(a, b) for a, b in pairs if a != b)


def _idioms(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """宽严想济, but neither 扶贫济困 nor 走马看花."""
    for start, end, right in reading.knowledge.idioms.slips(passage.text):
        if (
            _is_taken(passage.text[start:end], right, reading)
            and reading.knowledge.slips.gain(passage.text, start, end, right) >= GAINED
        ):
            yield _finding(passage, start, end, right)


def _finding(
    passage: Passage, start: int, end: int, right: str, level: Severity = "warning"
) -> Finding:
    wrong = passage.text[start:end]
    message = f"“{wrong}”像是“{right}”的笔误。"
    return passage.finding(ID, level, message, start, end, suggestion=right)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("奔实基层基础，推进依法治理。"),
    Example("全面安排布署矛盾纠纷排察化解工作。"),
    Example("截止2025年底，各项任务己全部完成。"),
    Example("坚持在法治轨到上推进各项工作，执法人员均取得执法格资。"),
    Example("开展了开展法治传活动，清理失效的失效文件4件。"),
    Example("切实履行第一责任职责，开展行执法案卷评查4次。"),
)
CLEAN = (
    Example("配强人民调解队伍，吸纳退休干部12名，实行执法案卷“一案一评”。"),
    Example("全年制发规范性文件3件，年内包联化解信访件4件，班子成员包联村12个。"),
    Example("事项能合并的合并、该取消的取消。"),
    Example("一件一件抓落实，一户一户走访到位，及时了解群众诉求。"),
    Example("究其缘由，是培训偏少；新公布的服务号码与微信同号。"),
    Example("研究制订实施方案，分工做好各项工作，创建全国民主法治示范村。"),
    Example("人人登台讲法治，村村响广播播出普法音频25条，推行帮代办服务。"),
)
