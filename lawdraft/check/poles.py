"""Clauses that claim none or all of something, and those that tell of some: 没有举行过听证, 组织听证1次.

Each claim is read for what opposition.py weighs: its own words, those around it, its deed, its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.check.counting import unit_class
from lawdraft.check.once import once
from lawdraft.check.scope import partly
from lawdraft.text.numerals import parse_number
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Span

_UNIT = "名人位件起份个条宗户项处家例批次场期卷笔封桩支栋套张亩"
_VERBS = (
    r"发生|出现|产生|引发|收到|接到|接收|受理|办理|制定|制发|印发|出台|签发|发布|下发|下达|发出|作出|组织|开展|举行|举办|召开"
    r"|进行|实施|启动|采取|动用|使用|提起|立案|查处|形成|造成|新聘|聘请|聘用|安排|设立|建立|有|接|办|发|搞|查|聘|建|设|招|收"
)
_ONE = rf"(?:任何|哪怕|一|1)?(?:[{_UNIT}](?=[一-鿿]))?"
_NOT = re.compile(
    rf"(?:(?:尚|从|并|均|也|还|都|仍)?(?:未(?!成年|来|必|婚|央|尽|雨)|没有?(?!一[{_UNIT}]|收|办法))(?:再|曾)?(?P<verb>(?:{_VERBS}){{0,2}})过?|(?<=[^毫有])无(?=[一-鿿]{{2,8}}(?:被|发生|事故|事件|案|访|投诉)))"
    rf"(?:新增?的?)?{_ONE}(?P<thing>[一-鿿“”、]{{2,26}})"
)
_NOUGHT = re.compile(
    r"(?P<thing>[一-鿿“”、]{2,20}?)(?:数量|数|率|量)?(?:继续|持续|始终|连续[一-鿿\d]{1,4}年)?(?:保持|实现|做到|达到)?“?(?:(?:动态)?零”?(?:发生|新增|增长|发案|登记|通报|投诉|报告|事件)|为(?:零|0(?![.\d])))"
    r"|(?<![三两四])“?零”?(?P<named>(?:新增|发生)?[一-鿿]{2,8})"
)
_ONCE = re.compile(
    r"(?:今年|年内|全年|本年|当年)[^，。；\d未没无]{0,6}?(?<![每另])(一[起件例宗名])"
)
_LOST = re.compile(r"败诉|纠错|撤销|确认违法")
_BY = re.compile(r"按[^，。；]{2,8}?(?:意见|要求|规定|标准|程序)")
_BEFORE = re.compile(r"年初|起初|一度|之初|原(?=有|来|先)")
_DENIED = re.compile(r"[未没无][^，]{0,6}\Z")
_DEEDS = tuple(
    re.compile(words)
    for words in (
        r"按[时期]|期限|时限|限期|及时|超[期时过]|逾期|延期",
        r"整改|整治|治理|销号|清零|改正|覆盖|消除|拆除",
        r"办[理结好毕成]|答复|回复|办复|处[理置]|解决|结案|回音|着落|反馈",
        r"化解|调处|调解|息访|息诉",
        r"完成|落实|做完|兑现|完毕|达标|实现",
        r"证|资格",
        r"合格|通过|优秀|及格|补考|过关",
        r"满意",
        r"建[成立好]|设立|安装|组建",
        r"配",
        r"聘|签约",
        r"结清|兑付|支付|追回|拖欠|发放",
        r"登记|录入|备案|建档|纳入|归档",
        r"参加|参训|到会|缺[席勤考]|报到|列席|出庭",
        r"采纳|吸收",
        r"修订|制定|公示|公开|审[查核]",
        r"维持|撤销|纠错|败诉|变更",
        r"履行|执行|缴纳",
    )
)
IN_TIME = 0  # the class of 按时, 超期
RATE = "rate"  # the kind of a claim that tells how many of a hundred
_CUE_NONE = re.compile(r"未|没|无|零|为0")
_SMALL = re.compile(
    r"^(?:全年|年内|今年|本年度?|连续[一-鿿]{1,3}年|(?:新的)?[的地]|被|由|因|对|新|新的|新增|辖区内?|全[镇乡]|[镇乡]里|继续|持续|保持|实现|做到|重大|较大|本级|有关|涉及|任何)+|过$|“|”"
)
_KIND = re.compile(r"(?:案件|事件|事项|案|事|情况|情形|现象|工作|问题|活动)\Z")
_ROW = re.compile(r"[、和及与或]|以及")
_OTHER_TIME = re.compile(
    r"去年|上年|同期|往年|历年|多年|此前|以前|上半年|[一二三四前]季度|遗留|前期|当天"
)
_YEAR = re.compile(r"20\d\d(?=年)")
_NOW = re.compile(r"今年|年内|当年|全年|本年|20\d\d年")
_BREAK = re.compile(r"[，。；：！？\n]")
_MEASURE = rf"(?P<few>\d{{1,4}}|[一两二三四五六七八九十]{{1,2}})(?P<unit>[{_UNIT}])"
_NEG = r"尚未|仍未|暂未|未能?|没有?|没能|还没|不(?!得|仅|断|只|但|少|同|动产|良|法|文明|足)|超期|超时|超过|逾期|缺[席考勤少]|拒不|待(?=[一-鿿]{0,4}[整化办处解])|失败|正在|仍在|尚在|还在|列入"
_LEFT = re.compile(
    rf"(?<![\d.第]){_MEASURE}(?!月|年|以[上内]|工作日)(?P<name>[^，。；：\d\n]{{0,18}}?)(?:，?(?:因|由于)[^，。；\d]{{1,12}}?，?)?(?P<neg>{_NEG})(?P<did>[^，。；\n]{{0,18}})"
)
_LEFT_BEFORE = re.compile(
    rf"(?P<neg>尚未|仍未|未能?|没有?|没能)(?P<did>[^，。；\d\n]{{2,10}}?)的?(?:还|仍|尚)?(?:有|为)?{_MEASURE}(?!月|年)(?P<name>[^，。；：\d\n]{{0,12}})"
)
_REST = re.compile(
    rf"(?P<neg>其余|剩余|余下|剩下|还剩|尚余)的?{_MEASURE}(?!月|年)(?P<name>[^，。；：\d\n]{{0,6}}?)(?P<did>[^，。；\n]{{0,18}})"
)
_RATE = re.compile(
    r"(?P<did>[一-鿿]{2,10}?)率(?P<neg>[^，。；\d]{0,4}?)(?P<few>\d{2}(?:\.\d+)?)%(?P<name>)(?P<unit>)"
)
_IN_TIME = re.compile(r"(?<!能)在[^，。；]{0,8}(?:期限?内)|未到期")
_LEFT_CUE = re.compile(rf"{_NEG}|其余|剩余|余下|剩下|还剩|尚余|率")
_EVERY = re.compile(  # each begins with a character, by which the search finds it
    r"全(?<![占对]全)部|全员|均(?<!平均)|都(?<![首成]都)(?!市)|悉数|一律|全面(?=完成)|圆满(?=完成)|如期(?=完成)"
    r"|清零|全覆盖|100%|无一|所有|整[改治]到位"
    rf"|逐[一个件项户处]|没有一[{_UNIT}]|"
    + "|".join(rf"{unit}{unit}(?=[一-鿿])" for unit in _UNIT + "村")
    + "|"
    + "|".join(
        rf"{when}(?=[整办化]\w?到位|整改|办结|销号)"
        for when in ("当年", "年内", "年底前?", "及时", "全面")
    )
)
_NOT_ALL = re.compile(
    r"其余|其他|余下|剩余|除[^，。；]{0,20}外|基本|大多|多数|应(?!急|诉)|要求|确保|力争|必须|争取|将|需|未|没(?!有一)|不(?!动产)|目标|计划[在于到年]|如果|凡"
)
_DIGIT = re.compile(rf"(?<!\d)\d{{1,3}}(?![年\d])|[一两二三四五六七八九十][{_UNIT}]")
_FAR = 100  # characters before a rate that may tell of what it is
_BEHIND, _LEAD = 20, 46  # characters of a claim behind and before its mark


@dataclass(frozen=True)
class Claim:
    """What one clause says at [start, end)."""

    start: int
    end: int
    sentence: Span
    own: str  # what it says it of
    did: str  # what was done, or not
    words: str  # with the clauses before
    few: float = 0.0
    unit: str = ""
    kind: str = ""  # left: rest, rate

    @once
    def own_pairs(self) -> frozenset[str]:
        """Pairs of characters of what it speaks of."""
        return han_pairs(self.own)

    @once
    def deeds(self) -> frozenset[int]:
        """The classes of what was done, or not."""
        return deeds_in(self.did)

    @property
    def end_of_name(self) -> str:
        """The last two characters of what it speaks of, which say what it is."""
        return bare_thing(self.own)[-2:]

    @once
    def pairs(self) -> frozenset[str]:
        """Those of all its words."""
        return han_pairs(self.words)

    @once
    def did_pairs(self) -> frozenset[str]:
        """Those of its deed."""
        return han_pairs(self.did)


def _of_now(reading: Reading, start: int, words: str) -> bool:
    """Whether it is this year's and this township's own, all of it."""
    if reading.in_plan(start) and not _NOW.search(words):
        return False
    years = {int(year) for year in _YEAR.findall(words)} - {reading.year}
    return not (years or _OTHER_TIME.search(words) or reading.wider(words))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place."""
    back = max(0, start - _FAR)
    left = max(back, *(text.rfind(sign, back, start) + 1 for sign in "，。；：！？\n"))
    right = _BREAK.search(text, end)
    return left, right.start() if right else len(text)


