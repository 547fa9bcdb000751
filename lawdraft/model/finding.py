"""What checking says: findings with a place, a sentence and, where mechanical, a fix."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


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

    @property
    def key(self) -> str:
        """Names the finding for 不是问题: the same rule on the same words, wherever they move."""
        return f"{self.rule}|{self.excerpt}|{self.message if self.start is None else ''}"
