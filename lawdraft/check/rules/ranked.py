"""One assessment with two ranks or two grades: 居全县第2位, 位居全县第3位; 一等奖, 二等奖."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_N = r"[一二三四五六七八九十]{1,3}|\d{1,3}"
_RANK = re.compile(
    rf"第(?P<n>{_N})(?:名|位)(?!领导|责任|调解|法官|[村居]民)"
    rf"|(?<=[列居排名获得为位])第(?P<bare>{_N})(?=[，。、；）的]|\Z)|(?:列|居|排|位|排名|乡镇|街道|[省市县区])(?P<placed>第(?:{_N}))(?=[，。、；）的]|\Z)"
    r"|(?<=[列居排名省市县区])(?P<top>首位|榜首|首名)"
    r"|(?P<prize>特等奖|一等奖|二等奖|三等奖|优秀奖)|(?P<grade>优秀|良好|较好|合格|一般|好|优|良|[ABC])”?(?:等次|等级|档次|等(?=[，。；]))"
)
_KINDS = (
    ("考核", re.compile(r"考核|考评|绩效")),
    ("测评", re.compile(r"测评|满意|安全感|民调")),
    ("评查", re.compile(r"评查|评比|评审|评选")),
    ("验收", re.compile(r"验收")),
    ("竞赛", re.compile(r"[竞比大]赛|比武|辩论赛|知识赛|技能赛|汇演|展演|征集")),
    ("督察", re.compile(r"督[察查]|巡察")),
    ("评估", re.compile(r"评估|评议")),
)
_WORDS = re.compile(
    r"考核|考评|绩效|测评|评查|评比|评审|[竞比大]赛|比武|督[察查]|评估|评议|排名|评定|综合|成绩|得分|均分|平均|总分|[\d.]+分?|全[国省市县区旗州镇乡]"
    r"|在|[县市区]里|组织的?|年度|年[中终末]|上级|对|我[镇乡]|我街道|街道|[镇乡]+|推动|各项|工作|建设|情况|的|中|上|被|荣?获得?|取得|评为|夺得|代表队|参加|位[列居]|名列|排在|列|居|排|各|个|类|年|好|为|均|并|[A-C]|“|”|以|（|）|省|市|县|区|将"
)
_AREA = re.compile(r"全(?P<whole>[国省市县区旗州])|(?P<part>[省市县区])(?:里|级|委|司法局|司法厅)")
_SAME_AREA = {"区": "县", "旗": "县", "州": "市"}
_OTHER_TIME = re.compile(
    r"去年|上年|上一年|往年|前年|\d{1,2}月|季度|上半年|下半年|[由从]|力争|争取|确保|进入|目标|冲刺|前[一二三四五六七八九十\d]|提升至|上升|前进|首批|第[一二三四]批"
)
_MANY = re.compile(r"[^，。；\d]{0,4}\d")
_YEAR = re.compile(r"20\d\d(?=年)")
_ONE = re.compile(r"个人|干部|\d[名人]|[一-鿿]村|社区")


class _Place(NamedTuple):
    """What was reached, in what, where it stands."""

    what: str  # "2" of 第2位, 一等奖, 优秀
    kind: str  # rank, prize or grade
    contest: str
    topic: str
    area: str
    one: bool  # a person's or a village's, not the town's
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later place that does not go with an earlier one of the same assessment."""
    places = [each for found in _RANK.finditer(reading.text) if (each := _place(reading, found))]
    for one, other in denials(reading, places, _at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写{before}，这里写{after}，说的像是同一次考评，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _place(reading: Reading, found: re.Match[str]) -> _Place | None:
    """A place with what it was reached in; None for another year's, a target, or none told."""
    start = found.start() + max(found.group().find("第"), 0)
    lead = reading.text[reading.sentence_at(start).start : start]
    clauses = re.split(r"[，；：]", lead.rsplit("；", 1)[-1])
    topic, used = "", ""
    for clause in reversed(clauses):
        used = clause + used
        topic = _WORDS.sub("", clause)
        if len(topic) >= TELLS:
            break
    years = {int(year) for year in _YEAR.findall(used)} - {reading.year}
    contest = next((kind for kind, words in _KINDS if words.search(used)), "")
    topic = topic if len(topic) >= TELLS else contest
    if not (found["n"] or found["bare"] or found["placed"] or found["top"]) and _MANY.match(
        reading.text, found.end()
    ):
        return None  # 优秀等次12卷: some of each grade
    if len(topic) < TELLS or years or _OTHER_TIME.search(used):
        return None
    number = found["n"] or found["bare"] or (found["placed"] or "")[1:]
    what, kind = found["prize"] or found["grade"], "prize" if found["prize"] else "grade"
    if number or found["top"]:
        what, kind = str(parse_number(number) if number else 1), "rank"
    areas = [m["whole"] or m["part"] for m in _AREA.finditer(used)]
    area = _SAME_AREA.get(areas[-1], areas[-1]) if areas else ""
    one = bool(_ONE.search(used))
    return _Place(what, kind, contest, topic, area, one, start, found.end())


TELLS = 2  # characters that tell what was assessed


def _at_odds(one: _Place, other: _Place) -> bool:
    """Whether two places are of one assessment: of one kind and area, one's name within the other's."""
    if one.what == other.what or one.kind != other.kind or one.one != other.one:
        return False
    if one.kind == "grade" and not (one.contest or other.contest):
        return False
    if one.contest != other.contest and one.contest and other.contest:
        return False
    if one.area != other.area and one.area and other.area:
        return False
    few, many = sorted((one.topic, other.topic), key=len)
    return few in many or few.startswith(many[:4]) or few.endswith(many[-4:])


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("平安建设考核位居全县第三。\n在全县平安建设考核中取得第五名的好成绩，" + _TAIL),
    Example("镇代表队获全县学法竞赛一等奖。\n全县学法竞赛中，镇代表队荣获二等奖，" + _TAIL),
)
CLEAN = (
    Example("平安建设考核位居全县第三。\n在全县法治建设考核中取得第五名的好成绩，" + _TAIL),
    Example("平安建设考核位居全县第三。\n平安建设考核由上年的第五名前进到第三名，" + _TAIL),
)
