"""Other places named on purpose: beside, visited, quoted as a name, or in a matter between places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.check.home import Home
    from lawdraft.check.reading import Passage

WITH = re.compile(
    r"(?:与|同|和|及|会同|联合|邀请|赴|到|往|去|向|至|来自|跨|协同|携手|对接|结对|帮扶|支援|援助|毗邻|邻近|相邻的?|周边的?|邻镇|邻县|接壤的?|兄弟乡镇|以|像|如|对标|学习|借鉴|参照|原|从|自|途经|连接)\Z"
)
_LISTED = re.compile(
    r"(?:(?:镇|乡|街道|县|市|区|旗|村|社区)|[与同和及赴到往去从][一-鿿]{1,10}|(?:会同|联合|邀请|毗邻|邻近|周边|学习|考察)[一-鿿]{0,10})、\Z"
)
_NEAR_BEFORE = re.compile(
    r"毗邻|相邻|邻近|接壤|交界|周边|兄弟|友邻|邻居|发源|源自|流经|途经|原属|曾任|对口|结对|帮扶|支援|考察|借鉴|参观|观摩|学习|来自|原籍|嫁到|务工|调任|挂职|经验|会同|联合|协同|邀请|赴|跨"
)
_GONE_TO = re.compile(r"(?:到|赴|去|前往|往|在)[一-鿿]{0,12}\Z")
_THERE = re.compile(
    r"考察|观摩|参观|调研|取经|跟班|挂职|任职|务工|打工|经商|就医|就读|发生|交流学习|学习(?!贯彻|宣传|领会|党)"
)
_MOVED = re.compile(
    r"交流|调任|转任|任职|调入|选派|移交|移送|转来|转交|迁入|嫁入|引进|划入|承办|主办|牵头举办"
)
_HANDED = re.compile(r"移送|移交|协查")
_CROSSING = re.compile(
    r"跨(?:界|区域|镇|乡|县|街道)|边界|交界|毗邻|相邻|邻镇|邻乡|邻县|接壤|两地|双方|三地|互评|异地|交叉(?:检查|评查|互)|友好|兄弟|对口|流域|沿线|边际|来我[镇乡]|来我街道|合并|撤并|划归"
)
_NEAR_AFTER = re.compile(
    r"(?:等(?!次)|、|两|与我|同我|和我|籍|村民|境内|来我|移交|移送|转来|划入|交界|接壤|毗邻|边界|承办|召开的|举办的|的?(?:先进|成功|典型)?(?:经验|做法|模式)|考察|观摩|挂职"
    r"|[一-鿿]{0,6}(?:律师事务所|公司|合作社|小学|中学|学校|卫生院|法庭|工业园|水库|战役|旧址|纪念馆|高速))"
)
OWN_CUE = re.compile(
    r"(?:人民政府|政府|党委|党工委|办事处|人大|纪委|综合|司法所|派出所|法治|依法|平安|2\d{3}|各村|全体|机关|干部|群众|辖区|综治|便民|执法|坚持|认真|深入|始终|严格|将|共|扎实|紧紧|积极|持续|矛盾|调解|信访|网格|法律|禁毒|民政|消防|市场监管|主要|所属|以|按|在|全面|高度|不断|着力|召开|组织|开展|围绕)"
)


def named_on_purpose(passage: Passage, start: int, end: int, home: Home) -> bool:
    """Named on purpose: beside, visited, quoted as a name, or in a matter between places."""
    text = passage.text
    if passage.role in ("title", "signature"):
        return False
    if WITH.search(text, max(0, start - 5), start) and not _own_list(text, start, home):
        return True
    if text[start - 1 : start] == "、" and _LISTED.search(text, max(0, start - 24), start):
        return True
    quoted = _quoted(text, start, end, home)
    if quoted is not None:
        return quoted
    span = passage.sentence(start)
    return (
        _together(text, start, end)
        or _visited(text, start, end)
        or _NEAR_BEFORE.search(text, max(span.start, start - 14), start) is not None
        or _NEAR_AFTER.match(text, end) is not None
        or _CROSSING.search(text, span.start, span.end) is not None
    )


_AND = re.compile(r"(?:与|同|和|跟|联合|会同|携手|联手)[一-鿿“”]{1,12}\Z")
_JOINTLY = re.compile(
    r"[一-鿿、]{0,10}?(?:共同|联合|携手|联手|一道|一起|签订|签署|建立|互|对接|协商|会商|合作|协作|开展|召开|衔接|结对|共)"
)


def _together(text: str, start: int, end: int) -> bool:
    """与上游的清江乡共同签订…: the two do something with each other."""
    return bool(_AND.search(text, max(0, start - 14), start) and _JOINTLY.match(text, end))


def _quoted(text: str, start: int, end: int, home: Home) -> bool | None:
    """Within 《》 or “” it is part of a name, but for “法治青山镇”; None outside of them."""
    for found in re.finditer(r"《[^》\n]*》|“[^”\n]*”", text):
        if found.start() < start < found.end():
            town = text.endswith(("镇", "乡", "街道"), start, end)
            if (
                town
                and text[found.start()] == "《"
                and _own_paper(text, found.start(), start, home)
            ):
                return False
            if _BORROWED.search(text, max(0, found.start() - 6), found.start()):
                return True
            slogan = re.search(r"(?:法治|平安|美丽|和谐|文明|幸福)\Z", text[found.start() : start])
            return not slogan and not OWN_CUE.match(text, end)
    return None


_OWN_PAPER = re.compile(
    r"(?:修订|制定|出台|印发|制发|完善|起草|编制|编印|修改|废止|审议通过|建立|健全|执行|落实|下发|发布)了?(?:并[一-鿿]{2,4})?"
    r"(?:《[^》\n]*》[、和及与]?)*《\Z"
)
_BORROWED = re.compile(r"参照|参考|借鉴|学习|对标|对照|移植|转发|联合|会同|共同|协助|帮助|指导")


def _own_paper(text: str, at: int, start: int, home: Home) -> bool:
    """修订《柳林街道合法性审查办法》: what we make bears our own name at its head."""
    head = text[at + 1 : start]
    told = _OWN_PAPER.search(text, max(0, at - 60), at + 1)
    made = told and not _BORROWED.search(text, max(0, told.start() - 14), at)
    return bool(made) and (not head or any(head.endswith(name) for name in home.above))


def _visited(text: str, start: int, end: int) -> bool:
    """到…考察, 在…务工, 由…交流任职, …移送: somebody or something went there or came from there."""
    clause = re.split(r"[，。；：、]", text[end : end + 24])[0]
    gone = _GONE_TO.search(text, max(0, start - 18), start) and _THERE.search(clause)
    come = re.search(r"由[一-鿿]{0,6}\Z", text[max(0, start - 8) : start]) and _MOVED.search(clause)
    return bool(_HANDED.search(clause) or gone or come)


def _own_list(text: str, start: int, home: Home) -> bool:
    """在别镇, 由别镇: places where only the own name makes sense are not made fine by 到 or 以."""
    return text[max(0, start - 1) : start] in "以至" and home.unit in text
