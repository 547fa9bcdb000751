"""Characters written twice by mistake: doubled, or left where a sentence was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.changes import BACK, PAIR, ZERO, Change
from lawdraft.knowledge.language import COST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from lawdraft.knowledge.ground import Ground

SELDOM = 24  # steps: a character that costs more stands twice for itself
SURER = 6  # steps by which one word is more usual than another that shares a character
RARE = 10  # steps: two alike that are said less often than so are no word
ABOVE = 16  # steps: a word that is said less often than so is none on purpose


def _signs(text: str) -> NDArray[np.bool_]:
    """Which of 65,536 characters are among these: far quicker to ask than a list."""
    found = np.zeros(1 << 16, bool)
    found[[ord(sign) for sign in text]] = True
    return found


_EACH = _signs(
    "一二三四五六七八九十百千万零人大个村户件层处时天年月日家事常往慢渐多少好等种场声句条项步队片样面点滴街镇乡区县市省路局所站办院店钉厅委部科室组庭校社久频连节代岁星早晚远近高低上下口手把唠聊瞧坝巷罐坛坨馍吹"
)
"""Characters that stand twice on purpose: 人人, 村村通, 街街道, 所所长."""
_BEGINS = _signs("全大小新老多总各再不在地任")
"""Characters that stand before any word."""
_ENDS = _signs("河江湖海山岭坡沟湾港桥渠库塘村镇乡园街巷路季案区党组队语话")
"""Characters that end a name, and begin the word behind it: 洮河|河道, 采茶季|季节."""
_SUFFIXES = _signs("员书化性会者费室站队制")
"""Characters that make a longer word of one, and begin the word behind it."""
_LINKS = _signs("不没一了到又再")
"""Characters between two alike that make them one word: 是不是."""
_PAIRS = "案结 作了 作出 办了 办出 镇情 村情 乡情 县情 区情 市情 省情 国情 社情 关工 众筹 织密 户均 件均 案均 次均"
_APART = np.array([ord(pair[0]) << 16 | ord(pair[1]) for pair in _PAIRS.split()], np.uint64)
"""积案|案结事了, 工作|作了, 全镇|镇情, of which dictionaries know only the former or the whole."""
_BOUND = _signs("回涉抢混自阿不互共同乱多少大小无有非未可应难易半随边越即又新老各单双知")
"""Characters that begin two words side by side: 涉海涉渔, 抢收抢运, 自编自演."""
_ABOUT = _signs("约达近")
_COUNTED = _signs("一每逐老小")
"""Characters before two alike: 一批批, 老爷爷."""


def twice(ground: Ground) -> Change:
    """务务 for 务."""
    codes = ground.codes
    alike = (codes[1:] == codes[:-1]) & (codes[1:] > ZERO)
    places = np.flatnonzero(alike)
    if len(places):
        again = np.concatenate((alike, [False] * BACK))
        rows = again[places - 2] | again[places + 2]  # 明明白白
        rows |= ground.long[places] & ground.long[places + 1]  # 循循善诱
        places = places[~(rows | _parted(ground, places))]
    return Change("twice", places, 2, codes[places][:, None], np.zeros(len(places), bool))


def _parted(ground: Ground, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where the two belong to two words, or stand together on purpose."""
    codes, shift, sign = ground.codes, np.uint64(16), ground.codes[places]
    words = ground.words[0]  # 镇长|进进行, not 长进
    before = ground.is_word(codes[places - 1] << shift | sign)
    before &= words[places - 1] <= words[places] + SURER
    surely = before & (words[places] > ABOVE)  # 及时, not 再慢
    surely |= ground.words[1][places] >= 0  # 议事厅
    pair = sign << shift | codes[places + 2]
    behind = ground.is_word(pair) | np.isin(pair, _APART)
    behind &= ~(_ABOUT[codes[places + 2]] & (codes[places + BACK] == ZERO))  # 损失失约130万元
    named = behind & (_ENDS[sign] | _is_name(ground, places - 1))
    again = ground.is_word(codes[places + 2] << shift | codes[places + BACK])
    named |= behind & _SUFFIXES[sign] & ~again  # 协议书|书面, 议事会|会前, not 网格员员|工作
    behind |= _BEGINS[sign]  # 安全|全覆盖
    each = ground.is_word(sign << shift | sign) & ~(surely & ~behind)  # 明明, but 及时时
    seldom = (words[places + 1] <= RARE) & (words[places + 1] != 0)  # 白白 is listed as a name
    each &= ~(behind & ~before & seldom)  # 进进行
    ends = (words[places] > ABOVE) | (ground.words[1][places] >= 0)
    each &= ~(seldom & ends & (words[places + PAIR] < RARE) & ~behind)  # 项目录录
    each |= _EACH[sign] & ~(surely & ~behind)  # 村村通
    each |= _EACH[sign] & (codes[places + 2] == sign)  # 案件|件件回访
    each |= (ground.tables.language.single[sign] & COST) >= SELDOM  # 粑粑, 囡囡
    parted: NDArray[np.bool_] = (before & behind) | named | each | _COUNTED[codes[places - 1]]
    return parted


