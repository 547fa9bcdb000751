"""Marks between clauses: a sentence cut off after its opening, 、 where a clause begins, ？ and ！."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "punctuation"
_WHY = "GB/T 15834-2011《标点符号用法》"
_SKIPPED = frozenset(
    ("annex", "annex_note", "addressee", "signature", "date", "note", "table", "title")
)
_BEGIN = r"(?:^|(?<=[。！；：\n]))"
# what only leads up to a clause: 在县委的坚强领导下, 为进一步规范执法, 随着……
_LEADS = (
    r"(?:在[^，。；：\n]{2,34}?(?:[领指]导下|支持下|关心下|帮助下|过程中|基础上|的同时|期间)"
    r"|(?:根据|按照|依据|遵照|对照)[^，。；：\n]{3,44}(?:要求|部署|安排|精神|规定|计划|规划)"
    r"|(?:截至|自)20\d\d年[^，。；：\n]{0,10}(?:底|末|日|以来|起)|今年以来|一年来|近年来|同时|此外|另外|其中|为此|因此|目前|下一步)"
)
_PURPOSE = (
    r"(?:为(?:了|进一步|深入|切实|全面|贯彻|加强|推动|推进|确保|有效|更好)[^，。；：\n]{4,50}"
    r"|(?:通过|利用|围绕|针对|结合|借助)[^，。；：\n]{4,60}(?:方式|形式|载体|契机|节点|途径|手段|抓手|重点|问题|渠道)"
    r"|随着[^，。；：\n]{4,40}|(?:不仅|不但|虽然|尽管|由于|如果|一旦)[^，。；：\n]{3,40})"
)
_CUT_OFF = re.compile(rf"{_BEGIN}\s*(?:{_LEADS}|{_PURPOSE})(?P<mark>。)(?=[一-鿿“《\d])")
_LED_BY_COMMA = re.compile(
    rf"{_BEGIN}\s*(?:{_LEADS}|20\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?=、(?!20\d\d|\d{{1,2}}[月日]))|全年)(?P<mark>[、；])(?=[一-鿿“《\d])"
)
# a clause of its own begins with these: it is parted by ，
_CLAUSE = re.compile(
    r"(?P<mark>、)(?=同时(?!期|段)|从而|进而|因此|所以|然而|不过|而且|但是?(?!书)|其中|特别是|尤其是|现将|并(?![排列购网轨联行发存重])|累计|今年(?!以来)|全年(?![无级])"
    r"|共(?:\d|计|有|开展|检查|排查|化解|调解|组织|发放|受理|办理|出动|整改|召开|发现|查处|建成|接待|解答|走访|培训|清理|审查|公开)|我[镇乡]|全[镇乡](?!统|各))"
)
_STEP = re.compile(
    r"(?:其中)?(?:[上下]半年|[一二三四]季度|第[一二三四]季度|\d{1,2}月份?|[去上前本]年|今年|20\d\d年|[本当]月|同期|[镇乡村]?本级|[镇乡村]级)"
)
_TWICE_COUNTED = re.compile(r"共计?\d[\d.]*[余多]?[万千]?[一-鿿]{1,3}(?=[，。；）])")
_COUNT = r"\d[\d.]*[余多]?[万千]?[余多]?(?:人次|件次|场次|户次|批次|个|件|场|次|名|人|户|份|起|条|项|处|期|家|篇|册|万?元)"
_TWO_CLAUSES = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<first>[^，。；：\n]{{20,}}?{_COUNT})(?P<mark>、)"
    rf"(?P<second>(?:邀请|组织|开展|召开|举办|发放|印发|建立|完善|制定|选派|聘请|张贴|接待|受理|办理|化解|调解|排查|督促|指导|推动|培训)[^，。；：、\n]{{4,40}})(?=[，。；])"
)
_ORPHAN = re.compile(
    r"(?<=。)(?:从而|以及|和(?![平谐睦解美善蔼田县林顺])|及(?![时早格其])|的(?!确)|等(?![级待额候同次])|了(?!解|结|却|然))"
)
_BEFORE_PARTICLE = re.compile(r"[，；：](?=的(?![确士])|等(?![级待额候同次于高到候]))")
_ASKS = re.compile(
    r"[吗呢吧谁哪何么几否]|怎|多少|有没有|能不能|会不会|是不是|可不可以|该不该|要不要|[一-鿿]不[一-鿿]"
)
_TOLD = re.compile(r".*的(?:问题|难题|疑问|情况|方式|办法)\Z", re.DOTALL)  # 解决了怎么管的问题
_QUOTED = re.compile(r"“[^”\n]*”|《[^》\n]*》|‘[^’\n]*’")
_SHORT_LIST = re.compile(
    r"(?<![一-鿿])(?:[围绕对针在以与同会合联]{1,2})?[一-鿿]{2,4}(?P<mark>[，；])[一-鿿]{2,4}[，；][一-鿿]{2,4}(?:[，；、][一-鿿]{2,4})*"
    r"等(?:[一-鿿]{0,2}(?:部门|单位|领域|方面|人员|纠纷|问题|事项|法律|场所|内容|群体|环节|力量))"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each mark that parts what belongs together, or joins what does not."""
    del reading
    if passage.role in _SKIPPED:
        return
    text = passage.text
    yield from _told(passage, _CUT_OFF, "这半句话还没有说完，后面用逗号，不用句号。", "，")
    yield from _told(passage, _LED_BY_COMMA, "这里用逗号。", "，")
    yield from _told(passage, _CLAUSE, "后面是另一个分句，用逗号，不用顿号。", "，")
    yield from _two_clauses(passage)
    yield from _told(passage, _SHORT_LIST, "并列的词语之间用顿号。", "、")
    for pattern in (_ORPHAN, _BEFORE_PARTICLE):
        for found in pattern.finditer(text):
            start = found.start() - (pattern is _ORPHAN)
            yield passage.finding(
                ID, "warning", "一句话从这里被点断了。", start, found.end(), why=_WHY
            )
    yield from _tone(passage)


