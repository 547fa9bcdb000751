"""What must stay the same when wording or punctuation is mended: numbers, dates, names."""

import re
import unicodedata

_FACT = re.compile(
    r"\d[\d,，.．:：·/-]*\d|\d|《[^》\n]{1,60}》|[零〇○一二两三四五六七八九十百千万亿]{2,}"
    r"|[\u4e00-\u9fff]{2,12}(?:人民政府|委员会|办事处|街道|司法所|律师事务所)"
)
_NUMBER = re.compile(r"\d[\d,，.．:：·/-]*\d|\d")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_MARK = re.compile(r"[\W_]+")


def facts(text: str) -> tuple[str, ...]:
    """Every number, date, title in 《》 and unit's name, in order, widths folded."""
    return tuple(_fold(found.group()) for found in _FACT.finditer(text))


def same_facts(before: str, after: str) -> bool:
    """Whether every digit, date and name is the same: the guard of silent mending.

    Stricter than comparing facts(): all letters and digits must be the same, in order, and so must
    the marks inside numbers; only the width of other punctuation and blanks may differ.
    """
    return _letters(before) == _letters(after) and _numbers(before) == _numbers(after)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _letters(text: str) -> str:
    return _MARK.sub("", _fold(text))


def _numbers(text: str) -> list[str]:
    """The numbers with the marks inside them as they stand: 3:2 and 3：2 are not the same."""
    return [found.translate(_DIGITS) for found in _NUMBER.findall(text)]
