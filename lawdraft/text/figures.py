"""The numbers a report states, with unit, qualifier, what is counted and their part in the text.

No figures: dates (12·4, 3月15日), hotlines (12345), coined terms (“1+5+N”, 三位一体, 八五普法), ordinals (第三次),
document numbers, years and periods, list numbers, one-of-each phrases (一村一法律顾问), circles (30分钟…圈).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.report import Figure, FigureRole, Span
from lawdraft.text.numerals import parse_number
from lawdraft.text.things import is_standing_fact, thing_of
from lawdraft.text.units import UNIT_PATTERN, plain_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _words(listed: str) -> list[str]:
    return listed.split()


_ARABIC = r"(?<!\d)[1-9]\d{0,2}(?:[ \xa0\u2009]\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十百千万亿零〇]+"
_FIGURE = re.compile(
    rf"(?P<pre>不少于|不低于|不超过|不高于|不多于|不小于|至少|最多|超过|突破|将近|接近|大约|(?<![民条公合节签契预制履规])约|不足(?=[\d一二三四五六七八九十百千])|(?<![办收达做见看得找用想拿遇])不到(?=\d)|近|(?<!商)超|逾|上(?=[百千万]))?"
    rf"(?P<percent>百分之)?"
    rf"(?P<low>{_ARABIC}|(?<=百分之){_CHINESE}点[零一二三四五六七八九]{{1,3}}|{_CHINESE}) ?(?P<scale>(?:(?<=\d)[十百千]?[万亿]?|(?<=\d )[百千万亿])?)"
    rf"(?:[%％个户次名人]?(?:-|—|–|－|~|～|至|到)(?P<high>{_ARABIC}|{_CHINESE}) ?(?P<high_scale>(?:(?<=\d)[百千]?[万亿]?)?))?"
    rf" ?(?P<mid>余|多|来|几)? ?(?P<late>[百千]?[万亿]?)(?P<mid2>余|多)? ?"
    rf"(?P<unit>{UNIT_PATTERN})?(?P<post>以上|以下|左右|以内|上下)?"
)
_QUOTED = re.compile(
    r"“[^”\n]{1,24}”|《[^》\n]{1,60}》|〔[^〕\n]{1,8}〕|\[[^\]\n]{1,40}\]|‘[^’\n]{1,20}’"
)
_ADDRESS = re.compile(r"https?://[^\s\u4e00-\u9fff]+|[\w.]{1,64}@[\w.]+|\d{3,4}-\d{7,8}", re.ASCII)
_IDIOM = re.compile(
    r"个(?:方面|维度|环节|层面|确立|意识|自信|维护|坚持|统筹|一(?![定般])|结合|亲自|到位|严禁|必须)|小时(?:以外|之外|外)|分之"
)
"""What even after a digit is no figure: 4个自信, 3个方面."""
_HOTLINES = frozenset(
    _words("12345 12348 12309 12315 12337 12388 12389 12369 12333 12320 110 119 120 122")
)
_BEFORE_NO = re.compile(
    r"(?:第 ?|(?<!换)届|届[一二三四五六七八九十\d]次、|[A-Za-z+＋·•.．/×*〔\d]|[零〇○]|[〔(（]20\d\d[〕)）]|[年月][-—至到])\Z"
)
_AFTER_NO = re.compile(
    r" ?(?:[年月号日级届版代后周岁秒期](?!次)|[+＋·•×*/]|分之|位?一体|季度|时\d|个?月份|[A-Za-z])"
)
_WORD_AFTER = frozenset(
    _words(
        "部门 部分 组织 面向 分别 分类 分管 分析 对于 对照 对接 对口 项目 人民 班子 班车 口径 节约 节点 名单 本地 条例 "
        "家庭 单位 类型 种类 道路 队伍 层级 层面 批准 批示 处理 处置 起来 起草 期间 场所 回应 回访 元旦 把握 集中 集体"
    )
)
_COINED_AFTER = re.compile(
    r"对一|人一|户一|户一码|家万户|家万|人大|次性|次办|次告知|次跑|件事|位一体|人小组|户长|户联|家人|名单|支部|次全会"
    r"|期工程|期项目|件实事|件大事|轮车|本账|张网|张清单|条线|个一|处一|所一庭|所联|名一|期叠加|场硬仗|场战役|场攻坚|套班子|部曲|件民生|次不落|人一组|票否决|人一档|元一次方程"
)
_SOLID = frozenset(
    _words(
        "次 场 场次 人次 件次 批次 户次 家次 件 起 份 名 人 户 家 支 册 期 篇 台 辆 艘 位 处 元 亩 吨 批 幅 例 宗 座 间 轮 课时 学时 "
        "平方米 平方公里 公里 百分点 个百分点 部 条 套 堂"
    )
)
"""Units that count something even after a Chinese numeral: 三次, 五千份; not 三项制度, 四个自信."""
_SOLID_AFTER_GE = re.compile(
    r"(?:国家级|[省市县镇村]级|全[国省市县]|新的?|重点|主要|试点|[\u4e00-\u9fff]{2,8}(?=示范[村点区]|工作[室站]|基地|阵地|品牌))?(?:示范[村点区]|工作[室站]|基地|试点|问题|纠纷)|"
    r"(?:行政|自然)?村|社区|居委会|居民|调解|站|室|点|工作|单位|部门|小组|品牌|阵地|窗口|网格|企业|案|项目|公园|广场|中队|大队|支部|小区|学校|法治"
)
_CLAUSE_ENDS = frozenset(("", *"。，；、\n"))
_COUNTED = r"(?:问题|村|社区|广场|阵地|中心|公园|站|室|点|所|平台|基地|小组|委员会|队伍|品牌|项目|隐患|线索|案件?|窗口|网格|单位|部门|企业|栏|长廊|文件|建议|提案|公开|先进集体|荣誉)"
_PLACE_AFTER_JIA = frozenset("子庄店屯沟湾寨村镇乡坪坝河营铺集岭堡")
_ONE_LEFT = re.compile(r"[统第唯任每逐之同万不专单合如周期初其某另这那再又首下上前后]\Z")
_ONE_UNITS = frozenset(
    _words("名 次 场 场次 起 期 支 处 座 位 家 所 台 辆 套 间 人 件 份 批 部 个 堂 课")
)
_ONE_CUE = re.compile(
    r"(?:每[^，。；]{0,14}|各[^，。；]{0,8}|均[^，。；]{0,6}|至少|不少于|不低于|聘请了?|选聘了?|配备了?|配有|配齐|选派了?|新增了?|召开了?|举办了?|组织了?"
    r"|开展了?|发生了?|办理了?|受理了?|建成了?|设立了?|荣获[^，。；]{0,6}|人均|有|以及|和|、)[^，。；]{0,6}\Z"
)
_ALWAYS_ONE = re.compile(
    r"(?:每[^，。；]{0,14}|各[^，。；]{0,8}|均[^，。；]{0,6}|至少|不少于|不低于)[^，。；]{0,6}\Z"
)
_PER = re.compile(r"/(?:月|周|年|季|天|人|户)")
_RATE = re.compile(
    r"(?:每[一两三半]?(?:个)?(?:月|周|季度?|半年|年度?|天|日|旬|双月|学期|名|人|位|户|村|社区|村民小组|网格|场|件|案)|[人月年户日周村]均"
    r"|每[\d十百千万亿]{1,6}(?:人|名|户|口|位|居民|常住|家|件)|平均(?!得?分|用时|办?理?时))[^，。；：]{0,16}\Z"
)
_END_MARK = re.compile(r"[，。；）\[]|\Z")


_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")


def find_figures(text: str, plan_spans: Iterable[Span] = ()) -> tuple[Figure, ...]:
    """All figures of a text in order; those inside `plan_spans` are targets. No indicator is set.

    2万余份 → number 20000, unit 份, qualifier 余; 5-10户 → number 5, high 10; 百分之九十 → 90 %.
    """
    plain = text.translate(_FULL_WIDTH)  # １２．５万元: as long as before
    walls = _Spans(_walls(plain))
    plan = _Spans(sorted((span.start, span.end) for span in plan_spans))
    figures = []
    for found in _FIGURE.finditer(plain):
        figure = _figure(plain, found, walls)
        if figure is not None:
            figures.append(_with_role(plain, figure, plan))
    if plain == text:
        return tuple(figures)
    return tuple(replace(each, text=text[each.start : each.end]) for each in figures)


class _Spans:
    """Sorted, separate spans that can be asked whether they hold a place."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def hold(self, place: int) -> bool:
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and place < self.ends[at]


