"""Characters that fit neither neighbour, where one of like sound or shape fits both.

A character is suspected only where no row of three around it was ever seen in official prose and
it makes a word with neither neighbour; it is a slip where a character taken for it makes a common
word there and rows that many texts have. Swapped characters (设建) are told the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.knowledge.coreslips import taken_for
from lawdraft.knowledge.spelling import BOTH_RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.knowledge.rows import Rows
    from lawdraft.knowledge.spelling import Spelling

_HAN = re.compile(r"[一-鿿]+")
LEAST = 3  # characters in a row by which one can be told to fit
ALONE = frozenset(
    "上下不与且个中为之也了于人从以会使其则到化去县又及只可各向和哪因国在地型大对将小就已市年并式很得性我镇乡省村区是同次名现今逾委止依政户但找自前提度层暨全三二一四五六七八九十两百千万月日"
    "第每未把被让给由该此件其场起份项条家处位组所站队办局厅院室厂店楼道路号期批轮种类级部门等均需应须能或即而故若如虽既无非更最较太再还都才仅的地们着过吧吗呢啊另共占约近超含按据凭经随沿至达"
)
"""Characters that stand by themselves between any words: 将法治建设, 全县."""
POINTS = frozenset("一二三四五六七八九十")
_TAILS = frozenset("度率性化员会室站所")  # 满意度, 覆盖率: behind a word of two
_PREFIXES = frozenset("涉防抗控禁反拒")  # 涉疫案件: what follows is short for a word
_PLACE = re.compile(r"[一-鿿]?(?:[镇乡村县州湾寨庄屯旗]|街道|社区|苏木)")
_DOUBLE = frozenset(
    "一二三四五六七八九十百千万零〇的地街镇乡村区县市省路家人个会局所站办队院厅委部科室组处庭校"
)
"""Characters that stand twice in numerals, names (人民街街道) and for each (家家)."""
_BOTH = BOTH_RIGHT | frozenset({"查察", "察查", "记纪", "纪记", "帐账", "账帐"})
"""Both of a pair are right, each in its place."""


@dataclass(frozen=True)
class Misfits:
    """The rows, the common words, and which characters are taken for which."""

    rows: Rows
    common: frozenset[str]
    turned: frozenset[str]  # the words such reports are made of, their characters swapped
    alike: Mapping[str, frozenset[str]]

    def find(self, text: str, places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Start, end and right word of each slip in a text, at the places that are odd."""
        after = start = end = 0
        for at in places:
            if at >= end:
                start, end = _run(text, at)
            found = self._slip(text[start:end], at - start) if at >= after else None
            if found is not None and end - start >= LEAST:
                after = start + found[1]
                yield start + found[0], after, found[2]

    def is_usual(self, text: str, start: int, end: int, phrase: str) -> bool:
        """Whether a phrase without one of its characters joins as proper texts do: 存在问题."""
        printed = text[start:end]
        seam = start + next(i for i, sign in enumerate(phrase) if printed[i : i + 1] != sign)
        rows = [text[max(0, at) : at + 3] for at in (seam - 2, seam - 1)]
        rows = [row for row in rows if len(row) == LEAST and _HAN.fullmatch(row)]
        return bool(rows) and all(row in self.rows.seen for row in rows)

    def _slip(self, words: str, at: int) -> tuple[int, int, str] | None:
        pair = words[at : at + 2]
        if len(pair) == 2 and pair[0] == pair[1]:
            return self._doubled(words, at)
        if pair in self.turned and self._turned(words, at):
            return at, at + 2, pair[::-1]
        before = words[at - 1] if at else ""
        if words[at] in ALONE or before in _PREFIXES or _PLACE.match(words, at + 1):
            return None
        if self._is_word(before + words[at]) or self._is_word(pair):
            return None
        if any(row in self.rows.seen for row in _around(words, at)):
            return None
        return self._wrong(words, at) or self._beside(words, at)

    def _is_word(self, pair: str) -> bool:
        return len(pair) == 2 and (pair in self.common or pair in self.rows.words)

    def _wrong(self, words: str, at: int) -> tuple[int, int, str] | None:
        """讨仑 for 讨论: the character taken for it that fits best."""
        sign, best, found = words[at], 0, None
        for right in self.alike.get(sign, ()):
            left, behind = words[at - 1 : at] + right, right + words[at + 1 : at + 2]
            as_left, as_right = at > 0 and left in self.common, behind in self.common
            if sign + right in _BOTH:
                continue
            if not (as_left or as_right):
                if self._is_tail(words, at, right):
                    return at - 2, at + 1, words[at - 2 : at] + right
                continue
            weight = self._weight(_around(words[:at] + right + words[at + 1 :], at))
            if weight > best:
                best = weight
                found = (at - 1, at + 1, left) if as_left else (at, at + 2, behind)
        return found

    def _is_tail(self, words: str, at: int, right: str) -> bool:
        """满意渡: 满意 is a word, and 满意度 one that most kinds of text have."""
        row = words[max(0, at - 2) : at] + right
        whole = len(row) == LEAST and right in _TAILS and row[:2] in self.common
        return whole and row in self.rows.frequent and row in self.rows.usual

    def _beside(self, words: str, at: int) -> tuple[int, int, str] | None:
        """重是 for 重视: a character alone beside one that is fine by itself but wrong here."""
        for wrong in (at + 1, at - 1):
            if not 0 <= wrong < len(words) or words[wrong] not in ALONE:
                continue
            if words[wrong] == "是" and words[wrong - 1 : wrong] in POINTS:
                continue  # 三是用好
            for right in self.alike.get(words[wrong], ()):
                word = words[at] + right if wrong > at else right + words[at]
                if word not in self.common or words[wrong] + right in _BOTH:
                    continue
                rows = list(_around(words[:wrong] + right + words[wrong + 1 :], wrong))
                fitting = [row for row in rows if word in row and row in self.rows.frequent]
                if any(row in self.rows.usual for row in fitting):
                    return min(at, wrong), max(at, wrong) + 1, word
        return None

    def _doubled(self, words: str, at: int) -> tuple[int, int, str] | None:
        """法法治 for 法治; not 执法法律, where each belongs to a word of its own."""
        sign, behind = words[at], words[at + 1 : at + 3]
        left = words[at - 1 : at + 1] if at else ""
        ends, begins = left in self.common, behind in self.common
        if sign in _DOUBLE or sign + sign in self.common or not (ends or begins):
            return None
        if _means_each(words, at):
            return None
        if ends and begins and not self._breaks(words, at):
            return None
        if ends != begins and self._apart(words, at, ends=ends):
            return None
        whole = words[:at] + words[at + 1 :]
        if ends and not self._joins(whole, at):
            return None
        rows = list(_around(whole, at))
        unheard = not ends and sign + sign not in self.rows.pairs  # 研研究
        fits = self._weight(rows) or (unheard and any(row in self.rows.frequent for row in rows))
        return (at, at + 2, sign) if fits else None

    def _joins(self, whole: str, at: int) -> bool:
        """依法行政 once 依法法行政 is mended; 推进进村入户 has its 进 for 进村."""
        across, beyond = whole[at - 1 : at + 2], whole[at : at + 3]
        if across in self.rows.usual:
            return True
        return across in self.rows.frequent and beyond not in self.rows.frequent

    def _apart(self, words: str, at: int, *, ends: bool) -> bool:
        """公安局|局长, 组织|织密, 学习|习近平: each of the two belongs to a word."""
        sign, behind = words[at], words[at + 1 : at + 3]
        if sign + behind in self.rows.frequent or behind == "习近":
            return True
        return (behind if ends else words[at - 1 : at + 1]) in self.rows.words

    def _breaks(self, words: str, at: int) -> bool:
        """推进进行政执法: with 进行 a word, 政 would be left alone; 行政 is one."""
        following, rest = words[at + 2 : at + 4], words[at + 3 : at + 5]
        return following in self.common and len(rest) == 2 and rest not in self.common

    def _weight(self, rows: Iterable[str]) -> int:
        """How well rows fit: 0 where too few texts have them."""
        frequent = [row for row in rows if row in self.rows.frequent]
        usual = sum(row in self.rows.usual for row in frequent)
        return len(frequent) + usual if len(frequent) >= 2 or usual else 0

    def _turned(self, words: str, at: int) -> bool:
        """设建 for 建设: unseen as it stands, usual the other way round."""
        first = max(0, at - 1)
        around = words[first : at + 3]
        if any(row in self.rows.seen for row in _threes(around)):
            return False
        pair = words[at : at + 2]
        turned = around[: at - first] + pair[::-1] + around[at - first + 2 :]
        return bool(self._weight(_threes(turned)))


