"""Words left from before a sentence was changed: 提高提升, 进行作了清理, 授课1次授课."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.pairs import pair_places

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, KeysView

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.leftovers import Leftover
    from lawdraft.model.finding import Finding, Severity

ID = "typo"
_LEFT = re.compile(
    r"进行[作做](?:了|出)|进行了?(?:作|做)了|(?:进行了开展|开展了进行)(?!曲)"
    r"|(?:促成|促使|促进|导致)了使"
    r"|[一-鿿]{2}了对(?:审查|审核|修订|论证|化解|调解|起草|编制)[一-鿿]{2,4}(?=[\d，。；])(?<!的.)(?<!的..)"
)
_WITHIN = frozenset(
    ("行作", "行做", "了作", "了做", "了开", "了进", "了使", "了对")
)  # one in each of these
_TWICE = re.compile(r"把(?<![一两几每].)[一-鿿]{2}把(?![关握手脉门控])")

_COUNTED = re.compile(
    r"[\d一两二三四五六七八九十][\d.一二三四五六七八九十]*[万千百]?余?"
    r"(?:[人场件家户批]次|小时|课时|学时|公斤|公里|平方米|万?元|[亩吨米场次期件起名人份条家户处篇部批轮项个节堂本册支台辆套盏块面幅张只头株座间栋])"
)
_AGAIN = re.compile(r"([一-鿿]{2,8})(?=[，。；]|$)")  # 授课1次|授课
_BREAK = re.compile(r"[，。；：、“”《》（）,;\n]")
_OBJECT = re.compile(
    r"(?!.*(?:[的中后时为到至比从共每平又再并与和及率未不能组队员室会站点所局班车厅院镇村区长者师表厂场]|庭(?!审)"
    r"|成功|依法|现场|当场|全部|网上|线[上下]|部门|政府|平台|窗口))[一-鿿]{2,8}\Z"
)
"""What a verb and itself may not stand around: neither one who does it nor how it is done."""

_DOERS = frozenset(("组织", "下沉"))  # 调解组织调解
_JOINED = re.compile(r"[^一-鿿]|[每各从由比和与共至到有为]|(?<!集)中")
_DEEDS, _STOPS = "次场期件起份轮", "，。；"
_PLACES = frozenset("会议堂台网线坛式桌屏栏墙动程期")
"""What something happens on, in or after."""
FAR = 24  # characters before a count in which what is counted is looked for
SPARE = 9.0  # nats by which a text must be likelier without a character to call it left over


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Two words that never stand beside each other, one of which was to be struck out."""
    if passage.role in NOT_OWN_WORDS:
        return
    for left in reading.knowledge.leftovers.find(passage.text):
        if not passage.in_title(left.start) and _is_spare(passage.text, left, reading):
            yield _finding(passage, left)
    verbs = reading.knowledge.leftovers.verbs
    for start, end, sure in (*_told_again(passage.text, verbs), *_twice(passage.text, verbs)):
        if not passage.in_title(start):
            message = f"“{passage.text[start:end]}”：前面已经说过，像是修改时留下的。"
            level: Severity = "warning" if sure else "note"
            yield passage.finding(ID, level, message, start, end)
    for found in _known(passage.text):
        message = f"“{found.group()}”：修改时留下了多余的词。"
        yield passage.finding(ID, "warning", message, *found.span())


def _known(text: str) -> Iterator[re.Match[str]]:
    if _WITHIN & pair_places(text).keys():
        yield from _LEFT.finditer(text)
    yield from _TWICE.finditer(text)


def _told_again(text: str, verbs: Container[str]) -> Iterator[tuple[int, int, bool]]:
    """授课1次授课, 开展夜巡28次开展; 受理投诉受理56件, 研究3次法治工作研究."""
    for count in _COUNTED.finditer(text):
        start, told = count.start(), count.group()
        if (last := _ends_same(text, count.end(), told)) is not None:
            yield start, last, True
            continue
        again, verb = _AGAIN.match(text, count.end()), text[max(0, start - 2) : start]
        if not again and verb not in verbs:
            continue
        before = _BREAK.split(text[max(0, start - FAR) : start])[-1]
        if again and again[1] in before and _is_again(before, again[1], verbs):
            yield *again.span(1), again[1] in verbs or before.endswith(again[1])
        elif verb in verbs and again and again[1].endswith(verb):
            yield again.end() - 2, again.end(), False
        elif verb not in verbs or verb not in before[:-2]:
            continue
        elif _OBJECT.match(before[before.rindex(verb, 0, -2) + 2 : -2]):
            yield start - 2, start, False


