"""The same thing counted differently in two places, and figures that cannot both be right."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import (
    GENERIC,
    Count,
    agree,
    aligned,
    is_about,
    is_person,
    same_name,
    unit_class,
)
from lawdraft.check.retelling import tokens
from lawdraft.check.retold import retold, since
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure, Span

ID = "contradiction"
_HANDLED = frozenset(("", "办理", "受理"))
_MADE = frozenset(("", "培养"))
_CHOSEN = frozenset(("", "选聘", "培养"))
NEAR = 1.3  # so close that 选聘156名 and 组织165名 speak of the same persons
_COMPARED = frozenset(("较", "比", "占", "由", "从", "去年", "同期", "上年", "每", "分别", "首", "增至", "降至", "另"))  # fmt: skip
"""Words by which a figure is set against another, or counts only a share."""
MATTER = 4  # characters of a noun that says by itself which matter is meant
WORDED = 6  # characters of a clause that says by itself what is counted
_FOUND = re.compile(
    r"排查|摸排|受理|接到|收到|发现|立案|接收|登记|排摸|交办|转办|承办|共有|积案|参考|应考|参训|下发|下达|制发|参加|抽检|抽查|检测|评查|应到|应参"
)
_SOLVED = re.compile(
    r"(?:成功)?(?:化解|办结|调处|调解成功|调解|整改|结案|答复|销号|整治到位|处置|解决|办理完毕|合格|及格|通过|达标|优秀|实到|实参)"
)
_PAPER = re.compile(r"(?:整改|解决|处置)(?=通知|意见|指令|建议|方案)")
_ASKED = re.compile(r"(?:收到|接到)[^，。；]{0,10}(?:申请|诉求|反映)?\Z|申请|线索|举报")
_TAKEN = re.compile(r"^，(?:其中)?(?:予以|共|已|经查)?(?:受理|批准|采纳|通过|属实|查实)了?\Z")
_PRECISE_RATE = re.compile(
    r"(?:矛盾|纠纷|信访|调解|整改|办结|持证|考试|参考|应诉|出庭)[一-鿿]{0,8}率$"
)
_OWN_RATE = re.compile(r"[一-鿿]{4,12}(?<![增减升降]长)(?:率|覆盖面|满意度|安全感|获得感|知晓度)")
_VILLAGES = re.compile(
    r"(?P<lead>全[镇乡]|全部|覆盖|全街道|下辖|辖区?(?:内)?(?:共?有)?|现有|所有|我[镇乡]|我街道)(?:共有?|现有|的)?(?P<number>\d{1,3})个(?P<kind>村（社区）|村（居）|村居|行政村|社区|村(?![一-鿿]|民)|村(?=均|都|全部|全面|实现|已|完成|参与|配备|设立|开展|的)|居委会|自然村|村民小组)"
)
_TOTAL = re.compile(
    r"全年|今年|年内|本年度|累计|共(?!同|建|治|享|识|产|青)|总计|合计|全[镇乡]|全街道|一年来|截至|目前|20\d\d年[，度以]|总体"
)
_EVENT = re.compile(
    r"期间|活动|专项|集中|[日节周月]前后|宣传[周月日]|进校园|进企业|现场|当天|其间|行动|启动|“[^”]*”|[一二三四]季度|[上下]半年|\d月|试点|示范|其中|部分|一季|春季|秋季|夏季|冬季|暑期|寒假|检查中|检查，|巡查，"
)
_SOLVED_RATE = re.compile(r"纠纷[^，。；]{0,4}(?:化解|调处|调解)(?:成功)?率[^，。；\d]{0,3}\Z")
_LEADER = re.compile(r"负责人|负责同志|主要领导|书记|[镇乡县区局]长|主任")
_BRACKET = re.compile(r"（[^（）\n]*）")
_EARLIER = re.compile(r"去年|上年|同期|往年|历年|上一年|遗留|较|同比|相比|由|从")


def check(reading: Reading) -> Iterator[Finding]:
    """Each pair once, at the later place; the earlier one is its other place."""
    counts = reading.counts
    same = list(_same_thing(reading, counts))
    yield from same
    yield from _in_other_words(reading, counts, {found.start for found in same})
    yield from _more_solved_than_found(reading)
    yield from _groups_and_people(reading)
    yield from _villages(reading)
    yield from _all_solved(reading, counts)


def _all_solved(reading: Reading, counts: tuple[Count, ...]) -> Iterator[Finding]:
    """A settled rate of 100% where fewer were settled than found: 排查136件, 化解130余件."""
    whole = [c for c in counts if "纠纷" in c.noun and c.figure.role == "result"]
    whole = [c for c in whole if not c.scope and _TOTAL.search(lead_of(reading, c.figure))]
    found = next((c for c in whole if c.act == "排查"), None)
    solved = next((c for c in whole if c.act == "办结"), None)
    if found is None or solved is None or solved.figure.number >= found.figure.number:
        return
    for rate in reading.report.figures:
        before = reading.text[max(0, rate.start - 12) : rate.start]
        if rate.unit != "%" or rate.number != 100 or not _SOLVED_RATE.search(before):
            continue
        told = f"{found.noun}{found.figure.text}、化解{solved.figure.text}"
        yield reading.finding(
            ID,
            "note" if is_about(solved.figure) else "warning",
            f"别处写{told}，这里化解率写{rate.text}，请核对口径。",
            rate.start,
            rate.end,
            why=f"另一处：{_around(reading, solved.figure)}",
            other=(solved.figure.start, solved.figure.end),
        )


def _same_thing(reading: Reading, counts: tuple[Count, ...]) -> Iterator[Finding]:
    known: dict[tuple[str, str], list[Count]] = {}
    for count in aligned(reading.text, counts):
        if not _comparable(count):
            continue
        unit = unit_class(count.figure.unit)
        earlier = known.setdefault((same_name(count.noun), unit), [])
        worded = known.setdefault((count.phrase, unit), []) if len(count.phrase) >= WORDED else []
        for before in (*earlier, *(each for each in worded if each not in earlier)):
            if _same_matter(before, count) and _clash(reading, before, count):
                told = count.noun if len(count.noun) > 2 else count.verb + count.noun
                yield _differs(reading, before.figure, count.figure, told)
                break
        earlier.append(count)
        if worded is not earlier:
            worded.append(count)


def _in_other_words(
    reading: Reading, counts: tuple[Count, ...], told: set[int | None]
) -> Iterator[Finding]:
    for before, after, sure in retold(reading, counts):
        if after.start not in told:
            yield reading.finding(
                ID,
                "warning" if sure else "note",
                f"前面写{before.text}，这里写{after.text}，说的像是同一件事，请核对。",
                after.start,
                after.end,
                why=f"前文：{_around(reading, before)}",
                other=(before.start, before.end),
            )


def _same_matter(one: Count, other: Count) -> bool:
    if one.phrase == other.phrase and len(one.phrase) >= WORDED:
        return True
    return _same_act(one, other) and _scope(one) == _scope(other)


def _same_act(one: Count, other: Count) -> bool:
    """Whether both count one doing; a count without a verb (热线工单共1264件) is what was handled."""
    acts = {one.act, other.act}
    bare = "" in acts and acts <= _HANDLED and len(one.noun) >= MATTER
    if len(acts) == 1 or (bare and unit_class(one.figure.unit) == "件"):
        return True
    if acts <= _MADE and len(one.noun) >= MATTER and unit_class(one.figure.unit) == "个":
        return True  # 建立品牌调解室4个, 培育的5个品牌调解室
    few, many = sorted((one.figure.number, other.figure.number))
    return acts <= _CHOSEN and is_person(one.noun) and many <= NEAR * few


def _scope(count: Count) -> set[str]:
    """What narrows it, beyond what its noun already says: 专题 of 专题会议."""
    return {word for word in count.scope if word not in count.noun}


def _clash(reading: Reading, one: Count, other: Count) -> bool:
    """Whether they are two totals that differ, or a part and a smaller total that holds it."""
    if agree(one.figure, other.figure):
        return False
    first, second = reading.sentence_at(one.figure.start), reading.sentence_at(other.figure.start)
    if first == second or _another_whole(reading, one, other):
        return False
    if one.narrowed != other.narrowed and one.phrase != other.phrase:
        return _part_exceeds(reading, one, other)
    if not one.act and unit_class(one.figure.unit) in ("人", "个"):
        return True  # a standing number of persons: 调解员428名
    totals = [bool(_TOTAL.search(lead_of(reading, c.figure))) for c in (one, other)]
    events = [_of_event(reading, c) for c in (one, other)]
    if all(totals):
        return True
    if any(totals):
        whole, part = (one, other) if totals[0] else (other, one)
        return part.figure.number > whole.figure.number or not events[totals.index(False)]
    told = len(one.noun) >= 3 or (one.phrase == other.phrase and len(one.phrase) >= WORDED)
    return told and not any(events)


def _another_whole(reading: Reading, one: Count, other: Count) -> bool:
    """Whether they count within different wholes: 全县326件, all years, 办结率 of two things."""
    leads = [lead_of(reading, count.figure) for count in (one, other)]
    if reading.wider(leads[0]) != reading.wider(leads[1]):
        return True
    few, many = sorted(zip((one.figure.number, other.figure.number), leads, strict=True))
    if since(many[1]) and not since(few[1]):
        return True
    of = [_rate_of(reading, count) for count in (one, other)]
    return bool(of[0] and of[1] and of[0] != of[1])


def _rate_of(reading: Reading, count: Count) -> str:
    """What a rate with a general name is of: the thing its sentence counted first."""
    if count.figure.unit != "%" or len(count.noun) > 4:
        return ""
    span = reading.sentence_at(count.figure.start)
    before = (f for f in reading.figures_in(span) if f.end <= count.figure.start)
    whole = next((f for f in before if f.unit != "%" and f.thing), None)
    return tokens(whole.thing)[0] if whole else ""


def _of_event(reading: Reading, count: Count) -> bool:
    """Whether it was counted on one occasion; 集中 of 集中学法 is no occasion."""
    return bool(_EVENT.search(lead_of(reading, count.figure).replace(count.noun, "")))


def _part_exceeds(reading: Reading, one: Count, other: Count) -> bool:
    """Whether what one person or office did is more than the whole: 书记主持召开8次 of 全年召开5次."""
    if one.narrowed and other.narrowed:
        return False
    whole, part = (other, one) if one.narrowed else (one, other)
    if part.figure.number <= whole.figure.number or is_about(whole.figure):
        return False
    told = _TOTAL.search(lead_of(reading, whole.figure))
    done = len(whole.noun) >= MATTER and not _of_event(reading, whole)
    return bool(told or done or _LEADER.search(part.narrowed))


def lead_of(reading: Reading, figure: Figure) -> str:
    """The sentence up to a figure."""
    return reading.text[reading.sentence_at(figure.start).start : figure.start]


def _comparable(count: Count) -> bool:
    """Whether its noun says what is meant: a rate by its name, a count that is no part."""
    figure = count.figure
    if _COMPARED & set(count.scope):
        return False
    if figure.role == "rate":
        named = _PRECISE_RATE.search(count.verb + count.noun)
        return figure.unit == "%" and bool(named or _OWN_RATE.fullmatch(count.noun))
    if len(count.phrase) >= WORDED:
        return True
    if len(count.noun) < 3 or count.noun in GENERIC:
        if is_person(count.noun) and count.residue:
            return True  # 公职律师
        return len(count.noun) == 2 and count.noun not in GENERIC and bool(count.verb)
    return True


def _differs(reading: Reading, before: Figure, after: Figure, noun: str) -> Finding:
    return reading.finding(
        ID,
        "warning",
        f"“{noun}”前面写{before.text}，这里写{after.text}，请核对。",
        after.start,
        after.end,
        why=f"前文：{_around(reading, before)}",
        other=(before.start, before.end),
    )


def _around(reading: Reading, figure: Figure) -> str:
    start = max(reading.sentence_at(figure.start).start, figure.start - 20)
    return reading.text[start : figure.end + 10].replace("\n", " ")


def _more_solved_than_found(reading: Reading) -> Iterator[Finding]:
    """More settled than found, in one sentence: 排查72件，化解76件."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.role == "result" and f.unit]
        for one, other in _neighbours(reading, span, figures):
            if unit_class(one.unit) != unit_class(other.unit) or one.number >= other.number:
                continue
            if agree(one, other):
                continue
            before = left_of(reading, one)
            between = _BRACKET.sub("", reading.text[one.end : other.start])
            asked = _ASKED.search(before) and _TAKEN.search(between)
            if not (asked or (_FOUND.search(before) and _ends_with_solved(between))):
                continue
            if (
                _EARLIER.search(before + between)
                or _SOLVED.search(_PAPER.sub("", before))
                or len(between) > 24
            ):
                continue
            yield reading.finding(
                ID,
                "warning",
                f"前面写{one.text}，这里却写{other.text}，后一个数（办结、合格……）不应大于前一个。",
                other.start,
                other.end,
                other=(one.start, one.end),
            )


