"""Parts that do not make their total: behind 其中, in the sentence after, before 共计."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rows import AMONG, LABEL, LIKE, overlapping
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID, PAIRS, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure, Span

_NOT_PART = re.compile(
    r"化解|办结|结案|调处|调解成功|整改|占(?!道|地|用|补|压)|较|比|同比|涉及|达成|履行|签订|发放|受教育|惠及|覆盖|回访|挽回|注销|吊销|培训(?!费)|参与|参加|每|累计"
)
_TOTAL = re.compile(r"(?:共计|合计|总计|一共|总共|总人数|总数|总量|累计|共)[^，。；、\d]{0,10}\Z")
_NEW_ROW = re.compile(r"其中|包括|包含")
_LABELS = 6  # characters of a sign and what money went to: 、培训
_FAR = 1.5  # parts so much more than a total before belong to another
_WHOLE_OF_KINDS = re.compile(r"(?:各类|以上|上述|[一-鿿]{0,2}类)[一-鿿]{0,8}(?:共计?|合计|总计)\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """Totals with 其中, in this sentence or the one before, and totals after their parts."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit is not None and f.high is None]
        if len(figures) >= 2:
            yield from _among(reading, span, figures)
        if len(figures) >= 3:
            yield from _added_up(reading, figures)
        yield from _of_sentence_before(reading, span, figures)


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
        if any(is_about(part) for part in parts) or overlapping(reading, found.end(), parts):
            yield from _more_than_whole(reading, total, parts)
            continue
        if _fits_another(parts, [f.number for f in figures if f.end <= total.end]):
            continue  # 排查289件，化解284件，其中…: the parts are of what was found
        yield from compare(reading, total, parts, _row(reading, found.start(), parts[-1].end))


def _fits_another(parts: Sequence[Figure], totals: Sequence[float]) -> bool:
    """Whether the row, or its beginning before another matter, makes a number told before it."""
    sums = accumulate(part.number for part in parts)
    return any(added in totals for added in list(sums)[1:])


def _more_than_whole(reading: Reading, total: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    """Any one part that is more than the total."""
    for part in parts:
        if part.number > total.number and not is_about(part):
            yield from compare(reading, total, (part,), "")


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
    named = _thing_kind(row[0].thing)
    totals = [t for t in totals if not named or named in _thing_kind(t.thing) or len(row) > 2]
    totals = [t for t in totals if added <= _FAR * t.number]
    if not totals:
        return
    nearest = min(totals, key=lambda total: abs(total.number - added))
    yield from compare(reading, nearest, row, _row(reading, span.start, row[-1].end))


def _thing_kind(thing: str) -> str:
    """The last two characters of what is counted: 纠纷 of 土地纠纷."""
    return thing[-2:] if len(thing) >= 4 else ""


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
        spent = total.unit == "元" and len(between) <= _LABELS and LABEL.fullmatch(between)
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
        halves = any(a in row and b in row for a, b in PAIRS if b)
        certain = cue.group()[0] not in "共累" or cue.group().startswith("共计") or halves
        listed = _listed(reading, parts) and _near_sum(parts, total)
        if cue.group().startswith("总") and not _near_sum(parts, total):
            continue  # 新增4处，改造6处，总数达31处
        certain = certain or bool(mixed and _near_sum(parts, total)) or listed
        if len(parts) >= 2 and certain and not any(is_about(f) for f in (*parts, total)):
            yield from compare(reading, total, parts, "其余")


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


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("全年培训调解员60人，其中女性82人。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷20件。"),
    Example("开展法律咨询96件，其中现场咨询50件、线上咨询36件。"),
    Example("镇级化解12件、村级化解60件，合计70件。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他9件），移送25件。"),
)
CLEAN = (
    Example("新设企业200户，其中公司40户、合伙50户，注销120户，其中公司58户、合伙62户。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷14件。"),
    Example("现有调解员86人，其中党员44人、女性39人、退役军人11人。"),
    Example("全年调解纠纷72件，其中婚姻家庭、邻里等纠纷40件，涉土地纠纷12件。"),
    Example("镇级化解12件、村级化解60件，合计72件。"),
    Example("受理信访42件，其中办结40件，按期答复率100%，满意率98%。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他7件），移送25件。"),
)
