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
_NUMBER = re.compile(r"(?<![\dA-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])")
_OLD = re.compile(
    r"(?<![\dA-Za-z])\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])"
)
_SAID = re.compile(r"(?:身份证|身份号码|证件号|证号|证件)(?:件)?(?:号码?)?(?:为|是)?[：:（(]?\s?\Z")
_DIGITS = re.compile(r"[\d０-９][\d０-９ -]{13}")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each number whose check digit is right, or that is called one."""
    del reading
    if not _DIGITS.search(passage.text):
        return
    text = passage.text.translate(_NARROW)
    for found in _NUMBER.finditer(text):
        number = re.sub(r"[ -]", "", found.group()).upper()
        if is_identity_number(number) or _is_called_one(text, found.start()):
            yield _finding(passage, found, f"{number[:6]}********{number[-4:]}")
    for found in _OLD.finditer(text):  # 15 digits have no check digit
        if _is_called_one(text, found.start()):
            yield _finding(passage, found, f"{found.group()[:6]}******{found.group()[-3:]}")


def _is_called_one(text: str, start: int) -> bool:
    return bool(_SAID.search(text[max(0, start - 14) : start]))


def _finding(passage: Passage, found: re.Match[str], masked: str) -> Finding:
    return passage.finding(
        ID,
        "error",
        "这是居民身份证号码，请删去。",
        *found.span(),
        suggestion=masked,
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
FLAGGED = (
    Example("当事人身份证号11010519491231002X，已登记在册。"),
    Example("当事人（１１０１０５１９４９１２３１００２Ｘ）已登记在册。"),
    Example("当事人身份证号码为110105491231002，已登记在册。"),
)
CLEAN = (Example("合同编号110105194912310021，已登记在册。"),)
