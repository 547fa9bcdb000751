"""Figures of last year's text become slots of the ledger: 排查72件 → 排查⟦e4⟧件."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN, Entry
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawdraft.draft.ids import Ids
    from lawdraft.knowledge.entries import Indicator
    from lawdraft.model.report import Figure, FigureRole

_SCALE = "[十百千万亿]"
_SCALED = rf"(?:[ \u00a0\u2009\u202f]?{_SCALE}+)?"
_NUMBER = re.compile(
    rf"(?:\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?:[.．]\d+)?(?!\d){_SCALED}"
    rf"|\d[\d,，]*(?:[.．]\d+)?{_SCALED}|[零〇一二两三四五六七八九十百千万亿]+)"
    rf"(?:\s*[-—–~～至到]\s*\d[\d.]*{_SCALE}*)?(?:\s*[余多]{_SCALE}*)?"
)
_CELL = re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?")
_ORDER = re.compile(r"序号|编号|年[份度]|^年$|^$")
_YEAR = re.compile(r"20\d\d")
_EVERY = re.compile(r"每(?:[季月周年半天日]|个?(?:季度|月|村|社区|名|位|户|人))")
_EVERY_TIME = re.compile(r"每(?:个?(?:季度|月|星期)|半年|[季月周年天日])[^，。；：、]{0,8}$")
_NONE = re.compile(  # 没有发生一起: none at all, no figure
    r"(?:没有|没|从未|未|无|不(?:得|准|许|能)?)(?:曾|再)?(?:发生|出现|产生|接到|收到|受理|形成|引发|新增|遗漏|漏|有)?过?(?:任何)?$"
)
_OLD_NUMBER = re.compile(
    r"\d[\d.,]*[余多万千百]*(?:人次|件次|场次|批次|平方米|[批件人次场个户名起条份处期项年月日])?"
)
_LEADING = re.compile(r"^[^\u4e00-\u9fff“《]+")
# When two mentions are surely the same: 党委理论中心组学习 6 次, or at least 排查纠纷 72 件.
FEWEST_HEADED = 3  # a smaller number may count something else below its heading
LONG_NAME, SHORT_NAME, TELLING = 6, 4, 10
_PART = re.compile(r"(?:只有|仅有?|其中有?|已有|尚有|新增|创建)\s*$")  # some of them, not all
# Of whom something was done: 为217户农户挽回损失 is a result, 全镇217户农户 a fact.
_SERVED = re.compile(
    r"(?:为|帮|替|向|给|惠及|涉及|服务|走访|培训|组织|动员|发动|救助|慰问|化解|解决|带动|受益|走进|进入?|深入|排查"
    r"|检查|选取|选择|确定|打造|建成|创建|完成|推动|督促|帮助|指导|扶持|支持|回访|接待|挽回|追回|达到?)了?\s*$"
)
_AVERAGE = re.compile(r"[人户村班件]均|平均|均达")
_FRACTION = re.compile(
    r"(?P<before>(?:增长|增加|上升|提高|提升|下降|减少|压缩|缩短|压减|降低|缩减|达到?|近|约|超过?|占|翻|增)了?(?:近|约|超过?)?)"
    r"(?P<number>[一二两三四五六七八九]|\d+(?:\.\d+)?)(?P<unit>成|倍|番)(?![员立功为果效本长熟绩人都])"
)
_LONGEST_THING = 12
_MARKED = re.compile(r"^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]?)")
_VILLAGES = re.compile(r"(?:行政村|村社区|村居|村(?!民|级))")


class Ledger:
    """The ledger while it is filled: same figure, same entry."""

    def __init__(self, ids: Ids, indicators: Iterable[Indicator] = ()) -> None:
        self.entries: dict[str, Entry] = {}
        self._ids = ids
        self._same: dict[tuple[object, ...], str] = {}
        self._indicators: Mapping[str, Indicator] = {each.id: each for each in indicators}
        self._headed: dict[tuple[str, str | None], str] = {}

    def heading_slotted(self, text: str, figures: Iterable[Figure], start: int) -> str:
        """A heading's words with slots: what it counts is told again below it, as one figure."""
        found = tuple(figures)
        slotted = self.slotted(text, found, start)
        ids = iter(SLOT.findall(slotted))
        for figure, entry_id in zip(found, ids, strict=False):
            number = _number_in(figure)
            if number is not None and figure.number >= FEWEST_HEADED:
                self._headed[re.sub(r"\s", "", number[0]), figure.unit] = entry_id
        return slotted

    def slotted(
        self, text: str, figures: Iterable[Figure], start: int, *, plan: bool = False
    ) -> str:
        """A piece of the report, which begins at `start` of it, with slots for its figures.

        `plan`: it speaks of the year to come, where every figure is a target.
        """
        pieces, place = [], 0
        for each in figures:
            figure = replace(each, role="target") if plan else each
            number = _number_in(figure)
            if number is None:
                continue
            end = figure.start - start + number.end()
            at = end - len(number[0])
            if figure.number == 1 and _NONE.search(text[max(0, at - 12) : at]):
                continue
            standing = _stands(figure, text[max(0, at - 12) : at])
            printed = re.sub(r"\s", "", text[at:end])
            pieces += [text[place:at], self._slot(figure, printed, standing=standing)]
            place = end
        return self._fractions("".join(pieces) + text[place:], "target" if plan else "rate")

    def _fractions(self, text: str, role: FigureRole) -> str:
        """减少三成, 增长两倍 counted like per cents: 减少⟦e4⟧成."""

        def slot(found: re.Match[str]) -> str:
            clause = re.split(r"[，。；：、\n]", text[: found.start()])[-1]
            thing = SLOT.sub("", clause)[-_LONGEST_THING:] + found["before"]
            entry_id = self._ids.take("e")
            entry = Entry(entry_id, thing, found["unit"], last=found["number"], role=role)
            self.entries[entry_id] = entry
            return f"{found['before']}{SLOT_OPEN}{entry_id}{SLOT_CLOSE}{found['unit']}"

        return _FRACTION.sub(slot, text)

    def table_slotted(self, text: str) -> str:
        """The rows of a table, whose first one names the columns, with slots for bare numbers."""
        rows = [row.split("\t") for row in text.split("\n")]
        names = rows[0]
        for row in rows[1:]:
            for column, cell in enumerate(row):
                label = column == 0 and (_ORDER.search(names[0]) or _YEAR.fullmatch(cell.strip()))
                if _CELL.fullmatch(cell.strip()) and not label:
                    name = names[column].strip() if column < len(names) else ""
                    row[column] = self._cell(f"{_row_name(row)}{name}", cell.strip())
        return "\n".join("\t".join(row) for row in rows)

    def _cell(self, thing: str, printed: str) -> str:
        entry_id = self._ids.take("e")
        unit = "%" if printed.endswith(("%", "％")) else None
        number = printed.rstrip("%％")
        self.entries[entry_id] = Entry(entry_id, thing, unit, last=number)
        return f"{SLOT_OPEN}{entry_id}{SLOT_CLOSE}{printed[len(number) :]}"

    def _slot(self, figure: Figure, printed: str, *, standing: bool) -> str:
        key = _identity(figure, printed, standing=standing)
        known = self._same.get(key) if key else None
        headed = None if known or standing else self._headed.pop((printed, figure.unit), None)
        entry_id = known or headed or self._ids.take("e")
        if known is None:
            self.entries[entry_id] = self._entry(entry_id, figure, printed, standing=standing)
            if key:
                self._same[key] = entry_id
        return f"{SLOT_OPEN}{entry_id}{SLOT_CLOSE}"

    def _entry(self, entry_id: str, figure: Figure, printed: str, *, standing: bool) -> Entry:
        entry = Entry(
            id=entry_id,
            thing=plain_thing(figure.thing),
            unit=figure.unit,
            last=printed,
            value=printed if standing else None,
            role=figure.role,
            indicator=figure.indicator,
        )
        known = self._indicators.get(figure.indicator or "")
        if known is None:
            return entry
        return replace(entry, public=known.public)


