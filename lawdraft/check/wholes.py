"""Which numbers of a sentence are parts, and of which whole.

A row of parts stands behind 其中 and its like, behind a bare label each, or before 共计. Where the row,
or its beginning, makes one of the wholes it can belong to, it is read so, and nothing is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.accounts import Entry, in_lines, joined, wholes_before
from lawdraft.check.kinds import answers, complete, exclusive, is_rest
from lawdraft.check.rows import Row, added, slip, sums_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading

_RESULT = re.compile(
    r"发现|司法确认|化解|办结|结案|调处|调解成功|整改|占(?!道|地|用|补|压)|同比|涉及|达成|履行|签订|发放|受教育|惠及|覆盖|回访|挽回|注销|吊销|培训(?!费)|参与|参加|每|累计|采纳|移送|提出|出具|下达"
)
_FUNNEL = re.compile(
    r"化解|办结|结案|调处|调解|整改|较(?![大小轻重])|比|发现|培训|发放|受理|查处|排查|检查|参加|参与|覆盖|惠及|新增|达成|履行|挽回|通过|移送|处罚|立案|罚款|完成|召开|开展|已|涉|出动|解决|接待|建成|答复|收回|全年|今年|流|采纳|提出|出具|司法确认"
)
_HANGS = re.compile(
    r"[，、（]?(?:涉及|面积|金额|涉案|覆盖|受众|参与|约|占[一-鿿]{0,8}|占比|共|计)?[一-鿿]{0,4}"
)
_BRACKET = re.compile(r"[一-鿿]{0,10}（")
_STILL = re.compile(r"[^，；]{0,4}(?:正在|尚未|未|仍|待)")
_YEAR = re.compile(r"20\d\d年")
_LOOSE = re.compile(r"(?:涉及|评定为?|评为|认定为?)[一-鿿]{1,8}\Z")
_MARK = re.compile(r"[，、；]")
_TWIN = re.compile(r"[，、]?(?:面积|金额|涉及|涉案|共)?[一-鿿]{0,3}")
_SUMMED = re.compile(
    r"共计|合计|总计|一共|总共|总人数|总数|总量|累计|共|小计|全年(?=[^，]*\Z)|[两二三四五六七八](?:[大个项]|级(?=[^，]{2,6}\Z))"
)
_ALL_KINDS = re.compile(
    r"(?:各类|以上|上述|[一-鿿]{0,2}类)[一-鿿]{0,8}(?:共计?|合计|总计)\Z|(?:合计|总计|共计)(?:[^，。；]{0,4}各类[^，。；]{0,6})?\Z"
)
_NEVER_MIXED = frozenset(
    ("%", "人", "人次", "元", "平方米", "亩", "公顷", "平方公里", "公里", "米", "立方米", "吨", "公斤", "斤", "小时", "分钟")
)  # fmt: skip
_NEVER_ADDED = frozenset(("分", "岁", "天", "分钟", "层"))
_PLAIN_SUM = re.compile(r"(?:全年|一年)?共(?:有|计)?")
_BEGINS_SUM = re.compile(r"共|合计|总计|累计|小计|总共|全年共")
_SURE_SUM = re.compile(r"共计|合计|总计|一共|总共|小计")
GAP = 26  # characters between two parts of a row
NEAR = 0.2  # how far a row may be from its whole and still be meant as its parts


def uneven_rows(reading: Reading) -> Iterator[Row]:
    """Every row that does not make the whole it belongs to."""
    for _, entries, before in in_lines(reading):
        yield from _rows(entries, before)


def _rows(entries: tuple[Entry, ...], before: tuple[Entry, ...]) -> Iterator[Row]:
    taken: set[int] = set()  # places of parts of a row that 其中 opens
    for at, entry in enumerate(entries):
        if entry.opener < 0 and not (_in_bracket_of(entries, at) or _told_by_colon(entries, at)):
            continue
        if entry.change:
            continue
        for first in _firsts(entries, at):
            parts = chain(entries, first, twin=first != at)
            wholes = _wholes(entries, first, before)
            own = [w for w in wholes if w.figure.start not in taken] or wholes
            taken.update(part.figure.start for part in parts)
            if parts and wholes and not _explained(parts, wholes):
                yield from _opened(parts, own)
    explained = _all_explained(entries)
    for at, total in enumerate(entries[:-2]):
        if total.figure.start not in taken | explained and _can_be_whole(total):
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


def _in_bracket_of(entries: Sequence[Entry], at: int) -> bool:
    """31件（占道11件、其他9件）: the bracket opens directly behind its whole."""
    entry = entries[at]
    opens = at > 0 and _BRACKET.match(entry.gap) is not None
    return opens and bool(entry.label) and _before_bracket(entries, at) is not None


def _before_bracket(entries: Sequence[Entry], at: int) -> Entry | None:
    """The whole right before a bracket, be it the first of two: 68批103人次（书记12批、乡长56批）."""
    for whole in reversed(entries[max(0, at - 2) : at]):
        if whole.kind == entries[at].kind:
            return whole
        if whole.gap:
            return None
    return None


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
    if _BRACKET.match(entries[at].gap):
        whole = _before_bracket(entries, at) or entries[at - 1]
        return [whole] if _can_be_whole(whole) else []
    wholes = [w for w in wholes_before(entries, at) if _can_be_whole(w)]
    if wholes or at > 0 or entries[at].gap[:2] not in ("其中", "按照"):
        return wholes
    return wholes_before((*before, entries[0]), len(before))


def _can_be_whole(entry: Entry) -> bool:
    figure = entry.figure
    odd = entry.is_rate or entry.past or entry.change or entry.kind in _NEVER_ADDED
    return not odd and figure.high is None and figure.number > 0


def chain(entries: Sequence[Entry], at: int, *, twin: bool = False) -> list[Entry]:
    """The numbers from `at` on that stand in one row: one measure word, each close to the one before."""
    first = entries[at]
    parts = [first]
    shared = False  # a share or an amount hangs on each part
    for entry in entries[at + 1 :]:
        if len(parts) > 1 and _own_rate(parts[-1], entry):
            return parts[:-1]  # 即办件86项，网上可办126项，网上可办率95%: of the whole again
        if entry.opener >= 0 and entry.kind == first.kind and entry.bracket == first.bracket:
            return parts[:-1]  # 注销220户，其中…: itself a whole
        if _ends_chain(entry, first, shared=shared, twin=twin):
            return parts
        if entry.kind != first.kind:
            shared = True
        elif entry.bracket == first.bracket:
            parts.append(entry)
    return parts


def _ends_chain(entry: Entry, first: Entry, *, shared: bool, twin: bool) -> bool:
    """Whether a number stands outside the row that `first` begins."""
    if entry.kind != first.kind:
        return _HANGS.fullmatch(entry.gap) is None and not (twin and len(entry.gap) <= GAP)
    if entry.bracket != first.bracket:
        return entry.bracket < 0
    if not entry.label and first.label and entry.after and not _STILL.match(entry.after):
        return True  # 7起积案有6起 behind 成功调处229起: told the other way round
    if entry.label and not first.label and not is_rest(entry.label):
        return True  # 全镇执法人员达到26名 behind 8名取得资格
    if _BEGINS_SUM.match(entry.label):
        return True
    if "；" in entry.gap and not shared and entry.name[-1:] != first.name[-1:]:
        return True
    year = _YEAR.fullmatch(entry.label) and _YEAR.fullmatch(first.label)
    return len(entry.gap) > GAP or "。" in entry.gap or not (year or _can_be_whole(entry))


def _own_rate(part: Entry, rate: Entry) -> bool:
    """Whether a rate is of this number: 网上可办126项，网上可办率95%."""
    stem = rate.label.partition("率")[0][-2:]
    own = stem in part.words and "不" + stem not in part.words
    return rate.kind == "%" and "率" in rate.label and own


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
    nearest = wholes[0]
    row = _natural(parts, nearest)
    if abs(added(parts) / nearest.figure.number - 1) <= 0.1 or slip(parts, nearest) == "swapped":
        row = parts
    if _LOOSE.search(parts[0].gap) and (len(row) == 1 or not _meant(row, wholes)):
        return
    if len(row) == 1:
        if not _BRACKET.match(row[0].gap) and row[0].figure.number > max(
            w.figure.number for w in wholes[:2]
        ):
            yield Row(nearest, tuple(row), certain=False, opened=True)
        return
    made = added(row)
    whole = min((*joined(wholes), *wholes)[:4], key=lambda w: abs(w.figure.number - made))
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
        if not _can_be_whole(total):
            continue
        for row in (_next(entries, at), _previous(entries, at)):
            for count, made in enumerate(sums_of(row), 2):
                if made == total.figure.number:
                    places.update(part.figure.start for part in row[:count])
    return places


def _next(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The row right behind a number, of its measure word."""
    total = entries[at]
    following = [
        e for e in entries[at + 1 :] if e.kind == total.kind and e.bracket in (total.bracket, -1)
    ]
    if not following or following[0].bracket != total.bracket:
        return []
    return chain(entries, entries.index(following[0]))


