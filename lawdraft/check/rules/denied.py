"""Something said not to have been, and counted elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.counting import GENERIC, Count
from lawdraft.check.retelling import tokens
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.contradiction import lead_of, left_of
from lawdraft.check.scope import about, only_feared, other_kind, partly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_NONE = re.compile(
    r"(?:(?:未|没有|尚未|从未)(?:发生|出现|产生|收到|受理|办理|制定|出台|开展|实施|采取|举办|举行|召开|作出|提起|立案|接到|形成|引发)过?|(?:无|没有|未有)(?=被?(?:申请|提起|诉)?行政|群体|越级|信访积|败诉)|(?<=全年|年内|辖区)无(?=[一-鿿]{3})|零(?=行政|败诉|越级))(?:一[起件例]|1[起件例]|任何)?"
    r"(?:(?:新的|涉及?|被(?:申请|提起|诉)?|重大|特大|较大|一般|集体|重特大|责任|及?以上|生产|行政(?=败诉)){0,5}(?P<what>行政复议|行政诉讼|行政应诉|败诉|越级上访|群体性事件|安全生产事故|安全事故|刑事案件|命案|脱管|漏管|依申请公开)(?!纠错|败诉|被)|(?P<thing>[一-鿿]{3,12}?)(?=[，。；、]|$))"
)
_ZERO = re.compile(
    r"(?P<what>行政复议|行政诉讼|败诉|越级上访|群体性事件|安全生产事故|安全事故|刑事案件|命案)(?:案件)?[“”]?(?:零发生|零发案|为零|“零”?发生)(?P<thing>)"
    r"|(?P<of>[一-鿿]{3,12}?)(?:(?:连续[一-鿿\d]{1,3}年)?(?:继续|持续|始终)?(?:保持|实现|达到))?“?(?:(?:“?零”?)(?:发生|发案)|(?:发生|发案)?(?:数|率|起数)?为(?:零|0))"
)
_WHAT = re.compile(
    r"行政复议|行政诉讼|行政应诉|败诉|越级上访|群体性事件|安全生产事故|安全事故|刑事案件|命案|脱管|漏管|依申请公开"
)
_MORE = re.compile(
    r"(?:案件|事项|案)?[和、及与或](?:被(?:申请|提起|诉)?)?(?:行政复议|行政诉讼|行政应诉|群体性事件|越级上访|刑事案件|命案|漏管|安全事故)(?!败诉|被)"
)
_LOST = re.compile(r"败诉|纠错|撤销|确认违法|责令")
_SUED = ("行政诉讼", "行政应诉", "出庭应诉", "被诉")
_CALLED = {"行政诉讼": _SUED, "行政应诉": _SUED}
"""What is told by other words: 行政诉讼 where somebody 出庭应诉."""
_NOUGHT = re.compile(r"零”?发[生案]|为[零0](?![\d.])")
_HEAD = re.compile(r"^.*(?:确保|实现|保持|全年|年内|辖区|全[镇乡]|全街道|、|和|及)(?=..)")
_GRADE = re.compile(r"较大|重大|特大")
_HAPPENED = re.compile(r"^(?:共?发生|出现|产生|引发)了?")
_YEAR = re.compile(r"20\d\d(?=年)")
_TOWARDS = re.compile(r"^(?:对|针对|涉及|有关|关于|任何)")
_MEETING = re.compile(r"会\Z")
KIND, THING = 4, 3  # characters that tell a kind of thing, a thing
_KIND_OF_CASE = re.compile(r"(?:案件|事件|事项|情况|情形|现象)\Z")


@dataclass(frozen=True, slots=True)
class _Denial:
    """Where something is denied: by its kinds, or by the thing itself."""

    found: re.Match[str]
    kinds: tuple[str, ...]
    thing: str = ""


@dataclass(frozen=True, slots=True)
class _Done:
    """A count of what was done, the words of its clause before it, and what happened."""

    count: Count
    left: str
    thing: str


def check(reading: Reading) -> Iterator[Finding]:
    """未发生行政复议案件, and 行政复议案件3件 elsewhere."""
    found = (*_NONE.finditer(reading.text), *_zeros(reading.text))
    denials = [denial for each in found if (denial := _denial(reading, each))]
    done = list(_done(reading)) if denials else []
    for denial in denials:
        told = next((one for one in done if _denies(reading, denial, one)), None)
        if told is not None:
            words, figure = denial.found, told.count.figure
            yield reading.finding(
                ID,
                "warning",
                f"这里写“{words.group()}”，另一处却写{told.count.noun}{figure.text}，请核对。",
                *words.span(),
                other=(figure.start, figure.end),
            )


def _done(reading: Reading) -> Iterator[_Done]:
    for count in reading.counts:
        if count.figure.number > 0 and count.figure.role == "result":
            thing = _KIND_OF_CASE.sub("", _HAPPENED.sub("", count.noun))
            yield _Done(count, left_of(reading, count.figure), thing)


def _zeros(text: str) -> Iterator[re.Match[str]]:
    """Things said to have been nought times, looked for before the word itself."""
    for word in _NOUGHT.finditer(text):
        if found := _ZERO.search(text, max(0, word.start() - 24), word.end()):
            yield found


def _denial(reading: Reading, found: re.Match[str]) -> _Denial | None:
    """What is said not to have been; None where it is said of a part, or of what follows alone."""
    if _LOST.search(reading.text[found.end() : found.end() + 14].split("，")[0].split("。")[0]):
        return None  # 未发生行政复议、行政诉讼败诉案件
    clause = re.split(r"[，；。\n]", reading.text[max(0, found.start() - 30) : found.start()])[-1]
    if partly(clause):
        return None
    if found["what"]:
        kinds = _WHAT.findall(_row(reading, found))
        return _Denial(found, tuple(name for what in kinds for name in _CALLED.get(what, (what,))))
    thing = found["thing"] or _HEAD.sub("", found.groupdict().get("of") or "")
    return _Denial(found, (), _KIND_OF_CASE.sub("", thing))


def _denies(reading: Reading, denial: _Denial, told: _Done) -> bool:
    """Whether a count is of the very thing that is said not to have been."""
    found, count = denial.found, told.count
    if denial.kinds:
        same = any(name in count.noun + told.left for name in denial.kinds)
    else:
        same = _is_thing(told, denial.thing)
    if (
        not same
        or _less_grave(found.group(), told.left)
        or _elsewhere(reading, count, found.start())
        or _NONE.search(lead_of(reading, count.figure))
    ):
        return False
    return reading.sentence_at(found.start()) != reading.sentence_at(count.figure.start)


def _less_grave(words: str, left: str) -> bool:
    """Whether a grave one is denied, and a common one counted."""
    if not _GRADE.search(words):
        return False
    return "一般" in left or ("以上" in words and not _GRADE.search(left))


def _is_thing(told: _Done, what: str) -> bool:
    thing = told.thing
    if len(what) < THING or thing in GENERIC:
        return False
    if thing == what or _of_kind(thing, what, told.left):
        return True
    return tokens(thing)[0] == tokens(what)[0] != ""


def _of_kind(told: str, what: str, left: str) -> bool:
    """Whether it is one of what is denied, with more words before: 县检察院检察建议, 检察建议."""
    bare = _TOWARDS.sub("", what)
    return (
        len(bare) >= KIND
        and _MEETING.sub("", told).endswith(_MEETING.sub("", bare))
        and not about(left + told)
    )


def _row(reading: Reading, found: re.Match[str]) -> str:
    """What is denied with it: 未发生被申请行政复议和被提起行政诉讼的案件."""
    told = _MORE.match(reading.text, found.end("what"))
    return found["what"] + (told.group() if told else "")


def _elsewhere(reading: Reading, count: Count, denied: int) -> bool:
    """Whether it counts trainings about the thing or visits to it, which need not have happened here."""
    left = left_of(reading, count.figure)
    if reading.wider(left) or {int(year) for year in _YEAR.findall(left)} - {reading.year}:
        return True  # the county's, or another year's
    if other_kind(reading.text[max(0, denied - 60) : denied], left):
        return True
    told = left + count.noun + reading.text[count.figure.end : count.figure.end + 8]
    return bool(
        re.search(
            r"培训|讲座|学习|旁听|宣传|演练|排查|检查|观摩|咨询|知识|报请|提请|去年|同期", left
        )
    ) or only_feared(told)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (Example("办理行政复议案件3件。\n全年未发生行政复议案件，" + _TAIL),)
CLEAN = (Example("全年未发生行政复议案件。\n组织行政复议案件旁听3次，" + _TAIL),)