def plain_thing(thing: str) -> str:
    """What is counted, without last year's other numbers: 来信来访118批 → 来信来访."""
    bare = _MARKED.sub("", thing)
    return _LEADING.sub("", _OLD_NUMBER.sub("", bare)).strip("，。；、 ") or bare or thing


def _number_in(figure: Figure) -> re.Match[str] | None:
    """The number alone: 2万余 of 2万余份, 九十 of 百分之九十."""
    skipped = len("百分之") if figure.text.startswith("百分之") else 0
    return _NUMBER.search(figure.text, skipped)


def _stands(figure: Figure, before: str) -> bool:
    """Standing facts, and norms like 每季度一次, keep their value until the clerk changes it."""
    if figure.role == "background":
        return not _PART.search(before) and not _SERVED.search(before)
    every = _EVERY_TIME if figure.role == "target" else _EVERY
    norm = every.search(before) is not None
    return norm and _AVERAGE.search(before) is None


def _identity(figure: Figure, printed: str, *, standing: bool) -> tuple[object, ...] | None:
    """What makes two mentions surely the same figure; None: always an entry of its own."""
    thing = re.sub(r"[\s（）()“”《》的各类了]", "", figure.thing)
    if standing and figure.role == "background":
        thing = "村" if _VILLAGES.match(thing) else thing
        return ("standing", thing, figure.unit, figure.number)
    if not thing or figure.number < 2 or figure.role == "target":
        return None
    return (thing, figure.unit, printed, figure.role)


def _row_name(row: list[str]) -> str:
    """The first cell of words: whose numbers the row gives."""
    words = (cell.strip() for cell in row)
    return next((cell for cell in words if cell and not _CELL.fullmatch(cell)), "")
