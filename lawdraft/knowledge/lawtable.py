"""Law titles: how they are written, found by name, and whether their dates make sense."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.knowledge.entries import Law

STATE = "中华人民共和国"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AFTER_TITLE = re.compile(r"[（(][^（）()]*[）)]$")


def bare_title(title: str) -> str:
    """A title without 《》, 中华人民共和国 and a bracket at its end: 《…法（2018修正）》 → …法."""
    inner = title.strip().strip("《》〈〉").replace(" ", "").removeprefix(STATE)
    return _AFTER_TITLE.sub("", inner) or inner


def find(title: str, table: Mapping[str, Law]) -> Law | None:
    """The law of a printed title; one with its bracket, …条例（试行）, goes before one without."""
    whole = title.strip().strip("《》〈〉").replace(" ", "").removeprefix(STATE)
    return table.get(whole) or table.get(bare_title(title))


def in_force(law: Law, day: str) -> str | None:
    """The day the newest text in force on a day was published; None where no such text is known."""
    texts = [(law.published, law.effective), *law.versions]
    held = [published for published, effective in texts if published and (effective or "9") <= day]
    return max(held, default=None)


def by_name(laws: Sequence[Law]) -> Mapping[str, Law]:
    """Laws by every name in good use; a full name goes before another's short one."""
    found: dict[str, Law] = {}
    for law in laws:
        found.update(dict.fromkeys(law.aliases, law))
    for law in laws:
        found.setdefault(bare_title(law.name), law)
    found.update({law.name: law for law in laws})
    return found


def faults(laws: Sequence[Law], titles: Sequence[str] = ()) -> tuple[str, ...]:
    """What is wrong in the table, as sentences."""
    names = [law.name for law in laws]
    double = [f"《{n}》出现了两次" for n in sorted(set(names)) if names.count(n) > 1]
    double += [f"《{n}》既在表内又在只列名称的清单里" for n in sorted(set(names) & set(titles))]
    table = {law.name: law for law in laws}
    for law in laws:
        double += _date_faults(law)
        double += _successor_faults(law, table)
    return tuple(double)


def is_day(text: str) -> bool:
    """Whether it is a day of the calendar, written 2026-01-01: 2020-13-45 is none."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _date_faults(law: Law) -> list[str]:
    dates = [law.published, law.effective, law.made, law.repealed]
    dates += [day for version in law.versions for day in version]
    found = [
        f"《{law.name}》的日期“{day}”不是日历上的一天，应写成 2026-01-01 这样"
        for day in dates
        if day is not None and not is_day(day)
    ]
    for published, effective in (*law.versions, (law.published, law.effective)):
        if published and effective and effective < published:
            found.append(f"《{law.name}》的施行日期 {effective} 早于公布日期 {published}")
    if law.repealed and law.effective and law.repealed < law.effective:
        found.append(f"《{law.name}》的废止日期 {law.repealed} 早于施行日期")
    if law.made and law.published and law.published < law.made:
        found.append(f"《{law.name}》的首次公布日期 {law.made} 晚于现行文本")
    return found


def _successor_faults(law: Law, table: Mapping[str, Law]) -> list[str]:
    missing = [name for name in law.successors if name not in table]
    found = [f"《{law.name}》的接替者《{name}》不在表内" for name in missing]
    seen, waiting = set(), list(law.successors)
    while waiting:
        name = waiting.pop()
        if name == law.name:
            return [*found, f"《{law.name}》的接替关系绕成了圈"]
        if name not in seen and name in table:
            seen.add(name)
            waiting += table[name].successors
    return found