def _neighbours(
    reading: Reading, span: Span, figures: list[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Figures that follow each other, those in a bracket among themselves: 20件（甲8件），办结18件."""
    walls = [
        (span.start + m.start(), span.start + m.end())
        for m in _BRACKET.finditer(reading.text[span.start : span.end])
    ]
    rows: dict[int, list[Figure]] = {}
    for figure in figures:
        inside = (a for a, b in walls if a < figure.start < b)
        rows.setdefault(next(inside, -1), []).append(figure)
    for row in rows.values():
        yield from pairwise(row)


def _ends_with_solved(between: str) -> bool:
    clause = re.split(r"[，。；]", between)[-1]
    return bool(_SOLVED.search(clause)) and not re.search(r"其他|另|历史|新", clause)


def left_of(reading: Reading, figure: Figure) -> str:
    """The clause up to a figure."""
    left = reading.text[max(0, figure.start - 30) : figure.start]
    return re.split(r"[。；，\n]", left)[-1]


def _groups_and_people(reading: Reading) -> Iterator[Finding]:
    """Visits by fewer people than groups: 118批96人次."""
    for one, other in pairwise(reading.report.figures):
        if unit_class(one.unit) != "批" or other.unit not in ("人次", "人"):
            continue
        if other.start - one.end <= 4 and one.number > other.number:
            yield reading.finding(
                ID,
                "warning",
                f"{one.text}来访却只有{other.text}，人次不应少于批次。",
                one.start,
                other.end,
            )


def _villages(reading: Reading) -> Iterator[Finding]:
    """全镇21个村（社区） here, 全镇20个村（社区） there."""
    first: dict[str, re.Match[str]] = {}
    for found in _VILLAGES.finditer(reading.text):
        kind = found["kind"].replace("村居", "村（社区）").replace("村（居）", "村（社区）")
        before = first.setdefault(kind, found)
        if before["number"] != found["number"]:
            yield reading.finding(
                ID,
                "warning",
                f"前面写{before['number']}个{kind}，这里写{found['number']}个，请核对。",
                *found.span(),
                other=before.span(),
            )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("全镇配备人民调解员428名。\n镇里建强43人的人民调解员队伍，" + _TAIL),
    Example("全年排查矛盾纠纷136件。\n综治中心牵头，全年共排查矛盾纠纷163件，" + _TAIL),
    Example("全年受理信访事项42件，办结46件。"),
    Example("受理投诉20件（其中噪声8件、油烟12件），办结23件。"),
    Example("接待来访群众118批96人次。"),
)
CLEAN = (
    Example("全年排查矛盾纠纷136件，化解131件。\n上半年排查矛盾纠纷60件。"),
    Example("全镇现有法律明白人86名，其中新培养法律明白人12名。\n每村培养法律明白人3名以上。"),
    Example("接待来访群众118批136人次。\n信访事项受理42件，去年同期受理信访事项55件。"),
    Example("受理投诉20件（其中噪声8件、油烟12件），办结18件。"),
    Example("村级配备调解员120名。\n镇级配备调解员6名。"),
)
