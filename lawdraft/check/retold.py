"""Two tellings of one count: 办理12345热线工单872件, 政务服务热线工单827件."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.among import Among
from lawdraft.check.counting import agree
from lawdraft.check.likeness import ROW, comparable, likeness, weighed
from lawdraft.check.mentions import mentions
from lawdraft.check.naming import VILLAGES
from lawdraft.check.weights import RETOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawdraft.check.mentions import Mention
    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling

LIKELY = -0.45  # score from which two mentions are worth a question (a note)


class Retold(NamedTuple):
    """Two tellings, the earlier one first, that seem to be of one count, and how surely (nats)."""

    before: Telling
    after: Telling
    score: float


def retold(reading: Reading) -> Iterator[Retold]:
    """Each later telling that differs from an earlier one of the same count, once."""
    rarity = reading.rarity
    figures = mentions(reading, rarity)
    among = Among(figures, rarity)
    told: dict[int, list[Mention]] = defaultdict(list)
    for each in figures:
        told[each.told.sentence.start].append(each)
    for row in among.rows.values():
        for at, after in enumerate(row):
            found = [
                Retold(before.told, after.told, score)
                for before in row[:at]
                if before.number != after.number
                and may_contradict(before, after)
                and (score := weighed(likeness(reading, before, after, among), RETOLD)) >= LIKELY
                and not _explained(before, after, told)
                and not _explained(after, before, told)
            ]
            if found:
                yield max(found, key=lambda pair: pair.score)


def may_contradict(one: Mention, other: Mention) -> bool:
    """Whether two numbers differ and are worth weighing; how many villages is a rule of its own."""
    a, b = one.told, other.told
    if (
        a.sentence.start == b.sentence.start
        or not comparable(one, other)
        or agree(a.figure, b.figure)
    ):
        return False
    return not (VILLAGES.match(a.behind) or VILLAGES.match(b.behind))


def _explained(one: Mention, other: Mention, told: Mapping[int, Sequence[Mention]]) -> bool:
    """26名执法人员 is no slip of 执法人员28名 where 持证的26名 is told beside these."""
    return _summed(one, other, told[other.told.sentence.start]) or any(
        beside.number == one.number
        and (ROW in beside.told.narrow or bool(beside.told.keys & one.told.keys))
        for beside in told[other.told.sentence.start]
    )


def _summed(whole: Mention, part: Mention, row: Sequence[Mention]) -> bool:
    """172名专兼职调解员 are 专职调解员5名、兼职调解员167名 together."""
    at = row.index(part)
    beside = (*row[max(0, at - 1) : at], *row[at + 1 : at + 2])
    return any(
        part.number + other.number == whole.number
        and other.told.unit == part.told.unit
        and not other.pairs.isdisjoint(whole.pairs & part.pairs)
        for other in beside
    )