def _in_step(text: str, place: int) -> bool:
    """上半年办结30件、全年办结61件: two like ones of a row, not a clause; 会议6次、共48人次 neither."""
    before = re.split(r"[，。；：、\n]", text[max(0, place - 40) : place])[-1]
    if _TWICE_COUNTED.match(text, place + 1) and re.search(r"\d[余多]?[一-鿿]{1,2}\Z", before):
        return True
    return _STEP.match(before) is not None and re.search(r"\d", before) is not None


def _told(passage: Passage, pattern: re.Pattern[str], message: str, mark: str) -> Iterator[Finding]:
    for found in pattern.finditer(passage.text):
        start, end = found.span("mark")
        row = pattern is _CLAUSE and _in_step(passage.text, start)
        if start >= passage.heading and not row and not _quoted(passage.text, start):
            yield passage.finding(ID, "warning", message, start, end, suggestion=mark, why=_WHY)


def _quoted(text: str, place: int) -> bool:
    return any(found.start() < place < found.end() for found in _QUOTED.finditer(text))


def _two_clauses(passage: Passage) -> Iterator[Finding]:
    """学习《…》等法律法规15次、邀请律师讲座3次: two long clauses are no list of things."""
    for found in _TWO_CLAUSES.finditer(passage.text):
        counted = re.search(rf"{_COUNT}、", found["first"])
        if counted is None and re.search(r"\d", found["second"]):
            yield passage.finding(
                ID,
                "warning",
                "两个分句之间用逗号，不用顿号。",
                *found.span("mark"),
                suggestion="，",
                why=_WHY,
            )


def _tone(passage: Passage) -> Iterator[Finding]:
    """？ after what asks nothing, ！ after a plain statement of figures."""
    for found in re.finditer(r"(?<![？！（(，、；：。])[？！](?![？！”』）])", passage.text):
        span = passage.sentence(found.start())
        sentence = passage.text[span.start : found.start()]
        if found.group() == "？":
            wrong = len(sentence) > 6 and not _ASKS.search(_TOLD.sub("", sentence))
        else:
            wrong = bool(re.search(r"\d", sentence))
        if wrong and not _quoted(passage.text, found.start()):
            name = "问号" if found.group() == "？" else "叹号"
            yield passage.finding(
                ID,
                "warning",
                f"这是陈述句，不用{name}。",
                *found.span(),
                suggestion="。",
                why=_WHY,
            )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("在县委、县政府的坚强领导下。我镇法治建设稳步推进。"),
    Example("为进一步规范执法行为。综合执法队开展案卷自查。"),
    Example("开展普法宣传12场、同时发放资料3000份。"),
    Example("今年以来、我镇持续推进依法行政。"),
    Example(
        "组织学习《行政处罚法》《信访工作条例》等法律法规15次、邀请律师讲座3次，68人参加考试。"
    ),
    Example("围绕婚姻，土地，邻里等纠纷开展排查。"),
    Example("全年化解矛盾纠纷85件！群众较为满意。"),
    Example("各村调解员全部到岗到位？群众反映良好。"),
    Example("联合公安、司法，等部门开展检查。"),
)
CLEAN = (
    Example("全年化解矛盾纠纷85件、信访积案3件，发放资料3000份、宣传袋500个，同时回访群众60户。"),
    Example("为群众提供法律咨询120次。按规定公开。由于路远，采取视频调解。"),
    Example("群众最关心什么？干部能不能依法办事？以此为题开展讨论。"),
    Example("邀请群众代表列席会议6次、共48人次，拆除违建9处、共1200平方米。"),
    Example("建成镇级法治文化广场1处、村级法治宣传栏18个，做到共建、共治、共享。"),
    Example("奋力谱写法治青禾建设新篇章！"),
)
