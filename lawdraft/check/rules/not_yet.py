"""One thing said to be done and said not to be: 综治中心建成启用, 综治中心尚未建成; 通过验收, 未通过验收."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.objects import weight
from lawdraft.check.outcomes import LEAST, PART, bare, denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.outcomes import Denial
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_DONE_NOT = re.compile(
    r"[未没不无]|拟|将|计划|推进|加快|筹|争取|力争|正在|指导|帮助|协助|配合|推动|报请|提请|后(?=通过|合格|达标)"
)
_LEVEL = re.compile(r"[国省市县区镇村](?=级|里|委|政府|局|厅|法院)")
_PLACE = re.compile(r"([一-鿿]{2})(?:村(?!级|民|干|规|组|居|民)|社区|小区)")
_STAGE = re.compile(
    r"经整改|复[评审核]|重新|再次|补考|试(?=运行|行|用|点)|[一二三四]期|第[一二三四五六七八九十\d]+|[上下]半年|[一二三四]季度|[七八九]五(?=普法)"
)
_NAME = re.compile(r"[一-鿿](?<![了的将把对由为在是与和及到至成立建])\Z")
NAME = 2  # characters that set two names apart
SURELY = 6  # characters of a thing that nothing else is called by
MOST, HALF = 0.7, 0.5  # of what is said of the thing and of whose it is


_SIGNS = "，。；：！？\n"
FAR = 60  # characters of a clause at most


class _Clause(NamedTuple):
    start: int
    end: int
    bare: str
    before: str  # the clause before, which may say of what


def check(reading: Reading) -> Iterator[Finding]:
    """The place that says it is not done, with the one that says it is."""
    for denial in denials(reading):
        clauses = _clauses(reading.text, denial.thing[-2:])
        done = next((each for each in clauses if _done(reading, denial, each)), None)
        if done is not None:
            here, there = (
                reading.text[denial.start : denial.end],
                reading.text[done.start : done.end],
            )
            yield reading.finding(
                ID,
                "warning" if _surely(denial) else "note",
                f"别处写“{there}”，这里写“{here}”，请核对。",
                denial.start,
                denial.end,
                other=(done.start, done.end),
            )


def _clauses(text: str, head: str) -> Iterator[_Clause]:
    """The clauses that tell of a thing, by its last two characters."""
    place = text.find(head)
    while place >= 0:
        back = max(0, place - FAR)
        start = max(back, *(text.rfind(sign, back, place) + 1 for sign in _SIGNS))
        found = _CLAUSE.match(text, start)
        end = found.end() if found else place
        lead = _CLAUSE.findall(text, max(0, start - FAR), max(0, start - 1))
        yield _Clause(start, end, bare(text[start:end]), bare(lead[-1]) if lead else "")
        place = text.find(head, max(end, place + 1))


def _surely(denial: Denial) -> bool:
    told = {denial.thing, denial.rest}
    return denial.sure or denial.named or sum(map(len, told)) >= SURELY


def _done(reading: Reading, denial: Denial, clause: _Clause) -> bool:
    """Whether a clause says the very thing to be done."""
    at = clause.bare.find(denial.thing[-LEAST:])
    if at < 0 or denial.start <= clause.start < denial.end:
        return False
    rest = clause.bare[:at] + "＃" + clause.bare[at + LEAST :]
    line = reading.sentence_at(clause.start)
    if any(kind.far for kind in denial.kinds):
        rest += reading.text[clause.end : line.end]
    if not any(kind.told.search(rest) for kind in denial.kinds):
        return False
    if _DONE_NOT.search(rest) or PART.search(rest) or reading.in_plan(clause.start):
        return False
    if line == reading.sentence_at(denial.start):
        return False
    if _other_name(denial.thing, clause.bare[: at + LEAST]):
        return False
    return _alike(denial, clause) and not _apart(denial.words, clause.bare)


def _other_name(thing: str, told: str) -> bool:
    """Whether a character or two before what both share tell two names: 清水沟, 白水沟争议."""
    ends = zip(reversed(thing), reversed(told), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    rest, other = thing[:-same], told[:-same]
    return 0 < len(rest) <= NAME and bool(_NAME.search(other))


def _alike(denial: Denial, clause: _Clause) -> bool:
    """Whether most that the denial says of its thing is said there, too."""
    told = han_pairs(clause.bare) | han_pairs(clause.before)
    for words, least in ((denial.thing, MOST), (denial.rest, HALF)):
        pairs = han_pairs(words)
        if sum(map(weight, pairs & told)) < least * sum(map(weight, pairs)):
            return False
    return True


def _apart(one: str, other: str) -> bool:
    """Whether a level, a village or a stage tells them apart."""
    return any(
        set(pattern.findall(one)) != set(pattern.findall(other))
        for pattern in (_LEVEL, _PLACE, _STAGE)
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("镇综治中心于5月建成启用。\n镇综治中心尚未建成，群众仍要多头跑，" + _TAIL),
    Example("建立调解员补贴制度。\n调解员补贴制度尚未建立，积极性不高，" + _TAIL),
    Example("出台《物业纠纷调处办法》。\n《物业纠纷调处办法》迟迟没有制定，" + _TAIL),
    Example("镇档案室顺利通过市级验收。\n镇档案室未能通过市级验收，" + _TAIL),
)
CLEAN = (
    Example("镇综治中心于5月建成启用。\n部分村综治中心尚未建成，群众仍要多头跑，" + _TAIL),
    Example("建立调解员补贴制度。\n调解员考核制度尚未建立，积极性不高，" + _TAIL),
    Example("出台《物业纠纷调处办法》。\n《物业纠纷调处办法》的细则迟迟没有制定，" + _TAIL),
    Example("镇档案室顺利通过县级验收。\n镇档案室未能通过市级验收，" + _TAIL),
)
