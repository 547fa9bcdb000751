"""One case won in one place and lost in another: 法院驳回原告诉讼请求, 唯一的1件行政诉讼案件败诉."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_WON = re.compile(
    r"胜诉|驳回[^，。；]{0,10}(?:诉讼请求|起诉|诉请|诉求|申请|请求)|维持(?!稳|秩序|正常|治安|社会)|判决支持我?[镇乡街]|准(?:许|予)[^，。；]{0,6}撤诉|(?:主动|自愿)撤诉"
)
_LOST = re.compile(
    r"败诉|(?:被|判决|裁定|决定|认定|予以|依法)[^，。；]{0,14}(?:撤销|纠错|变更|确认违法|责令)|撤销了?[^，。；]{0,16}(?:决定|行政行为)|确认[^，。；]{0,10}违法|纠错"
)
_WON_BY = ("胜诉", "驳回", "维持", "判决支持", "撤诉")
_LOST_BY = ("败诉", "撤销", "纠错", "变更", "违法", "责令")
_KINDS = {
    "court": re.compile(r"诉讼|应诉|法院|法庭|判决|原告|被告|被诉|胜诉|败诉|撤诉"),
    "review": re.compile(r"复议"),
}
_NOT_ONE = re.compile(
    r"[未没无零]|率|风险|避免|防止|降低|减少|杜绝|为0|如|一旦|一审|二审|再审|上诉|改判|重审|终审|抗诉|代理|援助|旁听|案例|观摩|去年|上年|此前|往年|历年|[县市](?:直|级|政府部门)|申请(?:人民)?法院|强制执行|非诉|维权|帮助"
)
_COUNTED = re.compile(r"(?<![\d.第])(\d+|[一两二三四五六七八九十])[件起例宗]")
_ONLY = re.compile(r"唯一|仅有的?[一1]|该案|此案")
_PARTY = re.compile(r"[一-鿿]某{1,2}|“[^”]{2,16}”|[一-鿿]{2,8}(?:公司|合作社|砂场|石场|饭店|超市)")
_CLAUSE = re.compile(r"[^，。；：\n]+")
BACK = 40  # characters before that may say of which case
ENOUGH = 4  # pairs of characters that name a case


class _Judged(NamedTuple):
    won: bool
    kind: str
    parties: frozenset[str]
    pairs: frozenset[str]  # of what is said of the case
    number: int  # of how many cases; 0 untold
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """The later place that tells the contrary of what a single case has come to."""
    told = _judged(reading)
    if not told:
        return
    most = {kind: _most(reading, pattern) for kind, pattern in _KINDS.items()}

    def at_odds(one: _Judged, other: _Judged) -> bool:
        if one.won == other.won or one.kind != other.kind or max(one.number, other.number) > 1:
            return False
        if one.parties and other.parties:
            return bool(one.parties & other.parties)
        return most[one.kind] == 1 or (not most[one.kind] and _one_case(reading, one, other))

    for one, other in denials(reading, told, at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，说的像是同一个案件，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _judged(reading: Reading) -> list[_Judged]:
    """What came of cases of this year, clause by clause; none where all were won, or all lost."""
    told: list[_Judged] = []
    for won, pattern, words in ((True, _WON, _WON_BY), (False, _LOST, _LOST_BY)):
        if not any(word in reading.text for word in words):  # far quicker than the search itself
            return []
        cases = [_case(reading, found, won=won) for found in pattern.finditer(reading.text)]
        if not any(cases):
            return []
        told += filter(None, cases)
    return sorted(told, key=lambda each: each.start)


def _case(reading: Reading, found: re.Match[str], *, won: bool) -> _Judged | None:
    text, span = reading.text, reading.sentence_at(found.start())
    left = max(text.rfind(sign, span.start, found.start()) for sign in "，；：") + 1
    left = max(left, span.start)
    clause = _CLAUSE.match(text, found.start())
    end = clause.end() if clause else found.end()
    lead = text[max(span.start, left - BACK) : left].rpartition("；")[2]
    words = text[left:end]
    kind = _kind(words) or _kind(lead + words)
    if not kind or _NOT_ONE.search(lead + words) or reading.in_plan(left):
        return None
    numbers = [_number(told[1]) for told in _COUNTED.finditer(lead + words)]
    parties = frozenset(_PARTY.findall(lead + words))
    return _Judged(won, kind, parties, han_pairs(lead + words), max(numbers, default=0), left, end)


def _one_case(reading: Reading, one: _Judged, other: _Judged) -> bool:
    """Whether both name a case by words that the report has nowhere else: 红岩村占用耕地."""
    rare = (pair for pair in one.pairs & other.pairs if reading.rarity.sentences[pair] <= 2)
    return len(list(rare)) >= ENOUGH


def _kind(words: str) -> str:
    """By which body it was judged; 复议 before a suit, which often follows it."""
    kinds = [kind for kind, pattern in _KINDS.items() if pattern.search(words)]
    return kinds[0] if len(kinds) == 1 else ""


def _number(told: str) -> int:
    return int(told) if told.isdigit() else "一二三四五六七八九十".find(told) + 1 or 2


def _most(reading: Reading, pattern: re.Pattern[str]) -> int:
    """How many cases of a kind the report tells of at most; 0 where it tells no number."""
    most = 0
    for span in reading.sentences:
        words = reading.text[span.start : span.end]
        for clause in _CLAUSE.findall(words) if pattern.search(words) else ():
            if pattern.search(clause):
                told = [_number(each) for each in _COUNTED.findall(clause)]
                most = max(most, *told, 1 if _ONLY.search(clause) else 0)
    return most


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "发生行政诉讼案件1件，法院驳回了原告的诉讼请求。\n唯一的1件行政诉讼案件因程序瑕疵败诉，"
        + _TAIL
    ),
    Example("办理行政复议1件，复议机关维持原处罚决定。\n行政复议案件因事实不清被撤销，" + _TAIL),
)
CLEAN = (
    Example(
        "发生行政诉讼案件2件，1件驳回了原告的诉讼请求。\n行政诉讼案件因程序瑕疵败诉1件，" + _TAIL
    ),
    Example("办理行政复议1件，复议机关维持原处罚决定。\n行政诉讼案件1件因程序瑕疵败诉，" + _TAIL),
)