def _ends_same(text: str, at: int, count: str) -> int | None:
    """2次2次, 4次集中学习活动4次: where a count told twice ends."""
    again = text.find(count, at, at + len(count) + 10)
    last, told = again + len(count), text[at:again]
    if again < 0 or text[last : last + 1] == "地" or not count[0].isdigit():
        return None
    if not told:
        return last
    ends = text[last : last + 1] in _STOPS and count[-1] in _DEEDS
    return last if ends and not _JOINED.search(told) else None


def _twice(text: str, verbs: KeysView[str]) -> Iterator[tuple[int, int, bool]]:
    """协助参与协助: a verb before and behind another."""
    found = pair_places(text)
    if len(found) == len(text) - 1:
        return
    for pair in [pair for pair, places in found.items() if len(places) > 1 and pair in verbs]:
        for first, second in pairwise(found[pair]):
            between = text[first + 2 : second]
            if second - first == 4 and between in verbs and between not in _DOERS:
                yield first, second + 2, False


def _is_again(before: str, word: str, verbs: Container[str]) -> bool:
    """Whether a word that stands behind a count stands before it as it should."""
    told = before[before.rindex(word) + len(word) :]
    return not told or ((word in verbs or len(word) == 2) and bool(_OBJECT.match(told)))


def _finding(passage: Passage, left: Leftover) -> Finding:
    words = passage.text[left.start : left.end]
    level: Severity = "warning" if left.sure else "note"
    if left.spare is None:
        message = f"“{words}”：两个词意思相同，像是修改时留下的，请删去一个。"
        return passage.finding(ID, level, message, left.start, left.end)
    right = passage.text[left.start : left.spare] + passage.text[left.spare + 1 : left.end]
    message = f"“{words}”：像是修改时多留了一个字，应为“{right}”。"
    return passage.finding(ID, level, message, left.start, left.end, suggestion=right)


def _is_spare(text: str, left: Leftover, reading: Reading) -> bool:
    """Two whole words always; a single character where it belongs to no word, rightly written, beside it."""
    at, slips = left.spare, reading.knowledge.slips
    if at is None:
        return True
    if any(slip.start <= at < slip.end and slip.right for slip in reading.slips(text)):
        return False  # 安排布署: 部署 is meant
    if at == left.end - 1 and slips.is_word(text[at - 1 : at + 1]) and _is_on(text, left.start):
        return False  # 会议上|报告
    beside = text[at - 1 : at + 1] if at == left.start else text[at : at + 2]
    return not slips.is_word(beside) and slips.gain(text, at, at + 1, "") >= SPARE


def _is_on(text: str, at: int) -> bool:
    """会上, 会议上, 活动中: whether the character at a place belongs to the word before it."""
    return text[at] in "上中下内后前" and text[max(0, at - 1) : at] in _PLACES


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("镇司法所对执法证件进行作了清理。"),
    Example("经多次上门，促成了使双方握手言和。"),
    Example("扎实把推进把法治建设纳入议事日程。"),
    Example("窗口人员的业务能力需尽快提高提升。"),
    Example("各村全部设立了有便民窗口。"),
    Example("由于因为持证人员少，夜间巡查偏少。"),
    Example("全面提升高群众的法律素养。"),
    Example("年内制定了出台执法事项清单1份。"),
    Example("法治副校长每月到校授课1次授课。"),
    Example("年内开展夜间巡逻28次开展。"),
    Example("法律顾问参与了对审查合同28份。"),
)
CLEAN = (
    Example("对执法证件进行清理，作了登记，一把钥匙把矛盾的锁打开。"),
    Example("促成双方和解，使矛盾得到化解，把审核把关做实。"),
    Example("健全完善议事规则，制定出台配套办法，提升高品质服务。"),
    Example("制定了加强队伍建设的办法，面对面向群众讲解，召开推进会议。"),
    Example("设立了有关咨询窗口，选派派出所民警驻村，拟修订制度1项。"),
    Example("年初对普法工作作了安排部署，参与了对合同的审查，开展了对审查人员的培训。"),
    Example("培训班培训60人，调解室调解86件，举办培训4期培训骨干60人。"),
    Example("12个村中有3个村，1名网格员联系5名网格员，纠纷12起、邻里纠纷8起。"),
)
