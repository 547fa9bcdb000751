"""Set terms written wrongly: 法制 for 法治, 遵法学法, 法治明白人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "wrong-term"
_TITLE = re.compile(r"《[^》\n]*》")
_SKIPPED = frozenset(("annex", "annex_note", "addressee"))


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's terms; titles in 《》 are left as they are printed."""
    if passage.role in _SKIPPED:
        return
    titles = [found.span() for found in _TITLE.finditer(passage.text)]
    for finding in pattern_findings(passage, reading, ID):
        if not any(start <= (finding.start or 0) < end for start, end in titles):
            yield finding
    yield from _formulas(passage, reading)


def _formulas(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """重要工作亲自安排、重大问题亲自过问…: a fixed wording that is not as it is fixed."""
    for odd in reading.knowledge.formulas.odd(passage.text):
        entry, span = odd.entry, passage.sentence(odd.start)
        if entry.fine and re.search(entry.fine, passage.text[span.start : span.end]):
            continue
        yield passage.finding(
            ID,
            entry.level,
            f"固定表述为“{odd.right}”，请核对。",
            odd.start,
            odd.end,
            why="，".join(part for part in (entry.source, entry.date) if part),
        )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("镇政府作为被告人的行政诉讼案件2件。"),
    Example("镇长以被告人身份出庭应诉2次。"),
    Example("运用法制思维和法制方式化解矛盾。"),
    Example("与11名村长签订目标责任书，村长带头学法。"),
    Example("县公安局法治大队到场指导案件办理。"),
    Example("镇人大书记、村委会书记、司法所主任参加述法。"),
    Example("申请行政复议，复议机关判决维持。"),
    Example("推动形成遵法学法守法用法的良好氛围。"),
)
CLEAN = (
    Example("旁听职务犯罪案件庭审，被告人当庭认罪；作为被告的行政诉讼案件2件。"),
    Example("严格执行重大执法决定法制审核制度，县公安局法制大队到场指导。"),
    Example("“老村长”宣讲团讲变化，各村长效机制健全，李村长势良好的果园发生毁苗纠纷。"),
    Example("镇人大主席、村党支部书记、村委会主任、司法所所长参加述法。"),
    Example("推动形成尊法学法守法用法的良好氛围。"),
)
