"""Reports of fictional places, each of its own sentences, for the tests of similarity."""

import random

_LETTERS = (
    "茶山溪桥渠岸柏桐枫榆槐楠樟栗橡桦杉椿禾稻粟麦棉麻桑蚕竹笋菌菇藕莲鱼虾蟹鸭鹅牛羊犁耙锄镰"
    "磨碾仓廪井泉塘坝闸堰堤渡舟帆桨网篓筐箩席毯帘幔窗棂檐瓦砖石砂泥浆漆铜铁锡银针线布帛绢绸缎锦"
    "绣剪尺秤斗升合斤两钱票券账簿册页笔墨纸砚琴棋书画鼓锣笛箫歌舞灯笼烛火炉灶锅碗盆盘杯壶瓶罐缸"
)


def paragraph(seed, sentences=6):
    """Sentences no other seed says."""
    dice = random.Random(seed)
    said = []
    for _ in range(sentences):
        words = ["".join(dice.sample(_LETTERS, 2)) for _ in range(16)]
        words[5] += f"{dice.randint(2, 900)}件，"
        words[10] += "，"
        said.append("".join(words) + "。")
    return "".join(said)


def report(unit, year, seed, paragraphs=4):
    """A whole small report."""
    body = "\n".join(paragraph(f"{seed}/{k}") for k in range(paragraphs))
    return (
        f"{unit}{year}年度法治政府建设工作情况报告\n{body}\n{unit}人民政府\n{year + 1}年1月20日\n"
    )


UNITS = ["青禾镇", "白石乡", "云坪镇", "柳岸街道", "鹿鸣镇", "松涧乡", "沙洲镇", "竹溪镇", "雁塔乡"]


def copied(comparison):
    """The matches that are no set phrases."""
    return [match for match in comparison.matches if match.kind == "copied"]
