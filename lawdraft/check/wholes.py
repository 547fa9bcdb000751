"""Which numbers of a sentence are parts, and of which whole.

A row of parts stands behind 其中 and its like, behind a bare label each, or before 共计. Where the row,
or its beginning, makes one of the wholes it can belong to, it is read so, and nothing is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.accounts import Entry, in_lines, joined, wholes_before
from lawdraft.check.chains import (
    BRACKET,
    GAP,
    before_bracket,
    can_be_whole,
    chain,
    next_row,
    previous_row,
)
from lawdraft.check.kinds import answers, complete, exclusive, is_rest
from lawdraft.check.rows import Row, added, slip, sums_of
from lawdraft.check.settled import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading

_RESULT = re.compile(
    r"发现|司法确认|化解|办结|结案|调处|调解成功|整改|占(?!道|地|用|补|压)|同比|涉及|达成|履行|签订|发放|受教育|惠及|覆盖|回访|挽回|注销|吊销|培训(?!费)|参与|参加|每|累计|采纳|移送|提出|出具|下达"
)
_FUNNEL = re.compile(
    r"化解|办结|结案|调处|调解|整改|较(?![大小轻重复为多少])|比|发现|培训|发放|受理|查处|排查|检查|参加|参与|覆盖|惠及|新增|达成|履行|挽回|通过|移送|处罚|立案|罚款|完成|召开|开展|已|涉|出动|解决|接待|建成|答复|收回|全年|今年|流|采纳|提出|出具|司法确认"
)
_LOOSE = re.compile(r"(?:涉及|评定为?|评为|认定为?)[一-鿿]{1,8}\Z")
_MARK = re.compile(r"[，、；]")
_TWIN = re.compile(r"[，、]?(?:面积|金额|涉及|涉案|共)?[一-鿿]{0,3}")
_SUMMED = re.compile(
    r"共计|合计|总计|一共|总共|总人数|总数|总量|累计|共|小计|全年(?=[^，]*\Z)|[两二三四五六七八](?:[大个项]|级(?=[^，]{2,6}\Z))"
)
_PLAIN_SUM = re.compile(r"(?:全年|一年)?共(?:有|计)?")
_SURE_SUM = re.compile(r"共计|合计|总计|一共|总共|小计")
_OPENS_ROW = re.compile(r"其中|按|从[^，]{0,8}看，")
_TAKEN_UP = re.compile(r"[一-鿿]{0,8}(?:[中里]|均|全部|都|皆)|[一-鿿]{2,4}共")
_PERIOD = re.compile(r"[上下]半年|[一二三四]季度|第[一二三四五]批")
_FRAME = re.compile(r"全年|一年|累计|共计?|合计|总计|组织|开展|举办|召开|已|全[镇乡]|法治|行政")
_DEED = re.compile(r"受理|排查|化解|办结|立案|结案|整改|评选|参加|发放|审查|培训|走访|接待|采纳")
FAR = 1.5  # times a whole that its parts may make where another whole is told
TOO_MUCH = 5  # times the wholes of the sentence before: 其中 looks back past it
NEAR = 0.2  # how far a row may be from its whole and still be meant as its parts


def uneven_rows(reading: Reading, settled: frozenset[int]) -> Iterator[Row]:
    """Every row that does not make the whole it belongs to; none has a settled part for its whole."""
    for _, entries, before in in_lines(reading):
        yield from _rows(entries, before, settled)


def _rows(
    entries: tuple[Entry, ...], before: tuple[Entry, ...], settled: frozenset[int]
) -> Iterator[Row]:
    taken: set[int] = set()  # places of parts of a row that 其中 opens
    for at, entry in enumerate(entries):
        if entry.opener < 0 and not (_in_bracket_of(entries, at) or _told_by_colon(entries, at)):
            continue
        if entry.change:
            continue
        for first in _firsts(entries, at):
            wholes = _wholes(entries, first, before)
            parts = _of_one_deed(chain(entries, first, twin=first != at), wholes)
            own = [w for w in wholes if w.figure.start not in taken] or wholes
            taken.update(part.figure.start for part in parts)
            if parts and wholes and not _explained(parts, wholes):
                yield from _opened(parts, own)
    explained = settled | _all_explained(entries)
    for at, total in enumerate(entries[:-2]):
        if total.figure.start not in taken | explained and can_be_whole(total):
            yield from _bare(entries, at)
    for at in range(2, len(entries)):
        if entries[at].figure.start not in taken:
            yield from _summed(entries, at)


def _firsts(entries: Sequence[Entry], at: int) -> Iterator[int]:
    """The first part behind 其中, and the other number it has: 个访46批60人次，集体访2批9人次."""
    yield at
    for other in range(at + 1, len(entries)):
        if entries[other].kind == entries[at].kind or not _TWIN.fullmatch(entries[other].gap):
            return
        if not entries[other].is_rate:
            yield other


def _of_one_deed(parts: list[Entry], wholes: Sequence[Entry]) -> list[Entry]:
    """Up to what another whole counts: 立案219件、结案205件，其中上半年立案98件、结案91件."""
    mine = _DEED.search(parts[0].label) if parts else None
    if mine is None:
        return parts
    told = [deed for whole in wholes for deed in _DEED.findall(whole.label)]
    if mine.group() not in told:
        return parts
    for at, part in enumerate(parts[1:], 1):
        other = _DEED.search(part.label)
        if other and other.group() != mine.group() and other.group() in told:
            return parts[:at]
    return parts


def _in_bracket_of(entries: Sequence[Entry], at: int) -> bool:
    """31件（占道11件、其他9件）: the bracket opens directly behind its whole."""
    entry = entries[at]
    opens = at > 0 and BRACKET.match(entry.gap) is not None
    return opens and bool(entry.label) and before_bracket(entries, at) is not None


def _told_by_colon(entries: Sequence[Entry], at: int) -> bool:
    """文书196份：通知书118份、决定书46份."""
    entry = entries[at]
    return (
        at > 0
        and entry.gap[:1] == "："
        and entry.kind == entries[at - 1].kind
        and bool(entry.label)
    )


def _wholes(entries: Sequence[Entry], at: int, before: Sequence[Entry]) -> list[Entry]:
    """What the row from `at` can be parts of: earlier in the sentence, or in the one before."""
    if BRACKET.match(entries[at].gap):
        whole = before_bracket(entries, at) or entries[at - 1]
        return [whole] if can_be_whole(whole) else []
    wholes = [w for w in wholes_before(entries, at) if can_be_whole(w)]
    if wholes or at > 0 or not _OPENS_ROW.match(entries[at].gap):
        return wholes
    wholes = wholes_before((*before, entries[0]), len(before))
    most = max((whole.figure.number for whole in wholes), default=0.0)
    return wholes if entries[0].figure.number <= TOO_MUCH * most else []


def _natural(parts: Sequence[Entry], total: Entry) -> list[Entry]:
    """The row up to where another matter begins: 婚姻30件、邻里28件，化解56件."""
    kept = list(parts[:1])
    for part in parts[1:]:
        found = _RESULT.search(part.gap)
        told = found and (found.group() in total.words or found.group() in parts[0].words)
        spent = part.figure.unit == "元" and len(part.gap) <= 8
        listed = part.gap.startswith("、") or _DENIES.search(part.label)
        if found and not told and not spent and not listed:
            break
        kept.append(part)
    return kept


_DENIES = re.compile(r"未|不予|不符合|限期|当场|立即|正在")


def _explained(parts: Sequence[Entry], wholes: Sequence[Entry]) -> bool:
    """Whether the row, or its beginning before another matter, makes a whole."""
    numbers = {whole.figure.number for whole in (*joined(wholes), *wholes)}
    ends = (_ends_row(parts, count) for count in range(2, len(parts) + 1))
    return any(made in numbers and end for made, end in zip(sums_of(parts), ends, strict=True))


def _ends_row(parts: Sequence[Entry], count: int) -> bool:
    """Whether another matter may begin behind the first parts: another mark, or a thing done."""
    if count == len(parts):
        return True
    after = parts[count]
    mark = _MARK.search(after.gap)
    inside = {found.group() for part in parts[1:count] if (found := _MARK.search(part.gap))}
    if mark is None or mark.group() not in inside:
        return True
    alike = is_rest(after.name) or after.name[-1:] == parts[0].name[-1:]
    return mark.group() != "、" and not alike


def _opened(parts: list[Entry], wholes: Sequence[Entry]) -> Iterator[Row]:
    """A row behind 其中 belongs to the nearest whole, or to the one that it nearly makes."""
    nearest, known = wholes[0], [*joined(wholes), *wholes][:4]
    row = _natural(parts, nearest)
    if abs(added(parts) / nearest.figure.number - 1) <= 0.1 or slip(parts, nearest) == "swapped":
        row = parts
    if _LOOSE.search(parts[0].gap) and (len(row) == 1 or not _meant(row, wholes)):
        return
    if len(row) == 1:
        most = max(whole.figure.number for whole in (*known, *wholes[:2]))
        if not BRACKET.match(row[0].gap) and row[0].figure.number > most:
            yield Row(nearest, tuple(row), certain=False, opened=True)
        return
    made = added(row)
    known = [w for w in known if made <= FAR * w.figure.number] or [nearest]  # 单月58件 is none
    whole = min(known, key=lambda w: abs(w.figure.number - made))
    if whole.figure.number != made:
        yield Row(whole, tuple(row), complete([p.name for p in row]), opened=True)


def _meant(row: Sequence[Entry], wholes: Sequence[Entry]) -> bool:
    """Whether a row that 涉及 opens, which may tell one thing twice, is near enough to its whole."""
    whole = wholes[0]
    near = abs(added(row) / whole.figure.number - 1) <= NEAR
    return near or bool(slip(row, whole))


def _all_explained(entries: Sequence[Entry]) -> set[int]:
    """Where the parts stand that together make a whole before or behind them."""
    places: set[int] = set()
    for at, total in enumerate(entries):
        if not can_be_whole(total):
            continue
        for row in (next_row(entries, at), previous_row(entries, at)):
            for count, made in enumerate(sums_of(row), 2):
                if made == total.figure.number:
                    places.update(part.figure.start for part in row[:count])
    return places


def _bare(entries: Sequence[Entry], at: int) -> Iterator[Row]:
    """75家，A级22家，B级39家，C级16家: labels of one kind behind a number, without 其中."""
    total, first = entries[at], entries[at + 1]
    if first.kind != total.kind or first.opener >= 0 or first.bracket != total.bracket:
        return
    if len(first.gap) > GAP or not re.search(r"[，：；]", first.gap) or is_listed(entries, at):
        return
    parts = [part for part in chain(entries, at + 1) if part.kind == total.kind]
    for count in range(len(parts), 1, -1):
        row = parts[:count]
        names = [part.name for part in row]
        if added(row) == total.figure.number:
            return
        if exclusive(names) and not answers(total.label, names):
            closed = complete(names)
            swapped = slip(row, total) == "swapped"
            if swapped or is_likely(added(row), total.figure.number, len(row), closed=closed):
                yield Row(total, tuple(row), certain=True, opened=False)
                return
    yield from _alike(total, parts)


def is_likely(made: float, total: float, count: int, *, closed: bool) -> bool:
    """Whether numbers are near enough to have been meant as whole and parts."""
    if count > 1 and abs(made - total) == 1:
        return total > 3  # 复议4件，维持2件，终止1件
    if closed:
        return 0.5 * total <= made <= 2 * total
    return (0.8 if count == 2 else 0.7) * total <= made <= 1.35 * total


def _alike(total: Entry, parts: list[Entry]) -> Iterator[Row]:
    """Three labels or more of one length or one ending, that say nothing of what was done."""
    row: list[Entry] = []
    for part in parts:
        longest = 12 if part.name[-2:] == parts[0].name[-2:] else 8
        if not 1 <= len(part.name) <= longest or tells_deed(part):
            break
        row.append(part)
    names = [part.name for part in row]
    wrong = slip(row, total) if len(row) > 1 else ""
    larger = any(p.figure.number >= total.figure.number for p in row)
    if len(row) < 2 or (larger and wrong != "swapped"):
        return
    if total.label[-4:] == names[0][-4:] or added(row) == total.figure.number:
        return
    slack = NEAR / 2 if names[0][-2:] == total.label[-2:] else NEAR
    off = abs(added(row) / total.figure.number - 1)
    spread = max(map(len, names)) - min(map(len, names))
    same = len({name[-1] for name in names}) == 1 or len({name[:2] for name in names}) == 1
    even = (same and (len(names) > 2 or wrong == "swapped")) or (
        len(row) > 2 and spread <= (5 if is_rest(names[-1]) else 2)
    )
    if (off <= slack and (even or (wrong and len(row) > 2))) or (even and wrong == "swapped"):
        yield Row(total, tuple(row), certain=True, opened=False)


def tells_deed(part: Entry) -> bool:
    """Whether a label says what was done, and not what it is: 化解, but 培训 of money spent on it."""
    if part.figure.unit == "元":
        return re.search(r"罚|收入|挽回|追回|涉|发放|投入|较|比", part.label) is not None
    return bool(_FUNNEL.search(part.name) and not re.search(r"[类级型书员]\Z", part.name))


def _summed(entries: Sequence[Entry], at: int) -> Iterator[Row]:
    """镇级12件、村级60件，共计70件: the whole stands behind its parts."""
    total = entries[at]
    row = previous_row(entries, at)
    cue = _SUMMED.search(total.label) or (_taken_up(total) and exclusive([e.name for e in row]))
    if not cue or not can_be_whole(total) or len(row) < 2 or total.opener >= 0:
        return
    if any(part.opener >= 0 for part in row[:-1]) or total.figure.number in sums_of(row):
        return
    row.reverse()
    if not all(map(can_be_whole, row)):
        return
    names = [part.name for part in row]
    if _open_year(total, names) or _other_deed(total, row) or _other_matter(total, row):
        return
    mixed = len({entry.kind for entry in (total, *row)}) > 1
    if mixed and (any(map(tells_deed, row)) or not slip(row, total)):
        return
    sure = _SURE_SUM.search(total.label) is not None and not mixed
    near = abs(added(row) - total.figure.number) <= NEAR * total.figure.number
    biggest = max(part.figure.number for part in row)
    plain = _PLAIN_SUM.fullmatch(total.label) or all(len(n) <= 8 for n in names)
    plain = plain or all(name[-4:] == total.label[-4:] for name in names)
    listed = near and biggest < total.figure.number and plain
    listed = listed or slip(row, total) == "swapped"
    if (
        sure
        or listed
        or (exclusive(names) and is_likely(added(row), total.figure.number, 2, closed=True))
    ):
        yield Row(total, tuple(row), certain=True, opened=False)


def _taken_up(total: Entry) -> bool:
    """上半年22卷、下半年20卷，40卷案卷中: what was told in parts is spoken of as one."""
    return total.gap[:1] == "，" and bool(
        _TAKEN_UP.match(total.after) and total.label in ("", "全镇", "全乡", "全街道", "所有")
    )


def _open_year(total: Entry, names: Sequence[str]) -> bool:
    """一季度12批、二季度15批, and then the year: the other quarters are not told."""
    return sum("季度" in name for name in names) in (1, 2, 3) and "季度" not in total.label


def _other_deed(total: Entry, row: Sequence[Entry]) -> bool:
    """上半年受理86件，下半年受理94件，全年化解176件: not what the parts did."""
    mine = _DEED.findall(total.label)
    theirs = [_DEED.findall(part.label) for part in row]
    return bool(mine) and all(theirs) and not any(mine[-1] in each for each in theirs)


def _other_matter(total: Entry, row: Sequence[Entry]) -> bool:
    """上半年学法6次，下半年学法7次，全年培训14次: by its name not what the halves brought."""
    what = _FRAME.sub("", total.label)
    if len(what) < 2 or not all(_PERIOD.search(part.label) for part in row):
        return False
    named = "".join(part.words for part in row)
    pairs = {what[at : at + 2] for at in range(len(what) - 1)}
    return not any(pair in named for pair in pairs) and len(_PERIOD.sub("", row[0].label)) > 1
