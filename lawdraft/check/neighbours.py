"""Neighbours' names without 镇, left in: 建设平安莲花, 朱田司法所, 朱田坚持….

Such a name is told where the gazetteer has it among the towns of our own county; and in a slogan or
before 司法所 also where it is a town anywhere and no ordinary word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawdraft.check.home import Home
    from lawdraft.check.reading import Passage, Reading

_SLOGAN = re.compile(
    r"(?:法治|平安|美丽|和谐|幸福|善治|清廉|文明|宜居|富美|活力|魅力|智慧|共富|诚信|美好|现代化|高质量)“?(?P<name>[一-鿿]{2,4}?)"
    r"(?=[，。；、”！]|建设|创建|新|品牌|目标|的(?!法|建)|迈|再|蓝图|篇章|名片|底色|贡献|提供|\Z)"
)
_OFFICE = re.compile(
    r"(?:(?<![一-鿿])|(?<=[由在向对受按照实彻经报与和及同据被到把将从为以是请让达合的导强]))(?P<name>[一-鿿]{2,4}?)"
    r"(?P<office>司法所|派出所|综治中心|便民服务中心|党群服务中心|政务服务中心|综合(?:行政)?执法|矛盾(?:纠纷)?(?:多元)?(?:化解|调处|调解)(?:化解)?中心|人民调解委员会|调委会|法治办|党委|党工委|政府|人民政府|办事处|人大)"
)
_SUBJECT = re.compile(
    r"(?<![一-鿿])(?:今年|20\d\d年|全年|一年来|目前|截至目前)?，?(?P<name>[一-鿿]{2,4}?)"
    r"(?=始终|坚持|认真|扎实|紧紧|积极|持续|深入|全面|不断|严格|将|共|累计|高度|着力|干部|群众|人民|各村|辖区|班子|全体)"
)
# towns are called so, and slogans say it of anything
_ORDINARY = frozenset(
    [
        "和谐",
        "建设",
        "文明",
        "文化",
        "和平",
        "团结",
        "胜利",
        "幸福",
        "光明",
        "广场",
        "公园",
        "市场",
        "新城",
        "城市",
        "中心",
        "平安",
        "工业",
        "友谊",
        "民主",
        "富强",
        "繁荣",
        "创新",
        "科技",
        "新村",
        "前进",
        "红旗",
        "解放",
        "人民",
        "劳动",
        "法治",
        "生态",
        "美丽",
        "乡村",
        "社区",
        "沙龙",
        "城关",
        "城区",
        "城镇",
        "开发区",
        "新区",
        "园区",
        "街区",
        "家园",
        "校园",
        "大道",
        "交通",
        "边境",
        "民族",
        "中国",
        "宜居",
        "清廉",
        "诚信",
        "生活",
        "家庭",
        "企业",
        "农村",
        "基层",
        "江河",
        "河湖",
        "水利",
        "林业",
        "农业",
        "旅游",
        "工业园",
        "古镇",
        "小院",
        "水乡",
        "古城",
        "小城",
        "村庄",
        "侨乡",
        "茶乡",
        "山村",
        "院落",
        "大院",
        "庭院",
        "街巷",
        "楼宇",
        "商圈",
        "景区",
        "古村",
        "老街",
        "渔港",
        "港口",
        "码头",
        "集镇",
        "边关",
        "边疆",
        "高原",
        "草原",
        "牧区",
        "海岛",
        "湖区",
        "库区",
        "山区",
        "林区",
        "矿区",
        "湾区",
        "田园",
        "果园",
        "茶园",
        "花园",
        "乐园",
        "新居",
        "湿地",
        "森林",
        "学校",
        "医院",
        "机关",
        "单位",
        "网格",
        "驿站",
        "长廊",
    ]
)
_ANYWHERE = ("司法所", "综治中心")


def neighbours(passage: Passage, reading: Reading, home: Home) -> Iterator[tuple[int, int]]:
    """Start and end of every such name."""
    if home.place is None and home.level not in ("镇", "乡", "街道"):
        return
    for pattern in (_SLOGAN, _OFFICE, _SUBJECT):
        for found in pattern.finditer(passage.text):
            anywhere = pattern is _SLOGAN or (pattern is _OFFICE and found["office"] in _ANYWHERE)
            if _is_neighbour(found["name"], reading, home, anywhere=anywhere):
                yield found.span("name")


def bare_names(towns: Iterable[str]) -> frozenset[str]:
    """殷祖 of 殷祖镇, 黄沙 of 黄沙瑶族乡: names of two characters and more."""
    names = {re.sub("(?:街道|镇|乡)$", "", town) for town in towns if town[-1] in "镇乡道"}
    names |= {re.sub("(?:[一-鿿]{1,4}族)+$", "", name) for name in names}
    return frozenset(name for name in names if len(name) > 1)


def _is_neighbour(name: str, reading: Reading, home: Home, *, anywhere: bool) -> bool:
    """A town of our county, or where `anywhere` of any; no ordinary word, no village of ours."""
    ours = (home.bare, *home.above)
    if any(name in own for own in ours) or name in _ORDINARY:
        return False
    if name in reading.sibling_towns:
        return not _our_village(name, reading.text)
    if not anywhere or name in reading.knowledge.spelling.common:
        return False
    towns = reading.knowledge.places
    known = any(towns.is_township(name + end) for end in ("镇", "街道", "乡"))
    return known and not _our_village(name, reading.text)


def _our_village(name: str, text: str) -> bool:
    """Whether the report names a village, a community or a street of that name."""
    return any(
        name + end in text for end in ("村", "社区", "小区", "路", "河", "山", "居委会", "片区")
    )
