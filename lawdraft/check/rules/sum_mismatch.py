"""Parts that do not make their total."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rows import LABEL, LIKE, plain
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding, Severity
    from lawdraft.model.report import Figure, Span

ID = "sum-mismatch"
AMONG = re.compile(
    r"(?<=[名人件起次份个家户场元条处项所支类宗例亩吨期篇台辆位册批])（(?=[一-鿿]{1,8}\d)|其中|包括|涉及|包含|涵盖|分别(?:为|是)|含|即"
)
_OPEN = re.compile(r"涉及|等|主要|多为|以及其他|其他(?!\d)|之一|尤其|特别|大多")
_NOT_PART = re.compile(
    r"化解|办结|结案|调处|调解成功|整改|占(?!道|地|用|补|压)|较|比|同比|涉及|达成|履行|签订|发放|受教育|惠及|覆盖|回访|挽回|注销|吊销|培训(?!费)|参与|参加|每|累计"
)
_PAIRS = (
    ("线上", "线下"), ("现场", "线上"), ("镇级", "村级"), ("行政村", "社区"), ("男", "女"), ("专职", "兼职"),
    ("村级", "镇"), ("成功", "未"), ("办结", "在办"), ("书面", "口头"), ("村", "居"), ("初信", "重信"), ("来信", "来访"), ("上半年", "下半年"), ("一季度", "二季度"), ("三季度", "四季度"), ("其余", ""), ("其他", ""), ("剩余", ""),
)  # fmt: skip
_KINDS = tuple(
    re.compile(words)
    for words in (
        r"老年|老人|青少年|儿童|未成年|学生|岁以[上下]",
        r"女|妇",
        r"党员",
        r"退役|退伍|军人",
        r"农民工|务工",
        r"残疾",
        r"少数民族|族",
        r"学历|大专|本科|持证|取得",
        r"代表|委员",
        r"低保|困难|贫困",
    )
)
"""What one person may be at once: of different kinds they add up to no total."""
_HALVES = (
    ("线上", "线下"), ("线下", "线上"), ("现场", "线上"), ("镇级", "村级"), ("专职", "兼职"),
    ("书面", "口头"), ("来信", "来访"), ("上半年", "下半年"), ("初信", "重信"), ("初访", "重访"),
)  # fmt: skip
_LOOKED = re.compile(r"(?:检查|抽查|巡查|排查|走访|监测|评估)[^，。；\d]{0,10}\Z")
_FAULTY = re.compile(
    r"，(?:其中)?(?:发现|查出|查处|存在|整改)(?:有|存在)?(?:问题|隐患|违法|违规|不合格)[^，。；\d]{0,6}"
)
_SHARE = re.compile(r"占比?(?:为|约|达)?\Z|(?:类|纠纷|案件|事项|问题)(?:约|为)?\Z")
_TOTAL = re.compile(r"(?:共计|合计|总计|一共|总共|总人数|总数|总量|累计|共)[^，。；、\d]{0,10}\Z")
_DONE_OPEN = (
    (
        r"已|化解|办结|结案|审结|整改|完成|销号|处置|答复",
        r"未|尚未|正在|仍在|剩余|其余|另有|尚有|稳控|在办|攻坚|推进中",
    ),
    (r"持证", r"未持证|无证"),
    (r"按时|按期|如期", r"超期|逾期"),
    (r"合格|通过", r"不合格|未通过|不通过"),
    (r"属实", r"不属实|失实"),
)
_NEW_ROW = re.compile(r"其中|包括|包含")
LABELS = 6  # characters of a sign and what money went to: 、培训
FAR = 1.5  # parts so much more than a total before belong to another
_WHOLE_OF_KINDS = re.compile(r"(?:各类|以上|上述|[一-鿿]{0,2}类)[一-鿿]{0,8}(?:共计?|合计|总计)\Z")
_VILLAGES = re.compile(
    r"(?P<a>\d{1,3})个?(?:行政村|建制村|村民委员会|村委会|村)[、和与及，](?P<b>\d{1,3})个?(?:社区|居委会|居民委员会|居民社区|城市社区)"
)
_BOTH = re.compile(
    r"(?P<t>\d{1,3})个(?:村（社区）|村\(社区\)|村（居）|村居|村、社区|村和社区|行政村（社区）|村（居、社区）)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Totals with 其中, totals after their parts, villages and communities."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit is not None and f.high is None]
        if len(figures) >= 2:
            yield from _among(reading, span, figures)
        if len(figures) >= 3:
            yield from _added_up(reading, figures)
            yield from _done_and_open(reading, figures)
            yield from _halves(reading, figures)
        if len(figures) >= 2:
            yield from _found_among(reading, figures)
        yield from _of_sentence_before(reading, span, figures)
        yield from _shares(reading, figures)
    yield from _villages(reading)


def _among(reading: Reading, span: Span, figures: Sequence[Figure]) -> Iterator[Finding]:
    for found in AMONG.finditer(reading.text, span.start, span.end):
        total = _last_before(figures, found.start())
        if total is None or total.role == "rate" or is_about(total):
            continue
        if found.group() == "（" and total.end != found.start():
            continue  # 1个案例（全省共20个）
        parts = _parts(reading, figures, total, found.end())
        if len(parts) < 2 and not (parts and parts[0].number > total.number):
            continue
        if any(is_about(part) for part in parts) or _overlapping(reading, found.end(), parts):
            yield from _more_than_whole(reading, total, parts)
            continue
        if _fits_another(parts, [f.number for f in figures if f.end <= total.end]):
            continue  # 排查289件，化解284件，其中…: the parts are of what was found
        yield from _compare(reading, total, parts, _row(reading, found.start(), parts[-1].end))


def _fits_another(parts: Sequence[Figure], totals: Sequence[float]) -> bool:
    """Whether the row, or its beginning before another matter, makes a number told before it."""
    sums = accumulate(part.number for part in parts)
    return any(added in totals for added in list(sums)[1:])


def _overlapping(reading: Reading, place: int, parts: Sequence[Figure]) -> bool:
    """党员34人、女性29人、退役军人11人: one person may be all of them."""
    kinds = set()
    for part in parts:
        words = reading.text[place : part.start]
        kinds.add(next((i for i, kind in enumerate(_KINDS) if kind.search(words)), -1))
        place = part.end
    told = re.search(r"交叉|重复|兼", reading.text[place : place + 8])
    return bool(told) or len(kinds - {-1}) >= 2


def _more_than_whole(reading: Reading, total: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    """Any one part that is more than the total."""
    for part in parts:
        if part.number > total.number and not is_about(part):
            yield from _compare(reading, total, (part,), "")


def _of_sentence_before(reading: Reading, span: Span, parts: Sequence[Figure]) -> Iterator[Finding]:
    """…96件，化解94件。其中甲40件、乙36件、丙20件。: one of the numbers before is the total."""
    if len(parts) < 2 or not reading.text.startswith("其中", span.start):
        return
    before = reading.sentence_at(max(span.start - 1, 0))
    kind = unit_class(parts[0].unit)
    row = _parts(reading, parts, parts[0], span.start)
    totals = [
        f
        for f in reading.figures_in(before)
        if unit_class(f.unit) == kind and f.role != "rate" and f.high is None
    ]
    added = sum(part.number for part in row)
    if len(row) < 2 or not totals or any(map(is_about, (*row, *totals))):
        return
    if any(added == total.number for total in totals) or before == span:
        return
    named = thing_kind(row[0].thing)
    totals = [t for t in totals if not named or named in thing_kind(t.thing) or len(row) > 2]
    totals = [t for t in totals if added <= FAR * t.number]
    if not totals:
        return
    nearest = min(totals, key=lambda total: abs(total.number - added))
    yield from _compare(reading, nearest, row, _row(reading, span.start, row[-1].end))


def thing_kind(thing: str) -> str:
    """The last two characters of what is counted: 纠纷 of 土地纠纷."""
    return thing[-2:] if len(thing) >= 4 else ""


def _done_and_open(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """210处，已整改189处，未整改31处: done and not done make the whole."""
    for total, done, left in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {unit_class(figure.unit) for figure in (total, done, left)}
        first, second = (reading.text[a.end : b.start] for a, b in ((total, done), (done, left)))
        if len(kinds) > 1 or len(first) > 14 or len(second) > 14 or "。" in first + second:
            continue
        pair = next(
            (p for p in _DONE_OPEN if re.search(p[0], first) and re.search(p[1], second)), None
        )
        if pair is None or any(is_about(figure) for figure in (total, done, left)):
            continue
        if done.number + left.number != total.number and "其中" not in first + second:
            yield from _compare(reading, total, (done, left), "其余")


def _halves(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """普法52次，线上28次，线下34次: two halves told by their names, without 其中."""
    for total, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {unit_class(figure.unit) for figure in (total, one, other)}
        first, second = reading.text[total.end : one.start], reading.text[one.end : other.start]
        if len(kinds) > 1 or len(first) > 10 or len(second) > 10 or "其中" in first:
            continue
        told = any((a in first and b in second) or (b in first and a in second) for a, b in _HALVES)
        sure = not any(is_about(figure) for figure in (total, one, other))
        if told and sure and one.number + other.number > total.number:
            yield from _compare(reading, total, (one, other), "其余")


def _found_among(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """检查企业85家，发现问题企业92家: those found are among those checked."""
    for total, part in pairwise(figures):
        between = reading.text[total.end : part.start]
        looked = _LOOKED.search(reading.text[max(0, total.start - 16) : total.start])
        same = unit_class(total.unit) == unit_class(part.unit) and total.unit in ("家", "户", "个")
        if same and looked and _FAULTY.fullmatch(between) and part.number > total.number:
            yield from _compare(reading, total, (part,), "")


def _shares(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """婚姻家庭占45%、邻里占38%、土地占27%: shares of one whole make no more than it."""
    shares = [f for f in figures if f.unit == "%" and _SHARE.search(_near(reading, f))]
    if len(shares) < 3 or any(b.start - a.end > 20 for a, b in pairwise(shares)):
        return
    added = sum(share.number for share in shares)
    start, end = shares[0].start, shares[-1].end
    whole = re.search(r"其余|其他|剩余", reading.text[start:end])
    wrong = added > 101 or (whole is not None and added < 99)
    if wrong and not _overlapping(reading, start - 14, shares):
        yield reading.finding(ID, "warning", f"各项占比相加是{added:g}%，请核对。", start, end)


def _near(reading: Reading, figure: Figure) -> str:
    return reading.text[max(0, figure.start - 6) : figure.start]


def _row(reading: Reading, start: int, end: int) -> str:
    """The words of a row of parts, with what closes it (等、之一), to the end of its clause."""
    return reading.text[start:end] + re.split(r"[。；，\n]", reading.text[end : end + 8])[0]


def _last_before(figures: Sequence[Figure], place: int) -> Figure | None:
    before = [f for f in figures if f.end <= place and place - f.end <= 30]
    return before[-1] if before else None


def _parts(reading: Reading, figures: Sequence[Figure], total: Figure, place: int) -> list[Figure]:
    """The row of figures of one unit after 其中, as long as each follows closely."""
    parts: list[Figure] = []
    first = place
    lead = reading.text[max(0, total.start - 14) : total.start]
    for figure in figures:
        if figure.start < place:
            continue
        between = reading.text[place : figure.start]
        if unit_class(figure.unit) != unit_class(total.unit) or len(between) > 26:
            break
        if parts and _NEW_ROW.search(between):
            parts.pop()  # 注销220户，其中…: itself a whole
            break
        other = _NOT_PART.search(between) if parts else None
        spent = total.unit == "元" and len(between) <= LABELS and LABEL.fullmatch(between)
        if (
            (other and other.group() not in lead and not spent)
            or "。" in between
            or "；" in between
        ):
            break
        if _left_bracket(reading.text[first : figure.start]):
            break
        parts.append(figure)
        place = figure.end
    return parts


def _left_bracket(row: str) -> bool:
    """31件（其中甲12件、乙19件），结案30件: parts in a bracket end with it."""
    return row.count("）") > row.count("（")


def _compare(
    reading: Reading, total: Figure, parts: Sequence[Figure], row: str
) -> Iterator[Finding]:
    added = sum(part.number for part in parts)
    if added == total.number:
        return
    level = _level(added, total.number, len(parts), row)
    if level is None:
        return
    shown = "＋".join(plain(part.number) for part in parts)
    yield reading.finding(
        ID,
        level,
        f"分项相加{shown}＝{plain(added)}，与总数{total.text}不符。"
        if len(parts) > 1
        else f"分项{parts[0].text}比总数{total.text}还多。",
        parts[0].start,
        parts[-1].end,
        other=(total.start, total.end),
    )


def _level(added: float, total: float, parts: int, row: str) -> Severity | None:
    """More than the total is wrong; less may be a list that names only some."""
    if added > total:
        return "error"
    if _OPEN.search(row):
        return None
    if any(a in row and b in row for a, b in _PAIRS):
        return "warning"
    if added >= 0.8 * total and parts >= 2:
        return "warning"
    return "note" if parts >= 3 and added >= 0.5 * total else None


def _added_up(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """镇级12件、村级60件，共计70件."""
    for at, total in enumerate(figures):
        left = reading.text[max(0, total.start - 16) : total.start]
        cue = _TOTAL.search(left)
        if at < 2 or not cue or total.role == "rate":
            continue
        mixed = _WHOLE_OF_KINDS.search(left) or re.search(r"(?:合计|总计)\Z", left)
        parts, place = _before_total(
            reading, figures[:at], total, len(cue.group()), mixed=bool(mixed)
        )
        row = reading.text[max(0, place - 12) : total.start]
        halves = any(a in row and b in row for a, b in _PAIRS if b)
        certain = cue.group()[0] not in "共累" or cue.group().startswith("共计") or halves
        listed = _listed(reading, parts) and _near_sum(parts, total)
        if cue.group().startswith("总") and not _near_sum(parts, total):
            continue  # 新增4处，改造6处，总数达31处
        certain = certain or bool(mixed and _near_sum(parts, total)) or listed
        if len(parts) >= 2 and certain and not any(is_about(f) for f in (*parts, total)):
            yield from _compare(reading, total, parts, "其余")


def _before_total(
    reading: Reading, figures: Sequence[Figure], total: Figure, cue: int, *, mixed: bool
) -> tuple[list[Figure], int]:
    """The row that ends at a total, and where it begins; 各类阵地共183处 counts boards and screens."""
    parts: list[Figure] = []
    place, gap = total.start - cue, 26 if mixed else 16
    for figure in reversed(figures):
        between = reading.text[figure.end : place]
        same = unit_class(figure.unit) == unit_class(total.unit) or (
            mixed and figure.unit not in ("%", "人", "人次", "元", "万元")
        )
        if not same or len(between) > gap or re.search(r"[。；]", between):
            break
        parts.insert(0, figure)
        place = figure.start
    return parts, place


def _listed(reading: Reading, parts: Sequence[Figure]) -> bool:
    """6场、8场、5场: a row of bare numbers, or three and more with short labels."""
    gaps = [reading.text[a.end : b.start] for a, b in pairwise(parts)]
    bare = bool(gaps) and all(gap in ("、", "，", "和", "、和") for gap in gaps)
    return bare or (len(parts) >= 2 and all(LABEL.fullmatch(gap) for gap in gaps))


def _near_sum(parts: Sequence[Figure], total: Figure) -> bool:
    added = sum(part.number for part in parts)
    return abs(added - total.number) <= LIKE * total.number and not any(
        p.number >= total.number for p in parts
    )


def _villages(reading: Reading) -> Iterator[Finding]:
    """12个行政村、3个社区 and 16个村（社区） in one report."""
    split = _VILLAGES.search(reading.text)
    if not split:
        return
    added = int(split["a"]) + int(split["b"])
    for found in _BOTH.finditer(reading.text):
        left = reading.text[max(0, found.start() - 10) : found.start()]
        if int(found["t"]) == added or not re.search(
            r"(?:全[镇乡]|全街道|辖|共|所有|覆盖|现有|[镇乡]|街道|实现)[^，。；]{0,6}\Z", left
        ):
            continue
        yield reading.finding(
            ID,
            "warning",
            f"{split['a']}个村加{split['b']}个社区是{added}个，这里写{found['t']}个，请核对。",
            found.start(),
            found.end(),
            other=split.span(),
        )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("纠纷中婚姻家庭占45%、邻里关系占38%、土地山林占27%。"),
    Example("全年培训调解员60人，其中女性82人。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷20件。"),
    Example("开展法律咨询96件，其中现场咨询50件、线上咨询36件。"),
    Example("镇级化解12件、村级化解60件，合计70件。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他9件），移送25件。"),
    Example("辖12个行政村、3个社区。全镇16个村（社区）实现法律顾问全覆盖。"),
)
CLEAN = (
    Example("新设企业200户，其中公司40户、合伙50户，注销120户，其中公司58户、合伙62户。"),
    Example("纠纷中婚姻家庭占45%、邻里关系占38%、其他占17%。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷14件。"),
    Example("现有调解员86人，其中党员44人、女性39人、退役军人11人。"),
    Example("全年调解纠纷72件，其中婚姻家庭、邻里等纠纷40件，涉土地纠纷12件。"),
    Example("镇级化解12件、村级化解60件，合计72件。"),
    Example("受理信访42件，其中办结40件，按期答复率100%，满意率98%。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他7件），移送25件。"),
)
