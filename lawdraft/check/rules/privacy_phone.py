"""Telephone numbers of persons, for the public version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "privacy-phone"
_MOBILE = re.compile(
    r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[-—. ]?\d{4}){2}(?!\d)|(?<!\d)1[3-9]\d{2}[-—. ]\d{3,4}[-—. ]?\d{3,4}(?!\d)"
)
_SHORT = re.compile(r"(?:电话|座机|传真|热线)(?:号码)?[为是：:]?\s?(?P<number>[2-8]\d{6,7})(?!\d)")
_LANDLINE = re.compile(r"(?<![\d-])[（(]?0\d{2,3}[）)]?[-— ]?\d{7,8}(?!\d)")
_NARROW = str.maketrans("０１２３４５６７８９－＋", "0123456789-+")
_DIGITS = 11
_WHY = "《政府信息公开条例》第15条；《个人信息保护法》"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Mobile numbers, with a masked one to put in place; other telephones as a note."""
    if not reading.context.public:
        return
    text = passage.text.translate(_NARROW)
    for found in _MOBILE.finditer(text):
        if len(re.sub(r"\D", "", found.group()).removeprefix("86")) != _DIGITS:
            continue
        digits = re.sub(r"\D", "", found.group())[-11:]
        yield passage.finding(
            ID,
            "warning",
            "手机号码不宜公开。",
            *found.span(),
            suggestion=f"{digits[:3]}****{digits[-4:]}",
            why=_WHY,
        )
    for found in _LANDLINE.finditer(text):
        yield passage.finding(ID, "note", "电话号码公开前请核对。", *found.span(), why=_WHY)
    for found in _SHORT.finditer(text):
        place = found.span("number")
        yield passage.finding(ID, "note", "电话号码公开前请核对。", *place, why=_WHY)


RULE = PassageRule(ID, check)
FLAGGED = (Example("法律顾问联系电话13812345678，全天接听。", public=True),)
CLEAN = (
    Example("法律顾问联系电话13812345678，全天接听。"),
    Example("12348热线接听咨询320次，罚没款13812345元。", public=True),
)
