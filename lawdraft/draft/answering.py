"""Which points of this year speak of a promise, by the words that few others use, and what they count."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT
from lawdraft.text import words
from lawdraft.text.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lawdraft.model.draft import Card, Draft, Promise
    from lawdraft.model.report import Figure

_ENOUGH = 0.5  # of the promise's words, by weight, stand in the card
_SOME = 0.2  # are enough where no other card comes near, and one of them is rare
_AHEAD = 1.5  # times the next card's share
_RARE = 0.15  # of the cards use a rare word
_STANDING = re.compile(
    r"(?:总数|总量|累计|共有|达到|达|已有|现有|原有)[^，。；\d]{0,4}$|[各每][^，。；\d类项种级]{0,6}$"
)
_SMALL = "的了和与及等在对将把为以我镇乡是有各每至到一二三四五六七八九十个件次场名人"
_EMPTY = re.compile(
    r"街道|工作|开展|进一步|加强|推进|做好|全面|继续|持续|深入|不断|全年|不少|少于|以上|以下|实现|完善|健全|制度|机制"
    r"|落实|组织|今年|力争|达到|提升|提高"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A card and the words of its text; figures stand in it as they will be printed."""

    card: Card
    text: str
    words: frozenset[str]


def told_by(cards: Sequence[Card], draft: Draft) -> tuple[Told, ...]:
    """The cards with what they say."""
    values = {entry.id: entry.value or BLANK for entry in draft.ledger}
    printed = (
        (
            card,
            SLOT.sub(lambda slot: values.get(slot[1], BLANK), f"{card.heading or ''}，{card.text}"),
        )
        for card in cards
    )
    return tuple(Told(card, text, content(text)) for card, text in printed)


def content(text: str) -> frozenset[str]:
    """The words that say something, and the pairs of characters in the longer ones: 村规民约 → 村规, 民约."""
    found = [word for word in _joined(words.cut(text)) if not _EMPTY.fullmatch(word)]
    pairs = {word[at : at + 2] for word in found if len(word) > 2 for at in range(len(word) - 1)}
    return frozenset(found) | {pair for pair in pairs if not _EMPTY.fullmatch(pair)}


def _joined(cut: Iterable[str]) -> Iterator[str]:
    """Words of two characters and more; single ones side by side are a word too: 述, 法 → 述法."""
    single = ""
    for word in [*cut, ""]:
        if len(word) == 1 and word not in _SMALL and "\u4e00" <= word <= "\u9fff":
            single += word
            continue
        if len(single) > 1:
            yield single
        single = ""
        if len(word) > 1:
            yield word


def speaking_of(promise: Promise, told: Sequence[Told]) -> list[Told]:
    """The cards that speak of a promise, the nearest first."""
    spread = Counter(word for each in told for word in each.words)
    scores = sorted(
        ((_score(promise, each, spread, len(told)), each) for each in told),
        key=lambda scored: -scored[0],
    )
    near = [each for score, each in scores if score >= _ENOUGH]
    if near or not scores or scores[0][0] < _SOME:
        return near
    best, second = scores[0], scores[1][0] if len(scores) > 1 else 0.0
    shared = content(promise.text) & best[1].words
    rare = any(spread[word] <= max(1.0, _RARE * len(told)) for word in shared)
    return [best[1]] if rare and best[0] >= _AHEAD * second else []


def _score(promise: Promise, told: Told, spread: Mapping[str, int], count: int) -> float:
    """The share of the promise's words, or of its thing's, that the card has; rare words weigh more."""
    shares = [_share(content(promise.text), told.words, spread, count)]
    if promise.number is not None and promise.thing:
        shares.append(_share(content(promise.thing), told.words, spread, count))
    return max(shares)


def _share(
    wanted: frozenset[str], there: frozenset[str], spread: Mapping[str, int], count: int
) -> float:
    def weight(word: str) -> float:
        return math.log((1 + count) / (1 + spread.get(word, 0))) + 0.4

    whole = sum(weight(word) for word in wanted)
    return sum(weight(word) for word in wanted & there) / whole if whole else 0.0


def counted(promise: Promise, told: Told) -> Figure | None:
    """What a card counts in the promise's unit: 举办培训班4期 for 培训3次; None where that is not sure."""
    if promise.number is None or "每" in promise.text:
        return None
    fitting = [
        figure
        for figure in find_figures(told.text)
        if same_unit(figure.unit, promise.unit) and not _STANDING.search(told.text[: figure.start])
    ]
    near = [
        figure for figure in fitting if content(promise.thing) & content(figure.thing)
    ] or fitting
    return near[0] if len(near) == 1 else None


def same_unit(one: str | None, other: str | None) -> bool:
    """场次, 场 and 次 count the same events; so do 人次 and 人."""
    if one is None or other is None:
        return one == other
    return one == other or bool(set(one) & set(other) & set("场次人件")) or {one, other} <= _EVENTS


_EVENTS = frozenset(["期", "次", "场", "场次", "批", "批次", "轮", "堂", "节"])