_SERIES = (
    "仑论轮沦伦抡纶 式试拭 方访防妨纺仿坊房放 青清情请晴精静睛 包饱抱跑泡炮 召招绍昭照 正证政症征整 成诚城盛 各格络略洛 其期旗棋基欺 交较校胶郊 分份纷粉盼 令领铃龄岭邻 主住注驻柱往"
    " 且组祖租阻姐 由油抽邮 申伸神绅 古故估固枯苦 长张帐账胀涨 反返板版 工功攻巩贡项 兑税说脱锐 票漂飘标 曼慢漫 及级极吸 支枝技 半伴拌判叛 亡忙忘盲 施拖 裁载栽 证征 今念令 性生姓胜 亥该核孩刻 斤近听折析拆诉 占站战粘点沾"
    " 足促捉 者诸著都堵睹赌署暑 甫辅铺捕补 东冻栋 建健键 弟第递梯 安按案 官管馆 监蓝篮滥 见现视规 决快块诀缺 即既 竟竞 辨辩辫 幕墓慕暮募 燥躁噪操澡 偏编遍篇骗 仓苍创抢枪 仅汉权双"
    " 延廷诞庭 微徽 拔拨 浙淅 贷货 籍藉 瞻赡 弛驰 矫骄娇轿 储诸 遣遗 恳垦 崇祟 环坏怀 理埋 扶抉 材村 传转 受爱授 采彩菜 评坪 许午 诈作 识织职帜积 戒诫械 代伐 议义仪 象像橡 作昨 导异"
    " 复夏履 康庸 调周凋稠 桌卓 设没役投 贴帖 沟构购够 园圆 员损 源原愿 侵浸 险检捡验俭脸 经径轻劲 纪记 机讥饥 效郊校 续读赎 维唯堆推准 惟 镇填慎真 督叔 责绩债积 查杳 用甩 而面 拦栏兰 架驾 绿律 菅管 肾督 形行型刑 想相 样祥详养 壬任 户护 绝决 求术 含念贪 裙群郡 稳隐急 障章彰樟"
)
"""Characters of one series of shapes, mixed up in typing by strokes and on scanned pages."""


