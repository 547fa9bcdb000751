"""Parts told by bare labels, without 其中: 75家，A级22家，B级39家，C级16家."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rows import AMONG, LABEL, LIKE
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID, uneven

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

_ACTION = re.compile(
    r"化解|办结|结案|调处|调解|整改|较(?![大小轻重])|比|发现|培训|发放|受理|查处|排查|检查|参加|参与|覆盖|惠及|新增|达成|履行|挽回|合格|通过|移送|处罚|立案|罚款|完成|召开|开展|已|未|涉|出动|解决|接待|建成|答复|收回|另|全年|今年|入矫|解矫|新|流|其余均"
)
_ROW = re.compile(r"其中|包括|包含|分别(?:为|是)")
_KIND = re.compile(r"[类级型组所队]\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding a row, at its parts; the total is its other place."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit is not None and f.high is None]
        if len(figures) >= 3:
            yield from _labelled(reading, figures)


def _labelled(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """75家，A级22家，B级39家，C级16家: short labels of one kind, without 其中."""
    for at, total in enumerate(figures[:-2]):
        if total.role == "rate" or is_about(total) or _is_part(reading, figures[: at + 1]):
            continue
        parts = _labels(reading, total, figures[at + 1 :])
        if _make_up(figures[:at], (total, *parts)):
            continue
        added = sum(part.number for part in parts)
        if len(parts) < 2 or added == total.number or any(map(is_about, parts)):
            continue
        told = any(found.number == added for found in figures[:at])
        near = abs(added - total.number) <= _slack(reading, total, parts[0]) * total.number
        between = reading.text[total.end : parts[0].start]
        if near and not told and not AMONG.search(between) and (len(parts) > 2 or added > 0):
            yield uneven(reading, total, parts, "warning")
            return


def _make_up(before: Sequence[Figure], row: Sequence[Figure]) -> bool:
    """341件，婚姻97件、邻里124件、土地78件…: with those before it the row makes an earlier number."""
    added = sum(figure.number for figure in row)
    for figure in reversed(before):
        if unit_class(figure.unit) != unit_class(row[0].unit):
            return False
        if figure.number == added:
            return True
        added += figure.number
    return False


def _is_part(reading: Reading, figures: Sequence[Figure]) -> bool:
    """100件，其中一般案件52件、简易…: the last of these stands in the row of a whole before it."""
    for one, other in reversed(list(pairwise(figures))):
        between = reading.text[one.end : other.start]
        if unit_class(one.unit) != unit_class(other.unit) or "。" in between:
            return False
        if _ROW.search(between):
            return True
        if not LABEL.fullmatch(between):
            return False
    return False


def _slack(reading: Reading, total: Figure, part: Figure) -> float:
    """青少年普法活动12场，老年人普法活动8场 are one beside the other, unless they nearly add up."""
    one, other = _near_label(reading, total), _near_label(reading, part)
    if one[-4:] == other[-4:]:
        return 0.0
    return LIKE / 2 if one[-2:] == other[-2:] else LIKE


def _labels(reading: Reading, total: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The row of figures of the total's unit, each behind nothing but a label."""
    parts: list[Figure] = []
    place = total.end
    for figure in figures:
        between = reading.text[place : figure.start]
        if not parts:
            between = "，" + re.split(r"[，：；、（]", between)[-1] if len(between) < 18 else ""
        named = LABEL.fullmatch(between)
        if named is None or (_ACTION.search(between) and not _KIND.search(named["label"])):
            break
        if unit_class(figure.unit) != unit_class(total.unit) or figure.number >= total.number:
            break
        parts.append(figure)
        place = figure.end
    return parts if _closed(reading, parts) else []


def _closed(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether the row ends with its sentence or bracket and has labels of one length."""
    if len(parts) < 2 or re.match(r"等", reading.text[parts[-1].end :][:1]):
        return False
    labels = [LABEL.fullmatch("，" + _near_label(reading, part)) for part in parts]
    names = [found["label"] for found in labels if found]
    if len(names) < len(parts):
        return False
    alike = len({name[-1] for name in names}) == 1
    spread = 5 if names[-1].startswith(("其他", "其它", "其余")) else 2
    pair = len(parts) == len(set(map(len, names))) + 1 == 2 and len(names[0]) <= 3
    ends = reading.text[parts[-1].end :][:1] in "。；）"
    return (
        alike
        or (pair and ends)
        or (len(parts) > 2 and max(map(len, names)) - min(map(len, names)) <= spread)
    )


def _near_label(reading: Reading, part: Figure) -> str:
    left = reading.text[max(0, part.start - 8) : part.start]
    return re.split(r"[，：；、（。]", left)[-1]


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("对75家企业实行分级管理，A级22家，B级39家，C级16家。"),
    Example("建成调解室9个，镇级2个，村级6个，企业2个。"),
)
CLEAN = (
    Example("对77家企业实行分级管理，A级22家，B级39家，C级16家。"),
    Example("建成调解室9个，宣传栏12个，法治广场2个。"),
    Example("全年办理案件100件，其中一般案件52件、简易案件30件、其他案件18件。"),
    Example("调解纠纷341件，其中婚姻纠纷97件、邻里纠纷124件、土地纠纷78件、其他纠纷42件。"),
    Example("全年办件341件，婚姻家庭97件、邻里124件、土地78件、其他42件。"),
    Example("青少年普法活动12场，老年人普法活动8场，妇女普法活动6场。"),
)
