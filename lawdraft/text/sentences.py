"""Where sentences begin and end."""

import re
from functools import lru_cache

from lawdraft.model.report import Span

_SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’』」）)]*|\n|\Z)")


@lru_cache(maxsize=512)  # rules ask again and again about the paragraphs of one report
def split(text: str) -> tuple[Span, ...]:
    """Spans of the sentences, with their closing mark, without blanks around; none is empty."""
    return tuple(
        span
        for found in _SENTENCE.finditer(text)
        if (span := _trim(text, found.start(), found.end())) is not None
    )


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