def _walls(text: str) -> list[tuple[int, int]]:
    """Quoted terms, titles of laws, addresses: no figures inside, merged where they overlap."""
    spans = sorted(
        [found.span() for found in _QUOTED.finditer(text)]
        + [found.span() for found in _ADDRESS.finditer(text)]
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _figure(text: str, found: re.Match[str], walls: _Spans) -> Figure | None:
    start = found.start("percent") if found["percent"] else found.start("low")
    if walls.hold(start) or _BEFORE_NO.search(text, max(0, start - 8), start):
        return None
    number, high = _values(found)
    if number is None:
        return None
    unit = "%" if found["percent"] else found["unit"]
    if unit is None:
        return _bare(text, found, number)
    if not found["percent"] and not _counts(text, found, number, unit):
        return None
    end = found.end("unit") if found["unit"] else _number_end(found)
    qualifier = found["mid"] or found["mid2"] or found["pre"] or found["post"]
    unit = plain_unit(unit)
    thing = thing_of(text, found.start("pre") if found["pre"] else start, end, unit)
    return Figure(text[start:end], number, high, unit, thing, qualifier, "result", None, start, end)


def _number_end(found: re.Match[str]) -> int:
    return max(
        found.end(name) for name in ("low", "scale", "high", "high_scale", "mid", "late", "mid2")
    )


def _values(found: re.Match[str]) -> tuple[float | None, float | None]:
    """Low and high value with 万 and 千 multiplied out: 2-3万 is 20000 to 30000."""
    late = found["late"]
    scale = found["scale"] + late
    low_scale = scale or (found["high_scale"] or "") + late if found["high"] else scale
    low = _value(found["low"], low_scale)
    if found["high"] is None:
        return low, None
    high = _value(found["high"], (found["high_scale"] or "") + late)
    return (low, high) if low is not None and high is not None and high > low else (None, None)


def _value(numeral: str, scale: str) -> float | None:
    value = parse_number(numeral)
    factor = parse_number("一" + scale) if scale else 1.0
    if value is None or factor is None:
        return None
    product = value * factor
    return (
        float(round(product))
        if scale and abs(product - round(product)) < 1e-6 * factor
        else product
    )


def _bare(text: str, found: re.Match[str], number: float) -> Figure | None:
    """A number whose unit the text lost: 案卷评查4， and 100[image: …]."""
    low = found["low"]
    if not low.isdigit() or found["high"] or len(low) > 5 or low in _HOTLINES:
        return None
    end = _number_end(found)
    if 1949 <= number <= 2100 or not _END_MARK.match(text, end):
        return None
    before = text[max(0, found.start("low") - 1) : found.start("low")]
    if not "\u4e00" <= before <= "\u9fff" or before in "第年月号至到和的十百千万":
        return None
    if re.search(
        r"(?:电话|热线|邮编|代码|编号|字号|拨打|平台)\Z",
        text[max(0, end - 12) : found.start("low")],
    ):
        return None
    start = found.start("low")
    thing = thing_of(text, start, end, None)
    return Figure(
        text[start:end].strip(), number, None, None, thing, found["pre"], "result", None, start, end
    )


def _counts(text: str, found: re.Match[str], number: float, unit: str) -> bool:
    end = found.end("unit")
    if unit[0] not in "%％" and text[end - 1 : end + 1] in _WORD_AFTER:
        return False
    if _IDIOM.match(text, found.start("unit")):
        return False
    if unit in ("小时", "分钟") and (number == 24 or "圈" in text[end : end + 14]):
        return False
    if unit == "天" and number == 365:
        return False
    ordinal = _AFTER_NO.match(text, found.end("low")) and not found["scale"] and not found["mid"]
    if ordinal and unit not in ("期", "期次"):
        return False
    if found["low"][0].isdigit():
        return True
    return _counts_in_chinese(text, found, number, unit)


def _counts_in_chinese(text: str, found: re.Match[str], number: float, unit: str) -> bool:
    """Whether 三次, 五千余份, 一名 state a figure, and not a coined term or an idiom."""
    start, end = found.start("low"), found.end("unit")
    approximate = bool(found["mid"] or found["mid2"])
    if _COINED_AFTER.match(text, found.start("unit")):
        return False
    if number == 1:
        return _one_counts(text, start, unit)
    if found["low"] in ("十", "百", "千", "万", "亿") and not approximate and found["pre"] is None:
        return found["low"] == "十" and unit in ("次", "场", "场次", "件", "起", "名", "份", "期")
    if approximate:
        return True
    if unit == "个":
        return bool(_SOLID_AFTER_GE.match(text, end)) or _ends_clause(text, start, end)
    if unit == "家" and text[end : end + 1] in _PLACE_AFTER_JIA:
        return False
    if unit in ("天", "项", "课", "节", "讲", "小时", "个月", "个工作日", "工作日"):
        return found["pre"] is not None or bool(_RATE.search(text, max(0, start - 24), start))
    if unit == "条" and not re.match(r"建议|意见|信息|线索", text[end : end + 2]):
        return False
    return unit in _SOLID


def _ends_clause(text: str, start: int, end: int) -> bool:
    """整改问题三个。 states a figure; 以上三个， and 抓好四个， do not."""
    if text[end : end + 1] not in _CLAUSE_ENDS:
        return False
    return re.search(_COUNTED + r"\Z", text[max(0, start - 8) : start]) is not None


def _one_counts(text: str, start: int, unit: str) -> bool:
    if unit not in _ONE_UNITS or _ONE_LEFT.search(text, max(0, start - 1), start):
        return False
    left = text[max(0, start - 26) : start]
    if re.search(r"一[\u4e00-\u9fff]{1,3}\Z", left) and not re.search(r"[年月季度周次]\Z", left):
        return False  # 一校一名法治副校长
    if unit in ("个", "件") and _ends_clause(text, start, start + 1 + len(unit)):
        return True
    if unit in ("个", "件", "批", "套", "份", "人", "家", "处", "部"):
        return bool(_ALWAYS_ONE.search(left))
    if re.search(r"(?:作为|是|跑|进)\Z", left):
        return False
    return unit == "名" or bool(_ONE_CUE.search(left))


def _with_role(text: str, figure: Figure, plan: _Spans) -> Figure:
    role = _role(text, figure, plan)
    return figure if role == "result" else Figure(
        figure.text, figure.number, figure.high, figure.unit, figure.thing, figure.qualifier,
        role, figure.indicator, figure.start, figure.end,
    )  # fmt: skip


def _role(text: str, figure: Figure, plan: _Spans) -> FigureRole:
    """Target in a plan before every other role; shares and per-month, per-person values: rate."""
    if plan.hold(figure.start):
        return "target"
    if figure.unit is not None and (figure.unit == "%" or figure.unit.endswith("百分点")):
        return "rate"
    if is_average(text, figure.start) or _PER.match(text, figure.end):
        return "rate"
    return (
        "background" if is_standing_fact(text, figure.start, figure.end, figure.unit) else "result"
    )


def is_average(text: str, start: int) -> bool:
    """Whether the number at `start` is told per month, person or place: 每万人拥有律师2.4名."""
    return _RATE.search(text, max(0, start - 26), start) is not None
