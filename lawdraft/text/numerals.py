"""Numbers as reports print them: 五千, 2万, 4.46万, 1,200, 二〇二四, and back to Chinese."""

import re
from functools import lru_cache

_VALUES = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
           "六": 6, "七": 7, "八": 8, "九": 9}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_LONGEST = 24  # characters; longer runs of digits are no numbers but keys
_ARABIC = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \xa0\u2009]\d{3})+|\d+)(\.\d+)?([十百千]?)(万?)(亿?)\Z"
)
_DECIMALS = re.compile(r"[零〇一二三四五六七八九]{1,6}\Z")
_CHINESE = re.compile(r"[零〇○一二两三四五六七八九十百千万亿]+\Z")


@lru_cache(maxsize=4096)  # a report has few numerals, and asks for each again and again
def parse_number(text: str) -> float | None:
    """The value of an isolated numeral: 五千 → 5000.0, 4.46万 → 44600.0, 九十五点六 → 95.6; None where it is none."""
    text = text.strip().translate(_FULL_WIDTH)
    if len(text) > _LONGEST:
        return None
    if found := _ARABIC.match(text):
        return _arabic(found)
    if _CHINESE.match(text):
        return _chinese(text)
    whole, point, rest = text.partition("点")
    if point and _CHINESE.match(whole) and _DECIMALS.match(rest):
        value = _chinese(whole)
        return value and float(f"{value:g}." + "".join(str(_VALUES[sign]) for sign in rest))
    return None


def _arabic(found: re.Match[str]) -> float:
    whole, fraction, small, wan, yi = found.groups()
    # The fraction is scaled as an integer, so that 4.46万 is 44600 and not 44599.999….
    digits = (fraction or ".")[1:]
    scale = _SMALL.get(small, 1) * (10_000 if wan else 1) * (100_000_000 if yi else 1)
    value: float = int(re.sub("[, \xa0\u2009]", "", whole) + digits) * scale / 10 ** len(digits)
    return value


def _chinese(text: str) -> float | None:
    if not any(sign in "十百千万亿" for sign in text):
        return float("".join(str(_VALUES[sign]) for sign in text)) if "两" not in text[1:] else None
    total, part, digit = 0, 0, 0
    for place, sign in enumerate(text):
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign in _SMALL:
            if digit == 0 and place and text[place - 1] in _SMALL:
                return None
            part += (digit or 1) * _SMALL[sign]
            digit = 0
        else:
            total = (
                (total + (part + digit or 1)) * _LARGE[sign]
                if sign == "亿"
                else (total + (part + digit or 1) * _LARGE[sign])
            )
            part = digit = 0
    return float(total + part + _trailing(text, digit))


def _trailing(text: str, digit: int) -> int:
    """The last digit counts ones, but hundreds in 三千五, thousands in 三万五."""
    if digit and len(text) > 1:
        before = text[-2]
        if before in ("百", "千"):
            return digit * _SMALL[before] // 10
        if before in _LARGE:
            return digit * _LARGE[before] // 10
    return digit


def chinese_numeral(number: int) -> str:
    """A whole number below 10,000 as headings print it: 12 → 十二, 105 → 一百零五, 0 → 零."""
    if not 0 <= number < 10_000:
        raise ValueError(number)
    if number < 10:
        return "零一二三四五六七八九"[number]
    words, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit == 0:
            zero = bool(words)
            continue
        words += ("零" if zero else "") + "零一二三四五六七八九"[digit] + sign
        zero = False
    return words.removeprefix("一") if words.startswith("一十") else words


def parse_year(text: str) -> int | None:
    """2024 or 二〇二四 (also 二○二四, 二零二四) → 2024; None for anything but a year 1949–2099."""
    value = parse_number(text)
    if value is None or value != int(value) or not 1949 <= value <= 2099:
        return None
    return int(value)
