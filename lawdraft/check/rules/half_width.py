"""Half-width marks that were mended when the report was recognised: one note for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

ID = "punctuation"
_MENDED = re.compile(r"(\d+)处[^。]*半角")


def check(reading: Reading) -> Iterator[Finding]:
    """The habit as one note without a place: the text checked has them mended already."""
    for note in reading.report.notes:
        found = _MENDED.search(note)
        if found:
            yield Finding(
                ID,
                "note",
                f"原文有{found[1]}处中文标点用了半角，已按全角核查和排版。",
                why="GB/T 15834-2011《标点符号用法》",
            )


RULE = ReportRule(ID, check)
FLAGGED = (Example("开展普法宣传,解答群众疑问;受到群众欢迎."),)
CLEAN = (Example("开展普法宣传，解答群众疑问；受到群众欢迎。"),)
