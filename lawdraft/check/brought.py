"""What a promise is to bring forth, and whether a sentence tells of that: a course, a team, a paper.

An answer speaks of the same thing: 举办“法律明白人”培训班 is not answered by any word of the 法律明白人,
but by 培训, 轮训 or 授课 together with them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.promised import is_usual

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_KINDS = (
    # as it is promised, and as it may be told
    (
        r"培训班|培训|轮训|讲座|研修班?|夜校",
        r"培训|轮训|上课|授课|讲课|讲授|研修|参训|受训|集训|练兵|讲座|学员",
    ),
    (
        r"竞赛|比武|大?练兵|大?比赛|大赛|评选|评比",
        r"竞赛|比武|练兵|比赛|大赛|擂台|评比|评选|评出|获奖|表彰|命名",
    ),
    (r"评查|评议|互评", r"评查|评议|评审|评出|抽查|自查|互评|评比"),
    (
        r"(?:宣讲|服务|突击|执法|调解|志愿|督导|工作|巡回|普法)[小分]*[队组团]|小分队|评理团|宣讲团|专班|轻骑兵",
        r"队|团|小组|[导作查宣]组|专班|志愿者|宣讲员|轻骑兵|力量",
    ),
    (
        r"办法|细则|规定|规则|制度|机制|规程|流程|规范|标准|基准|指引",
        r"办法|细则|规定|规则|制度|机制|规程|流程|规范|标准|基准|指引|方案|印发|约定|挂钩|[一二三四五六七八九十每]+次",
    ),
    (r"清单|目录|台账|名录", r"清单|目录|台账|名录|建账|列[入表]"),
    (r"公园", r"公园|(?<![校田家庄果花茶幼])园(?![区林地丁])"),
    (r"广场", r"广场"),
    (r"长廊|文化墙|宣传栏", r"廊|墙|栏"),
    (r"基地|阵地", r"基地|阵地"),
    (r"驿站|书屋|展厅", r"驿站|书屋|展厅|馆"),
    (
        r"工作室|工作站|服务站|调解室|服务点|调解站|代办点|窗口|审判点|联系点|立法点",
        r"室|站|(?<!风险)点(?!多|评|位)|窗口|揭牌|挂牌|代办",
    ),
    (r"中心", r"中心|揭牌|挂牌"),
    (r"平台|系统|小程序|数据库|看板", r"平台|系统|小程序|上线|线上|数据库|看板"),
    (r"手册|读本|汇编|指南|案例集|教材", r"手册|册|读本|汇编|指南|案例集|教材|书"),
    (r"微?短?视频|微电影|动漫|节目", r"视频|电影|动漫|节目|片"),
    (
        r"记录仪|终端|查询机|一体机|无人机|执法车|装备|设备",
        r"记录仪|终端|机(?![制关构会遇])|车|装备|设备|仪",
    ),
    (r"联席会议|评议会|恳谈会|座谈会|听证会", r"联席会|会议|评议|恳谈|座谈|听证|会商"),
    (r"监督员|信息员|联络员|副校长", r"监督员|信息员|联络员|副校长"),
    (r"(?:合法性)?审查", r"审查|审核|把关"),
    (r"专项清理|清理|回头看", r"清理|回头看|废止|失效"),
    (r"后?评估", r"评估|评价"),
)
_READY = tuple((re.compile(promised), re.compile(told)) for promised, told in _KINDS)
_RULED = _READY[4][1]
_CLAUSE = re.compile(r"[^，。；：]+")
_BEGUN = re.compile(
    r"(?:年内|力争|计划|争取|继续|再)?(?:为|将|由|对)?[^，。；]{0,14}?(?:制定|编制|出台|编印|建成|新建|打造|设立|增设|组建|成立|开通|推出|聘[请任]|选聘|拍摄|创办|举办|组织|开展|建立|配[备发齐]|建设|开发|购置|创建|邀请|推行)"
)
_PLAIN = re.compile(
    "组织|举办|建成|新建|打造|开展|建立|制定|镇级|村级|全镇|全乡|活动|工作|年度|一次|专题|业务|骨干|配套|出台|编制|组建|设立|建设|成立"
    "|专项|行动|以上|全体|相关|各类|事项|人员|社会|完善|健全|人民|力争|年内|邀请|推行|[^一-鿿]"
)
_REST = re.compile(
    r"(?:专项行动|行动|活动|工作|建设|制度|机制|示范点?|试点)*(?:[^一-鿿]|[一二三四五六七八九十两]|不少于|并|和|及|\Z)"
)
_FIELD = frozenset((
    "法治", "法律", "依法", "普法", "行政", "执法", "政府", "文化", "宣传", "主题", "知识", "教育", "服务", "考核",
    "责任",
))  # fmt: skip
"""What every sentence may be about: only beside the thing do they name it."""
ENOUGH, LITTLE, NAMED = 0.5, 0.34, 0.2
MANY, MOST = 3, 0.75
AHEAD = 12  # characters from a usual word to the thing: 法治 tells of no 公园 far from it
LONG_NAME = 4  # characters of a thing that hardly anything else is called by


def is_brought(promise: str, ordinary: Container[str], answers: Sequence[str]) -> bool | None:
    """Whether a sentence tells of the thing that its first clause promises; None where unsure."""
    found = _CLAUSE.search(promise)
    clause = found.group() if found else ""
    if not _BEGUN.match(clause):
        return None
    thing = _thing(clause)
    words = _words(clause[: thing[0]], ordinary) if thing else []
    if thing is None or not words:
        return None
    _, name, told = thing
    if told is _RULED and len(words) >= MANY and _share(words, answers) >= MOST:
        return None  # a rule may be told by what is done under it
    telling = [answer for answer in answers if told.search(answer)]
    if _FIELD.issuperset(words):
        telling = [near for answer in telling for near in _ahead_of(told, answer)]
    best = _share(words, telling)
    named = len(name) >= LONG_NAME and best >= NAMED and _share([name], telling) == 1
    beside = (words[-1] + name, name + words[-1])  # 案卷评查, told as 评查案卷
    if best >= ENOUGH or named or any(pair in answer for answer in answers for pair in beside):
        return True
    own = [word for word in words if word in ordinary and not is_usual(word)]
    unsure = best >= LITTLE or _share(_words(promise, ordinary), telling) >= ENOUGH
    return None if unsure or _together(own, answers) else False


def _ahead_of(told: re.Pattern[str], answer: str) -> Iterator[str]:
    """What stands right before and behind each word for the thing: 法治文化 of 法治文化公园."""
    for found in told.finditer(answer):
        yield answer[max(0, found.start() - AHEAD) : found.end() + AHEAD]


def _share(words: Sequence[str], answers: Sequence[str]) -> float:
    """The greatest share of the words that one sentence holds."""
    most = max((sum(word in answer for word in words) for answer in answers), default=0)
    return most / len(words)


def _thing(clause: str) -> tuple[int, str, re.Pattern[str]] | None:
    """Where the thing begins that a clause ends with, what it is called, how it may be told."""
    ends = [
        (m.end(), m.start(), told)
        for promised, told in _READY
        for m in promised.finditer(clause)
        if _REST.match(clause, m.end())
    ]
    if not ends:
        return None
    end, start, told = max(ends, key=lambda one: (one[0], -one[1]))
    inner = [one for one in ends if one[0] == start]  # 联席会议|制度
    end, start, told = inner[0] if inner else (end, start, told)
    return start, clause[start:end], told


def _together(own: list[str], answers: Sequence[str]) -> bool:
    """Whether one sentence holds two words that are the promise's own."""
    return any(sum(word in answer for word in own) >= 2 for answer in answers)


def _words(text: str, ordinary: Container[str]) -> list[str]:
    """Its words but those that say nothing of which thing it is; a name of none is cut into pairs."""
    found: list[str] = []
    for run in _PLAIN.sub(" ", text).split():
        pairs, at = [], 0
        while at + 2 <= len(run):
            known = run[at : at + 2] in ordinary
            pairs += [run[at : at + 2]] * known
            at += 1 + known
        found += pairs or [run[at : at + 2] for at in range(len(run) - 1)]
    return list(dict.fromkeys(found))
