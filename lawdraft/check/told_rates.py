"""Rates and shares as they are told: 化解率达98%, 占总数的两成; and which deed a rate counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lawdraft.check.accounts import Entry, entries_of
from lawdraft.check.counting import is_about
from lawdraft.check.shares import fits
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure, Span

_LINK = r"(?:均|分别|已经?|也|都|约|近|达成?|到|为|是|有|仅|只|高|保持|在|超过?|提升至|提高到|稳定|至|了)*"
_NAMED = re.compile(rf"(?P<stem>[一-鿿“”]{{1,12}}?)(?:率|(?<=满意)度)(?:[：:]|{_LINK})\Z")
_SHARE = re.compile(
    rf"(?:占(?P<of>[^，。；、\d]{{0,12}}?)(?:的)?(?:比例|比重|比)?|(?:占比|比例|比重)){_LINK}\Z"
)
_WORDS = {
    "化解": "化解|成功|调解|调处|办结", "调解": "调解|调成|成功|化解|调处", "调处": "调处|调解|成功|化解", "成功": "成功|化解|调解|调处",
    "办结": "办结|办理完毕|办毕|办完|结案|完结", "结案": "结案|办结|审结", "整改": "整改|销号|整治|改正", "合格": "合格|通过|及格", "通过": "通过|合格|取得",
    "优秀": "优秀|90分|九十分|优良", "优良": "优", "满意": "满意", "参考": "参考|参加|应考|实考|到考", "参训": "参训|参加|实训", "参加": "参加", "参与": "参与|参加",
    "到会": "到会|实到|参会", "参会": "到会|实到|参会", "出席": "出席|实到|到会",
    "答复": "答复|回复|办复", "回复": "答复|回复|办复", "办复": "答复|回复|办复", "覆盖": "已有|配齐|实现|覆盖|已建|配备|建成|设立|聘请", "出庭": "出庭", "应诉": "出庭",
    "完成": "完成|建成|落实|达成|办结", "履行": "履行", "履约": "履行|履约", "持证": "持证|取得|持有|执法证", "网办": "网办|网上|线上|一网", "采纳": "采纳|采用|吸收",
    "签约": "签约|签订", "签订": "签订|签", "销号": "销号|整改", "办理": "办理|办结", "解决": "解决|办结", "清零": "化解|清零", "回收": "收回|回收", "建成": "建成|建有|已建",
    "处置": "处置|处理|办结", "处理": "处理|处置|办结", "发现": "发现|存在|查出", "配备": "配备|配有|配齐|聘请", "上证": "持证|取得", "审结": "审结|结案", "达标": "达标|合格", "销案": "销案|办结",
    "到岗": "在岗|到岗", "胜诉": "胜诉", "败诉": "败诉", "纠错": "撤销|变更|违法|纠错", "维持": "维持", "即办": "即办", "述法": "述法", "响应": "响应|接单|签收", "签收": "签收",
}  # fmt: skip
"""What a number does that a rate of this name counts, where another word may say it."""
_TENTHS = re.compile(
    r"(?P<about>近|约|超过?|逾)?(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?![员立为果功效熟本就长绩都全人分型交])(?P<more>以上|多|左右)?"
)
_FRACTION = re.compile(
    r"(?P<about>近|约|超过?|逾)?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])(?P<more>以上|多|左右)?"
)
_HINT = re.compile(r"成|分之")
TENTH = 4.9
NEXT = 26  # characters from the part to its rate
_RAISED = re.compile(
    r"(?P<stem>[一-鿿]{1,12}?)率[由从][^，。；]{0,10}%[，]?(?:[提上增升扩][一-鿿]{0,2}|[下降回][一-鿿]{0,2})[至到为]\Z"
)
_TOP = re.compile(r"(?<=[比率])(?:最高|最大|较高|居首)，")
DIRECT = "的"
_OF_WHOLE = re.compile(r"[一-鿿]{0,6}(?:（[一-鿿、]{1,5}）)?[一-鿿]{0,4}的|")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share as told: its place, how much, how exact, and the words before it."""

    start: int
    end: int
    text: str
    percent: float
    figure: Figure | None  # None for 八成 and 三分之二
    slack: float
    stem: str  # 化解 of 矛盾纠纷化解率; "" for a share
    of: str  # 总数 of 占总数的; "" where nothing is named
    gap: str  # words since the number before it, or the sentence's start

    @property
    def is_share(self) -> bool:
        """Whether it says 占 and not the name of a rate."""
        return not self.stem

    def fits(self, part: Entry, whole: Entry) -> bool:
        """Whether these two numbers give it, as printed."""
        if whole.figure.number <= 0:
            return False
        share = part.figure.number / whole.figure.number * 100
        about = is_about(part.figure) or is_about(whole.figure)
        if self.percent == 100 and share < 100 and not about:
            return False  # 5309 of 5326 rounds to it, but not all are done
        if self.figure is not None:
            return fits(share, self.figure, about=about)
        return abs(share - self.percent) <= self.slack + (3.0 if about else 0.0)


