"""What a shortcoming is about, in whatever words: 执法力量偏弱, 执法队伍人手紧缺.

A shortcoming names a matter, what is wrong with it and why. Each is told by a handful of notions, for
which a report has several words; other words of its own count as they are. Two shortcomings are as
like as the notions they share weigh, and the part of the smaller one they make up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.promised import own_words, usual_words

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_NOTIONS = {
    "publicity": (0.5, "普法|法治宣传|法制宣传|宣传教育|法律宣传|宣讲|宣传"),
    "form": (1.0, "形式(?!化)|方式|手段|载体|方法"),
    "banners": (1.5, "横幅|传单|发资料|发放资料|宣传单|展板|标语|手册"),
    "sites": (2.0, "阵地|宣传栏|普法栏|法治广场|法治公园|橱窗|文化长廊"),
    "new media": (1.5, "新媒体|短视频|公众号|网络普法|直播"),
    "young": (1.5, "青少年|年轻人|青年|学生|未成年"),
    "old people": (1.5, "老年|老人|高龄"),
    "migrants": (2.0, "外出务工|流动人口|务工人员|流动性大|流动性强|农民工"),
    "new trades": (2.0, "新业态|新就业|骑手|外卖|网约|电商|民宿|主播"),
    "firms": (1.0, "企业|商户|市场主体|营商"),
    "enforcement": (0.4, "执法"),
    "manpower": (
        1.5,
        "执法力量|执法队伍|人手|人员(?:配备|数量|力量)?(?:不足|偏少|较少|紧缺|短缺|缺乏|紧张)|力量(?:不足|薄弱|偏弱|有限|不强|偏少|紧缺|短缺|还不强)|缺人|人少|一人一所",
    ),
    "licences": (2.0, "持证|执法证|有证|资格考试|考证|取证"),
    "case files": (1.5, "文书|案卷|笔录"),
    "filing": (2.0, "归档|档案|卷宗|立卷"),
    "equipment": (2.0, "装备|记录仪|终端|执法车辆|器材|检测设备"),
    "data": (1.5, "信息化|数字化|智慧|互通|共享|数据|信息孤岛"),
    "online": (1.0, "线上|网上|手机|平台|视频"),
    "decisions": (1.5, "决策"),
    "hearing the public": (1.5, "公众参与|征求意见|征求公众|听取意见|听证|意见征集|群众意见"),
    "procedure": (1.0, "程序|流程|环节"),
    "evaluation": (2.0, "评估|后评价|跟踪评价"),
    "legal advisers": (2.0, "法律顾问|顾问|律师"),
    "law-wise villagers": (2.0, "法律明白人|明白人|学法用法示范户"),
    "mediators": (1.5, "调解员|调解人员|调解队伍|调解力量|调委会"),
    "mediation": (0.6, "调解|调处"),
    "disputes": (0.6, "纠纷|矛盾|隐患"),
    "search": (1.5, "排查|摸排|源头"),
    "grids": (1.5, "网格"),
    "normative papers": (2.0, "规范性文件|文件管理|行政文件"),
    "reporting papers": (2.0, "备案|报备|报送"),
    "clearing papers": (2.0, "清理|失效|过期"),
    "review": (1.5, "合法性审查|合法性审核|合同审查|审查|送审"),
    "contracts": (2.0, "合同|协议|履约"),
    "defence": (2.0, "应诉|答辩|出庭|举证|败诉"),
    "suits": (1.5, "复议|诉讼"),
    "rule of law in mind": (
        2.0,
        "法治思维|法治意识|法治观念|法律意识|依法办事|法治素养|法律素养|规则意识",
    ),
    "habit": (1.5, "凭经验|老经验|老办法|靠经验|靠人情|经验办事"),
    "cadres": (0.8, "干部|工作人员"),
    "study": (1.0, "学法|学习|领会"),
    "openness": (2.0, "政务公开|信息公开|公开栏|公开内容|村务公开|栏目"),
    "justice office": (2.0, "司法所"),
    "powers handed down": (2.0, "赋权|下放|承接|放得下|接不住|接得住"),
    "acting together": (
        2.0,
        "协作|联动|配合|协同|联合执法|联合检查|衔接|会商|各自为战|部门之间|部门间",
    ),
    "estates": (2.0, "物业|业委会|业主|小区"),
    "patents": (2.0, "知识产权|商标|侵权"),
    "land": (1.5, "土地|宅基地|征地|林地|耕地"),
    "petitions": (2.0, "信访|上访|积案|重复访"),
    "legal services": (1.5, "公共法律服务|法律服务|法律援助"),
    "fines": (2.0, "罚没|票据|罚缴|罚款"),
    "discretion": (2.0, "裁量|同案不同罚|罚款悬殊"),
    "supervision": (1.5, "执法监督|监督员|层级监督"),
    "deliberation": (2.0, "议事|协商|村规民约|村民自治|居民公约"),
    "handing over": (2.0, "移送|行刑"),
    "leniency": (2.0, "首违|免罚|柔性|说理"),
    "inspection": (1.0, "监管|巡查|检查"),
    "staff": (0.6, "队伍|人才"),
    "service": (0.4, "服务"),
    "delivery": (2.0, "送达"),
    "age": (1.5, "结构|老化|老龄|年龄|年过|岁以上|六旬"),
    "effect": (1.0, "作用|功能"),
    "reach": (1.2, "覆盖|盲区|死角|触达|难以集中|全覆盖"),
    "probation": (2.0, "矫正|安置帮教|刑满"),
    "families": (2.0, "留守儿童|妇女|家暴|家庭暴力"),
    "appraisal": (1.0, "考核|督查|督导|问责"),
    "money": (1.0, "经费|资金|财政|财力|投入|报酬|补贴|待遇"),
    "posts": (1.0, "编制|招录|招聘"),
    "turnover": (1.0, "更换|变动|流动|换届|轮换|调整频繁"),
    "part time": (1.0, "兼职|身兼|兼任|一岗多"),
    "training": (1.0, "培训|练兵|业务不熟|业务生疏|指导"),
    "expertise": (1.0, "专业|专门"),
    "rules": (0.8, "机制|制度|办法|职责|边界|权责|责任"),
    "awareness": (0.8, "意识|认识|重视|主动性"),
    "late": (1.0, "滞后|不及时|未及时|没有及时|超期|拖延|未按|逾期|更新慢|更新不|慢"),
    "for show": (1.0, "流于形式|走过场|走形式|形式化|挂名|停留在"),
    "faulty": (
        1.0,
        "不规范|不够规范|不准确|不够准确|要素|不齐|缺项|不全|缺失|瑕疵|粗糙|缺漏|缺少|没有登记",
    ),
    "uneven": (1.0, "不均衡|不平衡|不均|参差|不匹配"),
    "worn": (1.0, "单一|老套|陈旧|老旧|传统|破损|年久失修|多年未"),
    "shallow": (0.8, "不深|不细|不够深入|不够细致|不彻底|不到位"),
}
"""Weight and words of each notion: the more reports have it, the less it weighs."""
_FOUND = {name: (weight, re.compile(words)) for name, (weight, words) in _NOTIONS.items()}
_MARK = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])"
)
CAUSE = re.compile(
    r"[，。；,]?(?:其?主要)?(?:原因|因为|由于|究其|根源|根子|缘于|源于|主要是|主要由于|这与|之所以)"
)
_EVERY = re.compile(
    r"相对|较为|比较|还是|仍然|依然|部分|少数|个别|一些|有的|存在|主要|原因|不足|不够|有待|提高|加强|提升|不高|不强|偏低|较低|薄弱|偏弱|缺乏|缺少|情况|问题|进一步|没有|方面|需要|亟待|偏少|较少|不多|多数|大多|难以|能力|水平|质量|工作|明显|程度"
)
OWN, ODD, USUAL = 1.5, 0.3, 0.2  # weight of a word without a notion: its own, a piece, everyone's
LIKELY, SURE = 1.3, 2.6
FEWEST = 2  # notions that two shortcomings share
LEAST = 0.3  # weight shared from which a notion counts
IN_CAUSE = 0.4  # share of a notion's weight where it stands in the cause only


def notions(shortcoming: str, ordinary: Container[str]) -> dict[str, tuple[float, bool]]:
    """Weight of each notion, and whether the shortcoming itself tells it or its cause only.

    `ordinary`: words of two characters, by which words without a notion are known.
    """
    told = _MARK.sub("", shortcoming)
    cut = CAUSE.search(told)
    own, cause = (told[: cut.start()], told[cut.end() :]) if cut else (told, "")
    found: dict[str, tuple[float, bool]] = {}
    for name, (weight, words) in _FOUND.items():
        if words.search(own):
            found[name] = (weight, True)
            own = words.sub(" ", own)
        elif words.search(cause):
            found[name] = (weight * IN_CAUSE, False)
        cause = words.sub(" ", cause)
    own, cause = _EVERY.sub(" ", own), _EVERY.sub(" ", cause)
    for part, share in ((cause, IN_CAUSE), (own, 1.0)):
        for word in own_words(part, ordinary):
            found[word] = (share * (OWN if word in ordinary else ODD), share == 1)
    return dict.fromkeys(usual_words(own), (USUAL, True)) | found


def likeness(
    one: Mapping[str, tuple[float, bool]], other: Mapping[str, tuple[float, bool]]
) -> float:
    """0 for nothing shared; from LIKELY on it is likely one shortcoming, from SURE on surely."""
    shared = [
        min(weight, other[name][0])
        if at_heart == other[name][1]
        else _aside(weight, other[name][0])
        for name, (weight, at_heart) in one.items()
        if name in other
    ]
    least = min(sum(weight for weight, _ in told.values()) for told in (one, other))
    enough = sum(weight >= LEAST for weight in shared) >= FEWEST
    return sum(shared) ** 2 / least if enough else 0.0


def _aside(weight: float, other: float) -> float:
    """Told as the shortcoming in one and as its cause in the other."""
    return (min(weight, other) + max(weight, other) * IN_CAUSE) / 2
