"""What checking says: findings with a place, a sentence and, where mechanical, a fix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
LEVEL_NAMES: Mapping[Severity, str] = {"error": "必须改", "warning": "应当看", "note": "可留意"}
"""What the severities are called in the window and in sheets, the gravest first."""

Place = tuple[int, int, str | None]  # start, end, what to put there
"""A place of a habit that is told once."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `start`/`end` are code points of the checked text, None where matter is missing.

    `suggestion` is the text to put in place of the span, only where the fix is mechanical.
    `why` names the law, rule or the other place it contradicts; `other` is that place's span.
    """

    rule: str
    level: Severity
    message: str
    excerpt: str = ""
    start: int | None = None
    end: int | None = None
    suggestion: str | None = None
    why: str = ""
    other: tuple[int, int] | None = None
    similar: int = 0  # how many more of the same habit stand behind this one
    more: tuple[Place, ...] = ()  # where those stand, each with its own fix

    @property
    def key(self) -> str:
        """Names the finding for 不是问题: the same rule on the same words, wherever they move."""
        return f"{self.rule}|{self.excerpt}|{self.message if self.start is None else ''}"


RULE_NAMES: Mapping[str, str] = {
    "missing-section": "缺少部分",
    "missing-cause": "没写原因",
    "missing-signature": "署名和日期",
    "numbering": "序号",
    "placeholder": "空着没填",
    "stale-year": "年份没改",
    "foreign-place": "别处的名称",
    "contradiction": "前后矛盾",
    "sum-mismatch": "合计不符",
    "rate-mismatch": "比率不符",
    "missing-unit": "缺量词",
    "exact-with-approx": "确数加约数",
    "superseded-law": "法规已失效",
    "unknown-law": "法规名称查不到",
    "outdated-phrase": "提法过时",
    "wrong-term": "用词",
    "typo": "错别字",
    "punctuation": "标点",
    "number-style": "数字写法",
    "duplicate-passage": "前后重复",
    "plan-unanswered": "去年的安排没有交代",
    "repeated-shortcoming": "不足照抄去年",
    "unchanged-figure": "数字与去年相同",
    "order-of-magnitude": "数字与去年相差太大",
    "privacy-phone": "电话号码",
    "privacy-id": "身份证号",
    "privacy-name": "个人姓名",
    "sensitive-public": "不宜公开",
    "length": "篇幅",
    "copied-own": "照抄去年",
    "copied-other": "与别处雷同",
}
"""What the rules are called in the window and in sheets."""
