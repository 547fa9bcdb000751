"""Figures as they are printed, compared: 72 → 80 is 增加 8（11.1%）."""

from __future__ import annotations

import re

MULTIPLES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PRINTED = re.compile(r"^\s*(\d[\d,]*(?:\.\d+)?)\s*([百千万亿]*)\s*[余多]?\s*$")


def number_of(printed: str | None) -> float | None:
    """The number in a printed value: 2万余 → 20000; None where there is no plain number."""
    match = _PRINTED.match(printed or "")
    if match is None:
        return None
    number = float(match[1].replace(",", ""))
    for letter in match[2]:
        number *= MULTIPLES[letter]
    return number


def change_of(last: str | None, value: str | None) -> tuple[float, float | None] | None:
    """Difference and its share of last year; None where one of the two is no plain number."""
    before, now = number_of(last), number_of(value)
    if before is None or now is None:
        return None
    return now - before, (now - before) / before if before else None


def plain(number: float) -> str:
    """A number as one says it: 8、3.5、103.988万."""
    if number < MULTIPLES["万"]:
        return f"{number:g}"
    unit = "亿" if number >= MULTIPLES["亿"] else "万"
    return f"{number / MULTIPLES[unit]:.8g}{unit}"


def lost_multiple(last: str | None, value: str) -> str:
    """万 or 亿 of last year's value where this year's seems to have lost it, else nothing."""
    before, now = number_of(last), number_of(value)
    unit = next((each for each in "亿万" if each in (last or "")), "")
    if not unit or not before or not now or any(each in value for each in MULTIPLES):
        return ""
    return unit if now * 100 < before else ""


def change_in_words(last: str | None, value: str | None) -> str:
    """增加 8（11.1%）, 与去年相同, or nothing where it cannot be told."""
    change = change_of(last, value)
    if change is None:
        return ""
    difference, share = change
    if difference == 0:
        return "与去年相同"
    verb = "增加" if difference > 0 else "减少"
    tail = f"（{abs(share):.1%}）" if share is not None else ""
    return f"比去年{verb} {plain(abs(difference))}{tail}"
