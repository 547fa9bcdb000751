"""Measure words of such reports, longest first, as one pattern."""

import re

_UNITS = """
人次 件次 场次 批次 户次 家次 辆次 车次 例次 条次 点次 班次 期次 船次 艘次 台次 项次 份次 篇次 课次 岗次 卷次 宗次 起次 处次 个次 名次
人份 人天 课时 学时 学分 小时 分钟 个工作日 工作日 个月 个百分点 百分点 平方公里 平方千米 平方米 ㎡ 立方米 公顷 公里 千米 公斤 千克
次 件 起 场 份 个 名 人 户 家 条 项 处 宗 例 篇 期 支 套 册 本 张 幅 块 台 辆 艘 位 批 所 座 间 亩 吨 米 斤 元 分 天 节 讲 卷 部 面
盏 只 头 株 棵 袋 盒 箱 枚 根 瓶 口 栋 幢 组 对 队 轮 堂 课 班 集 片 扇 页 款 笔 单 道 则 桩 尊 遍 回 桶 把 门 顶 架 匹 羽 票 种 类 层
人（次） 场（次） 批（次） 件（次） 户（次） 家（次） 辆（次） 家(次) 辆(次) 人(次) 场(次) 批(次) 件(次) 户(次)
"""
UNITS: tuple[str, ...] = tuple(sorted(_UNITS.split(), key=len, reverse=True))
UNIT_PATTERN = (
    "(?:" + "|".join(map(re.escape, UNITS)) + "|首(?![先批次位部届创席例都]|选|府)|[%％])"
)
_PLAIN = str.maketrans({"（": "", "）": "", "(": "", ")": "", "％": "%"})


def plain_unit(printed: str) -> str:
    """The unit without brackets and widths: 人（次） → 人次, ％ → %."""
    return printed.translate(_PLAIN)
