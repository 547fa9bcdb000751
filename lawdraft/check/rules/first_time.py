"""Said to be the first or only one, and told as one more elsewhere: 零的突破, 继2021年之后再添一个."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_FIRST = re.compile(
    r"(?P<first>零(?:”)?的?(?:历史性)?突破|填补了?[^，。；]{0,12}空白|首次|首个|首家|首例|首张|首届|首座|首批|首部|首单|第一个|第一家|第一次|从无到有|唯一一?[个家期次例]?|(?:只|仅)[一-鿿]{0,4}一[期次场])"
)
_AGAIN = re.compile(
    r"(?P<again>继[^，。；]{2,24}(?:之后|后|以来)|继[^，。；]{0,10}20\d\d年|再添|又添|再获|再次|蝉联|第[二三四五六七八九十]次|连续[^，。；\d]{0,4}?第?[两二三四五六七八九十\d]+[年次届]|第[二三四五六七八九十\d]+[个家届次例座张](?!季度)|自20\d\d年|先后[^，。；]{0,12}?[2-9两二三四五六七八九][期次场]|[2-9两二三四五六七八九][期次场])"
)
_NUMBERED = re.compile(r"[2-9两二三四五六七八九][期次场]")
_SMALL = re.compile(
    r"实现|我[镇乡市县]|我街道|全[镇乡县市省]|街道|成功|创[成建]|获得?|荣获|举办|开展|组织|召开|建成|打造|评为|获评|称号|历史性|的|了|一[个家期次]|[^一-鿿“”]|今年|本年度?|继|之后|再添|又|再次|首次|零突破|以来|这是|成为|为|在|是|其中|吸引|累计|先后"
)
_OTHER = re.compile(
    r"力争|争取|计划|目标|确保|(?<!模)拟|将(?=[举召开])|借鉴|学习|邻|兄弟|去年|上年|首次轻微|首次违法"
)
_LOOKS_BACK = re.compile(
    r"(?:巩固|延续|放大|用好|总结|擦亮)[^，。；]{4,}(?:成果|成绩|成效|经验|优势|势头|品牌|做法)"
)
_YEAR = re.compile(r"20\d\d(?=年)")
_LEVEL = re.compile(r"全(?P<level>[国省市县])|(?P<grade>[国省市县])家?级")
LONG = 8  # characters of 先后举办培训班2期, which holds the thing itself
ENOUGH = 8  # characters that tell a thing
_MARK = re.compile(r"零|填补")
_QUOTED = re.compile(r"“([^”]{2,})”")
LEAST = 4  # characters that tell what is only held once, or is named in quotation marks
MOST = 0.6  # of the shorter of both that must be shared
PLENTY = 7  # characters that are enough, however long both are
SHARED = 5  # characters of the one thing that both tell


def check(reading: Reading) -> Iterator[Finding]:
    """The later of the two places."""
    firsts = [found for found in _FIRST.finditer(reading.text) if _of_now(reading, found)]
    if not firsts:
        return
    agains = [found for found in _AGAIN.finditer(reading.text) if _of_now(reading, found)]
    for first in firsts:
        again = next((each for each in agains if _of_one(reading, first, each)), None)
        if again is not None:
            one, other = sorted((first.span(), again.span()))
            words = f"“{first.group()}”", f"“{again.group()}”"
            yield reading.finding(
                ID,
                "warning",
                f"一处写{words[0]}，另一处写{words[1]}，说的像是同一件事，请核对。",
                *other,
                other=one,
            )


def _of_now(reading: Reading, found: re.Match[str]) -> bool:
    """Whether it is told of this report's own deeds, neither striven for nor another's."""
    clause = _clause(reading, found)
    planned = reading.in_plan(found.start()) and not _LOOKS_BACK.search(clause)
    return not (planned or _OTHER.search(clause))


def _clause(reading: Reading, found: re.Match[str]) -> str:
    """The clause around the words; where it says little, the one before too."""
    span = reading.sentence_at(found.start())
    lead = re.split(r"[；：]", reading.text[span.start : found.start()])[-1]
    behind = re.split(r"[，。；]", reading.text[found.end() : span.end])[0]
    before = re.split(r"[，]", lead)
    clause = before[-1] + found.group() + behind
    short = len(_SMALL.sub("", clause)) < ENOUGH or _MARK.match(found.group())
    return before[-2] + clause if len(before) > 1 and short else clause


def _of_one(reading: Reading, first: re.Match[str], again: re.Match[str]) -> bool:
    """Whether both tell one thing, of one level: 省级民主法治示范村."""
    if reading.sentence_at(first.start()) == reading.sentence_at(again.start()):
        return False
    only = re.match(r"[只仅]|唯一一?[期次场]", first.group())
    counted = _NUMBERED.search(again.group()[-2:]) and not again.group().startswith("第")
    if bool(only) != bool(counted):
        return False
    if "届" in again.group() and first.group() not in ("首届", "首次"):
        return False
    one, other = _thing(reading, first), _thing(reading, again)
    levels = [_levels(_clause(reading, each)) for each in (first, again)]
    if levels[0] and levels[1] and not levels[0] & levels[1]:
        return False
    quoted = [set(_QUOTED.findall(words)) for words in (one, other)]
    if quoted[0] and quoted[1] and not quoted[0] & quoted[1]:
        return False
    least = LEAST if only or quoted[0] else SHARED
    least = max(least, min(PLENTY, round(MOST * min(len(one), len(other)))))
    return any(one[at : at + least] in other for at in range(len(one) - least + 1))


def _levels(clause: str) -> set[str]:
    return {found["level"] or found["grade"] for found in _LEVEL.finditer(clause)}


def _thing(reading: Reading, found: re.Match[str]) -> str:
    clause, words = _clause(reading, found), found.group()
    return _SMALL.sub("", clause.replace(words, "") if len(words) < LONG else clause)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("首次入选省级普法案例。\n二、下一步打算\n巩固连续三年入选省级普法案例的成果，" + _TAIL),
    Example("实现省级民主法治示范村零的突破。\n再添一个省级民主法治示范村，" + _TAIL),
    Example("首次组织执法案卷交叉评查。\n连续第三年组织执法案卷交叉评查，" + _TAIL),
)
CLEAN = (
    Example("首次入选省级普法案例。\n二、下一步打算\n巩固连续三年入选市级普法案例的成果，" + _TAIL),
    Example("实现省级民主法治示范村零的突破。\n再添一个市级民主法治示范村，" + _TAIL),
    Example("首次组织执法案卷交叉评查。\n连续第三年组织干部学法考试，" + _TAIL),
)
