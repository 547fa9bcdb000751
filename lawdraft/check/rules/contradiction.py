"""The same thing counted differently in two places, and figures that cannot both be right."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import (
    Count,
    agree,
    is_about,
    unit_class,
)
from lawdraft.check.likeness import ROW as ROW_OF
from lawdraft.check.retold import retold
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.yearly import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure, Span

ID = "contradiction"
SURE = 1.78  # nats from which two tellings are of one count: a warning, below it a note
_FOUND = re.compile(
    r"排查|摸排|受理|接到|收到|发现|立案|接收|登记|排摸|交办|转办|承办|共有|积案|参考|应考|参训|下发|下达|制发|参加|抽检|抽查|检测|评查|应到|应参"
)
_SOLVED = re.compile(
    r"(?:成功)?(?:化解|办结|调处|调解成功|调解|整改|结案|答复|销号|整治到位|处置|解决|办理完毕|合格|及格|通过|达标|优秀|实到|实参)"
)
_SAYS_NOTHING = re.compile(
    r"查处|查办|核查|核实|处理|(?<!行政)处罚|审核|审结|上报|成功|及时|当[年场]|实际|考试|考核|培训|参训|调查|问题|线索|诉求|矛盾|任务|材料|期限|共同|并|均|已|经|按期|如期|对|将|次"
)
_MEDIATED = re.compile(r"调解|调处|化解|答复")
_PAPER = re.compile(r"(?:整改|解决|处置)(?=通知|意见|指令|建议|方案)")
_ASKED = re.compile(r"(?:收到|接到)[^，。；]{0,10}(?:申请|诉求|反映)?\Z|申请|线索|举报")
_TAKEN = re.compile(r"^，(?:其中)?(?:予以|共|已|经查)?(?:受理|批准|采纳|通过|属实|查实)了?\Z")
_TOTAL = re.compile(
    r"全年|今年|年内|本年度|累计|共(?!同|建|治|享|识|产|青)|总计|合计|全[镇乡]|全街道|一年来|截至|目前|20\d\d年[，度以]|总体"
)
_SOLVED_RATE = re.compile(r"纠纷[^，。；]{0,4}(?:化解|调处|调解)(?:成功)?率[^，。；\d]{0,3}\Z")
_BRACKET = re.compile(r"（[^（）\n]*）")
_OPENED = re.compile(r"[一-鿿]{0,8}[，：；（(](?:全年)?其中[^，。；\d]{0,16}")
ROW = 14  # characters between two numbers of one row
_EARLIER = re.compile(r"去年|上年|同期|往年|历年|上一年|遗留|较|同比|相比|由|从")


def check(reading: Reading) -> Iterator[Finding]:
    """Each pair once, at the later place; the earlier one is its other place."""
    yield from _in_other_words(reading)
    yield from _more_solved_than_found(reading)
    yield from _groups_and_people(reading)
    yield from _less_than_its_part(reading)
    yield from _all_solved(reading, reading.counts)


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


def _in_other_words(reading: Reading) -> Iterator[Finding]:
    """One count told twice, in the same words or in others."""
    for before, after, score in retold(reading):
        yield asked(reading, before.figure, after.figure, sure=score >= SURE)


def asked(reading: Reading, before: Figure, after: Figure, *, sure: bool) -> Finding:
    """Two figures of what seems to be one count, at the later place."""
    return reading.finding(
        ID,
        "warning" if sure else "note",
        f"前面写{before.text}，这里写{after.text}，说的像是同一件事，请核对。",
        after.start,
        after.end,
        why=f"前文：{_around(reading, before)}",
        other=(before.start, before.end),
    )


def _less_than_its_part(reading: Reading) -> Iterator[Finding]:
    """排查纠纷409件，其中婚姻家庭纠纷432件: the part is found as such, here its whole is asked about."""
    for whole, part in pairwise(reading.tellings):
        a, b = whole.figure, part.figure
        if whole.sentence != part.sentence or whole.unit != part.unit or ROW_OF not in part.narrow:
            continue
        between = _BRACKET.sub("", reading.text[a.end : b.start])
        opened = _OPENED.fullmatch(between) and ROW_OF not in whole.narrow
        if opened and b.number > a.number and not (is_about(a) or is_about(b)):
            yield reading.finding(
                ID,
                "note",
                f"这里写{a.text}，其中的一项却写{b.text}，请核对总数。",
                a.start,
                a.end,
                other=(b.start, b.end),
            )


def lead_of(reading: Reading, figure: Figure) -> str:
    """The sentence up to a figure."""
    return reading.text[reading.sentence_at(figure.start).start : figure.start]


def _around(reading: Reading, figure: Figure) -> str:
    start = max(reading.sentence_at(figure.start).start, figure.start - 20)
    return reading.text[start : figure.end + 10].replace("\n", " ")


def _more_solved_than_found(reading: Reading) -> Iterator[Finding]:
    """More settled than found, in one sentence: 排查72件，化解76件."""
    parts = {told.figure.start for told in reading.tellings if "其中" in told.narrow}
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.role == "result" and f.unit]
        for one, other in _neighbours(reading, span, figures):
            if unit_class(one.unit) != unit_class(other.unit) or one.number >= other.number:
                continue
            if agree(one, other) or one.start in parts or _listed(reading, figures, one, other):
                continue
            before = left_of(reading, one)
            between = _BRACKET.sub("", reading.text[one.end : other.start])
            asked = _ASKED.search(before) and _TAKEN.search(between)
            if not (asked or (_FOUND.search(before) and _ends_with_solved(reading, one, between))):
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


def _listed(reading: Reading, figures: list[Figure], one: Figure, other: Figure) -> bool:
    """Whether one is told in a row of parts: 排查125件，乡级受理47件、村级受理78件，化解120件."""
    at = figures.index(one)
    row = reading.text[figures[at - 1].end : one.start] if at > 1 else ""
    alike = (
        f.number >= other.number
        for f in figures[: at - 1]
        if unit_class(f.unit) == unit_class(one.unit)
    )
    return row.startswith(("、", "，")) and len(row) <= ROW and any(alike)


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


def _ends_with_solved(reading: Reading, found: Figure, between: str) -> bool:
    """Whether something was settled, and by its name of what was found: not 立案56起，调处纠纷417件."""
    *_, clause = re.split(r"[，。；]", between)
    if not _SOLVED.search(clause) or re.search(r"其他|另|历史|新", clause):
        return False
    before = left_of(reading, found)
    if "立案" in before and _MEDIATED.search(clause):
        return False
    settled = _matter(clause)
    named = _matter(before + between.removesuffix(clause)) or _matter(lead_of(reading, found))
    return not (settled and named) or bool(settled & named)


def _matter(words: str) -> frozenset[str]:
    """Pairs of characters that say what was found or settled, without the words for both deeds."""
    return content(_SAYS_NOTHING.sub(" ", _SOLVED.sub(" ", _FOUND.sub(" ", words))))


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


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("全镇配备人民调解员428名。\n镇里建强43人的人民调解员队伍，" + _TAIL),
    Example("全年排查矛盾纠纷136件。\n综治中心牵头，全年共排查矛盾纠纷163件，" + _TAIL),
    Example("全年受理信访事项42件，办结46件。"),
    Example("受理投诉20件（其中噪声8件、油烟12件），办结23件。"),
    Example("接待来访群众118批96人次。"),
    Example("全年召开镇长办公会17次，其中有法律顾问列席的19次。"),
    Example("开展普法宣传30场，其中进村入户宣传36场，悬挂横幅20条。"),
)
CLEAN = (
    Example("全年排查矛盾纠纷136件，化解131件。\n上半年排查矛盾纠纷60件。"),
    Example("全镇现有法律明白人86名，其中新培养法律明白人12名。\n每村培养法律明白人3名以上。"),
    Example("执法队立案56起，调处各类纠纷417件；接到举报线索11条，办结信访积案14件。"),
    Example("接待来访群众118批136人次。\n信访事项受理42件，去年同期受理信访事项55件。"),
    Example("受理投诉20件（其中噪声8件、油烟12件），办结18件。"),
    Example("全年召开镇长办公会17次，其中有法律顾问列席的11次。"),
    Example("受理纠纷86件，其中婚姻纠纷21件；发放资料2600份，其中手册900份。"),
    Example("村级配备调解员120名。\n镇级配备调解员6名。"),
)
