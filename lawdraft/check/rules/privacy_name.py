"""Names of persons, for the public version: those of parties and villagers go, others are asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.private import PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "privacy-name"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅"
    "皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾关肖涂游竺权逯盖益桓公闫覃"
)
_GIVEN = r"(?![一-鿿]?某)[一-鿿]{1,2}"
_RARE = "水云花昌时平和元明计成伏经应解强干支管房单包左石山谷车全秋双能党劳通边向步都满国文广利师空关权公家富充从居容易终连古东欧越融冷简游益封井松宿白怀印司景束龙乐安常任方高严华金马江万高洪程武尚温庄艾曲应宗项路"
_OFFICIAL = "律师|法律顾问|调解员|网格员|志愿者|法官|民警|所长|书记|镇长|乡长|主任|队长|组长|支书|法律明白人|副镇长|人大主席|站长|干部|老党员|党员|辅警|社工|楼栋长|村医|教师|讲师|带头人|宣讲员|辅导员|信息员|联络员|协管员|网格长|调解能手|委员"
_BEFORE = re.compile(
    rf"(?P<who>{PERSONS}|{_OFFICIAL})”?(?P<name>(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|[{_SURNAMES}]){_GIVEN})(?=[，。、；：（）与和因等的在为将向被诉同]|\s|$|家|一家|夫妇|反映|提出|来到|到|说|任|担任|之间|两|作为|是|(?P<next>[一-鿿]{{2}}))"
)
_AFTER = re.compile(
    rf"(?:(?<=[，。、；（：由请聘与和对为])|(?<=聘请)|(?<=律师事务所)|^)(?P<name>(?:欧阳|上官|司马|诸葛|[{_SURNAMES}]){_GIVEN})(?P<who>律师|同志|女士|先生|大爷|大妈|老师|一家|夫妇|镇长|乡长|书记|所长|主任(?!科))"
)
_BESIDE = re.compile(
    rf"(?P<who>[{_SURNAMES}]某{{1,2}})(?:与|和|、)(?P<name>[{_SURNAMES}](?![一-鿿]?某)[一-鿿]{{1,2}}?)(?=因|之间|两|，|。|的|发生|就|为|达成)"
)
_FIRM = re.compile(
    rf"律师事务所(?P<name>[{_SURNAMES}]{_GIVEN})(?P<who>律师|担任|为|任|作为|、|、?等)"
)
_CASE = re.compile(
    rf"(?:化解|办结|调解|调处|处理|查处|劝返|稳控|对|将|为|帮助|协助|协调|安抚|关于|与|和|、|解决)了?(?P<name>[{_SURNAMES}][一-鿿]{{2}}|[{_SURNAMES}]某[一-鿿])"
    r"(?P<who>信访(?!部门|办|局)|违法|违规|违建|无证|涉嫌|酒驾|醉驾|土地|宅基地|家庭|邻里|离婚|婚姻|赡养|抚养|欠薪|讨薪|讨回|追回|追讨|索要|经济|交通|债务|合同|工伤|纠纷案?|一案|案(?!件|卷|例)|之间|上访|反映|提出|诉|家的|家中|户的|申请(?!人|书)|办理|落实|解决|非法|擅自|占用|乱)"
)
_TWO = re.compile(
    rf"(?P<one>[{_SURNAMES}][一-鿿]{{2}})(?:与|和|诉)(?P<other>[{_SURNAMES}][一-鿿]{{2}})"
    r"(?=的|因|之间|达成|签|离婚|发生|合同|相邻|土地|邻里|债务|劳动|婚姻|，|。)"
)
_NOT_NAMES = frozenset(
    [
        "法律",
        "常年",
        "村级",
        "全镇",
        "高度",
        "方便",
        "安全",
        "平时",
        "严格",
        "任何",
        "周边",
        "常态",
        "公共",
        "公正",
        "公平",
        "明确",
        "成功",
        "成立",
        "解决",
        "解释",
        "应当",
        "经过",
        "经常",
        "和谐",
        "全体",
        "全部",
        "全面",
        "通过",
        "利用",
        "满意",
        "能力",
        "管理",
        "关于",
        "关心",
        "关系",
        "居住",
        "农村",
        "党委",
        "党员",
        "党组",
        "国家",
        "文明",
        "文化",
        "广泛",
        "广大",
        "家庭",
        "家属",
        "权益",
        "权利",
        "单位",
        "单独",
        "支持",
        "支部",
        "万元",
        "时间",
        "时常",
        "山林",
        "水源",
        "水利",
        "车辆",
        "车队",
        "石材",
        "白天",
        "金额",
        "江边",
        "马路",
        "高速",
        "路边",
        "方式",
        "方面",
        "严重",
        "强制",
        "强烈",
        "强化",
        "干部",
        "干警",
        "计划",
        "明显",
        "双方",
        "劳动",
        "劳务",
        "连续",
        "向上",
        "步行",
        "从事",
        "容易",
        "充分",
        "师生",
        "简单",
        "东侧",
        "平均",
        "安置",
        "安排",
        "常见",
        "左右",
        "项目",
        "程序",
        "程度",
        "景区",
        "温暖",
        "古树",
        "边界",
        "武装",
        "尚未",
        "申请",
        "申诉",
        "代表",
        "包括",
        "包村",
        "任职",
        "任务",
        "应诉",
        "应急",
        "和解",
        "等人",
        "于是",
        "于当",
        "时任",
        "元旦",
        "成员",
        "成为",
        "成效",
        "雷同",
        "祝贺",
        "习惯",
        "易发",
        "易地",
        "空巢",
        "余额",
        "史料",
        "毛利",
        "曾经",
        "兼任",
        "施工",
        "计生",
        "司机",
        "司法",
        "党支",
        "主任",
        "书记",
        "组长",
        "幸福",
        "荣誉",
        "向群",
        "向党",
        "全程",
        "全过",
        "经验",
        "经济",
        "解答",
        "解读",
        "周期",
        "周五",
        "周一",
        "周二",
        "周末",
        "许多",
        "许可",
        "何时",
        "钟情",
        "陈述",
        "陈旧",
        "汇报",
        "乐于",
        "齐心",
        "路灯",
        "别人",
    ]
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each name; officials and lawyers are a note."""
    if not reading.context.public or passage.role not in ("body", "table", "annex"):
        return
    seen: set[int] = set()
    for pattern in (_BEFORE, _AFTER, _FIRM, _BESIDE, _CASE):
        for found in pattern.finditer(passage.text):
            name = found["name"]
            if found.start("name") in seen or _ordinary(name, reading):
                continue
            length = _length(found, reading)
            official = not re.fullmatch(PERSONS, found["who"]) and pattern is _BEFORE
            if pattern is _CASE and not _unusual(name, reading):
                continue
            if not length or (official and name[0] in _RARE):
                continue  # 干部应知应会: a word after an office looks like a name too easily
            seen.add(found.start("name"))
            private = bool(re.fullmatch(PERSONS, found["who"])) or found["who"] in (
                "律师",
                "担任",
                "为",
                "任",
                "作为",
                "一家",
                "夫妇",
                "大爷",
                "大妈",
            )
            yield _finding(
                passage, found, length, private=private or pattern in (_FIRM, _BESIDE, _CASE)
            )
    yield from _pairs(passage, reading, seen)