def rates_of(reading: Reading, span: Span) -> Iterator[Rate]:
    """Every rate and share of a sentence that tells what it is of."""
    last = ""
    for entry in entries_of(reading, span):
        figure = entry.figure
        if entry.kind == "%" and figure.high is None and "分别" not in entry.gap:
            raised = _RAISED.search(last + "%" + entry.gap) if last else None
            name = (raised["stem"], "") if raised else None
            yield from _told(reading, span, entry.gap, figure, name)
        last = entry.gap[-NEXT:] if entry.kind == "%" else ""
    if _HINT.search(reading.text, span.start, span.end):
        yield from _in_words(reading, span)


def _told(
    reading: Reading, span: Span, gap: str, figure: Figure, known: tuple[str, str] | None
) -> Iterator[Rate]:
    named = known or _name(reading.text[max(span.start, figure.start - 20) : figure.start])
    if named is None and _OF_WHOLE.fullmatch(gap):
        named = "", DIRECT  # 占全部180件的20%
    if named is not None:
        text = reading.text[figure.start : figure.end]
        yield Rate(figure.start, figure.end, text, figure.number, figure, 0.0, *named, gap)


def _name(left: str) -> tuple[str, str] | None:
    """The stem of a rate's name, or what a share is of; None where the words name neither."""
    piece = re.split(r"[，。；、（）\n]", _TOP.sub("", left))[-1].rstrip("约近超逾")
    share = _SHARE.search(piece)
    if share is not None:
        return "", share["of"] or ""
    found = _NAMED.search(piece)
    return (found["stem"].strip("“”"), "") if found else None


def _in_words(reading: Reading, span: Span) -> Iterator[Rate]:
    """八成, 三分之二: as rates with the slack that such words have."""
    for found in (
        *_TENTHS.finditer(reading.text, span.start, span.end),
        *_FRACTION.finditer(reading.text, span.start, span.end),
    ):
        before = [e for e in entries_of(reading, span) if e.figure.end <= found.start()]
        gap = reading.text[before[-1].figure.end if before else span.start : found.start()]
        named = _name(reading.text[max(span.start, found.start() - 20) : found.start()])
        if named is None and _OF_WHOLE.fullmatch(gap):
            named = "", DIRECT
        if named is None:
            continue
        percent, slack = _worth(found)
        yield Rate(found.start(), found.end(), found.group(), percent, None, slack, *named, gap)


def _worth(found: re.Match[str]) -> tuple[float, float]:
    wide = 3.0 if found["about"] or found["more"] else 0.0
    if found.re is _TENTHS:
        return _DIGITS.index(found["tenths"]) * 10 + (5 if found["half"] else 0), TENTH + wide
    return (parse_number(found["high"]) or 0) / (parse_number(found["low"]) or 1) * 100, 4 + wide


@cache
def _doing(stem: str) -> re.Pattern[str]:
    """The words that say of a number that it is what the rate counts: 网上办理 for 网办率."""
    core = stem[-2:]
    alike = "[一-鿿“”]{0,6}".join(map(re.escape, core))
    words = [_WORDS.get(core, alike), *((_WORDS.get(stem[-4:-2], ""),) if core == "成功" else ())]
    return re.compile("|".join(word for word in words if word))


def does(stem: str, words: str) -> bool:
    """Whether a number's words say what a rate counts."""
    return bool(_doing(stem).search(words))
