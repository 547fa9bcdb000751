"""One group with two heads, or one leader head and deputy of it: 镇长任组长, 党委书记任组长."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.groups import KIND, OWN, bare_name
from lawdraft.check.offices import HEAD, OFFICE, SECRETARY, may_be_one, offices_of
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_GROUP = re.compile(rf"(?P<name>[一-鿿“”]{{0,16}}?)(?P<kind>{KIND})(?![一-鿿]{{0,2}}办公室)")
_ROLE = r"(?P<role>(?:双|总|第一)?组长|(?:第一|常务)?副组长|总?召集人|总?指挥长|牵头人)"
_WHO = rf"(?P<who>{OFFICE}(?:(?:[、和]|以及|与){OFFICE})*)(?:[一-鿿]{{2,3}}(?=担?任))?"
_MANNER = r"(?:分别|共同|同时|亲自|切实|认真|自觉|严格|主动|全面|积极|带头|始终)*"
_HEADS = re.compile(
    rf"{_WHO}{_MANNER}(?:担任|兼任|任|为|作为|当好|(?:履行|扛起|落实|发挥)(?:好|了)?)(?P<of>(?:[一-鿿“”]{{0,18}}(?:{KIND})的?)?){_ROLE}"
)
_HEADED = re.compile(rf"{_ROLE}(?:均|都)?(?:由|为|是){_WHO}")
_AS_HEAD = re.compile(rf"作为(?P<of>[一-鿿“”]{{0,18}}(?:{KIND})的?){_ROLE}，{_WHO}")
_ALSO_HEADS = re.compile(
    rf"(?<=[，、])(?:并|同时|亲自|主动|切实|认真)*(?:担任|作为|履行好?|扛起|落实)(?P<of>[一-鿿“”]{{0,18}}(?:{KIND})的?){_ROLE}(?!，)"
)
_SUBJECT = re.compile(rf"[^一-鿿]*(?:[一二三四五六七八九十]是)?{_WHO}")
_CHAIR = re.compile(
    rf"{_WHO}{_MANNER}(?:担任|兼任|任|为|作为)(?P<of>[一-鿿“”]{{0,12}}委员会(?:的)?)?(?P<role>副?主任)(?!会|的?办公)"
)
_CUE = re.compile(r"组长|召集人|指挥长|牵头人|[任为]副?主任|会副?主任")
_CHANGED = re.compile(r"原|此前|之前|调整为|改为|改由|变更|接任|去年|上年|各村|村级|[村组]党|县")
_SHARED = re.compile(r"双组长|第一组长|总组长")
_LEADS = re.compile(r"(?:[、，和][^；。]{0,24}?长)?的")


BOTH = frozenset((SECRETARY, HEAD))


class _Head(NamedTuple):
    group: str
    kind: str
    role: str  # 组长, 副组长
    who: frozenset[str]
    both: bool  # 双组长
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later head whom an earlier one denies."""
    told = sorted(_told(reading), key=_place)
    named = {(each.kind, each.group) for each in told if each.group}

    def at_odds(one: _Head, other: _Head) -> bool:
        return _one_group(one, other, named) and _denied(one, other)

    for one, other in denials(reading, told, at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，同一个小组由谁牵头不一致，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _place(each: _Head) -> int:
    return each.start


def _told(reading: Reading) -> Iterator[_Head]:
    """Who heads what, looked for only in the sentences that tell of a head."""
    spans = {reading.sentence_at(found.start()) for found in _CUE.finditer(reading.text)}
    for span in spans:
        for pattern in (_HEADS, _HEADED, _AS_HEAD, _ALSO_HEADS, _CHAIR):
            for found in pattern.finditer(reading.text, span.start, span.end):
                head = _head(reading, found)
                if head is not None:
                    yield head


def _head(reading: Reading, found: re.Match[str]) -> _Head | None:
    """Who heads which group; None of another time, a village's, or of no group told."""
    span = reading.sentence_at(found.start())
    lead, behind = reading.text[span.start : found.start()], reading.text[found.end() : span.end]
    clause = re.split(r"[，；]", lead)[-1]
    if _CHANGED.search(clause + found.group() + behind[:4]) or reading.in_plan(found.start()):
        return None
    of = found.groupdict().get("of") or ""
    group = _GROUP.search(of) or _behind(behind) or _before(lead)
    if group is None or (found["role"].endswith("主任") and group["kind"] != "委员会"):
        return None
    subject = found if "who" in found.groupdict() else _SUBJECT.match(lead)
    if subject is None:
        return None
    role = "副组长" if "副" in found["role"] else "组长"
    both = bool(_SHARED.search(lead[-20:] + found["role"]))
    kind = group["kind"].removeprefix("工作")
    return _Head(
        bare_name(group["name"]), kind, role, offices_of(subject["who"]), both, *found.span()
    )


def _behind(words: str) -> re.Match[str] | None:
    """The group that a head is told before: 任组长、乡长任副组长的法治建设领导小组."""
    led = _LEADS.match(words)
    return _GROUP.match(words, led.end()) if led else None


def _before(words: str) -> re.Match[str] | None:
    return max(_GROUP.finditer(words), key=re.Match.end, default=None)


def _one_group(one: _Head, other: _Head, named: set[tuple[str, str]]) -> bool:
    """Whether both tell of one group; one without a name is the only one of its kind."""
    if one.kind != other.kind:
        return False
    if one.group and other.group:
        return one.group == other.group
    alike = {group for kind, group in named if kind == one.kind}
    return not alike or all(OWN in group for group in alike)


def _denied(one: _Head, other: _Head) -> bool:
    if one.role != other.role:
        return bool(one.who & other.who & {SECRETARY, HEAD})
    if one.role != "组长" or any(each.both and each.who != BOTH for each in (one, other)):
        return False
    return not may_be_one(one.who, other.who)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("书记、镇长任法治建设领导小组双组长。\n人大主席任组长的法治建设领导小组，" + _TAIL),
    Example("成立法治建设领导小组，党委书记任组长。\n镇长担任法治建设领导小组组长，" + _TAIL),
    Example("由书记、镇长任双组长的普法领导小组。\n镇长履行普法领导小组副组长职责，" + _TAIL),
)
CLEAN = (
    Example(
        "成立法治建设领导小组，书记、镇长任双组长。\n书记、镇长任法治建设领导小组双组长，" + _TAIL
    ),
    Example("成立法治建设领导小组，党委书记任组长。\n镇长担任信访工作领导小组组长，" + _TAIL),
    Example("成立法治建设领导小组，书记、镇长任双组长。\n镇长担任法治建设领导小组组长，" + _TAIL),
)
