"""The year's notes beside the draft: which fit a topic, and what they add up to for a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import number_of
from lawdraft.draft.noting import figures_of
from lawdraft.model.diary import NoteSum
from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.diary import DiaryNote
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.report import Figure

WORDS = {
    "组织领导": ("组织领导", "党的领导", "责任", "领导小组", "党委", "党工委", "学法", "统筹"),
    "依法决策": ("决策", "合法性", "规范性文件", "法律顾问", "合同"),
    "行政执法": ("执法", "处罚", "三项制度", "检查"),
    "矛盾化解": ("矛盾", "纠纷", "调解", "信访", "枫桥", "综治", "平安", "接访"),
    "普法宣传": ("普法", "宣传", "法治文化", "法律明白人", "宪法", "民法典", "禁毒", "反诈"),
    "法律服务": ("法律服务", "法律援助", "咨询", "公共法律"),
    "政务公开": ("公开", "监督", "人大", "代表", "建议", "复议", "应诉", "诉讼"),
    "应急安全": ("应急", "突发", "安全", "防汛", "消防", "隐患", "演练"),
    "第一责任人": ("第一责任人", "主要负责人", "述法", "党政主要"),
}
_ENOUGH = 1.0
_IN_CLAUSE = 0.6  # of a note's pairs of characters stand before the figure
_ALIKE = 0.5  # of a figure's pairs of characters stand in the note
_PLAIN = re.compile(r"[^\u4e00-\u9fff]")
_EVENTS = frozenset("场次")
_ROUGH = re.compile(r"\d[万千]?[余多]")


def fitting_notes(draft: Draft, topic_id: str, notes: Iterable[DiaryNote]) -> tuple[DiaryNote, ...]:
    """The notes of the draft's year that speak of a topic, those of its heading's matter first."""
    topic = draft.topic(topic_id)
    heading = topic.heading or next(s.heading or "" for s in draft.sections if topic in s.topics)
    words = heading + "".join(card.text for card in topic.cards)
    scored = [(_score(n, heading, words), n) for n in notes if n.day.year == draft.year]
    near = [each for each in scored if each[0] >= _ENOUGH]
    return tuple(note for _, note in sorted(near, key=lambda each: (-each[0], each[1].day)))


def is_told(draft: Draft, note: DiaryNote) -> bool:
    """Whether the note's words stand in the draft already."""
    words = note.text.strip().rstrip("。")
    return bool(words) and any(words in card.text for card in draft.cards)


def _score(note: DiaryNote, heading: str, words: str) -> float:
    keywords = WORDS.get(note.topic, (note.topic,) if note.topic else ())
    by_topic = 2.0 * any(word in heading for word in keywords)
    said = [w for each in WORDS.values() for w in each if w in note.text]
    by_words = 1.5 * any(word in heading for word in said)
    return (
        by_topic
        + by_words
        + _share(_pairs(heading), _pairs(note.text))
        + 0.8 * _share(_pairs(note.text), _pairs(words))
    )


def sums(draft: Draft, notes: Iterable[DiaryNote]) -> tuple[NoteSum, ...]:
    """What the notes of the year say of figures that are still open."""
    of_year = [note for note in notes if note.day.year == draft.year]
    found = [
        NoteSum(entry.id, _total(entry, fitting), tuple(fitting))
        for entry in draft.ledger
        if not entry.formula and entry.role == "result" and entry.value is None
        and (fitting := _fitting(entry, of_year, _clause(entry, draft)))
    ]  # fmt: skip
    return tuple(each for each in found if each.total)


def _fitting(entry: Entry, notes: list[DiaryNote], clause: str) -> list[DiaryNote]:
    return [note for note in notes if _counts(note, entry, clause)]


def _clause(entry: Entry, draft: Draft) -> str:
    """The words before a figure in its clause: 召开党委会议专题研究法治建设工作 6次."""
    slot = f"{SLOT_OPEN}{entry.id}{SLOT_CLOSE}"
    text = next((card.text for card in draft.cards if slot in card.text), "")
    return re.split(r"[，。；、：\n⟧]", text.partition(slot)[0])[-1]


def _counts(note: DiaryNote, entry: Entry, clause: str) -> bool:
    """Whether a note speaks of what an entry counts, in its unit, or is one of the events."""
    said = _pairs(note.text)
    alike = (
        _share(_pairs(entry.thing), said) >= _ALIKE or _share(said, _pairs(clause)) >= _IN_CLAUSE
    )
    if note.number and note.unit and note.unit == entry.unit:
        return alike
    if _figure(note, entry) is not None:
        return alike
    return alike and not note.number and bool(_EVENTS & set(entry.unit or ""))


def _figure(note: DiaryNote, entry: Entry) -> Figure | None:
    """What the words count in the entry's unit, if just one thing: 3 of 宣传3场，发放资料300份."""
    found = [each for each in figures_of(note) if each.unit == entry.unit]
    return found[0] if len(found) == 1 else None


def _number(note: DiaryNote, entry: Entry) -> float | None:
    if note.number and note.unit == entry.unit:
        return number_of(note.number)
    figure = _figure(note, entry)
    if figure is not None:
        return figure.number
    return None if note.number else 1.0


def _total(entry: Entry, notes: list[DiaryNote]) -> str:
    """The sum of their numbers; a note without one counts as one event."""
    numbers = [_number(note, entry) for note in notes]
    if entry.unit in ("%", "个百分点", "分") or any(number is None for number in numbers):
        return ""
    rough = "余" if any(_ROUGH.search(f"{n.number}{n.text}") for n in notes) else ""
    return f"{sum(number or 0 for number in numbers):.10g}{rough}"


def _pairs(words: str) -> frozenset[str]:
    plain = _PLAIN.sub("", words)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _share(wanted: frozenset[str], told: frozenset[str]) -> float:
    return len(wanted & told) / len(wanted) if wanted else 0.0
