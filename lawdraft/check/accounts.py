"""The numbers of a sentence with the part each plays: its label, what follows it, past or change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import unit_class
from lawdraft.model.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure

_MARKS = re.compile(r"[，；：、。（）,;:()\n！]")
_OPENS = re.compile(
    r"其中|分别(?:为|是)|分别(?![为是])[一-鿿]{0,4}\Z|涉及(?=[一-鿿]{2,8}\Z)|(?:评定|评为|认定)为?(?=[一-鿿]{1,6}\Z)|包括|包含|涵盖|分(?:类)?[为成](?!率)|构成为|按[^，。；\d]{1,12}分(?:类|为|，|：|,)|从[^，。；\d]{0,6}(?:类型|类别|种类|领域|层级|来源|性质|构成)[上来]?看，|即(?![办时查收报])(?=[一-鿿]{0,8}\Z)"
)
_YEAR = re.compile(r"(?:去年|上年|上一年|前年)(?!以来|起)|往年|同期|20\d\d年(?!以来|起|至)")
_CHANGE = re.compile(
    r"(?:增加|减少|增长|下降|上升|降低|提高|压减|净增|净减|多|少|增|减)了?(?:约|近|超)?\Z"
)
_AGAINST = re.compile(r"[比较]|相比|同比|环比|同期|上年|去年")
_TURNED = re.compile(
    r"，?(?:同比)?(?:大幅|逐步|持续)?(?:[降增升减涨扩]|提[高升]|下降|上升|增[长加]|减少|压[降减]|扩[大展]|拓展|降低|回落)[至到为]"
)
_ASIDE = re.compile(r"(?<=[村个])（[一-鿿、]{1,5}）")
_AFTER = 24  # characters behind a figure that may tell what it counts
_SCALES = frozenset(("分", "岁"))  # 90分以上48人: a mark or an age names, it counts nothing
_SIDE = 26  # characters between two numbers side by side
LABEL = 40  # characters before a figure that may


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a sentence.

    `gap` is the text since the number before, `label` its last piece, `after` the words behind the
    number up to the next mark; `bracket` is the place of the bracket around it, -1 outside.
    """

    figure: Figure
    kind: str  # its measure word, 名 as 人
    gap: str
    label: str
    after: str
    bracket: int
    past: bool  # of another year than the report's
    change: bool  # by how much something grew: 比上年增加10件
    opener: int  # end of 其中 or the like in `gap`; -1 where there is none

    @property
    def words(self) -> str:
        """Everything that says what it counts."""
        return self.label + self.after

    @property
    def name(self) -> str:
        """The words that name it among others of a row: before the number, else behind it."""
        label = self.label.strip("“”").removesuffix("的")
        return label.removesuffix("有" if len(label) > 2 else "") or self.after

    @property
    def is_rate(self) -> bool:
        """A percentage, an average, points: nothing that adds up."""
        return self.figure.role == "rate" or self.kind in ("%", "百分点", "个百分点")


def entries_of(reading: Reading, span: Span) -> tuple[Entry, ...]:
    """All numbers of a sentence that carry a measure word, in order."""
    known = reading.accounts
    if span.start not in known:
        known[span.start] = tuple(_entries(reading, span))
    return known[span.start]


def in_lines(reading: Reading) -> Iterator[tuple[Span, tuple[Entry, ...], tuple[Entry, ...]]]:
    """Each sentence, its numbers, and those of the last sentence of its line that has any."""
    before: tuple[Entry, ...] = ()
    line = -1
    for span in reading.sentences:
        entries = entries_of(reading, span)
        start = reading.text.rfind("\n", 0, span.start)
        if start != line:
            before, line = (), start
        yield span, entries, before
        before = entries or before


def _entries(reading: Reading, span: Span) -> list[Entry]:
    text = reading.text
    figures = [f for f in reading.figures_in(span) if f.unit is not None and f.unit not in _SCALES]
    entries: list[Entry] = []
    place = span.start
    for figure in figures:
        entries.append(_entry(reading, text[place : figure.start], figure, span, entries[-1:]))
        place = figure.end
    return entries


def _entry(
    reading: Reading, gap: str, figure: Figure, span: Span, before: Sequence[Entry]
) -> Entry:
    text = reading.text
    label = _MARKS.split(gap)[-1]
    opened = [found.end() for found in _OPENS.finditer(gap)]
    kind = unit_class(figure.unit)
    behind = _behind(text[figure.end : _until(reading, figure, kind, span)])
    label = _own_label(label[-LABEL:])
    against = _AGAINST.search(gap) or any(entry.past for entry in before)
    change = bool(against and _CHANGE.search(label))
    return Entry(
        figure=figure,
        kind=kind,
        gap=gap,
        label=label,
        after=behind,
        bracket=_bracket(text, span.start, figure.start),
        past=not change and _is_past(reading, label, behind),
        change=change,
        opener=opened[-1] if opened else -1,
    )


def _until(reading: Reading, figure: Figure, kind: str, span: Span) -> int:
    """Where the words behind a figure end: before the next of its measure word."""
    end = min(span.end, figure.end + _AFTER)
    for other in reading.figures_in(Span(figure.end, end)):
        if unit_class(other.unit) == kind:
            return other.start
    return end


def _behind(words: str) -> str:
    """The words up to the next mark; 村（社区）达标 goes on behind its bracket."""
    return _MARKS.split(_ASIDE.sub("", words))[0]


def _own_label(label: str) -> str:
    """通过县政府网站公开 of 其中通过县政府网站公开."""
    for found in _OPENS.finditer(label):
        label = label[found.end() :]
        break
    return label


def _is_past(reading: Reading, label: str, behind: str) -> bool:
    """2024年的56件 in a report on 2025; 由2024年的118起降至97起: the second is this year's."""
    years = _YEAR.findall(label)
    if not years:
        return bool(_TURNED.match(behind) and re.search(r"[由从]", label))
    return reading.year is not None and years[-1] != f"{reading.year}年"


def _bracket(text: str, begin: int, place: int) -> int:
    """Where the bracket around a place opens, within the sentence; -1 outside all."""
    opened = text.rfind("（", begin, place)
    if opened < 0:
        return -1
    return opened if text.find("）", opened, place) < 0 else -1


def wholes_before(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The numbers before entry `at` of its measure word that can be a whole of it, nearest first.

    What stands in a bracket that is closed by then, belongs to another year, or is a change is none.
    """
    part = entries[at]
    return [
        entry
        for entry in reversed(entries[:at])
        if entry.kind == part.kind
        and not (entry.is_rate or entry.past or entry.change)
        and (entry.bracket < 0 or entry.bracket == part.bracket)
        and entry.figure.high is None
    ]


def joined(wholes: Sequence[Entry]) -> list[Entry]:
    """Two numbers side by side as one, of a list with the nearest first: 建议14件、提案9件."""
    return [
        _both(first, last)
        for last, first in pairwise(wholes)
        if last.gap[:1] in ("、", "和") and len(last.gap) <= _SIDE
    ]


def _both(one: Entry, other: Entry) -> Entry:
    a, b = one.figure, other.figure
    text, number = f"{a.text}＋{b.text}", a.number + b.number
    return replace(one, figure=replace(a, text=text, number=number, end=b.end))
