"""Years of two digits, dates in two scripts, set terms with Arabic digits: 24年, 1月二十日, 第1责任人."""

from __future__ import annotations

import re
from calendar import isleap
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "number-style"
_WHY = "GB/T 15835-2011《出版物上数字用法》"
_SHORT = re.compile(r"(?P<year>\d(?<![\d.．·:：/].)\d)年(?!代|级)")
_TO_A_YEAR = re.compile(r"20\d\d年?[—–~～\-、至到和及与]\Z")
_MONTH = re.compile(r"(?:1[0-2]|[1-9])月|度|年?[底初末]|[上下]半年|全年|第?[一二三四1-4]季度")
# 连续24年, 24年来, 24年的积案 tell how long
_LASTED = re.compile(
    r"(?:近|约|满|超|超过|逾|达|长达|持续|连续|历时|过去|最近|前|后|共|每|期限?为?|徒刑|服刑|服务|工作|从事|任职|[党工教军警]龄|坚持|坚守|跨越|走过|扎根|时隔"
    r"|拖延|闲置|已有|已经|将近|不少于|整整|拖了|[—–~～\-至到]|第)\Z"
)
_LASTS = re.compile(
    r"[来间前内里余多期之未不没]|后(?![续])|以[上下内]|左右|有余|[党工教军警]龄|历史|如一日|的(?:历史|矛盾|纠纷|积案|心结|恩怨|承包|租期|时间|党龄|老|陈年)"
)
_TELLS_WHEN = re.compile(r"(?:[在于自从至到比较对截据]|[，。；：、]|\A)\Z")
_CLOSED = re.compile(r"[，。；、）]|\Z")
_FROM_A_YEAR = re.compile(r"(?<!\d)(?P<first>\d\d)年?[—–~～\-、至到]\Z")
_SINCE = re.compile(r"起|以来|开始")
_YEARS_BACK, _YEARS_ON = 5, 1
_YEAR = r"20\d\d|二[〇○零Oo0]二[〇○零一二三四五六七八九\d]"
_CHINESE = "一二三四五六七八九十"
_DATE = re.compile(
    rf"(?:(?P<year>{_YEAR})年)(?P<month>\d{{1,2}}|[{_CHINESE}]{{1,3}})月份?(?:(?P<day>\d{{1,2}}|[{_CHINESE}]{{1,3}})日)?"
    rf"|(?<![\d{_CHINESE}年])(?P<m>\d{{1,2}}|[{_CHINESE}]{{1,3}})月(?P<d>\d{{1,2}}|[{_CHINESE}]{{1,3}})日"
)
_SET_TERMS = re.findall(
    r"\S+",
    "四个意识 四个自信 两个维护 两个确立 四个亲自 五位一体 三位一体 四个全面 三重一大 双随机、一公开 双随机一公开 四议两公开 一网通办 一窗受理 "
    "一窗通办 一站式 一体化 一揽子 第一责任人 第一书记 第一时间 第一议题 第一把手 一把手 一岗双责 一票否决 一次性告知 一件事一次办 "
    "“三农 “八五 “九五 “七五 八五普法 九五普法 党的二十大 党的十九大 党的十八大 党的二十届 党的十九届 党的十八届 二中全会 三中全会 "
    "四中全会 五中全会 六中全会 四下基层 三会一课 四不两直 第三方 村两委 村“两委 一带一路 ",
)
_RUN = re.compile(rf"[{_CHINESE}百]+")
_NUMBER = re.compile(r"\d(?<![\d.].)\d?(?![\d.])")


def _digits() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By an Arabic number, what stands before and after it in a set term: 1 → 第, 责任人."""
    found: dict[str, list[tuple[str, str]]] = {}
    for term in _SET_TERMS:
        for run in _RUN.finditer(term.replace("两", "二")):
            value = parse_number(run.group())
            if value is not None:
                around = (term[: run.start()], term[run.end() :])
                found.setdefault(str(int(value)), []).append(around)
    return {number: tuple(terms) for number, terms in found.items()}


_TERMS = _digits()
_AFTER = {number: tuple(after for _, after in terms) for number, terms in _TERMS.items()}


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each of them; what names a paper, 《…》, is left as it is."""
    if passage.role in ("annex", "annex_note", "note", "date"):
        return
    yield from _short_years(passage, reading)
    yield from _mixed_dates(passage)
    yield from _set_terms(passage)


