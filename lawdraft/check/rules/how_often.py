"""One meeting or duty held at two rhythms: 专班每季度召开例会, 每月主持召开专班例会."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
EVERY = r"(?:每个?|(?<!日)(?<!年)[按逐](?=月(?!份|清)|季|周))(?P<period>半年|[两三]个?月|双月|半个?月|[两双]周|周(?=[一二三四五六日]?)|月|季度|季|旬|年|日|天)(?!\d{1,2}[日号]|[初末底])(?:至少)?"
_EVERY = re.compile(EVERY)
_SMALL = re.compile(
    r"[每逐按]个?(?:半年|[两三]个?月|双月|半个?月|[两双]周|周[一二三四五六日]?|月|季度|季|旬|年|日|天)|至少|不少于|[一1]次|一期|\d+(?:[场轮期]次|[天日次期场轮])|定期|继续|严格|落实|一如既往|沿用|延续|执行|抓好|坚持|召开|主持|组织|开展|举办|开设|举行|虽然?|实行|安排|亲自|带头|[镇乡]党委|[镇乡]政府|书记|[镇乡]长|由|全[镇乡]|[镇乡]|街道|的|了|一(?=次|期)|到|均|都|以|[^一-鿿]"
)
_OTHER_TIME = re.compile(r"去年|上年|明年|下一步|原来|以往|过去|由|从|改为|调整为|起")
_MEETS = re.compile(
    r"会|坐班|值班|接访|听取|研判|调度|通报|排查|学习|培训|课堂|夜校|讲堂|走访|巡查|评查|分析|报告|督[查导]|服务|轮训|宣讲|例|研究|审议|述法|授课|督办|检查|自查|抽查|核查|清查|普查|回头看|体检|约谈|轮值"
)
_BODY = re.compile(r"党委|党工委|政府|人大|村|社区|县|领导小组|办公室|中心|司法所|大队")
_WHO = re.compile(r"[一-鿿]{2,8}(?:[队所站办室]|中心|专班|顾问)")
_GOES_ON = re.compile(
    r"(?:继续|一如既往地?|坚持|严格)(?:坚持|执行|实行|落实|保持|抓好|做好|用好)好?|(?:坚持|落实|执行|抓|用|巩固)好|沿用|延续|保持"
)
_FIELD = frozenset(("政府", "行政", "执法", "行政执法", "法治", "法律", "纠纷", "矛盾纠纷"))
"""What may be left out of a name: 合同自查 of 政府合同自查."""
SHORT = 4  # characters that more than one office may hold
TELLS = 2  # characters of what is held


class Rhythm(NamedTuple):
    """How often something is held, and what."""

    period: str
    bodies: frozenset[str]  # 党委, 政府: whose it is
    what: str  # its clause without small words
    lead: str  # the sentence before it
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later rhythm that an earlier one denies."""
    told = [each for found in _EVERY.finditer(reading.text) if (each := rhythm(reading, found))]
    for one, other in denials(reading, told, _at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，说的像是同一件事，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def rhythm(reading: Reading, found: re.Match[str]) -> Rhythm | None:
    """What is held how often; None if only planned, of another time, or of two in one clause."""
    span = reading.sentence_at(found.start())
    before = reading.text[span.start : found.start()]
    lead, clause = before, re.split(r"[，；：、]", before)[-1]
    if reading.in_plan(found.start()) and not _GOES_ON.search(clause):
        return None
    behind = re.split(r"[，；。、：（]", reading.text[found.end() : span.end])[0]
    whole = clause + found.group() + behind
    what = bare(whole)
    if len(what) < TELLS and "，" in before:  # 召开府院联席会议，每季度1次
        what = bare(re.split(r"[，；：]", before)[-2])
    if len(_EVERY.findall(whole)) > 1:
        return None
    if _OTHER_TIME.search(whole) or len(what) < TELLS:
        return None
    period = found["period"].replace("个", "").replace("双", "两").replace("天", "日").rstrip("度")
    return Rhythm(
        period,
        bodies_of(whole),
        what,
        lead,
        found.start(),
        found.end() + len(behind),
    )


def _at_odds(one: Rhythm, other: Rhythm) -> bool:
    return one.period != other.period and of_one_thing(one, other)


def bodies_of(words: str) -> frozenset[str]:
    """Whose a meeting or a duty is: 党委, 政府."""
    return frozenset(_BODY.findall(words))


def bare(words: str) -> str:
    """Some words without those that do not tell what is held."""
    return _SMALL.sub("", words)


def of_one_thing(one: Rhythm, other: Rhythm) -> bool:
    """Whether one says what the other says, the rest of it told in the sentence before."""
    if one.bodies and other.bodies and not one.bodies & other.bodies:
        return False
    few, many = sorted((one, other), key=_length)
    if few.what == many.what:
        return len(few.what) > TELLS
    if not _MEETS.search(few.what) and len(few.what) <= SHORT:
        return False
    if not many.what.endswith(few.what) and not many.what.startswith(few.what):
        return False
    rest = many.what.removesuffix(few.what).removeprefix(few.what)
    if (len(few.what) >= SHORT and rest in _FIELD) or (
        len(few.what) > SHORT and _WHO.fullmatch(rest)
    ):
        return True
    return rest in bare(few.lead) or len(few.what) >= len("法治建设情况汇报")


def _length(each: Rhythm) -> int:
    return len(each.what)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("成立法治建设专班，每季度召开例会。\n每月主持召开法治建设专班例会，" + _TAIL),
    Example("法律顾问每月到镇坐班2天。\n法律顾问每周到镇坐班2天，" + _TAIL),
)
CLEAN = (
    Example("成立法治建设专班，每季度召开例会。\n每月主持召开安全生产专班例会，" + _TAIL),
    Example("法律顾问每月到镇坐班2天。\n村法律顾问每周到村服务1天，" + _TAIL),
)