def _is_name(ground: Ground, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """西兰卡普|普法: a character of no word, in a row that texts have."""
    found: NDArray[np.bool_] = ~ground.covered[places] & (ground.values[1][places] >= 0)
    return found


def left(ground: Ground) -> Iterator[Change]:
    """按照按原貌 for 按原貌, 收回收问卷 for 收回问卷: what changing a sentence left."""
    codes = ground.codes
    places = np.flatnonzero((codes[:-2] == codes[2:]) & (codes[:-2] > ZERO))
    first, between = codes[places], codes[places + 1]
    meant = (between <= ZERO) | (between == first) | _LINKS[between]  # 是不是, 看一看
    meant |= _BOUND[first]
    closed = (codes[places + PAIR + 1] == 0) & (ground.values[3][places + PAIR] < 0)
    strange = ground.strange[places + 1] | closed  # 清单清零 is none, but 权责清单清
    places = places[~(meant | _EACH[first] | ~strange)]
    pair = codes[places] << np.uint64(16) | codes[places + 1]
    third = np.minimum(places + PAIR + 1, len(codes) - 1)
    behind = codes[third]
    rows = ground.is_word(codes[places] << np.uint64(16) | behind)  # 抢收抢运
    rows |= _ABOUT[behind]  # 长廊长约300米
    rows |= (ground.words[0][third] > ABOVE) | (ground.words[2][third] >= 0)  # 知己知彼
    places = places[ground.is_word(pair) & ~rows]
    both = np.stack((codes[places], codes[places + 1]), 1)
    for rights in (both[:, :1], both):
        yield Change("left", places, PAIR + 1, rights, np.zeros(len(places), bool))
    yield _stutter(ground)


def _stutter(ground: Ground) -> Change:
    """备忘录忘录: the end of a word twice, which is no word itself."""
    codes = ground.codes
    rows = (
        (codes[:-BACK] == codes[2:-1]) & (codes[1:-PAIR] == codes[BACK:]) & (codes[:-BACK] > ZERO)
    )
    places = np.flatnonzero(rows)
    torn = ground.is_word(codes[places - 1] << np.uint64(16) | codes[places])
    torn &= ground.words[0][places + 1] < 0  # neither 一件一件 nor 了解了解
    torn = (torn | (ground.words[1][places + 1] >= 0)) & (codes[places + 1] > ZERO)
    places = places[torn & (codes[places] != codes[places + 1])]
    both = np.stack((codes[places], codes[places + 1]), 1)
    return Change("left", places, PAIR + PAIR, both, np.zeros(len(places), bool))


def again(ground: Ground) -> Change:
    """明明白 and 明白白, of which a word is 明明白白: what is missing, and where."""
    codes, shift = ground.codes, np.uint64(16)
    doubled = np.flatnonzero((codes[1:] == codes[:-1]) & (codes[1:] > ZERO))
    before, twin, behind = codes[doubled - 1], codes[doubled], codes[doubled + 2]
    found = []
    for first, second, sign in ((twin, behind, behind), (before, twin, before)):
        pairs = (first << shift | first) << shift << shift | second << shift | second
        listed = ground.tables.language.listed(pairs) >= 0
        found.append(listed & (first != second) & (sign > ZERO))
    after, ahead = codes[doubled + BACK], codes[doubled - 2]
    found[0] &= (after != behind) & ~ground.is_word(behind << shift | after)  # 明明|白纸
    found[1] &= (ahead != before) & ~ground.is_word(ahead << shift | before)
    at = np.concatenate((doubled[found[0]] + BACK, doubled[found[1]] - 1))
    rights = np.concatenate((behind[found[0]], before[found[1]]))
    return Change("again", at, 0, rights[:, None], np.zeros(len(at), bool))
