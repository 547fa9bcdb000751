"""Reports of fictional places, each of its own sentences, for the tests of similarity."""

import random

_WHO = ["驻村干部", "网格员", "调解主任", "退役军人", "返乡教师", "法律明白人", "老党员", "护林员"]
_WHAT = [
    "田埂界线",
    "茶山承包",
    "灌渠轮水",
    "彩礼返还",
    "宅基邻墙",
    "果园踩踏",
    "鱼塘漏水",
    "坟地迁移",
]
_HOW = [
    "夜访算账",
    "院坝对质",
    "现场拉尺",
    "请族长作证",
    "翻查老契",
    "分时放水",
    "换地补差",
    "先垫后结",
]
_END = [
    "当场握手",
    "三日内履约",
    "书面具结",
    "没有反复",
    "双方撤诉",
    "签字存档",
    "群众旁听",
    "回访无异议",
]


def paragraph(seed, sentences=6):
    """Sentences no other seed says."""
    dice = random.Random(seed)
    said = []
    for _ in range(sentences):
        name = "".join(dice.choice("柏桐枫榆槐楠樟栗橡桦杉椿") for _ in range(3))
        parts = [dice.choice(words) for words in (_WHO, _WHAT, _HOW, _END)]
        said.append(
            f"{name}湾{parts[0]}受理{parts[1]}纠纷{dice.randint(2, 90)}件，"
            f"采取{parts[2]}的办法逐户说理，{name}祠堂前{parts[3]}。"
        )
    return "".join(said)


def report(unit, year, seed, paragraphs=4):
    """A whole small report."""
    body = "\n".join(paragraph(f"{seed}/{k}") for k in range(paragraphs))
    return (
        f"{unit}{year}年度法治政府建设工作情况报告\n{body}\n{unit}人民政府\n{year + 1}年1月20日\n"
    )


UNITS = ["青禾镇", "白石乡", "云坪镇", "柳岸街道", "鹿鸣镇", "松涧乡", "沙洲镇", "竹溪镇", "雁塔乡"]
