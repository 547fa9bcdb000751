"""Whether parts that miss their total are a mistake, and the finding where they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.kinds import complete
from lawdraft.check.rows import rounded, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading
    from lawdraft.check.rows import Row
    from lawdraft.model.finding import Finding, Severity

ID = "sum-mismatch"
_OPEN = re.compile(r"等(?![次级级别])|主要|多为|之一|尤其|特别|大多|重点|涉及")
_CLOSE_BEHIND = 40  # characters within which a total is shown together with its parts
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
        r"学历|大专|本科|持[一-鿿A-Z]{0,4}证|取得",
        r"代表|委员",
        r"低保|困难|贫困",
    )
)
"""What one person may be at once: of different kinds they add up to no total."""
_WITH = re.compile(r"联合|会同|协同|配合")


def judge(reading: Reading, row: Row) -> Iterator[Finding]:
    """The finding of a row, unless its parts may overlap or be only some of the whole."""
    if rounded(row) or overlapping(row.parts) or _shared(row):
        yield from _larger(reading, row)
        return
    level = _level(reading, row)
    if level is not None:
        yield uneven(reading, row.total, row.parts, level)


def _larger(reading: Reading, row: Row) -> Iterator[Finding]:
    """Any one part that is more than the whole."""
    for part in row.parts:
        exact = not any(map(_about, (part, row.total)))
        if row.opened and exact and part.figure.number > row.total.figure.number:
            yield uneven(reading, row.total, (part,), "error")


def _about(entry: Entry) -> bool:
    return entry.figure.qualifier is not None


def _shared(row: Row) -> bool:
    """联合公安14次、市场监管9次: one check may be done with both."""
    return row.added > row.total.figure.number and bool(_WITH.search(row.parts[0].label))


def uneven(reading: Reading, total: Entry, parts: tuple[Entry, ...], level: Severity) -> Finding:
    """The finding at the parts, up to a total close behind; the total is its other place."""
    shown = "＋".join(_plain(part.figure.number) for part in parts)
    made = _plain(sum(part.figure.number for part in parts))
    return reading.finding(
        ID,
        level,
        f"分项相加{shown}＝{made}，与总数{total.figure.text}不符。"
        if len(parts) > 1
        else f"分项{parts[0].figure.text}比总数{total.figure.text}还多。",
        parts[0].figure.start,
        _end(reading, total, parts),
        other=(total.figure.start, total.figure.end),
    )


def _end(reading: Reading, total: Entry, parts: tuple[Entry, ...]) -> int:
    """Behind the parts, or behind their total where it follows them closely: 共审查86份."""
    last, end = parts[-1].figure.end, total.figure.end
    follows = last < end <= last + _CLOSE_BEHIND and "。" not in reading.text[last:end]
    return end if follows else last


def _plain(number: float) -> str:
    """A sum without needless places."""
    return f"{number:g}" if number < 1e6 else f"{number:.0f}"


def _level(reading: Reading, row: Row) -> Severity | None:
    """More than the total is wrong; less may be a list that names only some."""
    total, count = row.total.figure.number, len(row.parts)
    if row.added > total:
        return "error" if row.opened else "warning"
    behind = reading.text[row.parts[-1].figure.end :][:8]
    if re.match(r"[，、；](?:其余|其他|剩余)", behind):
        return None  # 其余为求助、举报等事项: the rest is told without a number
    first = row.parts[0]
    summed = row.total.figure.start > first.figure.start  # 等内容，讲座42场、演出11场，合计55场
    words = row.words[len(first.gap) - len(first.label) :] if summed else row.words
    told = words + re.split(r"[。；，、\n]", behind)[0]
    near = row.added >= 0.9 * total and count >= 3
    only = _OPEN.search(told)
    if only and only.group() not in row.total.gap and not near:
        return None
    names = [part.name for part in row.parts]
    wrong = slip(row.parts, row.total)
    if row.certain or complete(names) or wrong == "swapped":
        return "warning"
    close = 0.9 if count >= 3 else 0.8
    if row.added >= close * total or (wrong and row.added >= (0.6 if count >= 3 else 0.75) * total):
        return "warning"
    return "note" if count >= 3 and row.added >= 0.5 * total else None


def overlapping(parts: tuple[Entry, ...]) -> bool:
    """党员34人、女性29人、退役军人11人: one person may be all of them."""
    kinds = {
        next((i for i, kind in enumerate(_KINDS) if kind.search(part.words)), -1) for part in parts
    }
    return len(kinds - {-1}) >= 2 or any(re.match(r"交叉|重复|兼", part.after) for part in parts)
