"""What was done on a day: deeds done once (揭牌, 签约, 印发) and such as come again (召开, 培训)."""

from __future__ import annotations

import re

_ONCE = {
    "plaque": r"揭牌|挂牌|授牌",
    "use": r"启用|投用|投入(?:使用|运行|运营)|(?:上线|揭牌|挂牌|正式|建成|启动)(?:运行|运营|运转|办公)|上线|(?:对外|群众|社会|竣工|建成|免费|正式)开放|开门迎客|开馆|开园|开张|开街|开业|营业|首航|开通|通车|亮相",
    "built": r"建成|竣工|落成|完工|建好|改造完成|完成(?:改造|建设)",
    "founded": r"成立|组建|设立|创办|创立",
    "begun": r"开工|动工|破土|奠基",
    "moved": r"搬[入进迁到]|迁[入至到]|入驻|乔迁",
    "settled": r"签(?![名到收章])|画押|达成|化解|解决|和解|握手言和|了结|息诉|息访|平息|调解成功|调处成功|案结事了|化干戈|止争|撤诉",
    "issued": r"印发|出台|制发|签发|颁布|审议通过|表决通过|通过(?=的?《)|制定",
    "revised": r"修订|修改|修编",
    "passed": r"验收|通过[^，。；]{0,10}(?:评审|评估|考核|复核|审核|认定)|达标",
    "honoured": r"命名|获评|荣获|喜获|获得|授予|评为|评定|入选|认定|荣膺|摘得|夺冠|夺得|折桂|斩获|拿下|获[^，。；]{0,8}表彰|受到[^，。；]{0,8}表彰",
    "appointed": r"到任|上任|调任|报到|任命|接任|退休|当选|补选|履新|到岗|换届",
    "handed": r"划转|承接|下放|赋权|移交|交接|接管|接手",
    "ended": r"落幕|闭幕|收官",
    "opened": r"启动|开幕|开营|首发|首开|开赛|首演|首播|首场|首讲|拉开",
    "ruled": r"宣判|判决|裁定",
    "happened": r"突发|发生(?=[一-鿿]{0,3}[，的]|后|时|火|山|洪|险)|来袭|登陆|[暴爆]发|决口|溃",
    "sent": r"发出|送达|寄出",
    "practised": r"推行|推出|试行|实行|施行|落地",
    "filed": r"备案|登记造册|归档",
    "cleared": r"清理|清零|废止",
}
_AGAIN = {
    "met": r"召开|会议|会商|论坛|沙龙|(?<![委员协社机工商学理妇])(?<!委员)(?<!居委|村委|调委|支委|党委)会(?=[上，。；（、）]|的|部署|确定|提出|指出|\Z)",
    "trained": r"培训|轮训|集训|警示教育|参观|研修|讲座|授课|辅导|读书班|课堂|宣讲|党课|夜校|专题课|轮训班|[一-鿿]班(?=[，。；（的、）上])",
    "staged": r"演出|大赛|竞赛|比赛|活动|仪式|演练|比武|拉练|誓师|晚会|巡演|路演|赶集|集市|旁听",
    "visited": r"调研|督察|督查|督导|检查|巡察|巡视|执法监督|现场监督|评查|观摩|考察|视察|实地查看|走访|回访|巡查|夜查|清查|询问|质询|评议|审计|抽查",
    "heard": r"开庭|庭审|审理|应诉",
    "paid": r"兑付|兑现|拨付|结清|补发",
    "hired": r"聘(?!请法律顾问)|招录|选聘",
    "published": r"发布|下发|公布|公示|通报",
    "adjusted": r"调整(?:充实|优化|完善)?|充实",
    "bought": r"购置|采购|配发|换发|安装",
    "classed": r"开班|开讲|开课|开市|开播|放映|结业|结课",
}  # fmt: skip
ONCE = frozenset(_ONCE)
_DEEDS = {name: re.compile(words) for name, words in (_ONCE | _AGAIN).items()}
_ANY = re.compile("|".join((_ONCE | _AGAIN).values()))
_VERBS = (
    *_ONCE.values(),
    *(_AGAIN[name] for name in ("published", "adjusted", "bought", "classed")),
)
_MASK = re.compile("|".join((*_VERBS, "召开|举办|举行|开展")))
THINGS = ONCE - {"settled", "opened", "ended", "happened", "cleared", "filed"}
"""Deeds that are done to one thing of the unit: its 综治中心, its plan."""


def deeds_of(words: str) -> frozenset[str]:
    """The classes of the deeds in some words."""
    if not _ANY.search(words):
        return frozenset()
    return frozenset(name for name, pattern in _DEEDS.items() if pattern.search(words))


def masked(words: str) -> str:
    """Some words without those that tell what was done, not to what."""
    return _MASK.sub("＃", words)
