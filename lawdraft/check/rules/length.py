"""How long the report is: 减负规定 asks for 4,000 characters at most in special reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Severity

ID = "length"
USUAL = 4_000
FAR_TOO_LONG = 8_000
SHORT = 1_200
FAR_TOO_SHORT = 500
_BLANK = re.compile(r"\s+")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding where the body is longer or shorter than such reports are."""
    count = sum(len(_BLANK.sub("", passage.text)) for passage in reading.body)
    if count > USUAL:
        far = count > FAR_TOO_LONG
        yield Finding(
            ID,
            "warning" if far else "note",
            f"篇幅偏长：正文约{count}字，比通常的上限4000字超出{count - USUAL}字，请看能否压缩。",
            why="《整治形式主义为基层减负若干规定》对专项文件篇幅的要求（一般不超过4000字）",
        )
    elif count < SHORT:
        level: Severity = "warning" if count < FAR_TOO_SHORT else "note"
        yield Finding(
            ID, level, f"篇幅过短：正文只有约{count}字，内容可能不完整（通常2500至4000字）。"
        )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("组织开展普法活动。" * 480),
    Example("组织开展普法活动。"),
)
CLEAN = (Example("镇司法所组织院坝普法，解答群众疑问。" * 80),)
