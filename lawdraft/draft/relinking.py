"""Words that the leader wrote anew, with the figures of the ledger found again in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model import editing
from lawdraft.model.draft import BLANK, SLOT_CLOSE, SLOT_OPEN

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.rounds import Revision

_DIGITS = r"\d[\d.,]*(?<![.,])[万千百亿]?[余多]?"
_NUMERALS = r"[零〇一二两三四五六七八九十百千万亿]+[余多]?"
_NUMBER = re.compile(f"{BLANK}|{_DIGITS}|{_NUMERALS}")


def relinked(draft: Draft, revision: Revision) -> tuple[Draft, str]:
    """The draft with the figures as the leader gave them, and his words with their slots.

    调解⟦e1⟧件 that became 共调解纠纷80件 gives e1 the value 80 and 共调解纠纷⟦e1⟧件. A figure that
    cannot surely be found again is left as it was typed.
    """
    slots = _slots(draft, f"{revision.before}{revision.right}", len(revision.before))
    behind = f"{revision.after}{revision.right.partition(SLOT_OPEN)[0]}"
    numbers = [m for m in _NUMBER.finditer(behind) if m.end() <= len(revision.after)]
    found = _same_print(slots, numbers, behind)
    left = {at: entry for at, entry in slots.items() if at not in found}
    free = [m for m in numbers if m not in found.values()]
    found |= {**_same_unit(left, free, behind), **_at_the_head(left, free)}
    words = revision.after
    for at, match in sorted(found.items(), key=lambda each: -each[1].start()):
        entry = slots[at][0]
        words = f"{words[: match.start()]}{SLOT_OPEN}{entry.id}{SLOT_CLOSE}{words[match.end() :]}"
        if match[0] not in (entry.value or BLANK, BLANK) and not entry.formula:
            draft = editing.set_figure(draft, entry.id, match[0])
    return draft, words


_Slots = dict[int, tuple["Entry", str]]  # by place: the entry, and the word that follows it


def _slots(draft: Draft, raw: str, end: int) -> _Slots:
    known = {entry.id: entry for entry in draft.ledger}
    return {
        match.start(): (known[match[1]], _unit(known[match[1]], raw[match.end() :]))
        for match in editing.SLOT.finditer(raw)
        if match.end() <= end and match[1] in known
    }


def _unit(entry: Entry, behind: str) -> str:
    """件 of ⟦e1⟧件: the measure word, else the character that follows."""
    unit = entry.unit or ""
    return unit if unit and behind.startswith(unit) else behind[:1].strip(f"，。；、{SLOT_OPEN}")


def _same_print(slots: _Slots, numbers: list[re.Match[str]], text: str) -> dict[int, re.Match[str]]:
    """Each slot with the number that is printed alike, the one before the same word first."""
    found: dict[int, re.Match[str]] = {}
    for at, (entry, unit) in slots.items():
        printed = entry.value or BLANK
        alike = [m for m in numbers if m[0] == printed and m not in found.values()]
        alike.sort(key=lambda m: not (unit and text.startswith(unit, m.end())))
        if alike:
            found[at] = alike[0]
    return found


def _same_unit(slots: _Slots, numbers: list[re.Match[str]], text: str) -> dict[int, re.Match[str]]:
    """Slots whose number changed: as many numbers before their word as there are slots of it."""
    found: dict[int, re.Match[str]] = {}
    for unit in dict.fromkeys(unit for _entry, unit in slots.values() if unit):
        here = [(at, entry) for at, (entry, own) in slots.items() if own == unit]
        there = [m for m in numbers if text.startswith(unit, m.end()) and m[0] != BLANK]
        there = [m for m in there if m[0][0].isdigit() or _in_numerals(here)]
        if len(here) == len(there) and not any(entry.formula for _at, entry in here):
            found |= zip((at for at, _entry in here), there, strict=True)
    return found


def _at_the_head(slots: _Slots, numbers: list[re.Match[str]]) -> dict[int, re.Match[str]]:
    """⟦e1⟧次 that became 12场次: what stands before the number was not touched."""
    first = next((m for m in numbers if m.start() == 0 and m[0][0].isdigit()), None)
    return {0: first} if first is not None and 0 in slots and not slots[0][0].formula else {}


def _in_numerals(here: list[tuple[int, Entry]]) -> bool:
    """Whether such figures are printed 十二, so that 一次 may be one of them."""
    return any(entry.value and not entry.value[0].isdigit() for _at, entry in here)
