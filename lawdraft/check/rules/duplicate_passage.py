"""The same sentence told twice in one report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.setphrases import SET_PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding, Severity
    from lawdraft.model.report import Span

ID = "duplicate-passage"
SHORTEST = 18  # letters without set phrases
SHINGLE = 9
WITHIN = 26  # letters of a sentence that stands inside a longer one
_LETTERS = re.compile(r"[^一-鿿A-Za-z]+")
_CLAUSE = re.compile(r"[^，。；：\n]+")


def check(reading: Reading) -> Iterator[Finding]:
    """Sentences that are equal or nearly so, and a clause doubled at once."""
    yield from _sentences(reading)
    yield from _clauses(reading)


def _sentences(reading: Reading) -> Iterator[Finding]:
    spans = [s for p in reading.body for s in reading.sentences_of(p)]
    keys = [_key(reading.text[s.start : s.end]) for s in spans]
    seen: dict[str, int] = {}
    for at, key in enumerate(keys):
        if len(key) < SHORTEST and not _twice(reading, spans, at, key):
            continue
        before = _before(key, keys, seen)
        if before is not None:
            yield _finding(
                reading, spans[at], spans[before], "note" if len(key) < SHORTEST else "warning"
            )
        for place in range(0, len(key) - SHINGLE + 1, 3):
            seen.setdefault(key[place : place + SHINGLE], at)


def _twice(reading: Reading, spans: list[Span], at: int, key: str) -> bool:
    """A sentence mostly of set phrases counts where it stands twice to the letter."""
    sentence = reading.text[spans[at].start : spans[at].end]
    return len(key) >= SHINGLE and len(sentence) >= 30 and reading.text.count(sentence) > 1


def _key(sentence: str) -> str:
    return _LETTERS.sub("", SET_PHRASES.sub("", sentence))


def _before(key: str, keys: list[str], seen: dict[str, int]) -> int | None:
    """An earlier sentence that shares words and is the same but for a few characters."""
    from rapidfuzz import fuzz

    tried: set[int] = set()
    for place in range(len(key) - SHINGLE + 1):
        at = seen.get(key[place : place + SHINGLE])
        if at is None or at in tried:
            continue
        tried.add(at)
        if fuzz.ratio(key, keys[at], score_cutoff=88) or _within(key, keys[at]):
            return at
    return None


def _within(key: str, other: str) -> bool:
    """Whether one is told again inside the other, a few characters changed."""
    from rapidfuzz import fuzz

    if min(len(key), len(other)) < WITHIN:
        return False
    return bool(fuzz.partial_ratio(key, other, score_cutoff=90))


def _finding(reading: Reading, span: Span, other: Span, level: Severity) -> Finding:
    same = reading.text[span.start : span.end] == reading.text[other.start : other.end]
    how = "完全相同" if same else "基本相同"
    return reading.finding(
        ID,
        level,
        f"这句话与前面的一句{how}，请删去一处。",
        span.start,
        span.end,
        why=f"前文：{reading.text[other.start : other.end][:60]}",
        other=(other.start, other.end),
    )


def _clauses(reading: Reading) -> Iterator[Finding]:
    """各项工作有序推进，各项工作有序推进."""
    for passage in reading.body:
        before = ""
        for found in _CLAUSE.finditer(passage.text):
            words = found.group().strip()
            if len(words) >= 6 and words == before:
                start = passage.start + found.start()
                yield reading.finding(
                    ID, "warning", "这半句与前半句重复。", start, passage.start + found.end()
                )
            before = words


RULE = ReportRule(ID, check)
_SENTENCE = "镇综合执法队联合市场监管所对集镇农贸市场开展夜间巡查，现场纠正占道经营行为。"
FLAGGED = (
    Example(_SENTENCE + "\n组织干部下沉村组。" + _SENTENCE),
    Example("各村调解员到岗到位，各村调解员到岗到位，群众反映良好。"),
    Example(
        "完善集镇管理机制，组织综合执法队和市场监管所对农贸市场开展夜间巡查36次，劝导占道经营商户120家。\n"
        "强化执法。综合执法队联合市场监管所对农贸市场开展夜间巡查36次，劝导占道经营商户120家。"
    ),
)
CLEAN = (
    Example(_SENTENCE + "\n镇司法所联合派出所对辖区出租房屋开展走访，登记流动人口信息。"),
    Example(
        "坚持重要工作亲自部署、重大问题亲自过问。\n镇长坚持重要工作亲自部署、重大问题亲自过问。"
    ),
)
