"""Rows of parts whose whole stands in the sentence before: 调解纠纷236件。镇级39件，村级197件。

Here no 其中 says that they are parts, so their names have to: they answer one question, the whole is
called by all of them, or a few words before the row (从类型看, 化解的纠纷中) open it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.accounts import in_lines
from lawdraft.check.chains import can_be_whole, chain
from lawdraft.check.kinds import answers, complete, exclusive, is_rest
from lawdraft.check.rows import Row, added, slip, sums_of
from lawdraft.check.settled import is_listed
from lawdraft.check.wholes import is_likely, tells_deed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading

_HEAD = re.compile(
    r"\A(?:在|从|按照?|以)?[一-鿿]{0,10}?(?:当中|之中|里面|中|里|来看|看|上|划分|区分|来分|统计|分类)[，：]"
)
_LONGEST = 9  # characters of a name in a row that its like-built names alone make a row
_FAR = 0.35  # how far a row that a few words open may be from its whole
_NEAR, _CLOSE = 0.2, 0.06  # and one that only its names make, of three or of two parts
_MAY_BE_BOTH = re.compile(r"联合|领导|重点|带案|专项|涉企")
_PART = re.compile(r"单月|当月|当日|首批|[上下]半年|季度|\d月")


def carried_rows(reading: Reading, settled: frozenset[int]) -> Iterator[Row]:
    """Every row at a sentence's beginning that does not make the whole of the sentence before."""
    for _, entries, told in in_lines(reading):
        before = _open_ones(told, settled)
        if before and entries and can_be_whole(entries[0]) and _may_open(entries[0]):
            yield from _carried(before, entries)


def _open_ones(entries: Sequence[Entry], settled: frozenset[int]) -> tuple[Entry, ...]:
    """The numbers that can still be a whole, or its first parts; () where the last one is a part."""
    if entries and entries[-1].figure.start in settled:
        return ()
    return tuple(entries)


def _may_open(first: Entry) -> bool:
    """Whether a row begins with it, by its name, that another look at 其中 does not take."""
    return (first.opener < 0 and bool(first.label)) or _HEAD.search(first.gap) is not None


def _carried(before: Sequence[Entry], entries: Sequence[Entry]) -> Iterator[Row]:
    """The nearest whole that the row, or its beginning, can be meant as the parts of."""
    kind = entries[0].kind
    known = [e for e in before if e.kind == kind and can_be_whole(e)]
    parts = [e for e in chain(entries, 0) if e.kind == kind]
    if kind == "个":  # 6所中小学。文化公园1处、驿站4个
        known = [e for e in known if {e.figure.unit} == {p.figure.unit for p in parts}]
    numbers = {e.figure.number for e in (*known, *entries)}
    made = {*sums_of(parts), *sums_of(parts[1:])}
    if not parts or numbers & made:
        return
    for at in range(len(known) - 1, -1, -1):
        ahead = known[at + 1 :]
        if ahead and not _go_on(before, known[at:]):
            return
        row = [*ahead, *parts]
        if numbers & set(sums_of(row)):
            return
        opened = any(e.opener >= 0 for e in known[: at + 1])  # itself a part
        if known[at].bracket >= 0 or (ahead and opened) or is_listed(known, at):
            continue
        if wrong := _uneven(known[at], row, entries[0].gap, least=len(ahead) + 1):
            yield wrong
            return


def _go_on(before: Sequence[Entry], row: Sequence[Entry]) -> bool:
    """Whether the numbers from the whole on stand side by side up to the sentence's end."""
    return all(entry in row for entry in before[before.index(row[0]) :])


def _uneven(total: Entry, parts: list[Entry], lead: str, *, least: int) -> Row | None:
    """The longest beginning of a row that has to be all of its whole, and is not."""
    headed = _HEAD.search(lead) is not None
    for count in range(len(parts), max(least, 2) - 1, -1):
        row = parts[:count]
        names = [part.name for part in row]
        if _PART.search(total.label) and not _PART.search(names[0]):
            return None
        if _is_all(total, row, names) or (headed and _near(row, total, _FAR)):
            return Row(total, tuple(row), certain=True, opened=False)
    return None


def _is_all(total: Entry, row: list[Entry], names: list[str]) -> bool:
    """Whether the names say that the row is all of the whole."""
    made, number, count = added(row), total.figure.number, len(row)
    if exclusive(names) and not answers(total.label, names):
        closed = complete(names) and not is_rest(names[-1])
        return slip(row, total) == "swapped" or is_likely(made, number, count, closed=closed)
    if _called_by(total.label, names):
        return _near(row, total, _NEAR)
    if count == 2 and _paired(row, names):
        return bool(slip(row, total)) and _near(row, total, _CLOSE)
    return _alike(row, names) and bool(slip(row, total)) and _near(row, total, _NEAR)


def _near(row: Sequence[Entry], total: Entry, far: float) -> bool:
    largest = max(part.figure.number for part in row)
    return largest < total.figure.number and abs(added(row) / total.figure.number - 1) <= far


def _called_by(label: str, names: Sequence[str]) -> bool:
    """代表建议和委员提案: a whole that is called by all of its parts."""
    return all(len(name) > 1 and name[-2:] in label for name in names) and (
        len({name[-2:] for name in names}) == len(names)
    )


def _paired(row: Sequence[Entry], names: Sequence[str]) -> bool:
    """即办件214项，承诺件172项: two short names with one ending, that say nothing of what was done."""
    one, other = names
    short = max(len(one), len(other)) <= _LONGEST and abs(len(one) - len(other)) <= 1
    return short and one[-1:] == other[-1:] and not any(tells_deed(part) for part in row)


def _alike(row: Sequence[Entry], names: Sequence[str]) -> bool:
    """Three short names or more, built alike, that say nothing of what was done."""
    if len(row) < 3 or any(tells_deed(e) or _MAY_BE_BOTH.search(e.label) for e in row):
        return False
    lengths = [len(name) for name in names]
    return min(lengths) > 0 and max(lengths) <= min(_LONGEST, min(lengths) + 2)
