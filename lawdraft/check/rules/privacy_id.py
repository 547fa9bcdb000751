"""Identity numbers, told by their check digit (GB 11643-1999); always an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "privacy-id"
_NUMBER = re.compile(
    r"(?<![\dA-Za-z])(\d{6})[ -]?(\d{4})[ -]?(\d\d)[ -]?(\d\d)[ -]?(\d{3}[\dXx])(?![\dA-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each number whose birthday and check digit are right."""
    del reading
    for found in _NUMBER.finditer(passage.text):
        number = "".join(found.groups()).upper()
        if is_identity_number(number):
            yield passage.finding(
                ID,
                "error",
                "这是居民身份证号码，请删去。",
                *found.span(),
                suggestion=f"{number[:6]}********{number[-4:]}",
                why="《政府信息公开条例》第15条；《个人信息保护法》",
            )


def is_identity_number(number: str) -> bool:
    """Whether 18 signs are an identity number: region, birthday, check digit."""
    month, day = int(number[10:12]), int(number[12:14])
    if not ("11" <= number[:2] <= "82" and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    if not 1900 <= int(number[6:10]) <= 2100:
        return False
    total = sum(int(sign) * weight for sign, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == number[17]


RULE = PassageRule(ID, check)
FLAGGED = (Example("当事人身份证号11010519491231002X，已登记在册。"),)
CLEAN = (Example("合同编号110105194912310021，已登记在册。"),)
