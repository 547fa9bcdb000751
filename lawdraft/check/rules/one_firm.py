"""One lawyer of two firms, or two firms' names that a character sets apart."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.persons import mentions_of, one_apart
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_KINDS = re.compile("律师事务所|律所|法律服务所")
_FIRM = re.compile(r"(?P<firm>[一-鿿（）]{2,14}?)(?P<kind>律师事务所|律所|法律服务所)")
_JUNK = re.compile(
    r".*(?:聘请了?|续聘|聘任|邀请|委托|来自|签约|选聘|就职于|执业于|引进|引入|协调|组织|担任|通过|采购|购买|发挥|用好|依托|借助|深化|用足|[与由和及请从向托为是经系的每月、]|（(?![^）]*）))(?=..)"
)
_BEFORE = re.compile(r"(?:的|派出的?|选派的?|指派的?|律师|执业|专职|资深|主任|副主任|、)*")
_AFTER = re.compile(r"(?:律师)?[（，]?(?:来自|是|系|就职于|执业于|所在的?|任职于)?")
FULL = 4  # characters of a name with its province
NEAR = 8  # characters between a firm and its lawyer


class _Firm(NamedTuple):
    name: str
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later firm that does not go with an earlier one."""
    if len(_KINDS.findall(reading.text)) < 2:
        return
    firms = [_firm(found) for found in _FIRM.finditer(reading.text)]
    whose = {firm: _whose(reading, firm) for firm in firms}
    told: set[int] = set()
    for one, other in combinations(firms, 2):
        if other.start in told or _agree(one.name, other.name):
            continue
        if whose[one] == whose[other] != "" or _slipped(one.name, other.name):
            told.add(other.start)
            yield reading.finding(
                ID,
                "warning",
                f"前面写“{one.name}”，这里写“{other.name}”，说的像是同一家律所，请核对。",
                other.start,
                other.end,
                other=(one.start, one.end),
            )


def _firm(found: re.Match[str]) -> _Firm:
    name = _JUNK.sub("", found["firm"])
    return _Firm(name, found.end("firm") - len(name), found.end())


def _agree(one: str, other: str) -> bool:
    """Whether one is the other, with or without its province: 湖南天纪 and 天纪."""
    return one.endswith(other) or other.endswith(one)


def _slipped(one: str, other: str) -> bool:
    """Whether a character sets two names apart; words may stand before the longer: 发挥湖北腾飞."""
    long = min(len(one), len(other))
    return one_apart(one, other) or (long >= FULL and one_apart(one[-long:], other[-long:]))


def _whose(reading: Reading, firm: _Firm) -> str:
    """The lawyer told with a firm; "" for none."""
    for one in mentions_of(reading.text, reading.knowledge.spelling.common):
        if firm.end <= one.start <= firm.end + NEAR:
            return one.name if _BEFORE.fullmatch(reading.text[firm.end : one.start]) else ""
        if one.end <= firm.start <= one.end + NEAR and _AFTER.fullmatch(
            reading.text[one.end : firm.start]
        ):
            return one.name
    return ""


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "聘请江城明川律师事务所何敏律师为法律顾问。\n江城金州律师事务所律师何敏到镇坐班，" + _TAIL
    ),
    Example("与江城明川律师事务所签约。\n江城明州律师事务所参与审查合同，" + _TAIL),
)
CLEAN = (
    Example("聘请江城明川律师事务所何敏律师为法律顾问。\n明川律师事务所律师何敏到镇坐班，" + _TAIL),
    Example("聘请江城明川律师事务所何敏律师为法律顾问。\n江城金州律师事务所到村坐班，" + _TAIL),
)
