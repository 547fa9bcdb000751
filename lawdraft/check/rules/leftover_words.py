"""Words left from before a sentence was changed: 对执法证进行作了清理, 促成了使双方和解."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "typo"
_LEFT = re.compile(
    r"进行[作做](?:了|出)|进行了?(?:作|做)了|(?:进行了开展|开展了进行)(?!曲)"
    r"|(?:促成|促使|促进|导致)了使|(?<![一两几每])把[一-鿿]{2}把(?![关握手脉门控])"
)


def check(passage: Passage, _reading: Reading) -> Iterator[Finding]:
    """Two words that never stand beside each other, one of which was to be struck out."""
    if passage.role in NOT_OWN_WORDS:
        return
    for found in _LEFT.finditer(passage.text):
        message = f"“{found.group()}”：修改时留下了多余的词。"
        yield passage.finding(ID, "warning", message, *found.span())


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("镇司法所对执法证件进行作了清理。"),
    Example("经多次上门，促成了使双方握手言和。"),
    Example("扎实把推进把法治建设纳入议事日程。"),
)
CLEAN = (
    Example("对执法证件进行清理，作了登记，一把钥匙把矛盾的锁打开。"),
    Example("促成双方和解，使矛盾得到化解，把审核把关做实。"),
)