def _short_years(passage: Passage, reading: Reading) -> Iterator[Finding]:
    text = passage.text
    for found in _SHORT.finditer(text):
        if not _is_year(text, found, reading.year):
            continue
        century = "20" if int(found["year"]) < 50 else "19"
        yield passage.finding(
            ID,
            "warning",
            "年份不能只写后两位。",
            *found.span(),
            suggestion=f"{century}{found.group()}",
            why=_WHY,
        )


def _is_year(text: str, found: re.Match[str], year: int | None) -> bool:
    """Whether 24年 names a year and does not tell how long something lasted."""
    start, end = found.span()
    before = text[max(0, start - 8) : start]
    if _MONTH.match(text, end):
        return not text.startswith("度过", end)
    if _TO_A_YEAR.search(before) or (before[-1:] in ("自", "从") and _SINCE.match(text, end)):
        return True
    if year is None or not _near(int(found["year"]), year):
        return False
    first = _FROM_A_YEAR.search(before)
    if first and _near(int(first["first"]), year):
        return int(first["first"]) < int(found["year"])
    if _LASTED.search(before) or _LASTS.match(text, end):
        return False
    return not _CLOSED.match(text, end) or bool(_TELLS_WHEN.search(before))


def _near(short: int, year: int) -> bool:
    return year % 100 - _YEARS_BACK <= short <= year % 100 + _YEARS_ON


def _mixed_dates(passage: Passage) -> Iterator[Finding]:
    for found in _DATE.finditer(passage.text) if "月" in passage.text else ():
        parts = [part for part in found.groups() if part]
        scripts = {part.isascii() and part.isdigit() for part in parts}
        if _is_no_leap_day(found):
            yield passage.finding(ID, "error", "没有这一天，请核对日期。", *found.span())
        if len(scripts) < 2:
            continue
        yield passage.finding(
            ID,
            "warning",
            "一个日期里汉字数字和阿拉伯数字混用。",
            *found.span(),
            why=_WHY + " 4.1.2",
        )


def _is_no_leap_day(found: re.Match[str]) -> bool:
    """2月29日 of a year that has none."""
    year = found["year"]
    if not (year and year.isdigit() and found["month"] == "2" and found["day"] == "29"):
        return False
    return not isleap(int(year))


def _set_terms(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for found in _NUMBER.finditer(text):
        if not text.startswith(_AFTER.get(found.group(), ()), found.end()):
            continue
        for before, after in _TERMS[found.group()]:
            start, end = found.start() - len(before), found.end() + len(after)
            if text.startswith(after, found.end()) and (
                start >= 0 and text.startswith(before, start) and (before or _opens(text, start))
            ):
                yield passage.finding(
                    ID, "warning", "固定的说法里用汉字数字。", start, end, why=_WHY + " 4.2.3"
                )
                break


def _opens(text: str, start: int) -> bool:
    """Whether a term may begin here: 4个自信; not 建立4个…, whose number counts."""
    return start == 0 or text[start - 1] != "第"


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("对24年作出的行政处罚决定逐件复查。"),
    Example("对照《云岭县法治建设规划》，2023—25年分步推进。"),
    Example("自23年起，连续三年开展评查。"),
    Example("自08年以来未发生群体性事件。"),
    Example("修订了23年制定的规则，梳理24-25年的台账。"),
    Example("2025年2月29日，组织调解员培训。"),
    Example("2025年十二月4日，开展宪法宣传。"),
    Example("自5月二十日起集中排查。"),
    Example("镇党委书记切实履行第1责任人职责。"),
    Example("深入学习党的20届三中全会精神。"),
    Example("接受第3方评估，落实“双随机、1公开”监管。"),
)
CLEAN = (
    Example("化解拖延24年的积案1件，调解员老周从事调解工作25年。"),
    Example("调解员老周坚守岗位24年，经手纠纷千余件。"),
    Example("该站24年来坚持送法上门，连续24年无命案，承包期限为25年。"),
    Example("2025年12月4日开展宣传，1对夫妻握手言和，建立3项制度、4个站点。"),
    Example("审查合同25份，25年期的租赁合同2份，组建20支队伍，1站1点全覆盖。"),
)
