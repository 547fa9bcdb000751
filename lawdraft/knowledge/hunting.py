"""The search for slips of the pen: which changes of a text may pay, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.changes import BACK, PAIR, ZERO, Change, joined
from lawdraft.knowledge.doubles import again, left, twice
from lawdraft.knowledge.evidence import facts, listed_words, looked
from lawdraft.knowledge.ground import Ground, within
from lawdraft.knowledge.language import COST
from lawdraft.knowledge.longer import short
from lawdraft.knowledge.lookalikes import SIGNS, SOUNDS, TWIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray


DEAR = 44  # units that characters must cost before a change of them can pay
ALONE = 1.5  # nats from which a character that stands in no word is strange
STRAY = 2.0  # nats from which one surely misses the rest of its word
STRANDED = 4.0  # nats from which what is missing is weighed though it makes the text dearer
FAR = 12  # steps by which a word must be more usual than what its swapped characters make
LIKELY = 10  # a pair that a change makes costs less than this many steps
KINDS = ("known", "like", "word", "lost", "end", "twice", "swapped", "left", "again", "short")
CUT_SHORT = ("end", "again", "short")  # weighed though they make the text dearer


class Hunt(Ground):
    """One search: what the line costs as it is, the changes that may pay, and their facts."""

    def changes(self) -> list[Change]:
        """All changes worth weighing."""
        tried = [self._like(), self._word(), self._swapped(), self._lost(), self._end()]
        doubled = (twice(self), *left(self), again(self))
        return [self._known(), *self._hopeful(tried), *doubled, short(self)]

    def weighable(self) -> Iterator[tuple[Change, NDArray[np.float64]]]:
        """All changes with their facts; those of one shape looked up at once, as each look has its price."""
        rows: dict[tuple[int, int], list[Change]] = {}
        for change in self.changes():
            if len(change.at):
                rows.setdefault((change.length, change.rights.shape[1]), []).append(change)
        for changes in rows.values():
            whole = looked(self, joined(changes))
            counts = [len(change.at) for change in changes]
            cut_short = np.repeat([change.kind in CUT_SHORT for change in changes], counts)
            kept = (whole.gain >= 0) | cut_short | self._stranded(whole.change)
            # a clause's last character costs, whatever it mends
            found = facts(self, whole.only(kept))
            ends = np.cumsum(counts)
            for change, end in zip(changes, ends, strict=True):
                own = kept[end - len(change.at) : end]
                first = int(kept[: end - len(change.at)].sum())
                yield change.only(own), found[first : first + int(own.sum())]

    def _stranded(self, change: Change) -> NDArray[np.bool_]:
        """减少纷发生: a character that hardly ever stands alone, where one may be lost beside it."""
        last = len(self.codes) - 1
        alone = np.maximum(self.orphan[change.at - 1], self.orphan[np.minimum(change.at, last)])
        found: NDArray[np.bool_] = (alone >= STRANDED) & (change.length == 0)
        return found

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
        rights = np.concatenate((rights, near))
        at = np.concatenate((places[which], at))
        sounds, twin = (rights & SOUNDS) > 0, (rights & TWIN) > 0
        nearly = (np.arange(len(rights)) >= len(which)) & ~sounds
        rights = (rights & SIGNS)[:, None]
        return Change("like", at, 1, rights, sounds, nearly, twin)

    def _nearly(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Where and which characters that sound nearly alike make a word of the dictionary."""
        which, rights = self.tables.near.of(self.codes[places])
        at, shift = places[which], np.uint64(16)
        sign = rights & SIGNS
        pairs = (self.codes[at - 1] << shift | sign, sign << shift | self.codes[at + 1])
        listed = self.tables.language.listed(np.stack(pairs)).max(axis=0, initial=-1) > 0
        return at[listed], rights[listed]

    def _word(self) -> Change:
        """划界 for 化解: a word for another of the same sound, both characters other ones."""
        codes = self.codes
        places = np.flatnonzero((codes[:-1] > ZERO) & (codes[1:] > ZERO))
        places = places[self.is_word(codes[places] << np.uint64(16) | codes[places + 1])]
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
        words = self.is_word(codes[places] << np.uint64(16) | codes[places + 1])
        made = self.tables.language.words_ending(self.mended(change))
        _, long = listed_words(made, PAIR)  # 依办法事, but neither 播出 nor 镇村
        usual = made[0][:, BACK + 1] - np.maximum(self.words[0][places + 1], 0)
        return change.only(~words | long | (usual >= FAR))  # 行进评查

    def _lost(self) -> Change:
        """法治传活动 for 法治宣传活动."""
        codes, threes = self.codes, self.values[2]
        places = np.flatnonzero((codes[1:] > ZERO) & (codes[:-1] > ZERO)) + 1
        following = np.minimum(places + 1, len(codes) - 1)
        strange = (threes[places] < 0) & (threes[following] < 0) & (self.values[1][places] < 0)
        strange &= self.spent(places, BACK) >= DEAR
        alone = np.maximum(self.orphan[places - 1], self.orphan[places]) >= ALONE
        gap = strange | (alone & ((threes[places] < 0) | (threes[following] < 0)))
        places = places[gap | self._overlap(places)]
        behind, endings = self.tables.endings.of(codes[places - 1])
        before, beginnings = self.tables.beginnings.of(codes[places])
        at = np.concatenate((places[behind], places[before]))
        rights = np.concatenate((endings, beginnings))
        return Change("lost", at, 0, rights[:, None], np.zeros(len(at), bool))

    def _overlap(self, places: NDArray[np.int64]) -> NDArray[np.bool_]:
        """完整改 of 完成整改: two words share a character, a row that no text has."""
        codes, threes, shift = self.codes, self.values[2], np.uint64(16)
        word = np.concatenate(([False], self.is_word(codes[:-1] << shift | codes[1:])))
        across = word[1:] & word[:-1] & (threes[1:] < 0)  # ends one behind
        shared = np.concatenate((across, [False]))
        found: NDArray[np.bool_] = shared[places] | shared[places - 1]
        return found

    def _end(self) -> Change:
        """矛盾纠。 for 矛盾纠纷。"""
        codes = self.codes
        places = np.flatnonzero((codes[1:] == 0) & (codes[:-1] > ZERO)) + 1
        last, before = places - 1, codes[places - 2]
        odd = ~self.covered[last] & (self.orphan[last] >= ALONE) & (before > ZERO)
        places = places[odd]
        which, rights = self.tables.endings.of(codes[places - 1])
        at = places[which]
        return Change("end", at, 0, rights[:, None], np.zeros(len(at), bool))

    def _hopeful(self, tried: Sequence[Change]) -> Iterator[Change]:
        """Those that may pay; the pairs of all are looked up at once."""
        pairs = [np.concatenate((*self.pairs(each), *within(each))) for each in tried]
        found = self.tables.language.find(np.concatenate(pairs))
        ends = np.cumsum([len(pair) for pair in pairs])
        for change, values in zip(tried, np.split(found, ends[:-1]), strict=True):
            yield self._likely(change, values)

    def _likely(self, change: Change, values: NDArray[np.int16]) -> Change:
        """Those that make two pairs which texts have, or one that they have often.

        `values`: of the pair at the left of each, then of those at the right, then of those within.
        """
        left, right, *inner = values.reshape(1 + change.rights.shape[1], -1)
        behind = self.codes[np.minimum(change.at + change.length, len(self.codes) - 1)]
        fits = ((left >= 0) | (self.codes[change.at - 1] == 0)) & ((right >= 0) | (behind == 0))
        usual = np.zeros(len(change.at), bool)
        for value in (left, right, *inner):
            usual |= (value >= 0) & (value & COST < LIKELY)
        if change.kind not in ("lost", "end"):
            return change.only(fits | usual if change.twin is None else fits | usual | change.twin)
        return change.only((fits | self._beside(change, left, right)) & usual)

    def _beside(
        self, change: Change, left: NDArray[np.int16], right: NDArray[np.int16]
    ) -> NDArray[np.bool_]:
        """居成立 of 居民|成立: no text has 民成, but 居 is no word, and 成立 is one."""
        at, last = change.at, len(self.codes) - 1
        behind = self.starts[np.minimum(at, last)] & (left >= 0) & (self.orphan[at - 1] >= STRAY)
        ahead = self.covered[at - 1] & (right >= 0) & (self.orphan[np.minimum(at, last)] >= STRAY)
        found: NDArray[np.bool_] = behind | ahead
        return found
