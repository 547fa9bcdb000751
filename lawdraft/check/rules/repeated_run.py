"""A statement with its figures told again within another sentence: the same run of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.setphrases import SET_PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "duplicate-passage"
LONG = 18  # letters and digits of a run that tells a figure
LONGER = 30  # where a leader's own duties are told: what the office did stands there again
SHORT = 9  # characters of a clause that counts, where another of its sentence stands elsewhere too
SHINGLE = 10
STEP = 4
_SKIPPED = re.compile(rf"《[^》\n]*》|{SET_PHRASES.pattern}")
_LETTERS = re.compile(r"[一-鿿\d¹²³⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒]+")
_CLAUSE = re.compile(r"[^，。；：\n]+")
_FIGURE = re.compile(r"\d+(?!年|月|日|[、—-])[一-鿿]")


@dataclass(frozen=True, slots=True)
class _Stream:
    """The letters and digits of the body in order, and the place of each in the text."""

    letters: str
    places: tuple[int, ...]


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each later place of a run or of two clauses of one sentence."""
    passages = [p for p in reading.body if not p.leading and p.role == "body"]
    yield from _runs(reading, _stream(passages))
    yield from _clauses(reading, passages)


def _stream(passages: list[Passage]) -> _Stream:
    letters: list[str] = []
    places: list[int] = []
    for passage in passages:
        text, offset = passage.text, passage.start
        for run in _LETTERS.finditer(text, passage.heading):
            letters.append(run.group())
            places += range(run.start() + offset, run.end() + offset)
        letters.append("\n")  # no run goes on from one paragraph to the next
        places.append(offset + len(text))
    return _Stream("".join(letters), tuple(places))


def _count(text: str) -> int:
    return sum(len(run) for run in _LETTERS.findall(text))


def _runs(reading: Reading, stream: _Stream) -> Iterator[Finding]:
    """Every longest run that stands earlier too."""
    letters, seen, at = stream.letters, dict[str, int](), 0
    while at + SHINGLE <= len(letters):
        shingle = letters[at : at + SHINGLE]
        before = seen.get(shingle)
        length = _common(letters, before, at) if before is not None else 0
        if before is not None and length >= LONG:
            start, end = stream.places[at], stream.places[at + length - 1] + 1
            other = stream.places[before], stream.places[before + length - 1] + 1
            if _counts(reading, start, end, length):
                yield _finding(reading, start, end, other)
        if at % STEP == 0 and "\n" not in shingle:
            seen.setdefault(shingle, at)
        at += length if length >= LONG else 1


def _common(letters: str, before: int, at: int) -> int:
    length = SHINGLE
    while (
        at + length < len(letters)
        and before + length < at
        and letters[before + length] == letters[at + length] != "\n"
    ):
        length += 1
    return length


def _counts(reading: Reading, start: int, end: int, length: int) -> bool:
    """A figure is in it, and it is long even without titles and what every report says."""
    own = _SKIPPED.sub("", reading.text[start:end])
    if not _FIGURE.search(reading.text, start, end + 1) or _count(own) < LONG:
        return False
    return length >= LONGER or "first_responsible_person" not in reading.kinds_at(start)


def _clauses(reading: Reading, passages: list[Passage]) -> Iterator[Finding]:
    """在各村张贴指南34份，取消证明12项: both stand elsewhere, in whatever order."""
    known: dict[str, int] = {}
    for passage in passages:
        if "first_responsible_person" in passage.kinds:
            continue
        for span in reading.sentences_of(passage):
            told = {
                found.group().strip(): found.start()
                for found in _CLAUSE.finditer(reading.text, span.start, span.end)
                if len(found.group()) >= SHORT and _FIGURE.search(found.group())
            }
            again = [clause for clause in told if clause in known]
            if len(again) >= 2:
                first, last = again[0], again[-1]
                start, end = told[first], told[last] + len(last)
                yield _finding(reading, start, end, (known[first], known[first] + len(first)))
            for clause, place in told.items():
                known.setdefault(clause, place)


def _finding(reading: Reading, start: int, end: int, other: tuple[int, int]) -> Finding:
    return reading.finding(
        ID,
        "warning",
        "这里的话前面已经写过，请删去一处。",
        start,
        end,
        why=f"前文：{reading.text[slice(*other)][:60]}",
        other=other,
    )


RULE = ReportRule(ID, check)
_ONE = "开展财务收支审核，发现报销手续不全等问题13个，督促4个村补充资料。"
FLAGGED = (
    Example(_ONE + "\n规范行政执法。按季开展财务收支审核，发现报销手续不全等问题13个。"),
    Example(
        "取消村级证明事项12项，在各村张贴办事指南34份。\n"
        "办好政务服务，在各村张贴办事指南34份，取消村级证明事项12项。"
    ),
)
CLEAN = (
    Example(_ONE + "\n按季开展财务收支检查，督促5个村补充资料。"),
    Example("在集镇开展普法宣传12场次，发放资料900份。\n在学校开展普法宣传12场次。"),
)
