"""Identity numbers, told by region, birthday and check digit (GB 11643-1999); always an error."""

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
# a number of something else: 合同编号110105194912310021
_OTHER = re.compile(
    r"(?:编号|编码|代码|单号|文号|案号|件号|序号|条码|工单|流水|订单|账[号户]|帐[号户]|卡号|批次|IMEI|设备号|序列号)"
    r"[^，。；\d]{0,8}\Z"
)
_PERSON = re.compile(
    r"身份|证件|旧[版证]|[一二两三]代证|公民|居民|村民|业主|当事人|申请人|被告|原告|农户|户主|低保|老人|学生|工人|职工|患者|家属|姓名|男|女|某|先生|女士|同志"
)
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")  # GB/T 2260
_DIGITS = re.compile(r"[\d０-９][\d０-９ -]{13}")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each number that is one by its digits, or that is called one."""
    del reading
    if not _DIGITS.search(passage.text):
        return
    text = passage.text.translate(_NARROW)
    for found in _NUMBER.finditer(text):
        number = re.sub(r"[ -]", "", found.group()).upper()
        if is_identity_number(number) or _is_meant(text, found, plausible=_may_be_one(number)):
            yield _finding(passage, found, f"{number[:6]}********{number[-4:]}")
    for found in _OLD.finditer(text):  # 15 digits have no check digit
        plausible = _PROVINCES.match(found.group()) is not None
        if _is_meant(text, found, plausible=plausible and _of_person(text, found)):
            yield _finding(passage, found, f"{found.group()[:6]}******{found.group()[-3:]}")


def _is_meant(text: str, found: re.Match[str], *, plausible: bool) -> bool:
    """Called one; or it may be one by region and birthday, and is not called something else."""
    before = text[max(0, found.start() - 16) : found.start()]
    return bool(_SAID.search(before)) or (plausible and not _OTHER.search(before))


def _may_be_one(number: str) -> bool:
    """Region, birthday: a mistyped check digit makes it no less private."""
    month, day = int(number[10:12]), int(number[12:14])
    born = number[6:8] in ("19", "20") and 1 <= month <= 12 and 1 <= day <= 31
    return born and _PROVINCES.match(number) is not None


def _of_person(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of somebody, or of papers."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。\n；") + 1
    end = min((at for mark in "。\n；" if (at := text.find(mark, found.end())) >= 0), default=None)
    return _PERSON.search(text[start:end]) is not None


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
    if not _may_be_one(number):
        return False
    total = sum(int(sign) * weight for sign, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == number[17]


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("当事人身份证号11010519491231002X，已登记在册。"),
    Example("当事人（１１０１０５１９４９１２３１００２Ｘ）已登记在册。"),
    Example("当事人身份证号码为110105491231002，已登记在册。"),
    Example("持旧版居民身份证，号码为110105491231002，协助其换领新证。"),
    Example("低保户林某，110105491231002，家庭困难。"),
    Example("当事人陈某（110105194912310021）已接受处罚。"),
)
CLEAN = (
    Example("合同编号110105194912310021，已登记在册。"),
    Example("群众满意的办件编号为350322240618123，已办结归档。"),
    Example("罚款缴入专户，流水号202406181234567891。"),
)
