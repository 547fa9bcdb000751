"""What the clerk notes down in the year, to be found again when the report is written."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads it
import re
from dataclasses import dataclass

TOPICS = (
    "组织领导",
    "依法决策",
    "行政执法",
    "矛盾化解",
    "普法宣传",
    "法律服务",
    "政务公开",
    "应急安全",
    "第一责任人",
)

_YEAR = re.compile(r"^(?:20\d\d\s*年|今年|去年)\s*(?=\d{1,2}\s*月)")
_DAY = re.compile(r"\d{1,2}\s*月")


@dataclass(frozen=True, slots=True)
class DiaryNote:
    """An event or a figure noted in seconds: when, on which topic, what, how many."""

    day: dt.date
    text: str
    topic: str = ""
    number: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NoteSum:
    """What the year's notes say of a figure of the ledger: their numbers added up."""

    entry: str
    total: str
    notes: tuple[DiaryNote, ...]


def sentence_of(note: DiaryNote) -> str:
    """The note as a sentence of a report: 6月26日，开展禁毒宣传，发放资料300份。"""
    words = _YEAR.sub("", note.text.strip().rstrip("。；;，, "))
    figure = f"{note.number}{note.unit}".strip()
    if figure and figure not in words:
        words = f"{words}{figure}" if _wants_number(words) else f"{words}，共{figure}"
    named = _DAY.match(words)  # the words name the day themselves
    return f"{words}。" if named else f"{note.day.month}月{note.day.day}日，{words}。"


def _wants_number(words: str) -> bool:
    """Whether the words end with what is counted, so that the number may follow: 发放资料."""
    return words.endswith(
        ("资料", "共", "约", "达", "群众", "案件", "纠纷", "人员", "隐患", "活动")
    )
