"""Said never to have been, and told of once or more in any words: 无一被提起复议, 被申请复议的有1件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.scope import about, only_feared, other_kind, partly
from lawdraft.model.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "contradiction"


class _Thing(NamedTuple):
    """What may not have been: how it is called where it is denied, and where it is told."""

    denied: re.Pattern[str]
    told: re.Pattern[str]


def _thing(denied: str, told: str = "") -> _Thing:
    return _Thing(re.compile(denied), re.compile(told or denied))


_LOST = r"败诉|纠错|被?撤销|被?变更|确认违法"
_THINGS = (
    _thing(r"复议(?!机关|法|条例|决定|建议)", r"复议(?!机关|法|条例|建议|应诉能力)"),
    _thing(r"诉讼|应诉|涉诉|被诉", r"行政诉讼|应诉|被诉"),
    _thing(
        rf"{_LOST}",
        r"败诉|纠错|确认违法|(?:法院|复议机关|判决|裁定|复议决定)[^，。；、\d]{0,8}(?:撤销|变更)",
    ),
    _thing(r"(?:党纪|政务|纪律|政纪)处分", r"(?:受到?|给予|被)[^，。；、\d]{0,10}处分"),
    _thing(r"越级[上信]?访", r"(?:越级|进京|赴[省京])[一-鿿]{0,4}访"),
    _thing(r"(?:进京|赴京|到京)[一-鿿]{0,4}访"),
    _thing(r"(?:赴省|到省)[一-鿿]{0,4}访"),
    _thing(r"(?:集体|群体)[一-鿿]{0,4}访|群访"),
    _thing(r"群体性事件"),
    _thing(r"民(?:事)?转刑(?:事)?|“民转刑”"),
    _thing(r"命案"),
    _thing(r"刑事案件"),
    _thing(r"火灾"),
    _thing(r"(?:安全生产|生产安全|安全(?:责任)?)事故"),
    _thing(r"亡人事故|死亡事故"),
    _thing(r"[脱漏]管"),
    _thing(r"(?:重新|再次?|又)(?:违法)?犯罪|再犯新罪"),
    _thing(r"规范性文件", r"(?:制定|制发|印发|出台|起草|发布|下发)[一-鿿]{0,8}规范性文件"),
    _thing(r"(?:信息公开|公开信息)的?申请|依?申请公开"),
    _thing(r"追责|问责|执法过错|错案"),
    _thing(r"(?:负面|网络|涉[一-鿿]{1,2})?舆情"),
    _thing(r"拖欠(?:农民工)?工资|欠薪"),
    _thing(r"溺[水亡]"),
    _thing(r"校园(?:欺凌|霸凌)"),
    _thing(r"(?:重复|初次|初)信访|重复[上来]?访"),
    _thing(r"(?:电信网络诈骗|电信诈骗|电诈)(?:案|发案|警情)"),
)
_NOT = re.compile(
    r"(?:(?:未|没有?|从未|未曾|未再)(?:再|曾)?(?:发生|出现|产生|收到|接到|受理|办理|引发|引起|被|制定|制发|印发|出台|发布|有|造成|发现|启动|提起|提出|申请|形成|构成)过?|没有|无(?!法|理|关|证|障碍|人机|力|需|论|偿|缝|害|故|疑|私|形|线|纸|讼|废|毒|烟|诈|黑|条件|不)|零(?=复议|诉讼|行政|败诉|进京|赴省|越级|集体|群体|事故|火灾|命案|舆情|脱管|漏管|溺|重复|欠薪|电诈|负面)|从未|不存在)"
    r"(?P<row>[^，。；：\n]{0,22})"
)
_NOUGHT = re.compile(
    r"[^，。；：、\n\d]{0,14}?(?:“?零”?(?:发生|登记|发案|通报|事件|报告|事故|上访|复议|诉讼|败诉|火灾)|(?:数|量|率)?为(?:零|0(?![.\d])))"
)
_ZERO = re.compile(r"零|为0(?![.\d])")
BEFORE, BEHIND = 17, 8  # characters around it
_ROW_NOUGHT = re.compile(
    r"(?:实现|保持|达到|做到)[^，。；：\n\d]{4,36}?“?(?:[两二三四五六]个零|[三四五六]零|零发生|零事故)"
)
_ALSO_NONE = re.compile(r"[件起例人次份宗][也都][没未无]")
_NOT_ONE = re.compile(
    r"[^，。；：、\n\d]{2,24}(?:一[件起例次人份宗]|1[件起例人])[也都](?:没有|没|未|无)(?!按|及时)"
)
_CAUSED = re.compile(r"因[^，。；]{2,}(?:引发|导致|造成|引起|而|提起)|涉及?(?!访|诉)[一-鿿]{2}")
_EARLIER = re.compile(r"去年|上年|上一年|同期|往年|历年|历史|以前|积案|遗留|此前")
_YEAR = re.compile(r"20\d\d(?=年)")
_NOT_HERE = re.compile(
    r"旁听|代理|协助|帮助|指导|典型|案例|模拟|援助|宣传|培训|讲|其他|县|市|观摩|配合|咨询|演练|防范|预防|劝返|劝阻|隐患|风险|苗头|可能|潜在|倾向"
)
NEAR = 8  # characters between a number and the thing that has been
_UNITS = frozenset("件起例批次人名宗个份项桩部卷")
_GRADED = re.compile(r"较大|重大|特大|特别")


class _Denial(NamedTuple):
    start: int
    end: int
    thing: _Thing
    words: str


def check(reading: Reading) -> Iterator[Finding]:
    """The place that denies, with the number told elsewhere as its other place."""
    for denial in _denials(reading):
        figure = next(
            (f for f in _told(reading, denial.thing) if _against(reading, denial, f)), None
        )
        if figure is not None:
            words, told = reading.text[denial.start : denial.end], _segment(reading, figure)
            yield reading.finding(
                ID,
                "warning",
                f"这里写“{words}”，另一处却写“{told}”，请核对。",
                denial.start,
                denial.end,
                other=(figure.start, figure.end),
            )


def _denials(reading: Reading) -> Iterator[_Denial]:
    """Each thing that is denied of the whole township and year, in a row all of them."""
    text = reading.text
    for found in _NOT.finditer(text):
        if not _whole(reading, found.start(), found.group()):
            continue
        words = found.group().rstrip("”")
        for thing in _THINGS:
            called = thing.denied.search(found["row"])
            if called is None:
                continue
            behind = text[found.start("row") + called.end() : found.end()]
            if not (re.search(_LOST, behind) and not re.search(_LOST, called.group())):
                yield _Denial(found.start(), found.start() + len(words), thing, words)
    for found in _noughts(text):
        words = re.sub("[“”零]", "", found.group())
        for thing in _THINGS:
            if thing.denied.search(words) and _whole(reading, found.start(), words):
                yield _Denial(found.start(), found.end(), thing, found.group())


def _noughts(text: str) -> Iterator[re.Match[str]]:
    """What is said behind the thing itself: 零发生, 为零, 一件也没有."""
    last = 0
    for cue in _ZERO.finditer(text):  # far quicker than to try every clause
        if found := _NOUGHT.search(text, max(last, cue.start() - BEFORE), cue.end() + BEHIND):
            last = found.end()
            yield found
    yield from _ROW_NOUGHT.finditer(text)
    if _ALSO_NONE.search(text):
        yield from _NOT_ONE.finditer(text)


def _whole(reading: Reading, start: int, words: str) -> bool:
    """Whether it is denied of all the year and the township, for whatever cause."""
    lead = reading.text[reading.sentence_at(start).start : start]
    clause = re.split(r"[，；：]", lead)[-1]
    if partly(clause + words):
        return False
    years = {int(year) for year in _YEAR.findall(clause)} - {reading.year}
    if years or reading.in_plan(start) or reading.wider(clause):
        return False
    return not (_EARLIER.search(clause) or _CAUSED.search(words))


def _told(reading: Reading, thing: _Thing) -> Iterator[Figure]:
    """Numbers of the thing: in one clause with it."""
    for found in thing.told.finditer(reading.text):
        start, end = _span(reading.text, found.start(), found.end())
        for figure in reading.figures_in(Span(start, end)):
            if figure.number > 0 and figure.unit in _UNITS:
                yield figure


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place, up to the next comma or bracket."""
    left = max(text.rfind(sign, 0, start) for sign in "，。；：（）、\n") + 1
    rights = [at for sign in "，。；：（）、\n" if (at := text.find(sign, end)) >= 0]
    return left, min(rights, default=len(text))