def _pairs(passage: Passage, reading: Reading, seen: set[int]) -> Iterator[Finding]:
    """吕建军与施文华的合同纠纷: both, where neither can be a word."""
    for found in _TWO.finditer(passage.text):
        names = (("one", found["one"]), ("other", found["other"]))
        common = reading.knowledge.spelling.common
        if any(n[0] in _RARE or n[:2] in common or n[:2] in _NOT_NAMES for _who, n in names):
            continue
        for who, name in names:
            if found.start(who) not in seen:
                yield _named(passage, name, found.start(who), private=True, fixable=True)


def _length(found: re.Match[str], reading: Reading) -> int:
    """Characters of the name: 陈小红|追回, 赵强|申请; 0 where what follows shows it is none."""
    name, common = found["name"], reading.knowledge.spelling.common
    following = found.groupdict().get("next")
    if not following:
        return len(name)
    whole = len(name) == 3 and name[2] + following[0] not in common
    if whole and following in common and name[0] not in _RARE and name[:2] not in common:
        return 3
    if whole and name[1:] not in common:
        return 3 if following in common or name[0] not in _RARE else 0
    if len(name) == 3 and re.fullmatch(PERSONS, found["who"]) and name[0] not in _RARE:
        return 3 if name[2] + following[0] not in common else 0
    rest = name[2:] + following
    apart = name[:2] not in common and name[1] + rest[0] not in common
    private = bool(re.fullmatch(PERSONS, found["who"]))
    return 2 if private and apart and rest[:2] in common and name[0] not in _RARE else 0


def _ordinary(name: str, reading: Reading) -> bool:
    """Words that only look like names: 高度, 常年; names of places: 李家湾."""
    if (
        name[:2] in _NOT_NAMES
        or name[:2] in reading.knowledge.spelling.common
        or name in _NOT_NAMES
    ):
        return len(name) == 2 or name[0] in _RARE or name[1:] in reading.knowledge.spelling.common
    if name[-1] in "村镇乡县市区湾庄屯寨组街路某等的和与在":
        return True
    return name[1:] in reading.knowledge.spelling.common and name[0] in _RARE


def _unusual(name: str, reading: Reading) -> bool:
    """No two neighbouring characters of it make a word: 张德福, but not 高发类 or 农村宅."""
    common = reading.knowledge.spelling.common
    return "某" in name or (
        name[0] not in _RARE and not {name[:2], name[1:]} & common and name[:2] not in _NOT_NAMES
    )


def _finding(passage: Passage, found: re.Match[str], length: int, *, private: bool) -> Finding:
    fixable = private and found["who"] != "律师"
    name = found["name"][:length]
    return _named(passage, name, found.start("name"), private=private, fixable=fixable)


def _named(passage: Passage, name: str, start: int, *, private: bool, fixable: bool) -> Finding:
    return passage.finding(
        ID,
        "warning" if private else "note",
        f"公开版不宜出现“{name}”的姓名。" if private else f"“{name}”的姓名公开前请征得同意。",
        start,
        start + len(name),
        suggestion=f"{name[0]}某" if fixable else None,
        why="《政府信息公开条例》第15条：涉及个人隐私的信息不得公开",
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("成功化解村民张建国与李秀梅的宅基地纠纷。", public=True),
    Example("聘请湖北江城律师事务所戴志华律师担任法律顾问。", public=True),
)
CLEAN = (
    Example("成功化解村民张建国与李秀梅的宅基地纠纷。"),
    Example("聘请湖北江城律师事务所律师担任法律顾问，村民高度评价，群众安全感提升。", public=True),
    Example("化解村民王某与李某的相邻纠纷，书记、镇长带头接访。", public=True),
)
