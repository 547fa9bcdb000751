"""The fonts a document names, what may stand in for one, and what to do where one is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.pages import Face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.export.options import Options
    from lawdraft.export.preset import Preset
    from lawdraft.model.pages import FontRole

ROLES: tuple[tuple[FontRole, str], ...] = (
    ("fang", "body"),
    ("hei", "level1"),
    ("kai", "level2"),
    ("title", "title"),
    ("song", "page_number"),
    ("latin", "digits"),
)
KEY_OF_ROLE = dict(ROLES)
# Same letterforms under other names: the standard names no foundry (rules.md, section 6).
ALIKE: tuple[tuple[str, ...], ...] = (
    (
        "仿宋_GB2312",
        "仿宋",
        "FangSong",
        "FangSong_GB2312",
        "方正仿宋_GBK",
        "方正仿宋简体",
        "华文仿宋",
        "STFangsong",
    ),
    (
        "楷体_GB2312",
        "楷体",
        "KaiTi",
        "KaiTi_GB2312",
        "方正楷体_GBK",
        "方正楷体简体",
        "华文楷体",
        "STKaiti",
    ),
    ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti", "微软雅黑"),
    (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "小标宋体",
        "FZXiaoBiaoSong-B05S",
        "华文中宋",
        "STZhongsong",
        "宋体",
    ),
    ("宋体", "SimSun", "新宋体", "NSimSun", "华文宋体", "STSong"),
    ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"),
)
SAME = (  # one font under its Chinese and its English name
    ("仿宋", "FangSong"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("新宋体", "NSimSun"),
    ("仿宋_GB2312", "FangSong_GB2312"),
    ("楷体_GB2312", "KaiTi_GB2312"),
    ("华文中宋", "STZhongsong"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
)
FREE = {  # stand-ins of free systems, for the picture on the screen alone
    "fang": ("FandolFang R", "FandolFang", "Noto Serif CJK SC"),
    "kai": ("FandolKai", "AR PL UKai CN", "Noto Serif CJK SC"),
    "hei": ("FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "song": ("FandolSong", "Noto Serif CJK SC", "AR PL UMing CN"),
    "title": ("Noto Serif CJK SC SemiBold", "FandolSong", "Noto Serif CJK SC"),
    "latin": ("DejaVu Serif",),
}
ADVICE = {
    "fang": "在 Windows“可选功能”里添加“简体中文补充字体”可得仿宋",
    "kai": "在 Windows“可选功能”里添加“简体中文补充字体”可得楷体",
    "hei": "在 Windows“可选功能”里添加“简体中文补充字体”可得黑体",
    "title": "请向本单位办公室要方正小标宋字库并安装，或改用华文中宋",
    "song": "请安装宋体",
    "latin": "请安装 Times New Roman，或让数字随中文字体",
}
LABEL = {
    "fang": "正文",
    "hei": "一级标题",
    "kai": "二级标题",
    "title": "标题",
    "song": "页码",
    "latin": "数字",
}


@dataclass(frozen=True, slots=True)
class MissingFont:
    """A font named by the document that is not on this computer; `instead` is, if not ""."""

    key: str  # of the option and preset value: body, level1 …
    family: str
    instead: str
    sentence: str


def chosen_fonts(preset: Preset, options: Options) -> tuple[tuple[FontRole, str], ...]:
    """Role and family of every face; options go before the preset; no digits face: left out."""
    asked = dict(options.fonts)
    named = ((role, asked.get(key, preset.font(key))) for role, key in ROLES)
    return tuple((role, family) for role, family in named if family)


def faces(fonts: Iterable[tuple[FontRole, str]]) -> tuple[Face, ...]:
    """The faces with what may stand in for each on the screen, best first."""
    return tuple(Face(role, family, (*substitutes(family), *FREE[role])) for role, family in fonts)


def substitutes(family: str) -> tuple[str, ...]:
    """Other names of the same letterforms, then near ones: 仿宋_GB2312 → 仿宋, FangSong …"""
    for group in ALIKE:
        if family in group:
            return tuple(other for other in group if other != family)
    return ()


def missing_fonts(
    fonts: Iterable[tuple[FontRole, str]], installed: Iterable[str]
) -> tuple[MissingFont, ...]:
    """What the document names and the computer lacks, with the nearest that it has."""
    families = _with_other_names({family.casefold() for family in installed})
    missing = []
    for role, family in fonts:
        if family.casefold() in families:
            continue
        instead = next((o for o in substitutes(family) if o.casefold() in families), "")
        missing.append(MissingFont(KEY_OF_ROLE[role], family, instead, _say(role, family, instead)))
    return tuple(missing)


def _with_other_names(families: set[str]) -> set[str]:
    pairs = [{name.casefold() for name in pair} for pair in SAME]
    return families.union(*(pair for pair in pairs if pair & families))


def _say(role: FontRole, family: str, instead: str) -> str:
    start = f"这台电脑没有{LABEL[role]}用的字体“{family}”"
    if instead:
        return f"{start}，可改用已安装的“{instead}”；或{ADVICE[role]}。"
    return f"{start}；{ADVICE[role]}。在有这个字体的电脑上打开，版面不变。"
