"""What there was, what came to it, and what there is: 新培育18名，总数由62名增加到80名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.accounts import entries_of
from lawdraft.check.counting import is_about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading

_FROM = re.compile(r"(?P<what>[^由从]*)[由从][^由从]*\Z")
_TURN = re.compile(
    r"(?P<up>增加?[至到为]|增长[至到]|扩[大充展编][至到为]|提[高升][至到]|发展[至到]|上升[至到]|壮大[至到])|(?P<down>[减降缩压][至到为少减]{1,2})"
)
_NEW = re.compile(
    r"新(?!时代|媒体|业态|型|址|区|村|时期|阶段)|又有|净增|增聘|增配|增设|增补|扩招|增加了?\Z"
)
_GONE = re.compile(r"清退|退出|核减|撤并|撤销|注销|淘汰|解聘|摘牌|净减|减少了?\Z")
_EITHER = re.compile(r"调整|流失|离职|离岗|退休|转出|转入|调入|调出|更换|改选|补选")
_OLD = re.compile(r"原有|原来|原先|结转|转入|年初|上年底|去年底|上年末|去年末")
_NOW = re.compile(r"现有|现在|目前|共|总|合计|达到?\Z|年底")
_WHOLE_OF = re.compile(r"(?:总数|总量|总人数|人数|数量|队伍|规模)*")
_BARE_STEP = re.compile(r"(?:共|又|已|较上年|比上年|同比)*(?:新增|净增|增加|减少|净减)了?")
_LEVEL = re.compile(r"[国省市县区镇乡村]级|国家级|专职|兼职")
_PLAIN = re.compile(
    r"全[镇乡年街道区县]+|今年|年内|目前|法治|行政|人民|人员|工作(?![站室])|我镇|我乡|专业"
)
_CLOSE = 0.35  # how far the sum may be from what is told and still be meant


class Grown(NamedTuple):
    """Old, step and new, in the order they are told, and what the first two make."""

    old: Entry
    step: Entry
    new: Entry
    made: float
    up: bool


def grown_wrong(reading: Reading) -> Iterator[Grown]:
    """Every three numbers of a sentence of which the third is not the first with the second."""
    for span in reading.sentences:
        entries = entries_of(reading, span)
        if len(entries) > 2:
            yield from _turned(entries)
            yield from _stocked(entries)
            yield from _against(entries)


def _uneven(old: Entry, step: Entry, new: Entry, *, up: bool) -> Iterator[Grown]:
    """The three, where they are exact and near enough to have been meant, and do not fit."""
    made = round(old.figure.number + (step.figure.number if up else -step.figure.number), 6)
    told = new.figure.number
    near = abs(made - told) <= _CLOSE * max(told, 1.0) and (told > old.figure.number) == up
    exact = not any(is_about(e.figure) or e.figure.high is not None for e in (old, step, new))
    if exact and near and made != told:
        yield Grown(old, step, new, made, up)


def _turned(entries: Sequence[Entry]) -> Iterator[Grown]:
    """新培育18名，总数由62名增加到82名; 由21人增加到27人，新增5人."""
    for at, new in enumerate(entries[1:], 1):
        old, turn = entries[at - 1], _TURN.search(new.gap)
        begun = _FROM.search(old.label)
        if turn is None or begun is None or old.kind != new.kind or len(new.gap) > 12:
            continue
        steps = [
            step
            for step in _steps(entries, at, up=bool(turn["up"]))
            if step.figure.start > new.figure.start or not step.change
        ]
        if len(steps) == 1 and _same(
            steps[0], begun["what"], next_to=steps[0] in entries[at - 2 :]
        ):
            yield from _uneven(old, steps[0], new, up=bool(turn["up"]))


def _steps(entries: Sequence[Entry], at: int, *, up: bool) -> list[Entry]:
    """What came or went, of the same measure word; nothing where both or some unclear move is told."""
    kind = entries[at].kind
    others = [e for i, e in enumerate(entries) if e.kind == kind and i not in (at - 1, at)]
    moved = [e for e in others if _NEW.search(e.label) or _GONE.search(e.label)]
    if any(_EITHER.search(e.words) for e in others) or any("其中" in e.gap for e in moved):
        return []
    wanted = _NEW if up else _GONE
    return moved if all(wanted.search(e.label) for e in moved) else []


def _same(step: Entry, what: str, *, next_to: bool) -> bool:
    """Whether both are of one thing, by two characters of its name or because only 总数 is said."""
    plain = _PLAIN.sub(" ", what)
    if _WHOLE_OF.fullmatch(plain.strip()):
        return next_to
    if set(_LEVEL.findall(step.words)) != set(_LEVEL.findall(what)):
        return False
    words = step.words
    pairs = (plain[i : i + 2] for i in range(len(plain) - 1))
    return bool(_BARE_STEP.fullmatch(step.label)) or any(
        pair.strip() == pair and pair in words for pair in pairs
    )


def _stocked(entries: Sequence[Entry]) -> Iterator[Grown]:
    """原有22个，今年新建9个，现有33个; 结转7件，新收52件，共受理61件."""
    for at, old in enumerate(entries):
        row = [e for e in entries[at:] if e.kind == old.kind][:3]
        if len(row) < 3 or not _OLD.search(old.label) or any(e.opener >= 0 for e in row[1:]):
            continue
        _, step, new = row
        told = _NEW.search(step.label) and _NOW.search(new.label) and not _NEW.search(new.label)
        if told and not _EITHER.search(new.gap + step.after):
            yield from _uneven(old, step, new, up=True)


def _against(entries: Sequence[Entry]) -> Iterator[Grown]:
    """达到186名，比上年的150名增加26名: the number told is none of those that fit."""
    for at, step in enumerate(entries[1:], 1):
        old = entries[at - 1]
        if not (step.change and old.past and old.kind == step.kind) or old.is_rate:
            continue
        same = [e for e in entries if e.kind == step.kind and not (e.past or e.change)]
        news = [e for e in same if e.opener < 0 and e.figure.high is None]
        up = not re.search(r"减|降|少|压|缩", step.label[-4:])
        wrong = [each for new in news for each in _uneven(old, step, new, up=up)]
        if len(same) == 1 and wrong:
            yield wrong[0]
