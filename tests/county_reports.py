"""Reports of townships that do not exist, alike as such reports are, for tests of a whole folder."""

import random

PLACES = [
    "青禾",
    "白石",
    "柳溪",
    "云台",
    "沙坪",
    "桃源",
    "石桥",
    "清泉",
    "双河",
    "竹山",
    "龙泉",
    "枫林",
    "大垌",
    "月湾",
    "松岗",
    "梅岭",
    "古塘",
    "新渡",
]
DEEDS = (
    "组织领导干部学法{a}次，开展法治培训{b}场次。",
    "全年排查化解矛盾纠纷{c}件，调处成功率98%。",
    "{place}镇在各村设立法律服务点{b}个，接待群众咨询{c}人次。",
    "开展普法宣传活动{b}场次，发放宣传资料{d}份。",
    "办理行政执法案件{a}件，无一件被复议纠错。",
    "召开院坝会{b}场，收集群众意见{c}条，逐条答复。",
    "完成重大行政决策合法性审查{a}件，审查合同{b}份。",
)
LACKS = ("执法人员数量偏少，主要原因是编制紧张", "普法形式不够新，原因是与群众需求结合不紧")
PLANS = ("加强执法队伍培训", "用好村级法律顾问", "做实人民调解", "办好赶集日普法")


def report_text(place, year, seed=0, *, plan=True):
    """A whole report of 青禾镇 and the like."""
    chance = random.Random(f"{place}{year}{seed}")
    numbers = dict(zip("abcd", (chance.randint(3, 9), chance.randint(12, 60), 0, 0), strict=True))
    numbers |= {"c": chance.randint(100, 400), "d": chance.randint(2, 9) * 1000, "place": place}
    deeds = chance.sample(DEEDS, len(DEEDS))
    lines = [
        f"云岭县{place}镇人民政府{year}年法治政府建设年度报告",
        "县人民政府：",
        f"{year}年，{place}镇扎实推进法治政府建设。现将有关情况报告如下。",
        "一、主要举措和成效",
        *(f"（{mark}）{place}实事第{n}项。" + deeds[n].format(**numbers) for n, mark in MARKS),
        "二、存在的不足和原因",
        f"一是{chance.choice(LACKS)}。",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况",
        f"镇党委书记、镇长切实履行第一责任人职责，主持研究法治工作{numbers['a']}次。",
        *([f"四、{year + 1}年工作安排", f"{chance.choice(PLANS)}。"] if plan else []),
        f"云岭县{place}镇人民政府",
        f"{year + 1}年1月{chance.randint(5, 28)}日",
    ]
    return "\n".join(lines)


MARKS = tuple(enumerate("一二三四五六七"))


def fill_folder(folder, count, year=2025):
    """That many reports as .txt; every name another place."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        place = PLACES[number % len(PLACES)] + ("" if number < len(PLACES) else CHARACTERS[number])
        (folder / f"{number:05d}.txt").write_text(report_text(place, year), encoding="utf-8")


CHARACTERS = [chr(0x4E00 + 7 * n) for n in range(2000)]