def _segment(reading: Reading, figure: Figure) -> str:
    start, end = _span(reading.text, figure.start, figure.end)
    return reading.text[start:end]


def _against(reading: Reading, denial: _Denial, figure: Figure) -> bool:
    """Whether a number is of this year's and this township's, and not of what is like it."""
    span = reading.sentence_at(figure.start)
    if span == reading.sentence_at(denial.start) or figure.role == "target":
        return False
    segment = _segment(reading, figure)
    lead = reading.text[span.start : figure.start]
    near = re.split(r"[；。]", lead)[-1][-24:]
    years = {int(year) for year in _YEAR.findall(near)} - {reading.year}
    if years or _EARLIER.search(near + segment) or _only_about(reading, denial, figure, segment):
        return False
    if reading.wider(near) or _NOT.search(segment) or reading.in_plan(figure.start):
        return False
    if _GRADED.search(denial.words) and not _GRADED.search(segment):
        return False
    around = reading.text[reading.sentence_at(denial.start).start : denial.end]
    return not (other_kind(around[-60:], segment) or only_feared(segment))


def _only_about(reading: Reading, denial: _Denial, figure: Figure, segment: str) -> bool:
    """Whether it counts what is done about the thing; 1件重复信访 has been, whoever settles it."""
    behind = segment.split(figure.text, 1)[-1]
    thing = denial.thing.told.search(behind)
    if thing is None or thing.start() > NEAR or _NOT_HERE.search(segment):
        return about(segment)
    return bool(
        re.match(
            r"[^，]{0,2}(?:苗头|风险|隐患|线索|案例|知识|宣传|培训|预案)", behind[thing.end() :]
        )
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("所办案件无一被提起行政复议。\n当事人申请行政复议的案件有1件，" + _TAIL),
    Example("连续三年未发生进京越级上访。\n受理信访事项29件（含进京越级上访1件），" + _TAIL),
)
CLEAN = (
    Example("所办案件无一被提起行政复议。\n去年当事人申请行政复议的案件有1件，" + _TAIL),
    Example("连续三年未发生进京越级上访。\n劝返进京上访人员1人，" + _TAIL),
    Example("上年因公开引发的复议均已审结，本年未再发生此类复议。\n发生行政复议3件，" + _TAIL),
)
