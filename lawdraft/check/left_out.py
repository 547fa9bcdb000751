"""Rates told by what is left out: 85条，除6条外均已办结，办结率92.9%."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.told_rates import does

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.told_rates import Rate

_EXCEPT = re.compile(r"除(?:了|去|其中)?[一-鿿]{0,4}\Z")
_OUTSIDE = re.compile(r"[^；。]*?(?:之外|以外|外)")
_NOT = re.compile(r"(?:尚未|仍未|未能|未|没有|没能|没|不|尚待|有待|待)(?P<what>[一-鿿]{1,8})")
_GOES_ON = re.compile(r"(?:正在|仍在|尚在|还在|正)[一-鿿]*(?:办|调|处理|推进|整|审|中|化解|跟踪)")
_DONE = frozenset(
    ("化解", "办结", "调解", "调处", "成功", "整改", "结案", "解决", "处置", "审结", "销号", "完成", "办理", "清零")
)  # fmt: skip


def is_left_out(rate: Rate, entry: Entry, behind: str) -> bool:
    """Whether a number counts what a rate does not: 除6条外, 9处未整改, 8件仍在调处."""
    if is_excepted(entry) and (found := _OUTSIDE.match(behind)):
        return does(rate.stem, behind[found.end() :].rpartition("，")[0])
    denied = _NOT.search(entry.words)
    if denied is not None:
        return does(rate.stem, denied["what"])
    return rate.stem[-2:] in _DONE and _GOES_ON.match(entry.after) is not None


def is_excepted(entry: Entry) -> bool:
    """除6条外: all others did."""
    return _EXCEPT.search(entry.label) is not None


def behind_of(rate: Rate, entry: Entry, entries: Sequence[Entry]) -> str:
    """The words between a number and a rate behind it, other numbers left out."""
    gaps = [e.gap for e in entries if entry.figure.end <= e.figure.start < rate.start]
    return "".join(gaps) + rate.gap


def all_but(rate: Rate, few: Entry, counts: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """What remains of each number that it may be left out of, with that number; nearest first."""
    wholes = [e for e in counts if e.kind == few.kind and e.figure.number > few.figure.number]
    ahead = [e for e in reversed(wholes) if e.figure.start < few.figure.start]
    behind = [e for e in wholes if few.figure.start < e.figure.start < rate.start]
    return [(_rest(whole, few), whole) for whole in ahead or behind]


def _rest(whole: Entry, few: Entry) -> Entry:
    number = whole.figure.number - few.figure.number
    text = f"除{few.figure.text}外的{number:g}{few.figure.unit or ''}"
    return replace(few, after="", figure=replace(few.figure, number=number, text=text))