def _previous(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The row right before a number, its last part first; 各类阵地共183处 counts boards and screens."""
    row: list[Entry] = []
    gap = entries[at].gap
    mixed = _ALL_KINDS.search(gap) is not None and entries[at].kind not in _NEVER_MIXED
    inside = entries[at].bracket
    for entry in reversed(entries[:at]):
        if entry.bracket not in (inside, -1) and _has_whole(entries, entry):
            gap = entry.gap
            continue  # 来访61件（其中来信18件、来访43件），合计154件
        same = entry.kind == entries[at].kind or (mixed and entry.kind not in _NEVER_MIXED)
        if not same or len(gap) > GAP or "；" in gap:
            break
        row.append(entry)
        gap = entry.gap
        if entry.opener >= 0:
            break
    return row


def _bare(entries: Sequence[Entry], at: int) -> Iterator[Row]:
    """75家，A级22家，B级39家，C级16家: labels of one kind behind a number, without 其中."""
    total, first = entries[at], entries[at + 1]
    if first.kind != total.kind or first.opener >= 0 or first.bracket != total.bracket:
        return
    if len(first.gap) > GAP or not re.search(r"[，：；、]", first.gap):
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
            if swapped or _likely(added(row), total.figure.number, len(row), closed=closed):
                yield Row(total, tuple(row), certain=True, opened=False)
                return
    yield from _alike(total, parts)


def _likely(made: float, total: float, count: int, *, closed: bool) -> bool:
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
        if not 1 <= len(part.name) <= longest or _tells_deed(part):
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


def _tells_deed(part: Entry) -> bool:
    """Whether a label says what was done, and not what it is: 化解, but 培训 of money spent on it."""
    if part.figure.unit == "元":
        return re.search(r"罚|收入|挽回|追回|涉|发放|投入|较|比", part.label) is not None
    return bool(_FUNNEL.search(part.name) and not re.search(r"[类级型书员]\Z", part.name))


def _has_whole(entries: Sequence[Entry], part: Entry) -> bool:
    """Whether the bracket that a number stands in belongs to a number before it."""
    first = next(at for at, entry in enumerate(entries) if entry.bracket == part.bracket)
    return _BRACKET.match(entries[first].gap) is not None and (
        first > 0 and _before_bracket(entries, first) is not None
    )


def _summed(entries: Sequence[Entry], at: int) -> Iterator[Row]:
    """镇级12件、村级60件，共计70件: the whole stands behind its parts."""
    total = entries[at]
    cue = list(_SUMMED.finditer(total.label))
    row = _previous(entries, at)
    if not cue or not _can_be_whole(total) or len(row) < 2 or total.opener >= 0:
        return
    if any(part.opener >= 0 for part in row[:-1]) or total.figure.number in sums_of(row):
        return
    row.reverse()
    if not all(map(_can_be_whole, row)):
        return
    names = [part.name for part in row]
    sure = _SURE_SUM.search(total.label) is not None
    near = abs(added(row) - total.figure.number) <= NEAR * total.figure.number
    biggest = max(part.figure.number for part in row)
    plain = _PLAIN_SUM.fullmatch(total.label) or all(len(n) <= 8 for n in names)
    listed = near and biggest < total.figure.number and plain
    listed = listed or slip(row, total) == "swapped"
    if (
        sure
        or listed
        or (exclusive(names) and _likely(added(row), total.figure.number, 2, closed=True))
    ):
        yield Row(total, tuple(row), certain=True, opened=False)
