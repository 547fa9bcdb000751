"""Names of private persons in a text: what the check marks and the public version masks.

One mechanism for both (政府信息公开条例 15). A name is told by the word before it (村民张建国), behind it
(张建国一家), the other party (张某与李小梅), the matter (张德福违建一案) or its own characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from lawdraft.text.private import PERSONS
from lawdraft.text.surnames import GIVEN_SIGNS, KNOWN_TO_ALL, NOT_NAMES, RARE, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_DOUBLE = "独孤|宇文|长孙|万俟|轩辕|端木|百里|呼延|东郭|南宫|赫连|钟离|闻人|澹台|欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|司徒|令狐|东方|慕容"
_FAMILY = rf"(?:{_DOUBLE}|[{SURNAMES}])"
_GIVEN = r"(?![一-鿿]?某)[一-鿿]{1,2}"
_OFFICIAL = (
    "律师|法律顾问|调解员|网格员|志愿者|法官|民警|所长|书记|镇长|乡长|主任|队长|组长|支书|法律明白人|副镇长|人大主席|站长|干部|老党员|党员|辅警|社工|楼栋长|村医|教师|讲师|带头人|宣讲员|辅导员|信息员|联络员|协管员|网格长|调解能手|委员"
    "|乡贤|家长|代表|骨干|能手|先进个人|标兵|模范|明白人"
)
_KIN = "[两三](?:兄弟|姐妹|口)|兄弟|姐妹|姐弟|兄妹|夫妻|夫妇|父子|父女|母子|母女|婆媳|妯娌|两家|两户|两人|二人|三人|三家|双方|一家|一户|家属|等人|等[一二三四五六七八九十\\d]+[人户名]"
_STOP = r"[，。、；：（）与和因等的在为将向被诉同]|\s|$|家|一家|夫妇|反映|提出|来到|到|说|任|担任|之间|两|作为|是"
_BEFORE = re.compile(
    rf"(?P<who>{PERSONS}|{_OFFICIAL})”?(?:代表)?(?P<name>{_FAMILY}{_GIVEN})(?={_STOP}|(?P<next>[一-鿿]{{2}}))"
)
_SHORTER = re.compile(rf"(?:{_STOP})")
_AFTER = re.compile(
    rf"(?:(?<=[，。、；（：由请聘与和对为])|(?<=聘请)|(?<=邀请)|(?<=律师事务所)|^)(?P<name>{_FAMILY}{_GIVEN})(?P<who>律师|同志|女士|先生|大爷|大妈|大娘|大叔|大伯|大哥|大姐|阿姨|奶奶|爷爷|老人|老师|一家|夫妇|镇长|乡长|书记|所长|主任(?!科))"
)
_MATTER = "相邻|邻里|邻居|土地|宅基|山林|林权|婚姻|离婚|恋爱|民间|借贷|借款|债务|劳[动务]|工伤|欠薪|合同|买卖|租赁|承包|物业|抚养|赡养|扶养|继承|遗产|分家|侵权|赔偿|人身|财产|机动车|交通|医疗|排水|通行|采光|噪[声音]|纠纷|争议|矛盾|一案|案|双方|签订|握手|和解|调解|互"
_BESIDE = re.compile(
    rf"(?P<who>[{SURNAMES}]某{{1,2}}[一-鿿]?)(?:与|和|、|诉|同)(?P<name>[{SURNAMES}](?![一-鿿]?某)[一-鿿]{{1,2}}?)(?=因|之间|两|，|。|的|发生|就|为|达成|{_MATTER})"
)
_BESIDE_FIRST = re.compile(
    rf"(?:(?<=[，。；：、“（将对为由就])|^|(?<=审理)|(?<=调解)|(?<=化解)|(?<=促成)|(?<=处理))了?(?P<name>[{SURNAMES}](?![一-鿿]?某)[一-鿿]{{1,2}}?)(?:与|和|、|诉|同)(?P<who>[{SURNAMES}]某)"
)
_FIRM = re.compile(rf"律师事务所(?P<name>{_FAMILY}{_GIVEN})(?P<who>律师|担任|为|任|作为|、|、?等)")
_CASE = re.compile(
    rf"(?:(?<=[，。；])|^|化解|办结|调解|调处|处理|查处|劝返|稳控|对|将|为|帮助|协助|协调|安抚|关于|与|和|、|解决|接访|拆除)了?(?P<name>[{SURNAMES}][一-鿿]{{2}}|[{SURNAMES}]某[一-鿿])"
    r"(?P<who>信访(?!部门|办|局)|违法|违规|违建|[一-鿿]{2,6}(?=一案|案[，。、])|无证|涉嫌|酒驾|醉驾|土地|宅基地|家庭|邻里|离婚|婚姻|赡养|抚养|欠薪|讨薪|讨回|追回|追讨|索要|经济|交通|债务|合同|工伤|纠纷案?|一案|案(?!件|卷|例)|之间|上访|反映|提出|诉|家的|家中|户的?|申请(?!人|书)|办理|落实|解决|非法|擅自|占用|乱|因(?:盗窃|吸毒|诈骗|琐事|赡养|土地))"
)
_TWO = re.compile(
    rf"(?P<one>[{SURNAMES}][一-鿿]{{2}})(?P<house>一?[家户]|家庭|夫妇)?(?:与|和|诉)(?P<other>[{SURNAMES}][一-鿿]{{2}})"
    r"(?=的|一?[家户]|因|之间|达成|签|离婚|发生|合同|相邻|土地|邻里|债务|劳动|婚姻|，|。)"
)
_TOGETHER = re.compile(
    rf"(?P<one>[{SURNAMES}](?:某[一-鿿]?|[一-鿿]{{1,2}}))、(?P<other>[{SURNAMES}](?:某[一-鿿]?|[一-鿿]{{1,2}}))(?={_KIN})"
)
_LONE = re.compile(
    rf"(?:(?<=[，。；：、（（\s])|^|(?<=双方)|(?<=邻居)|(?<=老人)|(?<=同村)|(?<=本村)|(?<=组))(?P<name>[{SURNAMES}][一-鿿]{{2}})(?={_KIN}|[，。、；）]|因|签订|握手|表示|反映|送来)"
)
_SOUNDS = (
    "阿艾买古热吐依穆尼努萨沙塔帕玛麦库克卡加哈巴布达多尔汗合吉居肉如斯苏托乌西夏牙亚伊玉丽娜古孜提江别克拉木山肯力买"
    "扎顿珠卓央旦增次仁洛桑德吉平措拉姆尼玛丹格桑梅朵才让特其格云日勒图朝鲁根娅琪琪呼和苏仁那萨"
)
_DOTTED = re.compile(
    rf"(?<![·一-鿿“《])?(?P<who>[一-鿿]{{0,2}}?)(?P<name>[阿艾买古热吐依穆尼努萨沙塔帕玛麦库克卡加哈巴布达多尔汗合吉居肉如斯苏托乌西夏牙亚伊玉][一-鿿]{{1,5}}·"
    rf"(?:[{_SOUNDS}]{{1,6}}地(?=反映|的|，|、|与|诉|家|等)|[{_SOUNDS}]{{2,7}}|[一-鿿]{{2,7}}?(?=的|等|，|。|、|与|和|因|反映|家|一家|诉|之间)))"
)
_PERSON = re.compile(PERSONS)
_SOUNDED = re.compile(rf"(?:{PERSONS})(?P<name>[{_SOUNDS}]{{2,7}})(?![{_SOUNDS}·])")
_DONE = (
    r"同意|拒绝|不服|自愿|赔偿|获赔|获得|领取|得到|多次|多年|申请|签订|反映|咨询|擅自|无证|非法|违法|违规|违章|要求|系|诉|被|在|因|作出|办理|受伤|受害|酒后|醉酒|驾驶|阻挠|占用|殴打|走失|去世"
    r"|死亡|住院|患有|患病|名下|本人|结对|老人|一家|家中|家里|家的|夫妇|表示|追回|投诉|来访|上访|举报|发生|不服|处以|给予|提起|起诉|支付|归还|返还|退还|搭建|经营|销售|拖欠|欠|将|向|求助|致谢|遭|滋事|拒不|拒|情绪|当庭|履行|送来|写来|一方|双方|自述|陈述|隐瞒|伪造|盗|打工|务工|外出|离家|失联|失踪|与其|和其|之[子女妻父母]|等(?:\d+|[两三四五六七八九])?[人户名]|对(?!于)"
)
_ALSO = re.compile(
    rf"(?:{PERSONS})[{SURNAMES}][一-鿿]{{1,2}}(?:与|和|、|诉)(?P<name>[{SURNAMES}][{''.join(sorted(GIVEN_SIGNS))}]{{1,2}})(?=[，。、；]|的|因|就|之间|达成|发生|两|二人|{_DONE})"
)
_DOING = re.compile(_DONE)
_HIS = "的(?:[一二三四五六两\\d]+[个名子]|诉求|信访|问题|抚养|赡养|医疗|家人|家属|亲属|儿|女|妻|丈夫|父|母|邻居|土地|房|宅基地|低保|住房|赔偿|补偿|案|纠纷|遗产|合法权益|请求|林|承包|耕地|鱼塘)"
_PLAIN = re.compile(
    rf"(?P<name>[{SURNAMES}][{''.join(sorted(GIVEN_SIGNS))}]{{2}})(?=[，。、；：（）]|和|与|及|{_DONE}|{_HIS}|\s|$)"
)
_COMPOUND = re.compile(
    rf"(?P<name>(?:{_DOUBLE})[{''.join(sorted(GIVEN_SIGNS))}]{{1,2}})"
    rf"(?=[，。、；：）]|诉|与|和|及|一案|纠纷|的|等\d|低保|信访|住房|[户家]|{_DONE}|{_MATTER})"
)
_GROUP = r"(?:纠纷|争议|矛盾|一案)"
_CLAUSE_HEAD = r"(?:^|(?<=[，。；：、“（])|(?<=调解)|(?<=化解)|(?<=处理)|(?<=审理)|(?<=处置)|(?<=调处)|(?<=受理)|(?<=办理)|(?<=在)|(?<=对))了?"
_SUED = re.compile(
    rf"{_CLAUSE_HEAD}(?P<name>[{_SOUNDS}毕云吾孙赛音塔宝图腾顺巴根]{{2,6}})"
    rf"(?:不服|(?<=[一-鿿]{{3}})(?:与|和)(?P<other>[{_SOUNDS}毕云吾孙赛音塔宝图腾顺巴根]{{3,6}})?(?=[^，。；]{{0,16}}?{_GROUP}))"
)
_SUES = re.compile(
    rf"{_CLAUSE_HEAD}(?P<name>(?![在对将把就])(?:(?![某人告方户民众家村镇乡社局院会部厂店园区族])[一-鿿]){{2,5}})"
    r"(?<![起上申投反公控胜败撤应告接未])诉(?!讼|求|前(?!夫|妻)|调|源|先|即|的|苦|说)"
)
_PLACES = re.compile(r"[村镇乡县市旗社]|小区|嘎查|苏木|调解|街|路|寺|草场所")
_JOINING = "和于从同向经应"  # surnames that are far oftener another word
_WEEKDAY = re.compile(r"周[一二三四五六日天末]")
_AND_OTHERS = re.compile(r"不服|等(?:\d+|[一两二三四五六七八九十]+)[名人户位]")
_LEFT = re.compile(rf"(?:[，。；：（]|{PERSONS})\Z|^\Z")
_OFFICE = re.compile(
    r"(?:[长记任员师官警授席委表范兵家者工医生事]|同志|好人|乡贤|先进|标兵|榜样|能手|获得者)[“”：、]?\Z"
)
_PRIVATE_AFTER = frozenset(
    [
        "律师",
        "担任",
        "为",
        "任",
        "作为",
        "一家",
        "夫妇",
        "大爷",
        "大妈",
        "大娘",
        "大叔",
        "大伯",
        "大哥",
        "大姐",
        "阿姨",
        "奶奶",
        "爷爷",
        "老人",
    ]
)


_TRADE = "建材|建筑|建设|商贸|贸易|实业|科技|农业|物业|食品|劳务|工程|餐饮|文化|装饰|运输|置业|地产|农机|种植|养殖|专业|有限|责任|股份|人民|中心|中医|实验|第[一二三四]"
_FIRM_AFTER = re.compile(
    rf"(?:{_TRADE})*(?:律师事务所|律所|公司|集团|商行|合作社|医院|卫生院|学校|小学|中学|幼儿园|公证处|法律服务所|银行|厂(?![房区长里]))"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """Where a name stands; `private` where it must go, else its bearer is to be asked."""

    start: int
    name: str
    private: bool
    fixable: bool

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.name)

    @property
    def masked(self) -> str:
        """张建国 → 张某某, 欧阳春 → 欧阳某."""
        if "·" in self.name:
            return self.name[0] + "某某"
        family = 2 if re.match(_DOUBLE, self.name) and len(self.name) > 2 else 1
        return self.name[:family] + "某" * (len(self.name) - family)


def find_names(text: str, ordinary: Container[str] = frozenset()) -> Iterator[PersonName]:
    """Every name once, in no order; `ordinary`: words of two characters that are no names."""
    seen: set[int] = set()
    for pattern in (_BEFORE, _AFTER, _FIRM, _BESIDE, _BESIDE_FIRST, _CASE):
        for found in pattern.finditer(text):
            one = _told(found, ordinary)
            if one is not None and one.start not in seen and not _is_firm(text, one):
                seen.add(one.start)
                yield one
    others = (
        _pairs(text, ordinary),
        _lone(text, ordinary),
        _dotted(text, ordinary),
        _compound(text),
        _sued(text, ordinary),
        _plain(text, ordinary),
    )
    for one in chain.from_iterable(others):
        if one.start not in seen and not _is_firm(text, one):
            seen.add(one.start)
            yield one


def _is_firm(text: str, one: PersonName) -> bool:
    """云安律师事务所, 康达建材公司; a villager of three characters stays one: 村民张建国合作社分红."""
    if not _FIRM_AFTER.match(text, one.end):
        return False
    villager = _PERSON.search(text, max(0, one.start - 4), one.start)
    return len(one.name) == 2 or villager is None or villager.end() != one.start


def _told(found: re.Match[str], ordinary: Container[str]) -> PersonName | None:
    """The name of a match, where what stands around it shows that it is one."""
    name, who = found["name"], found["who"]
    person = bool(re.fullmatch(PERSONS, who))
    joined = found.string[max(0, found.start("name") - 1) : found.start("name") + 1]
    if joined in ordinary and not (person and _is_given(name, ordinary)):
        return None  # 妇女儿|童权益, but 业主|张海涛
    if _ordinary(name, ordinary) or (found.re is _CASE and not _unusual(name, ordinary)):
        return None
    length = _length(found, ordinary)
    if not length or (found.re is _BEFORE and not person and name[0] in RARE):
        return None  # 干部应知应会: a word after an office looks like a name too easily
    private = person or who in _PRIVATE_AFTER or found.re in (_FIRM, _BESIDE, _BESIDE_FIRST, _CASE)
    return PersonName(found.start("name"), name[:length], private, private and who != "律师")


def _is_given(name: str, ordinary: Container[str]) -> bool:
    """Three characters of which the last two are such as names are made of, and no word."""
    given = name[1:]
    return len(given) == 2 and set(given) <= GIVEN_SIGNS and given not in ordinary


def _pairs(text: str, ordinary: Container[str]) -> Iterator[PersonName]:
    """吕建军与施文华的合同纠纷, 彭树林、彭树森兄弟: both, where neither can be a word."""
    for pattern in (_TWO, _TOGETHER):
        for found in pattern.finditer(text):
            names = [(found.start(who), found[who]) for who in ("one", "other")]
            housed = pattern is _TWO and found["house"] is not None  # 马占福家与祁玉贵家
            known = [name for _, name in names if "某" not in name]
            if any(_wordy(n, ordinary) or (n[0] in RARE and not housed) for n in known):
                continue
            for start, name in names:
                if "某" not in name or re.fullmatch("[^某]某[^某的因之就]", name):
                    yield PersonName(start, name, private=True, fixable=True)


def _lone(text: str, ordinary: Container[str]) -> Iterator[PersonName]:
    """双方朱有才、沈桂英签订协议: told by the characters that names are made of."""
    for found in _LONE.finditer(text):
        name = found["name"]
        if name[0] in RARE or not set(name[1:]) <= GIVEN_SIGNS:
            continue
        if not _wordy(name, ordinary) and name[1:] not in ordinary:
            yield PersonName(found.start("name"), name, private=True, fixable=True)


def _dotted(text: str, ordinary: Container[str]) -> Iterator[PersonName]:
    """买买提·艾力: names with a dot between their parts, outside quotation marks."""
    for found in _DOTTED.finditer(text):
        left = text[: found.start("name")]
        if left.count("“") == left.count("”"):
            said = _PERSON.match(found["name"])  # 居民|买买提江·艾山
            shift = said.end() if said else 0
            start, name = found.start("name") + shift, found["name"][shift:]
            yield PersonName(start, name, private=True, fixable=True)
    for found in _SOUNDED.finditer(text):  # 扎西顿珠, but 上访人多次反映
        if found["name"][:2] not in ordinary:
            yield PersonName(found.start("name"), found["name"], private=True, fixable=True)


def _compound(text: str) -> Iterator[PersonName]:
    """上官云飞诉…, 司马玉兰赡养纠纷: a compound surname before characters that names are made of."""
    for found in _COMPOUND.finditer(text):
        start = found.start("name")
        private = not _OFFICE.search(text[max(0, start - 4) : start])
        yield PersonName(start, found["name"], private=private, fixable=private)


def _sued(text: str, ordinary: Container[str]) -> Iterator[PersonName]:
    """巴特尔诉…, 其其格与乌云毕力格的买卖纠纷: names by their sound, in a suit or a dispute."""
    for found in _SUED.finditer(text):
        for which in ("name", "other"):
            name = found[which]
            placed = name and name.endswith(("苏木", "嘎查"))
            if (
                name
                and not placed
                and name not in ordinary
                and not _PLACES.match(text, found.end(which))
            ):
                yield PersonName(found.start(which), name, private=True, fixable=True)
    for found in _SUES.finditer(text) if "诉" in text else ():
        name = found["name"]
        sounded = len(name) >= 3 and set(name) <= set(_SOUNDS)
        if sounded or not any(name[at : at + 2] in ordinary for at in range(len(name) - 1)):
            yield PersonName(found.start("name"), name, private=True, fixable=True)


def _plain(text: str, ordinary: Container[str]) -> Iterator[PersonName]:
    """经三次调解，曹玉珍同意撤诉: told by its characters and by what the person does or has."""
    for found in chain(_PLAIN.finditer(text), _ALSO.finditer(text)):
        name, start = found["name"], found.start("name")
        if name in KNOWN_TO_ALL or _wordy(name, ordinary):
            continue
        if name[0] in RARE and not _LEFT.search(text, max(0, start - 6), start):
            continue
        counted = _AND_OTHERS.match(text, found.end("name"))
        if not counted and name[1:] in ordinary:
            continue  # 易建设 may be two words, but not before 等6名农民工
        if text[max(0, start - 1) : start + 1] in ordinary:
            continue
        private = not _OFFICE.search(text[max(0, start - 4) : start])
        yield PersonName(start, name, private=private, fixable=private)


def _wordy(name: str, ordinary: Container[str]) -> bool:
    return name[:2] in ordinary or name[:2] in NOT_NAMES


def _length(found: re.Match[str], ordinary: Container[str]) -> int:
    """Characters of the name: 陈小红|追回, 赵强|申请; 0 where what follows shows it is none."""
    name = found["name"]
    following = found.groupdict().get("next")
    if not following:
        return len(name)
    if len(name) == 4 and found.re is _BEFORE:
        return 4 if name[3] in GIVEN_SIGNS else 3  # 司马健|无证
    if len(name) == 3 and found.re is _BEFORE and _DOING.match(name[2] + following):
        return 2  # 冉勇|酒后
    if len(name) > 2 and _SHORTER.match(name[-1] + following):
        return len(name) - 1  # 欧阳春|反映
    whole = len(name) == 3 and name[2] + following[0] not in ordinary
    if whole and following in ordinary and name[0] not in RARE and name[:2] not in ordinary:
        return 3
    if whole and name[1:] not in ordinary:
        return 3 if following in ordinary or name[0] not in RARE else 0
    person = bool(re.fullmatch(PERSONS, found["who"]))
    if len(name) == 3 and person and name[0] not in RARE and name[2] + following[0] not in ordinary:
        return 3
    rest = name[2:] + following
    apart = name[:2] not in ordinary and name[1] + rest[0] not in ordinary
    return 2 if person and apart and rest[:2] in ordinary and name[0] not in RARE else 0


def _ordinary(name: str, ordinary: Container[str]) -> bool:
    """Words that only look like names: 高度, 常年, 周三; names of places: 李家湾."""
    if name[0] in _JOINING and not _is_given(name, ordinary):
        return True  # 务工人员和独居老人
    if _WEEKDAY.match(name):
        return True
    if name[:2] in NOT_NAMES or name in NOT_NAMES:
        return True
    if name[:2] in ordinary:
        return len(name) == 2 or name[0] in RARE or name[1:] in ordinary
    if name[-1] in "村镇乡县市区湾庄屯寨组街路某等的和与在":
        return True
    return name[1:] in ordinary and name[0] in RARE


def _unusual(name: str, ordinary: Container[str]) -> bool:
    """No two neighbouring characters of it make a word: 张德福, but not 高发类 or 农村宅."""
    if "某" in name:
        return True
    return name[0] not in RARE and not _wordy(name, ordinary) and name[1:] not in ordinary
