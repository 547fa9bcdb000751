"""How many villages and communities there are: 16个行政村 here, 17个行政村 there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_TOGETHER = (
    r"(?:行政)?村[（(/、和与]社区[）)]?|社区[（(/、和与](?:行政)?村[）)]?|村[（(]居[）)]|村居|村社"
)
_KINDS = rf"{_TOGETHER}|行政村|自然村|社区|居委会|村民小组|居民小组|嘎查村?|村委会|村"
_AFTER = r"(?!级|民(?!小组)|两委|“两委”|道|规|干|务|庄规划|居?法律顾问|法律明白人|矫正|工作者|干部|民警|书记|主任|支部|组|镇|矫|服刑|团队|民宿|企业|品牌)"
_COUNTED = re.compile(  # 18个行政村法律顾问 counts villages, 18个村法律顾问 may count advisers
    rf"(?P<number>\d(?<![第\d.、].)\d{{0,2}})个(?P<kind>行政村|自然村|(?:{_KINDS}){_AFTER})|(?<=[辖有、，及和])(?P<kind2>行政村|社区|自然村|村民小组)(?P<number2>\d{{1,3}})个(?![一-鿿]{{2}}室)"
)
_TOTAL = re.compile(
    r"(?:全[镇乡街]道?|全部|全街道|覆盖|下辖|辖区?(?:内)?|辖有?|共有?|现有|所有|我[镇乡]|我街道|各)(?:共?有|现有|的|了)?(?:\d{1,3}个[一-鿿（）]{1,6}[、和])?\Z"
)
_ALL = re.compile(
    r"[^，。；\d]{0,4}(?:均|都|全部|全面|全覆盖|各[设有配建]|人民调解委|调解委|调委会|综治|便民服务)|[^。；\d]{0,18}全覆盖|[^，。；\d]{0,14}(?:工作[室站]|服务[室站]|调解室|法律顾问)(?:全部|均|都)|[^，。；\d]{0,4}(?:年度|年终|综合|目标|绩效|平安|[一-鿿]{2}建设){0,3}考[核评]"
)
_APART = re.compile(
    r"(?:周边|邻近|相邻|毗邻|兄弟|跨|联合|其他|原|撤并|合并|新增|新建|减少|增加|由|从|比|较|市|县|(?<!辖)区|每个?|另|创成|其中|20\d\d年|去年|上年)[^，。；\d]{0,6}\Z|个(?:镇|乡|街道)[^，。；]{0,4}\Z"
)
_SOME = re.compile(r"(?:[仍还尚只仅]|中)有\Z")
_BOTH = re.compile(_TOGETHER)


@dataclass(frozen=True, slots=True)
class _Said:
    number: int
    kind: str
    start: int
    end: int
    total: bool


def check(reading: Reading) -> Iterator[Finding]:
    """Each number that is not the unit's own: more than all, or of all and another."""
    said: dict[str, list[_Said]] = {}
    for each in _said(reading):
        said.setdefault(each.kind, []).append(each)
    for row in said.values():
        own = _own(row)
        if own is None:
            continue
        for each in row:
            if each.number != own.number and _wrong(each, own, said):
                yield _finding(reading, own, each)


def _finding(reading: Reading, own: _Said, each: _Said) -> Finding:
    one, other = sorted((own, each), key=lambda said: said.start)
    return reading.finding(
        ID,
        "warning",
        f"前面写{one.number}个{one.kind}，这里写{other.number}个，请核对。",
        other.start,
        other.end,
        other=(one.start, one.end),
    )


def _said(reading: Reading) -> Iterator[_Said]:
    for found in _COUNTED.finditer(reading.text):
        start = found.start()
        left = reading.text[reading.sentence_at(start).start : start]
        if _APART.search(left) or reading.wider(left[-8:]):
            continue
        kind = found["kind"] or found["kind2"]
        kind = "村（社区）" if _BOTH.fullmatch(kind) else kind.replace("村委会", "村")
        kind = "行政村" if kind == "村" else kind
        whole = _TOTAL.search(left) or _ALL.match(reading.text, found.end())
        total = bool(whole) and not _SOME.search(left)
        number = int(found["number"] or found["number2"])
        yield _Said(number, kind, start, found.end(), total)


def _own(row: Sequence[_Said]) -> _Said | None:
    """The number said most often; of those said once the one that is said of all."""
    told = Counter(each.number for each in row)
    totals = Counter(each.number for each in row if each.total)
    best = max(row, key=lambda each: (told[each.number] + totals[each.number], each.number))
    sure = told[best.number] > 1 or totals[best.number]
    return next(e for e in row if e.number == best.number) if sure else None


def _wrong(each: _Said, own: _Said, said: dict[str, list[_Said]]) -> bool:
    """A smaller number may be some of them; a greater one may be villages and communities."""
    if each.number < own.number and not each.total:
        return False
    apart = {o.number for kind in ("社区", "居委会", "居民小组") for o in said.get(kind, ())}
    if each.kind == "行政村" and abs(each.number - own.number) in apart:
        return False
    both = {o.number for o in said.get("村（社区）", ())} if each.kind == "行政村" else set()
    return each.total or each.number not in both


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("全镇16个行政村均设立人民调解委员会。\n17个行政村建成法治宣传栏，" + _TAIL),
    Example("我镇辖16个行政村。\n全镇18个行政村法律顾问作用发挥不均衡，" + _TAIL),
    Example("11个社区配备法律顾问，11个社区建成服务站。\n指导12个社区建立会商制度，" + _TAIL),
)
CLEAN = (
    Example("全镇辖16个行政村、2个社区。\n18个村（社区）均建成服务站，9个行政村试点。"),
    Example("街道辖9个社区、5个村。\n全街道14个社区（村）均有工作室，14个社区和村有专栏。"),
    Example("我镇辖16个行政村。\n下派18个村法律顾问工作站，9个行政村干部参训，" + _TAIL),
    Example("全镇13个社区均有法律顾问。\n全区46个社区中我街道3个获评先进。"),
)
