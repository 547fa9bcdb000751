"""List which characters are written for each other, for make_language.py.

    QT_QPA_PLATFORM=offscreen python packaging/make_alike.py --out alike.txt

Needs pypinyin (MIT) for the sounds and a Song or Hei font with all of GB 2312 for the shapes. The
result, in three blocks parted by '#': groups of characters of one syllable, whatever the tone; a
character with those that look like it, the likeliest first; and which groups sound nearly alike
(zh z, in ing, n l), by their numbers. Shapes are compared as they are drawn:
the whole, the right half (扬 杨), the left (延 廷), the lower (甲 申) and the upper one.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from pypinyin import Style, pinyin
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

SIDE, HALF = 48, 20  # pixels of a drawn character, where its halves part
READINGS = 2  # of a character that has several; the others are rare
NEAREST = 16  # look-alikes a character
SERIES = """
懒赖 琐锁 瞻赡 折拆 励厉历 未末 己已巳 戊戌戍 竖树 俗熟 贯惯 渴竭歇 偿尝 辟僻避 络格 尊遵 弃异 拨拔 幅副辐 侯候 栗粟 晴睛 崇祟 瞒满 密蜜
仑论轮沦伦抡纶 式试拭 方访防妨纺仿坊房放 青清情请晴精静睛 包饱抱跑泡炮 召招绍昭照 正证政症征整 成诚城盛 各格络略洛 其期旗棋基欺 交较校胶郊 分份纷粉盼 令领铃龄岭邻
主住注驻柱往 且组祖租阻姐 由油抽邮 申伸神绅 古故估固枯苦 长张帐账胀涨 反返板版 工功攻巩贡项 兑税说脱锐 票漂飘标 曼慢漫 及级极吸 支枝技 半伴拌判叛 亡忙忘盲 施拖 裁载栽
证征 今念令 性生姓胜 亥该核孩刻 斤近听折析拆诉 占站战粘点沾 足促捉 者诸著都堵睹赌署暑 甫辅铺捕补 东冻栋 建健键 弟第递梯 安按案 官管馆 监蓝篮滥 见现视规 决快块诀缺 即既
竟竞 辨辩辫 幕墓慕暮募 燥躁噪操澡 偏编遍篇骗 仓苍创抢枪 仅汉权双 延廷诞庭 微徽 拔拨 浙淅 贷货 籍藉 瞻赡 弛驰 矫骄娇轿 储诸 遣遗 恳垦 崇祟 环坏怀 理埋 扶抉 材村
传转 受爱授 采彩菜 评坪 许午 诈作 识织职帜积 戒诫械 代伐 议义仪 象像橡 作昨 导异 复夏履 康庸 调周凋稠 桌卓 设没役投 贴帖 沟构购够 园圆 员损 源原愿 侵浸
险检捡验俭脸 经径轻劲 纪记 机讥饥 效郊校 续读赎 维唯堆推准 惟 镇填慎真 督叔 责绩债积 查杳 用甩 而面 拦栏兰 架驾 绿律 菅管 肾督 形行型刑 想相 样祥详养 壬任 户护
绝决 求术 含念贪 裙群郡 稳隐急 障章彰樟 履覆屦 筹踌 系糸 政攻 设没 纷汾份 用甲 讲计 任壬 已己 未末 律侓津 量亮 序敘 纠钩纣 围为 育肓 患悲惠 彻澈 决快诀 网纲
析折 诉拆 维唯 织职识 检捡 督睹 普谱 范犯 规归 协胁 矛予 盾遁 仲冲 裁栽 核该 宣宜 贯惯 曲典 届界 期昐盼 脱托拖 晾谅凉
"""
"""Mixed up in typing by strokes and on scanned pages, whatever the drawn shapes say."""
# From which likeness on (correlation), and how much more is twice as sure.
WHOLE, RIGHT, LEFT, LOWER, UPPER = (0.58, 0.3), (0.72, 0.25), (0.93, 0.1), (0.80, 0.2), (0.97, 0.1)


def characters() -> list[str]:
    """The 6,763 characters of GB 2312."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [sign for code in codes if (sign := code.decode("gb2312", "ignore"))]


def syllables(signs: list[str]) -> dict[str, str]:
    """Characters of one syllable, by its name."""
    groups: dict[str, list[str]] = defaultdict(list)
    for sign in signs:
        for reading in pinyin(sign, style=Style.NORMAL, heteronym=True)[0][:READINGS]:
            groups[reading].append(sign)
    return {name: "".join(group) for name, group in sorted(groups.items()) if len(group) > 1}


NEARLY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l"))
ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
"""What many dialects, and so many who type by sound, do not tell apart."""


def nearly_alike(names: list[str]) -> list[str]:
    """Which syllables sound nearly alike: 3-17, by their numbers in the list."""
    number = {name: at for at, name in enumerate(names)}
    found = set()
    for name in names:
        others = [other + name[len(one) :] for one, other in NEARLY if name.startswith(one)]
        others += [name[: -len(one)] + other for one, other in ENDINGS if name.endswith(one)]
        found |= {(number[name], number[other]) for other in others if other in number}
    return [f"{one}-{other}" for one, other in sorted(found) if one != other]


def drawn(signs: list[str], family: str) -> np.ndarray:
    """Pictures of the characters, a little blurred; shape (characters, SIDE, SIDE)."""
    font = QFont(family)
    font.setPixelSize(SIDE)
    pictures = np.zeros((len(signs), SIDE, SIDE), np.float32)
    for number, sign in enumerate(signs):
        image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, image.bytesPerLine())
        pictures[number] = rows[:, :SIDE] / 255
    for axis in (1, 2):
        pictures = sum(np.roll(pictures, by, axis) for by in (-1, 0, 1)) / 3
    return pictures


def likeness(pictures: np.ndarray) -> np.ndarray:
    """How alike any two of the pictures are: their correlation."""
    flat = pictures.reshape(len(pictures), -1)
    flat = flat - flat.mean(1, keepdims=True)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-6
    return flat @ flat.T


def look_alikes(signs: list[str], family: str) -> list[str]:
    """A character and those that look like it, a string each."""
    all_of = drawn(signs, family)
    whole = likeness(all_of)
    score = (whole - WHOLE[0]) / WHOLE[1]
    for part, (least, more) in (
        (all_of[:, :, HALF:], RIGHT),
        (all_of[:, HALF:, :], LOWER),
        (all_of[:, : HALF + 2, :], UPPER),
    ):
        score = np.maximum(score, (likeness(part) - least) / more)
    left = (likeness(all_of[:, :, :HALF]) - LEFT[0]) / LEFT[1] - 0.3 * (whole < 0.45)
    score = np.maximum(score, left)
    np.fill_diagonal(score, -1)
    nearest = np.argsort(-score, axis=1)[:, :NEAREST]
    like: dict[str, dict[str, None]] = defaultdict(dict)
    for series in SERIES.split():
        for sign in series:
            like[sign].update(dict.fromkeys(other for other in series if other != sign))
    for number, others in enumerate(nearest):
        found = (signs[other] for other in others if score[number, other] > 0)
        like[signs[number]].update(dict.fromkeys(found))
    return [sign + "".join(others) for sign, others in sorted(like.items()) if others]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--font", default="Noto Sans CJK SC")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    _ = QGuiApplication([])
    signs = characters()
    sounds = syllables(signs)
    blocks = (sounds.values(), look_alikes(signs, asked.font), nearly_alike(list(sounds)))
    text = "\n#\n".join("\n".join(block) for block in blocks) + "\n"
    asked.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