def denied(reading: Reading) -> Iterator[Claim]:
    """What is said not to have been at all; of a row each."""
    text, last = reading.text, 0
    for cue in _CUE_NONE.finditer(text):
        if cue.start() < last:
            continue
        found = _denial(text, cue)
        if found is None:
            continue
        left, right = _clause(text, found.start(), found.end())
        last = max(found.end(), cue.end())
        clause = text[left:right]
        if _LOST.search(clause):
            continue  # whoever lost had been sued
        if _DIGIT.search(text, left, found.start()) or partly(clause):
            continue
        if reading.in_plan(found.start()) or not _of_now(reading, left, clause):
            continue
        verb = found.groupdict().get("verb") or ""
        for thing in _things(found.groupdict()):
            span = reading.sentence_at(found.start())
            yield Claim(left, right, span, thing, verb, clause)


def _denial(text: str, cue: re.Match[str]) -> re.Match[str] | None:
    if cue.group() in ("零", "为0"):
        left, right = _clause(text, cue.start(), cue.end())
        found = _NOUGHT.search(text, max(left, cue.start() - 24), right)
        return found if found and found.end() > cue.start() else None
    return _NOT.match(text, cue.start())


def _things(told: dict[str, str]) -> Iterator[str]:
    row = told.get("thing") or told.get("named") or ""
    for name in [row] if "的" in row else _ROW.split(row):
        bare = _SMALL.sub("", name)
        if len(bare) >= 2:
            yield bare


