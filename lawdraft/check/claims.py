"""What is said of all, and of some that are not so: 全部办结, 合格率100%; 1件未办结, 办结5件中的4件, 合格率96.6%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lawdraft.check.reading import Reading

_EVERY = re.compile(
    r"(?:全部|全员|(?<!平)均|(?<![首成])都(?!市)|人人|悉数|(?:全面|圆满|如期|顺利)(?=完成))"
)
_DEED = re.compile(r"[^，。；、\d]{0,24}")
BEHIND = 24  # characters of what is said from where its shape stands
REACH = 8  # characters between 均 and the deed
_ONE = "名人位件起份个条宗户项处家栋卷批例"
_UNIT = rf"[{_ONE}]次?"
_FEW = rf"(?<![\d.第])(?P<few>\d+)(?P<unit>{_UNIT})"
_NAME = r"(?P<name>[^，。；：、\d“”]{0,12}?(?:\d{5}[^，。；：、\d]{0,8}?)?)"
_STILL = r"(?:目前|至今|年底前?|仍然?|还|依然|因[^，。；\d]{1,8})*"
_SOME = _FEW + _NAME + _STILL
_NOT = r"(?:尚未|仍未|未能|未|没有|没能|无)"
_HOW = r"(?:能够?|得到|彻底|完全|完成|全部|全面|真正|最终|有效|妥善|落实|进行|按规定|按要求|依法|实现)*"
_REST = "剩余|余下|剩下|遗留"
_AMONG = r"中|当中|之中|里"
_OPEN = r"(?:正在|仍在|尚在|还在)(?:依法|抓紧|持续|全力|积极|加快)*(?:推进|攻坚|核查|办理|化解|调处|调解|整改|处理|处置|协调|审理)"


class _Shape(NamedTuple):
    """A way to say it: where one looks for it, from how many characters before, whatever the deed."""

    head: re.Pattern[str]
    back: int = 0


_UNDONE = "合格|良好|一般|补考|超期|逾期|超时|执行|撤销|变更|纠错|违法|败诉|及格|满意"
_ALL_RATE = _Shape(re.compile(r"[率度][^，。；\d]{0,8}100%"), 14)
_EQUAL = _Shape(re.compile(rf"(?<![\d.])(\d+)({_UNIT})，[^，。；\d]{{2,14}}\1\2"))
_NOT_ONE = _Shape(re.compile(rf"(?:没有|无)一[{_ONE}]"))
_DENIED = _Shape(
    re.compile(
        rf"(?<![\d.第])\d+{_UNIT}(?=(?:[^，。；：\d]|\d{{5}}){{0,26}}?(?:[未没不无待超逾拒缺补撤变纠败]|[正仍尚还]在|申请|良好|合格|一般|确认))"
    )
)
_PART = _Shape(re.compile(rf"(?<![\d.第])\d+({_UNIT})(?=[^。；：\d\n]{{0,36}}?\d+\1)"))
_KNOWN = _Shape(re.compile(rf"(?:{_NOT}|待)[^，。；、\d]{{2,14}}的\d"))
_PLANNED = _Shape(re.compile(rf"(?:{_REST})的?\d"))
_RATE = _Shape(re.compile(r"率[^。；\d]{0,4}\d{1,2}(?:\.\d+)?%"), 8)
_BEHIND = _Shape(re.compile(rf"(?:{_UNDONE})了?\d"), 10)
_SHAPES = (_ALL_RATE, _EQUAL, _NOT_ONE), (_DENIED, _PART, _KNOWN, _PLANNED, _RATE, _BEHIND)


class Claim(NamedTuple):
    """One thing said of all, and how it is denied of some."""

    every: re.Pattern[str]  # behind 全部, 均
    all_of: tuple[tuple[_Shape, re.Pattern[str]], ...]  # in other ways: 合格率100%, 没有一件被撤销
    some: tuple[tuple[_Shape, re.Pattern[str]], ...]


class Said(NamedTuple):
    """What is said at [start, end): of all, or that only `few` of `whole` are or are not so."""

    start: int
    end: int
    few: float = 0.0
    unit: str = ""
    name: str = ""
    whole: float = 0.0
    rate: bool = False
    planned: bool = False  # 推动剩余1件化解, which only a plan tells
    known: bool = False  # 尚未整改的7处: they stand, even where a plan speaks of them
    did: int = 0  # where the deed ends, which tells to what


def _claim(every: str, denied: str, done: str = "", undone: str = "", rate: str = "") -> Claim:
    """`done`: by which word its part is told, `undone`: by which the others are, `rate`: its rate."""
    all_of: list[tuple[_Shape, str]] = []
    some: list[tuple[_Shape, str]] = []
    if denied:  # else all_but reads what is denied of any deed
        some.append((_DENIED, _SOME + rf"(?:{denied})"))
    if rate or done:
        rate = rf"(?<![按如到]期)(?<![按及限]时)(?:{rate or done})[一-鿿]{{0,4}}[率度]"
        all_of.append((_ALL_RATE, rf"{rate}(?:均|都|也|已|达到?|为|保持|实现|在){{0,4}}100%"))
    if done:
        did = rf"(?P<did>{done})"
        part = rf"(?<![\d.第])(?P<whole>\d+)(?P<unit>{_UNIT}){_NAME}"
        few = r"(?P<few>\d+)(?P=unit)"
        still = r"(?:目前|至今|年底|仍然?|尚|还|依然|只|仅|已|剩|余|有)*"
        as_many = r"(?P=whole)(?P=unit)"
        all_of.append(
            (
                _EQUAL,
                rf"(?<![\d.])(?P<whole>\d+)(?P<unit>{_UNIT})，[^，。；\d]{{0,6}}{did}(?:完成|到位)?了?{as_many}",
            )
        )
        some += [
            (
                _PART,
                rf"{part}(?:{_AMONG})?，?[^，。；\d未没不]{{0,6}}?{did}(?:完成|到位)?了?(?:其中的?)?{few}(?!以)",
            ),
            (_PART, rf"{part}(?:{_AMONG})，?{still}{few}[^，。；\d未没不]{{0,4}}?{did}"),
            (_PART, rf"{part}(?:{_AMONG})，?{still}{few}[^，。；\d]{{0,4}}?(?:{denied or _NOT})"),
            (
                _PART,
                rf"{part}(?:{_AMONG})，?[^，。；\d未没不]{{0,8}}?{did}[^，。；\d]{{0,12}}?(?:只|仅)有?{few}",
            ),
            (
                _KNOWN,
                rf"(?P<known>{_NOT}|待)(?:能|得到|彻底|全面|及时|按期)*{did}(?:完成|到位|完毕)?的{_FEW}(?P<name>[^，。；：\d]{{2,10}})",
            ),
            (
                _PLANNED,
                rf"(?P<planned>{_REST})的?{_FEW}(?P<name>[^，。；：\d]{{2,10}}?)(?:依法|尽快|全部|限期|逐[一项个]|按期)*{did}",
            ),
            (
                _RATE,
                rf"(?:{done})率(?:仅|只有|只|为|达到?|，){{0,3}}(?P<rate>\d{{1,2}}(?:\.\d+)?)%",
            ),
        ]
    if undone:
        all_of.append((_NOT_ONE, rf"(?:没有|无)一[{_ONE}][^，。；、\d]{{0,10}}(?:{undone})"))
        some.append((_BEHIND, rf"(?:{undone})了?{_FEW}(?P<name>)"))
    return Claim(re.compile(every), _compiled(all_of), _compiled(some))


def _compiled(ways: Iterable[tuple[_Shape, str]]) -> tuple[tuple[_Shape, re.Pattern[str]], ...]:
    return tuple((shape, re.compile(pattern)) for shape, pattern in ways)


_SETTLED = "办理完[毕结]|办结|化解|整改|答复|办复|结案|销号|处置|解决|处理|核实"
_KEPT = (
    "完成|落实|兑现",
    "达到|通过验收",
    "公示|公开|开展",
)
_HAVING = ("建成|建立|设立|设置|组建", "配备|配齐|聘请|安装|签订|签约")
CLAIMS = (
    _claim(
        r"(?:按期|按时|如期|及时|限期内|期限内|时限内)[^，。；、]{0,4}?(?:办|答|回|完|处|整|反馈|审)|(?:法定|规定|承诺)?[时期]限内[^，。；、]{0,4}(?:办|答|回|完|处|整)",
        rf"(?:办理)?(?:超期|超时|逾期|超过[^，。；\d]{{0,4}}[时期]限)(?!未缴|不|拒)|{_NOT}(?:在[^，。；\d]{{0,6}}[时期]限内|按期|按时|如期|及时)",
        undone="超期|逾期|超时",
        rate="(?:按期|按时|如期|及时|限时)(?:办[结理复]|答复|回复|反馈|化解|受理)",
    ),
    _claim(
        r"(?:自觉|主动|自动|按期|按时|及时|依法|全面|当场)*(?:履行|缴纳|执行)",
        rf"(?:逾期|拒绝|拒)+不?(?:履行|缴纳|执行|缴)|{_NOT}(?:按期|按时|主动|自觉|自动)*(?:履行|缴纳|执行|缴)|(?:逾期)?[拒不]{{1,2}}(?:履行|缴纳|执行)|申请(?:人民)?法院强制执行",
        done="自觉履行|主动履行|自动履行",
        undone="申请(?:人民)?法院强制执行",
    ),
    _claim(
        r"(?:持有?|取得|拥有|具有|具备|领[取到]|考[取到])[^，。；、\d]{0,16}(?:证(?![明据实])|资格)",
        rf"{_NOT}(?:持|取得|拥有|具有|具备|领[取到]|考[取到]|办理)?[^，。；、\d]{{0,12}}(?:执法证|资格证|执法资格|上岗证|证上岗|证件)",
        done="持证(?:上岗)?",
    ),
    _claim(
        r"(?:考试|考核|测试|一次性)*(?:合格|及格|通过|达标)",
        rf"不(?:合格|及格|达标)|{_NOT}(?:能)?(?:合格|及格|通过|达标)|补考",
        done="合格|及格|通过|达标",
        undone="不合格|不及格|补考",
    ),
    _claim(
        r"(?:达到|评为|评定为|为|获评)?优秀",
        r"(?:评为|评定为|为)?(?:良好|不?合格|一般)(?!率)",
        done="优秀",
    ),
    _claim(
        r"(?:按时|按要求|积极)?参(?:加|训|考|会)",
        r"(?:无故)?缺[席考勤训]|(?:未|没有)参(?:加|训|考)",
    ),
    _claim(
        rf"(?:{_SETTLED})(?:到位|完毕|完成)?|清零|清仓",
        rf"(?:{_NOT}|待){_HOW}(?:{_SETTLED})|{_OPEN}",
        done=_SETTLED,
    ),
    *(
        _claim(
            kept,
            rf"(?:{_NOT}|待)(?:按期|如期|及时)?{_HOW}(?:按期|如期|及时)?(?:{kept})",
            done=kept,
        )
        for kept in _KEPT
    ),
    *(_claim(having, "", done=having) for having in _HAVING),
    _claim(
        r"(?:维持|驳回)",
        r"(?:被|予以|依法|行政复议|法院|复议机关|判决|裁定|决定){0,3}(?:撤销|变更|纠错|确认违法|责令重作)|败诉",
        done="维持|驳回",
        undone="被[^，。；、\\d]{0,8}(?:撤销|变更|纠错)|撤销|纠错|确认违法|败诉",
    ),
    _claim(r"(?:采纳|吸收)", r"(?:未|没有)(?:被|予|予以|获)?采纳", done="采纳"),
    _claim(
        r"(?:备案|报备)",
        r"(?:未|没有|尚未)(?:按(?!意见)[^，。；\d]{1,4})?(?:报送?)?备案",
        done="备案",
    ),
    _claim(
        r"(?:审查|审核)(?!.{0,6}(?:后|合格率))",
        r"(?:未|没有|尚未)(?!按|根据|采纳)(?:经|进行|开展|履行)?[^，。；\d]{0,6}(?:审查|审核)(?!意见)",
        done="合法性审[查核]",
    ),
    _claim(r"(?:表示|感到)?满意", r"(?:表示|评价|群众)*不满意(?!\d)", done="满意", undone="不满意"),
    _claim(
        r"(?:调解|化解|调处)成功",
        r"(?:调解|化解|调处)?(?:未|没有|没|不)(?:能|获)?成功|(?:调解|化解)失败",
        done="(?:调解|化解|调处)成功",
    ),
    _claim(r"录入", rf"{_NOT}(?:及时|按要求)?录入", done="录入"),
)


def said_of_all(reading: Reading) -> dict[Claim, list[Said]]:
    """What is said of all, claim by claim."""
    text, told = reading.text, dict[Claim, list[Said]]()
    for found in _EVERY.finditer(text):
        words = _DEED.match(text, found.end())
        for claim in CLAIMS if words else ():
            deed = claim.every.search(text, found.end(), words.end()) if words else None
            if deed and deed.start() - found.end() <= REACH:
                one = Said(found.start(), deed.end(), did=deed.end())
                told.setdefault(claim, []).append(one)
    places = {shape: _heads(text, shape) for shape in _SHAPES[0]}
    for claim in CLAIMS:
        for found in _found(text, claim.all_of, places):
            told.setdefault(claim, []).append(_all_at(found))
    return told


def _heads(text: str, shape: _Shape) -> list[int]:
    return [found.start() for found in shape.head.finditer(text)]


def _found(
    text: str,
    ways: Iterable[tuple[_Shape, re.Pattern[str]]],
    places: Mapping[_Shape, Sequence[int]],
) -> Iterator[re.Match[str]]:
    """What is said in these ways, looked for only where its shape stands."""
    for shape, pattern in ways:
        for place in places[shape]:
            if shape.back:
                found = pattern.search(text, max(0, place - shape.back), place + BEHIND)
            else:
                found = pattern.match(text, place)
            if found:
                yield found


def _all_at(found: re.Match[str]) -> Said:
    groups = found.groupdict()
    start = found.end("unit") if groups.get("whole") else found.start()
    return Said(start, found.end(), did=found.end())


def said_of_some(reading: Reading, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Said]]:
    """Where only some are so, or some are not, claim by claim."""
    text = reading.text
    places = {shape: _heads(text, shape) for shape in _SHAPES[1]}
    for claim in claims:
        for found in _found(text, claim.some, places):
            said = _some_at(found)
            told = said.rate or said.few > 0
            if told and (not said.whole or said.few < said.whole):
                yield claim, said


def _some_at(found: re.Match[str]) -> Said:
    told = found.groupdict()
    return Said(
        found.start(),
        found.end(),
        float(told.get("few") or 0),
        told.get("unit") or "",
        told.get("name") or "",
        float(told.get("whole") or 0),
        rate=bool(told.get("rate")),
        planned=bool(told.get("planned")),
        known=bool(told.get("known")),
        did=found.end("did") if told.get("did") else found.end(),
    )
