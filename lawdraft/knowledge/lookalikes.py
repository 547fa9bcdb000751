"""Which characters are written for each other by mistake: of like sound, of like shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.language import COST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from lawdraft.knowledge.language import Language

RARE = 27  # steps: a character that costs more is hardly what was meant
SYLLABLES = 1000  # more than there are
SOUNDS, SIGNS = np.uint64(1 << 16), np.uint64(0xFFFF)  # beside a like character: it sounds so
TWIN = np.uint64(1 << 17)  # beside one: the two are taken for each other all the time
_BOTH_RIGHT = (
    "制治 定订 作做 他它 他她 她它 及即 须需 份分 象像 征证 查察 记纪 帐账 地的 地得 的得 止至"
)
_HEARD = "制治 治制 征证 证征 须需 需须 记纪 纪记 查察 察查 止至 至止 及即 即及"
"""Of those the ones that are slips where no word has the printed one, and one has the other."""
_TWINS = (
    "己已 末未 干千 土士 人入 侯候 拔拨 栗粟 毫豪 辨辩 贷货 折拆 徒徙 钓钩 洒酒 免兔 乌鸟 准淮 治冶 日曰 "
    "天夫 夭天 王玉 大太 田由 申甲 令今 厂广 晴睛 清请 情清 遣遗 炙灸 眯咪 母毋 刺剌 祟崇 亨享 戍戌 戊戍 "
    "瞻赡 荼茶 崇祟 博搏 竞竟 型形 帖贴 坐座 那哪 据具 历厉 划画 尤犹 副付 蓝篮 练炼 密蜜 驻住 辑缉 账胀 "
    "彻撤 撤撒 幕慕 募幕 籍藉 弛驰 岐歧 妨防 防仿 检捡 拣检 扬杨 场扬 抗扛 杭抗 棵颗 柱拄 陪赔 培陪 倍陪 幅福 辐幅"
)
_PROVINCES = frozenset("沪渝冀皖鄂粤琼黔滇陇浙赣闽")
"""Nobody writes the short name of a province by mistake: 在沪务工."""
TWIN_PAIRS = frozenset(pair for one in _TWINS.split() for pair in (one, one[::-1])) - {"入人"}
"""Either of a pair is taken for the other all the time, whether printed or scanned."""
_LEVELS = "省市县区乡镇村州旗街"
_BOTH = frozenset(pair for one in _BOTH_RIGHT.split() for pair in (one, one[::-1])) | frozenset(
    one + other for one in _LEVELS for other in _LEVELS
)
"""Both of a pair are right, each in its place: 制定 制订, 作出 做出; the levels of places."""


@dataclass(frozen=True)
class Alike:
    """For each character those that it is written for: `signs` from `starts[code]` on."""

    starts: NDArray[np.int64]
    signs: NDArray[np.uint64]

    def of(self, codes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Which of the codes, and what it may be written for; all pairs."""
        start = self.starts[codes]
        count = self.starts[codes + np.uint64(1)] - start
        which = np.repeat(np.arange(len(codes)), count)
        first = np.repeat(start - (np.cumsum(count) - count), count)
        return which, self.signs[first + np.arange(len(which))]


def alike_of(table: Mapping[str, str]) -> Alike:
    """Ready for looking up many at once."""
    return _table({one: [ord(other) for other in others] for one, others in table.items()})


def _table(numbers: Mapping[str, Sequence[int]]) -> Alike:
    counts = np.zeros((1 << 16) + 1, np.int64)
    for one, others in numbers.items():
        counts[ord(one) + 1] = len(others)
    joined = [other for one in sorted(numbers) for other in numbers[one]]
    return Alike(np.cumsum(counts), np.array(joined, np.uint64))


def mistaken(language: Language) -> Alike:
    """What each character is written for: those that sound alike marked, _BOTH left out."""
    cost = language.single & COST
    usual = frozenset(chr(code) for code in np.flatnonzero((cost > 0) & (cost <= RARE)).tolist())
    numbers: dict[str, list[int]] = {}
    fine: dict[str, set[str]] = {}
    for pair in _BOTH:
        fine.setdefault(pair[0], set()).add(pair[1])
    mark = int(SOUNDS)
    for one in sorted((language.sounds.keys() | language.looks.keys()) - _PROVINCES):
        if language.single[ord(one)]:
            same = usual.intersection(language.sounds.get(one, ""))
            like = usual.intersection(language.looks.get(one, "")) - same
            left_out = fine.get(one, set()) | {one}
            numbers[one] = [ord(other) | mark for other in sorted(same - left_out)]
            numbers[one] += [ord(other) for other in sorted(like - left_out)]
    for pair in TWIN_PAIRS:
        row = numbers.get(pair[0], [])
        for sign in (ord(pair[1]), ord(pair[1]) | mark):
            if sign in row:
                row[row.index(sign)] = sign | int(TWIN)
    return _table(numbers)


def near_of(language: Language) -> Alike:
    """What each is written for by those who do not tell zh from z, in from ing.

    With a mark those of _HEARD, which do sound alike.
    """
    cost = language.single & COST
    usual = frozenset(chr(code) for code in np.flatnonzero((cost > 0) & (cost <= RARE)).tolist())
    left = {one: usual.intersection(others) for one, others in language.near.items()}
    table = {one: sorted(map(ord, others - {one})) for one, others in left.items() if others}
    for pair in _HEARD.split():
        table.setdefault(pair[0], []).append(ord(pair[1]) | int(SOUNDS))
    return _table(table)


@dataclass(frozen=True)
class Homophones:
    """Common words by how they sound: `words` in the order of `sounds`."""

    syllables: NDArray[np.int64]
    sounds: NDArray[np.int64]
    words: NDArray[np.uint64]

    def of(
        self, first: NDArray[np.uint64], second: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Which of the pairs of characters, and the two of a word that sounds like it; all of them."""
        every = np.arange(len(first))
        found = [(every[:0], np.zeros((0, 2), np.uint64))]
        for one in self.syllables[first].T:
            for other in self.syllables[second].T:
                sound = np.where((one > 0) & (other > 0), one * SYLLABLES + other, -1)
                start = np.searchsorted(self.sounds, sound)
                count = np.searchsorted(self.sounds, sound, side="right") - start
                which = np.repeat(every, count)
                place = np.repeat(start - (np.cumsum(count) - count), count) + np.arange(len(which))
                found.append((which, self.words[place]))
        return (
            np.concatenate([which for which, _ in found]),
            np.concatenate([words for _, words in found]),
        )


def homophones(language: Language, words: Sequence[str]) -> Homophones:
    """Ready for looking up many at once; `words`: of two characters."""
    codes = np.array([[ord(sign) for sign in word] for word in words], np.uint64).reshape(-1, 2)
    sounds, spelt = [], []
    for one in language.syllables[codes[:, 0]].T:
        for other in language.syllables[codes[:, 1]].T:
            heard = (one > 0) & (other > 0)
            sounds.append((one * SYLLABLES + other)[heard])
            spelt.append(codes[heard])
    sound = np.concatenate(sounds)
    order = np.argsort(sound, kind="stable")
    return Homophones(language.syllables, sound[order], np.concatenate(spelt)[order])
