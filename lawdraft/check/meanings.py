"""Words of one meaning, and words of one kind that exclude each other, by their two characters.

讨回工钱 and 追回工资 are told of one thing; 老年人 and 残疾人 are two, however alike the rest is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.synonyms import ALIKE

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = (
    # whom it is for
    (
        "老人 老年 高龄 银发 长者/五老 老同/残疾 残障/妇女 巾帼 女性/学生 青少 少年 儿童 未成 孩子 学子/务工 民工 职工 员工/商户 商铺 门店 店铺 店家 摊贩 商贩 经营/企业 厂家"
        "/军人 退役 老兵/游客/渔民 渔家/脱贫 贫困/低保 五保/受灾 灾民/种粮/孤儿 困境/牧民 牧户/果农/茶农/司机 骑手/党员"
    ),
    # what a dispute is about
    (
        "婚姻 婚恋 家事/邻里 相邻/山林 林权 林地 山场/土地 征地 田地 征收/劳资 欠薪 工资 工钱 薪酬 薪水 讨薪 劳动/物业/交通 车祸/医疗 医患/消费/债务 借贷/涉海 海域 涉渔 海上 海洋 与海 与渔"
        "/草场 草原 草山/宅基 农房 建房/旅游 景区/环境 环保 污染/噪声 噪音/油烟/扬尘/用水 水事 水源/工伤 伤亡/电梯/祖坟 坟山"
    ),
    # where it was
    "校园 学校 课堂 小学 中学/园区 厂区 车间/机关/村庄 田间 村组 入村 村头/集市 赶集 圩日 墟日 大集/军营/寺庙/法院 法庭/检察/牧场 牧区 草场/渔港 码头 渔村/工地/广场",
    # what was made or handed out
    "资料 材料 传单 手册 折页 读本 单页 小册/横幅 标语 条幅/视频 短片 影片/文章 稿件/展板 板报/标牌 示牌 牌子/合同 协议 契约/文件/决定/通知 告知",
)
DEEDS = frozenset(
    (
        "=培训",
        "=咨询",
        "=演出",
        "=检查",
        "=会议",
        "=入户",
        "=援助",
        "=化解",
        "=考试",
        "=演练",
        "=旁听",
    )
)
"""What is done so many times: two of these are two counts, however alike the rest is."""
EXCLUDING = 2  # kinds of which a count has but one: whom it is for, what a dispute is about


def _listed() -> dict[str, tuple[str, int]]:
    """Every pair of characters with the word that stands for its meaning, and its kind (-1 for none)."""
    known: dict[str, tuple[str, int]] = {}
    rows = [
        (row.split(), kind if kind < len(_KINDS) else -1)
        for kind, listed in enumerate((*_KINDS, ALIKE))
        for row in listed.split("/")
    ]
    for short in (True, False):  # 宣讲员 leaves 宣讲 to its own row
        for words, kind in rows:
            for word in words:
                if (len(word) == 2) == short:
                    for at in range(len(word) - 1):
                        known.setdefault(word[at : at + 2], ("=" + words[0], kind))
    return known


_LISTED = _listed()
PAIRS = frozenset(_LISTED)


def by_meaning(pairs: frozenset[str], listed: frozenset[str]) -> frozenset[str]:
    """Pairs of characters, those of them that are listed by the word that stands for the meaning."""
    return (pairs - listed).union([_LISTED[pair][0] for pair in listed]) if listed else pairs


def meanings_in(counted: Mapping[str, int]) -> dict[str, int]:
    """The words that stand for the meanings of counted pairs, with how often all their pairs are told."""
    told: dict[str, int] = {}
    for pair in PAIRS.intersection(counted):
        word = _LISTED[pair][0]
        told[word] = told.get(word, 0) + counted[pair]
    return told


def kinds_of(listed: frozenset[str]) -> dict[int, set[str]]:
    """Of each kind (whom it is for, what a dispute is about …) what the listed pairs name."""
    named: dict[int, set[str]] = {}
    for pair in listed:
        word, kind = _LISTED[pair]
        if kind >= 0:
            named.setdefault(kind, set()).add(word)
    return named