def _taken_for(spelling: Spelling) -> dict[str, frozenset[str]]:
    found = taken_for(spelling)
    for series in _SERIES.split():
        for sign in series:
            found[sign] = found.get(sign, frozenset()) | frozenset(series) - {sign}
    return found


def misfits(rows: Rows, spelling: Spelling, core: frozenset[str]) -> Misfits:
    """Ready for searching."""
    common = spelling.common | spelling.words | core
    turned = frozenset(word[::-1] for word in core) - common
    return Misfits(rows, common, turned, _taken_for(spelling))


def _means_each(words: str, at: int) -> bool:
    """认认真真, 一批批: doubled on purpose."""
    before = words[max(0, at - 2) : at]
    return before[-1:] in ("一", "每") or (len(before) == 2 and before[0] == before[1])


def _run(text: str, at: int) -> tuple[int, int]:
    """The Chinese characters around a place; an empty span where there is none."""
    found = _HAN.match(text, at)
    if found is None:
        return at, at + 1
    start = at
    while start and "一" <= text[start - 1] <= "鿿":
        start -= 1
    return start, found.end()


def _around(words: str, at: int) -> Iterator[str]:
    """The rows of three that hold a place."""
    return (words[i : i + 3] for i in range(max(0, at - 2), min(at, len(words) - 3) + 1))


def _threes(words: str) -> Iterator[str]:
    return (words[at : at + 3] for at in range(len(words) - 2))
