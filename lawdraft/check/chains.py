"""Numbers that stand in one row: of one measure word, each close to the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.kinds import is_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.accounts import Entry

_HANGS = re.compile(
    r"[，、（]?(?:涉及|面积|金额|涉案|覆盖|受众|参与|约|占[一-鿿]{0,8}|占比|共|计)?[一-鿿]{0,4}"
)
BRACKET = re.compile(r"[一-鿿]{0,10}（")
_STILL = re.compile(r"[^，；]{0,4}(?:正在|尚未|未|仍|待)")
_YEAR = re.compile(r"20\d\d年")
_ALL_KINDS = re.compile(
    r"(?:各类|以上|上述|[一-鿿]{0,2}类)[一-鿿]{0,8}(?:共计?|合计|总计)\Z|(?:合计|总计|共计)(?:[^，。；]{0,4}各类[^，。；]{0,6})?\Z"
)
_NEVER_MIXED = frozenset(
    ("%", "人", "人次", "元", "平方米", "亩", "公顷", "平方公里", "公里", "米", "立方米", "吨", "公斤", "斤", "小时", "分钟")
)  # fmt: skip
_NEVER_ADDED = frozenset(("分", "岁", "天", "分钟", "层"))
_BEGINS_SUM = re.compile(r"共|合计|总计|累计|小计|总共|全年共")
_COUNTS_ROW = re.compile(r"[两二三四五六](?:批|期|次|类|级|季)")
_ALL_TOLD = re.compile(r"共计|合计|总计")
_UNREAD = re.compile(r"(?<!\d)\d{1,4}(?![\d年月日])[一-鿿]")  # 来信14封: of an unknown measure word
_AND = "和与及、"
GAP = 26  # characters between two parts of a row


def before_bracket(entries: Sequence[Entry], at: int) -> Entry | None:
    """The whole right before a bracket, be it the first of two: 68批103人次（书记12批、乡长56批）."""
    for whole in reversed(entries[max(0, at - 2) : at]):
        if whole.kind == entries[at].kind:
            return whole
        if whole.gap:
            return None
    return None


def can_be_whole(entry: Entry) -> bool:
    """Whether a number is a count of this year that parts can make, or be."""
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
    if entry.label.strip(_AND) and not first.label and not is_rest(entry.label):
        return True  # 全镇执法人员达到26名 behind 8名取得资格
    if _BEGINS_SUM.match(entry.label):
        return True
    if "；" in entry.gap and not shared and entry.name[-1:] != first.name[-1:]:
        return True
    year = _YEAR.fullmatch(entry.label) and _YEAR.fullmatch(first.label)
    return len(entry.gap) > GAP or "。" in entry.gap or not (year or can_be_whole(entry))


def _own_rate(part: Entry, rate: Entry) -> bool:
    """Whether a rate is of this number: 网上可办126项，网上可办率95%."""
    stem = rate.label.partition("率")[0][-2:]
    own = stem in part.words and "不" + stem not in part.words
    return rate.kind == "%" and "率" in rate.label and own


def next_row(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The row right behind a number, of its measure word."""
    total = entries[at]
    following = [
        e for e in entries[at + 1 :] if e.kind == total.kind and e.bracket in (total.bracket, -1)
    ]
    if not following or following[0].bracket != total.bracket:
        return []
    return chain(entries, entries.index(following[0]))


def previous_row(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The row right before a number, its last part first; 各类阵地共183处 counts boards and screens."""
    row: list[Entry] = []
    gap = entries[at].gap
    can_mix = entries[at].kind not in _NEVER_MIXED
    mixed = _ALL_KINDS.search(gap) is not None and can_mix
    inside = entries[at].bracket
    for entry in reversed(entries[:at]):
        if _COUNTS_ROW.fullmatch(entry.figure.text):
            continue  # 两批共清理56项
        if entry.bracket not in (inside, -1) and _has_whole(entries, entry):
            gap = entry.gap
            continue  # 来访61件（其中来信18件、来访43件），合计154件
        in_list = "、" in (gap[:1], entry.gap[:1]) and (row or _ALL_TOLD.search(gap))
        listed = mixed or (can_mix and in_list)
        same = entry.kind == entries[at].kind or (listed and entry.kind not in _NEVER_MIXED)
        if _UNREAD.search(gap):
            return []
        if not same or len(gap) > GAP or "；" in gap:
            break
        row.append(entry)
        gap = entry.gap
        if entry.opener >= 0:
            break
    return row


def _has_whole(entries: Sequence[Entry], part: Entry) -> bool:
    """Whether the bracket that a number stands in belongs to a number before it."""
    first = next(at for at, entry in enumerate(entries) if entry.bracket == part.bracket)
    return BRACKET.match(entries[first].gap) is not None and (
        first > 0 and before_bracket(entries, first) is not None
    )
