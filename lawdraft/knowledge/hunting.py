"""The search for slips of the pen: which changes of a text may pay, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.changes import BACK, PAIR, ZERO, Change, Line, Tables, joined
from lawdraft.knowledge.language import COST, ORDER, UNIT, costs
from lawdraft.knowledge.lookalikes import SIGNS, SOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray


LISTED_STEP = 0.25  # nats a step of how usual a word is
DEAR = 44  # units that characters must cost before a change of them can pay
SELDOM = 24  # steps: a character that costs more stands twice for itself
ALONE = 1.5  # nats from which a character that stands in no word is strange
LIKELY = 10  # a pair that a change makes costs less than this many steps
FACTS = (
    "gain",  # nats that the mended text is likelier
    "gain to 8",  # the same, counted up to 8
    "new pairs unseen",
    "new threes seen",
    "new threes unseen",
    "new fours seen",
    "new fours unseen",
    "old pairs unseen",
    "old threes seen",
    "old fours seen",
    "old pairs none",  # no pair of the printed text was ever seen
    "word",  # the mended form makes a common word
    "old word",  # how many common words the printed characters make with their neighbours
    "old sign",  # nats that the printed character costs by itself
    "new sign",
    "new cheapest",  # nats of the cheaper of the new character and the one behind it
    "new dearest",
    "sounds",  # the two characters sound alike, not only look it
    "near",  # they sound nearly alike
    "lone",  # no word of the dictionary has the printed character with its neighbours
    "old long",  # one of three or four characters has
    "new listed",  # the mended form makes a word of the dictionary: nats of how usual
    "new long",  # one of three or four characters
    "lone to listed",
    "lone to long",
    "orphan",  # nats of how seldom the printed character stands in no word, where it does
    "taken",  # the other character of the word it would make stands in a word already
    "one",
)
KINDS = ("known", "like", "word", "lost", "twice", "swapped", "left")
_EACH = np.array(
    [
        ord(sign)
        for sign in "一二三四五六七八九十百千万零人大个村户件层处时天年月日家事常往慢渐多少好等种场声句条项步队片样面点滴街镇乡区县市省路局所站办院店钉厅委部科室组庭校社久频连节代岁星早晚远近高低上下口手把唠聊瞧"
    ],
    np.uint64,
)
"""Characters that stand twice on purpose: 人人, 村村通, 街街道, 所所长."""
_BEGINS = np.array([ord(sign) for sign in "全大小新老多总各再不在地任"], np.uint64)
"""Characters that stand before any word."""
_ENDS = np.array(
    [ord(sign) for sign in "河江湖海山岭坡沟湾港桥渠库塘村镇乡园街巷路季案区党组队"], np.uint64
)
"""Characters that end a name, and begin the word behind it: 洮河|河道, 采茶季|季节."""
_LINKS = np.array([ord(sign) for sign in "不没一了到又再"], np.uint64)
"""Characters between two alike that make them one word: 是不是."""
_CASE, _CLOSED = np.uint64(ord("案")), np.uint64(ord("结"))
"""积案|案结事了, of which dictionaries know only the whole."""
_ABOUT = np.array([ord(sign) for sign in "约达近"], np.uint64)
_COUNTED = np.array([ord(sign) for sign in "一每逐"], np.uint64)


class Hunt:
    """One search: what the line costs as it is, the changes that may pay, and their facts."""

    def __init__(self, tables: Tables, line: Line) -> None:
        self.tables, self.codes = tables, line.codes
        self.values = tables.language.rows(self.codes)
        self.total = np.concatenate(
            ([0], np.cumsum(costs(self.values, self.codes), dtype=np.int64))
        )
        threes = np.concatenate((self.values[2] >= 0, [False] * BACK))
        known = threes[:-BACK].astype(int) + threes[1 : 1 - BACK] + threes[2 : 2 - BACK or None]
        self.strange = known <= 1
        self.words = tables.language.words_ending(self.codes)
        self.covered = covered(self.words)
        self.orphan = np.where(self.covered, 0, tables.language.alone[self.codes] * LISTED_STEP)
        self.long = covered((np.full_like(self.words[0], -1), *self.words[1:]))

    def spent(self, start: NDArray[np.int64], length: int) -> NDArray[np.int64]:
        """Units that the characters from each start on cost as they are."""
        return self.total[np.minimum(start + length, len(self.codes))] - self.total[start]

    def changes(self) -> list[Change]:
        """All changes worth weighing."""
        tried = [self._like(), self._word(), self._swapped(), self._lost()]
        hopeful = (self._hopeful(change) for change in tried)
        return [self._known(), *hopeful, self._twice(), *self._left()]

    def weighable(self) -> Iterator[tuple[Change, NDArray[np.float64]]]:
        """All changes with their facts; those of one shape looked up at once, as each look has its price."""
        rows: dict[tuple[int, int], list[Change]] = {}
        for change in self.changes():
            if len(change.at):
                rows.setdefault((change.length, change.rights.shape[1]), []).append(change)
        for changes in rows.values():
            facts = self.facts(joined(changes))
            ends = np.cumsum([len(change.at) for change in changes])
            yield from zip(changes, np.split(facts, ends[:-1]), strict=True)

    def _dear(self, places: NDArray[np.int64], length: int) -> NDArray[np.int64]:
        """The places of which texts have hardly a row of three, and which cost much."""
        return places[self.strange[places] & (self.spent(places, length + BACK) >= DEAR)]

    def _known(self) -> Change:
        """推委 for 推诿, 形式 for 形势 as people write them, in whatever company."""
        at, rights = self.tables.language.misspelt.of(self.codes)
        return Change("known", at, 1, rights[:, None], np.zeros(len(at), bool))

    def _like(self) -> Change:
        """轨到 for 轨道, 遂项 for 逐项; 深林 for 森林 where no word has the printed character."""
        places = self._dear(np.flatnonzero(self.codes > ZERO), 1)
        which, rights = self.tables.alike.of(self.codes[places])
        at, near = self._nearly(places[~self.covered[places]])
        sounds = np.concatenate((rights >= SOUNDS, np.zeros(len(at), bool)))
        rights = np.concatenate((rights & SIGNS, near))[:, None]
        nearly = np.arange(len(rights)) >= len(which)
        return Change("like", np.concatenate((places[which], at)), 1, rights, sounds, nearly)

    def _nearly(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Where and which characters that sound nearly alike make a word of the dictionary."""
        which, rights = self.tables.near.of(self.codes[places])
        at, shift = places[which], np.uint64(16)
        left, right = self.codes[at - 1] << shift | rights, rights << shift | self.codes[at + 1]
        listed = self.tables.language.listed(np.stack((left, right))).max(axis=0, initial=-1) > 0
        return at[listed], rights[listed]

    def _word(self) -> Change:
        """划界 for 化解: a word for another of the same sound, both characters other ones."""
        codes = self.codes
        places = np.flatnonzero((codes[:-1] > ZERO) & (codes[1:] > ZERO))
        places = places[self._is_word(codes[places] << np.uint64(16) | codes[places + 1])]
        places = self._dear(places, 2)
        which, rights = self.tables.homophones.of(codes[places], codes[places + 1])
        at = places[which]
        others = (rights[:, 0] != codes[at]) & (rights[:, 1] != codes[at + 1])
        return Change("word", at, 2, rights, np.zeros(len(at), bool)).only(others)

    def _swapped(self) -> Change:
        """格资 for 资格."""
        codes = self.codes
        places = self._dear(np.flatnonzero(codes > ZERO), 2)
        following = codes[places + 1]
        places = places[(following > ZERO) & (following != codes[places])]
        rights = np.stack((codes[places + 1], codes[places]), 1)
        change = Change("swapped", places, 2, rights, np.zeros(len(places), bool))
        words = self._is_word(codes[places] << np.uint64(16) | codes[places + 1])
        _, long = self._listed(self._mended(change), PAIR)  # 依办法事, but neither 播出 nor 镇村
        return change.only(~words | long)

    def _twice(self) -> Change:
        """务务 for 务."""
        codes = self.codes
        places = np.flatnonzero((codes[1:] == codes[:-1]) & (codes[1:] > ZERO))
        shift, sign = np.uint64(16), codes[places]
        before = self._is_word(codes[places - 1] << shift | sign)
        behind = self._is_word(sign << shift | codes[places + 2])
        behind |= (sign == _CASE) & (codes[places + 2] == _CLOSED)
        named = behind & np.isin(sign, _ENDS)
        behind |= np.isin(sign, _BEGINS)  # 安全|全覆盖
        paired = np.concatenate(((codes[1:] == codes[:-1]) & (codes[1:] > 0), [False] * BACK))
        again = paired[places - 2] | paired[places + 2]  # 明明白白
        each = self._is_word(sign << shift | sign) | np.isin(sign, _EACH)  # 明明, 村村通
        each &= ~(before & ~behind)  # but 及时时
        again |= (self.tables.language.single[sign] & COST) >= SELDOM  # 粑粑, 囡囡
        again |= self.long[places] & self.long[places + 1]  # 循循善诱
        counted = np.isin(codes[places - 1], _COUNTED)  # 一批批
        places = places[~((before & behind) | named | again | each | counted)]
        return Change("twice", places, 2, codes[places][:, None], np.zeros(len(places), bool))

    def _left(self) -> Iterator[Change]:
        """按照按原貌 for 按原貌, 收回收问卷 for 收回问卷: what changing a sentence left."""
        codes = self.codes
        places = np.flatnonzero((codes[:-2] == codes[2:]) & (codes[:-2] > ZERO))
        first, between = codes[places], codes[places + 1]
        meant = (between <= ZERO) | (between == first) | np.isin(between, _LINKS)  # 是不是, 看一看
        places = places[~(meant | np.isin(first, _EACH) | ~self.strange[places + 1])]
        pair = codes[places] << np.uint64(16) | codes[places + 1]
        behind = codes[np.minimum(places + PAIR + 1, len(codes) - 1)]
        rows = self._is_word(codes[places] << np.uint64(16) | behind)  # 抢收抢运
        rows |= np.isin(behind, _ABOUT)  # 长廊长约300米
        places = places[self._is_word(pair) & ~rows]
        both = np.stack((codes[places], codes[places + 1]), 1)
        for rights in (both[:, :1], both):
            yield Change("left", places, PAIR + 1, rights, np.zeros(len(places), bool))

    def _lost(self) -> Change:
        """法治传活动 for 法治宣传活动."""
        codes, threes = self.codes, self.values[2]
        places = np.flatnonzero((codes[1:] > ZERO) & (codes[:-1] > ZERO)) + 1
        following = np.minimum(places + 1, len(codes) - 1)
        strange = (threes[places] < 0) & (threes[following] < 0) & (self.values[1][places] < 0)
        strange &= self.spent(places, BACK) >= DEAR
        alone = np.maximum(self.orphan[places - 1], self.orphan[places]) >= ALONE
        places = places[strange | (alone & ((threes[places] < 0) | (threes[following] < 0)))]
        behind, endings = self.tables.endings.of(codes[places - 1])
        before, beginnings = self.tables.beginnings.of(codes[places])
        at = places[np.concatenate((behind, before))]
        rights = np.concatenate((endings, beginnings))
        return Change("lost", at, 0, rights[:, None], np.zeros(len(at), bool))

    def _hopeful(self, change: Change) -> Change:
        """Those that make two pairs which texts have, or one that they have often."""
        pairs = [*self._pairs(change), *_within(change)]
        left, right, *inner = (self.tables.language.find(pair) for pair in pairs)
        behind = self.codes[np.minimum(change.at + change.length, len(self.codes) - 1)]
        fits = ((left >= 0) | (self.codes[change.at - 1] == 0)) & ((right >= 0) | (behind == 0))
        usual = np.zeros(len(change.at), bool)
        for value in (left, right, *inner):
            usual |= (value >= 0) & (value & COST < LIKELY)
        return change.only(fits & usual if change.kind == "lost" else fits | usual)

    def _pairs(self, change: Change) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """The pairs that the mended characters make with their neighbours."""
        shift = np.uint64(16)
        behind = self.codes[np.minimum(change.at + change.length, len(self.codes) - 1)]
        left = self.codes[change.at - 1] << shift | change.rights[:, 0]
        return left, change.rights[:, -1] << shift | behind

    def facts(self, change: Change) -> NDArray[np.float64]:
        """What is known of each change, in the order of FACTS."""
        codes, at, length = self.codes, change.at, change.length
        width = change.rights.shape[1]
        last = len(codes) - 1
        around = self._around(change)
        old, new = codes[around], self._mended(change)
        values = self.tables.language.rows(new)
        cost = costs(values, new)
        spent = cost[:, BACK:].sum(axis=1)
        joint = cost[:, BACK : BACK + 2] * UNIT
        gain = (self.spent(at, length + BACK) - spent) * UNIT
        has = _seen(values, new, width)
        had = _seen(tuple(value[around] for value in self.values), old, length)
        single = self.tables.language.single
        lone = ~self.covered[np.minimum(at, last)]
        orphan = self.orphan[np.minimum(at, last)]
        if length != 1:  # of two characters either, beside a gap too
            other = np.minimum(at + 1, last) if length else at - 1
            lone |= ~self.covered[other]
            orphan = np.maximum(orphan, self.orphan[other])
        listed, long = self._listed(new, width)
        columns = (
            gain,
            np.minimum(gain, 8),
            has[0][1],
            has[1][0],
            has[1][1],
            has[2][0],
            has[2][1],
            had[0][1],
            had[1][0] > 0,
            had[2][0] > 0,
            had[0][0] == 0,
            self._makes_word(change),
            self._words_of(old, length),
            single[old[:, BACK]] & COST,
            single[change.rights[:, 0]] & COST,
            joint.min(axis=1),
            joint.max(axis=1),
            change.sounds,
            np.zeros(len(at)) if change.near is None else change.near,
            lone,
            self.long[np.minimum(at, last)],
            listed,
            long,
            lone * (listed > 0),
            lone * long,
            orphan,
            self._taken(old, new, length),
            np.ones(len(at)),
        )
        return np.stack(columns, axis=1).astype(np.float64)

    def _around(self, change: Change) -> NDArray[np.int64]:
        """The places from three before each change to three behind it."""
        reach = np.arange(-BACK, change.length + BACK)
        around: NDArray[np.int64] = np.minimum(change.at[:, None] + reach, len(self.codes) - 1)
        return around

    def _mended(self, change: Change) -> NDArray[np.uint64]:
        """The characters about each change, once it is made."""
        old = self.codes[self._around(change)]
        return np.concatenate((old[:, :BACK], change.rights, old[:, BACK + change.length :]), 1)

    def _listed(
        self, new: NDArray[np.uint64], width: int
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """How usual the likeliest word with the mended characters is, in nats; whether it is long."""
        best = np.zeros(len(new))
        long = np.zeros(len(new), bool)
        for more, values in enumerate(self.tables.language.words_ending(new), start=1):
            ends = values[:, BACK : BACK + width + more]
            usual = ends.max(axis=1, initial=0)
            best = np.maximum(best, usual * LISTED_STEP)
            if more > 1:
                long |= usual > 0
        return best, long

    def _taken(
        self, old: NDArray[np.uint64], new: NDArray[np.uint64], length: int
    ) -> NDArray[np.bool_]:
        """凡重大 is no slip of 繁重, nor 任务数 of 任务书: 重大 and 任务 are words as they stand."""
        if length != 1:
            return np.zeros(len(old), bool)
        shift = np.uint64(16)
        made, stands = (new[:, :-1] << shift) | new[:, 1:], (old[:, :-1] << shift) | old[:, 1:]
        left, right = self._is_word(made[:, BACK - 1]), self._is_word(made[:, BACK])
        before, behind = self._is_word(stands[:, BACK - 2]), self._is_word(stands[:, BACK + 1])
        free: NDArray[np.bool_] = (left & ~before) | (right & ~behind)
        return (left | right) & ~free

    def _makes_word(self, change: Change) -> NDArray[np.bool_]:
        for pair in _within(change):
            return self._is_word(pair)
        left, right = self._pairs(change)
        return self._is_word(left) | self._is_word(right)

    def _words_of(self, old: NDArray[np.uint64], length: int) -> NDArray[np.int64]:
        pairs = old[:, BACK - 1 : BACK + length] << np.uint64(16) | old[:, BACK : BACK + length + 1]
        count: NDArray[np.int64] = self._is_word(pairs).sum(axis=1)
        return count

    def _is_word(self, pairs: NDArray[np.uint64]) -> NDArray[np.bool_]:
        common = self.tables.common
        at = np.minimum(np.searchsorted(common, pairs), len(common) - 1)
        return np.equal(common[at], pairs)


def covered(words: Sequence[NDArray[np.int16]]) -> NDArray[np.bool_]:
    """Which places lie in a word, by the words of 2, 3, 4 characters that end at each place."""
    found = np.zeros(len(words[0]), bool)
    for length, values in enumerate(words, start=PAIR):
        ends = values >= 0
        for back in range(length):
            found[: len(found) - back] |= ends[back:]
    return found


def _within(change: Change) -> tuple[NDArray[np.uint64], ...]:
    """The pair that a change of two characters makes."""
    rights = change.rights
    return () if rights.shape[1] == 1 else (rights[:, 0] << np.uint64(16) | rights[:, 1],)


def _seen(
    values: tuple[NDArray[np.int16], ...], codes: NDArray[np.uint64], width: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Of the rows of 2, 3 and 4 characters around a change: how many texts have, how many not."""
    found, inside = [], codes > 0
    for more in range(1, ORDER):
        last = min(BACK + width + more, codes.shape[1])
        whole = inside[:, BACK:last]
        for back in range(1, more + 1):
            whole = whole & inside[:, BACK - back : last - back]
        seen = (values[more][:, BACK:last] >= 0) & whole
        count = seen.sum(axis=1)
        found.append((count, whole.sum(axis=1) - count))
    return found
