"""The same sentence told twice in one report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
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
COUNTS = 2  # numbers that make two sentences the same statement
WITHIN = 26  # letters of a sentence that stands inside a longer one
_LETTERS = re.compile(r"[^一-鿿A-Za-z]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CLAUSE = re.compile(r"[^，。；：\n]+")


def check(reading: Reading) -> Iterator[Finding]:
    """Sentences that are equal or nearly so, and a clause doubled at once."""
    yield from _sentences(reading)
    yield from _clauses(reading)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence: its place, its letters without set phrases, its numbers in order."""

    span: Span
    key: str
    numbers: tuple[str, ...]


def _sentences(reading: Reading) -> Iterator[Finding]:
    told = [_told(reading, span) for p in reading.body for span in reading.sentences_of(p)]
    seen: dict[str, int] = {}
    for at, sentence in enumerate(told):
        if len(sentence.key) < SHORTEST and not _twice(reading, sentence):
            continue
        before = _before(sentence, told, seen)
        if before is not None:
            plain = len(sentence.key) < SHORTEST and len(sentence.numbers) < COUNTS
            level: Severity = "note" if plain else "warning"
            yield _finding(reading, sentence.span, told[before].span, level)
        for place in range(0, len(sentence.key) - SHINGLE + 1, 3):
            seen.setdefault(sentence.key[place : place + SHINGLE], at)


def _told(reading: Reading, span: Span) -> _Told:
    sentence = reading.text[span.start : span.end]
    return _Told(span, _key(sentence), tuple(_NUMBER.findall(sentence)))


@lru_cache(maxsize=1024)  # while someone types, all sentences but one are as before
def _key(sentence: str) -> str:
    return _LETTERS.sub("", SET_PHRASES.sub("", sentence))


def _twice(reading: Reading, told: _Told) -> bool:
    """A short sentence, or one mostly of set phrases, counts where it stands twice to the letter."""
    sentence = reading.text[told.span.start : told.span.end]
    enough = len(sentence) >= 30 or len(told.numbers) >= COUNTS
    return len(told.key) >= SHINGLE and enough and reading.text.count(sentence) > 1


def _before(told: _Told, earlier: list[_Told], seen: dict[str, int]) -> int | None:
    """An earlier sentence that shares words and is the same but for a few characters."""
    tried: set[int] = set()
    for place in range(len(told.key) - SHINGLE + 1):
        at = seen.get(told.key[place : place + SHINGLE])
        if at is None or at in tried:
            continue
        tried.add(at)
        if _same(told, earlier[at]):
            return at
    return None


def _same(told: _Told, other: _Told) -> bool:
    """Nearly the same letters; with the same figures, or inside a longer sentence, a little less."""
    from rapidfuzz import fuzz

    counted = len(told.numbers) >= COUNTS and told.numbers == other.numbers
    if fuzz.ratio(told.key, other.key, score_cutoff=76 if counted else 88):
        return True
    if min(len(told.key), len(other.key)) < WITHIN:
        return False
    return bool(fuzz.partial_ratio(told.key, other.key, score_cutoff=90))


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
    Example("法律顾问审查合同39份，提出意见51条。\n深化普法。法律顾问审查合同39份，提出意见51条。"),
    Example(
        "开展防范电信网络诈骗宣传，劝阻疑似被骗群众31人，避免损失46.8万元。\n"
        "组织防范电信诈骗宣传，成功劝阻疑似被骗群众31人，避免经济损失46.8万元。"
    ),
    Example("各村调解员到岗到位，各村调解员到岗到位，群众反映良好。"),
    Example(
        "完善集镇管理机制，组织综合执法队和市场监管所对农贸市场开展夜间巡查36次，劝导占道经营商户120家。\n"
        "强化执法。综合执法队联合市场监管所对农贸市场开展夜间巡查36次，劝导占道经营商户120家。"
    ),
)
CLEAN = (
    Example(
        "法律顾问审查合同39份，提出意见51条。\n法律顾问审查合同26份，其中租赁合同18份、服务合同8份。"
    ),
    Example(_SENTENCE + "\n镇司法所联合派出所对辖区出租房屋开展走访，登记流动人口信息。"),
    Example(
        "坚持重要工作亲自部署、重大问题亲自过问。\n镇长坚持重要工作亲自部署、重大问题亲自过问。"
    ),
)