@lru_cache(maxsize=1024)  # the same words are asked about with every claim of the other pole
def deeds_in(words: str) -> frozenset[int]:
    """The classes of the deeds in some words."""
    return frozenset(n for n, deed in enumerate(_DEEDS) if deed.search(words))


def bare_thing(thing: str) -> str:
    """A thing without 案件, 事件 …."""
    return _KIND.sub("", thing) or thing


def all_said(reading: Reading) -> Iterator[Claim]:
    """What is said of all of this year's."""
    text = reading.text
    for found in _EVERY.finditer(text):
        left, right = _clause(text, found.start(), found.end())
        lead = text[left : found.start()]
        did = text[found.start() : right]
        if _NOT_ALL.search(lead + did) or reading.in_plan(found.start()):
            continue
        span = reading.sentence_at(found.start())
        words = text[max(span.start, left - _LEAD) : right]
        if not _of_now(reading, left, lead):
            continue
        yield Claim(left, right, span, lead, did, words)


def left_told(reading: Reading) -> Iterator[Claim]:
    """What is said of some that are not so, or not yet."""
    text, taken = reading.text, set[int]()
    for cue in _LEFT_CUE.finditer(text):
        found = _leaving(text, cue)
        if found is None or found.start() in taken:
            continue
        taken.add(found.start())
        few = float(found["few"]) if found["few"][0].isdigit() else parse_number(found["few"])
        left, right = _clause(text, found.start(), found.end())
        span = reading.sentence_at(found.start())
        words = text[max(span.start, left - _LEAD) : right]
        if (
            not few
            or _IN_TIME.search(text, found.end("neg"), right)
            or not _of_now(reading, found.start(), text[left:right])
        ):
            continue
        if _BEFORE.search(text, left, found.start()) or _BY.match(found["did"]):
            continue
        kind = RATE if found.re is _RATE else "rest" if found.re is _REST else "not"
        if kind == RATE and few >= 100:
            continue
        own = text[left : found.start()] + " " + found["name"]
        if kind == RATE:
            own, words = found["did"], text[max(span.start, left - _FAR) : right]
        yield Claim(
            left,
            right,
            span,
            own,
            found["neg"] + found["did"],
            words,
            few,
            unit_class(found["unit"]),
            kind,
        )


def _leaving(text: str, cue: re.Match[str]) -> re.Match[str] | None:
    """How some are excepted at a cue: behind a number, before it, as the rest, as a rate."""
    start = cue.start()
    if cue.group() == "率":
        return _RATE.search(text, max(0, start - 10), start + 12)
    if rest := _REST.match(text, start):
        return rest
    if before := _LEFT_BEFORE.match(text, start):
        return before
    found = None
    for found in _LEFT.finditer(text, max(0, start - 26), cue.end() + _BEHIND):
        if found.start("neg") <= start < found.end():
            return found
    return None


def counted(reading: Reading, ends: frozenset[str]) -> Iterator[Claim]:
    """What is told to have been once or more, of what ends as one of `ends`; "#" for the number."""
    text = reading.text
    numbers = [
        (figure.start, figure.end, figure.number)
        for figure in reading.report.figures
        if figure.number > 0 and figure.unit and figure.unit[0] in _UNIT
    ]
    numbers += [(m.start(1), m.end(1), 1.0) for m in _ONCE.finditer(text)]
    for start, end, number in numbers:
        near = text[max(0, start - _LEAD) : end + _LEAD]
        if not any(each in near for each in ends):
            continue
        left, right = _clause(text, start, end)
        clause = text[left:right]
        if not any(each in clause for each in ends) or _DENIED.search(text, left, start):
            continue
        if _of_now(reading, start, clause):
            own = text[left:start] + "#" + text[end:right]
            span = reading.sentence_at(start)
            before = text[max(span.start, left - _LEAD) : left]
            yield Claim(left, right, span, own, "", own + before, number)
